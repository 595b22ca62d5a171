"""Web pages: the document without the page around it, tables as rows, portals' rows as metadata."""

from __future__ import annotations

import pytest

from orchestration.gazette.reading import ReadResult, Unreadable, read
from tests.support import render
from tests.support.render import Block

TITLE = "临江市人民政府关于印发临江市夏季防汛工作方案的通知"
BODY = [
    "临政发〔2022〕17号",
    "各县区人民政府，市政府各部门：",
    "现将《临江市夏季防汛工作方案》印发给你们，请认真贯彻执行。",
    "到2025年，新建泵站12座以上，技术支持单位由市水利局确定。",
]
TABLE = (("序号", "任务", "责任单位"), ("1", "检修泵站", "市水利局"), ("2", "储备沙袋", "市应急局"))
ROWS = [
    ("索 引 号：", "113700/2022-0017"),
    ("发文机关：", "临江市人民政府"),
    ("发文字号：", "临政发〔2022〕17号"),
    ("成文日期：", "2022年5月6日"),
    ("统一编号：", "LJCR-2022-0010004"),
]
BLOCKS = [Block(TITLE, "title"), *map(Block, BODY), Block(kind="table", rows=TABLE), Block("临江市人民政府", "right")]
WANT = [TITLE, *BODY, *(" | ".join(row) for row in TABLE), "临江市人民政府"]


def texts(result: ReadResult) -> list[str]:
    return [line.text for line in result.pages[0].lines]


def page(markup: str) -> ReadResult:
    return read(markup.encode(), "a.html")


def test_the_document_alone_is_read() -> None:
    result = page(render.web_page(BLOCKS, TITLE, ROWS))
    assert texts(result) == WANT
    assert [line.cells for line in result.pages[0].lines if line.cells] == list(TABLE)
    assert all(line.opens_block for line in result.pages[0].lines)
    assert result.media_type == "text/html"
    assert result.pages[0].number is None


def test_portal_rows_are_metadata_as_printed() -> None:
    metadata = page(render.web_page(BLOCKS, TITLE, ROWS)).metadata
    assert metadata["doc_number"] == "临政发〔2022〕17号"
    assert metadata["issuer"] == "临江市人民政府"
    assert metadata["signed_date"] == "2022年5月6日"
    assert metadata["registration_number"] == "LJCR-2022-0010004"
    assert metadata["title"] == TITLE


@pytest.mark.parametrize(
    "rows",
    [
        "<ul><li>索引号：1137</li><li><b>发文字号：</b>临政发〔2022〕17号</li><li>成文日期：2022-05-06</li></ul>",
        "<table><tr><th>索引号</th><td>1137</td><th>发文字号</th><td>临政发〔2022〕17号</td></tr>"
        "<tr><th>成文日期</th><td>2022-05-06</td><th>有效性</th><td>有效</td></tr></table>",
        "<dl><dt>发文字号</dt><dd>临政发〔2022〕17号</dd><dt>成文日期</dt><dd>2022-05-06</dd></dl>",
        "<div><p>发文字号：临政发〔2022〕17号</p><p>成文日期： 2022-05-06</p></div>",
    ],
)
def test_portal_rows_in_other_forms(rows: str) -> None:
    body = "".join(f"<p>{text}</p>" for text in (TITLE, *BODY[1:]))
    result = page(f"<html><body><div>{rows}<div>{body}</div></div></body></html>")
    assert texts(result) == [TITLE, *BODY[1:]]
    assert result.metadata["doc_number"] == "临政发〔2022〕17号"
    assert result.metadata["signed_date"] == "2022-05-06"


@pytest.mark.parametrize("codec", ["utf-8", "gb18030", "utf-16"])
def test_encodings(codec: str) -> None:
    name = "gb2312" if codec == "gb18030" else codec
    markup = render.web_page(BLOCKS, TITLE, ROWS).replace("charset='utf-8'", f"charset='{name}'")
    assert texts(read(markup.encode(codec), "a.html")) == WANT


def test_a_wrongly_named_file_is_read_by_its_content() -> None:
    assert read(render.web_page(BLOCKS, TITLE).encode(), "a.txt").reader == "html"
    assert read("\n".join(WANT).encode(), "a.html").reader == "text"


def test_without_end_tags() -> None:
    markup = render.web_page(BLOCKS, TITLE, ROWS)
    for tag in ("</p>", "</td>", "</tr>", "</div>", "</body>", "</html>"):
        markup = markup.replace(tag, "")
    assert texts(page(markup)) == WANT


def test_the_headline_is_put_first_where_the_content_lacks_the_title() -> None:
    result = page(render.web_page([Block(text) for text in BODY], TITLE))
    assert texts(result) == [TITLE, *BODY]


def test_wraps_inside_a_paragraph_are_no_lines_and_breaks_are() -> None:
    markup = (
        f"<html><body><p>{TITLE}</p><p>　　各县区要高度\n      重视，加强值班\n值守。</p>"
        "<p>　　一、排查隐患<br>　　二、储备物资<br/>并登记造册</p></body></html>"
    )
    lines = page(markup).pages[0].lines
    assert [line.text for line in lines] == [
        TITLE,
        "各县区要高度重视，加强值班值守。",
        "一、排查隐患",
        "二、储备物资",
        "并登记造册",
    ]
    assert [line.opens_block for line in lines] == [True, True, True, True, None]


def test_spans_of_cells_leave_empty_places() -> None:
    markup = (
        f"<html><body><p>{TITLE}</p><table><tr><td>用途</td><td>地区</td><td>公顷</td></tr>"
        "<tr><td rowspan=2>住宅用地</td><td>东城区</td><td>30.2</td></tr><tr><td>西城区</td><td>50.3</td></tr>"
        "<tr><td colspan=2>合计</td><td><p>80</p><p>.5</p></td></tr></table></body></html>"
    )
    rows = [line.cells for line in page(markup).pages[0].lines if line.cells]
    assert rows[:3] == [("用途", "地区", "公顷"), ("住宅用地", "东城区", "30.2"), ("", "西城区", "50.3")]
    assert rows[3] == ("合计", "", "80.5")


def test_a_document_that_is_mostly_table_keeps_its_title() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>临江市第{n}号农业产业化龙头企业</td><td>东城区</td></tr>" for n in range(300))
    result = page(f"<html><body><div><p>{TITLE}</p><p>{BODY[1]}</p><table>{rows}</table></div></body></html>")
    assert texts(result)[:2] == [TITLE, BODY[1]]
    assert result.pages[0].lines[5].cells == ("3", "临江市第3号农业产业化龙头企业", "东城区")


def test_a_table_that_lays_out_the_page_is_no_data() -> None:
    long = "各县区人民政府要加强组织领导，压实工作责任，按照职责分工抓好落实。" * 5
    markup = (
        f"<html><body><table><tr><td><p>{TITLE}</p><p>{long}</p></td><td><p>{long}</p></td></tr></table></body></html>"
    )
    assert texts(page(markup)) == [TITLE, long, long]


def test_glosses_over_characters_and_hidden_words_are_not_text() -> None:
    markup = (
        f"<html><body><p>{TITLE}</p><p><ruby>临<rp>(</rp><rt>lín</rt><rp>)</rp></ruby>江市各县区人民政府，</p>"
        "<p style='display: none'>不该读到的一段隐藏文字</p><script>var a = '脚本里的文字';</script></body></html>"
    )
    assert texts(page(markup)) == [TITLE, "临江市各县区人民政府，"]


def test_lists_of_other_pages_go_and_attachments_stay() -> None:
    others = "".join(f"<li><a href='/{n}'>临江市召开第{n}次防汛工作会议部署任务</a></li>" for n in range(9))
    markup = (
        f"<html><body><div><p>{TITLE}</p><p>{BODY[2] * 6}</p><p>附件：<a href='a.pdf'>1.任务分工表</a></p>"
        f"<ul>{others}</ul></div><div><p>版权所有：临江市人民政府办公室　ICP备12345号</p></div></body></html>"
    )
    assert texts(page(markup)) == [TITLE, BODY[2] * 6, "附件：1.任务分工表"]


def test_ordered_lists_keep_the_numbers_that_the_page_shows() -> None:
    markup = (
        f"<html><body><p>{TITLE}</p><ol start=3><li>排查隐患消除风险</li><li>储备物资备足沙袋</li></ol></body></html>"
    )
    assert texts(page(markup))[1:] == ["3. 排查隐患消除风险", "4. 储备物资备足沙袋"]


def test_elements_that_wrap_printed_lines_begin_no_paragraphs() -> None:
    words = "各县区人民政府要加强组织领导压实工作责任按照职责分工抓好落实并于每月月底前报送进展情况确保任务完成" * 8
    body = "".join(f"<p>{words[at : at + 24]}</p>" for at in range(0, len(words), 24))
    lines = page(f"<html><body><p>{TITLE}</p>{body}</body></html>").pages[0].lines
    assert {line.opens_block for line in lines} == {None}


def test_titles_of_other_pages_below_their_heading_go() -> None:
    body = "".join(
        f"<p>{text}</p>" for text in (TITLE, *BODY, "相关阅读", "临江市任命张三为副市长", "一图读懂防汛方案")
    )
    assert texts(page(f"<html><body><div>{body}</div></body></html>")) == [TITLE, *BODY]


HOSTILE = {
    "deep": "<html>" + "<div>" * 60_000 + TITLE + "</div>" * 60_000,
    "unclosed": "<html><body>" + "<div><span><b>" * 40_000 + TITLE,
    "nested tables": "<html><body>" + "<table><tr><td>" * 3_000 + TITLE,
    "unclosed attribute": f"<html><body><p>{TITLE}</p><a href='" + "x" * 300_000,
    "many cells": f"<html><body><p>{TITLE}</p><table>" + "<tr><td colspan=1000 rowspan=1000>一" * 3_000,
    "comments": f"<html><body><p>{TITLE}</p>" + "<!-- " * 50_000,
    "entities": f"<html><body><p>{TITLE}</p>" + "&#1114112;&#55296;&nbsp;" * 20_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_markup_ends(name: str) -> None:
    """What matters is that each comes to an end; most still give the title."""
    try:
        result = page(HOSTILE[name])
    except Unreadable as refused:
        assert refused.notice.message.startswith("a.html: ")  # noqa: PT017
    else:
        assert any(TITLE in text for text in texts(result))
