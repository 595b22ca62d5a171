"""Tables of figures that a typed text sets with blanks between the columns, or with one cell a line.

Only rows that are a label and figures count, several of one width in a row, with the lines above that head their columns: names
set in columns and sentences with blanks are no tables.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import takewhile

_EDGE = " \t\u3000\xa0"
_WIDE = re.compile(r"[ \xa0]{2,}|[ \xa0]*[\t\u3000][\t\u3000 \xa0]*")
_NARROW = re.compile(r"[ \t\u3000\xa0]+")
_FIGURE = re.compile(
    r"[-+]?[0-9０-９][0-9０-９,，]{0,14}(?:[.．][0-9０-９]{1,6})?(?:[%％‰]|万?(?:亩|畝|公顷|公頃|平方米|元|套|㎡|吨|噸|公斤|头|只|辆|台|千瓦时|立方米)|亿元)?|[-—–－/／]{1,3}"
)
_INDEX = re.compile(r"[0-9０-９]{1,3}")
_HAN = re.compile(r"[\u3400-\u9fff]")
_SENTENCE = re.compile(r"[。；，！？]")
_DATE = re.compile(r"^\d{4}\s?年?\s?\d{1,2}\s?月|^[年月日]$")
_MEASURED = re.compile(
    r"面[积積]|公[顷頃]|[亩畝]|平方|[数數]量|比[例重]|[占佔]比|用地|合[计計]|[总總][量计計]|小[计計]|[计計][划劃]|[实實][际際]|金[额額]|[万亿萬億]元|指[标標]|增|[单單]位|[套宗][数數]"
)
_RUN = re.compile(r"[LF]{6,}")
_FIGURES = re.compile(r"F+")
_FRACTION = re.compile(r"\d[.．,]\d|\d[%％]")
_SUM = re.compile(r"(?:合|总|小|共)\s*[计計]")
_LABEL_LENGTH = 24
_MOST_LABELS = 3
_MIN_ROWS = 2
_MIN_NARROW_ROWS = 3  # rows of one figure, or of one cell a line
_MOST_CELLS = 40
_HEADS = 2  # lines of headings looked for above the rows

Row = tuple[str, ...]


def aligned_rows(lines: Sequence[str], taken: Sequence[Row | None]) -> list[Row | None]:
    """For each line its cells, None where it is no row; lines that are rows already are left alone."""
    data = [None if there is not None else _data_row(line) for line, there in zip(lines, taken, strict=True)]
    out: list[Row | None] = [None] * len(lines)
    at = 0
    while at < len(lines):
        row = data[at]
        end = at + 1
        if row is not None:
            while end < len(lines) and len(data[end] or ()) == len(row):
                end += 1
            if end - at >= _MIN_ROWS and (len(row) > _MIN_ROWS or _is_measured(lines, at, end)):
                out[at:end] = data[at:end]
                end = _sum_row(data, out, end, len(row))
                _heads(lines, taken, out, at, len(row))
        at = end
    return out


def stacked_rows(lines: Sequence[str], taken: Sequence[Row | None]) -> Iterator[tuple[int, int, list[Row]]]:
    """Runs of lines that are the cells of a table one by one: (first line, line after the last, rows with the headings)."""
    kinds = "".join("X" if there else _kind(line) for line, there in zip(lines, taken, strict=True))
    for run in _RUN.finditer(kinds):
        at, first = run.start(), kinds.find("F", run.start() + 1, run.end())
        while first > 0:
            found = _stack(lines, kinds, (at, first, run.end())) if kinds[first - 1] == "L" else None
            if found:
                yield found
                at = found[1]
            first = kinds.find("F", found[1] if found else first + 1, run.end())


def _is_measured(lines: Sequence[str], first: int, after: int) -> bool:
    """Whether rows of a name and one figure measure something: a list of contents has its page numbers there."""
    if after - first < _MIN_NARROW_ROWS:
        return False
    return any(map(_FRACTION.search, lines[first:after])) or any(
        map(_MEASURED.search, lines[max(0, first - _MIN_NARROW_ROWS) : first])
    )


def _data_row(line: str) -> Row | None:
    if not (" " in line or "\u3000" in line or "\xa0" in line) or _SENTENCE.search(line) or not _HAN.search(line):
        return None
    for gap, is_wide in ((_WIDE, True), (_NARROW, False)):
        cells = tuple(gap.split(line.strip(_EDGE)))
        figures = sum(1 for _ in takewhile(_FIGURE.fullmatch, reversed(cells)))
        labels = cells[: len(cells) - figures]
        if labels and _INDEX.fullmatch(labels[0]):
            labels = labels[1:]
        if not 0 < len(labels) <= _MOST_LABELS or any(_DATE.match(label) for label in labels):
            continue
        if not all(_HAN.search(label) and len(label) <= _LABEL_LENGTH for label in labels):
            continue
        if figures > 1 or (figures and len(cells) == _MIN_ROWS):
            return cells
        if figures and is_wide:
            return cells
    return None


def _sum_row(data: Sequence[Row | None], out: list[Row | None], at: int, width: int) -> int:
    """The last row where it leaves its last cell empty (合计 270.5, without a share)."""
    row = data[at] if at < len(data) else None
    if row is not None and len(row) == width - 1 and _SUM.fullmatch(row[0]):
        out[at] = (*row, "")
        return at + 1
    return at


def _heads(lines: Sequence[str], taken: Sequence[Row | None], out: list[Row | None], first: int, width: int) -> None:
    for at in range(first - 1, max(-1, first - 1 - _HEADS), -1):
        if taken[at] is not None or out[at] is not None or (cells := _head(lines[at], width)) is None:
            return
        out[at] = cells


def _head(line: str, width: int) -> Row | None:
    if _SENTENCE.search(line):
        return None
    for gap in (_WIDE, _NARROW):
        cells = tuple(gap.split(line.strip(_EDGE)))
        if len(cells) == width and all(len(cell) <= _LABEL_LENGTH for cell in cells):
            return cells if any(map(_HAN.search, cells)) and not any(map(_FIGURE.fullmatch, cells)) else None
    return None


def _kind(line: str) -> str:
    plain = line.strip(_EDGE)
    if _FIGURE.fullmatch(plain):
        return "F"
    if len(plain) <= _LABEL_LENGTH and _HAN.search(plain) and not re.search(r"[。；！？]|[，：]$", plain):
        return "L"
    return "X"


def _stack(lines: Sequence[str], kinds: str, run: tuple[int, int, int]) -> tuple[int, int, list[Row]] | None:
    """The rows of a run (its first line, its first figure, its end): a label and as many figures each time, under as many
    headings."""
    start, first, stop = run
    indexed = lines[first].strip(_EDGE) in ("1", "１") and kinds.startswith("FLF", first)
    opening = first if indexed else first - 1
    label = opening + indexed
    figures = _FIGURES.match(kinds, label + 1, stop)
    width = 1 + indexed + (len(figures[0]) if figures else 0)
    if indexed and kinds.startswith("L", opening + width, stop):
        width -= 1  # the next row's number was counted in
    heads = opening - width
    if not _MIN_ROWS <= width <= _MOST_CELLS or heads < start:
        return None
    if not any(map(_MEASURED.search, lines[heads:opening])):
        return None
    rows = [_stripped(lines[heads:opening])]
    pattern = ("F" if indexed else "") + "L" + "F" * (width - 1 - indexed)
    end = opening
    while kinds.startswith(pattern, end, stop):
        rows.append(_stripped(lines[end : end + width]))
        end += width
    if indexed and kinds.startswith(pattern[1:], end, stop):
        rows.append(("", *_stripped(lines[end : end + width - 1])))  # a sum without a number
        end += width - 1
    return (heads, end, rows) if len(rows) > _MIN_NARROW_ROWS else None


def _stripped(cells: Sequence[str]) -> Row:
    return tuple(cell.strip(_EDGE) for cell in cells)
