"""Running headers, footers and page numbers of a file, told by where they stand and that they come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from orchestration.gazette.reading import running
from orchestration.gazette.reading.pdf.segments import Segment, join

_EDGE_SHARE = 0.13  # of the page's height, at the top and at the bottom, in which headers and footers stand
_DEPTH = 3  # lines of header or footer at most
_SLOT = 3.0  # points: headers of all pages stand at one height
_MAX_CHARS = 45
_DIGITS = re.compile(r"\d+")
_MIN_REPEAT_SHARE = 0.15
_SLOT_SHARE = 0.5


@dataclass(slots=True)
class Row:
    """What stands at one height of a page."""

    parts: list[Segment]
    y: float
    text: str  # folded
    masked: str  # digits as #

    @property
    def mark(self) -> running.Running | None:
        return running.running_line(self.text)


@dataclass(slots=True)
class Sheet:
    """One page's segments and size, as furniture needs them."""

    segments: list[Segment]
    height: float


@dataclass(slots=True)
class Furniture:
    """Per page: the segments that are header or footer (by id), and the page number printed among them."""

    taken: list[set[int]]
    digits: list[str | None]
    marks: list[running.Running]
    rows: int


def find_furniture(sheets: Sequence[Sheet]) -> Furniture:
    """Looks at the outermost lines of all pages together."""
    edges = [_edges(sheet) for sheet in sheets]
    words: Counter[tuple[str, int, str]] = Counter()
    numbered: Counter[tuple[str, int]] = Counter()
    for sheet_edges in edges:
        for edge, rows in sheet_edges.items():
            for row in rows:
                for slot in _slots(row.y):
                    words[edge, slot, row.masked] += 1
                    if _number(row) is not None:
                        numbered[edge, slot] += 1
    count = len([sheet for sheet in sheets if sheet.segments])
    least = 2 if count <= 6 else max(3, round(count * _MIN_REPEAT_SHARE))
    used: Counter[tuple[str, int]] = Counter()
    taken: list[set[int]] = []
    kept_rows: list[list[tuple[str, Row]]] = []
    for sheet_edges in edges:
        mine: list[tuple[str, Row]] = []
        for edge, rows in sheet_edges.items():
            for position, row in enumerate(rows):
                if not _comes_again(row, edge, words, numbered, least, rows[position + 1 :], count):
                    break
                mine.append((edge, row))
                for slot in _slots(row.y):
                    used[edge, slot] += 1
        kept_rows.append(mine)
        taken.append({id(part) for _, row in mine for part in row.parts})
    for index, sheet_edges in enumerate(edges):  # a head that stands once, where headers stand on most pages
        for edge, rows in sheet_edges.items():
            for position, row in enumerate(rows):
                if {id(part) for part in row.parts} <= taken[index]:
                    continue
                place = max(used[edge, slot] for slot in _slots(row.y))
                if count < 3 or place < _SLOT_SHARE * count or not _set_off(row, rows[position + 1 :]):
                    break
                kept_rows[index].append((edge, row))
                taken[index] |= {id(part) for part in row.parts}
    marks = [
        mark for rows in kept_rows for _, row in rows if (mark := row.mark) is not None and mark.form == "masthead"
    ]
    digits = [next((n for _, row in rows if (n := _number(row)) is not None), None) for rows in kept_rows]
    return Furniture(taken, digits, marks, sum(map(len, kept_rows)))


def _edges(sheet: Sheet) -> dict[str, list[Row]]:
    """The outermost lines at the top, from the top down, and at the bottom, from the bottom up."""
    rows = rows_of(sheet.segments)
    band = _EDGE_SHARE * sheet.height
    top = [row for row in rows[: _DEPTH + 1] if row.y <= band]
    bottom = [row for row in rows[::-1][: _DEPTH + 1] if row.y >= sheet.height - band]
    return {"top": top, "bottom": bottom}


def rows_of(segments: list[Segment]) -> list[Row]:
    """Segments grouped by height, from the top."""
    rows: list[list[Segment]] = []
    for segment in sorted(segments, key=lambda segment: segment.y):
        if rows and segment.y - rows[-1][0].y < 0.5 * segment.em:
            rows[-1].append(segment)
        else:
            rows.append([segment])
    out = []
    for parts in rows:
        text = running.fold(join(parts))
        out.append(Row(parts, sum(part.y for part in parts) / len(parts), text, _DIGITS.sub("#", text)))
    return out


def _slots(y: float) -> tuple[int, int]:
    slot = round(y / _SLOT)
    return slot, slot + 1


def _number(row: Row) -> str | None:
    """The page number in a header row: of the whole row, or of one of its parts (a number in the outer corner)."""
    if len(row.text) > _MAX_CHARS + 15:
        return None
    mark = row.mark
    if mark is not None:
        return mark.number
    if len(row.parts) < 2 or len(row.parts) > 4:
        return None
    for part in row.parts:
        mark = running.running_line(running.fold(part.text))
        if mark is not None and mark.number:
            return mark.number
    return None


def _comes_again(
    row: Row,
    edge: str,
    words: Counter[tuple[str, int, str]],
    numbered: Counter[tuple[str, int]],
    least: int,
    inner: list[Row],
    pages: int,
) -> bool:
    slots = _slots(row.y)
    mark = row.mark
    if mark is not None and mark.form != "bare" and (mark.number or mark.form == "masthead"):
        return _set_off(row, inner) or max(numbered[edge, slot] for slot in slots) >= 2
    if _number(row) is not None and len(row.text) <= _MAX_CHARS:
        return max(numbered[edge, slot] for slot in slots) >= max(2, least) or (pages == 1 and _set_off(row, inner))
    if len(row.text) > _MAX_CHARS or len(row.parts) > 3:
        return False
    again = max(words[edge, slot, row.masked] for slot in slots)
    return again >= least and (again >= 3 or _set_off(row, inner))


def _set_off(row: Row, inner: list[Row]) -> bool:
    """Whether more than the usual room parts the row from the text, or it is set in smaller type."""
    if len(row.text) > _MAX_CHARS:
        return False
    if not inner:
        return True
    em = max(part.em for part in row.parts)
    body = max(part.em for part in inner[0].parts)
    return abs(inner[0].y - row.y) > 2.0 * max(em, body) or em < 0.92 * body
