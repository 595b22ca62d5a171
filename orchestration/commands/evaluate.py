"""gongbao evaluate: the rules held against golden annotations, by family."""

from __future__ import annotations

from pathlib import Path

from orchestration.commands.console import Stop, err
from orchestration.evaluation.golden import load
from orchestration.evaluation.report import below_floor, document, faults, raise_floors, table
from orchestration.evaluation.score import score
from orchestration.settings import ROOT

GOLDEN = ROOT / "tests" / "golden" / "annotations"
FLOORS = ROOT / "tests" / "golden" / "floors.yml"
PAGE = ROOT / "docs" / "evaluation.md"


def evaluate(folder: Path | None, show_faults: bool, write: bool, higher: bool) -> None:
    """Scores the annotations of a folder; writes the page of figures and raises the floors where asked to.

    Raises:
        Stop: there are no annotations, or a family fell below its floor.
    """
    golden = list(load(folder or GOLDEN, ROOT))
    if not golden:
        raise Stop(f"No annotations under {folder or GOLDEN}: golden YAML files have a text or a source, and facts.")
    tallies = score(golden)
    print(table(tallies))
    if show_faults:
        print(faults(tallies))
    if folder is not None:
        return
    if write:
        PAGE.write_text(document(tallies, golden), encoding="utf8")
        err.print(f"written: {PAGE.relative_to(ROOT)}")
    if higher:
        raise_floors(tallies, FLOORS)
    if fallen := below_floor(tallies, FLOORS):
        raise Stop("\n".join(fallen))
