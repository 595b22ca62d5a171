"""Persons and office terms over all appointments of the warehouse: rows out, the domain decides, rows in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, fields
from typing import Any

import duckdb

from orchestration.gazette.careers import ActRow, resolve
from orchestration.warehouse.load import replace_table

# The date of the text that tells an act: its document's signing, else the month in which the issue appeared; of that the
# first day is kept, which may lie before an act of the month: no text tells an act before it was done.
_ACTS = """
SELECT a.* EXCLUDE (fact_id), a.fact_id AS appointment_id, d.region_id,
    coalesce(d.signed_date, greatest(i.published_month, a.decision_date, a.listed_date)) AS cited_date
FROM raw.appointments a
JOIN raw.documents d USING (document_id)
JOIN raw.issues i ON i.issue_id = a.issue_id
ORDER BY a.fact_id
"""


def refresh_careers(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Makes raw.persons, raw.appointment_persons and raw.office_terms anew; gives their numbers of rows."""
    careers = resolve(_acts(con))
    made: dict[str, Iterable[Any]] = {
        "persons": careers.persons,
        "appointment_persons": careers.person_of_act,
        "office_terms": careers.terms,
    }
    return {name: replace_table(con, name, [asdict(row) for row in rows]) for name, rows in made.items()}


def _acts(con: duckdb.DuckDBPyConnection) -> list[ActRow]:
    found = con.execute(_ACTS)
    names = [column[0] for column in found.description or []]
    wanted = {field.name for field in fields(ActRow)}
    return [
        ActRow(**{name: value for name, value in zip(names, row, strict=True) if name in wanted})
        for row in found.fetchall()
    ]
