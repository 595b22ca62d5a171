"""A seeded handful of damaged files through the whole domain; ``python -m tests.fuzz.run`` reads many more."""

from __future__ import annotations

import pytest

from tests.fuzz.mutate import mutant, seeds
from tests.fuzz.run import check


@pytest.mark.parametrize("name", [name for name, _ in seeds()])
def test_each_seed_is_read_whole(name: str) -> None:
    reading = check(name, dict(seeds())[name])
    assert reading is not None
    assert "临江市" in reading.documents[0].document.title


@pytest.mark.parametrize("first", range(0, 400, 40))
def test_damaged_files_are_read_or_refused(first: int) -> None:
    for seed in range(first, first + 40):
        check(*mutant(seed))


def test_mutants_are_the_same_for_the_same_seed() -> None:
    assert [mutant(seed) for seed in range(5)] == [mutant(seed) for seed in range(5)]
