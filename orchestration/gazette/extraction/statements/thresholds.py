"""Figures that are a bound inside a name and no statement: 300户以上自然村公厕, 投资10亿元以上项目, 5000亩以上的基地."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.extraction.statements.leading import ends_in_act
from orchestration.gazette.extraction.statements.words import KEEPS
from orchestration.gazette.language.quantities import Quantity

_BUILT = ("新建", "新增", "建成", "建设", "落实", "发展", "完成")
_LIST_REACH = 40
# A counting word counts the noun behind it even with 以上 (200家以上企业); a measure with 以上 before a noun is a threshold.
_CLASSIFIERS = frozenset(
    "个 家 所 处 座 套 辆 台 架 艘 条 项 件 宗 例 次 场 场次 列 班 株 棵 栋 幢 间 张 片 块 支 部 本 篇 首 台套 组 队 门 款 种 对".split()
)
_LIMITING = frozenset(("以上", "以下", "以内", "及以上", "及以下", "及其以上", "之内", "之上", "之下"))
_NOUN_BOUND = re.compile(r"[\u4e00-\u9fff]{1,4}及?以[上下]的[\u4e00-\u9fff]{2}")  # 100张床位以上的养老机构
_NAME_OF_WORKS = re.compile(
    r"[^，。；]{0,24}?(?:项目|工程|生产线|机组|码头|电站|线路|装置|基地|一期|二期|产业园|[煤金铜铁锂铀铝]矿|光伏|风电|储能)"
)
_FOR_WHOM = tuple(
    "为 对 向 帮助 服务 惠及 带动 支持 保障 解决 引导 组织 扶持 资助 吸纳 安置".split()
)  # 帮助8万户以上群众: so many, no threshold
_OR_MORE = re.compile(
    r"(?:、[\d.]+[万亿]+元)+(?:及)?以上的?[^，。；、\d]{0,8}(?:企业|项目|工程)"
)  # 投资50亿元、100亿元以上项目
_OF_SIZE = re.compile("的?(?:规模)?(?:养殖|种植|经营|种养|种粮)?(?:大户|专业户|养殖[场户]|种植户)")
_MORE_THAN_MONEY = re.compile(
    r"^(?:的)?(?:[^，。；、]{0,12})(?:企业|项目|村|户|贫困|家庭|工程|投资者|产业|集群|镇|街道|产品|品牌|合同|园区|单位|机构|店|增长点|主体|行业|城市|[大强]县|县域)"
)


def is_threshold(layout: Layout, quantity: Quantity, after: str) -> bool:
    """Whether a figure only says which things are meant; ``after``: the words behind it."""
    if after[:1] == "、" and quantity.dimension == "money" and _OR_MORE.match(after) is not None:
        return True
    if not after or after[0] in "，。；、！\n：）|" or layout.text[quantity.end] in "（(":
        return False
    if quantity.after is None and _NOUN_BOUND.match(after) is not None:
        return True
    act = ends_in_act(layout.masked, max(0, quantity.start - 12), quantity.start)
    if quantity.after in _LIMITING:
        if quantity.dimension == "money" and _MORE_THAN_MONEY.match(after) is not None:
            return True  # 投资10亿元以上项目10个
        unit = (quantity.unit or "").lstrip("十百千万亿")
        if unit in _CLASSIFIERS and quantity.comparator == ">=":
            return False
        if quantity.dimension == "ratio":
            return False
        if _OF_SIZE.match(after) is not None:
            return True  # 出栏50头以上养殖大户
        if quantity.comparator == "<=":
            return True  # 90平方米以下住宅
        if (
            quantity.dimension in ("people", "households")
            and quantity.comparator == ">="
            and layout.masked.endswith(_FOR_WHOM, 0, quantity.start)
        ):
            return False
        return act not in KEEPS and act not in ("建设", "新建", "建成", "完成", "实现")
    if quantity.dimension == "money" and quantity.comparator in (">=", "<=") and quantity.before is not None:
        return _MORE_THAN_MONEY.match(after) is not None
    if layout.masked.endswith(("共", "合计", "总计"), 0, quantity.start):
        return False
    if quantity.dimension in ("mass", "power", "volume", "energy", "area") and act is None:
        built = layout.masked.startswith(_BUILT, layout.segment(quantity.start)[0])  # 新建甲、乙350亩茶叶基地
        return _NAME_OF_WORKS.match(after) is not None and not built and not _goes_on(layout.masked, quantity)
    return False


def _goes_on(text: str, quantity: Quantity) -> bool:
    """Whether a figure is a further one of a list (建成10万亩粮食基地、6万亩棉花基地)."""
    start = quantity.start
    before = text[max(0, start - _LIST_REACH) : start - 1]
    return (
        text[start - 1 : start] in "、和及与"
        and re.search(rf"\d{re.escape(quantity.unit or '')}[^，。；]*$", before) is not None
    )
