"""Figures of others: what a higher government set for itself, and what is forecast for the country or the world."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from orchestration.gazette.extraction.statements.words import FORECASTERS

# First, so that the search runs along marks alone; then what any of these clauses begins with.
_OPENS = r"[，：。；\n](?=[国党中上省自今去2全世我])"
_HIGHER = r"国务院|党中央|中央(?!企业|财政|预算|投资)|国家(?!级|电|重|高|税)|上级(?!财政|资金|补助)"
_PROVINCE = r"|省里|省委|省政府|自治区党委"
_OWN = r"(?![^，。；\n]{0,30}(?:我[省市县区]|全[市县区]|下达))"
_SETS = r"[^，。；\n]{0,24}(?:提出|要求|明确|确定)(?!的)"
_WORLD = r"(?:今年|去年|20\d\d年)?(?:(?:全球|世界)(?:经济|生产总值|GDP|贸易)|(?:全国|我国)(?:经济|生产总值|GDP|贸易)(?=[^。；\n]{0,30}(?:预计|预测|有望|可能|将))|国际(?:油价|金价|贸易(?!总额|额)|市场))"
_STATE_SETS = re.compile(f"{_OPENS}(?:(?:{_HIGHER}){_OWN}{_SETS}|{_WORLD})")
_PROVINCE_SETS = re.compile(f"{_OPENS}(?:(?:{_HIGHER}{_PROVINCE}){_OWN}{_SETS}|{_WORLD})")
_WORLD_ONLY = re.compile(f"{_OPENS}{_WORLD}")
_OF_STATE = re.compile("国务院|总理|全国人大|全国人民代表大会")
_FORECAST = re.compile("预(?:(?<!统计预)测(?!预警|性|分析|监测)|估)")
_HOPED = re.compile("有望")
# 世界银行将增速预期上调至5%: a forecaster speaks. A text that opens with one tells of forecasts all through.
_FORETOLD = re.compile(
    rf"(?:{'|'.join(map(re.escape, FORECASTERS))})[^，。；\n]{{0,24}}?(?:预[计测期估]|估计|认为|上调|下调|调高|调低|维持|展望|报告中)"
)
# Each kind begins with a character of its own, so that re can scan for them.
_MOVED_ON = r"(?:率|目标)?预期(?:值|目标)?[^，。；\n]{0,8}?(?:上调|下调|调高|调低|维持)"
_MOVED = r"[^，。；\n]{0,24}(?:增长|增速)(?:率)?预期"
_REVISED = re.compile(rf"增[长速]{_MOVED_ON}|经济{_MOVED_ON}|上调{_MOVED}|下调{_MOVED}|调[高低]{_MOVED}|维持{_MOVED}")
_FORESEES = re.compile("预[计测期估]|估计|有望|可[达能]|展望|上调|下调|将")
_FORETOLD_WITHIN = 200  # characters from the beginning
_CLAUSE_END = re.compile(r"[。；\n]")
_PROVINCE_ENDS = ("省", "自治区")


class Others:
    """The clauses of a text that speak of others; all offsets are those of ``text``."""

    def __init__(self, text: str, home: str | None) -> None:
        own = home is not None and home.endswith(_PROVINCE_ENDS)  # the province's own aims are its targets
        self._spans: list[tuple[int, int]] = []
        pattern = _STATE_SETS if own else _PROVINCE_SETS
        if home is None and "国内生产总值" in text and _OF_STATE.search(text) is not None:
            pattern = _WORLD_ONLY  # the state's own report
        opening = pattern.match("\n" + text[:80])
        found = [(0, max(0, opening.end() - 1))] if opening is not None else []
        found += [match.span() for match in pattern.finditer(text)]
        found += [match.span() for pattern in (_FORECAST, _HOPED) for match in pattern.finditer(text)]
        found += _foretold(text)
        for start, said in sorted(found):
            end = _CLAUSE_END.search(text, said)
            self._spans.append((start, end.start() if end is not None else len(text)))

    def hold(self, offset: int) -> bool:
        """Whether an offset stands in such a clause, behind the words that say whose the figure is."""
        index = bisect_right(self._spans, (offset,)) - 1
        return index >= 0 and offset < self._spans[index][1]


def _foretold(text: str) -> Iterator[tuple[int, int]]:
    """Where the clauses begin that tell what forecasters foresee, and where they have said so."""
    spans = [match.span() for match in _FORETOLD.finditer(text)]
    if "预期" in text:  # of which every revision speaks
        spans += [match.span() for match in _REVISED.finditer(text)]
    yield from spans
    if any(start < _FORETOLD_WITHIN for start, _ in spans):
        for match in _FORESEES.finditer(text):
            yield match.span()
