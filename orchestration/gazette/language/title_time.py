"""What headings and titles say of time: whether they look back (工作回顾) or ahead (目标任务), and upon which years."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from orchestration.gazette.language.periods import BARE_YEAR, YEAR, YEAR_SPAN, Period, part_of, plan_span, years
from orchestration.gazette.records import Document

Side = Literal["target", "outcome"]

# --- headings ---------------------------------------------------------------------------------------------------------

HEADING_BACK = re.compile(
    r"回顾|主要成绩|工作成绩|工作情况|(?:生产|种植|发展|收支)情况|执行情况|完成情况|工作总结|主要成就|发展成就|取得的成就|总体态势|工作成效|主要成效|发展成效|建设成就|工作开展情况|"
    r"^去年(?:工作|成绩|成就|发展|我[省市县区])|运行情况|进展情况|成绩单|过去五年|过去一年|(?<!新)的[一五]年$|主要工作(?:和|及|与)成效|发展现状|基本情况|现状"
)
_FORTH = (
    "工作计划|计划安排|预算安排(?:情况)?|年度计划|年计划|预期目标|主要目标|奋斗目标|发展目标|工作目标|总体目标|目标任务|主要任务|重点任务|重点工作|工作任务|工作安排|工作打算|总体要求|工作部署|"
    "工作重点|主要措施|政策措施|今后五年|未来五年|总体思路|工作思路|主要举措|工作措施|实施内容|建设任务|创建目标|指标体系|规划目标|任务分工|"
    "任务分解|目标分解|责任分解|分工方案|任务清单|任务目标|排定的[^，。]{0,10}项目|下一步(?:的?工作)?(?:安排|打算|计划|举措)|目标"
)
# 政府工作报告主要目标任务分解: who is to do what of the report.
_DIVIDES = re.compile("(?:任务|目标|责任)(?:分解|分工)|分工方案|分解方案")
# One of these is in each of them: cheap to look for, and most headings have none.
_FORTH_WORDS = re.compile("计划|预算|目标|任务|工作|要求|措施|五年|思路|举措|内容|体系|项目|安排|打算|实事")
# At the end of the heading: 圆满完成目标任务的一年 looks back.
_PROMISED = r"(?:民生|为民|惠民|利民)?实事(?:项目|工程|清单)?"  # what a government promises for the year
# 2004年国民经济和社会发展计划（草案）, 2004年预算安排建议
_PAPER_OF_YEAR = r"(?:19|20)\d\d年度?[^，。；]{0,16}(?:计划|预算)(?:（?草案）?)?的?(?:安排|建议|意见|编制|目标|草案|情况(?<=安排情况))*"
HEADING_FORTH = re.compile(
    rf"(?:{_FORTH}|{_PROMISED}|{_PAPER_OF_YEAR})(?:（[^（）]*）)?$|(?:{_FORTH})(?:和|及|与|、)[^，。]{{2,14}}$"
)


def looks_forth(words: str) -> re.Match[str] | None:
    """The words of a heading that look ahead; None where it has none."""
    return HEADING_FORTH.search(words) if _FORTH_WORDS.search(words) is not None else None


# --- titles -----------------------------------------------------------------------------------------------------------

_SET = re.compile("(?:今年|本年度?)[^，。]{0,4}排定的")  # 今年排定的重大工程项目
_REPORTING = re.compile(r"新闻|报告|记者|答记者问")
_HEADLINE = re.compile("相继|纷纷|出炉|揭晓|晒出|亮出|高于|低于|快于")  # news of aims tells of results too
# What a headline says was done with aims and tasks; a plan's title does not.
HEADLINE_DONE = re.compile(
    r"(?:顺利|圆满|如期|全面|超额|全部|提前|已|胜利)(?:实现|完成|建成|达成|落实|办结|兑现)|完成[\d超近过]|(?<!努力)(?<!力争)(?<!确保)(?:实现|完成)了?(?:全年|年度|既定|预期|预定)[^，。]{0,6}(?:目标|任务)|(?<!确保)(?<!力争)(?<!努力)(?<!全力)(?<!保)(?:完成|实现)“?(?:时间|任务)?(?:双)?过半|(?:完成|办结|落实)的|同比|增长\d|完成率"
)
_LOOKING_AHEAD = frozenset(("通知", "意见", "方案", "规划", "计划", "要点", "实施意见", "行动计划"))
_BACK_TITLE = re.compile(
    r"统计公报|(?:运行|执行|完成|进展|落实|实施|办理|推进|开展|发展|工作)情况(?:的?(?:报告|通报|公示|公告|表))?(?:[（(\[]|$)|回顾|综述|工作总结"
)
# News that a plan was issued tells what the plan aims at.
_TOLD_PLAN = re.compile(
    r"(?:印发|出台|发布|下发|公布|制定)[^。；\n]{0,12}"
    r"(?:(?P<year_plan>20\d\d年度?(?:重点)?(?:工作要点|工作计划|重点工作|民生实事|行动计划))|《(?P<plan>[^《》\n]{0,40}(?:方案|计划|要点|规划|实事|清单)[^《》\n]{0,12})》)"
)
_SINCE_THEN = re.compile("[^。；\\n]{0,30}以来")  # 自2015年发布《行动计划》以来: news of what was done under it
_TOLD_WITHIN = 300  # characters from the beginning
_THIS_YEAR_TITLE = re.compile(r"今年|本年度")
_PLAN_WORDS = "(?:民生|惠民|重点)(?:事项|项目)|计划|方案|规划|要点|意见|措施|安排|实事|目标|行动|部署|任务"
_PLAN_TITLE = re.compile(_PLAN_WORDS)
# A headline is of a plan where it ends in its name (今年十件实事出炉), not where someone sets out tasks (开会部署明年工作).
_NEWS_OF_PLAN = re.compile(
    rf"(?:{_PLAN_WORDS})[》”’]?(?:项目|分解|责任|清单|一览|台账|表|书|政策|的?通知)*(?:出炉|公布|发布|敲定|确定|明确|分解|出台|解读|图解|征求意见)*(?:$|[ 　（(：:_|—-])|[件项个]实事|实事\d{{1,2}}[件项]"
)
# Works that a government promises for a year: 2023年重点民生事项出炉.
_PROMISES = re.compile("(?:民生|惠民|为民|利民|重点)(?:办)?(?:实事|事项|项目)|[件项个大]实事")
# A plan of several years whose title prints none of them: 三年行动计划, 发展规划.
LONG_PLAN = re.compile(
    r"[二三四五六七八九十两]年(?:行动|攻坚|提升|倍增|滚动|实施|建设|计划|规划|工程|专项|目标)|规划(?!局|委|和自然|建设局|设计)"
)


# 2022年…半年完成情况: the part of its year that a title reports on.
_PART = re.compile(
    r"[上下]半年|半年|[一二三四]季度|前三季度|1[-—~～–－至]\d{1,2}月|前(?:[一二三四五六七八九十]|\d{1,2})个?月"
)
_PARTS = {"半年": "上半年"}


@dataclass(frozen=True, slots=True)
class Turn:
    """From ``start`` on (matching form) the text looks back or ahead, upon a period; None where it has not said."""

    start: int
    side: Side | None
    period: Period


def of_document(document: Document, base: int | None, text: str) -> Turn:
    """The turn that a document's title makes; of news, the one that the title of the plan it tells of makes."""
    title = _of_title(document, base)
    told = _TOLD_PLAN.search(text, 0, _TOLD_WITHIN) if title.side is None else None
    if told is not None and _SINCE_THEN.match(text, told.end()) is None:
        return Turn(-1, "target", _title_period(told["plan"] or told["year_plan"]))
    return title


def _of_title(document: Document, base: int | None) -> Turn:
    """Plans, notices and schemes look ahead from the beginning; reports and news wait for their words."""
    title = f"{document.title or ''}{document.attached_title or ''}"
    ahead = HEADING_FORTH.search(title)
    if ahead is not None and (back := HEADING_BACK.search(title)) is not None and back.end() < ahead.start():
        return Turn(-1, None, Period())  # …运行情况和下一步安排
    if _BACK_TITLE.search(title) and ahead is None:
        return Turn(-1, "outcome", _title_period(title))
    if ahead is not None and document.kind is None and _SET.search(title):
        return Turn(-1, "target", years(base, base) if base is not None else Period())
    if _DIVIDES.search(title) is not None:
        return Turn(-1, "target", _title_period(title))
    promised = _PROMISES.search(title) is not None and HEADLINE_DONE.search(title) is None
    headline = document.kind is None and (
        (_HEADLINE.search(title) and not promised) or HEADLINE_DONE.search(title) is not None
    )
    told = headline or _REPORTING.search(title)
    named = _PLAN_TITLE if document.kind is not None else _NEWS_OF_PLAN
    if title and not told and (document.kind in _LOOKING_AHEAD or named.search(title)):
        period = _title_period(title)
        of_year = _THIS_YEAR_TITLE.search(title) or (promised and "实事" in title and not LONG_PLAN.search(title))
        if period.start is None and base is not None and of_year:
            period = years(base, base)
        return Turn(-1, "target", period)
    return Turn(-1, None, Period())


def _title_period(title: str) -> Period:
    """The span or year that a plan's title names."""
    match = YEAR_SPAN.search(title)
    if match is not None:
        return years(int(match[1]), int(match[2]))
    span = plan_span(title)
    if span is not None and "规划" in title:
        return years(*span)
    named = YEAR.search(title) or BARE_YEAR.match(title)
    if named is None:
        return Period()
    part = _PART.search(title, named.end())
    return part_of(int(named[1]), _PARTS.get(part[0], part[0])) if part else years(int(named[1]), int(named[1]))
