"""Lists of names below a heading: where they begin, what groups them, where they end."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.names_on_lines import (
    ORDINAL,
    Line,
    all_bodies,
    bodies_beside,
    joined_names,
    names_in_columns,
    names_on,
    without_ordinal,
)
from orchestration.gazette.language.people import is_name

COUNT = r"[（(]\s?(?:共|计|合计)?\s?\d{1,5}\s?[家个名项人处户所座件种支位组篇部批]?[^（）()]{0,6}[）)]"
# 一、先进单位14个（排名不分先后）: a sub-heading with its count.
_COUNTED = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?[^。；，：、（）\d]{2,20}[（(]?共?\d{1,4}[个名家项户人件][）)]?(?:[（(][^（）()]{1,16}[）)])?[：:]?"
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
_BULLET = re.compile(r"[●■◆★▲◇□○•·※▪►]\s?")
_LONGEST_HEADING = 40
_LONGEST_SIGNATURE = 12  # lines
_UNDATED = 3  # lines of a signature without a date that end a text
_SIGNS = re.compile(r"(?:政府|委员会|办公[室厅]|[局厅部署院办会委])(?:（章）)?$")
# What a heading says of whom its list names; the last such word decides (先进集体和先进个人: persons).
_KINDS = re.compile(
    r"(?P<persons>个人|人员|工作者|人物|模范(?!集体|单位|家庭|社区|机构)|标兵(?!集体|单位|企业|岗)|教师|医生|工匠|劳模|人才|先锋(?!集体|岗)|能手|奖章|传承人|"
    r"[人者](?=$|名单|名录|[（(\d]))|(?P<bodies>集体|单位|企业|机构|学校|医院|社区|村|基地|项目|品牌|产品|团队|家庭|园区|乡镇|街道|公司|合作社|景区|工程|成果|作品|奖状)"
)
_GROUP_LABEL = re.compile(r"(?P<label>[^。；，：:]{2,60})[：:](?P<names>[^。；：:]{2,}?)[。；]?$")


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
            here, columns = names_in_columns(lines[first:at], columns)
            names += here
            continue
        group = None if _TELLS_OF_NAME.match(line.words) else _GROUP_LABEL.fullmatch(line.words)
        if group and ("、" in group["names"] or (persons and is_name(group["names"]))):
            names += joined_names(line.start + group.start("names"), group["names"])
        elif ("，" in line.words and all_bodies(line.words.replace("，", "、"))) or (
            "、" in without_ordinal(line)
            and ((not names and re.fullmatch(r"[^，；：]+[。]?", line.words)) or all_bodies(line.words))
        ):
            names += joined_names(line.start, line.words.rstrip("。"))
        elif _is_sub_heading(line, labels):
            of_persons = True if _COUNTS_PERSONS.search(line.words) else names_persons(line.words)
            persons = persons if of_persons is None else of_persons
        elif not _HEADS_COLUMNS.fullmatch(line.words) and not _goes_on_counting(lines, at, len(names)):
            counts = counts or (not names and line.words.startswith("1"))
            here = names_on(line, len(names) + 1 if counts else None, persons, 2 if wide else 3)
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
    named = [_NAME_AND_BRACKET.match(without_ordinal(line)) for line in lines[at : at + _FEW]]
    return len(named) > 1 and all(match is not None and is_name(match["name"]) for match in named)


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
        if ORDINAL.match(words) or " | " in words:
            return False
    return 0 < len(lines) - at <= _UNDATED and all(_SIGNS.search(line.words) for line in lines[at:])


def _stand_beside(lines: list[Line], at: int) -> bool:
    """Whether three or more bodies stand side by side on a line here, so that two on another are two as well."""
    return any(bodies_beside(0, without_ordinal(line), 3) is not None for line in lines[at : at + 40])


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
