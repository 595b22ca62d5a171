"""Indicators and land uses: names as print has them, exact or in their normal form, and nothing near it."""

from __future__ import annotations

import pytest

from orchestration.gazette.lexicon import indicator, land_use
from orchestration.gazette.lexicon.seeds import rows, split


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (
            "地区生产总值 GDP 全市生产总值 全省地区生产总值 地区生产总值(GDP) 地区生产总值（GDP） 生产总值增速",
            "gdp",
        ),
        ("规上工业增加值 规模以上工业增加值增速 全市规模以上工业增加值", "industry_above_scale_value_added"),
        ("一般公共预算收入 地方财政收入 完成一般公共预算收入", "budget_revenue"),
        ("居民消费价格涨幅 CPI 居民消费价格指数", "cpi"),
        ("城镇登记失业率 登记失业率", "unemployment_registered"),
        ("城镇调查失业率 调查失业率", "unemployment_surveyed"),
        ("5G基站 新建5G基站 累计建成5G基站", "base_stations_5g"),
        ("研发强度 研发经费支出占GDP比重 研发投入强度", "rd_intensity"),
        ("PM2.5平均浓度 细颗粒物(PM2.5)平均浓度 PM2.5浓度", "pm25"),
        ("国家高新技术企业数量 高新技术企业总量 培育高新技术企业", "high_tech_firms"),
        ("改造老旧小区项目 城镇老旧小区 老旧小区改造", "old_quarters"),
        ("货物贸易进出口总额 外贸进出口 进出口总值", "trade_total"),
    ],
)
def test_names_lead_to_their_indicator(names: str, expected: str) -> None:
    assert {name: indicator(name) for name in names.split()} == dict.fromkeys(names.split(), expected)


@pytest.mark.parametrize(
    "name",
    [
        "项目",
        "企业",
        "完成",
        "增长",
        "投资",
        "新增",
        "指标",
        "收入",
        "比重",
        "高新区生产企业",
        "市",
        "工业园区",
        "一般公共",
    ],
)
def test_words_that_name_no_indicator_stay_unknown(name: str) -> None:
    assert indicator(name) is None


def test_traditional_characters_are_read_as_simplified_ones() -> None:
    assert indicator("地區生產總值") == "gdp"
    assert land_use("商服用地") == land_use("商服用地（含批發）")
    assert land_use("公共租賃住房用地") == "plan-354"


def test_alike_is_not_same() -> None:
    assert indicator("农村居民人均可支配收入") != indicator("城镇居民人均可支配收入")
    assert indicator("人民币存款余额") != indicator("本外币存款余额")
    assert indicator("工业投资") != indicator("固定资产投资")
    assert indicator("高技术制造业投资") != indicator("高技术产业投资")


def test_the_seed_of_indicators_names_each_thing_once() -> None:
    seed = rows("indicators")
    assert len(seed) >= 170
    names = [row["name"] for row in seed]
    assert len(set(names)) == len(names)
    meant: dict[str, str] = {}
    for row in seed:
        assert row["better"] in ("higher", "lower", "neither")
        assert row["theme"]
        for name in (row["name"], *split(row["aliases"])):
            assert meant.setdefault(name, row["indicator_id"]) == row["indicator_id"], name
            assert indicator(name) == row["indicator_id"], name


def test_land_uses_are_read_within_their_scheme() -> None:
    assert land_use("商服用地") == "plan-1"
    assert land_use("水利及水域设施用地") == "plan-6"
    assert land_use("公租房") == land_use("公共租赁住房用地") == "plan-354"
    assert land_use("特殊用地", "gbt_21010_2017") == "gbt21010-09"
    assert land_use("特殊用地", "land_sea_2023") == "landsea-15"
    assert land_use("商业服务业用地", "land_sea_2023") == "landsea-09"
    assert land_use("商服用地（含批发）") == "plan-1"
    assert land_use("月球用地") is None
    assert land_use("留白用地", "supply_plan_2010") is None


def test_one_code_means_different_uses_in_different_schemes() -> None:
    by_code = {(row["scheme"], row["code"]): row["name"] for row in rows("land_uses")}
    assert by_code["gbt_21010_2017", "09"] == "特殊用地"
    assert by_code["land_sea_2023", "09"] == "商业服务业用地"
    assert len(by_code) == len(rows("land_uses"))


def test_the_crosswalk_joins_uses_of_different_schemes() -> None:
    scheme = {row["land_use_id"]: row["scheme"] for row in rows("land_uses")}
    for row in rows("land_use_crosswalk"):
        assert scheme[row["land_use_id"]] != scheme[row["other_land_use_id"]], row
    first = {f"plan-{number}" for number in range(1, 8)}
    assert first <= {row["land_use_id"] for row in rows("land_use_crosswalk")}
