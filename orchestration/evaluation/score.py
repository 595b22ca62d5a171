"""Precision, recall and F1 of each family on golden annotations, with intervals.

A fact found is right if a fact expected in the same document agrees with it in every core field that the annotation
names, and their quotes overlap; each expected fact is matched once. Facts that agree only with open annotations count
for nothing. Intervals are bootstrap ones over documents' facts (percentile, 95 %, seeded, so that the same facts give
the same figures).
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from orchestration.evaluation.golden import FAMILIES, Expected, Golden
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.records import Document
from orchestration.gazette.text.repair import repair

# The fields that make a fact the one meant; all other fields named are attributes.
CORE = {
    "targets": ("indicator", "comparator", "value", "value_upper", "unit", "period_start", "period_end"),
    "outcomes": ("indicator", "comparator", "value", "value_upper", "unit", "period_start", "period_end"),
    "land": ("figure_kind", "plan_year", "region_name", "breakdown", "land_use", "area", "unit"),
    "appointments": ("person_name", "action", "organization", "post"),
    "assignments": ("agency_name", "role"),
    "policy_changes": ("subject", "old_value", "new_value"),
    "deadlines": ("due_date", "recurrence"),
    "citations": ("cited_number", "cited_title"),
    "recognitions": ("name", "ordinal"),
}
_LOOSE = {"indicator", "subject", "task", "list_title"}  # worded by the reader: one may hold the other
_MARKS = re.compile(r"[\s，。；：、“”‘’（）()《》〈〉|]")


@dataclass(slots=True)
class Tally:
    """Counts of one family, with what was missed and what was false."""

    right: int = 0
    missed: list[tuple[str, Expected]] = field(default_factory=list)
    false: list[tuple[str, int, str, dict[str, Any]]] = field(default_factory=list)
    attributes: dict[str, tuple[int, int]] = field(default_factory=dict)  # field -> (agreeing, compared)
    outcomes: list[tuple[int, int, int]] = field(default_factory=list)  # per fact: right, missed, false

    @property
    def precision(self) -> float:
        found = self.right + len(self.false)
        return self.right / found if found else 1.0

    @property
    def recall(self) -> float:
        expected = self.right + len(self.missed)
        return self.right / expected if expected else 1.0

    @property
    def f1(self) -> float:
        return _f1(self.right, len(self.missed), len(self.false))

    def interval(self, rounds: int = 1000) -> tuple[float, float]:
        """The 95 % bootstrap interval of F1 over single facts."""
        if not self.outcomes:
            return (1.0, 1.0)
        chance = random.Random(1)  # noqa: S311 - a seeded draw for an interval, no secret
        scores = []
        for _ in range(rounds):
            drawn = chance.choices(self.outcomes, k=len(self.outcomes))
            scores.append(_f1(sum(d[0] for d in drawn), sum(d[1] for d in drawn), sum(d[2] for d in drawn)))
        scores.sort()
        return scores[int(rounds * 0.025)], scores[int(rounds * 0.975) - 1]


def _f1(right: int, missed: int, false: int) -> float:
    return 2 * right / (2 * right + missed + false) if right or missed or false else 1.0


def score(golden: Iterable[Golden]) -> dict[str, Tally]:
    """One tally per family over all sources; only families that a source annotates are scored on it."""
    tallies: dict[str, Tally] = defaultdict(Tally)
    for source in golden:
        reading = source.read()
        documents = {item.document.sequence: item for item in reading.documents}
        for family, expected in source.facts.items():
            by_doc: dict[int, list[Expected]] = defaultdict(list)
            for item in expected:
                by_doc[item.doc].append(item)
            for sequence, item_reading in documents.items():
                found = [fact for fact in getattr(item_reading, FAMILIES[family]) if _in_family(fact, family)]
                _match(tallies[family], source.name, family, item_reading.document, by_doc.pop(sequence, []), found)
            for rest in by_doc.values():  # documents that were not found
                tallies[family].missed += [(source.name, item) for item in rest if not item.is_open]
    for tally in tallies.values():
        tally.outcomes = [(1, 0, 0)] * tally.right + [(0, 1, 0)] * len(tally.missed) + [(0, 0, 1)] * len(tally.false)
    return dict(tallies)


def _in_family(fact: Any, family: str) -> bool:
    return FAMILIES[family] != "statements" or family == f"{fact.side}s"


def _match(
    tally: Tally, name: str, family: str, document: Document, expected: Sequence[Expected], found: Sequence[Any]
) -> None:
    places = {id(item): _places(document.text, item.quote) for item in expected}
    left = list(found)
    for item in sorted(expected, key=lambda e: e.is_open):
        core = [key for key in CORE[family] if key in item.fields]
        near = [fact for fact in left if _overlaps(fact, places[id(item)])]
        fits = [fact for fact in near if all(_agrees(key, item.fields[key], fact) for key in core)]
        if fits:
            fact = max(fits, key=lambda fact: _agreement(item, fact))
            left.remove(fact)
            if not item.is_open:
                tally.right += 1
                for key in item.fields.keys() - set(CORE[family]):
                    agreeing, compared = tally.attributes.get(key, (0, 0))
                    tally.attributes[key] = (agreeing + _agrees(key, item.fields[key], fact), compared + 1)
        elif item.is_open:
            left = [
                fact for fact in left if not (_overlaps(fact, places[id(item)]) and _same_value(family, item, fact))
            ]
        else:
            tally.missed.append((name, item))
    for fact in left:
        shown = {key: getattr(fact, key, None) for key in CORE[family]}
        tally.false.append((name, document.sequence, document.text[fact.start : fact.end], shown))


def _same_value(family: str, item: Expected, fact: Any) -> bool:
    """An open annotation excuses whatever states its value; one without a value excuses all it overlaps."""
    key = {"targets": "value", "outcomes": "value", "land": "area", "appointments": "person_name"}.get(family)
    return key is None or key not in item.fields or _agrees(key, item.fields[key], fact)


def _agreement(item: Expected, fact: Any) -> int:
    return sum(_agrees(key, value, fact) for key, value in item.fields.items())


_BETWEEN_CELLS = re.compile(r"\n| ?\| ?")


def _places(text: str, quote: str) -> list[tuple[int, int]]:
    """Where a quote stands in a clean text; it may be given as the source prints it (blanks, half-width marks, cells)."""
    plain = _BETWEEN_CELLS.sub("", text)
    wanted = _BETWEEN_CELLS.sub("", quote)
    if wanted not in plain:
        wanted = "".join(repair(line) for line in quote.split("\n"))
    if len(plain) == len(text):
        return [(m.start(), m.end()) for m in re.finditer(re.escape(wanted), text)]
    cut = {at for between in _BETWEEN_CELLS.finditer(text) for at in range(*between.span())}
    offsets = [i for i in range(len(text)) if i not in cut]
    return [(offsets[m.start()], offsets[m.end() - 1] + 1) for m in re.finditer(re.escape(wanted), plain)]


def _overlaps(fact: Any, places: list[tuple[int, int]]) -> bool:
    return any(fact.start < end and start < fact.end for start, end in places)


def _agrees(key: str, wanted: Any, fact: Any) -> bool:
    readings = wanted if isinstance(wanted, list) else [wanted]
    return any(_equal(key, reading, getattr(fact, key, None)) for reading in readings)


def _equal(key: str, wanted: Any, found: Any) -> bool:
    if wanted is None or found is None:
        return wanted is None and found is None
    if isinstance(wanted, bool) or isinstance(found, bool):
        return bool(wanted) == bool(found)
    if isinstance(found, int | float) and isinstance(wanted, int | float | str):
        try:
            return abs(float(wanted) - float(found)) < 1e-9 * max(1.0, abs(float(found)))
        except ValueError:
            return False
    if isinstance(found, str):
        a, b = _plain(str(wanted)), _plain(found)
        return a == b or (key in _LOOSE and bool(a) and bool(b) and (a in b or b in a))
    return str(wanted) == str(found)


def _plain(text: str) -> str:
    return _MARKS.sub("", simplified(text))
