"""Names of land uses in a text: single (商服用地), joined (商服、住宅用地), kinds of housing land, all land."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache
from typing import Literal

from orchestration.gazette.extraction.land.whole import begin_of, end_of
from orchestration.gazette.record_class import record

Scope = Literal["all", "housing", "kind", "use"]

_QUALIFIERS = (
    "[一二三]类(?=[工居住仓])|城镇村(?=道路)|普通|高档|中高档|城镇|农村|城市|市场化|市场性|保障性|保障类|保障|政策性|政策类|中低价位|中低价|中小套型|中小套|中小户型|大套型|自住型|改善型|限房价|限价|竞地价|"
    "集体经营性建设用地|集体建设用地|集体土地|集体|国有|其他|其它|各类|公共|产权类|产权|租赁类|租赁|共有产权|新增|存量|非经营性|经营性|一般|民生|社会|配套|重点|重大|新型|单列|市级|省级|区级|县级|国家级|定向|安居型|配[售租]型|保租型|纯"
)
# Longest first within a family; joining words inside a name are part of it (水域及水利设施).
_KINDS = (
    "公共管理(?:[与和及、]?公共服务)?(?:设施)?|商业[、和与及]?服务业(?:设施)?|商业服务(?:设施)?|商务金融|商业金融|商服|商业办公|商住混合|商住|商业商务|商务|商业|商办|办公|酒店|"
    "工矿仓储|工矿|采矿|矿业|物流仓储|仓储物流|仓储|物流|工业|战略性新兴产业|高新技术产业|新兴产业|高技术产业|产业|研发|科研|科教|"
    "“标准地”|标准地|危旧房|城中村|大建设|房地产开发|房地产|商品住房|商品住宅|商品房|保障性安居工程|安居工程|保障性租赁住房|保障性住房|保障性住宅|保障房|廉租住?房|廉租|经济适用住?房|经适房|公共租赁住?房|公租房|限价商品住?房|"
    "限价住?房|限价房|两限房|共有产权住?房|棚户区改造|棚户区|棚改房?|安置住[宅房]|安置房|安置(?=用地)|动迁安置(?:住宅|房)?|拆迁安置(?:住宅|房)?|[回还]迁房|[拆迁]*还建房|周转房|定销房|动迁房|人才住?房|自住商品住?房|自住房|人才公寓|租赁住房|租赁住宅|租赁房|中小套型(?=[0-9约为]|$)|住宅|居住|住房|别墅|"
    "宅(?=地)|交通运输|交通设施|轨道交通|交通|道路|街巷|铁路|公路|机场|港口|基础设施|市政公用|市政|公用设施|公共设施|公共建筑|公共服务(?:设施)?|公益性?事业|公益性?|公建|社会事业|社会福利|"
    "科教文卫体?|教科文卫体?|文教卫体?|文教体卫|行政|教育|医疗卫生|医疗|医卫|文化|体育|养老服务|养老|福利|环卫|能源|电力|电网|供水|"
    "水域[及和与、]?水利|水利[及和与、]?水域|陆地水域|水域|水利|特殊|绿地[与和及、]?(?:开敞空间|广场)|公园绿地|公园|绿地|留白|军事|宗教|殡葬|风景名胜|旅游|"
    "城乡建设|集体经营性建设|集体建设|旧厂改造|旧村改造|旧城改造|三旧改造|城市更新|经营性"
)
_HOUSING_WORD = re.compile(
    r"住宅|居住|住房|宅地|套型|商品房|廉租|经济适用|经适房|公共租赁|公租房|限价|两限房|共有产权|棚户区|棚改|安置|[回还]迁房|还建房|周转房|定销房|动迁|人才|安居|保障房|保障性|别墅|租赁|产权"
)
_BRACKET = r"(?:（[^（）\n]{1,60}）)"
_ITEM = (
    rf"(?:(?:{_QUALIFIERS})、?)*(?:{_KINDS})(?:{_BRACKET}(?=改造|安置))?(?:(?:{_QUALIFIERS})?(?:{_KINDS})|类|型|等|项目|设施|建设|开发|工程|配套|改造|保障|新增|社区|小区|基地)*"
    rf"{_BRACKET}?(?:类|等|项目|建设|开发|工程|改造|安置|配套|新增)*(?:(?:及|和|等)?其[他它](?=用地))?(?:所需(?=用地))?(?:计划(?=用地(?:总?面积|总?量|规模)?(?:为|约|共|达|[0-9]|$)))?(?:用地|地块|土地|宅地|地(?=供|计|总|[0-9约为]))?(?:（[A-Z][0-9A-Z]{{0,3}}）)?"
)
_JOIN = r"(?:、|和|与|及|以及|或)"
_JOINTS = re.compile(r"、|和|与|及|以及")
_SUMMED = rf"(?:等)?[两二三四五六七八九]类(?:(?:{_QUALIFIERS})*(?:{_KINDS})*)?用地"
_LIST = re.compile(
    rf"(?P<list>{_ITEM}(?:{_JOIN}{_ITEM})*(?:等其[他它](?:(?:{_QUALIFIERS})*(?:{_KINDS})?(?:设施)?)用地)?)(?P<summed>{_SUMMED})?"
)
_PART = re.compile(_ITEM)
# 新增建设用地, 存量建设用地: how the land came to be had; the print gives them beside the uses, and they are none.
_ORIGIN = re.compile(r"(?:新增|增量|存量)(?:供应)?(?:国有)?(?:(?:建设)?用地|土地)")
_HOUSING_ORIGIN = re.compile(r"(?:增量|存量)(?:住宅|住房|居住)用地")
# 优先保障工业用地: a verb; 保障房, 保障类住房: a kind of housing.
_ENSURED = re.compile(r"(?:重点)?保障(?![性房类住安型])")
_LONGEST = 10  # characters before 用地 of a name in no list
_ORIGINS = 30  # characters around a name in which land had before is told of beside new land
_WHOLE = re.compile(
    r"(?:(?:城镇|各类|国有)?(?:住宅|居住|住房)(?:类|项目|建设)?(?:(?:计划)?用地|土地|地)?|(?:住)?宅地|住房供地)"
)
_ANY = re.compile(r"用地(?=供|计划|安排|拟|实际|完成|已|将|为|约|总|面积|规模|共|达|[0-9中]|$)")
_NO_USE = re.compile(
    r"建设用地|供应?用地|国有用地|(?:安排|落实|保障|供应|提供|新增|合计|项目|年度|全市|各类|上述|这些|以上|其中|计划|单列|总|的|地块|储备|可)用地$|[为是了的已到在将拟于]|实现|落实|需求|测算|年|供应|安排|计划"
)
_OTHER_LAND = re.compile(r"其[他它余](?:各类|各项|类)?用地$")
_LAND_ENDS = (
    "宅地",
    "标准地",
    "标准地”",
    "地块",
    "土地",
    *(f"{end}地" for end in ("住宅", "住房", "商服", "工业", "商业", "居住", "住")),
)
# What stands in brackets after a name, or is the title of a document, names no use for the figure behind it.
_ASIDE = re.compile(r"（[^（）\n]*）|《[^《》\n]*》")
_PLAN_NAME = re.compile(r"(?:用地)?(?:供应|出让)*计划")
_FIGURE = re.compile(r"(?:总?量|面积|规模)?(?:为|约|共)*[0-9]")
# First-level names that stand without 用地 right before a figure (公共管理与公共服务为386公顷).
_PLAIN_NAME = re.compile(
    r"公共管理[与和及]公共服务(?:设施)?|交通运输|工矿仓储|商服|商业服务业|住宅|居住|特殊|水域[及与和]水利设施|水利设施|工业|仓储|工矿|公用设施|公园绿地|绿地与开敞空间"
)
_TO_FIGURE = re.compile(r"(?:供应|安排|计划)?(?:总?面积|规模)?(?:为|约|共)*(?:$|[0-9])")
_NEEDS_NO_LAND = re.compile(
    r"套型$|住宅|住房|商品房|[租适改置赁限障迁建转销价权]房|经济适用房|安居工程|公租房|廉租|人才公寓|棚户区改造"
)
_SCOPE_AFTER = re.compile(
    r"(?:的)?(?:供应|供地|计划|用地|年度|土地){0,3}(?:总量|规模|结构|量)?(?:中(?!心|小|央)|内(?!部)|方面|里|来看|而言|上[，：])"
)

ALL_LAND = re.compile(
    r"(?:国有|全部|各类)?建设用地|(?:土地|用地|供地)(?:的)?(?:计划)?(?:供应|供给|出让)?(?:计划)?(?:的)?总(?:量|规模|面积)|(?:供应|供给|出让|供地)(?:计划)?(?:的)?(?:土地)?总(?:量|规模|面积)"
)
GENERIC_LAND = re.compile(r"土地|用地|供地|供应|出让|地块")


@record(frozen=True, slots=True)
class Use:
    """A land use as printed, with its span in the text given; ``parts`` are its members where several are joined."""

    start: int
    end: int
    name: str
    parts: tuple[str, ...]
    is_scope: bool  # 住宅用地中, 住宅用地方面: says within what the next figures stand


def uses(text: str, start: int, end: int) -> list[Use]:
    """The land uses named between two offsets, in order."""
    found: list[Use] = []
    aside = [match.span() for match in _ASIDE.finditer(text, start, end)]
    for match in _LIST.finditer(text, start, end):
        if any(low <= match.start() < high for low, high in aside):
            continue
        name = match["list"]
        plan = _PLAN_NAME.match(text, match.end()) if name in ("经营性用地", "经营性") else None
        if plan and not _FIGURE.match(text, plan.end()):
            continue
        last_part = name
        parts = tuple(part[0] for part in _PART.finditer(name))
        if parts:
            last_part = parts[-1]
        summed = match["summed"]
        if not (summed or "用地" in name or name.endswith(_LAND_ENDS) or _NEEDS_NO_LAND.search(last_part)) and not (
            _PLAIN_NAME.fullmatch(_ASIDE.sub("", name)) and _TO_FIGURE.match(text, match.end(), end)
        ):
            continue
        origins = text[max(0, match.start() - _ORIGINS) : match.end() + _ORIGINS]
        if name.startswith("单列") or (name.startswith("新增") and "存量" not in origins):
            # 新增保障性住房用地: the verb is not part of the name; 新增 stays where it ends it, or beside 存量住宅用地.
            cut = 2
            name, begin = name[cut:], match.start() + cut
        else:
            begin = match.start()
        if name.startswith("城市") and text[begin - 1 : begin] in ("大", "中", "点", "线", "要"):
            name, begin = name[2:], begin + 2  # 70个大中城市住房用地: whose land it is
        if name.endswith("项目"):
            name = name[:-2]
        if verb := _ENSURED.match(name):
            name, begin = name[verb.end() :], begin + verb.end()
        use = Use(begin, match.end(), name, parts or (name,), False)
        if begin == match.start() and not summed:
            use = _whole(text, use, max(start, found[-1].end if found else start), end)
        found.append(replace(use, is_scope=_SCOPE_AFTER.match(text, use.end, end) is not None))
    for match in _ORIGIN.finditer(text, start, end):
        if any(use.start <= match.start() < use.end for use in found):
            continue
        found.append(
            Use(
                match.start(),
                match.end(),
                match[0],
                (match[0],),
                _SCOPE_AFTER.match(text, match.end(), end) is not None,
            )
        )
    if not found:
        found = [use for use in _unlisted(text, start, end) if not any(low <= use.start < high for low, high in aside)]
    return sorted(found, key=lambda use: use.start)


def _whole(text: str, use: Use, low: int, high: int) -> Use:
    """A use with the words of its name that the lists do not know."""
    begin = begin_of(text, low, use.start)
    end = end_of(text, use.end, high, use.name.endswith("地"))
    if (begin, end) == (use.start, use.end):
        return use
    name = f"{text[begin : use.start]}{use.name if end == use.end else text[use.start : end]}"
    first = [part for part in _JOINTS.split(text[begin : use.start]) if part]
    last = [part for part in _JOINTS.split(text[use.end : end]) if part]
    parts = list(use.parts)
    if first and _JOINTS.search(text, use.start - 1, use.start):
        parts = [*first, *parts]
    elif first:
        parts = [*first[:-1], first[-1] + parts[0], *parts[1:]]
    if last and _JOINTS.match(text, use.end):
        parts = [*parts, *last]
    elif last:
        parts = [*parts[:-1], parts[-1] + last[0], *last[1:]]
    return Use(begin, end, name, tuple(parts), use.is_scope)


def _unlisted(text: str, start: int, end: int) -> list[Use]:
    """Uses that no list of names knows (殡仪馆用地): the words before 用地 that are the end of nothing else."""
    found = []
    for match in _ANY.finditer(text, start, end):
        begin = begin_of(text, start, match.start(), _LONGEST)
        name = text[begin : match.end()]
        if begin == match.start() or _NO_USE.search(name):
            if not (other := _OTHER_LAND.search(text, max(start, match.start() - _ORIGINS), match.end())):
                continue
            begin, name = other.start(), other[0]
        is_scope = _SCOPE_AFTER.match(text, match.end(), end) is not None
        parts = tuple(part for part in _JOINTS.split(name) if part)
        found.append(Use(begin, match.end(), name, parts, is_scope))
    return found


@lru_cache(maxsize=4096)
def scope_of(name: str) -> Scope:
    """What a printed use covers: housing as a whole, a kind of housing land, or another use."""
    plain = re.sub(_BRACKET, "", name)
    if _WHOLE.fullmatch(plain):
        return "housing"
    parts = [part[0] for part in _PART.finditer(plain)]
    if parts and all(_HOUSING_WORD.search(part) for part in parts) and "商业" not in plain and "商住" not in plain:
        return "kind"
    if not parts and _HOUSING_WORD.search(plain):
        return "kind"
    return "use"


@lru_cache(maxsize=1024)
def names_housing(name: str) -> bool:
    """Whether some part of a joined use is a kind of housing: 城中村、棚户区改造以及拆迁安置用地."""
    return _HOUSING_WORD.search(re.sub(_BRACKET, "", name)) is not None


def is_origin(name: str) -> bool:
    """Whether a name tells how land came to be had (存量用地, 增量建设用地), not what it is used for."""
    return _ORIGIN.fullmatch(name) is not None or _HOUSING_ORIGIN.fullmatch(name) is not None


_SHORT_HOUSING = re.compile("(商品|租赁)房")  # 租赁房 is 租赁住房


@lru_cache(maxsize=4096)  # the few names of a document are asked for by every figure
def core(name: str) -> str:
    """A use's name without what varies in print: brackets, 类, 用地; for comparing two mentions."""
    plain = re.sub(_BRACKET, "", name)
    plain = re.sub(r"(?:项目|建设)?(?:计划(?=用地))?(?:用地|土地|宅地|地块|地)$", "", plain)
    plain = plain.removesuffix("类").replace("其它", "其他")
    plain = plain.replace("以及", "、").replace("和", "、").replace("及", "、").replace("与", "、")
    plain = plain.replace("保障房", "保障性住房").replace("居住", "住房").replace("住宅", "住房")
    return _SHORT_HOUSING.sub(r"\1住房", plain)
