"""The measure that lines are set to: of a column, of a program that wrapped a text; lists and typed text have none."""

from __future__ import annotations

import re
from collections import Counter

from orchestration.gazette.text.stream import Piece

# Display width of what is printed: digits and Latin are half an em, everything Chinese one. ASCII punctuation beside
# Chinese was set one em wide before extraction narrowed it.
_NARROW = re.compile(r"[0-9A-Za-z \-+%./@]")


def width_of(line: str) -> float:
    """Width in ems of a line as printed in the source."""
    return len(line) - len(_NARROW.findall(line)) * 0.5


NO_MARKS = re.compile(r"^[^，。；：、！？]+$")
TERMINAL = re.compile(r"[。！？；：…][”’」』）〕]*$")
_MEASURE_WINDOW = 24  # lines on either side that tell the measure of a column
_MIN_MEASURE = 6.0  # ems; narrower "columns" are lists of short words
RAGGED = 2.0  # ems by which a full line may fall short: a mark that may not begin a line takes a character with it


def measures(widths: list[float]) -> list[float | None]:
    """The measure (full line width) around each line, None where lines are not set to one."""
    result: list[float | None] = []
    for block in range(0, len(widths), _MEASURE_WINDOW):
        window = widths[max(0, block - _MEASURE_WINDOW) : block + 2 * _MEASURE_WINDOW]
        measure = _measure(window)
        result.extend([measure] * len(widths[block : block + _MEASURE_WINDOW]))
    return result


def exact(pieces: list[Piece]) -> int | None:
    """The length at which a program wrapped the whole text, None where none did.

    Wrapped lines reach one greatest length again and again, and end there in the middle of sentences; of lines that
    were typed, the longest is one alone, and equally long names of a list hold no marks.
    """
    longest = max((piece.length for piece in pieces), default=0)
    full = [piece.text for piece in pieces if piece.length == longest]
    if longest < _MIN_MEASURE or len(full) < max(3, len(pieces) // 25):
        return None
    stopped = sum(1 for text in full if TERMINAL.search(text))
    marked = sum(1 for text in full if not NO_MARKS.match(text))
    return longest if stopped * 10 <= len(full) * 3 and marked * 5 >= len(full) * 2 else None


def _measure(window: list[float]) -> float | None:
    """The commonest width, if two lines in five are set to it and few are much wider."""
    if len(window) < 6:
        return None
    bins = Counter(round(width) for width in window)
    measure = max(bins, key=lambda width: (bins[width] + bins[width - 1] * 0.9 + bins[width + 1] * 0.9, width))
    full = sum(1 for width in window if measure - RAGGED <= width <= measure + 1.5)
    wider = sum(1 for width in window if width > measure + 3.5)
    return (
        float(measure) if measure >= _MIN_MEASURE and full * 5 >= len(window) * 2 and wider * 4 <= len(window) else None
    )


def listed(pieces: list[Piece], measures: list[float | None]) -> list[bool]:
    """Lines of a list of names: four or more lines without any mark, of no common width."""
    listed = [False] * len(pieces)
    i = 0
    while i < len(pieces):
        j = i
        while j < len(pieces) and NO_MARKS.match(pieces[j].text):
            j += 1
        if j - i >= 4:
            set_full = sum(
                1 for k in range(i, j) if (measure := measures[k]) is not None and abs(pieces[k].width - measure) <= 1.5
            )
            if not set_full or (j - i >= 6 and set_full * 5 <= (j - i) * 3):
                listed[i:j] = [True] * (j - i)
        i = max(j, i + 1)
    return listed


_BODY_NAME = re.compile(
    r"(?:公司|集团|合作社|农场|农庄|庄园|厂|店|中心|学校|小学|中学|大学|学院|幼儿园|医院|协会|研究院|研究所|银行|村|社区)$"
)


def named(pieces: list[Piece], measure: int) -> list[bool]:
    """In text that a program wrapped: lines that end a name, in runs of lines without marks where many do."""
    named = [False] * len(pieces)
    i = 0
    while i < len(pieces):
        j = i
        while j < len(pieces) and NO_MARKS.match(pieces[j].text):
            j += 1
        names = [bool(_BODY_NAME.search(pieces[k].text)) for k in range(i, j)]
        if j - i >= 4 and sum(names) * 3 >= j - i:
            named[i:j] = [name or pieces[k].length < measure for k, name in zip(range(i, j), names, strict=True)]
        i = max(j, i + 1)
    return named
