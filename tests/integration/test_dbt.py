"""The dbt project on a small invented raw database: what comes out, and that invariants hold broken rows back."""

from __future__ import annotations

import datetime as dt
import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import duckdb
import pytest

from orchestration import dbt
from orchestration.gazette.records import (
    Appointment,
    Assignment,
    Citation,
    Deadline,
    Document,
    DocumentReading,
    IssueReading,
    LandFigure,
    Notice,
    Recognition,
    Reconciliation,
    Section,
    Source,
    Statement,
)
from orchestration.settings import Settings
from orchestration.warehouse import load

pytestmark = pytest.mark.slow

HOME = "370300"
PLAN = (
    "一、主要目标\n地区生产总值增长6%以上，居民消费价格涨幅控制在3%以内，单位地区生产总值能耗下降3.5%。"
    "建设5G基站1000个。（责任单位：市发展改革委，市大数据局）\n"
    "二、用地\n计划供地100公顷，其中商服用地40公顷，住宅用地60公顷。依据甲政字〔2020〕1号文件。"
)
REPORT = (
    "2022年目标是地区生产总值增长5.5%。"
    "全市地区生产总值增长6.5%，居民消费价格上涨3.2%，单位地区生产总值能耗下降4%。"
    "任命张三为淄博市教育局局长。"
)


def span(text: str, words: str) -> dict[str, int]:
    start = text.index(words)
    return {"start": start, "end": start + len(words)}


def statement(text: str, words: str, side: str, year: int, value: float, **more: Any) -> Statement:
    given: dict[str, Any] = {
        "measure": "growth_rate",
        "comparator": "=",
        "unit": "%",
        "base_value": value,
        "base_unit": "%",
        "period_start": dt.date(year, 1, 1),
        "period_end": dt.date(year, 12, 31),
        "region_id": HOME,
    }
    return Statement(**span(text, words), rule_id="statements.test", side=side, value=value, **{**given, **more})  # type: ignore[arg-type]


def document(issue: str, text: str, **more: Any) -> Document:
    given: dict[str, Any] = {"kind": "通知", "title": "标题", "region_name": "淄博市", "region_id": HOME}
    return Document(f"{issue}/01", issue, 1, text=text, page_map=((0, 5, 1),), **{**given, **more})


def reading(one: DocumentReading, *notices: Notice) -> IssueReading:
    issue = one.document.issue_id
    return IssueReading(
        source=Source("jia", issue, f"raw/jia/{issue}.txt", "0" * 64),
        media_type="text/plain",
        reader="text",
        title=issue,
        year=2021,
        number=1,
        published_month=dt.date(2021, 1, 1),
        page_count=1,
        char_count=len(one.document.text),
        pages=(),
        documents=(one,),
        notices=notices,
    )


def plan() -> DocumentReading:
    second = PLAN.index("二、")
    doc = document(
        "jia-1",
        PLAN,
        doc_number="甲政字〔2021〕2号",
        signed_date=dt.date(2021, 2, 1),
        issuer="淄博市人民政府",
        issuer_agency_id=f"{HOME}/人民政府",
        addressees=("各区县人民政府",),
        sections=(
            Section("jia-1/01#1", "jia-1/01", None, 1, "一", "一", "主要目标", 0, second, 6),
            Section("jia-1/01#2", "jia-1/01", None, 1, "二", "二", "用地", second, len(PLAN), second + 4),
        ),
    )
    land = {
        "rule_id": "land.test",
        "figure_kind": "planned",
        "plan_year": 2021,
        "region_id": HOME,
        "region_name": "淄博市",
    }
    scope = {"scope_start": 0, "scope_end": PLAN.index("（责任单位"), "rule_id": "assignments.test"}
    return DocumentReading(
        doc,
        statements=(
            statement(
                PLAN,
                "地区生产总值增长6%以上",
                "target",
                2021,
                6,
                comparator=">=",
                indicator="地区生产总值",
                indicator_id="gdp",
            ),
            statement(
                PLAN,
                "居民消费价格涨幅控制在3%以内",
                "target",
                2021,
                3,
                comparator="<=",
                indicator="居民消费价格涨幅",
                indicator_id="cpi",
            ),
            statement(
                PLAN,
                "单位地区生产总值能耗下降3.5%",
                "target",
                2021,
                3.5,
                measure="reduction_rate",
                indicator="能耗",
                indicator_id="energy_per_gdp",
            ),
            statement(
                PLAN,
                "建设5G基站1000个",
                "target",
                2021,
                1000,
                measure="count",
                unit="个",
                base_unit="个",
                indicator="5G基站",
                indicator_id="base_stations_5g",
                region_id=None,
            ),
            statement(PLAN, "3.5%", "target", 2021, 9, value_upper=2, indicator="颠倒的区间"),
        ),
        land=(
            LandFigure(**span(PLAN, "计划供地100公顷"), **land, breakdown="total", area_ha=100, area=100, unit="公顷"),
            LandFigure(
                **span(PLAN, "商服用地40公顷"),
                **land,
                breakdown="by_use",
                land_use="商服用地",
                land_use_id="plan-1",
                area_ha=40,
                area=40,
                unit="公顷",
            ),
            LandFigure(
                **span(PLAN, "住宅用地60公顷"),
                **land,
                breakdown="by_use",
                land_use="住宅用地",
                land_use_id="plan-3",
                area_ha=60,
                area=60,
                unit="公顷",
            ),
            LandFigure(
                **span(PLAN, "住宅用地60公顷"),
                **{**land, "region_id": f"{HOME}-南部新区", "region_name": "南部新区"},
                breakdown="by_region",
                area_ha=60,
                area=60,
                unit="公顷",
            ),
        ),
        assignments=(
            Assignment(
                **span(PLAN, "市发展改革委"),
                **scope,
                agency_id=f"{HOME}/发展和改革委员会",
                agency_name="市发展改革委",
                role="lead",
                scope_path="一",
                task="目标",
            ),
            Assignment(
                **span(PLAN, "市大数据局"),
                **scope,
                agency_id=f"{HOME}/大数据局",
                agency_name="市大数据局",
                role="support",
                scope_path="一",
                task="目标",
            ),
        ),
        deadlines=(Deadline(**span(PLAN, "计划供地"), rule_id="deadlines.test", task="供地", recurrence="yearly"),),
        citations=(
            Citation(**span(PLAN, "甲政字〔2020〕1号"), rule_id="citations.test", cited_number="甲政字〔2020〕1号"),
        ),
        recognitions=(
            Recognition(**span(PLAN, "商服用地"), rule_id="recognitions.test", list_title="名单", name="甲", ordinal=1),
        ),
        reconciliations=(
            Reconciliation(
                rule="land.by_use",
                label="总量 = 商服 + 住宅",
                stated=100,
                computed=100,
                difference=0,
                tolerance=1,
                status="holds",
                **span(PLAN, "计划供地100公顷"),
            ),
        ),
    )


def report() -> DocumentReading:
    doc = document("jia-2", REPORT, doc_number="甲政字〔2020〕1号", signed_date=dt.date(2022, 1, 20))
    return DocumentReading(
        doc,
        statements=(
            statement(
                REPORT, "地区生产总值增长5.5%", "target", 2022, 5.5, indicator="地区生产总值", indicator_id="gdp"
            ),
            statement(
                REPORT, "地区生产总值增长6.5%", "outcome", 2021, 6.5, indicator="地区生产总值", indicator_id="gdp"
            ),
            statement(
                REPORT, "居民消费价格上涨3.2%", "outcome", 2021, 3.2, indicator="居民消费价格", indicator_id="cpi"
            ),
            statement(
                REPORT,
                "单位地区生产总值能耗下降4%",
                "outcome",
                2021,
                4,
                measure="reduction_rate",
                indicator="能耗",
                indicator_id="energy_per_gdp",
            ),
        ),
        appointments=(
            Appointment(
                **span(REPORT, "任命张三为淄博市教育局局长"),
                rule_id="appointments.test",
                person_name="张三",
                action="appoint",
                organization="淄博市教育局",
                agency_id=f"{HOME}/教育局",
                post="局长",
            ),
        ),
    )


def fill(path: Path) -> None:
    con = load.open_build(path)
    try:
        load.load_issue(
            con, reading(plan(), Notice("text", "missing_glyph", "A glyph is missing.", "字", 5, "jia-1/01"))
        )
        load.load_issue(con, reading(report()))
        load.replace_table(con, "gazettes", [{"gazette_id": "jia", "name": "甲公报", "region_name": "淄博市"}])
        act = con.execute("SELECT fact_id FROM raw.appointments").fetchall()[0][0]
        load.replace_table(con, "persons", [{"person_id": "p1", "name": "张三"}])
        load.replace_table(
            con, "appointment_persons", [{"appointment_id": act, "person_id": "p1", "reason": "only one"}]
        )
        load.replace_table(
            con,
            "office_terms",
            [
                {
                    "term_id": "t1",
                    "person_id": "p1",
                    "agency_id": f"{HOME}/教育局",
                    "organization": "淄博市教育局",
                    "post": "局长",
                    "status": "open",
                    "start_appointment_id": act,
                }
            ],
        )
    finally:
        con.close()


def outcomes(results: Any) -> dict[str, str]:
    return {result.node.name: str(result.status) for result in results.results}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    settings = Settings.read(data=tmp_path_factory.mktemp("dbt"))
    fill(settings.build)
    results = dbt.build(settings, lambda _: None)
    assert {name: status for name, status in outcomes(results).items() if status not in ("success", "pass")} == {}
    return settings


@pytest.fixture(scope="module")
def con(built: Settings) -> Iterator[duckdb.DuckDBPyConnection]:
    # a copy: DuckDB allows no second kind of connection to a file that dbt may open again
    copy = built.build.with_name("copy.duckdb")
    shutil.copy(built.build, copy)
    with duckdb.connect(str(copy), read_only=True) as connection:
        yield connection


Rows = Callable[[str], list[tuple[Any, ...]]]


@pytest.fixture
def rows(con: duckdb.DuckDBPyConnection) -> Rows:
    return lambda query: con.execute(query).fetchall()


def test_progress_joins_a_plan_with_the_report_of_a_later_issue(rows: Rows) -> None:
    found = rows(
        "SELECT indicator_id, year, target_value, comparator, outcome_value, met FROM fct_target_progress ORDER BY 1"
    )
    assert found == [
        ("cpi", 2021, 3.0, "<=", 3.2, False),
        ("energy_per_gdp", 2021, 3.5, "=", 4.0, True),
        ("gdp", 2021, 6.0, ">=", 6.5, True),
    ]


def test_targets_find_their_bodies_and_their_region(rows: Rows) -> None:
    found = rows(
        "SELECT t.indicator, t.region_id, b.agency_id, a.name, b.role FROM fct_targets AS t "
        "JOIN bridge_target_agency AS b USING (target_id) JOIN dim_agency AS a USING (agency_id) "
        "WHERE t.indicator = '5G基站' ORDER BY b.role"
    )
    assert found == [
        ("5G基站", HOME, f"{HOME}/发展和改革委员会", "淄博市发展和改革委员会", "lead"),
        ("5G基站", HOME, f"{HOME}/大数据局", "淄博市大数据局", "support"),
    ]


def test_a_statement_that_contradicts_itself_is_a_warning_and_no_fact(rows: Rows) -> None:
    assert rows("SELECT count(*) FROM fct_targets WHERE indicator = '颠倒的区间'") == [(0,)]
    found = rows("SELECT code, quote FROM fct_warnings WHERE issue_id = 'jia-1' ORDER BY code")
    assert found == [("incoherent_statement", "3.5%"), ("missing_glyph", "字")]
    assert rows("SELECT issue_id, status, warning_count FROM dim_issue ORDER BY 1") == [
        ("jia-1", "read_with_warnings", 2),
        ("jia-2", "read", 0),
    ]


def test_a_zone_that_the_seed_does_not_know_is_a_region_under_its_host(rows: Rows) -> None:
    found = rows(
        f"SELECT name, region_type, host_region_id, gb2260_code FROM dim_region WHERE region_id = '{HOME}-南部新区'"
    )
    assert found == [("淄博南部新区", "functional_zone", HOME, None)]


def test_a_citation_leads_to_the_document_in_another_issue(rows: Rows) -> None:
    assert rows("SELECT cited_document_id FROM fct_citations") == [("jia-2/01",)]


def test_a_gazette_without_a_code_speaks_for_the_place_of_its_documents(rows: Rows) -> None:
    assert rows("SELECT region_id FROM dim_gazette") == [(HOME,)]


def test_acts_know_their_person_and_terms_stay_open(rows: Rows) -> None:
    assert rows("SELECT person_id, action FROM fct_appointments") == [("p1", "appoint")]
    assert rows("SELECT status, end_date FROM fct_office_terms") == [("open", None)]


def test_tables_and_columns_carry_their_descriptions(rows: Rows) -> None:
    without = rows(
        "SELECT table_name FROM duckdb_tables() "
        "WHERE schema_name = 'main' AND coalesce(comment, '') NOT LIKE '%Grain: one %' "
        "UNION ALL SELECT table_name || '.' || column_name FROM duckdb_columns() "
        "WHERE schema_name = 'main' AND NOT internal AND coalesce(comment, '') = ''"
    )
    assert without == []


def test_last_years_outcome_stands_beside_this_years_target(rows: Rows) -> None:
    found = rows(
        "SELECT year, target_value, outcome_value, previous_outcome_value, met FROM mart_indicator_years "
        "WHERE indicator_id = 'gdp' ORDER BY year"
    )
    assert found == [(2021, 6.0, 6.5, None, True), (2022, 5.5, None, 6.5, None)]


def test_the_unit_tests_of_the_models_hold(built: Settings) -> None:
    """They are left out of a run: what they say does not depend on the data."""
    found = outcomes(dbt._invoke(built, ["test", "--select", "test_type:unit"], None))
    assert len(found) >= 7
    assert set(found.values()) == {"pass"}


BREAKS = {
    "quotes_stand_at_their_offsets": "UPDATE raw.statements SET char_start = char_start + 1 WHERE indicator_id = 'gdp'",
    "facts_stand_in_their_section": "UPDATE raw.land_figures SET section_id = 'jia-1/01#1'",
    "sections_are_their_text": "UPDATE raw.sections SET char_end = char_end - 1 WHERE label = '一'",
    "relationships_fct_targets_indicator_id__indicator_id__ref_dim_indicator_": (
        "UPDATE raw.statements SET indicator_id = 'nobody' WHERE indicator_id = 'gdp'"
    ),
    "unique_fct_land_supply_land_supply_id": (
        "INSERT INTO raw.land_figures SELECT * FROM raw.land_figures WHERE breakdown = 'total'"
    ),
    "accepted_values_fct_land_supply_figure_kind__planned__actual": "UPDATE raw.land_figures SET figure_kind = 'maybe'",
    "office_terms_keep_what_is_unknown": "UPDATE raw.office_terms SET end_date = DATE '2022-01-01'",
    "warnings_name_an_issue": "UPDATE raw.notices SET issue_id = 'nowhere'",
    "fct_land_supply": "UPDATE raw.land_figures SET unit = NULL WHERE breakdown = 'total'",
}


def test_broken_rows_hold_a_build_back(built: Settings) -> None:
    """All breaks in one build: each of them must fail its own test, and say so with an error."""
    with duckdb.connect(str(built.build)) as connection:
        for statement_ in BREAKS.values():
            if "unit = NULL" not in statement_:
                connection.execute(statement_)
    found = outcomes(dbt.build(built, lambda _: None))
    missed = {name: found.get(name) for name in BREAKS if name != "fct_land_supply" and found.get(name) != "fail"}
    assert missed == {}


def test_a_contract_refuses_what_the_contract_forbids(built: Settings) -> None:
    with duckdb.connect(str(built.build)) as connection:
        connection.execute(BREAKS["fct_land_supply"])
    assert outcomes(dbt.build(built, lambda _: None))["fct_land_supply"] == "error"


def test_the_project_parses_without_deprecations(built: Settings) -> None:
    log = (built.data / "dbt" / "logs" / "dbt.log").read_text(encoding="utf-8")
    assert "Running with dbt" in log
    assert "Deprecat" not in log
    manifest = json.loads(dbt.manifest(built).read_text(encoding="utf-8"))
    undescribed = [
        node["name"]
        for node in (*manifest["nodes"].values(), *manifest["sources"].values())
        if node["resource_type"] in ("model", "seed", "source") and not node["description"]
    ]
    assert undescribed == []
    contracts = [n for n in manifest["nodes"].values() if n["resource_type"] == "model" and n["schema"] == "main"]
    assert contracts
    assert all(node["config"]["contract"]["enforced"] for node in contracts)
