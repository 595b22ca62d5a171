"""Tables of indicators pasted with one cell a line."""

from __future__ import annotations

from orchestration.gazette.reading.listed_tables import listed_rows
from orchestration.gazette.reading.plain import read_text


def rows(text: str) -> list[list[tuple[str, ...]]]:
    lines = text.split("\n")
    return [found for _, _, found in listed_rows(lines, [None] * len(lines))]


PLAN = "指  标\n2020年\n2025年\n属性\n一、水平\n毛入园率（%）\n98.5%\n99%以上\n约束性\n平均受教育年限（年）\n11.4年\n12年\n预期性\n二、师资\n教师本科比例（%）\n60%\n80%\n预期性\n说明到此为止，不再列出。"


def test_rows_below_their_headings() -> None:
    assert rows(PLAN) == [
        [
            ("指标", "2020年", "2025年", "属性"),
            ("一、水平",),
            ("毛入园率（%）", "98.5%", "99%以上", "约束性"),
            ("平均受教育年限（年）", "11.4年", "12年", "预期性"),
            ("二、师资",),
            ("教师本科比例（%）", "60%", "80%", "预期性"),
        ]
    ]


def test_cells_that_span_rows_are_repeated_and_lost_numbers_are_empty() -> None:
    text = "序号\n指标名称\n口径\n属性\n2015年目标值\n死亡率\n户籍人口\n预期性\n≤2.8‰\n全人口\n预期性\n≤5.9‰\n接种率\n户籍人口\n约束性\n≥99%"
    assert rows(text)[0][1:] == [
        ("", "死亡率", "户籍人口", "预期性", "≤2.8‰"),
        ("", "死亡率", "全人口", "预期性", "≤5.9‰"),
        ("", "接种率", "户籍人口", "约束性", "≥99%"),
    ]


def test_rows_merged_into_one_are_taken_apart() -> None:
    text = f"{PLAN[:-12]}\n其中：专科\n本科\n90%\n50%\n95%\n60%\n预期性\n园所比例\n70%\n75%\n预期性"
    assert rows(text)[0][-3:] == [
        ("其中：专科", "90%", "95%", "预期性"),
        ("本科", "50%", "60%", "预期性"),
        ("园所比例", "70%", "75%", "预期性"),
    ]


def test_prose_and_short_lists_are_none() -> None:
    assert rows("指标\n2020年\n2025年\n属性\n毛入园率\n98%\n99%\n约束性") == []  # one row alone
    assert rows("主要指标\n到2025年，毛入园率达到99%。\n到2030年，达到100%。") == []


def test_numbers_between_cells_are_no_pages() -> None:
    cells = [f"{n}\n第{n}类率\n户籍人口\n预期性\n≥{80 + n}%" for n in range(1, 9)]
    pages = read_text("序号\n指标名称\n口径\n属性\n2015年目标值\n" + "\n".join(cells), "x.txt").pages
    assert len(pages) == 1
    assert pages[0].lines[1].cells == ("1", "第1类率", "户籍人口", "预期性", "≥81%")
