"""Whether a line ends its paragraph.

It follows from three things, in this order: what the reader knows (``Line.opens_block``, table rows), what the language
says (a comma never ends a paragraph, a closing mark never begins one, a numbered heading begins one), and the
measure: a line clearly shorter than the lines around it is the last of its paragraph. Text typed one paragraph a line
has no measure; there every line is a paragraph.
"""

from __future__ import annotations

import re

from orchestration.gazette.text.measure import RAGGED, TERMINAL, exact, listed, measures, named
from orchestration.gazette.text.stream import Piece

_HAN = "[一二三四五六七八九十]{1,3}"
_STRONG_LABEL = re.compile(
    rf"^(?:附件?注?：|注：|抄送：|{_HAN}、|（{_HAN}）"
    r"|第[一二三四五六七八九十百]{1,4}[章节编条](?:[ 　]|(?![一-龥]{0,6}[，、款项]))"
    r"|\d{1,2}(?:\.\d{1,2}){1,4} [一-龥《“]|\d{1,2} [一-龥])"
)
_WEAK_LABEL = re.compile(r"^(?:\d{1,2}[.、．](?!\d)|（\d{1,2}）|[①-⑳])")
_FIRST_ITEM = re.compile(r"^(?:1[.、．](?!\d)|（1）|①)")
_GOES_ON = re.compile(r"[，、“‘《〈（〔—-]$")
_CONTINUES = re.compile(r"^[，。；：、！？”’》〉）〕%‰]")
_CLOSED = re.compile(r"[。！？；：…”’》）〕]$")
_DATE_LINE = re.compile(
    r"^[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日"
)
# A body's name alone in its line above a date is a signature, above 关于 a title.
_BODY_LINE = re.compile(r"[一-龥（）]{2,30}(?:政府|办公室|办公厅|委员会|局|厅|部|院|署|会议|法院|检察院)")
_HEADS_DATE = re.compile(
    r"[一-龥0-9（）《》]{6,60}"
)  # words without a mark above a line that is only a date: a title or a body
_DATE_ONLY = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日[）)]?"
)
_HAN_DATE = re.compile(
    r"[（(]?[〇○零一二三四五六七八九]{4}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日[）)]?"
)  # only ever set alone
_BODY_TAIL = re.compile(r"(?:政府|办公室|办公厅|委员会|局|厅|部|院|署)$")
_AFTER_BODY_LINE = re.compile(r"关于|[（(]?[\d〇○零一二三四五六七八九十]{4}年")
_INDENT = 2.2  # ems; the first line of a paragraph is printed two ems in, and extraction drops them
_OPEN_LINES = 12  # lines after which an unclosed quote or bracket no longer says that the paragraph goes on
_PAIRS = (("“", "”"), ("《", "》"), ("（", "）"), ("〔", "〕"))


def paragraph_ends(pieces: list[Piece]) -> list[bool]:
    """For each line, whether its paragraph ends with it."""
    wrapped = exact(pieces)
    if wrapped:
        full: list[float | None] = [float(wrapped)] * len(pieces)
        return _paragraph_ends(pieces, [None] * len(pieces), full, named(pieces, wrapped), True)
    widths = measures([piece.width for piece in pieces])
    lengths = measures([float(piece.length) for piece in pieces])
    return _paragraph_ends(pieces, widths, lengths, listed(pieces, widths), False)


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
        end = _ends(
            pieces,
            i,
            measures[i],
            lengths[i],
            listed[i],
            opening=i == first,
            is_open=is_open,
            prose=prose or "。" in text,
            exact=exact,
        )
        ends.append(end)
        prose = prose or "。" in text
        if end:
            first, prose = i + 1, False
            balance = dict.fromkeys(balance, 0)
    return ends


def _ends(
    pieces: list[Piece],
    i: int,
    measure: float | None,
    length: float | None,
    listed: bool,
    *,
    opening: bool,
    is_open: bool,
    prose: bool,
    exact: bool,
) -> bool:
    """Whether a paragraph ends with line i.

    ``opening`` if it began with it, ``is_open`` inside a quote or bracket, ``prose`` after a full stop, ``exact``
    where a program wrapped the text, so that a line short by one character is a last one.
    """
    if i + 1 >= len(pieces):
        return True
    line, following = pieces[i], pieces[i + 1]
    if line.cells is not None or following.cells is not None:
        return True
    if following.opens_block is not None:
        return following.opens_block
    if measure is None and length is None:  # one paragraph a line
        return not (_GOES_ON.search(line.text) and not _STRONG_LABEL.match(following.text)) and not _CONTINUES.match(
            following.text
        )
    if (
        exact
        and length is not None
        and line.length < length - (line.text[-1:].isascii() or following.text[:1].isascii())
    ):
        return True
    if is_open:
        return False
    if _BODY_LINE.fullmatch(following.text) and i + 2 < len(pieces) and _AFTER_BODY_LINE.match(pieces[i + 2].text):
        return True
    if _HEADS_DATE.fullmatch(following.text) and i + 2 < len(pieces) and _DATE_ONLY.fullmatch(pieces[i + 2].text):
        return True
    if _HAN_DATE.fullmatch(line.text):
        return True
    if (
        _DATE_ONLY.fullmatch(line.text)
        and i
        and _BODY_TAIL.search(pieces[i - 1].text)
        and not _CONTINUES.match(following.text)
    ):
        return True
    labelled = bool(_STRONG_LABEL.match(following.text))
    if (_GOES_ON.search(line.text) and not labelled) or _CONTINUES.match(following.text):
        return False
    if listed or (_DATE_LINE.match(following.text) and not prose):
        return True
    closed = bool(_CLOSED.search(line.text))
    if prose and not closed and not labelled and not _DATE_LINE.match(following.text):
        return False
    slack = RAGGED + (_INDENT if opening else 0.0)
    if measure is not None and line.width > measure + 3.5:
        full = not TERMINAL.search(line.text)  # it spans the columns and has a measure of its own, unknown
    else:
        full = (measure is not None and line.width >= measure - slack) or (
            length is not None and line.length >= length - slack / 2
        )
    if not full:
        return True
    if labelled:  # a heading opens here; only 第…条 may be spoken of in the middle of a sentence
        return closed or not following.text.startswith("第")
    weak = _WEAK_LABEL.match(following.text)
    if (
        weak and not closed and _FIRST_ITEM.match(following.text)
    ):  # a heading without a mark, then the first of its items
        return bool(_STRONG_LABEL.match(line.text) or _WEAK_LABEL.match(line.text)) and not _GOES_ON.search(line.text)
    return closed and bool(weak)
