"""Tables of indicators: 指标 | 单位 | 2020年 | 2025年 | 年均增长 | 属性.

The header says what each column is; the rows give the figures. A cell is read as the text would state it, number, unit and bound together; a cell that is no plain
figure, or whose unit or side is not printed, states nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.indicator_headers import Column, Header, header_of
from orchestration.gazette.extraction.statements.measures import measure_of
from orchestration.gazette.extraction.table_cells import YEARS, closed_up, is_unit, unit_set_off, words_of
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC
from orchestration.gazette.language.quantities import Quantity, quantities
from orchestration.gazette.language.timeline import Timeline
from orchestration.gazette.records import Measure, Statement, Table

_CELL = re.compile(
    rf"(?P<before>达到|力争|不低于|不少于|不超过|不高于|低于|高于|超过|控制在|保持在|稳定在|约|[≥≤><])*"
    rf"(?P<number>-?{ARABIC}(?:[-—－–~～至]{{1,2}}-?{ARABIC})?)"
    rf"(?P<unit>/100?万|[^\d以左上下内，。；|]{{0,8}})(?P<after>及?以上|及?以内|及?以下|左右|之内)?$"
)
_NOTES = re.compile(
    r"^(?:其中|[一二三四五六七八九十]{1,3}、|#|\*|[①-⑳]|\d{1,2}[.、．]|（\d{1,2}）)[：:]?|[*①-⑳]+$|\[\d{1,2}\]"
)
_OF_AGE = re.compile(r"\d{1,2}(?:[-—~～至]\d{1,2})?(?:周?岁|个月)")  # 5岁以下儿童死亡率
_SUMS = frozenset(("合计", "总计", "小计", "指标", "项目", "名称"))
_MOST_ROWS = 400


def tables(marked: MarkedText, timeline: Timeline) -> Iterator[tuple[Table, list[Statement]]]:
    """Each table whose header can be read, with its statements in order of rows."""
    region_id = lexicon.region(marked.document.region_name) if marked.document.region_name else None
    for table in marked.document.tables:
        rows = [[words_of(marked, span) for span in row] for row in table.rows[:_MOST_ROWS]]
        first = _first_data_row(rows)
        above = rows[:first] if first else _line_above(marked, table, len(rows[0]) if rows else 0)
        header = header_of(marked, timeline, table, above) if above else None
        if header is None:
            continue
        found: list[Statement] = []
        for cells, spans in zip(rows[first:], table.rows[first:], strict=False):
            aligned = _aligned(header, cells, list(spans))
            if aligned is not None:
                found += _row(header, *aligned, region_id)
        yield table, found


def _aligned(
    header: Header, cells: list[str], spans: list[tuple[int, int]]
) -> tuple[list[str], list[tuple[int, int]]] | None:
    """A row as wide as the header: a category that spans rows is printed once, empty cells at the end may be left out."""
    missing = header.width - len(cells)
    if missing == 0:
        return cells, spans
    if missing < 0:
        return None
    if header.unit is not None and header.unit < len(cells) and is_unit(cells[header.unit]):
        return cells + [""] * missing, spans + [(0, 0)] * missing
    if missing <= header.name:
        return [""] * missing + cells, [(0, 0)] * missing + spans
    return None


def _line_above(marked: MarkedText, table: Table, width: int) -> list[list[str]]:
    """The header that stands above a table as a line of its own, typed with bars."""
    end = marked.text.rfind("\n", 0, marked.matching(table.start))
    start = marked.text.rfind("\n", 0, max(end, 0)) + 1
    line = marked.text[start:end] if end > 0 else ""
    cells = [closed_up(cell) for cell in line.rstrip("| ").split("|")]
    return [cells] if "|" in line and len(cells) == width else []


def _first_data_row(rows: list[list[str]]) -> int:
    """The first row with a name and a figure in it that is no year; 0 where there is no header above one."""
    for index, row in enumerate(rows[:4]):
        figures = [cell for cell in row[1:] if _CELL.match(cell) and not YEARS.match(cell)]
        if figures and any(len(cell) > 1 and not cell[0].isdigit() for cell in row):
            return index
    return 0


def _row(header: Header, cells: list[str], spans: list[tuple[int, int]], region_id: str | None) -> Iterator[Statement]:
    name = _NOTES.sub("", _NOTES.sub("", cells[header.name]))
    name, bracketed = unit_set_off(name)
    unit = bracketed or header.caption_unit
    if header.unit is not None and is_unit(cells[header.unit]):
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
    if printed and not is_unit(printed):
        return None
    if not printed and unit is None:
        return None
    number = match["number"]
    negative = number.startswith("-")
    words = f"{cell[: match.start('number')]}{number.lstrip('-')}{printed or unit}{match['after'] or ''}"
    found = quantities(words)
    if len(found) != 1 or found[0].end != len(words):
        return None
    return _negated(found[0]) if negative and found[0].value_upper is None else None if negative else found[0]


def _negated(quantity: Quantity) -> Quantity:
    return replace(quantity, value=-quantity.value, base_value=-quantity.base_value)
