"""Recognitions: the names of published lists of recognised bodies, persons or works, in order.

A heading that ends in 名单 or 名录 (also with a count: （144家）, or a sentence that ends in 名单如下：) opens a list; below it stand names one a line, numbered
or not, under sub-headings or in a table, or joined by 、. Lists of appointments, of members and of those who answer are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Notice, Recognition

_HINTS = ("名单", "名录")
_COUNT = r"[（(]\s?(?:共|计|合计)?\s?\d{1,5}\s?[家个名项人处户所座件种支位组篇部批]?[^（）()]{0,6}[）)]"
_HEADING = re.compile(
    rf"(?P<title>[^。；;！？]{{2,70}}?(?:名单|名录))(?:公示|如下)?(?P<count>{_COUNT}|（[^（）]{{1,16}}）)?[：:]?$"
)
_OPENS = re.compile(r"(?:名单|名录)?(?:公布|通报|公示|表彰)?如下[：:]$")
_INLINE = re.compile(r"名单(?:公布|通报|公示)?如下[：:](?P<names>[^。；：]{4,})。?$")
_NO_RECOGNITION = re.compile(
    r"任免|任命|免去|任职|拟任|领导小组|组成|成员|代表(?!性)|委员|联系人|联络员|工作人员|指挥部|专家|责任|参会|出席|列席|失信|黑名单|处罚|撤销|取消|"
    r"注销|不合格|淘汰|关闭|废止|清理|分工|通讯录|死亡|候选|会议|抄送|负面|管控|重点监管|排污|备案|整改|风险|涉嫌|候补|当选|干部|督查|考生|录用|拟录"
)
_RECOGNISES = re.compile(
    r"认定|命名|表彰|授予|公布|通报|确定|评选|评审|入选|获奖|奖励|嘉奖|优秀|先进|示范|龙头|重点|品牌|劳模|劳动模范|标兵|十佳|百佳|称号|达标|通过|批准|名录|基地|园区|企业|"
    r"项目|单位|传承人|遗产|集体|个人|工匠|人才|学校|医院|村|社区|街区|产品|作品|景区|中心|团队|机构|家庭|文明|星级"
)
_ORDINAL = re.compile(
    r"(?:（?\d{1,4}[）.、．]|(?P<bare>\d{1,4})(?=[\u4e00-\u9fff“《 ])(?!年|月)|[①-⑳]|[（(]?[一二三四五六七八九十百]{1,5}[）)、])\s?"
)
_HAN_LABEL = re.compile(r"[（(]?[一二三四五六七八九十百]{1,5}[）)、]\s?")
_SUB_HEADING = re.compile(rf"(?P<words>[^。；：:，]{{2,40}}?)(?:{_COUNT})?[：:]?$")
_ENDS_LIST = re.compile(r"(?:附件|附[：:]|附注|注[：:]|备注|抄送|主办|编辑|印发|（?此件|（?来源|联系)")
_DATE_LINE = re.compile(
    r"[\d一二三四五六七八九十〇○零]{2,4}年[\d一二三四五六七八九十]{1,3}月(?:[\d一二三四五六七八九十]{1,3}日)?(?:印发|发布|公布)?$"
)
_NAME = re.compile(r"[^。；;！？：:，,、|]{2,48}")
_GROUP_LABEL = re.compile(r"(?P<label>[^。；，：:]{2,30})[：:](?P<names>[^。；：:]{2,}?)[。；]?$")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|[—~－-])")
_NAME_HEADER = re.compile(
    r"(?:企业|单位|机构|组织|项目|产品|基地|品牌|学校|医院|村|作品|获奖者?|集体|个人|园区|景区|中心|公司|申报单位|受表彰者)?(?:名称|全称|姓名)$|^(?:企业|单位|姓名|获奖单位|获奖者|获奖集体|获奖个人|传承人)$"
)


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    words: str


def find(marked: MarkedText) -> Iterator[Recognition | Notice]:
    """Every name of every published list, numbered as it stands in its list."""
    text = marked.text
    if marked.document.kind == "任免" or not any(hint in text for hint in _HINTS):
        return
    lines = _lines(text)
    at = 0
    while at < len(lines):
        title = _title(marked, lines, at)
        inline = _INLINE.search(lines[at].words) if title is None and "如下" in lines[at].words else None
        if inline is not None:
            title = _title_of_sentence(marked, lines[at].words[: inline.start("names")])
        at += 1
        if title is None:
            continue
        start = lines[at - 1].start
        names, after = (_joined(start + inline.start("names"), inline["names"]), at) if inline else _names(lines, at)
        if len(names) < 2:
            continue
        at = after
        year = _year(title, marked.document.title)
        for ordinal, (start, end) in enumerate(names, 1):
            clean_start, clean_end = marked.clean(start, end)
            yield Recognition(
                start=clean_start,
                end=clean_end,
                rule_id="recognitions.list",
                list_title=title,
                name=marked.printed(start, end),
                ordinal=ordinal,
                year=year,
            )


def _lines(text: str) -> list[_Line]:
    lines = []
    at = 0
    for words in text.split("\n"):
        stripped = words.strip(" 　\t")
        if stripped:
            start = at + len(words) - len(words.lstrip(" 　\t"))
            lines.append(_Line(start, start + len(stripped), stripped))
        at += len(words) + 1
    return lines


# --- headings --------------------------------------------------------------------------------------------------------


def _title(marked: MarkedText, lines: list[_Line], at: int) -> str | None:
    """The title of the list that a line opens, without its count; over two or three lines where the print breaks it."""
    words = lines[at].words
    if len(words) > 400 or ("单" not in words and "录" not in words and "如下" not in words):
        return None
    if _OPENS.search(words):
        return _title_of_sentence(marked, words)
    heading = _HEADING.fullmatch(words) if len(words) <= 80 else None
    if heading is None and not re.fullmatch(rf"[^。；，]{{0,12}}[单录]({_COUNT})?[：:]?", words):
        return None
    joined = words
    for back in range(1, 4):
        if at - back < 0:
            break
        joined = lines[at - back].words + joined
        whole = _HEADING.fullmatch(joined)
        if whole and _is_named(marked, whole["title"]):
            return _allowed(marked, whole["title"])
    if heading is None:
        return None
    return _allowed(marked, heading["title"])


def _is_named(marked: MarkedText, title: str) -> bool:
    """Whether the document names a list by this title: the plan printed with it, an attachment, or itself."""
    document = marked.document
    plain = _plain(title)
    return any(plain == _plain(name) for name in (document.attached_title or "", *document.attachments, document.title))


def _plain(title: str) -> str:
    return re.sub(rf"{_COUNT}$|\s|[《》]", "", title)


def _title_of_sentence(marked: MarkedText, words: str) -> str | None:
    """名单如下：, opened by a sentence: the last phrase that ends in 名单, else the document's own title."""
    named = re.search(r"([^，。；：“”]{2,40}名单)(?:公布|通报|公示|表彰)?如下[：:]$", words)
    if named is None and "名单" not in words:
        return None
    if named is None:
        named = re.search(r"(?:公布|命名|认定|表彰|印发|确定|公示)([^，。；]{2,40}名单)", marked.document.title)
    title = re.sub(r"^(?:现将|现|将|兹将|认定的?)", "", named[1]) if named else marked.document.title
    return _allowed(marked, title)


def _allowed(marked: MarkedText, title: str) -> str | None:
    title = re.sub(r"^附件?\s?\d{0,2}[：:.\s]?", "", title)
    about = f"{title} {marked.document.title}"
    if _NO_RECOGNITION.search(title) or not _RECOGNISES.search(about):
        return None
    return title


def _year(*titles: str) -> int | None:
    for title in titles:
        found = _YEAR.search(title)
        if found:
            return int(found[1])
    return None


# --- names -----------------------------------------------------------------------------------------------------------


def _names(lines: list[_Line], at: int) -> tuple[list[tuple[int, int]], int]:
    """Spans of the names below a heading, and the line after the list."""
    names: list[tuple[int, int]] = []
    first = at
    while at < len(lines) and " | " in lines[at].words:
        at += 1
    if at > first:
        return _table(lines[first:at]), at
    labels = _labels_head_groups(lines, at)
    counts = False  # whether bare numbers count the names: the first is 1
    while at < len(lines):
        line = lines[at]
        if _ends(lines, at):
            break
        group = _GROUP_LABEL.fullmatch(line.words)
        if group and "、" in group["names"]:
            names += _joined(line.start + group.start("names"), group["names"])
        elif "、" in _without_ordinal(line) and not names and re.fullmatch(r"[^，；：]+[。]?", line.words):
            names += _joined(line.start, line.words.rstrip("。"))
        elif not _is_sub_heading(line, labels):
            counts = counts or (not names and line.words.startswith("1"))
            here = _name(line, len(names) + 1 if counts else None)
            if not here:
                break
            names += here
        at += 1
    return names, at


def _labels_head_groups(lines: list[_Line], at: int) -> bool:
    """Whether 一、 and （一） head groups here (names without them stand between) rather than number the names."""
    here = [bool(_HAN_LABEL.match(line.words)) for line in lines[at : at + 40]]
    return any(here) and not all(here[: max(2, here.count(True))])


def _ends(lines: list[_Line], at: int) -> bool:
    words = lines[at].words
    return bool(_ENDS_LIST.match(words) or _DATE_LINE.fullmatch(words) or _HEADING.fullmatch(words)) or (
        at + 1 < len(lines) and bool(_DATE_LINE.fullmatch(lines[at + 1].words))
    )


def _is_sub_heading(line: _Line, labels_head_groups: bool) -> bool:
    words = line.words
    if re.search(rf"(?:{_COUNT}|[：:])$", words) and not re.search(r"(?:公司|厂|合作社)[（(]", words):
        return True
    return labels_head_groups and bool(_HAN_LABEL.match(words))


def _without_ordinal(line: _Line) -> str:
    ordinal = _ORDINAL.match(line.words)
    return line.words[ordinal.end() :] if ordinal else line.words


def _name(line: _Line, position: int | None) -> list[tuple[int, int]]:
    """The name on a line, or the persons' names that stand side by side on it; nothing where it is a sentence."""
    ordinal = _ORDINAL.match(line.words)
    if ordinal and ordinal["bare"] and int(ordinal["bare"]) != position:
        ordinal = None  # a number that belongs to the name
    lead = ordinal.end() if ordinal else 0
    words = line.words[lead:].rstrip("，、；;。 　")
    if not _NAME.fullmatch(words):
        return []
    start = line.start + lead
    pieces = [(start + piece.start(), start + piece.end()) for piece in re.finditer(r"[^ 　]+", words)]
    if len(pieces) > 1 and all(end - at == 1 for at, end in pieces):
        pieces = [(pieces[0][0], pieces[-1][1])]  # 张 三: one name, set wide
    if len(pieces) > 1 and pieces[0][1] - pieces[0][0] <= 4:
        # 张三 李四 side by side; 张三 市教育局局长: a person and what he is.
        return pieces if all(2 <= end - at <= 4 for at, end in pieces) else pieces[:1]
    return [(start, start + len(words))]


def _joined(start: int, words: str) -> list[tuple[int, int]]:
    names = []
    at = 0
    for piece in re.split(r"[、，；]", words):
        stripped = piece.strip(" 　")
        lead = at + len(piece) - len(piece.lstrip(" 　"))
        if 2 <= len(stripped) <= 40:
            names.append((start + lead, start + lead + len(stripped)))
        at += len(piece) + 1
    return names


def _table(rows: list[_Line]) -> list[tuple[int, int]]:
    """Names of a table's name columns, row by row; a table without a header that says which column holds names gives none."""
    columns: list[int] = []
    names: list[tuple[int, int]] = []
    for row in rows:
        cells = _cells(row)
        headers = [index for index, (_, words) in enumerate(cells) if _NAME_HEADER.search(words)]
        if not columns:
            columns = headers[:1] if len({cells[i][1] for i in headers}) > 1 else headers
            continue
        if headers and len(headers) >= len(columns) and any(words == "序号" for _, words in cells):
            continue  # the header again, on a new page
        for index in columns:
            if index < len(cells) and len(cells[index][1]) >= 2:
                start, words = cells[index]
                names.append((start, start + len(words)))
    return names


def _cells(row: _Line) -> list[tuple[int, str]]:
    cells = []
    at = row.start
    for cell in row.words.split("|"):
        stripped = cell.strip(" 　")
        cells.append((at + len(cell) - len(cell.lstrip(" 　")), stripped))
        at += len(cell) + 1
    return cells
