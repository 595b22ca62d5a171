"""This year beside the last: 预计, 左右 and the like turn it ahead, what was reached so far does not."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_statements import read

LAST = ["去年，全市地区生产总值增长8%。", "过去一年，全市地区生产总值增长8%。"]
TURNS = [
    "今年，预计增长7%。",
    "今年全市地区生产总值预计增长7%左右。",
    "今年的目标是7%左右。",
    "今年，全市地区生产总值增长7%左右。",
    "新的一年，全市地区生产总值预计增长7%。",
    "今年，全市地区生产总值预期增长7%。",
]


@pytest.mark.parametrize("last", LAST)
@pytest.mark.parametrize("turn", TURNS)
def test_what_this_year_is_to_bring(last: str, turn: str) -> None:
    found = read(last + turn, title="", kind=None)
    assert [(fact.side, fact.indicator, fact.measure, fact.value) for fact in found] == [
        ("outcome", "地区生产总值", "growth_rate", 8),
        ("target", "地区生产总值", "growth_rate", 7),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "2021年，全市地区生产总值增长8%。2022年，全市地区生产总值增长7%左右。",
        "2021年全市地区生产总值增长8%，2022年预计增长7%左右。",
        "2021年全市地区生产总值增长8%。2022年目标增长7%左右。",
        "会议提出，2021年全市地区生产总值增长8%，2022年全市生产总值增长目标为7%。",
    ],
)
def test_a_year_named_beside_the_one_before(text: str) -> None:
    assert [(fact.side, fact.value) for fact in read(text, title="", kind=None)] == [("outcome", 8), ("target", 7)]


@pytest.mark.parametrize(
    "so_far",
    [
        "今年上半年，全市地区生产总值增长7%。",
        "今年以来，全市地区生产总值增长7%以上。",
        "今年，全市地区生产总值已增长7%左右。",
    ],
)
def test_what_was_reached_so_far_is_no_turn(so_far: str) -> None:
    assert [fact.side for fact in read("去年，全市地区生产总值增长8%。" + so_far, title="", kind=None)] == [
        "outcome",
        "outcome",
    ]


@pytest.mark.parametrize(("day", "sides"), [("1月5日", ["target"]), ("12月25日", ["outcome"]), ("6月5日", [])])
def test_a_year_that_begins_or_ends(day: str, sides: list[str]) -> None:
    text = f"本报讯（记者李明）{day}，记者从市住建局获悉，今年我市新建保障性住房5000套。"
    assert [fact.side for fact in read(text, title="", kind=None)] == sides


def test_the_next_year_is_to_come() -> None:
    (found,) = read("本报讯 12月25日，记者从市住建局获悉，明年我市新建保障性住房5000套。", title="", kind=None)
    assert found.side == "target"
