"""Land supply in tables: rows of places or uses, columns of uses, years or shares; lines of "a | b | c" or of "a 1 2".

A cell's use, place, year and kind come from its row's label and its column's heading together; its unit from the cell,
the heading or the caption (单位：公顷). A table whose headings and cells do not fit, or without a unit, gives a notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.extraction import land_areas as la
from orchestration.gazette.extraction.land_cells import Cell, tables
from orchestration.gazette.extraction.land_context import SUPPLY, YEAR, Context, Kind, year_of
from orchestration.gazette.extraction.land_lead import Found
from orchestration.gazette.extraction.land_uses import scope_of, uses
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC, arabic
from orchestration.gazette.language.units import hectares
from orchestration.gazette.records import Notice

_UNIT = r"万?公顷|万亩|亩|万?平方米|平方公里|㎡"
_NUMBER = re.compile(rf"(?P<n>{ARABIC})(?P<unit>{_UNIT})?(?P<percent>[%％])?")
_EMPTY = re.compile(r"[-—–/－\s]*")
_CAPTION_UNIT = re.compile(rf"单位[：:、为]?\s*[^\n]{{0,4}}?({_UNIT})")
_HEADED_UNIT = re.compile(rf"[（(/]?({_UNIT})[)）]?")
_IGNORED = re.compile(
    r"序号|备注|宗数|宗地数|地块数|幅数|个数|项目数|套数|建筑面积|金额|万元|亿元|时序|占比以外|编号|增长|增减|同比|完成率|执行率|容积率|起始|四至|位置|坐落|[一二三四]季度|月份?$|出让|划拨|新增|存量"
)
_PLOTS = re.compile(r"地块(?:编号|名称|位置)|宗地(?:编号|名称|位置)|项目名称|坐落|四至|容积率|土地位置")
_SHARE = re.compile(r"占比|比例|比重|[%％]")
_SUM = re.compile(r"^(?:合计|总计|总量|供应总量|计划总量|全市合计|全市总计|全市|总面积|供地总量|供应面积合计)$")
_PART_SUM = re.compile(r"^(?:小计|合计|总计|计|总量)$")
_MEASURE = re.compile(
    r"^(?:(?:计划|实际|拟|年度|土地|用地|供应|供地|完成|总)*(?:面积|规模|总量|数量|供应量|供应面积|指标|计划数|计划|实际|完成)+)?(?:[（(][^（）()]*[)）])?$"
)
_LABEL_HEADING = re.compile(r"区县|县区|县市|市县|区域|地区|行政区|单位|用途|用地类型|类型|类别|地类|名称|项目|指标")
_USE_HEADING = re.compile(r"用途|用地性质|用地类型|土地性质")
_SHORT_USES = {
    name: f"{name}用地"
    for name in (
        *("商服", "工矿仓储", "住宅", "居住", "交通运输", "特殊", "公共管理与公共服务", "水域及水利设施"),
        *("工业", "商业", "仓储"),
    )
}
_TENURES = re.compile(
    r"^(?:其中[：:]?)?(产权|租赁|其他|其它|商品|保障|廉租|公租|限价|棚改|经济适用|共有产权|安置)(?:类|性)?(?:房|住房|住宅)?$"
)
_CAPTION_LINES = 4
_MOST_UNHEADED = 3  # columns that explain themselves: label, area, share


@dataclass(frozen=True, slots=True)
class _Label:
    """What a row's label or a column's heading says."""

    place: str | None = None
    use: str | None = None
    is_sum: bool = False
    is_own: bool = False
    is_share: bool = False
    is_ignored: bool = False
    year: int | None = None
    kind: Kind | None = None
    unit: str | None = None
    outer: str | None = None  # the use of a row's first cell, which the rows below may leave empty


def read(marked: MarkedText, context: Context) -> Iterator[Found | Notice]:
    """The areas of every table of land supply, row by row."""
    for rows in tables(marked.text):
        yield from _table(marked, context, rows)


def _table(marked: MarkedText, context: Context, rows: list[list[Cell]]) -> Iterator[Found | Notice]:
    text = marked.text
    caption = _caption(text, rows[0][0].start if rows[0] else 0)
    width = max(len(row) for row in rows)
    first = next((i for i, row in enumerate(rows) if _is_data(row)), None)
    if first is None:
        return
    heading = " ".join(cell.text for row in rows[:first] for cell in row)
    if _PLOTS.search(heading) or not _is_about_land(marked, context, caption + heading, rows):
        return
    columns = _columns(rows[:first], max((len(row) for row in rows[first:]), default=width), context)
    unit = _unit(caption) or _unit(heading)
    if columns is None:
        yield _notice(
            marked,
            rows,
            "table_not_understood",
            "The headings of this table of areas do not fit its columns; read it by eye.",
        )
        return
    base = _label(caption, context, is_caption=True)
    previous = _Label()
    behind = [at for at, cell in enumerate(rows[first - 1]) if first and _USE_HEADING.search(cell.text)]
    for row in rows[first:]:
        labels, cells = _split(row)
        # A use may stand behind the figures: 区域 | 面积 | 用途.
        labels += [row[at] for at in behind if len(labels) <= at < len(row) and not _NUMBER.fullmatch(row[at].text)]
        label = _row_label(labels, context, previous)
        previous = label
        if label.is_ignored:
            continue
        yield from _row(marked, context, row, cells, label, columns, base, unit)


def _row(
    marked: MarkedText,
    context: Context,
    row: list[Cell],
    cells: list[tuple[int, Cell]],
    label: _Label,
    columns: list[_Label],
    base: _Label,
    unit: str | None,
) -> Iterator[Found | Notice]:
    shares = [
        arabic(match["n"])
        for index, cell in cells
        if index < len(columns)
        and (match := _NUMBER.fullmatch(cell.text))
        and (columns[index].is_share or match["percent"])
    ]
    told: list[Found] = []
    for index, cell in cells:
        column = columns[index] if index < len(columns) else _Label(is_ignored=True)
        match = _NUMBER.fullmatch(cell.text)
        if match is None or match["percent"] or column.is_share or column.is_ignored:
            continue
        printed = match["unit"] or column.unit or unit
        if printed is None:
            yield _notice(
                marked, [row], "unit_unknown", "This table of areas prints no unit; look for it in the source."
            )
            return
        value = arabic(match["n"])
        ha = hectares(value, printed)
        place, use, known = _joined(label, column)
        if ha is None or value == 0 or not known:
            continue
        start = next((c.start for c in row if c.text), cell.start)
        found = Found(
            start=start,
            end=cell.end,
            area=la.Area(cell.start, cell.end, value, printed, round(ha, 9), la.decimals_of(match["n"])),
            year=column.year or label.year or base.year or context.plan_year,
            kind=column.kind or label.kind or base.kind or context.default_kind,
            place=place,
            use=use if use or not context.subject else context.subject,
            share=shares[0] if len(shares) == 1 and not told else None,
            rule="land.table",
        )
        if any(_same_cell(found, one) for one in told):
            continue  # the same land in another unit: 面积（公顷） | 面积（亩）
        told.append(found)
        yield found


def _same_cell(found: Found, other: Found) -> bool:
    same = (found.place, found.use, found.year, found.kind) == (other.place, other.use, other.year, other.kind)
    return same and la.same_land(other.area, found.area)


def _joined(label: _Label, column: _Label) -> tuple[str | None, str | None, bool]:
    """(place, use, known) of a cell: each side may name one of them; 小计 and 合计 leave it to the other side."""
    place = label.place or column.place
    use = label.use if column.use is None else column.use
    if label.use and column.use:
        return place, column.use if scope_of(label.use) == "housing" else label.use, scope_of(label.use) == "housing"
    known = bool(place or use or label.is_sum or column.is_sum or label.is_own)
    return place, use, known


def _caption(text: str, start: int) -> str:
    lines = text[max(0, start - 300) : start].rstrip("\n").split("\n")
    kept: list[str] = []
    for line in reversed(lines[-_CAPTION_LINES:]):
        if len(line) > 60 or "。" in line:
            break
        kept.append(line)
    return "\n".join(reversed(kept))


def _is_data(row: list[Cell]) -> bool:
    return any(_NUMBER.fullmatch(cell.text) and not re.fullmatch(r"(?:19|20)\d\d", cell.text) for cell in row[1:])


def _is_about_land(marked: MarkedText, context: Context, words: str, rows: list[list[Cell]]) -> bool:
    has_uses = any(uses(cell.text, 0, len(cell.text)) for row in rows for cell in row) or "用地" in words
    if not has_uses and not re.search(r"面积|公顷|亩", words):
        return False
    if SUPPLY.search(words) or context.is_plan:
        return True
    section = marked.section_at(rows[0][0].start)
    return any(SUPPLY.search(outer.heading) for outer in marked.ancestors(section))


def _columns(heads: list[list[Cell]], width: int, context: Context) -> list[_Label] | None:
    """One label a column; None where the headings do not fit the cells."""
    if not heads and width > _MOST_UNHEADED:
        return None
    if not heads:
        return [_Label(is_sum=True)] * width
    lines = [[cell.text for cell in row] for row in heads if not (len(row) == 1 and width > 1)]
    lines = [line for line in lines if not _CAPTION_UNIT.search("".join(line)) or len([c for c in line if c]) > 2]
    if not lines:
        return [_Label(is_sum=True)] * width
    spread = _spread(lines, width)
    if spread is None:
        return None
    return [_column(words, context) for words in spread]


def _spread(lines: list[list[str]], width: int) -> list[list[str]] | None:
    """The words over each column, outermost first, with cells that span several columns or rows carried on."""
    if len(lines) == 1:
        return [[word] for word in lines[0]] if len(lines[0]) == width else None
    top, *rest = lines
    below = rest[-1] if len(rest) == 1 else None
    if len(top) == width and all(len(line) == width for line in rest):
        columns: list[list[str]] = []
        carried = ""
        for index in range(width):
            under = [line[index] for line in rest if line[index]]
            carried = top[index] or (carried if under else "")
            columns.append([word for word in (carried, *under) if word])
        return columns
    if below is not None and len(top) - 1 + len(below) == width:
        spans = [
            index
            for index, word in enumerate(top)
            if (named := uses(word, 0, len(word))) and scope_of(named[0].name) == "housing"
        ]
        if len(spans) == 1:
            at = spans[0]
            return (
                [[word] for word in top[:at]] + [[top[at], word] for word in below] + [[word] for word in top[at + 1 :]]
            )
    return None


def _column(words: list[str], context: Context) -> _Label:
    if len(words) > 1 and (_PART_SUM.match(words[-1]) or _TENURES.match(words[-1])):
        whole = _label(words[0], context)
        if whole.use and scope_of(whole.use) == "housing" and _TENURES.match(words[-1]):
            return _Label(use=_tenure(words[-1], whole.use), unit=whole.unit, year=whole.year, kind=whole.kind)
        return whole
    merged = _Label()
    for word in words:
        told = _label(word, context)
        merged = _Label(
            place=told.place or merged.place,
            use=told.use or merged.use,
            is_sum=told.is_sum if told.use or told.place else told.is_sum or merged.is_sum,
            is_own=told.is_own or merged.is_own,
            is_share=told.is_share or merged.is_share,
            is_ignored=told.is_ignored or merged.is_ignored,
            year=told.year or merged.year,
            kind=told.kind or merged.kind,
            unit=told.unit or merged.unit,
        )
    return merged


def _tenure(word: str, whole: str) -> str:
    match = _TENURES.match(word)
    plain = re.sub(r"^其中[：:]?", "", word)
    return plain + whole if match and plain == match[1] else (plain if "用地" in plain else plain + "用地")


def _label(words: str, context: Context, *, is_caption: bool = False) -> _Label:
    plain = re.sub(r"\s", "", words) if not is_caption else words
    unit = _unit(plain)
    year_mark = YEAR.search(plain) or re.search(r"(?<!\d)(?P<year>20\d\d)(?!\d)(?P<word>)", plain)
    year = year_of(year_mark, context.current_year) if year_mark else None
    kind: Kind | None = (
        "actual" if re.search(r"实际|完成|执行情况|已供", plain) else "planned" if "计划" in plain else None
    )
    if is_caption:
        return _Label(year=year, kind=kind, unit=unit)
    if _SHARE.search(plain):
        return _Label(is_share=True)
    bare = re.sub(rf"^(?:其中|[（(]?[一二三四五六七八九十0-9]{{1,2}}[)）、.．])[：:]?|[（(](?:{_UNIT})[)）]", "", plain)
    if _IGNORED.search(bare):
        return _Label(is_ignored=True)
    if _SUM.match(bare) or _PART_SUM.match(bare):
        return _Label(is_sum=True, is_own=True, year=year, kind=kind, unit=unit)
    found = [*context.places.find(bare, 0, len(bare))]
    place = next((part.name for part in found if not part.is_own), None)
    named = uses(bare, 0, len(bare))
    use = named[-1].name if named else _SHORT_USES.get(bare)
    if use is None and place is None and _MEASURE.match(re.sub(r"20\d\d年度?", "", bare)):
        return _Label(is_sum=True, year=year, kind=kind, unit=unit)
    return _Label(place=place, use=use, is_own=any(part.is_own for part in found), year=year, kind=kind, unit=unit)


def _split(row: list[Cell]) -> tuple[list[Cell], list[tuple[int, Cell]]]:
    """A row's label cells and its other cells with their column numbers."""
    labels: list[Cell] = []
    for index, cell in enumerate(row):
        if _NUMBER.fullmatch(cell.text) and not (
            index == 0 and len(row) > 2 and re.fullmatch(r"\d{1,3}", cell.text) and not _NUMBER.fullmatch(row[1].text)
        ):
            return labels, list(enumerate(row))[index:]
        if index > 0 and cell.text and _EMPTY.fullmatch(cell.text):
            return labels, list(enumerate(row))[index:]
        labels.append(cell)
    return labels, []


def _row_label(labels: list[Cell], context: Context, previous: _Label) -> _Label:
    place = use = None
    is_sum = is_own = ignored = False
    year: int | None = None
    kind: Kind | None = None
    for cell in labels:
        if not cell.text or re.fullmatch(r"\d{1,3}", cell.text):
            continue
        tenure = _TENURES.match(cell.text)
        if tenure and previous.use and scope_of(previous.use) in ("housing", "kind"):
            use = _tenure(cell.text, "住宅用地")
            continue
        told = _label(cell.text, context)
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
    elif len(labels) > 1 and (named := _label(labels[0].text, context).use):
        outer = named
    return _Label(
        place=place,
        use=use,
        is_sum=is_sum,
        is_own=is_own,
        is_ignored=ignored and not (place or use or is_sum),
        year=year,
        kind=kind,
        outer=outer,
    )


def _unit(words: str) -> str | None:
    match = _CAPTION_UNIT.search(words) or _HEADED_UNIT.search(words)
    return match[1] if match else None


def _notice(marked: MarkedText, rows: list[list[Cell]], code: str, message: str) -> Notice:
    cells = [cell for cell in rows[0] if cell.text]
    start, end = marked.clean(cells[0].start, cells[-1].end) if cells else (0, 0)
    return Notice(
        "extraction", code, message, quote=marked.document.text[start:end], document_id=marked.document.document_id
    )
