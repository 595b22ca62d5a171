"""Who decides, as pure questions on words: whose decision is read out, where another meeting begins, what a congress can fill."""

from __future__ import annotations

import re

from orchestration.gazette.language.characters import simplified

_NAME = (
    r"[\u4e00-\u9fff（）]{0,22}?(?:中央|国务院|党组|[党工]委|[省市县区州盟旗]委|委员会|政府|管委会|常委会|人大|国资委|董事会|公司|集团|银行|"
    r"大学|学院|医院|(?<!干)部|[局厅])"
)
# 宣布A党委、A关于B领导任职的决定, 宣读省委的任免通知: the body stands right behind the verb.
_READ_OUT = re.compile(
    rf"(?:宣[布读]|传达)了?(?P<body>{_NAME}(?:[、和]{_NAME}){{0,3}})"
    r"(?:的[^，。；：\n]{0,16}?|(?:关于|对)[^，。；：\n]{2,60}?|《关于[^，。；：\n]{2,60}?|(?:人事)?(?=任免|任命|任职|决定))"
    r"(?:决定|任免|任命|任职|免职|文件|通知|批复|名单)"
)
_NO_DECIDER = re.compile(
    r"^(?:集团|公司|学院|大学|医院|银行)$|^(?:关于|对|本|该|其|由|在|干部|领导|全体|各|新[任一]|[^、]{0,20}(?:同志|当选|成立|任职|主要))"
)
# A、 before a body that decides: 中共中央、国务院决定.
_JOINED_BEFORE = re.compile(rf"(?:^|[，。：；）经由据])(?P<first>{_NAME})、$")
# An assembly that hears of decisions and makes none.
_ASSEMBLY = re.compile(
    r"干部(?:职工|教师|党员)?(?:大会|会议)|(?:召开|举行)了?[^，。；：\n]{0,30}?(?:任职(?:大会|会议)|见面会|(?<!代表)(?:大会|会议)[^。；：\n]{0,20}[，、]宣[布读])"
)
_PART_END = re.compile("；")
# A body that acts itself behind another act: 省委任命A为X，市人大常委会任命B为Y.
_OTHER_DECIDER = re.compile(
    r"，(?=(?:中共)?[\u4e00-\u9fff]{0,10}(?:[省市县区州盟旗]委|政府|国务院|常委会|党组|党委)(?:决定)?(?:任命|免去))"
)
_SESSION = re.compile(r"[次届][^，。；：]{0,8}会议|全会")
_PARTY_BODY = re.compile(
    r"^中共(?!中央组织)|(?:[省市县区州盟旗]|纪|团|党|政法|党工)委$|党组$|[省市县区州盟旗]委[\u4e00-\u9fff]{0,12}(?:部|办公[室厅]|党校|工委|工作委员会)$"
)
_PARTY_POST = re.compile("党[组委支总]")
_CONFERENCE = re.compile("政协|政治协商会议")
_CONGRESS = re.compile("人大|人民代表大会")


def read_out(words: str) -> tuple[int, int] | None:
    """The span of the bodies whose decision is read out in a sentence, the last where several are."""
    found = None
    if "宣" not in words and "传达" not in words:
        return None
    for match in _READ_OUT.finditer(words):
        if not _NO_DECIDER.match(match["body"]):
            found = match.span("body")
    return found


def with_joined(words: str, start: int) -> int:
    """Where a list of deciders begins whose last stands at ``start`` (中共中央、国务院)."""
    while start and words[start - 1] == "、":
        before = _JOINED_BEFORE.search(words, 0, start)
        if before is None:
            break
        start = before.start("first")
    return start


def is_assembly(words: str) -> bool:
    """Whether a sentence opens an assembly that only hears what others decided: 区委召开领导干部大会，宣布任免决定."""
    return "会" in words and _ASSEMBLY.search(words) is not None and _SESSION.search(words) is None


def parts(words: str, start: int, first_end: int, end: int) -> list[int]:
    """Where the parts of a sentence begin that each may say who decides, with the sentence's own ends.

    ``first_end`` is where its first act ends: before it, a second body belongs to the same decision.
    """
    cuts = [start, *(mark.end() for mark in _PART_END.finditer(words, start, end)), end]
    others = [mark.end() for mark in _OTHER_DECIDER.finditer(words, first_end, end)]
    return sorted({*cuts, *others}) if others else cuts


def can_fill(decided_by: str, organization: str | None, post: str) -> bool:
    """Whether a body can fill a post: a congress fills none of a party or a conference, a conference only its own."""
    body, by = simplified(organization or ""), simplified(decided_by)
    if _CONFERENCE.search(by):
        return not body or _CONFERENCE.search(body) is not None
    if not _CONGRESS.search(by):
        return True
    if _CONFERENCE.search(body):
        return False
    is_party = _PARTY_BODY.search(body) is not None and not _CONGRESS.search(body)
    return not (is_party or _PARTY_POST.match(simplified(post)))
