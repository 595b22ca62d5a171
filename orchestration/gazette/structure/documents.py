"""A stream of lines to documents: heads, paragraphs, elements, sections, and the map from offsets to pages."""

from __future__ import annotations

from bisect import bisect_right

from orchestration.gazette.language.dates import han_number, validity
from orchestration.gazette.language.marked import without_glosses
from orchestration.gazette.records import Document, Notice, Section, Source
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.body import Body, Pages, body_of
from orchestration.gazette.structure.loose import loose_number, loose_title, title_and_number, undersigned
from orchestration.gazette.structure.missing import missing_pieces, unanswered_contents
from orchestration.gazette.structure.places import region_of
from orchestration.gazette.structure.portal import Portal, portal_rows
from orchestration.gazette.structure.printed import as_printed, in_simplified, notices_as_printed
from orchestration.gazette.structure.sections import headings
from orchestration.gazette.structure.splitting import MASTHEAD, Head, contents, heads
from orchestration.gazette.structure.titles import NUMBER, ORDER, REGISTRATION, issuer_of, kind_of
from orchestration.gazette.text.stream import Stream

_PLACE_REACH = 2000  # characters from the beginning that tell which place a text speaks for


def documents(stream: Stream, source: Source, stated: Portal) -> tuple[list[Document], list[Notice]]:
    """All documents of an issue, in order, and what could not be placed.

    Args:
        stream: the issue's lines.
        source: where the issue comes from; its ids begin the documents'.
        stated: title, number and dates that a portal prints or keeps about a loose document.
    """
    if not stream.pieces:
        return [], []
    printed = stream
    stream, stated = in_simplified(stream, stated)
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
    parts: list[tuple[Body, Head | None]] = []
    for first, last, head in ranges:
        body = body_of(stream, first, last, head)
        parts.extend(_unnumbered(stream, first, last, head, body) if len(found) > 1 else [(body, head)])
    region = source.gazette.get("region_name") or source.gazette.get("name")
    gazette_region = str(region) if region else None
    made = [
        _document(stream, body, head, source, sequence, stated if len(parts) == 1 else Portal(), gazette_region)
        for sequence, (body, head) in enumerate(parts, 1)
    ]
    notices += unanswered_contents(stream, found, made)
    for document in made:
        notices += missing_pieces(document)
    if stream is printed:
        return made, notices
    made = [as_printed(document, body, printed) for document, (body, _) in zip(made, parts, strict=True)]
    return made, notices_as_printed(notices, stream, printed)


def _front_matter(
    stream: Stream, ranges: list[tuple[int, int, Head | None]], end: int, head: Head
) -> tuple[list[tuple[int, int, Head | None]], list[Notice]]:
    """What is printed before the first numbered document: contents, or documents without a number."""
    if end == 0:
        return ranges, []
    body = body_of(stream, 0, end, None)
    if contents(stream, head.start) or (MASTHEAD.search(body.text) and len(body.text) < 200):
        return ranges, []
    if len(body.text) > 300:
        return [(0, end, None), *ranges], []
    lost = body.text[:200]
    return ranges, [
        Notice(
            "structure",
            "front_matter",
            "Printed before the first document and read as none.",
            lost,
            stream.pieces[0].page,
        )
    ]


def _unnumbered(stream: Stream, first: int, last: int, head: Head | None, body: Body) -> list[tuple[Body, Head | None]]:
    """The body of one numbered document, cut where documents without a number follow it."""
    signed = elements.signature(body.text, body.paragraphs, 2 if head else 0)
    if signed is None:
        return [(body, head)]
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
            rest = body_of(stream, cut, last, None)
            return [(body_of(stream, first, cut, head), head), *_unnumbered(stream, cut, last, None, rest)]
    return [(body, head)]


def _document(
    stream: Stream,
    body: Body,
    head: Head | None,
    source: Source,
    sequence: int,
    stated: Portal,
    gazette_region: str | None,
) -> Document:
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
        both = None if stated.title else title_and_number(text, paragraphs)
        title, after_head = (both[0], both[2]) if both else loose_title(text, paragraphs, stated)
        issuers = ""
        number = stated.doc_number or (both[1] if both else loose_number(text, paragraphs, after_head))
    number = without_glosses(number) if number else None
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
        signed_date = undersigned(text, paragraphs, after_head)
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
    pages = Pages(body.page_map)
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
        registration_number=(head.registration if head else None)
        or stated.registration
        or _registration(text, paragraphs[:12]),
        attached_title=attached[0] if attached else None,
        attachments=attachments,
        body_start=body_start,
        body_end=body_end,
        attached_start=attached_start,
        sections=_sections(text, spans, document_id, pages),
        tables=body.tables,
        page_map=body.page_map,
        confidences=body.confidences,
        region_name=region_of(issuer, title, text[:_PLACE_REACH], gazette_region),
    )


def _lines(body: Body, start: int, end: int) -> list[str]:
    if start >= end:
        return []
    return [line for line in body.text[body.of(start) : body.of(end)].split("\n") if line]


def _registration(text: str, paragraphs: list[elements.Paragraph]) -> str | None:
    for paragraph in paragraphs:
        if match := REGISTRATION.fullmatch(text[slice(*paragraph)]):
            return match[1]
    return None


def _sections(text: str, spans: list[tuple[int, int]], document_id: str, pages: Pages) -> tuple[Section, ...]:
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
