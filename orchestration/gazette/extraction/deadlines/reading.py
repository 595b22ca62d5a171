"""What the judging of dates shares: what is known of the document, and the words that look ahead or name a doing."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.language.date_marks import DateMark
from orchestration.gazette.records import Document

AHEAD = re.compile(
    r"(?<![主重首概摘纪简扼提])要(?![素道闻])|(?<!已)将(?![军领士])|(?<![供相适响反效感对])应(?![用急])|须|需(?!求)|拟|确保|力争|争取|务必|计划|原则上|限期|按期|按时"
)
DO = (
    r"(?:完成|开工|完工|建成|启用|启动|投用|投入|投产|运营|出台|印发|报送|上报|实现|达到|上线|竣工|通车|验收|落实|整改|制定|编制|提交|公布|发布|开展|"
    r"组织|召开|举办|结束|截止|销号|办结|拆除|关闭|停止|取消|全面|基本|力争|前|形成|建立|推动|推进|进行|确保|实施)"
)
DOES = re.compile(DO)
FORESEEN = re.compile("预计|有望|预期")
# 预计年底前完成主体工程: works are foreseen as they are set; 预计至6月底总值达… is only reckoned.
WORKS_FORESEEN = re.compile(
    r"(?:预计|有望)[^，。；]{0,24}(?:完成|开工|竣工|完工|建成|通车|投产|投用|投入使用|交付|验收|启动|封顶|运营|贯通)"
)


# 每月一题, 季度报表: names.
NAME_AFTER = re.compile(
    r"[一二三]?[题课评讲会][^，。；]|(?:度)?(?:计划|目标|任务|考核|报告|预算|方案|总结|报表|年报|数据|台账|统计)"
)


@dataclass(frozen=True, slots=True)
class Reading:
    """What the judging of a date needs to know of its document."""

    document: Document
    year: int | None
    prescribes: bool
    is_dated: bool = True  # whether the year is the document's own, not the one its words are told in


def is_news(reading: Reading) -> bool:
    """Whether a document only tells: news, and the bulletins of statistics."""
    document = reading.document
    return not reading.prescribes and document.kind in (None, "公报") and not document.addressees


def ends(mark: DateMark) -> bool:
    return mark.first_day == mark.last_day
