"""Which place a document speaks for."""

from __future__ import annotations

import re
from collections import Counter

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import without_glosses
from orchestration.gazette.lexicon.place_words import name_ending, opens
from orchestration.gazette.lexicon.regions import is_great_place, is_place, levels_of, lies_in
from orchestration.gazette.structure.place_names import (
    END,
    fits,
    is_aside,
    is_cited,
    is_served,
    mentions,
    own_levels,
    without_careers,
)

_GOVERNMENT = re.compile(
    rf"([一-龥]{{1,12}}?{END})(?:人民政府|委员会|委(?!党校)|人大|人民代表大会|政府|第?[一二三四五六七八九十\d]{{1,4}}届)"
)
_SPOKEN = re.compile(rf"(?:我(?:谨)?代表|受)([一-龥]{{1,12}}?{END})(?:人民)?政府")
_REPORTING = re.compile(rf"([一-龥]{{1,12}}?{END})(?:人民)?政府(?:的)?工作报告")
# In a headline a province or city stands by its short name before what it does or aims at (2010年漳州经济社会发展目标).
_HEADLINE = re.compile(
    r"(?:^|年|[：，！“”》 ]|提出|公布|发布)(?![今去明]年)([一-龥]{2,4}?)"
    r"(?=今年|明年|去年|(?:19|20)\d\d|国民经济|经济|社会|主要|政府工作|全[市省年]|GDP|生产总值|发展目标|预期|计划|力争|将|\d)"
)
# A place that a title or an issuer begins with is one by its position, registered or not: 石潭市2022年…计划.
_LEADING = re.compile(
    r"(?:关于)?(?:中共)?(?:(?:19|20)\d\d年度?|[今去]年)?(?:[上下]半年|[第前]?[一二三四]季度)?"
    r"(?P<name>[一-龥]{1,6}?(?:省|自治区|自治州|市|州(?![市区县])|盟|县|区|旗))"
    r"(?=人民|委|政府|(?:19|20)\d\d|国民|国有|关于|经济|土地|住|医|城|财政|发展|自然|教育|民政|卫生|住房|统计|召开|举行|公布)"
)
_COMMON = re.compile(
    r"^(?:全|我|本|各|外|该|省|市|区|县|城|地|辖|园|社|新|老|山|景|灾|库|小|片|高新|开发|经济|特|直辖|自治|中心|主|示范|度假)*[省市州县区盟旗]$"
)
# What no name of a place holds: words of time, of the whole, a chief's post, a verb with its object.
_NO_NAME = re.compile(r"[年月日全我本各该作在为的与和及将关于]|[省市县区州旗](?=长)|[上下]半|季度|第[一二三四]")
# Whom a text goes to: 各县人民政府，市政府各部门：
_ADDRESSED = re.compile(
    r"(?m)^(?![^\n]*(?:决定|通知|现将|会议|日前|近日|要求|指出|\d年))[^。；\n]{2,200}(?:部门|单位|机构|政府|管委会|委员会|[局厅])[^。；\n]{0,20}[：:]$"
)
_NATIONAL = re.compile(
    r"(?:中共中央|中央|国务院|国家|全国|最高人民|中华人民共和国|[一-龥]{2,12}部(?:办公厅)?(?:[ 、]|$))"
)
_HEAD = 600  # characters from the beginning in which a text says whose it is
_OPENING = 200  # in which a place that is named once must stand
_SHORTEST = 2  # characters of a name that has no short one (寿县)
_HEADLINES = 8  # lines at the beginning among which a headline stands
_HEADLINE_LENGTH = 40
_LISTED = ("、", "和", "与", "及")  # one of several places


def region_of(issuer: str | None, title: str, head: str, gazette_region: str | None = None) -> str | None:
    """The place's name as printed (淄博市): the issuer's, the title's, the speaker's, the gazette's, or the one that
    most names are of. A text of the nation's offices speaks for no place of its own.

    Elsewhere than at the head of an issuer or a title, only names that the register of regions holds count. A county's name
    that several counties bear is given as printed.

    Args:
        issuer: the issuer, None where unknown.
        title: the document's title.
        head: the first few hundred characters of the text.
        gazette_region: the region that the gazette's own description names.
    """
    title, head = without_glosses(simplified(title)), without_glosses(simplified(head))
    if issuer and _NATIONAL.match(simplified(issuer)):
        return gazette_region
    levels = own_levels(f"{title}\n{head}")
    head = head[:_HEAD]
    for text in (simplified(issuer or ""), title):
        if (match := _GOVERNMENT.search(text)) and (place := name_ending(text, match.end(1))):
            return place
    for text in (simplified(issuer or ""), title):
        if (match := _LEADING.match(text)) and (place := _leading(text, match)):
            return place
    if (match := _SPOKEN.search(head)) and (place := name_ending(head, match.end(1))):
        return place
    if gazette_region:
        return gazette_region
    if (match := _REPORTING.search(head)) and (place := name_ending(head, match.end(1))):
        return place
    head = without_careers(_ADDRESSED.sub("", head))
    if place := _most_governing(head, levels):
        return place
    if place := _named(title, head) or next(filter(None, map(_headlined, head.split("\n")[:_HEADLINES])), None):
        return place
    return _most_named(head, levels)


def _leading(text: str, match: re.Match[str]) -> str | None:
    """The place that a title or an issuer begins with: the registered one that ends there, else the words themselves."""
    name = match["name"]
    if _COMMON.search(name):
        return None
    if known := name_ending(text, match.end("name")):
        return known
    if is_great_place(name):
        return name
    return None if _NO_NAME.search(name) else name


def _most_governing(head: str, levels: dict[str, int]) -> str | None:
    """The place whose offices a text names most: at least half of all the offices that it names, of two the first.
    Offices of a place that it can not be, and posts, are not counted."""
    offices: Counter[str] = Counter()
    posts: Counter[str] = Counter()
    for match in _GOVERNMENT.finditer(head):
        name = name_ending(head, match.end(1))
        if name and fits(name, levels):
            start = match.end(1) - len(name)
            posts[name] += is_served(head, start, match.end(1))
            offices[name] += _speaks(name, head, start, match.end(1), levels)
    place, times = offices.most_common(1)[0] if offices else ("", 0)
    if posts.total() - posts[place] > (times + posts[place]) * 2:
        return None  # news of posts in many places
    return place if times * 2 > offices.total() or (times > 1 and times * 2 == offices.total()) else None


def _speaks(name: str, head: str, start: int, end: int, levels: dict[str, int]) -> bool:
    """Whether a place may be named as the one that a text is of."""
    if _COMMON.search(name) or is_aside(head, start, end) or is_served(head, start, end):
        return False
    most = max(levels.values(), default=0)
    return not is_cited(head, start) or any(levels.get(level) == most for level in levels_of(name))


def _most_named(head: str, levels: dict[str, int]) -> str | None:
    """The place that most of what a text names is; one that it names once only where it begins. A text that names many
    speaks for none of them; its own parts do not count."""
    named = [mention for mention in mentions(head) if not _COMMON.search(mention[0])]  # 老城区 is any
    told: Counter[str] = Counter()
    first: dict[str, int] = {}
    for name, start, end in named:
        listed = head[start - 1 : start] in _LISTED or head[end : end + 1] in _LISTED
        if not listed and _speaks(name, head, start, end, levels):
            told[name] += 1
            first.setdefault(name, start)
    for place, times in told.items():
        others = sum(name != place and not lies_in(name, place) for name, _, _ in named)
        often = max(times, head.count(place[:-1]) if len(place) > _SHORTEST else 0)
        begins = first[place] < _OPENING and opens(head, first[place])
        if times > others and fits(place, levels, often) and (often > 1 or begins):
            return place
    return None


def _named(title: str, head: str) -> str | None:
    """A region that a headline names, in full or, at its very beginning, by its short name (厦门2015年…)."""
    for name, start, end in mentions(title):
        listed = title[start - 1 : start] in _LISTED or title[end : end + 1] in _LISTED
        if not listed and not _COMMON.search(name) and not is_aside(title, start, end):
            return name
    for length in range(5, 1, -1):
        name = title[:length]
        if is_great_place(name) or (is_place(name) and not _COMMON.search(name) and _in_full(name, head)):
            return name
    return _headlined(title)


def _in_full(name: str, head: str) -> bool:
    """Whether a text names a county in full whose short name may be a word of the language (新建, 合作)."""
    return any(f"{name}{level}" in head for level in levels_of(name))


def _headlined(line: str) -> str | None:
    """A province or city that a headline names by its short name; None in lines of running text."""
    if len(line) > _HEADLINE_LENGTH or "。" in line:
        return None
    return next((match[1] for match in _HEADLINE.finditer(line) if is_great_place(match[1])), None)
