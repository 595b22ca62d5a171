"""The place that a text about land speaks for: its plan's, its office's, or the one its first lines speak of most."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.lexicon.place_words import stands
from orchestration.gazette.lexicon.regions import region, table

_NATION = "全国"
_OWN_CONTEXT = re.compile(
    r"(?:20\d\d|[0-9]{4}|年|今年|国有|建设用地|住宅|住房|供地|土地|国土|规划|自然资源|人民政府|市国土|经营性|各区)"
)
_NATIONAL_BODY = re.compile(r"国土资源部|自然资源部|国土部|住房和?城乡建设部|住建部")


@dataclass(frozen=True, slots=True)
class Place:
    """The place a document speaks for: its name as printed or registered, and its id."""

    name: str | None
    region_id: str | None
    selves: frozenset[str]  # words that mean it: 淄博市, 淄博, 全市
    quarter: str | None = None  # as printed, where the text is of a part of it alone: 淄博市区, 市本级

    @property
    def printed(self) -> str | None:
        """The name of figures that name no place."""
        return self.quarter or self.name


@lru_cache(maxsize=1)
def great_places() -> dict[str, str]:
    """Provinces and cities by full and short names: what a news text may speak of. A county of the same short name
    (资阳区 beside 资阳市) does not keep a city from being known; a province goes before its namesake."""
    found: dict[str, str] = {}
    items = [item for item in table().values() if item.region_type in ("prefecture", "province") and item.is_current]
    for item in sorted(items, key=lambda item: item.region_type):
        found.update({name: item.region_id for name in (item.name, item.short_name) if len(name) > 1})
    return found


@lru_cache(maxsize=1)
def _great_names() -> re.Pattern[str]:
    # A county's or a street's name may begin so (朝阳区, 南京路).
    names = "|".join(sorted(great_places(), key=len, reverse=True))
    return re.compile(rf"(?:{names})(?![区县路街镇乡村桥港湾湖])|(?:{names})(?=区(?:国|建|住|20))")


_TITLE_PLACE = re.compile(
    r"^(?:据|从|记者从|[近日昨][日天]，)?(?:关于(?:印发|公布|发布)?)?(?:(?:19|20)\d\d年度?(?:第?[一二三四]季度|前三季度|[上下]半年)?)?(?P<name>[\u4e00-\u9fff]{2,12}?(?:自治县|自治旗|自治州|新区|开发区|高新区|区|县|市|旗|省|自治区|镇|乡|街道))(?=人民政府|20\d\d|二[〇○零]|国有|建设|住宅|住房|土地|供地|年|关于|自然资源|国土|规划|公布|发布|印发|出台|今年)"
)
# News of a place that no list knows: 2015年甲市实际供应国有建设用地….
_NEWS_PLACE = re.compile(
    r"(?:20\d\d年度?|[今去]年|[，：《]|^)(?P<name>[\u4e00-\u9fff]{2,4}(?:市|县|区|旗))(?=20\d\d年|国有|建设用地|住[宅房]用地|(?:实际|计划)?(?:供应|供地)|土地供应)"
)
_PLAN = re.compile(
    r"(?:国有)?(?:建设用地|住[宅房]用地|居住用地|房地产用地|经营性用地|土地)(?:使用权)?(?:年度)?(?:(?:供应|出让|供给)(?:年度)?)?计划|供地计划"
)
# In running text 住宅用地计划安排270公顷 tells of a use, and names no plan.
_PLAN_NAME = re.compile(rf"(?:{_PLAN.pattern})(?<!经营性用地供应计划)(?![供安总拟]|[\u4e00-\u9fff]?[0-9])")
_SPOKEN_FOR = re.compile(r"[全我本][市省县区]$")
# Between a place and its plan: 甲市市辖区（含开发区）2023年度, 2023年甲市区.
_BEFORE_PLAN = re.compile(
    r"(?:(?:19|20)\d\d年?度?|年度?|(?P<quarter>(?<=市)(?:市?辖区|区|中心[城市]区|主城区|城区|市?本级)|(?<=县)(?:县城|城区))|"
    r"(?<=[市省县区])(?:各区|各?市?县|全[市省区县])|（[^（）\n]{1,30}）|[本级的])$"
)
# The plan of a city's middle alone, by its title: 甲市中心城区2023年度….
_TITLED_QUARTER = re.compile(
    r"(?P<quarter>市辖区|(?<=[市县])(?:城区|规划区|市?本级|县城)|中心[城市]区|主城区|市区)(?:（[^（）]*）)?(?:(?:19|20)\d\d|国有|建设|住[宅房]|供地|土地|年)"
)
_LAND_OFFICE = re.compile(
    r"(?:国土|自然资源|规划和自然资源|规划与自然资源|规划和?国土|规划资源|土地)[^，。；、\n]{0,10}(?:局|厅|委员会|国土委|规委)"
)
# The desk, paper or dateline of a report: not what it tells of.
_NO_SUBJECT = re.compile(r"(?:市)?\d+月\d+日|讯|电|网|日报|晚报|晨报|商报|时报|都市报|新闻")
_OFFICE_PLACE = re.compile(r"(?:^|[\n，。：“”《》、（）]|据|从)(?P<name>[\u4e00-\u9fff]{2,5}[市县区旗])$")
_WORD = re.compile(r"[\u4e00-\u9fff]+")
# The office that signs at the end, on a line of its own above the date or last of all.
_SIGNATURE = re.compile(
    r"(?:^|\n)(?P<name>[\u4e00-\u9fff]{2,8}[省市县区旗])(?:人民政府|(?:国土|自然资源|规划)[\u4e00-\u9fff]{0,10}(?:局|厅|委员会))(?:办公室)?\s*(?:\n[^\n]{0,16}[日]\s*)?$"
)
_ISSUER = re.compile(r"(?P<name>[\u4e00-\u9fff]{2,8}?[省市县区旗])(?:国土|自然资源|规划)")
_TAIL_LENGTH = 120
_LISTED = ("、", "和", "与", "及")  # one of several: the plans of 甲市、乙市
_LONGEST = 12
# A survey of many cities speaks for none of them.
_MANY = re.compile(r"多地|多城|多个城市|各地|[0-9]+个[\u4e00-\u9fff]{0,4}城市|[一二三]线城市|重点城市")
_FEW = 2
_WHOLE = re.compile(r"全[省市区州]")  # 江西全省: the place as a whole
_OWN_WEIGHT, _WHOLE_WEIGHT, _LISTED_WEIGHT = 3.0, 5.0, 0.3
_PAPER = re.compile(r"(?:日报|晚报|晨报|新闻网|网|都市报)")
_OUR_CITY = re.compile(r"(?:^|[^\u4e00-\u9fff]|[讯电日])(?:全市|我市|市(?:国土资源|自然资源|规划和自然资源|国土))")
_NO_NAME = re.compile(
    r"规划|住房|城乡|^城市|(?:新增|沿海|大中|特大|重点|热点|试点|中心|各)城市$|中心|[全我本各年为的在与和从，。]|记者|中国|新华|[网报讯]|市辖|主城|城区|市区|用地|自然|国土|[两二三四五六七八九][区县市]$"
)
_HEAD_LENGTH = 700


@lru_cache(maxsize=64)
def _place(name: str) -> Place:
    region_id = None if name == _NATION else region(name) or great_places().get(name)
    if region_id is None and (known := _ending(name, len(name))):
        region_id = region(known)  # 第六师五家渠市
    selves = {name}
    if region_id and region_id in table():
        item = table()[region_id]
        selves |= {item.name, item.short_name} if len(item.short_name) > 1 else {item.name}
    elif len(name) > len("甲乙") and name[-1] in "市县区旗":
        selves.add(name[:-1])
    return Place(name, region_id, frozenset(selves))


def own_place(marked: MarkedText, titles: str) -> Place:
    """The place of figures that name none: what the document says it speaks for, else what its title or first lines
    plan for; with the part of it that they plan for alone."""
    place = _whole_place(marked, titles)
    return replace(place, quarter=_quarter(place, titles, marked.text[:_HEAD_LENGTH]))


def _whole_place(marked: MarkedText, titles: str) -> Place:
    document = marked.document
    known, printed = _titled(
        simplified(document.attached_title or ""), simplified(document.title), marked.text[:40].split("\n")[0]
    )
    head = f"{simplified(document.title)}\n{marked.text[:_HEAD_LENGTH]}"
    if document.issuer is None and (planned := _planned_for(head)):
        return _place(planned)
    office = _LAND_OFFICE.search(head)
    signed = _ISSUER.match(simplified(document.issuer or "")) or _SIGNATURE.search(marked.text[-_TAIL_LENGTH:])
    if document.issuer is None and not (known or printed) and _NATION in marked.text:
        nation = _NATIONAL_BODY.search(head)
        if nation and (office is None or nation.start() <= office.start()):
            return Place(_NATION, None, frozenset({_NATION}))
    if signed and not (known or printed):
        tail = signed["name"]
        if place := _ending(tail, len(tail)) or (None if _NO_NAME.search(tail) else tail):
            return _place(place)
    if document.region_name and (document.region_name == _NATION or region(document.region_name)):
        if document.issuer is None and (city := _city_around(document.region_name, titles, head)):
            return city
        return _place(printed or document.region_name)
    if known or printed:
        return _place(known or printed or "")
    if (_NATIONAL_BODY.search(head) and _NATION in marked.text) or (
        _NATION in titles and not _great_names().search(titles)
    ):
        return Place(_NATION, None, frozenset({_NATION}))
    if office and (place := _ending(head, office.start()) or _unlisted(head, office.start())):
        return _place(place)
    return _spoken_of(head)


def _city_around(name: str, titles: str, head: str) -> Place | None:
    """The city that the first lines speak of before they name one of its districts, where no title or office does."""
    part = region(name)
    if part is None or name in titles or _LAND_OFFICE.match(head, head.find(name) + len(name)):
        return None
    city = _spoken_of(head)
    if city.region_id is None or city.region_id == part or city.region_id[:4] != part[:4]:
        return None
    first = min(at for word in city.selves if (at := head.find(word)) >= 0)
    return city if first < head.find(name) else None


def _spoken_of(head: str) -> Place:
    """The province or city that the first lines speak of most, weighed by what they say of it."""
    scores: dict[str, float] = {}
    times: Counter[str] = Counter()
    for match in _great_names().finditer(head):
        following = head[match.end() : match.end() + 8]
        if _NO_SUBJECT.match(following) or head[max(0, match.start() - 2) : match.start()] == "新华":
            continue
        region_id = great_places()[match[0]]
        weight = _OWN_WEIGHT if _OWN_CONTEXT.match(following) else 1.0
        if _WHOLE.match(following):
            weight = _WHOLE_WEIGHT
        elif head[match.start() - 1 : match.start()] in _LISTED or following[:1] in _LISTED:
            weight = _LISTED_WEIGHT
        times[region_id] += 1
        scores[region_id] = scores.get(region_id, 0.0) + weight - match.start() / 10_000
    if len(times) > _FEW and times.most_common(1)[0][1] * 2 < times.total() and _MANY.search(head):
        return Place(_NATION, None, frozenset({_NATION})) if _NATION in head else Place(None, None, frozenset())
    if scores and _NATION in head and max(scores.values()) < 1 - len(head) / 10_000:
        return Place(_NATION, None, frozenset({_NATION}))  # places are only listed: 北京、天津分别 …
    if scores:
        best = table()[max(scores, key=lambda key: scores[key])]
        place = _place(best.name)
        return Place(place.name, best.region_id, place.selves)
    if _NATION in head:
        return Place(_NATION, None, frozenset({_NATION}))
    if paper := _local_paper(head):
        return _place(paper)
    if (news := _NEWS_PLACE.search(head)) and not _NO_NAME.search(news["name"]):
        return _place(news["name"])
    return Place(None, None, frozenset())


def _planned_for(head: str) -> str | None:
    """The place whose supply plan the first lines name: 《甲市2023年度国有建设用地供应计划》, 2023年甲市区住宅用地供应计划."""
    for match in _PLAN_NAME.finditer(head):
        end, _ = _named_end(head, match.start())
        if head[end - len(_NATION) : end] == _NATION:
            return _NATION
        place = _ending(head, end)
        if place and head[end - len(place) - 1 : end - len(place)] not in _LISTED:
            return place
    return None


def _named_end(head: str, end: int) -> tuple[int, int | None]:
    """Where the name of a place ends whose plan's name begins at an offset, and where that of its part ends."""
    quarter_end = None
    while before := _BEFORE_PLAN.search(head, 0, end):
        if before["quarter"]:
            if (place := _ending(head, end)) and place.endswith("区") and place != "市区":
                break  # 沙市区: a district's own name
            quarter_end = before.end()
        end = before.start()
    return end, quarter_end


def _quarter(place: Place, titles: str, head: str) -> str | None:
    """The part of a place that its title, or the first plan that its first lines name, is of; as printed."""
    titled = _TITLED_QUARTER.search(titles)
    if titled and titled["quarter"] != place.name and _is_part(place, titles, titled.start("quarter")):
        return _printed_quarter(place, titles, *titled.span("quarter"))
    for match in _PLAN.finditer(head):
        end, quarter_end = _named_end(head, match.start())
        if quarter_end is not None and _is_part(place, head, end):
            return _printed_quarter(place, head, end, quarter_end)
        if _SPOKEN_FOR.search(head, 0, end) or _ending(head, end):
            return None
    return None


def _is_part(place: Place, text: str, start: int) -> bool:
    """Whether a part named from an offset on is one of this place: no other is named before it, and a district has no 市区."""
    around = _ending(text, start)
    if around is not None:
        return around in place.selves
    return not (place.name or "").endswith("区") or not text.startswith("市", start)


def _printed_quarter(place: Place, text: str, start: int, end: int) -> str | None:
    """甲市中心城区, 甲市区; 我市城区 without 我市."""
    if text[start:end].startswith(("区", "本级", "辖区")) and text[start - 1 : start] == "市":
        start -= 1
    named = next((name for name in sorted(place.selves, key=len, reverse=True) if text.endswith(name, 0, start)), "")
    if not named and text[start:end] == "市辖区":
        return None  # the city's districts, as against its counties: no place of its own
    return named + text[start:end]


def _ending(text: str, end: int) -> str | None:
    """The longest name of a known place that ends at an offset."""
    for size in range(min(end, _LONGEST), 1, -1):
        name = text[end - size : end]
        if not _WORD.fullmatch(name):
            continue
        if (region(name) or name in great_places()) and stands(name, text, end):
            return name
    return None


def _unlisted(text: str, end: int) -> str | None:
    """A place that no list knows, before the name of its office: 甲市自然资源局."""
    match = _OFFICE_PLACE.search(text, 0, end)
    return match["name"] if match and not _NO_NAME.search(match["name"]) else None


def _local_paper(head: str) -> str | None:
    """The city of a local paper that tells of its own city's offices (宁波日报 … 市国土资源局)."""
    if not _OUR_CITY.search(head):
        return None
    for match in _great_names().finditer(head):
        item = table()[great_places()[match[0]]]
        if _PAPER.match(head, match.end()) and item.region_type == "prefecture":
            return item.name
    return None


def _titled(*lines: str) -> tuple[str | None, str | None]:
    """The place that a title plans for: as the lexicon knows it, and as printed where it knows it not."""
    printed = None
    for line in filter(None, lines):
        match = _TITLE_PLACE.match(line.replace("《", "").strip())
        if match is None:
            continue
        if region(match["name"]):
            return match["name"], None
        if printed is None and len(match["name"]) > len("甲市") and not _NO_NAME.search(match["name"]):
            printed = match["name"]
    return None, printed
