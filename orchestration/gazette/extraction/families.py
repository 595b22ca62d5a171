"""All fact families over one document."""

from __future__ import annotations

import importlib
from dataclasses import replace
from typing import Any

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, DocumentReading, Notice

# field of DocumentReading -> module of the family
FAMILIES = {
    "statements": "targets",
    "land": "land",
    "appointments": "appointments",
    "assignments": "assignments",
    "policy_changes": "policy_changes",
    "deadlines": "deadlines",
    "citations": "citations",
    "recognitions": "recognitions",
}


def read_document(document: Document) -> DocumentReading:
    """One document with every family's facts, its reconciliations and its notices."""
    marked = MarkedText(document)
    facts: dict[str, tuple[Any, ...]] = {}
    notices: list[Notice] = []
    for field, module in FAMILIES.items():
        try:
            find = importlib.import_module(f"orchestration.gazette.extraction.{module}").find
        except (ModuleNotFoundError, AttributeError):
            continue
        found = list(find(marked))
        facts[field] = tuple(item for item in found if not isinstance(item, Notice))
        notices += [_placed(item, document) for item in found if isinstance(item, Notice)]
    reading = DocumentReading(document=document, notices=tuple(notices), **facts)
    try:
        check = importlib.import_module("orchestration.gazette.extraction.reconciliation").check
    except (ModuleNotFoundError, AttributeError):
        return reading
    return replace(reading, reconciliations=tuple(check(marked, reading)))


def _placed(notice: Notice, document: Document) -> Notice:
    return notice if notice.document_id else replace(notice, document_id=document.document_id)
