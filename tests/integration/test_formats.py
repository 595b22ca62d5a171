"""The same words give the same documents and the same facts, in whatever format they arrive."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import fields
from functools import cache
from pathlib import Path

import pytest

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import DocumentReading, Fact, IssueReading, Source
from tests.support import render

ISSUE = Path(__file__).parents[2] / "raw" / "zibo" / "2021-04.txt"


def reading(payload: bytes, file: str) -> IssueReading:
    return read_issue(payload, Source("zibo", "zibo-2021-04", file, "0" * 64))


@cache
def original() -> IssueReading:
    return reading(ISSUE.read_bytes(), "raw/zibo/2021-04.txt")


@cache
def paragraphs() -> tuple[str, ...]:
    return tuple(p for read in original().documents for p in read.document.text.split("\n"))


def facts(issue: IssueReading) -> Counter[tuple[object, ...]]:
    """Every fact without its place, by the document it stands in."""
    return Counter(row for read in issue.documents for row in _facts(read))


def _facts(read: DocumentReading) -> Iterator[tuple[object, ...]]:
    for group in fields(read):
        found = getattr(read, group.name)
        for fact in found if isinstance(found, tuple) else ():
            if isinstance(fact, Fact):
                places = {"start", "end", "scope_start", "scope_end"}
                values = tuple(str(getattr(fact, f.name)) for f in fields(fact) if f.name not in places)
                yield (read.document.doc_number, group.name, *values)


def elements(issue: IssueReading) -> list[tuple[object, ...]]:
    return [
        (d.document.doc_number, d.document.kind, d.document.issuer, d.document.signed_date, len(d.document.sections))
        for d in issue.documents
    ]


def assert_same(issue: IssueReading) -> None:
    assert elements(issue) == elements(original())
    lost, new = facts(original()) - facts(issue), facts(issue) - facts(original())
    assert not lost
    assert not new


ENCODINGS = {
    "gb18030": lambda text: text.encode("gb18030"),
    "utf-16": lambda text: text.encode("utf-16"),
    "byte order mark": lambda text: text.encode("utf-8-sig"),
    "crlf": lambda text: text.replace("\n", "\r\n").encode(),
    "cr": lambda text: text.replace("\n", "\r").encode(),
}


@pytest.mark.parametrize("name", ENCODINGS)
def test_the_issue_in_other_encodings_is_the_same_to_the_offset(name: str) -> None:
    issue = reading(ENCODINGS[name](ISSUE.read_text("utf-8")), "raw/zibo/2021-04.txt")
    assert issue.documents == original().documents
    assert issue.page_count == original().page_count


def test_typed_cleanly_one_paragraph_a_line() -> None:
    issue = reading("\n".join(paragraphs()).encode(), "raw/zibo/2021-04.txt")
    assert_same(issue)
    assert [d.document.text for d in issue.documents] == [d.document.text for d in original().documents]


PDFS = {
    "one column": {"columns": 1},
    "two columns": {"columns": 2},
    "two columns, interleaved": {"columns": 2, "order": "interleaved"},
    "two columns, shuffled, other furniture": {
        "columns": 2, "order": "shuffled", "header": "市政府文件", "footer": "— {number} —",
    },
    "three columns, landscape": {"columns": 3, "order": "interleaved", "size": (842.0, 595.0)},
    "turned pages": {"columns": 2, "order": "interleaved", "rotate": 90},
}  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_as_a_pdf(name: str) -> None:
    issue = reading(render.pdf(render.blocks_of(paragraphs()), **PDFS[name]), "raw/zibo/2021-04.pdf")
    assert_same(issue)
    assert [d.document.text for d in issue.documents] == [d.document.text for d in original().documents]
    assert [page.number for page in issue.pages] == list(range(1, len(issue.pages) + 1))


def test_as_a_pdf_with_titles_over_both_columns() -> None:
    blocks = []
    for read in original().documents:
        title, *rest = read.document.text.split("\n")
        blocks += [render.Block(title, "title", spanning=True), *map(render.Block, rest)]
    assert_same(reading(render.pdf(blocks, 2, "interleaved"), "raw/zibo/2021-04.pdf"))


def test_as_a_web_page() -> None:
    assert_same(reading(render.web_page(render.blocks_of(paragraphs())).encode(), "raw/zibo/2021-04.html"))


@pytest.mark.parametrize("per_page", [31, 52])
@pytest.mark.parametrize("top", [True, False])
def test_paged_anew_with_running_lines(per_page: int, top: bool) -> None:
    lines = [line.text for page in original().pages for line in page.lines]
    out: list[str] = []
    for number, start in enumerate(range(0, len(lines), per_page), 1):
        mark = f"{number}淄博市人民政府公报　２０２１年第４期"
        page = lines[start : start + per_page]
        out += [mark, *page] if top else [*page, mark]
    issue = reading("\n".join(out).encode(), "raw/zibo/2021-04.txt")
    assert_same(issue)
    assert [page.number for page in issue.pages] == list(range(1, len(issue.pages) + 1))


SUPPLY = (
    ("区域", "合计", "商服用地", "工矿仓储用地", "住宅用地"),
    ("东城区", "80.5", "10.2", "40.1", "30.2"),
    ("西城区", "95.7", "15.3", "30.1", "50.3"),
    ("合计", "176.2", "25.5", "70.2", "80.5"),
)
PLAN = (
    render.Block("临江市人民政府关于印发临江市2022年度国有建设用地供应计划的通知", "title"),
    render.Block("临政字〔2022〕9号", "title"),
    render.Block("各县区人民政府："),
    render.Block("现将《临江市2022年度国有建设用地供应计划》印发给你们。"),
    render.Block("临江市人民政府", "right"),
    render.Block("2022年4月3日", "right"),
    render.Block("临江市2022年度国有建设用地供应计划", "title"),
    render.Block("2022年度国有建设用地供应总量控制在176.2公顷以内。"),
    render.Block("临江市2022年度国有建设用地供应计划表（单位：公顷）"),
    render.Block(kind="table", rows=SUPPLY),
)
TABLES = {
    "ruled in a PDF": lambda: (render.pdf(PLAN, 1), "a.pdf"),
    "ruled in a column of a PDF": lambda: (render.pdf(PLAN, 2), "a.pdf"),
    "marked up": lambda: (render.web_page(PLAN, PLAN[0].text).encode(), "a.html"),
    "typed with tabs": lambda: (
        "\n".join("\n".join("\t".join(row) for row in b.rows) if b.rows else b.text for b in PLAN).encode(), "a.txt",
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_gives_the_same_figures_in_every_format(name: str) -> None:
    (document,) = reading(*TABLES[name]()).documents
    figures = {(figure.region_name, figure.land_use, figure.area) for figure in document.land}
    assert len(figures) == 12
    assert figures >= {("东城区", "住宅用地", 30.2), ("西城区", "商服用地", 15.3), ("西城区", None, 95.7)}
    assert document.document.doc_number == "临政字〔2022〕9号"
