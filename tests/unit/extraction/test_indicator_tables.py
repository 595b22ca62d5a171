"""Targets and outcomes from tables of indicators: what the header says of each column."""

from __future__ import annotations

import datetime as dt

import pytest

from orchestration.gazette.extraction.targets import find
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import CELL, Document, Statement, Table


def read(title: str, rows: list[str], before: str = "", kind: str | None = None) -> list[Statement]:
    """Statements of a document that is a title, perhaps a line, and one table of rows written with bars."""
    text = f"{title}\n{before}" if before else f"{title}\n"
    start = len(text)
    spans = []
    for row in rows:
        cells = []
        for cell in row.split(CELL):
            cells.append((len(text), len(text) + len(cell)))
            text += cell + CELL
        text = text.removesuffix(CELL) + "\n"
        spans.append(tuple(cells))
    table = Table(start, len(text), tuple(spans))
    document = Document(document_id="t/1", issue_id="t", sequence=1, kind=kind, title=title, text=text, tables=(table,))
    return [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]


def told(facts: list[Statement]) -> list[tuple[object, ...]]:
    return [(f.side, f.indicator, f.comparator, f.value, f.unit, f.period_end and f.period_end.year) for f in facts]


def test_years_and_kinds_of_a_plan() -> None:
    facts = read(
        "云江县第十四个五年规划主要指标",
        [
            "指标 | 2020年 | 2025年 | 年均增长（%） | 属性",
            "地区生产总值（亿元） | 210 | 310 | 8左右 | 预期性",
            "城镇调查失业率（%） | 5.3 | 5.5以内 | — | 约束性",
        ],
        kind="规划",
    )
    assert told(facts) == [
        ("outcome", "地区生产总值", "=", 210, "亿元", 2020),
        ("target", "地区生产总值", "=", 310, "亿元", 2025),
        ("target", "地区生产总值", "~", 8, "%", 2025),
        ("outcome", "城镇调查失业率", "=", 5.3, "%", 2020),
        ("target", "城镇调查失业率", "<=", 5.5, "%", 2025),
    ]
    assert [fact.binding for fact in facts] == ["预期性", "预期性", "预期性", "约束性", "约束性"]
    assert facts[2].measure == "growth_rate"
    assert facts[2].period_start == dt.date(2021, 1, 1)


def test_units_in_a_column_and_a_category_that_spans_rows() -> None:
    facts = read(
        "云江县2022年国民经济和社会发展计划",
        [
            "类别 | 指标名称 | 计量单位 | 2021年实际 | 2022年目标",
            "经济 | 一、粮食产量 | 万吨 | 38.2 | ≥40",
            "其中：小麦产量 | 万吨 | 12 | 12.5",
            "民生 | 城镇新增就业 | 人 | 3,200 | 3500",
        ],
        kind="计划",
    )
    assert told(facts) == [
        ("outcome", "粮食产量", "=", 38.2, "万吨", 2021),
        ("target", "粮食产量", ">=", 40, "万吨", 2022),
        ("outcome", "小麦产量", "=", 12, "万吨", 2021),
        ("target", "小麦产量", "=", 12.5, "万吨", 2022),
        ("outcome", "城镇新增就业", "=", 3200, "人", 2021),
        ("target", "城镇新增就业", "=", 3500, "人", 2022),
    ]
    assert facts[1].base_value == 400_000


def test_a_bulletin_reports_the_year_of_its_title() -> None:
    facts = read(
        "云江市2019年国民经济和社会发展统计公报",
        ["指标 | 绝对数（万吨） | 比上年增长（%）", "粮食产量 | 96.5 | -1.2", "油料产量 | 8.4 | 3"],
    )
    assert told(facts) == [
        ("outcome", "粮食产量", "=", 96.5, "万吨", 2019),
        ("outcome", "粮食产量", "=", -1.2, "%", 2019),
        ("outcome", "油料产量", "=", 8.4, "万吨", 2019),
        ("outcome", "油料产量", "=", 3, "%", 2019),
    ]
    assert facts[1].measure == "growth_rate"


@pytest.mark.parametrize(
    "rows",
    [
        ["指标 | 2021年 | 2022年", "森林覆盖率 | 46.1 | 46.5"],  # no unit is printed
        ["姓名 | 单位 | 票数", "甲某 | 县教育局 | 120"],
        ["指标 | 单位 | 2022年目标", "单位能耗下降 | % | 完成市下达任务"],
        ["用地类型 | 面积（公顷） | 2022年计划", "住宅用地 | 10 | 12"],
    ],
)
def test_what_a_table_does_not_print_is_no_statement(rows: list[str]) -> None:
    assert read("云江县2022年国民经济和社会发展计划", rows, kind="计划") == []


def test_the_quote_runs_from_the_name_to_the_figure() -> None:
    title = "云江县2022年国民经济和社会发展计划"
    (fact,) = read(title, ["指标 | 单位 | 2022年目标", "城镇化率 | % | 52以上"], kind="计划")
    text = f"{title}\n指标 | 单位 | 2022年目标\n城镇化率 | % | 52以上\n"
    assert text[fact.start : fact.end] == "城镇化率 | % | 52以上"
    assert (fact.comparator, fact.measure) == (">=", "share")


def test_promises_beside_what_was_done() -> None:
    facts = read(
        "云江区2022年民生实事项目进展情况表",
        [
            "序号 | 项目内容 | 进展情况 | 责任单位",
            "1 | 新建幼儿园7所，新增学位680个。 | 新建幼儿园5所。 | 区教育局",
            "2 | 大中修农村公路100公里。 | 完成农村公路大中修52公里。 | 区交通局",
        ],
    )
    assert [(fact.side, fact.value, fact.period_end) for fact in facts] == [
        ("target", 7, dt.date(2022, 12, 31)),
        ("target", 680, dt.date(2022, 12, 31)),
        ("outcome", 5, dt.date(2022, 12, 31)),
        ("target", 100, dt.date(2022, 12, 31)),
        ("outcome", 52, dt.date(2022, 12, 31)),
    ]


def test_the_year_that_an_undated_plan_sets_out_from_and_names_that_begin_with_an_age() -> None:
    facts = read(
        "主要指标表",
        [
            "指标 | 2020年 | 2025年 | 属性",
            "毛入园率（%） | 98.5 | 99以上 | 约束性",
            "5岁以下儿童死亡率 | 3.9‰ | 3.5‰ | 预期性",
            "孕产妇死亡率 | 9.9/10万 | ≤9.6/10万 | 预期性",
        ],
    )
    assert told(facts) == [
        ("outcome", "毛入园率", "=", 98.5, "%", 2020),
        ("target", "毛入园率", ">=", 99, "%", 2025),
        ("outcome", "5岁以下儿童死亡率", "=", 3.9, "‰", 2020),
        ("target", "5岁以下儿童死亡率", "=", 3.5, "‰", 2025),
        ("outcome", "孕产妇死亡率", "=", 9.9, "/10万", 2020),
        ("target", "孕产妇死亡率", "<=", 9.6, "/10万", 2025),
    ]


def test_a_table_of_products_prints_the_unit_in_its_cells() -> None:
    facts = read(
        "1998年统计公报", ["农产品 | 1998年 | 比上年增长%", "粮食 | 308.12万吨 | 8.3", "小麦 | 32.45万吨 | 3.4"]
    )
    assert told(facts)[:2] == [
        ("outcome", "粮食", "=", 308.12, "万吨", 1998),
        ("outcome", "粮食", "=", 8.3, "%", 1998),
    ]
