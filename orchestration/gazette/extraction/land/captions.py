"""What stands around a table of land: its caption above or below it, the use the caption gives it, its unit."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land.cells import Cell
from orchestration.gazette.extraction.land.context import SUPPLY
from orchestration.gazette.extraction.land.uses import ALL_LAND, uses

_AMOUNT = "(?:计划|供应|供地|出让|供给)*(?:总?(?:量|面积|规模))?"  # 住宅用地供应总量: of that use, not of all land
_LINES = 4
_LONGEST = 60
_REACH = 300
_BELOW = re.compile(r"\n[（(]?(?P<caption>(?:附?[图表]\s?[0-9一二三四五六七八九十]|上[图表])[^\n。]{4,60})(?=\n|$)")
_CAPTION = re.compile(r"^附?表[^，。]{0,60}$|单位：")
_ALL = re.compile(r"建设用地|土地|供地|用地供应")
_UNITS = "公顷|亩|平方米"
_UNIT_BELOW = re.compile(rf"[^\n]{{0,6}}单位[：:]?\s*({_UNITS})")
_LARGE = re.compile(r"[0-9]{3,}(?:\.[0-9]+)?|[0-9]+\.[0-9]+")


def caption_of(text: str, rows: list[list[Cell]]) -> str:
    """The short lines above a table; with the line below it where only that one is a caption (图1 各区供地情况)."""
    start = rows[0][0].start if rows[0] else 0
    lines = text[max(0, start - _REACH) : start].rstrip("\n").split("\n")
    kept: list[str] = []
    for line in reversed(lines[-_LINES:]):
        caption = line.rpartition("。")[2]
        if len(caption) < len(line) and _CAPTION.search(caption):
            kept.append(caption)  # joined to the paragraph before it
        if len(caption) < len(line) or len(line) > _LONGEST:
            break
        kept.append(line)
    above = "\n".join(reversed(kept))
    below = None if SUPPLY.search(above) else _BELOW.match(text, rows[-1][-1].end)
    return f"{above}\n{below['caption']}" if below else above


def use_of(words: str, subject: str | None) -> str | None:
    """The use that a table's caption and the headings above give to all of it (表2 住宅用地供应计划), nearest line first;
    else the plan's own."""
    for line in reversed(words.split("\n")):
        named = {use.name for use in uses(line, 0, len(line))}
        if len(named) == 1:
            name = next(iter(named))
            if not ALL_LAND.search(re.sub(rf"{re.escape(name)}{_AMOUNT}", "", line)):
                return name
        if named or _ALL.search(line):
            return None if named or "建设用地" in line else subject
    return subject


def unit_behind(text: str, rows: list[list[Cell]]) -> str | None:
    """The unit on the line below a table, else the one that the text prints with the table's sum (共计860公顷)."""
    end = text.find("\n", rows[-1][-1].end)
    if end >= 0 and (below := _UNIT_BELOW.match(text, end + 1)):
        return below[1]
    for cell in rows[-1][1:]:
        if _LARGE.fullmatch(cell.text) and (told := re.search(rf"(?<![0-9.]){re.escape(cell.text)}({_UNITS})", text)):
            return told[1]
    return None
