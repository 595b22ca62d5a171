"""The year that a text gives as its own: what it says (今年（2024年）, 把2008年作为…), and what it prints (a number, a meeting, a day)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.addresses import DAY
from orchestration.gazette.language.dates import year_number
from orchestration.gazette.language.periods import plan_span

THIS_YEAR = re.compile("今年|新的一年|本年度?(?!来)|去年|明年")
_LOOKED_BACK_ON = re.compile(
    r"(?:(?:回顾|总结|报告)了?(?=\d{4}年(?:的|度|政府|全[省市县区])*工作)|(?:回顾|回首|回望)(?=\d{4}年?(?:\n|，|：|$)))((?:19|20)\d\d)"
)
# 今年是“十五五”开局之年: which year that is, the plan says.
_OPENING_YEAR = re.compile(
    r"(?:^|[，。；\n—])(?:今年(?:是|，|作为)[^。；，\n]{0,12})?“?(?P<plan>“十[一二三四五六七]五”)(?:规划|时期)?的?"
    r"(?:(?P<first>开局之年|开局起步之年|第一年|开局年)|收官之年|最后一年|收官年)(?=[，。；、\n])"
)
# 我县第十一个五年规划，是…的规划: a plan that opens by saying which it is.
_OWN_PLAN = re.compile(
    r"(?:\A|[\n。])[^，。\n]{0,20}(?P<plan>第十[一二三四五六七]?个五年规划|“十[一二三四五六七]五”规划)(?:纲要)?，?是"
)
_OWN_PLAN_WITHIN = 200
_OF_PAGE = re.compile(r"(?:归档|更新|修改|下载|打印|访问|浏览)(?:时间|日期)?[：: ]*$")  # when the page was last touched
# 代表大会于2003年4月10日至15日召开: told later, of then.
_HELD_ON = re.compile(r"(?:大会|会议)于((?:19|20)\d\d)年\d{1,2}月\d{1,2}日[^。；\n]{0,16}(?:召开|举行|开幕)")
_JUST_OVER = re.compile(r"(?:刚刚?过去|即将过去|送走|告别)了?的?((?:19|20)\d\d)年")  # 刚刚过去的1996年, told in 1997
# 记者从2018年全省交通运输工作会议上了解到
_AT_MEETING = re.compile(r"(?:[从在]|召开)((?:19|20)\d\d)年[^，。；\n]{2,24}(?:工作会|会议|大会|推进会)")
_MEETING_WITHIN = 200
_MEETING_SETS = re.compile(r"[本这此]次(?:会议|全会|大会)[^。；\n\d]{0,8}(?:确定|提出|明确|部署)了?((?:19|20)\d\d)年")
_GLOSSED = re.compile(r"(?:今年|本年度?)（((?:19|20)\d\d)年?）")  # 今年（2024年）
_NAMED_AS = re.compile(r"[把将]((?:19|20)\d\d)年(?:作为|定为|确定为|列为|定位为)")  # 把2008年作为“项目建设年”
EDGES = (slice(0, 300), slice(-200, None))  # where a text prints the day it was written on
_DAY_WRITTEN = re.compile(
    r"([一二][〇○零一二三四五六七八九]{3})年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日"
)
_IN_ADDRESS = re.compile(
    r"(?:cn|com|net|org)[^\s]{0,40}/(20\d\d)[-/]?(?:0[1-9]|1[0-2])(?:[-/]?\d{2})?[/_]"
)  # …/2022/0110/123.html
_STAMP = re.compile(r"(?m)^(20\d\d)\n(?:\d\d?[/-]\d\d?\n)?\d\d:\d\d$")  # when a page was put up, its parts a line each
_OWN_NUMBER = re.compile(r"(?m)^[^，。（(《\n]{0,20}[一-龥]〔((?:19|20)\d\d)〕\d{1,4}号")
_NUMBER_WITHIN = 120
# 记者从2025年云江市政府工作报告获悉，去年
_REPORT_OF = re.compile(r"(?:从|翻[开阅看]|根据|据)《?((?:19|20)\d\d)年[^，。；《\n\d]{0,10}政府工作报告")
_LABELLED_YEAR = re.compile(r"(?:^|(?<=[\n。]))[ 　]*((?:19|20)\d\d)年[：:]")  # 2003年：…⏎2004年：…


def year_said(text: str) -> int | None:
    """The year that the text itself says it is told in: 今年（2024年）, 刚刚过去的1996年, 今年是“十五五”开局之年."""
    glossed = _GLOSSED.search(text) or _NAMED_AS.search(text)
    if glossed is not None:
        return int(glossed[1])
    report = _REPORT_OF.search(text)
    if report is not None and THIS_YEAR.search(text) is not None:
        return int(report[1])
    labels = {int(year) for year in _LABELLED_YEAR.findall(text)}
    if len(labels) == 2 and max(labels) == min(labels) + 1 and "今年" in text:
        return max(labels)
    over = _JUST_OVER.search(text) or _LOOKED_BACK_ON.search(text)
    if over is not None:
        return int(over[1]) + 1
    opening = _OPENING_YEAR.search(text)
    if opening is not None and (span := plan_span(opening["plan"])) is not None:
        return span[0] if opening["first"] else span[1]
    return None


def year_printed(title: str, text: str, titled: int | None) -> int | None:
    """The year of the assembly, the plan, the document number or the day that a text prints; ``titled``: its title's."""
    held = _HELD_ON.search(text) or _AT_MEETING.search(text, 0, _MEETING_WITHIN)
    if held is not None:
        return int(held[1])
    own = _OWN_PLAN.search(text, 0, _OWN_PLAN_WITHIN)
    if own is not None and (span := plan_span(own["plan"])) is not None and not title:
        return span[0]
    numbered = _OWN_NUMBER.search(text, 0, _NUMBER_WITHIN)
    if numbered is not None:
        return int(numbered[1])
    dated = [year for part in EDGES for year in years_dated(text[part])]
    if not dated:
        return None
    met = _MEETING_SETS.search(text)
    if met is not None and int(met[1]) < max(dated):
        return int(met[1])  # put up a year later
    day = max(dated)  # 2023年民生事项出炉, put up in December 2022: of the year to come
    return day + 1 if titled == day + 1 else day


def years_dated(part: str) -> Iterator[int]:
    """The years of the full dates of a piece of text, in digits or written out."""
    for match in DAY.finditer(part):
        if _OF_PAGE.search(part, max(0, match.start() - 8), match.start()) is None:
            yield int(match[1])
    for match in _IN_ADDRESS.finditer(part):
        yield int(match[1])
    for match in _STAMP.finditer(part):
        yield int(match[1])
    for match in _DAY_WRITTEN.finditer(part):
        year = year_number(match[1])
        if year is not None:
            yield year
