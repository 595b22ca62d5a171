"""The first issue's documents, element by element."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import Document, Source

ROOT = Path(__file__).parents[2]
EXPECTED: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parent / "zibo-2021-04-documents.yml").read_text(encoding="utf8")
)


@pytest.fixture(scope="module")
def documents() -> list[Document]:
    payload = (ROOT / "raw/zibo/2021-04.txt").read_bytes()
    issue = read_issue(payload, Source("zibo", "zibo-2021-04", "raw/zibo/2021-04.txt", "0"))
    assert (issue.year, issue.number, issue.page_count) == (2021, 4, 71)
    return [reading.document for reading in issue.documents]


def test_all_documents_are_found(documents: list[Document]) -> None:
    assert [d.doc_number for d in documents] == [item["doc_number"] for item in EXPECTED]


@pytest.mark.parametrize("expected", EXPECTED, ids=[str(item["sequence"]) for item in EXPECTED])
def test_every_element_is_as_printed(documents: list[Document], expected: dict[str, Any]) -> None:
    document = documents[expected["sequence"] - 1]
    for key in expected.keys() - {"page_first", "page_last", "sections", "addressees", "attachments"}:
        assert getattr(document, key) == expected[key], key
    assert list(document.addressees) == expected["addressees"]
    assert list(document.attachments) == expected["attachments"]
    assert (document.page_map[0][1], document.page_map[-1][1]) == (expected["page_first"], expected["page_last"])
    assert len(document.sections) == expected["sections"]


def test_no_trace_of_the_extraction_is_left(documents: list[Document]) -> None:
    for document in documents:
        assert "公报" not in document.text.replace("政府公报出版", "").replace("历史公报", ""), document.document_id
        assert not set("«»‹›０１２３４５６７８９％．") & set(document.text)
        assert "市政府办公室文件" not in document.text.split("\n")
