"""Tables whose bars stand at the beginning of lines, or in lines of their own, one cell a line.

Each cell is closed by the next bar; the heads tell how many cells make a row.
"""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.name_tables import NAME_HEAD, NUMBER_HEAD, TABLE_HEAD
from orchestration.gazette.extraction.recognitions.names_on_lines import has_shape
from orchestration.gazette.extraction.recognitions.persons_listed import Span
from orchestration.gazette.extraction.recognitions.printed_lines import Line
from orchestration.gazette.language.people import can_be_name

_NUMBER = re.compile(r"\d{0,4}")
_FEWEST_HEADS = 2
_LONGEST_CELL = 60


def cells_behind_bars(lines: list[Line], at: int) -> tuple[list[Span], int] | None:
    """The names of a table whose cells bars close, and the line after it; no names where its rows cannot be told.

    None where no such table begins here.
    """
    if at + 1 >= len(lines) or not lines[at + 1].words.startswith("|") or not TABLE_HEAD.fullmatch(lines[at].words):
        return None
    cells, after = _cells(lines, at)
    width = next((index for index, (_, words) in enumerate(cells) if not TABLE_HEAD.fullmatch(words)), len(cells))
    heads = [words for _, words in cells[:width]]
    named = [index for index, words in enumerate(heads) if NAME_HEAD.search(words)]
    if width < _FEWEST_HEADS or len(named) != 1 or len(cells) % width:
        return [], after
    rows = [cells[index : index + width] for index in range(width, len(cells), width)]
    if heads[0] in NUMBER_HEAD and not all(_NUMBER.fullmatch(row[0][1]) for row in rows):
        return [], after
    found = [row[named[0]] for row in rows if row[named[0]][1]]
    fits = can_be_name if "姓名" in heads[named[0]] else has_shape
    fitting = [(start, start + len(words)) for start, words in found if fits(words)]
    return (fitting if len(fitting) == len(found) else []), after


def _cells(lines: list[Line], at: int) -> tuple[list[tuple[int, str]], int]:
    """(offset, words) of the cells that bars close from line ``at`` on, and the line after the last bar."""
    cells: list[tuple[int, str]] = []
    held: tuple[int, str] | None = None
    closed = at
    while at < len(lines):
        line = lines[at]
        if held and not line.words.startswith("|"):
            break  # what no bar closes is not of the table
        offset = line.start
        for index, piece in enumerate(line.words.split("|")):
            if index:
                cells.append(held or (offset, ""))
                held = None
                closed = at + 1
            words = piece.strip(" 　")
            if words:
                held = (offset + len(piece) - len(piece.lstrip(" 　")), words)
            offset += len(piece) + 1
        if held and len(held[1]) > _LONGEST_CELL:
            break
        at += 1
    return cells, closed
