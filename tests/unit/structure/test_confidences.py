"""Recognised lines keep their confidence in the document's text; a source that states its own text has none."""

from __future__ import annotations

import dataclasses

import pytest

from orchestration.gazette import pipeline
from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.records import IssueReading, Line, Page, Source

PRINTED = (
    ("临江市人民政府关于印发临江市2023年工作要点的通知", 0.99),
    ("临政发〔2023〕9号", 0.97),
    ("各县区人民政府：", 0.98),
    ("现将工作要点印发给你们。2023年全市地区生产总值增长６％以", 0.93),
    ("上，新建充电桩2000个。", 0.55),
    ("临江市人民政府", 0.91),
    ("2023年3月1日", 0.99),
    ("临江市人民政府关于表彰植树先进单位的决定", 0.88),
    ("临政发〔2023〕10号", 0.6),
    ("各县区人民政府：", 0.7),
    ("决定表彰下列单位。", 0.8),
    ("临江市人民政府", 0.9),
    ("2023年3月5日", 0.9),
)


def read(monkeypatch: pytest.MonkeyPatch, pages: tuple[Page, ...]) -> IssueReading:
    monkeypatch.setattr(pipeline, "read", lambda payload, file: ReadResult("application/pdf", "ocr", pages))
    return read_issue(b"", Source("linjiang", "linjiang-1", "raw/linjiang/1.pdf", "0"))


def recognised() -> tuple[Page, ...]:
    lines = [Line(text, number, confidence=confidence) for number, (text, confidence) in enumerate(PRINTED, 1)]
    return (Page(tuple(lines[:7]), 1), Page(tuple(lines[7:]), 2))


def test_every_recognised_line_of_every_document_has_its_span_and_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    documents = [one.document for one in read(monkeypatch, recognised()).documents]
    assert [d.doc_number for d in documents] == ["临政发〔2023〕9号", "临政发〔2023〕10号"]
    found = [
        [(d.text[start:end], confidence) for start, end, confidence in d.confidences] for d in documents
    ]  # repaired, in the order of the text
    printed = [(text.replace("６％", "6%"), confidence) for text, confidence in PRINTED]
    assert found == [printed[:7], printed[7:]]


def test_only_lines_that_were_recognised_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = recognised()
    stated = dataclasses.replace(first, lines=tuple(dataclasses.replace(line, confidence=None) for line in first.lines))
    documents = [one.document for one in read(monkeypatch, (stated, second)).documents]
    assert documents[0].confidences == ()
    assert len(documents[1].confidences) == 6


def test_a_text_states_itself() -> None:
    payload = "\n".join(text for text, _ in PRINTED).encode()
    documents = [one.document for one in read_issue(payload, Source("a", "a-1", "raw/a/1.txt", "0")).documents]
    assert documents
    assert all(document.confidences == () for document in documents)
