"""Tables typed into a text with tabs or upright bars between their cells, or aligned by spaces below a head of duties."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.gazette.language.characters import simplified

_EDGE = " \t\u3000\xa0"
_BAR = re.compile(r"\s?[|｜│]\s?")
_RULE = re.compile(r"^[\s|｜│:+\-—─┼]+$")  # the line under a head: |---|---|
_MIN_CELLS = 2
# The head of a table of duties that spaces align: words alone, one of them for who answers or by when.
_SPACED = re.compile(r" {2,}|\u3000+")
_DUTIES = re.compile(r"(?:责任|牵头|配合|承办|负责|落实)(?:责任)?(?:单位|部门)|(?:完成|办理|整改)(?:时限|时间|期限)")
_HEAD_CELL = re.compile(r"[\u4e00-\u9fff（）]{2,12}")
_FEWEST_CELLS = 3
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
    _align(lines, out)
    return out


def _align(lines: Sequence[str], out: list[tuple[str, ...] | None]) -> None:
    """Fills in the rows of tables of duties whose cells are set apart by spaces alone."""
    at = 0
    while at < len(lines):
        head = _spaced(lines[at])
        end = at + 1
        if out[at] is None and len(head) >= _FEWEST_CELLS and _is_head_of_duties(head):
            while end < len(lines) and out[end] is None and len(_spaced(lines[end])) == len(head):
                end += 1
            if end - at >= _MIN_ROWS:
                out[at:end] = [_spaced(line) for line in lines[at:end]]
        at = end


def _spaced(line: str) -> tuple[str, ...]:
    return tuple(_SPACED.split(line.strip(_EDGE)))


def _is_head_of_duties(cells: tuple[str, ...]) -> bool:
    return all(map(_HEAD_CELL.fullmatch, cells)) and any(_DUTIES.fullmatch(simplified(cell)) for cell in cells)


def is_rule(line: str) -> bool:
    """Whether a line only rules off a table's head."""
    return "-" in line and "|" in line and len(line) < 400 and _RULE.match(line) is not None


def _cells(line: str) -> tuple[str, ...] | None:
    """Cells of a line that has tabs or bars inside, with those outside its frame; None for any other line and a rule."""
    if "\t" in line:
        parts = line.strip(" \u3000\xa0").split("\t")  # a tab at the beginning leaves the first cell empty
    elif "|" in line or "｜" in line or "│" in line:
        parts = _BAR.split(line.strip(_EDGE))
    else:
        return None
    cells = tuple(part.strip(_EDGE) for part in parts)
    return cells if sum(map(bool, cells)) >= _MIN_CELLS and not is_rule(line) else None
