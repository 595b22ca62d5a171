"""Policy changes: a parameter, its old and its new value."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.policy_changes import find
from orchestration.gazette.records import PolicyChange
from tests.support.short_documents import marked


def read(text: str, **fields: Any) -> list[PolicyChange]:
    return [fact for fact in find(marked(text, **fields)) if isinstance(fact, PolicyChange)]


def changes(text: str, **fields: Any) -> list[tuple[str, str, str]]:
    return [(fact.subject, fact.old_value, fact.new_value) for fact in read(text, **fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("大额救助基金最高支付限额由50万元提高到55万元。", [("大额救助基金最高支付限额", "50万元", "55万元")]),
        ("将基础养老金最低标准从每月118元提高至130元。", [("基础养老金最低标准每月", "118元", "130元")]),
        ("企业缴费费率由20%降至16%。", [("企业缴费费率", "20%", "16%")]),
        ("失业保险单位费率由1%降为0.7%，执行至2022年4月30日。", [("失业保险单位费率", "1%", "0.7%")]),
        ("审批时限由20个工作日压缩至5个工作日。", [("审批时限", "20个工作日", "5个工作日")]),
        ("办理时间从原来的15个工作日缩短为3个工作日。", [("办理时间", "15个工作日", "3个工作日")]),
        ("有效期由3年延长至5年。", [("有效期", "3年", "5年")]),
        ("处理时限由七个工作日缩短至三个工作日。", [("处理时限", "七个工作日", "三个工作日")]),
        ("贷款额度从三十万元提高到五十万元。", [("贷款额度", "三十万元", "五十万元")]),
        ("停车收费标准由每小时5元调整为每小时3元。", [("停车收费标准每小时", "5元", "3元")]),
        ("小麦最低收购价由每50公斤112元提高至113元。", [("小麦最低收购价每50公斤", "112元", "113元")]),
        (
            "用水第一阶梯价格由2.1元/立方米调整为2.35元/立方米。",
            [("用水第一阶梯价格", "2.1元/立方米", "2.35元/立方米")],
        ),
        ("报销比例由50%提高到55%-60%。", [("报销比例", "50%", "55%-60%")]),
        ("申报截止日期由4月30日延长至5月31日。", [("申报截止日期", "4月30日", "5月31日")]),
        ("公用经费标准由每生每年600元提高到不低于710元。", [("公用经费标准每生每年", "600元", "710元")]),
        ("补贴对象年龄由60周岁放宽到65周岁。", [("补贴对象年龄", "60周岁", "65周岁")]),
        ("年度最高支付限额，由200元提高到300元。", [("年度最高支付限额", "200元", "300元")]),
        ("年度筹资标准提高40元，由820元提高到860元。", [("年度筹资标准", "820元", "860元")]),
        ("个人自负比例30%的谈判药品降低为个人自负比例25%。", [("谈判药品个人自负比例", "30%", "25%")]),
        ("起付标准500元的三级医院住院待遇降低为起付标准400元。", [("三级医院住院待遇起付标准", "500元", "400元")]),
        (
            "职工医保和居民医保个人自负比例分别由30%、40%降低为20%、30%。",
            [("职工医保个人自负比例", "30%", "20%"), ("居民医保个人自负比例", "40%", "30%")],
        ),
        (
            "单位和个人缴费比例分别由8%、2%调整为7%、1.5%。",
            [("单位缴费比例", "8%", "7%"), ("个人缴费比例", "2%", "1.5%")],
        ),
        (
            "一档、二档补助标准分别由100元、200元提高到150元、260元。",
            [("一档补助标准", "100元", "150元"), ("二档补助标准", "200元", "260元")],
        ),
        (
            "城市低保标准由每人每月700元提高到760元，农村低保标准由每人每年6000元提高到6600元。",
            [("城市低保标准每人每月", "700元", "760元"), ("农村低保标准每人每年", "6000元", "6600元")],
        ),
        (
            "居民医保门诊统筹支付限额由900元提高到1000元，门诊慢性病报销比例由50%提高到55%。",
            [("居民医保门诊统筹支付限额", "900元", "1000元"), ("居民医保门诊慢性病报销比例", "50%", "55%")],
        ),
        (
            "未办理转诊手续的参保人，住院起付标准由500元调整为600元。",
            [("未办理转诊手续的参保人住院起付标准", "500元", "600元")],
        ),
        (
            "月缴费基数由3269元调整为3457元（上限由16347元调整为17286元）。",
            [("月缴费基数", "3269元", "3457元"), ("月缴费基数上限", "16347元", "17286元")],
        ),
        (
            "门诊统筹年度支付限额，在职职工由1000元调整为1500元，退休人员由1200元调整为1800元。",
            [
                ("在职职工门诊统筹年度支付限额", "1000元", "1500元"),
                ("退休人员门诊统筹年度支付限额", "1200元", "1800元"),
            ],
        ),
        (
            "特困人员基本生活标准，集中供养的由每人每月900元提高至950元，分散供养的由700元提高至760元。",
            [
                ("集中供养特困人员基本生活标准每人每月", "900元", "950元"),
                ("分散供养特困人员基本生活标准", "700元", "760元"),
            ],
        ),
        (
            "居民用水第一阶梯价格由2元/立方米调整为2.2元/立方米，第二阶梯由3元/立方米调整为3.3元/立方米。",
            [
                ("居民用水第一阶梯价格", "2元/立方米", "2.2元/立方米"),
                ("居民用水第二阶梯价格", "3元/立方米", "3.3元/立方米"),
            ],
        ),
        (
            "城镇低保标准由700元提高到760元，农村由500元提高到560元。",
            [("城镇低保标准", "700元", "760元"), ("农村低保标准", "500元", "560元")],
        ),
        # Nothing says that the second is a standard of the same kind: its own words stay.
        (
            "城镇低保标准由700元提高到760元，精简退职老职工由500元提高到560元。",
            [("城镇低保标准", "700元", "760元"), ("精简退职老职工", "500元", "560元")],
        ),
    ],
)
def test_changes(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert changes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "城镇化率由52.2%提高到58.1%。",
        "三次产业结构由8.7∶41.2∶50.1调整为7.4∶39.6∶53。",
        "民营经济所占比重由上年的45%提高到48%。",
        "人均预期寿命由73.5岁提高到75.7岁。",
        "全市企业数量由100家增加到150家。",
        "一般公共预算收入由50亿元增加到60亿元，增长20%。",
        "气温由10℃升到20℃。",
        "退休人员由单位管理调整为社区管理。",
        "由市教育局负责调整到位。",
        "抚恤金标准提高10%。",
        "取消50元手续费。",
        "将加计扣除比例提高到100%。",
    ],
)
def test_no_changes(text: str) -> None:
    assert changes(text) == []


@pytest.mark.parametrize("label", ["三、", "（三）", "3.", "（3）", "3、", "③", "第三条 "])
def test_labels_are_no_part_of_a_subject(label: str) -> None:
    text = f"一、总则。执行本规定。\n{label}三级、二级医院起付标准分别由900元、600元降低为800元、500元。"
    assert changes(text) == [("三级医院起付标准", "900元", "800元"), ("二级医院起付标准", "600元", "500元")]


def test_a_heading_names_the_parameter_that_its_text_leaves_out() -> None:
    text = "一、提高住院起付标准。三级医院由600元提高到800元。\n二、其他。参保人员由600元提高到800元。"
    assert changes(text) == [("三级医院住院起付标准", "600元", "800元"), ("参保人员", "600元", "800元")]


def test_what_was_reached_is_no_change() -> None:
    assert changes("2020年，全市建制村通公交率由80%提高到96%。") == []
    assert changes("一、2020年工作回顾\n农机补贴台数由80台提高到96台。公厕由80座增加到96座。") == [
        ("农机补贴台数", "80台", "96台")
    ]
    assert changes("公厕考核名单由80座增加到96座。") == [("公厕考核名单", "80座", "96座")]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("自2020年7月1日起提高有关标准。\n低保标准由500元提高到560元。", dt.date(2020, 7, 1)),
        ("从2020年1月起，低保标准由500元提高到560元。", dt.date(2020, 1, 1)),
        ("今年7月1日起，低保标准由500元提高到560元。", dt.date(2021, 7, 1)),
        ("低保标准由500元提高到560元，自2021年5月1日起执行。", dt.date(2021, 5, 1)),
        ("低保标准由500元提高到560元。以上标准从2021年4月1日起执行。", dt.date(2021, 4, 1)),
        ("自2020年7月1日起提高标准。自2020年8月1日起，低保标准由500元提高到560元。", dt.date(2020, 8, 1)),
        ("自2019年1月1日起成立中心。低保标准由500元提高到560元。", None),
        ("以上费用自2021年1月1日起执行，以上标准自2021年2月1日起执行。低保标准由500元提高到560元。", None),
    ],
)
def test_the_day_from_which_a_change_holds(text: str, day: dt.date | None) -> None:
    (fact,) = read(text)
    assert fact.effective_from == day


def test_a_revised_indicator_of_a_plan_is_a_change_and_its_head_is_carried() -> None:
    text = "一、调整指标\n2021年全市高价值专利拥有量由5.51件提高到6件，增长速度由4.4%提高到10%。"
    assert changes(text) == [
        ("高价值专利拥有量", "5.51件", "6件"),
        ("高价值专利拥有量增长速度", "4.4%", "10%"),
    ]
    assert changes(text, kind="报告", doc_number=None, title="政府工作报告") == []


def test_a_report_tells_statistics_but_a_standard_is_policy_there_too() -> None:
    report: dict[str, Any] = {"kind": "报告", "doc_number": None, "title": "政府工作报告"}
    assert changes("全市蔬菜大棚由20个增加到30个。", **report) == []
    assert changes("城市低保标准由700元提高到760元。", **report) == [("城市低保标准", "700元", "760元")]


def test_the_day_of_force_comes_from_the_document() -> None:
    (fact,) = read("报销比例由50%提高到60%。", effective_from=dt.date(2021, 6, 1))
    assert (fact.effective_from, fact.unit) == (dt.date(2021, 6, 1), "%")


@settings(deadline=None)
@given(st.integers(1, 99999), st.integers(1, 99999), st.sampled_from(["元", "万元", "%", "个工作日"]))
def test_values_read_back_and_stand_in_the_quote(old: int, new: int, unit: str) -> None:
    text = f"一、调整。职工补助标准由{old}{unit}调整为{new}{unit}。"
    (fact,) = read(text)
    assert (fact.subject, fact.old_value, fact.new_value, fact.unit) == (
        "职工补助标准",
        f"{old}{unit}",
        f"{new}{unit}",
        unit,
    )
    assert text[fact.start : fact.end] == f"职工补助标准由{old}{unit}调整为{new}{unit}"
