"""Who takes over from whom, words between a name and its verb, and posts named before who takes or loses them."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

# (text, acts): all names and places are made up.
SUCCESSORS = [
    (
        "云海能源集团宣布人事变动，由林小满接替陈东海出任云海电力公司董事长。陈东海则转任云海燃气公司董事长。",
        ["+林小满 云海电力公司/董事长", "+陈东海 云海燃气公司/董事长"],
    ),
    (
        "云州市人事任免：李四光卸任云州市教育局局长，接替周一鸣任云州市财政局局长。",
        ["-李四光 云州市教育局/局长", "+李四光 云州市财政局/局长"],
    ),
    ("公布人事任命，林小满接替陈东海，出任云海集团总经理。", ["+林小满 云海集团/总经理"]),
    (
        "公布人事任免，云州地铁公司董事长、党委书记一职，由陈东海出任，免去他的云州港务集团副总经理职务。",
        ["+陈东海 云州地铁公司/董事长", "+陈东海 云州地铁公司/党委书记", "-陈东海 云州港务集团/副总经理"],
    ),
    (
        "日前，东云电讯宣布由林小满出任总经理和执行董事。",
        ["+林小满 东云电讯/总经理", "+林小满 东云电讯/执行董事"],
    ),
    (
        "香港特区政府宣布任命。渔政署副署长陈何慧清将于2010年7月1日出任山林局常任秘书长及山林署署长。",
        ["+陈何慧清 山林局/常任秘书长", "+陈何慧清 山林署/署长"],
    ),
]
ADVERBS = [
    (
        "任免决定：李均任云州市财政局局长，张小均任云州市教育局副局长，王建亦任云州市卫生局局长。",
        ["+李均 云州市财政局/局长", "+张小均 云州市教育局/副局长", "+王建 云州市卫生局/局长"],
    ),
    (
        "任免消息：林小满、周一鸣均不再担任云州市委委员职务，李四光也被免去云州市审计局局长职务。",
        ["-林小满 云州市委/委员", "-周一鸣 云州市委/委员", "-李四光 云州市审计局/局长"],
    ),
]
LOSSES = [
    (
        "因煤矿事故，县委书记陈东海、县委副书记、县长林小满昨天晚上被免职。",
        ["-陈东海 县委/书记", "-林小满 县委/副书记", "-林小满 县/县长"],
    ),
    (
        "任免消息：已任市政协副主席的林小满被免市教育局局长职务；周一鸣被免市财政局党组成员、副局长职务。",
        ["-林小满 市教育局/局长", "-周一鸣 市财政局/党组成员", "-周一鸣 市财政局/副局长"],
    ),
    (
        "会议宣布，任命陈东海为云溪县委副书记并提名为云溪县县长人选。",
        ["+陈东海 云溪县委/副书记", "+陈东海 云溪县/县长"],
    ),
    (
        "学校聘任林小满同志为学院荣誉院长、荣誉教授，周一鸣为荣誉校长。",
        ["+林小满 学院/荣誉院长", "+周一鸣 学院/荣誉校长"],
    ),
]
NONE = [
    "陈东海1999年接替林小满出任云州市市长，2003年转任云海省副省长。",
    "陈东海曾接替林小满任公司总经理，如今他在会议上宣布公司上市。",
    "出席会议的有：接替林小满任云州商会会长的陈东海、云州银行行长周一鸣等。",
    "会议决定成立防汛专班，专班主任由陈东海担任，副主任由林小满兼任。",
    "章程规定，公司董事长由陈东海担任，任期三年。",
]


@pytest.mark.parametrize(("text", "acts"), SUCCESSORS + ADVERBS + LOSSES)
def test_who_follows_and_who_leaves(text: str, acts: list[str]) -> None:
    assert sorted(shown(text)) == sorted(acts)


@pytest.mark.parametrize("text", NONE)
def test_careers_rules_and_divisions_of_work_are_no_acts(text: str) -> None:
    assert not rows(text)


def test_a_name_is_kept_whole_where_the_text_always_prints_it_so() -> None:
    acts = rows("任免决定：王建亦任云州市卫生局局长。\n王建亦表示，王建亦会尽职。")
    assert [act.person_name for act in acts] == ["王建亦"]
