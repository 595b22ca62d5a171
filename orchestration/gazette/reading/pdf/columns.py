"""Reading order of a page: columns by the gutters between them, titles and tables that span columns in their place.

A page is cut at a gutter only in those zones where nothing crosses it and lines stand on both sides. Where the gutter
of other pages is known, short lines (lists of names) follow it too.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

_TOLERANCE = 0.35  # em by which the beginnings of a column's lines may differ
_WIDE = 0.62  # of its column's width: most lines of prose are wider, cells of a table narrower
_PROSE_SHARE = 0.5  # share of wide lines on both sides that makes two columns of text
_MIN_LINES = 3  # lines on each side without which chance gaps could be a gutter
_MANY_LINES = 6  # of prose on the left that stop at one edge: what stands beyond it is a column, however short
_ALIGNED_SHARE = 0.7  # share of a column's lines that begin at its edge or at the indent
_MIN_COLUMN = 8.0  # em: narrower stretches of text are a table's cells
_MAX_DEPTH = 2  # cuts within cuts: up to four columns
_CANDIDATES = 6
MAX_ITEMS = 1_500  # a page of more pieces is a drawing: it is read row by row, in linear time


Alone = frozenset[int]  # ids of items that span all columns without touching a gutter


class Item(Protocol):
    """Something with a place: a segment or a table."""

    @property
    def x0(self) -> float: ...
    @property
    def x1(self) -> float: ...
    @property
    def top(self) -> float: ...
    @property
    def bottom(self) -> float: ...


@dataclass(slots=True)
class Block:
    """Items of one column or one spanning stretch, with the column's edges."""

    items: list[Item]
    left: float
    right: float
    spanning: bool = True  # not one of several columns


@dataclass(frozen=True, slots=True)
class Gutter:
    """Where a column begins: the left edge of its lines."""

    at: float
    support: int  # lines of prose on the weaker side


def find_gutter(items: Sequence[Item], em: float, depth: int = 0, alone: Alone = frozenset()) -> Gutter | None:
    """The gutter that parts most lines of prose, None where a page has a single column."""
    best: Gutter | None = None
    for at in _candidates(items, em):
        support = 0
        for zone in _zones(items, at, em, alone):
            left, right = _sides(zone, at, em)
            least = 1 if len(left) >= _MANY_LINES else _MIN_LINES
            if len(left) >= _MIN_LINES and len(right) >= least and _is_columns(left, right, em, depth):
                support += min(len(left), len(right))
        if support and (best is None or support > best.support):
            best = Gutter(at, support)
    return best


def blocks(
    items: Sequence[Item], em: float, house: Sequence[float] = (), depth: int = 0, alone: Alone | None = None
) -> list[Block]:
    """Items in reading order. ``house``: where columns begin on other pages of the file."""
    if not items:
        return []
    if len(items) > MAX_ITEMS:
        return [_block(items)]
    alone = _alone(items, em) if alone is None else alone
    found = find_gutter(items, em, 0, alone)
    at = _known_gutter(items, em, house)
    if found is not None and (at is None or _crossings(items, found.at, em) < _crossings(items, at, em)):
        at = found.at
    if depth >= _MAX_DEPTH or at is None:
        return [_block(items)]
    out: list[Block] = []
    for zone in _zones(items, at, em, alone):
        left, right = _sides(zone, at, em)
        known = any(abs(at - other) <= em for other in house) or found is not None
        if left and right and (_is_columns(left, right, em) or (known and _is_list(left, right, em))):
            right, above = _trim(left, right)
            out += blocks(above, em, (), depth + 1, alone) if above else []
            for side in (left, right):
                for block in blocks(side, em, house, depth + 1, alone):
                    block.spanning = False
                    out.append(block)
        elif (
            house and len(zone) >= _MIN_LINES and not _anything_crosses(zone, at, em, alone) and (not left or not right)
        ):
            block = _block(zone)  # one column filled in part, beside nothing
            block.spanning = False
            out.append(block)
        elif out and out[-1].spanning:
            out[-1] = _block([*out[-1].items, *zone])
        else:
            out.append(_block(zone))
    return out


def all_gutters(items: Sequence[Item], em: float, depth: int = 0, alone: Alone | None = None) -> list[Gutter]:
    """Every place where a column of prose begins on a page, outer cuts first."""
    alone = _alone(items, em) if alone is None else alone
    found = find_gutter(items, em, depth, alone) if depth < _MAX_DEPTH else None
    if found is None:
        return []
    out = [found]
    for zone in _zones(items, found.at, em, alone):
        left, right = _sides(zone, found.at, em)
        if _is_columns(left, right, em, depth):
            out += all_gutters(left, em, depth + 1, alone) + all_gutters(right, em, depth + 1, alone)
    return out


def _known_gutter(items: Sequence[Item], em: float, house: Sequence[float]) -> float | None:
    """The gutter of other pages that the fewest lines here run across, the leftmost of several."""
    left = min(item.x0 for item in items)
    right = max(item.x1 for item in items)
    inside = [at for at in house if left + _MIN_COLUMN * em < at < right - em]
    return min(inside, key=lambda at: (_crossings(items, at, em), at), default=None)


def _crossings(items: Sequence[Item], at: float, em: float) -> int:
    return sum(1 for item in items if _crosses(item, at, em))


def _block(items: Sequence[Item]) -> Block:
    return Block(list(items), min(item.x0 for item in items), max(item.x1 for item in items))


def _candidates(items: Sequence[Item], em: float) -> list[float]:
    """Left edges that several lines share, well inside the page: where a second column may begin."""
    if len(items) < 4:
        return []
    left = min(item.x0 for item in items)
    right = max(item.x1 for item in items)
    step = max(em * _TOLERANCE, 1.0)
    starts = Counter(round(item.x0 / step) for item in items if left + _MIN_COLUMN * em < item.x0 < right - 4 * em)
    merged: Counter[int] = Counter({key: starts[key] + starts.get(key + 1, 0) for key in starts})
    out: list[float] = []
    for key, count in merged.most_common(4 * _CANDIDATES):
        near = [item.x0 for item in items if round(item.x0 / step) in (key, key + 1)]
        at = min(near)
        if count >= 2 and all(abs(at - other) > step for other in out):
            out.append(at)
        if len(out) >= _CANDIDATES:
            break
    return [*out, *(at for at in _beyond_edges(items, em) if all(abs(at - other) > step for other in out))]


def _alone(items: Sequence[Item], em: float) -> Alone:
    """Titles over three columns: set in the middle of the page with nothing beside them.

    Columns fill from the left, so that text of a middle column has the left one beside it.
    """
    if not items:
        return frozenset()
    middle = (min(item.x0 for item in items) + max(item.x1 for item in items)) / 2
    ordered = sorted(items, key=lambda item: item.top)
    found = []
    lowest = float("-inf")
    for index, item in enumerate(ordered):
        above, lowest = lowest, max(lowest, item.bottom)
        below = ordered[index + 1].top if index + 1 < len(ordered) else float("inf")
        by_itself = above <= item.top + 0.1 * em and below >= item.bottom - 0.1 * em
        if by_itself and abs((item.x0 + item.x1) / 2 - middle) < 1.5 * em:
            found.append(id(item))
    return frozenset(found)


def _beyond_edges(items: Sequence[Item], em: float) -> list[float]:
    """What begins just beyond an edge at which many lines end: a second column of a line or two."""
    ends = Counter(round(item.x1 / em) for item in items)
    out = []
    for key, _ in ends.most_common(3):
        near = [item.x1 for item in items if abs(item.x1 / em - key) <= 1]
        if len(near) >= _MANY_LINES:
            begins = [item.x0 for item in items if max(near) + 0.5 * em < item.x0 < max(near) + 5 * em]
            out += [min(begins)] if begins else []
    return out


def _zones(items: Sequence[Item], at: float, em: float, alone: Alone) -> list[list[Item]]:
    """Stretches of the page from top to bottom: those that something crosses at ``at``, and those between."""
    ordered = sorted(items, key=lambda item: (item.top, item.x0))
    crossed: list[tuple[float, float]] = []  # heights taken by what crosses, one after the other
    for item in ordered:
        if _crosses(item, at, em) or id(item) in alone:
            if crossed and item.top < crossed[-1][1]:
                crossed[-1] = (crossed[-1][0], max(crossed[-1][1], item.bottom))
            else:
                crossed.append((item.top, item.bottom))
    zones: list[list[Item]] = []
    before: bool | None = None
    for item in ordered:
        crosses = _shares_height(item, crossed)
        if crosses != before:
            zones.append([])
            before = crosses
        zones[-1].append(item)
    return zones


def _shares_height(item: Item, crossed: list[tuple[float, float]]) -> bool:
    """Whether the item stands for the most part beside something that crosses."""
    first = bisect_right(crossed, (item.top, float("-inf")))
    return any(
        min(item.bottom, bottom) - max(item.top, top) > 0.5 * min(_height(item), bottom - top)
        for top, bottom in crossed[max(first - 1, 0) : first + 2]
    )


def _height(item: Item) -> float:
    return max(item.bottom - item.top, 0.1)


def _crosses(item: Item, at: float, em: float) -> bool:
    return item.x0 < at - 0.5 * em and item.x1 > at - 0.1 * em


def _anything_crosses(zone: Sequence[Item], at: float, em: float, alone: Alone) -> bool:
    return any(_crosses(item, at, em) or id(item) in alone for item in zone)


def _sides(zone: Sequence[Item], at: float, em: float) -> tuple[list[Item], list[Item]]:
    left = [item for item in zone if item.x0 < at - 0.5 * em]
    right = [item for item in zone if item.x0 >= at - 0.5 * em]
    return left, right


def _is_columns(left: Sequence[Item], right: Sequence[Item], em: float, depth: int = 0) -> bool:
    """Whether both sides are prose beside each other: wide lines, at overlapping heights."""
    if len(left) < 2 or len(right) < 1 or not _beside(left, right):
        return False
    if _reads_as_prose(left, em, depth):
        short = len(right) < _MIN_LINES or (len(left) >= _MANY_LINES and _is_aligned(right, em))
        return short or _reads_as_prose(right, em, depth)
    return len(right) >= _MANY_LINES and _is_aligned(left, em) and _is_prose(right, em)


def _reads_as_prose(side: Sequence[Item], em: float, depth: int) -> bool:
    """Prose in one column, or in several of its own."""
    if _is_prose(side, em):
        return True
    wide = max(item.x1 for item in side) - min(item.x0 for item in side) > 2 * _MIN_COLUMN * em
    return depth < _MAX_DEPTH and wide and len(side) >= 2 * _MIN_LINES and find_gutter(side, em, depth + 1) is not None


def _is_prose(side: Sequence[Item], em: float) -> bool:
    edge = max(item.x1 for item in side)
    start = min(item.x0 for item in side)
    if edge - start < _MIN_COLUMN * em:
        return False
    if not _is_aligned(side, em):
        return False
    wide = sum(1 for item in side if item.x1 - item.x0 > _WIDE * (edge - start))
    return wide >= _PROSE_SHARE * len(side)


def _is_aligned(side: Sequence[Item], em: float) -> bool:
    """Whether lines begin at one edge or at its indent, one beside the other nowhere."""
    start = min(item.x0 for item in side)
    aligned = sum(1 for item in side if item.x0 <= start + 2.7 * em)
    return aligned >= _ALIGNED_SHARE * len(side)


def _is_list(left: Sequence[Item], right: Sequence[Item], em: float) -> bool:
    """Whether both sides are lists under a gutter known from elsewhere: one item a line, not cells of a row."""
    if len(left) + len(right) < 2 or not _beside(left, right):
        return False
    rows = Counter(round(item.top / (0.5 * em)) for item in left)
    crowded = sum(1 for count in rows.values() if count > 1)
    return crowded * 3 <= len(rows)


def _beside(left: Sequence[Item], right: Sequence[Item]) -> bool:
    top = max(min(item.top for item in left), min(item.top for item in right))
    bottom = min(max(item.bottom for item in left), max(item.bottom for item in right))
    return bottom > top


def _trim(left: list[Item], right: list[Item]) -> tuple[list[Item], list[Item]]:
    """Right-hand lines above the first left-hand one belong to what is above the columns (a date set to the right)."""
    first_left = min(item.top for item in left)
    above = [item for item in right if item.bottom <= first_left]
    return [item for item in right if item.bottom > first_left], above
