"""The raw.* tables, derived from the records of the domain by reflection: a new field of a record is a new column.

What belongs here: names, columns and types. How records become rows is ``rows``, how rows reach DuckDB is ``load``.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import types
import typing
from dataclasses import dataclass, fields
from typing import Any, get_args, get_origin, get_type_hints

import pyarrow as pa

from orchestration.gazette import careers, records

Columns = dict[str, pa.DataType]

_ARROW: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int32(),
    float: pa.float64(),
    bool: pa.bool_(),
    dt.date: pa.date32(),
}
SQL_TYPES: dict[pa.DataType, str] = {
    pa.string(): "VARCHAR",
    pa.int32(): "INTEGER",
    pa.int64(): "BIGINT",
    pa.float64(): "DOUBLE",
    pa.bool_(): "BOOLEAN",
    pa.date32(): "DATE",
    pa.list_(pa.string()): "VARCHAR[]",
    pa.timestamp("us", tz="UTC"): "TIMESTAMPTZ",
}
# Fields that carry offsets are published under the names that the contract gives them.
_RENAMED = {"start": "char_start", "end": "char_end", "parent_id": "parent_section_id"}
_TEXT, _INT = pa.string(), pa.int32()

PROVENANCE: Columns = {
    "fact_id": _TEXT,
    "issue_id": _TEXT,
    "document_id": _TEXT,
    "section_id": _TEXT,
    "quote": _TEXT,
    "char_start": _INT,
    "char_end": _INT,
    "page": _INT,
    "rule_id": _TEXT,
    "reading_confidence": pa.float64(),  # least of the recognised lines the quote touches; null where none was
}
# Set when an entry of corrections/*.yml changed the row; the value it had is in raw.corrections.
CORRECTION: Columns = {"is_corrected": pa.bool_(), "correction_reason": _TEXT}


def column_type(hint: Any) -> pa.DataType | None:
    """The Arrow type of a record's field; None for nested records, which become tables of their own."""
    if get_origin(hint) in (typing.Union, types.UnionType):
        inner = [arg for arg in get_args(hint) if arg is not type(None)]
        return column_type(inner[0]) if len(inner) == 1 else None
    if get_origin(hint) is typing.Literal:
        return _TEXT
    if get_origin(hint) is tuple:
        return pa.list_(_TEXT) if get_args(hint) == (str, Ellipsis) else None
    return _ARROW.get(hint)


def columns_of(record: type) -> Columns:
    """Column names and types of a record's own plain fields, offsets renamed as the contract has them."""
    hints = get_type_hints(record)
    found = {_RENAMED.get(f.name, f.name): column_type(hints[f.name]) for f in fields(record)}
    return {name: kind for name, kind in found.items() if kind is not None}


@dataclass(frozen=True, slots=True)
class Family:
    """One fact family: where its records stand in a DocumentReading, and what tells two facts of one span apart."""

    table: str
    record: type
    attribute: str  # the field of DocumentReading
    prefix: str  # of the fact's id
    identity: tuple[
        str, ...
    ]  # fields that, with document and span, name the fact: stable when other fields are refined
    rule: str = "rule_id"

    @property
    def columns(self) -> Columns:
        own = columns_of(self.record)
        return {**PROVENANCE, **{n: t for n, t in own.items() if n not in PROVENANCE}, **CORRECTION}


FAMILIES: tuple[Family, ...] = (
    Family(
        "statements",
        records.Statement,
        "statements",
        "st",
        ("side", "indicator", "measure", "value", "value_upper", "unit"),
    ),
    Family(
        "land_figures",
        records.LandFigure,
        "land",
        "ls",
        ("figure_kind", "plan_year", "region_name", "land_use", "area", "unit"),
    ),
    Family(
        "appointments",
        records.Appointment,
        "appointments",
        "ap",
        ("person_name", "action", "organization", "post"),
    ),
    Family("assignments", records.Assignment, "assignments", "as", ("agency_name", "role")),
    Family("policy_changes", records.PolicyChange, "policy_changes", "pc", ("subject", "old_value", "new_value")),
    Family("deadlines", records.Deadline, "deadlines", "dl", ("task", "due_date", "recurrence")),
    Family("citations", records.Citation, "citations", "ci", ("cited_number", "cited_title")),
    Family("recognitions", records.Recognition, "recognitions", "rg", ("list_title", "name", "ordinal")),
    Family(
        "reconciliations",
        records.Reconciliation,
        "reconciliations",
        "rc",
        ("rule", "label", "stated", "computed"),
        rule="rule",
    ),
)
FACT_TABLES: tuple[str, ...] = tuple(family.table for family in FAMILIES)

TABLES: dict[str, Columns] = {
    "gazettes": {
        "gazette_id": _TEXT,
        "name": _TEXT,
        "publisher": _TEXT,
        "region_code": _TEXT,  # from gazette.yml
        "region_name": _TEXT,  # from gazette.yml, else the place most of its documents speak for
        "source_url": _TEXT,
    },
    "issues": {
        "issue_id": _TEXT,
        "gazette_id": _TEXT,
        "title": _TEXT,
        "year": _INT,
        "number": _INT,
        "published_month": pa.date32(),
        "page_count": _INT,
        "char_count": _INT,
        "document_count": _INT,
        "notice_count": _INT,
        "media_type": _TEXT,
        "source_file": _TEXT,
        "source_sha256": _TEXT,
        "source_url": _TEXT,
        "publisher": _TEXT,
        "licence": _TEXT,
        "retrieved": _TEXT,
        "region_name": _TEXT,
        "reader": _TEXT,
        "parser_version": _TEXT,
        "input_hash": _TEXT,  # of the bytes and the sidecars: with parser_version, what the reading depends on
        "read_at": pa.timestamp("us", tz="UTC"),
        "status": _TEXT,  # read, read_with_warnings
        "repairs": _TEXT,  # JSON: repair step -> how often it acted
        "origin": _TEXT,  # JSON: the origin sidecar
        "gazette": _TEXT,  # JSON: gazette.yml
    },
    "quarantine": {
        "issue_id": _TEXT,
        "gazette_id": _TEXT,
        "source_file": _TEXT,
        "source_sha256": _TEXT,
        "code": _TEXT,
        "message": _TEXT,
        "parser_version": _TEXT,
        "input_hash": _TEXT,
        "read_at": pa.timestamp("us", tz="UTC"),
    },
    "pages": {"issue_id": _TEXT, "sequence": _INT, "page": _INT, "line_count": _INT, "text": _TEXT},
    "documents": {**columns_of(records.Document), "page_first": _INT, "page_last": _INT},
    "sections": {"issue_id": _TEXT, **columns_of(records.Section), "text": _TEXT},
    **{family.table: family.columns for family in FAMILIES},
    "notices": {
        "notice_id": _TEXT,
        "issue_id": _TEXT,
        "document_id": _TEXT,
        **{n: t for n, t in columns_of(records.Notice).items() if n != "document_id"},
    },
    "corrections": {
        "fact_id": _TEXT,
        "table_name": _TEXT,
        "field": _TEXT,
        "expected": _TEXT,
        "value": _TEXT,
        "reason": _TEXT,
        "who": _TEXT,
        "file": _TEXT,
        "issue_id": _TEXT,
    },
    # Over all issues, made after loading by gazette.careers; an appointment names at most one person.
    "persons": columns_of(careers.Person),
    "appointment_persons": columns_of(careers.PersonOfAct),
    "office_terms": columns_of(careers.Term),
    # Every way a body was named in the facts, with the id the lexicon gave it (whether it is in the seed or not).
    "agencies": {"agency_id": _TEXT, "name": _TEXT, "mentions": pa.int64()},
}
# Tables whose rows belong to one issue and are replaced with it.
BY_ISSUE: tuple[str, ...] = (
    "issues",
    "quarantine",
    "pages",
    "documents",
    "sections",
    *FACT_TABLES,
    "notices",
)


def arrow_schema(table: str) -> pa.Schema:
    """The Arrow schema of one raw table."""
    return pa.schema(list(TABLES[table].items()))


def create_statements() -> list[str]:
    """CREATE statements of the schema raw and of every table in it; they leave existing tables alone."""
    made = ["CREATE SCHEMA IF NOT EXISTS raw"]
    for table, columns in TABLES.items():
        listed = ", ".join(f'"{name}" {SQL_TYPES[kind]}' for name, kind in columns.items())
        made.append(f"CREATE TABLE IF NOT EXISTS raw.{table} ({listed})")
    return made


def fingerprint() -> str:
    """Changes when any raw table changes: a build database with another one is made anew."""
    return hashlib.sha256("\n".join(create_statements()).encode()).hexdigest()[:16]
