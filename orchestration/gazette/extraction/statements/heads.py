"""The head before the figure: 地区生产总值增长7%, A、B分别增长x、y, 绿道和廊道各100公里."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.carried import carried
from orchestration.gazette.extraction.statements.context import Context, Finding, kept_act
from orchestration.gazette.extraction.statements.joined import are_indicators, is_indicator, split_joined
from orchestration.gazette.extraction.statements.trimming import ends_in_act, only_acts, trim_tail
from orchestration.gazette.extraction.statements.words import (
    ACTS,
    BUILDS,
    CARRIES,
    GENERIC,
    GROWS,
    REACHES,
    SHRINKS,
    STAGES,
)
from orchestration.gazette.language.quantities import Quantity

_CIRCUMSTANCES = ("情况下", "基础上", "前提下", "背景下", "因素后", "影响后")
_STAND_INS = ("答卷", "成绩单")  # the head is meant, not named
_INTRODUCED = re.compile(r"(?:目标|指标|任务|结果|情况|数据)(?:分别)?[是为]")
_HOW_MANY = re.compile(r"[两二三四五六七八九十][大类]")
_BARE = frozenset("项目 工程 企业 面积 道路 线路 任务 平台 基地 设施 房屋 管网 场所 机构 活动 产业 公路 铁路".split())
_POINTS_BACK = re.compile(r"(?:该|本|此)(工程|项目|行动|计划)(?:共|总)?(?=[\u4e00-\u9fff]{2})")
_COUNTED_BEFORE = re.compile(r"[^、\d]{2,12}\d[\d.]*[\u4e00-\u9fff]{1,2}、(?=[\u4e00-\u9fff]{2})")
_WORKS = ("项目", "工程", "改造", "建设", "整治", "治理", "行动", "计划")
_DISTANCE = re.compile("高于|低于|快于|慢于|高出|低出|好于|优于")
_LEFT_OUT = re.compile(
    r"(?:^|[，。；：\n])(?P<what>(?:扣除|剔除|不含|不计)(?![^，。；：]*(?:价格|物价))[^，。；：\d]{2,20}?(?:因素|影响)?(?:之?后|外)?)，$"
)
_SHORT = 4
_OPENS_ITEM = ("新", "减", "拆", "运输")  # an item with an act of its own
_ENDS_NAME = "机船车业企能体线方性率额量区厂站点员者用品物"  # 运输机场, 培训机构, 生产线: no act
_NEWLY_INSIDE = re.compile(r"[^、，]{2,16}?(?:新增|净增)")
_MEASURE_NOUNS = ("里程", "面积", "产量", "产值", "人数", "人次", "装机容量", "装机规模", "装机")
_TIME_LEFT = ("到", "至", "截至", "截止", "预计到", "力争到")
_ONE_SCHEME = re.compile(r"^城乡居民(?:基本|基础|大病)?(?:养老|医疗|医保|保险)")  # one insurance, not two
_EACH = ("均", "各", "都", "双双")
_ACT_WORDS = "|".join(sorted(ACTS, key=len, reverse=True))
# Acts that open a new clause behind 、 (评审、压减资金): verbs alone, not 贷款 or 投资.
_CLAUSE_ACTS = "压减|化解|培育|引进|发放|盘活|淘汰|拆除|治理|修复|新增|整治|打通|清理|减少|带动|吸纳|培训|办理|招引|处置|争取|安置|兑现|减免|追回|破获|查处|查办"
_INNER_ACT = re.compile(
    rf"(?:(?:[等并将要共已，]|累计|全年|年内|分别)(?P<act>{_ACT_WORDS})|、(?P<kept>{_CLAUSE_ACTS}))(?![率量额点业类]|等|总值)"
)


def head_before(context: Context, group: list[Quantity], left: int) -> list[Finding] | None:
    """Findings of figures whose head stands between ``left`` and the first of them; None where it cannot be told."""
    text, first = context.text, group[0]
    trimmed = trim_tail(text, left, first.start)
    end, words = trimmed.end, trimmed.words
    start = context.lead(left, end)
    head = context.clean(start, end)
    if "累计" in text[left:start]:
        words = (*words, "累计")
    compared = _comparison(context, words, end, first.start) if first.dimension == "points" else ""
    if head.endswith(_STAND_INS):
        source = context.last or context.before_sentence
        return [Finding(q, source.held, start, q.end, words, rule="carried") for q in group] if source else None
    if head.startswith("超计划"):
        return []
    if head.endswith(_CIRCUMSTANCES):
        begin = text.rfind("在", start + 2, end)  # 外贸在订单减少的情况下增长
        if begin < 0:
            return carried(context, group, "", words, left)
        end, head = begin, context.clean(start, begin)
    if head in _TIME_LEFT:
        head = ""  # …年均增长12%，到2015年达到36亿元
    if not head or head in GENERIC or head in STAGES or head.startswith(("占", "其中")):
        return carried(context, group, head + compared, words, left)
    intro = _INTRODUCED.search(text, start, end)
    if intro is not None and intro.end() < end:
        start = context.lead(intro.end(), end)
        head = context.clean(start, end)
    if len(group) == 1 or ("分别" not in words and "分别" not in head):
        start, head = _last_act(context, start, end, head)
    pointed = _POINTS_BACK.match(head)
    if pointed is not None:
        head = _section_noun(context, start, pointed[1]) + head[pointed.end() :]
    counted = _COUNTED_BEFORE.match(head)
    if counted is not None:
        start = context.lead(text.index("、", start) + 1, end)  # 化粪池460立、供暖井: the unit before is not known
        head = context.clean(start, end)
    if head in BUILDS:
        works = _works_before(context, left)
        if works is None:
            return None
        head = works
    if head == "经济":
        head = "经济增长"
    if head in _BARE:
        act = ends_in_act(text, left, start)
        if act in BUILDS:
            start, head = start - len(act), act + head  # 新开工项目: the noun alone says nothing
    head = _rate_of(context, start, head)
    act, measure = _act_of_list(context, first, left, start, head, words)
    head = _without(context, left) + act + head + measure
    heads = _heads(head, len(group), words, first)
    if heads is None:
        return None
    if compared:
        heads = [one + compared for one in heads]
    quote = max(start, left)
    if len(group) == 1 or len(heads) != len(group):
        if len(group) > 1 and len(heads) > 1:
            heads = [head + compared]
        return [Finding(q, one, quote, q.end, words, kept_act(head)) for q in group for one in heads]
    return [
        Finding(q, one, quote, q.end, words, kept_act(one), rule="joined_heads")
        for q, one in zip(group, heads, strict=True)
    ]


def _comparison(context: Context, words: tuple[str, ...], start: int, end: int) -> str:
    """What a distance in points is measured from (增速高于全国): without it the figure would read as growth."""
    at = next((i for i, word in enumerate(words) if _DISTANCE.match(word) is not None), None)
    if at is None:
        return ""
    begin = context.text.rfind(words[at], start, end)
    moved = "".join(word for word in reversed(words[at + 1 :]) if word in GROWS or word in SHRINKS)
    return moved + context.layout.text[begin : begin + len(words[at])]


def _without(context: Context, left: int) -> str:
    """What the clause before leaves out of the figure: 扣除房地产后，投资增长3%."""
    match = _LEFT_OUT.search(context.text, max(0, left - 30), left)
    return match["what"] if match is not None else ""


def _act_of_list(
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


def _section_noun(context: Context, start: int, noun: str) -> str:
    """What 该工程 points at: the heading of its section where that ends in the noun; nothing where it does not."""
    heading = context.heading_at(start)
    return heading if heading.endswith(noun) else ""


def _works_before(context: Context, left: int) -> str | None:
    """The works that the segment before sets about, for a bare act (实施棚户区改造项目，开工建设1万户)."""
    text = context.text
    stop = left
    while stop > 0 and text[stop - 1] in "，、 ":
        stop -= 1
    begin, _ = context.layout.segment(max(0, stop - 1))
    if stop - begin < 4 or begin < context.layout.sentence(left)[0]:
        return None
    head = context.head(begin, stop)
    return head if head.endswith(_WORKS) and not any(mark.isdigit() for mark in head) else None


def _heads(head: str, values: int, words: tuple[str, ...], quantity: Quantity) -> list[str] | None:
    """The heads that a head stands for beside so many values; None where 分别 does not come out even."""
    apart = "分别" in words or "分别" in head
    tail = ""
    if "分别" in head:
        head, _, tail = head.partition("分别")
    each = any(word in words for word in _EACH)
    if values == 1 and not each and quantity.dimension not in ("ratio", "points"):
        return [head + tail]
    parts = [part + tail for part in split_joined(head)]
    if values == 1 and _ONE_SCHEME.search(head) is not None:
        return [head + tail]
    if values == 1:
        if len(parts) > 1 and "等" not in head and (are_indicators(head + tail) or (each and not apart)):
            return parts
        return [head + tail]
    if len(parts) == values:
        return parts
    listed = [part + tail for part in split_joined(_HOW_MANY.sub("", head), only_marks=True)]
    if len(listed) == values:
        return listed  # 电子信息、绿色建材和装配式建筑两大产业: two
    return None if apart else [head + tail]


def _rate_of(context: Context, start: int, head: str) -> str:
    """A bare rate takes the noun it repeats: 稳妥推进农村承包地流转，流转率 -> 农村承包地流转率."""
    if len(head) > 3 or not head.endswith("率"):
        return head
    text = context.text
    if start < 4 or text[start - 1] != "，" or text[start - len(head) : start - 1] != head[:-1]:
        return head
    before, _ = context.layout.segment(start - 2)
    return context.head(before, start - len(head)) + head


def _last_act(context: Context, start: int, end: int, head: str) -> tuple[int, str]:
    """A head with a clause before its act keeps only what follows (委托…等培训企业家 -> 培训企业家)."""
    best = -1
    for match in _INNER_ACT.finditer(context.text, start, end - 1):
        at = match.start("act") if match["act"] else match.start("kept")
        if not only_acts(context.text, start, at):  # 清理退出、盘活: one predicate
            best = at
    if best <= start:
        return start, head
    begin = context.lead(best, end)
    shorter = context.clean(begin, end)
    return (begin, shorter) if len(shorter) >= 2 else (start, head)
