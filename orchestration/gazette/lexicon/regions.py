"""Places: a name as printed, seen from a home place, to its region_id.

A region_id is the GB/T 2260 code ("370302"). Functional zones (高新区, 经济开发区 …) have no code of that standard:
theirs is the host's code and the zone's label, "370300-高新区". Zones not in the seed get their label by the rule of
``zone_label``.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.lexicon.seeds import rows, split


@dataclass(frozen=True, slots=True)
class Region:
    """One row of the seed of regions."""

    region_id: str
    name: str
    short_name: str
    aliases: tuple[str, ...]
    region_type: str
    parent_id: str | None
    is_current: bool


_SELF = frozenset(
    {
        "全市",
        "我市",
        "本市",
        "全省",
        "我省",
        "本省",
        "全县",
        "我县",
        "本县",
        "全区",
        "我区",
        "本区",
        "全自治区",
        "全州",
        "我州",
        "本州",
    }
)
_ZONE_END = re.compile(
    r"(?:开发区|高新区|经开区|度假区|示范区|管理区|综合保税区|综保区|保税区|自贸区|自由贸易试验区|工业园区|产业园区|风景名胜区|新区|先行区|合作区|试验区)$"
)
# A kind alone names no zone (示范区, 开发区); the three kinds of which a city has one do, and stand below.
_BARE_KINDS = frozenset(
    [
        "开发区",
        "度假区",
        "示范区",
        "管理区",
        "自贸区",
        "工业园区",
        "产业园区",
        "风景名胜区",
        "新区",
        "先行区",
        "合作区",
        "试验区",
        "旅游度假区",
        "工业开发区",
    ]
)
# Official long forms and their usual short ones name the same zone of one host.
_ZONE_FORMS = (
    (re.compile(r"(?:国家级?|省级)?高新(?:技术)?(?:产业)?(?:开发|园)?区$"), "高新区"),
    (re.compile(r"(?:国家级?|省级)?经济(?:技术)?开发区$|经开区$"), "经开区"),
    (re.compile(r"(?:综合保税区|综保区)$"), "综合保税区"),
)


def zone_label(name: str, places: tuple[str, ...] = ()) -> str:
    """The label of a functional zone: its name without the places before it, long forms in the usual short one."""
    changed = True
    while changed:
        changed = False
        for place in places:
            if name.startswith(place) and len(name) > len(place) + 1 and not name[len(place) :].startswith("新区"):
                name, changed = name[len(place) :], True
    for pattern, label in _ZONE_FORMS:
        name = pattern.sub(label, name)
    return name


@lru_cache(maxsize=1)
def table() -> dict[str, Region]:
    """All regions of the seed by region_id."""
    return {
        row["region_id"]: Region(
            region_id=row["region_id"],
            name=row["name"],
            short_name=row["short_name"],
            aliases=tuple(split(row["aliases"])),
            region_type=row["region_type"],
            parent_id=row["parent_region_id"] or None,
            is_current=not row["valid_to"],
        )
        for row in rows("regions")
    }


@lru_cache(maxsize=1)
def _children() -> dict[str | None, list[Region]]:
    children: dict[str | None, list[Region]] = defaultdict(list)
    for item in table().values():
        children[item.parent_id].append(item)
    return children


@lru_cache(maxsize=1)
def _names() -> dict[str, list[Region]]:
    """Every full, former, other and short name to the regions that bear it; zones are known under their host only."""
    names: dict[str, list[Region]] = defaultdict(list)
    for item in table().values():
        if item.region_type == "functional_zone":
            continue
        for name in dict.fromkeys((item.name, item.short_name, *item.aliases)):
            names[name].append(item)
    return names


def is_place(name: str) -> bool:
    """Whether any region, of today or earlier, bears a name, be it its full or its short one."""
    return name in _names()


def is_great_place(name: str) -> bool:
    """Whether a province or a prefecture of today bears a name: short names of counties are words of the language too."""
    return any(item.is_current and item.region_type in ("province", "prefecture") for item in _names().get(name, ()))


def levels_of(name: str) -> frozenset[str]:
    """The last characters (省, 市, 县, 区 …) of the full names of the places that bear a name."""
    return frozenset(item.name[-1] for item in _names().get(name, ()))


@lru_cache(maxsize=1024)
def lies_in(name: str, place: str) -> bool:
    """Whether some region that bears a name is, or lies in, one that bears another."""
    return any(_bears(outer, place) for item in _names().get(name, ()) for outer in chain(item.region_id))


def chain(home: str | None) -> list[Region]:
    """The region and those it lies in, innermost first; of a zone, its host comes next."""
    found: list[Region] = []
    at = home
    while at is not None and at in table():
        found.append(table()[at])
        at = table()[at].parent_id
    if not found and home and "-" in home:
        return chain(home.partition("-")[0])
    return found


def _bears(item: Region, name: str) -> bool:
    return name == item.name or name == item.short_name or name in item.aliases


def _one(items: list[Region]) -> Region | None:
    """The one meant: the only one, or the only one that is current; else nobody can say."""
    if len(items) == 1:
        return items[0]
    current = [item for item in items if item.is_current]
    return current[0] if len(current) == 1 else None


def _near(name: str, home: str) -> Region | None:
    """A name as people of the home place mean it: home and what it lies in, its parts, their parts, its neighbours."""
    line = chain(home)
    for item in line:
        if name == item.name or name in item.aliases:
            return item
    for item in line:
        parts = _children()[item.region_id]
        # A full name beats a short one (城区 beside 城, 海南区 beside 海南省).
        for wanted in (True, False):
            hit = _one([p for p in parts if (name == p.name if wanted else _bears(p, name))])
            if hit:
                return hit
        if name == item.short_name:
            return item
        hit = _one(
            [g for p in parts if p.region_type != "functional_zone" for g in _children()[p.region_id] if g.name == name]
        )
        if hit:
            return hit
    return None


def _anywhere(name: str) -> Region | None:
    items = _names().get(name, [])
    if not items:
        return None
    full = [item for item in items if item.name == name]
    if full:
        return _one(full)
    provinces = [item for item in items if item.region_type == "province"]
    return provinces[0] if provinces else _one(items)


_PREFIX_SIZES = range(12, 1, -1)


def split_prefix(name: str, home: str | None) -> tuple[Region, str] | None:
    """A full place name at the start and the rest: 淄博市张店区教育局 -> (张店区, 教育局). None without one."""
    found: tuple[Region, str] | None = None
    at = home
    rest = name
    while True:
        for size in _PREFIX_SIZES:
            head = rest[:size]
            if len(head) < size or head not in _names():
                continue
            inside = _one([p for p in _children()[at] if p.name == head or head in p.aliases]) if at else None
            hit = inside or (found is None and ((_near(head, home) if home else None) or _anywhere(head))) or None
            if hit and (hit.name == head or head in hit.aliases):
                found, rest, at = (hit, rest[size:]), rest[size:], hit.region_id
                break
        else:
            return found
        if not rest:
            return found


@lru_cache(maxsize=8192)
def region(name: str, home: str | None = None) -> str | None:
    """The region_id of a place name as printed, seen from ``home`` (a region_id); None where unknown or ambiguous.

    全市, 我市, 本市 … are the home place itself, 全省 its province. Without a home only names of one place are known.
    """
    name = name.strip().replace(" ", "")
    if not name:
        return None
    found = _region(name, home)
    plain = simplified(name)
    return found if found or plain == name else _region(plain, home)


def _region(name: str, home: str | None) -> str | None:
    if name in _SELF:
        return next((r.region_id for r in chain(home) if _speaks_as(r, name[1:])), None)
    hit = (_near(name, home) if home else None) or _anywhere(name)
    if hit:
        return hit.region_id
    prefix = split_prefix(name, home)
    if prefix:
        host, rest = prefix
        if not rest:
            return host.region_id
        inner = _near(rest, host.region_id)
        if inner and any(r.region_id == host.region_id for r in chain(inner.region_id)):
            return inner.region_id
        return _zone(rest, host.region_id)
    return _zone(name, home) if home and not prefix else None


def _speaks_as(item: Region, level: str) -> bool:
    if level == "省" or level == "自治区":
        return item.region_type == "province"
    return item.name.endswith(level) and item.region_type in ("prefecture", "county", "province")


def _zone(name: str, home: str) -> str | None:
    """A functional zone by its name under a host: a row of the seed, or the label that the naming rule gives."""
    if not _ZONE_END.search(name) or name in _BARE_KINDS:
        return None
    line = chain(home)
    if not line:
        return None
    host = line[0]
    if host.region_type == "functional_zone":
        host = line[1]
    # 淄川经济开发区 belongs to 淄川区: a part's short name in front makes that part the host.
    for size in (4, 3, 2):
        part = _one(
            [
                p
                for p in _children()[host.region_id]
                if p.short_name == name[:size] and p.region_type != "functional_zone"
            ]
        )
        if part and _ZONE_END.search(name[size:]) and name[size:] != "新区":
            host, name = part, name[size:]
            break
    places = tuple(place for r in reversed(line) for place in (r.name, r.short_name))
    label = zone_label(name, places)
    return f"{host.region_id}-{label}" if len(label) > 2 else None


@lru_cache(maxsize=256)
def regions_in(home: str) -> dict[str, str]:
    """Names of the parts of a place to their region_id: counties of a city (cities of a province) and its zones.

    Full names, short names and aliases; a name that two parts bear is left out. The usual zones (高新区, 经开区 …) are
    offered for every place, whether its seed rows name them or not.
    """
    found: dict[str, str | None] = {}

    def offer(name: str, region_id: str) -> None:
        found[name] = region_id if found.get(name, region_id) == region_id else None

    current = [p for p in _children()[home] if p.is_current]
    for item in [*current, *(p for p in _children()[home] if not p.is_current)]:
        for name in (item.name, item.short_name, *item.aliases):
            if item.is_current or name not in found:
                offer(name, item.region_id)
    host = table().get(home)
    if host:
        for long in ("高新区", "高新技术产业开发区", "经开区", "经济开发区", "经济技术开发区", "综合保税区"):
            for name in (long, host.name + long, host.short_name + long):
                if name not in found:
                    offer(name, f"{home}-{zone_label(long)}")
    return {name: region_id for name, region_id in found.items() if region_id}
