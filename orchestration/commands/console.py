"""How things are printed: one console for answers, one for everything else, tables whose Chinese columns align."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Any

from rich.console import Console
from rich.table import Table
from rich.text import Text

# In a pipe or a file nothing is folded at 80 columns.
_WIDTH = {} if sys.stdout.isatty() else {"width": 300}
out = Console(highlight=False, **_WIDTH)  # type: ignore[arg-type]
err = Console(stderr=True, highlight=False)

FAMILIES = {
    "fct_targets": "目标 targets",
    "fct_outcomes": "成效 outcomes",
    "fct_target_progress": "目标进度 target progress",
    "bridge_target_agency": "目标责任单位 target agencies",
    "fct_land_supply": "供地 land supply",
    "fct_appointments": "任免 appointments",
    "fct_office_terms": "任期 office terms",
    "fct_assignments": "责任分工 assignments",
    "fct_policy_changes": "政策调整 policy changes",
    "fct_deadlines": "时限 deadlines",
    "fct_citations": "引用 citations",
    "fct_recognitions": "认定名单 recognitions",
}


class Stop(Exception):
    """Ends a command with a message for the person who gave it and exit code 1."""


def table(columns: Sequence[str], rows: Iterable[Sequence[Any]], title: str | None = None) -> Table:
    """A table; numbers stand to the right, nothing is cut."""
    listed = [list(row) for row in rows]
    made = Table(title=title, title_justify="left", header_style="bold", box=None, pad_edge=False)
    for index, name in enumerate(columns):
        numeric = any(isinstance(row[index], int | float) for row in listed)
        made.add_column(Text(str(name)), justify="right" if numeric else "left", overflow="fold")
    for row in listed:
        made.add_row(*[Text(shown(value)) for value in row])
    return made


def shown(value: Any) -> str:
    """A value as a cell: nothing for null, lists joined, no float noise."""
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.10g}" if abs(value) < 1e15 else str(value)
    if isinstance(value, list):
        return "、".join(shown(one) for one in value)
    return str(value)


def marked(text: str, start: int, end: int, style: str = "bold reverse") -> Text:
    """A passage with the part between two offsets marked; line ends become spaces."""
    made = Text(text.replace("\n", " "))
    if out.is_terminal:
        made.stylize(style, start, end)
        return made
    return Text.assemble(made[:start], "【", made[start:end], "】", made[end:])
