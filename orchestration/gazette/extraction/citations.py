"""Citations: each other document a document names, once, by its 《title》, its number, or both.

A short form (以下简称《条例》), a title without its jurisdiction and a number alone are the same citation as the full mention.
What the document itself issues or attaches is not cited.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.marked import MarkedText, without_glosses
from orchestration.gazette.language.references import NumberMark, TitleMark, number_marks, title_marks
from orchestration.gazette.records import Citation, Document, Notice

_OF_KIND = re.compile(r"[《》〈〉（）()“”\s]|试行|草案|暂行|中华人民共和国")  # no part of a key
_SPACE = re.compile(r"(?<![A-Za-z0-9])[ 　]+|[ 　]+(?![A-Za-z0-9])|\n")
_SHORT = re.compile(
    r"(?:(?:以下|下文)(?:统一)?(?:简?称为?|统称)|(?<=[（(])(?:简|下)称为?)[：:]?[《“]?(?P<short>[^》”（）。，]{1,30}?)[》”]?[）)]"
)
# 《分工方案》, 《行动计划》: a tail that names no document of its own, only the one told of before.
_TAIL = re.compile(r"[\u4e00-\u9fff]{2,6}(?:意见|方案|计划|规划|办法|规定|细则|要点|纲要)")
_BETWEEN = re.compile(r"[\s]?[（(〔]?[\s]?(?:文号[:：]?|\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?)?")
_GLUE = re.compile(r"[》）)]?(?:文件?|号文件)?(?:印发的)?")
_ISSUES = re.compile(
    r"(?:印发|发布|公布|下发|颁布|转发|颁发|出台|批转)(?:(?!贯彻|落实|实施|执行|根据|依据|关于)[\u4e00-\u9fff]){0,16}$"
)
_ISSUED_BEFORE = re.compile(r"(?:现|兹)?将[^《》。；\n]{0,20}$")
_ISSUED_AFTER = re.compile(
    r"(?:（以下[^（）]{1,30}）)?(?:[、和及]?《[^《》\n]{2,60}》){0,4}(?:"
    r"[^《》。；\n]{0,24}?(?:(?:已|业)经[^。\n]{1,80}?现|现(?:将其)?)[^。；\n]{0,12}?(?:印发|公布|发布|下发|予以公布|印送)"
    r"|[^《》。；\n]{0,20}?(?:印发|下发|转发)(?:给你们|你们))"
)
# 发文字号：…, 文 号 | …: the field that says the document's own number.
_NUMBER_FIELD = re.compile(r"(?:(?:字|文)[ 　]?号|(?:文件|发文)编?号)[：: 　|]{0,4}$")
_ENDS_WITH_DATE = re.compile(
    r"[（(]?[\d〇○零一二三四五六七八九十]{4}年[\d一二三四五六七八九十]{1,2}月[\d一二三四五六七八九十]{1,3}日[）)]?$"
)
# （2020年3月9日某市人民政府令第87号公布 自公布之日起施行), below a title.
_NUMBER_ONLY = re.compile(r"[\u4e00-\u9fff]{1,12}[〔\[]?\d{4}[〕\]]?\d{1,5}号")
# A title at the head of a text whose first lines have run together.
_TITLED = re.compile(
    r"(?!请|根据|按|依照|依据|参照|贯彻|落实|执行)[^。；，：《》\n]{0,40}关于[^。；，：\n]{4,80}(?:通知|意见|决定|批复|函|公告|通告|办法|方案)[ 　（(]*"
)
_NOTE_OF_ISSUE = re.compile(r"[，]?(?:公布|发布|颁布|令公布)")
_JURISDICTION = re.compile(r"^(?:中华人民共和国|[\u4e00-\u9fff]{2,8}?(?:省|市|自治区|县|区)|国务院|关于|《)")
_PAPER = re.compile(r"[\u4e00-\u9fff]{1,2}公报")  # 大公报: a newspaper, though it ends as bulletins do
_ATTACHES = re.compile(r"附件?[\d一二三四五六七八九十]{0,2}[：:.、]?[\d.、]{0,3}$")


@dataclass(slots=True)
class _Cited:
    start: int
    end: int
    title: str | None
    number: str | None


def find(marked: MarkedText) -> Iterator[Citation | Notice]:
    """Every other document cited, in order of first mention, with its title and number where they are printed."""
    text = marked.text
    titles = list(title_marks(text)) if "《" in text else []
    numbers = list(number_marks(text)) if "号" in text else []
    if not titles and not numbers:
        return
    for cited in _collect(marked, titles, numbers):
        start, end = marked.clean(cited.start, cited.end)
        rule = "title_and_number" if cited.title and cited.number else "title" if cited.title else "number"
        yield Citation(
            start=start, end=end, rule_id=f"citations.{rule}", cited_number=cited.number, cited_title=cited.title
        )


def _collect(marked: MarkedText, titles: list[TitleMark], numbers: list[NumberMark]) -> list[_Cited]:
    text, document = marked.text, marked.document
    own = _Own(document)
    named = {_key(mark.title) for mark in titles if "〈" in mark.title}
    by_title: dict[str, _Cited] = {}
    by_number: dict[str, _Cited] = {}
    shorts: set[str] = set()
    taken: set[int] = set()
    found: list[_Cited] = []
    for mark in titles:
        number = _number_after(text, mark, numbers) or _number_before(text, mark, numbers)
        if number is not None:
            taken.add(number.start)
        end = _end_with(text, number) if number is not None and number.start > mark.start else mark.end
        short = _short_form(text, end)
        key = _key(mark.title)
        if key in shorts:
            continue
        if (own.issues(text, mark, key) and not own.is_older(key, number)) or (
            number is not None and number.number == document.doc_number
        ):
            shorts.add(key)
            if short:
                shorts.add(_key(short))
            continue
        if (not mark.is_document and number is None) or _is_in_heading(text, mark, named):
            continue
        if short:
            shorts.add(_key(short))
        known = by_title.get(key) or (by_number.get(number.number) if number else None)
        if known is not None and number is not None and known.number not in (None, number.number):
            known = None  # 国务院《…意见》（国发…）, 省政府《…意见》（鲁政发…）: two that share their title
        is_short = mark.is_bare or _PAPER.fullmatch(mark.title) is not None or _same_but_shorter(key, by_title)
        if known is None and number is None and is_short:
            continue
        title = _SPACE.sub("", marked.printed(mark.start + 1, mark.end - 1))
        if known is not None:
            if known.title is None:
                known.title = title
            if number is not None and known.number is None:
                known.number, known.start, known.end = number.number, min(mark.start, number.start), end
                by_number[number.number] = known
            continue
        start = min(mark.start, number.start) if number else mark.start
        cited = _Cited(start, end, title, number.number if number else None)
        found.append(cited)
        by_title[key] = cited
        if number is not None:
            by_number[number.number] = cited
    for number in numbers:
        if number.start in taken or number.number in by_number or own.has_number(number) or _is_heading(text, number):
            continue
        cited = _Cited(number.start, number.end, None, number.number)
        by_number[number.number] = cited
        found.append(cited)
    return sorted(found, key=lambda cited: cited.start)


def _end_with(text: str, number: NumberMark) -> int:
    """The end of a number, its closing bracket included where nothing else stands in it."""
    return number.end + 1 if text[number.end : number.end + 1] in ("）", ")", "〕") else number.end


def _is_heading(text: str, number: NumberMark) -> bool:
    """Whether a number heads a document and cites none: on a line of its own, as 发文字号：, or in the note on its issue."""
    line_start = text.rfind("\n", 0, number.start) + 1
    before, after = text[line_start : number.start].strip(" 　"), text[number.end : number.end + 4]
    if not text[: number.start].strip(" 　（("):
        return True  # before anything else: 某府发〔2013〕21号各区县政府：
    if line_start == 0 and _TITLED.fullmatch(before):
        return True  # 关于…的通知 某府发〔2013〕21号 各区县政府：, in one line
    is_alone = before in ("", "（", "(", "〔") or _ENDS_WITH_DATE.search(before) is not None
    if (is_alone and not after.strip(" 　）)〕")[:1].strip()) or _NUMBER_FIELD.search(before):
        return True
    return before[:1] in ("（", "(") and _NOTE_OF_ISSUE.match(text, number.end) is not None


def _is_in_heading(text: str, mark: TitleMark, named: set[str]) -> bool:
    """Whether a title stands in the heading of what the text names elsewhere as 《…〈…〉…》: nested there, nested here.

    现将《2020年〈工作报告〉分工》印发给你们 above a line 2020年《工作报告》分工.
    """
    if not named:
        return False
    start, end = text.rfind("\n", 0, mark.start) + 1, text.find("\n", mark.end)
    return _key(text[start : end if end > -1 else len(text)]) in named


def _number_after(text: str, mark: TitleMark, numbers: list[NumberMark]) -> NumberMark | None:
    """The number printed right after a title, mostly in brackets: 《…》（国办发〔2021〕5号）."""
    gap = _BETWEEN.match(text, mark.end)
    after = gap.end() if gap else mark.end
    return next(
        (
            number
            for number in numbers
            if mark.end <= number.start <= after
            and (
                after > mark.end or text[number.end : number.end + 1] != "《"
            )  # 《甲》国办发〔2021〕5号《乙》: the latter's
        ),
        None,
    )


def _number_before(text: str, mark: TitleMark, numbers: list[NumberMark]) -> NumberMark | None:
    """The number printed right before a title: 国办发〔2021〕5号《…》."""
    return next(
        (n for n in numbers if n.end <= mark.start <= n.end + 8 and _GLUE.fullmatch(text, n.end, mark.start)), None
    )


def _short_form(text: str, end: int) -> str | None:
    """The short form declared after a mention: （以下简称《条例》）, also after its number."""
    match = _SHORT.search(text, end, end + 60) if text.find("称", end, end + 60) >= 0 else None
    return (
        match["short"]
        if match and "《" not in text[end : match.start()] and "。" not in text[end : match.start()]
        else None
    )


def _key(title: str) -> str:
    """A title without brackets and their kinds, for telling whether two are the same."""
    return _OF_KIND.sub("", title)


def _same_but_shorter(key: str, by_title: dict[str, _Cited]) -> bool:
    """Whether a title is one cited before, without its jurisdiction (《安全生产法》 after 《山东省安全生产法》) or its subject."""
    for other in by_title:
        if other != key and other.endswith(key):
            if _TAIL.fullmatch(key):
                return True
            rest = other[: -len(key)]
            if _JURISDICTION.fullmatch(rest) or (_JURISDICTION.match(rest) and len(rest) <= 8):
                return True
    return False


class _Own:
    """What a document itself issues: its title, the plan printed with it, its attachments, its number."""

    def __init__(self, document: Document) -> None:
        self._title = _key(without_glosses(simplified(document.title)))  # as the matching form, which the rules read
        names = (document.attached_title or "", *document.attachments)
        self._names = {_key(simplified(name)) for name in names if name} | {self._title}
        self._numbers = {document.doc_number} if document.doc_number else set()
        self._year = document.doc_year or (document.signed_date.year if document.signed_date else None)

    def issues(self, text: str, mark: TitleMark, key: str) -> bool:
        """Whether a title, whose key is ``key``, is what this document issues, attaches or is."""
        if key in self._names or any(key == name.removeprefix("附件") for name in self._names):
            return True
        in_title = self._title.find(key) if len(key) > 3 else -1
        if in_title >= 0:
            before, after_it = self._title[:in_title], self._title[in_title + len(key) :]
            if _NUMBER_ONLY.fullmatch(before) and not after_it:
                return True
            if _TAIL.fullmatch(key) and after_it[:1] in ("", "的"):
                return True
            if _ISSUES.search(before) and after_it[:1] in ("", "的", "等", "和", "及", "、"):
                return True
        head = text[max(0, mark.start - 24) : mark.start]
        if _ATTACHES.search(head):
            return True
        after = _ISSUED_AFTER.match(text, mark.end, mark.end + 140)
        if after is None:
            return False
        return bool(_ISSUED_BEFORE.search(head)) or not head.strip("\n 　") or head[-1] in "\n。：:" or "现" in after[0]

    def is_older(self, key: str, number: NumberMark | None) -> bool:
        """Whether a document with this one's title bears another year's number: the one that it follows."""
        return (
            number is not None
            and number.year is not None
            and self._year is not None
            and number.year < self._year
            and key == self._title
        )

    def has_number(self, number: NumberMark) -> bool:
        """Whether a number is the document's own."""
        return number.number in self._numbers
