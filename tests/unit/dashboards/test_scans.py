"""Facts whose scanned lines were recognised with little confidence carry a mark; no other fact does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import duckdb
import polars as pl
import pytest
from streamlit.testing.v1 import AppTest

from dashboards.components import scans
from tests.support.fake_schema import TABLES
from tests.support.fake_warehouse import publish

Open = Callable[..., AppTest]
CONFIDENCE = {"targets-009": 0.62, "targets-001": 0.8, "targets-002": 0.99}


@pytest.fixture
def scanned(tmp_path: Path) -> Path:
    """A data folder in which some targets were read from scans."""
    with duckdb.connect(str(publish(tmp_path).resolve())) as con:
        con.executemany(
            "UPDATE fct_targets SET reading_confidence = ? WHERE target_id = ?",
            [[sure, target] for target, sure in CONFIDENCE.items()],
        )
        con.execute("UPDATE fct_reconciliations SET reading_confidence = 0.3 WHERE status = 'broken'")
    return tmp_path


def test_a_mark_says_how_sure_and_only_below_the_line() -> None:
    assert scans.doubt(0.62) == "⚠ 识别把握 0.62"
    assert [scans.doubt(value) for value in (None, 0.8, 0.99)] == [None, None, None]
    assert "doubt" not in scans.marked(pl.DataFrame({"reading_confidence": [None, 0.9]})).columns
    assert scans.marked(pl.DataFrame({"a": [1]})).columns == ["a"]


def test_the_table_marks_the_fact_that_is_unsure(scanned: Path, open_page: Open) -> None:
    app = open_page("targets", scanned)
    assert not app.exception
    table = next(frame.value for frame in app.dataframe if "doubt" in frame.value.columns)
    marks = {row["source"].split("&fact=")[1].split("#")[0]: row["doubt"] for _, row in table.iterrows()}
    assert {target for target, mark in marks.items() if isinstance(mark, str)} == {"targets-009"}


def test_a_check_of_an_unsure_figure_is_marked(scanned: Path, open_page: Open) -> None:
    app = open_page("checks", scanned)
    assert not app.exception
    table = next(frame.value for frame in app.dataframe if "doubt" in frame.value.columns)
    assert set(table["status"][table["doubt"].notna()]) == {"不符"}


@pytest.mark.parametrize(("fact", "said"), [("targets-009", True), ("targets-001", False)])
def test_the_reader_says_it_beside_the_quote(fact: str, said: bool, scanned: Path, open_page: Open) -> None:
    with duckdb.connect(str((scanned / "warehouse.duckdb").resolve()), read_only=True) as con:
        (document,) = con.execute("SELECT document_id FROM fct_targets WHERE target_id = ?", [fact]).fetchone() or ("",)
    app = open_page("documents", scanned, document=document, fact=fact)
    assert not app.exception
    chosen = "".join(str(element.value) for element in app.info)
    assert fact in chosen
    assert ("识别把握 0.62" in chosen) is said


def test_without_scans_no_table_has_the_column(filled: Path, open_page: Open) -> None:
    for page in ("targets", "checks"):
        assert all("doubt" not in frame.value.columns for frame in open_page(page, filled).dataframe)


def test_a_version_without_confidences_is_shown_all_the_same(tmp_path: Path, open_page: Open) -> None:
    with duckdb.connect(str(publish(tmp_path).resolve())) as con:
        for table in (name for name, columns in TABLES.items() if "reading_confidence" in columns):
            con.execute(f"ALTER TABLE {table} DROP COLUMN reading_confidence")
    for page, query in (
        ("targets", {}),
        ("checks", {}),
        ("documents", {"document": "yz-2021-04/1", "fact": "targets-009"}),
    ):
        assert not open_page(page, tmp_path, **query).exception
