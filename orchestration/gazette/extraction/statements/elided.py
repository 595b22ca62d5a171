"""What a list of counted nouns prints once, behind its last item: 3个千亿级和5个百亿级产业集群, 13条河流、300条沟治理."""

from __future__ import annotations

import re
from itertools import pairwise

from orchestration.gazette.extraction.statements.behind import Behind, item_behind
from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.language.quantities import Quantity

_GRADE = re.compile(r"(?:新增)?[过超]?[\d.百千万亿]+元?(?:级|以上|以下)?|[^，。；、]{1,4}级")
_GRADE_PREFIX = re.compile(r"[过超]?[\d.百千万亿]+元?(?:级|以上|以下)?|[^，。；、]{1,4}级(?!别)")
_WORKS = re.compile(r"(?:超低排放|节能|节水|综合|升级|提升)*(?:改造|治理|整治|修复|建设)$|周边环境$")
# Verbs that say only that works are under way: what works, stands behind the list.
_LIGHT = frozenset("开展 完成 实施 推进 推动 启动 加快 加快推进 做好 抓好 提升 组织实施 组织开展".split())
_ITS_OWN = (
    "搬转",
    "搬迁",
    "退出",
    "关停",
    "拆除",
    "清退",
    "转产",
    "验收",
    "升级",
    "扩容",
    "创建",
    "试点",
    "检修",
    "加固",
)
_FIGURES_ON = 3


def completed(context: Context, head: str, behind: Behind, act: str | None, following: Quantity | None) -> str:
    """A head with the noun that its list leaves to the last item; ``following`` is None where no list can go on."""
    if following is None:
        return head
    if _GRADE.fullmatch(head) is not None:
        return head + _common_noun(context, following)
    if behind.listed and (act is None or act in _LIGHT) and _WORKS.search(head) is None and not head.endswith(_ITS_OWN):
        works = _WORKS.search(_last_noun(context, following))
        if works is not None:
            return head + works[0]
    return head


def _common_noun(context: Context, following: Quantity) -> str:
    """产业集群 behind 5个百亿级产业集群; empty where no later item of the sentence has a noun behind its grade."""
    index = context.index(following)
    for figure, later in _onward(context, index):
        noun = item_behind(context, figure, later)
        words = context.clean(noun.start, noun.noun)
        grade = _GRADE_PREFIX.match(words)
        if grade is None:
            return ""
        if grade.end() < len(words):
            return _WORKS.sub("", words[grade.end() :])
    return ""


def _last_noun(context: Context, following: Quantity) -> str:
    """The noun of the last item of a list."""
    for figure, later in _onward(context, context.index(following)):
        behind = item_behind(context, figure, later)
        if not behind.listed:
            return context.clean(behind.start, behind.end)
    return ""


def _onward(context: Context, index: int) -> list[tuple[Quantity, Quantity | None]]:
    figures = [*context.figures[index : index + _FIGURES_ON + 1], None]
    return [(one, later) for one, later in pairwise(figures) if one is not None][:_FIGURES_ON]
