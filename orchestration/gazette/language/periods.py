"""Periods: the years and spans a text names (2021年年底, “十四五”末, 今后五年)."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import lru_cache

from orchestration.gazette.language.scanning import matches
from orchestration.gazette.record_class import record

UP_TO = "截至"  # the part of a year that a mark tells of: its beginning up to a day
_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 10}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and the printed deadline where there is one; all None where the time is not known."""

    start: dt.date | None = None
    end: dt.date | None = None
    deadline: dt.date | None = None


@lru_cache(maxsize=1024)
def years(first: int, last: int) -> Period:
    """Whole years, both included."""
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def plan_span(name: str) -> tuple[int, int] | None:
    """The years of a five-year plan by its name (十四五 -> 2021, 2025); None if it is none."""
    match = _PLAN.search(name)
    if match is None:
        return None
    number = match[1]
    ordinal = 10 + _CHINESE[number[1]] if len(number) == 2 else _CHINESE[number]
    first = 2021 + (ordinal - 14) * 5
    return first, first + 4


# “十四五”, and in full: 第十四个五年规划; not 第十五届.
_PLAN = re.compile(
    r"(?:(?<!第)|(?<=第)(?=..?个五年))(十[一二三四五六七八九]|[九十])个?五(?![大个项条亿万千百届次冬运])(?:(?<=个五)|(?!年))"
)

YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)年")
# 2011云江市公布实事15件: a year without 年 that a title begins with, no count.
BARE_YEAR = re.compile(r"((?:19|20)\d\d)(?=[一-龥])(?![个家名人户项元万亿多余件所条座年辆台亩吨公])")
YEAR_SPAN = re.compile(r"((?:19|20)\d\d)年?[-—－–~至到]{1,2}((?:19|20)\d\d)年?")


# --- marks of time inside sentences -----------------------------------------------------------------------------------

# What any time begins with.
_TIME_BEGINS = re.compile(
    r"[“\"‘1-9截预一二三四五六七八九十两今本去上下前明当全年未过近这新](?=[\d的一二三四五六七八九十两五年月季半初底末内后来去止至到计—~～–－-])"
)
_TIME = re.compile(
    r"(?P<from_year>(?<!\d)(?:19|20)\d\d)年(?:(?P<from_month>\d{1,2})月(?:\d{1,2}日)?[-—－–~至到]{1,2}(?P<to_year>(?:19|20)\d\d)年(?P<to_month>\d{1,2})月(?:[底末]|\d{1,2}日)?|起，?(?P<for>[两二三四五2-5])年内?)"
    r"|(?P<and1>(?<!\d)(?:19|20)\d\d)年?[和、](?P<and2>(?:19|20)\d\d)年(?=[^，。；\d]{0,12}(?:共|累计|合计))"
    r"|(?P<upto>(?:(?P<upto_before>(?<!\d)(?:19|20)\d\d)年，?)?(?:截[至止]|预计[到至])(?:今年|(?P<upto_last>去年|上年))?(?P<upto_year>(?:19|20)\d\d年)?(?P<upto_month>\d{1,2})月(?:[底末份]|(?P<upto_day>\d{1,2})[日号])?)"
    r"|(?P<y1>(?<!\d)(?:19|20)\d\d)年?(?:[-—－–~至到]{1,2})(?P<y2>(?:19|20)\d\d)年?(?:(?<=年)(?P<y2_month>\d{1,2})月(?:底|末)?(?!\d))?"
    r"|(?P<y>(?<!\d)(?:19|20)\d\d)(?:年|(?=[全我][市省区县州]))(?P<part>年?底|年?末|上半年|下半年|[一二三四]季度|前三季度|1月?[-—~～–－至到]\d{1,2}月(?!\d)|前(?:[一二三四五六七八九十]|\d{1,2})个月|\d{1,2}月(?!\d{1,2}[日号])底?)?"
    r"|(?P<plan>[“\"‘]?(?:十[一二三四五六七八九]?|九)五(?![冬运届])[”\"’]?) ?(?P<plan_part>期?末|以来|时期|期间|规划|期)?"
    r"|(?:去年|上年)(?P<last_part>[上下]半年|[一二三四]季度|前三季度|1月?[-—~～–－至到]\d{1,2}月(?!\d)|\d{1,2}月(?=[^\d底末前以起开中上下初]|$))"
    r"|(?P<sub>(?<![年期提])(?:今年)?(?:[上下]半年|[一二三四]季度|前三季度|前(?:[一二三四五六七八九十]|\d{1,2})个?月|1月?[-—~～–－至到]\d{1,2}月(?!\d)|(?<!\d)\d{1,2}月(?:份|当月)|(?<=今年)\d{1,2}月(?=[^\d份底末前以起开中上下初]|$)))(?![未])"
    r"|(?P<rel>(?:今年|年初)以来|今年(?:年?底)?|新的一年|本年度?|去年|上年末?|年内|全年|年底|年末|明年|当年)"
    r"|(?P<span>(?:今后|未来|过去的?|近|这|(?<![学之以年生提])前)[一二三四五六七八九十两\d]{1,2}年(?!级|制|期)"
    r"|(?<=计划)[一二三四五六七八九十两\d]{1,2}年(?=内|完成|建成|新|投|改|实施|治理)"
    r"|[一二三四五六七八九十两]年(?:来|间|(?=累计|共计|合计|年均|（下同）年均))|(?<!第)[三四五]年(?=共?完成)|(?<!\d)[2-9]年(?:来|间|(?=累计|共计|合计))|[三五]年内)"
)
_IN_TIMES = re.compile("[年月五季]")  # every time has one of these
_COMPARED = re.compile(
    r"(?:(?<![占配])比|较|自|由|从|(?<=[，。；])以|[比较][^，。；\d]{1,6}的|超|(?:扭转|结束|改变|打破|摆脱)了?|按照?|[高低快慢好优多少]于)(?:“|上)?$"
)
# 超额完成全年目标任务; but 今年预期目标增长5% and 今年目标是 set one.
_AIM_AFTER = re.compile("(?:各项)?(?:预期|既定)?(?:目标|任务|计划(?:任务|目标))(?!增长|下降|[为是定设均：:])")
_BESIDE = re.compile(r"[与和同跟]“?$")
_COMPARED_AFTER = re.compile(
    r"(?:价|可比|不变|相比|(?:有[^，。；\d]{1,14})?以来最|同期|的?平均|末?的?(?:实际)?(?:水平|基础)|(?:以?来)?(?:同期)?(?:的)?(?:新高|新低|最[高低好快大多少])|(?:预算|计划|目标)?(?:任务|预算|计划|目标)的?[\d.]+%|(?:预算|计划|目标)?(?:任务|预算|计划|目标)的\d|末?的[\d.]+倍)"
)
# Before a plan's bare name that says when; inside a phrase it only tells things apart (加快“十四五”在建项目).
_OPENS_CLAUSE = re.compile(
    r"(?:\A|[，。；：！、\n 　—）”■●◆▲到至自在于是了年]|整个|过去|[全我][国省市县区州]|[省市县区])“?$"
)
# “十五五”开局之年: the first year of the plan, not all of it.
EDGE_OF_PLAN = re.compile(
    "(?:规划|计划)?的?(?:良好|顺利|胜利|圆满|精彩)?(?:(?P<first>开局|开好局|起步|第一年)|收官|最后一年)"
)
_PLAN_MET = ("计划的", "规划的", "计划确定", "规划确定", "的各项任务", "确定的")
_CLOSING_YEAR = re.compile(r"今年，?是[^。；\n]{0,12}五”?(?:规划|时期)?的?(?:收官|最后一年)")
_ON_BASIS = re.compile(r"[^，。；]{0,30}(?:基础|水平)上")
_BESIDE_AFTER = re.compile(r"[^，。；\d]{0,6}相比|末?(?:基本|大体|大致|总体)?(?:相比|比|持平|相当|同期|保持一致|一致)")


@record(frozen=True, slots=True)
class TimeMark:
    """One time in the text, resolved against the document's year; ``first``/``last`` are years, None where not known."""

    start: int
    end: int
    words: str
    first: int | None
    last: int | None
    relative: bool  # 年内, 全年, 今年: holds within what is spoken of
    period: Period
    part: str | None = None  # 上半年, 一季度: a part of the year spoken of


@lru_cache(maxsize=1024)
def part_of(year: int, part: str) -> Period:
    whole = years(year, year)
    if part in ("底", "末", "年底", "年末"):
        return Period(whole.start, whole.end, whole.end)
    months = {
        "上半年": (1, 6),
        "下半年": (7, 12),
        "一季度": (1, 3),
        "二季度": (4, 6),
        "三季度": (7, 9),
        "四季度": (10, 12),
        "前三季度": (1, 9),
    }
    if part in months:
        first, last = months[part]
    elif part.startswith("前"):
        count = part[1:].removesuffix("月").removesuffix("个")
        first, last = 1, int(count) if count.isdigit() else _CHINESE[count]
        if not 1 <= last <= 12:
            return whole
    else:
        numbers = [int(n) for n in re.findall(r"\d+", part)]
        if not numbers or not 1 <= numbers[-1] <= 12:
            return whole
        first, last = (1, numbers[-1]) if len(numbers) == 2 else (numbers[0], numbers[0])
        if part.endswith("底"):
            return Period(whole.start, whole.end, _month_end(year, last))
    return Period(dt.date(year, first, 1), _month_end(year, last))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def time_marks(text: str, base: int | None, start: int = 0, end: int | None = None) -> list[TimeMark]:
    """The times that ``text[start:end]`` names, in order; those it only compares with (比上年, 较2020年) are left out."""
    marks: list[TimeMark] = []
    stop = len(text) if end is None else end
    if _IN_TIMES.search(text, start, stop) is None:
        return marks
    for match in matches(_TIME, _TIME_BEGINS, text, start, stop):
        first, last = match.span()
        if _COMPARED.search(text, max(0, first - 4), first) or _COMPARED_AFTER.match(text, last):
            continue
        if text[first - 1 : first] == "在" and _ON_BASIS.match(text, last):
            continue  # 在前两年下降的基础上下降3%
        if _BESIDE.search(text, max(0, first - 2), first) and _BESIDE_AFTER.match(text, last):
            continue
        if match["y1"] and text[first - 1 : first] in "（(" and text[last : last + 1] in "）)":
            continue  # 三年行动计划（2018—2020年）: part of its name
        if match["rel"] and _AIM_AFTER.match(text, last):
            continue  # 超额完成全年目标任务
        if match["plan"] and text.startswith(_PLAN_MET, last):
            continue  # 完成了“九五”计划的各项任务
        if match["plan"] and not match["plan_part"] and _OPENS_CLAUSE.search(text, max(0, first - 4), first) is None:
            continue
        mark = _resolve(match, base)
        if mark is not None:
            marks.append(mark)
    return marks


def _resolve(match: re.Match[str], base: int | None) -> TimeMark | None:
    start, end, words = match.start(), match.end(), match[0]
    if match["from_year"]:
        return _running_on(match)
    if match["and1"]:
        first, last = int(match["and1"]), int(match["and2"])
        return TimeMark(start, end, words, first, last, False, years(first, last)) if last == first + 1 else None
    if match["y1"]:
        first, last = int(match["y1"]), int(match["y2"])
        if first > last:
            return None
        whole, month = years(first, last), int(match["y2_month"] or 12)
        if 1 <= month < 12:  # 2018年至2020年11月底
            whole = Period(whole.start, _month_end(last, month))
        return TimeMark(start, end, words, first, last, False, whole)
    if match["y"]:
        year = int(match["y"])
        if match["part"] is None and match.string.startswith("以来", end):  # 2006年以来: up to now
            return TimeMark(start, end, words, year, year, False, Period(dt.date(year, 1, 1)))
        period = part_of(year, match["part"]) if match["part"] else years(year, year)
        return TimeMark(start, end, words, year, year, False, period)
    if match["upto"]:
        return _up_to(match, base)
    if match["plan"]:
        span = plan_span(match["plan"])
        if span is None or not (match["plan_part"] or words.startswith(("“", '"', "‘"))):
            return None
        if (edge := EDGE_OF_PLAN.match(match.string, end)) is not None:
            year = span[0] if edge["first"] else span[1]
            return TimeMark(start, end, words, year, year, False, years(year, year))
        if match["plan_part"] in ("末", "期末"):
            return TimeMark(start, end, words, span[1], span[1], False, years(span[1], span[1]))
        if match["plan_part"] == "规划":
            return None
        return TimeMark(start, end, words, span[0], span[1], False, years(*span))
    if match["last_part"]:
        part = match["last_part"]
        if base is None:
            return TimeMark(start, end, words, None, None, False, Period())
        return TimeMark(start, end, words, base - 1, base - 1, False, part_of(base - 1, part))
    if match["sub"]:
        part = match["sub"].removeprefix("今年")
        period = part_of(base, part) if base is not None else Period()
        return TimeMark(start, end, words, base, base, True, period, part)
    if match["rel"]:
        word = match["rel"]
        shift = -1 if word in ("去年", "上年", "上年末") else 1 if word == "明年" else 0
        relative = word not in ("去年", "上年", "上年末", "明年")
        if base is None:
            return TimeMark(start, end, words, None, None, relative, Period())
        if word in ("今年以来", "年初以来"):
            return TimeMark(start, end, "今年以来", base, base, relative, Period(dt.date(base, 1, 1)))
        if shift < 0 and match.string.startswith(("以来，", "以来全", "以来我"), end):  # 去年以来: up to now
            return TimeMark(start, end, words, base - 1, base - 1, relative, Period(dt.date(base - 1, 1, 1)))
        return TimeMark(start, end, words, base + shift, base + shift, relative, years(base + shift, base + shift))
    return _spanning(match, base)


def _running_on(match: re.Match[str]) -> TimeMark | None:
    """2019年10月—2020年3月; 2012年起5年内: from a year on into another."""
    first = int(match["from_year"])
    if match["for"] is not None:
        number = int(match["for"]) if match["for"].isdigit() else _CHINESE[match["for"]]
        last = first + number - 1
        return TimeMark(match.start(), match.end(), match[0], first, last, False, years(first, last))
    last, begin, stop = int(match["to_year"]), int(match["from_month"]), int(match["to_month"])
    if not (1 <= begin <= 12 and 1 <= stop <= 12 and (first, begin) <= (last, stop)):
        return None
    period = Period(dt.date(first, begin, 1), _month_end(last, stop))
    return TimeMark(match.start(), match.end(), match[0], first, last, False, period)


def _up_to(match: re.Match[str], base: int | None) -> TimeMark | None:
    """截至9月底, 截至2021年9月20日: what has been reached of the year by then."""
    month, day = int(match["upto_month"]), match["upto_day"]
    named = match["upto_year"] or match["upto_before"]
    year = int(named[:4]) if named else base
    if year is not None and match["upto_last"]:
        year -= 1
    if not 1 <= month <= 12:
        return None
    if year is None:
        return TimeMark(match.start(), match.end(), match[0], None, None, True, Period())
    end = _month_end(year, month)
    if day is not None and 1 <= int(day) <= end.day:
        end = end.replace(day=int(day))
    return TimeMark(match.start(), match.end(), match[0], year, year, False, Period(dt.date(year, 1, 1), end), UP_TO)


def _spanning(match: re.Match[str], base: int | None) -> TimeMark | None:
    words = match["span"]
    digits = re.search(r"[\d一二三四五六七八九十两]{1,2}", words)
    number = 0
    if digits is not None:
        number = int(digits[0]) if digits[0].isdigit() else _CHINESE.get(digits[0], 0)
    if base is None or not number:
        return TimeMark(match.start(), match.end(), words, None, None, False, Period())
    if words.startswith(("今后", "未来")) or match.string.endswith("计划", 0, match.start()):
        first, last = base, base + number - 1
    elif words.endswith("内"):
        return TimeMark(match.start(), match.end(), words, base, base + number - 1, False, Period())
    else:
        over = closes_plan(match.string)
        first, last = base - number + over, base - 1 + over
    return TimeMark(match.start(), match.end(), words, first, last, False, years(first, last))


@lru_cache(maxsize=4)
def closes_plan(text: str) -> bool:
    """Whether a text is told when a five-year plan ends (今年是“十二五”收官之年): the years it counts back end with its own."""
    return _CLOSING_YEAR.search(text) is not None
