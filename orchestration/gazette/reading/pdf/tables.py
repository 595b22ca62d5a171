"""Tables: rows of cells from the rules that enclose them, or from columns that line up."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from orchestration.gazette.reading.pdf.rules import Grid
from orchestration.gazette.reading.pdf.segments import Segment, join, split_at

_APART = 2.0  # points: two upright rules closer than this are one
_TALL_CELL = 12  # lines: two cells of more, side by side, are columns of text between rules
_MIN_ROWS = 3  # rows that line up by chance are fewer
_CELL_GAP = 1.2  # em between cells of a table without rules


@dataclass(slots=True)
class TableRow:
    """One row: its cells' texts, empty where a cell is empty or goes on from the row above."""

    cells: tuple[str, ...]
    top: float
    bottom: float


@dataclass(slots=True)
class Table:
    rows: list[TableRow]
    x0: float
    x1: float
    top: float
    bottom: float


def ruled_table(grid: Grid, segments: list[Segment]) -> tuple[Table, set[int]] | None:
    """The table a grid encloses and the ids of the segments it took; None for a frame around running text."""
    left, top, right, bottom = grid.box
    inside = [s for s in segments if left - 2 <= (s.x0 + s.x1) / 2 <= right + 2 and top <= s.y - 0.35 * s.em <= bottom]
    if not inside:
        return None
    # tables are often open at their sides: the ends of the rules that cross are edges then
    edges = _distinct([*(rule.at for rule in grid.uprights), left, right])
    heights = _distinct([*(rule.at for rule in grid.levels), top, bottom])
    if len(edges) < 3 or len(heights) < 2:
        return None
    cells: dict[tuple[int, int], list[Segment]] = {}
    taken = set()
    for segment in inside:
        taken.add(id(segment))
        middle = segment.y - 0.35 * segment.em
        uprights = [rule.at for rule in grid.uprights if rule.start - 1 <= middle <= rule.end + 1]
        for part in split_at(segment, uprights):
            centre = (part.x0 + part.x1) / 2
            column = _slot(edges, max((at for at in uprights if at <= centre), default=edges[0]))
            levels = [rule.at for rule in grid.levels if rule.start - 1 <= centre <= rule.end + 1 and rule.at <= middle]
            row = _slot(heights, max(levels, default=heights[0]))
            cells.setdefault((row, column), []).append(part)
    rows = []
    for row in range(len(heights) - 1):
        texts = tuple(_cell_text(cells.get((row, column), [])) for column in range(len(edges) - 1))
        if any(texts):
            rows.append(TableRow(texts, heights[row], heights[row + 1]))
    if not any(sum(map(bool, row.cells)) >= 2 for row in rows) or _is_frame(cells, len(rows)):
        return None
    rows = _without_empty_columns(rows)
    return Table(rows, left, right, top, bottom), taken


def _is_frame(cells: dict[tuple[int, int], list[Segment]], rows: int) -> bool:
    """Whether the rules frame columns of running text: few rows, and in one of them several cells of many lines."""
    tall = Counter(row for (row, _), parts in cells.items() if len({round(part.y) for part in parts}) > _TALL_CELL)
    return rows <= 3 and any(count >= 2 for count in tall.values())


def _distinct(places: list[float]) -> list[float]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _APART:
            out.append(place)
    return out


def _slot(edges: list[float], at: float) -> int:
    """Which of the ascending edges ``at`` is, the last one before it."""
    slot = 0
    for index, edge in enumerate(edges):
        if edge <= at + _APART:
            slot = index
    return min(slot, len(edges) - 2)


def _without_empty_columns(rows: list[TableRow]) -> list[TableRow]:
    used = [index for index in range(len(rows[0].cells)) if any(row.cells[index] for row in rows)]
    return [TableRow(tuple(row.cells[index] for index in used), row.top, row.bottom) for row in rows]


def _cell_text(parts: list[Segment]) -> str:
    """A cell's lines joined: without a space in Chinese, with one between Latin words."""
    lines: list[list[Segment]] = []
    for part in sorted(parts, key=lambda part: (part.y, part.x0)):
        if lines and abs(part.y - lines[-1][0].y) < 0.4 * part.em:
            lines[-1].append(part)
        else:
            lines.append([part])
    text = ""
    for line in lines:
        words = join(line)
        space = (
            " " if text[-1:].isascii() and text[-1:].isalpha() and words[:1].isascii() and words[:1].isalpha() else ""
        )
        text += space + words
    return text


def aligned_tables(lines: list[list[Segment]]) -> list[tuple[int, int, list[TableRow]]]:
    """Runs of lines whose parts stand in columns: (first line, end line, rows). ``lines`` hold parts left to right."""
    found: list[tuple[int, int, list[TableRow]]] = []
    start = 0
    while start < len(lines):
        end = start
        while end < len(lines) and _spread(lines[end]):
            end += 1
        if end - start >= _MIN_ROWS:
            rows = _columns_of(lines[start:end])
            if rows:
                found.append((start, end, rows))
        start = max(end, start + 1)
    return found


def _spread(line: list[Segment]) -> bool:
    gaps = [after.x0 - before.x1 for before, after in pairwise(line)]
    return bool(gaps) and max(gaps) >= _CELL_GAP * line[0].em


def _columns_of(lines: list[list[Segment]]) -> list[TableRow] | None:
    """Columns as stretches of x that the parts of all lines cover; None where they run into one another."""
    spans: list[list[float]] = []
    for x0, x1 in sorted((part.x0, part.x1) for line in lines for part in line):
        if spans and x0 <= spans[-1][1] + 0.3:
            spans[-1][1] = max(spans[-1][1], x1)
        else:
            spans.append([x0, x1])
    if len(spans) < 2:
        return None
    rows = []
    for line in lines:
        cells: list[list[Segment]] = [[] for _ in spans]
        for part in line:
            cells[next(i for i, (a, b) in enumerate(spans) if a - 0.5 <= part.x0 <= b)].append(part)
        rows.append(TableRow(tuple(join(cell) for cell in cells), line[0].top, line[0].bottom))
    full = sum(1 for row in rows if sum(map(bool, row.cells)) >= 2)
    wide = max(b - a for a, b in spans)
    extent = spans[-1][1] - spans[0][0]
    if full < len(rows) or (len(spans) == 2 and wide > 0.75 * extent and len(rows) < 5):
        return None
    return rows
