"""PDFs: reading order by geometry, running lines by repetition, paragraphs by indent, whatever the stream does."""

from __future__ import annotations

import pytest

from orchestration.gazette.reading import ReadResult, read
from tests.support import render
from tests.support.render import A4, LEADING, MARGIN, Block, Placed, Sheet

CLAUSES = (
    "各县区要把夏季防汛摆在突出位置",
    "及时排查河道堤坝和城市低洼处的隐患",
    "汛前完成泵站检修12座",
    "储备沙袋5.5万条",
    "对山洪灾害易发村落实一户一卡",
    "市水利局每日会商并通报雨情水情",
    "任何单位不得迟报漏报",
)


def paragraphs(count: int) -> list[str]:
    """Paragraphs of different lengths, no two alike."""
    out = []
    for number in range(count):
        words = [CLAUSES[(number * 3 + step) % len(CLAUSES)] for step in range(3 + number % 5)]
        out.append(f"第{number + 100}项，" + "，".join(words) + "。")
    return out


def joined(result: ReadResult) -> str:
    return "".join(line.text for page in result.pages for line in page.lines).replace(" ", "")


def by_hints(result: ReadResult) -> list[str]:
    """Paragraphs as the reader's own hints have them."""
    out: list[str] = []
    for page in result.pages:
        for line in page.lines:
            if line.opens_block or not out:
                out.append(line.text)
            else:
                out[-1] += line.text
    return out


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("order", ["columns", "interleaved", "shuffled"])
def test_words_come_in_the_order_people_read(columns: int, order: str) -> None:
    words = paragraphs(60)
    size = (842.0, 595.0) if columns == 3 else A4
    result = read(render.pdf(render.blocks_of(words), columns, order, size=size), "a.pdf")
    assert joined(result) == "".join(words)
    assert by_hints(result) == words
    assert result.media_type == "application/pdf"


@pytest.mark.parametrize("gutter", [11.0, 16.0, 40.0])
def test_narrow_and_wide_gutters(gutter: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(render, "GUTTER", gutter)
    words = paragraphs(60)
    assert joined(read(render.pdf(render.blocks_of(words), 2, "interleaved"), "a.pdf")) == "".join(words)


@pytest.mark.parametrize("order", ["columns", "interleaved", "shuffled"])
def test_titles_over_both_columns_stand_where_they_are_printed(order: str) -> None:
    blocks = []
    for number in range(6):
        blocks.append(Block(f"临江市人民政府关于第{number}号事项的通知", "title", spanning=True))
        blocks += render.blocks_of(paragraphs(18 - 2 * number))
    result = read(render.pdf(blocks, 2, order), "a.pdf")
    assert joined(result) == "".join(block.text for block in blocks)


@pytest.mark.parametrize("rotate", [90, 270])
def test_pages_turned_on_their_side(rotate: int) -> None:
    words = paragraphs(40)
    result = read(render.pdf(render.blocks_of(words), 2, "interleaved", rotate=rotate, first_page=8), "a.pdf")
    assert joined(result) == "".join(words)
    assert [page.number for page in result.pages] == list(range(8, 8 + len(result.pages)))


@pytest.mark.parametrize(
    ("header", "footer"),
    [
        ("{number} 临江市人民政府公报 2022年第5期", None),
        ("临江市人民政府公报 2022年第5期", "— {number} —"),
        ("市政府文件", "{number}"),
        (None, "第{number}页 共30页"),
        ("临江市人民政府公报 2022年第5期 {number}", "临江市人民政府办公室主办"),
    ],
)
def test_headers_footers_and_numbers_by_place_and_repetition(header: str | None, footer: str | None) -> None:
    words = paragraphs(70)
    result = read(render.pdf(render.blocks_of(words), 2, header=header, footer=footer, first_page=21), "a.pdf")
    assert joined(result) == "".join(words)
    assert [page.number for page in result.pages] == list(range(21, 21 + len(result.pages)))


def test_a_column_name_that_stands_once_in_the_headers_place_goes() -> None:
    sheets = []
    for number in range(6):
        head = "市政府文件" if number < 5 else "人事任免"
        words = [Placed(60, 30, head, 9), Placed(290, 800, str(number + 1), 9)]
        words += [Placed(60, 90 + 16 * n, f"第{number}页第{n}行，{CLAUSES[n % 7]}") for n in range(30)]
        sheets.append(Sheet(words))
    result = read(render.draw(sheets), "a.pdf")
    assert "人事任免" not in joined(result)
    assert [len(page.lines) for page in result.pages] == [30] * 6
    assert [page.number for page in result.pages] == [1, 2, 3, 4, 5, 6]


def test_pages_without_numbers_are_numbered_between_those_that_have_them() -> None:
    sheets = []
    for number in range(7):
        words = [Placed(60, 90 + 16 * n, f"第{number}页第{n}行，{CLAUSES[n % 7]}") for n in range(30)]
        if number not in (0, 3):
            words.append(Placed(290, 800, f"— {number + 5} —", 9))
        sheets.append(Sheet(words))
    assert [page.number for page in read(render.draw(sheets), "a.pdf").pages] == [5, 6, 7, 8, 9, 10, 11]


def test_missing_pages_are_told() -> None:
    sheets = [
        Sheet([Placed(60, 90 + 16 * n, f"第{number}页第{n}行，{CLAUSES[n % 7]}") for n in range(30)]
              + [Placed(290, 800, f"— {number} —", 9)])
        for number in (3, 4, 5, 9, 10)
    ]  # fmt: skip
    result = read(render.draw(sheets), "a.pdf")
    assert [page.number for page in result.pages] == [3, 4, 5, 9, 10]
    assert [notice.code for notice in result.notices] == ["page_gap"]


def test_words_printed_twice_to_look_bold_are_read_once() -> None:
    words = [Placed(60 + shift, 100, "关于加强防汛工作的通知", 16) for shift in (0, 0.4)]
    words += [Placed(60, 140 + 16 * n, CLAUSES[n]) for n in range(5)]
    result = read(render.draw([Sheet(words)]), "a.pdf")
    assert result.pages[0].lines[0].text == "关于加强防汛工作的通知"


def test_raised_units_stay_in_their_line() -> None:
    words = [Placed(60, 100, "全市新增绿地350"), Placed(60, 120, CLAUSES[0]), Placed(60, 140, CLAUSES[1])]
    end = 60 + render.width("全市新增绿地350")
    words += [Placed(end, 100, "km"), Placed(end + render.width("km"), 100.5, "2", 6)]
    words.append(Placed(end + render.width("km") + render.width("2", 6), 100, "以上"))
    assert read(render.draw([Sheet(words)]), "a.pdf").pages[0].lines[0].text == "全市新增绿地350km2以上"


def test_a_date_set_to_the_right_closes_its_paragraph() -> None:
    words = paragraphs(12)
    blocks = [*render.blocks_of(words), Block("临江市人民政府", "right"), Block("2022年5月6日", "right")]
    lines = read(render.pdf(blocks, 1), "a.pdf").pages[-1].lines
    assert [line.text for line in lines[-2:]] == ["临江市人民政府", "2022年5月6日"]
    assert [line.opens_block for line in lines[-2:]] == [True, True]


def test_pages_without_text_among_others_are_told_or_recognised() -> None:
    from orchestration.gazette.reading.scan import available

    whole = render.pdf(render.blocks_of(paragraphs(30)), 1)
    import pypdfium2

    mixed = pypdfium2.PdfDocument.new()
    mixed.import_pages(pypdfium2.PdfDocument(whole))
    mixed.import_pages(pypdfium2.PdfDocument(render.scanned_pdf(whole, [0], 1.2)))
    import io

    out = io.BytesIO()
    mixed.save(out)
    if available():
        return  # recognised: see test_scan
    result = read(out.getvalue(), "a.pdf")
    assert [notice.code for notice in result.notices] == ["no_text_layer"]


TABLE = (
    ("序号", "任务", "责任单位", "完成时限"),
    ("1", "检修泵站12座", "市水利局", "4月底前"),
    ("2", "储备沙袋5.5万条，编织袋20万条，救生衣300件", "市应急局、市发展改革委", "5月15日前"),
    ("3", "修订预案", "各县区人民政府", "汛前"),
)


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("columns", [1, 2])
def test_tables_are_rows_of_cells(ruled: bool, columns: int) -> None:
    rows = TABLE if ruled else tuple((a, b[:8], c[:4], d[:4]) for a, b, c, d in TABLE)
    words = paragraphs(24)
    blocks = [*render.blocks_of(words[:12]), Block(kind="table", rows=rows, ruled=ruled, spanning=True)]
    blocks += render.blocks_of(words[12:])
    result = read(render.pdf(blocks, columns, "interleaved"), "a.pdf")
    found = [line for page in result.pages for line in page.lines if line.cells]
    assert tuple(line.cells for line in found) == rows
    assert found[0].text == " | ".join(rows[0])
    prose = "".join(line.text for page in result.pages for line in page.lines if not line.cells).replace(" ", "")
    assert prose == "".join(words)


def test_a_frame_around_running_text_is_no_table() -> None:
    words = [Placed(70, 100 + LEADING * n, CLAUSES[n]) for n in range(6)]
    box = [(60, 90, 300, 90), (60, 210, 300, 210), (60, 90, 60, 210), (300, 90, 300, 210)]
    result = read(render.draw([Sheet(words, [tuple(map(float, rule)) for rule in box])]), "a.pdf")
    assert not any(line.cells for line in result.pages[0].lines)
    assert joined(result) == "".join(CLAUSES[:6])


def test_cells_that_reach_over_rows_stand_in_the_first() -> None:
    x = [60.0, 160.0, 300.0, 400.0]
    y = [100.0, 120.0, 140.0, 160.0]
    rules = [(x[0], y[0], x[3], y[0]), (x[0], y[3], x[3], y[3]), (x[0], y[1], x[3], y[1]), (x[1], y[2], x[3], y[2])]
    rules += [(at, y[0], at, y[3]) for at in x]
    words = [Placed(64, 103, "用途"), Placed(164, 103, "地区"), Placed(304, 103, "公顷")]
    words += [Placed(64, 133, "住宅用地"), Placed(164, 123, "东城区"), Placed(304, 123, "30.2")]
    words += [Placed(164, 143, "西城区"), Placed(304, 143, "50.3")]
    lines = read(render.draw([Sheet(words, rules)]), "a.pdf").pages[0].lines
    assert [line.cells for line in lines] == [
        ("用途", "地区", "公顷"),
        ("住宅用地", "东城区", "30.2"),
        ("", "西城区", "50.3"),
    ]


def test_columns_whose_lines_stop_unevenly_are_not_taken_for_a_table() -> None:
    left = [f"第{n}行，" + "加强隐患排查治理工作落实"[: 9 + n * 5 % 4] for n in range(30)]
    right = [f"又{n}行，" + "按照职责分工抓好任务推进"[: 9 + n * 3 % 4] for n in range(30)]
    words = [Placed(MARGIN, 90 + 16 * n, text) for n, text in enumerate(left)]
    words += [Placed(MARGIN + 260, 94 + 16 * n, text) for n, text in enumerate(right)]
    assert joined(read(render.draw([Sheet(words)], "shuffled"), "a.pdf")) == "".join(left + right)


def test_fonts_that_are_not_embedded(monkeypatch: pytest.MonkeyPatch) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
    monkeypatch.setattr(render, "font", lambda: "STSong-Light")
    monkeypatch.setattr(render, "_advance", lambda character: 0.5 if character.isascii() else 1.0)
    words = paragraphs(40)
    assert joined(read(render.pdf(render.blocks_of(words), 2, "interleaved"), "a.pdf")) == "".join(words)


def test_running_lines_set_as_close_as_the_text() -> None:
    sheets = []
    for number in range(4):
        head = f"{number + 9} 临江市人民政府公报 2022年第5期"
        lines = [head, *(f"第{number}页第{n}行，{CLAUSES[(n + number) % 7]}" for n in range(38))]
        sheets.append(Sheet([Placed(60, 60 + 16 * n, text) for n, text in enumerate(lines)]))
    result = read(render.draw(sheets), "a.pdf")
    assert [page.number for page in result.pages] == [9, 10, 11, 12]
    assert [len(page.lines) for page in result.pages] == [38] * 4


def test_annexes_that_begin_alike_keep_their_first_lines() -> None:
    sheets = []
    for number in range(1, 6):
        lines = [
            f"附件{number}",
            f"临江市第{number}类事项清单",
            *(f"{number}之{n}，{CLAUSES[n % 7]}" for n in range(1, 20)),
        ]
        words = [Placed(60, 70 + 16 * n, text) for n, text in enumerate(lines)]
        sheets.append(Sheet([*words, Placed(290, 800, str(number + 20), 9)]))
    result = read(render.draw(sheets), "a.pdf")
    assert [page.lines[0].text for page in result.pages] == [f"附件{n}" for n in range(1, 6)]
    assert [page.number for page in result.pages] == [21, 22, 23, 24, 25]


def test_contents_with_dot_leaders_stay_lines() -> None:
    titles = ["关于做好夏季防汛工作的通知", "关于印发防汛抗旱工作方案的通知", "人事任免"]
    words = [Placed(60, 100, "目 录", 14)]
    words += [Placed(60, 140 + 20 * n, f"{t}{'…' * (34 - len(t))}{n * 7 + 1}") for n, t in enumerate(titles)]
    lines = read(render.draw([Sheet(words)]), "a.pdf").pages[0].lines
    assert len(lines) == 4
    assert not any(line.cells for line in lines)
    assert lines[1].text.startswith(titles[0])
    assert lines[1].text.endswith("1")


def test_a_table_inside_one_column_of_two() -> None:
    words = paragraphs(40)
    rows = (("地区", "公顷"), ("东城区", "30.2"), ("西城区", "50.3"), ("合计", "80.5"))
    blocks = [*render.blocks_of(words[:10]), Block(kind="table", rows=rows), *render.blocks_of(words[10:])]
    result = read(render.pdf(blocks, 2, "interleaved"), "a.pdf")
    assert tuple(line.cells for page in result.pages for line in page.lines if line.cells) == rows
    assert joined(result).replace(" ", "") == "".join(
        "".join("|".join(row) for row in block.rows) if block.rows else block.text for block in blocks
    )


def test_columns_inside_printed_rules_are_no_table() -> None:
    left = [f"第{n}行，" + CLAUSES[n % 7][:13] for n in range(30)]
    right = [f"又{n}行，" + CLAUSES[n % 7][:13] for n in range(30)]
    words = [Placed(70, 90 + 16 * n, text) for n, text in enumerate(left)]
    words += [Placed(320, 90 + 16 * n, text) for n, text in enumerate(right)]
    rules = [(60.0, y, 540.0, y) for y in (80.0, 600.0)] + [(x, 80.0, x, 600.0) for x in (60.0, 305.0, 540.0)]
    result = read(render.draw([Sheet(words, rules)], "interleaved"), "a.pdf")
    assert joined(result) == "".join(left + right)
    assert not any(line.cells for line in result.pages[0].lines)


def test_a_table_open_at_its_sides() -> None:
    rows = (("地区", "面积", "比重"), ("东城区", "30.2", "37.5%"), ("西城区", "50.3", "62.5%"))
    words = [Placed(64 + 100 * c, 104 + 20 * r, text) for r, row in enumerate(rows) for c, text in enumerate(row)]
    rules = [(60.0, 100.0 + 20 * n, 360.0, 100.0 + 20 * n) for n in range(4)]
    rules += [(x, 100.0, x, 160.0) for x in (160.0, 260.0)]
    lines = read(render.draw([Sheet(words, rules)]), "a.pdf").pages[0].lines
    assert tuple(line.cells for line in lines) == rows


@pytest.mark.parametrize("seed", range(24))
def test_layouts_at_random(seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Any number of paragraphs and columns, any gutter, leading, order of the stream and furniture."""
    import random

    chance = random.Random(seed)
    monkeypatch.setattr(render, "GUTTER", chance.choice((11.0, 14.0, 22.0, 35.0)))
    monkeypatch.setattr(render, "LEADING", chance.choice((13.0, 16.0, 20.0)))
    words = paragraphs(chance.randint(4, 70))
    columns = chance.choice((1, 2, 2, 3))
    payload = render.pdf(
        render.blocks_of(words),
        columns,
        chance.choice(("columns", "interleaved", "shuffled")),
        header=chance.choice((None, "{number} 临江市人民政府公报 2022年第5期", "市政府文件")),
        footer=chance.choice((None, "— {number} —", "{number}")),
        indent=chance.random() < 0.7,
        size=(842.0, 595.0) if columns == 3 else A4,
        rotate=chance.choice((0, 0, 0, 90, 270)),
        seed=seed,
    )
    assert joined(read(payload, "a.pdf")) == "".join(words)
