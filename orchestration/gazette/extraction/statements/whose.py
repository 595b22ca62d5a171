"""Whose a figure is: the county or city that its head opens with, the city that news spoke of last, else the document's own."""

from __future__ import annotations

import re
from bisect import bisect_right

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.statements.context import Finding
from orchestration.gazette.extraction.statements.words import GROWS

_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:自治县|地区|盟|州|市|区|县|旗)")
_PLACE_ENDS = frozenset("区盟州市县旗")
_CITY = re.compile(r"(?=([\u4e00-\u9fff]{2,4}?市)(?![场民政区级人委长]))")  # from every character: 年通辽市, 通辽市
_AIM_OF = re.compile("(GDP|(?:地区|国内)?生产总值|经济)(?:年均)?(?:增长|增速)?(?:预期)?目标")
_AIM_REACH = 40  # characters before a figure in which 目标 stands
_LISTED = "、和与及级属直管"  # 甲市、乙市…; 甲市级示范村: part of a kind
_PLACE_NAME = 8


class Places:
    """The places that one document speaks of; offsets are those of ``text``."""

    def __init__(self, text: str, home: str | None, is_news: bool) -> None:
        """``is_news``: the text may speak of several cities, one after the other (各地公布目标: 临汾市…；通辽市…)."""
        self._text = text
        self._home = home
        self.own = lexicon.region(home) if home else None  # the region of the document itself
        self._cities = self._named() if is_news else []

    def region(self, head: str, offset: int) -> tuple[str | None, str]:
        """The region of a figure at an offset, and its head without the place that opens it."""
        match = None if _PLACE_ENDS.isdisjoint(head[2:11]) else _PLACE.match(head)
        if match is not None and match.end() < len(head):
            region_id = lexicon.region(match[0], self._home)
            if region_id is not None and head[match.end()] not in _LISTED:  # 甲市、乙市浓度: of both
                return region_id, head[match.end() :].lstrip("的")
        index = bisect_right(self._cities, (offset, "~")) - 1
        return (self._cities[index][1] if index >= 0 else self.own), head

    def aimed(self, finding: Finding) -> str:
        """The head of a place's aim with what it aims at, as the text named it last (GDP增长目标…：甲省的目标上调为8%); empty
        where it named none.
        """
        head, at = finding.head, finding.quantity.start
        near = self._text.find("目标", max(0, at - _AIM_REACH), at) >= 0
        grows = finding.quantity.dimension == "ratio" and any(word in GROWS for word in finding.words)
        if len(head) > _PLACE_NAME or not (near or grows):
            return head  # 各地GDP目标出炉：北京增长5%以上，上海增长5.5%左右
        if lexicon.region(head, self._home) is None:
            return head
        named = [match[1] for match in _AIM_OF.finditer(self._text, 0, at)]
        return f"{head}{named[-1]}{'增长' if named[-1] == '经济' else ''}" if named else ""

    def _named(self) -> list[tuple[int, str]]:
        """The cities that news names, in order: what follows is theirs."""
        cities = []
        for match in _CITY.finditer(self._text):
            region_id = lexicon.region(match[1], self._home)
            if region_id is not None:
                cities.append((match.end(1), region_id))
        return cities
