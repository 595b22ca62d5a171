"""Quantities: a number with its unit, its comparator and its hedge, as one mark.

The comparator's scope is settled here: 以上 and 左右 belong to the number they touch, and to every number of a list
joined by 分别 only where they end that list and no other number of it has one of its own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from orchestration.gazette.language.numbers import (
    ARABIC,
    CHINESE,
    RANGE,
    SCALE,
    arabic,
    chinese,
    pair,
    scale_of,
)
from orchestration.gazette.language.units import UNIT, Dimension, Unit, unit_of
from orchestration.gazette.records import Comparator

_SUFFIX = r"(?:及其?以上|及以内|及以下|以上|之上|以内|之内|以下|之下|左右|上下)"

_ARABIC_QUANTITY = re.compile(
    rf"(?<![A-Za-z0-9０-９.．第＋+])(?P<n>{ARABIC})(?P<more>[多余来])?(?P<s>{SCALE})?(?P<more2>[多余])?"
    rf"(?:(?P<u>{UNIT})?{RANGE}(?P<n2>{ARABIC})(?P<s2>{SCALE})?)?"
    rf"(?P<unit>{UNIT})?(?P<more3>[多余](?=[，。；、）！的\n]|$))?(?P<suffix>{_SUFFIX})?"
)
# Chinese numerals are parts of words everywhere; they are a quantity only behind a word that asks for one.
_ASKING = (
    "超过|突破|超|逾|过|近|不少于|不低于|不超过|至少|大约|约|达到|达|共|新增|新建|建成|建设|举办|承办|组织|引进|培育|打造|创建|开通|设立|创成|获批|"
    "新设|组建|召开|改造|推出|改扩建|建好|落户|落地|完成|竣工|开工"
)
_WORD_UNITS = "亿元|万元|元|个|家|所|座|场|处|条|艘|列|架|部|人次|人|户|套|公里|吨|亩|岁|天|件|成"
_WORDS_QUANTITY = re.compile(
    rf"(?P<ask>{_ASKING})(?P<cn>[{CHINESE}半]{{1,7}}?)(?P<more>[多余])?(?P<unit>(?:{_WORD_UNITS})(?![人性体级]))(?P<suffix>{_SUFFIX})?"
    rf"|百分之(?P<pct>[{CHINESE}]{{1,4}}(?:点[{CHINESE}]{{1,3}})?|{ARABIC})(?P<suffix2>{_SUFFIX})?"
    rf"|(?<![{CHINESE}])(?P<tenths>[一二两三四五六七八九])成(?P<suffix3>以上|左右)"
)
_WEAK_ASKING = frozenset(("共", "达", "达到"))
_COMPARING = frozenset(
    (
        "超过",
        "突破",
        "超",
        "逾",
        "过",
        "近",
        "不少于",
        "不低于",
        "不超过",
        "至少",
        "大约",
        "约",
    )
)

_AT_LEAST = (
    "不低于", "不少于", "不小于", "不下于",
    "超过", "超出", "突破", "至少", "最少", "大于", "高于", "多于", "超", "逾", "过", "大于等于", "≥", ">",
)  # fmt: skip
_AT_MOST = (
    "不超过",
    "不高于",
    "不大于",
    "不多于",
    "不突破",
    "不超",
    "低于",
    "少于",
    "小于",
    "至多",
    "最多",
    "≤",
    "<",
)
_ABOUT = ("大约", "大概", "约为", "约", "接近", "将近", "近")
# Words that end like a comparator and are none.
_NOT_COMPARATOR = (
    "通过",
    "经过",
    "再过",
    "最近",
    "附近",
    "公约",
    "条约",
    "合约",
    "节约",
    "制约",
    "预约",
    "集约",
    "签约",
    "赛过",
    "渡过",
    "度过",
    "超超",
)
_GE: Comparator = ">="
_LE: Comparator = "<="
_NEAR: Comparator = "~"
_WORDS = dict.fromkeys(_AT_LEAST, _GE) | dict.fromkeys(_AT_MOST, _LE) | dict.fromkeys(_ABOUT, _NEAR)
_BEFORE = tuple(sorted(_WORDS, key=len, reverse=True))
_AFTER: dict[str, Comparator] = {
    "以上": ">=", "及以上": ">=", "及其以上": ">=", "之上": ">=", "以内": "<=",
    "之内": "<=", "及以内": "<=", "以下": "<=", "之下": "<=",
    "及以下": "<=", "左右": "~", "上下": "~",
}  # fmt: skip
_HEDGES = frozenset(("左右", "上下", *_ABOUT))

_LIST_GAP = re.compile(r"(?:[、和及与]|以及)(?:不低于|不少于|不超过|超过|约|近|每人每[年月]|人均每[年月]|每[年月])?$")
_AT_LEAST_WITH_VERB = re.compile(r"(?:至少|最少|不少于)[^，。；：、0-9]{1,6}$")
_BARE_LIST = re.compile(r"(?<![0-9A-Za-z.第])(?:[0-9]+(?:\.[0-9]+)?[、和])+$")
_BARE_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_ANY_DIGIT = re.compile(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit. Offsets are those of the text it was found in, end exclusive."""

    start: int  # of the number, or of the comparator word before it
    end: int  # after the unit and its 以上, 左右
    number_start: int
    unit_end: int  # after the unit, before 以上, 左右
    value: float
    value_upper: float | None
    unit: str | None  # with its scale, as printed: 万套, 亿元, %
    base_value: float
    base_value_upper: float | None
    base_unit: str | None
    dimension: Dimension
    comparator: Comparator
    hedge: str | None
    before: str | None  # the comparator word before the number
    after: str | None  # 以上, 左右 … behind it
    words: bool = False  # written in Chinese numerals


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, comparators resolved; bare numbers without unit or scale are none."""
    found = [mark for match in _ARABIC_QUANTITY.finditer(text) if (mark := _from_digits(text, match)) is not None]
    words = [mark for match in _WORDS_QUANTITY.finditer(text) if (mark := _from_words(text, match)) is not None]
    if words:
        taken = {position for mark in found for position in range(mark.start, mark.end)}
        found += [mark for mark in words if mark.start not in taken and mark.end - 1 not in taken]
        found.sort(key=lambda mark: mark.number_start)
    return _shared(text, _with_bare(text, found))


def _from_digits(text: str, match: re.Match[str]) -> Quantity | None:
    n, more, s, more2, u, n2, s2, unit, more3, suffix = match.groups()
    if unit is None and s is None and s2 is None:
        return None
    start = match.start()
    value, scale = arabic(n), scale_of(s)
    upper: float | None = None
    end = match.end()
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
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1] in (
        "长",
        "为",
        "幅",
        "速",
        "率",
        "达",
        "降",
    ):
        value = -value
    printed = unit_of(unit) if unit is not None else None
    unit_end = end - len(suffix or "") - len(more3 or "")
    return _mark(
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


def _upper_only(text: str, match: re.Match[str]) -> Quantity | None:
    """What looked like a range is none (2021-2035, 5%到80万): only its last number stands with the unit."""
    n2, s2, unit, more3, suffix = match.group("n2", "s2", "unit", "more3", "suffix")
    if match["u"] is None or match["u"] == "年":
        return None
    start = match.start("n2")
    unit_end = match.end() - len(suffix or "") - len(more3 or "")
    printed = unit_of(unit) if unit is not None else None
    return _mark(
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


def _from_words(text: str, match: re.Match[str]) -> Quantity | None:
    if match["pct"] is not None:
        digits = match["pct"]
        number = arabic(digits) if _ANY_DIGIT.match(digits) else chinese(digits)
        if number is None:
            return None
        suffix = match["suffix2"]
        end, unit_end = match.end(), match.end() - len(suffix or "")
        return _mark(
            text,
            match.start(),
            unit_end,
            end,
            number,
            None,
            1,
            None,
            unit_of("%"),
            False,
            suffix,
            True,
        )
    if match["tenths"] is not None:
        value = chinese(match["tenths"]) or 0.0
        end, suffix = match.end(), match["suffix3"]
        return _mark(
            text,
            match.start(),
            end - 2,
            end,
            value,
            None,
            1,
            None,
            unit_of("成"),
            False,
            suffix,
            True,
        )
    numeral, unit, suffix = match["cn"], match["unit"], match["suffix"]
    great = ""
    while numeral and numeral[-1] in "万亿":
        great, numeral = numeral[-1] + great, numeral[:-1]
    if unit in ("亿元", "万元"):
        great, unit = great + unit[0], unit[1:]
    near = pair(numeral) if numeral else None
    number = near[0] if near else (chinese(numeral) if numeral else 1.0)
    if number is None or great not in ("", "万", "亿", "万亿"):
        return None
    asking = match["ask"]
    plain = asking not in _COMPARING and not match["more"] and suffix is None
    if plain and _AT_LEAST_WITH_VERB.search(text, max(0, match.start("cn") - 10), match.start("cn")) is not None:
        plain = False  # 至少建设一所
    if plain and (asking in _WEAK_ASKING or number < 2 or not numeral or numeral in ("百", "千", "十")):
        return None
    if unit == "成" and (great or number >= 10 or asking not in _COMPARING):
        return None
    if asking == "过" and not great and numeral not in ("百", "千", "十", "半"):
        return None  # 过三个, 通过两家: the verb, not the comparator
    if not numeral and asking not in _COMPARING:
        return None  # 亿元以上项目
    unit_end = match.end() - len(suffix or "")
    upper = near[1] if near else None
    start = match.start("cn")
    return _mark(
        text, start, unit_end, match.end(), number, upper, scale_of(great or None), great, unit_of(unit),
        bool(match["more"]), suffix, True,
    )  # fmt: skip


def _mark(
    text: str, start: int, unit_end: int, end: int, value: float, upper: float | None, scale: int,
    scale_word: str | None, unit: Unit | None, more: bool, suffix: str | None, words: bool,
) -> Quantity:  # fmt: skip
    before = _word_before(text, start)
    if before is None and _AT_LEAST_WITH_VERB.search(text, max(0, start - 10), start) is not None:
        more = True  # 至少组织两场
    comparator: Comparator = "="
    hedge: str | None = None
    if upper is not None:
        comparator = "range"
    elif suffix is not None:
        comparator = _AFTER[suffix]
    elif before is not None:
        comparator = _WORDS[before]
    elif more:
        comparator = ">="
    for word in (suffix, before):
        if word in _HEDGES:
            hedge = word
            break
    factor = unit.factor if unit is not None else 1.0
    return Quantity(
        start=start - len(before) if before else start,
        end=end,
        number_start=start,
        unit_end=unit_end,
        value=value,
        value_upper=upper,
        unit=((scale_word or "") + (unit.name if unit is not None else "")) or None,
        base_value=_clean(value * scale * factor),
        base_value_upper=None if upper is None else _clean(upper * scale * factor),
        base_unit=unit.base if unit is not None else None,
        dimension=unit.dimension if unit is not None else "count",
        comparator=comparator,
        hedge=hedge,
        before=before,
        after=suffix,
        words=words,
    )


def _word_before(text: str, start: int) -> str | None:
    left = text[max(0, start - 5) : start]
    if not left.endswith(_BEFORE):
        return None
    if left.endswith(_NOT_COMPARATOR):
        return None
    return next(word for word in _BEFORE if left.endswith(word))


def _clean(value: float) -> float:
    """The product without the noise of binary fractions: 1.1 × 10000 is 11000."""
    return float(f"{value:.12g}")


def _with_bare(text: str, found: list[Quantity]) -> list[Quantity]:
    """Numbers of a list that leave their unit to the last (提高20.9、36.2、54个百分点) get it."""
    marks: list[Quantity] = []
    for mark in found:
        start = mark.number_start
        if start > 2 and text[start - 1] in "、和" and text[start - 2].isdigit() and mark.unit is not None:
            match = _BARE_LIST.search(text, max(0, start - 40), start)
            if match is not None and (not marks or marks[-1].end <= match.start()):
                for number in _BARE_NUMBER.finditer(match[0]):
                    value = arabic(number[0])
                    at = match.start() + number.start()
                    factor = mark.base_value / mark.value if mark.value else 1.0
                    marks.append(
                        replace(
                            mark,
                            start=at,
                            number_start=at,
                            end=at + len(number[0]),
                            unit_end=at + len(number[0]),
                            value=value,
                            value_upper=None,
                            base_value=_clean(value * factor),
                            base_value_upper=None,
                            comparator="=",
                            hedge=None,
                            before=None,
                            after=None,
                        )  # fmt: skip
                    )
        marks.append(mark)
    return marks


def in_list(text: str, left: Quantity, right: Quantity) -> bool:
    """Whether two neighbours are joined as items of one list (7%、8%; 7%和8%; 超5%、约3%)."""
    gap = text[left.end : right.number_start]
    return len(gap) <= 6 and _LIST_GAP.match(gap) is not None


def _shared(text: str, found: list[Quantity]) -> list[Quantity]:
    index = 0
    while index < len(found):
        last = index
        while last + 1 < len(found) and in_list(text, found[last], found[last + 1]):
            last += 1
        if last > index and "分别" in text[max(0, found[index].start - 14) : found[index].start]:
            _share(found, index, last)
        index = last + 1
    return found


def _share(found: list[Quantity], first: int, last: int) -> None:
    """What ends (or opens) a 分别-list holds for all its numbers where the others have no comparator."""
    group = found[first : last + 1]
    plain = [mark.comparator == "=" for mark in group]
    if all(plain[:-1]) and group[-1].after is not None:
        source = group[-1]
    elif all(plain[1:]) and group[0].before is not None:
        source = group[0]
    else:
        return
    for position in range(first, last + 1):
        found[position] = replace(found[position], comparator=source.comparator, hedge=source.hedge)
