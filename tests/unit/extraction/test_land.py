"""Land supply against own short plans: plans, news, tables, and texts that hold none."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from orchestration.gazette.extraction import land
from orchestration.gazette.language.characters import is_traditional
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, LandFigure, Notice, Section

FOLDER = Path(__file__).parent / "land_examples"


class Example(NamedTuple):
    name: str
    title: str
    text: str
    figures: list[str]


def examples() -> list[Example]:
    found = []
    for file in sorted(FOLDER.glob("*.txt")):
        for block in file.read_text(encoding="utf8").split("#== ")[1:]:
            name, title, rest = block.split("\n", 2)
            text, _, expected = rest.partition("--\n")
            title = "" if title == "-" else title
            lines = [line for line in expected.splitlines() if line.strip()]
            found.append(Example(f"{file.stem}: {name}", title, text.strip("\n"), lines))
    return found


def document(title: str, text: str) -> Document:
    text = text.replace("(", "（").replace(")", "）").replace(",", "，")
    sections = []
    lines = text.split("\n")
    at = 0
    heads = []
    for line in lines:
        if line[:2] in ("一、", "二、", "三、"):
            heads.append((at, line))
        at += len(line) + 1
    for index, (start, line) in enumerate(heads):
        end = heads[index + 1][0] if index + 1 < len(heads) else len(text)
        sections.append(
            Section(f"t/1/{index}", "t/1", None, 1, line[0], f"{line[0]}、", line[2:], start, end, start + len(line))
        )
    return Document("t/1", "t", 1, "计划", title, text, sections=tuple(sections), traditional=is_traditional(text))


def read(title: str, text: str) -> tuple[Document, list[LandFigure], list[Notice]]:
    made = document(title, text)
    found = list(land.find(MarkedText(made)))
    figures = sorted((f for f in found if isinstance(f, LandFigure)), key=lambda f: (f.end, f.start))
    return made, figures, [n for n in found if isinstance(n, Notice)]


def shown(figure: LandFigure, own: str | None) -> str:
    place = "-" if figure.region_name == own else figure.region_name
    share = "-" if figure.share_pct is None else f"{figure.share_pct:g}"
    return (
        f"{figure.figure_kind} | {figure.plan_year or '-'} | {figure.breakdown} | {place} | {figure.land_use or '-'} | "
        f"{figure.area:.10g}{figure.unit} | {share}"
    )


def own_name(figures: list[LandFigure]) -> str | None:
    return next((f.region_name for f in figures if f.breakdown in ("total", "by_use")), None)


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.name)
def test_an_example_is_read_as_a_person_reads_it(example: Example) -> None:
    made, figures, _ = read(example.title, example.text)
    own = own_name(figures)
    assert sorted(shown(f, own) for f in figures) == sorted(example.figures)
    for figure in figures:
        quote = made.text[figure.start : figure.end]
        assert f"{figure.area:.10g}".split(".")[0] in quote.replace(",", "")
        assert 0 <= figure.start < figure.end <= len(made.text)


def test_there_are_enough_examples() -> None:
    assert len(examples()) >= 100
