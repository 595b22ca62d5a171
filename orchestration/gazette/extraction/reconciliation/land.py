"""Land supply against itself: parts against totals by use, place and kind of housing; shares and units against areas.

Parts are what one list enumerates: figures joined by 、，；, put inside another by 其中 or brackets. A list is compared
with the figure it stands inside, else with the document's figure of the same kind and year for the whole that its
members make up. A list that may leave parts out (其中住宅用地 …) breaks nothing when it falls short; one that names
every use of a scheme or every county of a place does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache

from orchestration.gazette.extraction.land.uses import core
from orchestration.gazette.extraction.reconciliation.land_items import Item, item_of, name_of
from orchestration.gazette.extraction.reconciliation.land_lists import Listed, fits, lists
from orchestration.gazette.extraction.reconciliation.land_shares import check_share, check_share_sum, check_units
from orchestration.gazette.extraction.reconciliation.sums import summed, unchecked
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.lexicon.regions import table
from orchestration.gazette.lexicon.seeds import rows
from orchestration.gazette.records import LandFigure, Reconciliation

# A list that names all of these leaves out nothing that weighs.
_FAMILIES = tuple(map(re.compile, ("商", "工|仓储", "住宅|居住|住房|宅地", "公共", "交通")))


def check(marked: MarkedText, figures: Sequence[LandFigure]) -> Iterator[Reconciliation]:
    """All checks of a document's land figures."""
    text = marked.text
    items = [item_of(marked, figure) for figure in figures]
    told = [item for item in items if item.figure.rule_id != "land.table"]
    tabled = [item for item in items if item.figure.rule_id == "land.table"]
    for one in lists(text, told):
        yield from _check_list(one, items)
    yield from _check_table(tabled)
    for item in items:
        yield from check_share(text, item, items)
        yield from check_units(marked, item)


def _check_list(one: Listed, items: list[Item]) -> Iterator[Reconciliation]:
    members = _disjoint(one.members)
    if len(members) < 2:
        return
    by_place = members[0].place != members[1].place
    stated = (
        one.parent
        if one.parent and _whole_matches(one.parent, members, by_place)
        else _whole_of(members, by_place, items)
    )
    rule = _rule(members, by_place)
    label = f"{name_of(stated) if stated else '（未载总量）'} = {' + '.join(name_of(member) for member in members)}"
    if stated is not None and _adds_up(stated, one.members):
        members = one.members  # what lies inside another by name is a part beside it by the print's own sum
    parts = [member.printed for member in members]
    complete = _is_complete(members, by_place)
    if stated is None:
        if complete:
            yield unchecked(rule, label, sum(part.value for part in parts))
        return
    row = summed(rule, label, stated.printed, parts)
    exceeds = row.difference is not None and row.difference > 0
    if row.status == "holds" or complete or (exceeds and _exclude_each_other(members, by_place)):
        yield row
        yield from check_share_sum(members, row)


def _adds_up(stated: Item, members: list[Item]) -> bool:
    return summed("", "", stated.printed, [member.printed for member in members]).status == "holds"


def _disjoint(members: list[Item]) -> list[Item]:
    """Without those that lie inside other members: kinds of housing beside housing, 工业用地 beside 工矿仓储用地."""
    scopes = {member.scope for member in members}
    if scopes >= {"kind", "housing"}:
        members = [member for member in members if member.scope != "kind"]
    named = {member.figure.land_use_id for member in members if member.figure.land_use_id}
    if members and members[0].use != members[-1].use:
        members = [member for member in members if _outer_uses().get(member.figure.land_use_id or "", "") not in named]
    return members


@lru_cache(maxsize=1)
def _outer_uses() -> dict[str, str]:
    """land_use_id -> the land_use_id it lies in."""
    return {row["land_use_id"]: row["parent_land_use_id"] for row in rows("land_uses") if row["parent_land_use_id"]}


def _whole_matches(parent: Item, members: list[Item], by_place: bool) -> bool:
    return all(fits(parent, member) for member in members) and (by_place or parent.place == members[0].place)


def _whole_of(members: list[Item], by_place: bool, items: list[Item]) -> Item | None:
    """The document's figure for what the members make up, of the same kind and year."""
    first = members[0]
    place = None if by_place else first.place
    wanted = first.scope if by_place else ("housing" if all(member.scope == "kind" for member in members) else "all")
    last = members[-1].end
    found = [
        item
        for item in items
        if item not in members
        and item.place == place
        and item.scope == wanted
        and (item.figure.figure_kind, item.figure.plan_year) == (first.figure.figure_kind, first.figure.plan_year)
        and (wanted not in ("use", "kind") or (item.use and first.use and core(item.use) == core(first.use)))
    ]
    return min(found, key=lambda item: (item.start > last, abs(item.start - first.start)), default=None)


def _rule(members: list[Item], by_place: bool) -> str:
    if by_place:
        return {"all": "land.by_region", "housing": "land.residential_by_region"}.get(
            members[0].scope, "land.by_region_and_use"
        )
    if all(member.scope == "kind" for member in members):
        return "land.housing_by_kind"
    return "land.by_use" if members[0].place is None else "land.region_by_use"


def _is_complete(members: list[Item], by_place: bool) -> bool:
    if by_place:
        ids = {member.figure.region_id for member in members}
        hosts = {identifier[:4] + "00" for identifier in ids if identifier and len(identifier) >= 6}
        counties = _counties_of(hosts.pop()) if len(hosts) == 1 else frozenset()
        return bool(counties) and counties <= ids
    if all(member.scope == "kind" for member in members):
        names = "".join(member.use or "" for member in members)
        return "产权" in names and "租赁" in names
    names = "、".join(member.use or "" for member in members)
    return all(family.search(names) for family in _FAMILIES)


@lru_cache(maxsize=64)
def _counties_of(host: str) -> frozenset[str]:
    """The counties and districts of a city, by id."""
    return frozenset(
        item.region_id
        for item in table().values()
        if item.is_current and item.region_type == "county" and item.parent_id == host
    )


def _exclude_each_other(members: list[Item], by_place: bool) -> bool:
    """Whether parts cannot overlap, so that more than the whole is a contradiction."""
    if by_place:
        return all(member.figure.region_id for member in members)
    return all(member.figure.land_use_id and member.scope != "kind" for member in members)


def _check_table(items: list[Item]) -> Iterator[Reconciliation]:
    """Rows against their 合计 column and columns against their 合计 row."""
    groups: dict[tuple[object, object], list[Item]] = defaultdict(list)
    for item in items:
        groups[item.figure.figure_kind, item.figure.plan_year].append(item)
    for group in groups.values():
        yield from _lines(group, lambda item: item.place or "", by_place=False)
        yield from _lines(group, lambda item: core(item.use) if item.use else "", by_place=True)


def _lines(group: list[Item], key: object, *, by_place: bool) -> Iterator[Reconciliation]:
    lines: dict[str, list[Item]] = defaultdict(list)
    for item in group:
        lines[key(item)].append(item)  # type: ignore[operator]
    for line in lines.values():
        if by_place:
            stated = next((item for item in line if item.place is None), None)
            parts = [item for item in line if item.place is not None]
        else:
            stated = next((item for item in line if item.use is None), None)
            parts = _disjoint([item for item in line if item.use is not None])
        if stated is None or len(parts) < 2:
            continue
        label = f"{name_of(stated)} = {' + '.join(name_of(part) for part in parts)}"
        row = summed(f"{_rule(parts, by_place)}_table", label, stated.printed, [part.printed for part in parts])
        if row.status == "holds" or _is_complete(parts, by_place) or (row.difference or 0) > 0 or by_place:
            yield row
