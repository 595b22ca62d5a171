"""The matching form of a text: simplified, without glosses, every span mapped back."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.gazette.language import marked as module
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document


def of(text: str, *, traditional: bool = False) -> MarkedText:
    return MarkedText(Document("t/1", "t", 1, None, "", text, traditional=traditional))


@pytest.mark.parametrize(
    ("text", "matching"),
    [
        ("經（jīng）濟增長（zhǎng）7%", "经济增长7%"),
        ("供應(yīng)總量，，其中住宅用地", "供应总量，其中住宅用地"),
        ("公共服務、，教育", "公共服务、教育"),
        ("建設（一期）工程", "建设（一期）工程"),
    ],
)
def test_glosses_and_doubled_commas_are_no_text(text: str, matching: str) -> None:
    assert of(text, traditional=True).text == matching


def test_a_span_maps_back_to_the_words_as_printed() -> None:
    view = of("全市經（jīng）濟增長（zhǎng）7%左右", traditional=True)
    start = view.text.index("增长7%")
    clean = view.clean(start, start + 4)
    assert view.document.text[slice(*clean)] == "增長（zhǎng）7%"
    assert view.printed(start, start + 4) == "增長7%"


def test_a_simplified_text_is_left_alone() -> None:
    assert of("任命周建乾为副主任").text == "任命周建乾为副主任"


@given(st.text(alphabet="增長经（）()jīngyan，,、。；7%", max_size=30))
def test_the_cheap_look_misses_no_gloss(text: str) -> None:
    view = of(text)
    plain = re.sub(module._GLOSS, "", text)
    assert view.text == plain
    for start in range(len(view.text)):
        first, last = view.clean(start, start + 1)
        assert text[first:last] == view.text[start]
