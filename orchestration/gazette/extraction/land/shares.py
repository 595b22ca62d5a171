"""Shares told of areas: behind the area, behind its bracket, before it, and of several in a list."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.lead import Lead
from orchestration.gazette.language.numbers import ARABIC, arabic

_SKIPPED = re.compile(r"(?:以内|以上|左右)?(?:（[^（）\n]{0,200}）)?")
_CLAUSE = re.compile(r"[，、]?[^，；。]*(?:；|(?=[，。])|$)")
_SHARE_LEAD = re.compile(r"(?:约|均|且|并|其)*(?:占|所占|比重)")
_BETWEEN = re.compile(r"同比|较|比|与|约|增|减|降")
# 占年度计划的75% says how far a plan has come, not what part of the land it is.
_OF_TASK = re.compile(r"任务|指标|(?:全年|年度|当年|本年|全年度)的?(?:供应|供地|用地)?计划$")
_ONLY_FIGURE = re.compile(r"(?:约|为|即|达|面积|合|共|计)*")
_LISTED = re.compile(
    rf"[^占]{{0,60}}?(?:分别占[^，。；]{{0,24}}?|所?占[^，。；]{{0,24}}?分别为|比[重例]分别为)((?:{ARABIC}%[、，和及与]?)+)"
)
_PERCENT = re.compile(rf"({ARABIC})%")


def share_behind(text: str, at: int, end: int) -> tuple[float | None, int | None]:
    """The share told of a figure that ends at ``at`` (占…的8.2%), and where it ends.

    A bracket between (住宅用地400公顷（其中 …），占22%) is passed over; the end is None where it holds other figures.
    What stands behind the closing bracket around a figure is told of the figure that opened it, not of this one.
    """
    plain = la.PLAIN_SHARE.match(text, at, end)
    if plain and not _OF_TASK.search(plain["of"] or ""):
        return arabic(plain["pct"]), plain.end()
    skipped = _SKIPPED.match(text, at, end)
    behind = skipped.end() if skipped else at
    inner = la.areas(text, at, behind)
    for match in _CLAUSE.finditer(text, behind, end):
        clause = match[0].lstrip("，、 ")
        if clause.startswith(("）", "；", "。", "其中")):
            break
        found = la.SHARE.match(clause) or (la.SHARE.search(clause) if _SHARE_LEAD.match(clause) else None)
        if found:
            if _OF_TASK.search(found["of"] or ""):
                return None, None
            holds_parts = bool(inner) and not la.ALTERNATE.fullmatch(text[at : inner[0].start])
            return arabic(found["pct"]), None if holds_parts else match.start() + match[0].find(found[0]) + len(
                found[0]
            )
        if (clause and not _BETWEEN.match(clause)) or match[0].endswith("；"):
            break
    return None, None


def share_before(text: str, lead: Lead) -> float | None:
    """A share told right before its area: 住宅用地占总量的22%，约858公顷."""
    if len(lead.clauses) < 2:
        return None
    (start, end), (own_start, own_end) = lead.clauses[-2:]
    if not _ONLY_FIGURE.fullmatch(text[own_start:own_end].strip()):
        return None
    told = [match for match in la.SHARE.finditer(text, start, end) if match.end() == end]
    return arabic(told[0]["pct"]) if told else None


def listed_shares(text: str, at: int, size: int) -> list[float | None]:
    """Shares of a list right behind it or in the sentence after: 三类用地分别占 …的30.4%、22.3%、47.3%."""
    match = _LISTED.match(text, at)
    told = [arabic(number) for number in _PERCENT.findall(match[1])] if match else []
    return list(told) if len(told) == size else [None] * size
