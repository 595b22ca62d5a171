"""Small parts of the dashboards: how figures are worded, charts are split and conditions are joined."""

from __future__ import annotations

import datetime as dt
from typing import Any

import polars as pl
import pyarrow as pa
import pytest

from dashboards.components import charts, data, search, sources, statements, target_chart
from dashboards.components.filters import Where


def row(**given: Any) -> dict[str, Any]:
    empty = {
        "value": None,
        "value_upper": None,
        "unit": "%",
        "comparator": "=",
        "measure": "growth_rate",
        "hedge": None,
    }
    return {**empty, **given}


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (row(value=6.0, comparator=">="), "≥ 6%"),
        (row(value=4.5, comparator="<="), "≤ 4.5%"),
        (row(value=5.0, comparator="~", hedge="左右"), "≈ 5%（左右）"),
        (row(value=7.0, value_upper=8.0, comparator="range"), "7–8%"),
        (row(value=12.8, measure="reduction_rate"), "下降12.8%"),
        (row(value=10_000_000.0, unit="亩", measure="level"), "10000000亩"),
        (row(value=0.1, unit=None), "0.1"),
        (row(value=0.0), "0%"),
    ],
)
def test_a_figure_is_worded_as_the_document_states_it(given: dict[str, Any], words: str) -> None:
    assert statements.stated(given) == words


@pytest.mark.parametrize(
    ("start", "end", "deadline", "words"),
    [
        (dt.date(2021, 1, 1), dt.date(2021, 12, 31), None, "2021年"),
        (dt.date(2021, 1, 1), dt.date(2025, 12, 31), None, "2021–2025年"),
        (dt.date(2021, 1, 1), dt.date(2021, 6, 30), None, "2021-01-01 至 2021-06-30"),
        (None, None, dt.date(2023, 12, 31), "2023-12-31前"),
        (None, None, None, None),
    ],
)
def test_a_period_in_words(
    start: dt.date | None, end: dt.date | None, deadline: dt.date | None, words: str | None
) -> None:
    assert statements.period({"period_start": start, "period_end": end, "deadline": deadline}) == words


def facts(*rows: dict[str, Any]) -> pl.DataFrame:
    common = {"measure_name": "", "year": 2021, "region": "云州市", "document": "计划", "comparator": "="}
    return pl.DataFrame([{**common, **one} for one in rows])


def test_units_and_kinds_of_measure_never_share_a_chart() -> None:
    frame = facts(
        {"indicator": "甲", "measure": "growth_rate", "base_value": 6.0, "base_unit": "%", "outcomes": [3.0]},
        {"indicator": "乙", "measure": "reduction_rate", "base_value": 3.0, "base_unit": "%", "outcomes": None},
        {"indicator": "丙", "measure": "share", "base_value": 60.0, "base_unit": "%", "outcomes": None},
        {"indicator": "丁", "measure": "level", "base_value": 1e9, "base_unit": "元", "outcomes": None},
        {"indicator": "戊", "measure": "level", "base_value": None, "base_unit": "元", "outcomes": None},
    )
    groups = target_chart.groups(frame)
    assert {name: part["indicator"].to_list() for name, part in groups.items()} == {
        "增减率 · %": ["甲", "乙"], "比率 · %": ["丙"], "总量 · 元": ["丁"],
    }  # fmt: skip
    assert next(iter(groups)) == "增减率 · %"


def test_rows_of_one_name_get_labels_of_their_own() -> None:
    frame = facts(
        {"indicator": "甲", "year": 2020}, {"indicator": "甲", "year": 2021}, {"indicator": "乙"}, {"indicator": "乙"}
    )
    assert target_chart.labelled(frame)["label"].to_list() == ["甲 · 2020", "甲 · 2021", "乙", "乙 #2"]


@pytest.mark.parametrize(
    ("values", "unit", "log"),
    [
        ([720.0, 5e11], "元", True),
        ([100.0, 3000.0], "个", False),
        ([0.1, 98.0], "%", False),
        ([-5.0, 5e11], "元", False),
        ([], "元", False),
    ],
)
def test_a_logarithmic_axis_is_used_where_it_must_and_says_so(values: list[float], unit: str, log: bool) -> None:
    title, _, _ = target_chart.scale(pl.Series(values, dtype=pl.Float64), unit)
    assert ("对数" in title) == log


def test_bars_begin_at_zero() -> None:
    frame = pl.DataFrame({"name": ["a", "b"], "n": [90.0, 100.0]})
    assert charts.room(frame, "n").to_dict()["domain"][0] == 0


def test_conditions_join_with_their_parameters_in_order() -> None:
    where = Where()
    assert (where.sql, where.active) == ("true", False)
    where.add("a = ? or b = ?", 1, 2)
    where.add("c = any(?)", [3])
    assert where.sql == "(a = ? or b = ?) and (c = any(?))"
    assert where.parameters == [1, 2, [3]]


def test_the_way_to_the_source_is_encoded() -> None:
    link = sources.reader_link("yz-2021-04/1&x", "事实 1", 7)
    assert link == "/documents?document=yz-2021-04%2F1%26x&fact=%E4%BA%8B%E5%AE%9E+1#第7页"
    assert sources.reader_link("d", "f", None).endswith("#原文")


def test_pages_are_a_range_where_a_place_runs_over_several() -> None:
    assert sources.pages(9, 10) == "第9–10页"
    assert sources.pages(9, 9) == sources.pages(9, None) == "第9页"
    assert sources.pages(None, None) is None


def test_a_passage_marks_every_word_and_escapes_the_text() -> None:
    found = {"own": "前面<b>的话，绿道和廊道，再说绿道", "char_start": 100}
    at, passage = search.passage(found, ["绿道", "廊道"])
    assert at == 100 + found["own"].index("绿道")  # type: ignore[attr-defined]
    assert passage.count("<mark>绿道</mark>") == 2
    assert "&lt;b&gt;" in passage


def test_words_of_a_query_are_half_width() -> None:
    assert search.split("５Ｇ 基站　ＡＩ") == ["5G", "基站", "AI"]


def test_a_result_of_equal_and_odd_columns_becomes_a_frame() -> None:
    table = pa.table([[1], [2], pa.array([[("k", 1)]], type=pa.map_(pa.string(), pa.int32()))], names=["a", "a", "m"])
    frame = data.as_frame(table)
    assert frame.columns == ["a", "a (2)", "m"]
    assert frame.height == 1
