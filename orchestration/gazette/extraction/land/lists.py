"""Figures of lists: one for each head that 分别 joins to a row of areas, or that 各 gives the same area."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.land.lead import Found, Lead
from orchestration.gazette.extraction.land.shares import listed_shares

SEPARATORS = re.compile(r"\s*(?:[、，和及与]|以及)\s*")
_AMOUNT = re.compile(r"(?:计划|实际)?(?:供应|供地|出让|用地|土地)*(?:总?(?:量|面积|规模))?$")  # 甲、乙供应量分别为
APART = re.compile("分别|依次[为是](?=约?$)")  # 依次为 only right before its figures; else places come behind it


_NAME = re.compile(r"[\u4e00-\u9fff]{2,10}")


def respectively(text: str, base: Found, lead: Lead, years: list[int | None]) -> list[Found]:
    """One figure for each head of a list; none where heads and figures do not count the same."""
    group = lead.group
    base = replace(base, share=None, rule="land.respectively")
    for clause in reversed(lead.parts):
        listed = [part for part in clause if not part.is_own]
        if len(listed) == len(group):
            return [
                replace(base, start=listed[0].start, end=area.end, area=area, place=part.name)
                for part, area in zip(listed, group, strict=True)
            ]
    for use in (use for clause in reversed(lead.uses) for use in reversed(clause)):
        if len(use.parts) == len(group):
            shares = listed_shares(text, group[-1].end, len(group))
            return [
                replace(base, start=use.start, end=area.end, area=area, use=name, share=share)
                for name, area, share in zip(use.parts, group, shares, strict=True)
            ]
    start, names = _listed_places(text, lead)
    if names:
        return [
            replace(base, start=start, end=area.end, area=area, place=name)
            for name, area in zip(names, group, strict=True)
        ]
    if len(years) == len(group):
        return [replace(base, end=area.end, area=area, year=year) for year, area in zip(years, group, strict=True)]
    return []


def each(base: Found, lead: Lead) -> list[Found]:
    """甲区、乙区住宅用地各50公顷: one figure for each."""
    for parts, named in zip(reversed(lead.parts), reversed(lead.uses), strict=True):
        listed = [part for part in parts if not part.is_own]
        if len(listed) > 1:
            return [replace(base, place=part.name, rule="land.each") for part in listed]
        own = [use for use in named if not use.is_scope]
        if own and len(own[-1].parts) > 1:
            return [replace(base, use=name, rule="land.each") for name in own[-1].parts]
        if parts or named:
            break  # 甲用地和乙用地各占一半，均为850公顷: the nearest clause that names anything
    return [base]


def _listed_places(text: str, lead: Lead) -> tuple[int, list[str]]:
    """Where a list before 分别 begins, and its members, where some are places and none is a use: a lake district among
    new areas."""
    for (start, end), parts, named in zip(lead.clauses, lead.parts, lead.uses, strict=True):
        told = APART.search(text[start:end])
        names = SEPARATORS.split(_AMOUNT.sub("", text[start : start + told.start()])) if told is not None else []
        if parts and not named and len(names) == len(lead.group) and all(map(_NAME.fullmatch, names)):
            return start, names
    return 0, []
