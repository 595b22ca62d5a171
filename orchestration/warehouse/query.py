"""Read-only, sandboxed access to the published warehouse: what ``gongbao sql`` and the dashboards run queries through.

A read-only DuckDB connection can still read files, attach databases and write with COPY; here it cannot: no file but
the warehouse, one SELECT at a time, limits on memory, time and rows, and no way to lift them. It stands alone (DuckDB
and the standard library), so that dashboards may import it.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa

_SANDBOX = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "allow_community_extensions": "false",
    "python_enable_replacements": "false",  # or a query could read the caller's Python variables by name
    "temp_directory": "",
    "lock_configuration": "true",
}
_ALLOWED = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)


class QueryError(Exception):
    """A query that gave no result; the message is for the person who wrote it."""


class QueryRefused(QueryError):
    """Not one SELECT, or it reaches for something outside the warehouse."""


class QueryTimeout(QueryError):
    """Interrupted at the time limit."""


class NotPublished(QueryError):
    """There is no published warehouse yet."""


@dataclass(frozen=True, slots=True)
class Result:
    """What a query gave: an Arrow table, cut at the row limit or whole."""

    table: pa.Table
    truncated: bool
    seconds: float

    @property
    def columns(self) -> list[str]:
        return list(self.table.column_names)

    def rows(self) -> list[tuple[Any, ...]]:
        """The rows as Python values, in order."""
        columns = [column.to_pylist() for column in self.table.columns]
        return list(zip(*columns, strict=True))


def resolve(link: Path) -> Path:
    """The versioned file that the link names now. Open that one: DuckDB would go on with the old one under the link."""
    try:
        return link.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise NotPublished(
            f"No published warehouse at {link}: run `gongbao run` (or `make run`) first, or name another data folder "
            "with --data or GONGBAO_DATA."
        ) from error


class Warehouse:
    """One published version, open for reading.

    ``memory`` is DuckDB's limit for all queries together, ``seconds`` and ``rows`` are defaults for each query.
    Safe to share between threads: every query gets a cursor of its own.
    """

    def __init__(self, link: Path, memory: str = "1GB", seconds: float = 30.0, rows: int | None = None) -> None:
        self.path = resolve(Path(link))
        self.seconds = seconds
        self.row_limit = rows
        try:
            self._con = duckdb.connect(str(self.path), read_only=True, config={**_SANDBOX, "memory_limit": memory})
        except duckdb.Error as error:
            raise NotPublished(f"{self.path} does not open as a warehouse: {error}") from error

    @property
    def version(self) -> str:
        """Names the published version: a key for caches."""
        return self.path.stem

    def close(self) -> None:
        """Lets the file go."""
        self._con.close()

    def __enter__(self) -> Warehouse:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def query(
        self,
        sql: str,
        parameters: Sequence[Any] | dict[str, Any] | None = None,
        *,
        rows: int | None = None,
        seconds: float | None = None,
    ) -> Result:
        """Runs one SELECT. Raises QueryRefused, QueryTimeout or QueryError with a message for its author."""
        limit = rows if rows is not None else self.row_limit
        cursor = self._con.cursor()
        watch = _Watch(cursor, self.seconds if seconds is None else seconds)
        began = time.monotonic()
        try:
            _refuse_all_but_select(cursor, sql)
            with watch:
                reader = cursor.execute(sql, parameters).to_arrow_reader(10_000)
                table, truncated = _read(reader, limit)
        except duckdb.InterruptException as error:
            raise QueryTimeout(
                f"The query ran into its limit of {watch.seconds:g} seconds: narrow it with WHERE or LIMIT."
            ) from error
        except duckdb.PermissionException as error:
            raise QueryRefused(f"A query sees the published tables and nothing else. {error}") from error
        except duckdb.OutOfMemoryException as error:
            raise QueryError(f"The query needs more memory than it may use: narrow it. {error}") from error
        except duckdb.Error as error:
            if watch.fired:
                raise QueryTimeout(f"The query ran into its limit of {watch.seconds:g} seconds: narrow it.") from error
            raise QueryError(str(error)) from error
        finally:
            cursor.close()
        return Result(table, truncated, time.monotonic() - began)


class _Watch:
    """Interrupts a cursor when its time is up."""

    def __init__(self, cursor: duckdb.DuckDBPyConnection, seconds: float) -> None:
        self.seconds = seconds
        self.fired = False
        self._cursor = cursor
        self._timer = threading.Timer(seconds, self._fire)
        self._timer.daemon = True

    def _fire(self) -> None:
        self.fired = True
        self._cursor.interrupt()

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()


def _refuse_all_but_select(cursor: duckdb.DuckDBPyConnection, sql: str) -> None:
    statements = cursor.extract_statements(sql)
    if len(statements) != 1:
        raise QueryRefused(f"One SELECT at a time, please: this text holds {len(statements)} statements.")
    if statements[0].type not in _ALLOWED:
        raise QueryRefused(
            f"Read-only: SELECT, WITH, FROM, SHOW, DESCRIBE and EXPLAIN run here, {statements[0].type.name} does not."
        )


def _read(reader: pa.RecordBatchReader, limit: int | None) -> tuple[pa.Table, bool]:
    batches: list[pa.RecordBatch] = []
    count = 0
    for batch in reader:
        batches.append(batch)
        count += batch.num_rows
        if limit is not None and count > limit:
            return pa.Table.from_batches(batches, reader.schema).slice(0, limit), True
    return pa.Table.from_batches(batches, reader.schema), False
