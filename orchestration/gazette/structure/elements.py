"""The elements of one document (GB/T 9704-2012): what is read from its paragraphs once they stand."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from orchestration.gazette.language.dates import parse_date
from orchestration.gazette.structure.titles import BODIES, BODY, DATE, PLACED, TYPE_END, is_title

Paragraph = tuple[int, int]  # start, end in the document's text; the line break is outside

_ADDRESSEES = re.compile(r"[^。；：“”《》\n]{2,400}：")
_NOT_ADDRESSED = re.compile(r"决定|任命|免去|如下|通知|现将|根据|按照|为了|\d年|会议")  # the text has begun
_ADDRESSED_ALL = re.compile(
    r"^各|，(?:市政府)?各|、各|^[一-龥]{2,12}人民政府[，、]"
)  # several bodies, so that the body may follow in the same line
_ADDRESSED = re.compile(
    r"政府|管委会|部门|单位|委员会|委、|局|办公[室厅]|企业|院校|学校|公司|机构|银行|直属|县（市|各[区县市镇乡]|同志|代表：|^各位"
)
_ATTACHMENTS = re.compile(r"附件[：:](?P<list>.*)|附件(?P<number>\d{1,2})?$")
_NUMBERED = re.compile(r"(?:^|(?<=[^\d.]))(\d{1,2})[.．、](?!\d)")
_NOTE = re.compile(r"(?:附?注|此件|（此件|备注)[：:]?|（此件")
_CHIEF = re.compile(
    r"(?:代)?(?:[省市县区州盟旗]长|主席|主任|总理|局长|厅长|部长)[ 　：]?[一-龥·]{2,12}(?:[ 　][一-龥]{1,3})?"
)
_SIGNED_TOGETHER = re.compile(rf"(?P<bodies>{BODY.pattern})(?P<date>{DATE.pattern})")
_SUBTITLE = re.compile(
    r"^(?:[—―－-]{1,3}|（)?(?P<date>(?:(?:19|20)\d\d|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,2}月"
    r"[\d一二三四五六七八九十]{1,3}日)，?在.{4,60}(?:会议|大会)上?）?$"
)
_ENACTED = re.compile(
    r"^《(?P<marked>[^》]{4,90})》.{0,60}(?:公布|发布|通过)"
)  # an order names what it enacts in its first words
_SENT = re.compile(r"现将《(?P<marked>[^》]{4,90})》(?:印发|转发|下发|发给)")  # a notice whose title its page left out
_CITED_TITLE = re.compile(
    r"(?:印发|转发|公布|发布|批转|下达|修订|实施|执行)《(?P<marked>[^》]{4,90})》|(?:印发|转发|公布|发布|批转|下达)(?P<plain>[^《》]{4,90}?)的?(?:通知|公告|决定)"
)


@dataclass(frozen=True, slots=True)
class Signature:
    """Where a document is signed and dated."""

    start: int
    end: int
    bodies: tuple[str, ...]
    date: dt.date | None


def addressees(text: str, paragraph: Paragraph) -> tuple[str, ...]:
    """The addressees of a line such as 各区县人民政府，高新区管委会，市政府各部门：; () where it is none."""
    line = text[slice(*paragraph)]
    match = _ADDRESSEES.match(line)
    if (
        not match
        or _NOT_ADDRESSED.search(match[0])
        or not _ADDRESSED.search(match[0])
        or (match.end() < len(line) and not _ADDRESSED_ALL.search(match[0]))
    ):
        return ()
    listed = match[0][:-1]
    parts = listed.split("，")
    if len(parts) == 1:
        parts = re.split(r"、(?![^（]*）)", listed)
    return tuple(part.strip() for part in parts if part.strip())


def signature(text: str, paragraphs: list[Paragraph], first: int) -> Signature | None:
    """The first signature at or after paragraph ``first``: bodies in lines of their own, then the date of signing."""
    for i in range(first, len(paragraphs)):
        start, end = paragraphs[i]
        if end - start > 90:
            continue
        line = text[start:end]
        if DATE.fullmatch(line):
            bodies: list[str] = []
            k = i - 1
            while k >= first and BODIES.fullmatch(text, *paragraphs[k]) and _names_body(text[slice(*paragraphs[k])]):
                bodies.insert(0, text[slice(*paragraphs[k])])
                k -= 1
            signed_by_hand = k >= first and _CHIEF.fullmatch(text, *paragraphs[k])
            if bodies or signed_by_hand:
                k -= bool(signed_by_hand)
                return Signature(paragraphs[k + 1][0], end, tuple(bodies), parse_date(line))
        elif (match := _SIGNED_TOGETHER.fullmatch(line)) and _names_body(match["bodies"]):
            return Signature(start, end, (match["bodies"],), parse_date(line))
    return None


def _names_body(line: str) -> bool:
    return bool(PLACED.search(line)) and not line.startswith(("附件", "注"))


def date_line(text: str, paragraph: Paragraph) -> dt.date | None:
    """The date of a paragraph that is nothing but a date (二○二一年四月一日), or a report's subtitle
    (——2026年1月27日在…会议上).
    """
    line = text[slice(*paragraph)]
    if DATE.fullmatch(line):
        return parse_date(line)
    if match := _SUBTITLE.match(line):
        return parse_date(match["date"])
    return None


def attachments(text: str, paragraphs: list[Paragraph], first: int) -> tuple[tuple[str, ...], int | None]:
    """(names, where the note begins) of the attachment note: 附件：1.甲表 2.乙表, over one line or more."""
    for i in range(first, len(paragraphs)):
        start, end = paragraphs[i]
        match = _ATTACHMENTS.match(text, start, end)
        if not match or match["list"] is None:
            continue
        names = match["list"]
        expected = 2 if _NUMBERED.match(names) else 1
        for k in range(i + 1, min(i + 60, len(paragraphs))):
            line = text[slice(*paragraphs[k])]
            numbered = _NUMBERED.match(line)
            if numbered and int(numbered[1]) == expected:
                expected += 1
            elif not _name_goes_on(text, paragraphs, k, names, expected):
                break
            names += line
        return _names(names), start
    return (), None


_NAME_END = re.compile(rf"(?:[表单图册书件样式]|{TYPE_END.pattern[:-1]})(?:（[^（）]{{1,20}}）)?$")


def _name_goes_on(text: str, paragraphs: list[Paragraph], k: int, names: str, expected: int) -> bool:
    """Whether a line without a number belongs to the attachment name before it: names are set in a narrow measure."""
    line = text[slice(*paragraphs[k])]
    if "。" in line or len(line) > 40 or is_note(text, paragraphs[k]) or DATE.fullmatch(line) or _names_body_line(line):
        return False
    later = (_NUMBERED.match(text[slice(*paragraph)]) for paragraph in paragraphs[k + 1 : k + 4])
    if expected > 1 and any(match and int(match[1]) == expected for match in later):
        return True
    return bool(names) and not _NAME_END.search(names) and bool(_NAME_END.search(line))


def _names_body_line(line: str) -> bool:
    return bool(BODY.fullmatch(line)) and _names_body(line)


def _names(listed: str) -> tuple[str, ...]:
    """The names of a numbered run, split only where the numbers count on from one."""
    if not _NUMBERED.match(listed):
        return (listed.strip("。；"),) if listed.strip() else ()
    cuts, expected = [], 1
    for match in _NUMBERED.finditer(listed):
        if int(match[1]) == expected:
            cuts.append(match.span())
            expected += 1
    ends = [start for start, _ in cuts[1:]] + [len(listed)]
    return tuple(listed[start:end].strip("。； ") for (_, start), end in zip(cuts, ends, strict=True))


def cited_title(title: str, opening: str = "") -> str | None:
    """The name of what is printed after a document: the plan of 关于印发X的通知, the rules that an order's first
    words name; of a notice without a title, what it says it sends.

    Args:
        title: the document's title.
        opening: its first paragraph.
    """
    if match := _CITED_TITLE.search(title):
        return match["marked"] or match["plain"]
    match = _ENACTED.search(opening) or (None if title else _SENT.search(opening))
    return match["marked"] if match else None


def attached_title(
    text: str, paragraphs: list[Paragraph], first: int, title: str, opening: str = ""
) -> tuple[str, int, int] | None:
    """(title, index of its first paragraph, index after its last) of what is printed after the signature.

    It is the plan that the notice's title names, or any title that stands there and is built of the notice's own words.
    """
    cited = cited_title(title, opening)
    for i in range(first, min(first + 8, len(paragraphs))):
        if is_note(text, paragraphs[i]):
            continue
        joined = ""
        for k in range(i, min(i + 4, len(paragraphs))):
            joined += text[slice(*paragraphs[k])]
            if cited and joined.startswith(cited) and len(joined) - len(cited) <= 12:
                return joined, i, k + 1
            if is_title(joined) and shares_words(joined, title) and not (cited and cited.startswith(joined)):
                return joined, i, k + 1
            if len(joined) > 80 or "。" in joined:
                break
    return None


def shares_words(title: str, other: str, share: float = 0.6) -> bool:
    """Whether a share of the neighbouring pairs of characters of a title stands in another text."""
    pairs = [title[i : i + 2] for i in range(len(title) - 1)]
    return sum(1 for pair in pairs if pair in other) >= len(pairs) * share


def is_note(text: str, paragraph: Paragraph) -> bool:
    """Whether a paragraph is a note to the document (注：…, 此件公开发布)."""
    return bool(_NOTE.match(text, *paragraph))


def opens_document(text: str, paragraphs: list[Paragraph], i: int) -> int | None:
    """Where an unnumbered document's title opens at paragraph ``i``: the index after the title; None where it does not.

    Its title names its issuer or speaks of appointments, or a date stands right under it.
    """
    joined = ""
    for k in range(i, min(i + 3, len(paragraphs))):
        joined += text[slice(*paragraphs[k])]
        if len(joined) > 80 or any(mark in joined for mark in "。；，："):
            return None
        if not TYPE_END.search(joined) or not is_title(joined):
            continue
        dated = k + 1 < len(paragraphs) and DATE.fullmatch(text, *paragraphs[k + 1])
        body = BODY.match(joined)
        if dated or "任免" in joined or (body and PLACED.search(body[0]) and "关于" in joined):
            return k + 1
    return None
