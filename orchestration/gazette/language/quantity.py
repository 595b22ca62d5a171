"""The record of one quantity: a number with its unit, its comparator and its hedge."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.language.comparators import AFTER, BEFORE, HEDGES, at_least_with_verb, word_before
from orchestration.gazette.language.units import Dimension, Unit
from orchestration.gazette.records import Comparator

_STEP = re.compile("(?:[两三四五][个大])?(?:的)?(?:新的?)?(?:大关|台阶|关口|门槛)")  # 跨上3万亿元台阶: not less
_EXACT = 1e12  # whole numbers below it print all their digits
_STEP_FIRST = "两三四五的新大台关门"


@dataclass(slots=True)
class Quantity:
    """One number with its unit. Offsets are those of the text it was found in, end exclusive.

    Not frozen, for texts hold thousands, but never changed: ``dataclasses.replace`` makes another.
    """

    start: int  # of the number, or of the comparator word before it
    end: int  # after the unit and its 以上, 左右
    number_start: int
    unit_end: int  # after the unit, before 以上, 左右
    value: float
    value_upper: float | None
    unit: str | None  # with its scale, as printed: 万套, 亿元, %
    base_value: float
    base_value_upper: float | None
    base_unit: str | None
    dimension: Dimension
    comparator: Comparator
    hedge: str | None
    before: str | None  # the comparator word before the number
    after: str | None  # 以上, 左右 … behind it
    words: bool = False  # written in Chinese numerals


def rounded(value: float) -> float:
    """A product without the noise of binary fractions: 1.1 × 10000 is 11000."""
    if value % 1 == 0 and -_EXACT < value < _EXACT:
        return value
    return float(f"{value:.12g}")


def mark_of(
    text: str, start: int, unit_end: int, end: int, value: float, upper: float | None, scale: int,
    scale_word: str | None, unit: Unit | None, more: bool, suffix: str | None, words: bool,
) -> Quantity:  # fmt: skip
    """The quantity of a number between ``start`` and ``unit_end`` with the comparators around it; ``end`` is behind its suffix."""
    before = word_before(text, start)
    if before is None and at_least_with_verb(text, start):
        more = True  # 至少组织两场
    comparator: Comparator = "="
    if upper is not None:
        comparator = "range"
    elif suffix is not None:
        comparator = AFTER[suffix]
    elif before is not None:
        comparator = BEFORE[before]
    elif more or (text[end : end + 1] in _STEP_FIRST and _STEP.match(text, end)):
        comparator = ">="
    hedge = suffix if suffix in HEDGES else before if before in HEDGES else None
    factor = unit.factor if unit is not None else 1.0
    return Quantity(
        start=start - len(before) if before else start,
        end=end,
        number_start=start,
        unit_end=unit_end,
        value=value,
        value_upper=upper,
        unit=((scale_word or "") + (unit.name if unit is not None else "")) or None,
        base_value=rounded(value * scale * factor),
        base_value_upper=None if upper is None else rounded(upper * scale * factor),
        base_unit=unit.base if unit is not None else None,
        dimension=unit.dimension if unit is not None else "count",
        comparator=comparator,
        hedge=hedge,
        before=before,
        after=suffix,
        words=words,
    )
