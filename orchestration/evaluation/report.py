"""The scorecard as a table, and the floors that a change may not fall below."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import yaml

from orchestration.evaluation.golden import Golden
from orchestration.evaluation.score import Tally

_HEAD = "| family | facts | precision | recall | F1 | 95 % |\n| --- | ---: | ---: | ---: | ---: | ---: |"
_SLACK = 0.0005  # floors are kept to three digits


def table(tallies: dict[str, Tally]) -> str:
    """The scorecard in Markdown, one row a family."""
    rows = [_HEAD]
    for family, tally in tallies.items():
        low, high = tally.interval()
        expected = tally.right + len(tally.missed)
        figures = f"{tally.precision:.3f} | {tally.recall:.3f} | {tally.f1:.3f} | {low:.3f}–{high:.3f}"
        rows.append(f"| {family} | {expected} | {figures} |")
    return "\n".join(rows)


def document(tallies: dict[str, Tally], golden: Sequence[Golden]) -> str:
    """The page of figures: scorecard, attributes, and what it was measured on."""
    lines = [
        "# How well the rules read",
        "",
        "Made by `gongbao evaluate --write`; a test holds it current. Golden annotations lie in `tests/golden/annotations`:",
        "the first issue and short documents of other places and styles. Of the first issue, targets, outcomes, assignments,",
        "policy changes, deadlines and citations were read by two readers who saw neither the program nor each other, and",
        "reconciled; its land figures, appointments and documents were drafted from the program's own output and then checked",
        "against the print by one reader, so that their score says that nothing changed, not how well they are read; its list",
        "of names was taken line by line from the source.",
        "A fact is right when its core fields agree and its quote overlaps; what careful readers differ on counts for nothing.",
        "The rules were written beside the first issue, and the short documents were used to find faults: the figures say",
        "what holds today, not what an unseen document will give.",
        "",
        table(tallies),
        "",
        "Attributes of facts that are right (agreeing / compared):",
        "",
        "| family | attribute | agreeing | compared |",
        "| --- | --- | ---: | ---: |",
    ]
    lines += [
        f"| {family} | {key} | {agreeing} | {compared} |"
        for family, tally in tallies.items()
        for key, (agreeing, compared) in sorted(tally.attributes.items())
    ]
    lines += [
        "",
        f"Sources: {len(golden)}; facts expected: {sum(t.right + len(t.missed) for t in tallies.values())}.",
        "",
    ]
    return "\n".join(lines)


def faults(tallies: dict[str, Tally]) -> str:
    """What was missed and what was false, one line each."""
    lines = []
    for family, tally in tallies.items():
        lines += [
            f"missed {family} {name}/{item.doc:02d} 「{item.quote}」 {item.fields}" for name, item in tally.missed
        ]
        lines += [f"false  {family} {name}/{doc:02d} 「{quote}」 {shown}" for name, doc, quote, shown in tally.false]
    return "\n".join(lines)


def below_floor(tallies: dict[str, Tally], floors: Path) -> list[str]:
    """The families whose F1 fell below the floor that stands for them, each with both figures."""
    wanted: dict[str, float] = yaml.safe_load(floors.read_text(encoding="utf8"))["floors"]
    return [
        f"{family}: F1 {tallies[family].f1:.3f} is below its floor {floor:.3f}"
        if family in tallies
        else f"{family}: not scored"
        for family, floor in wanted.items()
        if family not in tallies or tallies[family].f1 < floor - _SLACK
    ]


def raise_floors(tallies: dict[str, Tally], floors: Path) -> None:
    """Writes today's F1 as the floors, where they are higher than those that stand."""
    standing: dict[str, float] = yaml.safe_load(floors.read_text(encoding="utf8"))["floors"] if floors.exists() else {}
    raised = {family: max(standing.get(family, 0.0), round(tally.f1 - _SLACK, 3)) for family, tally in tallies.items()}
    floors.write_text(
        "# The F1 that each family may not fall below; raised by `gongbao evaluate --raise-floors`, never by hand.\n"
        + yaml.safe_dump({"floors": raised}, sort_keys=False),
        encoding="utf8",
    )
