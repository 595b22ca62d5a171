"""The year of a document: what 今年 means in it, as far as its title, its headings, its date or its own words say."""

from __future__ import annotations

import re

from orchestration.gazette.language.addresses import given, year_of_address
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.own_year import EDGES, years_dated
from orchestration.gazette.language.periods import YEAR_SPAN, plan_span
from orchestration.gazette.language.told_year import NAMED_YEAR, SETS_AIMS, is_late, year_told

_TITLE_PLAN_YEAR = re.compile(
    r"((?:19|20)\d\d)年?(?:度|国民经济|经济|计划|政府工作|重点|工作|目标|全市|全省|全县|为民|民生|民心|市|省|县"
    r"|[^，。；、《》\d]{2,12}(?:政府工作报告|民生实事|为民办?实事|民生项目|重点项目|重点工作|工作要点))"
)
_ALL_DONE = re.compile("(?:全面|圆满|顺利|胜利|超额|如期|高质量)(?:完成|实现)")
_SPEECH = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日[^。\n]{0,12}在[^。\n]{0,40}(?:会议|大会)上")
_REVIEWED = re.compile(
    r"((?:19|20)\d\d)(?:年|(?=[县市区省州]))(?:(?!(?:19|20)\d\d年)[^，。；\n]){0,20}(?:回顾|执行情况|完成情况|进展情况|落实情况|工作总结|工作情况|工作侧记|工作纪实|工作综述|发展纪实|发展综述|主要成绩|主要成就|财政决算|发展情况)"
)
_NAMES_PLAN = re.compile("规划|纲要|计划|方案|建议|目标")  # not news of what was done in its years
_PART_OF_YEAR = re.compile(r"季度|半年|月")
_UP_TO_DAY = re.compile(r"[（(]?截[至止]\d{1,2}月")
_AHEAD = re.compile(
    r"((?:19(?<![\d到至]19)|20(?<![\d到至]20))\d\d)年[^，。；\n]{0,14}(?:预期目标|主要目标|目标任务|重点工作|重点任务|工作安排|工作打算|总体要求|工作部署|工作建议|工作重点|工作思路)|展望(20\d\d)(?:年|(?!\d))"
)


def base_year(marked: MarkedText) -> int | None:
    """The year that 今年 means in a document: of its title, its speech, its headings, its date, in that order."""
    document = marked.document
    title = document.attached_title or document.title or ""
    text = marked.text
    spoken = _SPEECH.search(text, 0, 1500)
    if spoken is not None and "报告" in title:  # a report may bear the year it looks back on
        return given(int(spoken[1]), int(spoken[2]), text)
    for words in (title, document.title or ""):
        if _REVIEWED.search(words) is None:
            match = _TITLE_PLAN_YEAR.search(words)
            if match is not None and YEAR_SPAN.search(words) is None:
                year = int(match[1])
                follows = year + 1 in years_dated(text[EDGES[0]]) or f"{year + 1}年" in text[: 2 * EDGES[0].stop]
                return year + (
                    follows and _ALL_DONE.search(words) is not None
                )  # 2021年任务全面完成, put up in January 2022
    if spoken is not None:
        return int(spoken[1])
    span = YEAR_SPAN.search(title)
    is_plan = document.kind is not None or _NAMES_PLAN.search(title) is not None
    planned = (int(span[1]), int(span[2])) if span is not None else plan_span(title) if is_plan else None
    if planned is not None:  # a plan of several years is set at their beginning, unless it is dated
        told = max(years_dated(text[: EDGES[0].stop]), default=None) if document.kind is None else None
        set_in = document.signed_date.year if document.signed_date is not None else document.doc_year or told
        return set_in if set_in is not None else planned[0]
    headed = _year_of_headings(text)
    if headed is not None:
        return headed
    addressed = year_of_address(text)
    if addressed is not None:
        return addressed
    if document.signed_date is not None:
        return document.signed_date.year
    if document.doc_year is not None:
        return document.doc_year
    named = NAMED_YEAR.search(title) if document.kind is not None else None
    return int(named[1]) if named is not None else year_told(title, text, document.kind in SETS_AIMS)


def _year_of_headings(text: str) -> int | None:
    """The year whose aims are set, or the one after that which is reviewed, if that is later."""
    ahead, reviewed = _AHEAD.search(text), _REVIEWED.search(text)
    named = int(ahead[1] or ahead[2]) if ahead is not None else None
    if reviewed is None:
        return named
    year = int(reviewed[1])
    # 一季度完成情况 is told in the same year, and a year's summary when it ends (工作总结…今年以来).
    running = "总结" in reviewed[0] and "今年" in text and f"{year + 1}年" not in text
    running = running or is_late(text, year)
    told = year + (not _is_of_part(reviewed, text) and not running)
    return told if named is None else max(told, named)


def tells_of_running(text: str, base: int | None) -> bool:
    """Whether a text reports on a part of its own year (2021年重点工作上半年完成情况), so that 完成情况 is this year's."""
    reviewed = _REVIEWED.search(text)
    return reviewed is not None and int(reviewed[1]) == base and _is_of_part(reviewed, text)


def _is_of_part(reviewed: re.Match[str], text: str) -> bool:
    """Whether what is reviewed is a part of its year: 2025年一季度进展情况, 2025年进展情况（截至5月15日）."""
    return _PART_OF_YEAR.search(reviewed[0]) is not None or _UP_TO_DAY.match(text, reviewed.end()) is not None
