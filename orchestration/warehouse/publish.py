"""A tested build database becomes a published version: a new file, and then one rename of the link.

What belongs here: the published folder, its files and the link. Whether a build may be published is decided before.
The marts (schema main) are copied with contracts and comments; raw, staging and intermediate tables stay behind.
"""

from __future__ import annotations

import datetime as dt
import fcntl
import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import duckdb

KEPT = 5  # versions
_UNFINISHED = ".unfinished-"


class NotPublishable(Exception):
    """What stands in the build database breaks the contract: the last version stays."""


class Busy(Exception):
    """Another run holds the data folder."""


@dataclass(frozen=True, slots=True)
class Publication:
    """One published version, as its .json beside the file states it."""

    file: str
    published_at: str  # ISO, UTC
    sha256: str
    rows: dict[str, int]
    run: dict[str, Any] = field(default_factory=dict)  # what the run says of itself


@contextmanager
def run_lock(data: Path) -> Iterator[None]:
    """Holds the data folder for one run; raises Busy when another run holds it. A killed run holds nothing."""
    data.mkdir(parents=True, exist_ok=True)
    path = data / "run.lock"
    with path.open("a+", encoding="utf-8") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            handle.seek(0)
            holder = handle.read().strip() or "unknown"
            raise Busy(
                f"Another run is writing to {data} (process {holder}). Wait for it, or use another folder with --data."
            ) from error
        handle.truncate(0)
        handle.write(str(os.getpid()))
        handle.flush()
        yield


def publish(build: Path, data: Path, run: dict[str, Any] | None = None) -> Publication:
    """Copies the marts of the build database to data/published/ and turns data/warehouse.duckdb to the copy.

    Everything up to the last rename can be interrupted at any point and leaves the last version in place.
    """
    folder = data / "published"
    folder.mkdir(parents=True, exist_ok=True)
    for left in folder.glob(f"{_UNFINISHED}*"):
        left.unlink()
    unfinished = folder / f"{_UNFINISHED}{os.getpid()}.duckdb"
    rows = _copy_marts(build, unfinished)
    _prove_quotes(unfinished)
    digest = _sha256(unfinished)
    now = dt.datetime.now(dt.UTC)
    stamp = f"{now:%Y%m%dT%H%M%S}{now.microsecond // 1000:03d}Z"  # names sort by time
    final = folder / f"warehouse-{stamp}-{digest[:10]}.duckdb"
    made = Publication(final.name, now.isoformat(timespec="seconds"), digest, rows, run or {})
    note = final.with_suffix(".json")
    note.write_text(json.dumps(asdict(made), ensure_ascii=False, indent=2), encoding="utf-8")
    _to_disk(note)
    _to_disk(unfinished)
    unfinished.rename(final)
    _to_disk(folder)
    point_to(data, final)
    _forget_old(folder, final)
    return made


def point_to(data: Path, version: Path) -> None:
    """Turns the link to a version in one rename; also the way back to an older one."""
    link = data / "warehouse.duckdb"
    fresh = data / f".warehouse-{os.getpid()}.link"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(Path("published") / version.name)
    fresh.replace(link)
    _to_disk(data)


def published(data: Path) -> Publication | None:
    """The version that the link names now; None before the first."""
    link = data / "warehouse.duckdb"
    try:
        note = link.resolve(strict=True).with_suffix(".json")
        return Publication(**json.loads(note.read_text(encoding="utf-8")))
    except (OSError, RuntimeError, ValueError, TypeError):
        return None


def versions(data: Path) -> list[Path]:
    """The versions kept, newest first."""
    return sorted((data / "published").glob("warehouse-*.duckdb"), reverse=True)


def _copy_marts(build: Path, target: Path) -> dict[str, int]:
    con = duckdb.connect()
    try:
        con.execute(f"ATTACH '{_quoted(build)}' AS build (READ_ONLY)")
        con.execute(f"ATTACH '{_quoted(target)}' AS target")
        con.execute("USE target")
        tables = con.execute(
            "SELECT table_name, sql, comment FROM duckdb_tables() "
            "WHERE database_name = 'build' AND schema_name = 'main' ORDER BY table_name"
        ).fetchall()
        if not tables:
            raise NotPublishable("The build database holds no marts in schema main: nothing was published.")
        rows = {}
        # COPY FROM DATABASE takes every schema; the marts alone are copied table by table, by their own DDL, so that
        # the contract's constraints come along. Comments are no part of the DDL.
        for name, ddl, comment in tables:
            con.execute(ddl)
            (count,) = con.execute(f'INSERT INTO main."{name}" SELECT * FROM build.main."{name}"').fetchone() or (0,)
            rows[name] = int(count)
            if comment:
                con.execute(f"COMMENT ON TABLE main.\"{name}\" IS '{_quoted(comment)}'")
        for table, column, comment in con.execute(
            "SELECT table_name, column_name, comment FROM duckdb_columns() "
            "WHERE database_name = 'build' AND schema_name = 'main' AND comment IS NOT NULL"
        ).fetchall():
            if table in rows:
                con.execute(f'COMMENT ON COLUMN main."{table}"."{column}" IS \'{_quoted(comment)}\'')
        con.execute("CHECKPOINT target")
        con.execute("USE memory")
        con.execute("DETACH target")
    finally:
        con.close()
    return rows


def broken_quotes(con: duckdb.DuckDBPyConnection, schema: str = "main") -> dict[str, int]:
    """Per fact table, how many rows have a quote that is not the text at their offsets; tables without any left out."""
    documents = "documents" if schema == "raw" else "dim_document"
    tables = con.execute(
        "SELECT table_name FROM duckdb_columns() WHERE schema_name = ? AND database_name = current_database() "
        "AND column_name IN ('quote', 'char_start', 'char_end', 'document_id') "
        "GROUP BY ALL HAVING count(*) = 4 ORDER BY ALL",
        [schema],
    ).fetchall()
    found = {}
    for (table,) in tables:
        (count,) = con.execute(
            f'SELECT count(*) FROM {schema}."{table}" f LEFT JOIN {schema}.{documents} d USING (document_id) '
            "WHERE f.quote IS NOT NULL AND (d.text IS NULL "
            "OR substring(d.text, f.char_start + 1, f.char_end - f.char_start) IS DISTINCT FROM f.quote)"
        ).fetchone() or (0,)
        if count:
            found[table] = int(count)
    return found


def _prove_quotes(file: Path) -> None:
    con = duckdb.connect(str(file), read_only=True)
    try:
        wrong = broken_quotes(con)
    finally:
        con.close()
    if wrong:
        listed = ", ".join(f"{table}: {count}" for table, count in wrong.items())
        raise NotPublishable(f"Quotes that are not the text at their offsets ({listed}): nothing was published.")


def _forget_old(folder: Path, current: Path) -> None:
    for old in sorted(folder.glob("warehouse-*.duckdb"), reverse=True)[KEPT:]:
        if old != current:
            old.unlink(missing_ok=True)
            old.with_suffix(".json").unlink(missing_ok=True)


def _sha256(file: Path) -> str:
    with file.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()


def _to_disk(path: Path) -> None:
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _quoted(text: object) -> str:
    return str(text).replace("'", "''")
