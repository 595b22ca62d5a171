"""Named works with their land: no part of a plan by use or place, nor is what 其中 tells of their land."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.lead import INSIDE, Lead

_WORKS = re.compile(r"(?:工程|项目)(?:等|共|合计|共计|约|为|已|完成|供地|供应|用地)*$")
_SAME_WORKS = re.compile(r"[^，。；：]{0,12}")
_COUNTED_IN = re.compile(r"^[，、]?(?:还|也|均)?(?:包括|包含|含)(?!山)")
_NEXT_SENTENCE = re.compile(r"。\s*(?:其中|包括)")


class Works:
    """The works last told of in a text, and whether figures behind are parts of their land."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._end = -1  # where the last area of named works ends
        self._ha = 0.0
        self._parts = False  # whether 其中 has begun a list of their parts

    def are_told(self, lead: Lead, use: str | None, use_start: int | None, use_behind: bool) -> bool:
        """Whether a figure is of named works; 某某项目用地97亩已完成供地65亩: both are.

        Args:
            lead: the words before the figure.
            use: what it would be of otherwise.
            use_start: where that is named before the figure; None where it stands behind it or in another sentence.
            use_behind: whether it stands right behind it (项目20公顷住宅用地).
        """
        same = self._end == lead.at and _SAME_WORKS.fullmatch(self._text, lead.at, lead.first.start)
        named = _WORKS.search(lead.own)
        if named and use is not None:
            # 上述用地中，包括更新项目66公顷: the use before is of the whole that they are counted in.
            same = None
            if use_behind or (use_start is not None and use_start >= lead.own_start):
                named = None
            elif use_start is not None:
                named = _COUNTED_IN.match(lead.own)
        if not named and (use is not None or not same):
            return False
        self._end, self._parts = lead.last.end, False
        self._ha = max(area.ha for area in lead.group)
        return True

    def has_part(self, group: tuple[la.Area, ...]) -> bool:
        """Whether areas are parts of the works told of last: 更新项目66公顷。其中，住宅用地39公顷，商服用地5公顷."""
        if self._end < 0 or group[0].start < self._end or any(area.ha > self._ha for area in group):
            return False
        gap = self._text[self._end : group[0].start]
        begins = INSIDE.search(gap) and ("。" not in gap or _NEXT_SENTENCE.match(gap))
        if "；" in gap or "\n" in gap or not (begins or (self._parts and "。" not in gap)):
            self._parts = False
            return False
        self._parts, self._end = True, group[-1].end
        return True
