"""A stream of lines to documents: heads, paragraphs, elements, sections, and the map from offsets to pages."""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass, replace

from orchestration.gazette.language.characters import is_traditional
from orchestration.gazette.language.dates import han_number, validity
from orchestration.gazette.records import CELL, Document, Notice, Section, Source, Table
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.places import region_of
from orchestration.gazette.structure.portal import Portal, portal_rows
from orchestration.gazette.structure.sections import headings
from orchestration.gazette.structure.splitting import MASTHEAD, Head, contents, heads
from orchestration.gazette.structure.titles import NUMBER, ORDER, REGISTRATION, TYPE_END, is_title, issuer_of, kind_of
from orchestration.gazette.text.joining import Stream

_ELSEWHERE = re.compile(r"附件.{0,12}(?:详见|见|登录|请到|从).{0,30}(?:网站|网|门户|平台)")
_DAMAGED = re.compile(r"(?:^|[^\d.])(?P<figure>\.\d{1,4}(?:%|公顷|亩|万|亿|元|吨|个|平方))")
_TITLE_LINES = 25  # lines of a loose text within which its title stands


@dataclass(frozen=True, slots=True)
class _Body:
    """The text of a range of the stream, with paragraphs."""

    text: str
    paragraphs: list[elements.Paragraph]
    page_map: tuple[tuple[int, int | None, int], ...]
    tables: tuple[Table, ...]
    stream_starts: list[int]
    text_starts: list[int]

    def of(self, stream_offset: int) -> int:
        """The offset in the text of an offset of the stream."""
        i = bisect_right(self.stream_starts, stream_offset) - 1
        return min(len(self.text), self.text_starts[i] + stream_offset - self.stream_starts[i])

    def paragraph_at(self, offset: int) -> int:
        return max(0, bisect_right([start for start, _ in self.paragraphs], offset) - 1)


def documents(stream: Stream, source: Source, stated: Portal) -> tuple[list[Document], list[Notice]]:
    """All documents of an issue, in order, and what could not be placed.

    Args:
        stream: the issue's lines.
        source: where the issue comes from; its ids begin the documents'.
        stated: title, number and dates that a portal prints or keeps about a loose document.
    """
    if not stream.pieces:
        return [], []
    found = heads(stream)
    notices: list[Notice] = []
    if len(found) <= 1:
        ranges: list[tuple[int, int, Head | None]] = [(0, len(stream.pieces), found[0] if found else None)]
    else:
        cuts = [stream.piece_at(head.start) for head in found]
        ranges = [
            (cut, following, head)
            for cut, following, head in zip(cuts, [*cuts[1:], len(stream.pieces)], found, strict=True)
        ]
        ranges, notices = _front_matter(stream, ranges, cuts[0], found[0])
    parts: list[tuple[int, int, Head | None]] = []
    for first, last, head in ranges:
        parts.extend(_unnumbered(stream, first, last, head) if len(found) > 1 else [(first, last, head)])
    region = source.gazette.get("region_name") or source.gazette.get("name")
    gazette_region = str(region) if region else None
    made = [
        _document(stream, first, last, head, source, sequence, stated if len(parts) == 1 else Portal(), gazette_region)
        for sequence, (first, last, head) in enumerate(parts, 1)
    ]
    notices += _check_contents(stream, found, made)
    for document in made:
        notices += _missing_pieces(document)
    return made, notices


def _front_matter(
    stream: Stream, ranges: list[tuple[int, int, Head | None]], end: int, head: Head
) -> tuple[list[tuple[int, int, Head | None]], list[Notice]]:
    """What is printed before the first numbered document: contents, or documents without a number."""
    if end == 0:
        return ranges, []
    body = _body(stream, 0, end, None)
    if contents(stream, head.start) or MASTHEAD.search(body.text) and len(body.text) < 200:
        return ranges, []
    if len(body.text) > 300:
        return [(0, end, None), *ranges], []
    lost = body.text[:200]
    return ranges, [Notice("structure", "front_matter", "Printed before the first document and read as none.", lost, stream.pieces[0].page)]


def _body(stream: Stream, first: int, last: int, head: Head | None) -> _Body:
    """The text of pieces ``first`` to ``last``, paragraphs on lines of their own, the head's elements on theirs."""
    breaks: set[int | None] = set()
    if head:
        breaks = {head.title_start, head.issuer_end, head.title_end, head.number_start, head.end, *_cited_plan(stream, last, head)}
    out: list[str] = []
    text_starts: list[int] = []
    page_map: list[tuple[int, int | None, int]] = []
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
    return _Body("".join(out), paragraphs, tuple(page_map), tuple(tables), list(stream.starts[first:last]), text_starts)


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


def _unnumbered(stream: Stream, first: int, last: int, head: Head | None) -> list[tuple[int, int, Head | None]]:
    """The range of one numbered document, cut where documents without a number follow it."""
    body = _body(stream, first, last, head)
    signed = elements.signature(body.text, body.paragraphs, 2 if head else 0)
    if signed is None:
        return [(first, last, head)]
    title = stream.text[head.title_start : head.title_end] if head else ""
    at = body.paragraph_at(signed.end) + 1
    opening = body.text[body.of(head.end) :][:200].replace("\n", "") if head else ""
    if named := elements.attached_title(body.text, body.paragraphs, at, title, opening):
        at = named[2]
    for i in range(at, len(body.paragraphs)):
        after = elements.opens_document(body.text, body.paragraphs, i)
        named_here = "".join(body.text[slice(*p)] for p in body.paragraphs[i:after]) if after else ""
        if after and not elements.shares_words(named_here, title):
            cut = first + bisect_right(body.text_starts, body.paragraphs[i][0]) - 1
            return [(first, cut, head), *_unnumbered(stream, cut, last, None)]
    return [(first, last, head)]


def _document(
    stream: Stream, first: int, last: int, head: Head | None, source: Source, sequence: int, stated: Portal, gazette_region: str | None
) -> Document:
    body = _body(stream, first, last, head)
    text, paragraphs = body.text, body.paragraphs
    document_id = f"{source.issue_id}/{sequence:02d}"
    stated = stated.or_else(portal_rows(text, paragraphs)) if sequence == 1 else stated
    if head:
        issuers = " ".join(_lines(body, head.title_start, head.issuer_end))
        about = text[body.of(head.issuer_end) : body.of(head.title_end)].replace("\n", "")
        title = issuers + about
        after_head = body.paragraph_at(body.of(head.end) - 1) + 1
        number = stream.text[head.number_start or 0 : head.number_end or 0] or None
    else:
        title, after_head = _loose_title(text, paragraphs, stated)
        issuers, number = "", stated.doc_number or _loose_number(text, paragraphs, after_head)
    signed = elements.signature(text, paragraphs, after_head)
    names: tuple[str, ...] = ()
    body_start = paragraphs[min(after_head, len(paragraphs) - 1)][0]
    for i in range(after_head, min(after_head + 6, len(paragraphs))):
        if names := elements.addressees(text, paragraphs[i]):
            colon = text.index("：", paragraphs[i][0]) + 1
            body_start = min(colon + (text[colon : colon + 1] == "\n"), len(text))
            break
    attached = None
    if signed is not None:
        opening = text[paragraphs[min(after_head, len(paragraphs) - 1)][0] :][:200].replace("\n", "")
        attached = elements.attached_title(text, paragraphs, body.paragraph_at(signed.end) + 1, title, opening)
    signed_date = signed.date if signed else stated.signed_date
    if signed is None and signed_date is None:
        signed_date = _undersigned(text, paragraphs, after_head)
    attachments, note_start = elements.attachments(text, paragraphs, after_head)
    body_end = len(text) if signed is None else signed.start
    if note_start is not None and note_start < body_end and not (signed and note_start > signed.end):
        body_end = note_start
    tail = note_start if attached and note_start is not None and note_start > paragraphs[attached[1]][0] else len(text)
    attached_start = paragraphs[attached[1]][0] if attached else None
    spans = [(body_start, body_end)]
    if attached:
        spans.append((paragraphs[attached[2]][0] if attached[2] < len(paragraphs) else len(text), tail))
    elif signed is not None and signed.end + 200 < len(text):
        spans.append((signed.end, len(text)))
    issuer = issuers or issuer_of(title) or stated.issuer or (" ".join(signed.bodies) if signed else None)
    match = NUMBER.search(number) if number else None
    order = ORDER.fullmatch(number) if number else None
    force = validity(text, signed_date)
    pages = _Pages(body.page_map)
    return Document(
        document_id=document_id,
        issue_id=source.issue_id,
        sequence=sequence,
        kind=kind_of(title),
        title=title,
        text=text,
        doc_number=number,
        doc_prefix=number[: match.start()] if number and match else order["issuer"] + "令" if order else None,
        doc_year=int(match[1]) if match else None,
        doc_serial=int(match[2]) if match else han_number(order["serial"]) if order else None,
        issuer=issuer,
        addressees=names,
        signed_date=signed_date,
        effective_from=force.effective_from if force else None,
        effective_to=force.effective_to if force else None,
        registration_number=(head.registration if head else None) or stated.registration or _registration(text, paragraphs[:12]),
        attached_title=attached[0] if attached else None,
        attachments=attachments,
        body_start=body_start,
        body_end=body_end,
        attached_start=attached_start,
        sections=_sections(text, spans, document_id, pages),
        tables=body.tables,
        page_map=body.page_map,
        region_name=region_of(issuer, title, text[:600], gazette_region),
        traditional=is_traditional(text),
    )


def _lines(body: _Body, start: int, end: int) -> list[str]:
    if start >= end:
        return []
    return [line for line in body.text[body.of(start) : body.of(end)].split("\n") if line]


def _loose_title(text: str, paragraphs: list[elements.Paragraph], stated: Portal) -> tuple[str, int]:
    """(title, index of the first paragraph after it) of a document that opens without a number."""
    if stated.title:
        for i, paragraph in enumerate(paragraphs[:_TITLE_LINES]):
            if text[slice(*paragraph)].strip("# ") == stated.title:
                return stated.title, i + 1
        return stated.title, 0
    lines = [text[slice(*paragraph)].strip("# >") for paragraph in paragraphs[:_TITLE_LINES]]
    for i, line in enumerate(lines):  # a title in one line
        if len(line) >= 6 and is_title(line) and not _CRUMBS.search(line) and (len(line) >= 8 or kind_of(line) == "报告"):
            return line, i + 1
        if line.endswith("。") and len(line) > 60:
            break  # the text has begun
    for i in range(len(lines)):  # a title over several lines
        joined = ""
        for k in range(i, min(i + 4, len(lines))):
            joined += lines[k]
            if len(joined) > 120 or "：" in joined or "。" in joined or _CRUMBS.search(lines[k]):
                break
            if k > i and is_title(joined) and ("关于" in joined or issuer_of(joined)):
                return joined, k + 1
    for i, line in enumerate(lines[:6]):  # a headline
        if 6 <= len(line) <= 80 and not _CRUMBS.search(line) and not line.endswith(("。", "；", "，", "：")) and _CHINESE_LINE.search(line):
            if line.count("。") == 0 and not _BYLINE.search(line):
                return line, i + 1
        if len(line) > 80 or line.endswith("。"):
            break
    return "", 0


# Lines of a web page that are no titles: paths of menus, buttons, bylines, captions.
_CRUMBS = re.compile(r"[>|]|!\[|https?:|www\.|^(?:首页|下载|打印|全屏|收藏|跳至|返回|当前位置|【|\*)")
_BYLINE = re.compile(r"(?:来源|作者|编辑|发布时间|发布日期|时间|浏览)[：:]|记者|[摄攝]$|\d{1,2}:\d{2}|^\d{4}[年-]\d{1,2}[月-]\d{1,2}日?")
_CHINESE_LINE = re.compile(r"[一-龥]{4}")


def _loose_number(text: str, paragraphs: list[elements.Paragraph], after: int) -> str | None:
    """A document number alone in one of the lines right under the title."""
    for start, end in paragraphs[after : after + 4]:
        match = NUMBER.search(text, start, end)
        if match and match.end() == end and match.start() - start <= 14 and "，" not in text[start:end]:
            return text[start:end]
    return None


def _undersigned(text: str, paragraphs: list[elements.Paragraph], after: int) -> dt.date | None:
    """The date under the title or at the end; None where several lists stand under dates of their own."""
    dates = [date for paragraph in paragraphs if (date := elements.date_line(text, paragraph))]
    return dates[0] if len(set(dates)) == 1 else None


def _registration(text: str, paragraphs: list[elements.Paragraph]) -> str | None:
    for paragraph in paragraphs:
        if match := REGISTRATION.fullmatch(text[slice(*paragraph)]):
            return match[1]
    return None


class _Pages:
    """Printed pages by offset."""

    def __init__(self, page_map: tuple[tuple[int, int | None, int], ...]) -> None:
        self._starts = [start for start, _, _ in page_map]
        self._pages = [page for _, page, _ in page_map]

    def at(self, offset: int) -> int | None:
        return self._pages[max(0, bisect_right(self._starts, offset) - 1)] if self._pages else None


def _sections(text: str, spans: list[tuple[int, int]], document_id: str, pages: _Pages) -> tuple[Section, ...]:
    made: list[Section] = []
    for start, end in spans:
        base = len(made)
        for heading in headings(text, start, end):
            made.append(
                Section(
                    section_id=f"{document_id}/{len(made) + 1:03d}",
                    document_id=document_id,
                    parent_id=made[base + heading.parent].section_id if heading.parent is not None else None,
                    depth=heading.depth,
                    label=heading.label,
                    path=heading.path,
                    heading=text[heading.label_end : heading.heading_end].strip(),
                    start=heading.start,
                    end=heading.end,
                    heading_end=heading.heading_end,
                    page_first=pages.at(heading.start),
                    page_last=pages.at(max(heading.start, heading.end - 1)),
                )
            )
    return tuple(made)


def _check_contents(stream: Stream, found: list[Head], made: list[Document]) -> list[Notice]:
    """Entries of the table of contents that no document answers to."""
    if not found:
        return []
    titles = [document.title for document in made]
    return [
        Notice("structure", "contents_without_document", f"The contents list 《{entry}》 (page {page}); no such document was found.", entry, page)
        for entry, page in contents(stream, found[0].start)
        if not any(elements.shares_words(entry, title, 0.85) for title in titles)
    ]


def _missing_pieces(document: Document) -> list[Notice]:
    """What the document itself says, or shows, to be missing."""
    pages = _Pages(document.page_map)
    notices = []
    for match in _ELSEWHERE.finditer(document.text):
        notices.append(
            Notice("structure", "attachment_elsewhere", "The attachment is not printed here; the text says where it stands.", match[0], pages.at(match.start()), document.document_id)
        )
    for match in re.finditer("□", document.text):
        quote = document.text[max(0, match.start() - 10) : match.end() + 10].replace("\n", "")
        notices.append(Notice("text", "missing_glyph", "A character was lost in extraction; □ stands for it.", quote, pages.at(match.start()), document.document_id))
    for match in _DAMAGED.finditer(document.text):
        quote = document.text[max(0, match.start() - 10) : match.end() + 6].replace("\n", "")
        notices.append(
            Notice("text", "damaged_figure", "A figure lost its whole part in extraction; it is read as no fact.", quote, pages.at(match.start("figure")), document.document_id)
        )
    return notices


def renumbered(document: Document, sequence: int) -> Document:
    """The same document at another place in its issue."""
    return replace(document, sequence=sequence)
