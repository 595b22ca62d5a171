"""What the headings and labels of a table of land say: places, uses, sums, shares, years, kinds and units."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.land.cells import Cell
from orchestration.gazette.extraction.land.context import YEAR, Context, Kind, year_of
from orchestration.gazette.extraction.land.uses import scope_of, uses
from orchestration.gazette.language.numbers import ARABIC, arabic

_UNIT = r"万?公顷|万亩|亩|万?平方米|万?平米|平方公里|平方千米|万?㎡"
NUMBER = re.compile(rf"(?P<n>{ARABIC})\s?(?P<unit>{_UNIT})?(?P<percent>[%％])?")
_CAPTION_UNIT = re.compile(rf"单位[：:、为]?\s*[^\n]{{0,4}}?({_UNIT})")
_HEADED_UNIT = re.compile(rf"[（(/]?({_UNIT})[)）]?")
_IGNORED = re.compile(
    r"序号|备注|套数|栋数|宗数|宗地数|地块数|幅数|个数|项目数|套数|建筑面积|金额|万元|亿元|时序|占比以外|编号|增长|增减|同比|完成率|执行率|容积率|起始|四至|位置|坐落|[一二三四]季度|月份?$|出让|划拨|新增|存量|储备|批而未供|闲置|处置|收储|征收|报批|批准|复垦|盘活|剩余|结余|缺口"
)
_SHARE = re.compile(r"占比|比例|比重|[%％]")
_SUM = re.compile(
    r"^(?:合计|总计|总量|供应总量|计划总量|全年|全年合计|年度合计|全年总量|全市合计|全市总计|全市|总面积|供地总量|供应面积合计)$"
)
_RATE = re.compile(r"增|减|同比|完成|执行|落实|实施")  # 增减（%）, 完成比例: no part of the land
_REST = re.compile(r"其[他它余](?:用途|类)?")
_PART_SUM = re.compile(r"^(?:小计|合计|总计|计|总量)$")
_MEASURE = re.compile(
    r"^(?:(?:计划|实际|拟|年度|土地|用地|供应|供地|完成|总)*(?:面积|规模|总量|数量|供应量|供应面积|指标|计划数|计划|实际|完成)+)?(?:[（(][^（）()]*[)）])?$"
)
_SHORT_USES = {
    name: f"{name}用地"
    for name in (
        *("商服", "工矿仓储", "住宅", "居住", "交通运输", "特殊", "公共管理与公共服务", "水域及水利设施"),
        *("工业", "商业", "仓储"),
    )
}
TENURES = re.compile(
    r"^(?:其中[：:]?)?(产权|租赁|其他|其它|商品|保障|廉租|公租|限价|棚改|经济适用|共有产权|安置)(?:类|性)?(?:房|住房|住宅)?$"
)
_PLACES = re.compile(
    r"区县|县区|县市|市县|县（市|市（县|区（县|行政区|辖区|区域|地区|区块|片区|园区|乡镇|镇街|街镇|镇（街|街道|属地"
)
_HUNDRED = 100
_MOST_UNHEADED = 3  # columns that explain themselves: label, area, share


@dataclass(frozen=True, slots=True)
class Label:
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


def columns_of(heads: list[list[Cell]], width: int, context: Context, rows: list[list[Cell]]) -> list[Label] | None:
    """One label a column; None where the headings do not fit the cells."""
    if not heads:
        return _unheaded(rows, width)
    lines = [[cell.text for cell in row] for row in heads if not (len(row) == 1 and width > 1)]
    lines = [line for line in lines if not _CAPTION_UNIT.search("".join(line)) or len([c for c in line if c]) > 2]
    if not lines:
        return _unheaded(rows, width)
    spread = _spread(lines, width)
    if spread is None:
        return None
    return _known([_column(words, context) for words in spread], [words[-1] if words else "" for words in spread], rows)


def _known(labels: list[Label], words: list[str], rows: list[list[Cell]]) -> list[Label]:
    """Columns whose heading says nothing known: among places a place, 其他 among uses a use, else left alone."""
    figures = [at for at in range(1, len(labels)) if any(at < len(row) and _is_plain(row[at].text) for row in rows)]
    unknown = [at for at in figures if labels[at] == Label() and words[at]]
    others = [labels[at] for at in figures if at not in unknown]
    for at in unknown if others else ():
        if sum(label.place is not None for label in others) * 2 > len(others):
            labels[at] = Label(place=words[at])
        elif _REST.fullmatch(words[at]) and any(label.use for label in others):
            labels[at] = Label(use=words[at])
        else:
            labels[at] = Label(is_ignored=True)
    return labels


def _unheaded(rows: list[list[Cell]], width: int) -> list[Label] | None:
    """Columns that explain themselves: a label, areas, and shares that print % or make up a hundred; else None."""
    if width > _MOST_UNHEADED:
        return None
    plain = [index for index in range(1, width) if any(_is_plain(row[index].text) for row in rows if index < len(row))]
    shares = {index for index in plain[1:] if _makes_hundred([row[index].text for row in rows if index < len(row)])}
    if len(plain) - len(shares) > 1:
        return None
    return [Label(is_share=True) if index in shares else Label(is_sum=True) for index in range(width)]


def _is_plain(cell: str) -> bool:
    match = NUMBER.fullmatch(cell)
    return match is not None and not match["unit"] and not match["percent"]


def _makes_hundred(cells: list[str]) -> bool:
    figures = [arabic(match["n"]) for cell in cells if (match := NUMBER.fullmatch(cell))]
    if figures and figures[-1] == _HUNDRED:
        figures.pop()
    return len(figures) > 1 and abs(sum(figures) - _HUNDRED) < 1


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


def _column(words: list[str], context: Context) -> Label:
    if len(words) > 1 and (_PART_SUM.match(words[-1]) or TENURES.match(words[-1])):
        whole = label_of(words[0], context)
        if whole.use and scope_of(whole.use) == "housing" and TENURES.match(words[-1]):
            return Label(use=tenure(words[-1], whole.use), unit=whole.unit, year=whole.year, kind=whole.kind)
        return whole
    merged = Label()
    for word in words:
        told = label_of(word, context)
        merged = Label(
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


def tenure(word: str, whole: str) -> str:
    """A kind of housing land by its tenure alone (产权 under 住宅用地)."""
    match = TENURES.match(word)
    plain = re.sub(r"^其中[：:]?", "", word)
    return plain + whole if match and plain == match[1] else (plain if "用地" in plain else plain + "用地")


def label_of(words: str, context: Context, *, is_caption: bool = False) -> Label:
    """What a heading or a label says; of a caption only its year, kind and unit."""
    plain = re.sub(r"\s", "", words) if not is_caption else words
    unit = unit_of(plain)
    year_mark = YEAR.search(plain) or re.search(r"(?<!\d)(?P<year>20\d\d)(?!\d)(?P<word>)", plain)
    year = year_of(year_mark, context.current_year) if year_mark else None
    kind: Kind | None = (
        "actual" if re.search(r"实际|完成|执行情况|已供", plain) else "planned" if "计划" in plain else None
    )
    if is_caption:
        return Label(year=year, kind=kind, unit=unit)
    if _SHARE.search(plain):
        return Label(is_ignored=True) if _RATE.search(plain) else Label(is_share=True)
    bare = re.sub(rf"^(?:其中|[（(]?[一二三四五六七八九十0-9]{{1,2}}[)）、.．])[：:]?|[（(](?:{_UNIT})[)）]", "", plain)
    if _IGNORED.search(bare):
        return Label(is_ignored=True)
    if _SUM.match(bare) or _PART_SUM.match(bare):
        return Label(is_sum=True, is_own=True, year=year, kind=kind, unit=unit)
    found = [*context.places.find(bare, 0, len(bare))]
    place = next((part.name for part in found if not part.is_own), None)
    named = uses(bare, 0, len(bare))
    use = named[-1].name if named else _SHORT_USES.get(bare)
    if use and len(named) == 1 and not place and bare.endswith("用地") and "（" not in bare:
        use = bare  # the label as a whole names the use
    if use is None and place is None and _MEASURE.match(re.sub(r"20\d\d年度?", "", bare)):
        return Label(is_sum=True, year=year, kind=kind, unit=unit)
    return Label(place=place, use=use, is_own=any(part.is_own for part in found), year=year, kind=kind, unit=unit)


def says_places(heading: str) -> bool:
    """Whether the heading of a table's labels says that they are places."""
    return _PLACES.search(heading) is not None


def unit_of(words: str) -> str | None:
    """The unit that words print: （公顷）, 单位：亩."""
    match = _CAPTION_UNIT.search(words) or _HEADED_UNIT.search(words)
    return match[1] if match else None
