"""Sentences of a text about land, and the areas of one sentence, each once."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.land import areas as la

# No end where a stop took the place of lost digits (工矿仓储用地。49公顷).
_SENTENCE_END = re.compile(rf"[！？\n。](?:(?<!。)|(?<![0-9]。)(?!{la.LOST_BEHIND})|(?<=[0-9]。)(?![0-9]))")
_DASH = 2  # characters between the ends of a range


def sentence_bounds(text: str) -> list[tuple[int, int]]:
    """Sentences; a full stop between digits is a decimal point."""
    bounds: list[tuple[int, int]] = []
    at = 0
    for match in _SENTENCE_END.finditer(text):
        if match.start() > at:
            bounds.append((at, match.end()))
        at = match.end()
    if at < len(text):
        bounds.append((at, len(text)))
    return bounds


def areas_once(text: str, found: list[la.Area]) -> list[la.Area]:
    """The areas without those that print the one before in another unit: 567公顷（8505亩）."""
    kept: list[la.Area] = []
    last: la.Area | None = None
    for area in found:
        if last is None or not (la.ALTERNATE.fullmatch(text, last.end, area.start) and la.same_land(last, area)):
            if area.is_range_end and last is not None and kept and area.start - last.end <= _DASH:
                kept.pop()  # 240公顷-360公顷
            kept.append(area)
        elif kept[-1] is last:
            kept[-1] = replace(last, also=area)
        last = area
    return kept
