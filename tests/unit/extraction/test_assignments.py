"""Assignments: who answers, in what role, for which items."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.assignments import find
from orchestration.gazette.records import Assignment, Notice
from tests.support.short_documents import marked, short_document

ROLES = {"r": "responsible", "l": "lead", "s": "support"}


def read(text: str, **fields: Any) -> list[Assignment]:
    return [fact for fact in find(marked(text, **fields)) if isinstance(fact, Assignment)]


def named(text: str) -> str:
    """The facts of one bracket as l:市教育局 s:市财政局."""
    return " ".join(f"{fact.role[0]}:{fact.agency_name}" for fact in read(f"一、提质工程。改造学校10所。{text}"))


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（责任单位：市教育局）", "r:市教育局"),
        ("（责任单位∶市教育局；市财政局）", "r:市教育局 r:市财政局"),
        ("(责任单位:市教育局)", "r:市教育局"),
        ("〔责任单位：市防汛指挥部（办公室）成员单位，各区县政府〕", "r:市防汛指挥部（办公室）成员单位 r:各区县政府"),
        ("【责任单位：市商务局】", "r:市商务局"),
        (
            "（牵头单位：市教育局；责任单位：市财政局、各区县政府；完成时限：2021年6月底前）",
            "l:市教育局 r:市财政局 r:各区县政府",
        ),
        ("（牵头部门：市教育局，配合部门：市财政局、市审计局）", "l:市教育局 s:市财政局 s:市审计局"),
        ("（主办：市教育局；协办：市财政局）", "l:市教育局 s:市财政局"),
        ("（牵头：市教育局，配合：市财政局）", "l:市教育局 s:市财政局"),
        ("（市教育局牵头，市财政局、市民政局配合）", "l:市教育局 s:市财政局 s:市民政局"),
        (
            "（市教育局牵头，市财政局等部门配合，各县（市、区）人民政府负责落实）",
            "l:市教育局 s:市财政局 r:各县（市、区）人民政府",
        ),
        ("（市教育局、市财政局，各区县政府按职责分工负责）", "r:市教育局 r:市财政局 r:各区县政府"),
        ("〔市发展改革委、市财政局（市国资委）按职责分别负责〕", "r:市发展改革委 r:市财政局（市国资委）"),
        ("（由市应急局牵头负责，市公安局、市气象局协同配合）", "l:市应急局 s:市公安局 s:市气象局"),
        ("（市委组织部、市民政局牵头，团市委、市妇联参加）", "l:市委组织部 l:市民政局 s:团市委 s:市妇联"),
        ("（市教育局、财政局牵头督导，市公安局参与）", "l:市教育局 l:财政局 s:市公安局"),
        (
            "〔市水利局牵头，各县、区人民政府（管委会）负责落实。以下各项工作均需各县、区人民政府（管委会）落实，不再列出。〕",
            "l:市水利局 r:各县、区人民政府（管委会）",
        ),
        ("（责任单位：市教育局牵头，市财政局配合）", "l:市教育局 s:市财政局"),
        ("（责任单位：市卫生健康委、市医保局，市直各医疗机构配合）", "r:市卫生健康委 r:市医保局 s:市直各医疗机构"),
        ("（市教育局、市科技局按职责分工负责，持续推进）", "r:市教育局 r:市科技局"),
        ("（市教育局负责，2021年12月底前完成）", "r:市教育局"),
        ("（市教育局负责；各区县配合）", "r:市教育局 s:各区县"),
        ("（责任人：李四；牵头单位：市民政局）", "l:市民政局"),
        ("（责任领导：张三，责任单位：市教育局）", "r:市教育局"),
        ("（负责部门：县农业农村局）（完成时间：6月底）", "r:县农业农村局"),
        ("（县（市）区政府负责）", "r:县（市）区政府"),
        ("（各区县政府（含高新区、经济开发区管委会，下同）负责落实）", "r:各区县政府"),
        ("（责任单位：市司法局等市政府有关部门单位，各区县政府）", "r:市司法局 r:市政府有关部门单位 r:各区县政府"),
        ("（责任单位：市公安局等部门和单位）", "r:市公安局"),
        ("（责任单位：市直各部门、各单位）", "r:市直各部门 r:各单位"),
        ("（责任单位：市教育局，以下任务均需各区县政府配合，不再列出）", "r:市教育局"),
        ("（国家发展改革委会同有关部门负责）", "r:国家发展改革委"),
        ("（教育部、共青团中央等和各省级人民政府负责）", "r:教育部 r:共青团中央 r:各省级人民政府"),
        ("（生态环境部指导，试点城市政府负责落实。以下均需试点城市政府落实，不再列出）", "r:生态环境部 r:试点城市政府"),
        ("（改造学校10所，责任单位：市教育局）", "r:市教育局"),
        ("（完成时限：6月底；责任单位：市教育局）", "r:市教育局"),
        ("（2021年6月底前完成，市教育局负责）", "r:市教育局"),
        ("（市教育局负责指导，各县区负责实施）", "r:市教育局 r:各县区"),
        ("（责任部门：市教育局 市财政局）", "r:市教育局 r:市财政局"),
        ("（责任单位：市河长办（牵头）、市水利局）", "l:市河长办 r:市水利局"),
        ("（市财政局负责牵头，市水利局配合）", "l:市财政局 s:市水利局"),
        ("（市水利局、市林业局分别牵头）", "l:市水利局 l:市林业局"),
        (
            "（省水利厅、能源局等省有关部门和各地级以上市人民政府按职责分工负责）",
            "r:省水利厅 r:能源局 r:省有关部门 r:各地级以上市人民政府",
        ),
        ("（市商务局牵头，市级各有关部门及各县市区政府按职责分工负责）", "l:市商务局 r:市级各有关部门 r:各县市区政府"),
        ("（国家发展改革委牵头，财政部、国家医保局等按职责分工负责）", "l:国家发展改革委 r:财政部 r:国家医保局"),
    ],
)
def test_brackets(bracket: str, expected: str) -> None:
    assert named(bracket) == expected


@pytest.mark.parametrize(
    "text",
    [
        "排查情况表由各区县政府主要负责人签字（主要负责人签字）。",
        "（组长由副市长担任，负责统筹）",
        "（以下简称责任单位）",
        "（含建设单位、施工单位负责的部分）",
        "（政府公报、政府网站）",
        "市教育局牵头，市财政局配合。",
        "各区县要明确责任单位、责任人。",
    ],
)
def test_no_assignments(text: str) -> None:
    assert named(text) == ""


def paths(text: str) -> list[tuple[str, str | None]]:
    return [(fact.agency_name, fact.scope_path) for fact in read(text)]


def test_a_bracket_at_the_end_of_a_heading_s_items_covers_the_heading() -> None:
    text = "二、任务\n（一）甲事。\n措施：（1）做一。（2）做二。（责任单位：市财政局）\n（二）乙事。文。（责任单位：市教育局）"
    assert paths(text) == [("市财政局", "二、(一)"), ("市教育局", "二、(二)")]


def test_a_bracket_per_item_covers_that_item() -> None:
    text = "二、任务\n（一）甲事。\n措施：（1）做一。（市财政局负责）（2）做二。（市教育局负责）又做三。（市民政局负责）（3）做四。"
    assert paths(text) == [("市财政局", "二、(一)(1)"), ("市教育局", "二、(一)(2)"), ("市民政局", "二、(一)(2)")]


def test_a_bracket_after_several_items_since_the_one_before() -> None:
    text = "二、任务\n（一）甲事。\n措施：（1）做一。（市财政局负责）（2）做二。（3）做三。（市教育局负责）"
    assert paths(text) == [("市财政局", "二、(一)(1)"), ("市教育局", "二、(一)(2)-(3)")]


def test_the_work_above_is_the_whole_heading() -> None:
    text = (
        "二、任务\n（一）整治。\n1.排查。查清底数。\n2.治理。\n（1）制定方案。（2）组织实施。\n"
        "〔以上工作由各区县政府负责落实〕\n（二）提升。文。（市教育局牵头）"
    )
    facts = read(text)
    assert [(fact.agency_name, fact.scope_path) for fact in facts] == [
        ("各区县政府", "二、(一)"),
        ("市教育局", "二、(二)"),
    ]
    assert text[facts[0].scope_start : facts[0].scope_end].startswith("（一）整治")


def test_the_last_items_above() -> None:
    text = "二、任务\n（一）甲事。\n1.做一。\n2.做二。\n3.做三。（以上两项由市财政局、市教育局，各县（区）政府按职责分工负责）\n4.做四。（市民政局负责）"
    assert paths(text) == [
        ("市财政局", "二、(一)2.-3."),
        ("市教育局", "二、(一)2.-3."),
        ("各县（区）政府", "二、(一)2.-3."),
        ("市民政局", "二、(一)4."),
    ]


@pytest.mark.parametrize("words", ["以上2项工作由", "上述三条，由", "以上各项由", "上述任务均由"])
def test_words_for_what_stands_above(words: str) -> None:
    assert named(f"（{words}市教育局负责）") == "r:市教育局"


def test_a_bracket_in_a_heading_covers_what_follows() -> None:
    text = "一、甲工程（责任单位：市教育局）\n1.改造学校10所。\n2.新建学校2所。\n二、乙工程（责任单位：市民政局）\n新建养老院3处。"
    facts = read(text)
    assert [(fact.agency_name, fact.scope_path, fact.task) for fact in facts] == [
        ("市教育局", "一、", "甲工程"),
        ("市民政局", "二、", "乙工程"),
    ]
    assert "新建学校2所" in text[facts[0].scope_start : facts[0].scope_end]


def test_a_line_without_brackets() -> None:
    text = "一、甲事。做一。\n牵头单位：市教育局\n配合单位：市财政局、各区县政府\n二、乙事。做二。\n责任单位：市民政局"
    assert [(f.agency_name, f.role, f.scope_path) for f in read(text)] == [
        ("市教育局", "lead", "一、"),
        ("市财政局", "support", "一、"),
        ("各区县政府", "support", "一、"),
        ("市民政局", "responsible", "二、"),
    ]


def test_bare_brackets_count_where_they_repeat() -> None:
    text = "一、甲事。做一。（市公安局、市司法局）\n二、乙事。做二。（省发展改革委，各市人民政府）\n三、丙事。公开（政府公报、政府网站）。"
    assert paths(text) == [
        ("市公安局", "一、"),
        ("市司法局", "一、"),
        ("省发展改革委", "二、"),
        ("各市人民政府", "二、"),
    ]
    assert paths("一、甲事。做一。（市公安局、市司法局）\n二、乙事。做二。") == []


def test_without_sections_the_paragraph_is_the_scope() -> None:
    text = "改造学校10所。（责任单位：市教育局）\n新建养老院3处。（责任单位：市民政局）"
    facts = read(text, sections=())
    assert [(f.agency_name, f.scope_path, f.task, text[f.scope_start : f.scope_end]) for f in facts] == [
        ("市教育局", None, "改造学校10所", "改造学校10所。"),
        ("市民政局", None, "新建养老院3处", "新建养老院3处。"),
    ]


def test_one_body_is_one_id_however_it_is_written() -> None:
    facts = read(
        "一、甲。（责任单位：市发展改革委）\n二、乙。（责任单位：云州市发展和改革委员会）", region_name="淄博市"
    )
    other = read(
        "一、甲。（责任单位：市发展改革委）\n二、乙。（责任单位：淄博市发展和改革委员会）", region_name="淄博市"
    )
    assert facts[0].agency_id is not None
    assert other[0].agency_id == other[1].agency_id


def test_an_unreadable_bracket_is_a_notice() -> None:
    (found,) = find(marked("一、甲。（责任单位：2021年6月底前完成）"))
    assert isinstance(found, Notice)
    assert found.code == "assignment_without_body"


BODIES = ["市教育局", "市自然资源和规划局", "各区县政府", "市公安局", "市总工会", "国网云州供电公司"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(BODIES), min_size=1, max_size=5, unique=True),
    st.lists(st.sampled_from(BODIES), max_size=4, unique=True),
)
def test_leads_and_supports_read_back(leads: list[str], supports: list[str]) -> None:
    supports = [body for body in supports if body not in leads]
    bracket = "、".join(leads) + "牵头" + (f"，{'、'.join(supports)}配合" if supports else "")
    text = f"一、甲事。做一。（{bracket}）"
    facts = read(text)
    assert [(fact.agency_name, fact.role) for fact in facts] == [(n, "lead") for n in leads] + [
        (n, "support") for n in supports
    ]
    assert all(short_document(text).text[fact.start : fact.end] == fact.agency_name for fact in facts)


def test_bodies_with_a_time_beside_them_answer() -> None:
    assert named("（市教育局、各乡镇卫生院，2019年10月底前）") == "r:市教育局 r:各乡镇卫生院"
    assert named("（市教育局、市财政局，长期坚持）") == "r:市教育局 r:市财政局"


def test_what_is_said_of_the_order_of_names_is_no_name() -> None:
    assert named("（责任单位：市教育局、市财政局。排名第一的为牵头单位，下同）") == "r:市教育局 r:市财政局"


def test_a_class_of_the_state_council_after_others_is_named() -> None:
    assert named("（教育部、公安部等国务院相关部门及各地区按职责分工负责）") == (
        "r:教育部 r:公安部 r:国务院相关部门 r:各地区"
    )


def test_labels_in_square_brackets_on_lines_of_their_own() -> None:
    text = "一、提升产能\n1.新建良田2万亩。\n【牵头领导】王某\n【牵头单位】县农业局\n【配合单位】县水利局、县财政局，各乡镇政府"
    assert [(fact.role[0], fact.agency_name) for fact in read(text)] == [
        ("l", "县农业局"),
        ("s", "县水利局"),
        ("s", "县财政局"),
        ("s", "各乡镇政府"),
    ]


def test_a_bare_class_between_names_is_no_name() -> None:
    assert named("（县农业局、县国土局等单位及各乡镇政府负责落实）") == "r:县农业局 r:县国土局 r:各乡镇政府"


def test_names_alone_in_a_bracket_right_behind_the_task() -> None:
    text = (
        "一、抓项目。（责任部门：区发改局）\n二、稳面积。（区农业局负总责，各镇街抓落实）\n三、强监管。（区农业局、区监管局按职责分工牵头）\n"
        "四、引进项目30个（区招商中心、区商务局，各镇街）。\n五、召集主管部门（区教育局、区财政局）。"
    )
    assert [(fact.role[0], fact.agency_name) for fact in read(text)] == [
        ("r", "区发改局"),
        ("r", "区农业局"),
        ("r", "各镇街"),
        ("l", "区农业局"),
        ("l", "区监管局"),
        ("r", "区招商中心"),
        ("r", "区商务局"),
        ("r", "各镇街"),
    ]


def test_labels_in_running_text_after_a_sentence() -> None:
    text = "一、新建良田1万亩。责任单位：区农业局，配合单位：区财政局、区水利局。"
    assert [(fact.role[0], fact.agency_name) for fact in read(text)] == [
        ("r", "区农业局"),
        ("s", "区财政局"),
        ("s", "区水利局"),
    ]


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        ("（市公安局、市市场监督管理局，各县市区。）", "r:市公安局 r:市市场监督管理局 r:各县市区"),
        ("（省科技厅、财政厅，各设区市人民政府）", "r:省科技厅 r:财政厅 r:各设区市人民政府"),
        ("（省科技厅、财政厅）", ""),  # a single one of two names may be anything
        ("（市统计局、市财政局、市审计局报告）", ""),
        ("（第一责任单位：市国资委；其他责任单位：市审计局）", "l:市国资委 r:市审计局"),
        ("（市环保局牵头负责、市水利局配合）", "l:市环保局 s:市水利局"),
        ("（市应急局牵头，各县〔市、区〕政府负责）", "l:市应急局 r:各县〔市、区〕政府"),
        ("（责任单位：各市、自治州人民政府，新区管委会）", "r:各市、自治州人民政府 r:新区管委会"),
    ],
)
def test_further_brackets(bracket: str, expected: str) -> None:
    assert named(bracket) == expected


@pytest.mark.parametrize(
    ("bracket", "expected"),
    [
        (
            "（市环保局牵头，云山、云水、云岭经济开发区管委会负责落实）",
            "l:市环保局 r:云山经济开发区管委会 r:云水经济开发区管委会 r:云岭经济开发区管委会",
        ),
        ("（责任单位：云山、云水区政府）", "r:云山区政府 r:云水区政府"),
        (
            "〔责任单位：市发展改革委、市商务局按职责分工负责。具体任务均涉及相关县（市、区）人民政府，不再做分工，下同。〕",
            "r:市发展改革委 r:市商务局",
        ),
    ],
)
def test_tails_said_once_and_what_is_said_after_the_names(bracket: str, expected: str) -> None:
    assert named(bracket) == expected


def test_labels_side_by_side_in_one_line() -> None:
    text = "1.改造学校10所。责任领导：张三　主要责任单位：市教育局　配合单位：市财政局　责任科室：基建科"
    assert [(fact.agency_name, fact.role) for fact in read(text)] == [
        ("市教育局", "lead"),
        ("市财政局", "support"),
        ("基建科", "responsible"),
    ]
