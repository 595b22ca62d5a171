"""Which printed lines begin a paragraph, as far as indents and short last lines show it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_INDENT = (1.4, 2.7)  # em: two characters, as set
_TWO = (1.8, 2.2)  # em: two characters to the point, which tell even where few paragraphs are indented
_FLUSH = 0.7  # em: a line that begins at the column's edge
_RAGGED = (1.1, 4.0)  # em before the edge: full lines end within the first, few last lines fall between the two
_RAGGED_SHARE = 0.12
_MIN_EDGE_LINES = 8  # lines that share an edge before it is taken for that of a column
_SHORT = 2.2  # em: a line that ends so far before the edge ends its paragraph (kerned punctuation takes one)


@dataclass(slots=True)
class Printed:
    """One line of a block: its edges and type, in points."""

    x0: float
    x1: float
    em: float


@dataclass(slots=True)
class Column:
    """The lines of one block with its column's edges."""

    lines: Sequence[Printed]
    left: float
    right: float
    ends_in_table: bool = False


def share_edges(columns: Sequence[Column]) -> None:
    """Gives columns of few or indented lines the edges of the file's other columns at the same place.

    A column of nothing but indented lines has its own left edge two characters too far in, and a list of short names
    ends before the edge: both are told by the columns on other pages.
    """
    if not columns:
        return
    em = median([line.em for column in columns for line in column.lines])
    weights: Counter[int] = Counter()
    for column in columns:
        weights[round(column.left)] += len(column.lines)
    common = [edge for edge, weight in weights.most_common(40) if weight >= _MIN_EDGE_LINES]
    for column in columns:
        outer = [edge for edge in common if -0.5 * em <= column.left - edge <= 3.2 * em]
        if outer:
            column.left = min(column.left, float(max(outer, key=lambda edge: weights[edge])))
    by_left: dict[int, list[float]] = {}
    for column in columns:
        by_left.setdefault(round(column.left / em), []).extend([column.right] * len(column.lines))
    for column in columns:
        rights = by_left[round(column.left / em)]
        if len(rights) >= _MIN_EDGE_LINES:
            column.right = max(column.right, median(rights))


def sets_indents(columns: Sequence[Column]) -> bool:
    """Whether this file marks paragraphs by an indent of two characters."""
    flush = indented = 0
    for column in columns:
        for line in column.lines:
            offset = (line.x0 - column.left) / line.em
            flush += offset < _FLUSH
            indented += _INDENT[0] <= offset <= _INDENT[1]
    return indented >= 3 and indented * 25 >= flush


def sets_even_lines(columns: Sequence[Column]) -> bool:
    """Whether lines inside a paragraph all reach the edge, so that a short one ends its paragraph.

    Lines that stop a little before the edge are rare then (last lines are of any length); in text set line by line,
    where punctuation is narrow, they are many, and shortness says nothing.
    """
    near = full = 0
    for column in columns:
        for line in column.lines:
            slack = (column.right - line.x1) / line.em
            full += slack <= _RAGGED[0]
            near += _RAGGED[0] < slack <= _RAGGED[1]
    return near <= _RAGGED_SHARE * (near + full)


def opens(columns: Sequence[Column]) -> list[list[bool | None]]:
    """For each line, in reading order: True begins a paragraph, False goes on with one, None unknown.

    A column's first line is held against the last one of the column before.
    """
    indents, even = sets_indents(columns), sets_even_lines(columns)
    out: list[list[bool | None]] = []
    before: tuple[Printed, float] | None = None  # the line before, and its column's right edge
    for column in columns:
        usual = median([line.em for line in column.lines]) if column.lines else 1.0
        told: list[bool | None] = []
        for line in column.lines:
            told.append(_opens(line, before, column, indents, even, usual))
            before = (line, column.right)
        out.append(told)
        if column.ends_in_table:
            before = None
    return out


def _opens(
    line: Printed, before: tuple[Printed, float] | None, column: Column, indents: bool, even: bool, usual: float
) -> bool | None:
    offset = (line.x0 - column.left) / line.em
    slack = (column.right - line.x1) / line.em
    if before is not None and abs(before[0].em - line.em) > 0.12 * usual:
        return True  # other type: a title, or the text after it
    if line.em > 1.12 * usual:
        return None  # further lines of a title
    if offset > _INDENT[1]:
        return None if abs(offset - slack) < 2.0 else True
    if offset >= _INDENT[0]:
        return True if indents or _TWO[0] <= offset <= _TWO[1] else None
    if offset >= _FLUSH or before is None or not even:
        return None
    ended = (before[1] - before[0].x1) / before[0].em > _SHORT
    if ended:
        return True
    return False if indents else None
