"""What is aimed at, however it is said: 增长6%的目标, 目标设定为6%, 奋斗目标9%; and what was only measured against an aim."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_statements import read

PLAN = "云江市2022年重点工作安排"
AIMED_AT = [
    "我们提出地区生产总值增长6%的目标。",
    "提出了地区生产总值增长6%的预期目标。",
    "确定地区生产总值增长6%的目标。",
    "力争实现地区生产总值增长6%的目标。",
    "确保完成地区生产总值增长6%的年度目标任务。",
    "围绕地区生产总值增长6%的目标，抓好以下工作。",
    "按照地区生产总值增长6%的目标，安排以下工作。",
    "地区生产总值增速目标设为6%。",
    "将地区生产总值增速目标设定为6%。",
    "我们将今年地区生产总值增长目标确定为6%。",
    "地区生产总值增长目标定在6%。",
    "地区生产总值增长目标锁定6%。",
    "地区生产总值增长预期定为6%。",
    "地区生产总值增长拟定为6%。",
    "地区生产总值预期增长拟安排6%。",
    "地区生产总值增长安排6%。",
    "地区生产总值按增长6%安排。",
    "地区生产总值增长奋斗目标为6%。",
    "提出地区生产总值6%的增长目标。",
]


@pytest.mark.parametrize("text", AIMED_AT)
def test_a_growth_that_is_aimed_at(text: str) -> None:
    (found,) = read(text, title=PLAN, kind="通知")
    assert (found.side, found.indicator, found.measure, found.value) == ("target", "地区生产总值", "growth_rate", 6)


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("实现城镇新增就业5万人的目标。", "城镇新增就业"),
        ("确保完成招商引资100亿元的目标任务。", "招商引资"),
        ("省政府下达我市2022年保障性住房建设任务5000套。", "保障性住房建设"),
        ("2022年全市农村公路建设任务为500公里，目前已完成。", "农村公路建设"),
        ("教育支出预算安排10亿元。", "教育支出"),
        ("固定资产投资计划安排100亿元。", "固定资产投资"),
    ],
)
def test_an_amount_that_is_aimed_at(text: str, indicator: str) -> None:
    (found,) = read(text, title="", kind=None) or read(text, title=PLAN, kind="通知")
    assert (found.side, found.indicator) == ("target", indicator)


@pytest.mark.parametrize(
    "text", ["我市圆满完成了地区生产总值增长6%的目标。", "去年，我市胜利实现了地区生产总值增长6%的目标。"]
)
def test_an_aim_that_was_met_says_not_what_was_reached(text: str) -> None:
    assert read(text) == []


def test_what_is_done_of_a_task_is_an_outcome() -> None:
    found = read("2022年全市农村公路建设任务为500公里，目前已完成300公里。")
    assert [(fact.side, fact.indicator, fact.value) for fact in found] == [
        ("target", "农村公路建设", 500),
        ("outcome", "农村公路建设", 300),
    ]


@pytest.mark.parametrize("than", ["高于年初预期目标", "高出年度目标", "低于预期目标", "超年度目标", "比年初预期目标高"])
def test_how_far_from_an_aim_is_no_row(than: str) -> None:
    found = read(f"2021年，全市地区生产总值增长8%，{than}1个百分点。")
    assert [fact.value for fact in found] == [8]


@pytest.mark.parametrize(
    "more", ["力争达到9%", "力争9%", "奋斗目标9%", "奋斗目标为9%", "力争目标9%", "争取达到9%", "争取9%", "力争增长9%"]
)
def test_a_further_aim_is_of_the_same(more: str) -> None:
    found = read(f"地区生产总值增长8%，{more}。", title=PLAN, kind="通知")
    assert [(fact.indicator, fact.measure, fact.value) for fact in found] == [
        ("地区生产总值", "growth_rate", 8),
        ("地区生产总值", "growth_rate", 9),
    ]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("各地2022年GDP目标出炉：北京增长5%以上，上海增长6%左右。", ["北京GDP", "上海GDP"]),
        ("2022年，北京GDP预期增长5%以上，上海为6%左右。", ["北京GDP", "上海GDP"]),
        ("2022年，济南市地区生产总值增长目标为5%以上，青岛市为6%左右。", ["地区生产总值", "地区生产总值"]),
        ("2022年，济南、青岛GDP增长目标均为5%以上，临沂为6%左右。", ["济南GDP", "青岛GDP", "临沂GDP"]),
    ],
)
def test_aims_of_several_cities(text: str, indicators: list[str]) -> None:
    found = read(text, title="", kind=None)
    assert [fact.indicator for fact in found] == indicators
    assert {(fact.side, fact.measure) for fact in found} == {("target", "growth_rate")}


def test_the_state_sets_its_own_aims() -> None:
    text = "国务院总理在十三届全国人大五次会议上提出，今年国内生产总值增长5.5%左右。"
    assert [fact.indicator for fact in read(text, title="", kind=None)] == ["国内生产总值"]
    assert read("国务院提出，今年经济增长5.5%左右。", title="", kind=None) == []


@pytest.mark.parametrize("parted", ["", "\n"])
def test_places_label_their_aims(parted: str) -> None:
    listed = parted.join(
        ["重庆：13.5%", "西藏：12%以上", "河南：高出全国平均水平1到2个百分点", "广西：10%（以上按公布时间排序）"]
    )
    found = read(f"各地提出了2011年GDP的增速目标。\n{listed}\n除了GDP外，其他指标也受瞩目。", title="", kind=None)
    rates = [(fact.indicator, fact.comparator, fact.value) for fact in found if fact.unit == "%"]
    assert rates == [("重庆GDP", "=", 13.5), ("西藏GDP", ">=", 12), ("广西GDP", "=", 10)]


def test_what_an_aim_is_held_against_is_no_row() -> None:
    text = "与去年的政府工作报告提出的全省生产总值增长9%相比，今年GDP增长冲刺10%。"
    assert [(fact.side, fact.value) for fact in read(text, title="", kind=None)] == [("target", 10)]


def test_a_conference_that_sets_aims_is_no_part_of_their_head() -> None:
    text = "市委经济工作会议还确定了地方财政收入增长10%、全社会固定资产投资增长20%的目标。"
    assert [fact.indicator for fact in read(text, title="", kind=None)] == ["地方财政收入", "全社会固定资产投资"]
