"""Dates that only tell: of what was, of when something was held, of whom a rule is for, of a state."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.deadlines.reading import AHEAD, DOES, FORESEEN, WORKS_FORESEEN, Reading, ends
from orchestration.gazette.extraction.deadlines.tasks import clause_end, clause_start
from orchestration.gazette.language.date_marks import DateMark
from orchestration.gazette.language.marked import MarkedText

# Sections and sentences that tell what was done; a date in them sets nothing.
_REVIEW = re.compile(
    r"回顾|执行情况|完成情况|工作总结|主要成[效绩就]|取得.{0,6}成[效绩就]|过去|上年|[五三]年来|(?:工作|开展|进展|发展|运行)情况|发展成就"
)
_TOLD = re.compile(
    r"已经?(?!经济|列|有|纳入的)|圆满|同比|五年来|[一二三四五六七八九十\d]年来|以来|过去|截至|截止(?!时间|日期|期限|时限)|据(?:统计|了解|悉)|(?<![\d一二三四五六七八九十])日前|近日|"
    r"(?:发布|公布|下发|印发|通过|批准|召开|举行|签署|成立|获批|揭牌|宣布|当选|任命)了"
)
_DONE = re.compile(
    r"已经?(?!经济|列|有|纳入的)|圆满|(?:完成|实现|建成|发布|公布|下发|印发|通过|召开|成立|获批|达到?|推出|出台|听取|审议|讨论|研究|作出|提出|举行|颁布|签订|进行|开展|取得)了|[\u4e00-\u9fff](?<![为除])了(?!解)|同比|比上年|较上年"
)
# A title or heading that also looks ahead: 2020年工作总结及2021年工作计划.
_TURNS_AHEAD = re.compile(
    r"下一?步|下一?阶段|今后|明年|展望|努力方向|重点工作|打算|安排|计划(?!执行|完成)|思路|谋划|部署|草案|要点|建议|目标(?!完成)|任务(?!完成)"
)
# 在2016年9月26日全省…会议上; 会议于1月20日召开: when something was held, not by when it is to be.
_HELD_THERE = re.compile(r"[^，。；\n]{0,40}?(?:会议?|大会|论坛|培训班|仪式)上")
_HELD = re.compile(
    r"[^，。；\n]{0,30}?(?:召开|举行|举办|开幕|闭幕|通过|补选|选举|当选|任命|成立|揭牌|挂牌|印发|发布|公布|下发|出台|签署|签约|批准|获批)"
)
_SET_FOR = re.compile(r"[定改]于$|定在$|请|拟")
# 对2015年10月31日以前实施…行为, 1990年以前参加工作: whom or what a rule means.
_MEANT = re.compile(
    r"[，。；：\n]?(?:（[一二三四五六七八九十\d]{1,3}）|第[一二三四五六七八九十百]{1,5}条[ 　]?)?(?:凡|对于?)"
)
_MEANT_BY = re.compile(
    r"[，]?(?:参加(?:革命)?工作|入伍|离休|出生|犯(?:有|数|[\u4e00-\u9fff]{0,6}罪)|《[^》\n]{1,40}》(?:公布|颁布|实施|施行))"
)
_BEFORE = ("以前", "之前", "以后", "之后")
_OF_NOUN = re.compile(r"[，]?[^，。；：\n]{2,60}?的(?:[\u4e00-\u9fff]{1,10})?$")
# 1月1日前，利害关系人申请保全措施的，…; 在1月1日未结案件中: when a rule holds, not what is to be done.
_SUPPOSES = re.compile(r"[，]?[^，。；：\n]{4,80}?的(?:情形|案件|行为|事项)?|[^，。；：\n]{2,20}(?:案件|情形|行为)中")
# 国务院公布, 市人大常委会第三次会议通过: how a document came about, told in the line under its title.
_ISSUED = re.compile(
    r"[^，。；\n]{0,40}?(?:公布|发布|批准|颁布|修订|修正|通过)(?=[，、。；）\n《的]|$)|[^，。；\n]{0,4}（此件"
    r"|[^，。；\n]{0,40}?(?:主持召开|会见)|电(?:题|（|$|\n)"
)
_COMPARED = re.compile(r"(?:(?<![对相])比|较|[与同]|[高低多少快慢]于)“?$")
_COMPARED_AFTER = re.compile(r"(?:相比|的?同期|期)")
_COUNTED = re.compile(
    r"[，]?(?:(?!不[低少]于)[^，。；\n\d])*\d[\d.,]*(?![^，。；]{0,6}(?:以上|左右|以内))"
)  # so many there are
_PLANS = re.compile("规划|计划|方案|要点|意见")
_OPENING = 100  # characters in which a text without a title says what it is
_LIST_REACH = 80  # characters behind a date in which its clause, and the next, say what is to be done


def compares(text: str, mark: DateMark, start: int) -> bool:
    """Whether a date is only what something is held against (比2015年底增加); 末期 is no last day."""
    if _COMPARED.search(text[max(start, mark.start - 4) : mark.start]):
        return True
    return _COMPARED_AFTER.match(text, mark.end) is not None


def says_whom(text: str, mark: DateMark, start: int, end: int) -> bool:
    """Whether the clause of a date only says whom or what a rule means, or how its document came about."""
    first, last = clause_start(text, mark.start, start), clause_end(text, mark.end, end)
    if last == mark.end and text[last : last + 1] == "，":
        last = clause_end(text, last + 1, end)
    if AHEAD.search(text, first, last):
        return False
    if mark.precision == "day" and _SUPPOSES.fullmatch(text, mark.end, last):
        return True
    if mark.precision == "day" and mark.bound is None and _ISSUED.match(text, mark.end, end):
        return True
    if mark.bound not in ("by", "since", "at"):
        return False
    if _MEANT_BY.match(text, mark.end, end) or _MEANT.match(text, max(0, first - 1), mark.start):
        return True
    named = _OF_NOUN.match(text, mark.end, last) if text.endswith(_BEFORE, mark.start, mark.end) else None
    return named is not None and DOES.search(text, mark.end, last) is None


def is_idle(text: str, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    """Whether, in a text of no known time, nothing is to be done by a printed year's end, or before a year: it tells."""
    if not mark.is_year_printed or not (mark.precision == "year" or ends(mark)) or mark.precision == "day":
        return False
    first, last = clause_start(text, mark.start, start), min(end, mark.end + _LIST_REACH)
    if AHEAD.search(text, first, last) or FORESEEN.search(text, first, last):
        return False
    if mark.bound == "by":
        bare = text[first : mark.start].strip("在于　 ") == "" and text.endswith(
            ("年以前", "年之前"), mark.start, mark.end
        )
        return bare and DOES.search(text, mark.end, last) is None
    document = reading.document
    known = reading.prescribes or (reading.is_dated and (reading.year is not None or document.signed_date is not None))
    if not known and reading.year is not None and mark.last_day is not None and mark.last_day.year <= reading.year:
        return _COUNTED.match(text, mark.end, last) is not None  # 到2014年末，绿地面积达到1600公顷, told in 2014
    if known or _PLANS.search(document.title) or _PLANS.search(text, 0, _OPENING):
        return False
    if mark.bound == "at":
        return True
    return DOES.search(text, mark.end, last) is None and _COUNTED.match(text, mark.end, last) is not None


def was_held(text: str, mark: DateMark, start: int, end: int, reading: Reading) -> bool:
    """Whether a day is one on which something was held or done, as far as its document is not known to be older."""
    if mark.precision != "day" or mark.bound in ("by", "since") or mark.last_day is None:
        return False
    first, last = clause_start(text, mark.start, start), clause_end(text, mark.end, end)
    if AHEAD.search(text, first, mark.start) or _SET_FOR.search(text, first, mark.start):
        return False
    if _HELD_THERE.match(text, mark.end, end):
        return True
    signed = reading.document.signed_date
    if (
        not mark.is_year_printed
        or AHEAD.search(text, mark.end, last)
        or (signed is not None and mark.last_day > signed)
    ):
        return False
    return _HELD.match(text, mark.end, last) is not None


def is_past(mark: DateMark, reading: Reading, leeway: int = 0) -> bool:
    """A day before the document's year, or before its signing unless it is set by 前 or as a month's or year's end.

    ``leeway``: by how many years an undated document may look ahead from before the year it is told in.
    """
    last, signed = mark.last_day, reading.document.signed_date
    if last is None:
        return True
    if signed is None:
        return reading.year is not None and last.year < reading.year - leeway
    if last.year < min(signed.year, reading.year or signed.year):
        return True
    set_ahead = mark.bound == "by" or (mark.precision != "day" and last.month >= signed.month)
    return last < signed and (not set_ahead or (signed - last).days > 120)


def tells(marked: MarkedText, mark: DateMark, start: int, end: int) -> bool:
    """Whether the sentence, or the section it stands in, tells what was rather than what is to be."""
    text = marked.text
    first = clause_start(text, mark.start, start)
    last = clause_end(text, mark.end, end)
    if last == mark.end and last < end:  # 到2021年底，收入达到了…
        last = clause_end(text, last + 1, end)
    if _TOLD.search(text, first, mark.start) and not AHEAD.search(text, mark.end, last):
        return True
    if _DONE.search(text, mark.end, last) and not AHEAD.search(text, first, last):
        return True
    if AHEAD.search(text, first, last) or WORKS_FORESEEN.search(text, first, last):
        return False
    headings = headings_above(marked, mark.start)
    if any(_REVIEW.search(heading) for heading in headings):
        return True
    title = marked.document.title
    if _REVIEW.search(title) is None or _TURNS_AHEAD.search(title):
        return False
    return not any(_TURNS_AHEAD.search(heading) for heading in headings)


def headings_above(marked: MarkedText, at: int) -> list[str]:
    """The headings over a place, innermost first, but not the one that it stands in itself."""
    section = marked.section_at(at)
    clean = marked.clean(at, at)[0]
    return [above.heading for above in marked.ancestors(section) if above.heading_end <= clean]
