"""Persons and office terms over all appointments of the warehouse: rows out, the domain decides, rows in."""

from __future__ import annotations

import duckdb

from orchestration.warehouse.load import replace_table


def refresh_careers(con: duckdb.DuckDBPyConnection) -> dict[str, int]:
    """Makes the three tables anew; gives their numbers of rows."""
    return {name: replace_table(con, name, []) for name in ("persons", "appointment_persons", "office_terms")}
