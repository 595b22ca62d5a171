"""A head as it is published: what stands inside it and at its ends and is no part of the name goes."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.statements.leading import leading
from orchestration.gazette.lexicon.regions import is_place

_TIME_INSIDE = re.compile(r"(?:19|20)\d\d年(?:度|底|末)?(?!产)|今年|去年|年内|全年|当年")

# 重点项目1-4月累计完成投资, 全市4月份集中开工项目
_MONTHS_INSIDE = re.compile(r"(?:全[市省县区州])?(?:\d{1,2}月?[-—~～至到])?\d{1,2}月份?(?![龄嫂饼亮])")

# 农业实现总产值, 企业实现利润: the noun and its measure are one head.
_REALISED = re.compile(
    r"(?<=[\u4e00-\u9fff][业济区市县园户司村头产])(?:累计)?(?:实现|完成)(?=(?:工业|农业|现价|施工|建筑业|营业|主营业务|销售|旅游|利税|税收|出口|社会)*(?:总产值|产值|增加值|收入|利润|利税|税收|销售额|交易额|营收))|(?<=[\u4e00-\u9fff]{2})(?:累计)?(?:实现|完成)(?=产量|产值$)"
)
_PLANNED = re.compile("(?<=..)计划(?:完成(?=..)|(?=建设$|新建$|改造$|开工$|实施$))")
_TIME_END = re.compile(r"(?<=..)(?:前三季度|[一二三四]季度|[上下]半年|[一二三四五六七八九十两2-9]年|(?<!\d)\d{1,2}日)$")

# 安居工程如建设公租房: of what kind the work is.
_SUCH_AS = re.compile(
    "^[^，。；、如]{2,16}(?:工程|项目|方面|行动)，?如(?=[建新改硬修实完])(?:建设|新建|改造|修建|实施|完成|硬化)?"
)
_PLACE_FIRST = re.compile(r"[\u4e00-\u9fff]{1,6}?(?:自治县|地区|[盟州市区县旗省])")
_PLACE_ENDS = frozenset("区盟州市县旗省")
_SET_BY = re.compile("(?<=..)(?:提出|设定|确定|公布)的(?=经济|GDP|地区生产总值|生产总值|CPI)")
_TWICE_TOLD = ("投资", "产值", "收入")
_TWICE = re.compile("(投资|产值|收入)(?:完成|实现|到位)\\1$")  # 水利建设投资完成投资


def _led_by_place(words: str) -> str:
    """A head that opens with a place, without the time and the links behind it (甲县今年以来城镇化率, 乙市将完成造林)."""
    place = _PLACE_FIRST.match(words)
    if place is None or words[place.end() :][:1] in ("", *"、和与及") or not is_place(place[0]):
        return words
    at = place.end()
    while (word := leading(words, at, len(words), ())) is not None:
        at += len(word)
    return place[0] + words[at:]


def _of_place(words: str) -> str:
    """A head that a place owns, as one: 甲省的GDP -> 甲省GDP."""
    place, _, rest = words.partition("的")
    return place + rest if len(rest) > 1 and is_place(place) else words


def plain(words: str) -> str:
    """A head as it is published: times inside it gone, loose marks off both ends."""
    if not _PLACE_ENDS.isdisjoint(words[2:8]):
        words = _led_by_place(words)
    if "年" in words:
        words = _TIME_INSIDE.sub("", words)
    if "月" in words:
        words = _MONTHS_INSIDE.sub("", words)
    if "的" in words[2:4]:
        words = _of_place(words)
    if words.endswith(("季度", "年", "日")):
        words = _TIME_END.sub("", words)
    if "实现" in words or "完成" in words:
        words = _REALISED.sub("", words)
    if words.startswith("在") and "基础上" in words:
        words = words.rpartition("基础上")[2]  # 在20个小区的基础上改造小区
    if "提出的" in words:
        words = _SET_BY.sub("", words)
    if "如" in words:
        words = _SUCH_AS.sub("", words)
    if "计划" in words:
        words = _PLANNED.sub("", words)  # 水利建设计划完成投资, 农村公路计划建设
    if words.endswith(_TWICE_TOLD):
        words = _TWICE.sub(r"\1", words)
    return words.strip("、，：；—-·| 　的").removesuffix("之多").rstrip("之等了").lstrip("了或").removeprefix("左右")
