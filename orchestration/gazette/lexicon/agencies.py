"""Bodies: a name as printed, seen from a home place, to one agency_id however it is abbreviated.

An agency_id is the region_id of the place that the body serves, "/", and its name without that place:
市发展改革委, 发改委 and 淄博市发展和改革委员会 seen from 370300 are all "370300/发展和改革委员会". National bodies,
and bodies whose name does not say whose they are, stand under "cn/". Bodies without a row in the seed keep their own
name, with its place written out where the print has only 市 or 省; names of classes (各区县政府, 有关部门) are no
bodies and give None.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.lexicon.regions import Region, chain, region, split_prefix, table
from orchestration.gazette.lexicon.seeds import rows, split


@dataclass(frozen=True, slots=True)
class AgencyDetails:
    """One body, as dim_agency publishes it."""

    agency_id: str
    name: str
    short_name: str | None
    aliases: tuple[str, ...]
    level: str  # province, city, county, zone, enterprise, other
    region_id: str | None
    agency_type: str


@dataclass(frozen=True, slots=True)
class _Row:
    name: str
    full_name: str  # with {place} 淄博市, {short} 淄博
    aliases: tuple[str, ...]
    agency_type: str
    is_national: bool


_LEVELS = {"province": "province", "prefecture": "city", "county": "county", "functional_zone": "zone"}
_SLOT = "□"
_HOLES = re.compile(r"\{(?:place|short|level)\}")
_TAIL_BRACKET = re.compile(r"[（(][^（）()]*[）)]$")
_SESSION = re.compile(r"第[一二三四五六七八九十百零〇\d]{1,4}[届任]")  # the sixth congress is the congress
_CLASS = re.compile(
    r"^(?:各|有关|相关|其他|其它|所有|本级|属地|区县|市县|县区|市区|县市区|市直(?!机关)|驻|全[省市县区])|各(?:级|区|县|市|部门|有关|相关|成员|镇|街道|乡|单位)|"
    r"(?:有关|相关|职能|主管|责任|成员|牵头|配合|其他|政府)(?:职能|主管)?(?:部门|单位)|部门单位|^(?:部门|单位|政府|管委会|镇办|街道)$"
)
_BODY = re.compile(
    r"(?:局|委|委员会|办|办公室|办公厅|厅|部|院|会|中心|公司|集团|银行|分行|支行|队|站|所|馆|台|社|校|大学|海关|处|组|指挥部|专班|基金|政府|街道|军分区|园|厂|署|分局|组织|工委)$"
)
# 市 that opens a word is no place: 市场…, 市政工程…, 市级…
_LEVEL_WORD = re.compile(
    r"(市(?!场|政(?!府|协)|级|区|容|民(?!政|族|营)|辖|县)|省(?!级|直)|自治区(?!级)|县(?!域|级|区)|区(?!域|级|县|块)|州(?!级))"
)
# What such names open with is no place's own; nor is what ends in 部, 署, 总局 and names no place.
_STATE = ("中国", "中华", "国家", "国务院", "国网", "全国", "中央", "中共", "最高人民")
# 团市委: the league of a city that the home place names or does not; 云州团市委 is 团云州委.
_LEAGUE = re.compile(r"(?P<place>(?!共青)[\u4e00-\u9fff]{2,8})?团[省市县区州旗盟]委")
_SHORT_FORMS = (
    (re.compile(r"(?<![市县区省州纪党团常监])委$"), "委员会"),
    (re.compile(r"办$"), "办公室"),
    (re.compile(r"工委$"), "工作委员会"),
)


@lru_cache(maxsize=1)
def _forms() -> tuple[dict[str, _Row], dict[str, _Row], tuple[str, ...]]:
    """Local forms with a slot for the place, national names, and the words that may stand before the slot."""
    local: dict[str, _Row] = {}
    national: dict[str, _Row] = {}
    made = []
    for row in rows("agencies"):
        item = _Row(
            row["name"], row["full_name"], tuple(split(row["aliases"])), row["agency_type"], row["scope"] == "national"
        )
        made.append(item)
        if item.is_national:
            for name in (item.name, *item.aliases):
                national.setdefault(name, item)
    # A row's own name goes before any other row's alias.
    for item in made:
        if not item.is_national:
            local.setdefault(_SLOT + item.name, item)
            local.setdefault(_HOLES.sub(_SLOT, item.full_name), item)
    for item in made:
        if not item.is_national:
            for alias in item.aliases:
                local.setdefault(_HOLES.sub(_SLOT, alias) if "{" in alias else _SLOT + alias, item)
    leads = {form.partition(_SLOT)[0] for form in local} - {""}
    return local, national, tuple(sorted(leads, key=len, reverse=True))


def _level_region(word: str, home: str | None) -> Region | None:
    """The place that 市, 省, 县, 区 … alone means in a document of the home place."""
    for item in chain(home):
        if item.region_type == "functional_zone":
            continue
        if word == "省" and item.region_type == "province" and not item.name.endswith("市"):
            return item
        if word != "省" and item.name.endswith(word) and not (word == "区" and item.region_type == "province"):
            return item
    return None


def _places(text: str, home: str | None) -> Iterator[tuple[Region, str, str]]:
    """Ways to read a place at the start: (place, rest, how) with how one of full, level, short."""
    full = split_prefix(text, home)
    if full and full[1]:
        yield full[0], full[1], "full"
    word = _LEVEL_WORD.match(text)
    if word:
        named = _level_region(word[0], home)
        if named and len(text) > word.end():
            yield named, text[word.end() :], "level"
    for item in chain(home):
        if text.startswith(item.short_name) and len(text) > len(item.short_name) and not text.startswith(item.name):
            yield item, text[len(item.short_name) :], "short"
    for size in (4, 3, 2):
        head = text[:size]
        region_id = region(head, home) if len(text) > size else None
        near = table().get(region_id) if region_id else None
        if near is None or near.short_name != head:
            continue
        # A county's short name is a word like any other (南部, 开放) except near its own place.
        if near.region_type in ("province", "prefecture") or any(r.region_id == home for r in chain(near.region_id)):
            yield near, text[size:], "short"
            return


def _readings(name: str, home: str | None) -> Iterator[tuple[Region, str, str]]:
    """Ways to read a name: (place, form with a slot where the place stood, how the place was written)."""
    for place, rest, how in _places(name, home):
        yield place, _SLOT + rest, how
    for lead in _forms()[2]:
        if name.startswith(lead):
            for place, rest, how in _places(name[len(lead) :], home):
                yield place, lead + _SLOT + rest, how


def _known(form: str) -> _Row | None:
    """The row of a form: as it is, with 委 and 办 written out, without 人民政府 in between."""
    local = _forms()[0]
    tries = [form]
    tries += [pattern.sub(long, form) for pattern, long in _SHORT_FORMS if pattern.search(form)]
    tries += [t.replace(_SLOT + "人民政府", _SLOT, 1) for t in tries if _SLOT + "人民政府" in t]
    return next((local[t] for t in tries if t in local), None)


def _zone_committee(name: str, home: str | None) -> AgencyDetails | None:
    """The committee of a functional zone: 高新区管委会."""
    for end in ("管理委员会", "管委会"):
        if name.endswith(end) and len(name) > len(end):
            place = name[: -len(end)]
            zone = region(place, home) or region(place + "区", home)
            if zone is None or "-" not in zone:
                return None
            host, _, label = zone.partition("-")
            known = table().get(zone)
            full = (
                known.name
                if known
                else (place if place.startswith(table()[host].short_name) else table()[host].short_name + place)
            )
            short = f"{table()[host].short_name}{label}管委会"
            return AgencyDetails(
                f"{zone}/管理委员会", f"{full}管理委员会", short, (f"{label}管委会",), "zone", zone, "zone_committee"
            )
    return None


def _local(row: _Row, place: Region) -> AgencyDetails:
    short = place.short_name
    level = "市" if place.name.endswith("市") else "省" if place.name.endswith("省") else place.name[-1]

    def fill(form: str, where: str) -> str:
        form = form if "{" in form else "{place}" + form
        return form.replace("{place}", where).replace("{short}", short).replace("{level}", where)

    name = row.full_name.replace("{place}", place.name).replace("{short}", short)
    aliases = tuple(dict.fromkeys(a for form in (row.name, *row.aliases) if (a := fill(form, level)) != name))
    return AgencyDetails(
        agency_id=f"{place.region_id}/{row.name}",
        name=name,
        short_name=fill(row.aliases[0], place.name) if row.aliases else name,
        aliases=aliases,
        level="enterprise" if row.agency_type == "enterprise" else _LEVELS[place.region_type],
        region_id=place.region_id,
        agency_type=row.agency_type,
    )


def _unregistered(name: str, home: str | None) -> AgencyDetails | None:
    """A body without a row: its own name, its place written out where only 市 or 省 stands."""
    if not _BODY.search(name) or len(name) < 3:
        return None
    kind = "enterprise" if re.search(r"(?:公司|集团|银行|分行|支行|厂)$", name) else "unregistered"
    for place, rest, how in _places(name, home):
        if how == "short" and not re.search(r"(?:局|委员会|办|办公室|办公厅|厅|中心|队)$", rest):
            continue
        if len(rest) < 2:
            continue
        tail = rest.removeprefix("人民政府") if len(rest) > 6 else rest
        for pattern, long in _SHORT_FORMS:
            tail = pattern.sub(long, tail)
        if tail.startswith("委"):
            tail = "党" + tail  # 市委…领导小组: a body of the party's committee
        printed = place.name + rest if how == "level" else name
        level = "enterprise" if kind == "enterprise" else _LEVELS[place.region_type]
        return AgencyDetails(f"{place.region_id}/{tail}", printed, None, (), level, place.region_id, kind)
    if _LEVEL_WORD.match(name) or _LEAGUE.fullmatch(name):
        return None  # 市…, but nobody says which city
    line = chain(home)
    if line and not name.startswith(_STATE) and not name.endswith(("部", "署", "总局")) and not _foreign(name):
        level = "enterprise" if kind == "enterprise" else "other"
        return AgencyDetails(f"{line[0].region_id}/{name}", name, None, (), level, line[0].region_id, kind)
    return AgencyDetails(f"cn/{name}", name, None, (), "enterprise" if kind == "enterprise" else "other", None, kind)


def _foreign(name: str) -> bool:
    """Whether the name opens with a place, so that it is not simply a body of the home place."""
    for size in (4, 3, 2):
        place = table().get(region(name[:size]) or "")
        if place and (place.region_type in ("province", "prefecture") or place.name == name[:size]):
            return True
    return False


@lru_cache(maxsize=8192)
def agency_details(name: str, home: str | None = None) -> AgencyDetails | None:
    """The body that a printed name means in a document of the home place; None for classes and for what is no body."""
    name = _SESSION.sub("", re.sub(r"\s", "", name).removeprefix("原"))
    while (cut := _TAIL_BRACKET.sub("", name)) != name and cut:
        name = cut
    if not name or _CLASS.search(name):
        return None
    found = _registered(name, home)
    plain = simplified(name)
    if found is None and plain != name:
        found = _registered(plain, home)
        # 廣東省 is a place once simplified, 乾县 only before: simplified where that makes a place.
        if split_prefix(plain, home) and not split_prefix(name, home):
            name = plain
    return found or _unregistered(name, home)


def _registered(name: str, home: str | None) -> AgencyDetails | None:
    """A body of the state, the committee of a zone, or a kind of body that the seed knows, of a place."""
    row = _forms()[1].get(name) or _forms()[1].get(name.removeprefix("中华人民共和国"))
    if row:
        short = row.aliases[0] if row.aliases else row.name
        return AgencyDetails(f"cn/{row.name}", row.name, short, row.aliases, "other", None, row.agency_type)
    committee = _zone_committee(name, home)
    if committee:
        return committee
    league = _LEAGUE.fullmatch(name)
    if league and league["place"]:
        name = f"团{league['place']}委"
    for place, form, _ in _readings(name, home):
        row = _known(form)
        if row:
            return _local(row, place)
    line = [item for item in chain(home) if item.region_type != "functional_zone"]
    row = _known(_SLOT + name) if line else None
    if row is None:
        return None
    # 厅 exists in provinces only; any other bare name is the home place's own.
    place = line[-1] if name.endswith("厅") and row.name != "人民政府办公厅" else line[0]
    return _local(row, place)


def agency(name: str, home: str | None = None) -> str | None:
    """The agency_id of a body's name as printed, seen from the home place; None for classes and for what is no body."""
    details = agency_details(name, home)
    return details.agency_id if details else None
