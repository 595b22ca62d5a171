"""Tables of works that a web page pasted with one cell a line: 序号, 目标任务, 责任单位, 进展情况, then each row's cells.

Such a table sets what was promised beside who must do it and what was done; read as sentences, one would be told for the
other. The headings say how many cells a row has; one heading may be torn in two lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.reading.listed_tables import EDGE, INDEX, Row

_DONE = re.compile(r"(?:工作|目前|当前|主要)?(?:进展|完成|落实|实施|推进)(?:情况|成效)")
_DUTY = re.compile(r"(?:责任|牵头|主办|承办|配合|协办|实施)(?:单位|部门|科室)|完成(?:时限|时间|期限)")
_PROMISED = re.compile(
    r"(?:主要|重点|具体|年度)?(?:项目|实事|工作|建设|任务|目标|内容)(?:与|和|及)?(?:内容|任务|目标|要求)(?:任务|内容)?|(?:主要|重点|具体|年度)?(?:目标|任务)"
)
_HEAD = re.compile(r"[^，。；：“”\d]{1,10}")
_WORK = re.compile(r".*[\u4e00-\u9fff].{4,}")
_ASIDE = re.compile(r"[^。；]{1,30}")
_MOST_HEADS = 9
_FEWEST_ROWS = 3
_MOST_TORN = 1  # headings


def listed_works(lines: Sequence[str], taken: Sequence[Row | None]) -> Iterator[tuple[int, int, list[Row]]]:
    """Runs of lines that are such tables: (first line, line after the last, rows with the headings)."""
    cells = [line.strip(EDGE) for line in lines]
    at = 0
    while at < len(cells):
        found = None
        if taken[at] is None and INDEX.fullmatch(cells[at]) is not None:
            heads = _heads(cells, taken, at + 1)
            found = _rows(cells, taken, at, heads) if heads else None
        if found is None:
            at += 1
            continue
        after, rows = found
        yield at, after, rows
        at = after


def _heads(cells: Sequence[str], taken: Sequence[Row | None], start: int) -> list[str]:
    """The headings behind that of the numbers; none where they do not name both a promise and what was done or who must."""
    heads: list[str] = []
    for at in range(start, min(len(cells), start + _MOST_HEADS)):
        if taken[at] is not None or _HEAD.fullmatch(cells[at]) is None:
            break
        heads.append(simplified(cells[at]))
    told = any(_DONE.fullmatch(head) or _DUTY.fullmatch(head) for head in heads)
    return heads if told and any(map(_PROMISED.fullmatch, heads)) else []


def _whole_heads(heads: list[str]) -> Iterator[list[str]]:
    """The headings as they stand, then with two neighbours that are no headings of works as one."""
    yield heads
    for at in range(len(heads) - _MOST_TORN):
        if not any(_DONE.fullmatch(head) or _PROMISED.fullmatch(head) for head in heads[at : at + 2]):
            yield [*heads[:at], heads[at] + heads[at + 1], *heads[at + 2 :]]


def _fits(heads: Sequence[str], row: Sequence[str]) -> bool:
    """Whether cells are such as their headings ask for: works are told, bodies and names are short."""
    for head, cell in zip(heads, row, strict=True):
        if _PROMISED.fullmatch(head) is not None:
            if _WORK.fullmatch(cell) is None:
                return False
        elif cell and _DONE.fullmatch(head) is None and _ASIDE.fullmatch(cell) is None:
            return False
    return True


def _rows(
    cells: Sequence[str], taken: Sequence[Row | None], first: int, heads: list[str]
) -> tuple[int, list[Row]] | None:
    """The line after a table whose rows begin with 1, 2, 3, and its rows; those with more or fewer cells stay as lines."""
    start = first + 1 + len(heads)
    if cells[start : start + 1] != ["1"]:
        return None
    for whole in _whole_heads(heads):
        rows: list[Row] = [(cells[first], *whole)]
        at, number, right = start, 1, 0
        while at < len(cells) and cells[at] == str(number) and taken[at] is None:
            following = _next(cells, at + 1, number + 1)
            end = min(at + 1 + len(whole), len(cells))
            row = [*cells[at + 1 : end]] + [""] * (at + 1 + len(whole) - end)  # a text may end within its last row
            if following in (None, end) and _fits(whole, row) and not any(taken[at:end]):
                rows.append((cells[at], *row))
                right += 1
            else:
                end = following or at + 1
                rows += [(cell,) for cell in cells[at:end]]
            at, number = end, number + 1
        if right >= _FEWEST_ROWS and right * 2 > number:
            return at, rows
    return None


def _next(cells: Sequence[str], start: int, number: int) -> int | None:
    """The line of the next number, if it is not far off."""
    near = cells[start : start + 3 * _MOST_HEADS]
    return start + near.index(str(number)) if str(number) in near else None
