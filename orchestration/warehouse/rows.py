"""One issue's reading as rows of the raw tables: quotes cut from the text, sections and pages looked up, ids given.

What belongs here: everything a row needs that its record does not state itself. No DuckDB and no clock.
"""

from __future__ import annotations

import base64
import hashlib
import io
import json
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator
from dataclasses import fields
from operator import attrgetter
from typing import Any

import pyarrow as pa

from orchestration.gazette.records import Document, DocumentReading, IssueReading, Notice, Section, Source
from orchestration.warehouse.schema import BY_ISSUE, FAMILIES, TABLES, Family, arrow_schema, columns_of

Row = tuple[Any, ...]
IssueTables = dict[str, pa.Table]


class BrokenQuote(ValueError):
    """A fact whose offsets do not lie in its document's text, or hold no words: never loaded."""


class Places:
    """Looks up the section, the printed page and the confidence of places in one document."""

    def __init__(self, document: Document) -> None:
        self._sections = document.sections
        self._starts = [section.start for section in document.sections]
        self._by_id = {section.section_id: section for section in document.sections}
        self._offsets = [offset for offset, _, _ in document.page_map]
        self._pages = [page for _, page, _ in document.page_map]
        self._recognised = document.confidences
        self._recognised_ends = [end for _, end, _ in document.confidences]

    def section(self, offset: int) -> Section | None:
        """The innermost section that holds the offset."""
        index = bisect_right(self._starts, offset) - 1
        section: Section | None = self._sections[index] if index >= 0 else None
        while section is not None and offset >= section.end:
            section = self._by_id.get(section.parent_id) if section.parent_id else None
        return section

    def page(self, offset: int) -> int | None:
        """The printed page on which the offset stands."""
        index = bisect_right(self._offsets, offset) - 1
        return self._pages[index] if index >= 0 else None

    def confidence(self, start: int, end: int) -> float | None:
        """The least confidence (0..1) of the recognised lines that a span touches; None where it touches none."""
        least: float | None = None
        for index in range(bisect_right(self._recognised_ends, start), len(self._recognised)):
            begins, _, confidence = self._recognised[index]
            if begins >= end:
                break
            least = confidence if least is None else min(least, confidence)
        return least

    def pages(self, start: int, end: int) -> tuple[int | None, int | None]:
        """The first and the last printed page of a span, unknown ones left out."""
        first = max(bisect_right(self._offsets, start) - 1, 0)
        last = bisect_right(self._offsets, max(end - 1, start))
        known = [page for page in self._pages[first:last] if page is not None]
        return (known[0], known[-1]) if known else (None, None)


def tables_of_issue(reading: IssueReading, parser_version: str, input_hash: str) -> IssueTables:
    """All raw tables of one issue. Raises BrokenQuote when a fact does not point at words of its document."""
    rows: dict[str, list[Row]] = {name: [] for name in BY_ISSUE}
    issue_id = reading.source.issue_id
    notices = list(reading.notices)
    _add_pages(rows["pages"], reading)
    for one in reading.documents:
        document = one.document
        places = Places(document)
        rows["documents"].append((*_document_fields(document), *places.pages(0, len(document.text))))
        _add_sections(rows["sections"], document, places)
        for family in FAMILIES:
            rows[family.table].extend(_fact_rows(family, one, places, notices))
        notices.extend(_placed(one.notices, document.document_id))
    rows["notices"].extend(_notice_rows(issue_id, notices))
    rows["issues"].append(_issue_row(reading, len(rows["notices"]), parser_version, input_hash))
    return {name: _table(name, listed) for name, listed in rows.items()}


def tables_of_quarantined(source: Source, notice: Notice, parser_version: str, input_hash: str) -> IssueTables:
    """The raw tables of a file that could not be read: its name and the reason, no issue."""
    rows: dict[str, list[Row]] = {name: [] for name in BY_ISSUE}
    rows["notices"].extend(_notice_rows(source.issue_id, [notice]))
    known = {
        "issue_id": source.issue_id,
        "gazette_id": source.gazette_id,
        "source_file": source.file,
        "source_sha256": source.sha256 or None,
        "code": notice.code,
        "message": notice.message,
        "parser_version": parser_version,
        "input_hash": input_hash,
    }
    rows["quarantine"].append(_row("quarantine", known))
    return {name: _table(name, listed) for name, listed in rows.items()}


def encode(tables: IssueTables) -> bytes:
    """The tables as one run of Arrow streams: small to send between processes, and the form kept on disk."""
    sink = io.BytesIO()
    for name, table in tables.items():
        if table.num_rows:
            named = table.replace_schema_metadata({"table": name})
            with pa.ipc.new_stream(sink, named.schema, options=pa.ipc.IpcWriteOptions(compression="zstd")) as writer:
                writer.write_table(named)
    return sink.getvalue()


def decode(payload: bytes) -> IssueTables:
    """What ``encode`` was given, without the empty tables."""
    source = pa.BufferReader(payload)
    found: IssueTables = {}
    while source.tell() < len(payload):
        table = pa.ipc.open_stream(source).read_all()
        found[table.schema.metadata[b"table"].decode()] = table
    return found


def fact_id(family: Family, document_id: str, fact: Any, ordinal: int = 0) -> str:
    """A short id made of what names the fact: family, document, span and identity fields; 60 bits."""
    parts = [family.table, document_id, fact.start, fact.end, *(getattr(fact, name) for name in family.identity)]
    if ordinal:
        parts.append(ordinal)
    return f"{family.prefix}-{_digest(parts)}"


def _digest(parts: Iterable[Any]) -> str:
    stated = json.dumps([str(part) if part is not None else None for part in parts], ensure_ascii=False)
    raw = hashlib.blake2b(stated.encode("utf-8", "surrogatepass"), digest_size=8).digest()
    return base64.b32encode(raw)[:12].decode().lower()


def _fact_rows(family: Family, one: DocumentReading, places: Places, notices: list[Notice]) -> Iterator[Row]:
    document = one.document
    read = _getter(family)
    seen: dict[str, list[Any]] = {}
    for fact in getattr(one, family.attribute):
        plain_id = fact_id(family, document.document_id, fact)
        twins = seen.setdefault(plain_id, [])
        if fact in twins:
            notices.append(_said_twice(family, document, fact, places))
            continue
        # Two facts of one identity that differ in another field both stand, told apart by their order.
        given_id = fact_id(family, document.document_id, fact, len(twins)) if twins else plain_id
        twins.append(fact)
        yield (
            given_id,
            document.issue_id,
            document.document_id,
            *_provenance(family, document, fact, places),
            *read(fact),
            False,
            None,
        )


def _provenance(family: Family, document: Document, fact: Any, places: Places) -> Row:
    rule = getattr(fact, family.rule)
    if fact.start is None and family.rule != "rule_id":
        return (None, None, None, None, None, rule, None)  # a reconciliation that has no stated figure
    quote = document.text[fact.start : fact.end] if 0 <= fact.start < fact.end <= len(document.text) else ""
    if not quote.strip():
        raise BrokenQuote(
            f"{document.document_id}: rule {rule} made a {family.table} row with offsets {fact.start}-{fact.end} "
            f"in a text of {len(document.text)} characters, which hold no words"
        )
    section = places.section(fact.start)
    return (
        section.section_id if section else None,
        quote,
        fact.start,
        fact.end,
        places.page(fact.start),
        rule,
        places.confidence(fact.start, fact.end),
    )


def _said_twice(family: Family, document: Document, fact: Any, places: Places) -> Notice:
    return Notice(
        "extraction",
        "fact_said_twice",
        f"Rule {getattr(fact, family.rule)} gave the same {family.table} row twice; one is kept.",
        quote=None if fact.start is None else document.text[fact.start : fact.end],
        page=None if fact.start is None else places.page(fact.start),
        document_id=document.document_id,
    )


def _getter(family: Family) -> Callable[[Any], Row]:
    names = [name for name in columns_of(family.record) if name not in ("char_start", "char_end", "rule_id")]
    read = attrgetter(*names)
    return read if len(names) > 1 else lambda fact: (read(fact),)


_DOCUMENT_NAMES = tuple(columns_of(Document))
_document_values = attrgetter(*_DOCUMENT_NAMES)


def _document_fields(document: Document) -> Row:
    return tuple(list(value) if isinstance(value, tuple) else value for value in _document_values(document))


def _add_pages(rows: list[Row], reading: IssueReading) -> None:
    for sequence, page in enumerate(reading.pages, 1):
        text = "\n".join([line.text for line in page.lines])
        rows.append((reading.source.issue_id, sequence, page.number, len(page.lines), text))


def _add_sections(rows: list[Row], document: Document, places: Places) -> None:
    for s in document.sections:
        first, last = (s.page_first, s.page_last) if s.page_first is not None else places.pages(s.start, s.end)
        text = document.text[s.start : s.end]
        known = {f.name: getattr(s, f.name) for f in fields(s)} | {
            "issue_id": document.issue_id,
            "parent_section_id": s.parent_id,
            "char_start": s.start,
            "char_end": s.end,
            "page_first": first,
            "page_last": last,
            "text": text,
        }
        rows.append(_row("sections", known))


def _placed(notices: Iterable[Notice], document_id: str) -> Iterator[Notice]:
    for n in notices:
        yield n if n.document_id else Notice(n.stage, n.code, n.message, n.quote, n.page, document_id)


def _notice_rows(issue_id: str, notices: Iterable[Notice]) -> Iterator[Row]:
    met: dict[str, int] = {}
    for n in notices:
        parts = [issue_id, n.document_id, n.stage, n.code, n.message, n.quote, n.page]
        plain = _digest(parts)
        met[plain] = met.get(plain, 0) + 1
        given = plain if met[plain] == 1 else _digest([*parts, met[plain]])
        yield (f"wa-{given}", issue_id, n.document_id, n.stage, n.code, n.message, n.quote, n.page)


def _issue_row(reading: IssueReading, warnings: int, parser_version: str, input_hash: str) -> Row:
    source = reading.source
    known = {f.name: getattr(reading, f.name) for f in fields(reading)} | {
        "issue_id": source.issue_id,
        "gazette_id": source.gazette_id,
        "title": reading.title or _text(source.origin.get("title")),
        "document_count": len(reading.documents),
        "notice_count": warnings,
        "source_file": source.file,
        "source_sha256": source.sha256,
        "source_url": _text(source.origin.get("source_url")),
        "publisher": _text(source.origin.get("publisher") or source.gazette.get("publisher")),
        "licence": _text(source.origin.get("licence")),
        "retrieved": _text(source.origin.get("retrieved")),
        "region_name": _spoken_for(reading),
        "parser_version": parser_version,
        "input_hash": input_hash,
        "status": "read_with_warnings" if warnings else "read",
        "repairs": json.dumps(reading.repairs, ensure_ascii=False, sort_keys=True),
        "origin": json.dumps(source.origin, ensure_ascii=False, sort_keys=True, default=str),
        "gazette": json.dumps(source.gazette, ensure_ascii=False, sort_keys=True, default=str),
    }
    return _row("issues", known)


def _spoken_for(reading: IssueReading) -> str | None:
    named = [one.document.region_name for one in reading.documents if one.document.region_name]
    return max(sorted(set(named)), key=named.count) if named else None


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def _row(table: str, known: dict[str, Any]) -> Row:
    return tuple(known.get(name) for name in TABLES[table])


def _table(name: str, rows: list[Row]) -> pa.Table:
    schema = arrow_schema(name)
    columns = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)
