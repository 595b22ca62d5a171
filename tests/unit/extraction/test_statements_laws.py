"""Laws of statements: what is read does not hang on wrapping, order or neighbours, and every quote stands in the text."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.targets import find
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Statement
from tests.unit.extraction.test_statements import CARRIED, HEAD_BEFORE, JOINED, NOUN_BEHIND, read

_SENTENCES = [text for text, _ in HEAD_BEFORE + NOUN_BEHIND + CARRIED + JOINED]


def _key(statement: Statement) -> tuple[object, ...]:
    return (statement.indicator, statement.comparator, statement.value, statement.unit, statement.measure)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=8, unique=True), st.data())
def test_paragraph_breaks_change_nothing(sentences: list[str], data: st.DataObject) -> None:
    joined = read("".join(sentences))
    gaps = [data.draw(st.sampled_from(["", "\n"])) for _ in sentences]
    broken = read("".join(a + b for a, b in zip(sentences, gaps, strict=True)))
    assert Counter(map(_key, joined)) == Counter(map(_key, broken))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(_SENTENCES), min_size=2, max_size=6, unique=True))
def test_neighbours_change_nothing(sentences: list[str]) -> None:
    alone = {_key(statement) for text in sentences for statement in read(text)}
    assert {_key(statement) for statement in read("\n".join(sentences))} == alone


@settings(max_examples=150, deadline=None)
@given(
    st.text(
        alphabet="一二三十百千万亿两0123456789.%‰个家元亩年月日，。；：、（）“”《》新建成增长下降达到完成由从提高至的分别和均各以上内左右约超全市\n|- ",
        max_size=80,
    )
)
def test_any_text_is_read_without_a_crash_and_quotes_hold(text: str) -> None:
    for statement in read(text):
        assert 0 <= statement.start < statement.end <= len(text)
        assert statement.indicator
        assert statement.value_upper is None or statement.value_upper > statement.value


def test_traditional_text_is_read_and_quoted_as_printed() -> None:
    text = "全社會固定資產投資增長8%，城鄉居民人均可支配收入分別增長8%、9%。"
    document = Document(
        document_id="t/1", issue_id="t", sequence=1, kind="通知", title="雲江市2018年計劃", text=text, traditional=True
    )
    found = [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]
    assert [(s.indicator, s.value) for s in found] == [
        ("全社会固定资产投资", 8),
        ("城镇居民人均可支配收入", 8),
        ("农村居民人均可支配收入", 9),
    ]
    assert text[found[0].start : found[0].end] == "全社會固定資產投資增長8%"


def test_glosses_of_a_web_page_are_no_part_of_the_indicator() -> None:
    text = "地區(qū)生產(chǎn)總值增長7.5%。"
    document = Document(
        document_id="t/1", issue_id="t", sequence=1, kind="通知", title="雲江市2018年計劃", text=text, traditional=True
    )
    (found,) = [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]
    assert found.indicator == "地区生产总值"
    assert text[found.start : found.end] == text[:-1]
