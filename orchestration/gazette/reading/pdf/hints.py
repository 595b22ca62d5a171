"""Which printed lines begin a paragraph, as far as indents and short last lines show it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

_INDENT = (1.4, 2.7)  # em: two characters, as set
_FLUSH = 0.7  # em: a line that begins at the column's edge
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


def sets_indents(columns: Sequence[Column]) -> bool:
    """Whether this file marks paragraphs by an indent of two characters."""
    flush = indented = 0
    for column in columns:
        for line in column.lines:
            offset = (line.x0 - column.left) / line.em
            flush += offset < _FLUSH
            indented += _INDENT[0] <= offset <= _INDENT[1]
    return indented >= 3 and indented * 25 >= flush


def opens(column: Column, indents: bool) -> list[bool | None]:
    """For each line: True begins a paragraph, False goes on with one, None where print does not tell."""
    out: list[bool | None] = []
    before: Printed | None = None
    usual = median([line.em for line in column.lines]) if column.lines else 1.0
    for line in column.lines:
        out.append(_opens(line, before, column, indents, usual))
        before = line
    return out


def _opens(line: Printed, before: Printed | None, column: Column, indents: bool, usual: float) -> bool | None:
    offset = (line.x0 - column.left) / line.em
    slack = (column.right - line.x1) / line.em
    if before is not None and abs(before.em - line.em) > 0.12 * usual:
        return True  # other type: a title, or the text after it
    if line.em > 1.12 * usual:
        return None  # further lines of a title
    if offset > _INDENT[1]:
        return None if abs(offset - slack) < 2.0 else True
    if offset >= _INDENT[0]:
        return True if indents else None
    if offset >= _FLUSH or before is None:
        return None
    ended = (column.right - before.x1) / before.em > _SHORT
    if ended:
        return True
    return False if indents else None
