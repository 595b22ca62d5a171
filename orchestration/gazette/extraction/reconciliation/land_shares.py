"""Shares and units of land figures against their areas."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.uses import core
from orchestration.gazette.extraction.reconciliation.land_items import Item, name_of
from orchestration.gazette.extraction.reconciliation.sums import Printed, compared, half_unit, unchecked
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC, arabic
from orchestration.gazette.language.units import hectares
from orchestration.gazette.records import Reconciliation

_SHARE = re.compile(rf"占(?P<of>(?!比)[^，。；%％]{{0,24}}?)的?(?:约|近)?为?{ARABIC}[%％]")
_BRACKETED = re.compile(r"（(?:约|合|折合|即)*(?P<area>[^（），。；]{2,16})）")
_WHOLE = 100.0


def check_share(text: str, item: Item, items: list[Item]) -> Iterator[Reconciliation]:
    """A printed share against area over base; half a digit of the share, and what the areas' rounding moves it by."""
    share = item.figure.share_pct
    if share is None or not item.figure.area_ha:
        return
    bases = _bases(text, item, items)
    stated, label = _printed_share(text, item, share)
    if not bases:
        yield unchecked("land.share", f"{label} 占比", None, stated)
        return
    checks = []
    for base in bases:
        whole = base.figure.area_ha
        computed = _WHOLE * item.figure.area_ha / whole
        tolerance = stated.half + _WHOLE * (item.half + item.figure.area_ha * base.half / whole) / whole
        checks.append(compared("land.share", f"{label} ÷ {name_of(base)}", stated, computed, tolerance))
    yield next((row for row in checks if row.status == "holds"), checks[0])


def _printed_share(text: str, item: Item, share: float) -> tuple[Printed, str]:
    window = text[item.first : item.final + 160]
    found = next(
        (
            m
            for m in re.finditer(rf"(?P<n>{ARABIC})[%％]?", window)
            if arabic(m["n"]) == share and (m[0][-1] in "%％" or "|" in window)
        ),
        None,
    )
    half = half_unit(la.decimals_of(found["n"]) if found else 0)
    return Printed(share, half, item.figure.start, item.figure.end), name_of(item)


def _bases(text: str, item: Item, items: list[Item]) -> list[Item]:
    """What a share may be of: what its words name, else the total of its kind and year, else housing."""
    match = _SHARE.search(text[item.first : item.final])
    of = match["of"] if match else ""
    same = [
        one
        for one in items
        if one is not item
        and (one.figure.figure_kind, one.figure.plan_year) == (item.figure.figure_kind, item.figure.plan_year)
    ]
    if re.search(r"住宅|住房|居住|宅地", of):
        return [one for one in same if one.scope == "housing" and one.place in (None, item.place)]
    named = [one for one in same if one.use and len(core(one.use)) > 1 and core(one.use) in of]
    if named:
        return named
    totals = [one for one in same if one.scope == "all" and one.place is None]
    housing = [one for one in same if one.scope == "housing" and one.place is None]
    if item.scope == "kind" or (item.scope == "housing" and item.place is not None):
        return [*totals, *housing]
    return totals


def check_share_sum(members: list[Item], row: Reconciliation) -> Iterator[Reconciliation]:
    """Shares of a list that makes up its whole add up to 100; half a digit each."""
    shares = [member.figure.share_pct for member in members]
    told = [share for share in shares if share is not None]
    if len(told) != len(shares) or row.status != "holds":
        return
    decimals = max(len(f"{share:g}".partition(".")[2]) for share in told)
    stated = Printed(_WHOLE, 0.0, members[0].figure.start, members[-1].figure.end)
    total = sum(told)
    if total < _WHOLE / 2:
        return
    yield compared(
        "land.share_sum",
        f"占比合计：{'、'.join(name_of(member) for member in members)}",
        stated,
        total,
        len(told) * half_unit(decimals),
    )


def check_units(marked: MarkedText, item: Item) -> Iterator[Reconciliation]:
    """The same land in 亩 right behind it: 1 公顷 = 15 亩."""
    match = _BRACKETED.match(marked.text, item.end + len(item.figure.unit))
    if match is None:
        return
    others = la.areas(match["area"], 0, len(match["area"]))
    if len(others) != 1 or others[0].unit == item.figure.unit:
        return
    other = others[0]
    factor = hectares(1.0, other.unit)
    if factor is None:
        return
    stated = Printed(other.ha, half_unit(other.decimals, factor), *marked.clean(match.start(), match.end()))
    yield compared(
        "land.units",
        f"{name_of(item)}：{item.figure.unit}与{other.unit}",
        stated,
        item.figure.area_ha,
        stated.half + item.half,
    )
