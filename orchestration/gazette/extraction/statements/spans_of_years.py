"""The years that a figure is of where several are spoken of: what 年均 averages over, what 累计 adds up, and what stood at
the end of a span.
"""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Finding
from orchestration.gazette.extraction.statements.words import MOVES
from orchestration.gazette.language.averages import Averages, one_year
from orchestration.gazette.language.periods import Period
from orchestration.gazette.language.title_time import Side

_AVERAGES = frozenset(("年均", "年均增速", "年均增长"))
_MEAN = re.compile("[二三四五]年平均|[二三四五]年年均|平均每年")
_MEAN_REACH = 12
# Said of what stood when a span was over: 五年来，小麦发展到315万亩.
_GROWN_TO = frozenset(
    f"{word}{to}"
    for word in ("发展", "增加", "扩大", "提高", "增长", "上升", "减少", "下降", "增", "升", "降")
    for to in "到至"
)
_STOOD = frozenset(("达到", "达", "突破", "站上", "迈上", "跃上", "跨越", "占"))
_OF_ALL_YEARS = frozenset(("people", "households", "time", "points"))
_FLOWS = re.compile(
    "累计|投资|投入|支出|资金|贷款|引进|利用|新增|净增|发放|完成|建成|改造|新建|招|培训|转移|安置|接待|办理|销售|交易"
)


def over_years(text: str, averages: Averages, finding: Finding, start: int, side: Side, period: Period) -> Period:
    """The period of a finding whose sentence begins at ``start`` and is told of ``period``."""
    quantity = finding.quantity
    summed = quantity.dimension == "ratio" and text.find("累计", finding.start, quantity.start) >= 0
    if summed or not _AVERAGES.isdisjoint(finding.words) or _is_mean(text, finding, start):  # 五年来…能耗累计下降21%
        if one_year(period) is not None or period.start is None:  # 2006至2009年累计下降16%: a span of its own
            period = _spoken_of(averages, start, quantity.start, period)
        period = averages.plan_ending_with(period) if side == "target" else period
    reviewed = side == "outcome" and not summed and period.start is not None and one_year(period) is None
    if reviewed and _is_last_level(averages, finding, start, period):
        period = averages.last_year(period)
    return averages.ending(period, start, quantity.start, quantity.end)


def _is_mean(text: str, finding: Finding, start: int) -> bool:
    """Whether a figure is a mean over years told without 年均 (五年平均增长9.5%)."""
    at = finding.quantity.start
    if text.find("年", finding.start, at) < 0:
        return False
    return _MEAN.search(text, max(start, at - _MEAN_REACH), at) is not None


def _spoken_of(averages: Averages, start: int, offset: int, period: Period) -> Period:
    """The span that is spoken of at an offset, where it holds the period told; else the one that the sentence compares over."""
    span = averages.span_at(offset)
    if span is None:
        return averages.averaged(start, offset, period)
    if period.end is None or (span.end is not None and period.end <= span.end):
        return span
    return averages.plan_ending_with(averages.averaged(start, offset, period))


def _is_last_level(averages: Averages, finding: Finding, start: int, period: Period) -> bool:
    """Whether a level told in a review of several years is that of their last (五年来…人均生产总值达到1140美元): what people
    did or what was spent is told of all of them.
    """
    quantity, words = finding.quantity, finding.words
    if quantity.dimension not in ("ratio", "points") and (
        not _GROWN_TO.isdisjoint(words) or averages.leads_to(start, quantity.start, quantity.end)
    ):
        return True
    stood = quantity.dimension not in _OF_ALL_YEARS and (not _STOOD.isdisjoint(words) or "占" in finding.head)
    if not stood or _FLOWS.search(finding.head) is not None or not MOVES.isdisjoint(words):
        return False
    return averages.span_at(quantity.start) == period
