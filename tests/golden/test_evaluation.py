"""The golden annotations: no family may fall below the F1 that stands for it, and the page of figures is current."""

from __future__ import annotations

import pytest

from orchestration.commands.evaluate import FLOORS, GOLDEN, PAGE
from orchestration.evaluation.golden import Expected, Golden, load
from orchestration.evaluation.report import below_floor, document
from orchestration.evaluation.score import Tally, score
from orchestration.settings import ROOT


@pytest.fixture(scope="module")
def golden() -> list[Golden]:
    return list(load(GOLDEN, ROOT))


@pytest.fixture(scope="module")
def tallies(golden: list[Golden]) -> dict[str, Tally]:
    return score(golden)


def test_no_family_falls_below_its_floor(tallies: dict[str, Tally]) -> None:
    assert below_floor(tallies, FLOORS) == []


def test_the_page_of_figures_is_current(tallies: dict[str, Tally], golden: list[Golden]) -> None:
    assert PAGE.read_text(encoding="utf8") == document(tallies, golden)


def test_every_quote_of_an_annotation_stands_in_its_text(golden: list[Golden]) -> None:
    for source in golden:
        texts = {item.document.sequence: item.document.text.replace("\n", "") for item in source.read().documents}
        for family, facts in source.facts.items():
            for fact in facts:
                assert fact.quote.replace("\n", "") in texts[fact.doc], (source.name, family, fact.quote)


def test_a_changed_value_is_both_missed_and_false(golden: list[Golden]) -> None:
    """The scorer itself can fail: one figure changed in an annotation is one miss and one false fact."""
    source = next(item for item in golden if item.facts.get("land"))
    wrong = source.facts["land"][0]
    wrong.fields["area"] = float(wrong.fields["area"]) + 1
    tally = score([Golden(source.name, source.payload, source.file, {"land": source.facts["land"]})])["land"]
    wrong.fields["area"] = float(wrong.fields["area"]) - 1
    assert (len(tally.missed), len(tally.false)) == (1, 1)


def test_a_quote_may_be_given_as_its_source_prints_it() -> None:
    text = "青屏县2021年计划供应国有建设用地 120 公顷,其中住宅用地 40 公顷。"
    fact = Expected(1, "住宅用地 40 公顷", {"area": 40, "unit": "公顷", "land_use": "住宅用地"})
    golden = Golden("printed", text.encode(), "printed.txt", {"land": (fact,)})
    assert score([golden])["land"].right == 1
