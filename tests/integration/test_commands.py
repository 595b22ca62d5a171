"""The reading commands on a published warehouse: sql, search, explain, export."""

from __future__ import annotations

import csv
import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from orchestration.settings import Settings
from orchestration.warehouse.query import Warehouse
from tests.integration.conftest import Answer, World

pytestmark = pytest.mark.slow
Gongbao = Callable[..., Answer]


def test_sql_in_every_form(world: World, gongbao: Gongbao, tmp_path: Path) -> None:
    query = "SELECT issue_id, published_month, char_count FROM dim_issue ORDER BY 1"
    shown = gongbao("sql", query, settings=world.settings)
    assert "county-plan" in shown.out
    read = list(csv.DictReader(io.StringIO(gongbao("sql", query, "--format", "csv", settings=world.settings).out)))
    assert [row["issue_id"] for row in read] == ["county-plan", "zibo-2021-04"]
    objects = json.loads(gongbao("sql", query, "--format", "json", settings=world.settings).out)
    assert [str(row["char_count"]) for row in objects] == [row["char_count"] for row in read]
    file, target = tmp_path / "q.sql", tmp_path / "r.parquet"
    file.write_text(query, encoding="utf-8")
    made = gongbao("sql", "-f", str(file), "--format", "parquet", "-o", str(target), settings=world.settings)
    assert made.code == 0
    assert pq.read_table(target).column("issue_id").to_pylist() == ["county-plan", "zibo-2021-04"]


@pytest.mark.parametrize(
    "query", ["DROP TABLE dim_issue", "SELECT * FROM read_text('/etc/hostname')", "SELECT 1; SELECT 2"]
)
def test_sql_refuses_with_a_sentence(world: World, gongbao: Gongbao, query: str) -> None:
    refused = gongbao("sql", query, settings=world.settings)
    assert refused.code == 1
    assert refused.err
    assert "Traceback" not in refused.err


def test_search_ranks_and_shows_the_passage_with_its_page(world: World, gongbao: Gongbao) -> None:
    found = gongbao("search", "供应", "用地", "--most", "3", settings=world.settings)
    assert found.code == 0
    first, passage = found.out.splitlines()[:2]
    assert "供应计划" in first, "a title that holds the words comes first"
    assert "供应" in passage or "用地" in passage
    assert "第" in first or "county-plan" in first
    both = gongbao("search", "产权住宅用地", "张店区", settings=world.settings)
    assert both.out.count("zibo-2021-04") == 1, "no one place holds both, one document does"
    full_width = gongbao("search", "２０２１", settings=world.settings)
    assert full_width.code == 0
    nothing = gongbao("search", "没有任何文件写到的词", settings=world.settings)
    assert nothing.code == 1
    assert "没有一处" in nothing.err


def test_search_finds_what_stands_before_the_first_section(world: World, gongbao: Gongbao) -> None:
    found = gongbao("search", "各乡镇人民政府", settings=world.settings)
    assert found.code == 0
    assert "county-plan" in found.out


def test_explain_shows_quote_place_rule_and_source_of_a_fact_of_any_table(world: World, gongbao: Gongbao) -> None:
    with Warehouse(world.settings.warehouse) as warehouse:
        names = warehouse.query(
            "SELECT table_name, column_name FROM duckdb_columns() WHERE table_name LIKE 'fct%' AND column_index = 1"
        ).rows()
        checked = 0
        for name, column in names:
            if not str(column).endswith("_id"):
                continue
            columns = [name for (name,) in warehouse.query(f"SELECT column_name FROM (DESCRIBE {name})").rows()]
            order = "ORDER BY quote IS NULL" if "quote" in columns else ""
            asked = warehouse.query(f"SELECT * FROM {name} {order} LIMIT 1")
            if not asked.table.num_rows:
                continue
            row = dict(zip(asked.columns, asked.rows()[0], strict=True))
            said = gongbao("explain", str(row[column]), settings=world.settings)
            assert said.code == 0, name
            if name == "fct_office_terms":
                begun = str(row["start_appointment_id"] or row["end_appointment_id"])
                assert begun in said.out
                assert "【" in said.out, "a spell shows the words of its acts"
            elif name == "fct_warnings" and row["quote"]:
                assert f"【{row['quote']}】" in said.out
            if row.get("char_start") is not None:
                checked += 1
                assert f"【{str(row['quote']).replace(chr(10), ' ')}】" in said.out, name
                assert str(row["rule_id"]) in said.out
                assert f"raw/{str(row['issue_id']).replace('-', '/', 1)}.txt" in said.out
                digest = hashlib.sha256((world.settings.raw / "zibo" / "2021-04.txt").read_bytes()).hexdigest()
                assert digest in said.out or row["issue_id"] != "zibo-2021-04"
    assert checked >= 8
    unknown = gongbao("explain", "st-nothing", settings=world.settings)
    assert unknown.code == 1
    assert "fct_targets" in unknown.err


def test_export_is_a_data_package_that_says_what_it_holds(world: World, gongbao: Gongbao, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    assert gongbao("export", str(folder), settings=world.settings).code == 0
    package = json.loads((folder / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    with Warehouse(world.settings.warehouse) as warehouse:
        tables = [name for (name,) in warehouse.query("SELECT table_name FROM duckdb_tables()").rows()]
        for name in tables:
            ((count,),) = warehouse.query(f'SELECT count(*) FROM "{name}"').rows()
            assert pq.read_metadata(folder / "parquet" / f"{name}.parquet").num_rows == count
            with (folder / "csv" / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
                read = list(csv.reader(handle))
            assert read[0] == [field["name"] for field in resources[name]["schema"]["fields"]]
            assert len(read) == count + 1
            for resource in (resources[name], resources[f"{name}-parquet"]):
                payload = (folder / resource["path"]).read_bytes()
                assert resource["hash"] == f"sha256:{hashlib.sha256(payload).hexdigest()}"
    targets = resources["fct_targets"]["schema"]
    assert {"fields": ["document_id"], "reference": {"resource": "dim_document", "fields": ["document_id"]}} in targets[
        "foreignKeys"
    ]
    kinds = {field["name"]: field["type"] for field in targets["fields"]}
    assert (kinds["value"], kinds["char_start"], kinds["deadline"], kinds["quote"]) == (
        "number",
        "integer",
        "date",
        "string",
    )
    assert all(field.get("description") for field in targets["fields"])


def test_before_anything_is_published_every_command_says_so(gongbao: Gongbao, tmp_path: Path) -> None:
    settings = Settings(tmp_path / "raw", tmp_path / "data")
    for arguments in (["sql", "SELECT 1"], ["search", "词"], ["explain", "st-x"], ["export", str(tmp_path / "o")]):
        said = gongbao(*arguments, settings=settings)
        assert said.code == 1
        assert "gongbao run" in said.err
