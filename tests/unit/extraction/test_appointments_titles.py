"""Acts told of holders by their titles, elections by ballot, notices before an appointment, posts told respectively."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

# (text, acts): all names and places are made up.
TITLED = [
    (
        "经研究，云州县水利局局长陈东海、副局长林小满均被免职。",
        ["-陈东海 云州县水利局/局长", "-林小满 云州县水利局/副局长"],
    ),
    ("云州县水利局副局长陈东海、林小满被免职。", ["-陈东海 云州县水利局/副局长", "-林小满 云州县水利局/副局长"]),
    (
        "对县林业局副局长、县护林办公室主任陈东海，县气象局局长林小满免职；责成县委作检查。",
        ["-陈东海 县林业局/副局长", "-陈东海 县护林办公室/主任", "-林小满 县气象局/局长"],
    ),
    ("市委决定，对市应急管理局局长陈东海予以免职。", ["-陈东海 市应急管理局/局长"]),
    ("经市委研究，同意市林业局局长陈东海引咎辞职。", ["-陈东海 市林业局/局长"]),
    ("市林业局局长陈东海提出辞职后，会议仍在进行，免职程序尚未开始。", []),
    ("免去云州县教育局局长陈东海职务。", ["-陈东海 云州县教育局/局长"]),
    ("免去云州县教育局局长陈东海同志职务。", ["-陈东海 云州县教育局/局长"]),
    ("会议为新任命的市财政局局长陈东海颁发了任命书。", ["+陈东海 市财政局/局长"]),
    (
        "会议任命陈东海为云州市财政局局长。新任命的市财政局局长陈东海作了表态发言。",
        ["+陈东海 云州市财政局/局长"],
    ),
    ("新任命的组成部门负责人进行了宪法宣誓，随后颁发任命书。", []),
    (
        "云州镇党委书记陈东海因失职失察，受到党内警告处分，并被免去云州镇党委书记职务。",
        ["-陈东海 云州镇党委/书记"],
    ),
    (
        "决定给予陈东海开除党籍处分，撤销其云州市城管局局长职务。",
        ["-陈东海 云州市城管局/局长"],
    ),
]
ELECTED = [
    (
        "陈东海以190票的高票当选为县人大常委会主任，林小满、周一鸣和高天当选为县人大常委会副主任。",
        [
            "+陈东海 县人大常委会/主任",
            "+林小满 县人大常委会/副主任",
            "+周一鸣 县人大常委会/副主任",
            "+高天 县人大常委会/副主任",
        ],
    ),
    ("林小满等20名代表当选为县人大常委会委员。", ["+林小满 县人大常委会/委员"]),
    ("陈东海，1965年8月出生，2010年11月当选县政协副主席，2016年12月任县人大常委会副主任。", []),
]
OTHERS = [
    (
        "任命陈东海、林小满分别为区人民法院立案庭庭长、副庭长。",
        ["+陈东海 区人民法院立案庭/庭长", "+林小满 区人民法院立案庭/副庭长"],
    ),
    (
        "免去陈东海泉州市人民政府副市长、市公安局局长的职务。",
        ["-陈东海 泉州市人民政府/副市长", "-陈东海 市公安局/局长"],
    ),
    ("免去张虎深圳市副市长的职务。", ["-张虎 深圳市/副市长"]),
    ("会议接受了陈东海辞去云州市人民政府副市长职务的请求。", ["-陈东海 云州市人民政府/副市长"]),
    (
        "会上宣布了陈东海、林小满为云州大学副校长。教育部任命通知已经印发。",
        ["+陈东海 云州大学/副校长", "+林小满 云州大学/副校长"],
    ),
    (
        "会议通过关于陈东海同志任区人民政府副区长，以及林小满同志代理区人民法院院长职务等人事任免事项。",
        ["+陈东海 区人民政府/副区长", "+林小满 区人民法院/院长"],
    ),
    (
        "决定：\n陈东海任州市场监管局副局长，原州工商局副局长职务自然免除；\n宗政任州民政局副局长；",
        ["+陈东海 州市场监管局/副局长", "-陈东海 州工商局/副局长", "+宗政 州民政局/副局长"],
    ),
    ("委派陈东海任云州城投集团有限公司外部董事。", ["+陈东海 云州城投集团有限公司/外部董事"]),
    (
        "云州水务有限公司：\n解聘陈东海云州水务有限公司总会计师职务。",
        ["-陈东海 云州水务有限公司/总会计师"],
    ),
    ("任命陈东海为中华人民共和国常驻世界茶叶组织代表。", ["+陈东海 中华人民共和国常驻世界茶叶组织/代表"]),
]


@pytest.mark.parametrize(("text", "acts"), TITLED + ELECTED + OTHERS)
def test_acts_told_by_titles_ballots_and_in_turn(text: str, acts: list[str]) -> None:
    assert sorted(shown(text)) == sorted(acts)


PROPOSED = [
    ("陈东海，男，1968年3月生，现任云州市财政局副局长，拟任云州市审计局局长。", "云州市审计局", "局长", "拟任"),
    ("陈东海同志拟任云州市审计局党组书记。", "云州市审计局", "党组书记", "拟任"),
    ("拟提名陈东海同志为云州市审计局局长人选。", "云州市审计局", "局长", "拟提名"),
    ("姓名 | 现任职务 | 拟任职务\n陈东海 | 市财政局副局长 | 市审计局局长", "市审计局", "局长", "拟任"),
]


@pytest.mark.parametrize(("text", "body", "post", "remark"), PROPOSED)
def test_what_is_announced_beforehand_is_a_proposal(text: str, body: str, post: str, remark: str) -> None:
    acts = [act for act in rows(text) if act.remark == remark]
    assert [(act.person_name, act.organization, act.post, act.action) for act in acts] == [
        ("陈东海", body, post, "appoint")
    ]
    assert acts[0].decision_date is None and acts[0].decided_by is None


def test_holders_of_one_title_before_a_notice() -> None:
    text = "任前公示：云州市副市长陈东海、林小满拟任云州市委常委。"
    assert sorted(shown(text)) == ["+林小满 云州市委/常委", "+陈东海 云州市委/常委"]


def test_a_removal_tells_which_it_was() -> None:
    (act,) = rows("经研究，云州县水利局局长陈东海被免职。")
    assert act.remark == "免职"


def test_seconded_posts_know_their_time() -> None:
    (act,) = rows("关于任免的通知\n决定：\n陈东海挂任云州市投资促进局副局长，时间一年；")
    assert act.secondment_months == 12


def test_a_meeting_that_leads_to_a_list_decides_its_items() -> None:
    text = "关于任免的通知\n经2019年3月12日区政府第31次常务会议研究，决定：\n陈东海任区统计局局长；"
    (act,) = rows(text)
    assert act.decided_by == "区政府第31次常务会议"
    assert act.decision_date is not None and act.decision_date.isoformat() == "2019-03-12"
