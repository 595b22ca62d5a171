"""Posts left and taken up in one breath, holders named before their posts, posts set apart by commas, acts read out."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

# (text, acts): all names and places are made up.
MOVES = [
    (
        "决定免去陈东海同志原治安支队副支队长职务（正科），任命为治安支队支队长职务。",
        ["-陈东海 治安支队/副支队长", "+陈东海 治安支队/支队长"],
    ),
    (
        "经省委研究决定，任命陈东海同志，任云溪市委委员、常委、市长。",
        ["+陈东海 云溪市委/委员", "+陈东海 云溪市委/常委", "+陈东海 云溪市/市长"],
    ),
    (
        "免去陈东海同志云州市委书记、常委职务。\n任云海省委委员、政法委书记。",
        ["-陈东海 云州市委/书记", "-陈东海 云州市委/常委", "+陈东海 云海省委/委员", "+陈东海 云海省委政法委/书记"],
    ),
    ("任命名单已经公布。\n任现职以来，陈东海表现突出，任务完成得好。", []),
    (
        "宣读了市委的决定。\n陈东海同志不再担任县委常委、县长一职，调县人大任副主任。",
        ["-陈东海 县委/常委", "-陈东海 县/县长", "+陈东海 县人大/副主任"],
    ),
    (
        "会上宣布了市委的任免决定。\n县委组织部陈东海同志不再担任组织部长一职，任县委副书记，提名县长人选，报请县人大审议。",
        ["-陈东海 组织部/部长", "+陈东海 县委/副书记", "+陈东海 县/县长"],
    ),
    (
        "会上宣布了市委的任免决定。\n县委副书记陈东海调任市老干部局任副局长。\n白沙镇党委书记林小满任县委常委兼白沙镇党委书记。",
        ["+陈东海 市老干部局/副局长", "+林小满 县委/常委", "+林小满 白沙镇党委/书记"],
    ),
    (
        "会议任命陈东海为省经信委主任，免去其省经贸委主任职务；\n林小满为省人社厅厅长，免去其省人事厅厅长职务；\n周一鸣为省环保厅厅长；",
        [
            "+陈东海 省经信委/主任",
            "-陈东海 省经贸委/主任",
            "+林小满 省人社厅/厅长",
            "-林小满 省人事厅/厅长",
            "+周一鸣 省环保厅/厅长",
        ],
    ),
    (
        "据官网7月31日消息，日前，中央决定：陈东海同志任工业部党组书记，林小满同志不再担任工业部党组书记。",
        ["+陈东海 工业部/党组书记", "-林小满 工业部/党组书记"],
    ),
]
HOLDERS = [
    (
        "1、云湖镇党委书记陈东海，云湖镇党委副书记、镇长林小满，分管安全工作的负责人、云湖镇党委委员、武装部长周一鸣，"
        "云湖派出所所长吴大江先期免职，手续另办。",
        [
            "-陈东海 云湖镇党委/书记",
            "-林小满 云湖镇党委/副书记",
            "-林小满 云湖镇/镇长",
            "-周一鸣 云湖镇党委/委员",
            "-周一鸣 武装部/部长",
            "-吴大江 云湖派出所/所长",
        ],
    ),
    (
        "通报说，云湖镇党委书记陈东海，镇长林小满等多名官员被先期免职。",
        ["-陈东海 云湖镇党委/书记", "-林小满 云湖镇/镇长"],
    ),
    ("任命陈东海为云海省教育厅党组成员、副厅长。", ["+陈东海 云海省教育厅/党组成员", "+陈东海 云海省教育厅/副厅长"]),
]
COMMAS = [
    (
        "陈东海不再担任云溪县纪委书记，副县长。",
        ["-陈东海 云溪县纪委/书记", "-陈东海 云溪县/副县长"],
    ),
    (
        "陈东海不再担任云溪县委员，常委，县委书记，另有任用。",
        ["-陈东海 云溪县/委员", "-陈东海 云溪县/常委", "-陈东海 县委/书记"],
    ),
    ("任命陈东海为云溪县财政局局长，副县长林小满主持会议。", ["+陈东海 云溪县财政局/局长"]),
    ("任命陈东海为副市长，主任、秘书长出席会议。", ["+陈东海 /副市长"]),
    (
        "免去陈东海同志达云县县委常委、常务副县长的职务！",
        ["-陈东海 达云县县委/常委", "-陈东海 达云县/常务副县长"],
    ),
]
STAYS = [
    "决定免去林小满的省委副书记职务，任省政协副主席；陈东海同志继续担任云海省委常委、组织部长；",
    "会议决定任命林小满为省长。陈东海仍担任云海省委常委。",
]
LISTED = (
    "现在提出：\n任命：\n陈东海兼外事部部长，\n林小满为粮食部部长。\n"
    "免去：\n周一鸣兼任外事部部长职务，\n吴大江现任工程委员会主任职务。\n请大会决定。"
)


@pytest.mark.parametrize(("text", "acts"), MOVES + HOLDERS + COMMAS)
def test_moves_and_posts_set_apart(text: str, acts: list[str]) -> None:
    assert sorted(shown(text)) == sorted(acts)


@pytest.mark.parametrize("text", STAYS)
def test_who_stays_is_put_into_no_post(text: str) -> None:
    assert not [act for act in rows(text) if act.person_name == "陈东海"]


def test_headlines_run_together_give_no_body_with_a_name_in_it() -> None:
    text = "任免：陈东海任云州平湖区委书记林小满任怀山区委书记"
    assert not [act for act in rows(text) if "林小满" in (act.organization or "")]


def test_who_signs_a_list_is_not_in_it() -> None:
    acts = shown("免去：\n周一鸣的市粮食局局长职务。\n市长吴大江\n1958年2月6日")
    assert acts == ["-周一鸣 市粮食局/局长"]


def test_a_party_committee_is_a_body_in_traditional_characters_too() -> None:
    assert shown("任命陳東海爲雲溪縣黨委書記，會議對此進行討論。") == ["+陳東海 雲溪縣黨委/書記"]


def test_a_list_may_name_holders_before_their_posts() -> None:
    acts = [(act.action, act.person_name, act.organization, act.is_concurrent) for act in rows(LISTED)]
    assert acts == [
        ("appoint", "陈东海", "外事部", True),
        ("appoint", "林小满", "粮食部", False),
        ("remove", "周一鸣", "外事部", True),
        ("remove", "吴大江", "工程委员会", False),
    ]
