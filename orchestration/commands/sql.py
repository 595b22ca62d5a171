"""gongbao sql: one SELECT on the published warehouse, as a table, CSV, JSON or Parquet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa

from orchestration.commands.console import Stop, err, out, table
from orchestration.settings import Settings
from orchestration.warehouse.query import Result, Warehouse

ROWS_SHOWN = 200  # of a table; files and pipes get all rows


def sql(settings: Settings, query: str, form: str, target: Path | None, rows: int | None, seconds: float) -> None:
    """Runs the query and writes its result to ``target`` or to standard output."""
    limit = rows if rows is not None else (ROWS_SHOWN if form == "table" else None)
    with Warehouse(settings.warehouse, seconds=seconds) as warehouse:
        result = warehouse.query(query, rows=limit)
    if form == "table":
        if target:
            raise Stop("A table is for the screen: with --output give --format csv, json or parquet.")
        _print(result)
    elif form == "parquet":
        _write(target, _parquet(result.table))
    elif form == "csv":
        _write(target, _csv(result))
    else:
        _write(target, _json(result))
    if result.truncated and form != "table":
        err.print(f"Cut at {limit} rows.")


def _print(result: Result) -> None:
    out.print(table(result.columns, result.rows()))
    cut = f", 仅前 {result.table.num_rows} 行 cut: --rows N shows more" if result.truncated else ""
    err.print(f"[dim]{result.table.num_rows} 行 rows, {result.seconds:.2f} s{cut}[/]")


def _csv(result: Result) -> bytes:
    import csv
    import io

    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(result.columns)
    for row in result.rows():
        writer.writerow([_cell(value) for value in row])
    return text.getvalue().encode()


def _cell(value: Any) -> Any:
    return json.dumps(value, ensure_ascii=False, default=str) if isinstance(value, list | dict) else value


def _json(result: Result) -> bytes:
    rows = [dict(zip(result.columns, row, strict=True)) for row in result.rows()]
    return (json.dumps(rows, ensure_ascii=False, indent=1, default=str) + "\n").encode()


def _parquet(read: pa.Table) -> bytes:
    import pyarrow.parquet as pq

    sink = pa.BufferOutputStream()
    pq.write_table(read, sink, compression="zstd")
    made: bytes = sink.getvalue().to_pybytes()
    return made


def _write(target: Path | None, payload: bytes) -> None:
    if target:
        target.write_bytes(payload)
        err.print(f"{target}: {len(payload):,} bytes")
        return
    if payload[:4] == b"PAR1" and sys.stdout.isatty():
        raise Stop("Parquet is not for the screen: give --output FILE, or send it to a pipe.")
    sys.stdout.buffer.write(payload)
    sys.stdout.buffer.flush()
