"""Units of measure and counting words, with their dimension and their scale to the base unit of that dimension.

A unit is found only right after its number. ``UNIT`` is the pattern of a unit as printed, scales (万, 亿) not included.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Dimension = Literal[
    "ratio", "points", "money", "area", "length", "mass", "volume", "power", "energy", "data", "people", "households",
    "time", "count", "rate", "other",
]  # fmt: skip

# dimension -> units; within a dimension order does not matter: the pattern tries the longest first.
_BY_DIMENSION: dict[Dimension, str] = {
    "ratio": "% ‰ ％ 倍 成",
    "points": "个百分点 百分点 个点 个千分点 个基点 基点",
    "money": "元 美元 欧元 日元 港元 港币 人民币 元人民币 英镑 新台币",
    "area": "平方公里 平方千米 平方米 平米 亩 亩次 公顷 ㎡ 标准亩",
    "length": "公里 千米 米 海里 车道公里 皮长公里 芯公里 单程公里 厘米 毫米 纳米 km",
    "mass": "吨 公斤 千克 斤 担 克 毫克 吨标准煤 吨标煤 吨二氧化碳 吨油当量",
    "volume": "立方米 立方 方 升 桶 毫升 标准立方米",
    "power": "千瓦 兆瓦 吉瓦 瓦 千伏安 兆伏安 伏安 千伏 伏 蒸吨 马力 kW MW GW",
    "energy": "千瓦时 千瓦·时 兆瓦时 度 度电 焦耳 吉焦 kWh",
    "data": "PFlops EFlops PFLOPS EFLOPS TOPS P E TB PB GB Mbps Gbps 字节",
    "people": "人 名 位 人次 人日 人天 人（次） 人·次 人份 剂次 剂",
    "households": "户 户次 户家庭",
    "time": "年 个月 周 天 日 小时 分钟 秒 个工作日 工作日 个小时 个季度 课时 学时 机时",
    "count": "个 家 所 处 座 套 辆 台 架 艘 条 项 件 宗 起 例 次 场 场次 批 批次 列 班 班次 只 头 羽 尾 株 棵 栋 幢 间 "
    "床 张 片 块 支 份 部 本 册 篇 首 幅 枚 台套 台次 组 队 门 款 种 类 对 双 口 眼 盏 根 道 面 颗 笔 单 票 箱 标箱 标准箱 TEU "
    "吨公里 人公里 架次 航次 艘次 车次 辆次 件次 条次 项次 笔次 家次 期 届 轮 具 顶 箱次 台时 节 盒 段 个次 列次 趟 卷 集 餐 "
    "头（只） 台（套） 场（次） 套（间） 套（户） 个（次） 处（次） 个（处） 处（个） 家（次） 网格 张次 包 杯 把 听 瓶 枪 车位 泊位 床位 "
    "学位 单位 例次 股 团 机位",
    "rate": "分 分贝",
    "other": "岁",
}

_AREA_IN_HECTARES = {
    "公顷": 1.0, "亩": 1 / 15, "平方米": 1e-4, "平米": 1e-4, "㎡": 1e-4, "平方公里": 100.0, "平方千米": 100.0, "标准亩": 1 / 15,
}  # fmt: skip

# What stands where a unit's base differs from the unit itself (value × factor in the base unit).
_BASE: dict[str, tuple[str, float]] = {
    "％": ("%", 1.0), "成": ("%", 10.0), "百分点": ("个百分点", 1.0),
    "个点": ("个百分点", 1.0), "平米": ("平方米", 1.0), "㎡": ("平方米", 1.0),
    "立方": ("立方米", 1.0), "方": ("立方米", 1.0), "吨标煤": ("吨标准煤", 1.0), "千米": ("公里", 1.0), "平方千米": ("平方公里", 1.0),
    "元人民币": ("元", 1.0), "人民币": ("元", 1.0),
}  # fmt: skip

_DIMENSION: dict[str, Dimension] = {
    unit: dimension for dimension, units in _BY_DIMENSION.items() for unit in units.split()
}
# A unit's character that opens another word (个人, 条件, 项目, 家庭, 年度): the unit is then not there.
_OPENS_WORD = {
    "个": "人性体税别案私", "条": "件例款约", "项": "目", "家": "庭长禽政", "人": "才工口均民员类", "名": "录单称胜牌校优", "台": "账风湾",
    "年": "度级代轻货均产", "户": "籍外型用", "位": "置于居列", "方": "式面案法向便阵舱", "元": "素旦", "度": "假过", "面": "积向对", "对": "标口接",
    "种": "植子业养粮", "类": "型似", "组": "织建合", "队": "伍", "门": "户槛诊类", "期": "间末货盼限", "道": "路德", "节": "约能点水日庆",
    "段": "落", "车位": "比", "团": "队结组", "股": "份权", "单": "位项独", "包": "括含容装", "部": "门分署委队", "班": "子组", "次": "序数",
    "场": "景地所馆", "处": "理置于", "起": "草到步来", "批": "准发复", "支": "持付出撑柱部", "份": "额", "本": "级地科土专", "所": "有在得",
    "分": "别类钟行布级区支批期层公", "日": "常均报", "周": "边期", "天": "然", "间": "接隔", "头": "部", "口": "岸径碑", "根": "据本",
    "轮": "候椅", "届": "满", "套": "餐", "把": "握关", "听": "取证", "集": "中群团成聚", "餐": "饮", "具": "有备体",
}  # fmt: skip


def _pattern() -> str:
    units = sorted(_DIMENSION, key=len, reverse=True)
    parts = []
    for unit in units:
        guard = _OPENS_WORD.get(unit)
        parts.append(re.escape(unit) + (f"(?![{guard}])" if guard else ""))
    return "|".join(parts)


_PLAIN = _pattern()
# 微克/立方米, 件/万人, 人/百亿元, 万元/人, 元/人·年; also 吨标准煤/万元.
UNIT = rf"(?:微克(?=/)|{_PLAIN})(?:/(?:[百千]?[万亿]|百)?(?:{_PLAIN}|人年|年|月|日))?(?:·[年月日])?"

_UNIT = re.compile(UNIT)


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without its scale: 套 of 万套."""

    name: str
    dimension: Dimension
    base: str
    factor: float  # value × factor is the value in ``base``


_CACHE: dict[str, Unit] = {}


def unit_of(name: str) -> Unit:
    """The unit of a printed name (without 万, 亿); unknown names count as their own base."""
    known = _CACHE.get(name)
    if known is None:
        head = name.partition("/")[0]
        dimension: Dimension = "rate" if "/" in name else _DIMENSION.get(head, "other")
        base, factor = _BASE.get(name, (name, 1.0))
        known = _CACHE[name] = Unit(name, dimension, base, factor)
    return known


def hectares(value: float, unit: str) -> float | None:
    """An area in hectares from its value and printed unit (公顷, 亩, 万亩, 平方米, 万平方米, 平方公里); None if it is no area."""
    scale = 1.0
    for word, times in (("万", 1e4), ("亿", 1e8), ("千", 1e3), ("百", 1e2)):
        if unit.startswith(word) and unit[1:] in _AREA_IN_HECTARES:
            scale, unit = times, unit[1:]
            break
    factor = _AREA_IN_HECTARES.get(unit)
    return None if factor is None else value * scale * factor
