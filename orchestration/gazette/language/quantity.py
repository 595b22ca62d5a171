"""The record of one quantity: a number with its unit, its comparator and its hedge."""

from __future__ import annotations

from dataclasses import dataclass

from orchestration.gazette.language.units import Dimension
from orchestration.gazette.records import Comparator


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number with its unit. Offsets are those of the text it was found in, end exclusive."""

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
    return float(f"{value:.12g}")
