"""Documents in traditional print: told apart and read as simplified ones are, and said as printed."""

from __future__ import annotations

import datetime as dt

import pytest

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import Document, IssueReading, Source

TEXT = """雲州市人民政府辦公室關於印發雲州市供水保障實施方案的通知
雲政辦發〔2020〕27號

各縣區人民政府，市政府各部門：
《雲州市供水保障實施方案》已經市政府同意，現印發給你們，請認真組織實施。
雲州市人民政府辦公室
2020年5月18日

雲州市供水保障實施方案
一、工作目標
鞏固提升農村供水，供水普及率達到92%。
二、組織領導
加強統籌協調。（市水利局、市財政局負責，9月底前完成）
"""


def read(text: str) -> IssueReading:
    return read_issue(text.encode(), Source("yunzhou", "yunzhou-1", "raw/yunzhou/1.txt", "0"))


@pytest.fixture(scope="module")
def document() -> Document:
    return read(TEXT).documents[0].document


def test_elements_are_those_of_the_same_text_in_simplified_print(document: Document) -> None:
    other = read(simplified(TEXT)).documents[0].document
    assert (document.kind, document.signed_date) == (other.kind, other.signed_date) == ("通知", dt.date(2020, 5, 18))
    assert (document.doc_number, document.doc_year, document.doc_serial) == ("云政办发〔2020〕27号", 2020, 27)
    assert [section.path for section in document.sections] == [section.path for section in other.sections]
    assert len(document.text) == len(other.text)


def test_words_stay_as_printed(document: Document) -> None:
    assert document.traditional
    assert document.title == "雲州市人民政府辦公室關於印發雲州市供水保障實施方案的通知"
    assert document.attached_title == "雲州市供水保障實施方案"
    assert [section.heading for section in document.sections] == ["工作目標", "組織領導"]
    assert document.text.startswith("雲州市人民政府辦公室關於印發")


def test_facts_quote_the_print() -> None:
    reading = read(TEXT).documents[0]
    text = reading.document.text
    assert [(fact.agency_name, text[fact.start : fact.end]) for fact in reading.assignments] == [
        ("市水利局", "市水利局"),
        ("市財政局", "市財政局"),
    ]
    assert [fact.due_date for fact in reading.deadlines] == [dt.date(2020, 9, 30)]
    assert reading.citations == ()
