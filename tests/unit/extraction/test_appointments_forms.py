"""Official forms of acts, and what only looks like one. All names and places are made up."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

# (text, acts)
FORMS = [
    (
        "提名陈东海同志为云州市人民法院副院长、代理院长是根据市委的建议提出的。",
        ["+陈东海 云州市人民法院/副院长", "+陈东海 云州市人民法院/代理院长"],
    ),
    (
        "二、关于陈东海同志为云州市人民法院副院长、代理院长的提名",
        ["+陈东海 云州市人民法院/副院长", "+陈东海 云州市人民法院/代理院长"],
    ),
    (
        "白沙县第八届人大常委会第三次会议决定接受陈东海辞去代表职务。陈东海的常委会委员职务相应终止。",
        ["-陈东海 白沙县第八届人大常委会/委员"],
    ),
    (
        "任命陈东海为甲国大使、林小满驻乙国大使、周一鸣（女）驻丙国大使。",
        ["+陈东海 甲国/大使", "+林小满 驻乙国/大使", "+周一鸣 驻丙国/大使"],
    ),
    (
        "会议通过了辞职请求。\n陈东海因已调任云海省旅游局党组书记，请求辞去市政府副市长职务。",
        ["-陈东海 市政府/副市长"],
    ),
    (
        "会上宣布了任免决定。\n原云大校长任云海大学校长。\n林小满任云大校长。",
        ["+林小满 云大/校长"],
    ),
    (
        "政府今日宣布，现任行政长官私人秘书陈东海将于5月14日出任行政长官办公室常任秘书长。",
        ["+陈东海 行政长官办公室/常任秘书长"],
    ),
    (
        "行政长官委任陈东海出任云州咨询委员会主席，以及林小满出任咨询委员会的成员。同时再度委任周一鸣教授以及王静博士，出任咨询委员会委员。",
        [
            "+陈东海 云州咨询委员会/主席",
            "+林小满 咨询委员会/成员",
            "+周一鸣 咨询委员会/委员",
            "+王静 咨询委员会/委员",
        ],
    ),
    (
        "政府公布委任名单。\n将出任云州行政会委员的3人分别是：陈东海、林小满（女）、周一鸣。",
        ["+陈东海 云州行政会/委员", "+林小满 云州行政会/委员", "+周一鸣 云州行政会/委员"],
    ),
]


@pytest.mark.parametrize(("text", "acts"), FORMS)
def test_official_forms(text: str, acts: list[str]) -> None:
    assert shown(text) == acts


def test_a_decision_is_quoted_before_the_request_it_grants() -> None:
    text = "因工作调动，陈东海提出辞去云州市副市长职务。会议决定接受陈东海辞去云州市副市长职务的请求。"
    (row,) = rows(text)
    assert text[row.start : row.end].startswith("接受陈东海")
    assert row.remark == "辞去；因工作调动"


def test_a_nomination_is_quoted_before_its_heading() -> None:
    text = "一、关于陈东海为云州市市长的提名\n提名陈东海为云州市市长是因工作需要而提出的。"
    (row,) = rows(text)
    assert text[row.start : row.end] == "提名陈东海为云州市市长"
    assert row.remark == "提名"


def test_an_act_is_quoted_before_the_decision_that_is_named_after_it() -> None:
    text = "决定任命陈东海为市检察院副检察长、代理检察长。通过了《关于陈东海为云州市检察院代理检察长的决定》。"
    assert [text[row.start : row.end] for row in rows(text)][1].endswith("副检察长、代理检察长")
    assert len(rows(text)) == 2


def test_a_sentence_is_quoted_before_the_line_that_announces_it() -> None:
    text = "两户企业调整。\n会议宣布了任免决定。\n一、\n人事：\n陈东海任云州集团有限公司董事长\n会上宣布：陈东海同志任云州集团有限公司董事长。"
    (row,) = rows(text)
    assert text[row.start : row.end].startswith("陈东海同志")
