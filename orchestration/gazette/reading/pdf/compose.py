"""Segments and grids of all pages to lines in reading order, with the hints that geometry gives."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median

from orchestration.gazette.reading.pdf import hints
from orchestration.gazette.reading.pdf.columns import Block, Gutter, Item, all_gutters, blocks
from orchestration.gazette.reading.pdf.rules import Grid
from orchestration.gazette.reading.pdf.segments import Segment, join
from orchestration.gazette.reading.pdf.tables import Table, TableRow, aligned_tables, ruled_table
from orchestration.gazette.records import Line

_HOUSE_LINES = 8  # lines of prose on the weaker side that make a gutter the file's own in a file of few pages
_HOUSE_SHARE = 0.2  # share of pages whose gutter makes it the file's own
PageParts = tuple[list[Segment], list[Segment], list[Grid]]  # segments, writing in other directions, ruled grids


@dataclass(slots=True)
class Composed:
    """Lines by page; how many pages stand in columns; how many tables were found."""

    pages: list[tuple[Line, ...]]
    columns: int = 0
    tables: int = 0


@dataclass(slots=True)
class _Part:
    """A line of prose (its segments) or a row of a table, in reading order."""

    segments: list[Segment] = field(default_factory=list)
    row: TableRow | None = None
    opens: bool | None = None


def compose(sheets: Sequence[PageParts]) -> Composed:
    """Reads each page in order of its columns; gutters seen on many pages hold on all."""
    em = _usual_em(sheets)
    prepared: list[tuple[list[Item], list[Segment]]] = []
    tables = 0
    in_columns = 0
    gutters: list[Gutter] = []
    for found, asides, page_grids in sheets:
        items: list[Item] = []
        taken: set[int] = set()
        for grid in page_grids:
            result = ruled_table(grid, [s for s in found if id(s) not in taken])
            if result is not None:
                items.append(result[0])
                taken |= result[1]
                tables += 1
        items += [segment for segment in found if id(segment) not in taken]
        prepared.append((items, asides))
        found_here = all_gutters(items, em)
        gutters += {round(gutter.at): gutter for gutter in found_here}.values()
        in_columns += bool(found_here)
    house = _house(gutters, em, sum(1 for items, _ in prepared if items))
    composed = Composed([], in_columns, tables)
    laid: list[list[tuple[Block, list[_Part]]]] = []
    for items, asides in prepared:
        page = [(block, _parts(block)) for block in blocks(items, em, house)]
        if asides:
            page += [(block, _parts(block)) for block in [_aside(asides)]]
        laid.append(page)
    _hint(laid)
    for page in laid:
        parts = [part for _, block_parts in page for part in block_parts]
        composed.tables += sum(
            1
            for before, part in zip([None, *parts], parts, strict=False)
            if part.row is not None and part.segments and (before is None or before.row is None)
        )
        composed.pages.append(tuple(_line(part, number) for number, part in enumerate(parts, 1)))
    return composed


def _usual_em(sheets: Sequence[PageParts]) -> float:
    sizes: Counter[float] = Counter()
    for found, _, _ in sheets:
        for segment in found:
            sizes[round(segment.em * 2) / 2] += len(segment.text)
    return sizes.most_common(1)[0][0] if sizes else 10.0


def _house(gutters: list[Gutter], em: float, pages: int) -> list[float]:
    """Gutters that many pages share, or that part many lines; left and right pages may differ, hence more than one."""
    out: list[float] = []
    for gutter in sorted(gutters, key=lambda gutter: gutter.at):
        near = [other for other in gutters if abs(other.at - gutter.at) <= em]
        at = median(other.at for other in near)
        strong = sum(other.support for other in near) >= _HOUSE_LINES and pages <= 1 / _HOUSE_SHARE
        shared = len(near) >= max(2, _HOUSE_SHARE * pages)
        if (strong or shared) and all(abs(at - other) > em for other in out):
            out.append(at)
    return out


def _aside(asides: list[Segment]) -> Block:
    return Block(list(asides), min(s.x0 for s in asides), max(s.x1 for s in asides))


def _parts(block: Block) -> list[_Part]:
    """A block's lines and table rows from top to bottom."""
    out: list[_Part] = []
    lines: list[list[Segment]] = []

    def flush() -> None:
        done = 0
        for start, end, rows in aligned_tables(lines):
            out.extend(_Part(line) for line in lines[done:start])
            out.extend(_Part(line, row) for line, row in zip(lines[start:end], rows, strict=True))
            done = end
        out.extend(_Part(line) for line in lines[done:])
        lines.clear()

    for item in sorted(block.items, key=lambda item: (item.top, item.x0)):
        if isinstance(item, Table):
            flush()
            out.extend(_Part(row=row) for row in item.rows)
        elif isinstance(item, Segment):
            if lines and abs(item.y - lines[-1][0].y) < 0.4 * max(item.em, lines[-1][0].em):
                lines[-1].append(item)
                lines[-1].sort(key=lambda segment: segment.x0)
            else:
                lines.append([item])
    flush()
    return out


def _hint(pages: list[list[tuple[Block, list[_Part]]]]) -> None:
    """Tells each line whether it opens a paragraph, from the edges that the columns of all pages share."""
    columns: list[tuple[hints.Column, list[_Part]]] = []
    for page in pages:
        for _, parts in page:
            prose = [part for part in parts if part.row is None]
            if prose:
                lines = [hints.Printed(p.segments[0].x0, p.segments[-1].x1, p.segments[0].em) for p in prose]
                left, right = min(line.x0 for line in lines), max(line.x1 for line in lines)
                columns.append((hints.Column(lines, left, right, parts[-1].row is not None), prose))
    edges = [column for column, _ in columns]
    hints.share_edges(edges)
    for (_, prose), told in zip(columns, hints.opens(edges), strict=True):
        for part, opens in zip(prose, told, strict=True):
            part.opens = opens


def _line(part: _Part, number: int) -> Line:
    confidences = [segment.confidence for segment in part.segments if segment.confidence is not None]
    confidence = min(confidences) if confidences else None
    if part.row is not None:
        return Line(" | ".join(part.row.cells), number, part.row.cells, confidence, True)
    return Line(join(part.segments), number, None, confidence, part.opens)
