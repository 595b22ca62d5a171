"""Days as this language writes them, and from when to when a document says it is in force.

``parse_date`` reads one full date (成文日期); the marks of all dates in a text are in ``date_marks``. Nothing here knows
today's date.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from dataclasses import dataclass

_ZEROS = "〇○零ＯOoΟ◯０"
_HAN = (
    {character: value for value, character in enumerate("零一二三四五六七八九")} | dict.fromkeys(_ZEROS, 0) | {"两": 2}
)
_FULL_WIDTH = str.maketrans("０１２３４５６７８９－／．", "0123456789-/.")

YEAR = rf"(?:[12]\d{{3}}|[一二][{_ZEROS}九一二三四五六七八]{{3}})"
MONTH = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])"
DAY = r"(?:3[01]|[12]\d|0?[1-9]|三十一?|二十[一二三四五六七八九]?|十[一二三四五六七八九]?|[一二三四五六七八九])"

_FULL = re.compile(
    rf"({YEAR})\s?年\s?({MONTH})\s?月\s?({DAY})\s?[日号]|(?<!\d)([12]\d{{3}})([-/.])(\d{{1,2}})\5(\d{{1,2}})(?!\d)"
)


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
        return full_day(int(match[4]), int(match[6]), int(match[7]))
    return full_day(year_number(match[1]), han_number(match[2]), han_number(match[3]))


def full_day(year: int | None, month: int | None, day: int | None) -> dt.date | None:
    """The day of a year, month and day; None where one is missing or there is no such day."""
    if year is None or month is None or day is None:
        return None
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def month_end(year: int, month: int) -> dt.date:
    """The last day of a month."""
    return dt.date(year, month, calendar.monthrange(year, month)[1])


# --- counted periods and validity --------------------------------------------------------------------------------------

COUNT = r"(?P<n>\d{1,4}|[两一二三四五六七八九十]{1,3}|半)"


def counted(base: dt.date | None, count: str, unit: str) -> dt.date | None:
    """The last day of a period counted from the day after ``base``; None for working days (holidays are in no text)."""
    number = None if count == "半" else han_number(count)
    if base is None or unit == "个工作日":
        return None
    if count == "半" and unit == "年":
        return _months_later(base, 6)
    if number is None:
        return None
    if unit in ("日", "天"):
        return base + dt.timedelta(days=number)
    return _months_later(base, number * (12 if unit == "年" else 1))


def _months_later(day: dt.date, months: int) -> dt.date | None:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > dt.MAXYEAR:
        return None
    return dt.date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))


_SELF = r"本(?:令|[\u4e00-\u9fff]{2,6})"  # 本通知, 本实施意见
_FORCE = re.compile(
    rf"(?:{_SELF}|(?<=[。；，\n　 ]))(?:从|自)(?:(?P<from>{YEAR}年{MONTH}月{DAY}日)|(?P<base>印发|发布|公布|下发|签发)之?日)"
    rf"起(?:满?{COUNT}(?P<unit>日|天|个月)后)?(?:开始|正式)?(?:施行|实施|执行|生效|起效)"
)
_UNTIL = re.compile(rf"(?:有效期(?:限)?(?:截?至|到|截止到?)|(?:施行|执行|实施)?至)(?P<to>{YEAR}年{MONTH}月{DAY}日)")
_LASTING = re.compile(rf"有效期(?:限)?为?{COUNT}(?P<unit>年|个月)")


def validity(text: str, signed: dt.date | None = None) -> Validity | None:
    """When a document is in force by its own words (本办法自2021年6月1日起施行，有效期至…); None where it does not say.

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
            begin = counted(begin, match["n"], match["unit"])
        end, until = match.end(), None
        tail = text[end : end + 40].split("\n")[0]
        printed = _UNTIL.search(tail)
        lasting = _LASTING.search(tail)
        if printed:
            until, end = parse_date(printed["to"]), end + printed.end()
        elif lasting:
            if begin is not None and (last := counted(begin, lasting["n"], lasting["unit"])) is not None:
                until = last - dt.timedelta(days=1)
            end += lasting.end()
        return Validity(match.start(), end, begin, until, match["base"] is not None)
    return None


def _told_of_another(text: str, at: int) -> bool:
    """Whether 自…起施行 without 本… follows a named law in the same sentence (国务院公布了《条例》，自…起施行)."""
    head = text[max(0, at - 60) : at]
    sentence = re.split(r"[。；\n]", head)[-1]
    return "》" in sentence or bool(sentence.strip())
