"""Text to pages: line ends, page breaks and the running headers that an extraction left between the lines.

Breaks show as form feeds, as running lines with a page number, or as one space at the start of a line. None of these is
believed alone: the count they give has to agree with the numbers printed in the running lines.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from orchestration.gazette.reading import running
from orchestration.gazette.reading.numbering import Numbering, Printed, number_pages
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.reading.running import Running
from orchestration.gazette.records import Line, Notice, Page

_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x85\u2028\u2029]")
_BLANK = " \t\u3000\xa0\u200b\ufeff"
_MAY_RUN = re.compile(r"[0-9０-９]|第.{1,4}[期号號]|[公政][报報]")
_GOES_ON = ",，、;；"  # after these a sentence goes on: the name of a column in between is a running head
_EDGE_LINES = 3  # how deep into a page a header or footer may stand
_MIN_BARE_RUN = 3  # a bare 12 on a line is a page number only in a run of consecutive ones this long
_MIN_BARE_DISTANCE = 5  # and with at least so many lines between two of them: cells of a table stand closer
_OVERLONG = 4  # a page with so many times the usual characters has lost a break inside


@dataclass(slots=True)
class _Raw:
    """One line that is not blank."""

    text: str
    number: int
    after_feed: bool  # a form feed stands before it
    spaced: bool  # it starts with one space and no more
    running: Running | None = None
    is_head: bool = False  # a running head without a number: the name of a column

    @property
    def dropped(self) -> bool:
        return self.running is not None or self.is_head


@dataclass(slots=True)
class _Sheet:
    """Lines between two breaks, and the page number printed among them."""

    lines: list[_Raw] = field(default_factory=list)
    digits: str | None = None


def read_text(text: str, file: str) -> ReadResult:
    """Pages of one decoded text. Lines keep their words as they are; blank ones and running headers are left out."""
    lines = list(_lines(text))
    _mark_running(lines)
    feeds = sum(line.after_feed for line in lines)
    notices: list[Notice] = []
    if feeds:
        sheets, numbering = _by_form_feeds(lines)
    else:
        sheets, numbering = _by_running_lines(lines)
    _mark_heads(lines, {id(sheet.lines[0]) for sheet in sheets if sheet.lines})
    pages = _pages(sheets, numbering, file, notices)
    metadata: dict[str, object] = {
        "running_lines": sum(line.dropped for line in lines),
        **_issue_of(lines),
    }
    if numbering.agreeing >= 2:
        metadata["page_count"] = len(pages)
    return ReadResult("text/plain", "text", pages, tuple(notices), metadata)


def _lines(text: str) -> Iterator[_Raw]:
    feed = False
    for number, whole in enumerate(_LINE_END.split(text), 1):
        for position, part in enumerate(whole.split("\f")):
            feed = feed or position > 0
            if part.strip(_BLANK):
                spaced = part[0] == " " and part[1] not in " \t"
                yield _Raw(part.rstrip(" \t"), number, feed, spaced)
                feed = False


def _mark_running(lines: list[_Raw]) -> None:
    """Finds running lines by form; those of a weak form (a bare number) only where they count up together."""
    found: dict[str, list[int]] = {"masthead": [], "issue": [], "decorated": [], "bare": []}
    marks: dict[int, Running] = {}
    for index, line in enumerate(lines):
        if len(line.text) <= running.MAX_RUNNING_CHARS + 8 and _MAY_RUN.search(line.text):
            mark = running.running_line(running.fold(line.text))
            if mark is not None:
                marks[index] = mark
                found[mark.form].append(index)
    mastheads = [index for index in found["masthead"] if marks[index].number]
    if mastheads or len(found["masthead"]) >= 2:  # one without a number, alone, is the issue's own title
        for index in found["masthead"]:
            lines[index].running = marks[index]
    for form, least in (("issue", 2), ("decorated", 2), ("bare", _MIN_BARE_RUN)):
        for index in _counting_up(found[form], marks, least, lines):
            lines[index].running = marks[index]


def _counting_up(indexes: list[int], marks: dict[int, Running], least: int, lines: list[_Raw]) -> list[int]:
    """The longest run of numbers that go up by one with some distance between; empty if it is not nearly all of them."""
    best: list[int] = []
    chains: dict[int, list[int]] = {}  # last value -> its chain
    for index in indexes:
        value = int(marks[index].number or 0)
        before = chains.get(value - 1)
        far = before is not None and index - before[-1] >= _MIN_BARE_DISTANCE
        chain = [*before, index] if before is not None and far else [index]
        if len(chain) >= len(chains.get(value, [])):
            chains[value] = chain
        if len(chain) > len(best):
            best = chain
        if len(chains) > 5000:  # a file of nothing but numbers
            return []
    if len(best) < least or len(best) * 5 < len(indexes) * 4:
        edge = [i for i in indexes if i in (0, len(lines) - 1) or lines[i].after_feed]
        return edge if len(edge) >= least else []
    return best


def _by_form_feeds(lines: list[_Raw]) -> tuple[list[_Sheet], Numbering]:
    sheets: list[_Sheet] = []
    for line in lines:
        if line.after_feed or not sheets:
            sheets.append(_Sheet())
        sheets[-1].lines.append(line)
    for sheet in sheets:
        edges = sheet.lines[:_EDGE_LINES] + sheet.lines[-_EDGE_LINES:]
        for line in edges:
            mark = line.running or running.running_line(running.fold(line.text))
            if mark and mark.number and (line.running or line in (sheet.lines[0], sheet.lines[-1])):
                sheet.digits = mark.number
                line.running = mark
                break
    numbering = number_pages(len(sheets), _printed(sheets))
    if not numbering.agreeing:  # numbers at the edges that bear each other out nowhere are words of the text
        for line in lines:
            if line.running and line.running.form == "bare":
                line.running = None
    return sheets, numbering


def _printed(sheets: list[_Sheet]) -> list[Printed]:
    return [Printed(index, sheet.digits) for index, sheet in enumerate(sheets) if sheet.digits]


def _by_running_lines(lines: list[_Raw]) -> tuple[list[_Sheet], Numbering]:
    """Tries what the breaks may be, strictest first, and takes the first reading that the printed numbers bear out."""
    whole = [_Sheet(lines)] if lines else []
    unknown = Numbering((None,) * len(whole), 0, sum(1 for line in lines if line.running and line.running.number))
    if unknown.printed < 2:
        return whole, unknown
    led = [line for line in lines if line.spaced]
    for use_spaces in (True, False) if led else (False,):
        readings = []
        for closing in (True, False):
            sheets = _split(lines, closing, use_spaces)
            numbering = number_pages(len(sheets), _printed(sheets))
            if use_spaces and not _spaces_proven(sheets, numbering):
                continue
            if _plausible(sheets, numbering):
                readings.append((closing, sheets, numbering))
        chosen = _settle(lines, readings)
        if chosen is not None:
            return chosen
    return whole, unknown


def _settle(
    lines: list[_Raw], readings: list[tuple[bool, list[_Sheet], Numbering]]
) -> tuple[list[_Sheet], Numbering] | None:
    """Whether the numbered lines close their pages or open them: by how the file begins and ends."""
    if not readings:
        return None
    opens = _is_numbered(lines[0]) or (len(lines) > 1 and lines[0].running is not None and _is_numbered(lines[1]))
    closes = _is_numbered(lines[-1])
    for closing, sheets, numbering in readings:
        if (closes and closing and not opens) or (opens and not closing):
            return sheets, numbering
    if opens or closes:
        return readings[0][1], readings[0][2]
    if len(readings) == 1:
        return readings[0][1], readings[0][2]
    # both would do: page breaks are known, numbers would be a guess by one
    sheets = readings[0][1]
    return sheets, Numbering((None,) * len(sheets), 0, readings[0][2].printed)


def _is_numbered(line: _Raw) -> bool:
    return line.running is not None and line.running.number is not None


def _split(lines: list[_Raw], closing: bool, use_spaces: bool) -> list[_Sheet]:
    sheets = [_Sheet()]
    for line in lines:
        numbered = _is_numbered(line)
        begins = (use_spaces and line.spaced) or (numbered and not closing)
        # a sheet of running lines alone is the top of the one that follows, unless its number has closed it
        if begins and any(not other.dropped and not _head_like(other) for other in sheets[-1].lines):
            sheets.append(_Sheet())
        elif begins and not closing and sheets[-1].digits is not None:
            sheets.append(_Sheet())
        sheets[-1].lines.append(line)
        if numbered and line.running is not None:
            sheets[-1].digits = sheets[-1].digits or line.running.number
            if closing:
                sheets.append(_Sheet())
    if not any(not line.running for line in sheets[-1].lines) and sheets[-1].digits is None:
        last = sheets.pop()
        if sheets and last.lines:
            sheets[-1].lines.extend(last.lines)
    return sheets or [_Sheet()]


def _head_like(line: _Raw) -> bool:
    return running.is_column_head(running.fold(line.text)) if len(line.text) <= 20 else False


def _spaces_proven(sheets: list[_Sheet], numbering: Numbering) -> bool:
    """Space-led lines are page breaks only if a count through some of them agrees with the numbers on both sides."""
    if numbering.agreeing < 2 or numbering.agreeing * 2 < numbering.printed:
        return False
    numbered = [index for index, sheet in enumerate(sheets) if sheet.digits]
    return any(
        second - first >= 2 and numbering.numbers[first] is not None and numbering.numbers[second] is not None
        for first, second in zip(numbered, numbered[1:], strict=False)
    )


def _plausible(sheets: list[_Sheet], numbering: Numbering) -> bool:
    """Numbers are mostly borne out, and no page comes before page 1."""
    if numbering.agreeing < 2 or numbering.agreeing * 2 < numbering.printed:
        return False
    first = next((index for index, number in enumerate(numbering.numbers) if number is not None), None)
    return first is None or not (numbering.complete and first > 0)


def _mark_heads(lines: list[_Raw], tops: set[int]) -> None:
    """Marks names of columns that stand at the top of pages: known ones, and short lines that repeat only there."""
    seen: Counter[str] = Counter()
    at_top: dict[str, list[_Raw]] = {}
    spaced = sum(line.spaced for line in lines)
    for index, line in enumerate(lines):
        beside = lines[index - 1].running is not None or (index + 1 < len(lines) and _opens_with(lines, index))
        fresh = id(line) in tops or beside or (line.spaced and 3 <= spaced <= len(lines) // 4)
        if line.running or len(line.text) > 30 or index == 0:
            continue
        word = running.fold(line.text)
        if not running.may_be_head(word):
            continue
        seen[word] += 1
        inside = lines[index - 1].text[-1] in _GOES_ON and running.is_column_head(word)
        if fresh or inside:
            at_top.setdefault(word, []).append(line)
    for word, there in at_top.items():
        if running.is_column_head(word) or (len(there) >= 3 and seen[word] == len(there)):
            for line in there:
                line.is_head = True


def _opens_with(lines: list[_Raw], index: int) -> bool:
    """A line just before a numbered running line that opens its page: 市政府文件, then 16 …公报."""
    following = lines[index + 1]
    return (
        following.running is not None
        and following.running.number is not None
        and running.is_column_head(running.fold(lines[index].text))
    )


def _pages(sheets: list[_Sheet], numbering: Numbering, file: str, notices: list[Notice]) -> tuple[Page, ...]:
    kept = [[line for line in sheet.lines if not line.dropped] for sheet in sheets]
    sizes = sorted(sum(len(line.text) for line in lines) for lines in kept if lines)
    usual = sizes[len(sizes) // 2] if sizes else 0
    pages: list[Page] = []
    known = [number for number in numbering.numbers if number is not None]
    for lines, number in zip(kept, numbering.numbers, strict=True):
        size = sum(len(line.text) for line in lines)
        if number is not None and len(sizes) >= 4 and size > _OVERLONG * usual + 400:
            notices.append(
                Notice(
                    "reading",
                    "page_break_lost",
                    f"{file}: page {number} holds {size} characters where {usual} are "
                    "usual, so a page break is lost and its page is left unknown.",
                    page=number,
                )
            )
            number = None
        pages.append(
            Page(
                tuple(Line(line.text[1:] if _led(line, lines, known) else line.text, line.number) for line in lines),
                number,
            )
        )
    if numbering.printed and not known:
        notices.append(
            Notice(
                "reading",
                "page_numbers_unknown",
                f"{file}: {numbering.printed} page number(s) are printed in the "
                "text but do not agree with any count of page breaks, so pages are left unknown.",
            )
        )
    for mark in numbering.disagreeing if known else ():
        notices.append(
            Notice(
                "reading",
                "page_number_disagrees",
                f"{file}: the printed page number {mark.digits} does not agree "
                "with its neighbours, so that page is left unknown unless they tell it.",
                mark.digits,
            )
        )
    notices.extend(gaps(known, file))
    while pages and not pages[-1].lines and pages[-1].number is None:
        pages.pop()
    return tuple(pages)


def _led(line: _Raw, lines: list[_Raw], known: list[int]) -> bool:
    """Whether the space before a line was the mark of its page, used up by the page."""
    return bool(known) and line.spaced and line is lines[0]


def gaps(known: list[int], file: str) -> Iterator[Notice]:
    """A notice for each stretch of printed page numbers that is missing between two that are there."""
    for before, after in zip(known, known[1:], strict=False):
        if after > before + 1:
            words = f"page {before + 1} is" if after == before + 2 else f"pages {before + 1} to {after - 1} are"
            yield Notice(
                "reading",
                "page_gap",
                f"{file}: {words} missing between {before} and {after}; get the whole issue.",
                page=before,
            )


def _issue_of(lines: list[_Raw]) -> dict[str, object]:
    """The gazette's name, year and number that most running lines, or the masthead alone on top, print."""
    marks = [line.running for line in lines if line.running and line.running.form == "masthead"]
    if not marks:
        marks = [
            mark
            for line in lines[:5]
            if len(line.text) <= running.MAX_RUNNING_CHARS
            and (mark := running.running_line(running.fold(line.text))) is not None
            and mark.form == "masthead"
        ]
    if not marks:
        return {}
    name, year, issue = Counter((mark.name, mark.year, mark.issue) for mark in marks).most_common(1)[0][0]
    return {"gazette_title": name, "issue_year": year, "issue_number": issue}
