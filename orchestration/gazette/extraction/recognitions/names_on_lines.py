"""The names that stand on one line: alone, side by side, joined by 、."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.persons_listed import Span, named_between, persons_on
from orchestration.gazette.extraction.recognitions.printed_lines import ORDINAL, Line
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.people import can_be_name, is_name

_REMARK = re.compile(r"（[^（）：]{2,8}：[^（）]*）$")  # （申报单位：某公司）
_SPEAKS = re.compile(r".{24}|：|希望|予以|特此|的|要")  # what a closing sentence says and a name does not
_NAME = re.compile(r"[^。；;！？：:，,、|]{2,48}")
_AGE = re.compile(
    r"(?:新石器时代|旧石器时代|[商周秦汉唐宋元明清]|[东西南北前后]?[周汉魏晋唐宋]|隋|民国|近现代|当代|\d{4}年|[男女])(?:代|至.{1,4})?"
)
_BRACKETED = re.compile(r"（[^（）]*）")
_FILLER = "□"
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,12}[省市县区州盟旗镇乡]|[\u4e00-\u9fff]{2,8}街道")
# Kinds of what is honoured that are no public bodies: works and shops, families, teams, products.
_KIND = re.compile(
    r"[^ 　]*(?:厂|店|[农林牧渔茶商市]场|超市|农庄|山庄|酒家|宾馆|商行|坊|[^公]园|工场|空间|孵化器|书屋|驿站|窗口|工作室|剧团|乐团|家庭|项目|工程|[班小]组|车间|科室|支部|岗|户|[小中大]学|[\u4e00-\u9fff]{2}第?[一二三四五六七八九十]中|产品|作品|商标|牌)(?:（[^（）]*）)?$"
)


def has_shape(name: str) -> bool:
    """Whether words are shaped as a person's or a body's name, or as one of a kind that is honoured."""
    return is_name(name) or is_body(name) or _KIND.match(name) is not None


def are_names(text: str, names: list[Span]) -> bool:
    """Whether all of some spans have the shape of a name."""
    return all(has_shape(text[start:end]) for start, end in names)


def all_bodies(words: str) -> bool:
    """Whether a line is a run of bodies or places, joined by 、 or ，."""
    return all(is_body(words[start:end]) for start, end in joined_names(0, words.rstrip("。；")))


def names_on(line: Line, position: int | None, persons: bool | None, fewest: int) -> list[Span]:
    """The name on a line, or the names that stand side by side on it; nothing where it is a sentence.

    ``position``: the number of the next name where bare numbers count them. ``fewest``: how many bodies side by side are
    more than one with a remark of its own. In a list of persons a line may name someone whose name cannot be told: an
    empty span.
    """
    ordinal = ORDINAL.match(line.words)
    if ordinal and ordinal["bare"] and int(ordinal["bare"]) != position:
        ordinal = None  # a number that belongs to the name
    lead = ordinal.end() if ordinal else 0
    words = _REMARK.sub("", line.words[lead:].rstrip("，、；;。 　"))
    start = line.start + lead
    if persons:
        return _persons(start, words)
    if (beside := bodies_beside(start, words, fewest)) is not None:
        return beside
    speaks = line.words.endswith("。") and (_SPEAKS.search(words) or not (ordinal or has_shape(words)))
    if speaks or not _NAME.fullmatch(words):
        return []
    at, end = _name_among(words)
    return [(start + at, start + end)]


_PIECE = re.compile(r"[^ 　]+")
_PLAIN = re.compile(r"[\u4e00-\u9fff（）“”《》·、 　]+")


def _name_among(words: str) -> Span:
    """The name on a line that says more about it in further columns: 石龙遗址 新石器时代 东川县, 东川县 红星合作社."""
    if " " not in words and "　" not in words:
        return 0, len(words)
    pieces = [piece.span() for piece in _PIECE.finditer(words)]
    if len(pieces) < 2 or not _PLAIN.fullmatch(words):
        return 0, len(words)
    first, last = (words[at:end] for at, end in (pieces[0], pieces[-1]))
    if _PLACE.fullmatch(first):
        return pieces[1] if len(pieces) == 2 and not _PLACE.fullmatch(last) else (0, len(words))
    return pieces[0] if is_body(last) or _AGE.fullmatch(words[slice(*pieces[1])]) else (0, len(words))


def _persons(start: int, words: str) -> list[Span]:
    if found := persons_on(start, words):
        return found
    bare = words.partition("（")[0]
    return [(start, start + len(bare))] if can_be_name(bare) and not is_body(bare) else []


def bodies_beside(start: int, words: str, fewest: int) -> list[Span] | None:
    """``fewest`` or more bodies or places side by side with spaces, or one with its place; None where a piece is neither."""
    if " " not in words and "　" not in words:
        return None
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　]+", words)]
    heads = [words[at - start : end - start] for at, end in pieces]
    if len(pieces) == 2 and is_body(heads[1]) and _PLACE.fullmatch(heads[1]) and not _PLACE.fullmatch(heads[0]):
        return pieces[:1]  # 甲公司 东山区: where it is
    alike = len(pieces) == 2 and heads[0][-1] == heads[1][-1]  # 甲区 乙区
    if (len(pieces) < fewest and not alike) or not all(is_body(head) for head in heads):
        return None
    return pieces


def beside_each_other(start: int, words: str) -> list[Span]:
    """The pieces of a line that spaces or 、 outside brackets set apart."""
    plain = blotted(words)
    return [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　、，；。]{2,40}", plain)]


def spaced_names(start: int, words: str, count: int, persons: bool) -> list[Span]:
    """Names set side by side with spaces in one line, if they are as many as the heading says; else none.

    A sentence may follow the last of them.
    """
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　、，；。]+", words)]
    if not persons:
        speaks = any(_SPEAKS.search(words[at - start : end - start]) for at, end in pieces[:count])
        return pieces[:count] if len(pieces) == count or (len(pieces) > count and not speaks) else []
    named: list[Span] = []
    for at, end in pieces:
        piece = words[at - start : end - start]
        here = named_between(at, piece)
        if len(named) == count or (not here and not is_body(piece)):
            break
        named += here
    return named if len(named) == count else []


def joined_names(start: int, words: str) -> list[Span]:
    """The names of a run joined by 、 ， or ； outside brackets."""
    names = []
    at = 0
    for piece in re.split(r"[、，；]", blotted(words)):
        stripped = piece.strip(" 　")
        lead = at + len(piece) - len(piece.lstrip(" 　"))
        if 2 <= len(stripped) <= 40:
            names.append((start + lead, start + lead + len(stripped)))
        at += len(piece) + 1
    return names


def blotted(words: str) -> str:
    """The words with what stands in brackets blotted out, so that marks in them divide nothing."""
    return _BRACKETED.sub(lambda bracket: _FILLER * len(bracket[0]), words) if "（" in words else words
