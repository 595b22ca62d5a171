"""Tables of duties: bodies and times by the headers of their columns."""

from __future__ import annotations

import re

import pytest

from orchestration.gazette.extraction import assignments, deadlines
from orchestration.gazette.records import Assignment, Deadline, Table
from tests.support.short_documents import marked


def _tables(text: str) -> tuple[Table, ...]:
    """The lines of ``a | b`` of a text, those beside each other as one table."""
    found = []
    for block in re.finditer(r"(?:^[^\n]*\|[^\n]*(?:\n|\Z))+", text, re.MULTILINE):
        rows = []
        for line in re.finditer(r"[^\n]+", block[0]):
            base = block.start() + line.start()
            rows.append(
                tuple(
                    (base + c.start(), base + c.end())
                    for c in re.finditer(r"(?<=\| )[^|\n]*?(?= \||$)|^[^|\n]*?(?= \|)", line[0])
                )
            )
        found.append(Table(rows[0][0][0], rows[-1][-1][1], tuple(rows)))
    return tuple(found)


def bodies(text: str) -> list[tuple[str, str, str | None]]:
    found = assignments.find(marked(text, tables=_tables(text)))
    return [(f.agency_name, f.role, f.task) for f in found if isinstance(f, Assignment)]


def times(text: str) -> list[tuple[str, str]]:
    found = deadlines.find(marked(text, tables=_tables(text)))
    return [(str(f.due_date or f.recurrence), f.task) for f in found if isinstance(f, Deadline)]


PLAN = (
    "序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限\n"
    "1 | 改造学校10所 | 市教育局 | 市财政局、各区县政府 | 2021年9月底前\n"
    "2 | 清理河道 | 市水利局 | 市公安局 市生态环境局 | 11月\n"
)


def test_each_row_has_its_bodies_in_the_role_of_their_column() -> None:
    assert bodies(PLAN) == [
        ("市教育局", "lead", "改造学校10所"),
        ("市财政局", "support", "改造学校10所"),
        ("各区县政府", "support", "改造学校10所"),
        ("市水利局", "lead", "清理河道"),
        ("市公安局", "support", "清理河道"),
        ("市生态环境局", "support", "清理河道"),
    ]


def test_each_row_has_its_time() -> None:
    assert times(PLAN) == [("2021-09-30", "改造学校10所"), ("2021-11-30", "清理河道")]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("6月底", ["2021-06-30"]),
        ("2021年5月20日", ["2021-05-20"]),
        ("3月至8月", ["2021-08-31"]),
        ("每月5日前", ["monthly"]),
        ("年底前", ["2021-12-31"]),
        ("3月底前完成设计，10月底前完工", ["2021-03-31", "2021-10-31"]),
        ("2023年", []),
        ("长期坚持", []),
        ("2019年6月", []),
        ("即时", []),
    ],
)
def test_times_of_a_cell(cell: str, expected: list[str]) -> None:
    text = f"任务 | 完成时间\n整治市场 | {cell}\n"
    assert [when for when, _ in times(text)] == expected


def test_labels_and_verbs_inside_a_cell_decide_the_role() -> None:
    text = "任务 | 责任单位\n整治市场 | 市商务局牵头，市公安局配合\n检查 | 牵头单位：市应急局；配合单位：市财政局\n"
    assert [(name, role) for name, role, _ in bodies(text)] == [
        ("市商务局", "lead"),
        ("市公安局", "support"),
        ("市应急局", "lead"),
        ("市财政局", "support"),
    ]


def test_a_merged_task_goes_on_and_a_table_goes_on_over_a_page() -> None:
    text = "主要任务 | 责任部门\n整治市场 | 市商务局\n | 市公安局\n"
    assert bodies(text) == [("市商务局", "responsible", "整治市场"), ("市公安局", "responsible", "整治市场")]
    first = "主要任务 | 责任部门\n整治市场 | 市商务局\n"
    second = "清理河道 | 市水利局\n"
    one, two = _tables(first)[0], _tables("\n" * len(first) + second)[0]
    found = assignments.find(marked(first + second, tables=(one, two)))
    assert [f.agency_name for f in found if isinstance(f, Assignment)] == ["市商务局", "市水利局"]


@pytest.mark.parametrize(
    "text",
    [
        "姓名 | 单位\n张三 | 市教育局\n",
        "项目 | 建设单位\n学校 | 市教育局\n",
        "任务 | 责任人\n整治 | 市长\n",
        "任务 | 责任单位\n整治 | 张三\n",
        "区县 | 面积（公顷）\n云河区 | 12\n",
    ],
)
def test_other_tables_assign_nothing(text: str) -> None:
    assert bodies(text) == []
    assert times(text) == []


LINED = (
    "任务分解表\n序号\n重点工作任务\n主要责任单位\n协同配合单位\n完成时限\n一、预期目标\n3\n改造学校10所。\n市教育局\n市财政局、各区县政府\n2021年9月底\n"
    "二、民生\n68\n清理河道。\n市水利局\n市公安局\n11月底前\n69\n少一格的行。\n市民政局\n70\n建设公园。\n市园林局\n市发改委\n年底前"
)


def test_a_table_whose_cells_stand_on_lines_of_their_own() -> None:
    assert bodies(LINED) == [
        ("市教育局", "lead", "改造学校10所。"),
        ("市财政局", "support", "改造学校10所。"),
        ("各区县政府", "support", "改造学校10所。"),
        ("市水利局", "lead", "清理河道。"),
        ("市公安局", "support", "清理河道。"),
        ("市园林局", "lead", "建设公园。"),
        ("市发改委", "support", "建设公园。"),
    ]
    assert [time for time, _ in times(LINED) if time] == ["2021-09-30", "2021-11-30", "2021-12-31"]


def test_numbered_lines_without_such_a_header_are_no_table() -> None:
    assert bodies("序号\n企业名称\n地址\n1\n甲公司\n东山区\n2\n乙公司\n西河区") == []


def test_bodies_on_lines_of_their_own_are_one_cell() -> None:
    text = (
        "分解表\n序号\n民生实事\n责任单位\n完成时限\n1\n建设东湖公园。\n县水务局\n县住建局\n县园林中心\n12月底前\n2\n新建人行天桥。\n县交通局\n9月底前\n"
        "3\n扩建养老楼。\n县民政局\n5月底前\n开办老年大学。\n12月底前\n4\n没有单位的行。\n6月底前\n附注一\n附注二\n"
    )
    assert [name for name, _, _ in bodies(text)] == ["县水务局", "县住建局", "县园林中心", "县交通局", "县民政局"]


def test_cells_on_lines_of_their_own_may_be_closed_with_bars() -> None:
    rows = "1 |\n改造学校10所。|市教育局 |\n各有关单位 |\n2 |\n清理河道 |\n市水利局 |\n市公安局 |"
    text = f"序号 |\n工作任务 |\n牵头单位 |\n责任单位 |\n{rows}"
    found = [(f.agency_name, f.role) for f in assignments.find(marked(text)) if isinstance(f, Assignment)]
    assert found == [
        ("市教育局", "lead"),
        ("各有关单位", "responsible"),
        ("市水利局", "lead"),
        ("市公安局", "responsible"),
    ]
