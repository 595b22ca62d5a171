"""Parts of a whole that leave out its measure: 固定资产投资增长9%。分产业看，第一产业增长12%; 周转量51亿吨公里，其中铁路5亿吨公里."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.joined import is_indicator
from orchestration.gazette.extraction.statements.words import GROWS, SHRINKS
from orchestration.gazette.language.quantities import Quantity

_BY_PARTS = re.compile(r"[分按从][^，。；\d]{1,8}(?:来?看|分)，")
_BY_FIRST = "分按从"
_OF_PLACE = ("生产总值", "GDP")  # what its industries add is called so
_PHYSICAL = ("周转量", "货运量", "客运量", "运输量", "吞吐量", "发电量", "用电量", "运量", "发送量")
_LONGEST = 10


def measure_of_part(context: Context, head: str, figure: Quantity, left: int, words: tuple[str, ...]) -> str:
    """The measure that a part has of its whole; empty where the head stands alone or no whole is told.

    ``left`` is where the words of the figure begin, ``words`` are those taken off behind the head.
    """
    if not 2 <= len(head) <= _LONGEST:
        return ""
    if figure.dimension == "ratio":
        begin = context.layout.sentence(left)[0]
        if context.text[begin : begin + 1] not in _BY_FIRST or _BY_PARTS.match(context.text, begin) is None:
            return ""
        if not any(word in GROWS or word in SHRINKS for word in words) or _stands_alone(head):
            return ""
        whole = context.shared if context.done else _growing(context)
        return "增加值" if whole.endswith(_OF_PLACE) else whole
    part = context.text.endswith(("其中，", "其中"), 0, left) or context.text.startswith("其中", left)
    if (not context.shared and not part) or _stands_alone(head):
        return ""
    last = context.last if context.done else context.before_sentence
    if last is None:
        return ""
    if context.done and last.quantity.base_unit != figure.base_unit:
        last = next((one for one in reversed(context.done) if one.quantity.base_unit == figure.base_unit), None)
    if last is None:
        return ""
    if context.shared:
        return context.shared if last.head.endswith(context.shared) else ""
    return last.held if last.held.endswith(_PHYSICAL) else ""


def _stands_alone(head: str) -> bool:
    return is_indicator(head) or "占" in head


def _growing(context: Context) -> str:
    """The measure that the sentence before told the growth of; empty where it did not."""
    before = context.before_sentence
    if before is None or before.quantity.dimension != "ratio" or not is_indicator(before.held):
        return ""
    return before.held if any(word in GROWS or word in SHRINKS for word in before.words) else ""
