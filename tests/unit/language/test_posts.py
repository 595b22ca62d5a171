"""Titles at the end of words."""

from __future__ import annotations

import re

import pytest

from orchestration.gazette.language import posts


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("云州市教育局局长", "局长"),
        ("云州市人民法院审判委员会委员", "审判委员会委员"),
        ("云州大学党委副书记", "党委副书记"),
        ("云州集团首席技术官", "首席技术官"),
        ("一级巡视员", "一级巡视员"),
        ("驻某国特命全权大使", "特命全权大使"),
        ("云州集团总会计师", "总会计师"),
    ],
)
def test_title_ends_words(words: str, title: str) -> None:
    start = posts.title_start(words)
    assert start is not None
    assert words[start:] == title


def test_words_without_title() -> None:
    assert posts.title_start("云州市教育局") is None
    assert posts.title_start("") is None


def test_no_title_ends_in_something_optional() -> None:
    """Else its last character may be missing among those that are asked for first."""
    assert re.search(r"[?*](?:\||\)|$)", f"{posts._LEVEL}|{posts._HEADS}|{posts._TITLES}") is None
