"""The names that stand on one line: alone, side by side, joined by 、, with what they are, or in a table's columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.people import COMPOUND_SURNAMES, is_name

ORDINAL = re.compile(
    r"(?:（?\d{1,4}[）.、．]|(?P<bare>\d{1,4})(?=[\u4e00-\u9fff“《 ])(?!年|月)|[①-⑳]|[（(]?[一二三四五六七八九十百]{1,5}[）)、])\s?"
)
_REMARK = re.compile(r"（[^（）：]{2,8}：[^（）]*）$")  # （申报单位：某公司）
_SPEAKS = re.compile(r".{24}|希望|予以|特此|的|要")  # what a closing sentence says and a name does not
_NAME = re.compile(r"[^。；;！？：:，,、|]{2,48}")
_PLACE_FIRST = re.compile(r"[市县区省州](?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]{2,4}?[省市县区州盟旗镇乡]")
_BEGINS_BODY = re.compile(r"[省市县区州盟旗]|[\u4e00-\u9fff]{2,3}[省市县区州盟旗镇乡]")
_ENDS_AS_POST = re.compile(
    r"(?:主任|书记|主席|经理|[局科处院校所站队会部镇乡村县区市厂董事]长|科员|教师|医师|工程师|干部|民警|委员)$"
)
_ENDS_AS_UNIT = re.compile(r"[股科室组班站所校院局]$|中[心学]$|小学$")
_NAME_HEADER = re.compile(
    r"(?:企业|单位|机构|组织|项目|产品|基地|品牌|学校|医院|村|作品|获奖者?|集体|个人|园区|景区|中心|公司|申报单位|受表彰者)?(?:名称|全称|姓名)$|^(?:企业|单位|姓名|获奖单位|获奖者|获奖集体|获奖个人|传承人)$"
)


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line: its span in the text and its words."""

    start: int
    end: int
    words: str


def lines_of(text: str) -> list[Line]:
    """The lines of a text that hold something, without the spaces around them."""
    lines = []
    at = 0
    for words in text.split("\n"):
        stripped = words.strip(" 　\t")
        if stripped:
            start = at + len(words) - len(words.lstrip(" 　\t"))
            lines.append(Line(start, start + len(stripped), stripped))
        at += len(words) + 1
    return lines


def all_bodies(words: str) -> bool:
    """Whether a line is a run of bodies or places, joined by 、 or ，."""
    return all(is_body(piece.strip(" 　")) for piece in re.split("[、，]", words.rstrip("。；")))


def without_ordinal(line: Line) -> str:
    ordinal = ORDINAL.match(line.words)
    return line.words[ordinal.end() :] if ordinal else line.words


def names_on(line: Line, position: int | None, persons: bool, fewest: int) -> list[tuple[int, int]]:
    """The name on a line, or the names that stand side by side on it; nothing where it is a sentence.

    ``fewest``: how many bodies side by side are more than one with a remark of its own.
    """
    ordinal = ORDINAL.match(line.words)
    if ordinal and ordinal["bare"] and int(ordinal["bare"]) != position:
        ordinal = None  # a number that belongs to the name
    lead = ordinal.end() if ordinal else 0
    words = _REMARK.sub("", line.words[lead:].rstrip("，、；;。 　"))
    start = line.start + lead
    if persons and (person := _person(start, words)):
        return person
    if (beside := bodies_beside(start, words, fewest)) is not None:
        return beside
    if not _NAME.fullmatch(words) or (line.words.endswith("。") and _SPEAKS.search(words)):
        return []
    return [(start, start + len(words))]


def bodies_beside(start: int, words: str, fewest: int) -> list[tuple[int, int]] | None:
    """``fewest`` or more bodies or places side by side with spaces; None where a piece is neither."""
    if " " not in words and "　" not in words:
        return None
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　]+", words)]
    if len(pieces) < fewest or not all(is_body(words[at - start : end - start]) for at, end in pieces):
        return None
    return pieces


def _person(start: int, words: str) -> list[tuple[int, int]]:
    """The persons of a line: side by side (张三 李四), set wide (张 三), before or after what they are or where."""
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　，（）]+", words)]
    texts = [words[at - start : end - start] for at, end in pieces]
    if len(pieces) > 1 and all(len(text) == 1 for text in texts[-2:]) and is_name("".join(texts[-2:])):
        return [(pieces[-2][0], pieces[-1][1])]
    named = [piece for piece, text in zip(pieces, texts, strict=True) if is_name(text) and not is_body(text)]
    if named:
        return named if len(named) == len(pieces) else named[:1]
    if (
        len(pieces) == 1 and len(texts[0]) > 5 and (_ENDS_AS_POST.search(texts[0]) or _ENDS_AS_UNIT.search(texts[0]))
    ):  # 李敏云山县商务局局长: whose spaces were lost
        shortest = 3 if texts[0][:2] in COMPOUND_SURNAMES else 2
        lengths = [n for n in range(shortest, 5) if is_name(texts[0][:n]) and _PLACE_FIRST.match(texts[0], n)]
        if len(lengths) == 1:
            return [(pieces[0][0], pieces[0][0] + lengths[0])]
        return [(start, start)]  # a person whose name cannot be told: counted, not named
    if len(pieces) == 1 and not is_body(texts[0]):  # 市教育局张三: the body and the person run together
        for length in (3, 2, 4):
            if is_name(texts[0][-length:]) and not _ENDS_AS_UNIT.search(texts[0]) and is_body(texts[0][:-length]):
                return [(pieces[0][1] - length, pieces[0][1])]
    return []


def are_names(text: str, names: list[tuple[int, int]]) -> bool:
    """Whether all of some spans have the shape of a body's, a place's or a person's name."""
    return all(is_body(text[start:end]) or is_name(text[start:end]) for start, end in names)


def beside_each_other(start: int, words: str) -> list[tuple[int, int]]:
    """The pieces of a line that spaces or 、 set apart."""
    return [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　、，；。]{2,40}", words)]


def spaced_names(start: int, words: str, count: int, persons: bool) -> list[tuple[int, int]]:
    """Names set side by side with spaces in one line, if they are as many as the heading says; else none.

    A sentence may follow the last of them.
    """
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　、，；。]+", words)]
    if not persons:
        speaks = any(_SPEAKS.search(words[at - start : end - start]) for at, end in pieces[:count])
        return pieces[:count] if len(pieces) == count or (len(pieces) > count and not speaks) else []
    named: list[tuple[int, int]] = []
    for at, end in pieces:
        piece = words[at - start : end - start]
        here = _named_in(at, piece)
        if len(named) == count or (not here and not is_body(piece)):
            break
        named += here
    return named if len(named) == count else []


def _named_in(start: int, words: str) -> list[tuple[int, int]]:
    """The person that a piece names: it is a name, or one between two bodies whose spaces were lost (市民政局柳絮市财政局)."""
    if is_name(words) and not is_body(words):
        return [(start, start + len(words))]
    between = [
        (start + at, start + at + length)
        for at in range(3, len(words) - 4)
        for length in (2, 3)
        if _BEGINS_BODY.match(words, at + length)
        and is_name(words[at : at + length])
        and is_body(words[:at])
        and is_body(words[at + length :])
    ]
    return between if len(between) == 1 else []


def joined_names(start: int, words: str) -> list[tuple[int, int]]:
    """The names of a run joined by 、."""
    names = []
    at = 0
    for piece in re.split(r"[、，；]", words):
        stripped = piece.strip(" 　")
        lead = at + len(piece) - len(piece.lstrip(" 　"))
        if 2 <= len(stripped) <= 40:
            names.append((start + lead, start + lead + len(stripped)))
        at += len(piece) + 1
    return names


def names_in_columns(rows: list[Line], columns: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
    """Names of a table's name columns, row by row, and the columns.

    Without a header that says which column holds names, the columns of the table before in the list count; else none.
    """
    names: list[tuple[int, int]] = []
    for row in rows:
        cells = _cells(row)
        headers = [index for index, (_, words) in enumerate(cells) if _NAME_HEADER.search(words)]
        if headers and (not columns or any(words == "序号" for _, words in cells)):
            columns = headers[:1] if len({cells[i][1] for i in headers}) > 1 else headers
            continue  # also the header again, on a new page or under the next sub-heading
        for index in columns:
            if index < len(cells) and len(cells[index][1]) >= 2:
                start, words = cells[index]
                names.append((start, start + len(words)))
    return names, columns


def _cells(row: Line) -> list[tuple[int, str]]:
    cells = []
    at = row.start
    for cell in row.words.split("|"):
        stripped = cell.strip(" 　")
        cells.append((at + len(cell) - len(cell.lstrip(" 　")), stripped))
        at += len(cell) + 1
    return cells
