"""Short documents for tests of the fact families, with their sections read as the structure room reads them."""

from __future__ import annotations

import datetime as dt
from typing import Any

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Section
from orchestration.gazette.structure.sections import headings


def short_document(text: str, **fields: Any) -> Document:
    """A notice of an invented city, signed 2021-03-10, whose text is given; any field can be set."""
    found = headings(text, 0, len(text))
    sections = tuple(
        Section(
            section_id=f"t/1#{index}",
            document_id="t/1",
            parent_id=None if heading.parent is None else f"t/1#{heading.parent}",
            depth=heading.depth,
            label=heading.label,
            path=heading.path,
            heading=text[heading.label_end : heading.heading_end].strip(" 　。"),
            start=heading.start,
            end=heading.end,
            heading_end=heading.heading_end,
        )
        for index, heading in enumerate(found)
    )
    stated: dict[str, Any] = {
        "document_id": "t/1",
        "issue_id": "t",
        "sequence": 1,
        "kind": "通知",
        "title": "云州市人民政府办公室关于做好有关工作的通知",
        "doc_number": "云政办字〔2021〕9号",
        "doc_year": 2021,
        "signed_date": dt.date(2021, 3, 10),
        "region_name": "云州市",
        "sections": sections,
    }
    return Document(text=text, **(stated | fields))


def marked(text: str, **fields: Any) -> MarkedText:
    """The shared reading of a short document."""
    return MarkedText(short_document(text, **fields))
