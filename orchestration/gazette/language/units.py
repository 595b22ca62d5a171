"""Units of measure and counting words, with their dimension and their scale to the base unit of that dimension.

They are data: ``units.csv`` beside this module. ``begins_word_before`` holds the characters with which a unit begins another
word (个人, 条件, 项目, 年度): before them it is no unit. A unit is found only right after its number; ``UNIT`` is the pattern
of a unit as printed, scales (万, 亿) not included. A unit of Latin letters is printed in any case (EFLOPS, EFlops) and never ends
inside a longer run of letters: GW is no unit in 55GWp.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass, replace
from importlib import resources
from typing import Literal, cast

Dimension = Literal[
    "ratio", "points", "money", "area", "length", "mass", "volume", "power", "energy", "data", "people", "households",
    "time", "count", "rate", "other",
]  # fmt: skip

_AREA_IN_HECTARES = {
    "公顷": 1.0, "亩": 1 / 15, "标准亩": 1 / 15, "平方米": 1e-4, "平米": 1e-4, "㎡": 1e-4, "平方公里": 100.0, "平方千米": 100.0,
}  # fmt: skip
_AREA = re.compile(rf"(?P<scale>[百千万亿]?)(?P<unit>{'|'.join(sorted(_AREA_IN_HECTARES, key=len, reverse=True))})")
_SCALES = {"": 1.0, "百": 1e2, "千": 1e3, "万": 1e4, "亿": 1e8}


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit without its scale: 套 of 万套."""

    name: str
    dimension: Dimension
    base: str
    factor: float  # value × factor is the value in ``base``


def _rows() -> list[dict[str, str]]:
    source = resources.files(__package__).joinpath("units.csv").read_text(encoding="utf8")
    return list(csv.DictReader(source.splitlines()))


_UNITS = {
    row["unit"]: Unit(
        name=row["unit"],
        dimension=cast(Dimension, row["dimension"]),
        base=row["base"] or row["unit"],
        factor=float(row["factor"] or 1),
    )
    for row in _rows()
}


_LATIN = re.compile("[A-Za-z]+")
_ANY_CASE_FROM = 3  # letters; of two, case may mean another unit (Gb, mW)
_ANY_CASE = {
    name.casefold(): unit for name, unit in _UNITS.items() if len(name) >= _ANY_CASE_FROM and _LATIN.fullmatch(name)
}

_COMMONEST = "年%个元平人公家项户亩台所名套处米次吨千天种件座条"


def _pattern() -> str:
    """All units, the longest first; each not before a character with which it begins another word.

    They are told apart by their first characters, so that few are tried where one may stand.
    """
    parts: dict[str, list[str]] = {}
    for row in sorted(_rows(), key=lambda row: len(row["unit"]), reverse=True):
        first = "" if _LATIN.match(row["unit"]) else row["unit"][0]
        name = re.escape(row["unit"][len(first) :])
        if len(row["unit"]) >= _ANY_CASE_FROM and _LATIN.fullmatch(row["unit"]):
            name = f"(?i:{name})"
        guard = "(?![A-Za-z])" if _LATIN.match(row["unit"][-1]) else ""
        if row["begins_word_before"]:
            guard += f"(?![{row['begins_word_before']}])"
        parts.setdefault(first, []).append(name + guard)
    latin = parts.pop("")
    kinds = [f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in sorted(parts.items(), key=_rareness)]
    return "|".join([*kinds, f"(?=[A-Za-z])(?:{'|'.join(latin)})"])


def _rareness(part: tuple[str, list[str]]) -> int:
    """Units that begin with the commonest characters are tried first."""
    return _COMMONEST.index(part[0]) if part[0] in _COMMONEST else len(_COMMONEST)


_PLAIN = _pattern()
# 微克/立方米, 件/万人, 人/百亿元, 万元/人, 元/人·年; also 吨标准煤/万元, 辆（台）.
_OR = "（[个家处套台座条所户间次人辆只项件块村片名头床张班]）"
# Atomic: what follows a unit is never found behind a shorter one.
_FIRST = "".join(sorted({re.escape(row["unit"][0]) for row in _rows()} | {"微"}))
UNIT = rf"(?>(?=[{_FIRST}A-Za-z])(?:微克(?=/)|(?:{_PLAIN})(?:{_OR})?)(?:/(?:[百千]?[万亿]|百)?(?:{_PLAIN}|人年|年|月|日))?(?:·(?:[年月日]|平方公里)|(?<=/[人户亩])[/、][年月](?![份底初内度来间均]))?)"


def unit_of(name: str) -> Unit:
    """The unit of a printed name (without 万, 亿); unknown names count as their own base."""
    known = _UNITS.get(name)
    if known is None and (same := _ANY_CASE.get(name.casefold())) is not None:
        known = _UNITS[name] = replace(same, name=name)
    if known is None:
        plain = _UNITS.get(name.partition("/")[0].partition("（")[0])  # 辆（台）: of the same kind as 辆
        dimension: Dimension = "rate" if "/" in name or plain is None else plain.dimension
        known = _UNITS[name] = Unit(name, dimension, name, 1.0)
    return known


def hectares(value: float, unit: str) -> float | None:
    """An area in hectares from its value and printed unit (公顷, 亩, 万亩, 平方米, 平方公里); None if it is no area."""
    match = _AREA.fullmatch(unit)
    return None if match is None else value * _SCALES[match["scale"]] * _AREA_IN_HECTARES[match["unit"]]
