"""gongbao export: the published tables as Parquet and CSV, with a Frictionless datapackage.json that describes them."""

from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from orchestration.commands.console import Stop, err, out
from orchestration.settings import Settings
from orchestration.warehouse.publish import Publication, published
from orchestration.warehouse.query import Warehouse

_TYPES = {
    "VARCHAR": ("string", None),
    "INTEGER": ("integer", None),
    "BIGINT": ("integer", None),
    "SMALLINT": ("integer", None),
    "HUGEINT": ("integer", None),
    "DOUBLE": ("number", None),
    "FLOAT": ("number", None),
    "BOOLEAN": ("boolean", None),
    "DATE": ("date", None),
    "TIMESTAMP": ("datetime", "any"),
    "TIMESTAMP WITH TIME ZONE": ("datetime", "any"),
}
Column = tuple[str, str, bool, str | None]  # name, DuckDB type, nullable, comment


def export(settings: Settings, folder: Path) -> None:
    """Writes the tables to DIR/csv and DIR/parquet and describes both in DIR/datapackage.json."""
    if folder.exists() and not folder.is_dir():
        raise Stop(f"{folder} is a file: name a folder.")
    with Warehouse(settings.warehouse, seconds=600) as warehouse:
        tables = _tables(warehouse)
        for form in ("csv", "parquet"):
            (folder / form).mkdir(parents=True, exist_ok=True)
        keys = {name: _key(warehouse, name, columns[0][0]) for name, (_, columns) in tables.items()}
        resources = []
        for name, (comment, columns) in tables.items():
            result = warehouse.query(f'SELECT * FROM "{name}" ORDER BY ALL')
            schema = _schema(warehouse, name, columns, keys)
            resources += _written(folder, name, comment, result.table, schema)
            err.print(f"[dim]{name} {result.table.num_rows}[/]")
    package = _package(resources, published(settings.data))
    (folder / "datapackage.json").write_text(json.dumps(package, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    out.print(f"{folder}: {len(tables)} 表 tables, csv/ parquet/ datapackage.json", soft_wrap=True)


def _tables(warehouse: Warehouse) -> dict[str, tuple[str | None, list[Column]]]:
    comments = dict(
        warehouse.query(
            "SELECT table_name, comment FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY ALL"
        ).rows()
    )
    found: dict[str, tuple[str | None, list[Column]]] = {name: (comment, []) for name, comment in comments.items()}
    for name, *column in warehouse.query(
        "SELECT table_name, column_name, data_type, is_nullable, comment FROM duckdb_columns() "
        "WHERE schema_name = 'main' ORDER BY table_name, column_index"
    ).rows():
        if name in found:
            found[name][1].append((column[0], column[1], column[2], column[3]))
    return found


def _key(warehouse: Warehouse, table: str, column: str) -> str | None:
    """The first column, where it names every row once."""
    (unique,) = warehouse.query(
        f'SELECT count(*) = count(DISTINCT "{column}") AND count(*) = count("{column}") FROM "{table}"'
    ).rows()[0]
    return column if unique else None


def _schema(warehouse: Warehouse, table: str, columns: list[Column], keys: dict[str, str | None]) -> dict[str, Any]:
    present = _never_empty(warehouse, table, columns)
    schema: dict[str, Any] = {"fields": [_field(*column, key=keys[table], present=present) for column in columns]}
    if keys[table]:
        schema["primaryKey"] = [keys[table]]
    foreign = []
    for column, *_ in columns:
        for other, key in keys.items():
            if key and key.endswith("_id") and _points_at(column, key, own=(other == table)):
                (lost,) = warehouse.query(
                    f'SELECT count(*) FROM "{table}" WHERE "{column}" IS NOT NULL '
                    f'AND "{column}" NOT IN (SELECT "{key}" FROM "{other}")'
                ).rows()[0]
                if not lost:
                    target = {"resource": "" if other == table else other, "fields": [key]}
                    foreign.append({"fields": [column], "reference": target})
    if foreign:
        schema["foreignKeys"] = foreign
    schema["missingValues"] = [""]
    return schema


def _never_empty(warehouse: Warehouse, table: str, columns: list[Column]) -> set[str]:
    """Columns with a value in every row; an empty text is none, for CSV writes it as it writes null."""
    names = [name for name, *_ in columns]
    counted = ", ".join(f"count(*) FILTER (coalesce(CAST(\"{name}\" AS VARCHAR), '') = '')" for name in names)
    (row,) = warehouse.query(f'SELECT {counted} FROM "{table}"').rows()
    return {name for name, empty in zip(names, row, strict=True) if not empty}


def _points_at(column: str, key: str, own: bool) -> bool:
    return column.endswith(f"_{key}") or (column == key and not own)


def _field(
    name: str, kind: str, nullable: bool, comment: str | None, key: str | None, present: set[str]
) -> dict[str, Any]:
    stated, form = _TYPES.get(kind, ("array", None) if kind.endswith("[]") else ("any", None))
    field: dict[str, Any] = {"name": name, "type": stated}
    if form:
        field["format"] = form
    if comment:
        field["description"] = comment
    constraints = {"required": True} if name in present and (not nullable or name == key) else {}
    if name == key:
        constraints["unique"] = True
    if constraints:
        field["constraints"] = constraints
    return field


def _written(
    folder: Path, name: str, comment: str | None, rows: pa.Table, schema: dict[str, Any]
) -> list[dict[str, Any]]:
    with (folder / "csv" / f"{name}.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(rows.column_names)
        for batch in rows.to_batches(max_chunksize=5000):
            columns = [column.to_pylist() for column in batch.columns]
            writer.writerows([_cell(value) for value in row] for row in zip(*columns, strict=True))
    pq.write_table(rows, folder / "parquet" / f"{name}.parquet", compression="zstd")
    described = {"description": comment} if comment else {}
    forms: tuple[tuple[str, str, str, str, dict[str, str]], ...] = (
        (name, f"csv/{name}.csv", "csv", "text/csv", {"encoding": "utf-8"}),
        (f"{name}-parquet", f"parquet/{name}.parquet", "parquet", "application/vnd.apache.parquet", {}),
    )
    return [
        {
            "name": given,
            "path": path,
            "title": name,
            **described,
            "format": form,
            "mediatype": media,
            "profile": "tabular-data-resource" if form == "csv" else "data-resource",
            **extra,
            "bytes": (folder / path).stat().st_size,
            "hash": f"sha256:{hashlib.sha256((folder / path).read_bytes()).hexdigest()}",
            **({"schema": schema} if form == "csv" else {}),
        }
        for given, path, form, media, extra in forms
    ]


def _cell(value: Any) -> Any:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return json.dumps(value, ensure_ascii=False, default=str)
    return value.isoformat() if hasattr(value, "isoformat") else value


def _package(resources: list[dict[str, Any]], made: Publication | None) -> dict[str, Any]:
    stated = {"created": made.published_at, "version": made.file.removesuffix(".duckdb")} if made else {}
    return {
        "profile": "data-package",
        "name": "gongbao",
        "title": "政府公报中的事实 Facts from municipal gazettes",
        "description": "Every fact row carries its quote and the offsets of it in dim_document.text (Unicode code "
        "points, end exclusive).",
        **stated,
        "resources": resources,
    }
