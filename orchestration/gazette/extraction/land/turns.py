"""Supply told to have gone from one year's figure to another's: 从去年实际供应的8万亩减少到7万亩."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.land.context import YEAR, Context, kind_in, year_of
from orchestration.gazette.extraction.land.lead import Found, Frame

REPLACED = re.compile(
    r"(?:调整|调增|调减|增加|提高|压减|减少|缩减|下调|上调|修改|变更|扩大|上升|下降|增|降|升|减)(?:为|到|至)"
)
# 住宅用地增加30公顷，达到220公顷: what the change is of, the figure behind it is of too.
CHANGED_TO = re.compile(
    r"，(?:(?:调整|增加|减少|调增|调减|扩大|缩减|压减)后)?(?:的?(?:总量|总面积|面积|规模))?(?:约?为|达到?|[增升减降调]至)约?[0-9]"
)
# Only with a year of its own does the first figure stand beside the second; else it stands no longer.
_FROM = re.compile(rf"[从由](?P<then>(?:{YEAR.pattern})[^，。；：、]{{0,16}})$")


def turn_before(text: str, at: int, figure: int) -> re.Match[str] | None:
    """从去年实际供应的, right before a figure; None where the words name no year that is over."""
    turn = _FROM.search(text[at:figure])
    return None if turn is None or (turn["word"] or "").startswith(("今", "本", "当")) else turn


def turned(
    context: Context, turn: re.Match[str], between: str, then: list[Found], now: list[Found], frame: Frame, told: Frame
) -> list[Found]:
    """Both figures: the first done in the year told with it, the second of the year and kind told before 从 or behind it.

    ``told``: what held before the words; ``frame`` goes on with what the second figure is of.
    """
    words = f"{turn.string[: turn.start()]}{between}"
    marks = list(YEAR.finditer(words))
    year = year_of(marks[-1], context.current_year) if marks else told.year
    before = next((one.year for one in then), None)
    if before is not None and (year is None or year <= before):
        year = before + 1
    kind = kind_in(words, "") or told.kind or context.default_kind
    frame.year, frame.kind, frame.is_last_year = year, kind, False
    done = kind_in(turn["then"], "") or "actual"
    return [*(replace(one, kind=done) for one in then), *(replace(one, year=year, kind=kind) for one in now)]
