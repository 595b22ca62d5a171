"""Which place a document speaks for."""

from __future__ import annotations

import re
from collections import Counter

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import without_glosses
from orchestration.gazette.lexicon.regions import is_great_place, is_place

_END = "(?:省|自治区|特别行政区|市|自治州|州|盟|地区|县|区|旗)"
_GOVERNMENT = re.compile(
    rf"([一-龥]{{1,12}}?{_END})(?:人民政府|委员会|委|人大|人民代表大会|政府|第?[一二三四五六七八九十\d]{{1,4}}届)"
)
_SPOKEN = re.compile(rf"(?:我(?:谨)?代表|受)([一-龥]{{1,12}}?{_END})(?:人民)?政府")
_REPORTING = re.compile(rf"([一-龥]{{1,12}}?{_END})(?:人民)?政府(?:的)?工作报告")
_PLACE = re.compile(rf"[一-龥]{{1,9}}?{_END}")
# In a headline a province or city stands by its short name before what it does or aims at (2010年漳州经济社会发展目标).
_HEADLINE = re.compile(
    r"(?:^|年|[：，！“”》 ]|提出|公布|发布)(?![今去明]年)([一-龥]{2,4}?)"
    r"(?=今年|明年|去年|(?:19|20)\d\d|国民经济|经济|社会|主要|政府工作|全[市省年]|GDP|生产总值|发展目标|预期|计划|力争|将)"
)
# A place that a title or an issuer begins with is one by its position, registered or not: 石潭市2022年…计划.
_LEADING = re.compile(
    r"(?:关于)?(?:中共)?([一-龥]{1,6}?(?:省|自治区|自治州|市|州|盟|县|区|旗))"
    r"(?=人民|委|政府|(?:19|20)\d\d|国民|国有|关于|经济|土地|住|医|城|财政|发展|自然|教育|民政|卫生|住房|统计|召开|举行|公布)"
)
_COMMON = re.compile(
    r"^(?:全|我|本|各|外|该|省|市|区|县|城|地|辖|园|社|新|老|山|景|灾|库|小|片|高新|开发|经济|特|直辖|自治|中心|主|示范|度假)*[省市州县区盟旗]$"
)
_LONGEST = 12
_HEADLINES = 8  # lines at the beginning among which a headline stands
_HEADLINE_LENGTH = 40


def region_of(issuer: str | None, title: str, head: str, gazette_region: str | None = None) -> str | None:
    """The place's name as printed (淄博市): the issuer's, the title's, the speaker's, the gazette's, or the one that
    most names are of.

    Elsewhere than at the head of an issuer or a title, only names that the register of regions holds count. A county's name
    that several counties bear is given as printed.

    Args:
        issuer: the issuer, None where unknown.
        title: the document's title.
        head: the first few hundred characters of the text.
        gazette_region: the region that the gazette's own description names.
    """
    title, head = without_glosses(simplified(title)), without_glosses(simplified(head))
    for text in (simplified(issuer or ""), title):
        if (match := _GOVERNMENT.search(text)) and (place := _known(match[1])):
            return place
    for text in (simplified(issuer or ""), title):
        if (match := _LEADING.match(text)) and not _COMMON.search(match[1]):
            return _known(match[1]) or match[1]
    if (match := _SPOKEN.search(head)) and (place := _known(match[1])):
        return place
    if gazette_region:
        return gazette_region
    if (match := _REPORTING.search(head)) and (place := _known(match[1])):
        return place
    governments = Counter(place for match in _GOVERNMENT.finditer(head) if (place := _known(match[1])))
    if governments and governments.most_common(1)[0][1] * 2 >= governments.total():
        return governments.most_common(1)[0][0]  # of two named as often the first
    if place := _named(title) or next(filter(None, map(_headlined, head.split("\n")[:_HEADLINES])), None):
        return place
    named = (_known(match[0]) for match in _PLACE.finditer(head))
    spoken = Counter(place for place in named if place is not None and not _COMMON.search(place))  # 老城区 is any
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
    return _headlined(title)


def _headlined(line: str) -> str | None:
    """A province or city that a headline names by its short name; None in lines of running text."""
    if len(line) > _HEADLINE_LENGTH or "。" in line:
        return None
    return next((match[1] for match in _HEADLINE.finditer(line) if is_great_place(match[1])), None)
