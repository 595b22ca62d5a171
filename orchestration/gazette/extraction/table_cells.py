"""Cells of tables of indicators: their words, and what in them is a unit or a year."""

from __future__ import annotations

import re

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.quantities import quantities

YEARS = re.compile(r"(?:19|20)\d\d(?:年度?|(?!\d))|“?十[一二三四五六]五”?(?:末|期末|时期|期间)?|年")
_BRACKETED = re.compile(r"[（(\[]([^（）()\[\]]{1,12})[）)\]]$")
_SPREAD = re.compile(r"[ \u3000]+")


def words_of(marked: MarkedText, span: tuple[int, int]) -> str:
    """A cell in the matching form; letters set apart for looks (指 标) close up."""
    words = marked.text[marked.matching(span[0]) : marked.matching(span[1])].strip()
    return closed_up(words)


def closed_up(words: str) -> str:
    """Words whose letters are set apart for looks (指 标), closed up."""
    return _SPREAD.sub("", words)


def unit_set_off(words: str) -> tuple[str, str | None]:
    """Words without the unit in brackets that they end in, and that unit: 总产值（亿元）; None where they end in none."""
    bracket = _BRACKETED.search(words)
    if bracket is None or not is_unit(bracket[1]):
        return words, None
    return words[: bracket.start()], bracket[1]


def is_unit(words: str) -> bool:
    """Whether words are a unit, scales included: 亿元, %, 件/万人."""
    found = quantities(f"1{words}")
    return len(found) == 1 and found[0].unit_end == len(words) + 1 and not found[0].after
