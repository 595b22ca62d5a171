"""The sandbox: what a query may do, and every way out of it that is shut."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pyarrow as pa
import pytest

from orchestration.warehouse.query import QueryError, QueryRefused, QueryTimeout, Warehouse


@pytest.fixture(scope="module")
def warehouse(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Warehouse]:
    path = tmp_path_factory.mktemp("sandbox") / "w.duckdb"
    con = duckdb.connect(str(path))
    con.execute("CREATE TABLE t AS SELECT range AS a, 'x' || range AS b FROM range(25000)")
    con.close()
    with Warehouse(path, memory="300MB", seconds=20) as opened:
        yield opened


@pytest.mark.parametrize(
    "sql",
    [
        "SELECT * FROM read_csv('{secret}')",
        "SELECT * FROM read_text('{secret}')",
        "SELECT * FROM read_blob('/proc/self/environ')",
        "SELECT * FROM glob('/*')",
        "SELECT * FROM read_parquet('{secret}')",
        "COPY t TO '{folder}/out.csv'",
        "COPY (SELECT 1) TO '{folder}/out.parquet' (FORMAT parquet)",
        "ATTACH '{folder}/other.duckdb' AS o",
        "EXPORT DATABASE '{folder}/all'",
        "IMPORT DATABASE '{folder}'",
        "INSTALL fts",
        "LOAD httpfs",
        "SET memory_limit = '8GB'",
        "SET enable_external_access = true",
        "RESET lock_configuration",
        "PRAGMA memory_limit = '8GB'",
        "CREATE TABLE u AS SELECT 1",
        "CREATE TEMP TABLE u AS SELECT 1",
        "INSERT INTO t VALUES (1, 'x')",
        "DELETE FROM t",
        "DROP TABLE t",
        "UPDATE t SET a = 1",
        "CALL pragma_version()",
        "PREPARE p AS SELECT 1",
        "CHECKPOINT",
        "SELECT 1; SELECT 2",
        "",
        "-- nothing",
    ],
)
def test_ways_out_are_shut(warehouse: Warehouse, tmp_path: Path, sql: str) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n", encoding="utf-8")
    before = sorted(tmp_path.iterdir())
    with pytest.raises(QueryRefused):
        warehouse.query(sql.format(secret=secret, folder=tmp_path))
    assert sorted(tmp_path.iterdir()) == before


def test_files_and_python_variables_are_no_tables(warehouse: Warehouse, tmp_path: Path) -> None:
    secret = tmp_path / "secret.csv"
    secret.write_text("a,b\n1,2\n", encoding="utf-8")
    variable = pa.table({"a": [1]})
    for name in (f"'{secret}'", "variable", "self"):
        with pytest.raises(QueryError):
            warehouse.query(f"SELECT * FROM {name}")
    assert variable.num_rows == 1


@pytest.mark.parametrize("sql", ["FROM t LIMIT 1", "WITH x AS (SELECT 1) FROM x", "SHOW TABLES", "DESCRIBE t"])
def test_reading_in_every_form_runs(warehouse: Warehouse, sql: str) -> None:
    assert warehouse.query(sql).table.num_rows >= 1
    assert "SEQ_SCAN" in str(warehouse.query("EXPLAIN FROM t").rows()).upper()


def test_rows_are_cut_at_the_limit_and_it_is_said(warehouse: Warehouse) -> None:
    cut = warehouse.query("FROM t ORDER BY a", rows=12000)
    assert (cut.table.num_rows, cut.truncated) == (12000, True)
    assert cut.rows()[-1] == (11999, "x11999")
    whole = warehouse.query("FROM t", rows=25000)
    assert (whole.table.num_rows, whole.truncated) == (25000, False)
    assert warehouse.query("FROM t WHERE a < 0").rows() == []


def test_a_long_query_is_interrupted_and_the_next_one_runs(warehouse: Warehouse) -> None:
    with pytest.raises(QueryTimeout, match=r"0\.3 seconds"):
        warehouse.query("SELECT sum(x.a * y.a * z.a) FROM t x, t y, t z", seconds=0.3)
    assert warehouse.query("SELECT 1").rows() == [(1,)]


def test_memory_has_a_limit_and_nothing_spills_to_disk(warehouse: Warehouse) -> None:
    with pytest.raises(QueryError, match="memory"):
        warehouse.query("SELECT x.b || y.b AS s FROM t x, range(4000) r, t y ORDER BY s LIMIT 100000000")


def test_a_wrong_query_says_why(warehouse: Warehouse) -> None:
    with pytest.raises(QueryError, match="nowhere"):
        warehouse.query("SELECT * FROM nowhere")
    with pytest.raises(QueryError, match="syntax"):
        warehouse.query("SELEC 1")


def test_threads_share_it(warehouse: Warehouse) -> None:
    found: list[int] = []

    def ask(number: int) -> None:
        found.append(warehouse.query("SELECT count(*) FROM t WHERE a < ?", [number]).rows()[0][0])

    threads = [threading.Thread(target=ask, args=(number,)) for number in range(1, 21)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(found) == list(range(1, 21))
