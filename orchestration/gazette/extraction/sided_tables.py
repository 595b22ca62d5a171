"""Tables that set what was promised beside what was done: 任务目标 | 完成情况."""

from __future__ import annotations

import re
from collections.abc import Sequence

from orchestration.gazette.extraction.table_cells import words_of
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.title_time import Side

_DONE_HEAD = re.compile(r"(?:进展|完成|落实|实施|推进)(?:情况|成效)|成效")
_PROMISED_HEAD = re.compile(r"(?:项目|实事|工作|建设|任务|目标)(?:内容|任务|目标)|内容(?:与|和|及)?要求|目标|任务|计划")
_NUMBER_HEADS = ("序号", "编号", "序")


def sided_cells(marked: MarkedText) -> list[tuple[int, int, Side]]:
    """The cells of works in tables that set what was promised beside what was done, in order (matching form)."""
    cells: list[tuple[int, int, Side]] = []
    for table in marked.document.tables:
        heads = [words_of(marked, span) for span in table.rows[0]] if table.rows else []
        done = [i for i, head in enumerate(heads) if _DONE_HEAD.search(head)]
        promised = [i for i, head in enumerate(heads) if i not in done and _PROMISED_HEAD.search(head)]
        if not done or not promised:
            continue
        for row in table.rows[1:]:
            if len(row) != len(heads) or (heads[0] in _NUMBER_HEADS and not words_of(marked, row[0]).isdigit()):
                cells += _spanned(marked, row, promised[0], done[0])
                continue
            for index in sorted(promised + done):
                start, end = row[index]
                side: Side = "outcome" if index in done else "target"
                cells.append((marked.matching(start), marked.matching(end), side))
    return cells


def _spanned(
    marked: MarkedText, row: Sequence[tuple[int, int]], promised: int, done: int
) -> list[tuple[int, int, Side]]:
    """The cells of a row whose number spans it from above: a promise and what was done, side by side, each with a figure.

    Which column the cells of other such rows belong to is not certain.
    """
    filled = [span for span in row if words_of(marked, span)]
    figures = [any(mark.isdigit() for mark in words_of(marked, span)) for span in filled[:2]]
    if done != promised + 1 or figures != [True, True]:
        return []
    sides: tuple[Side, Side] = ("target", "outcome")
    return [
        (marked.matching(start), marked.matching(end), side)
        for (start, end), side in zip(filled[:2], sides, strict=True)
    ]
