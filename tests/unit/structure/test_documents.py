"""Documents, their elements and sections, of a gazette in another layout than the first one's."""

from __future__ import annotations

import datetime as dt

import pytest

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import Document, IssueReading, Source
from tests.support.sample_gazette import TEXT


def read(text: str) -> IssueReading:
    return read_issue(text.encode(), Source("shanhai", "shanhai-2023-02", "raw/shanhai/2023-02.txt", "0"))


@pytest.fixture(scope="module")
def issue() -> IssueReading:
    return read(TEXT)


@pytest.fixture(scope="module")
def documents(issue: IssueReading) -> list[Document]:
    return [reading.document for reading in issue.documents]


def test_the_title_page_names_the_issue(issue: IssueReading) -> None:
    assert (issue.title, issue.year, issue.number) == ("山海市人民政府公报 2023年第2期", 2023, 2)


def test_every_document_is_found_in_order_and_numbers_quoted_in_a_body_open_none(documents: list[Document]) -> None:
    assert [(d.kind, d.doc_number) for d in documents] == [
        ("令", "山海市人民政府令第88号"),
        ("通知", "山政发〔2023〕5号"),
        ("批复", "山政复〔2023〕7号"),
        ("通知", "山财教〔2023〕12号"),
        ("任免", "山政任〔2023〕3号"),
        ("决定", None),
    ]


def test_an_order_has_its_issuer_its_serial_and_the_rules_it_enacts(documents: list[Document]) -> None:
    order = documents[0]
    assert (order.title, order.issuer, order.doc_serial) == ("山海市人民政府令", "山海市人民政府", 88)
    assert (order.attached_title, order.signed_date) == ("山海市停车场管理办法", dt.date(2023, 2, 20))
    assert order.effective_from == dt.date(2023, 5, 1)
    assert [s.path for s in order.sections] == [
        "第一章",
        "第一章第一条",
        "第一章第二条",
        "第二章",
        "第二章第三条",
        "第二章第四条",
    ]


def test_a_notice_has_all_its_elements(documents: list[Document]) -> None:
    notice = documents[1]
    assert notice.title == "山海市人民政府关于印发山海市优化营商环境若干措施的通知"
    assert (notice.doc_prefix, notice.doc_year, notice.doc_serial) == ("山政发", 2023, 5)
    assert notice.registration_number == "SHCR-2023-0010002"
    assert notice.addressees == ("各县（市、区）人民政府", "市政府各部门")
    assert notice.signed_date == dt.date(2023, 2, 3)
    assert notice.attached_title == "山海市优化营商环境若干措施"
    assert notice.attachments == ("任务清单", "责任分工表")


def test_sections_are_a_tree_with_items_inside_paragraphs(documents: list[Document]) -> None:
    notice = documents[1]
    assert [(s.depth, s.path, s.heading) for s in notice.sections] == [
        (1, "一、", "压减审批时限"),
        (2, "一、(一)", ""),
        (2, "一、(二)", "推行一网通办"),
        (1, "二、", "降低企业成本"),
        (2, "二、1.", "落实减税政策"),
        (2, "二、2.", "降低用电成本"),
        (3, "二、2.(1)", "规范转供电"),
        (3, "二、2.(2)", "推行直接交易"),
    ]
    by_id = {s.section_id: s for s in notice.sections}
    for section in notice.sections:
        assert notice.text[section.start :].startswith(("一", "二", "（", "1.", "2."))
        if section.parent_id:
            parent = by_id[section.parent_id]
            assert parent.start <= section.start
            assert section.end <= parent.end


def test_joint_issuers_and_counted_dates(documents: list[Document]) -> None:
    joint = documents[3]
    assert joint.issuer == "山海市财政局 山海市教育局"
    assert joint.signed_date == dt.date(2023, 2, 21)
    assert joint.effective_from == dt.date(2023, 3, 23)
    assert joint.attachments == ("资金分配表", "绩效目标表")


def test_dates_in_chinese_numerals(documents: list[Document]) -> None:
    assert documents[2].signed_date == dt.date(2023, 2, 15)


def test_what_is_missing_is_said(issue: IssueReading) -> None:
    codes = {(notice.code, notice.quote) for notice in issue.notices}
    assert ("attachment_elsewhere", "附件详见山海市人民政府网站") in codes
    assert ("contents_without_document", "山海市人民政府关于命名山海市书香村居的决定") in codes
    assert len([notice for notice in issue.notices if notice.code == "contents_without_document"]) == 1


def test_one_loose_document_is_an_issue_of_one() -> None:
    issue = read("""望海县2022年国有建设用地供应计划

索引号：0001 发文机关：望海县自然资源局 成文日期：2022年3月8日

一、供应总量
2022年计划供应国有建设用地120.5公顷。
""")
    (reading,) = issue.documents
    assert reading.document.title == "望海县2022年国有建设用地供应计划"
    assert reading.document.signed_date == dt.date(2022, 3, 8)
    assert reading.document.issuer == "望海县自然资源局"
    assert issue.title == reading.document.title


WRAPPED = [17, 21, 26, 34, 45]


@pytest.mark.parametrize("width", WRAPPED)
def test_documents_hold_at_any_width(documents: list[Document], width: int) -> None:
    lines = [line[i : i + width] for line in TEXT.split("\n") for i in range(0, len(line), width)]
    again = [reading.document for reading in read("\n".join(lines)).documents]

    def elements(d: Document) -> tuple[object, ...]:
        return (
            d.kind,
            d.title,
            d.doc_number,
            d.issuer,
            d.addressees,
            d.signed_date,
            d.effective_from,
            d.attached_title,
            d.registration_number,
        )

    assert [elements(d) for d in again] == [elements(d) for d in documents]


def test_every_section_and_page_lies_in_its_text(documents: list[Document]) -> None:
    for document in documents:
        assert all(0 <= s.start < s.heading_end <= s.end <= len(document.text) for s in document.sections)
        offsets = [offset for offset, _, _ in document.page_map]
        assert offsets == sorted(offsets)
        assert offsets[0] == 0


LETTERHEAD = """海州市人民政府文件
海政发〔2022〕12号

海州市人民政府
关于加快推进
装配式建筑发展的实施意见

各县（市、区）人民政府，市政府各部门、各直属单位：
到2025年，全市装配式建筑占新建建筑比例达到40%以上。
海州市人民政府
2022年6月1日

海州市人民政府办公室关于做好2022年防汛工作的通知
（海政办〔2022〕15号）
各县人民政府：
一、落实责任。6月底前完成隐患整改。
海州市人民政府办公室
2022年6月3日

海州市人民政府办公室关于公布2022年度科普基地的通知（海政办〔2022〕18号）
各县人民政府：
现予公布。
海州市人民政府办公室
2022年6月8日
2022年度科普基地名单
海州博物馆
海州科技馆
"""


def test_numbers_stand_above_below_or_in_brackets() -> None:
    found = [reading.document for reading in read(LETTERHEAD).documents]
    assert [(d.title, d.doc_number, d.issuer) for d in found] == [
        ("海州市人民政府关于加快推进装配式建筑发展的实施意见", "海政发〔2022〕12号", "海州市人民政府"),
        ("海州市人民政府办公室关于做好2022年防汛工作的通知", "海政办〔2022〕15号", "海州市人民政府办公室"),
        ("海州市人民政府办公室关于公布2022年度科普基地的通知", "海政办〔2022〕18号", "海州市人民政府办公室"),
    ]
    assert found[2].attached_title == "2022年度科普基地名单"


@pytest.mark.parametrize("dash", ["——", "――", ""])
@pytest.mark.parametrize("day", ["2026年1月27日", "二〇二六年一月二十七日"])
def test_a_report_is_dated_by_its_subtitle(dash: str, day: str) -> None:
    issue = read(f"""政府工作报告
{dash}{day}在石潭市第五届人民代表大会第四次会议上
市长 李望海
各位代表：
现在，我代表市人民政府，向大会报告工作，请予审议。
""")
    assert issue.documents[0].document.signed_date == dt.date(2026, 1, 27)


@pytest.mark.parametrize(
    "line",
    [
        "海州市人民政府关于加强水库管理的意见 海政发〔2011〕35号",
        "海州市人民政府关于加强水库管理的意见海政发〔2011〕35号各县、区人民政府，市政府各部门：近年来，水库管理不断加强。",
        "海州市人民政府关于加强水库管理的意见（海政发〔2011〕35号）",
    ],
)
def test_a_number_may_stand_in_the_line_of_the_title(line: str) -> None:
    found = read(f"{line}\n各县要加强管理，于6月底前完成检查。\n").documents[0].document
    assert (found.title, found.doc_number, found.doc_year) == (
        "海州市人民政府关于加强水库管理的意见",
        "海政发〔2011〕35号",
        2011,
    )


def test_a_sentence_that_cites_a_number_is_no_title() -> None:
    found = (
        read("根据市政府关于加强水库管理的意见（海政发〔2011〕35号）各县人民政府要加强管理。\n").documents[0].document
    )
    assert found.doc_number is None


TITLES = [
    # over several lines, said whole from the line that says what it is about
    (
        "石潭市人民政府关于2020年度\n财政决算（草案）的报告\n一、经济运行情况\n全市经济平稳。",
        "石潭市人民政府关于2020年度财政决算（草案）的报告",
    ),
    (
        "关于石潭市2021年财政\n预算执行情况及2022年财政\n预算草案的报告\n各位代表：\n现提请审议。",
        "关于石潭市2021年财政预算执行情况及2022年财政预算草案的报告",
    ),
    (
        "石潭市人民代表大会常务委员会\n关于接受李望海辞去职务请求的决定\n（2023年5月6日通过）\n决定接受其辞职。",
        "石潭市人民代表大会常务委员会关于接受李望海辞去职务请求的决定",
    ),
    # no heading, item, subtitle, speaker or body is a title
    ("一、上半年工作总结\n上半年全市经济平稳。", ""),
    ("到2025年将实现：\n1、新建医院2家，扩建学校3所\n2、床位达到4张", ""),
    (
        "——2018年3月26日在石潭市第四届\n人民代表大会第二次会议上\n石潭市人民政府市长 李望海\n各位代表：\n现在报告工作。",
        "",
    ),
    ("石潭市统计局\n2001年4月21日\n2000年全市经济平稳发展。", ""),
    # a headline begins with a year and months, or says that it is the original one
    ("2016年1-6月全市经济运行简况\n固定资产投资增长\n上半年全市经济平稳。", "2016年1-6月全市经济运行简况"),
    ("原标题：1至9月全市签约项目30个（主题）\n签约金额增长（副题）\n全市加快招商。", "1至9月全市签约项目30个"),
    (
        "市水务局2024年工作总结和2025年工作思路\n一、2024年工作总结\n全市水务平稳。",
        "市水务局2024年工作总结和2025年工作思路",
    ),
    ("山海资讯网站首页频道\n原标题：全市签约项目30个\n全市加快招商。", "全市签约项目30个"),
    # where the text has begun, no line of it is a headline
    ("三大基地，即：赵楼养殖基地、王庄养殖基\n地及大河养殖基地、苏北堤\n河三条养殖带。", ""),
    # a page's marks around a title
    ("《石潭市人民政府关于加强水库管理的意见》\n各县要加强管理。", "石潭市人民政府关于加强水库管理的意见"),
]


@pytest.mark.parametrize(("text", "title"), TITLES)
def test_a_title_is_whole_and_nothing_else_is_one(text: str, title: str) -> None:
    assert read(f"{text}\n").documents[0].document.title == title


@pytest.mark.parametrize(
    "text",
    [
        "石人社函〔2013〕25号\n你局《关于调整标准的请示》收悉。现函复如下：同意调整。\n",
        "石人社函〔2013〕25号\n各县人民政府：\n现将有关事项通知如下。\n石潭市人民政府\n2013年6月8日\n石潭市水库管理方案\n",
        "石潭市人民政府关于水库管理的意见\n石人社（shè）函〔2013〕25号\n各县要加强管理。\n",
    ],
)
def test_a_number_alone_in_the_first_line_is_the_documents_own(text: str) -> None:
    found = read(text).documents[0].document
    assert (found.doc_number, found.doc_prefix) == ("石人社函〔2013〕25号", "石人社函")
    assert "25号" not in found.title


def test_a_notice_without_its_title_names_the_plan_it_sends() -> None:
    found = read(
        "各县人民政府：\n现将《石潭市水库管理三年行动方案（2024—2026年）》印发给你们，请结合各地实际认真组织执行，执行中的问题和建议请及时向市政府办公室报告，每季度末报送一次进展情况。\n石潭市人民政府\n2024年3月7日\n"
        "石潭市水库管理三年行动方案\n（2024—2026年）\n为加强水库管理，制定本方案。\n"
    )
    assert found.documents[0].document.attached_title == "石潭市水库管理三年行动方案（2024—2026年）"
