"""What all checks share: printed numbers with their rounding, and the comparison of a stated with a computed value."""

from __future__ import annotations

from collections.abc import Iterable

from orchestration.gazette.record_class import record
from orchestration.gazette.records import Reconciliation

_SLACK = 1e-9  # of floating point, relative to the greater value


@record(frozen=True, slots=True)
class Printed:
    """A number with half a unit of its last printed digit, in the same unit."""

    value: float
    half: float
    start: int | None = None
    end: int | None = None


def half_unit(decimals: int, factor: float = 1.0) -> float:
    """Half a unit of the last printed digit: 0.005 for two decimals; ``factor`` converts the printed unit."""
    return 0.5 * 10.0**-decimals * factor


def compared(rule: str, label: str, stated: Printed, computed: float, tolerance: float) -> Reconciliation:
    """One check: holds or broken."""
    difference = computed - stated.value
    slack = _SLACK * max(abs(computed), abs(stated.value), 1.0)
    return Reconciliation(
        rule=rule,
        label=label,
        stated=_tidy(stated.value),
        computed=_tidy(computed),
        difference=_tidy(difference),
        tolerance=_tidy(tolerance),
        status="holds" if abs(difference) <= tolerance + slack else "broken",
        start=stated.start,
        end=stated.end,
    )


def summed(rule: str, label: str, stated: Printed, parts: Iterable[Printed]) -> Reconciliation:
    """Parts against their total, with the tolerance of the module ``reconciliation``."""
    parts = list(parts)
    return compared(
        rule, label, stated, sum(part.value for part in parts), stated.half + sum(part.half for part in parts)
    )


def unchecked(rule: str, label: str, computed: float | None = None, stated: Printed | None = None) -> Reconciliation:
    """A check that the document asks for and does not allow: one side is missing."""
    return Reconciliation(
        rule=rule,
        label=label,
        stated=_tidy(stated.value) if stated else None,
        computed=None if computed is None else _tidy(computed),
        difference=None,
        tolerance=None,
        status="not_checkable",
        start=stated.start if stated else None,
        end=stated.end if stated else None,
    )


def _tidy(value: float) -> float:
    return round(value, 9)
