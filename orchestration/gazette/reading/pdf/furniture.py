"""Running headers, footers and page numbers of a file, told by where they stand and that they come again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from orchestration.gazette.reading import running
from orchestration.gazette.reading.pdf.segments import Segment, join

_EDGE_SHARE = 0.13  # of the page's height, at the top and at the bottom, in which headers and footers stand
_DEPTH = 3  # lines of header or footer at most
_SLOT = 3.0  # points: headers of all pages stand at one height
_CORNER = 1.5  # em between a page number in the corner and the words beside it
_MAX_CHARS = 45
_DIGITS = re.compile(r"\d+")
_LABEL = re.compile(r"附件|附表|附录|附图|附\d|[图表第]\s?\d")  # annexes count up too, one to a page
_SENTENCE = re.compile(r"[，。；：！？,;:!?]")
_TIGHT_SHARE = 0.5  # of the pages must repeat a line that stands as close as any other
_MIN_REPEAT_SHARE = 0.15
_SLOT_SHARE = 0.5


@dataclass(slots=True, eq=False, repr=False)
class Row:
    """What stands at one height of a page."""

    parts: list[Segment]
    y: float
    text: str  # folded
    above: Row | None = None
    below: Row | None = None

    def inner(self, edge: str) -> Row | None:
        """The next row towards the middle of the page."""
        return self.below if edge == "top" else self.above

    def key(self, sheet: int) -> str:
        """What comes again on other pages: the words themselves, or with a number that counts up with the pages."""
        numbers = _DIGITS.findall(self.text)
        if len(numbers) != 1 or len(numbers[0]) > 4 or _LABEL.match(self.text):
            return self.text
        return f"{_DIGITS.sub('#', self.text)} {int(numbers[0]) - sheet}"

    @property
    def em(self) -> float:
        return max(part.em for part in self.parts)

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
    for index, sheet_edges in enumerate(edges):
        for edge, rows in sheet_edges.items():
            for row in rows:
                for slot in _slots(row.y):
                    words[edge, slot, row.key(index)] += 1
                    if _number(row) is not None:
                        numbered[edge, slot] += 1
    count = len([sheet for sheet in sheets if sheet.segments])
    least = 2 if count <= 6 else max(3, round(count * _MIN_REPEAT_SHARE))
    used: Counter[tuple[str, int]] = Counter()
    taken: list[set[int]] = []
    kept_rows: list[list[tuple[str, Row]]] = []
    for index, sheet_edges in enumerate(edges):
        body = _body_em(sheets[index].segments)
        mine: list[tuple[str, Row]] = []
        for edge, rows in sheet_edges.items():
            for row in rows:
                again = max(words[edge, slot, row.key(index)] for slot in _slots(row.y)) if row.em < 1.1 * body else 0
                numbers = max(numbered[edge, slot] for slot in _slots(row.y))
                if not _is_furniture(row, again, numbers, least, row.inner(edge), count):
                    break
                mine.append((edge, row))
                for slot in _slots(row.y):
                    used[edge, slot] += 1
        kept_rows.append(mine)
        taken.append({id(part) for _, row in mine for part in row.parts})
    for index, sheet_edges in enumerate(edges):  # a head that stands once, where headers stand on most pages
        for edge, rows in sheet_edges.items():
            for row in rows:
                if {id(part) for part in row.parts} <= taken[index]:
                    continue
                place = max(used[edge, slot] for slot in _slots(row.y))
                if count < 3 or place < _SLOT_SHARE * count or not _set_off(row, row.inner(edge)):
                    break
                kept_rows[index].append((edge, row))
                taken[index] |= {id(part) for part in row.parts}
    marks = [
        mark for rows in kept_rows for _, row in rows if (mark := row.mark) is not None and mark.form == "masthead"
    ]
    digits = [next((n for _, row in rows if (n := _number(row)) is not None), None) for rows in kept_rows]
    return Furniture(taken, digits, marks, sum(map(len, kept_rows)))


def _edges(sheet: Sheet) -> dict[str, list[Row]]:
    """The outermost lines at the top, from the top down, and at the bottom, from the bottom up.

    Each row knows the next one inwards, be that header or text.
    """
    rows = rows_of(sheet.segments)
    for row, following in pairwise(rows):
        row.below, following.above = following, row
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
        out.append(Row(parts, sum(part.y for part in parts) / len(parts), text))
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
    parts = sorted(row.parts, key=lambda part: part.x0)
    if len(parts) < 2 or len(parts) > 4:
        return None
    for part, next_to in ((parts[0], parts[1]), (parts[-1], parts[-2])):
        mark = running.running_line(running.fold(part.text))
        apart = max(next_to.x0 - part.x1, part.x0 - next_to.x1) > _CORNER * part.em
        if mark is not None and mark.number and apart:
            return mark.number
    return None


def _is_furniture(row: Row, again: int, numbers: int, least: int, inner: Row | None, pages: int) -> bool:
    """``again``: pages with the same words at the same place; ``numbers``: pages with a page number at that place."""
    mark = row.mark
    if mark is not None and mark.form != "bare" and (mark.number or mark.form == "masthead"):
        return _set_off(row, inner) or numbers >= 2
    if _number(row) is not None and len(row.text) <= _MAX_CHARS:
        return numbers >= max(2, least) or (pages == 1 and _set_off(row, inner))
    if len(row.text) > _MAX_CHARS or len(row.parts) > 3:
        return False
    if running.is_column_head(row.text) and _set_off(row, inner):
        return True
    if _set_off(row, inner):
        return again >= least
    return again >= max(3, _TIGHT_SHARE * pages) and not _SENTENCE.search(row.text)


def _body_em(segments: list[Segment]) -> float:
    """The size of type that most of a page is set in."""
    sizes: Counter[float] = Counter()
    for segment in segments:
        sizes[round(segment.em * 2) / 2] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _set_off(row: Row, inner: Row | None) -> bool:
    """Whether more than the usual room parts the row from the text, or it is set in smaller type."""
    if len(row.text) > _MAX_CHARS:
        return False
    if inner is None:
        return True
    return abs(inner.y - row.y) > 2.0 * max(row.em, inner.em) or row.em < 0.92 * inner.em
