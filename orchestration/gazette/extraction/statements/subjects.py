"""Who or what reaches a counted object: 高龄津贴惠及130万老年人 is of the 高龄津贴, not of the old people alone."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.context import Context
from orchestration.gazette.extraction.statements.trimming import trim_tail
from orchestration.gazette.extraction.statements.words import ACTS, GENERIC, LEAD, PUSHES

_LONGEST = 20
_EARLIER = re.compile(r"提前[\d一二两三四五六七八九十]+个?[多余]?[年月天周]")
_FIRST_OF_ALL = re.compile(r"在全[国省市](?:率先|首批|首家)?")
_NO_SUBJECT = ("占", "其中", "通过", "为", "将", "把", "对", "按", "以", "在", "由", "使", "让", "并", "再", "共")
_REACHES = frozenset(("惠及", "覆盖", "服务", "带动", "受益", "吸纳"))
# What a clause before is about when it ends so: a policy, a service, works that reach somebody.
_REACHING = (
    "政策 制度 补贴 津贴 发放 工程 行动 项目 计划 活动 改革 教育 机制 服务 平台 保险 改造 建设 网络 系统 贷款 基金 试点 模式 举措 措施 救助 培训"
).split()


def with_subject(context: Context, head: str, act: str, left: int, end: int) -> str:
    """A head that a relating act opens, behind its subject where the clause, or the clause before, names one."""
    begin = context.text.rfind(act, left, end)
    if begin < 0:
        return head
    subject = _subject(context, left, begin)
    if not subject and act in _REACHES and context.lead(left, begin) >= begin:
        subject = _of_clause_before(context, left)
    if not subject:
        return head
    return subject + (head if head.startswith(act) else act + head)


def _subject(context: Context, left: int, end: int) -> str:
    text = context.text
    start = context.lead(left, end)
    words = _EARLIER.sub("", context.clean(start, trim_tail(text, start, end).end))
    if not 2 <= len(words) <= _LONGEST or words in ACTS or words in PUSHES or words in LEAD or words in GENERIC:
        return ""
    if words.startswith(_NO_SUBJECT) or any(mark.isdigit() for mark in words[:1]):
        return ""
    return words


def _of_clause_before(context: Context, left: int) -> str:
    """The policy or works of a clause without a figure just before: 实施免费教育政策，惠及10万儿童."""
    text = context.text
    stop = context.before_marks(left)
    start, _ = context.layout.segment(max(0, stop - 1))
    if stop >= left or start < context.layout.sentence(left)[0]:
        return ""
    if context.last is not None and context.last.quantity.start >= start:
        return ""
    first = _FIRST_OF_ALL.match(text, start, stop)
    words = context.head(first.end() if first is not None else start, stop)
    return words if words.endswith(tuple(_REACHING)) and len(words) <= _LONGEST else ""
