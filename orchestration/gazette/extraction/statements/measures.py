"""Which side of an indicator a figure gives: its level, its growth, its share, a count …"""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.words import GROWS, RAISES, SHRINKS
from orchestration.gazette.language.quantities import Quantity
from orchestration.gazette.records import Measure

_GROWTH_ENDS = ("增速", "增长率", "涨幅", "增幅", "增长速度", "上涨", "增长", "增长幅度")
_SHRINK_ENDS = ("降幅", "下降率", "降低率", "下降", "降低", "压减率", "降价")
_ADDED = re.compile("增加(?!值)")
_NEW = ("新增", "净增", "新发展", "新引进", "新登记", "新设", "新注册", "新培育")
_DISTANCE = re.compile(
    r"(?:[高低快慢好优]于|超(?=全)|[高低]出)[^高低]{1,12}$"
)  # 增速高于全国: how far apart, not how far moved
_CUT = re.compile("^(?:压减|压缩|精简|缩短|减少)|平均(?:压减|压缩|缩短|降价)")  # 平均压减时间58%
_PRICES = ("消费价格", "价格指数", "价格总水平", "物价", "CPI", "PPI")  # what a price index gains is its rise
_INDEX = 80
_SPANS = ("年限", "寿命")  # 新增劳动力平均受教育年限: a level, whatever it begins with
_STOCKS = (
    "量",
    "总数",
    "总额",
    "产能",
    "余额",
    "存栏",
    "出栏",
    "人数",
    "人次",
    "规模",
    "收入",
    "支出",
    "投资",
    "里程",
    "总长度",
    "总面积",
    "播种面积",
    "种植面积",
    "保护面积",
)
_WORKS = frozenset(("count", "length", "area", "people", "households"))


def measure_of(quantity: Quantity, head: str, words: tuple[str, ...], act: str | None) -> Measure:
    """The measure of a figure from its dimension, the predicate taken off its head, and the act before it."""
    moved = [word for word in words if word in GROWS or word in SHRINKS or word in RAISES]
    first = moved[0] if moved else None
    # 提高到, 增至 name the level reached; only the bare verb names the movement.
    if quantity.dimension == "points":
        if _DISTANCE.search(head) is not None:
            return "level"
        return "reduction_rate" if first in SHRINKS else "increment"
    if quantity.dimension == "ratio":
        if first in SHRINKS or (first is None and (head.endswith(_SHRINK_ENDS) or _CUT.search(head) is not None)):
            return "reduction_rate"
        if head.endswith(_PRICES) and quantity.value > _INDEX:
            return "level"  # 价格指数控制在104%左右: 100 is the year before
        if first is not None or head.endswith(_GROWTH_ENDS) or head.endswith(_PRICES):
            return "growth_rate"
        return "level" if quantity.base_unit == "倍" else "share"
    if quantity.dimension == "rate":
        if first in RAISES:
            return "increment"
        return "share" if ("强度" in head or "率" in head) and "元/" not in (quantity.unit or "") else "level"
    if head.startswith("累计") or "累计" in " ".join(words):
        return "cumulative"
    if head.endswith(_SPANS) and first not in RAISES:
        return "level"
    if (
        (act is not None and act in _NEW)
        or head.startswith(_NEW)
        or _ADDED.match(head)
        or first in RAISES
        or first in GROWS
    ):
        return "increment"
    if first in SHRINKS:
        return "level"
    if quantity.dimension in _WORKS and not head.endswith(_STOCKS) and "人均" not in head:
        return "count"
    return "level"
