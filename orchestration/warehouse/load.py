"""Rows of issues into the build database: delete and insert by issue in one transaction, many issues at a time.

What belongs here: writing raw.*. What the rows are is ``rows``; what the tables are is ``schema``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

from orchestration.gazette.records import IssueReading
from orchestration.warehouse import schema
from orchestration.warehouse.rows import tables_of_issue


def open_build(path: Path) -> duckdb.DuckDBPyConnection:
    """The build database, its raw tables in place; one that is broken or of an older shape is made anew."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        con = duckdb.connect(str(path))
        if _is_current(con):
            return con
        con.close()
    except duckdb.IOException as error:
        if "lock" in str(error).lower():
            raise
    except (duckdb.SerializationException, duckdb.InternalException, duckdb.InvalidInputException):
        pass
    for leftover in (path, path.with_name(path.name + ".wal")):
        leftover.unlink(missing_ok=True)
    con = duckdb.connect(str(path))
    create_raw(con)
    return con


def create_raw(con: duckdb.DuckDBPyConnection) -> None:
    """Makes the schema raw and its tables where they are missing."""
    for statement in schema.create_statements():
        con.execute(statement)
    con.execute(f"COMMENT ON TABLE raw.issues IS 'raw tables {schema.fingerprint()}'")


def _is_current(con: duckdb.DuckDBPyConnection) -> bool:
    found = con.execute(
        "SELECT comment FROM duckdb_tables() WHERE schema_name = 'raw' AND table_name = 'issues'"
    ).fetchone()
    return found is not None and found[0] == f"raw tables {schema.fingerprint()}"


def load_issue(
    con: duckdb.DuckDBPyConnection, reading: IssueReading, parser_version: str = "", input_hash: str = ""
) -> None:
    """Puts one issue in the place of what the database held of it."""
    load_tables(con, [(reading.source.issue_id, tables_of_issue(reading, parser_version, input_hash))])


def load_tables(con: duckdb.DuckDBPyConnection, issues: Iterable[tuple[str, Mapping[str, pa.Table]]]) -> None:
    """Puts a batch of issues in the place of what the database held of them, all or nothing."""
    batch = list(issues)
    read_at = pa.scalar(dt.datetime.now(dt.UTC), pa.timestamp("us", tz="UTC"))
    with transaction(con):
        delete_issues(con, [issue_id for issue_id, _ in batch])
        for name in schema.BY_ISSUE:
            listed = [tables[name] for _, tables in batch if name in tables and tables[name].num_rows]
            if listed:
                joined = pa.concat_tables([table.replace_schema_metadata(None) for table in listed])
                if "read_at" in schema.TABLES[name]:
                    at = joined.schema.get_field_index("read_at")
                    joined = joined.set_column(at, "read_at", pa.repeat(read_at, joined.num_rows))
                insert(con, name, joined)


def delete_issues(con: duckdb.DuckDBPyConnection, issue_ids: list[str]) -> None:
    """Takes issues out of every raw table."""
    for name in schema.BY_ISSUE:
        con.execute(f"DELETE FROM raw.{name} WHERE issue_id IN (SELECT unnest(?::VARCHAR[]))", [issue_ids])


def replace_table(con: duckdb.DuckDBPyConnection, name: str, rows: Iterable[Mapping[str, Any]]) -> int:
    """Puts rows in the place of a whole raw table; gives their number."""
    table = pa.Table.from_pylist([dict(row) for row in rows], schema=schema.arrow_schema(name))
    with transaction(con):
        con.execute(f"DELETE FROM raw.{name}")
        if table.num_rows:
            insert(con, name, table)
    return int(table.num_rows)


def insert(con: duckdb.DuckDBPyConnection, name: str, table: pa.Table) -> None:
    """Adds an Arrow table's rows to a raw table, columns matched by name."""
    con.register("incoming", table)
    try:
        con.execute(f"INSERT INTO raw.{name} BY NAME SELECT * FROM incoming")
    finally:
        con.unregister("incoming")


@contextmanager
def transaction(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Commits when the block ends well, rolls back when it does not."""
    con.execute("BEGIN")
    try:
        yield
    except BaseException:
        con.execute("ROLLBACK")
        raise
    con.execute("COMMIT")


def held(con: duckdb.DuckDBPyConnection) -> dict[str, tuple[str, str]]:
    """What the database holds: issue id -> (input hash, parser version), quarantined files among them."""
    rows = con.execute(
        "SELECT issue_id, input_hash, parser_version FROM raw.issues "
        "UNION ALL SELECT issue_id, input_hash, parser_version FROM raw.quarantine"
    ).fetchall()
    return {issue_id: (input_hash, parser_version) for issue_id, input_hash, parser_version in rows}


def quarantined(con: duckdb.DuckDBPyConnection) -> set[str]:
    """Issue ids of files that could not be read."""
    return {issue_id for (issue_id,) in con.execute("SELECT issue_id FROM raw.quarantine").fetchall()}
