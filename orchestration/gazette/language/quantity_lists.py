"""Lists of quantities: the unit that only the last item prints, and the comparator that 分别 shares among them."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.language.numbers import arabic
from orchestration.gazette.language.quantity import Quantity, rounded

_GAP = re.compile(r"(?:[、和及与]|以及)(?:不低于|不少于|不超过|超过|约|近|每人每[年月]|人均每[年月]|每[年月])?$")
_QUOTES = "“”\x02"  # “5%以上”、“6%左右”; \x02 stands for them in a masked text
_NO_QUOTES = str.maketrans("", "", _QUOTES)
_GAP_LENGTH = 6
_BARE_LIST = re.compile(r"(?<![0-9A-Za-z.第/／])(?:[0-9]+(?:\.[0-9]+)?[、和])+$")
_BARE_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_CUT_SHORT = frozenset(("个", "万", "亿", "万亿"))
_APART_WITHIN = 14  # characters before the first figure in which 分别 stands


def with_bare(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same with the numbers of lists that leave their unit to the last (提高20.9、36.2、54个百分点)."""
    marks: list[Quantity] = []
    for mark in found:
        start = mark.number_start
        if start > 2 and text[start - 1] in "、和" and text[start - 2].isdigit() and mark.unit is not None:
            match = _BARE_LIST.search(text, max(0, start - 40), start)
            if match is not None and (not marks or marks[-1].end <= match.start()):
                marks += [_like(mark, match.start(), number) for number in _BARE_NUMBER.finditer(match[0])]
        marks.append(mark)
    return marks


def _like(mark: Quantity, offset: int, number: re.Match[str]) -> Quantity:
    """A bare number with the unit and the scale of the mark that ends its list."""
    value = arabic(number[0])
    start, end = offset + number.start(), offset + number.end()
    factor = mark.base_value / mark.value if mark.value else 1.0
    return replace(
        mark,
        start=start,
        number_start=start,
        end=end,
        unit_end=end,
        value=value,
        value_upper=None,
        base_value=rounded(value * factor),
        base_value_upper=None,
        comparator="=",
        hedge=None,
        before=None,
        after=None,
    )


def completed(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same with units that a list prints in full only behind its last number (12个、15个百分点; 3500万、2300万人次)."""
    for index in range(len(found) - 2, -1, -1):
        mark, following = found[index], found[index + 1]
        if mark.unit in _CUT_SHORT and following.unit != mark.unit and in_list(text, mark, following):
            whole = following.unit or ""
            if whole.startswith(mark.unit or "") and (mark.unit != "个" or whole.endswith("点")):
                factor = following.base_value / following.value if following.value else 1.0
                found[index] = replace(
                    mark,
                    unit=whole,
                    base_value=rounded(mark.value * factor),
                    base_unit=following.base_unit,
                    dimension=following.dimension,
                )
    return found


def in_list(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two neighbours are joined as items of one list (7%、8%; 7%和8%; 超5%、约3%)."""
    if right.number_start - left.end > _GAP_LENGTH:
        return False
    return _GAP.match(_between(text[left.end : right.number_start])) is not None


def _between(gap: str) -> str:
    """What stands between two figures, without the quotes around each."""
    if gap[:1] not in _QUOTES or not gap:
        return gap
    return gap.translate(_NO_QUOTES)


def shared(text: str, found: list[Quantity]) -> list[Quantity]:
    """The same with the comparator that ends or opens a 分别-list given to all its numbers."""
    index = 0
    while index < len(found):
        last = index
        while last + 1 < len(found) and in_list(text, found[last], found[last + 1]):
            last += 1
        if last > index and "分别" in text[max(0, found[index].start - _APART_WITHIN) : found[index].start]:
            found[index : last + 1] = _share(found[index : last + 1])
        index = last + 1
    return found


def _share(group: list[Quantity]) -> list[Quantity]:
    """One comparator, behind the last number or before the first, holds for all where the others have none."""
    plain = [mark.comparator == "=" for mark in group]
    if all(plain[:-1]) and group[-1].after is not None:
        source = group[-1]
    elif all(plain[1:]) and group[0].before is not None:
        source = group[0]
    else:
        return group
    return [replace(mark, comparator=source.comparator, hedge=source.hedge) for mark in group]
