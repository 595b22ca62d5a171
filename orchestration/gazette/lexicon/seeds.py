"""The seeds as Python reads them: the same CSV files that dbt loads, so that both sides know the same names."""

from __future__ import annotations

import csv
from functools import lru_cache
from pathlib import Path

SEEDS = Path(__file__).resolve().parents[3] / "dbt_project" / "seeds"


@lru_cache(maxsize=16)
def rows(name: str) -> tuple[dict[str, str], ...]:
    """All rows of one seed (``regions``, ``agencies``, ``indicators``, ``land_uses``): columns as text, "" for null."""
    with (SEEDS / f"{name}.csv").open(encoding="utf8", newline="") as file:
        return tuple(csv.DictReader(file))


def split(cell: str) -> list[str]:
    """The values of a list cell, which are separated by |."""
    return [value for value in cell.split("|") if value]
