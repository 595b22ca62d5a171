"""The text of one document's lines: paragraphs on lines of their own, with the map to pages and the spans of tables."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from orchestration.gazette.records import CELL, Table
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.splitting import Head
from orchestration.gazette.text.stream import Stream


@dataclass(frozen=True, slots=True)
class Body:
    """The text of a range of the stream, with paragraphs."""

    text: str
    paragraphs: list[elements.Paragraph]
    page_map: tuple[tuple[int, int | None, int], ...]
    confidences: tuple[tuple[int, int, float], ...]
    tables: tuple[Table, ...]
    stream_starts: list[int]
    text_starts: list[int]

    def of(self, stream_offset: int) -> int:
        """The offset in the text of an offset of the stream."""
        i = bisect_right(self.stream_starts, stream_offset) - 1
        return min(len(self.text), self.text_starts[i] + stream_offset - self.stream_starts[i])

    def paragraph_at(self, offset: int) -> int:
        return max(0, bisect_right([start for start, _ in self.paragraphs], offset) - 1)


def body_of(stream: Stream, first: int, last: int, head: Head | None) -> Body:
    """The text of pieces ``first`` to ``last``, paragraphs on lines of their own, the head's elements on theirs."""
    breaks: set[int | None] = set()
    if head:
        breaks = {
            head.title_start,
            head.issuer_end,
            head.title_end,
            head.number_start,
            head.end,
            *_cited_plan(stream, last, head),
        }
    out: list[str] = []
    text_starts: list[int] = []
    page_map: list[tuple[int, int | None, int]] = []
    confidences: list[tuple[int, int, float]] = []
    paragraphs: list[elements.Paragraph] = []
    rows: list[tuple[tuple[int, int], ...]] = []
    tables: list[Table] = []
    length = opened = 0
    for i in range(first, last):
        piece, start = stream.pieces[i], stream.starts[i]
        text_starts.append(length)
        page_map.append((length, piece.page, piece.number))
        end = stream.starts[i + 1] if i + 1 < len(stream.pieces) else len(stream.text)
        if piece.cells is not None:
            rows.append(_cells(piece.text, length))
        elif rows:
            tables.append(Table(rows[0][0][0], rows[-1][-1][1], tuple(rows)))
            rows = []
        chunk = stream.text[start:end]
        if piece.confidence is not None:
            confidences.append((length, length + len(chunk), piece.confidence))
        out.append(chunk)
        length += len(chunk)
        if i + 1 == last or stream.ends_paragraph[i] or end in breaks:
            # Inside a title lines go on, whatever the measure says.
            if head and head.issuer_end < end < head.title_end and end not in breaks:
                continue
            paragraphs.append((opened, length))
            if i + 1 < last:
                out.append("\n")
                length += 1
            opened = length
    if rows:
        tables.append(Table(rows[0][0][0], rows[-1][-1][1], tuple(rows)))
    return Body(
        "".join(out),
        paragraphs,
        tuple(page_map),
        tuple(confidences),
        tuple(tables),
        list(stream.starts[first:last]),
        text_starts,
    )


def _cited_plan(stream: Stream, last: int, head: Head) -> set[int]:
    """Where the plan that a notice's title names is printed as a title of its own: its start and its end.

    A title that fills its line shows no end of a paragraph; its words do.
    """
    cited = elements.cited_title(stream.text[head.title_start : head.title_end])
    if not cited:
        return set()
    stop = stream.starts[last] if last < len(stream.pieces) else len(stream.text)
    at = stream.text.find(cited, head.end, stop)
    while at >= 0:
        end = at + len(cited)
        if stream.starts[stream.piece_at(at)] == at and (end == stop or stream.starts[stream.piece_at(end)] == end):
            return {at, end}
        at = stream.text.find(cited, at + 1, stop)
    return set()


def _cells(row: str, at: int) -> tuple[tuple[int, int], ...]:
    spans = []
    for cell in row.split(CELL):
        spans.append((at, at + len(cell)))
        at += len(cell) + len(CELL)
    return tuple(spans)


class Pages:
    """Printed pages by offset."""

    def __init__(self, page_map: tuple[tuple[int, int | None, int], ...]) -> None:
        self._starts = [start for start, _, _ in page_map]
        self._pages = [page for _, page, _ in page_map]

    def at(self, offset: int) -> int | None:
        return self._pages[max(0, bisect_right(self._starts, offset) - 1)] if self._pages else None
