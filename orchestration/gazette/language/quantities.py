"""Quantities: a number with its unit, its comparator and its hedge, as one mark.

The comparator's scope is settled here: 以上 and 左右 belong to the number they touch, and to every number of a list
joined by 分别 only where they end that list and no other number of it has one of its own.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from orchestration.gazette.language.comparators import (
    AFTER,
    BEFORE,
    HEDGES,
    NO_COMPARATOR,
    SUFFIX,
    at_least_with_verb,
    word_before,
)
from orchestration.gazette.language.numbers import ARABIC, CHINESE, RANGE, SCALE, arabic, chinese, pair, scale_of
from orchestration.gazette.language.quantity import Quantity, rounded
from orchestration.gazette.language.quantity_lists import completed, in_list, shared, with_bare
from orchestration.gazette.language.units import UNIT, Unit, unit_of
from orchestration.gazette.records import Comparator

__all__ = ["Quantity", "in_list", "quantities"]

_ARABIC_QUANTITY = re.compile(
    rf"(?<![A-Za-z0-9０-９.．第＋+])(?P<n>{ARABIC})(?P<more>[多余来])?(?P<s>{SCALE})?"
    rf"(?:(?<=[万亿])(?P<low>[0-9][千百][多余]?万|[0-9]千|[0-9]{{1,4}}万|[0-9]{{4}}(?![0-9])))?(?P<more2>[多余])?"
    rf"(?:(?P<u>{UNIT})?{RANGE}(?P<n2>{ARABIC})(?P<s2>{SCALE})?)?"
    rf"(?P<unit>{UNIT})?(?P<more3>[多余](?=[，。；、）！的\n]|$))?(?P<suffix>{SUFFIX})?"
)
# Chinese numerals are parts of words everywhere; they are a quantity only behind a word that asks for one.
_WORD_UNITS = (
    "亿元|万元|元|个(?![人性体])|家|所|项(?!目)|座|场|届(?![一二三四五六七八九十0-9])|处|条|艘|列|架|部|人次|人|户|套|公里|吨|亩|岁|天|件|成|倍|标准箱|标箱|千瓦时|千瓦|辆|台|平方米|"
    "立方米|公顷"
)
_DIGITS = re.compile(r"[0-9０-９][0-9０-９]*")
_WORDS_QUANTITY = re.compile(
    rf"(?P<cn>[{CHINESE}半][{CHINESE}半]{{0,6}}?)(?P<more>[多余])?(?P<unit>(?:{_WORD_UNITS})(?![级余]))(?P<suffix>{SUFFIX})?"
)
_ACTS_THAT_ASK = (
    "共 达 达到 新增 新建 建成 建设 举办 承办 组织 引进 培育 打造 创建 开通 设立 创成 获批 新设 组建 召开 改造 推出 改扩建 建好 落户 落地 "
    "完成 竣工 开工"
)
_LEVELS = "稳定在 保持在 控制在 维持在"  # before a level: 稳定在百万吨以上
_ASKING = tuple(sorted({*_ACTS_THAT_ASK.split(), *_LEVELS.split(), *BEFORE}, key=len, reverse=True))
_PERCENT = re.compile(rf"百分之(?P<pct>[{CHINESE}]{{1,4}}(?:点[{CHINESE}]{{1,3}})?|{ARABIC})(?P<suffix>{SUFFIX})?")
# 八成以上, 下降三成, 增长两倍; a bare 三成 says nothing of its own.
_TENTHS = re.compile("(?P<number>[一二两三四五六七八九])(?P<unit>成|倍)(?![为立员就])(?P<suffix>以上|左右)?")
_MOVES = tuple("增长 上升 提高 提升 下降 降低 减少 精简 压减 压缩 缩短 节约 回落 增 降 减".split())
_PIECES = frozenset("个 家 所 座 场 处 条 艘 列 架 部".split())
_CLOSING = ("，", "。", "；", "、", "\n", "")
_ACTED = re.compile(rf"(?:新开工|新开通|打通|{'|'.join(_ACTS_THAT_ASK.split()[3:])})[^，。；：、！\n\d]{{2,14}}$")
_TOLD = frozenset("个 家 所 项 座 条 处 场 部".split())
_OPENING = ("，", "。", "；", "：", "\n", "")
_TOLD_OF = re.compile(
    r"[^，。；：、！\n\d]{2,18}(?:落户|入选|获批|获评|荣获|获得|开工|建成|投产|竣工|投用|通车|上榜|跻身|升格|被列入|被评为|被认定|成功创建|通过验收)"
)
_WEAK_ASKING = frozenset(("共", "达", "达到"))
_ACTS = tuple(_ACTS_THAT_ASK.split())
_COMPARING = frozenset(BEFORE)
_LONGEST_NUMBER = 20  # digits and marks; what is longer is a code
_ANY_DIGIT = re.compile(r"[0-9０-９]")
_LATIN = re.compile("[A-Za-z]")
_SUFFIX = re.compile(SUFFIX)
_TO_ONE = re.compile(r"[∶：:]1(?![\d.∶：:])")
_RATIO = re.compile(r"(?:收入比|投入产出比|之比|比值|倍差|比例)[^，。；、]{0,20}$")
_MULTIPLE = re.compile(r"(?:收入比|比值|倍差)[^，。；、]{0,20}$")
_RATIO_REACH = 26
_NUMERALS = frozenset(CHINESE)
_STEP = re.compile("(?:[两三四五][个大])?(?:的)?(?:新的?)?(?:大关|台阶|关口|门槛)")  # 跨上3万亿元台阶: not less
_BARE_GREAT = re.compile("(?P<cn>[百千万])(?P<great>亿)(?=[，。；、])")
_TO_GREAT = re.compile(
    "(?<![批个家条座多])(?:突破|首破|再破|破|超过|过|超|近|达到|达)$"
)  # 产值突破百亿, not 一批超百亿


def quantities(text: str) -> list[Quantity]:
    """The quantities of a text in order, comparators resolved; bare numbers without unit or scale are none."""
    found = [mark for match in _digits(text) if (mark := _from_digits(text, match)) is not None]
    words = [mark for match in _WORDS_QUANTITY.finditer(text) if (mark := _from_words(text, match)) is not None]
    if "百分之" in text:
        words += [mark for match in _PERCENT.finditer(text) if (mark := _from_percent(text, match)) is not None]
    if "成" in text or "倍" in text:
        words += [mark for match in _TENTHS.finditer(text) if (mark := _from_tenths(text, match)) is not None]
    for match in _BARE_GREAT.finditer(text):
        if _TO_GREAT.search(text, max(0, match.start() - 3), match.start()) is not None:
            words.append(_from_great(text, match))
    if words:
        found += _apart(words, found)
        found.sort(key=lambda mark: mark.number_start)
    return shared(text, completed(text, with_bare(text, found)))


def _apart(words: list[Quantity], found: list[Quantity]) -> list[Quantity]:
    """Those of ``words`` that neither begin nor end inside one of ``found``, which are in order."""
    starts = [mark.start for mark in found]

    def is_taken(position: int) -> bool:
        index = bisect_right(starts, position) - 1
        return index >= 0 and position < found[index].end

    return [mark for mark in words if not is_taken(mark.start) and not is_taken(mark.end - 1)]


def _digits(text: str) -> Iterator[re.Match[str]]:
    """What ``_ARABIC_QUANTITY.finditer`` gives, in less time: it can match only where a run of digits begins."""
    at = 0
    for run in _DIGITS.finditer(text):
        if run.start() < at:
            continue
        match = _ARABIC_QUANTITY.match(text, run.start())
        if match is not None:
            at = match.end()
            yield match


def _from_digits(text: str, match: re.Match[str]) -> Quantity | None:
    n, more, s, low, more2, u, n2, s2, unit, more3, suffix = match.groups()
    if len(n) > _LONGEST_NUMBER:
        return None
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
    if text[start - 1 : start] == "-" and text[start - 2 : start - 1] in (
        "长",
        "为",
        "幅",
        "速",
        "率",
        "达",
        "降",
        "的",
    ):
        value, start = -value, start - 1
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


def _from_ratio(text: str, match: re.Match[str]) -> Quantity | None:
    """收入比2.5∶1, 倍差2.42: a ratio to one, which prints no unit; other bare numbers are none."""
    start, end = match.start("n"), match.end("n")
    to_one = _TO_ONE.match(text, end)
    if match["n2"] is not None or (to_one is None and "." not in match["n"]):
        return None
    if (_RATIO if to_one is not None else _MULTIPLE).search(text, max(0, start - _RATIO_REACH), start) is None:
        return None
    unit_end = to_one.end() if to_one is not None else end
    suffix = _SUFFIX.match(text, unit_end)
    end = suffix.end() if suffix is not None else unit_end
    return replace(
        _mark(text, start, unit_end, end, arabic(match["n"]), None, 1, None, None, False, suffix and suffix[0], False),
        dimension="ratio",
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


def _from_percent(text: str, match: re.Match[str]) -> Quantity | None:
    """百分之七点五以上."""
    digits, suffix = match["pct"], match["suffix"]
    number = arabic(digits) if _ANY_DIGIT.match(digits) else chinese(digits)
    if number is None:
        return None
    unit_end = match.end() - len(suffix or "")
    return _mark(text, match.start(), unit_end, match.end(), number, None, 1, None, unit_of("%"), False, suffix, True)


def _from_tenths(text: str, match: re.Match[str]) -> Quantity | None:
    number, unit, suffix = match.groups()
    start, end = match.span()
    if text[start - 1 : start] in _NUMERALS or (suffix is None and not text.endswith(_MOVES, 0, start)):
        return None
    unit_end = end - len(suffix or "")
    return _mark(text, start, unit_end, end, chinese(number) or 0.0, None, 1, None, unit_of(unit), False, suffix, True)


def _from_great(text: str, match: re.Match[str]) -> Quantity:
    """突破百亿: money by custom, but no unit is printed."""
    start, end = match.span("cn")[0], match.end()
    number = chinese(match["cn"]) or 0.0
    return _mark(text, start, end, end, number, None, scale_of("亿"), "亿", None, False, None, True)


def _from_words(text: str, match: re.Match[str]) -> Quantity | None:
    """两场, 百亿元, 三五家: only behind a word that asks for a number."""
    begin = match.start()
    left = text[max(0, begin - 4) : begin]
    if left.endswith(_ASKING):
        if left.endswith(NO_COMPARATOR) and not left.endswith(_ACTS):
            return None  # 新签约亿元以上项目
        asking = next(word for word in _ASKING if left.endswith(word))
    elif match["unit"] in _TOLD and text[begin - 1 : begin] in _OPENING and _TOLD_OF.match(text, match.end()):
        asking = "新建"  # 两项专项落户我市: the predicate asks for a number
    elif match["unit"] in _PIECES and text[match.end() : match.end() + 1] in _CLOSING:
        if _ACTED.search(text, max(0, begin - 24), begin) is None:
            return None
        asking = "新建"  # 新建城市书房两座: the act asks for a number across its noun
    else:
        return None
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
    plain = asking not in _COMPARING and not match["more"] and suffix is None
    if plain and at_least_with_verb(text, match.start("cn")):
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
    before = word_before(text, start)
    if before is None and at_least_with_verb(text, start):
        more = True  # 至少组织两场
    comparator: Comparator = "="
    hedge: str | None = None
    if upper is not None:
        comparator = "range"
    elif suffix is not None:
        comparator = AFTER[suffix]
    elif before is not None:
        comparator = BEFORE[before]
    elif more or _STEP.match(text, end):
        comparator = ">="
    for word in (suffix, before):
        if word in HEDGES:
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
        base_value=rounded(value * scale * factor),
        base_value_upper=None if upper is None else rounded(upper * scale * factor),
        base_unit=unit.base if unit is not None else None,
        dimension=unit.dimension if unit is not None else "count",
        comparator=comparator,
        hedge=hedge,
        before=before,
        after=suffix,
        words=words,
    )
