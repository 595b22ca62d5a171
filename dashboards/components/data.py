"""The only door to the published warehouse: which version is read, and cached queries on it.

A version is one immutable file; `data/warehouse.duckdb` links to it. A run of a page reads one version from top
to bottom, so a publication in the middle of it mixes nothing. Caches are keyed by the version and bounded. The
sandbox of orchestration.warehouse.query gives a cursor to each query and reaches no other file.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import polars as pl
import pyarrow as pa
import streamlit as st

from orchestration.warehouse.query import Result, Warehouse
from orchestration.warehouse.search import find

ROOT = Path(__file__).resolve().parents[2]
PINNED = "_version"
CHINA = dt.timezone(dt.timedelta(hours=8))


@dataclass(frozen=True, slots=True)
class Version:
    """One published version: its file and a name that changes when the file does."""

    path: str
    stamp: int  # modification time in nanoseconds

    @property
    def name(self) -> str:
        return Path(self.path).stem

    @property
    def when(self) -> str:
        """When it was published, as the file's name says it (UTC), else when the file was written; in China's time."""
        said = re.search(r"(\d{8}T\d{6})", self.name)
        written = dt.datetime.fromtimestamp(self.stamp / 1e9, dt.UTC)
        at = dt.datetime.strptime(said[1], "%Y%m%dT%H%M%S").replace(tzinfo=dt.UTC) if said else written
        return f"{at.astimezone(CHINA):%Y-%m-%d %H:%M}"


def link() -> Path:
    """Where the published warehouse is looked for: GONGBAO_DATA, or data/ in the repository."""
    return Path(os.environ.get("GONGBAO_DATA") or ROOT / "data") / "warehouse.duckdb"


def pin() -> Version | None:
    """Resolve the link afresh for this run of a page; None when nothing was published yet."""
    path = link().resolve()
    version = Version(str(path), path.stat().st_mtime_ns) if path.is_file() else None
    st.session_state[PINNED] = version
    return version


def version() -> Version:
    """The version this run reads."""
    pinned = st.session_state.get(PINNED) or pin()
    if not isinstance(pinned, Version):
        raise FileNotFoundError(link())
    return pinned


def _close(warehouse: Warehouse) -> None:
    warehouse.close()


@st.cache_resource(max_entries=2, show_spinner=False, on_release=_close)
def _warehouse(at: Version) -> Warehouse:
    return Warehouse(Path(at.path), memory="1GB", seconds=30)


def as_frame(table: pa.Table) -> pl.DataFrame:
    """An Arrow table as a frame: columns of one name told apart, types that polars lacks as text."""
    seen: dict[str, int] = {}
    names = []
    for name in table.column_names:
        seen[name] = seen.get(name, 0) + 1
        names.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    parts: list[pl.Series] = []
    for name, column in zip(names, table.columns, strict=True):
        try:
            parts.append(pl.Series(name, column))
        except (pl.exceptions.PolarsError, TypeError, ValueError, NotImplementedError):
            words = [None if value is None else str(value) for value in column.to_pylist()]
            parts.append(pl.Series(name, words, dtype=pl.String))
    return pl.DataFrame(parts)


@st.cache_data(max_entries=256, max_size="256MB", show_spinner=False)
def _frame(at: Version, sql: str, parameters: tuple[Any, ...]) -> pl.DataFrame:
    return as_frame(_warehouse(at).query(sql, list(parameters)).table)


def query(sql: str, limit: int, seconds: float) -> Result:
    """What a reader of the pages wrote, in the same sandbox; raises QueryError with the reason. Not cached."""
    return _warehouse(version()).query(sql, rows=limit, seconds=seconds)


@st.cache_data(max_entries=64, show_spinner=False)
def _search(at: Version, words: list[str], most: int, documents: list[str] | None) -> list[dict[str, Any]]:
    return find(_warehouse(at), words, most, documents)


def search(words: list[str], most: int, documents: list[str] | None) -> list[dict[str, Any]]:
    """Places in which all the words stand, best first; see orchestration.warehouse.search."""
    return _search(version(), words, most, documents)


def frame(sql: str, parameters: Sequence[Any] = ()) -> pl.DataFrame:
    """Rows of a query on the pinned version. Lists among the parameters are DuckDB lists."""
    return _frame(version(), sql, tuple(tuple(p) if isinstance(p, list) else p for p in parameters))


def rows(sql: str, parameters: Sequence[Any] = ()) -> list[dict[str, Any]]:
    """Rows of a query as dictionaries."""
    return frame(sql, parameters).to_dicts()


def scalar(sql: str, parameters: Sequence[Any] = ()) -> Any:
    """The first value of a query, None when it has no row."""
    found = frame(sql, parameters)
    return found.item(0, 0) if found.height else None


def columns(table: str) -> frozenset[str]:
    """The columns a published table has; empty when the version has no such table."""
    sql = "select column_name from duckdb_columns() where database_name = current_database() and table_name = ?"
    return frozenset(frame(sql, [table])["column_name"])


def fields(table: str, alias: str, *taken: str) -> str:
    """The columns of a table for a SELECT, but those whose names the query gives to something else.

    A published table may have more columns than the contract names; a plain * would then clash.
    """
    return ", ".join(f'{alias}."{name}"' for name in sorted(columns(table) - set(taken)))


def has(*tables: str) -> bool:
    """Whether the version holds all these tables."""
    return all(columns(table) for table in tables)
