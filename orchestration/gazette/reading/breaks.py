"""Where pages end in a text, and their numbers.

Breaks show as form feeds, as running lines with a page number, or as one space at the start of a line. None of these is
believed alone: the count they give has to agree with the numbers printed in the running lines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise

from orchestration.gazette.reading import running
from orchestration.gazette.reading.marking import Raw
from orchestration.gazette.reading.numbering import Numbering, Printed, number_pages

_EDGE_LINES = 3  # how deep into a page a header or footer may stand


@dataclass(slots=True)
class Sheet:
    """Lines between two breaks, and the page number printed among them."""

    lines: list[Raw] = field(default_factory=list)
    digits: str | None = None


def by_form_feeds(lines: list[Raw]) -> tuple[list[Sheet], Numbering]:
    """Pages between form feeds, numbered by what stands at their edges."""
    sheets: list[Sheet] = []
    for line in lines:
        if line.after_feed or not sheets:
            sheets.append(Sheet())
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


def _printed(sheets: list[Sheet]) -> list[Printed]:
    return [Printed(index, sheet.digits) for index, sheet in enumerate(sheets) if sheet.digits]


def by_running_lines(lines: list[Raw]) -> tuple[list[Sheet], Numbering]:
    """Tries what the breaks may be, strictest first, and takes the first reading that the printed numbers bear out."""
    whole = [Sheet(lines)] if lines else []
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
    lines: list[Raw], readings: list[tuple[bool, list[Sheet], Numbering]]
) -> tuple[list[Sheet], Numbering] | None:
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


def _is_numbered(line: Raw) -> bool:
    return line.running is not None and line.running.number is not None


def _split(lines: list[Raw], closing: bool, use_spaces: bool) -> list[Sheet]:
    sheets = [Sheet()]
    for line in lines:
        numbered = _is_numbered(line)
        begins = (use_spaces and line.spaced) or (numbered and not closing)
        if begins and (_is_filled(sheets[-1]) or (not closing and sheets[-1].digits is not None)):
            sheets.append(Sheet())
        sheets[-1].lines.append(line)
        if numbered and line.running is not None:
            sheets[-1].digits = sheets[-1].digits or line.running.number
            if closing:
                sheets.append(Sheet())
    if not any(not line.running for line in sheets[-1].lines) and sheets[-1].digits is None:
        last = sheets.pop()
        if sheets and last.lines:
            sheets[-1].lines.extend(last.lines)
    return sheets or [Sheet()]


def _is_filled(sheet: Sheet) -> bool:
    """A sheet of running lines alone is the top of the one that follows, unless its number has closed it."""
    return any(not line.dropped and not _head_like(line) for line in sheet.lines)


def _head_like(line: Raw) -> bool:
    return running.is_column_head(running.fold(line.text)) if len(line.text) <= 20 else False


def _spaces_proven(sheets: list[Sheet], numbering: Numbering) -> bool:
    """Space-led lines are page breaks only if a count through some of them agrees with the numbers on both sides."""
    if numbering.agreeing < 2 or numbering.agreeing * 2 < numbering.printed:
        return False
    numbered = [index for index, sheet in enumerate(sheets) if sheet.digits]
    return any(
        second - first >= 2 and numbering.numbers[first] is not None and numbering.numbers[second] is not None
        for first, second in pairwise(numbered)
    )


def _plausible(sheets: list[Sheet], numbering: Numbering) -> bool:
    """Numbers are mostly borne out, and no page comes before page 1."""
    if numbering.agreeing < 2 or numbering.agreeing * 2 < numbering.printed:
        return False
    first = next((index for index, number in enumerate(numbering.numbers) if number is not None), None)
    return first is None or not (numbering.complete and first > 0)
