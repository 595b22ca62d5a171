"""Land supply in tables: rows of places or uses, columns of uses, years or shares; lines of "a | b | c" or of "a 1 2".

A cell's use, place, year and kind come from its row's label and its column's heading together; its unit from the cell,
the heading or the caption (单位：公顷). A table whose headings and cells do not fit, or without a unit, gives a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.captions import caption_of, unit_behind, use_of
from orchestration.gazette.extraction.land.cells import Cell, tables
from orchestration.gazette.extraction.land.columns import (
    NUMBER,
    TENURES,
    Label,
    columns_of,
    label_of,
    says_places,
    tenure,
    unit_of,
)
from orchestration.gazette.extraction.land.context import SUPPLY, Context, Kind
from orchestration.gazette.extraction.land.lead import Found
from orchestration.gazette.extraction.land.topics import is_before_supply
from orchestration.gazette.extraction.land.uses import core, scope_of, uses
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import arabic
from orchestration.gazette.language.units import hectares
from orchestration.gazette.records import Notice

_EMPTY = re.compile(r"[-—–/－\s]*")
_PLOTS = re.compile(r"地块(?:编号|名称|位置)|宗地(?:编号|名称|位置)|项目名称|坐落|四至|容积率|土地位置")
_USE_HEADING = re.compile(r"用途|用地性质|用地类型|土地性质")
# What a table beside a plan tells of when no word of its caption is about supply.
_OTHER_TABLE = re.compile(r"储备|批而未供|闲置|收储|征收|征地|报批|批准|低效|耕地|补充|整治|复垦")
_NAME = re.compile(r"[\u4e00-\u9fff]{2,12}")


def read(marked: MarkedText, context: Context) -> Iterator[Found | Notice]:
    """The areas of every table of land supply, row by row."""
    for rows in tables(marked.text):
        yield from _table(marked, context, rows)


def _table(marked: MarkedText, context: Context, rows: list[list[Cell]]) -> Iterator[Found | Notice]:
    text = marked.text
    caption = caption_of(text, rows)
    width = max(len(row) for row in rows)
    first = next((i for i, row in enumerate(rows) if _is_data(row)), None)
    if first is None:
        return
    heading = " ".join(cell.text for row in rows[:first] for cell in row)
    if _PLOTS.search(heading) or not _is_about_land(marked, context, f"{caption} {heading}", rows):
        return
    columns = columns_of(rows[:first], max((len(row) for row in rows[first:]), default=width), context, rows[first:])
    unit = unit_of(caption) or unit_of(heading) or unit_behind(text, rows)
    if columns is None:
        yield _notice(
            marked,
            rows,
            "table_not_understood",
            "The headings of this table of areas do not fit its columns; read it by eye.",
        )
        return
    base = replace(label_of(caption, context, is_caption=True), use=_use_of_all(marked, context, caption, rows))
    previous = Label()
    names_places = bool(first) and says_places(rows[0][0].text)
    behind = [at for at, cell in enumerate(rows[first - 1]) if first and _USE_HEADING.search(cell.text)]
    for row in rows[first:]:
        labels, cells = _split(row)
        # A use may stand behind the figures: 区域 | 面积 | 用途.
        labels += [row[at] for at in behind if len(labels) <= at < len(row) and not NUMBER.fullmatch(row[at].text)]
        label = _row_label(labels, context, previous)
        if label.is_ignored and names_places and labels and _NAME.fullmatch(labels[-1].text):
            label = Label(place=labels[-1].text)
        previous = label
        if label.is_ignored:
            continue
        yield from _row(marked, context, row, cells, label, columns, base, unit)


def _use_of_all(marked: MarkedText, context: Context, caption: str, rows: list[list[Cell]]) -> str | None:
    """The use of the whole table, where its caption, its heading or the plan gives one and no cell names another."""
    headings = [outer.heading for outer in marked.ancestors(marked.section_at(rows[0][0].start))]
    whole = use_of("\n".join((*reversed(headings), caption)), context.subject)
    if whole is None:
        return None
    named = [use.name for row in rows for cell in row for use in uses(cell.text, 0, len(cell.text))]
    if scope_of(whole) == "housing":
        return whole if all(scope_of(name) in ("housing", "kind") for name in named) else None
    return whole if all(core(name) == core(whole) for name in named) else None


def _row(
    marked: MarkedText,
    context: Context,
    row: list[Cell],
    cells: list[tuple[int, Cell]],
    label: Label,
    columns: list[Label],
    base: Label,
    unit: str | None,
) -> Iterator[Found | Notice]:
    told: list[Found] = []
    waiting: float | None = None  # a share printed before its area
    for index, cell in cells:
        column = columns[index] if index < len(columns) else Label(is_ignored=True)
        match = NUMBER.fullmatch(cell.text)
        if match is None or column.is_ignored:
            continue
        value = arabic(match["n"])
        if match["percent"] or column.is_share:
            if told and told[-1].share is None:
                told[-1] = replace(told[-1], share=value)
            elif not told:
                waiting = value
            continue
        printed = match["unit"] or column.unit or unit
        if printed is None:
            yield _notice(
                marked, [row], "unit_unknown", "This table of areas prints no unit; look for it in the source."
            )
            return
        ha = hectares(value, printed)
        place, use, known = _joined(label, column)
        if ha is None or value == 0 or not known:
            continue
        found = Found(
            start=next((c.start for c in row if c.text), cell.start),
            end=cell.end,
            area=la.Area(cell.start, cell.end, value, printed, round(ha, 9), la.decimals_of(match["n"])),
            year=column.year or label.year or base.year or context.plan_year,
            kind=column.kind or label.kind or base.kind or context.default_kind,
            place=place,
            use=use or base.use,
            share=waiting,
            rule="land.table",
        )
        waiting = None
        if not any(_same_cell(found, one) for one in told):  # not the same in another unit: 面积（公顷） | 面积（亩）
            told.append(found)
    yield from told


def _same_cell(found: Found, other: Found) -> bool:
    same = (found.place, found.use, found.year, found.kind) == (other.place, other.use, other.year, other.kind)
    return same and la.same_land(other.area, found.area)


def _joined(label: Label, column: Label) -> tuple[str | None, str | None, bool]:
    """(place, use, known) of a cell: each side may name one of them; 小计 and 合计 leave it to the other side."""
    place = label.place or column.place
    use = label.use if column.use is None else column.use
    if label.use and column.use:
        return place, column.use if scope_of(label.use) == "housing" else label.use, scope_of(label.use) == "housing"
    known = bool(place or use or label.is_sum or column.is_sum or label.is_own)
    return place, use, known


def _is_data(row: list[Cell]) -> bool:
    return any(NUMBER.fullmatch(cell.text) and not re.fullmatch(r"(?:19|20)\d\d", cell.text) for cell in row[1:])


def _is_about_land(marked: MarkedText, context: Context, words: str, rows: list[list[Cell]]) -> bool:
    has_uses = any(uses(cell.text, 0, len(cell.text)) for row in rows for cell in row) or "用地" in words
    if not has_uses and not re.search(r"面积|公顷|亩", words):
        return False
    nearest = next((line for line in reversed(words.split("\n")) if "单位" not in line), "")
    if _OTHER_TABLE.search(nearest) and not SUPPLY.search(nearest):
        return False
    if not SUPPLY.search(words) and is_before_supply(marked, context.titles, rows[0][0].start, rows[0][0].start):
        return False
    if SUPPLY.search(words) or context.is_plan:
        return True
    section = marked.section_at(rows[0][0].start)
    return any(SUPPLY.search(outer.heading) for outer in marked.ancestors(section))


def _split(row: list[Cell]) -> tuple[list[Cell], list[tuple[int, Cell]]]:
    """A row's label cells and its other cells with their column numbers."""
    labels: list[Cell] = []
    for index, cell in enumerate(row):
        if NUMBER.fullmatch(cell.text) and not (
            index == 0 and len(row) > 2 and re.fullmatch(r"\d{1,3}", cell.text) and not NUMBER.fullmatch(row[1].text)
        ):
            return labels, list(enumerate(row))[index:]
        if index > 0 and cell.text and _EMPTY.fullmatch(cell.text):
            return labels, list(enumerate(row))[index:]
        labels.append(cell)
    return labels, []


def _row_label(labels: list[Cell], context: Context, previous: Label) -> Label:
    place = use = None
    is_sum = is_own = ignored = False
    year: int | None = None
    kind: Kind | None = None
    for cell in labels:
        if not cell.text or re.fullmatch(r"\d{1,3}", cell.text):
            continue
        kind_of_housing = TENURES.match(cell.text)
        if kind_of_housing and previous.use and scope_of(previous.use) in ("housing", "kind"):
            use = tenure(cell.text, "住宅用地")
            continue
        told = label_of(cell.text, context)
        place, use = told.place or place, told.use or use
        is_sum, is_own = is_sum or told.is_sum, is_own or told.is_own
        year, kind = told.year or year, told.kind or kind
        ignored = ignored or told.is_ignored or not (told.place or told.use or told.is_sum or told.is_own or told.year)
    outer = None
    if labels and not labels[0].text:
        outer = previous.outer
        if place is None and previous.place and not is_own:
            place = previous.place
        if outer and is_sum and use is None:
            use, is_sum, is_own = outer, False, False  # 小计 below the first cell's use
    elif len(labels) > 1 and (named := label_of(labels[0].text, context).use):
        outer = named
    return Label(
        place=place,
        use=use,
        is_sum=is_sum,
        is_own=is_own,
        is_ignored=ignored and not (place or use or is_sum),
        year=year,
        kind=kind,
        outer=outer,
    )


def _notice(marked: MarkedText, rows: list[list[Cell]], code: str, message: str) -> Notice:
    cells = [cell for cell in rows[0] if cell.text]
    start, end = marked.clean(cells[0].start, cells[-1].end) if cells else (0, 0)
    return Notice(
        "extraction", code, message, quote=marked.document.text[start:end], document_id=marked.document.document_id
    )
