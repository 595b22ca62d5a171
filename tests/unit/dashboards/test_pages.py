"""Every page on a filled warehouse, on an empty one, on none; filters, reader and sandbox through the pages."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from tests.support.fake_warehouse import publish

Open = Callable[..., AppTest]
PAGES = {
    "overview": "概览", "targets": "目标", "outcomes": "成果", "land": "土地供应", "appointments": "人事任免",
    "duties": "任务与期限", "policy": "政策变动与引用", "documents": "文件", "sql": "SQL", "checks": "核对与警告",
}  # fmt: skip
PARTS = [("duties", "期限"), ("policy", "引用"), ("policy", "认定名单"), ("checks", "警告")]


def words(app: AppTest) -> str:
    """All that a page says in text."""
    shown = [*app.info, *app.error, *app.warning, *app.caption, *app.markdown, *app.title]
    return "\n".join(str(element.value) for element in shown)


def metrics(app: AppTest) -> dict[str, str]:
    return {metric.label: str(metric.value) for metric in app.metric}


@pytest.mark.parametrize("page", PAGES)
def test_page_on_a_filled_warehouse(page: str, filled: Path, open_page: Open) -> None:
    app = open_page(page, filled)
    assert not app.exception
    assert [title.value for title in app.title] == [PAGES[page]]
    assert "没有符合" not in words(app)


@pytest.mark.parametrize(("page", "part"), PARTS)
def test_second_part_of_a_page(page: str, part: str, filled: Path, open_page: Open) -> None:
    app = open_page(page, filled, part=part)
    assert not app.exception
    assert len(app.dataframe) == 1
    assert app.dataframe[0].value.shape[0] > 0


@pytest.mark.parametrize("page", PAGES)
def test_page_on_an_empty_warehouse(page: str, empty: Path, open_page: Open) -> None:
    app = open_page(page, empty)
    assert not app.exception
    if page != "sql":
        assert "没有" in words(app)


@pytest.mark.parametrize("page", PAGES)
def test_page_without_a_warehouse_says_what_to_run(page: str, tmp_path: Path, open_page: Open) -> None:
    app = open_page(page, tmp_path)
    assert not app.exception
    assert "gongbao run" in {code.value for code in app.code}


def test_a_file_that_is_no_warehouse(tmp_path: Path, open_page: Open) -> None:
    (tmp_path / "warehouse.duckdb").write_text("这不是数据库" * 1000, encoding="utf-8")
    app = open_page("overview", tmp_path)
    assert not app.exception
    assert app.title[0].value == "已发布的数据打不开"


def test_overview_counts_and_names_what_was_set_apart(filled: Path, open_page: Open) -> None:
    app = open_page("overview", filled)
    assert metrics(app) == {
        "公报": "2 期",
        "文件": "5",
        "事实": "56",
        "核对": "2 / 4",
        "警告": "2",
        "隔离和缺期": "1 期",
    }
    issues = app.dataframe[0].value
    assert list(issues["state"]) == ["已隔离", "已读", "已读，有警告"]
    assert "密码" in issues["reason"][0]


def test_targets_stand_beside_last_years_outcomes(filled: Path, open_page: Open) -> None:
    table = open_page("targets", filled).dataframe[0].value.set_index("indicator")
    assert table.loc["地区生产总值", "stated"] == "≥ 6%"
    assert table.loc["地区生产总值", "outcome_words"] == "3.2%"
    assert table.loc["社会消费品零售总额", "stated"] == "7–8%"
    assert table.loc["社会消费品零售总额", "outcome_words"] == "下降0.8%"
    assert table.loc["一般公共预算收入", "stated"] == "≈ 5%（左右）"
    assert table.loc["5G基站", "outcome_words"] is None or table["outcome_words"].isna()["5G基站"]


def test_every_fact_row_leads_to_its_quote(filled: Path, open_page: Open) -> None:
    for page in ("targets", "outcomes", "land", "appointments", "duties", "policy"):
        tables = [frame.value for frame in open_page(page, filled).dataframe]
        facts = next(table for table in tables if {"source", "quote"} <= set(table.columns))
        assert all(link.startswith("/documents?document=") and "&fact=" in link for link in facts["source"]), page


@pytest.mark.parametrize(
    ("query", "count"),
    [
        ({"words": "绿道"}, 1),
        ({"theme": "就业民生"}, 2),
        ({"measure": "比率"}, 1),
        ({"comparator": "区间"}, 1),
        ({"agency": "云州市发展和改革委员会"}, 1),
        ({"year": "2021", "gazette": "云州市人民政府公报"}, 10),
        ({"issue": "云州市人民政府公报 2021年第4期", "words": "5G"}, 1),
    ],
)
def test_filters_come_from_the_url(query: dict[str, str], count: int, filled: Path, open_page: Open) -> None:
    app = open_page("targets", filled, **query)
    assert not app.exception
    assert metrics(app)["目标"] == str(count)


def test_a_filter_that_matches_nothing_says_so(filled: Path, open_page: Open) -> None:
    app = open_page("targets", filled, words="没有这个词")
    assert not app.exception
    assert "没有符合筛选条件的目标" in words(app)


def test_an_unknown_value_in_the_url_is_no_fault(filled: Path, open_page: Open) -> None:
    app = open_page("targets", filled, theme="不存在的主题", year="1900")
    assert not app.exception
    assert metrics(app)["目标"] == "10"


def test_namesakes_stay_apart_and_unknown_ends_stay_unknown(filled: Path, open_page: Open) -> None:
    app = open_page("appointments", filled, who="李知行（云州市教育局）")
    assert not app.exception
    assert metrics(app)["任"] == "1"
    everyone = next(f.value for f in open_page("appointments", filled).dataframe if "start_date" in f.value.columns)
    ends = dict(zip(everyone["person"], everyone["end_date"], strict=True))
    assert ends["钱一鸣"] == "未知"


def test_reader_marks_the_fact_and_survives_wrong_addresses(filled: Path, open_page: Open) -> None:
    app = open_page("documents", filled, document="yz-2021-04/1", fact="targets-009")
    assert not app.exception
    markup = "".join(str(element.proto.body) for element in app.get("html"))
    assert "改造老旧小区86个</mark>" in markup
    assert "chosen" in markup.split("改造老旧小区86个</mark>")[0].rsplit("<mark", 1)[1]
    for wrong in (
        {"document": "no/1"},
        {"document": "yz-2021-04/1", "fact": "no"},
        {"document": "yz-2021-04/1", "at": "-5"},
    ):
        assert not open_page("documents", filled, **wrong).exception


def test_search_ranks_passages_and_leads_to_their_place(filled: Path, open_page: Open) -> None:
    app = open_page("documents", filled, q="担保 贷款")
    assert not app.exception
    markup = "".join(str(element.proto.body) for element in app.get("html"))
    assert "<mark>担保</mark><mark>贷款</mark>" in markup
    assert "document=yz-2021-06%2F1&amp;at=" in markup
    assert "没有符合" in words(open_page("documents", filled, q="担保 查无此词"))


@pytest.mark.parametrize(
    "sql",
    [
        "select * from read_text('/etc/passwd')",
        "copy (select 1) to '/tmp/x.csv'",
        "attach '/tmp/x.duckdb' as x",
        "drop table fct_targets",
        "set enable_external_access = true",
        "select 1; select 2",
    ],
)
def test_sql_is_read_only(sql: str, filled: Path, open_page: Open) -> None:
    app = open_page("sql", filled, sql=sql)
    assert not app.exception
    assert len(app.error) == 1


def test_sql_answers_and_describes(filled: Path, open_page: Open) -> None:
    app = open_page("sql", filled, sql="select count(*) as n from fct_targets", table="fct_targets")
    assert not app.exception
    assert [int(frame.value["n"][0]) for frame in app.dataframe if "n" in frame.value.columns] == [10]
    assert "测试用的表 fct_targets" in words(app)


def test_sql_shows_results_of_any_shape(filled: Path, open_page: Open) -> None:
    sql = "select 1 as a, 2 as a, {'x': [1]} as source, interval 1 day as i, map {'k': 1} as m, null as n, "
    sql += "'\\xAA'::blob as b"
    app = open_page("sql", filled, sql=sql)
    assert not app.exception
    assert not app.error
    shown = app.dataframe[0].value
    assert list(shown.columns)[:3] == ["a", "a (2)", "source"]


def test_a_new_version_is_seen_on_the_next_run(tmp_path: Path, filled: Path, open_page: Open) -> None:
    publish(tmp_path, empty=True, version="20210101T000000")
    assert metrics(open_page("overview", tmp_path))["公报"] == "0 期"
    publish(tmp_path, version="20210102T000000")
    assert metrics(open_page("overview", tmp_path))["公报"] == "2 期"
    shutil.rmtree(tmp_path / "published")
    assert "gongbao run" in {code.value for code in open_page("overview", tmp_path).code}
