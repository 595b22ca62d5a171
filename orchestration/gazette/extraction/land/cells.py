"""Rows and cells of tables in text: lines of "a | b | c", and columns set with blanks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.language.numbers import ARABIC

_SPACED = re.compile(rf"[^\s\d|，。；]{{1,24}}(?:[ \t\u3000]+(?:{ARABIC}[%％]?|[-—–/])){{1,30}}\s*$")
# Columns set with blanks, of which those beside Chinese characters were lost: 商服用地30.25            26.40, under
# 用途2019年计划2020年计划.
_GLUED = re.compile(
    rf"(?P<label>[^\s\d|，。；：（(]{{1,24}})(?P<first>{ARABIC}[%％]?)(?P<rest>(?:[ \t\u3000]{{2,}}(?:{ARABIC}[%％]?|[-—–/])){{1,30}})\s*"
)
_GLUED_HEAD = re.compile(r"[^\s\d|，。；：]{1,8}(?:(?:19|20)\d\d年度?[^\s\d|，。；：]{1,10}){2,6}")
_HEAD_CELL = re.compile(r"(?:(?:19|20)\d\d年度?)?[^\s\d]+")
_SPACED_ANYWHERE = re.compile(
    rf"[0-9][ \t\u3000]{{2,}}[0-9]|[\u4e00-\u9fff）)][ \t\u3000]+{ARABIC}[%％]?(?:[ \t\u3000]|\n|$)"
)


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell: its span in the matching text, and its words."""

    start: int
    end: int
    text: str


def tables(text: str) -> Iterator[list[list[Cell]]]:
    """The tables of a text: at least two rows of cells in lines that follow each other."""
    rows: list[list[Cell]] = []
    at = 0
    has_spaced = _SPACED_ANYWHERE.search(text) is not None
    if "|" not in text and not has_spaced:
        return
    for line in text.split("\n"):
        cells = _cells(line, at, has_spaced)
        at += len(line) + 1
        if cells:
            rows.append(cells)
            continue
        if len(rows) > 1:
            yield rows
        rows = []
    if len(rows) > 1:
        yield rows


def _cells(line: str, at: int, has_spaced: bool) -> list[Cell]:
    if "|" in line:
        found = []
        for match in re.finditer(r"[^|]+|(?<=\|)(?=\|)|^(?=\|)|(?<=\|)$", line):
            text = match[0]
            left = len(text) - len(text.lstrip())
            found.append(Cell(at + match.start() + left, at + match.start() + left + len(text.strip()), text.strip()))
        return found
    glued = _GLUED.fullmatch(line) if has_spaced else None
    if glued:
        spans = [glued.span("label"), glued.span("first")]
        spans += [match.span() for match in re.compile(r"\S+").finditer(line, *glued.span("rest"))]
        return [Cell(at + start, at + end, line[start:end]) for start, end in spans]
    if has_spaced and _GLUED_HEAD.fullmatch(line):
        return [Cell(at + match.start(), at + match.end(), match[0]) for match in _HEAD_CELL.finditer(line)]
    if has_spaced and _SPACED.fullmatch(line.strip()):
        return [Cell(at + match.start(), at + match.end(), match[0]) for match in re.finditer(r"\S+", line)]
    return []
