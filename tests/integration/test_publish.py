"""Publishing: whole or not at all, whatever happens to the run and whoever reads meanwhile."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import duckdb
import pytest

from orchestration.settings import ROOT
from orchestration.warehouse import publish
from orchestration.warehouse.query import NotPublished, Warehouse, resolve


def build(folder: Path, value: str = "甲乙丙", quote: str = "乙") -> Path:
    """A small build database: marts with a contract and comments, and a raw table that must stay behind."""
    path = folder / "build.duckdb"
    path.unlink(missing_ok=True)
    con = duckdb.connect(str(path))
    con.execute("CREATE SCHEMA raw")
    con.execute("CREATE TABLE raw.secret AS SELECT 1 AS a")
    con.execute("CREATE TABLE dim_document (document_id VARCHAR NOT NULL, text VARCHAR NOT NULL, CHECK (text <> ''))")
    con.execute("CREATE TABLE fct_x (x_id VARCHAR, document_id VARCHAR, quote VARCHAR, char_start INT, char_end INT)")
    con.execute("COMMENT ON TABLE dim_document IS 'One document, the issuer''s own words.'")
    con.execute("COMMENT ON COLUMN dim_document.text IS '正文'")
    con.execute("INSERT INTO dim_document VALUES ('d', ?)", [value])
    con.execute("INSERT INTO fct_x VALUES ('x', 'd', ?, 1, 2)", [quote])
    con.close()
    return path


def text_of(data: Path) -> str:
    with Warehouse(data / "warehouse.duckdb") as warehouse:
        return str(warehouse.query("SELECT text FROM dim_document").rows()[0][0])


def test_marts_are_published_with_contract_and_comments_and_nothing_else(tmp_path: Path) -> None:
    made = publish.publish(build(tmp_path), tmp_path, {"run_id": "r"})
    link = tmp_path / "warehouse.duckdb"
    assert link.is_symlink()
    assert resolve(link).name == made.file
    assert made.rows == {"dim_document": 1, "fct_x": 1}
    assert publish.published(tmp_path) == made
    con = duckdb.connect(str(resolve(link)))
    assert con.execute("SELECT count(*) FROM duckdb_tables() WHERE schema_name <> 'main'").fetchall() == [(0,)]
    assert con.execute("SELECT comment FROM duckdb_tables() WHERE table_name = 'dim_document'").fetchall() == [
        ("One document, the issuer's own words.",)
    ]
    assert con.execute("SELECT comment FROM duckdb_columns() WHERE column_name = 'text'").fetchall() == [("正文",)]
    for broken in ("(NULL, 'x')", "('e', '')"):
        with pytest.raises(duckdb.ConstraintException):
            con.execute(f"INSERT INTO dim_document VALUES {broken}")
    con.close()


def test_a_quote_that_is_not_the_text_keeps_a_build_from_being_published(tmp_path: Path) -> None:
    publish.publish(build(tmp_path, "甲乙丙"), tmp_path)
    with pytest.raises(publish.NotPublishable, match="fct_x: 1"):
        publish.publish(build(tmp_path, "丙乙甲", quote="丙"), tmp_path)
    assert text_of(tmp_path) == "甲乙丙"
    assert len(publish.versions(tmp_path)) == 1


def test_a_build_without_marts_is_not_published(tmp_path: Path) -> None:
    duckdb.connect(str(tmp_path / "empty.duckdb")).close()
    with pytest.raises(publish.NotPublishable):
        publish.publish(tmp_path / "empty.duckdb", tmp_path)
    assert publish.published(tmp_path) is None


def test_a_reader_keeps_its_version_and_new_readers_get_the_new_one(tmp_path: Path) -> None:
    publish.publish(build(tmp_path, "甲乙丙"), tmp_path)
    with Warehouse(tmp_path / "warehouse.duckdb") as old:
        publish.publish(build(tmp_path, "子乙丑"), tmp_path)
        assert old.query("SELECT text FROM dim_document").rows() == [("甲乙丙",)]
        assert text_of(tmp_path) == "子乙丑"


def test_the_last_versions_are_kept_and_the_link_can_go_back(tmp_path: Path) -> None:
    for number in range(publish.KEPT + 2):
        publish.publish(build(tmp_path, f"{number}乙"), tmp_path)
    kept = publish.versions(tmp_path)
    assert len(kept) == publish.KEPT
    assert text_of(tmp_path) == f"{publish.KEPT + 1}乙"
    publish.point_to(tmp_path, kept[1])
    assert text_of(tmp_path) == f"{publish.KEPT}乙"
    assert sorted(path.suffix for path in (tmp_path / "published").iterdir()) == [".duckdb"] * 5 + [".json"] * 5


_DIES = """
import os, signal, sys
from pathlib import Path
from orchestration.warehouse import publish
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
{patch}
publish.publish(Path(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.parametrize(
    "patch",
    [
        "publish._prove_quotes = die",
        "publish._sha256 = die",
        "publish._to_disk = die",
        "publish.point_to = die",
        "Path.replace = die",
    ],
)
def test_a_run_killed_while_publishing_leaves_the_last_version_whole(tmp_path: Path, patch: str) -> None:
    publish.publish(build(tmp_path, "甲乙丙"), tmp_path)
    fresh = build(tmp_path, "子乙丑")
    killed = subprocess.run(
        [sys.executable, "-c", _DIES.format(patch=patch), str(fresh), str(tmp_path)], cwd=ROOT, check=False
    )
    assert killed.returncode == -signal.SIGKILL
    assert text_of(tmp_path) == "甲乙丙"
    publish.publish(fresh, tmp_path)
    assert text_of(tmp_path) == "子乙丑"
    assert not list((tmp_path / "published").glob(".unfinished-*"))


def test_a_link_to_nothing_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "warehouse.duckdb").symlink_to("published/gone.duckdb")
    with pytest.raises(NotPublished, match="gongbao run"):
        Warehouse(tmp_path / "warehouse.duckdb")


_HOLDS = """
import sys, time
from pathlib import Path
from orchestration.warehouse.publish import run_lock
with run_lock(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_two_runs_do_not_meet_and_a_killed_one_holds_nothing(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", _HOLDS, str(tmp_path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    )
    try:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(publish.Busy, match=f"process {holder.pid}"), publish.run_lock(tmp_path):
            pass
        os.kill(holder.pid, signal.SIGKILL)
        holder.wait(10)
        with publish.run_lock(tmp_path):
            assert (tmp_path / "run.lock").read_text() == str(os.getpid())
    finally:
        holder.kill()
        holder.wait(10)
