"""Marks of dates: every date, part of a year and recurrence in a text, with its span and the days it means.

A year that is left out comes from the sentence, else from the year of the document. Nothing here knows today's date.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from orchestration.gazette.language.dates import (
    COUNT,
    DAY,
    MONTH,
    YEAR,
    counted,
    full_day,
    han_number,
    month_end,
    parse_date,
    year_number,
)
from orchestration.gazette.language.scanning import matches
from orchestration.gazette.record_class import record
from orchestration.gazette.records import Document, Recurrence

Precision = Literal["day", "ten_days", "month", "quarter", "half", "year", "recurrence"]


@record(frozen=True, slots=True)
class DateMark:
    """One date, part of a year, or recurrence. ``start``/``end`` are offsets in the text given, end exclusive.

    ``first_day``/``last_day`` bound what is meant (5月底: both 31 May; 上半年: 1 January, 30 June); None where the year
    is not known. ``bound`` says how a task is tied to it: by (…前), at (…底, 于…日), until (至…), since (自…起), None else.
    """

    start: int
    end: int
    first_day: dt.date | None
    last_day: dt.date | None
    precision: Precision
    bound: Literal["by", "at", "until", "since"] | None = None
    recurrence: Recurrence | None = None
    is_computed: bool = False
    is_year_printed: bool = True


def context_year(document: Document) -> int | None:
    """The year that dates without one mean: the document's own, or the next where its title plans for that one."""
    own = document.doc_year or (document.signed_date.year if document.signed_date else None)
    title = f"{document.title} {document.attached_title or ''}"
    named = {int(year) for year in re.findall(r"(?<![\d—–~-])(20\d\d)年(?!\s?[—–~-])", title)}
    if own is None:
        return named.pop() if len(named) == 1 else None
    return own + 1 if own + 1 in named and own not in named else own


_OF_WORK = re.compile(
    r"(?<![\d自从至到])((?:199|20\d)\d)年度?(?=(?!以来|\d|[上下]半年)(?:(?!\d{4}年|参加|从事|[从在后任被已])[^，。；：\n]){0,20}(?:行动|工作(?!者|人员|经历)|任务|方案|计划|要点|整治|活动|调查|普查|检查|评选|考核|竞赛|征集))"
)


def year_of_work(text: str) -> int | None:
    """The one year that a text names its own work by (2009年专项行动), for one that is dated nowhere; None without one."""
    years = {int(year) for year in _OF_WORK.findall(text)}
    return years.pop() if len(years) == 1 else None


_SAID_YEAR = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "翌": 1, "去": -1, "上": -1, "后": 2, "前": -2}
# 3、6、9、12月: a month of each quarter.
_QUARTERS = "|".join(
    "{}月?、{}月?、{}月?[、和及]{}月".format(*months.split())
    for months in ("3 6 9 12", "1 4 7 10", "2 5 8 11", "三 六 九 十二", "一 四 七 十")
)
# What any mark begins with.
_MARK_BEGINS = re.compile(
    r"[“0-9一二三四五六七八九十今本当明次翌去上后前年底末下第每逐按](?=[\d〇○零ＯOoΟ◯０一二三四五六七八九十个年月季半、底末终—–~～至-])"
)
_MARK = re.compile(
    rf"(?<![\d.])(?P<iso>[12]\d{{3}}([-/])(?:1[0-2]|0?[1-9])\2(?:3[01]|[12]\d|0?[1-9]))(?!\d)"
    rf"|(?P<every>每(?:[一1个]{{1,2}})?(?:季度|季|月|年度?|半年)|逐[月季]度?|按(?:季度?|月度?|年度?)(?=[^份]))"
    rf"(?:(?P<efour>(?:{MONTH}月?[、，]){{2}}{MONTH}月?[、，和及]{MONTH})月|(?:的?(?P<emonth>{MONTH})月(?:[、和及]{MONTH}月)?))?(?:的?(?P<eday>{DAY})[日号])?(?P<eend>度?[末底初])?"
    rf"|(?P<quarters>(?<![\d.])(?:{_QUARTERS})份?(?:的?{DAY}[日号]|[底末初])?)"
    rf"|(?P<next>[次翌]月(?:的)?(?:上旬|中旬|下旬|{DAY}[日号]|[底末初]))"
    rf"|(?:(?P<year>(?<!\d){YEAR})年度?(?!期|以[来后上]|[版级])|(?P<said>[今本当明次翌去上后前])年度?(?!期|以来))"
    rf"?(?:(?P<mfrom>(?<![\d一二三四五六七八九十个几数.]){MONTH})[—–~～至-]{{1,2}}(?={MONTH}月))?"
    rf"(?P<month>(?<![\d一二三四五六七八九十个几数.]){MONTH})月"
    rf"(?:(?P<day>{DAY})[日号](?:[—–~～至到-]{{1,2}}(?P<until>{DAY})[日号])?|(?P<part>上旬|中旬|下旬|[底末初])|(?=份|[前之以起至到—，。；、）)】〕\]\n]|完|开|全|组|建|启|实|形|投[入产运用]|竣工|通[车航水电]|动工|交付|封顶|上线|出台|验收|$))"
    rf"|(?:(?P<ycar>(?<!\d){YEAR})年度?|(?P<ysaid>[今本当明次翌去])年度?|(?<![一二三四五六七八九十\d几数半多每])(?=[年上下一二三四第1-4]))"
    rf"(?P<frac>(?:[年]?[底末]|年终)|[上下]半年(?:[底末])?|第?[一二三四1-4]季度[底末]?)"
    rf"|“?(?P<plan>十[一二三四五六])五”?(?:规划)?期?末"
    rf"|(?<!\d)(?P<bare>{YEAR})年(?![度代前级版第新来期间来])"
)
_HOLDS_ONE = re.compile("[年月季底末/-]")  # one of these is in each of them: most sentences have none
_AFTER = re.compile(
    r"(?:[（(]含(?:当[日天])?[）)])?(?:之前|以前|前|之内|以内)(?!后|期|来|往|夕|提|瞻|景|沿|十|三|五)|份(?:之前|以前)|份?[底末]?前(?!后)|"
    # （本周三）下午三点前, 下午下班前, 17:00前
    r"(?:[（(][本下这]?(?:周|星期|礼拜)[一二三四五六日天末][）)])?(?:(?:上午|下午|晚上?|中午|早上?|当[天日晚])?"
    r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3})(?:[:：]\d{2}|[时点](?:\d{1,2}分|[整半])?)|[上下]班|零点)|中午|上午|下午|晚上?)(?:之前|以前|前)(?!后)"
)
_SINCE = re.compile(r"[（(]?含?当?日?[）)]?(?:开始|之?日?起|以来|以后|之后|后)")
_BEFORE_AT = re.compile(
    r"(?:至|到|截至|截止|直至|延长至|延至|不晚于|不迟于|不得?超过|不得晚于|不得迟于|最迟|务必于|力争|于|在|须于|应于|需于|拟于)$"
)


def date_marks(text: str, year: int | None = None) -> list[DateMark]:
    """Every date mark of a text in order; ``year`` (context_year) is what dates that leave theirs out mean."""
    return list(iter_date_marks(text, 0, len(text), year))


def iter_date_marks(text: str, start: int, end: int, year: int | None) -> Iterator[DateMark]:
    """The marks inside [start, end): a sentence is best, as a left-out year comes from the dates before it there."""
    if _HOLDS_ONE.search(text, start, end) is None:
        return
    running = year
    every_year = False
    for match in matches(_MARK, _MARK_BEGINS, text, start, end):
        mark, named = _read_mark(text, match, end, running, year)
        if mark is None:
            continue
        if match["every"]:
            every_year = mark.recurrence == "yearly" and match["emonth"] is not None
        elif every_year and named is None and match["month"]:
            # 每年2月底前…，3月底前…: the second comes round each year too.
            mark = replace(mark, first_day=None, last_day=None, precision="recurrence", recurrence="yearly")
        # A year printed earlier in the sentence goes on, unless it lies before the document's (a date told, not set).
        if named is not None and (year is None or named >= year):
            running = named
        yield mark


def _read_mark(
    text: str, match: re.Match[str], limit: int, running: int | None, year: int | None
) -> tuple[DateMark | None, int | None]:
    if match["iso"]:
        day = parse_date(match["iso"])
        return _bounded(text, match, limit, (day, day), "day", True), day.year if day else None
    if match["every"]:
        return _recurring(text, match, limit), None
    if match["next"] or match["quarters"]:  # 次月5日前: after each month
        return _recurring(text, match, limit), None
    if match["plan"]:
        last_year = 2005 + 5 * (
            (han_number(match["plan"]) or 11) - 10
        )  # 十一五 ended in 2010, each one after lasts five years
        day = dt.date(last_year, 12, 31)
        return _bounded(text, match, limit, (day, day), "year", True), None
    if match["bare"]:
        number = year_number(match["bare"])
        return _bounded(text, match, limit, _whole_year(number), "year", True), number
    printed = match["year"] or match["ycar"]
    said = match["said"] or match["ysaid"]
    if printed:
        of_year: int | None = year_number(printed)
    elif said in ("当", "次", "翌"):
        of_year = None if running is None else running + _SAID_YEAR[said]
    elif said:
        of_year = None if year is None else year + _SAID_YEAR[said]
    else:
        of_year = running
    named = of_year if printed or said else None
    if match["month"]:
        span, precision = _in_month(of_year, han_number(match["month"]), match["day"], match["part"])
        if match["day"] and of_year is not None and span[0] is None:
            return None, None  # 2月30日: no such day
        if match["until"] and (last := full_day(of_year, han_number(match["month"]), han_number(match["until"]))):
            span = (span[0], last)
        if match["mfrom"] and of_year is not None and (first := full_day(of_year, han_number(match["mfrom"]), 1)):
            span = (first, span[1])
    else:
        span, precision = _in_year(of_year, match["frac"])
    return _bounded(text, match, limit, span, precision, bool(printed)), named


Span = tuple[dt.date | None, dt.date | None]


def _in_month(year: int | None, month: int | None, day: str | None, part: str | None) -> tuple[Span, Precision]:
    if day:
        exact = full_day(year, month, han_number(day))
        return (exact, exact), "day"
    precision: Precision = "ten_days" if part and part[-1] in "旬初" else "month"
    if year is None or month is None:
        return (None, None), precision
    last = month_end(year, month)
    if part in ("底", "末"):
        return (last, last), precision
    if part in ("上旬", "初"):
        return (dt.date(year, month, 1), dt.date(year, month, 10)), precision
    if part == "中旬":
        return (dt.date(year, month, 11), dt.date(year, month, 20)), precision
    if part == "下旬":
        return (dt.date(year, month, 21), last), precision
    return (dt.date(year, month, 1), last), precision


def _in_year(year: int | None, words: str) -> tuple[Span, Precision]:
    at_end = words.endswith(("底", "末", "终"))
    if "半年" in words:
        first_month, last_month, precision = (1, 6, "half") if "上" in words else (7, 12, "half")
    elif "季度" in words:
        quarter = han_number(words.replace("第", "")[0]) or 1
        first_month, last_month, precision = quarter * 3 - 2, quarter * 3, "quarter"
    else:
        first_month, last_month, precision = 1, 12, "year"
    kind: Precision = "half" if precision == "half" else "quarter" if precision == "quarter" else "year"
    if year is None:
        return (None, None), kind
    last = month_end(year, last_month)
    return (last if at_end else dt.date(year, first_month, 1), last), kind


def _whole_year(year: int | None) -> Span:
    return (None, None) if year is None else (dt.date(year, 1, 1), dt.date(year, 12, 31))


def _bounded(
    text: str, match: re.Match[str], limit: int, span: Span, precision: Precision, is_year_printed: bool
) -> DateMark:
    """A mark with the words around it that bind a task to it: 前, 底前, 至…, 自…起."""
    start, end = match.span()
    bound: Literal["by", "at", "until", "since"] | None = None
    after = _AFTER.match(text, end, limit)
    since = None if after else _SINCE.match(text, end, limit)
    lead = text[max(0, start - 6) : start]
    if after:
        end = after.end()
        bound = "by"
    elif since:
        end = since.end()
        bound = "since"
    elif _BEFORE_AT.search(lead):
        bound = "until" if re.search(r"[至到]$|截止$", lead) else "at"
    elif text[end - 1] in "底末终":
        bound = "at"
    first, last = span
    if (
        bound == "by"
        and precision == "month"
        and match["month"]
        and not match["part"]
        and text[end - 2 : end] != "底前"
    ):
        # 5月前 leaves May out, 5月底前 does not.
        first, last = (None, None) if first is None else (first, first - dt.timedelta(days=1))
    return DateMark(start, end, first, last, precision, bound, None, False, is_year_printed)


_EVERY: dict[str, Recurrence] = {"月": "monthly", "季": "quarterly", "年": "yearly"}


def _recurring(text: str, match: re.Match[str], limit: int) -> DateMark | None:
    word = match["every"] or ("每季" if match["quarters"] else "每月")
    if "半年" in word:
        return None  # twice a year: no recurrence of the contract's says it
    kind = _EVERY["季" if "季" in word or match["efour"] else "月" if "月" in word else "年"]
    end = match.end()
    after = _AFTER.match(text, end, limit)
    if after:
        end = after.end()
    return DateMark(match.start(), end, None, None, "recurrence", "by" if after else None, kind)


_FROM_DAY = re.compile(
    rf"(?:自|从)(?:本?[\u4e00-\u9fff]{{0,8}}?)(?P<base>印发|发布|公布|下发|签发|发文|施行|实施|公告|通知|生效)之?日起的?{COUNT}"
    rf"(?P<unit>日|天|个月|年|个工作日)(?:之?内|以内|前)"
)


def computed_marks(text: str, signed: dt.date | None, effective: dt.date | None = None) -> Iterator[DateMark]:
    """Periods counted from the day a document was signed (自印发之日起30日内): the count begins on the day after."""
    if "日起" not in text:
        return
    for match in _FROM_DAY.finditer(text):
        base = effective if match["base"] in ("施行", "实施", "生效") else signed
        last = counted(base, match["n"], match["unit"])
        if last is not None:
            yield DateMark(match.start(), match.end(), base, last, "day", "by", None, True, False)
