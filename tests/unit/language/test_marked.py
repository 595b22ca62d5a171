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


@pytest.mark.parametrize(
    ("text", "matching"),
    [
        ("渡过0九年，", "渡过2009年，"),
        ("〇〇八年工作回顾", "2008年工作回顾"),
        ("08年增长9%，09年增长8%", "2008年增长9%，2009年增长8%"),
        ("到2012年达6亿元，一五年要突破9亿元", "到2012年达6亿元，2015年要突破9亿元"),
        ("08年级学生、十〇年、3.05年、一五年规划", "08年级学生、十〇年、3.05年、一五年规划"),
    ],
)
def test_years_get_their_century(text: str, matching: str) -> None:
    view = of(text)
    assert view.text == matching
    printed = [text[slice(*view.clean(year.start(), year.end()))] for year in re.finditer(r"\d{4}年", matching)]
    assert all(words.endswith("年") and words in text for words in printed)
    assert all(len(words) < len("2008年") or words.startswith("20") for words in printed)


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
