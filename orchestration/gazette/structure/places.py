"""Which place a document speaks for."""

from __future__ import annotations

import re
from collections import Counter

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.lexicon.regions import is_place

_END = "(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|区|旗)"
_GOVERNMENT = re.compile(
    rf"([一-龥]{{1,12}}?{_END})(?:人民政府|委员会|委|人大|人民代表大会|政府|第?[一二三四五六七八九十\d]{{1,4}}届)"
)
_SPOKEN = re.compile(rf"(?:我(?:谨)?代表|受)([一-龥]{{1,12}}?{_END})(?:人民)?政府")
_PLACE = re.compile(rf"[一-龥]{{1,9}}?{_END}")
_LONGEST = 12


def region_of(issuer: str | None, title: str, head: str, gazette_region: str | None = None) -> str | None:
    """The place's name as printed (淄博市): the issuer's, the title's, the speaker's, the gazette's, or the one that
    most names are of.

    Only names that the register of regions holds count. A county's name that several counties bear is given as printed.

    Args:
        issuer: the issuer, None where unknown.
        title: the document's title.
        head: the first few hundred characters of the text.
        gazette_region: the region that the gazette's own description names.
    """
    title, head = simplified(title), simplified(head)
    for text in (simplified(issuer or ""), title):
        if (match := _GOVERNMENT.search(text)) and (place := _known(match[1])):
            return place
    if (match := _SPOKEN.search(head)) and (place := _known(match[1])):
        return place
    if gazette_region:
        return gazette_region
    for match in _GOVERNMENT.finditer(head):
        if place := _known(match[1]):
            return place
    if place := _named(title):
        return place
    spoken = Counter(place for match in _PLACE.finditer(head) if (place := _known(match[0])))
    # Most of what is named must be one place: a text that names many speaks for none of them.
    return next((place for place, times in spoken.items() if times * 2 > spoken.total()), None)


def _known(words: str) -> str | None:
    """The longest end of some words that is a region's full name (任命重庆市 → 重庆市)."""
    for length in range(min(len(words), _LONGEST), 2, -1):
        name = words[-length:]
        if is_place(name):
            return name
    return None


def _named(title: str) -> str | None:
    """A region that a headline names, in full or, at its very beginning, by its short name (厦门2015年…)."""
    for match in _PLACE.finditer(title):
        if place := _known(match[0]):
            return place
    for length in range(5, 1, -1):
        if is_place(title[:length]):
            return title[:length]
    return None
