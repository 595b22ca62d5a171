"""Lines that are columns of names, some set wide (陈　望　欧阳立新　赵　敏, 江城区　农　委　园林局): the spaces inside names go,
those between stay.

A line justified letter by letter (发 展 动 力) looks alike: names are told by their surnames, and by a longer one among
them or by wider gaps between than inside.
"""

from __future__ import annotations

import re

from orchestration.gazette.language.people import COMPOUND_SURNAMES, SURNAMES, is_name

_LONGEST = 80  # characters of a line of names
_FEWEST = 3  # names on a line that columns are known by
_LONG = 3  # characters of a name that no word justified letter by letter is as long as
_WIDE = re.compile(r"(?:^|(?<=[ 　]))[一-龥][ 　]+[一-龥](?=[ 　]|$)")
_ONLY_WORDS = re.compile(r"[一-龥·]+(?:[ 　]+[一-龥·]+)+")
_PIECES = re.compile(r"([一-龥·]+)([ 　]*)")
_BODY = re.compile(r"[一-龥]{1,12}(?:[市县区旗局委办厅院署]|中心|公司|政府)")
_UNIT = re.compile(r"[省市县区州旗][一-龥]{1,10}(?:[局委办厅院署会]|中心|公司|政府|支队|大队)")
_PLACED = re.compile(r"(?![为任同兼的等])[一-龥]{1,4}?[省市县区州旗镇乡](?:[一-龥]{2}|$)")


def names_apart(line: str) -> str | None:
    """The line with one space between its names and none inside them; None where it is no line of names."""
    if len(line) > _LONGEST or not _WIDE.search(line) or not _ONLY_WORDS.fullmatch(line):
        return None
    units: list[str] = []
    inside: list[int] = []
    between: list[int] = []
    pieces = [(match[1], len(match[2])) for match in _PIECES.finditer(line)]
    at = 0
    while at < len(pieces):
        words, gap = pieces[at]
        if len(words) == 1:
            if at + 1 == len(pieces) or len(pieces[at + 1][0]) > 1:
                return None
            inside.append(gap)
            words, gap, at = words + pieces[at + 1][0], pieces[at + 1][1], at + 1
        units.append(words)
        between.append(gap)
        at += 1
    is_wide = max(inside) < min(between[:-1], default=0)
    if len(units) >= _FEWEST and all(map(_is_like_a_name, units)) and (is_wide or len(inside) < len(units)):
        return " ".join(units)
    if len(units) >= _FEWEST and all(map(_BODY.fullmatch, units)) and len(inside) < len(units) - 1:
        return " ".join(units)
    if len(units) > 1 and all(map(is_name, units)) and max(map(len, units)) == _LONG:
        return " ".join(units)
    if (
        len(units) > 1
        and len(pieces[0][0]) == 1
        and _is_like_a_name(units[0])
        and any(_PLACED.match(unit) or _UNIT.fullmatch(unit) for unit in units[1:])
    ):
        return " ".join(units) if len(inside) == 1 else None  # 李　明　西河区应急管理局, 钱　进　青瓷烧制　青河区
    return None


def _is_like_a_name(words: str) -> bool:
    return (2 <= len(words) <= 4 and (words[0] in SURNAMES or words[:2] in COMPOUND_SURNAMES)) or "·" in words
