"""A stream of text that knows, for every offset, its page and line, and where paragraphs may end."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Piece:
    """One repaired line with its place."""

    text: str
    width: float  # in ems, as printed
    length: int  # in characters, as printed: text wrapped by a program counts these instead
    page: int | None
    number: int
    cells: tuple[str, ...] | None = None
    opens_block: bool | None = None
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Stream:
    """All lines of an issue as one text.

    ``text`` has no line breaks; ``starts`` holds where each piece begins; ``ends_paragraph[i]`` says whether a
    paragraph ends with piece i.
    """

    pieces: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]
    ends_paragraph: tuple[bool, ...]

    def piece_at(self, offset: int) -> int:
        """Index of the piece that holds an offset of ``text``."""
        return bisect_right(self.starts, offset) - 1
