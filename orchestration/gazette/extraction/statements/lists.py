"""What opens a list of figures and holds for its further items: 改造城镇危房3万户、农村危房1万户."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.joined import is_indicator
from orchestration.gazette.extraction.statements.words import ACTS, BUILDS, CARRIES, REACHES
from orchestration.gazette.language.quantities import Quantity

_SHORT = 4
_OPENS_ITEM = ("新", "减", "拆", "运输")  # an item with an act of its own
_ENDS_NAME = "机船车业企能体线方性率额量区厂站点员者用品物"  # 运输机场, 培训机构, 生产线: no act
_NEWLY_INSIDE = re.compile(r"[^、，]{2,16}?(?:新增|净增)")
_MEASURE_NOUNS = ("里程", "面积", "产量", "产值", "人数", "人次", "装机容量", "装机规模", "装机")


def act_of_list(
    context: Context, first: Quantity, left: int, start: int, head: str, words: tuple[str, ...]
) -> tuple[str, str]:
    """The act that opened a list and holds for this item too, and the measure that a part of the whole leaves out.

    改造城镇危房3万户、农村危房1万户; 新增铁路里程60公里，其中高铁20公里.
    """
    last, text = context.last, context.text
    part = text.endswith("其中", 0, left) or text[left:start] == "其中"
    if last is None or not (part or (start == left and text[left - 1] in "、和及")):
        return "", ""
    if not part and "，" in text[last.end : left]:
        return "", ""
    act = _leading_act(last.head)
    if act is not None and act not in CARRIES and len(head) > _SHORT:
        return "", ""  # 城镇新增就业9万人、农村劳动力转移就业3万人
    if act is None or "新增" in head or any(word in REACHES for word in words):
        return "", ""
    if first.dimension in ("ratio", "points") or (first.dimension == "money") != (last.quantity.dimension == "money"):
        return "", ""
    if (
        head in BUILDS
        or head.startswith(_OPENS_ITEM)
        or any(head[:n] in ACTS or head[:n] in CARRIES for n in (2, 3, 4))
    ):
        return "", ""
    if is_indicator(head) and head[-2:] != last.head[-2:] and not (head.endswith("额") and first.dimension != "money"):
        return "", ""
    measure = ""
    if part and first.unit is not None and last.quantity.base_unit == first.base_unit and not is_indicator(head):
        measure = next((end for end in _MEASURE_NOUNS if last.head.endswith(end)), "")
    return act, measure


def _leading_act(head: str) -> str | None:
    """The words of a head up to the act that holds for a whole list (改造, 软件业新增); None where it is part of a noun."""
    for length in (4, 3, 2):
        if head[:length] in CARRIES and len(head) > length:
            return None if head[length] in _ENDS_NAME and not head.startswith("新") else head[:length]
    inner = _NEWLY_INSIDE.match(head)
    return inner[0] if inner is not None and inner.end() < len(head) else None
