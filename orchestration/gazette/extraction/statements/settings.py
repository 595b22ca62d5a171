"""Figures that are no statement of their own: the setting of another (在14个市增补学位2万个), a class, part of a name."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.statements.behind import Behind, first_verb
from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.joined import is_indicator
from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.extraction.statements.leading import ends_in_act
from orchestration.gazette.extraction.statements.trimming import ENDS_IN_PLAN, trim_tail
from orchestration.gazette.language.quantities import Quantity

_COUNTS = ("count", "people", "households")
_SIZES = ("mass", "power", "volume", "energy")
_CLOSING = "，。；：、！\n|）)和与及 "
_WHERE = re.compile(r"[在与同从](?:全[省市县区]|我[省市县区])?$")
_LINKED = re.compile(r"(?:、|以及|[和与及])$")
_AMONG = re.compile(r"[当之]?中，?(?:已?有)?$")
_AMONG_THEM = re.compile(r"[^，。；：、\d]{2,14}[当之]?中，(?:已?有)?$")
_NAMED = re.compile(r"[^，。；、]{0,8}(?:论坛|抽样调查)")
_ONE_AMONG = re.compile(
    r"(?:列为|评为|定为|列入|纳入|成为|跻身)(?:全国|全球|世界|全省|国家|[东中西]部|长三角|珠三角|京津冀|[东西南北华中]{2})(?:首批|仅有的?)?$"
)
_ONE_OF = re.compile(r"之一$")
_AS = re.compile(r"[以把将](?:全[省市县区])?$")
_AS_WHAT = re.compile(r"[为作](?P<what>[^，。；]{0,12})")
_LED = re.compile(r"[为作](?:引领|抓手|牵引|重点|支撑|龙头|载体)")
_RANKED = re.compile(
    r"(?:占比|比重|比例|率|总量|规模|指数|水平)[^，。；]{0,3}(?:[居列]|位[居列]|排名?)[^，。；]{0,8}(?:第|首位|前列)"
)
_WOVEN = re.compile(r"(?:全覆盖|组成|构成|共建|联动|融合)的")  # 56个部件全覆盖的产业集群
_GROUND = re.compile("[^，。；]{2,16}的(?:基础|情况|前提|背景|条件)[上下](?=[，。；])")  # 在20个试点率先示范的基础上
_LINKS = ("串联", "连接", "联通", "横跨", "汇集", "囊括", "涵盖", "贯穿")  # 串联58个酒庄的旅游环线
_PAST = ("超", "超过", "突破", "过", "逾")
_ROUND = re.compile(r"[125]0*(?:\.0)?")  # bounds of classes
_ALONG = ("沿线", "沿岸", "两岸", "两侧", "周边", "纵深")
_SHORT_CLAUSE = 8


def standing(layout: Layout, quantities: list[Quantity]) -> list[Quantity]:
    """The figures of a sentence without those inside a counted noun: 3个过三千亿元城市, 2座35万千瓦机组, 8个产业规模超千亿元."""
    kept: list[Quantity] = []
    for quantity in quantities:
        before = kept[-1] if kept else None
        if _is_along(layout, quantity):
            continue
        if before is not None and _is_planned(layout, before, quantity):
            kept.pop()
        elif before is not None and (_is_class(layout, before, quantity) or _is_bound(layout, before, quantity)):
            continue
        kept.append(quantity)
    return kept


def _is_planned(layout: Layout, planned: Quantity, share: Quantity) -> bool:
    """Whether a figure is the plan of which a share was met: 完成目标任务7600亿元的104.7%."""
    text = layout.masked
    return (
        share.dimension == "ratio"
        and text[planned.end : share.start] == "的"
        and ENDS_IN_PLAN.search(text, max(0, planned.start - _SHORT_CLAUSE), planned.start) is not None
    )


def _is_class(layout: Layout, count: Quantity, quantity: Quantity) -> bool:
    """Whether a measure says only of what class the things counted before it are."""
    text = layout.masked
    closes = text[quantity.end : quantity.end + 1] in _CLOSING or quantity.end >= len(text)
    if count.dimension not in _COUNTS or quantity.dimension in (*_COUNTS, "ratio", "points", "time"):
        return False
    if quantity.start == count.end:
        return not closes or quantity.before in _PAST
    between = text[count.end : quantity.start]
    return (
        quantity.dimension == "money"
        and quantity.before in _PAST
        and closes
        and 2 <= len(between) <= _SHORT_CLAUSE
        and not any(mark in between for mark in "，。；、：")
        and _ROUND.fullmatch(f"{quantity.base_value:.0f}") is not None
        and first_verb(text, count.end, quantity.start) is None
    )


def _is_bound(layout: Layout, share: Quantity, quantity: Quantity) -> bool:
    """Whether a figure is what the share before it is to pass: 95%以上的村收入超过10万元."""
    text = layout.masked
    between = text[share.end : quantity.start]
    return (
        share.dimension == "ratio"
        and quantity.dimension not in ("ratio", "points")
        and between.startswith("的")
        and quantity.before in _PAST
        and not any(mark in between for mark in "，。；、：")
    )


def _is_along(layout: Layout, quantity: Quantity) -> bool:
    """沿线1公里…治理: where, not how far."""
    text = layout.masked
    return (
        quantity.dimension == "length"
        and text.endswith(_ALONG, 0, quantity.start)
        and text[quantity.end : quantity.end + 1] not in _CLOSING
    )


def qualifies(context: Context, quantity: Quantity, left: int, at: int) -> bool:
    """Whether a size before a noun is part of what the noun is called (甲铝厂50万吨产能置换项目): no act asks for it."""
    text = context.text
    if quantity.dimension not in _SIZES or left >= quantity.start or ends_in_act(text, left, quantity.start):
        return False
    return (
        trim_tail(text, left, quantity.start).end == quantity.start
        and context.lead(left, quantity.start) < quantity.start
    )


def is_setting(context: Context, first: Quantity, left: int, behind: Behind, following: Quantity | None) -> bool:
    """Whether a count only says where, or of what, the figure behind it is told."""
    text = context.text
    if following is None:
        return False
    if _AMONG_THEM.match(text, behind.start, following.start) is not None:
        return True  # 36个行业大类中，28个行业增长
    if (
        _WHERE.search(text, left, first.start) is not None
        and _LINKED.search(text, behind.noun, following.start) is None
    ):
        return following.start <= context.layout.segment(first.end)[1]
    if not behind.valued:
        return False
    if _AMONG.search(text, behind.start, following.start) is not None:
        return True
    told = trim_tail(text, behind.start, following.start).end
    if is_indicator(context.clean(behind.start, min(behind.noun, told))):
        return True  # 13个园区营业收入突破3万亿元
    return behind.noun >= told and following.dimension in ("ratio", "points")


def names_something(context: Context, quantity: Quantity, behind: Behind, residue: str) -> bool:
    """Whether a counted noun makes a name, a rank or a description: 50人论坛, 1%人口抽样调查, 5个地区之一."""
    text = context.text
    if quantity.dimension in ("people", "ratio") and _NAMED.match(text, behind.start, behind.end) is not None:
        return True
    if _ONE_OF.search(text, behind.start, behind.end) is not None or _RANKED.search(text, behind.start, behind.end):
        return True
    if _ONE_AMONG.search(text, max(0, quantity.start - _SHORT_CLAUSE * 2), quantity.start) is not None:
        return True  # 被列为全国26个中心城市: one of so many
    if _GROUND.match(text, behind.start) is not None:
        return True
    if _WOVEN.search(text, behind.start, behind.end) is not None:
        return True
    if residue.endswith(_LINKS) and text.find("的", behind.start, behind.end) >= 0:
        return True
    if _AS.search(text, max(0, quantity.start - 3), quantity.start) is None:
        return False
    return (
        _AS_WHAT.search(text, behind.start, behind.end) is not None
        and _LED.search(text, behind.start, behind.end) is None
    )


def led_by(context: Context, quantity: Quantity, behind: Behind, residue: str) -> tuple[Behind, str]:
    """以10件实事为引领的各项工程: the count is of what stands before 为, and what stands before it is no part of it."""
    text = context.text
    if _AS.search(text, max(0, quantity.start - 3), quantity.start) is None:
        return behind, residue
    led = _LED.search(text, behind.start, behind.end)
    return (behind, residue) if led is None else (replace(behind, noun=led.start(), end=led.start()), "")
