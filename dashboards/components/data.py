"""The only door to the published warehouse: which version is read, and cached queries on it.

A version is one immutable file; `data/warehouse.duckdb` links to it. A run of a page reads one version from top to bottom,
so that a publication in the middle of it mixes nothing. Caches are keyed by the version and bounded.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import duckdb
import polars as pl
import streamlit as st

ROOT = Path(__file__).resolve().parents[2]
PINNED = "_version"


@dataclass(frozen=True, slots=True)
class Version:
    """One published version: its file and a name that changes when the file does."""

    path: str
    stamp: int  # modification time in nanoseconds

    @property
    def name(self) -> str:
        return Path(self.path).stem


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


def _close(connection: duckdb.DuckDBPyConnection) -> None:
    connection.close()


@st.cache_resource(max_entries=2, show_spinner=False, on_release=_close)
def _connection(at: Version) -> duckdb.DuckDBPyConnection:
    # Attached, not opened: one process may open a file only under one configuration, and the SQL page has its own.
    connection = duckdb.connect(":memory:", config={"threads": 2})
    connection.execute(f"attach '{at.path.replace(chr(39), chr(39) * 2)}' as published (read_only)")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return connection


@st.cache_data(max_entries=256, show_spinner=False)
def _frame(at: Version, sql: str, parameters: tuple[Any, ...]) -> pl.DataFrame:
    cursor = _connection(at).cursor()  # a connection is not safe between threads; a cursor of one's own is
    try:
        cursor.execute("use published")
        return cursor.execute(sql, list(parameters)).pl()
    finally:
        cursor.close()


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
    sql = "select column_name from information_schema.columns where table_catalog = 'published' and table_name = ?"
    return frozenset(frame(sql, [table])["column_name"])


def has(*tables: str) -> bool:
    """Whether the version holds all these tables."""
    return all(columns(table) for table in tables)
