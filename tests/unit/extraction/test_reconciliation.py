"""Reconciliation: what holds, what breaks, and what cannot be told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction import land, reconciliation
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import (
    Document,
    DocumentReading,
    LandFigure,
    Recognition,
    Reconciliation,
    Section,
    Statement,
)
from tests.support.land_examples import examples, read

USES = (
    "商服用地",
    "工矿仓储用地",
    "住宅用地",
    "公共管理与公共服务用地",
    "交通运输用地",
    "水域及水利设施用地",
    "特殊用地",
)
TENURES = ("产权住宅用地", "租赁住宅用地", "其他住宅用地")
COUNTIES = ("市中区", "薛城区", "峄城区", "台儿庄区", "山亭区", "滕州市")
TITLE = "枣庄市2022年度国有建设用地供应计划"


def checked(
    text: str, title: str = TITLE, sections: tuple[Section, ...] = ()
) -> tuple[list[LandFigure], list[Reconciliation]]:
    document = Document("t/1", "t", 1, "计划", title, text, sections=sections)
    marked = MarkedText(document)
    figures = [fact for fact in land.find(marked) if isinstance(fact, LandFigure)]
    reading = DocumentReading(document=document, land=tuple(figures))
    return figures, list(reconciliation.check(marked, reading))


def statuses(rows: list[Reconciliation], rule: str) -> list[str]:
    return [row.status for row in rows if row.rule == rule]


def test_parts_that_make_up_their_total_hold() -> None:
    _, rows = checked(
        "国有建设用地供应总量10.5公顷。其中住宅用地4.2公顷，其中：产权住宅用地3.1公顷、租赁住宅用地1.1公顷；商服用地6.3公顷。"
    )
    assert statuses(rows, "land.by_use") == ["holds"]
    assert statuses(rows, "land.housing_by_kind") == ["holds"]
    row = next(row for row in rows if row.rule == "land.by_use")
    assert (row.stated, row.computed, row.difference) == (10.5, 10.5, 0.0)


def test_half_a_unit_of_the_last_digit_is_allowed_for_each_figure() -> None:
    text = "国有建设用地供应总量{}公顷。其中：" + "，".join(f"{use}1.04公顷" for use in USES[:5]) + "。"
    _, rows = checked(text.format("5.22"))
    row = next(row for row in rows if row.rule == "land.by_use")
    assert row.status == "holds"
    assert row.tolerance == pytest.approx(0.03)
    _, rows = checked(text.format("5.24"))
    assert statuses(rows, "land.by_use") == ["broken"]


def test_a_list_that_may_leave_parts_out_breaks_nothing() -> None:
    _, rows = checked("国有建设用地供应总量100公顷，其中住宅用地30公顷、商服用地10公顷。")
    assert statuses(rows, "land.by_use") == []


def test_uses_that_exceed_their_total_are_broken() -> None:
    _, rows = checked("国有建设用地供应总量100公顷，其中住宅用地80公顷、商服用地30公顷。")
    assert statuses(rows, "land.by_use") == ["broken"]


def test_a_full_list_without_a_total_is_not_checkable() -> None:
    _, rows = checked(
        "商服用地1公顷，工矿仓储用地2公顷，住宅用地3公顷，公共管理与公共服务用地4公顷，交通运输用地5公顷。"
    )
    row = next(row for row in rows if row.rule == "land.by_use")
    assert (row.status, row.stated, row.computed) == ("not_checkable", None, 15.0)


@pytest.mark.parametrize(("share", "status"), [("30.0", "holds"), ("30.1", "broken"), ("30", "holds")])
def test_shares_against_areas(share: str, status: str) -> None:
    _, rows = checked(f"国有建设用地供应总量200.00公顷。住宅用地60.00公顷，占供应总量的{share}%。")
    assert statuses(rows, "land.share") == [status]


def test_a_share_of_housing_is_of_housing() -> None:
    _, rows = checked("国有建设用地供应总量200公顷。住宅用地60公顷，其中商品住房用地45公顷，占住宅用地的75%。")
    row = next(row for row in rows if row.rule == "land.share")
    assert row.status == "holds"
    assert "住宅用地" in row.label.split("÷")[1]


def test_shares_of_a_whole_list_add_up() -> None:
    text = "国有建设用地供应总量100公顷。其中商服用地{}公顷，占{}%；工矿仓储用地60公顷，占60%；住宅用地30公顷，占30%。"
    _, rows = checked(text.format("10", "10"))
    assert statuses(rows, "land.share_sum") == ["holds"]
    _, rows = checked(text.format("10", "13"))
    assert statuses(rows, "land.share_sum") == ["broken"]


@pytest.mark.parametrize(("mu", "status"), [("300", "holds"), ("301", "broken")])
def test_hectares_and_mu_of_one_piece_of_land(mu: str, status: str) -> None:
    _, rows = checked(f"国有建设用地供应总量20.00公顷（{mu}亩）。")
    assert statuses(rows, "land.units") == [status]


def test_a_table_checks_its_rows_and_columns() -> None:
    table = (
        "枣庄市2022年度国有建设用地供应计划表\n单位：公顷\n区县 | 合计 | 商服用地 | 住宅用地\n合计 | 30 | 12 | 18\n"
        "市中区 | 20 | 8 | 12\n滕州市 | 10 | 4 | {}\n"
    )
    _, rows = checked(table.format("6"))
    assert {row.status for row in rows} == {"holds"}
    assert len(rows) >= 5
    _, rows = checked(table.format("9"))
    assert statuses(rows, "land.residential_by_region_table") == ["broken"]
    assert "broken" in statuses(rows, "land.region_by_use_table")


def test_nothing_of_the_longer_examples_is_broken() -> None:
    held = 0
    for example in examples():
        if example.name.startswith("longer"):
            made, figures, _ = read(example.title, example.text)
            rows = list(reconciliation.check(MarkedText(made), DocumentReading(document=made, land=tuple(figures))))
            assert [row.label for row in rows if row.status == "broken"] == []
            held += sum(1 for row in rows if row.status == "holds")
    assert held >= 30


# --- counts ----------------------------------------------------------------------------------------------------------


def section(number: int, parent: int | None, label: str, heading: str, text: str) -> Section:
    start = text.index(heading) - len(label)
    return Section(
        f"s{number}",
        "t/1",
        f"s{parent}" if parent else None,
        1 if parent is None else 2,
        label,
        label,
        heading,
        start,
        len(text),
        start + len(label) + len(heading),
    )


@pytest.mark.parametrize(("count", "status"), [("2", "holds"), ("3", "broken")])
def test_a_count_in_a_heading_against_its_parts(count: str, status: str) -> None:
    heading = f"重点任务（{count}项）"
    text = f"一{heading}\n甲修路\n乙建桥\n"
    sections = (
        section(1, None, "一", heading, text),
        section(2, 1, "甲", "修路", text),
        section(3, 1, "乙", "建桥", text),
    )
    _, rows = checked(text, "通知", sections)
    assert statuses(rows, "count.heading") == [status]


def test_the_counts_of_the_parts_add_up() -> None:
    text = "一指标（3项）\n甲新增（1项）\n乙调整（2项）\n"
    sections = (
        section(1, None, "一", "指标（3项）", text),
        section(2, 1, "甲", "新增（1项）", text),
        section(3, 1, "乙", "调整（2项）", text),
    )
    _, rows = checked(text, "通知", sections)
    assert statuses(rows, "count.heading")[0] == "holds"


@pytest.mark.parametrize(("count", "status"), [("3", "holds"), ("4", "broken")])
def test_a_published_list_against_its_count(count: str, status: str) -> None:
    text = f"示范企业名单（{count}家）\n甲公司\n乙公司\n丙公司\n"
    names = []
    for ordinal, name in enumerate(("甲公司", "乙公司", "丙公司"), 1):
        at = text.index(name)
        names.append(
            Recognition(start=at, end=at + 3, rule_id="r", list_title="示范企业名单", name=name, ordinal=ordinal)
        )
    document = Document("t/1", "t", 1, "通知", "通知", text)
    reading = DocumentReading(document=document, recognitions=tuple(names))
    rows = list(reconciliation.check(MarkedText(document), reading))
    assert statuses(rows, "count.list") == [status]


@pytest.mark.parametrize(("total", "status"), [("21", "holds"), ("22", "broken")])
def test_parts_that_a_sentence_enumerates(total: str, status: str) -> None:
    _, rows = checked(f"清单包括{total}宗地块，分别为甲区5宗、乙区10宗、丙区6宗。", "通知")
    assert statuses(rows, "count.parts") == [status]


# --- statements ------------------------------------------------------------------------------------------------------


def level(text: str, words: str, indicator: str, value: float, base: float, unit: str = "亿元") -> Statement:
    start = text.index(words)
    return Statement(
        start=start,
        end=start + len(words),
        rule_id="s",
        side="outcome",
        indicator=indicator,
        measure="level",
        comparator="=",
        value=value,
        unit=unit,
        base_value=base,
        base_unit="元",
    )


@pytest.mark.parametrize(("third", "status"), [("50.5", "holds"), ("52.5", "broken")])
def test_three_sectors_make_up_the_gross_product(third: str, status: str) -> None:
    text = f"地区生产总值100.5亿元，其中第一产业增加值10.0亿元，第二产业增加值40.0亿元，第三产业增加值{third}亿元。"
    facts = (
        level(text, "地区生产总值100.5亿元", "地区生产总值", 100.5, 100.5e8),
        level(text, "第一产业增加值10.0亿元", "第一产业增加值", 10.0, 10e8),
        level(text, "第二产业增加值40.0亿元", "第二产业增加值", 40.0, 40e8),
        level(text, f"第三产业增加值{third}亿元", "第三产业增加值", float(third), float(third) * 1e8),
    )
    document = Document("t/1", "t", 1, "报告", "报告", text)
    rows = list(reconciliation.check(MarkedText(document), DocumentReading(document=document, statements=facts)))
    assert statuses(rows, "sum.sectors") == [status]


@pytest.mark.parametrize(("words", "status"), [("4.3:48.9:46.8", "holds"), ("4.3:48.9:47.8", "broken")])
def test_the_structure_of_sectors_is_a_hundred(words: str, status: str) -> None:
    _, rows = checked(f"三次产业结构优化为{words}。", "报告")
    assert statuses(rows, "share.sectors") == [status]


@pytest.mark.parametrize(("rate", "status"), [("20", "holds"), ("25", "broken")])
def test_growth_against_its_two_levels(rate: str, status: str) -> None:
    _, rows = checked(f"市场主体由50.0万户增加到60.0万户，增长{rate}%。", "报告")
    assert statuses(rows, "growth.levels") == [status]


@pytest.mark.parametrize(("share", "status"), [("80", "holds"), ("85", "broken")])
def test_a_part_with_its_share_of_a_stated_whole(share: str, status: str) -> None:
    text = f"一般公共预算收入50.0亿元。税收收入40.0亿元，占一般公共预算收入的{share}%。"
    facts = (
        level(text, "一般公共预算收入50.0亿元", "一般公共预算收入", 50.0, 50e8),
        level(text, "税收收入40.0亿元", "税收收入", 40.0, 40e8),
    )
    document = Document("t/1", "t", 1, "报告", "报告", text)
    rows = list(reconciliation.check(MarkedText(document), DocumentReading(document=document, statements=facts)))
    assert statuses(rows, "share.statement") == [status]


def test_parts_behind_a_total_are_told_only_where_they_make_it_up() -> None:
    text = "社会消费品零售总额90.0亿元，其中城镇70.0亿元、乡村20.0亿元。"
    facts = [
        level(text, "社会消费品零售总额90.0亿元", "社会消费品零售总额", 90.0, 90e8),
        level(text, "城镇70.0亿元", "城镇", 70.0, 70e8),
        level(text, "乡村20.0亿元", "乡村", 20.0, 20e8),
    ]
    document = Document("t/1", "t", 1, "报告", "报告", text)
    marked = MarkedText(document)
    rows = list(reconciliation.check(marked, DocumentReading(document=document, statements=tuple(facts))))
    assert statuses(rows, "sum.parts") == ["holds"]
    facts[2] = replace(facts[2], value=10.0, base_value=10e8)
    rows = list(reconciliation.check(marked, DocumentReading(document=document, statements=tuple(facts))))
    assert statuses(rows, "sum.parts") == []


# --- a generated plan ------------------------------------------------------------------------------------------------


def split(draw: st.DrawFn, total: int, size: int) -> list[int]:
    """Positive whole parts of a total."""
    cuts = sorted(draw(st.lists(st.integers(1, total - 1), min_size=size - 1, max_size=size - 1, unique=True)))
    return [b - a for a, b in zip([0, *cuts], [*cuts, total], strict=True)]


def printed(ten_thousandths: int) -> str:
    return f"{ten_thousandths / 10_000:.4f}"


@st.composite
def plans(draw: st.DrawFn) -> tuple[str, dict[tuple[str, str, str], str]]:
    """A plan's text in one of several styles, and what must be read: (breakdown, place, use) -> printed area."""
    total = draw(st.integers(1_000_000, 60_000_000))
    by_use = split(draw, total, len(USES))
    by_place = split(draw, total, len(COUNTIES))
    housing = max(by_use[USES.index("住宅用地")], 60_000)
    by_use[USES.index("住宅用地")] = housing
    total = sum(by_use)
    by_place[-1] += total - sum(by_place)
    if by_place[-1] <= 0:
        by_place = [total // len(COUNTIES)] * (len(COUNTIES) - 1)
        by_place.append(total - sum(by_place))
    homes = split(draw, housing, len(COUNTIES))
    tenure = split(draw, housing, len(TENURES))
    expected: dict[tuple[str, str, str], str] = {("total", "", ""): printed(total)}
    expected |= {("by_use", "", use): printed(value) for use, value in zip(USES, by_use, strict=True)}
    expected |= {("by_use", "", use): printed(value) for use, value in zip(TENURES, tenure, strict=True)}
    expected |= {("by_region", place, ""): printed(value) for place, value in zip(COUNTIES, by_place, strict=True)}
    expected |= {
        ("residential_by_region", place, "住宅用地"): printed(value)
        for place, value in zip(COUNTIES, homes, strict=True)
    }
    style = draw(st.integers(0, 3))
    inside = "，".join(f"{use}{printed(value)}公顷" for use, value in zip(TENURES, tenure, strict=True))
    uses = "；".join(
        f"{use}{printed(value)}公顷" + (f"，其中：{inside}" if use == "住宅用地" else "")
        for use, value in zip(USES, by_use, strict=True)
    )
    shares = [100 * value / total for value in by_place]
    places = (
        "；".join(
            f"{place}国有建设用地供应计划为{printed(value)}公顷，占供应总量的{share:.2f}%"
            for place, value, share in zip(COUNTIES, by_place, shares, strict=True)
        ),
        "、".join(COUNTIES) + "国有建设用地供应计划分别为" + "、".join(f"{printed(value)}公顷" for value in by_place),
        "按区域分，"
        + "，".join(f"{place}供应{printed(value)}公顷" for place, value in zip(COUNTIES, by_place, strict=True)),
        "\n".join(
            f"{place}国有建设用地供应计划{printed(value)}公顷；"
            for place, value in zip(COUNTIES, by_place, strict=True)
        ),
    )[style].rstrip("；")
    houses = (
        "合理安排住宅用地规模。在区域分布上，"
        + "，".join(f"{place}{printed(value)}公顷" for place, value in zip(COUNTIES, homes, strict=True)),
        "、".join(COUNTIES) + "住宅用地分别为" + "、".join(printed(value) for value in homes) + "公顷",
        "住宅用地方面，"
        + "；".join(
            f"{place}计划供应住宅用地{printed(value)}公顷" for place, value in zip(COUNTIES, homes, strict=True)
        ),
        "住宅用地供应布局为："
        + "、".join(f"{place}{printed(value)}公顷" for place, value in zip(COUNTIES, homes, strict=True)),
    )[style]
    text = (
        f"2022年枣庄市国有建设用地计划供应总量{printed(total)}公顷。\n"
        f"2022年国有建设用地供应总量中，{uses}。\n{places}。\n{houses}。\n"
    )
    return text, expected


CHECKS = {"land.by_use", "land.housing_by_kind", "land.by_region", "land.residential_by_region"}


@settings(max_examples=60, deadline=None)
@given(plans())
def test_a_generated_plan_is_read_back_and_reconciles(plan: tuple[str, dict[tuple[str, str, str], str]]) -> None:
    text, expected = plan
    figures, rows = checked(text)
    found = {
        (
            figure.breakdown,
            "" if figure.breakdown in ("total", "by_use") else str(figure.region_name),
            figure.land_use or "",
        ): f"{figure.area:.4f}"
        for figure in figures
    }
    assert found == expected
    assert len(figures) == len(expected)
    assert {row.rule for row in rows} >= CHECKS
    assert {row.status for row in rows} == {"holds"}


@settings(max_examples=60, deadline=None)
@given(plans(), st.integers(0, 10_000))
def test_a_changed_digit_breaks_a_check(plan: tuple[str, dict[tuple[str, str, str], str]], seed: int) -> None:
    text, expected = plan
    choice = random.Random(seed)
    key = choice.choice(sorted(expected))
    area = expected[key]
    places = [index for index, character in enumerate(area[: area.index(".")]) if character.isdigit()]
    at = choice.choice(places)
    other = str((int(area[at]) + choice.randint(1, 8)) % 10)
    changed = area[:at] + other + area[at + 1 :]
    if changed.startswith("0") or changed in text or text.count(area) != 1:
        return
    _, rows = checked(text.replace(area, changed))
    assert "broken" in {row.status for row in rows}


def test_a_table_of_places_alone_is_checked_without_uses() -> None:
    text = "表1 各区供应计划（单位：公顷）\n区域 | 供应总量\n甲河区 | 20\n乙山县 | 30\n合计 | 50"
    made, figures, _ = read("菏泽市2020年国有建设用地供应计划", text)
    assert [figure.area for figure in figures] == [20, 30, 50]
    found = list(reconciliation.check(MarkedText(made), DocumentReading(made, land=tuple(figures))))
    assert {row.status for row in found} <= {"holds"}
