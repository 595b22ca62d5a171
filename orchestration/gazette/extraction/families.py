"""All fact families over one document."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from orchestration.gazette.extraction import (
    appointments,
    assignments,
    citations,
    deadlines,
    land,
    policy_changes,
    recognitions,
    reconciliation,
    targets,
)
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, DocumentReading, Notice

# field of DocumentReading -> the family's rules
FAMILIES: dict[str, Callable[[MarkedText], Iterable[Any]]] = {
    "statements": targets.find,
    "land": land.find,
    "appointments": appointments.find,
    "assignments": assignments.find,
    "policy_changes": policy_changes.find,
    "deadlines": deadlines.find,
    "citations": citations.find,
    "recognitions": recognitions.find,
}


def read_document(document: Document) -> DocumentReading:
    """One document with every family's facts, its reconciliations and its notices."""
    marked = MarkedText(document)
    facts: dict[str, tuple[Any, ...]] = {}
    notices: list[Notice] = []
    for field, find in FAMILIES.items():
        found: list[Any] = []
        for item in find(marked):
            if isinstance(item, Notice):
                notices.append(_placed(item, document))
            else:
                found.append(item)
        facts[field] = tuple(found)
    reading = DocumentReading(document=document, notices=tuple(notices), **facts)
    return replace(reading, reconciliations=tuple(reconciliation.check(marked, reading)))


def _placed(notice: Notice, document: Document) -> Notice:
    return notice if notice.document_id else replace(notice, document_id=document.document_id)
