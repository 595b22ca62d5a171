"""Places that figures of land are told of: parts of the plan's own place as printed (counties, zones, 中心城区)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.extraction.land.home import Place, great_places
from orchestration.gazette.lexicon.regions import region, regions_in

_SELF = "[全我本该][市省区县州旗]|师市|全国|[全我本]自治区|各区县|各县区|各市县|各县市|各省区市|各区|各省|各地"
# Parts of a city that are no administrative unit.
_QUARTERS = (
    "中心城区|主城区|老城区|主城六区|主城九区|城六区|市?内[三四五六七八九]区|市中心区|中心区|市辖(?:[三四五六七八九]?区)|市区|市本级|市直|市级|县城|城区|岛内|岛外|[近远]郊(?:（市）)?区?县?|"
    "郊区新城|郊区|外围区域|(?:县城|城市|城镇|中心城市)?(?:规划|建成)区|[苏粤皖浙鲁豫湘鄂赣闽陕晋冀辽桂][东南西北中]部?(?:地区)?|其[他它余](?:县（市、区）|县（市）|县市|市县|区县|县区|乡镇|县|区)|(?:下辖|所辖|其?[他它余]?)(?:各(?:镇街|街道|园区|县（市、区）|县（市）|县市|区县|县区|乡镇|街镇|市县|区|县|镇)|[两三四五六七八九]县)|新疆(?:生产)?建设兵团|区（市）县|县（市、区）|县（市）|核心区|城市副中心|县域|[东中西北南]部(?:地区|城区|新城)?|多点地区|[\u4e00-\u9fff]{2,4}新城|[0-9]{1,3}个(?:大中|重点|热点|主要|监测|试点)+城市|[一二三]线城市"
)
_KINDS = (
    "片区|(?:高新技术)?(?:产业)?开发区|度假区|示范区|试验区|保税区|先行区|合作区|管理区|风景区|林区|科学城|科技城|大学城|生态城|航空城|航空港|工业园区?|产业园区?|科技园区?|园区|高新区|经开区|新区|自治[县旗州]|自治区|"
    "直管区|建设兵团|管委会|区县|(?<!自治)[区县市旗]|(?<=[\u4e00-\u9fff]{2})[镇乡州盟省]|街道"
)
# What may stand behind a place that a figure is told of: nothing else makes 新区 or 县 the end of a name.
_RIGHT = (
    r"(?=(?:（[^（）\n]{1,80}）)?(?:等)?(?:（?$|[两三四五六七八九十]个?[省市县区地]|[今去]年|范围|方面|[境之]?内(?![\u4e00-\u9fff]{0,4}[路道区])|[的为约：:，、和及与达占共计拟将可已各均无最次居位仅则也仍其排第]|[0-9０-９.．]|国有|建设用地|新增|土地|供|计划|安排|住宅|住房|居住|宅地|商|工|公共|交通|水域|水利|特殊|"
    r"分别|依次|合计|总|推出|出让|实际|完成|保障|租赁|产权|其他|其它|基础设施|物流|仓储|绿地|房地产|经营性|普通|城镇|前[三二]季度|上半年|实现|落实|预计))"
)
_NOT_LAST_OF_ALL = "(?!(?<=[和及与、])新疆(?:生产)?建设兵团)"  # 31个省和新疆生产建设兵团: all of them
# Behind a name that leaves no doubt, a use may stand that has words of its own before it: 甲区高品质住宅用地.
_WHOLE_QUARTERS = "中心城区|主城区|老城区|[\u4e00-\u9fff]{2,4}新城"
_RIGHT_OF_USE = r"(?!辖?区|本级)(?![\u4e00-\u9fff]{0,5}兵团)(?=[\u4e00-\u9fff]{1,10}(?:住宅|住房|商品房|用地))"
_NOT_A_PLACE = re.compile(
    r"用地|供应|供地|土地|住宅|住房|计划|棚户|小区|社区|(?:更新|改造|成|连)片区|地区$|灾区|景区$|居住|商|年度|城市$|上市|超市|市场|建设|规划|区域|[0-9]|[全各]|其中|公顷|分布|项目|方面|将|实现|城乡|为|的|在|和|及|按|分|从|以|^[向由对把给]"
)
_LEAD = re.compile(
    r"^(?:其中|含(?!山)|具体(?:来看|来说)?[为是]?|(?:主要)?(?:安排|分布|布局|集中)[在于为]|(?:供应|供地|计划)?总量中|[一二三四]季度|上半年|前三季度|全年|包括|包含|分别|其次是|依次[是为]|在|对|于|即|另外|此外|同时|而|但|且|并|[、，和及与：]|“|[0-9]{4}年度?|今年|去年|上年|本年度|年度|截至目前|位于|供应给|[（(]?[0-9一二三四五六七八九十]{1,3}[.、)）]|①|②|③|④|⑤|⑥|⑦|⑧|⑨|—|-|○|●|■|\s)+"
)
_MIDDLES = ("市区", "市本级", "市辖区", "城区")  # words for one thing in the plan of a city without its counties
_LEVELS = frozenset("省市县区旗盟国")  # not 州: a city is called so without its level
_CLOSED = re.compile(r"（[^（）]*）")
_STARTS = re.compile(r"(?:^|(?<=[，、：；（和及与在讯电])|(?<=[份市区县的]有)|(?<=[别次的][为是]))")


@dataclass(frozen=True, slots=True)
class Part:
    """A place named for a figure. ``is_own``: the document's own place (全市, 淄博市)."""

    start: int
    end: int
    name: str
    is_own: bool


class Places:
    """Finds the places that figures are told of, as seen from the document's own place."""

    def __init__(self, own: Place) -> None:
        self.own = own
        names = set(regions_in(own.region_id)) if own.region_id else set()
        if not own.region_id:
            names = set(great_places())
        names = {name for name in names if len(name) > 1 and name not in own.selves}
        self._known = frozenset(names)
        self._joints = tuple(name for name in names if name[0] in "和与及对在即但且并而于")  # 和平区: no joint
        selves = "|".join([*self._quarter(), *self._whole(), _SELF])
        known = "|".join(sorted(map(re.escape, names), key=len, reverse=True)) or "(?!)"
        whole_names = "|".join(name for name in known.split("|") if name[-1] in _LEVELS or not own.region_id) or "(?!)"
        generic = rf"[\u4e00-\u9fff]{{1,10}}?(?:{_KINDS})"
        self._at = re.compile(
            rf"(?P<own>(?:{selves})(?:各区县?|各县|市域|范围内?)?(?:[0-9]{{1,3}}个(?:省|市|区|县)?(?:、?(?:省|市|区|县))*(?:（[^（）]*）)?)?)(?=(?P<more>[\u4e00-\u9fff]?))"
            rf"|(?P<part>{_NOT_LAST_OF_ALL}(?:(?:{known}|{_QUARTERS}){_RIGHT}"
            rf"|(?:{whole_names}|{_WHOLE_QUARTERS}){_RIGHT_OF_USE}|{generic}{_RIGHT}))"
        )

    def _whole(self) -> Iterator[str]:
        """Patterns of the whole place's names, longest first."""
        for name in sorted(self.own.selves, key=len, reverse=True):
            # 武陵 is 武陵市 to its people, and no part of 武陵区; 甲市区 and 甲市本级 are parts of 甲市.
            behind = "" if name[-1:] in _LEVELS else "(?![区县旗镇乡])"
            yield re.escape(name) + ("(?!辖?区(?!县|（[县市])|本级)" if name[-1:] == "市" else behind)

    def _quarter(self) -> Iterator[str]:
        """The pattern of the part that the whole text is of: 市区, 甲市区."""
        if self.own.quarter:
            names = "|".join(map(re.escape, sorted(self.own.selves, key=len, reverse=True)))
            bare = re.sub(rf"^(?:{names})", "", self.own.quarter) if names else self.own.quarter
            bare = f"市{bare}" if bare in ("区", "本级", "辖区") else bare
            alike = "|".join(_MIDDLES) if bare in _MIDDLES else re.escape(bare)
            yield rf"(?:(?:{names})?|[全我本]市?)(?:{alike}){_RIGHT}"

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
            if at and self._joints and clause.startswith(self._joints, at - 1):
                at -= 1
            match = self._at.match(clause, at)
            if match is None:
                return
            if match["own"]:
                found.append(Part(start + match.start(), start + match.end(), match["own"], True))
                at = match.end()
                continue
            name = match["part"]
            if self._is_place(name):
                is_own = name in self.own.selves
                begin = match.start() - (name.startswith("内") and clause[match.start() - 1 : match.start()] == "市")
                name = clause[begin : match.end()]  # 甲市内六区: 市 belongs to both
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
                inner = re.match(
                    r"（[^（）]*）|(?:各区县?|各县)|[两三四五六七八九十]个?[省市县区地]", clause[match.end() :]
                )
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
        if re.fullmatch(_QUARTERS, name) and name not in self._known:
            return None
        return region(name, self.own.region_id) or great_places().get(name)
