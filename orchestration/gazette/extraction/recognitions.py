"""Recognitions: the names of published lists of recognised bodies, persons or works, in order.

A heading that ends in 名单 or 名录 (also with a count: （144家）), a sentence that ends in 名单如下：, or in an award a heading
with a count (先进单位（8个）) opens a list. Lists of appointments, of members and of those who answer are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.award_sentences import sentence_lists
from orchestration.gazette.extraction.name_lists import (
    COUNT,
    attachments_end,
    begin_with_persons,
    bulleted_names,
    names_below,
    names_persons,
    signs_below,
)
from orchestration.gazette.extraction.names_on_lines import (
    Line,
    are_names,
    beside_each_other,
    joined_names,
    lines_of,
    spaced_names,
)
from orchestration.gazette.language.articles import is_set_in_articles
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Notice, Recognition

_HINTS = ("名单", "名录")
_HEADING = re.compile(
    rf"(?P<title>[^。；;！？]{{2,70}}?(?:名单|名录))(?:公示|如下)?(?P<count>{COUNT}|（[^（）]{{1,16}}）)?[：:]?$"
)
_OPENS = re.compile(r"(?:名单|名录)?(?:公布|通报|公示|表彰)?如下[：:]$")
_INLINE = re.compile(r"名单(?:公布|通报|公示)?如下[：:](?P<names>[^。；：]{4,})。?$")
_BESIDE = re.compile(r"(?P<title>[^。；：]{4,70}名单)[：:](?P<names>[^。；：]{4,})。?$")
_NO_RECOGNITION = re.compile(
    r"任免|任命|免去|任职|拟任|领导小组|组成|成员|联系人|联络员|参会|出席|列席|失信|黑名单|处罚|撤销|取消|注销|不合格|淘汰|废止|通讯录|候选|抄送|负面|重点监管|"
    r"涉嫌|候补|当选|考生|录用|拟录"
)
# No recognition unless an honour is named: 风险企业名单 is none, 风险防控先进单位名单 is one.
_NO_HONOUR = re.compile(
    r"代表(?!性)|委员|工作人员|指挥部|专家|责任|关闭|清理|分工|死亡|会议|管控|排污|备案|整改|风险|干部|督查"
)
_RECOGNISES = re.compile(
    r"认定|命名|表彰|授予|公布|通报|确定|评选|评审|入选|获奖|奖励|嘉奖|优秀|先进|示范|龙头|重点|品牌|劳模|劳动模范|标兵|十佳|百佳|称号|达标|通过|批准|名录|基地|园区|企业|"
    r"项目|单位|传承人|遗产|集体|个人|工匠|人才|学校|医院|村|社区|街区|产品|作品|景区|中心|团队|机构|家庭|文明|星级"
)
# In an award: 一、先进单位（8个）, with the names below it or beside it.
_AWARDS = re.compile(
    r"表彰|表扬|命名|授予|奖励|嘉奖|评[选比定]|认定|(?:考[核评]|评[估议价]|评审|验收).{0,6}(?:结果|情况|等[次级])"
)
_AWARD_HEADING = re.compile(
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?(?P<title>[^。；，：、（）]{2,30}?(?:单位|集体|个人|工作者|企业|奖|标兵|模范|人物|者|家庭|项目|"
    r"村|社区|学校|乡镇|街道|县区|[城市县区]|团队|基地|品牌|工匠|教师|医生|护士|党员|学生|能手|先锋|民警|员工|人员|干部|农民工)(?:（[^（）]{1,12}）)?)[（(]?共?(?P<count>\d{1,4})[个名家项户人件][）)]?(?:[（(][^（）()]{1,16}[）)])?[：:]?(?P<names>.{0,2000})"
)
# 东山县（6名）, 市直单位（3个）: a group of the list that it stands in, no list of its own.
_GROUP = (
    r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、])?(?![\u4e00-\u9fff]{0,10}(?:先进|优秀|文明|示范|模范|卫生|园林|平安|[强佳美优星奖]))(?:[\u4e00-\u9fff]{1,8}?[省市县区州盟旗镇乡]|[省市县区州]?直(?:属|机关|部门)?(?:单位|机关|部门)?|[\u4e00-\u9fff]{2,8}(?:系统|战线|行业|领域|界|口)|"
    r"(?:中央|省)?驻[\u4e00-\u9fff]{1,4}(?:单位|部队)|其他(?:单位)?)"
)
_IS_GROUP = re.compile(_GROUP)
_ENDS_AWARD = re.compile(rf"(?!{_GROUP}[（(]?共?\d){_AWARD_HEADING.pattern}")
# The same inside a line, where a page lost its breaks.
_AWARD_INLINE = re.compile(r"[一二三四五六七八九十]{1,3}、[^。；，：、（）\n]{2,30}（共?\d{1,4}[个名家项户人件]）：")
# 一等奖：甲镇二等奖：乙镇, whose lines a page ran together.
_GRADE_INLINE = re.compile(
    r"(?<=[\u4e00-\u9fff）])(?:[特一二三四]等奖|(?:优秀|优胜|鼓励|提名|组织|入围)奖|(?:优秀|良好|合格|先进)(?:等[次级]|单位|集体|个人))[：:]"
)
# 一、金杯单位, above its names, and 一等奖：甲市 乙市: without a count only where all that follows has the shape of a name.
_AWARD_KIND = re.compile(
    r"(?P<label>[（(]?[一二三四五六七八九十]{1,3}[）)、])?(?P<title>[^。；，：、（）]{0,30}?(?:单位|集体|个人|工作者|企业|奖|标兵|模范|人物|家庭|项目|社区|学校|乡镇|街道|"
    r"团队|基地|品牌|工匠|等[次级]|市|县|区|村))(?P<mark>[：:](?P<names>.{0,2000}))?"
)
_HONOUR = re.compile(
    r"先进|优秀|优胜|良好|奖|杯|标兵|模范|示范|文明|[十百][佳强]|最美|获[奖得]|突出|贡献|称号|五一|红旗|金牌|银牌|铜牌"
)
_HEAD = 600  # characters in which a document says that it gives honours, whatever its title
_GIVES = re.compile(
    r"授予|评出|评选出|命名|予以(?:通报)?表[彰扬]|决定(?:通报)?表[彰扬]|表彰(?:的)?决定|认定[^。]{2,80}为“"
)
_TELL_OF_HONOURS = ("颁奖", "获奖", "荣获", "被认定为")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|[—~－-])")


def find(marked: MarkedText) -> Iterator[Recognition | Notice]:
    """Every name of every published list, numbered as it stands in its list."""
    text = marked.text
    awards = _AWARDS.search(marked.document.title) is not None or _GIVES.search(text, 0, _HEAD) is not None
    is_report = marked.document.kind == "报告" or any(name.startswith("各位") for name in marked.document.addressees)
    told = not is_report and any(word in text for word in _TELL_OF_HONOURS)
    if marked.document.kind == "任免" or not (awards or told or any(hint in text for hint in _HINTS)):
        return
    if not awards and is_set_in_articles(text):
        return  # a chapter on 名录 is followed by articles, not by names
    lines = lines_of(text)
    if awards:
        lines = [part for line in lines for part in _broken_at_awards(line)]
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
        if not _is_none(title) and not said & here and not any(name in listed for _, name in here):
            said |= here
            yield from _facts(marked, title, names, "sentence")


def _facts(marked: MarkedText, title: str, names: list[tuple[int, int]], rule: str) -> Iterator[Recognition]:
    year = _year(title, marked.document.title)
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


def _broken_at_awards(line: Line) -> Iterator[Line]:
    """A line, or where headings with a count stand inside it, what is before and what begins at each of them."""
    inside = _AWARD_INLINE if "）：" in line.words else _GRADE_INLINE if line.words.count("：") > 1 else None
    cuts = [match.start() for match in inside.finditer(line.words) if match.start()] if inside else []
    for start, end in zip([0, *cuts], [*cuts, len(line.words)], strict=True):
        yield Line(line.start + start, line.start + end, line.words[start:end])


def _list_at(
    marked: MarkedText, lines: list[Line], at: int, awards: bool
) -> tuple[str | None, list[tuple[int, int]], int]:
    """The list that a line opens: its title, the spans of its names, and the line after it."""
    line = lines[at]
    if line.words.startswith("附件") and signs_below(lines, attachments_end(lines, at)):
        return None, [], attachments_end(lines, at)  # the attachments named above the signature, not the list itself
    title = _title(marked, lines, at)
    if title is not None:
        persons = names_persons(title)
        if persons is None:
            persons = begin_with_persons(lines, at + 1)
        return title, *names_below(lines, at + 1, persons, _HEADING)
    inline = _INLINE.search(line.words) if "如下" in line.words else None
    if inline is not None:
        title = _title_of_sentence(marked, line.words[: inline.start("names")])
        return title, joined_names(line.start + inline.start("names"), inline["names"]), at + 1
    if beside := _BESIDE.fullmatch(line.words) if "名单" in line.words else None:
        names = joined_names(line.start + beside.start("names"), beside["names"])
        if are_names(marked.text, names):
            return _allowed(marked, beside["title"]), names, at + 1
    if not awards:
        return None, [], at + 1
    return _award_at(marked, lines, at)


def _award_at(marked: MarkedText, lines: list[Line], at: int) -> tuple[str | None, list[tuple[int, int]], int]:
    """The award that a line of an award's document names, with the names below or beside it."""
    line = lines[at]
    title, names, after = bulleted_names(lines, at)
    if names and _HONOUR.search(title) and not _is_none(title):
        return title, names, after
    award = _AWARD_HEADING.fullmatch(line.words)
    kind = None if award else _AWARD_KIND.fullmatch(line.words)
    found = award or kind
    if found is None or not found["title"] or _is_none(found["title"]):
        return None, [], at + 1
    if award is not None and _IS_GROUP.fullmatch(award["title"]):
        return None, [], at + 1
    persons = names_persons(found["title"]) is True
    if award is not None:
        if award["names"].strip():
            start = line.start + award.start("names")
            return award["title"], spaced_names(start, award["names"], int(award["count"]), persons), at + 1
        names, after = names_below(lines, at + 1, persons, _ENDS_AWARD)
        return award["title"], names[: int(award["count"])], after
    if kind is None or not (kind["label"] or kind["mark"]) or not _HONOUR.search(kind["title"]):
        return None, [], at + 1
    if kind["mark"] and kind["names"].strip():
        names, after = beside_each_other(line.start + kind.start("names"), kind["names"]), at + 1
    else:
        names, after = names_below(lines, at + 1, persons, _AWARD_KIND)
    return (kind["title"], names, after) if names and are_names(marked.text, names) else (None, [], at + 1)


# --- headings --------------------------------------------------------------------------------------------------------


def _title(marked: MarkedText, lines: list[Line], at: int) -> str | None:
    """The title of the list that a line opens, without its count; over two or three lines where the print breaks it."""
    words = lines[at].words
    if len(words) > 400 or ("单" not in words and "录" not in words and "如下" not in words):
        return None
    if _OPENS.search(words):
        return _title_of_sentence(marked, words)
    heading = _HEADING.fullmatch(words) if len(words) <= 80 else None
    if heading is None and not re.fullmatch(rf"[^。；，]{{0,12}}[单录]({COUNT})?[：:]?", words):
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
    return re.sub(rf"{COUNT}$|\s|[《》]", "", title)


def _title_of_sentence(marked: MarkedText, words: str) -> str | None:
    """名单如下：, opened by a sentence: the last phrase that ends in 名单, else the document's own title."""
    named = re.search(r"([^，。；：“”]{2,40}(?:名单|名录))(?:公布|通报|公示|表彰)?如下[：:]$", words)
    if named is None and not any(hint in words for hint in _HINTS):
        return None
    if named is None:
        named = re.search(r"(?:公布|命名|认定|表彰|印发|确定|公示)([^，。；]{2,40}名单)", marked.document.title)
    title = re.sub(r"^(?:现将|现|将|兹将|认定的?)", "", named[1]) if named else marked.document.title
    return _allowed(marked, title)


def _allowed(marked: MarkedText, title: str) -> str | None:
    title = re.sub(r"^附件?\s?\d{0,2}[：:.\s]?", "", title)
    about = f"{title} {marked.document.title}"
    return None if _is_none(title) or not _RECOGNISES.search(about) else title


def _is_none(title: str) -> bool:
    """Whether a list by this title recognises nobody."""
    return bool(_NO_RECOGNITION.search(title) or (_NO_HONOUR.search(title) and not _HONOUR.search(title)))


def _year(*titles: str) -> int | None:
    for title in titles:
        found = _YEAR.search(title)
        if found:
            return int(found[1])
    return None
