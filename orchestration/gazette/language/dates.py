"""Dates as this language writes them: marks with spans, first and last day, and what repeats.

``parse_date`` reads one full date (成文日期). ``date_marks`` finds every date, part of a year and recurrence in a text;
a year that is left out comes from the sentence or from the year of the document. ``validity`` reads from when to when a
document is in force. Nothing here knows today's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from orchestration.gazette.records import Document, Recurrence

Precision = Literal["day", "ten_days", "month", "quarter", "half", "year", "recurrence"]

_ZEROS = "〇○零ＯOoΟ◯０"
_HAN = (
    {character: value for value, character in enumerate("零一二三四五六七八九")} | dict.fromkeys(_ZEROS, 0) | {"两": 2}
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")

_YEAR = rf"(?:[12]\d{{3}}|[一二][{_ZEROS}九一二三四五六七八]{{3}})"
_MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
_DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"

_FULL = re.compile(
    rf"({_YEAR})\s?年\s?({_MONTH})\s?月\s?({_DAY})\s?[日号]|(?<!\d)([12]\d{{3}})([-/.])(\d{{1,2}})\5(\d{{1,2}})(?!\d)"
)


@dataclass(frozen=True, slots=True)
class DateMark:
    """One date, part of a year, or recurrence. ``start``/``end`` are offsets in the text given, end exclusive.

    ``first_day``/``last_day`` bound what is meant (5月底: both 31 May; 上半年: 1 January, 30 June); None where the year is not known.
    ``bound`` says how a task is tied to it: by (…前, …底前), at (…底, 于…日), until (至…), since (自…起), None for a bare date.
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


@dataclass(frozen=True, slots=True)
class Validity:
    """From when to when a document is in force, with the span that says so."""

    start: int
    end: int
    effective_from: dt.date | None
    effective_to: dt.date | None
    is_computed: bool  # counted from the day of signing or publication rather than printed


def han_number(text: str) -> int | None:
    """A whole number up to 99 in digits or Chinese numerals (31, 三十一, 十); None for anything else."""
    text = text.translate(_FULL_WIDTH)
    if text.isdigit():
        return int(text)
    if "百" in text or not text:
        return None
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _HAN.get(text) if len(text) == 1 else None
    if (tens and tens not in _HAN) or (ones and ones not in _HAN):
        return None
    return (_HAN[tens] if tens else 1) * 10 + (_HAN[ones] if ones else 0)


def year_number(text: str) -> int | None:
    """A year of four figures in digits or Chinese numerals, whatever stands for zero (二○二一 → 2021)."""
    text = text.translate(_FULL_WIDTH)
    if text.isdigit() and len(text) == 4:
        return int(text)
    digits = [_HAN.get(character) for character in text]
    if len(digits) != 4 or None in digits:
        return None
    return int("".join(str(digit) for digit in digits))


def parse_date(text: str) -> dt.date | None:
    """The first full date (year, month, day) in a text: 2021年4月2日, 二○二一年四月三十日, 2021-04-02; None without one."""
    match = _FULL.search(text.translate(_FULL_WIDTH))
    if match is None:
        return None
    if match[4]:
        return _date(int(match[4]), int(match[6]), int(match[7]))
    return _date(year_number(match[1]), han_number(match[2]), han_number(match[3]))


def _date(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def context_year(document: Document) -> int | None:
    """The year that dates without one mean: the document's own, or the next where its title plans for that one."""
    own = document.doc_year or (document.signed_date.year if document.signed_date else None)
    title = f"{document.title} {document.attached_title or ''}"
    named = {int(year) for year in re.findall(r"(?<![\d—–~-])(20\d\d)年(?!\s?[—–~-])", title)}
    if own is None:
        return named.pop() if len(named) == 1 else None
    return own + 1 if own + 1 in named and own not in named else own


# --- marks -----------------------------------------------------------------------------------------------------------

_SAID_YEAR = {"今": 0, "本": 0, "当": 0, "明": 1, "次": 1, "翌": 1, "去": -1, "上": -1, "后": 2, "前": -2}
_MARK = re.compile(
    rf"(?<![\d.])(?P<iso>[12]\d{{3}}([-/])(?:1[0-2]|0?[1-9])\2(?:3[01]|[12]\d|0?[1-9]))(?!\d)"
    rf"|(?P<every>每(?:[一1个]{{1,2}})?(?:季度|季|月|年度?|半年)|逐[月季]度?|按(?:季度?|月度?|年度?)(?=[^份]))"
    rf"(?:的?(?P<emonth>{_MONTH})月)?(?:的?(?P<eday>{_DAY})[日号])?(?P<eend>度?[末底初])?"
    rf"|(?:(?P<year>(?<!\d){_YEAR})年度?(?!期|以[来后上]|[版级])|(?P<said>[今本当明次翌去上后前])年度?(?!期|以来))"
    rf"?(?:(?P<mfrom>(?<![\d一二三四五六七八九十个几数.]){_MONTH})[—–~～至-]{{1,2}}(?={_MONTH}月))?"
    rf"(?P<month>(?<![\d一二三四五六七八九十个几数.]){_MONTH})月"
    rf"(?:(?P<day>{_DAY})[日号](?:[—–~～至到-]{{1,2}}(?P<until>{_DAY})[日号])?|(?P<part>上旬|中旬|下旬|[底末初])|(?=份|[前之以起至到—，。；、）)\n]|完|开|全|组|建|启|实|形|$))"
    rf"|(?:(?P<ycar>(?<!\d){_YEAR})年度?|(?P<ysaid>[今本当明次翌去])年度?|(?<![一二三四五六七八九十\d几数半多每])(?=[年上下一二三四第1-4]))"
    rf"(?P<frac>(?:[年]?[底末]|年终)|[上下]半年(?:[底末])?|第?[一二三四1-4]季度[底末]?)"
    rf"|“?(?P<plan>十[一二三四五六])五”?(?:规划)?期?末"
    rf"|(?<!\d)(?P<bare>{_YEAR})年(?![度代前级版第新来期间来])"
)
_AFTER = re.compile(
    r"(?:之前|以前|前|之内|以内)(?!后|期|来|往|夕|提|瞻|景|沿|十|三|五)|份?[底末]?前(?!后)|(?:上午|下午|晚上?|中午)?\d{1,2}(?:[:：]\d{2}|[时点](?:\d{1,2}分|整)?)(?:之?前|以前)"
)
_SINCE = re.compile(r"[（(]?含?当?日?[）)]?(?:开始|之?日?起|以来|以后|之后|后)")
_BEFORE_AT = re.compile(
    r"(?:至|到|截至|截止|直至|延长至|延至|不晚于|不迟于|最迟|务必于|力争|于|在|须于|应于|需于|拟于)$"
)


def date_marks(text: str, year: int | None = None) -> list[DateMark]:
    """Every date mark of a text in order. ``year`` is that of the document (context_year), for dates that leave it out."""
    return list(iter_date_marks(text, 0, len(text), year))


def iter_date_marks(text: str, start: int, end: int, year: int | None) -> Iterator[DateMark]:
    """The marks inside [start, end): a sentence is best, as a left-out year is taken from the dates before it in there."""
    running = year
    for match in _MARK.finditer(text, start, end):
        mark, named = _read_mark(text, match, end, running, year)
        if mark is None:
            continue
        # A year printed earlier in the sentence goes on, unless it lies before the document's (a date that is told, not set).
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
        if match["until"] and (last := _date(of_year, han_number(match["month"]), han_number(match["until"]))):
            span = (span[0], last)
        if match["mfrom"] and of_year is not None and (first := _date(of_year, han_number(match["mfrom"]), 1)):
            span = (first, span[1])
    else:
        span, precision = _in_year(of_year, match["frac"])
    return _bounded(text, match, limit, span, precision, bool(printed)), named


Span = tuple[dt.date | None, dt.date | None]


def _in_month(year: int | None, month: int | None, day: str | None, part: str | None) -> tuple[Span, Precision]:
    if day:
        exact = _date(year, month, han_number(day))
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
    word = match["every"]
    if "半年" in word:
        return None  # twice a year: no recurrence of the contract's says it
    kind = _EVERY["季" if "季" in word else "月" if "月" in word else "年"]
    end = match.end()
    after = _AFTER.match(text, end, limit)
    if after:
        end = after.end()
    return DateMark(match.start(), end, None, None, "recurrence", "by" if after else None, kind)


# --- counted dates and validity --------------------------------------------------------------------------------------

_COUNT = r"(?P<n>\d{1,4}|[两一二三四五六七八九十]{1,3}|半)"
_COUNTED = re.compile(
    rf"(?:自|从)(?:本?[\u4e00-\u9fff]{{0,8}}?)(?P<base>印发|发布|公布|下发|签发|发文|施行|实施|公告|通知|生效)之?日起的?{_COUNT}"
    rf"(?P<unit>日|天|个月|年|个工作日)(?:之?内|以内|前)"
)


def computed_marks(text: str, signed: dt.date | None, effective: dt.date | None = None) -> Iterator[DateMark]:
    """Periods counted from the day a document was signed (自印发之日起30日内): the count begins on the day after."""
    if "日起" not in text:
        return
    for match in _COUNTED.finditer(text):
        base = effective if match["base"] in ("施行", "实施", "生效") else signed
        last = _counted(base, match["n"], match["unit"])
        if last is not None:
            yield DateMark(match.start(), match.end(), base, last, "day", "by", None, True, False)


def _counted(base: dt.date | None, count: str, unit: str) -> dt.date | None:
    number = None if count == "半" else han_number(count)
    if base is None or unit == "个工作日":  # holidays are not in any text
        return None
    if count == "半" and unit == "年":
        return _months_later(base, 6)
    if number is None:
        return None
    if unit in ("日", "天"):
        return base + dt.timedelta(days=number)
    return _months_later(base, number * (12 if unit == "年" else 1))


def _months_later(day: dt.date, months: int) -> dt.date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_SELF = r"本(?:通知|办法|规定|意见|方案|预案|细则|决定|条例|规则|规划|标准|公告|通告|措施|政策|制度|计划|指南|规程|章程|令|实施[\u4e00-\u9fff]{2,4}|[\u4e00-\u9fff]{2,6})"
_FORCE = re.compile(
    rf"(?:{_SELF}|(?<=[。；，\n　 ]))(?:从|自)(?:(?P<from>{_YEAR}年{_MONTH}月{_DAY}日)|(?P<base>印发|发布|公布|下发|签发)之?日)"
    rf"起(?:满?{_COUNT}(?P<unit>日|天|个月)后)?(?:开始|正式)?(?:施行|实施|执行|生效|起效)"
)
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截?至|到|截止到?)|(?:施行|执行|实施)?至)(?P<to>{_YEAR}年{_MONTH}月{_DAY}日)")
_LASTING = re.compile(rf"有效期(?:限)?为?{_COUNT}(?P<unit>年|个月)")


def validity(text: str, signed: dt.date | None = None) -> Validity | None:
    """When a document says it is in force (本办法自2021年6月1日起施行，有效期至2026年5月31日); None where it does not say.

    Only a sentence about the document itself counts, not one that tells when a cited law took effect. ``signed`` is the
    day 自印发之日起 counts from.
    """
    if "起" not in text:
        return None
    for match in reversed(list(_FORCE.finditer(text))):
        if (
            match["from"] is not None
            and not text.startswith("本", match.start())
            and _told_of_another(text, match.start())
        ):
            continue
        begin = parse_date(match["from"]) if match["from"] else signed
        if match["n"] and match["unit"] != "年":
            begin = _counted(begin, match["n"], match["unit"])
        end, until = match.end(), None
        tail = text[end : end + 40].split("\n")[0]
        printed = _UNTIL.search(tail)
        lasting = _LASTING.search(tail)
        if printed:
            until, end = parse_date(printed["to"]), end + printed.end()
        elif lasting:
            if begin is not None and (last := _counted(begin, lasting["n"], lasting["unit"])) is not None:
                until = last - dt.timedelta(days=1)
            end += lasting.end()
        return Validity(match.start(), end, begin, until, match["base"] is not None)
    return None


def _told_of_another(text: str, at: int) -> bool:
    """Whether 自…起施行 without 本… follows a named law in the same sentence (国务院公布了《条例》，自…起施行)."""
    head = text[max(0, at - 60) : at]
    sentence = re.split(r"[。；\n]", head)[-1]
    return "》" in sentence or bool(sentence.strip())
