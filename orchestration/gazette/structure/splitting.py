"""Where documents begin in an issue.

A document opens with its title and number, the one above the other: a number quoted in running text never stands so.
Titles and numbers may be broken over lines at any width, so they are looked for in the stream and held against where
lines begin.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.structure.titles import (
    BODIES,
    DATE,
    NUMBER,
    ORDER,
    PLACED,
    PREFIX,
    REGISTRATION,
    TYPE_END,
    is_title,
)
from orchestration.gazette.text.stream import Stream

_TITLE_REACH = 200  # characters before a number in which its title may begin
_ISSUER_REACH = 160  # characters of issuers, one a line, above a title
_CONTENTS = re.compile(r"(?P<title>.{4,}?)(?:[.…·．]{2,}|\s{2,})[（(]?(?P<page>\d{1,3})[)）]?$")
# 山海市人民政府公报 … 2023年第2期, as a title page prints it
MASTHEAD = re.compile(
    r"(?P<name>[一-龥]{2,24}?公报)[\s·|（）()总第\d期]{0,24}?(?P<year>(?:19|20)\d\d)年?[第·.]{0,2}(?P<number>\d{1,3})[期号]"
)
_NUMBER_NOTE = re.compile(r"（[^（）]*号）$")


@dataclass(frozen=True, slots=True)
class Head:
    """Where a document's head stands in the stream: all offsets are of the stream's text."""

    start: int
    title_start: int
    title_end: int
    issuer_end: int  # title_start where no issuer stands in lines of its own
    number_start: int | None = None
    number_end: int | None = None
    registration: str | None = None

    @property
    def end(self) -> int:
        """Where the head ends: after the number, or after the title where the number stands above it."""
        return max(self.title_end, self.number_end or 0)


def heads(stream: Stream) -> list[Head]:
    """The heads of numbered documents and of orders, in order."""
    starts = set(stream.starts)
    ends = {start + len(piece.text) for start, piece in zip(stream.starts, stream.pieces, strict=True)}
    return sorted([*_numbered(stream, starts, ends), *_orders(stream, starts, ends)], key=lambda head: head.start)


def _orders(stream: Stream, starts: set[int], ends: set[int]) -> Iterator[Head]:
    """山海市人民政府令 / 第88号, alone in their lines."""
    text = stream.text
    at = text.find("令")
    while at >= 0:
        if text.startswith(("第", "（第"), at + 1):
            for start in (start for start in range(max(0, at - 40), at) if start in starts):
                match = ORDER.match(text, start)
                if match and match.end("issuer") == at and match.end() in ends and PLACED.search(match["issuer"]):
                    yield Head(start, start, at + 1, start, start, match.end())
                    break
        at = text.find("令", at + 1)


def _numbered(stream: Stream, starts: set[int], ends: set[int]) -> list[Head]:
    found = []
    floor = 0
    for match in NUMBER.finditer(stream.text):
        head = None
        if match.end() in ends:
            head = _head(stream, starts, match.start(), match.end(), floor)
            head = head or _headed_by_number(stream, starts, ends, match.start(), match.end(), floor)
        elif stream.text.startswith("）", match.end()) and match.end() + 1 in ends:
            head = _head_in_brackets(stream, starts, match.start(), match.end(), floor)
        if head is not None:
            found.append(head)
            floor = head.end
    return found


def _head(stream: Stream, starts: set[int], bracket: int, number_end: int, floor: int) -> Head | None:
    """The usual head: issuers, title, number, each on lines of its own."""
    prefix = PREFIX.search(stream.text, max(floor, bracket - 14), bracket)
    if prefix is None:
        return None
    for number_start in (at for at in range(bracket - 1, prefix.start() - 1, -1) if at in starts):
        title_start = _title_start(stream, starts, number_start, floor)
        if title_start is not None:
            return _with_issuers(stream, starts, title_start, number_start, number_start, number_end, floor)
    return None


def _head_in_brackets(stream: Stream, starts: set[int], bracket: int, number_end: int, floor: int) -> Head | None:
    """The number in brackets after the title: 关于…的通知（山政发〔2023〕5号）, in its line or in one of its own."""
    opening = stream.text.rfind("（", max(floor, bracket - 16), bracket)
    if opening < 0 or not PREFIX.fullmatch(stream.text, opening + 1, bracket):
        return None
    title_start = _title_start(stream, starts, opening, floor)
    if title_start is None:
        return None
    return _with_issuers(stream, starts, title_start, opening, opening + 1, number_end, floor)


def _headed_by_number(
    stream: Stream, starts: set[int], ends: set[int], bracket: int, number_end: int, floor: int
) -> Head | None:
    """The number above the title, as in a letterhead: 山政发〔2023〕5号 / 山海市人民政府 / 关于…的通知."""
    text = stream.text
    prefix = PREFIX.search(text, max(floor, bracket - 14), bracket)
    number_start = (
        next((at for at in range(bracket - 1, prefix.start() - 1, -1) if _opens(stream, starts, at)), None)
        if prefix
        else None
    )
    if number_start is None:
        return None
    for end in range(number_end + 6, min(len(text), number_end + _TITLE_REACH) + 1):
        if end not in ends or not TYPE_END.search(text, max(number_end, end - 30), end):
            continue
        title = text[number_end:end]
        about = title.find("关于")
        if "。" in title or "：" in title or not _balanced(title):
            return None
        if about == 0 or (0 < about <= 60 and BODIES.fullmatch(title[:about]) and PLACED.search(title[:about])):
            return Head(number_start, number_end, end, number_end + about, number_start, number_end)
    return None


def _opens(stream: Stream, starts: set[int], at: int) -> bool:
    """Whether a paragraph begins at an offset."""
    return at in starts and (at == 0 or stream.ends_paragraph[stream.piece_at(at) - 1])


def _with_issuers(
    stream: Stream, starts: set[int], title_start: int, title_end: int, number_start: int, number_end: int, floor: int
) -> Head:
    first, issuer_end = _issuers(stream, starts, title_start, floor)
    start, registration = _registration(stream, first, floor)
    return Head(start, first, title_end, issuer_end, number_start, number_end, registration)


def _title_start(stream: Stream, starts: set[int], end: int, floor: int) -> int | None:
    """The nearest line start from which the text up to ``end`` reads as a whole title that opens with 关于 or its
    issuer.
    """
    text = stream.text
    if not TYPE_END.search(text, max(floor, end - 30), end):
        return None
    loose = None
    for at in range(end - 4, max(floor, end - _TITLE_REACH) - 1, -1):
        if at not in starts:
            continue
        candidate = text[at:end]
        if (
            "。" in candidate
            or "；" in candidate
            or (candidate.count("《") != candidate.count("》") and "：" in candidate)
        ):
            break
        if DATE.search(candidate) or not _balanced(candidate):
            continue
        about = candidate.find("关于")
        if about == 0 or (0 < about <= 60 and BODIES.fullmatch(candidate[:about]) and PLACED.search(candidate[:about])):
            return at
        if (
            loose is None
            and about < 0
            and is_title(candidate)
            and stream.ends_paragraph[max(0, stream.piece_at(at) - 1)]
        ):
            loose = at
    return loose


def _balanced(text: str) -> bool:
    return text.count("《") == text.count("》") and text.count("（") == text.count("）")


def _issuers(stream: Stream, starts: set[int], title_start: int, floor: int) -> tuple[int, int]:
    """(first, end): the lines above a title that name nothing but bodies are its issuers."""
    text = stream.text
    first = title_start
    while True:
        for at in range(first - 4, max(floor, title_start - _ISSUER_REACH, first - 40) - 1, -1):
            if at in starts and BODIES.fullmatch(text, at, first) and PLACED.search(text[at:first]):
                first = at
                break
        else:
            break
    return first, title_start


def _registration(stream: Stream, first: int, floor: int) -> tuple[int, str | None]:
    """A registration number in the line above, if any: (where the head begins, the number)."""
    above = stream.piece_at(first)
    for index in range(above - 1, max(-1, above - 4), -1):  # a narrow column breaks it
        start = stream.starts[index]
        if start < floor:
            break
        if match := REGISTRATION.fullmatch(stream.text, start, first):
            return start, match[1]
    return first, None


def contents(stream: Stream, end: int) -> list[tuple[str, int]]:
    """Entries (title, page) of a table of contents printed before offset ``end``."""
    return list(_entries(stream, end))


def _entries(stream: Stream, end: int) -> Iterator[tuple[str, int]]:
    waiting = ""
    for piece, start in zip(stream.pieces, stream.starts, strict=True):
        if start >= end:
            return
        match = _CONTENTS.match(waiting + piece.text)
        if match:
            yield _NUMBER_NOTE.sub("", match["title"].strip(" .…·")), int(match["page"])
            waiting = ""
        else:
            waiting = piece.text if len(piece.text) > 4 else ""
