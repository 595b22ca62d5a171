"""Bytes of one issue in, all records out: the way through, on one page.

reading     bytes → pages of lines, running headers gone
text        lines repaired and joined into a stream that knows its pages
structure   stream → documents with their elements and sections
extraction  document → facts with spans
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter

from orchestration.gazette.extraction.families import read_document
from orchestration.gazette.lexicon.documents import identified
from orchestration.gazette.reading import ReadResult, read
from orchestration.gazette.records import CELL, Document, IssueReading, Line, Notice, Source
from orchestration.gazette.structure.documents import documents
from orchestration.gazette.structure.portal import Portal, portal_from
from orchestration.gazette.structure.splitting import MASTHEAD
from orchestration.gazette.text.joining import join
from orchestration.gazette.text.repair import repair
from orchestration.gazette.text.stream import Stream

_PORTAL_KEYS = {
    "title": "标题",
    "doc_number": "发文字号",
    "issuer": "发文机关",
    "signed_date": "成文日期",
    "registration_number": "统一编号",
}


def read_issue(payload: bytes, source: Source) -> IssueReading:
    """All that one issue's bytes state.

    Args:
        payload: the file's bytes, of any supported kind.
        source: whose they are; its ids begin the ids of everything read.

    Raises:
        Unreadable: the bytes hold no text that can be read; the notice says why and what to do.
    """
    result = read(payload, source.file)
    repairs: Counter[str] = Counter()
    stream = join(
        result.pages, [[(line.text, _repaired(line, repairs)) for line in page.lines] for page in result.pages]
    )
    found, notices = documents(stream, source, _stated(result))
    found = [identified(document, source) for document in found]
    readings = tuple(read_document(document) for document in found)
    masthead = MASTHEAD.search(stream.text, 0, _MASTHEAD_WITHIN)
    year, number = _issue_number(result, source, masthead)
    return IssueReading(
        source=source,
        media_type=result.media_type,
        reader=result.reader,
        title=_title(result, source, year, number, masthead, found),
        year=year,
        number=number,
        published_month=_published_month(source, found),
        page_count=_whole(result.metadata.get("page_count")) or (len(result.pages) if len(result.pages) > 1 else None),
        char_count=sum(len(document.text) for document in found),
        pages=result.pages,
        documents=readings,
        notices=(*result.notices, *_low_confidence(stream), *notices),
        repairs=dict(repairs),
    )


def _repaired(line: Line, repairs: Counter[str]) -> str:
    """A line repaired; of a table's row each cell by itself, so that the marks between them stand."""
    if line.cells is None:
        return repair(line.text, repairs)
    return CELL.join(repair(cell.replace("|", "／"), repairs) for cell in line.cells)


def _stated(result: ReadResult) -> Portal:
    rows = {key: str(value) for name, key in _PORTAL_KEYS.items() if (value := result.metadata.get(name))}
    return portal_from({key: repair(value) for key, value in rows.items()})


def _whole(value: object) -> int | None:
    return value if isinstance(value, int) else int(value) if isinstance(value, str) and value.isdigit() else None


_MASTHEAD_WITHIN = 400  # characters from the beginning in which an issue's title page stands


def _issue_number(result: ReadResult, source: Source, masthead: re.Match[str] | None) -> tuple[int | None, int | None]:
    """Year and number of the issue as its running headers or its title page print them, else as its origin states
    them.
    """
    year = (
        _whole(result.metadata.get("issue_year"))
        or _whole(masthead and masthead["year"])
        or _whole(source.origin.get("year"))
    )
    number = (
        _whole(result.metadata.get("issue_number"))
        or _whole(masthead and masthead["number"])
        or _whole(source.origin.get("number"))
    )
    return year, number


def _title(
    result: ReadResult,
    source: Source,
    year: int | None,
    number: int | None,
    masthead: re.Match[str] | None,
    found: list[Document],
) -> str | None:
    if stated := source.origin.get("title"):
        return str(stated)
    name = result.metadata.get("gazette_title") or (masthead and masthead["name"]) or source.gazette.get("name")
    if name and year and number:
        return f"{name} {year}年第{number}期"
    return found[0].title if len(found) == 1 and found[0].title else None


def _published_month(source: Source, found: list[Document]) -> dt.date | None:
    """The month the origin states, else the month of the last signature in an issue of several documents."""
    stated = source.origin.get("published_month") or source.origin.get("published")
    if isinstance(stated, dt.date):
        return stated.replace(day=1)
    if isinstance(stated, str) and len(stated) >= 7:
        return dt.date(int(stated[:4]), int(stated[5:7]), 1)
    signed = [document.signed_date for document in found if document.signed_date]
    return max(signed).replace(day=1) if signed else None


_CONFIDENT = 0.8  # below it a recognised line is as often wrong as right (share of wrong lines in rendered test pages)


def _low_confidence(stream: Stream) -> list[Notice]:
    return [
        Notice(
            "reading",
            "low_confidence",
            f"Recognised with confidence {piece.confidence:.2f}: check it against the scan.",
            piece.text,
            piece.page,
        )
        for piece in stream.pieces
        if piece.confidence is not None and piece.confidence < _CONFIDENT
    ]
