"""The noun behind the figure: 新建40片运动场地, 3家企业入选…, 新增1家国家级平台、17家省级平台."""

from __future__ import annotations

import re
from itertools import pairwise

from orchestration.gazette.extraction.statements.behind import (
    Behind,
    noun_end,
    predicate,
    read_behind,
    shared_predicate,
)
from orchestration.gazette.extraction.statements.context import Context, Finding, kept_act
from orchestration.gazette.extraction.statements.elided import completed
from orchestration.gazette.extraction.statements.leading import trim_lead, with_chain
from orchestration.gazette.extraction.statements.settings import is_setting, led_by, names_something
from orchestration.gazette.extraction.statements.subjects import with_subject
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import BUILDS, KEEPS, LEAD, PUSHES, RELATES
from orchestration.gazette.language.quantities import Quantity

_WHOLE_LENGTH = 24  # a counted noun with its verb up to here stands as one phrase (老旧小区改造完工)
_SHORT_NOUN = 4  # a noun so short says nothing without its predicate, however long (企业入选…)
_LONGEST = 46
_SUMMED = re.compile(r"(?:、[^，。；：、]{2,20}){1,9}$")
_NO_SUM = ("级", "和", "及", "与", "各有", "中有")  # 市、区两级; A、B和: the names are not those that the number sums
_JOINED_NAMES = re.compile(r"以及|(?<=..)[和及与](?=..)")
_NEW_CLAUSE = re.compile("完成|实现|建成|新建|改造|新增|解决|启动|实施|培育|引进|打造|创建|整治|治理")
_LISTED = re.compile(r"[等、和及与]")
_FOR_WHOM = re.compile(r"[为对在将把向](?:全[市省县区州]|我[市省县区]|[本各]\w)?")
_EACH_OF = re.compile(r"(?P<of>[^，。；：]{3,40}?)[中内]?各有$")
# 188个园区整合为120个: the first is the old number.
_MERGED = re.compile(r"(?:优化)?(?:整合|合并|压减|精简|减少|撤并|归并)(?:优化)?[为至到成]$")
_PAPERS = ("政策措施", "政策举措", "措施", "举措", "意见", "政策")
_ISSUES = ("出台", "制定", "推出", "发布", "印发", "获批")
_NOMINAL = frozenset("发展 应用 改造 治理 修复 保护 整治 开发 服务 提升 改善 推广".split())  # 出台…发展21项举措
_TURNS = frozenset("支持 推动 组织 帮助 引导 指导 鼓励 推进 促进 加快".split())  # what they do is told behind the list

_OF_ALL = ("单产", "亩产", "产量", "总产", "产值", "收入", "到位资金", "平均气温", "比重为", "占比为")
_OF_EACH = ("率", "比例", "占比", "比重", "增加值", "指数", "浓度")


def noun_behind(
    context: Context,
    group: list[Quantity],
    left: int,
    at: int,
    right: int,
    act: str | None,
    following: Quantity | None,
) -> list[Finding] | None:
    """Findings of figures that count the noun at ``at``; None where none is there.

    ``left`` begins what stands before the first figure, ``right`` ends what may be the noun, ``act`` is the verb right
    before the figure.
    """
    first, text = group[0], context.text
    segment, _ = context.layout.segment(first.start)
    residue = ""
    if act is None and left > segment and context.act_segment == segment and left >= first.start:
        act = context.act  # 新增1家…、17家…
    elif act is None and left < first.start:
        act, residue = _opening_act(context, left, first.start)
    elif act in _NOMINAL:
        act, residue = _issued(context, left, first.start, act)
    context.act, context.act_segment = act, segment
    if (act is None or act in PUSHES) and _sums_names(text, left, group):
        return []
    merged = _MERGED.search(text, at, right) if following is not None else None
    if merged is not None:
        behind = Behind(at, merged.start(), merged.start())
    else:
        behind = read_behind(context, at, right, following, acted=act is not None)
    if names_something(context, group[-1], behind, residue):
        return []
    behind, residue = led_by(context, first, behind, residue)
    noun = context.clean(at, behind.noun if act is None else noun_end(text, at, behind.noun))
    head, end = _indicator(context, behind, noun, act, following)
    head = completed(context, head, behind, act, following if left < first.start else None)
    head = residue + head
    if len(head) < 2:
        return None
    if act is not None:
        if act in KEEPS and not head.startswith(act):
            head = with_chain(text, left, first.start, act) + head
        if act in RELATES:
            head = with_subject(context, head, act, left, first.start)
    # 落实30条政策措施: the number is part of what a paper is called.
    silent = merged is not None or (act in PUSHES and group[-1].unit == "条" and head.endswith(_PAPERS))
    if behind.valued and noun.rstrip("达为到").endswith(_OF_ALL):
        return []  # 125万亩示范区平均单产达520公斤: of so much the yield is told
    if noun.endswith(_OF_EACH) and first.dimension == "count" and behind.end == behind.noun:
        return []  # 203个断面优良率为100%: of so many the rate is taken
    if is_setting(context, first, left, behind, following):
        silent, end = True, group[-1].end
    start = context.quote_start(left, first)
    rule = "noun_behind" if noun else "predicate"
    each = _EACH_OF.search(text, left, first.start)
    heads = [head] if each is None else [context.clean(*span) + head for span in _parts(text, *each.span("of"))]
    return [
        Finding(q, one, start, max(end, q.end), act=act, rule=rule, carry=noun or head, silent=silent)
        for q in group
        for one in heads
    ]


def _indicator(
    context: Context, behind: Behind, noun: str, act: str | None, following: Quantity | None
) -> tuple[str, int]:
    """The indicator that a counted noun makes, with what it would mislead without, and where its words end."""
    head, end = noun, behind.noun
    if act is not None:
        head, end = context.clean(behind.start, behind.end), behind.end
        if behind.listed and following is not None and act in _TURNS:
            head += shared_predicate(context, following)
    else:
        said = predicate(context, behind)
        if not said and behind.listed and following is not None:
            said = shared_predicate(context, following)
        whole = noun + said
        if said and len(whole) <= (_LONGEST if len(noun) <= _SHORT_NOUN else _WHOLE_LENGTH):
            head, end = whole, behind.end
    if ("、" in head and head.rfind("的") > head.rfind("、")) or (head.startswith("在") and "的" in head):
        head = head.rpartition("的")[2]  # 开放共享、规范运营的城市书房
    return head, end


def _opening_act(context: Context, left: int, end: int) -> tuple[str | None, str]:
    """The act a clause opens with, where a noun stands between it and the figure, and that noun: 改造提升…等27座公园."""
    text = context.text
    if text[end - 1] == "的":
        return None, ""  # 新排查出的1304户危房: a clause about the noun
    begin, words = trim_lead(text, left, end, context.places)
    act = next((word for word in reversed(words) if word in BUILDS or word in PUSHES), None)
    kept = kept_act(text[begin : begin + 4])
    if kept is not None:
        act, begin = kept, begin + len(kept)
    residue = context.clean(begin, trim_tail(text, begin, end).end) if text[end - 1] not in "等、和与及中" else ""
    if not residue or residue in LEAD or len(residue) > (8 if act is not None else 16):
        return act, ""
    if _FOR_WHOM.fullmatch(residue) or _LISTED.search(residue):
        return act, ""
    return act, residue


def _issued(context: Context, left: int, end: int, act: str) -> tuple[str, str]:
    """出台促进产业发展21项举措: the word before the figure belongs to what a paper is about, not to what is done."""
    begin, words = trim_lead(context.text, left, end, context.places)
    opening = next((word for word in _ISSUES if context.text.startswith(word, left) or word in words), None)
    if opening is None or begin >= end - len(act):
        return act, ""
    if context.text.startswith(opening, begin):
        begin += len(opening)
    about = context.clean(begin, end)
    return opening, about if "、" not in about else ""


def _parts(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of names joined by 、."""
    cuts = [start - 1, *(match.start() for match in re.finditer("、", text[:end]) if match.start() > start), end]
    return [(before + 1, after) for before, after in pairwise(cuts)]


def _sums_names(text: str, left: int, group: list[Quantity]) -> bool:
    """Whether a count only sums names just listed (淄川、博山、周村3个区), as many as it says; with 等 too."""
    first = group[0]
    match = _SUMMED.search(text, left, first.start)
    if match is None or first.dimension == "ratio" or match[0].endswith(_NO_SUM):
        return False
    if _NEW_CLAUSE.match(match[0], match[0].rfind("、") + 1) is not None:
        return False  # …安置房建设、完成…村287户安置
    names = text.count("、", left, first.start) + 1
    joined = len(_JOINED_NAMES.findall(text, left, first.start))
    return names <= first.value <= names + joined
