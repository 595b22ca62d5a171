"""Printed lines to a stream of text.

Extraction leaves lines as they were set, in columns, with paragraph indents gone: they are joined without a break, and
where paragraphs end is told apart (see paragraphs).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from orchestration.gazette.records import Page
from orchestration.gazette.text.measure import width_of
from orchestration.gazette.text.paragraphs import paragraph_ends
from orchestration.gazette.text.stream import Piece, Stream


def join(pages: Sequence[Page], repaired: Sequence[Sequence[tuple[str, str]]]) -> Stream:
    """The stream of an issue's pages.

    Args:
        pages: as read, running headers gone.
        repaired: per page and line (printed text, repaired text); lines that repaired to nothing are skipped.
    """
    pieces: list[Piece] = []
    for page, lines in zip(pages, repaired, strict=True):
        for line, (printed, text) in zip(page.lines, lines, strict=True):
            if text:
                shown = printed.rstrip(" 　")
                if shown.startswith(" ") and not shown.startswith(("  ", " 　")):
                    shown = shown[1:]  # what a page break leaves at a line's start was never printed
                opens = (
                    True if line.opens_block is None and printed.lstrip(" ").startswith("　　") else line.opens_block
                )
                pieces.append(
                    Piece(
                        text, width_of(shown), len(shown), page.number, line.number, line.cells, opens, line.confidence
                    )
                )
    pieces = _mend_torn_figures(pieces)
    ends = paragraph_ends(pieces)
    pieces = _without_label_blanks(pieces, ends)
    separators = [_separator(pieces, i, ends[i]) for i in range(len(pieces))]
    texts = [piece.text + separator for piece, separator in zip(pieces, separators, strict=True)]
    starts = tuple(accumulate((len(text) for text in texts[:-1]), initial=0)) if texts else ()
    return Stream(tuple(pieces), "".join(texts), starts, tuple(ends))


_LATIN_END = re.compile(r"(?<![0-9A-Za-z])[A-Za-z]{2,}$")  # behind a figure it is a torn unit (190Ef|lops)
_LATIN_START = re.compile(r"^(?:[a-z]{2,}|[A-Z][a-z]+)")  # a second half in capitals is a torn abbreviation (RC/EP)


def _separator(pieces: list[Piece], i: int, ends: bool) -> str:
    """Two Latin words that a line break divided keep a space; everything else joins without one."""
    if ends or i + 1 == len(pieces):
        return ""
    return " " if _LATIN_START.match(pieces[i + 1].text) and _LATIN_END.search(pieces[i].text) else ""


_LABEL_BLANK = re.compile(r"^(\d{1,2}) (?=[一-龥])")


def _without_label_blanks(pieces: list[Piece], ends: list[bool]) -> list[Piece]:
    """A figure that begins a line inside a paragraph is no label (增加|13 天): the blank behind it goes."""
    return [
        piece
        if i == 0 or ends[i - 1] or " " not in piece.text[:3]
        else replace(piece, text=_LABEL_BLANK.sub(r"\1", piece.text))
        for i, piece in enumerate(pieces)
    ]


_THOUSANDS = re.compile(r"\d,\d{3}(?!\d)")
_FIRST_OF_THOUSANDS = re.compile(r"(?<![\d.,，])\d{1,3}(?:,\d{3})*，$")
_REST_OF_THOUSANDS = re.compile(r"\d{3}(?![\d年])")


def _mend_torn_figures(pieces: list[Piece]) -> list[Piece]:
    """A point after a digit at a line's end is a decimal one only where the next line goes on with a digit.

    A comma there parts thousands (17,|447万元) where the text parts them so elsewhere.
    """
    parted = any("," in piece.text and _THOUSANDS.search(piece.text) is not None for piece in pieces)
    for i, piece in enumerate(pieces):
        if parted and piece.text.endswith("，") and _FIRST_OF_THOUSANDS.search(piece.text) is not None:
            if i + 1 < len(pieces) and _REST_OF_THOUSANDS.match(pieces[i + 1].text) is not None:
                pieces[i] = replace(piece, text=piece.text[:-1] + ",")
            continue
        if piece.text.endswith(".") and len(piece.text) > 1 and piece.text[-2].isdigit():
            follows = pieces[i + 1].text if i + 1 < len(pieces) else ""
            if not follows[:1].isdigit():
                pieces[i] = replace(piece, text=piece.text[:-1] + "。")
    return pieces
