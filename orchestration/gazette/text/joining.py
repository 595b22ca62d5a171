"""Printed lines to a stream of text that knows, for every offset, its page and line, and where paragraphs may end.

Extraction leaves lines as they were set, in columns, with paragraph indents gone. Whether a line ends its paragraph follows
from three things, in this order: what the reader knows (``Line.opens_block``, table rows), what the language says (a comma
never ends a paragraph, a closing mark never begins one, a numbered heading begins one), and the measure: a line clearly
shorter than the lines around it is the last of its paragraph. Text typed one paragraph a line has no measure; there every
line is a paragraph.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from orchestration.gazette.records import Page


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

    ``text`` has no line breaks; ``starts`` holds where each piece begins; ``ends_paragraph[i]`` says whether a paragraph ends
    with piece i.
    """

    pieces: tuple[Piece, ...]
    text: str
    starts: tuple[int, ...]
    ends_paragraph: tuple[bool, ...]

    def piece_at(self, offset: int) -> int:
        """Index of the piece that holds an offset of ``text``."""
        return bisect_right(self.starts, offset) - 1


# Display width of what is printed: digits and Latin are half an em, everything Chinese one. ASCII punctuation beside Chinese
# was set one em wide before extraction narrowed it.
_NARROW = re.compile(r"[0-9A-Za-z \-+%./@]")


def width_of(line: str) -> float:
    """Width in ems of a line as printed in the source."""
    return len(line) - len(_NARROW.findall(line)) * 0.5


_STRONG_LABEL = re.compile(
    r"^(?:附件?注?：|注：|抄送：|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十百]{1,4}[章节编条](?:[ 　]|(?![一-龥]{0,6}[，、款项]))"
    r"|\d{1,2}(?:\.\d{1,2}){1,4} [一-龥《“]|\d{1,2} [一-龥])"
)
_WEAK_LABEL = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|（\d{1,2}）|[①-⑳])")
_FIRST_ITEM = re.compile(r"^(?:1[.、．](?!\d)|（1）|①)")
_TERMINAL = re.compile(r"[。！？；：…][”’」』）〕]*$")
_GOES_ON = re.compile(r"[，、“‘《〈（〔—-]$")
_CONTINUES = re.compile(r"^[，。；：、！？”’》〉）〕%‰]")
_NO_MARKS = re.compile(r"^[^，。；：、！？]+$")
_CLOSED = re.compile(r"[。！？；：…”’》）〕]$")
_DATE_LINE = re.compile(r"^[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日")
# A body's name alone in its line above a date is a signature, above 关于 a title.
_BODY_LINE = re.compile(r"[一-龥（）]{2,30}(?:政府|办公室|办公厅|委员会|局|厅|部|院|署|会议|法院|检察院)")
_HEADS_DATE = re.compile(r"[一-龥0-9（）《》]{6,60}")  # words without a mark above a line that is only a date: a title or a body
_DATE_ONLY = re.compile(r"[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?")
_HAN_DATE = re.compile(r"[（(]?[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日[）)]?")  # only ever set alone
_BODY_TAIL = re.compile(r"(?:政府|办公室|办公厅|委员会|局|厅|部|院|署)$")
_AFTER_BODY_LINE = re.compile(r"关于|[（(]?[\d〇○零一二三四五六七八九十]{4}年")
_MEASURE_WINDOW = 24  # lines on either side that tell the measure of a column
_MIN_MEASURE = 6.0  # ems; narrower "columns" are lists of short words
_INDENT = 2.2  # ems; the first line of a paragraph is printed two ems in, and extraction drops them
_RAGGED = 2.0  # ems by which a full line may fall short: a mark that may not begin a line takes a character with it
_OPEN_LINES = 12  # lines after which an unclosed quote or bracket no longer says that the paragraph goes on
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("〔", "〕"))


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
                shown = printed.strip(" 　")
                opens = True if line.opens_block is None and printed.lstrip(" ").startswith("　　") else line.opens_block
                pieces.append(
                    Piece(text, width_of(shown), len(shown), page.number, line.number, line.cells, opens, line.confidence)
                )
    pieces = _mend_points(pieces)
    exact = _exact(pieces)
    measures = [None] * len(pieces) if exact else _measures([piece.width for piece in pieces])
    lengths = [float(exact)] * len(pieces) if exact else _measures([float(piece.length) for piece in pieces])
    ends = _paragraph_ends(pieces, measures, lengths, _named(pieces, exact) if exact else _listed(pieces, measures), exact is not None)
    separators = [_separator(pieces, i, ends[i]) for i in range(len(pieces))]
    texts = [piece.text + separator for piece, separator in zip(pieces, separators, strict=True)]
    starts = tuple(accumulate((len(text) for text in texts[:-1]), initial=0)) if texts else ()
    return Stream(tuple(pieces), "".join(texts), starts, tuple(ends))


_LATIN_END = re.compile(r"[A-Za-z]{2,}$")
_LATIN_START = re.compile(r"^[A-Za-z]{2,}")


def _separator(pieces: list[Piece], i: int, ends: bool) -> str:
    """Two Latin words that a line break divided keep a space; everything else joins without one."""
    if ends or i + 1 == len(pieces):
        return ""
    return " " if _LATIN_END.search(pieces[i].text) and _LATIN_START.match(pieces[i + 1].text) else ""


def _mend_points(pieces: list[Piece]) -> list[Piece]:
    """A point after a digit at a line's end is a decimal one only where the next line goes on with a digit."""
    for i, piece in enumerate(pieces):
        if piece.text.endswith(".") and len(piece.text) > 1 and piece.text[-2].isdigit():
            follows = pieces[i + 1].text if i + 1 < len(pieces) else ""
            if not follows[:1].isdigit():
                pieces[i] = replace(piece, text=piece.text[:-1] + "。")
    return pieces


def _measures(widths: list[float]) -> list[float | None]:
    """The measure (full line width) around each line, None where lines are not set to one."""
    result: list[float | None] = []
    for block in range(0, len(widths), _MEASURE_WINDOW):
        window = widths[max(0, block - _MEASURE_WINDOW) : block + 2 * _MEASURE_WINDOW]
        measure = _measure(window)
        result.extend([measure] * len(widths[block : block + _MEASURE_WINDOW]))
    return result


def _exact(pieces: list[Piece]) -> int | None:
    """The length at which a program wrapped the whole text, None where none did.

    Wrapped lines reach one greatest length again and again, and end there in the middle of sentences; of lines that were
    typed, the longest is one alone, and equally long names of a list hold no marks.
    """
    longest = max((piece.length for piece in pieces), default=0)
    full = [piece.text for piece in pieces if piece.length == longest]
    if longest < _MIN_MEASURE or len(full) < max(3, len(pieces) // 25):
        return None
    stopped = sum(1 for text in full if _TERMINAL.search(text))
    marked = sum(1 for text in full if not _NO_MARKS.match(text))
    return longest if stopped * 10 <= len(full) * 3 and marked * 5 >= len(full) * 2 else None


def _measure(window: list[float]) -> float | None:
    """The commonest width, if two lines in five are set to it and few are much wider."""
    if len(window) < 6:
        return None
    bins = Counter(round(width) for width in window)
    measure = max(bins, key=lambda width: (bins[width] + bins[width - 1] * 0.9 + bins[width + 1] * 0.9, width))
    full = sum(1 for width in window if measure - _RAGGED <= width <= measure + 1.5)
    wider = sum(1 for width in window if width > measure + 3.5)
    return float(measure) if measure >= _MIN_MEASURE and full * 5 >= len(window) * 2 and wider * 4 <= len(window) else None


def _listed(pieces: list[Piece], measures: list[float | None]) -> list[bool]:
    """Lines of a list of names: four or more lines without any mark, of no common width."""
    listed = [False] * len(pieces)
    i = 0
    while i < len(pieces):
        j = i
        while j < len(pieces) and _NO_MARKS.match(pieces[j].text):
            j += 1
        if j - i >= 4:
            set_full = sum(1 for k in range(i, j) if (measure := measures[k]) is not None and abs(pieces[k].width - measure) <= 1.5)
            if not set_full or (j - i >= 6 and set_full * 5 <= (j - i) * 3):
                listed[i:j] = [True] * (j - i)
        i = max(j, i + 1)
    return listed


_BODY_NAME = re.compile(r"(?:公司|集团|合作社|农场|农庄|庄园|厂|店|中心|学校|小学|中学|大学|学院|幼儿园|医院|协会|研究院|研究所|银行|村|社区)$")


def _named(pieces: list[Piece], measure: int) -> list[bool]:
    """In text that a program wrapped: lines that end a name, in runs of lines without marks where many do."""
    named = [False] * len(pieces)
    i = 0
    while i < len(pieces):
        j = i
        while j < len(pieces) and _NO_MARKS.match(pieces[j].text):
            j += 1
        names = [bool(_BODY_NAME.search(pieces[k].text)) for k in range(i, j)]
        if j - i >= 4 and sum(names) * 3 >= j - i:
            named[i:j] = [name or pieces[k].length < measure for k, name in zip(range(i, j), names, strict=True)]
        i = max(j, i + 1)
    return named


def _paragraph_ends(
    pieces: list[Piece], measures: list[float | None], lengths: list[float | None], listed: list[bool], exact: bool
) -> list[bool]:
    """For each line, whether its paragraph ends with it."""
    ends: list[bool] = []
    first = 0  # where the paragraph at hand begins
    balance = dict.fromkeys((opener for opener, _ in _PAIRS), 0)
    prose = False  # whether it has a full stop inside: then it can only end with a mark
    for i in range(len(pieces)):
        text = pieces[i].text
        for opener, closer in _PAIRS:
            if opener in text or closer in text:
                balance[opener] = max(0, balance[opener] + text.count(opener) - text.count(closer))
        is_open = any(balance.values()) and i - first < _OPEN_LINES
        end = _ends(pieces, i, measures[i], lengths[i], listed[i], opening=i == first, is_open=is_open, prose=prose or "。" in text, exact=exact)
        ends.append(end)
        prose = prose or "。" in text
        if end:
            first, prose = i + 1, False
            balance = dict.fromkeys(balance, 0)
    return ends


def _ends(
    pieces: list[Piece], i: int, measure: float | None, length: float | None, listed: bool, *, opening: bool, is_open: bool, prose: bool, exact: bool
) -> bool:
    """Whether a paragraph ends with line i.

    ``opening`` if it began with it, ``is_open`` inside a quote or bracket, ``prose`` after a full stop, ``exact`` where a program
    wrapped the text, so that a line short by one character is a last one.
    """
    if i + 1 >= len(pieces):
        return True
    line, following = pieces[i], pieces[i + 1]
    if line.cells is not None or following.cells is not None:
        return True
    if following.opens_block is not None:
        return following.opens_block
    if measure is None and length is None:  # one paragraph a line
        return not (_GOES_ON.search(line.text) and not _STRONG_LABEL.match(following.text)) and not _CONTINUES.match(following.text)
    if exact and length is not None and line.length < length - (line.text[-1:].isascii() or following.text[:1].isascii()):
        return True
    if is_open:
        return False
    if _BODY_LINE.fullmatch(following.text) and i + 2 < len(pieces) and _AFTER_BODY_LINE.match(pieces[i + 2].text):
        return True
    if _HEADS_DATE.fullmatch(following.text) and i + 2 < len(pieces) and _DATE_ONLY.fullmatch(pieces[i + 2].text):
        return True
    if _HAN_DATE.fullmatch(line.text):
        return True
    if _DATE_ONLY.fullmatch(line.text) and i and _BODY_TAIL.search(pieces[i - 1].text) and not _CONTINUES.match(following.text):
        return True
    labelled = bool(_STRONG_LABEL.match(following.text))
    if (_GOES_ON.search(line.text) and not labelled) or _CONTINUES.match(following.text):
        return False
    if listed or _DATE_LINE.match(following.text) and not prose:
        return True
    closed = bool(_CLOSED.search(line.text))
    if prose and not closed and not labelled and not _DATE_LINE.match(following.text):
        return False
    slack = _RAGGED + (_INDENT if opening else 0.0)
    if measure is not None and line.width > measure + 3.5:
        full = not _TERMINAL.search(line.text)  # it spans the columns and has a measure of its own, unknown
    else:
        full = (measure is not None and line.width >= measure - slack) or (length is not None and line.length >= length - slack / 2)
    if not full:
        return True
    if labelled:  # a heading opens here; only 第…条 may be spoken of in the middle of a sentence
        return closed or not following.text.startswith("第")
    weak = _WEAK_LABEL.match(following.text)
    if weak and not closed and _FIRST_ITEM.match(following.text):  # a heading without a mark, then the first of its items
        return bool(_STRONG_LABEL.match(line.text) or _WEAK_LABEL.match(line.text)) and not _GOES_ON.search(line.text)
    return closed and bool(weak)
