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
