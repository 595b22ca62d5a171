"""This year set beside the last (去年增长8%。今年预计增长7%): the second is to come, though 预计 and 左右 alone are said of both."""

from __future__ import annotations

import re

from orchestration.gazette.language.periods import TimeMark
from orchestration.gazette.language.title_time import Side

_NOW = frozenset(("今年", "本年", "本年度", "新的一年"))
LAST_YEAR = re.compile(r"去年(?<![比较与和同于]去年)|上年(?<![比较与和同于]上年)(?![末同])|过去的?一年")
# 对于今年的发展预期，市长表示，…今年，总值增长12%
_SPOKEN_OF = re.compile(r"(?:对于?|谈[及到]|关于|展望)今年[^，。；\n]{0,16}(?:预期|目标|展望|打算|安排)[^。；\n]*$")
_REACH = 200  # characters before a time in which the year before was told of
_SO_FAR = re.compile(r"已|了|截|以来|上半年|季度|\d月|目前|累计|同比|实际|超额|首次|[比较](?:上年|去年)")
_AHEAD = re.compile(r"预计|预期|目标|提出|拟|计划|将(?![军来])|力争|有望|确保|(?<![主重需首])要(?![素道闻点求])")
_BOUND = re.compile(r"[\d.]+[千百万亿]*[^\d，。；、]{0,4}?(?:左右|以上|以内)")
# What a paper's day says of 今年, where nothing else does: told in winter, of a year that begins or ends.
_DAY = re.compile(r"(?<![\d年])(\d{1,2})月\d{1,2}日(?=[，讯电）)从在]|上午|下午|记者|获悉)")
_DAY_WITHIN = 120
_FIRST_MONTHS, _LAST_MONTHS = 3, 11


def turns_ahead(text: str, base: int | None, mark: TimeMark, offset: int) -> bool:
    """Whether a figure of the year that ``mark`` names is one to come: the text has told of the year before, and says 预计, 左右
    or the like of this one, and nothing of what has been reached in it so far.
    """
    whole = mark.part is None and (
        mark.words in _NOW or (base is not None and not mark.relative and base == mark.first == mark.last)
    )
    if not whole or _SO_FAR.search(text, mark.end, offset) is not None:
        return False
    bound = _BOUND.match(text, offset) is not None
    if bound and mark.words in _NOW and text.find("\n", 0, offset) < 0:
        return True  # 云江：今年总值增长7%左右, a headline
    begin = max(0, mark.start - _REACH)
    if mark.words in _NOW and _SPOKEN_OF.search(text, begin, mark.start) is not None:
        return True
    if _AHEAD.search(text, mark.end, offset) is None and not bound:
        return False
    if LAST_YEAR.search(text, begin, mark.start) is not None:
        return True
    return base is not None and text.find(f"{base - 1}年", begin, mark.start) >= 0


def side_of_season(text: str, mark: TimeMark) -> Side | None:
    """The side of what is told of this year in a text printed when that year begins (1月5日…今年新建…) or ends, and of what is told
    of the next; None where no day says so.
    """
    if mark.words.startswith("明年"):
        return "target"
    day = _DAY.search(text, 0, _DAY_WITHIN) if mark.words in _NOW and mark.part is None else None
    if day is None:
        return None
    month = int(day[1])
    return "target" if month <= _FIRST_MONTHS else "outcome" if month >= _LAST_MONTHS else None
