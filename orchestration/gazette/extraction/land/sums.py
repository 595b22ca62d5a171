"""Uses of a place told in sentences that name it no more: known by their sum, which is the place's figure before them."""

from __future__ import annotations

from dataclasses import replace

from orchestration.gazette.extraction.land.areas import Area
from orchestration.gazette.extraction.land.lead import Found
from orchestration.gazette.extraction.land.uses import scope_of

_FEW = 2
_CENT = 100
_SHARE_DIGIT = 0.06


def placed(read: list[Found]) -> list[Found]:
    """The figures in order; uses that stand behind a place's figure and make up its area, or are the
    share of it that is told of them, have its place: 市区计划供应200公顷。商服用地50公顷，住宅用地150公顷."""
    found = list(read)
    for at, whole in enumerate(read):
        if whole.place is None or whole.rule == "land.table" or not _may_be_whole(whole):
            continue
        parts = _parts_behind(found, at, whole)
        summed = [found[index] for index in parts if _is_part(found[index], whole)]
        if (len(summed) < _FEW or not _makes(summed, whole.area)) and not _are_shares(summed, whole):
            continue
        if any(_is_own(one, whole) for one in read):
            continue
        for index in parts:
            found[index] = replace(found[index], place=whole.place)
    return found


def _may_be_whole(found: Found) -> bool:
    return found.use is None or scope_of(found.use) == "housing"


def _parts_behind(found: list[Found], at: int, whole: Found) -> list[int]:
    """The uses without a place between a place's figure and the next one that could have parts."""
    parts = []
    for index in range(at + 1, len(found)):
        one = found[index]
        if (one.kind, one.year) != (whole.kind, whole.year):
            continue  # 较上年实际供应量7650亩: only held against it
        if one.use is None or one.rule == "land.table":
            break
        if one.place is None:
            parts.append(index)
    return parts


def _is_part(found: Found, whole: Found) -> bool:
    return (scope_of(found.use or "") == "kind") == (whole.use is not None)


def _is_own(found: Found, whole: Found) -> bool:
    """Whether the plan's own place has the same figure: then the parts are its own."""
    return (
        found.place is None and found.use == whole.use and abs(found.area.ha - whole.area.ha) < _half_digit(whole.area)
    )


def _are_shares(parts: list[Found], whole: Found) -> bool:
    """Whether the shares told of figures are their parts of the place's: 占住房用地供应总量的78.1%."""
    told = [(one.area.ha, one.share) for one in parts if one.share is not None]
    return bool(told) and all(abs(ha / whole.area.ha * _CENT - share) < _SHARE_DIGIT for ha, share in told)


def _makes(parts: list[Found], whole: Area) -> bool:
    near = _half_digit(whole) + sum(_half_digit(one.area) for one in parts)
    return abs(sum(one.area.ha for one in parts) - whole.ha) <= near


def _half_digit(area: Area) -> float:
    return 0.5 * 10.0**-area.decimals * (area.ha / area.value if area.value else 1.0)
