"""Bodies that the print leaves out: which part of the post before goes on where a list names its body once."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.appointments.offices import Office
from orchestration.gazette.language.characters import simplified

_COURT = re.compile(r"^.*(?:法院|高院|中院)(?:第[一二三四五六]+分院)?")
_PROCURATORATE = re.compile(r"^.*检察院(?:第[一二三四五六]+分院|[\u4e00-\u9fff]{1,6}分院)?")
_CONGRESS = re.compile(r"^(?P<congress>.*?(?:人大|人民代表大会))(?P<standing>常委会|常务委员会|常务委)?")
# A standing committee with its place, where it can begin: 云州市第十届人大常委会第三次会议.
NAMED_STANDING = re.compile(
    r"(?:^|(?<=[，。；：\n]))(?:\d{4}年)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:经|由|根据|提请)?"
    r"(?P<body>[\u4e00-\u9fff]{2,12}?(?:第?[一二三四五六七八九十\d]{1,4}届)?(?:人大|人民代表大会)(?:常委会|常务委员会))"
)
_PARTY = re.compile(r"^.*?(?:[省市县区州旗盟]委|中共[\u4e00-\u9fff]{2,12}委员会|[省市县区]党委)")
_GOVERNMENT = re.compile(r"^.*?(?:人民政府|政府|国务院)")
_OTHER_PARENT = re.compile(r"^.*?(?:公安局|公安厅|大学|学院|医院|管理委员会|管委会|军区|武警总队)")
_PLACE = re.compile(
    r"^(?:中共)?(?P<place>.*?(?P<level>[省市县区州盟旗镇乡]))(?=(?P=level)?(?:委|第?[一二三四五六七八九十\d]{1,4}届|人大|人民|政府|党|政协|纪|监))"
)
_PLACE_LAST = re.compile(r"(?:[省市县区州盟旗镇乡]|街道|党委|党工委|纪委)$")
_ROOTED = re.compile(
    r"^(?:中华|中国|中共|中央|国家|国务院|全国|最高|省|市|县|区|州|盟|旗|镇|乡|自治|武警|共青团|民[革盟建进]|农工|致公|九三|台盟|工商联|驻|原|本|"
    r"[\u4e00-\u9fff]{2,7}?(?:省|自治区|特别行政区|自治州|市|区|县|州|盟|旗|镇|乡|街道)(?!场|政))"
)
_OF_THE_STATE = frozenset(("国务委员", "总理", "副总理", "总书记"))  # of no body named before
_PLACE_OF_CONGRESS = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{2,14}(?P<level>[省市县区州镇乡旗]))(?:第?[一二三四五六七八九十\d]{1,4}届)?(?:人大|人民代表大会)"
)
_COURT_POSTS = re.compile(r"审判员|审判委员会|人民陪审员|执行员|书记员|检察员|检察委员会")
_HEAD_OF_PLACE = re.compile(r"^(?:代理|代)?(?:常务)?副?(?:省|市|县|区|州|镇|乡|盟|旗)长$")
_HAS_PROCURATOR = re.compile("检察院|(?:[省市县区州盟旗]|人大|代表大会|常委会|常务委员会|政府)$")
_PARTY_PART = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,6}部|政法委|[\u4e00-\u9fff]{0,8}办公[室厅]|党校|[\u4e00-\u9fff]{2,8}工委|秘书处|政策研究室|纪委|巡察[\u4e00-\u9fff]{0,4})$"
)
_OFFICE_PART = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:办公厅|办公室|研究室|参事室|督查室|信息中心|工作委员会|工委)|[\u4e00-\u9fff]{0,4}秘书处)$"
)
_INNER_UNIT = re.compile(r"(?:支队|大队|分局|系|医学院|研究院|研究所|科|处|室)$")
# A body that is called by its kind alone: A任云海集团董事，提名为集团总经理; 云海集团副总经理A任该集团总经理.
_BARE = re.compile("集团|该(?:集团|公司|银行|行|校|院|局|市|县|区|省)")
_COMMITTEE_OF_PLACE = re.compile("(?<!^)[省市县区州盟旗]委$")
_LEAST_ALIKE = 3  # characters of 委员会, which every committee shares
_PLACE_NAME = 4  # characters in which the names of two committees of one kind may differ
_UNIT = re.compile(r"(?:庭|局|室|处|队|部|科|中心|法庭|厅|分院)$")


def carried(office: Office, before: str | None, same_person: bool) -> str | None:
    """The body of a post whose print leaves it, or its head, out: taken from the post ``before`` in the same list.

    A court's posts belong to the court, not to its division; a congress's committee to the congress; 办公厅 to whom the
    post before belongs. Where grammar does not say, the body stays as printed ("" becomes None).
    """
    own = office.organization
    if not before:
        return own or None
    # Patterns are in simplified characters; what is kept is cut from the printed words, character for character.
    head, body, post = simplified(before), simplified(own), simplified(office.post)
    if not own:
        kept = _kept_for_title(head, post)
        return None if kept is None else before[:kept]
    if is_standing(office):
        congress = _CONGRESS.match(head)
        if congress and congress.end("standing") == len(head):
            return before  # A人大常委会主任、常委会委员: the one committee, in the words that name it
        kept = congress.end("congress") if congress else len(head) if head.endswith(("委", "委员会")) else 0
        return before[:kept] + own
    if _BARE.fullmatch(body):
        return before if body.removeprefix("该") in head else own
    if same_person and (kept := _kept_for_like(head, body)):
        return before[:kept] + own
    if same_person and body == "纪委" and _COMMITTEE_OF_PLACE.search(head):
        return before[:-1] + own  # 云州市委常委、纪委书记: 云州市纪委
    if _ROOTED.match(body):
        return own
    for root in (_COURT.match(head), _PROCURATORATE.match(head)):
        if root and _UNIT.search(body) and not re.search("法院|检察院", body):
            return before[: root.end()] + own
    if not same_person:
        return own
    kept = _kept_for_part(head, body, post)
    return own if kept is None else before[:kept] + own


def is_standing(office: Office) -> bool:
    """Whether a post is in a standing committee whose congress the print leaves out."""
    return simplified(office.organization) in ("常务委员会", "常委会")


def inspection_of(office: Office, before: str | None) -> Office:
    """X公司党委委员、纪委书记: within a body that is no place and no committee, the whole title is the post."""
    if simplified(office.organization) != "纪委" or not before:
        return office
    head = simplified(before)
    if _PARTY.match(head) or _GOVERNMENT.match(head) or _PLACE_LAST.search(head):
        return office
    return replace(office, organization="", post=office.organization + office.post)


def place_of_congress(decided_by: str, post: str) -> str | None:
    """云州市人大常委会任命A为代理市长: a congress that names its place puts into office the heads of that place."""
    congress = _PLACE_OF_CONGRESS.match(simplified(decided_by))
    head = _HEAD_OF_PLACE.match(simplified(post)) if congress else None
    is_its_head = congress is not None and head is not None and head[0][-2] == congress["level"]
    return decided_by[: congress.end("place")] if congress is not None and is_its_head else None


def _kept_for_title(head: str, post: str) -> int | None:
    """How much of the body before goes on where only a title is printed: all of it, the court, or the place."""
    if post in _OF_THE_STATE:
        return None
    if "检察长" in post and not _HAS_PROCURATOR.search(head):
        return None
    if _HEAD_OF_PLACE.match(post):
        place = _PLACE.match(head)
        return place.end("place") if place and not _GOVERNMENT.match(head) else len(head)
    if _COURT_POSTS.search(post):
        root = _COURT.match(head) or _PROCURATORATE.match(head)
        return root.end() if root else None
    return len(head)


def _kept_for_like(head: str, body: str) -> int | None:
    """How much of a congress committee's name stands before the next of its kind: 人大常委会甲地基本法委员会、乙地基本法委员会."""
    congress = _CONGRESS.match(head)
    if congress is None or _CONGRESS.match(body) or not body.endswith("委员会"):
        return None
    rest = head[congress.end() :]
    alike = next((at for at in range(1, len(body)) if rest.endswith(body[at:])), len(body))
    is_like = (
        len(body) - alike > _LEAST_ALIKE and alike <= _PLACE_NAME and len(rest) - (len(body) - alike) <= _PLACE_NAME
    )
    return congress.end() if is_like else None


def _kept_for_part(head: str, body: str, post: str) -> int | None:
    """How much of the body before stands in front of a part of it (办公厅, 外事委员会, 组织部); None where it is no part."""
    congress = _CONGRESS.match(head)
    if congress:
        if re.fullmatch("常务委员会|常委会", body):
            return congress.end("congress")
        if re.search(r"委员会?$|工委$", body) and "委员" in post and "工作" not in body:
            return congress.end("congress")
        return congress.end() if _OFFICE_PART.match(body) else None
    if government := _GOVERNMENT.match(head):
        return government.end() if _OFFICE_PART.match(body) else None
    if party := _PARTY.match(head):
        return party.end() if _PARTY_PART.match(body) else None
    other = _OTHER_PARENT.match(head)
    if other and other.end() == len(head) and _INNER_UNIT.search(body):
        return len(head)
    return None
