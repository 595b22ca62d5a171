"""Rounds of news that tell who moved where, and the less usual words for taking up, leaving and being nominated to a post."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

# (text, acts): all names and places are made up.
ROUNDS = [
    (
        "央企人事调整\n与两人在集团内部升任不同，云海集团总经理陈东海，跨公司任云江电网公司董事长；云溪集团副总经理林小满任该集团总经理。",
        ["+陈东海 云江电网公司/董事长", "+林小满 云溪集团/总经理"],
    ),
    (
        "多所大学更换了校长或书记。\n云海大学党委书记陈东海，转任云溪大学党委书记；云州中医局科技司司长林小满任云州中医大学校长。",
        ["+陈东海 云溪大学/党委书记", "+林小满 云州中医大学/校长"],
    ),
    ("各地大会召开之前，不少省份进行了人事调整，如陈东海就任云海省人民政府副省长。", ["+陈东海 云海省人民政府/副省长"]),
    (
        "组织部部长人事调整再添一例。\n5月，云海省委常委陈东海兼任省委组织部部长，不再兼任省委秘书长职务。",
        ["+陈东海 省委组织部/部长", "-陈东海 省委/秘书长"],
    ),
    (
        "央企领导职务任免\n陈东海任云海医药集团董事，提名为集团总经理人选。",
        ["+陈东海 云海医药集团/董事", "+陈东海 云海医药集团/总经理"],
    ),
    ("两天之前，10月8日，中共中央批准：陈东海同志任云海省委副书记。", ["+陈东海 云海省委/副书记"]),
]
LEAVES = [
    (
        "多部人事调整\n近日，两个部门迎来新任党组书记。其中，陈东海任工信部党组书记，林小满卸任；周一鸣任文旅部党组书记，郑海卸任。",
        ["+陈东海 工信部/党组书记", "-林小满 工信部/党组书记", "+周一鸣 文旅部/党组书记", "-郑海 文旅部/党组书记"],
    ),
    (
        "会议决定任命陈东海为云州市财政局局长，林小满不再担任该职务。",
        ["+陈东海 云州市财政局/局长", "-林小满 云州市财政局/局长"],
    ),
    ("会议决定任命陈东海、周一鸣为云州市副市长，林小满卸任。", ["+陈东海 云州市/副市长", "+周一鸣 云州市/副市长"]),
]
WORDS = [
    ("公司董事会同意解聘陈东海女士副总经理职务。", ["-陈东海 /副总经理"]),
    (
        "任命陈东海同志为云海集团党委书记、聘陈东海同志为云海集团董事长。",
        ["+陈东海 云海集团/党委书记", "+陈东海 云海集团/董事长"],
    ),
    ("鉴于陈东海先生因个人原因不能履职，董事会决定免去其总经理职务。", ["-陈东海 /总经理"]),
    ("通报当天，县卫健局党委书记陈东海即被免职。", ["-陈东海 县卫健局/党委书记"]),
    (
        "中央决定免去陈东海公安部副部长、党委副书记等职位。",
        ["-陈东海 公安部/副部长", "-陈东海 公安部/党委副书记"],
    ),
    ("陈东海先生申请辞去其所担任的公司董事会秘书职务。", ["-陈东海 公司/董事会秘书"]),
    (
        "确定陈东海同志为市文化局局长拟任人选，林小满同志为市人防办主任拟任人选。",
        ["+陈东海 市文化局/局长", "+林小满 市人防办/主任"],
    ),
    ("年龄最大的是现任云州市副市长陈东海，他被提名为云溪市政协主席候选人。", ["+陈东海 云溪市政协/主席"]),
]
NONE = [
    # standing offices and lives stay what they are, also in a round of news
    "央企人事调整\n云海集团总经理陈东海，现任云江电网公司董事长。林小满2016年任云溪集团总经理，2018年升任董事长。",
    "人事变动后，领导小组分工：副市长陈东海任市安全生产委员会办公室主任。",
    "竞聘陈东海同志的岗位。受聘陈东海先生为顾问一事不实。",
]


@pytest.mark.parametrize(("text", "acts"), ROUNDS + LEAVES + WORDS)
def test_rounds_of_news_and_other_words(text: str, acts: list[str]) -> None:
    assert shown(text) == acts


@pytest.mark.parametrize("text", NONE)
def test_no_act(text: str) -> None:
    assert shown(text) == []


def test_what_is_given_up_together_is_asked_for_together() -> None:
    text = "陈东海申请辞去公司董事职务，同时一并辞去公司董事会战略委员会主任委员职务。"
    assert [act.remark for act in rows(text)] == ["提出辞去"] * 2


def test_a_month_of_its_own_begins_another_act() -> None:
    text = (
        "组织部部长人事调整再添一例。\n经云海省委研究决定，由林小满同志接任云海省委组织部部长。\n"
        "5月，云溪省委常委陈东海兼任省委组织部部长，不再兼任省委秘书长职务。"
    )
    assert [(act.person_name, act.decided_by) for act in rows(text)] == [
        ("林小满", "云海省委"),
        ("陈东海", None),
        ("陈东海", None),
    ]


def test_a_link_of_a_web_page_is_no_remark() -> None:
    (act,) = rows("市人大常委会决定任命陈东海为云州市代理市长（相关报道）。")
    assert act.remark == "代理"
