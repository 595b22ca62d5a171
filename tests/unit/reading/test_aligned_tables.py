"""Tables of figures set with blanks or one cell a line, and lines that only look like them."""

from __future__ import annotations

import pytest

from orchestration.gazette.reading.aligned_tables import aligned_rows, stacked_rows
from tests.unit.reading.test_text_pages import read_lines

ROWS = [("用途", "面积（公顷）", "比例（%）"), ("商服用地", "25.4", "8.42"), ("住宅用地", "88.0", "29.18")]


@pytest.mark.parametrize("gap", ["    ", "　　", " ", "\t  "])
def test_columns_set_with_blanks_are_cells(gap: str) -> None:
    lines = ["二、供应结构见下表。", *(gap.join(row) for row in ROWS), "三、保障措施"]
    assert aligned_rows(lines, [None] * len(lines)) == [None, *ROWS, None]


def test_a_sum_may_leave_its_last_cell_empty_and_labels_may_be_two() -> None:
    lines = ["序号　类别　　用途　　　面积", "1　住宅　　商品住房　　30", "2　住宅　　安置住房　　12.5"]
    assert aligned_rows(lines, [None] * 3) == [
        ("序号", "类别", "用途", "面积"),
        ("1", "住宅", "商品住房", "30"),
        ("2", "住宅", "安置住房", "12.5"),
    ]
    assert aligned_rows(["甲区  10  7%", "乙县  20  9%", "合计  30"], [None] * 3)[2] == ("合计", "30", "")


@pytest.mark.parametrize(
    "lines",
    [
        ["张 三　　李 四　　王 五", "赵 六　　孙 七　　周 八"],
        ["第一章　总则　　1", "第二章　规划　　5", "第三章　附则　　9"],
        ["总则 1", "规划 5", "附则 9"],
        ["2021 年 3 月 5 日", "2022 年 4 月 6 日"],
        ["全年供应土地 20 公顷，其中住宅 10 公顷。", "全年供应土地 30 公顷，其中住宅 12 公顷。"],
    ],
)
def test_names_contents_dates_and_sentences_are_no_tables(lines: list[str]) -> None:
    if lines[0].startswith("第一章"):
        lines = [line.replace("　　", " ").replace("　", " ") for line in lines]
    assert aligned_rows(lines, [None] * len(lines)) == [None] * len(lines)


@pytest.mark.parametrize("indexed", [False, True])
def test_cells_one_a_line_are_rows_under_their_headings(indexed: bool) -> None:
    rows = [*ROWS, ("交通运输用地", "50", "16.7"), ("合计", "163.4", "100")]
    if indexed:
        rows = [("序号", *rows[0]), *((str(i), *row) for i, row in enumerate(rows[1:-1], 1)), ("", *rows[-1])]
    lines = ["某市供应计划表", *(cell for row in rows for cell in row if cell), "本计划由市政府组织实施。"]
    assert list(stacked_rows(lines, [None] * len(lines))) == [(1, len(lines) - 1, rows)]


def test_short_lines_without_headings_of_measures_are_not_stacked() -> None:
    lines = ["目录", "前言", "总则", "1", "规划", "5", "附则", "9", "附录", "12"]
    assert list(stacked_rows(lines, [None] * len(lines))) == []


def test_bars_at_the_edges_frame_a_table_only_where_every_row_has_them() -> None:
    framed = ["| 区 | 面积 | |", "| | 公顷 | 备注 |", "| 甲区 | 30 | |"]
    assert [line.cells for line in read_lines(framed).pages[0].lines] == [
        ("区", "面积", ""),
        ("", "公顷", "备注"),
        ("甲区", "30", ""),
    ]
    open_ = ["区|面积||", "||小计|其他", "甲区|30|20|10"]
    assert [line.cells for line in read_lines(open_).pages[0].lines] == [
        ("区", "面积", "", ""),
        ("", "", "小计", "其他"),
        ("甲区", "30", "20", "10"),
    ]


def test_a_tab_at_the_beginning_leaves_the_first_cell_empty() -> None:
    tabbed = ["\t合计\t甲区", "住宅用地\t60\t20"]
    assert [line.cells for line in read_lines(tabbed).pages[0].lines] == [
        ("", "合计", "甲区"),
        ("住宅用地", "60", "20"),
    ]


def test_figures_may_carry_their_unit() -> None:
    lines = ["商服用地 480亩 6.27%", "住宅用地 1350亩 17.65%"]
    assert aligned_rows(lines, [None, None]) == [("商服用地", "480亩", "6.27%"), ("住宅用地", "1350亩", "17.65%")]
