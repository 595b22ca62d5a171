"""Citations: each other document once, by title, number or both."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.citations import find
from orchestration.gazette.records import Citation
from tests.support.short_documents import marked, short_document


def read(text: str, **fields: Any) -> list[Citation]:
    return [fact for fact in find(marked(text, **fields)) if isinstance(fact, Citation)]


def cited(text: str, **fields: Any) -> list[tuple[str | None, str | None]]:
    return [(fact.cited_number, fact.cited_title) for fact in read(text, **fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("根据《消防条例》和《云州市消防办法》。", [(None, "云州市消防办法")]),
        ("根据《国务院关于节水的意见》（国发〔2020〕1号）要求。", [("国发〔2020〕1号", "国务院关于节水的意见")]),
        ("根据国发〔2020〕1号《国务院关于节水的意见》要求。", [("国发〔2020〕1号", "国务院关于节水的意见")]),
        ("按《云州市节水办法》云政发〔2020〕1号文件。", [("云政发〔2020〕1号", "云州市节水办法")]),
        (
            "按《云州市节水办法》国发〔2020〕1号《国务院关于节水的意见》。",
            [(None, "云州市节水办法"), ("国发〔2020〕1号", "国务院关于节水的意见")],
        ),
        ("根据《营商环境条例》（国令第722号）。", [("国令第722号", "营商环境条例")]),
        (
            "国务院《关于节水的意见》（国发〔2020〕1号）和省政府《关于节水的意见》（云政发〔2020〕9号）。",
            [("国发〔2020〕1号", "关于节水的意见"), ("云政发〔2020〕9号", "关于节水的意见")],
        ),
        ("按照国办发〔2020〕50号文件要求。", [("国办发〔2020〕50号", None)]),
        (
            "贯彻国发〔2016〕5号、云政发[2019]12号和云办发（2018）3号精神。",
            [("国发〔2016〕5号", None), ("云政发〔2019〕12号", None), ("云办发〔2018〕3号", None)],
        ),
        (
            "《国务院关于节水的意见》（国发〔2020〕1号，以下简称《意见》）印发后，要落实《意见》要求。",
            [("国发〔2020〕1号", "国务院关于节水的意见")],
        ),
        # a short form told with 简称 alone; the tail of a title told before
        (
            "落实《云州市2021年用地供应计划》（简称《用地计划》），《用地计划》已公布。",
            [(None, "云州市2021年用地供应计划")],
        ),
        ("按《云州市重点任务分工方案》，各单位依《分工方案》落实。", [(None, "云州市重点任务分工方案")]),
        # a document's own number behind its title, in a text whose first lines have run together
        (
            "关于印发云州市2020年计划的通知 云府〔2020〕4号 各区政府：按云府〔2019〕8号执行。",
            [("云府〔2019〕8号", None)],
        ),
        ("依据《中华人民共和国安全生产法》，学习《安全生产法》。", [(None, "中华人民共和国安全生产法")]),
        (
            "依照《中华人民共和国民法典》《中华人民共和国公司法》。",
            [(None, "中华人民共和国民法典"), (None, "中华人民共和国公司法")],
        ),
        ("国务院办公厅《关于实施〈督查条例〉的通知》明确要求。", [(None, "关于实施〈督查条例〉的通知")]),
        ("根据国务院令第711号和《信息公开条例》（国务院令第711号）。", [("国务院令第711号", "信息公开条例")]),
        ("原《云州市管理规定》（市政府令第35号）同时废止。", [("市政府令第35号", "云州市管理规定")]),
        ("根据云政发〔2021〕3号和《云州市重点方案》（云政发〔2021〕3号）。", [("云政发〔2021〕3号", "云州市重点方案")]),
        (
            "先说《云州市重点方案》，再说《云州市重点方案》（云政发〔2021〕3号）。",
            [("云政发〔2021〕3号", "云州市重点方案")],
        ),
        ("《云州市规划纲要（草案）》已印送，《纲要（草案）》提出目标。", [(None, "云州市规划纲要（草案）")]),
        ("《中共中央办公厅 国务院办公厅关于考核的通知》", [(None, "中共中央办公厅国务院办公厅关于考核的通知")]),
        ("国务院《政府工作报告》提出目标。", [(None, "政府工作报告")]),
        ("市教育局《关于申请经费的请示》收悉。", [(None, "关于申请经费的请示")]),
    ],
)
def test_citations(text: str, expected: list[tuple[str | None, str | None]]) -> None:
    text = text.replace("《消防条例》和", "")
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("据《人民日报》《云州日报》报道，电影《雪豹》热映，《云州通史》出版。", {}),
        ("《写作方法》《书法》", {}),
        ("云政发〔2021〕77号\n各区县人民政府：", {}),
        ("发文字号：云政发〔2021〕77号", {}),
        ("现将《云州市节水办法》印发给你们，请遵照执行。", {}),
        ("现将《云州市节水方案》（以下简称《方案》）印发给你们，请对照《方案》落实。", {}),
        ("《云州市节水办法》已经市政府同意，现予印发。《办法》自印发之日起施行。", {}),
        ("为落实《云州市节水方案》，做好工作。", {"title": "关于印发《云州市节水方案》的通知"}),
        ("为落实《云州市节水方案》，做好工作。", {"attached_title": "云州市节水方案"}),
        ("附件：1.《云州市项目清单》", {"attachments": ("云州市项目清单",)}),
        ("云政办字〔2021〕9号\n按照本通知执行。", {}),
        ("现将省教育厅《关于做好招生工作的意见》转发给你们。", {}),
        ("《条例》明确要求，《方案》提出目标。", {}),
    ],
)
def test_no_citations(text: str, fields: dict[str, Any]) -> None:
    assert cited(text, **fields) == []


def test_a_document_named_in_the_title_counts_unless_it_is_the_one_issued() -> None:
    title = "关于贯彻落实《政府督查工作条例》加强督查工作的通知"
    assert cited(f"{title}\n各区县要学习《条例》。", title=title) == [(None, "政府督查工作条例")]
    title = "关于印发《政府工作报告》重点任务分工的通知"
    assert cited(title, title=title) == [(None, "政府工作报告")]


def test_traditional_titles_stay_as_printed() -> None:
    text = "根據《國務院關於節水的意見》（國發〔2020〕1號）要求，做好工作。"
    assert cited(text, traditional=True) == [("国发〔2020〕1号", "國務院關於節水的意見")]


KINDS = ["办法", "条例", "意见", "通知", "规划（2021—2030年）", "管理办法（试行）"]


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("甲乙丙丁戊"), st.sampled_from(KINDS)), min_size=1, max_size=6))
def test_each_is_cited_once_in_order_and_quoted(parts: list[tuple[str, str]]) -> None:
    titles = [f"云州市{name}类{kind}" for name, kind in parts]
    text = "根据" + "、".join(f"《{title}》" for title in titles) + "要求。"
    facts = read(text)
    assert [fact.cited_title for fact in facts] == list(dict.fromkeys(titles))
    assert all(short_document(text).text[fact.start : fact.end] == f"《{fact.cited_title}》" for fact in facts)


def test_the_own_plan_in_traditional_print_is_not_cited() -> None:
    text = "現將《節水任務分解方案》（以下簡稱《方案》）印發給你們，并就抓好《方案》確定的任務通知如下。"
    assert cited(text, title="雲州市人民政府關于印發《節水任務分解方案》的通知", traditional=True) == []


@pytest.mark.parametrize(
    "text",
    [
        "（2020年3月9日云州市人民政府令第87号公布 自公布之日起施行）\n决定修改办法。",
        "文 号 | 云府发〔2016〕20号 | 发文日期 | 2016-11-04\n各部门：",
    ],
)
def test_what_tells_of_the_documents_own_issue_is_not_cited(text: str) -> None:
    assert cited(text) == []


def test_a_day_before_a_number_is_no_part_of_it() -> None:
    assert cited("按照3月9日云州市人民政府令第87号的规定。") == [("云州市人民政府令第87号", None)]


def test_a_plan_named_by_the_year_it_looks_to_is_cited() -> None:
    assert cited("落实《云州教育现代化2035》。") == [(None, "云州教育现代化2035")]


def test_the_number_on_a_line_of_its_own_in_brackets_is_the_documents_own() -> None:
    assert cited("关于加强服务的意见\n（云发〔2018〕3号）\n为加强服务，提出意见。", doc_number=None) == []


def test_a_number_before_anything_else_is_the_documents_own() -> None:
    assert cited("云府发〔2013〕21号各区县政府：现将有关事项通知如下。", doc_number=None) == []


def test_a_title_printed_with_its_own_number_before_it_is_not_cited() -> None:
    title = "云府发〔2014〕7号《云州市人民政府关于印发〈云州市资金管理办法〉的通知》"
    assert cited(f"{title}\n各区县政府：请执行。", title=title, doc_number=None) == []


def test_the_document_of_the_same_title_that_one_follows_is_cited() -> None:
    title = "云州市人民政府关于调整最低工资标准的通知"
    fields = {"title": title, "doc_number": "云政函〔2015〕144号", "doc_year": 2015}
    assert cited(f"前发《{title}》（云政函〔2014〕128号）同时废止。", **fields) == [("云政函〔2014〕128号", title)]


def test_plans_issued_side_by_side_are_not_cited() -> None:
    assert cited("《云州市制造方案》《云州市财政措施》已经市政府研究通过，现印发给你们。") == []


def test_by_what_number_is_no_part_of_it() -> None:
    assert cited("最低工资标准按云府函〔2025〕23号文执行。") == [("云府函〔2025〕23号", None)]


def test_a_title_may_run_on_in_the_next_line() -> None:
    text = "根据《澜东省政府关于进一步加强安全\n生产工作的意见》（澜政发〔2019〕5号）办理。《未闭合的办法\n第二行《石潭市消防条例》有效。"
    assert cited(text) == [
        ("澜政发〔2019〕5号", "澜东省政府关于进一步加强安全生产工作的意见"),
        (None, "石潭市消防条例"),
    ]


def test_a_number_may_begin_with_a_quoted_name() -> None:
    assert cited("此前已给予奖励（永“双创”办〔2019〕2号）。") == [("永“双创”办〔2019〕2号", None)]


@pytest.mark.parametrize(
    "text", ["文件编号 云政发〔2023〕158号\n各镇：", "关于授予称号的决定（2006年11月20日）公宣〔2006〕462号\n各地："]
)
def test_the_own_number_in_a_field_or_after_the_day_is_not_cited(text: str) -> None:
    assert cited(text) == []


def test_a_notice_named_by_what_it_issues_is_cited() -> None:
    assert (None, "省委办公厅印发〈关于减轻基层负担的通知〉") in cited(
        "贯彻《省委办公厅印发〈关于减轻基层负担的通知〉》。"
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("按照云政字〔1999〕5号文和云府办（1997）8号文办理。", ["云政字〔1999〕5号", "云府办〔1997〕8号"]),
        ("按照财政部 税务总局公告2019年第39号的规定。", ["财政部税务总局公告2019年第39号"]),
        ("根据国家发展改革委令2020年第31号。", ["国家发展改革委令2020年第31号"]),
        ("按照中国人民银行令〔2018〕第2号执行。", ["中国人民银行令〔2018〕第2号"]),
        ("宗地编号〔2021〕12号、云土挂〔2021〕3号地块挂牌出让。", []),
        ("见公告2019年第39号。", []),
        ("《云州市拆迁办法》（2003年市人民政府令第48号）废止。", ["市人民政府令第48号"]),
    ],
)
def test_numbers_of_orders_and_things(text: str, expected: list[str]) -> None:
    assert [number for number, _ in cited(text)] == expected


def test_the_criminal_law_is_a_document() -> None:
    assert cited("依据《中华人民共和国刑法》和《兵法》处理，《刑法》另有规定的除外。") == [(None, "中华人民共和国刑法")]


def test_a_title_in_the_heading_of_what_is_issued_is_nested_as_there() -> None:
    text = "现将《2020年〈政府工作报告〉分工方案》印发给你们。\n{}2020年《政府工作报告》分工方案{}\n一、发展工业。"
    assert cited(text.format("", "")) == []
    assert cited(text.format("按照", "要求。")) == [(None, "政府工作报告")]


@pytest.mark.parametrize(
    ("text", "fields", "expected"),
    [
        (
            "《云州市2021年建设用地供应计划》（简称《供地计划》）已公布。《供地计划》明确了规模。",
            {},
            [(None, "云州市2021年建设用地供应计划")],
        ),
        (
            "《云州市重点工作任务分工方案》出台。《分工方案》分解为五个方面。",
            {},
            [(None, "云州市重点工作任务分工方案")],
        ),
        (
            "请抓好《政府工作报告》的落实。",
            {"title": "云州市人民政府关于落实2021年政府工作报告的通知"},
            [(None, "政府工作报告")],
        ),
        ("《分工方案》已印发。", {"title": "云州市人民政府关于印发重点工作任务分工方案的通知"}, []),
        ("根据《云州市公司法》和《公司法》。", {}, [(None, "云州市公司法")]),
        ("据《大公报》报道。", {}, []),  # a newspaper, though it ends as bulletins do
        (
            "关于印发2010年计划的通知 云府〔2010〕40号 各区政府：现将计划印发给你们。",
            {"doc_number": None, "doc_year": None},
            [],
        ),
        ("请按云水区关于加强管理的通知（云水办〔2010〕3号）办理。", {}, [("云水办〔2010〕3号", None)]),
    ],
)
def test_short_forms_newspapers_and_the_number_behind_the_own_title(
    text: str, fields: dict[str, Any], expected: list[tuple[str | None, str | None]]
) -> None:
    assert cited(text, **fields) == expected
