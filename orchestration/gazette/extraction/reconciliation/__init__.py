"""Arithmetic checks of a document against itself: each a row with what is stated, what follows, and whether it holds.

A check holds when the stated and the computed value differ by no more than rounding can explain:

    |computed - stated| <= Σ h(addend) + h(stated),   h(x) = half a unit of the last digit that x is printed with

so that parts which were each rounded correctly never break it. Nothing is repaired: a broken check is shown as it is.
"""

from __future__ import annotations

from collections.abc import Iterator

from orchestration.gazette.extraction.reconciliation import counts, land, statements
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import DocumentReading, Reconciliation


def check(marked: MarkedText, reading: DocumentReading) -> Iterator[Reconciliation]:
    """Every check that the document's own words offer, in the order of the families."""
    yield from land.check(marked, reading.land)
    yield from counts.check(marked, reading)
    yield from statements.check(marked, reading.statements)
