"""Pages of a text: breaks are believed only where the printed numbers bear them out."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.reading import ReadResult, read

SENTENCE = "各县区要加强组织领导,压实工作责任,"


def body(count: int, start: int = 0) -> list[str]:
    """Lines of running text, all different."""
    return [f"第{chr(0x4E00 + (start + n) * 7 % 20000)}项任务由牵头单位负责,{SENTENCE}" for n in range(count)]


def read_lines(lines: list[str]) -> ReadResult:
    return read("\n".join(lines).encode(), "a.txt")


def texts(result: ReadResult) -> list[str]:
    return [line.text for page in result.pages for line in page.lines]


def numbers(result: ReadResult) -> list[int | None]:
    return [page.number for page in result.pages]


HEADERS = [
    "{n} 临江市人民政府公报　２０２２年第５期",
    "临江市人民政府公报 2022年第5期 {n}",
    "2022年第5期　临江市人民政府公报　·{n}·",
    "《临江市人民政府公报》2022年第5期（总第88期） {n}",
    "臨江市政府公報 2022年第5期 {n}",
    "2022年第5期 {n}",
    "— {n} —",
    "-{n}-",
    "第{n}页 共40页",
    "{n}",
]


@pytest.mark.parametrize("header", HEADERS)
@pytest.mark.parametrize("top", [True, False])
@pytest.mark.parametrize("first", [1, 37])
def test_running_lines_number_their_pages_and_go(header: str, top: bool, first: int) -> None:
    lines, words = [], []
    for number in range(first, first + 6):
        page = body(12, number * 12)
        words += page
        lines += [header.format(n=number), *page] if top else [*page, header.format(n=number)]
    result = read_lines(lines)
    assert texts(result) == words
    assert numbers(result) == list(range(first, first + 6))
    assert result.metadata["running_lines"] == 6


def test_the_gazette_is_named_by_its_running_lines() -> None:
    lines = [line for n in (1, 2, 3) for line in [*body(9, n * 9), f"{n} 临江市人民政府公报　２０２２年第５期"]]
    metadata = read_lines(lines).metadata
    assert metadata["gazette_title"] == "临江市人民政府公报"
    assert (metadata["issue_year"], metadata["issue_number"]) == (2022, 5)


def space_led(counts: list[int], printed: dict[int, str], heads: bool = True) -> tuple[list[str], list[list[str]]]:
    """Pages whose breaks show as one space; where a number is printed the running line stands in its place."""
    lines: list[str] = []
    pages: list[list[str]] = []
    led = True
    for index, count in enumerate(counts):
        page = body(count, index * 40)
        pages.append(page)
        lines += [(" " if led else "") + page[0], *page[1:]]
        led = index not in printed
        if not led:
            lines.append(f"{printed[index]}临江市人民政府公报　２０２２年第５期")
            if heads:
                lines.append("市政府文件")
    return lines, pages


def test_space_led_pages_counted_between_printed_numbers_with_turned_digits() -> None:
    lines, pages = space_led([14] * 23, {0: "１", 11: "２１", 18: "９１"})
    result = read_lines(lines)
    assert numbers(result) == list(range(1, 24))
    assert [[line.text for line in page.lines] for page in result.pages] == pages
    assert result.metadata["page_count"] == 23
    assert not result.notices


def test_spaces_that_disagree_with_the_printed_numbers_are_no_breaks() -> None:
    lines, _ = space_led([14] * 23, {0: "１", 11: "２８", 18: "４０"})
    result = read_lines(lines)
    assert numbers(result) == [None]
    assert [notice.code for notice in result.notices] == ["page_numbers_unknown"]
    assert not any("公报" in text or text == "市政府文件" for text in texts(result))


def test_spaces_without_any_printed_number_are_no_breaks() -> None:
    lines = [" " + line if n % 11 == 0 else line for n, line in enumerate(body(80))]
    result = read_lines(lines)
    assert numbers(result) == [None]
    assert texts(result) == lines


def test_a_known_column_name_inside_running_text_goes_and_a_title_stays() -> None:
    lines = ["人事任免", *body(6), "王五为临江市水利局副局长;", "人事任免", "赵六为临江市民政局局长;", *body(6, 9)]
    kept = texts(read_lines(lines))
    assert kept[0] == "人事任免"
    assert kept.count("人事任免") == 1


def test_form_feeds_are_pages_and_gaps_between_printed_numbers_are_told() -> None:
    pages = [[f"— {n} —", *body(8, n * 8)] for n in (3, 4, 5, 8, 9)]
    result = read("\f".join("\n".join(page) for page in pages).encode(), "a.txt")
    assert numbers(result) == [3, 4, 5, 8, 9]
    assert [notice.code for notice in result.notices] == ["page_gap"]
    assert "pages 6 to 7" in result.notices[0].message


def test_form_feeds_without_numbers_leave_pages_unnumbered() -> None:
    result = read("\f".join("\n".join(body(8, n)) for n in range(3)).encode(), "a.txt")
    assert numbers(result) == [None, None, None]


def test_numbers_of_a_table_are_no_page_numbers() -> None:
    lines = body(5)
    for row in range(1, 9):
        lines += [str(row), f"临江市第{row}农业公司", "龙头企业"]
    result = read_lines(lines)
    assert texts(result) == lines
    assert numbers(result) == [None]


def test_attachments_that_count_up_are_text() -> None:
    lines = [line for n in (1, 2, 3, 4) for line in [f"附件{n}", *body(9, n * 9)]]
    assert texts(read_lines(lines)) == lines


def test_a_title_line_that_names_the_gazette_once_is_kept() -> None:
    lines = ["临江市人民政府公报 2022年第5期", *body(20)]
    result = read_lines(lines)
    assert texts(result) == lines
    assert result.metadata["gazette_title"] == "临江市人民政府公报"


def test_a_sentence_about_an_issue_is_no_header() -> None:
    lines = [*body(9), "该办法刊登于临江市人民政府公报2022年第5期第12页，请查阅。", *body(9, 20)]
    assert texts(read_lines(lines)) == lines


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.integers(min_value=6, max_value=30), min_size=2, max_size=9),
    st.integers(min_value=1, max_value=300),
    st.booleans(),
    st.sampled_from(HEADERS),
)
def test_any_paging_gives_the_same_lines_and_the_printed_numbers(
    counts: list[int], first: int, top: bool, header: str
) -> None:
    if header == "{n}" and len(counts) < 3:
        return  # two bare numbers alone are not believed
    lines, words = [], []
    for offset, count in enumerate(counts):
        page = body(count, offset * 31)
        words += page
        mark = header.format(n=first + offset)
        lines += [mark, *page] if top else [*page, mark]
    result = read_lines(lines)
    assert texts(result) == words
    # a page many times as long as the others is left unknown: a break may be lost inside it
    assert all(found in (None, first + offset) for offset, found in enumerate(numbers(result)))


@pytest.mark.parametrize(
    "typed",
    [
        ["地区\t公顷", "东城区\t30.2", "西城区\t50.3"],
        ["地区 | 公顷", "东城区 | 30.2", "西城区 | 50.3"],
        ["| 地区 | 公顷 |", "|---|---|", "| 东城区 | 30.2 |", "| 西城区 | 50.3 |"],
    ],
)
def test_tables_typed_with_tabs_or_bars_are_rows_of_cells(typed: list[str]) -> None:
    page = read_lines([*body(5), *typed, *body(5, 9)]).pages[0]
    assert [line.cells for line in page.lines if line.cells] == [
        ("地区", "公顷"),
        ("东城区", "30.2"),
        ("西城区", "50.3"),
    ]
    assert [line.text for line in page.lines if not line.cells] == [*body(5), *body(5, 9)]


def test_spaces_align_a_table_only_below_a_head_of_duties() -> None:
    duties = ["序号    工作任务        责任单位        完成时限", "1       新建卫生院      县卫生健康局    11月底"]
    others = ["姓名    单位    电话", "张三    县教育局    1234"]
    pages = read_lines([*body(5), *duties, *body(5, 9), *others]).pages
    assert [line.cells for line in pages[0].lines if line.cells] == [
        ("序号", "工作任务", "责任单位", "完成时限"),
        ("1", "新建卫生院", "县卫生健康局", "11月底"),
    ]


def test_a_tab_in_a_single_line_is_no_table() -> None:
    lines = [*body(3), "附件\t任务分工表", *body(3, 9), "\t各县区要抓好落实，", "\t并按时上报情况。"]
    assert not any(line.cells for line in read_lines(lines).pages[0].lines)


@pytest.mark.parametrize("gap", [[], [""]])
def test_a_single_page_break_inside_a_sentence_goes(gap: list[str]) -> None:
    lines = [*body(9), *gap, "— 3 —", *gap, "临江市人民政府公报　2022年第5期", *body(4, 20)]
    assert texts(read_lines(lines)) == [*body(9), *body(4, 20)]


def test_a_decorated_number_between_sentences_may_be_an_item() -> None:
    lines = ["全面完成各项任务。", "— 3 —", "继续推进各项工作，确保取得实效。"]
    assert texts(read_lines(lines)) == lines


def test_blank_lines_set_paragraphs_off_where_most_stand_behind_a_whole_sentence() -> None:
    lines = [
        "“十三五”及2020年工作回顾",
        "",
        "各单位压实责任，加强组织",
        "领导。",
        "",
        "各单位落实任务，强化保障。",
        "",
        "主要任务",
        "",
        "推进绿化，",
        "治理河道。",
    ]
    found = [line for page in read_lines(lines).pages for line in page.lines]
    assert [line.text for line in found if line.opens_block] == [
        "各单位压实责任，加强组织",
        "各单位落实任务，强化保障。",
        "主要任务",
        "推进绿化，",
    ]


def test_blank_lines_between_all_lines_say_nothing() -> None:
    lines = [
        "各单位压实责任，加强组织",
        "",
        "领导，落实任务，强化保",
        "",
        "障，推进绿化，治理河道。",
        "",
        "各单位加强督查。",
    ]
    assert not any(line.opens_block for page in read_lines(lines).pages for line in page.lines)


@pytest.mark.parametrize("name", ["临江市人民政府公报", "临江政报"])
def test_a_gazettes_own_name_beside_a_page_break_is_a_running_head(name: str) -> None:
    pages = [body(8, n * 8) for n in range(2)]
    text = "\n".join(["政府工作报告", *pages[0], "— 1 —"]) + "\f" + "\n".join([name, *pages[1], "— 2 —"])
    assert texts(read(text.encode(), "a.txt")) == ["政府工作报告", *pages[0], *pages[1]]


@pytest.mark.parametrize("head", ["政府工作报告", "2021年政府工作报告", "环境状况公报"])
def test_a_title_or_bulletin_is_a_running_head_only_where_it_cuts_a_sentence(head: str) -> None:
    first, second = body(8), body(8, 8)
    title = head if head.endswith("报告") else "临江要闻"
    text = "\n".join([title, *first, "— 1 —"]) + "\f" + "\n".join([head, *second, "— 2 —"])
    assert texts(read(text.encode(), "a.txt")) == [title, *first, *second]
    closed = [*first[:-1], "各单位要抓好落实。"]
    text = "\n".join([title, *closed, "— 1 —"]) + "\f" + "\n".join([head, *second, "— 2 —"])
    assert texts(read(text.encode(), "a.txt")) == [title, *closed, head, *second]


def test_a_page_that_says_how_many_there_are_is_numbered_even_if_alone() -> None:
    lines = ["第 1 页 共 1 页", "临江市人民政府公报 2023年第5期", *body(5)]
    assert texts(read_lines(lines)) == body(5)


def test_what_a_page_break_leaves_is_no_blank_line_between_paragraphs() -> None:
    text = "各单位压实责任。\n\n各单位加强组织。\n\n去年全市能耗减少5.\n— 1 —\f\n\n7%，降幅居全省前列。\n\n各单位落实任务。"
    found = [line for page in read(text.encode(), "a.txt").pages for line in page.lines]
    assert [line.text for line in found if line.opens_block] == [
        "各单位加强组织。",
        "去年全市能耗减少5.",
        "各单位落实任务。",
    ]


def test_a_page_number_between_a_figure_and_its_unit_is_no_digit_of_it() -> None:
    lines = ["全县完成财政收入，增长较快，一般预算收入4.6", "", "1", "", "亿元，同比增长32.4%；出口4400万美元。"]
    result = read_lines(lines)
    assert texts(result) == [lines[0], lines[4]]
    assert [notice.code for notice in result.notices] == ["number_in_figure"]


def test_a_number_behind_a_figure_that_its_unit_follows_on_the_next_line_is_told() -> None:
    result = read_lines(["全县社会消费品零售总额完成较好，达到16.11 1", "亿元，增长14.6%。"])
    assert [notice.code for notice in result.notices] == ["number_in_figure"]
    assert not read_lines(["全县社会消费品零售总额完成较好，达到16.11", "亿元，增长14.6%。"]).notices
