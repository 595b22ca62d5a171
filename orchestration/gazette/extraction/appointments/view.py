"""The text an act is read in: punctuation made alike, brackets masked, every offset as in the matching form."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from orchestration.gazette.extraction.appointments.wrapping import breaks
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.posts import MASK

_ALIKE = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "∶": "：", "\u3000": " ", "｜": "|"}
_BRACKET = re.compile(r"（[^（）\n]{0,80}(?:（[^（）\n]{0,40}）[^（）\n]{0,40}){0,2}）")
# Headlines set two clauses apart by a blank: …省长职务 王学军任….
_APART = re.compile(
    rf" (?:(?<=(?:请求|职务) ) *(?=[\u4e00-\u9fff]{{2}})|(?<=[^、，。；：\n ][长席记员{MASK}] ) *(?=[\u4e00-\u9fff]{{4}}))"
)
# 提名A为X院长是根据…提出的: what is said of the act begins behind the post.
_OF_ACT = re.compile(r"是(?<=[\u4e00-\u9fff][长席记员事任察]是)(?=根据|按照|依照|因|由于|经)")
_JOINED = ("并提名", "并被提名")  # an act of its own, set apart as by a comma
_IDLE = " \t|·"
_SENTENCE = re.compile(r"[^。！？\n#]+")
_TOKEN = re.compile(r"[^，、；：“”《》〈〉【】—\[\]\n]+")


class Token(NamedTuple):
    """A stretch between two marks of punctuation, and the marks on both sides of it ("" at a sentence's ends)."""

    start: int
    end: int
    before: str
    after: str


class View:
    """``text`` is marked.text with one kind of punctuation and without line ends inside items; ``masked`` has brackets blanked.

    Offsets are those of ``text``; ``printed`` and ``clean`` know where that is in the document.
    """

    def __init__(self, marked: MarkedText) -> None:
        self.marked = marked
        text = marked.text
        for mark, usual in _ALIKE.items():  # most texts hold few of them: str.translate would look up every character
            text = text.replace(mark, usual)
        for words in _JOINED:
            text = text.replace(words, "，" + words[1:])
        cuts = breaks(text)
        self._cuts = [cut - number for number, cut in enumerate(cuts)]  # in offsets of self.text
        self.text = "".join(text[low + 1 : high] for low, high in pairwise((-1, *cuts, len(text)))) if cuts else text
        masked = _BRACKET.sub(lambda match: MASK * len(match[0]), self.text)
        self.masked = _OF_ACT.sub("，", _APART.sub(lambda match: "，" * len(match[0]), masked))

    def printed(self, start: int, end: int) -> str:
        """The words of a span as printed, without spaces between them."""
        words = self.marked.printed(*self._in_marked(start, end))
        return words.replace(" ", "").replace("\u3000", "").replace("\n", "")

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """The span in the document's text."""
        return self.marked.clean(*self._in_marked(start, end))

    def _in_marked(self, start: int, end: int) -> tuple[int, int]:
        if not self._cuts or start == end:
            return start + bisect_right(self._cuts, start), end + bisect_right(self._cuts, start)
        return start + bisect_right(self._cuts, start), end + bisect_right(self._cuts, end - 1)

    def brackets(self, start: int, end: int) -> list[tuple[int, int]]:
        """The spans of the brackets inside [start, end), without the brackets themselves."""
        if start >= end:
            return []
        return [(match.start() + 1, match.end() - 1) for match in _BRACKET.finditer(self.text, start, end)]

    def trim(self, start: int, end: int, extra: str = "") -> tuple[int, int]:
        """The span without blanks, and without ``extra`` characters, at its ends."""
        idle = _IDLE + extra
        while start < end and self.masked[start] in idle:
            start += 1
        while end > start and self.masked[end - 1] in idle:
            end -= 1
        return start, end

    def unbracketed_end(self, start: int, end: int) -> int:
        """Where a span ends without the brackets (and blanks) at its end."""
        while end > start and self.masked[end - 1] in (MASK, " "):
            end -= 1
        return end

    def sentences(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Sentences of [start, end): brackets never end one."""
        for match in _SENTENCE.finditer(self.masked, start, end):
            yield match.span()

    def tokens(self, start: int, end: int) -> Iterator[Token]:
        """What stands between commas, colons, semicolons, quotes and dashes of [start, end)."""
        for match in _TOKEN.finditer(self.masked, start, end):
            low, high = first, last = match.span()
            if self.masked[first] in _IDLE or self.masked[last - 1] in _IDLE:
                low, high = self.trim(first, last)
            if low < high:
                before = self.text[first - 1] if first > start else ""
                after = self.text[last] if last < end else ""
                yield Token(low, high, before, after)
