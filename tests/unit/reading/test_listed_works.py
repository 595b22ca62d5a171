"""Tables of works with one cell a line are read as tables, their numbers not as those of pages."""

from __future__ import annotations

import pytest

from orchestration.gazette.reading.plain import read_text

ROWS = [
    ("新建改建幼儿园12所，新增学位3000个。", "市教育局", "已开工8所，其中3所主体封顶，正在开展内部装修和设备采购，预计年底前全部投入使用。"),
    ("改造老旧小区40个。", "市住房城乡建设局", "已完成12个，惠及居民2.3万户，其余28个小区全部进场施工，完成年度计划的三成。"),
    ("完成造林5万亩。", "市林业局", "已完成4.1万亩，苗木成活率保持在九成以上，秋季补植补造工作正在各县区有序推进。"),
    ("培训技能人才8000人次。", "市人力资源社会保障局", "已培训5200人次，开设电工、护理、烹饪等课程，带动三千余人在家门口实现就业。"),
]  # fmt: skip
HEADS = ["序号", "重点任务", "责任单位", "进展情况"]


def page(heads: list[str], rows: list[tuple[str, ...]], between: str = "\n\n") -> str:
    cells = [cell for number, row in enumerate(rows, 1) for cell in (str(number), *row)]
    return between.join(["云江市2023年重点任务一季度进展情况", *heads, *cells, "云江市人民政府办公室"]) + "\n"


def tables_of(text: str) -> list[tuple[str, ...]]:
    return [line.cells for one in read_text(text, "page.txt").pages for line in one.lines if line.cells is not None]


def test_each_row_has_its_cells() -> None:
    assert tables_of(page(HEADS, ROWS)) == [tuple(HEADS), *((str(n), *row) for n, row in enumerate(ROWS, 1))]


def test_bars_between_the_cells_are_none() -> None:
    assert tables_of(page(HEADS, ROWS, "\n|\n")) == tables_of(page(HEADS, ROWS))


def test_a_heading_may_be_torn() -> None:
    rows = [(work, "张 明", body, done) for work, body, done in ROWS]
    found = tables_of(page(["序号", "目标任务", "牵头", "市领导", "责任单位", "进展情况"], rows))
    assert found[0] == ("序号", "目标任务", "牵头市领导", "责任单位", "进展情况")
    assert len(found) == 1 + len(rows)


def test_a_row_with_a_cell_too_many_stays_as_lines() -> None:
    rows: list[tuple[str, ...]] = [*ROWS]
    rows[1] = (*rows[1], "另需协调用地。")
    found = tables_of(page(HEADS, rows))
    assert [row[0] for row in found if len(row) == len(HEADS)] == ["序号", "1", "3", "4"]


def test_a_text_may_end_within_its_last_row() -> None:
    text = page(HEADS, ROWS).split("已培训")[0]
    assert tables_of(text)[-1] == ("4", "培训技能人才8000人次。", "市人力资源社会保障局", "")


@pytest.mark.parametrize(
    "heads",
    [["序号", "姓名", "职务", "单位"], ["序号", "项目名称", "建设地点", "总投资"], ["任务", "责任单位", "进展情况"]],
)
def test_other_lists_are_no_tables_of_works(heads: list[str]) -> None:
    assert tables_of(page(heads, ROWS)) == []
