"""A small published warehouse of an invented city, written with every table of the contract.

`publish(data_folder)` leaves `data_folder/warehouse.duckdb` as a link to a versioned file, as a real run does.
`publish(data_folder, empty=True)` leaves the same tables without a row.
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import duckdb

from tests.support.fake_schema import TABLES
from tests.support.fake_texts import APPOINT, DOCUMENTS, ISSUES, LAND, PLAN, SCHEME, Words

Row = dict[str, Any]
DAY = dt.date
HEADS = ("一、", "二、", "三、", "四、")


class Builder:
    """Collects rows; `fact` finds the quote in its document, so that offsets are right by construction."""

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {table: [] for table in TABLES}
        self.text = {document["document_id"]: document["text"] for document in DOCUMENTS}

    def add(self, table: str, **row: Any) -> None:
        self.rows[table].append(row)

    def fact(self, table: str, document: str, words: Words, **row: Any) -> str:
        quote, page = words
        start = self.text[document].index(quote)
        key = {"fct_land_supply": "land_supply_id", "fct_policy_changes": "change_id"}.get(table, f"{table[4:-1]}_id")
        number = len(self.rows[table]) + 1
        row[key] = f"{table[4:]}-{number:03d}"
        sections = [s for s in self.rows["dim_section"] if s["document_id"] == document and s["char_start"] <= start]
        row |= {
            "document_id": document,
            "issue_id": document.split("/")[0],
            "section_id": sections[-1]["section_id"] if sections else None,
            "quote": quote,
            "char_start": start,
            "char_end": start + len(quote),
            "page": page,
            "rule_id": f"{table[4:]}.invented",
        }
        self.rows[table].append(row)
        return str(row[key])


def dimensions(b: Builder) -> None:
    b.add(
        "dim_gazette", gazette_id="yunzhou", name="云州市人民政府公报", publisher="云州市人民政府", region_id="990100"
    )
    for issue in ISSUES:
        b.add("dim_issue", **issue)
    for document in DOCUMENTS:
        b.add("dim_document", **document)
        sections(b, document)
    for code, name, kind, parent in (
        ("990100", "云州市", "prefecture", None),
        ("990102", "东山区", "county", "990100"),
        ("990103", "西河区", "county", "990100"),
        ("990104", "南湖县", "county", "990100"),
        ("990100-高新区", "高新区", "functional_zone", "990100"),
    ):
        zone = kind == "functional_zone"
        b.add(
            "dim_region",
            region_id=code,
            name=name,
            short_name=name,
            gb2260_code=None if zone else code,
            region_type=kind,
            parent_region_id=parent,
            host_region_id=parent if zone else None,
        )
    for agency, name, aliases in (
        ("a1", "云州市发展和改革委员会", ["市发展改革委"]),
        ("a2", "云州市教育局", ["市教育局"]),
        ("a3", "云州市行政审批服务局", ["市行政审批局"]),
        ("a4", "云州市大数据局", ["市大数据局"]),
    ):
        b.add(
            "dim_agency",
            agency_id=agency,
            name=name,
            short_name=aliases[0],
            aliases=aliases,
            level="city",
            region_id="990100",
            agency_type="department",
        )
    for code, name, theme, unit, better in (
        ("gdp", "地区生产总值", "经济增长", "%", "higher"),
        ("revenue", "一般公共预算收入", "财政金融", "%", "higher"),
        ("unemployment", "城镇登记失业率", "就业民生", "%", "lower"),
        ("retail", "社会消费品零售总额", "消费", "%", "higher"),
        ("new_jobs", "城镇新增就业", "就业民生", "万人", "higher"),
        ("trade", "货物进出口总额", "外贸", "%", "higher"),
        ("pm25", "PM2.5平均浓度", "生态环境", "微克/立方米", "lower"),
    ):
        b.add("dim_indicator", indicator_id=code, name=name, aliases=[], theme=theme, usual_unit=unit, better=better)
    for code, name in (("05", "商服用地"), ("06", "工矿仓储用地"), ("07", "住宅用地"), ("10", "交通运输用地")):
        b.add("dim_land_use", land_use_id=f"supply_plan_2010:{code}", scheme="supply_plan_2010", code=code, name=name)
    for offset in range(365):
        day = DAY(2021, 1, 1) + dt.timedelta(days=offset)
        b.add("dim_date", date_day=day, year=day.year, month=day.month, day=day.day)


def sections(b: Builder, document: Row) -> None:
    text: str = document["text"]
    starts = [text.index("\n" + head) + 1 for head in HEADS if "\n" + head in text]
    for number, start in enumerate(starts, 1):
        end = starts[number] if number < len(starts) else len(text)
        line = text[start:end].split("\n")[0]
        b.add(
            "dim_section",
            section_id=f"{document['document_id']}#{number}",
            document_id=document["document_id"],
            depth=1,
            label=line[0],
            path=line[:2],
            heading=line[2:],
            text=text[start:end],
            char_start=start,
            char_end=end,
            page_first=document["page_first"],
            page_last=document["page_last"],
        )


def statements(b: Builder) -> None:
    ids: dict[tuple[str, str], str] = {}
    for side, year, words, indicator, code, measure, comparator, hedge, value, upper, unit, scale in PLAN:
        table = "fct_targets" if side == "target" else "fct_outcomes"
        ids[side, indicator + measure] = b.fact(
            table,
            "yz-2021-04/1",
            words,
            indicator=indicator,
            indicator_id=code,
            measure=measure,
            comparator=comparator,
            hedge=hedge,
            value=value,
            value_upper=upper,
            unit=unit,
            base_value=value * scale,
            base_value_upper=upper * scale if upper else None,
            base_unit=unit.lstrip("万亿") or unit,
            period_start=DAY(year, 1, 1),
            period_end=DAY(year, 12, 31),
            region_id="990100",
        )
    b.add(
        "bridge_target_agency",
        target_id=ids["target", "地区生产总值growth_rate"],
        agency_id="a1",
        agency_name="市发展改革委",
        role="lead",
    )
    b.add(
        "fct_target_progress",
        indicator_id="gdp",
        region_id="990100",
        year=2021,
        target_id=ids["target", "地区生产总值growth_rate"],
        outcome_id=ids["outcome", "地区生产总值growth_rate"],
        target_value=6.0,
        comparator=">=",
        outcome_value=6.4,
        base_unit="%",
        met=True,
    )


def land(b: Builder) -> None:
    for words, breakdown, use, parent, region, area, share in LAND:
        b.fact(
            "fct_land_supply",
            "yz-2021-04/2",
            words,
            figure_kind="planned",
            plan_year=2021,
            region_id=region,
            breakdown=breakdown,
            land_use=use,
            parent_land_use=parent,
            area_ha=area,
            share_pct=share,
            area=area,
            unit="公顷",
        )
    for rule, stated, computed, tolerance, status in (
        ("land.total_by_use", 500.0, 500.0, 0.02, "holds"),
        ("land.total_by_region", 500.0, 500.0, 0.02, "holds"),
        ("land.share_of_total", 31.0, 30.0, 0.01, "broken"),
        ("land.residential_by_region", 150.0, None, None, "not_checkable"),
    ):
        b.fact(
            "fct_reconciliations",
            "yz-2021-04/2",
            ("500公顷", 8),
            rule=rule,
            stated=stated,
            computed=computed,
            difference=None if computed is None else stated - computed,
            tolerance=tolerance,
            status=status,
        )


def people(b: Builder) -> None:
    for words, person, name, action, body, post, date, extra in APPOINT:
        b.fact(
            "fct_appointments",
            "yz-2021-04/3",
            words,
            person_id=person,
            person_name=name,
            action=action,
            organization=body,
            agency_id="a2" if "教育" in body else None,
            post=post,
            listed_date=date,
            is_concurrent=False,
            is_automatic=False,
            is_former_organization=False,
            **extra,
        )
    for person, name, note in (
        ("p1", "钱一鸣", None),
        ("p2", "孙若水", None),
        ("p3", "李知行", "云州市教育局"),
        ("p4", "李知行", "云州市财政局"),
    ):
        b.add("dim_person", person_id=person, name=name, disambiguation=note)
    b.add(
        "fct_office_terms",
        term_id="t1",
        person_id="p1",
        agency_id="a2",
        post="局长",
        start_date=DAY(2021, 3, 25),
        end_date=None,
        first_cited=DAY(2021, 3, 25),
        last_cited=DAY(2021, 3, 25),
        status="open",
        start_appointment_id="appointments-001",
    )
    b.add(
        "fct_office_terms",
        term_id="t2",
        person_id="p2",
        agency_id="a2",
        post="局长",
        start_date=None,
        end_date=DAY(2021, 3, 25),
        first_cited=DAY(2021, 3, 25),
        last_cited=DAY(2021, 3, 25),
        status="start_unknown",
        end_appointment_id="appointments-002",
    )
    b.add(
        "fct_office_terms",
        term_id="t3",
        person_id="p3",
        agency_id="a2",
        post="副局长",
        start_date=DAY(2021, 3, 25),
        end_date=DAY(2021, 4, 20),
        first_cited=DAY(2021, 3, 25),
        last_cited=DAY(2021, 4, 20),
        status="ended",
        start_appointment_id="appointments-003",
        end_appointment_id="appointments-005",
    )


def duties(b: Builder) -> None:
    scheme = "yz-2021-06/1"
    for words, agency, name, role, path, task in SCHEME["assignments"]:
        b.fact(
            "fct_assignments", scheme, words, agency_id=agency, agency_name=name, role=role, scope_path=path, task=task
        )
    for words, task, due, recurrence in SCHEME["deadlines"]:
        b.fact("fct_deadlines", scheme, words, task=task, due_date=due, recurrence=recurrence, is_computed=False)
    for words, subject, old, new, unit in SCHEME["changes"]:
        b.fact(
            "fct_policy_changes",
            scheme,
            words,
            subject=subject,
            old_value=old,
            new_value=new,
            unit=unit,
            effective_from=DAY(2021, 7, 1),
        )
    for words, number, title, linked in SCHEME["citations"]:
        b.fact("fct_citations", scheme, words, cited_number=number, cited_title=title, cited_document_id=linked)
    for ordinal, (words, name) in enumerate(SCHEME["recognised"], 1):
        b.fact(
            "fct_recognitions",
            "yz-2021-06/2",
            words,
            list_title="云州市第二批绿色工厂名单",
            name=name,
            ordinal=ordinal,
            year=2021,
        )


def warnings(b: Builder) -> None:
    b.add(
        "fct_warnings",
        warning_id="w1",
        issue_id="yz-2021-05",
        stage="reading",
        code="encrypted_pdf",
        message="raw/yunzhou/2021-05.pdf 有密码，无法读取：请换未加密的文件。",
    )
    b.add(
        "fct_warnings",
        warning_id="w2",
        issue_id="yz-2021-04",
        document_id="yz-2021-04/2",
        stage="extraction",
        code="damaged_figure",
        message="数字缺整数部分，未采信。",
        quote=".32公顷",
        page=9,
    )


def publish(data: Path, *, empty: bool = False, version: str = "20210501T000000") -> Path:
    """Write a version under data/published and point data/warehouse.duckdb at it."""
    b = Builder()
    if not empty:
        for step in (dimensions, statements, land, people, duties, warnings):
            step(b)
    folder = data / "published"
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"warehouse-{version}.duckdb"
    file.unlink(missing_ok=True)
    with duckdb.connect(str(file)) as connection:
        for table, columns in TABLES.items():
            connection.execute(f"create table {table} ({columns})")
            connection.execute(f"comment on table {table} is '测试用的表 {table}'")
            for row in b.rows[table]:
                marks = ", ".join("?" for _ in row)
                connection.execute(f"insert into {table} ({', '.join(row)}) values ({marks})", list(row.values()))
        connection.execute("comment on column fct_targets.value is '印出的数值'")
    link = data / "warehouse.duckdb"
    fresh = data / ".warehouse.link"
    fresh.unlink(missing_ok=True)
    fresh.symlink_to(file.relative_to(data))
    fresh.replace(link)
    return link
