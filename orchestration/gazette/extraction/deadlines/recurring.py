"""Whether 每年, 每月, 按季度 repeats a duty, not a rate, a statistic or a name."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.deadlines.reading import AHEAD, NAME_AFTER, Reading
from orchestration.gazette.extraction.deadlines.telling import tells
from orchestration.gazette.language.date_marks import DateMark
from orchestration.gazette.language.marked import MarkedText

_RATE = re.compile(
    r"(?:[\u4e00-\u9fff]{0,6}?(?:提高|增加|减少|补贴|补助|发放|分别|不低于|不超过|约|各|给予)?)?\d[\d.,]*(?:万|亿)?(?:元|%|人|吨|亩)"
)
_PER_HEAD = re.compile(r"(?:每[人户名亩生个台辆位家]|人均|户均|[每按]|同比|较)$")
# 按月领取养老金的人员: what somebody is given.
_RECEIVED = re.compile(r"[^，。；]{0,4}?(?:领取|享受|享有)")
# News tells of a duty that somebody is put under (要求低保金按月发放).
_OBLIGED = re.compile("要求|必须|应当|务必|须")
_DUTY = re.compile(
    r"^[^，。；]{0,20}?(?:发放|报送|上报|公布|公示|通报|报告|填报|调度|拨付|结算|检查|评估|考核|兑现|报(?=[党国省市县区]))"
)
# 按年度考核, 每季度报告一次: said as what is done, not as a name.
_VERB_AFTER = re.compile(r"(?:考核|报告|总结|统计)(?=[一两\d]次|[^，。；]{0,12}(?:情况|进展|结果)|[，。；\n]|$)")
# 每月最低工资标准为1700元: how much something is. 由按季度调整为按月: what was done before.
_IS_SO_MUCH = re.compile(r"[^，。；]{0,16}?(?:为|是)\d[\d.,]*[万亿]?(?:元|%)|(?:调整|变更|改|变)[为成至到]")


def recurs(marked: MarkedText, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    """Whether 每年, 每月, 按季度 … repeats a duty, not a rate, a statistic or a name."""
    text = marked.text
    after = text[mark.end : min(end, mark.end + 24)]
    before = text[max(start, mark.start - 6) : mark.start]
    obliged = _OBLIGED.search(text, start, mark.start) is not None or (
        mark.bound == "by" and AHEAD.search(text, start, mark.start)
    )
    if not reading.prescribes and not (obliged and _DUTY.search(after)):
        return False
    is_name = NAME_AFTER.match(after) and not _VERB_AFTER.match(after)
    if _PER_HEAD.search(before) or _RATE.match(after) or is_name:
        return False
    if text[mark.start - 2 : mark.start] == "可以" or _IS_SO_MUCH.match(after) or _RECEIVED.match(after):
        return False
    if not re.match(
        r"(?!为|是|可|都|均|仍|的(?![\d第最上中下前后末底一二三四]))[，、]?(?:[\u4e00-\u9fff（《“]|\d+日)", after
    ):
        return False
    return not tells(marked, mark, start, end)
