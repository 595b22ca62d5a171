"""Tables of indicators that a web page pasted with one cell a line: 指标, 2020年, 2025年, 属性, then each row's cells below
each other.

The headings say how many cells a row has and of what kind each is; a row whose first cells span it from above repeats them.
Lines between that are no row (一、发展水平) stay as rows of one cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from orchestration.gazette.language.characters import simplified

EDGE = " \t\u3000\xa0"
_SPREAD = re.compile(r"[ \t\u3000\xa0]+")
_NAME = re.compile(r"(?:主要|具体|规划)?(?:指标|项目)(?:名称|内容)?")
_VALUE = re.compile(
    r"(?:(?:19|20)\d\d年?|“?十[一二三四五六七]五”?末?|目标|规划|现状|基期|预期|实际|完成|指标|计划){1,4}(?:年|末|期|值|数|完成|实际|目标|预计)*"
    r"(?:[（(][^（）()]{1,8}[)）])?|(?:绝对|总)[数量值]?(?:[（(][^（）()]{1,8}[)）])?|(?:比|较)(?:上年|去年)(?:同期)?(?:增长|增减|±)?[%％±]?|同比(?:增长|增减|±)?[%％±]?(?:[（(][%％][)）])?|年均增(?:长|速)(?:率)?(?:[（(][^（）()]{1,12}[)）])?"
)
_KIND = re.compile(r"(?:指标)?(?:属性|性质|类型)")
INDEX = re.compile(r"序号|编号|序")
_OTHER = re.compile(r"[\u4e00-\u9fff]{2,8}")
_CELLS = {
    "index": re.compile(r"\d{1,3}"),
    "value": re.compile(
        r"(?:[≥≤><＞＜〉〈]|不低于|不少于|不超过|低于|高于|控制在|达到|约)?\s?[\[〔【]?-?\d[\d,.]*(?:[-—~～至]\d[\d.]*)?[\]〕】]?"
        r"[^，。；：\d]{0,8}(?:\d{0,3}[万千]?[人]?)?|[-—–－/／]{1,3}|完成(?:国家|省|市|上级)[^，。；]{0,12}|持续[^，。；\d]{2,8}"
    ),
    "kind": re.compile(r"预期性?|约束性?|参考性?|指导性?|预测性?|[-—–－/／]{1,3}"),
    "name": re.compile(r"(?=.*[\u4e00-\u9fff]).{2,40}"),
    "other": re.compile(r".{1,20}"),
}
_SENTENCE = re.compile(r"[。；！？]")
_MERGED = (2, 3)
_FEWEST_HEADS, _MOST_HEADS = 3, 8
_MIN_ROWS = 3
_MOST_SKIPPED = 24  # lines between two rows that are none

Row = tuple[str, ...]


def listed_rows(lines: Sequence[str], taken: Sequence[Row | None]) -> Iterator[tuple[int, int, list[Row]]]:
    """Runs of lines that are such tables: (first line, line after the last, rows with the headings)."""
    at = 0
    while at < len(lines):
        if taken[at] is None and "标" in lines[at] and (heads := _heads(lines, taken, at)) is not None:
            first, kinds = heads
            found = _rows(lines, taken, first + len(kinds), kinds)
            if found is not None:
                after, rows = found
                yield first, after, [tuple(_closed(line) for line in lines[first : first + len(kinds)]), *rows]
                at = after
                continue
        at += 1


def _closed(line: str) -> str:
    """A cell without the blanks that set its characters apart (指  标)."""
    return _SPREAD.sub("", line)


def _heads(lines: Sequence[str], taken: Sequence[Row | None], name: int) -> tuple[int, list[str]] | None:
    """The first line of the headings around the one that names the indicators, and the kinds of their cells."""
    if _NAME.fullmatch(simplified(_closed(lines[name]))) is None:
        return None
    first = name
    if name and taken[name - 1] is None and INDEX.fullmatch(_closed(lines[name - 1])) is not None:
        first = name - 1
    kinds: list[str] = []
    for at in range(first, min(len(lines), first + _MOST_HEADS)):
        kind = "name" if at == name else _kind_of(simplified(_closed(lines[at]))) if taken[at] is None else None
        if kind is None:
            break
        kinds.append(kind)
    # Headings end with the columns of values and of the kind: what stands behind is the first row.
    while kinds and kinds[-1] == "other":
        kinds.pop()
    fits = len(kinds) >= _FEWEST_HEADS and "value" in kinds and ("kind" in kinds or kinds.count("value") > 1)
    return (first, kinds) if fits else None


def _kind_of(head: str) -> str | None:
    for kind, pattern in (("index", INDEX), ("kind", _KIND), ("value", _VALUE), ("other", _OTHER)):
        if pattern.fullmatch(head) is not None:
            return kind
    return None


def _rows(
    lines: Sequence[str], taken: Sequence[Row | None], start: int, kinds: list[str]
) -> tuple[int, list[Row]] | None:
    """The line after the last row, and the rows; None where there are too few."""
    rows: list[Row] = []
    end, number, at = start, 0, start
    kept = 0  # rows up to the last that is one
    while at < len(lines) and taken[at] is None and at - end <= _MOST_SKIPPED:
        found = _row(lines, at, kinds, rows[-1] if at == end and rows else ()) or _merged(lines, at, kinds)
        if found is None:
            rows.append((lines[at].strip(EDGE),))
            at += 1
            continue
        cells, used = found
        rows += cells
        at += used
        end, number, kept = at, number + len(cells), len(rows)
    return (end, rows[:kept]) if number >= _MIN_ROWS else None


def _row(lines: Sequence[str], at: int, kinds: list[str], above: Row) -> tuple[list[Row], int] | None:
    """The row that begins at a line, and how many lines it takes; cells that span it from above are repeated."""
    numbered = kinds[0] == "index"
    openings: list[Row] = [()]
    if numbered:
        openings.append(("",))  # numbers alone on their lines are lost as those of pages
    openings += [above[:spanned] for spanned in range(1 + numbered, kinds.index("value") + 1) if above]
    for opening in openings:
        wanted = kinds[len(opening) :]
        cells = _cells(lines, at, wanted)
        if cells is not None:
            return [(*opening, *cells)], len(wanted)
    return None


def _merged(lines: Sequence[str], at: int, kinds: list[str]) -> tuple[list[Row], int] | None:
    """Rows whose cells stand below each other within one row of the page: both names, both first figures, both second ones."""
    if kinds[0] != "name" or "other" in kinds:
        return None
    for count in _MERGED:
        wanted = [kind for kind in kinds for _ in range(1 if kind == "kind" else count)]
        cells = _cells(lines, at, wanted)
        if cells is None:
            continue
        columns: list[Row] = []
        taken = 0
        for kind in kinds:
            size = 1 if kind == "kind" else count
            columns.append(cells[taken : taken + size] if size == count else cells[taken : taken + 1] * count)
            taken += size
        return list(zip(*columns, strict=True)), len(wanted)
    return None


def _cells(lines: Sequence[str], at: int, wanted: Sequence[str]) -> Row | None:
    """So many lines as cells, where each is of its kind."""
    cells = tuple(line.strip(EDGE) for line in lines[at : at + len(wanted)])
    return cells if len(cells) == len(wanted) and all(map(_fits, wanted, cells)) else None


def _fits(kind: str, cell: str) -> bool:
    return _CELLS[kind].fullmatch(cell) is not None and _SENTENCE.search(cell) is None
