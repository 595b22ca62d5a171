"""Tables typed into a text with tabs or upright bars between their cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

_EDGE = " \t\u3000\xa0"
_BAR = re.compile(r"\s?[|｜│]\s?")
_RULE = re.compile(r"^[\s|｜│:+\-—─┼]+$")  # the line under a head: |---|---|
_MIN_CELLS = 2
_MIN_ROWS = 2  # one line with a tab may be a title with its number


def rows_of(lines: Sequence[str]) -> list[tuple[str, ...] | None]:
    """For each line its cells, None where it is no row: rows stand together and have equally many cells."""
    split = [_cells(line) for line in lines]
    out: list[tuple[str, ...] | None] = [None] * len(lines)
    start = 0
    while start < len(lines):
        here = split[start]
        end = start + 1
        if here is not None:
            while end < len(lines) and (len(split[end] or ()) == len(here) or is_rule(lines[end])):
                end += 1
            if sum(split[at] is not None for at in range(start, end)) >= _MIN_ROWS:
                framed = all(cells[0] == cells[-1] == "" for cells in split[start:end] if cells)
                out[start:end] = [cells[1:-1] if cells and framed else cells for cells in split[start:end]]
        start = end
    return out


def is_rule(line: str) -> bool:
    """Whether a line only rules off a table's head."""
    return "-" in line and "|" in line and len(line) < 400 and _RULE.match(line) is not None


def _cells(line: str) -> tuple[str, ...] | None:
    """Cells of a line that has tabs or bars inside, with those outside its frame; None for any other line and a rule."""
    if "\t" in line:
        parts = line.strip(_EDGE).split("\t")
    elif "|" in line or "｜" in line or "│" in line:
        parts = _BAR.split(line.strip(_EDGE))
    else:
        return None
    cells = tuple(part.strip(_EDGE) for part in parts)
    return cells if sum(map(bool, cells)) >= _MIN_CELLS and not is_rule(line) else None
