"""Registers over all issues: the gazettes, and every way a body is named in the facts."""

from __future__ import annotations

import json
from typing import Any

import duckdb

from orchestration.warehouse.load import replace_table


def refresh_registers(con: duckdb.DuckDBPyConnection) -> None:
    """Makes raw.gazettes and raw.agencies anew from what stands in the other raw tables."""
    _refresh_gazettes(con)
    _refresh_agencies(con)


def what_was_read(con: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    """Issues, quarantined files with their reasons and warnings by code, as ``gongbao status`` shows them."""
    issues = con.execute("SELECT count(*), coalesce(sum(document_count), 0) FROM raw.issues").fetchone() or (0, 0)
    quarantined = con.execute("SELECT issue_id, source_file, code, message FROM raw.quarantine ORDER BY ALL").fetchall()
    warnings = con.execute("SELECT stage, code, count(*) FROM raw.notices GROUP BY ALL ORDER BY ALL").fetchall()
    return {
        "issues": int(issues[0]),
        "documents": int(issues[1]),
        "quarantined": [dict(zip(("issue_id", "file", "code", "message"), row, strict=True)) for row in quarantined],
        "warnings": [dict(zip(("stage", "code", "rows"), row, strict=True)) for row in warnings],
    }


def _refresh_gazettes(con: duckdb.DuckDBPyConnection) -> None:
    rows = con.execute(
        "SELECT gazette_id, arg_max(gazette, read_at), max(publisher), max(source_url), mode(region_name) "
        "FROM raw.issues GROUP BY gazette_id ORDER BY gazette_id"
    ).fetchall()
    listed = []
    for gazette_id, described, publisher, source_url, region_name in rows:
        stated = json.loads(described or "{}")
        listed.append(
            {
                "gazette_id": gazette_id,
                "name": _text(stated.get("name")),
                "publisher": _text(stated.get("publisher")) or publisher,
                "region_code": _text(stated.get("region_code")),
                "region_name": _text(stated.get("region_name")) or region_name,
                "source_url": _text(stated.get("source_url")) or source_url,
            }
        )
    replace_table(con, "gazettes", listed)


def _refresh_agencies(con: duckdb.DuckDBPyConnection) -> None:
    con.execute("DELETE FROM raw.agencies")
    con.execute(
        """
        INSERT INTO raw.agencies BY NAME
        WITH named AS (
            SELECT agency_id, agency_name AS name FROM raw.assignments
            UNION ALL
            SELECT agency_id, organization FROM raw.appointments
            UNION ALL
            SELECT agency_id, organization_alias FROM raw.appointments
        )
        SELECT agency_id, name, count(*) AS mentions
        FROM named
        WHERE agency_id IS NOT NULL AND name IS NOT NULL
        GROUP BY ALL
        ORDER BY ALL
        """
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
