"""Areas and shares in a text about land: 12.5公顷, 3.4万亩, 17万多公顷, 占供应总量的8.2%.

Also areas that lost their digits: .32公顷.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.language.numbers import ARABIC, CHINESE, CHINESE_DIGITS, arabic, chinese
from orchestration.gazette.language.units import hectares
from orchestration.gazette.record_class import record

_UNIT = r"公?顷|平方公里|平方千米|平方米|平米|㎡|亩(?![产均])|hm2|hm²"
# Some pages print the decimal point as a full stop (19。39平方公里):
# digits on both sides and a unit behind leave no doubt.
# Thousands may be set off by a blank (1 204.5公顷); their comma may have become a Chinese one, at a line's end for one (1，204.5公顷).
_NUMBER = rf"[0-9]+。[0-9]+|(?<=[\u4e00-\u9fff])[0-9]{{1,3}}(?: [0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|[0-9]{{1,2}}(?:，[0-9]{{3}})+(?![0-9])(?:\.[0-9]+)?|{ARABIC}"
AREA = re.compile(
    rf"(?=[0-9０-９{CHINESE}])(?<![0-9０-９A-Za-z.．/／。])(?<![^0-9０-９顷亩里米]-)(?<![\u4e00-\u9fff][0-9] )(?<![\u4e00-\u9fff][0-9][0-9] )(?:(?P<n>{_NUMBER})|(?=[百千万亿]*[{CHINESE_DIGITS}十])(?P<words>[{CHINESE}]{{1,6}}))\s?(?P<more>[多余])?"
    rf"(?P<scale>[万千百亿])?(?P<more2>[多余])?(?P<unit>{_UNIT})(?![/／])"
)
# A list of numbers that share the unit behind the last one (100、200和300公顷), read only where 分别 asks for it.
_BARE = re.compile(rf"(?P<n>{ARABIC})(?=[、，和及与])")
# .32公顷 also where the stray point was taken for a full stop (控制在。32公顷).
LOST_BEHIND = rf"(?<=[地为达约是过到量划应在]。)[0-9]*[万千]?(?:{_UNIT})"
_POINT = re.compile("[.．。]")
_LOST = re.compile(
    rf"[.．。公平](?:(?:(?<=[.．])(?<![0-9０-９].)|(?<=[地为达约是过到量划应在]。))[0-9]*[万千]?(?:{_UNIT})"
    r"|(?<=[地为达约是过到量划应].)(?:(?<=公)顷|(?<=平)方公里)(?![的/／]))"
)
# Before the upper end of a range: 240-360公顷, 240公顷至360公顷. A year before the dash belongs to no range of areas.
_RANGE = re.compile(rf"(?<![0-9.．]){ARABIC}\s?万?(?:{_UNIT})?\s?[-—–−~～至]{{1,2}}$")
_RANGE_REACH = 24
_PERCENT = rf"(?P<pct>{ARABIC})[%％]"
SHARE = re.compile(
    rf"(?:占(?P<of>(?!比)[^，。；、（）()%％\n]{{0,24}}?)的?|占比|所占比[例重]|比重)(?:最[高大多低小少]，)?(?:约?为|约|近|达到?|超过|是)*{_PERCENT}"
)
# （22%）, （占22%）, （约8505亩，占22%）: only the same land in another unit may stand before the share.
PLAIN_SHARE = re.compile(
    rf"（(?:[约合即折]*{_NUMBER}\s?万?(?:{_UNIT})[，、；])?(?:约|占比?|为|占(?P<of>[^，。；、（）()%％\n]{{0,16}}?)的)*{_PERCENT}）"
)
# Between an area and the same land in another unit: 567公顷（约8505亩）.
ALTERNATE = re.compile(r"\s*[（，]?\s*(?:约|合|即|折合|折|相当于|约合)*\s*")
NEAR_UNIT = re.compile(r"顷|亩|平方|㎡|平米|hm")
_CENT = 100
_MU_IN_QING = 100


@record(frozen=True, slots=True)
class Area:
    """One printed area; offsets in the matching text, ``unit`` as printed with its scale (万亩)."""

    start: int
    end: int
    value: float
    unit: str
    ha: float
    decimals: int  # printed after the point: what half a unit of the last digit is computed from
    is_range_end: bool = False  # the upper end of a range (240-360公顷): no single area
    also: Area | None = None  # the same land printed again in another unit right behind: 567公顷（8505亩）


def areas(text: str, start: int, end: int) -> list[Area]:
    """The areas printed between two offsets, in order."""
    found: list[Area] = []
    for match in AREA.finditer(text, start, end):
        area = _area(match)
        if area is not None:
            found.append(area)
    return found


def _area(match: re.Match[str]) -> Area | None:
    digits = match["n"]
    words, scale = match["words"] or "", match["scale"] or ""
    if not scale and len(words) > 1 and words[-1] in "万亿":
        words, scale = words[:-1], words[-1]
    value = arabic(digits.replace("。", ".").replace("，", "").replace(" ", "")) if digits else chinese(words)
    if value is None:
        return None
    unit = scale + match["unit"]
    if match["unit"] == "顷":
        # A text in 公顷 that prints 顷 once has lost a character; alone it is the old measure, and in words a phrase (万顷).
        if not digits:
            return None
        ha = hectares(value, unit.replace("顷", "公顷" if "公顷" in match.string else "亩"))
        ha = ha if ha is None or "公顷" in match.string else ha * _MU_IN_QING
    else:
        ha = hectares(value, unit.replace("hm2", "公顷").replace("hm²", "公顷"))
    if ha is None:
        return None
    start = match.start()
    is_range_end = _RANGE.search(match.string, max(0, start - _RANGE_REACH), start) is not None
    return Area(start, match.end(), value, unit, round(ha, 9), decimals_of(digits or ""), is_range_end)


def decimals_of(digits: str) -> int:
    """How many digits are printed after the point."""
    parts = _POINT.split(digits)
    return len(parts[1]) if len(parts) > 1 else 0


def bare_numbers(text: str, start: int, last: Area) -> list[Area]:
    """The numbers of a list that leave their unit to its last member, from ``start`` to that member, without it."""
    found = []
    for match in _BARE.finditer(text, start, last.start):
        ha = hectares(arabic(match["n"]), last.unit)
        if ha is None:
            return []
        found.append(
            Area(match.start(), match.end(), arabic(match["n"]), last.unit, round(ha, 9), decimals_of(match["n"]))
        )
    return found


def lost(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Spans of areas whose digits were lost: .32公顷, 为公顷."""
    for match in _LOST.finditer(text, start, end):
        yield match.span()


def is_square_metres(area: Area) -> bool:
    """Whether an area is printed in the unit that floors are measured in."""
    return "平方米" in area.unit or "平米" in area.unit or "㎡" in area.unit


def same_land(one: Area, other: Area) -> bool:
    """Whether two areas in different units are one piece of land printed twice: 567公顷（8505亩）."""
    unit_of_last_digit = 10.0**-other.decimals * (other.ha / other.value if other.value else 1.0)
    return one.unit != other.unit and abs(one.ha - other.ha) <= max(unit_of_last_digit, one.ha / _CENT)
