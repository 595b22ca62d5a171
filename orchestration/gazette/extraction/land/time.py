"""Of which year a figure of land supply is, and whether it was planned or done."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land.context import YEAR, YEARS, Context, Kind, kind_in, year_of
from orchestration.gazette.extraction.land.lead import COMPARED, Frame, Lead

_ASIDE = re.compile(r"（[^（）]*）")  # …试点城市（2019年-2021年）的标准
_PERIOD = re.compile(r"[一二三四]季度|[上下]半年|截至|截止|目前|[0-9]{1,2}月")
_TWO_YEARS = re.compile(r"((?:19|20)\d\d)年?度?[和与、及]((?:19|20)\d\d)年")
# 三年共供应土地3600公顷, 五年供地6000公顷
_SEVERAL_YEARS = re.compile(
    r"(?<![〇○零O一二三四五六七八九十第])[两二三四五六七八九十]年(?:来|间|内)?，?(?:共|累计|合计|总共|总计|供地|供应|计划供)"
)
_PLANNED_THEN = re.compile(
    r"(?:[去上]年|(?:19|20)\d\d年)度?(?:的|供地|供应|用地){0,2}计划(?!完成)"
)  # 比去年计划的49公顷
_HELD = re.compile(r"[比较与同于过及自从][^，。；]{0,8}$")
_COMPARED_WITH = re.compile(r"年?度?[^，。；]{0,6}(?:相比|比较)")  # 和2017年相比
# 2019年，市区供应土地1265公顷: told of a year that is over, of no plan.
_SUPPLIED_THEN = re.compile(r"(?:供应|供地|出让|推出)(?!计划|总?量|规模|总?面积)")
_MEANT = re.compile(r"计划|拟|将")
_MONTHS = re.compile(r"[0-9]{1,2}(?:月份?)?(?:[至到-][0-9]{1,2})?月")
# 2008年，46亩；2009年，46亩, where the text speaks of the period that it plans: the years of that period one by one.
_YEAR_ALONE = re.compile(r"[；，、：]?(?:19|20)\d\d年?[，：为约]*")
_PLAN_PERIOD = re.compile(r"(?:规划|计划)(?:期|期限|期间)内")
_GREW = re.compile(r"，?(?:同比|比上年|较上年)")
_BEFORE = 8
_PLAN_OPENS = re.compile(r"(?:计划|任务|目标)（(?:为|约)?$")  # 完成年度计划（5100亩）的48%
_PLAN_ENDS = re.compile(r"计划》?$")
_SUMMED_UP = re.compile(r"共(?:供应|供地)")
_OF_EACH = re.compile(r"均|各|都|分别")


def years_of(context: Context, lead: Lead, frame: Frame) -> list[int | None]:
    """The year of a figure; several where told of each (2021年与2022年均为); kept unless only compared with."""
    current = context.current_year
    words = _ASIDE.sub("", lead.words)
    spans = list(YEARS.finditer(words))
    if len(lead.group) > 1 and spans and spans[-1][1] and spans[-1][2]:
        first, last = int(spans[-1][1]), int(spans[-1][2])
        if last - first + 1 == len(lead.group):
            return list(range(first, last + 1))  # 2019年至2021年分别为 …
    if spans and not YEAR.search(words, spans[-1].end()):
        frame.year = None
        return [None]
    if _SEVERAL_YEARS.search(lead.own):
        return [None]
    if (period := _PLAN_PERIOD.search(words)) and not YEAR.search(words, period.end()):
        frame.year = None  # 规划期内，…: of no year that was told before
        return [None]
    both = _TWO_YEARS.search(words)
    if both and _OF_EACH.search(words):
        return [int(both[1]), int(both[2])]
    marks = list(YEAR.finditer(words, spans[-1].end() if spans else 0))
    if lead.compared:
        if not marks:
            return [frame.year]
        mark = marks[-1]
        if mark["word"] and mark["word"].startswith(("去", "上")) and frame.figures and frame.figures[-1].year:
            return [frame.figures[-1].year - 1]
        return [year_of(mark, current)]
    told = [mark for mark in marks if mark.start() == 0 or not COMPARED.search(words[: mark.end()])]
    if told and _is_last(told[-1]) and told[-1][0] not in lead.own and _MEANT.search(lead.own):
        told = []  # 参照上年度实际供应量，…计划供应国有建设用地 …: what the plan was held against
    if told:
        _turn(frame, year_of(told[-1], current), current)
        frame.is_last_year = bool(told[-1]["word"]) and (_is_last(told[-1]) or frame.year != current)
    elif frame.is_last_year and _PERIOD.search(lead.words):
        # 去年全年 …。一季度 …: a part of a year that is not named is one of this year.
        frame.year, frame.is_last_year = current, False
    return [frame.year]


def _turn(frame: Frame, year: int | None, current: int | None) -> None:
    """The year that is told of from here on; what was done in another says nothing of the current one."""
    if year == current != frame.year:
        frame.kind = None
    frame.year = year


def _is_plan_listed(text: str, lead: Lead) -> bool:
    """Whether 共供应 stands behind the colon of a plan: 发布年度供应计划：全市共供应 …."""
    start, end = lead.clauses[-1]
    if text[start - 1 : start] != "：" or not _SUMMED_UP.search(text, start, end):
        return False
    return _PLAN_ENDS.search(text, max(0, start - _BEFORE), start - 1) is not None


def _is_last(mark: re.Match[str]) -> bool:
    return (mark["word"] or "").startswith(("去", "上", "过去"))


def passed_year(context: Context, words: str, frame: Frame) -> None:
    """去年全年，批准住宅用地…；供应住宅用地…: the year of a figure that is no supply holds for the next one."""
    marks = [
        mark
        for mark in YEAR.finditer(words)
        if not _HELD.search(words[: mark.start()]) and not _COMPARED_WITH.match(words, mark.end())
    ]
    if not marks and _PLAN_PERIOD.search(words):
        frame.year = None
    elif marks and not YEARS.search(words):
        _turn(frame, year_of(marks[-1], context.current_year), context.current_year)
        frame.is_last_year = _is_last(marks[-1])


def _is_past_supply(context: Context, lead: Lead, own: str) -> bool:
    years = [int(mark["year"]) for mark in YEAR.finditer(lead.words) if mark["year"]]
    if context.is_titled or not years or context.current_year is None or years[-1] >= context.current_year:
        return False
    return _SUPPLIED_THEN.search(own) is not None


def _is_planned_month(text: str, lead: Lead, frame: Frame) -> bool:
    """Whether only its months make a figure one that is done, where the one before is planned for other months:
    计划6至7月出让20公顷，9至10月出让30公顷."""
    if not frame.figures or frame.figures[-1].kind != "planned" or not _MONTHS.search(lead.own):
        return False
    last = frame.figures[-1]
    before = text[max(text.rfind(mark, 0, last.area.start) for mark in "，；。\n") + 1 : last.area.start]
    return _MONTHS.search(before) is not None and kind_in(_MONTHS.sub("", lead.own), "") is None


def _is_planned_period(text: str, at: int) -> bool:
    return _PLAN_PERIOD.search(text, text.rfind("\n", 0, at) + 1, at) is not None


def kind_of(context: Context, text: str, lead: Lead, tail: str, frame: Frame) -> Kind:
    """Planned or actual, as the figure's own clause says it, then the clauses before, then what was told before them."""
    start, end = lead.clauses[-1]
    kind = kind_in(text[start:end], tail)
    if _PLAN_OPENS.search(text, max(0, lead.first.start - _BEFORE), lead.first.start) or (
        kind == "actual" and _is_plan_listed(text, lead)
    ):
        return "planned"
    if kind == "actual" and _is_planned_month(text, lead, frame):
        kind = frame.kind = "planned"
    if lead.compared:
        if _PLANNED_THEN.search(text, start, end):
            return "planned"
        if kind == "actual":
            return kind
        return frame.figures[-1].kind if frame.figures else frame.kind or context.default_kind
    is_news_of_last_year = frame.is_last_year and not context.is_titled  # tells of what was done
    if kind is None and is_news_of_last_year and _GREW.match(tail):
        return "actual"
    if kind is None and _YEAR_ALONE.fullmatch(lead.words) and _is_planned_period(text, lead.first.start):
        kind = "planned"
    for first, last in reversed(lead.clauses[:-1]):
        kind = kind or kind_in(text[first:last], "")
    if kind is None and _is_past_supply(context, lead, text[start:end]):
        kind = "actual"
    if kind is None:
        if is_news_of_last_year and (frame.kind is None or any(map(_is_last, YEAR.finditer(lead.words)))):
            frame.kind = "actual"
        return frame.kind or context.default_kind
    frame.kind = kind
    return kind
