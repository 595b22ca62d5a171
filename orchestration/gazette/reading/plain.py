"""Text to pages: line ends, page breaks and the running headers that an extraction left between the lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from orchestration.gazette.reading import running
from orchestration.gazette.reading.aligned_tables import aligned_rows, stacked_rows
from orchestration.gazette.reading.breaks import Sheet, by_form_feeds, by_running_lines
from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.reading.listed_tables import listed_rows
from orchestration.gazette.reading.listed_works import listed_works
from orchestration.gazette.reading.marking import Raw, lines_of, mark_heads, mark_running, set_off
from orchestration.gazette.reading.numbering import Numbering
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.reading.typed_tables import is_rule, rows_of
from orchestration.gazette.records import Line, Notice, Page

_SHOWN = 10  # characters that a notice shows on each side
_OVERLONG = 4  # a page with so many times the usual characters has lost a break inside


def read_text(text: str, file: str) -> ReadResult:
    """Pages of one decoded text. Lines keep their words as they are; blank ones and running headers are left out."""
    lines = list(lines_of(text))
    mark_running(lines)
    feeds = sum(line.after_feed for line in lines)
    notices: list[Notice] = []
    if feeds:
        sheets, numbering = by_form_feeds(lines)
    else:
        sheets, numbering = by_running_lines(lines)
    mark_heads(lines, {id(sheet.lines[edge]) for sheet in sheets if sheet.lines for edge in (0, -1)})
    notices.extend(_numbers_in_figures(lines, file))
    if all(line.dropped for line in lines):
        raise unreadable(file, "empty_input", "the text holds running headers only", "fetch the issue again")
    pages = _pages(sheets, numbering, file, notices, set_off(lines))
    metadata: dict[str, object] = {
        "running_lines": sum(line.dropped for line in lines),
        **_issue_of(lines),
    }
    if numbering.agreeing >= 2:
        metadata["page_count"] = len(pages)
    return ReadResult("text/plain", "text", pages, tuple(notices), metadata)


_UNIT = re.compile(r"[%％‰万萬亿億千百元人户戶吨噸亩畝个個]|平方|立方|公[里顷頃斤]")
_FIGURE_END = re.compile(r"\d$")
_FIGURE_AND_NUMBER = re.compile(r"\d[ 　]+\d{1,3}$")
_SENTENCE = 15  # characters; a shorter line is a cell or a label, and may be followed by a number of its own


def _numbers_in_figures(lines: list[Raw], file: str) -> Iterator[Notice]:
    """A page number that stands between a figure and its unit is none of the figure's digits: a line of its own goes;
    at a line's end it can not be told from them. Either is said."""
    kept = [line for line in lines if not line.dropped]
    for before, line, after in zip(kept, kept[1:], kept[2:], strict=False):
        bare = running.running_line(running.fold(line.text)) if len(line.text) <= _SENTENCE else None
        if bare is None or bare.form != "bare" or len(before.text) < _SENTENCE:
            continue
        if _FIGURE_END.search(before.text) and _UNIT.match(after.text):
            line.running = bare
            after.after_blank = False
            yield _in_figure(f"{before.text[-_SHOWN:]} / {after.text[:_SHOWN]}", line.text.strip(), file)
    for line, after in pairwise(kept):
        if len(line.text) >= _SENTENCE and _UNIT.match(after.text) and _FIGURE_AND_NUMBER.search(line.text):
            yield _in_figure(f"{line.text[-_SHOWN:]} / {after.text[:_SHOWN]}", line.text[-3:].split()[-1], file)


def _in_figure(quote: str, number: str, file: str) -> Notice:
    message = f"{file}: the number {number} stands between a figure and its unit, as a page number does; look it up."
    return Notice("reading", "number_in_figure", message, quote)


def _pages(
    sheets: list[Sheet], numbering: Numbering, file: str, notices: list[Notice], begun: set[int]
) -> tuple[Page, ...]:
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
        pages.append(Page(_lines([(_words(line, lines, known), line.number) for line in lines], begun), number))
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


def _words(line: Raw, lines: list[Raw], known: list[int]) -> str:
    """A line's words; a space before it that was the mark of its page is used up by the page."""
    return line.text[1:] if known and line.spaced and line is lines[0] else line.text


def _lines(words: list[tuple[str, int]], begun: set[int]) -> tuple[Line, ...]:
    words = [(text, number) for text, number in words if text.strip() != "|"]  # between cells, each on a line
    texts = [text for text, _ in words]
    rows = rows_of(texts)
    rows = [there or row for there, row in zip(rows, aligned_rows(texts, rows), strict=True)]
    found: list[Line] = []
    at = 0
    listed: list[tuple[int, int, list[tuple[str, ...]]]] = []
    for tables in (listed_rows, listed_works):
        found_here = list(tables(texts, rows))
        for first, after, _ in found_here:
            rows[first:after] = [("",)] * (after - first)  # taken
        listed += found_here
    for first, after, stacked in sorted([*listed, *stacked_rows(texts, rows)]):
        found += _plain(words[at:first], rows[at:first], begun)
        found += [_row(cells, words[first][1]) for cells in stacked]
        at = after
    return (*found, *_plain(words[at:], rows[at:], begun))


def _plain(words: list[tuple[str, int]], rows: list[tuple[str, ...] | None], begun: set[int]) -> list[Line]:
    return [
        Line(text, number, opens_block=True if number in begun else None) if cells is None else _row(cells, number)
        for (text, number), cells in zip(words, rows, strict=True)
        if cells is not None or not is_rule(text)
    ]


def _row(cells: tuple[str, ...], number: int) -> Line:
    return Line(" | ".join(cells), number, cells, None, True)


def gaps(known: list[int], file: str) -> Iterator[Notice]:
    """A notice for each stretch of printed page numbers that is missing between two that are there."""
    for before, after in pairwise(known):
        if after > before + 1:
            words = f"page {before + 1} is" if after == before + 2 else f"pages {before + 1} to {after - 1} are"
            yield Notice(
                "reading",
                "page_gap",
                f"{file}: {words} missing between {before} and {after}; get the whole issue.",
                page=before,
            )


def _issue_of(lines: list[Raw]) -> dict[str, object]:
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
