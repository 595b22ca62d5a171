"""Lists of names below a heading: where they begin, what groups them, where they end."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.barred_tables import cells_behind_bars
from orchestration.gazette.extraction.recognitions.list_headings import (
    heads_group,
    is_muted,
    labels_head_groups,
    names_persons,
    persons_stand_below,
)
from orchestration.gazette.extraction.recognitions.name_tables import (
    GLUED_HEADS,
    cells_one_a_line,
    heads_columns,
    is_row,
    name_under_heads,
    names_in_columns,
)
from orchestration.gazette.extraction.recognitions.names_on_lines import (
    all_bodies,
    beside_each_other,
    bodies_beside,
    has_shape,
    joined_names,
    names_on,
)
from orchestration.gazette.extraction.recognitions.persons_listed import Span, persons_on
from orchestration.gazette.extraction.recognitions.printed_lines import ORDINAL, Line, without_ordinal
from orchestration.gazette.language.people import is_name

_ENDS_LIST = re.compile(
    r"(?:附件|附[：:]|附注|注[：:]|备注|抄送|主办|编辑|责编|责任编辑|印发|（?此件|（?来源|联系|公示时间|打印|关闭|上一[篇条]|下一[篇条]|分享|扫一扫|返回|相关|监督电话|公示期|特此|主题词)"
)
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
# 1甲公司25乙公司: two columns counted downwards, whose order the lines do not keep.
_TWO_NUMBERED = re.compile(r"\d{1,3}[^\d]{4,40}(?:公司|集团|[厂社校院所])[ 　]?\d{1,3}[\u4e00-\u9fff]{4,}")
_ONE_FAMILY = re.compile(r"[^、家]{2,12}、[^、家]{2,4}家庭")  # 王建军、李秀英家庭
_IN_BRACKETS = re.compile(r"[（(][^（）()]{2,30}[）)]")  # （排名不分先后）
_BULLET = re.compile(r"[●■◆★▲◇□○•·※▪►]\s?")
_LONGEST_HEADING = 40
_LONGEST_SIGNATURE = 12  # lines
_UNDATED = 3  # lines of a signature without a date that end a text
_SEEN = 40  # lines of a list that tell how it is laid out
_SIGNS = re.compile(r"(?:政府|委员会|办公[室厅]|[局厅部署院办会委])(?:（章）)?$")
_GROUP_LABEL = re.compile(r"(?P<label>[^。；，：:]{2,60})[：:](?P<names>[^。；：:]{2,}?)[。；]?$")


def names_below(lines: list[Line], at: int, persons: bool | None, ends: re.Pattern[str]) -> tuple[list[Span], int]:
    """Spans of the names below a heading (an empty one for a name that cannot be told), and the line after the list.

    ``persons``: whether the list names persons, whose units may stand beside them; None where its heading does not tell.
    ``ends``: lines that open another list.
    """
    names: list[Span] = []
    columns: list[int] = []
    heads: Line | None = None
    labels = labels_head_groups(lines, at)
    wide = any(bodies_beside(0, without_ordinal(line), 3) is not None for line in lines[at : at + _SEEN])
    barred = any(line.words.startswith("|") for line in lines[at : at + _SEEN])
    counts = False  # whether bare numbers count the names: the first is 1
    muted = False
    if persons is None:
        persons = persons_stand_below(lines, at)
    while at < len(lines) and not _ends(lines, at, ends):
        line = lines[at]
        if GLUED_HEADS.fullmatch(line.words) or _TWO_NUMBERED.match(line.words):
            return [], at + 1
        here: list[Span] = []
        after = at + 1
        if is_row(line):
            while after < len(lines) and is_row(lines[after]):
                after += 1
            here, columns = names_in_columns(lines[at:after], columns)
        elif (barred and (cells := cells_behind_bars(lines, at)) is not None) or (
            cells := cells_one_a_line(lines, at)
        ) is not None:
            here, after = cells
            if not here:
                return [], after
        elif heads_columns(line):
            heads = line
        elif heads is not None and " " in line.words and not heads_group(lines, at, labels=labels, persons=persons):
            here = name_under_heads(heads, line)
            if not here:
                break
        elif _TELLS_OF_NAME.match(line.words) or _IN_BRACKETS.fullmatch(line.words):
            pass
        elif grouped := _behind_label(line, persons):
            here = grouped
        elif heads_group(lines, at, labels=labels, persons=persons):
            muted = is_muted(line.words)
            of_persons = True if _COUNTS_PERSONS.search(line.words) else names_persons(line.words)
            if of_persons is None and persons is None:
                of_persons = persons_stand_below(lines, at + 1)
            persons = persons if of_persons is None else of_persons
        elif not _goes_on_counting(lines, at, len(names)):
            counts = counts or (not names and line.words.startswith("1"))
            here = _names_of(line, len(names) + 1 if counts else None, persons, not names, 2 if wide else 3)
            if not here:
                break
        names += [] if muted else here
        at = after
    return names, at


def _names_of(line: Line, position: int | None, persons: bool | None, first: bool, fewest: int) -> list[Span]:
    """The names of a line that no label heads."""
    if not persons:
        words = without_ordinal(line)
        if _ONE_FAMILY.fullmatch(words):
            return [(line.end - len(words), line.end)]
        if ("，" in words and all_bodies(words)) or (
            "、" in words and ((first and re.fullmatch(r"[^，；：]+[。]?", words)) or all_bodies(words))
        ):
            start = line.start + len(line.words) - len(words)
            return joined_names(start, words.rstrip("。"))
    return names_on(line, position, persons, fewest)


def _behind_label(line: Line, persons: bool | None) -> list[Span]:
    """The names behind the label of their group (一等奖：甲镇、乙镇; 城关小学：李晓燕、王建)."""
    group = _GROUP_LABEL.fullmatch(line.words)
    if group is None:
        return []
    start, words = line.start + group.start("names"), group["names"]
    if persons:
        found = persons_on(start, words)
        return found if all(at < end for at, end in found) else []
    joined = joined_names(start, words)
    shaped = beside_each_other(start, words)
    if all(has_shape(words[at - start : end - start]) for at, end in shaped):
        return shaped
    return joined if "、" in words else []


def _goes_on_counting(lines: list[Line], at: int, found: int) -> bool:
    """Whether a line without a number stands above the name whose number comes next: a sub-heading (医疗行业)."""
    if at + 1 >= len(lines) or _NUMBERED.match(lines[at].words):
        return False
    following = _NUMBERED.match(lines[at + 1].words)
    return following is not None and int(following["number"]) == found + 1


def bulleted_names(lines: list[Line], at: int) -> tuple[str, list[Span], int]:
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
        if ORDINAL.match(words) or is_row(lines[end]):
            return False
    return 0 < len(lines) - at <= _UNDATED and all(_SIGNS.search(line.words) for line in lines[at:])


def _ends(lines: list[Line], at: int, ends: re.Pattern[str]) -> bool:
    words = lines[at].words
    if _ENDS_LIST.match(words) or _DATE_LINE.fullmatch(words) or ends.fullmatch(words):
        return True
    above_date = at + 1 < len(lines) and _DATE_LINE.fullmatch(lines[at + 1].words) is not None
    return above_date and "、" not in words and not is_name(words)  # a signature
