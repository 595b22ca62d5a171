"""Indicators: a phrase of the text to the indicator it names."""

from __future__ import annotations

import re
from functools import lru_cache

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.lexicon.seeds import rows, split

_BRACKET = re.compile(r"[（(][^（）()]*[）)]")
_QUOTES = re.compile(r"[“”\"‘’\s]")
# Words that say for whom or when, not what.
_HEAD = re.compile(
    r"^(?:(?:(?:20\d\d|今|去|本|当)年|全年|年末|年内|年均|全市|全省|全县|全区|全州|全国|我市|我省|我县|我区|本市|本省|本县|市域|全域|预计|其中|力争|确保|实现|完成|"
    r"达到|累计|同期|[\u4e00-\u9fff]{2}(?:省|市)(?=地区生产总值))[:：,，]?)+"
)
# Words that say what was done with it: they change the measure, which has a column of its own, not the indicator.
_ACT = re.compile(
    r"^(?:累计|新|再|共|已|全面|加快|持续|大力|扎实|集中|稳妥|积极|稳步)*(?:新?改扩建|新改建|新?建设|新?建成|新建|新增|净增|开工|改造|更新|提升|完成|实施|"
    r"推进|培育|打造|获批|引进|认定|创建|筹集|筹措|发放|开展|推动|竣工|投放|布局|争取|修复|治理|整治|拥有|组织|稳定)+"
)
_THING = re.compile(r"(?:工作|任务|数量|总数|数|个数|总量|规模)+$")
# Words that say how it moved or was measured, not what; the measure has a column of its own.
_TAIL = re.compile(
    r"(?:(?:同比|比上年|较上年|年均|平均|可比|名义|实际)?(?:增长速度|增长率|增长目标|增速|增幅|增长|涨幅|上涨|下降|降低|降幅|提高|增加|增量|总量|规模|目标|实现|完成|达到|达|突破|稳定|控制|"
    r"保持|力争|分别|预期|同比|为|均))+$"
)


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Names first, then aliases: an alias never takes a name away from the row that bears it."""
    names: dict[str, str] = {}
    for row in rows("indicators"):
        names.setdefault(_plain(row["name"]), row["indicator_id"])
    for row in rows("indicators"):
        for alias in split(row["aliases"]):
            names.setdefault(_plain(alias), row["indicator_id"])
    return names


def _plain(name: str) -> str:
    return _QUOTES.sub("", name).replace("（", "(").replace("）", ")").upper()


@lru_cache(maxsize=16384)
def indicator(name: str) -> str | None:
    """The indicator_id of an indicator's name as a text has it; None where the seed does not know it.

    Tried in order: the name itself; without brackets; without 全市, 全年 … in front; without 增速, 增长 … behind;
    without 新建, 完成 … in front and 项目, 数量 … behind.
    """
    names = _names()
    form = simplified(_plain(name))
    for cut in (None, _BRACKET, _HEAD, _TAIL, _ACT, _THING):
        if cut is not None:
            form = cut.sub("", form)
        if form in names:
            return names[form]
    whole = _HEAD.sub("", _BRACKET.sub("", simplified(_plain(name))))
    return names.get(_THING.sub("", whole))
