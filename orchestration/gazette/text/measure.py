"""The measure that lines are set to: of a column, of a program that wrapped a text; lists and typed text have none."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from orchestration.gazette.text.stream import Piece

# Display width of what is printed: digits and Latin are half an em, everything Chinese one. ASCII punctuation beside
# Chinese was set one em wide before extraction narrowed it; digits that extraction widened were set narrow.
_NARROW = re.compile(r"[0-9A-Za-zÀ-ɏ \-+%./@０-９．％Ａ-Ｚａ-ｚ]")


def width_of(line: str) -> float:
    """Width in ems of a line as printed in the source."""
    return len(line) - len(_NARROW.findall(line)) * 0.5


_MARK = re.compile("[，。；：、！？]")
_TERMINAL = tuple("。！？；：…")
_POINTS = 8  # lines; no sentence is so long
_CLOSING = "”’」』）〕"
_WINDOW = 24  # lines on either side that tell the measure of a column
_LEAST = 6.0  # ems; narrower "columns" are lists of short words
_RAGGED = 2.2  # ems or characters by which a full line may fall short: a mark that may not begin a line takes one along


@dataclass(frozen=True, slots=True)
class Measure:
    """How full lines are set around a line."""

    size: float  # of a full line, in ems or, where a program counted them, in characters
    slack: float  # by how much a full line may fall short of it
    in_characters: bool

    def of(self, piece: Piece) -> float:
        """A line's size, in what the measure counts."""
        return piece.length if self.in_characters else piece.width

    def is_full(self, piece: Piece) -> bool:
        """Whether a line reaches the measure."""
        return self.of(piece) >= self.size - self.slack

    @property
    def is_exact(self) -> bool:
        """Whether a program set the lines, so that one short by a character is the last of its paragraph."""
        return self.slack < _RAGGED


def measures(pieces: Sequence[Piece]) -> list[Measure | None]:
    """The measure around each line, None where lines are not set to one."""
    breaks = _Breaks(pieces)
    whole = _measure(pieces, breaks.among(0, len(pieces)))
    if whole is not None and whole.is_exact:
        return [whole] * len(pieces)
    result: list[Measure | None] = []
    for block in range(0, len(pieces), _WINDOW):
        first, last = max(0, block - _WINDOW), min(block + 2 * _WINDOW, len(pieces))
        near = _measure(pieces[first:last], breaks.among(first, last))
        result.extend([near or whole] * min(_WINDOW, len(pieces) - block))
    return result


def _measure(window: Sequence[Piece], breaks: Sequence[bool]) -> Measure | None:
    """The measure of some lines: told by those that end in the middle of a sentence, for which ``breaks`` is True.

    Titles and names in a list end anywhere and tell nothing. Of typed text few lines break off, and at no common size.
    """
    broken = list(compress(window, breaks))
    if len(window) < 4 or len(broken) < max(2, len(window) // 10) or are_points(window):
        return None
    best: tuple[float, float, Measure] | None = None
    for in_characters in (False, True):
        sizes = sorted(float(piece.length) if in_characters else piece.width for piece in broken)
        size, share, sharp = _densest(sizes)
        measure = Measure(size, 1.0 if sharp >= 0.85 else _RAGGED, in_characters)
        if size >= _LEAST and share >= 0.5 and (best is None or (share, sharp) > best[:2]):
            best = (share, sharp, measure)
    if best is None:
        return None
    measure = best[2]
    wider = sum(measure.of(piece) > measure.size + 3.5 for piece in window)
    far = sum(measure.of(piece) > measure.size * 1.5 + 3.5 and is_terminal(piece.text) for piece in window)
    if far * 2 >= len(broken):
        return None  # whole paragraphs stand in one line: what breaks off are headlines
    common = len(broken) * 3 >= len(window)
    return measure if wider * (4 if common else 50) <= len(window) else None


def are_points(window: Sequence[Piece]) -> bool:
    """Whether lines hold clauses and not one of them a full stop: points, a line each."""
    texts = [piece.text for piece in window]
    return (
        len(texts) >= _POINTS
        and any("，" in text for text in texts)
        and not any("。" in text or "；" in text for text in texts)
    )


# 县第一中学：陈思远、欧阳静; 二等奖（2名）：王芳 张磊: who is named for what, a line of a list. 一、先进集体（5个） heads one.
_NAMES = re.compile(
    r"[一-龥（）0-9]{2,20}：(?:[一-龥·]{2,4}[、 　]){0,9}[一-龥·]{2,4}|[一二三四五六七八九十]{1,3}、[一-龥]{2,20}（[^（）]{1,8}）"
    # 责任单位：区住建局、区城管局; 完成时限：11月30日前
    r"|(?:责任|牵头|配合|主办|协办)(?:单位|部门)：[^，。；]{2,24}[局委办厅部院队会府心]|完成时[限间]：[0-9年月日]{3,11}[底末]?前?"
)


_FIGURE = tuple("0123456789.")


class _Breaks:
    """Whether lines end in the middle of a sentence: one has a mark inside, or a shorter line brings the sentence's
    end.
    """

    def __init__(self, pieces: Sequence[Piece]) -> None:
        terminal = [is_terminal(piece.text) for piece in pieces]
        # An indent in the line below says that a paragraph ends here.
        closed = [piece.opens_block is True for piece in pieces[1:]] + [False]
        going = [
            not (ends or last) and piece.cells is None
            for piece, ends, last in zip(pieces, terminal, closed, strict=True)
        ]
        self._marked = [
            goes and _MARK.search(piece.text) is not None and not _NAMES.fullmatch(piece.text)
            for piece, goes in zip(pieces, going, strict=True)
        ]
        self._all = list(self._marked)
        for i in range(len(pieces) - 1):
            ends = terminal[i + 1] and pieces[i + 1].length <= pieces[i].length
            torn = pieces[i].text[-1:] in _FIGURE and pieces[i + 1].text[:1] in _FIGURE  # …调整到1|.4元
            if going[i] and (ends or torn):
                self._all[i] = True

    def among(self, first: int, last: int) -> list[bool]:
        """For some lines that stand together; what follows the last of them is not known."""
        return [*self._all[first : last - 1], *self._marked[last - 1 : last]]


def is_terminal(line: str) -> bool:
    """Whether a line ends with a mark that can end a paragraph."""
    return line.rstrip(_CLOSING).endswith(_TERMINAL)


def _densest(sizes: list[float]) -> tuple[float, float, float]:
    """(size, share, sharpness): the size below which, within the ragged edge, most lines end; how many; how sharply."""
    size, most = 0.0, 0
    for candidate in dict.fromkeys(sizes):
        inside = bisect_right(sizes, candidate) - bisect_left(sizes, candidate - _RAGGED)
        if inside >= most:
            size, most = candidate, inside
    at_edge = bisect_right(sizes, size) - bisect_left(sizes, size - 0.6)
    return size, most / len(sizes), at_edge / most


_BODY_NAME = re.compile(
    r"(?:公司|集团|合作社|农场|农庄|庄园|厂|店|中心|学校|小学|中学|大学|学院|幼儿园|医院|协会|研究院|研究所|银行|村|社区)$"
)


def listed(pieces: Sequence[Piece], measures: Sequence[Measure | None]) -> list[bool]:
    """Lines of a list of names: four or more lines without any mark, of no common width."""
    listed = [False] * len(pieces)
    i = 0
    while i < len(pieces):
        j = i
        while j < len(pieces) and not _MARK.search(pieces[j].text):
            j += 1
        if j - i >= 4:
            names = [bool(_BODY_NAME.search(piece.text)) for piece in pieces[i:j]]
            full = [(near := measures[k]) is not None and near.is_full(pieces[k]) for k in range(i, j)]
            if sum(names) * 3 >= j - i:  # a name that fills its line and is none yet goes on in the next
                listed[i:j] = [name or not reaches for name, reaches in zip(names, full, strict=True)]
            elif not any(full) or (j - i >= 6 and sum(full) * 5 <= (j - i) * 3):
                listed[i:j] = [True] * (j - i)
        i = max(j, i + 1)
    return listed
