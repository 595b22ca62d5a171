"""Figures before 的: 总投资5100亿元的440个项目, 完成40%以上的行政村污水治理任务, 保持8%以上的增速."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.behind import noun_end
from orchestration.gazette.extraction.statements.context import Context, Finding
from orchestration.gazette.extraction.statements.heads import head_before
from orchestration.gazette.extraction.statements.leading import ends_in_act
from orchestration.gazette.extraction.statements.nouns import noun_behind
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import LEAD
from orchestration.gazette.language.quantities import Quantity

DESCRIPTOR = re.compile(
    r"(?:总投资额?|投资额?|总规模|规模|计划总投资|年度投资|年度计划投资|计划投资|融资|合同额|投资总额)$"
)
# 增长6%左右的预期目标: the figure is what is aimed at.
_AIM = re.compile(
    r"(?:年均|平均|年度|全年|年初|全[国省市县区州]|总体|奋斗|预期|既定|发展|工作|主要|约束性|阶段性|考核|规划|任务|经济)*(?P<speed>增速|增长|增幅)?(?:预期|奋斗)?(?:目标|预期)(?:任务|要求)?(?![^，。；]{0,2}[的是为])"
)
_SPEED = re.compile(r"(?:年均|平均)?(?:快速|高速|较快|平稳|稳定|中高速|正)?(?:增速|增长|增幅|速度|涨幅)")
_ABSTRACT = re.compile(r"[^，。；]{0,4}(?:目标|水平|速度|幅度|标准|要求|区间|比例)")
_BUILT = re.compile(r"[^，。；]{0,6}(?:标准|比例)(?:建设|新建|配建|建成|配置|设置)")  # 按10%的标准建设…
_PLACE_ENDS = "区县市省镇乡村州旗"  # …青羊区50%的城市社区
_STEP = re.compile(r"(?:新的?)?(?:大关|台阶|关口)")
_FUNDS = re.compile(
    r"[^，。；\d]{2,24}(?:基金|债券|贷款|专项资金|引导资金|授信|投资|投资增量|产值|收入|税收)(?=[，。；、]|$)"
)
_RAISES = (
    "形成",
    "完成",
    "实现",
    "设立",
    "组建",
    "成立",
    "发行",
    "筹集",
    "募集",
    "投放",
    "发放",
    "争取",
    "获得",
    "获批",
    "安排",
    "新设",
    "落实",
)
_RAISES_WORDS = frozenset(_RAISES)
_NEXT_SUM = re.compile("[、和与及](?:总投资|投资|计划投资)$")  # 投资8亿元的7条公路和投资2亿元的…
_LINKS = "、和与及"  # 市区和98%的县
_NEXT_FIGURE = re.compile(r"[、和与及]?\d")


def described(
    context: Context, group: list[Quantity], left: int, at: int, right: int, following: Quantity | None
) -> list[Finding] | None:
    """Findings of figures that describe the noun at ``at``; [] where the figure is only a bound within a name."""
    first, text = group[0], context.text
    trimmed = trim_tail(text, left, first.start)
    descriptor = DESCRIPTOR.search(text, left, trimmed.end)
    if first.dimension == "money" and descriptor is not None:
        return _total(context, group, left, at, right, following, descriptor)
    stop = first.start - text.startswith("了", first.start - 1)
    act = ends_in_act(text, left, stop)
    if _STEP.match(text, at, right):
        return head_before(context, group, left)  # 首次站上1.4万亿斤的新台阶
    raised = text.endswith(_RAISES, left, trimmed.end) or not _RAISES_WORDS.isdisjoint(trimmed.words)
    if first.dimension == "money" and raised and _FUNDS.match(text, at, right):
        return noun_behind(context, group, left, at, right, act, following)
    if (aim := _AIM.match(text, at, right)) is not None:
        return _aimed_at(context, group, left, "增长" if aim["speed"] and first.dimension == "ratio" else None)
    if first.dimension == "ratio":
        if _SPEED.match(text, at, right):
            found = head_before(context, group, left)
            for finding in found or ():
                finding.words = (*finding.words, "增长")
            return found
        built = _BUILT.match(text, at, right)
        if built is not None:
            return noun_behind(context, group, left, built.end(), right, "建设", following)
        if _ABSTRACT.match(text, at, right):
            return []
        bare = trimmed.end <= left or text[left : trimmed.end] in LEAD or text[first.start - 1] in _PLACE_ENDS + _LINKS
        if act is None and not bare and not {"实现", "完成"} & set(trimmed.words):
            return []
    elif first.dimension in ("length", "area"):
        if act is None and not {"实现", "完成"} & set(trimmed.words):
            return []  # 3公里的隧道: how long it is; 完成346公里的通村工程 is how much was done
    elif first.dimension not in ("count", "people", "households"):
        return []
    return noun_behind(context, group, left, at, right, act, following)


def _aimed_at(context: Context, group: list[Quantity], left: int, moved: str | None) -> list[Finding]:
    """地区生产总值增长6%的目标: of what stands before it; [] where nothing does."""
    found = [finding for finding in head_before(context, group, left) or () if finding.rule != "carried"]
    for finding in found:
        finding.rule = "aim"
        finding.words = finding.words if moved is None else (*finding.words, moved)
    return found


def _total(
    context: Context,
    group: list[Quantity],
    left: int,
    at: int,
    right: int,
    following: Quantity | None,
    descriptor: re.Match[str],
) -> list[Finding]:
    """总投资 of what is counted or named behind: 市重大项目总投资."""
    text = context.text
    noun, stop = at, right
    if following is not None and following.start <= at:
        noun = following.end
        while (beside := next((one.end for one in context.figures if one.start == noun), None)) is not None:
            noun = beside  # 总投资36亿元的10件40项民生实事
        _, stop = context.layout.segment(following.end)
        later = _NEXT_FIGURE.search(text, noun, stop)
        stop = later.start() if later is not None else stop
    head = _NEXT_SUM.sub("", context.clean(noun, noun_end(text, noun, stop))) or context.head(left, descriptor.start())
    if not head:
        return []
    word = descriptor[0].replace("计划总投资", "总投资")
    return [Finding(q, head + word, descriptor.start(), q.end, rule="descriptor") for q in group]
