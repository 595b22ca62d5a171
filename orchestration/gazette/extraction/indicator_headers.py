"""Headers of tables of indicators: which column names the indicator, which gives its unit, and what the others give.

A column of values is a year, a side (实际, 目标) or a growth; one whose side is not printed gives nothing.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.table_cells import YEARS, unit_set_off
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.periods import Period, TimeMark, time_marks, years
from orchestration.gazette.language.timeline import Tense, Timeline
from orchestration.gazette.language.title_time import Side
from orchestration.gazette.records import Table

_NAME = re.compile(
    r"(?:主要)?(?:工业|农)?产品(?:名称)?|品种|指标(?:名称)?|(?:指标|目标)(?:名称|内容)|项目(?:名称)?|名称"
)
_NO_NAME = re.compile(r"属性|性质|类型|单位|数值|指标值|目标值|完成|情况|来源|部门")
_UNIT = re.compile(r"(?:计量|计算|数量)?单位")
_KIND = re.compile(r"属性|性质|类型|指标类别")
_ASIDE = re.compile(
    r"序号|编号|类别|类型|分类|领域|一级指标|备注|说明|来源|责任|部门|牵头|口径|位次|排名|权重|^占|占.*(?:计划|任务)|进度|完成率|为.*计划"
)
_TARGET = re.compile(r"目标|计划|预期|规划|任务")
_OUTCOME = re.compile(r"实际|完成|实绩|现状|基期|基数|基准|绝对数|累计数|年末数|当年值")
_AVERAGE = re.compile(r"年均|平均增|年平均")
_GROWTH = re.compile(r"增长|增速|增幅|同比|[±+]%|比上年|较上年")
_CAPTION_UNIT = re.compile(r"单位：\s*([^，。；：\s|）)]{1,8})")
_CAPTION_REACH = 40
_GENERIC = re.compile(
    r"^(?:绝对数?|数量|总量|指标值|目标值|数值|值|年末数|全年|本年|累计|当年值|数据|实绩|实际数?|完成数?|预计数?)*$"
)
_LONGEST_NOUN = 6
_PLAN_LENGTH = 5  # years
_LAND = re.compile(r"用地|公顷|宗地|地块|容积率")


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of values gives."""

    index: int
    side: Side
    period: Period
    unit: str | None  # of the header; None where rows or cells print it
    noun: str  # what the header adds to the indicator: 产量, 比重
    growth: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: where the indicator stands, and what the others give."""

    width: int
    name: int
    unit: int | None
    kind: int | None
    caption_unit: str | None
    values: tuple[Column, ...]


def header_of(marked: MarkedText, timeline: Timeline, table: Table, rows: list[list[str]]) -> Header | None:
    """The header that the first ``rows`` of a table make; None where it names no indicators or its columns give nothing."""
    width = max(len(row) for row in rows)
    rows = [row for row in rows if len(row) == width]
    heads = ["".join(dict.fromkeys(row[column] for row in rows)) for column in range(width)]
    if width < 2 or any(_LAND.search(head) for head in heads):
        return None
    name = _name_column(heads)
    if name is None:
        return None
    unit = next((i for i, head in enumerate(heads) if i != name and _UNIT.fullmatch(head)), None)
    kind = next((i for i, head in enumerate(heads) if i != name and _KIND.search(head)), None)
    start = marked.matching(table.start)
    tense = timeline.at((start, start + 1), start)
    named = sorted(
        {mark.first for head in heads if (mark := _time(head, timeline)) is not None and mark.first is not None}
    )
    values = []
    for index, head in enumerate(heads):
        if index in (name, unit, kind) or index < name or _ASIDE.search(head):
            continue
        column = _column(index, head, timeline, tense, named)
        if column is not None:
            values.append(column)
    if not values:
        return None
    caption = _CAPTION_UNIT.search(marked.text, max(0, start - _CAPTION_REACH), start)
    return Header(width, name, unit, kind, caption[1] if caption else None, tuple(values))


def _name_column(heads: list[str]) -> int | None:
    """The column of indicators: by its name, else an unnamed first column."""
    for index, head in enumerate(heads[:3]):
        if _NAME.search(head) and not _NO_NAME.search(head) and not YEARS.match(head):
            return index
    return 0 if not heads[0] else None


def _column(index: int, head: str, timeline: Timeline, tense: Tense, named: list[int]) -> Column | None:
    plain, unit = unit_set_off(head)
    average = _AVERAGE.search(plain) is not None
    growth = average or _GROWTH.search(plain) is not None
    mark = _time(plain, timeline)
    if average and (mark is None or mark.first == mark.last):
        period = _span(named)
    else:
        period = mark.period if mark is not None else tense.period
    last = period.end.year if average and period.end is not None else mark.last if mark is not None else None
    side = _side(plain, last, timeline.base, tense, named)
    if side is None:
        return None
    noun = "" if growth else _TARGET.sub("", _OUTCOME.sub("", YEARS.sub("", plain)))
    if mark is None and unit is None and not growth and not (_TARGET.search(plain) or _OUTCOME.search(plain)):
        return None
    if mark is not None or len(noun) > _LONGEST_NOUN or _GENERIC.match(noun):
        noun = ""
    if growth and unit is None:
        unit = "%"
    return Column(index, side, period, unit, noun, growth)


def _time(head: str, timeline: Timeline) -> TimeMark | None:
    """The year or span that a header names; a bare 2025 is a year."""
    marks = time_marks(re.sub(r"(?<!\d)((?:19|20)\d\d)(?![\d年])", r"\1年", head), timeline.base)
    return marks[-1] if marks else None


def _span(named: list[int]) -> Period:
    """The years that 年均 averages over: from after the first year of the header to the last."""
    return years(named[0] + 1, named[-1]) if len(named) > 1 else Period()


def _side(head: str, last: int | None, base: int | None, tense: Tense, named: list[int]) -> Side | None:
    """What a column gives, by its words, else by its last year beside the document's, else as the text around it.

    Where the document's year is not known, the first year of a header that goes five years on is the one that a plan sets
    out from (2020年 | 2025年).
    """
    if _TARGET.search(head) and not re.search("完成", head):
        return "target"
    if _OUTCOME.search(head):
        return "outcome"
    if base is None:
        return "outcome" if last is not None and last in named[:1] and last + _PLAN_LENGTH in named else tense.side
    if last is None or last == base:
        return tense.side
    return "outcome" if last < base else "target"
