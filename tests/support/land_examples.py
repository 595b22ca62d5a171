"""The examples of land supply: own short plans, each with the figures that a person reads in it."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from orchestration.gazette.extraction import land
from orchestration.gazette.language.characters import is_traditional
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, LandFigure, Notice, Section

FOLDER = Path(__file__).parents[1] / "unit" / "extraction" / "land_examples"


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
