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
from dataclasses import dataclass, field
from functools import lru_cache

from orchestration.gazette.extraction import land_areas as la
from orchestration.gazette.extraction.land_uses import ALL_LAND, core, scope_of
from orchestration.gazette.extraction.reconciliation_sums import Printed, compared, half_unit, summed, unchecked
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC, arabic
from orchestration.gazette.language.units import hectares
from orchestration.gazette.lexicon.regions import table
from orchestration.gazette.lexicon.seeds import rows
from orchestration.gazette.records import LandFigure, Reconciliation

_SHARE = re.compile(rf"占(?P<of>(?!比)[^，。；%％]{{0,24}}?)的?(?:约|近)?为?{ARABIC}[%％]")
_BRACKETED = re.compile(r"（(?:约|合|折合|即)*(?P<area>[^（），。；]{2,16})）")
_WHOLE = 100.0
_FIGURE = re.compile(rf"(?P<n>[0-9]+。[0-9]+|{ARABIC})")
_SENTENCE_OF_LIST = 60  # characters between the figures of a list that is told of one a sentence
_ENDS = re.compile(r"(?<!\d)。|。(?!\d)")
_NEARLY = re.compile(r"约|近|逾|超")
# A list that names all of these leaves out nothing that weighs.
_FAMILIES = tuple(map(re.compile, ("商", "工|仓储", "住宅|居住|住房|宅地", "公共", "交通")))


@dataclass(eq=False, slots=True)
class _Item:
    """One figure with its number's own span and rounding, and the list it belongs to."""

    figure: LandFigure
    first: int  # the figure's quote in the matching text
    final: int
    start: int  # its number
    end: int
    half: float  # in hectares

    @property
    def place(self) -> str | None:
        own = self.figure.breakdown in ("total", "by_use")
        return None if own else self.figure.region_name

    @property
    def use(self) -> str | None:
        return self.figure.land_use

    @property
    def scope(self) -> str:
        return scope_of(self.use) if self.use else "all"

    @property
    def is_origin(self) -> bool:
        """新增建设用地, 存量用地: how the land was come by, beside its uses."""
        return self.use is not None and _ORIGIN.fullmatch(self.use) is not None

    @property
    def printed(self) -> Printed:
        return Printed(self.figure.area_ha, self.half, self.figure.start, self.figure.end)


@dataclass(eq=False, slots=True)
class _List:
    """Figures enumerated together; ``parent`` is the figure they stand inside."""

    parent: _Item | None
    segment: int
    opened_by_bracket: bool = False
    members: list[_Item] = field(default_factory=list)


def check(marked: MarkedText, figures: Sequence[LandFigure]) -> Iterator[Reconciliation]:
    """All checks of a document's land figures."""
    text = marked.text
    items = [_item(marked, figure) for figure in figures]
    told = [item for item in items if item.figure.rule_id != "land.table"]
    tabled = [item for item in items if item.figure.rule_id == "land.table"]
    for one in _lists(text, told):
        yield from _check_list(one, items)
    yield from _check_table(tabled)
    for item in items:
        yield from _check_share(text, item, items)
        yield from _check_units(marked, item)


def _item(marked: MarkedText, figure: LandFigure) -> _Item:
    """A figure with its number's place in the matching text and its rounding."""
    text = marked.text
    first, final = marked.matching(figure.start), marked.matching(figure.end)
    last = None
    for match in _FIGURE.finditer(text, first, final):
        if arabic(match["n"].replace("。", ".")) == figure.area:
            last = match
    start, end = last.span("n") if last else (first, final)
    digits = last["n"] if last else ""
    decimals = la.decimals_of(digits)
    if _NEARLY.search(text[max(0, start - 2) : start]) or re.match(r".{0,1}[多余]|.{2,4}左右", text[end : end + 6]):
        # 约4900公顷 is rounded to its last digit that is not nought.
        decimals = decimals if decimals else -(len(digits) - len(digits.rstrip("0")))
    return _Item(
        figure, first, final, start, end, half_unit(decimals, figure.area_ha / figure.area if figure.area else 1.0)
    )


# --- lists -----------------------------------------------------------------------------------------------------------


def _lists(text: str, items: list[_Item]) -> list[_List]:
    """Every enumeration of the text, with the figure it stands inside where the print says so."""
    stack = [_List(None, 0)]
    done = [stack[0]]
    segment = 0
    before: _Item | None = None
    sentence: list[_Item] = []
    for item in items:
        gap = text[before.end : item.start] if before and before.end <= item.start else ""
        if before is None or _breaks(gap, before, item):
            inside = (
                sentence
                and _ENDS.findall(gap)
                and len(_ENDS.findall(gap)) == 1
                and re.search(r"[。\n]\s*(?:[^。，\n]{0,12}中，)?其中", gap)
            )
            if inside:
                stack.append(_List(_parent_of(sentence, item), segment))
            else:
                stack = [_List(None, segment)]
            done.append(stack[-1])
            sentence, segment = [], 0
        else:
            segment += gap.count("；") + gap.count("\n")
            if gap.count("（") > gap.count("）"):
                stack.append(_List(before, segment, opened_by_bracket=True))
                done.append(stack[-1])
            else:
                if "）" in gap and gap.count("）") > gap.count("（"):
                    while len(stack) > 1 and stack[-1].opened_by_bracket:
                        stack.pop()
                if re.search(r"其中|包括|包含", gap) and _fits(before, item):
                    stack.append(_List(before, segment))
                    done.append(stack[-1])
                elif "；" in gap:
                    _leave(stack, item, segment)
        while len(stack) > 1 and stack[-1].parent is not None and not _fits(stack[-1].parent, item):
            stack.pop()
        if not _continues(stack[-1], item):
            stack = [_List(None, segment)]
            done.append(stack[0])
        stack[-1].members.append(item)
        sentence.append(item)
        before = item
    return [one for one in done if len(one.members) > 1]


def _breaks(gap: str, before: _Item, item: _Item) -> bool:
    """Whether a new sentence begins between two figures; places told of one a sentence or a line are still one list."""
    if not _ENDS.search(gap):
        return False
    if "其中" in gap or not _same_list(before, item):
        return True
    if before.place is not None and item.place is not None:
        return False
    # Uses told of one a sentence: 1.商服用地 …。2.工矿仓储用地 ….
    return item.scope == "kind" or len(gap) > _SENTENCE_OF_LIST or ALL_LAND.search(gap.rpartition("。")[2]) is not None


def _parent_of(sentence: list[_Item], item: _Item) -> _Item | None:
    fitting = [one for one in sentence if _fits(one, item) and one.scope != "kind"]
    return (
        fitting[-1]
        if len(fitting) == 1 or (fitting and fitting[-1].scope == "housing" and item.scope == "kind")
        else fitting[0]
        if fitting
        else None
    )


def _leave(stack: list[_List], item: _Item, segment: int) -> None:
    """A semicolon closes what 其中 opened since the last one, if what follows belongs to the list outside."""
    while len(stack) > 1 and stack[-1].segment < segment and stack[-2].members:
        # A list of one may go on behind it (其中商服用地 …；住宅用地 …), unless it lies in a kind of housing land.
        is_list = len(stack[-1].members) > 1 or (stack[-1].parent is not None and stack[-1].parent.scope == "kind")
        if not is_list or not _same_list(stack[-2].members[-1], item):
            return
        stack.pop()


def _fits(parent: _Item, item: _Item) -> bool:
    """Whether a figure can be a part of another: a use of all land, a place of the whole, a kind of housing land."""
    if parent.figure.figure_kind != item.figure.figure_kind or parent.figure.plan_year != item.figure.plan_year:
        return False
    if parent.place == item.place:
        return (
            parent.scope == "all" != item.scope
            or (parent.scope == "housing" and item.scope == "kind")
            or (parent.scope == "kind" == item.scope)
        )
    if parent.place is not None:
        return False
    return parent.scope == "all" or (
        parent.use is not None and item.use is not None and core(parent.use) == core(item.use)
    )


def _continues(one: _List, item: _Item) -> bool:
    return not one.members or _same_list(one.members[-1], item)


def _same_list(last: _Item, item: _Item) -> bool:
    if last.figure.figure_kind != item.figure.figure_kind or last.figure.plan_year != item.figure.plan_year:
        return False
    if last.place == item.place:
        named = last.use != item.use and last.use is not None and item.use is not None
        return named and last.is_origin == item.is_origin
    if last.place is None or item.place is None:
        return False
    return (last.use is None and item.use is None) or bool(last.use and item.use and core(last.use) == core(item.use))


def _check_list(one: _List, items: list[_Item]) -> Iterator[Reconciliation]:
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
    label = f"{_name(stated) if stated else '（未载总量）'} = {' + '.join(_name(member) for member in members)}"
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
        yield from _check_share_sum(members, row)


def _adds_up(stated: _Item, members: list[_Item]) -> bool:
    return summed("", "", stated.printed, [member.printed for member in members]).status == "holds"


def _disjoint(members: list[_Item]) -> list[_Item]:
    """Without those that lie inside other members: kinds of housing beside housing, 工业用地 beside 工矿仓储用地."""
    scopes = {member.scope for member in members}
    if scopes >= {"kind", "housing"}:
        members = [member for member in members if member.scope != "kind"]
    named = {member.figure.land_use_id for member in members if member.figure.land_use_id}
    if members and members[0].use != members[-1].use:
        members = [member for member in members if _outer_uses().get(member.figure.land_use_id or "", "") not in named]
    return members


_ORIGIN = re.compile(r"(?:新增|存量)(?:国有)?(?:建设)?用地")


@lru_cache(maxsize=1)
def _outer_uses() -> dict[str, str]:
    """land_use_id -> the land_use_id it lies in."""
    return {row["land_use_id"]: row["parent_land_use_id"] for row in rows("land_uses") if row["parent_land_use_id"]}


def _whole_matches(parent: _Item, members: list[_Item], by_place: bool) -> bool:
    return all(_fits(parent, member) for member in members) and (by_place or parent.place == members[0].place)


def _whole_of(members: list[_Item], by_place: bool, items: list[_Item]) -> _Item | None:
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


def _rule(members: list[_Item], by_place: bool) -> str:
    if by_place:
        return {"all": "land.by_region", "housing": "land.residential_by_region"}.get(
            members[0].scope, "land.by_region_and_use"
        )
    if all(member.scope == "kind" for member in members):
        return "land.housing_by_kind"
    if members[0].is_origin:
        return "land.by_origin"
    return "land.by_use" if members[0].place is None else "land.region_by_use"


def _name(item: _Item) -> str:
    place = item.figure.region_name or ""
    use = item.use or "供应总量"
    return f"{place if item.place else ''}{use}" or use


def _is_complete(members: list[_Item], by_place: bool) -> bool:
    if by_place:
        ids = {member.figure.region_id for member in members}
        hosts = {identifier[:4] + "00" for identifier in ids if identifier and len(identifier) >= 6}
        counties = {
            item.region_id
            for item in table().values()
            if item.is_current and item.region_type == "county" and item.parent_id in hosts and len(hosts) == 1
        }
        return bool(counties) and counties <= ids
    if all(member.scope == "kind" for member in members):
        names = "".join(member.use or "" for member in members)
        return "产权" in names and "租赁" in names
    names = "、".join(member.use or "" for member in members)
    return all(family.search(names) for family in _FAMILIES)


def _exclude_each_other(members: list[_Item], by_place: bool) -> bool:
    """Whether parts cannot overlap, so that more than the whole is a contradiction."""
    if by_place:
        return all(member.figure.region_id for member in members)
    return all(member.figure.land_use_id and member.scope != "kind" for member in members)


# --- tables ----------------------------------------------------------------------------------------------------------


def _check_table(items: list[_Item]) -> Iterator[Reconciliation]:
    """Rows against their 合计 column and columns against their 合计 row."""
    groups: dict[tuple[object, object], list[_Item]] = defaultdict(list)
    for item in items:
        groups[item.figure.figure_kind, item.figure.plan_year].append(item)
    for group in groups.values():
        yield from _lines(group, lambda item: item.place or "", by_place=False)
        yield from _lines(group, lambda item: core(item.use) if item.use else "", by_place=True)


def _lines(group: list[_Item], key: object, *, by_place: bool) -> Iterator[Reconciliation]:
    lines: dict[str, list[_Item]] = defaultdict(list)
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
        label = f"{_name(stated)} = {' + '.join(_name(part) for part in parts)}"
        row = summed(f"{_rule(parts, by_place)}_table", label, stated.printed, [part.printed for part in parts])
        if row.status == "holds" or _is_complete(parts, by_place) or (row.difference or 0) > 0 or by_place:
            yield row


# --- shares and units ------------------------------------------------------------------------------------------------


def _check_share(text: str, item: _Item, items: list[_Item]) -> Iterator[Reconciliation]:
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
        checks.append(compared("land.share", f"{label} ÷ {_name(base)}", stated, computed, tolerance))
    yield next((row for row in checks if row.status == "holds"), checks[0])


def _printed_share(text: str, item: _Item, share: float) -> tuple[Printed, str]:
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
    return Printed(share, half, item.figure.start, item.figure.end), _name(item)


def _bases(text: str, item: _Item, items: list[_Item]) -> list[_Item]:
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


def _check_share_sum(members: list[_Item], row: Reconciliation) -> Iterator[Reconciliation]:
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
        f"占比合计：{'、'.join(_name(member) for member in members)}",
        stated,
        total,
        len(told) * half_unit(decimals),
    )


def _check_units(marked: MarkedText, item: _Item) -> Iterator[Reconciliation]:
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
        f"{_name(item)}：{item.figure.unit}与{other.unit}",
        stated,
        item.figure.area_ha,
        stated.half + item.half,
    )
