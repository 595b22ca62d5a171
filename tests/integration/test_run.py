"""gongbao run on the real issue and on everything that may lie beside it: published, said, repeatable, and safe."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from orchestration.record import RunRecord
from orchestration.settings import ROOT, Settings
from orchestration.warehouse.publish import published
from orchestration.warehouse.query import Warehouse, resolve
from tests.integration.conftest import Answer, World, gongbao_process

pytestmark = pytest.mark.slow
PROVENANCE = {"issue_id", "document_id", "section_id", "quote", "char_start", "char_end", "page", "rule_id"}
FACTS = (
    "fct_targets",
    "fct_outcomes",
    "fct_land_supply",
    "fct_appointments",
    "fct_assignments",
    "fct_policy_changes",
    "fct_deadlines",
    "fct_citations",
    "fct_recognitions",
)
Gongbao = Callable[..., Answer]


def rows(world: World, sql: str) -> list[tuple[object, ...]]:
    with Warehouse(world.settings.warehouse) as warehouse:
        return warehouse.query(sql).rows()


def facts(settings: Settings) -> dict[str, list[tuple[object, ...]]]:
    with Warehouse(settings.warehouse) as warehouse:
        return {name: warehouse.query(f"SELECT * FROM {name} ORDER BY ALL").rows() for name in FACTS}


def test_the_summary_says_what_was_published(world: World) -> None:
    said = {line.split("  ")[0].strip(): line.split() for line in world.printed.splitlines()}
    for label, name in (
        ("文件 documents", "dim_document"),
        ("目标 targets", "fct_targets"),
        ("警示 warnings", "fct_warnings"),
    ):
        ((count,),) = rows(world, f"SELECT count(*) FROM {name}")
        assert said[label][2] == str(count)
    made = published(world.settings.data)
    assert made is not None
    assert made.file in world.printed
    assert "make up" in world.printed


def test_every_quote_stands_at_its_offsets_with_its_page(world: World) -> None:
    for name in FACTS:
        columns = {row[0] for row in rows(world, f"SELECT column_name FROM (DESCRIBE {name})")}
        assert columns >= PROVENANCE, name
        ((broken,),) = rows(
            world,
            f"SELECT count(*) FROM {name} f LEFT JOIN dim_document d USING (document_id) WHERE f.quote IS NULL OR "
            "substring(d.text, char_start + 1, char_end - char_start) IS DISTINCT FROM f.quote",
        )
        assert broken == 0, name
    ((found, paged),) = rows(
        world, "SELECT count(*), count(page) FROM fct_appointments WHERE issue_id = 'zibo-2021-04'"
    )
    assert found == paged
    assert found > 0


def test_the_real_issue_has_its_documents(world: World) -> None:
    found = rows(
        world,
        "SELECT count(*), count(doc_number), count(registration_number) FROM dim_document "
        "WHERE issue_id = 'zibo-2021-04'",
    )
    assert found == [(13, 12, 1)]


def test_every_table_and_column_is_documented(world: World) -> None:
    assert rows(world, "SELECT table_name FROM duckdb_tables() WHERE comment IS NULL") == []
    assert (
        rows(world, "SELECT table_name, column_name FROM duckdb_columns() WHERE NOT internal AND comment IS NULL") == []
    )


def test_odd_files_are_named_with_a_reason_and_stop_nothing(world: World, gongbao: Gongbao) -> None:
    said = gongbao("status", settings=world.settings)
    assert said.code == 0
    warned = rows(world, "SELECT code, message FROM fct_warnings")
    for file, code in world.odd.items():
        reasons = [(found, message) for found, message in warned if str(message).startswith(f"{file}:")]
        assert len(reasons) == 1, file
        assert not code or reasons[0][0] == code
        assert str(reasons[0][1]) in said.out
        assert ";" in str(reasons[0][1]), "a message says what is wrong; and the way out"
    loose = rows(world, "SELECT doc_number FROM dim_document WHERE issue_id = 'county-plan'")
    assert loose == [("平政办发〔2022〕7号",)]
    assert rows(world, "SELECT issue_id FROM dim_issue ORDER BY 1") == [("county-plan",), ("zibo-2021-04",)]


def test_reading_again_gives_the_same_facts_while_a_reader_holds_the_old_version(world: World, tmp_path: Path) -> None:
    """Same bytes and rules, another folder, another number of workers, everything read anew: the same ids and rows."""
    raw, data = tmp_path / "raw", tmp_path / "data"
    shutil.copytree(world.settings.raw / "zibo", raw / "zibo")
    shutil.copytree(world.settings.data, data, symlinks=True)
    before = facts(world.settings)
    old = resolve(data / "warehouse.duckdb")
    with Warehouse(data / "warehouse.duckdb") as reader:
        ran = gongbao_process("run", "--force", "--workers", "0", data=data, raw=raw)
        assert ran.returncode == 0, ran.stderr
        assert reader.query("SELECT count(*) FROM dim_issue").rows() == [(2,)]
    after = facts(Settings(raw, data))
    for name in FACTS:
        issue = [row for row in before[name] if "zibo-2021-04" in row]
        assert after[name] == issue, name
    assert resolve(data / "warehouse.duckdb") != old
    assert old.exists()
    with Warehouse(data / "warehouse.duckdb") as now:  # the file of the other issue is gone, and so is what it said
        assert now.query("SELECT issue_id FROM dim_issue").rows() == [("zibo-2021-04",)]


def test_a_failing_run_leaves_the_last_version_and_says_why(world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(world.settings.data, data, symlinks=True)
    before = os.readlink(data / "warehouse.duckdb")
    ((fact,),) = rows(world, "SELECT min(appointment_id) FROM fct_appointments")
    corrections = tmp_path / "corrections"
    corrections.mkdir()
    (corrections / "a.yml").write_text(
        f"- {{fact: {fact}, field: post, expected: 没有这个职务, value: 局长, reason: 试, who: 某}}\n", encoding="utf-8"
    )
    ran = gongbao_process("run", data=data, raw=world.settings.raw, GONGBAO_CORRECTIONS=str(corrections))
    assert ran.returncode == 1
    assert "a.yml, entry 1" in ran.stderr
    assert "没有这个职务" in ran.stderr
    assert os.readlink(data / "warehouse.duckdb") == before
    said = gongbao_process("status", data=data, raw=world.settings.raw)
    assert "failed" in said.stdout
    assert "a.yml, entry 1" in said.stdout


def test_what_cannot_run_says_so_before_it_starts(tmp_path: Path, world: World) -> None:
    (tmp_path / "raw").mkdir()
    empty = gongbao_process("run", data=tmp_path / "data", raw=tmp_path / "raw")
    assert empty.returncode == 1
    assert "<gazette>/<issue>.txt" in empty.stderr
    unknown = gongbao_process("run", "--issue", "zibo-1999-01", data=tmp_path / "data", raw=world.settings.raw)
    assert unknown.returncode == 1
    assert "zibo-2021-04" in unknown.stderr
    nowhere = gongbao_process("status", data=tmp_path / "data", raw=tmp_path / "nowhere")
    assert nowhere.returncode == 0
    assert "gongbao run" in nowhere.stdout


def test_a_killed_run_leaves_no_process_and_the_next_one_publishes(world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(world.settings.data, data, symlinks=True)
    before = os.readlink(data / "warehouse.duckdb")
    record = RunRecord(Settings(world.settings.raw, data).last_run)
    record.file.unlink()
    with (tmp_path / "log").open("wb") as log:
        run = subprocess.Popen(
            [sys.executable, "-m", "orchestration.cli", "run", "--force", "--workers", "1"],
            cwd=ROOT,
            env={**os.environ, "GONGBAO_DATA": str(data), "GONGBAO_RAW": str(world.settings.raw)},
            stdout=log,
            stderr=log,
        )
    try:
        until = time.monotonic() + 120
        while "read_now" not in record.read() and run.poll() is None and time.monotonic() < until:
            time.sleep(0.02)
        assert run.poll() is None, (tmp_path / "log").read_text()
        os.kill(run.pid, signal.SIGKILL)
    finally:
        run.kill()
        run.wait(10)
    assert os.readlink(data / "warehouse.duckdb") == before
    said = gongbao_process("status", data=data, raw=world.settings.raw)
    assert "interrupted" in said.stdout
    again = gongbao_process("run", data=data, raw=world.settings.raw)
    assert again.returncode == 0, again.stderr
    assert facts(Settings(world.settings.raw, data)) == facts(world.settings)


def test_no_text_tells_of_an_office_before_its_act(world: World) -> None:
    with Warehouse(world.settings.warehouse) as warehouse:
        ((terms, early),) = warehouse.query(
            "SELECT count(*), count(*) FILTER (first_cited < coalesce(start_date, end_date)) FROM fct_office_terms"
        ).rows()
    assert terms > 0
    assert early == 0, "the first day of the month in which the issue appeared lies before the list's date"
