"""What a figure says nothing without: what it is measured from (高于全国), what it leaves out (扣除房地产后)."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.words import GROWS, SHRINKS

_DISTANCE = re.compile("超全|高于|低于|快于|慢于|高出|低出|好于|优于")
_BARE_VERB = 2
_LEFT_OUT_WORDS = ("除", "不含", "不计")  # each such clause has one of these
_LEFT_OUT = re.compile(
    r"(?:^|[，。；：\n])(?P<what>(?:扣除|剔除|不含|不计)(?![^，。；：]*(?:价格|物价))[^，。；：\d]{2,20}?(?:因素|影响)?(?:之?后|外)?)，$"
)


def comparison(context: Context, words: tuple[str, ...], start: int, end: int) -> str:
    """What a distance in points is measured from (增速高于全国): without it the figure would read as growth."""
    at = next((i for i, word in enumerate(words) if _DISTANCE.match(word) is not None), None)
    if at is None:
        return ""
    begin = context.text.rfind(words[at], start, end)
    moved = "".join(word for word in reversed(words[at + 1 :]) if word in GROWS or word in SHRINKS)
    stop = (
        end if len(words[at]) == _BARE_VERB else begin + len(words[at])
    )  # 低于预期目标: what follows was taken off too
    return moved + context.layout.text[begin:stop]


def left_out(context: Context, left: int) -> str:
    """What the clause before leaves out of the figure: 扣除房地产后，投资增长3%."""
    begin = max(0, left - 30)
    clause = context.text[begin:left]
    if not clause.endswith("，") or not any(word in clause for word in _LEFT_OUT_WORDS):
        return ""
    match = _LEFT_OUT.search(context.text, begin, left)
    return match["what"] if match is not None else ""
