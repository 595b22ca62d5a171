"""Quantities: a number with its unit, its comparator and its hedge, as one mark.

The comparator's scope is settled here: 以上 and 左右 belong to the number they touch, and to every number of a list
joined by 分别 only where they end that list and no other number of it has one of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import replace

from orchestration.gazette.language.comparators import (
    SUFFIX,
)
from orchestration.gazette.language.numbers import (
    ARABIC,
    RANGE,
    SCALE,
    arabic,
    scale_of,
)
from orchestration.gazette.language.quantity import Quantity, mark_of, rounded
from orchestration.gazette.language.quantity_lists import completed, in_list, shared, with_bare
from orchestration.gazette.language.scanning import matches
from orchestration.gazette.language.units import UNIT, unit_of
from orchestration.gazette.language.written_quantities import written

__all__ = ["Quantity", "in_list", "labels_before_figures", "quantities"]

# 超5 000万元: thousands set off with a space, as yearbooks print them; after a blank or a bar they are two columns.
_SPACED = r"(?<=[一-龥])[0-9]{1,3}(?: [0-9]{3})+(?![0-9 ])(?=[万亿元人户亩吨家个])"
_ARABIC_QUANTITY = re.compile(
    rf"(?:(?<![A-Za-z0-9０-９.．第＋+/／])|(?<=GDP)|(?<=CPI))(?P<n>{_SPACED}|{ARABIC})(?P<more>[多余来])?(?P<s>{SCALE})?"
    rf"(?:(?<=[万亿])(?P<low>[0-9][千百][多余]?万|[0-9]千|[0-9]{{1,4}}万|[0-9]{{4}}(?![0-9])))?(?P<more2>[多余])?"
    rf"(?:(?=[^-—–－~～至到，。；\n]{{0,24}}[-—–－~～至到])(?P<u>{UNIT})?{RANGE}(?P<n2>{ARABIC})(?P<s2>{SCALE})?)?"
    rf"(?P<unit>{UNIT})?(?P<more3>[多余](?=[，。；、）！的\n]|$))?(?:（[^（）\d]{{1,5}}）(?=以[上下]))?(?P<suffix>{SUFFIX})?"
)
_DIGITS = re.compile(r"[0-9０-９][0-9０-９]*")  # it begins where a run of digits does
_LONGEST_NUMBER = 20  # digits and marks; what is longer is a code
_LATIN = re.compile("[A-Za-z]")
_SUFFIX = re.compile(SUFFIX)
_TO_ONE = re.compile(r"[∶：:]1(?![\d.∶：:])")
_RATIO = re.compile(r"(?:收入比|投入产出比|之比|比值|倍差|比例)[^，。；、]{0,20}$")
_MULTIPLE = re.compile(r"(?:收入比|比值|倍差)[^，。；、]{0,20}$")
_RATIO_REACH = 26
# 居民消费价格指数101.5, 基尼系数0.38: an index prints no unit, and nothing stands behind it but its bound.
_INDEX = re.compile(
    r"(?:指数|(?<=[一-龥]{2})系数)(?:（[^（）]{1,10}）)?(?:累计|平均|总体|总水平|分别)*(?:控制|保持|稳定|维持|下降|上升|提高|提升|降低|降|升)?[在为到至达是约]{0,2}$"
)
_LABEL_BEFORE_FIGURE = re.compile(r"\n[ 　]*(\d{1,2})\.(?=\d)")
_ITEM_LABEL = re.compile(r"(?:\n|\A)[ 　]*(\d{1,2})\.(?!\d)")
_INDEX_REACH = 26
_SIGNED = frozenset(("%", "个百分点"))
_CLOSED = re.compile(r"[，。；（）！\n]|、(?!\d)|$")


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, comparators resolved; bare numbers without unit or scale are none."""
    for _, end in labels_before_figures(text):
        text = f"{text[: end - 1]} {text[end:]}"
    figures = matches(_ARABIC_QUANTITY, _DIGITS, text)
    found = [mark for match in figures if (mark := _from_digits(text, match)) is not None]
    words = list(written(text))
    if words:
        found += _apart(words, found)
        found.sort(key=lambda mark: mark.number_start)
    return shared(text, completed(text, with_bare(text, found)))


def labels_before_figures(text: str) -> list[tuple[int, int]]:
    """The spans of item numbers that a figure follows (1.新建…⏎2.50个小区…): where another item bears the number beside."""
    found = list(_LABEL_BEFORE_FIGURE.finditer(text))
    if not found:
        return []
    items = {int(match[1]) for match in _ITEM_LABEL.finditer(text)}
    return [
        (match.start(1), match.end()) for match in found if not items.isdisjoint((int(match[1]) - 1, int(match[1]) + 1))
    ]


def _apart(words: list[Quantity], found: list[Quantity]) -> list[Quantity]:
    """Those of ``words`` that neither begin nor end inside one of ``found``, which are in order."""
    starts = [mark.start for mark in found]

    def is_taken(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < found[index].end

    return [mark for mark in words if not is_taken(mark.start) and not is_taken(mark.end - 1)]


def _from_digits(text: str, match: re.Match[str]) -> Quantity | None:
    n, more, s, low, more2, u, n2, s2, unit, more3, suffix = match.groups()
    if len(n) > _LONGEST_NUMBER or (n[0] == "0" and n[1:2] not in ("", ".")):
        return None  # 2024-06486: a code
    if unit is None and s is None and s2 is None:
        return _from_ratio(text, match)
    if unit is None and _LATIN.match(text, match.end()):
        return None  # 2万GWp: a unit that is not known
    start = match.start()
    value, scale = arabic(n), scale_of(s)
    upper: float | None = None
    end = match.end()
    if low is not None:  # 2万5千公里, 1亿2000万元, 1亿3千多万元
        plain = low.replace("多", "").replace("余", "")
        more = more or (None if plain == low else "多")
        rest = arabic(plain.rstrip("百千万")) * scale_of(plain.lstrip("0123456789") or None)
        if rest >= scale or n2 is not None:
            return None
        value = rounded(value + rest / scale)
    if n2 is not None:
        upper = arabic(n2)
        scale2 = scale_of(s2)
        if s is None:
            scale = scale2  # 10-15万
        if (u is not None and unit is not None and u != unit) or scale != scale2 or not value < upper:
            return None if unit is None and s2 is None else _upper_only(text, match)
        s = s2 or s
        if u is not None and unit is None:
            unit = u
    listed = unit in _SIGNED and text[start - 2 : start - 1] in ("、", "和")  # 分别增长2.3%、-0.3%和5.7%
    if text[start - 1 : start] == "-" and (
        listed
        or text[start - 2 : start - 1]
        in (
            "长",
            "为",
            "幅",
            "速",
            "率",
            "达",
            "降",
            "的",
            "低",
            "温",
            "零",
        )
    ):
        value, start = -value, start - 1
    printed = unit_of(unit) if unit is not None else None
    unit_end = end - len(suffix or "") - len(more3 or "")
    return mark_of(
        text,
        start,
        unit_end,
        end,
        value,
        upper,
        scale,
        s,
        printed,
        bool(more or more2 or more3),
        suffix,
        False,
    )


def _from_ratio(text: str, match: re.Match[str]) -> Quantity | None:
    """收入比2.5∶1, 倍差2.42: a ratio to one, which prints no unit; other bare numbers are none."""
    start, end = match.start("n"), match.end("n")
    to_one = _TO_ONE.match(text, end)
    if match["n2"] is not None:
        return None
    if (
        to_one is None
        and text.find("数", max(0, start - _INDEX_REACH), start) >= 0
        and _INDEX.search(text, max(0, start - _INDEX_REACH), start) is not None
    ):
        return _index(text, start, end, match["n"])
    if to_one is None and "." not in match["n"]:
        return None
    if (_RATIO if to_one is not None else _MULTIPLE).search(text, max(0, start - _RATIO_REACH), start) is None:
        return None
    unit_end = to_one.end() if to_one is not None else end
    suffix = _SUFFIX.match(text, unit_end)
    end = suffix.end() if suffix is not None else unit_end
    return replace(
        mark_of(
            text, start, unit_end, end, arabic(match["n"]), None, 1, None, None, False, suffix and suffix[0], False
        ),
        dimension="ratio",
    )


def _index(text: str, start: int, end: int, number: str) -> Quantity | None:
    """The value of an index; None where more stands behind it (指数2021年, 指数100强)."""
    suffix = _SUFFIX.match(text, end)
    stop = suffix.end() if suffix is not None else end
    if _CLOSED.match(text, stop) is None:
        return None
    bound = suffix[0] if suffix is not None else None
    found = mark_of(text, start, end, stop, arabic(number), None, 1, None, None, False, bound, False)
    return replace(found, dimension="rate")


def _upper_only(text: str, match: re.Match[str]) -> Quantity | None:
    """What looked like a range is none (2021-2035, 5%到80万): only its last number stands with the unit."""
    n2, s2, unit, more3, suffix = match.group("n2", "s2", "unit", "more3", "suffix")
    if match["u"] is None or match["u"] == "年":
        return None
    start = match.start("n2")
    unit_end = match.end() - len(suffix or "") - len(more3 or "")
    printed = unit_of(unit) if unit is not None else None
    return mark_of(
        text,
        start,
        unit_end,
        match.end(),
        arabic(n2),
        None,
        scale_of(s2),
        s2,
        printed,
        bool(more3),
        suffix,
        False,
    )
