"""Tables of indicators: 指标 | 单位 | 2020年 | 2025年 | 年均增长 | 属性.

The header says which column names the indicator, which gives its unit, and what each other column is: a year, a side
(实际, 目标), a growth. A cell is read as the text would state it, number, unit and bound together; a cell that is no plain
figure, or whose unit or side is not printed, states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.statements.measures import measure_of
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC
from orchestration.gazette.language.periods import Period, TimeMark, time_marks, years
from orchestration.gazette.language.quantities import Quantity, quantities
from orchestration.gazette.language.timeline import Tense, Timeline
from orchestration.gazette.language.title_time import Side
from orchestration.gazette.records import Measure, Statement, Table

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
_BRACKETED = re.compile(r"[（(\[]([^（）()\[\]]{1,12})[）)\]]$")
_GENERIC = re.compile(
    r"^(?:绝对数?|数量|总量|指标值|目标值|数值|值|年末数|全年|本年|累计|当年值|数据|实绩|实际数?|完成数?|预计数?)*$"
)
_YEARS = re.compile(r"(?:19|20)\d\d(?:年度?|(?!\d))|“?十[一二三四五六]五”?(?:末|期末|时期|期间)?|年")
_CELL = re.compile(
    rf"(?P<before>达到|力争|不低于|不少于|不超过|不高于|低于|高于|超过|控制在|保持在|稳定在|约|[≥≤><])*"
    rf"(?P<number>-?{ARABIC}(?:[-—－–~～至]{{1,2}}-?{ARABIC})?)"
    rf"(?P<unit>/100?万|[^\d以左上下内，。；|]{{0,8}})(?P<after>及?以上|及?以内|及?以下|左右|之内)?$"
)
_DONE_HEAD = re.compile(r"(?:进展|完成|落实|实施|推进)(?:情况|成效)|成效")
_PROMISED_HEAD = re.compile(r"(?:项目|实事|工作|建设|任务|目标)(?:内容|任务|目标)|目标|任务|计划")
_SPREAD = re.compile(r"[ \u3000]+")
_NOTES = re.compile(
    r"^(?:其中|[一二三四五六七八九十]{1,3}、|#|\*|[①-⑳]|\d{1,2}[.、．]|（\d{1,2}）)[：:]?|[*①-⑳]+$|\[\d{1,2}\]"
)
_OF_AGE = re.compile(r"\d{1,2}(?:[-—~～至]\d{1,2})?(?:周?岁|个月)")  # 5岁以下儿童死亡率
_SUMS = frozenset(("合计", "总计", "小计", "指标", "项目", "名称"))
_LAND = re.compile(r"用地|公顷|宗地|地块|容积率")
_NUMBER_HEADS = ("序号", "编号", "序")
_MOST_ROWS = 400


@dataclass(frozen=True, slots=True)
class Column:
    """What one column of values gives."""

    index: int
    side: Side
    period: Period
    unit: str | None  # of the header; None where rows or cells print it
    noun: str  # what the header adds to the indicator: 产量, 比重
    growth: bool
    average: bool


@dataclass(frozen=True, slots=True)
class Header:
    """The columns of a table: where the indicator stands, and what the others give."""

    width: int
    name: int
    unit: int | None
    kind: int | None
    caption_unit: str | None
    values: tuple[Column, ...]


def tables(marked: MarkedText, timeline: Timeline) -> Iterator[tuple[Table, list[Statement]]]:
    """Each table whose header can be read, with its statements in order of rows."""
    region_id = lexicon.region(marked.document.region_name) if marked.document.region_name else None
    for table in marked.document.tables:
        rows = [[_words(marked, span) for span in row] for row in table.rows[:_MOST_ROWS]]
        first = _first_data_row(rows)
        above = rows[:first] if first else _line_above(marked, table, len(rows[0]) if rows else 0)
        header = _header(marked, timeline, table, above) if above else None
        if header is None:
            continue
        found: list[Statement] = []
        for cells, spans in zip(rows[first:], table.rows[first:], strict=False):
            aligned = _aligned(header, cells, list(spans))
            if aligned is not None:
                found += _row(header, *aligned, region_id)
        yield table, found


def sided_cells(marked: MarkedText) -> list[tuple[int, int, Side]]:
    """The cells of works in tables that set what was promised beside what was done, in order (matching form)."""
    cells: list[tuple[int, int, Side]] = []
    for table in marked.document.tables:
        heads = [_words(marked, span) for span in table.rows[0]] if table.rows else []
        done = [i for i, head in enumerate(heads) if _DONE_HEAD.search(head)]
        promised = [i for i, head in enumerate(heads) if i not in done and _PROMISED_HEAD.search(head)]
        if not done or not promised:
            continue
        for row in table.rows[1:]:
            if len(row) != len(heads) or (heads[0] in _NUMBER_HEADS and not _words(marked, row[0]).isdigit()):
                cells += _spanned(marked, row, promised[0], done[0])
                continue
            for index in sorted(promised + done):
                start, end = row[index]
                side: Side = "outcome" if index in done else "target"
                cells.append((marked.matching(start), marked.matching(end), side))
    return cells


def _spanned(
    marked: MarkedText, row: Sequence[tuple[int, int]], promised: int, done: int
) -> list[tuple[int, int, Side]]:
    """The cells of a row whose number spans it from above: a promise and what was done, side by side, each with a figure.

    Which column the cells of other such rows belong to is not certain.
    """
    filled = [span for span in row if _words(marked, span)]
    figures = [any(mark.isdigit() for mark in _words(marked, span)) for span in filled[:2]]
    if done != promised + 1 or figures != [True, True]:
        return []
    sides: tuple[Side, Side] = ("target", "outcome")
    return [
        (marked.matching(start), marked.matching(end), side)
        for (start, end), side in zip(filled[:2], sides, strict=True)
    ]


def _aligned(
    header: Header, cells: list[str], spans: list[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]] | None:
    """A row as wide as the header: a category that spans rows is printed once, empty cells at the end may be left out."""
    missing = header.width - len(cells)
    if missing == 0:
        return cells, spans
    if missing < 0:
        return None
    if header.unit is not None and header.unit < len(cells) and _is_unit(cells[header.unit]):
        return cells + [""] * missing, spans + [(0, 0)] * missing
    if missing <= header.name:
        return [""] * missing + cells, [(0, 0)] * missing + spans
    return None


def _line_above(marked: MarkedText, table: Table, width: int) -> list[list[str]]:
    """The header that stands above a table as a line of its own, typed with bars."""
    end = marked.text.rfind("\n", 0, marked.matching(table.start))
    start = marked.text.rfind("\n", 0, max(end, 0)) + 1
    line = marked.text[start:end] if end > 0 else ""
    cells = [_SPREAD.sub("", cell) for cell in line.rstrip("| ").split("|")]
    return [cells] if "|" in line and len(cells) == width else []


def _words(marked: MarkedText, span: tuple[int, int]) -> str:
    """A cell in the matching form; letters set apart for looks (指 标) close up."""
    words = marked.text[marked.matching(span[0]) : marked.matching(span[1])].strip()
    return _SPREAD.sub("", words)


def _first_data_row(rows: list[list[str]]) -> int:
    """The first row with a name and a figure in it that is no year; 0 where there is no header above one."""
    for index, row in enumerate(rows[:4]):
        figures = [cell for cell in row[1:] if _CELL.match(cell) and not _YEARS.match(cell)]
        if figures and any(len(cell) > 1 and not cell[0].isdigit() for cell in row):
            return index
    return 0


def _header(marked: MarkedText, timeline: Timeline, table: Table, rows: list[list[str]]) -> Header | None:
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
    values = []
    for index, head in enumerate(heads):
        if index in (name, unit, kind) or index < name or _ASIDE.search(head):
            continue
        column = _column(index, head, timeline, tense, heads)
        if column is not None:
            values.append(column)
    before = marked.text[max(0, start - 40) : start]
    caption = _CAPTION_UNIT.search(before)
    if not values:
        return None
    return Header(width, name, unit, kind, caption[1] if caption else None, tuple(values))


def _name_column(heads: list[str]) -> int | None:
    """The column of indicators: by its name, else an unnamed first column."""
    for index, head in enumerate(heads[:3]):
        if _NAME.search(head) and not _NO_NAME.search(head) and not _YEARS.match(head):
            return index
    return 0 if not heads[0] else None


def _column(index: int, head: str, timeline: Timeline, tense: Tense, heads: list[str]) -> Column | None:
    bracket = _BRACKETED.search(head)
    unit = bracket[1] if bracket is not None and _is_unit(bracket[1]) else None
    plain = head[: bracket.start()] if bracket is not None and unit is not None else head
    average = _AVERAGE.search(plain) is not None
    growth = average or _GROWTH.search(plain) is not None
    mark = _time(plain, timeline)
    if average and (mark is None or mark.first == mark.last):
        period = _span(heads, timeline)
    else:
        period = mark.period if mark is not None else tense.period
    side = _side(plain, mark, timeline, tense, period if average else None)
    if timeline.base is None and mark is not None and _is_base(mark, heads, timeline):
        side = "outcome"
    if side is None:
        return None
    noun = "" if growth else _TARGET.sub("", _OUTCOME.sub("", _YEARS.sub("", plain)))
    if mark is None and unit is None and not growth and not (_TARGET.search(plain) or _OUTCOME.search(plain)):
        return None
    noun = "" if _GENERIC.match(noun) else noun
    if len(noun) > 6 or (mark is not None and noun):
        noun = ""
    if growth and unit is None:
        unit = "%"
    return Column(index, side, period, unit, noun, growth, average)


def _time(head: str, timeline: Timeline) -> TimeMark | None:
    """The year or span that a header names; a bare 2025 is a year."""
    marks = time_marks(re.sub(r"(?<!\d)((?:19|20)\d\d)(?![\d年])", r"\1年", head), timeline.base)
    return marks[-1] if marks else None


def _is_base(mark: TimeMark, heads: list[str], timeline: Timeline) -> bool:
    """Whether a year is the one that a five-year plan sets out from (2020年 | 2025年)."""
    named = [other.first for head in heads if (other := _time(head, timeline)) is not None and other.first is not None]
    return mark.first is not None and mark.first + 5 in named and mark.first == min(named)


def _span(heads: list[str], timeline: Timeline) -> Period:
    """The years that 年均 averages over: from after the first year of the header to the last."""
    named = [mark for head in heads if (mark := _time(head, timeline)) is not None and mark.first is not None]
    firsts = sorted({mark.first for mark in named if mark.first is not None})
    if len(firsts) > 1:
        return years(firsts[0] + 1, firsts[-1])
    return Period()


def _side(head: str, mark: TimeMark | None, timeline: Timeline, tense: Tense, span: Period | None) -> Side | None:
    """What a column gives, by its words, else by its year beside the document's, else as the text around it."""
    if _TARGET.search(head) and not re.search("完成", head):
        return "target"
    if _OUTCOME.search(head):
        return "outcome"
    last = span.end.year if span is not None and span.end is not None else mark.last if mark is not None else None
    if last is None or timeline.base is None:
        return tense.side
    if last == timeline.base:
        return tense.side
    return "outcome" if last < timeline.base else "target"


def _row(header: Header, cells: list[str], spans: list[tuple[int, int]], region_id: str | None) -> Iterator[Statement]:
    name = _NOTES.sub("", _NOTES.sub("", cells[header.name]))
    bracket = _BRACKETED.search(name)
    unit = header.caption_unit
    if bracket is not None and _is_unit(bracket[1]):
        unit, name = bracket[1], name[: bracket.start()]
    if header.unit is not None and _is_unit(cells[header.unit]):
        unit = cells[header.unit]
    if not 2 <= len(name) <= 40 or name in _SUMS or (name[0].isdigit() and _OF_AGE.match(name) is None):
        return
    binding = re.search("预期性|约束性", cells[header.kind]) if header.kind is not None else None
    for column in header.values:
        cell = cells[column.index]
        summed = cell[:1] in ("[", "〔", "【")
        quantity = _figure(cell.strip("[]〔〕【】"), column.unit or unit)
        if quantity is None:
            continue
        head = name if name.endswith(column.noun) else name + column.noun
        yield Statement(
            start=spans[header.name][0] if spans[header.name][1] else spans[column.index][0],
            end=spans[column.index][1],
            rule_id=f"{column.side}s.table",
            side=column.side,
            indicator=head,
            indicator_id=lexicon.indicator(head),
            measure=_measure(quantity, head, column, summed),
            comparator=quantity.comparator,
            hedge=quantity.hedge,
            binding=binding[0] if binding is not None else None,
            value=quantity.value,
            value_upper=quantity.value_upper,
            unit=quantity.unit,
            base_value=quantity.base_value,
            base_value_upper=quantity.base_value_upper,
            base_unit=quantity.base_unit,
            period_start=column.period.start,
            period_end=column.period.end,
            deadline=column.period.deadline,
            region_id=region_id,
        )


def _measure(quantity: Quantity, head: str, column: Column, summed: bool) -> Measure:
    if summed:
        return "cumulative"
    measure = measure_of(quantity, head, ("增长",) if column.growth else (), None)
    return "level" if measure == "count" else measure


def _figure(cell: str, unit: str | None) -> Quantity | None:
    """The quantity that a cell states with the unit of its column or row; None where it is no plain figure."""
    match = _CELL.fullmatch(cell)
    if match is None:
        return None
    printed = match["unit"]
    if printed and not _is_unit(printed):
        return None
    if not printed and unit is None:
        return None
    number = match["number"]
    negative = number.startswith("-")
    before = "".join(word for word in (cell[: match.start("number")],) if word)
    words = f"{before}{number.lstrip('-')}{printed or unit}{match['after'] or ''}"
    found = quantities(words)
    if len(found) != 1 or found[0].end != len(words):
        return None
    return _negated(found[0]) if negative and found[0].value_upper is None else None if negative else found[0]


def _negated(quantity: Quantity) -> Quantity:
    return replace(quantity, value=-quantity.value, base_value=-quantity.base_value)


def _is_unit(words: str) -> bool:
    """Whether words are a unit, scales included: 亿元, %, 件/万人."""
    found = quantities(f"1{words}")
    return len(found) == 1 and found[0].unit_end == len(words) + 1 and not found[0].after
