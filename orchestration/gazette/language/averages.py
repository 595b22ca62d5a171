"""Spans of several years behind a figure: what 年均 averages over, what a plan adds up, and the year that a span ends with."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from orchestration.gazette.language.periods import Period, plan_span, years
from orchestration.gazette.language.title_time import Turn

_TURNS_BACK = 20
_PLAN_LENGTH = 5  # years; plans end with 2010, 2015, 2020
_BESIDE_FIRST = re.compile(
    r"(?:[、和及与][\d.]+[千万亿]*[\u4e00-\u9fff%]{0,3}?){0,3}，(?:是|[比较])((?:19|20)\d\d)年(?:的[\d.]+倍|增|提高|上升|下降|翻)"
)
_SINCE = re.compile(r"(?:[比较]|是(?=\d{4}年的[\d.]+倍))(?:((?:19|20)\d\d)年|(“?(?:十[一二三四五六七]?|[八九])五”?)末)")
_REACHED_FROM = re.compile(r"(?:由|从)[^，。；]{0,10}\d[^，。；]{0,16}[到至]约?$|(?:由|从)[^，。；]{2,20}元[到至]约?$")
_MEAN_BEHIND = re.compile("，(?:五年|三年|四年)?(?:年均|平均每年|年平均)[^，。；、]{0,4}(?:增长|递增|增速|下降)")
_SUMMED = re.compile("累计|总投资|完成|投入|共|合计|新增|净增")
_FROM_REACH = 40
_AIMED = re.compile(r"[到至]((?:19|20)\d\d)年")
_PLAN_NAMED = re.compile("“?十[一二三四五六七]?五”?(?:规划|计划|时期|期间|末)|九五”?(?:计划|期间|末)")


def one_year(period: Period) -> int | None:
    """The year that a period lies in; None where it is open or spans several."""
    if period.start is None or period.end is None or period.start.year != period.end.year:
        return None
    return period.start.year


class Averages:
    """The spans that one document speaks of; all offsets are those of its matching form."""

    def __init__(self, text: str, turns: list[Turn], base: int | None) -> None:
        """``base``: the year that the text is told in."""
        self._text = text
        self._base = base
        self._turns = turns
        self._turn_starts = [turn.start for turn in turns]

    def span_at(self, offset: int) -> Period | None:
        """The span of several years that is spoken of at an offset: what 年均 averages over; None where none is."""
        index = bisect_right(self._turn_starts, offset)
        ends: int | None = None  # 过去五年…；2012年，…年均增长16%: the year told of is the last of the span
        for turn in reversed(self._turns[max(0, index - _TURNS_BACK) : index]):
            if turn.period.start is None or turn.period.end is None:
                continue
            if turn.period.end.year > turn.period.start.year:
                return turn.period if ends is None or ends == turn.period.end.year else None
            if turn.side != "outcome" or ends not in (None, turn.period.end.year):
                return None
            ends = turn.period.end.year
        return None

    def ending(self, period: Period, sentence: int, start: int, end: int) -> Period:
        """The last year of a span for what is told beside the year before it (完成326亿元，是2007年的2.3倍), or reached from
        a level of before (从91亿元到206亿元): a level of then.
        """
        if period.start is None or period.end is None or period.end.year == period.start.year:
            return period
        if _REACHED_FROM.search(self._text, max(sentence, start - _FROM_REACH), start) is not None:
            return self.last_year(period)
        beside = _BESIDE_FIRST.match(self._text, end)
        if beside is None or int(beside[1]) != period.start.year - 1:
            return period
        return self.last_year(period)

    def leads_to(self, sentence: int, start: int, end: int) -> bool:
        """Whether a level is what 年均 led to in a span (五年来，总值达到380亿元，年均增长9%), not the sum of its years."""
        return (
            _MEAN_BEHIND.match(self._text, end) is not None
            and _SUMMED.search(self._text, max(sentence, start - _FROM_REACH), start) is None
        )

    @staticmethod
    def last_year(period: Period) -> Period:
        """The last year of a span of several; other periods as they are."""
        if period.start is None or period.end is None or period.end.year == period.start.year:
            return period
        return years(period.end.year, period.end.year)

    def plan_ending_with(self, period: Period) -> Period:
        """The five-year plan that ends with a single year: what 年均 averages over on the way there.

        The text names the plan, or is told when it begins or at no time that is known.
        """
        year = one_year(period)
        if year is None:
            return period
        first = year - _PLAN_LENGTH + 1
        begins = year % _PLAN_LENGTH == 0 and (self._base is None or self._base <= first)
        # 未来五年的目标…：力争到2021年，年均增长8%; no year but this is aimed at: not the steps of a longer way
        unsaid = (begins or self._five_ahead) and self._aimed <= {year}
        return years(first, year) if unsaid or year in self._plan_ends else period

    @cached_property
    def _aimed(self) -> frozenset[int]:
        """The years that the text aims at (到2025年)."""
        return frozenset(map(int, _AIMED.findall(self._text)))

    @cached_property
    def _five_ahead(self) -> bool:
        """Whether the text tells what the coming five years are to bring."""
        return "未来五年" in self._text or "今后五年" in self._text

    @cached_property
    def _plan_ends(self) -> frozenset[int]:
        """The last years of the five-year plans that the text names."""
        spans = (plan_span(match[0]) for match in _PLAN_NAMED.finditer(self._text))
        return frozenset(span[1] for span in spans if span is not None)

    def averaged(self, start: int, offset: int, period: Period) -> Period:
        """What 年均 averages over where its sentence compares a year with an earlier one (2010年…，比2005年增加…，年均增长…)."""
        end = one_year(period)
        if end is None:
            return period
        since = [
            int(match[1]) if match[1] else span[1]
            for match in _SINCE.finditer(self._text, start, offset)
            if (span := plan_span(match[2]) if match[2] else (0, 0)) is not None
        ]
        return years(since[-1] + 1, end) if since and since[-1] + 1 < end else period
