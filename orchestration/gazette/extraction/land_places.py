"""Places in a text about land: the plan's own place, and its parts as printed (counties, zones, 中心城区)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.lexicon.regions import region, regions_in, table

_NATION = "全国"
_SELF = (
    "全市|全省|全区|全县|全州|全国|我市|我省|我县|我区|本市|本省|本县|本区|全自治区|"
    "各区县|各县区|各市县|各县市|各省区市|各区|各省|各地"
)
# Parts of a city that are no administrative unit.
_QUARTERS = (
    "各县（市）|各县|中心城区|主城区|老城区|主城六区|主城九区|城六区|市内[三四五六七八九]区|市中心区|中心区|市辖区|市区|市本级|市直|市级|县城|城区|岛内|岛外|[近远]郊(?:（市）)?区?县?|"
    "郊区新城|郊区|外围区域|核心区|城市副中心|县域|[东中西北南]部(?:地区|城区|新城)?|多点地区|[\u4e00-\u9fff]{2,4}新城|[0-9]{1,3}个(?:大中|重点|热点|主要|监测|试点)+城市|[一二三]线城市"
)
_KINDS = (
    "(?:高新技术)?(?:产业)?开发区|度假区|示范区|试验区|保税区|先行区|合作区|管理区|风景区|林区|工业园区?|产业园区?|科技园区?|园区|高新区|经开区|新区|自治[县旗州]|自治区|"
    "直管区|建设兵团|管委会|区县|(?<!自治)[区县市旗]|(?<=[\u4e00-\u9fff]{2})[镇乡州盟省]|街道"
)
# What may stand behind a place that a figure is told of: nothing else makes 新区 or 县 the end of a name.
_RIGHT = (
    r"(?=(?:（[^（）\n]{1,80}）)?(?:等)?(?:$|[的为约：:，、和及与达占共计拟将可已各均无最次居位仅]|[0-9０-９.．]|国有|建设用地|新增|土地|供|计划|安排|住宅|住房|居住|宅地|商|工|公共|交通|水域|水利|特殊|"
    r"分别|合计|总|推出|出让|实际|完成|保障|租赁|产权|其他|其它|基础设施|物流|仓储|绿地|房地产|经营性|普通|城镇|前[三二]季度|上半年|实现|落实|预计))"
)
_NOT_A_PLACE = re.compile(
    r"用地|供应|供地|土地|住宅|住房|计划|棚户|小区|社区|片区|地区$|灾区|景区$|居住|商|年度|城市$|上市|超市|市场|建设|规划|区域|[0-9]|[全各]|其中|公顷|分布|项目|方面|为|的|在|和|及|按|分|从|以"
)
_LEAD = re.compile(
    r"^(?:其中|[一二三四]季度|上半年|前三季度|全年|包括|包含|分别|其次是|依次[是为]|在|对|于|即|另外|此外|同时|而|但|且|并|[、，和及与：]|“|[0-9]{4}年度?|今年|去年|上年|本年度|年度|截至目前|位于|供应给|[（(]?[0-9一二三四五六七八九十]{1,3}[.、)）]|①|②|③|④|⑤|⑥|⑦|⑧|⑨|—|-|○|●|■|\s)+"
)
_CLOSED = re.compile(r"（[^（）]*）")
_STARTS = re.compile(r"(?:^|(?<=[，、：；（和及与在]))")
_OWN_CONTEXT = re.compile(
    r"(?:20\d\d|[0-9]{4}|年|今年|国有|建设用地|住宅|住房|供地|土地|国土|规划|自然资源|人民政府|市国土|经营性|各区)"
)
_NATIONAL_BODY = re.compile(r"国土资源部|自然资源部|国土部")


@dataclass(frozen=True, slots=True)
class Place:
    """The place a document speaks for: its name as printed or registered, and its id."""

    name: str | None
    region_id: str | None
    selves: frozenset[str]  # words that mean it: 淄博市, 淄博, 全市


@dataclass(frozen=True, slots=True)
class Part:
    """A place named for a figure. ``is_own``: the document's own place (全市, 淄博市)."""

    start: int
    end: int
    name: str
    is_own: bool


@lru_cache(maxsize=1)
def _great_names() -> re.Pattern[str]:
    """Provinces and cities, full and short names: what a news text may speak of."""
    names: set[str] = set()
    for item in table().values():
        if item.region_type in ("province", "prefecture"):
            names.update(name for name in (item.name, item.short_name) if len(name) > 1)
    return re.compile("|".join(sorted(names, key=len, reverse=True)))


_TITLE_PLACE = re.compile(
    r"^(?:关于(?:印发|公布|发布)?)?(?P<name>[\u4e00-\u9fff]{2,12}?(?:自治县|自治旗|自治州|新区|开发区|高新区|区|县|市|旗|省|自治区))(?=人民政府|20\d\d|二[〇○零]|国有|建设|住宅|住房|土地|供地|年|关于|自然资源|国土|规划|公布|发布|印发|出台|今年)"
)
# News of a place that no list knows: 2015年甲市实际供应国有建设用地….
_NEWS_PLACE = re.compile(
    r"(?:20\d\d年度?|[今去]年|[，：《]|^)(?P<name>[\u4e00-\u9fff]{2,4}(?:市|县|区|旗))(?=20\d\d年|国有|建设用地|住[宅房]用地|(?:实际|计划)?(?:供应|供地)|土地供应)"
)
_PAPER = re.compile(r"(?:日报|晚报|晨报|新闻网|网|都市报)")
_OUR_CITY = re.compile(r"(?:^|[^\u4e00-\u9fff]|[讯电日])(?:全市|我市|市(?:国土资源|自然资源|规划和自然资源|国土))")
_NO_NAME = re.compile(
    r"规划|^城市|中心|[全我本各年为的在与和从，。]|记者|中国|新华|[网报讯]|市辖|主城|城区|市区|用地|自然|国土"
)
_HEAD_LENGTH = 700


@lru_cache(maxsize=64)
def _place(name: str) -> Place:
    region_id = None if name == _NATION else region(name)
    selves = {name}
    if region_id and region_id in table():
        item = table()[region_id]
        selves |= {item.name, item.short_name} if len(item.short_name) > 1 else {item.name}
    elif len(name) > len("甲乙") and name[-1] in "市县区旗":
        selves.add(name[:-1])
    return Place(name, region_id, frozenset(selves))


def own_place(marked: MarkedText) -> Place:
    """The place of figures that name none: what the document says it speaks for, else what its title or first lines
    plan for."""
    document = marked.document
    known, printed = _titled(
        simplified(document.attached_title or ""), simplified(document.title), marked.text[:40].split("\n")[0]
    )
    if document.region_name and (document.region_name == _NATION or region(document.region_name)):
        return _place(printed or document.region_name)
    if known or printed:
        return _place(known or printed or "")
    head = f"{document.title}\n{marked.text[:_HEAD_LENGTH]}"
    if _NATIONAL_BODY.search(head) and _NATION in marked.text:
        return Place(_NATION, None, frozenset({_NATION}))
    scores: dict[str, float] = {}
    for match in _great_names().finditer(head):
        following = head[match.end() : match.end() + 8]
        if (
            re.match(r"(?:市)?\d+月\d+日|讯|电|网|日报|晚报", following)
            or head[max(0, match.start() - 2) : match.start()] == "新华"
        ):
            continue
        region_id = region(match[0])
        if region_id:
            weight = 3.0 if _OWN_CONTEXT.match(following) else 1.0
            scores[region_id] = scores.get(region_id, 0.0) + weight - match.start() / 10_000
    if not scores and _NATION not in head and (paper := _local_paper(head)):
        return _place(paper)
    if not scores and _NATION not in head and (news := _NEWS_PLACE.search(head)) and not _NO_NAME.search(news["name"]):
        return _place(news["name"])
    if not scores:
        return Place(_NATION, None, frozenset({_NATION})) if _NATION in head else Place(None, None, frozenset())
    best = max(scores, key=lambda key: scores[key])
    name = table()[best].name if best in table() else best
    place = _place(name)
    return Place(place.name, place.region_id or best, place.selves)


def _local_paper(head: str) -> str | None:
    """The city of a local paper that tells of its own city's offices (宁波日报 … 市国土资源局)."""
    if not _OUR_CITY.search(head):
        return None
    for match in _great_names().finditer(head):
        item = region(match[0])
        if item and _PAPER.match(head, match.end()) and table()[item].region_type == "prefecture":
            return table()[item].name
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


class Places:
    """Finds the places that figures are told of, as seen from the document's own place."""

    def __init__(self, own: Place, title: str) -> None:
        self.own = own
        names = set(regions_in(own.region_id)) if own.region_id else set()
        if not own.region_id:
            names = {item.name for item in table().values() if item.region_type in ("province", "prefecture")}
        names = {name for name in names if len(name) > 1 and name not in own.selves}
        self._known = frozenset(names)
        self._own_quarter = "市辖区" if "市辖区" in title else None
        selves = "|".join([*sorted(map(re.escape, own.selves), key=len, reverse=True), _SELF])
        known = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
        generic = rf"[\u4e00-\u9fff]{{1,10}}?(?:{_KINDS})"
        self._at = re.compile(
            rf"(?P<own>(?:{selves})(?:各区县?|各县|市域|范围内?)?(?:[0-9]{{1,3}}个(?:省|市|区|县)?(?:、?(?:省|市|区|县))*(?:（[^（）]*）)?)?)(?=(?P<more>[\u4e00-\u9fff]?))"
            rf"|(?P<part>(?:{known}|{_QUARTERS}){_RIGHT}|{generic}{_RIGHT})"
        )

    def find(self, text: str, start: int, end: int) -> list[Part]:
        """The places at the beginnings of clauses and list items between two offsets, in order."""
        found: list[Part] = []
        clause = text[start:end]
        closed = [match.span() for match in _CLOSED.finditer(clause)]
        for opening in _STARTS.finditer(clause):
            at = opening.end()
            if (found and start + at < found[-1].end) or any(low < at < high for low, high in closed):
                continue
            self._read(text, start, at, clause, found)
        return found

    def _read(self, text: str, start: int, at: int, clause: str, found: list[Part]) -> None:
        while True:
            lead = _LEAD.match(clause[at:])
            if lead:
                at += lead.end()
            match = self._at.match(clause, at)
            if match is None:
                return
            if match["own"]:
                found.append(Part(start + match.start(), start + match.end(), match["own"], True))
                at = match.end()
                continue
            name = match["part"]
            if self._is_place(name):
                is_own = name in self.own.selves or name == self._own_quarter
                begin = match.start()
                if (
                    found
                    and found[-1].is_own
                    and found[-1].end == start + begin
                    and not found[-1].name.endswith(("市", "省", "县", "区", "国"))
                ):
                    # 淄博经济开发区: the city's short name belongs to the zone's name.
                    begin = found[-1].start - start
                    name = clause[begin : match.end()]
                found.append(Part(start + begin, start + match.end(), name, is_own))
                inner = re.match(r"（[^（）]*）|(?:各区县?|各县)", clause[match.end() :])
                at = match.end() + (inner.end() if inner else 0)
                if clause[at : at + 1] in ("", "，", "；"):
                    return
                continue
            return

    def _is_place(self, name: str) -> bool:
        if re.fullmatch(_QUARTERS, name):
            return True
        if self.own.region_id and region(name, self.own.region_id):
            return True
        return not _NOT_A_PLACE.search(name) and len(name) > 1

    def identify(self, name: str) -> str | None:
        """The region_id of a part's printed name; None where it has none (中心城区)."""
        return None if re.fullmatch(_QUARTERS, name) and name not in self._known else region(name, self.own.region_id)
