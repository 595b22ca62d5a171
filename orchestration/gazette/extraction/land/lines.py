"""Lines of a text about land that break inside a figure or its words, put together again.

Where lines end is told for the whole text before any family is read; a short wrapped text has too few lines to tell its
measure. Here a break is mended only where the words on both sides prove it: a number and its unit, a use, a place and its
figure, or a word that no sentence ends with.
"""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land.places import Places
from orchestration.gazette.extraction.land.uses import ALL_LAND, uses
from orchestration.gazette.language.marked import MarkedText

_PROSE = re.compile(r"[，。；、：]")
UNFINISHED = re.compile(r"[\u4e00-\u9fff0-9.．](?<![顷亩里米㎡])$")
# A line that begins so begins a sentence, whatever the line above (a subtitle, it may be) ends with.
FRESH = re.compile(
    r"\s*(?:昨[日天]|今[日天]|日前|近日|记者|本报|据[^，。\n]{1,12}，|根据|此外|另外|(?:19|20)\d\d年|\d{1,2}月\d{1,2}日|（[一二三四五六七八九十]+）|[一二三四五六七八九十]+、)"
)
_UNIT = r"(?:万?公顷|万?亩|万?平方米|平方公里|平方千米|宗|%)"
_UNIT_FIRST = re.compile(_UNIT)
_FIGURE = re.compile(rf"[约共计为达]{{0,3}}[0-9][0-9.,]*\s?{_UNIT}")
_NO_END = re.compile(
    r"(?:计划|实际|拟|将|共|已|供|应|供应|安排|占|总|为|约|达|其中|合计|控制在|增加|减少|比|较|和|及|与)$"
)
_GOES_ON = re.compile(r"(?:供应|供地|土地|用地|国有|建设|住宅|总量|面积|完成|安排|落实)|[0-9]")
_SHORTEST, _SHORTEST_OPEN = 15, 5
_TAIL = 24


def rejoined(marked: MarkedText, places: Places) -> MarkedText:
    """The text with such line breaks left out."""
    text = marked.text
    cuts: list[int] = []
    at = text.find("\n")
    while at >= 0:
        end = text.find("\n", at + 1)
        above = text[text.rfind("\n", 0, at) + 1 : at]
        below = text[at + 1 : end if end >= 0 else len(text)]
        if _is_open(above) and below and "|" not in above and not FRESH.match(below) and _belong(above, below, places):
            cuts.append(at)
        at = end
    return marked.without(cuts) if cuts else marked


def _is_open(above: str) -> bool:
    shortest = _SHORTEST_OPEN if _NO_END.search(above) else _SHORTEST
    return len(above) >= shortest and _PROSE.search(above) is not None and UNFINISHED.search(above) is not None


def _belong(above: str, below: str, places: Places) -> bool:
    """Whether the end of one line and the beginning of the next make one word, or one figure with its head."""
    tail = re.split(r"[，。；、：（）]", above[-_TAIL:])[-1]
    head = re.split(r"[，。；、：（）]", below[:_TAIL])[0]
    if tail[-1:].isdigit():
        return (
            _UNIT_FIRST.match(below) is not None
        )  # 3865⏎亩; of two halves of a number nobody knows what stood between
    if _NO_END.search(tail) and _GOES_ON.match(head):
        return True
    both, border = tail + head, len(tail)
    at_figure = _FIGURE.match(head) is not None
    spans = [(use.start, use.end) for use in uses(both, 0, len(both))]
    spans += [(part.start, part.end) for part in places.find(both, 0, len(both))]
    spans += [match.span() for match in ALL_LAND.finditer(both)]
    return any(start < border < end or (at_figure and end == border) for start, end in spans)
