"""From which day a change of policy holds: as its own sentence says, or as the document says for all its changes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from orchestration.gazette.extraction.policy_changes.forms import Change
from orchestration.gazette.language.dates import DAY, MONTH, YEAR, full_day, han_number, year_number

# 自2019年7月1日起, 从2020年1月起, 今年7月1日起
_FROM_DAY = re.compile(
    rf"(?:(?:自|从)|^|(?<=[，。；：\n]))(?:(?P<year>{YEAR})年|[今本]年)?(?P<month>{MONTH})月(?:(?P<day>{DAY})[日号])?(?:[\u4e00-\u9fff]{{0,4}}之?日)?(?:开始|起)"
)
_BEGINS = re.compile("开始|起")
_DAY_LENGTH, _FURTHER = 40, 8  # characters of a day named so, and more; of what may stand between two such words
_HOLDS = re.compile(r"[，]?(?:统一|开始|正式|全面)?(?:执行|实施|施行|生效|实行)")
_CHANGES_FROM = re.compile(
    r"[，]?(?:对|将|我市|全市|我省|全省|统一|适当|再次|开始)*[^，。；\n《]{0,8}?(?:提高|调整|降低|上调|下调|提标|放宽|延长)"
)
_NEW = re.compile(r"(?:以上|上述|新|调整后|提高后|本次|此次)[^，。；\n《》]{0,16}$")


def own_start(text: str, start: int, end: int, change: Change, year: int | None) -> dt.date | None:
    """The day from which the sentence itself says that a change holds: the last one before it, else one right after it."""
    days = [day for match in _FROM_DAY.finditer(text, start, change.start + 1) if (day := _day(match, year))]
    if days:
        return days[-1]
    after = _FROM_DAY.search(text, change.end, end)
    if after and not re.search(r"[；。由]", text[change.end : after.start()]) and _HOLDS.match(text, after.end(), end):
        return _day(after, year)
    following = _FROM_DAY.match(text, end)  # …调整为80%。从2019年3月起执行。
    return _day(following, year) if following and _HOLDS.match(text, following.end()) else None


def general_start(text: str, year: int | None) -> dt.date | None:
    """The day that the document names for all its changes (自2019年7月1日起提高…标准); None where it names several."""
    days = {
        day
        for match in _days_named(text)
        if (
            _CHANGES_FROM.match(text, match.end())
            or (_NEW.search(text[max(0, match.start() - 24) : match.start()]) and _HOLDS.match(text, match.end()))
        )
        and (day := _day(match, year))
    }
    return days.pop() if len(days) == 1 else None


def _days_named(text: str) -> Iterator[re.Match[str]]:
    """What ``_FROM_DAY.finditer`` gives, in less time: each ends in one word."""
    last = 0
    for beginning in _BEGINS.finditer(text):
        match = _FROM_DAY.search(text, max(last, beginning.start() - _DAY_LENGTH), beginning.end() + _FURTHER)
        if match is not None:
            last = match.end()
            yield match


def _day(match: re.Match[str], year: int | None) -> dt.date | None:
    of_year = year_number(match["year"]) if match["year"] else year
    return full_day(of_year, han_number(match["month"]), han_number(match["day"]) if match["day"] else 1)
