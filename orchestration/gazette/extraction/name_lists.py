"""Lists of names: one a line, numbered or not, side by side, under sub-headings, joined by 、 or in a table's columns."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.people import COMPOUND_SURNAMES, is_name

COUNT = r"[（(]\s?(?:共|计|合计)?\s?\d{1,5}\s?[家个名项人处户所座件种支位组篇部批]?[^（）()]{0,6}[）)]"
# 一、先进单位14个（排名不分先后）: a sub-heading with its count.
_COUNTED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?[^。；，：、（）\d]{2,20}[（(]?共?\d{1,4}[个名家项户人件][）)]?(?:[（(][^（）()]{1,16}[）)])?[：:]?"
)
_ORDINAL = re.compile(
    r"(?:（?\d{1,4}[）.、．]|(?P<bare>\d{1,4})(?=[\u4e00-\u9fff“《 ])(?!年|月)|[①-⑳]|[（(]?[一二三四五六七八九十百]{1,5}[）)、])\s?"
)
_HAN_LABEL = re.compile(r"[（(]?[一二三四五六七八九十百]{1,5}[）)、]\s?")
_ENDS_LIST = re.compile(r"(?:附件|附[：:]|附注|注[：:]|备注|抄送|主办|编辑|印发|（?此件|（?来源|联系)")
_DATE_LINE = re.compile(
    r"[\d一二三四五六七八九十〇○零]{2,4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?(?:印发|发布|公布)?$"
)
_FIRST_ATTACHMENT = re.compile(r"附件?[：:]?\s?1[.．、]")
_NUMBERED = re.compile(r"(?P<number>\d{1,4})[.．、]")
_COUNTS_PERSONS = re.compile(r"\d[名人][）)]?[：:]?$")
# 完成单位：…, under the name of a work: who made it, no name of the list.
_TELLS_OF_NAME = re.compile(
    r"[（(]?(?:主要|第一|牵头|联合)?(?:完成|申报|推荐|承担|参与|合作|主持|建设|报送|所在|实施|研制|起草|保护|传承)(?:单位|人员?|者|地区|机构|企业)[：:]"
)
_HEADS_COLUMNS = re.compile(
    r"(?:序号[ 　]+)?(?:姓名|名称|(?:单位|企业|项目|作品|学校)名称|获奖者)(?:[ 　]+[\u4e00-\u9fff]{2,8})+"
)  # 姓名 项目名称 申报地区
_NAME_AND_BRACKET = re.compile(r"(?P<name>[\u4e00-\u9fff·]{2,12})（")
_FEW = 3  # lines that tell what a list names
_REMARK = re.compile(r"（[^（）：]{2,8}：[^（）]*）$")  # （申报单位：某公司）
_BULLET = re.compile(r"[●■◆★▲◇□○•·※▪►]\s?")
_LONGEST_HEADING = 40
_LONGEST_SIGNATURE = 12  # lines
_UNDATED = 3  # lines of a signature without a date that end a text
_SIGNS = re.compile(r"(?:政府|委员会|办公[室厅]|[局厅部署院办会委])(?:（章）)?$")
_SPEAKS = re.compile(r".{24}|希望|予以|特此|的|要")  # what a closing sentence says and a name does not
_NAME = re.compile(r"[^。；;！？：:，,、|]{2,48}")
_PLACE_FIRST = re.compile(r"[市县区省州](?=[\u4e00-\u9fff]{2})|[\u4e00-\u9fff]{2,4}?[省市县区州盟旗镇乡]")
_BEGINS_BODY = re.compile(r"[省市县区州盟旗]|[\u4e00-\u9fff]{2,3}[省市县区州盟旗镇乡]")
_ENDS_AS_POST = re.compile(
    r"(?:主任|书记|主席|经理|[局科处院校所站队会部镇乡村县区市厂董事]长|科员|教师|医师|工程师|干部|民警|委员)$"
)
# What a heading says of whom its list names; the last such word decides (先进集体和先进个人: persons).
_KINDS = re.compile(
    r"(?P<persons>个人|人员|工作者|人物|模范(?!集体|单位|家庭|社区|机构)|标兵(?!集体|单位|企业|岗)|教师|医生|工匠|劳模|人才|先锋(?!集体|岗)|能手|奖章|传承人|"
    r"[人者](?=$|名单|名录|[（(\d]))|(?P<bodies>集体|单位|企业|机构|学校|医院|社区|村|基地|项目|品牌|产品|团队|家庭|园区|乡镇|街道|公司|合作社|景区|工程|成果|作品|奖状)"
)
_ENDS_AS_UNIT = re.compile(r"[股科室组班站所校院局]$|中[心学]$|小学$")
_GROUP_LABEL = re.compile(r"(?P<label>[^。；，：:]{2,60})[：:](?P<names>[^。；：:]{2,}?)[。；]?$")
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


def names_persons(heading: str) -> bool | None:
    """Whether the list under a heading names persons (先进个人), bodies or works (先进集体: False); None where it says neither."""
    kinds = list(_KINDS.finditer(heading))
    return kinds[-1]["persons"] is not None if kinds else None


def names_below(lines: list[Line], at: int, persons: bool, ends: re.Pattern[str]) -> tuple[list[tuple[int, int]], int]:
    """Spans of the names below a heading (an empty one for a name that cannot be told), and the line after the list.

    ``persons``: whether the list names persons, whose units may stand beside them. ``ends``: lines that open another list.
    """
    names: list[tuple[int, int]] = []
    columns: list[int] = []
    labels = _labels_head_groups(lines, at)
    wide = _stand_beside(lines, at)
    counts = False  # whether bare numbers count the names: the first is 1
    while at < len(lines):
        line = lines[at]
        if _ends(lines, at, ends):
            break
        if " | " in line.words:
            first = at
            while at < len(lines) and " | " in lines[at].words:
                at += 1
            here, columns = _table(lines[first:at], columns)
            names += here
            continue
        group = None if _TELLS_OF_NAME.match(line.words) else _GROUP_LABEL.fullmatch(line.words)
        if group and ("、" in group["names"] or (persons and is_name(group["names"]))):
            names += joined_names(line.start + group.start("names"), group["names"])
        elif ("，" in line.words and _all_bodies(line.words.replace("，", "、"))) or (
            "、" in _without_ordinal(line)
            and ((not names and re.fullmatch(r"[^，；：]+[。]?", line.words)) or _all_bodies(line.words))
        ):
            names += joined_names(line.start, line.words.rstrip("。"))
        elif _is_sub_heading(line, labels):
            of_persons = True if _COUNTS_PERSONS.search(line.words) else names_persons(line.words)
            persons = persons if of_persons is None else of_persons
        elif not _HEADS_COLUMNS.fullmatch(line.words) and not _goes_on_counting(lines, at, len(names)):
            counts = counts or (not names and line.words.startswith("1"))
            here = _name(line, len(names) + 1 if counts else None, persons, 2 if wide else 3)
            if not here:
                break
            names += here
        at += 1
    return names, at


def _goes_on_counting(lines: list[Line], at: int, found: int) -> bool:
    """Whether a line without a number stands above the name whose number comes next: a sub-heading (医疗行业)."""
    if at + 1 >= len(lines) or _NUMBERED.match(lines[at].words):
        return False
    following = _NUMBERED.match(lines[at + 1].words)
    return following is not None and int(following["number"]) == found + 1


def begin_with_persons(lines: list[Line], at: int) -> bool:
    """Whether the lines here all begin with a person's name and what they are in brackets (陈斌（县医院）)."""
    named = [_NAME_AND_BRACKET.match(_without_ordinal(line)) for line in lines[at : at + _FEW]]
    return len(named) > 1 and all(match is not None and is_name(match["name"]) for match in named)


def _all_bodies(words: str) -> bool:
    """Whether a line is a run of bodies or places, joined by 、 or ，."""
    return all(is_body(piece.strip(" 　")) for piece in re.split("[、，]", words.rstrip("。；")))


def _labels_head_groups(lines: list[Line], at: int) -> bool:
    """Whether 一、 and （一） head groups here (names without them stand between) rather than number the names."""
    here = [bool(_HAN_LABEL.match(line.words)) for line in lines[at : at + 40]]
    return any(here) and not all(here[: max(2, here.count(True))])


def bulleted_names(lines: list[Line], at: int) -> tuple[str, list[tuple[int, int]], int]:
    """The heading of a list whose names are marked by bullets (● 甲镇), their spans and the line after; no names otherwise."""
    names = []
    after = at + 1
    while after < len(lines) and (bullet := _BULLET.match(lines[after].words)):
        names.append((lines[after].start + bullet.end(), lines[after].end))
        after += 1
    heading = lines[at].words.rstrip("：:")
    is_heading = len(heading) <= _LONGEST_HEADING and not _BULLET.match(heading) and "。" not in heading
    return (heading, names, after) if len(names) > 1 and is_heading else (heading, [], at + 1)


def attachments_end(lines: list[Line], at: int) -> int:
    """The line after the attachments that are numbered from line ``at`` on (附件：1.…, 2.…)."""
    after = at + 1
    if _FIRST_ATTACHMENT.match(lines[at].words):
        while after < len(lines) and _NUMBERED.match(lines[after].words):
            after += 1
    return after


def signs_below(lines: list[Line], at: int) -> bool:
    """Whether what follows is a signature: names of public bodies, however their lines break, then a date or the end."""
    for end in range(at, min(len(lines), at + _LONGEST_SIGNATURE)):
        words = lines[end].words
        if _DATE_LINE.fullmatch(words):
            return end > at and _SIGNS.search(lines[end - 1].words) is not None
        if _ORDINAL.match(words) or " | " in words:
            return False
    return 0 < len(lines) - at <= _UNDATED and all(_SIGNS.search(line.words) for line in lines[at:])


def _stand_beside(lines: list[Line], at: int) -> bool:
    """Whether three or more bodies stand side by side on a line here, so that two on another are two as well."""
    return any(_beside(0, _without_ordinal(line), 3) is not None for line in lines[at : at + 40])


def _ends(lines: list[Line], at: int, ends: re.Pattern[str]) -> bool:
    words = lines[at].words
    if _ENDS_LIST.match(words) or _DATE_LINE.fullmatch(words) or ends.fullmatch(words):
        return True
    above_date = at + 1 < len(lines) and _DATE_LINE.fullmatch(lines[at + 1].words) is not None
    return above_date and "、" not in words and not is_name(words)  # a signature


def _is_sub_heading(line: Line, labels_head_groups: bool) -> bool:
    words = line.words
    if re.search(rf"(?:{COUNT}|[：:])$", words) and not re.search(r"(?:公司|厂|合作社)[（(]", words):
        return True
    if _COUNTED.fullmatch(words):
        return True
    return labels_head_groups and bool(_HAN_LABEL.match(words))


def _without_ordinal(line: Line) -> str:
    ordinal = _ORDINAL.match(line.words)
    return line.words[ordinal.end() :] if ordinal else line.words


def _name(line: Line, position: int | None, persons: bool, fewest: int) -> list[tuple[int, int]]:
    """The name on a line, or the names that stand side by side on it; nothing where it is a sentence.

    ``fewest``: how many bodies side by side are more than one with a remark of its own.
    """
    ordinal = _ORDINAL.match(line.words)
    if ordinal and ordinal["bare"] and int(ordinal["bare"]) != position:
        ordinal = None  # a number that belongs to the name
    lead = ordinal.end() if ordinal else 0
    words = _REMARK.sub("", line.words[lead:].rstrip("，、；;。 　"))
    start = line.start + lead
    if persons and (person := _person(start, words)):
        return person
    if (beside := _beside(start, words, fewest)) is not None:
        return beside
    if not _NAME.fullmatch(words) or (line.words.endswith("。") and _SPEAKS.search(words)):
        return []
    return [(start, start + len(words))]


def _beside(start: int, words: str, fewest: int) -> list[tuple[int, int]] | None:
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


def _table(rows: list[Line], columns: list[int]) -> tuple[list[tuple[int, int]], list[int]]:
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
