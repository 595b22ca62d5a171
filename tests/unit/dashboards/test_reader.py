"""The reader's markup: marks in their places, nothing of the text lost or left unescaped."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from dashboards.components.reader import Heading, Span, body, hits, page, tree


def plain(markup: str) -> str:
    """The words of the markup, one line a paragraph."""
    paragraphs = re.findall(r"<p[^>]*>(.*?)</p>", markup, flags=re.S)
    return "\n".join(unescape(re.sub(r"<[^>]+>", "", paragraph)) for paragraph in paragraphs)


def test_a_quote_is_marked_where_it_stands() -> None:
    text = "一、目标\n增长6%以上，新建5个"
    start = text.index("增长6%以上")
    markup = body(text, [Span(start, start + 6, "f0", "目标", chosen=True)], [])
    assert '<mark class="f0 chosen" title="目标">增长6%以上</mark>，新建5个' in markup


def test_a_quote_over_two_paragraphs_is_marked_in_both() -> None:
    markup = body("甲乙\n丙丁", [Span(1, 4, "f1", "x")], [])
    assert markup == '<p>甲<mark class="f1" title="x">乙</mark></p><p><mark class="f1" title="x">丙</mark>丁</p>'


def test_overlapping_facts_name_both_and_never_cross() -> None:
    markup = body("甲乙丙丁", [Span(0, 3, "f0", "a"), Span(1, 4, "f1", "b")], [])
    assert 'title="a&#10;b">乙丙</mark>' in markup
    assert plain(markup) == "甲乙丙丁"


def test_what_the_text_holds_is_escaped() -> None:
    markup = page("<script>alert(1)</script>", [Span(0, 8, "f0", '"><img onerror=x>')], [Heading(0, 8, 1, "<b>")], None)
    assert "<script>alert" not in markup
    assert "<img" not in markup


def test_a_section_is_an_anchor_and_an_item_of_the_tree() -> None:
    headings = [Heading(0, 4, 1, "一 总体"), Heading(5, 8, 2, "(一) 分项")]
    assert '<span id="gb-s1"></span><b>' not in body("一、总体\n（一）分项", [], headings[:1])
    assert '<span id="gb-s1"></span>' in body("一、总体\n（一）分项", [], headings)
    assert tree(headings).count("data-to=") == 2


def test_searched_words_are_found_everywhere_and_patterns_are_literal() -> None:
    assert [(h.start, h.end) for h in hits("a.b ab a.b", ["a.b"])] == [(0, 3), (7, 10)]
    assert hits("甲", [""]) == []


@given(
    st.text(alphabet="甲乙<&\n |\"'", max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
)
def test_no_character_is_lost_or_doubled(text: str, pairs: list[tuple[int, int]]) -> None:
    spans = [Span(min(a, b), max(a, b), f"f{n}", "t", n == 0) for n, (a, b) in enumerate(pairs)]
    headings = [Heading(min(a, b), max(a, b), 1, "h") for a, b in pairs[:2]]
    assert plain(body(text, spans, headings)) == text
