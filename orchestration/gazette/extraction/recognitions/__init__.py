"""Recognitions: the names of published lists of recognised bodies, persons or works, in order.

A heading that ends in 名单 or 名录 (also with a count: （144家）), a sentence that bestows an honour on those whom it lists
below (认定以下企业为示范企业：), or in an award a heading with a count (先进单位（8个）) opens a list. Lists of appointments,
of members and of those who answer are none. A list that does not read like names is none either: one wrong name is worse.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.recognitions.award_sentences import counted_lists, sentence_lists
from orchestration.gazette.extraction.recognitions.list_headings import names_persons
from orchestration.gazette.extraction.recognitions.list_titles import (
    HEADING,
    HINTS,
    allowed,
    is_honour,
    is_none,
    title_above,
    year_of,
)
from orchestration.gazette.extraction.recognitions.name_lists import (
    attachments_end,
    bulleted_names,
    names_below,
    signs_below,
)
from orchestration.gazette.extraction.recognitions.names_on_lines import (
    are_names,
    beside_each_other,
    has_shape,
    joined_names,
    spaced_names,
)
from orchestration.gazette.extraction.recognitions.persons_listed import Span
from orchestration.gazette.extraction.recognitions.printed_lines import COUNTED, Line, lines_broken_at_names
from orchestration.gazette.language.articles import is_set_in_articles
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Notice, Recognition

_BESIDE = re.compile(r"(?P<title>[^。；：]{4,70}名单)[：:](?P<names>[^。；：]{4,})。?$")
# In an award: 一、先进单位（8个）, with the names below it or beside it.
_AWARDS = re.compile(
    r"表彰|表扬|命名|授予|颁发|奖励|嘉奖|评[选比定]|认定|(?:考[核评]|评[估议价]|评审|验收).{0,6}(?:结果|情况|等[次级])"
)
_KINDS = (
    r"单位|集体|个人|工作者|企业|组织|奖|奖状|奖章|标兵|模范|人物|者|家庭|项目|村|社区|学校|乡镇|街道|县区|[城市县区]|团队|基地|品牌|工匠|教师|医生|护士|党员|"
    r"学生|能手|先锋|先锋号|民警|员工|人员|干部|农民工|企业家|联络员|信息员|党支部|支部|党组织|窗口|科室|班组|工作室|协会|大队|中队|车间|农户|户|院校|园区"
)
_AWARD_HEADING = re.compile(
    rf"(?:[（(]?[一二三四五六七八九十]{{1,3}}[）)、])?(?P<title>[^。；，：、（）]{{2,30}}?(?:{_KINDS})(?:（[^（）]{{1,12}}）)?)[（(]?共?(?P<count>\d{{1,4}}){COUNTED.partition('}')[2]}[）)]?"
    r"(?:[（(][^（）()]{1,16}[）)])?[：:]?(?P<names>.{0,2000})"
)
# 东山县（6名）, 市直单位（3个）: a group of the list that it stands in, no list of its own.
_GROUP = (
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?(?![\u4e00-\u9fff]{0,10}(?:先进|优秀|文明|示范|模范|卫生|园林|平安|[强佳美优星奖]))(?:[\u4e00-\u9fff]{1,8}?[省市县区州盟旗镇乡]|[省市县区州]?直(?:属|机关|部门)?(?:单位|机关|部门)?|[\u4e00-\u9fff]{2,8}(?:系统|战线|行业|领域|界|口)|"
    r"(?:中央|省)?驻[\u4e00-\u9fff]{1,4}(?:单位|部队)|其他(?:单位)?)"
)
_IS_GROUP = re.compile(_GROUP)
_ENDS_AWARD = re.compile(rf"(?!{_GROUP}[（(]?共?\d){_AWARD_HEADING.pattern}")
# 一、金杯单位, above its names, and 一等奖：甲市 乙市: without a count only where all that follows has the shape of a name.
_AWARD_KIND = re.compile(
    rf"(?P<label>[（(]?[一二三四五六七八九十]{{1,3}}[）)、])?(?P<title>[^。；，：、（）]{{0,30}}?(?:{_KINDS}|部门|等[次级]|优秀|良好|优胜|[ABC甲乙]等|[ABC甲乙]级)(?:（[^（）]{{1,12}}）)?)(?P<mark>[：: 　](?P<names>.{{0,2000}}))?"
)
# What ends the names below such a heading: another one, told from a name by its label, its colon or an honour's word.
_ENDS_KIND = re.compile(
    rf"(?:(?=[（(]?[一二三四五六七八九十]{{1,3}}[）)、]|[^：:]*[：:])|(?=[^ 　]*(?:奖|奖[状章]|标兵|模范|等[次级]|优秀|良好|优胜|个人|工作者|集体|单位|人物|能手|先锋号?|志愿者)$)){_AWARD_KIND.pattern}"
)
_HEAD = 600  # characters in which a document says that it gives honours, whatever its title
_GIVES = re.compile(
    r"授予|评出|评选出|命名|予以(?:通报)?表[彰扬]|决定(?:通报)?表[彰扬]|表彰(?:的)?决定|认定[^。]{2,80}为“"
)
_MAKES_PUBLIC = ("如下", "予以公示")
_GIVES_BELOW = re.compile(
    r"(?:拟|确定|推荐|评选)[^。\n]{2,100}?为[^。\n]{0,60}?(?:先进|优秀|模范|示范|文明)[^。\n]{0,100}?公示"
    r"|(?:先进|优秀|示范|模范|文明)[^。；\n]{0,30}(?:公布|通报|公示|表彰|表扬)如下"
    r"|(?:考[核评]|评[估议价比审选])[^。\n]{0,10}结果(?:予以)?(?:公布|通报)如下"
)
_TELL_OF_HONOURS = re.compile("颁奖|获奖|荣获|被认定为|获得|入选|上榜")
_OPENS_BELOW = re.compile(
    r"：\n(?<=(?:如下|的是|[员人位家]有|包括|别是)：\n)(?:(?<!别是：\n)|(?<=分别是：\n))"
    r"|公布。[^。\n]{0,30}。?\n[ 　]*1[.、]|以下[^。\n]{2,80}：\n|下列[^。\n]{2,80}：\n"
)
# Works, whose names have no shape of their own.
_OF_WORKS = re.compile(
    r"名录|项目|作品|成果|建筑|遗产|产品|品牌|商标|技艺|古树|剧目|课题|课程|案例|论文|工程|奖|专利|标准|景点|景观|线路|场景|称号|文物|街区|地标|菜|品种"
)
_OF_ALL = re.compile(r"各|有关|其他|相关")  # 各县区科技局: a class, no name
_COUNTS_NAME = re.compile(r"[\d）)、.．|]\s?$")


def find(marked: MarkedText) -> Iterator[Recognition | Notice]:
    """Every name of every published list, numbered as it stands in its list."""
    text = marked.text
    awards = _AWARDS.search(marked.document.title) is not None or _gives(text)
    is_report = marked.document.kind == "报告" or any(name.startswith("各位") for name in marked.document.addressees)
    told = not is_report and _TELL_OF_HONOURS.search(text) is not None
    lists = awards or any(hint in text for hint in HINTS) or _OPENS_BELOW.search(text) is not None
    if marked.document.kind == "任免" or not (told or lists):
        return
    if not awards and is_set_in_articles(text):
        return  # a chapter on 名录 is followed by articles, not by names
    lines = lines_broken_at_names(text) if lists else []
    listed: set[str] = set()
    at = 0
    while at < len(lines):
        title, names, after = _list_at(marked, lines, at, awards)
        at = after if not names else at + 1
        if title is None or not names or (len(names) < 2 and not awards):
            continue
        at = after
        listed.update(text[start:end] for start, end in names)
        yield from _facts(marked, title, names, "list")
    said: set[tuple[str, str]] = set()
    for title, names in sentence_lists(text, marked.document.title) if awards or told else ():
        here = {(title, text[start:end]) for start, end in names}
        if not is_none(title) and not said & here and not any(name in listed for _, name in here):
            said |= here
            yield from _facts(marked, title, names, "sentence")
    for title, names in counted_lists(text) if not is_report else ():
        here = {(title, text[start:end]) for start, end in names}
        if not said & here and not any(name in listed for _, name in here):
            said |= here
            yield from _facts(marked, title, names, "sentence")


def _gives(text: str) -> bool:
    """Whether a document's beginning says that it gives honours, or makes public who gets them."""
    if _GIVES.search(text, 0, _HEAD):
        return True
    for said in _MAKES_PUBLIC:
        at = text.find(said, 0, _HEAD)
        if at > -1 and _GIVES_BELOW.search(
            text, max(text.rfind("。", 0, at), text.rfind("\n", 0, at)) + 1, at + len(said)
        ):
            return True
    return False


def _facts(marked: MarkedText, title: str, names: list[Span], rule: str) -> Iterator[Recognition]:
    year = year_of(title, marked.document.title)
    for ordinal, (start, end) in enumerate(names, 1):
        if start == end:  # someone stands here, but who is not clear
            continue
        clean_start, clean_end = marked.clean(start, end)
        yield Recognition(
            start=clean_start,
            end=clean_end,
            rule_id=f"recognitions.{rule}",
            list_title=title,
            name=marked.printed(start, end),
            ordinal=ordinal,
            year=year,
        )


def _list_at(marked: MarkedText, lines: list[Line], at: int, awards: bool) -> tuple[str | None, list[Span], int]:
    """The list that a line opens: its title, the spans of its names, and the line after it."""
    line = lines[at]
    if line.words.startswith("附件") and signs_below(lines, attachments_end(lines, at)):
        return None, [], attachments_end(lines, at)  # the attachments named above the signature, not the list itself
    titled = title_above(marked, lines, at)
    if titled is not None:
        title, is_list = titled
        names, after = names_below(lines, at + 1, names_persons(title), HEADING)
        return (title, names, after) if _read_as_names(marked.text, title, names, is_list) else (None, [], at + 1)
    if beside := _BESIDE.fullmatch(line.words) if "名单" in line.words else None:
        names = joined_names(line.start + beside.start("names"), beside["names"])
        if are_names(marked.text, names):
            return allowed(marked, beside["title"]), names, at + 1
    if not awards:
        return None, [], at + 1
    return _award_at(marked, lines, at)


def _award_at(marked: MarkedText, lines: list[Line], at: int) -> tuple[str | None, list[Span], int]:
    """The award that a line of an award's document names, with the names below or beside it."""
    line = lines[at]
    title, names, after = bulleted_names(lines, at)
    if names and is_honour(title) and not is_none(title):
        return title, names, after
    award = _AWARD_HEADING.fullmatch(line.words)
    kind = None if award else _AWARD_KIND.fullmatch(line.words)
    found = award or kind
    if found is None or not found["title"] or is_none(found["title"]):
        return None, [], at + 1
    if award is not None and _IS_GROUP.fullmatch(award["title"]):
        return None, [], at + 1
    persons = names_persons(found["title"])
    if award is not None:
        if award["names"].strip():
            start = line.start + award.start("names")
            return award["title"], spaced_names(start, award["names"], int(award["count"]), persons is True), at + 1
        names, after = names_below(lines, at + 1, persons, _ENDS_AWARD)
        names = names[: int(award["count"])]
        return (award["title"], names, after) if _read_as_names(marked.text, title, names, True) else (None, [], at + 1)
    counts = at + 1 < len(lines) and lines[at + 1].words.startswith(("1.", "1、", "（1）"))
    if kind is None or not (kind["label"] or kind["mark"] or counts) or not is_honour(kind["title"]):
        return None, [], at + 1
    if kind["mark"] and kind["names"].strip():
        names, after = beside_each_other(line.start + kind.start("names"), kind["names"]), at + 1
    else:
        names, after = names_below(lines, at + 1, persons, _ENDS_KIND)
    return (kind["title"], names, after) if names and are_names(marked.text, names) else (None, [], at + 1)


def _read_as_names(text: str, title: str, names: list[Span], is_list: bool) -> bool:
    """Whether what was read reads like the names of a list: most of them told, and shaped as names or counted as such.

    Under a title that is no list's (如下：) all of them have to be shaped so.
    """
    told = [(start, end) for start, end in names if start < end]
    if not told or len(told) * 2 < len(names) or any(_OF_ALL.match(text, start, end) for start, end in told):
        return False
    shaped = sum(has_shape(text[start:end]) for start, end in told)
    if not is_list:
        return shaped == len(told)
    counted = sum(_COUNTS_NAME.search(text, max(0, start - 3), start) is not None for start, _ in told)
    return shaped * 2 >= len(told) or counted * 2 > len(told) or _OF_WORKS.search(title) is not None
