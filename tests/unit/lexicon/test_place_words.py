"""Names of places as words of a text."""

from __future__ import annotations

import pytest

from orchestration.gazette.lexicon.place_words import name_ending

CASES = [
    ("任命重庆市", "重庆市"),
    ("湖北省应城市", "应城市"),
    ("公布应城市", "应城市"),
    ("计划供应城市", None),
    ("沿海城市", None),
    ("今年新增城市", None),
    ("华南山区", None),
    ("深圳市南山区", "南山区"),
    ("新建县", None),
    ("南昌市新建县", "新建县"),
]


@pytest.mark.parametrize(("text", "name"), CASES)
def test_a_name_begins_with_a_word(text: str, name: str | None) -> None:
    assert name_ending(text, len(text)) == name


def test_what_stands_behind_a_name_tells_whether_it_is_one() -> None:
    assert name_ending("上海市场活跃", 3) is None
    assert name_ending("上海市民活跃", 3) == "上海市"
    assert name_ending("合作市人民政府", 3) == "合作市"
    assert name_ending("合作市2021年计划", 3) == "合作市"
