"""Posts where an act's grammar puts them: body, alias, title, and what brackets add (试用期一年, 兼职, 挂职 …)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.dates import han_number
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import MASK, is_post, shares_head, title_start

_TAIL = re.compile(
    rf"(?:的?(?:职务|一职|之职|职位)(?:{MASK}*)(?:的?(?:请求|申请|请示|报告))?(?:的?(?:决定|议案|决议))?|的(?:请求|申请|决定|议案|决议)[^，。；]{{0,12}}|人选|候选人|等(?:职务?)?$|等(?:有关|相关)?(?:人事)?(?:任免|任职)?(?:事项|议案|决定))+(?P<masks>{MASK}*)$"
)
_LEAD = re.compile(
    rf"^(?P<label>{MASK}+)|^(?P<concurrent>兼任|兼)的?|^(?:所任|担任|原任|现任|所担任|所兼任|任|继续担任)的?|^(?:新一任|新任|首任)|^(?P<acting>代理)(?=[\u4e00-\u9fff]{{4}})"
)
_FURTHER_PERSON = re.compile(r"[\u4e00-\u9fff]{2,4}(?:等|同志|辞去)|提名|任命|免去")
_LONGEST = 240  # characters of a post with its body and brackets
_TAKEN_UP = re.compile(r"[局部委办厅院处室司校会社大团](?P<link>担?任)$")
_NEWLY = re.compile(r"(?:新一任|新任|首任|第[一二三四五六七八九十]+任|新一届|^新)$")
_FORMER = re.compile(r"^原(?!阳[县市]|平市|州区|子能|始|油|材料|种场)")
_FORMERLY = re.compile(r"[\u4e00-\u9fff]{2}(?<![太中草高平五])原$")
_OWNED_POST = re.compile(rf"[」会局院署{MASK}]的$")
_JOIN = re.compile(r"并兼任|兼任|并任|兼|以及|和|及|与|暨")
_MONTHS = re.compile(
    r"(?<![\d〇○零一二三四五六七八九十])(?P<count>半|\d{1,2}|[一二两三四五六七八九十]{1,3})(?P<unit>年|个月)"
)
_LEVEL = re.compile(r"(?:正|副)?(?:县|处|厅|局|科|部|省|市|司|乡|师|团|股)(?:处|局|级|团)?级")
_BODY = re.compile(
    r"(?:局|委|办|厅|部|处|署|院|所|站|队|馆|台|社|会|组|行|中心|政府|公司|集团|学校|大学|学院|办公室|街道|园区|库|基地)$"
)
_IDLE_BRACKET = re.compile(r"草案|简称|附后|附件|下同|记者|[表投]?票|如图|^[右左中上下]$")
_ACTS_FOR = re.compile("代(?![表办])")
_HELD_BESIDE = re.compile(r"兼任?(?=.{3})")
_SHORT_FOR = re.compile(r"(?:以下|下称|下)?(?:简称|称)：?[“「]?")
_NOT_BODY = re.compile(
    r"^保留|^享受|选出|^(?:并|还)?同时|\d+[位名](?!女)|[，。；：]|(?:[局部处院市省县区厅司科校会行]长|主任|书记|主席)[\u4e00-\u9fff]{2,4}(?:[及和与任辞]|不再|当选|代理)|次会议|通过|同志|职务|任命|免去|决定|出席|主持|提名|此前|分管|产生|\d+[位名]$|的$|[整级]为|接替|接任|继任|(?<!责)任$"
)


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is said of a post beside its name."""

    probation_months: int | None = None
    secondment_months: int | None = None
    is_concurrent: bool = False
    post_alias: str | None = None
    remarks: tuple[str, ...] = ()

    def with_(self, other: Attributes) -> Attributes:
        """Both together; what this one states goes first."""
        return Attributes(
            self.probation_months if self.probation_months is not None else other.probation_months,
            self.secondment_months if self.secondment_months is not None else other.secondment_months,
            self.is_concurrent or other.is_concurrent,
            self.post_alias or other.post_alias,
            self.remarks + tuple(words for words in other.remarks if words not in self.remarks),
        )


@dataclass(frozen=True, slots=True)
class Office:
    """One post as printed: ``organization`` without 原 ("" where the print leaves it out), ``post``, and the whole span."""

    start: int
    end: int
    organization: str
    post: str
    organization_alias: str | None = None
    is_former: bool = False
    attributes: Attributes = field(default_factory=Attributes)


def offices(view: View, start: int, end: int) -> list[Office] | None:
    """The posts of a stretch without 、: one, or several joined by 兼, 和 …; None where it does not end with a title."""
    start, end = view.trim(start, end)
    if end - start > _LONGEST:
        return None
    masked = view.masked
    core = _core_end(view, start, end)
    for join in _JOIN.finditer(masked, start, core):
        left_end = _core_end(view, start, join.start())
        if title_start(masked[start:left_end]) is None:
            continue
        right = offices(view, join.end(), end)
        left = _office(view, start, join.start(), left_end)
        rest = masked[join.end() : end].strip()
        if left and not right and (is_name(rest) or _FURTHER_PERSON.match(rest)):
            return [left]  # 委员以及张三: a further person, not a further post
        if right and left:
            if "兼" in join[0]:
                extra = replace(right[0].attributes, is_concurrent=True)
                right[0] = replace(right[0], attributes=extra)
            return [left, *right]
    one = _office(view, start, end, core)
    return [one, *_beside(view, core, end)] if one else None


def _beside(view: View, core: int, end: int) -> list[Office]:
    """A further post in a bracket: 书记（兼任督导专员）."""
    found: list[Office] = []
    for low, last in view.brackets(core, end):
        comma = view.text.find("，", low, last)  # （兼督导专员，正科级）
        high = last if comma < 0 else comma
        if (held := _HELD_BESIDE.match(view.text, low, high)) and (title := title_start(view.text[held.end() : high])):
            body = view.printed(held.end(), held.end() + title)
            post = view.printed(held.end() + title, high)
            found.append(Office(low, high, body, post, attributes=Attributes(is_concurrent=True)))
    return found


def _core_end(view: View, start: int, end: int) -> int:
    """Where the post's words end: without 职务, 的请求 and the brackets around them."""
    tail = _TAIL.search(view.masked, start, view.unbracketed_end(start, end))
    return view.unbracketed_end(start, tail.start() if tail else end)


def _office(view: View, start: int, end: int, core: int) -> Office | None:
    low, core = start, view.unbracketed_end(start, core)
    attributes = Attributes()
    former = False
    while lead := _LEAD.match(view.masked[low:core]) or _FORMER.match(view.masked[low:core]):
        if lead[0] == "原":
            former = True
        elif lead.lastgroup == "concurrent":
            attributes = replace(attributes, is_concurrent=True)
        elif lead.lastgroup == "acting":
            if is_post(view.masked[low:core]):
                break  # 代理院长 is the title itself
            attributes = replace(attributes, remarks=("代理",))
        low += lead.end()
    words = view.masked[low:core]
    title = title_start(words)
    if title is None:
        return None
    title += low
    for inner in view.brackets(core, end):
        attributes = attributes.with_(attributes_of(view.printed(*inner)))
    fresh = _NEWLY.search(view.masked[low:title])
    shared = fresh is None and shares_head(words, title - low)
    owned = title - 1 if _OWNED_POST.search(view.masked[low:title]) else title  # 「X委员会」（委员会）的主席
    body_end = view.unbracketed_end(low, low + fresh.start() if fresh else owned)
    if taken := _TAKEN_UP.search(view.masked[low:body_end]):  # 调任市审计局任副局长
        body_end -= len(taken["link"])
    if _FORMERLY.search(view.masked[low:body_end]):  # X部原副部长
        former, body_end = True, body_end - 1
    alias = None
    for inner_start, inner_end in view.brackets(body_end, title):
        said = view.printed(inner_start, inner_end)
        short = _SHORT_FOR.match(simplified(said))
        if _BODY.search(simplified(said)) and len(said) > 2:
            alias = said[short.end() :] if short else said
        else:
            body_end = title  # part of the name
    organization = view.printed(low, body_end + (1 if shared and body_end == title else 0)).strip("「」")
    post = view.printed(title, core)
    if simplified(post).startswith(("党委", "党组")) and simplified(organization).endswith(
        ("自治区", "省", "市", "县", "镇", "乡", "街道")
    ):
        organization, post = organization + post[:2], post[2:]
    if len(organization) > 60 or _NOT_BODY.search(view.masked[low:body_end]):
        return None
    if _ACTS_FOR.match(simplified(post)):
        attributes = attributes.with_(Attributes(remarks=("代理" if post.startswith("代理") else "代",)))
    return Office(low, end, organization, post, alias, former, attributes)


def attributes_of(words: str) -> Attributes:
    """What a bracket or a clause after a post says: 试用期一年, 挂职时间为一年, 兼, 副主任 (another title), 正处级 …"""
    plain = simplified(words)
    if "试用" in plain and "满" not in plain and "终止" not in plain:
        return Attributes(probation_months=_months(plain)) if _months(plain) else Attributes(remarks=(words,))
    if "挂职" in plain or re.match("(?:时间|期限)", plain):
        months = _months(plain)
        return Attributes(secondment_months=months) if months else Attributes(remarks=(words,))
    if plain in ("兼", "兼职", "兼任"):
        return Attributes(is_concurrent=True)
    if is_post(plain):
        return Attributes(post_alias=words)
    words = re.sub(r"^(?:均|都)?(?:系|为|属)?", "", words)
    if _HELD_BESIDE.match(words) or _IDLE_BRACKET.search(simplified(words)) or not words or len(words) > 30:
        return Attributes()
    return Attributes(remarks=(words,))


def _months(words: str) -> int | None:
    match = _MONTHS.search(words)
    if match is None:
        return None
    if match["count"] == "半":
        return 6 if match["unit"] == "年" else None
    count = han_number(match["count"])
    return None if count is None else count * (12 if match["unit"] == "年" else 1)


# --- bodies that the print leaves out -----------------------------------------------------------------------------------

_COURT = re.compile(r"^.*(?:法院|高院|中院)(?:第[一二三四五六]+分院)?")
_PROCURATORATE = re.compile(r"^.*检察院(?:第[一二三四五六]+分院|[\u4e00-\u9fff]{1,6}分院)?")
_CONGRESS = re.compile(r"^(?P<congress>.*?(?:人大|人民代表大会))(?P<standing>常委会|常务委员会|常务委)?")
_PARTY = re.compile(r"^.*?(?:[省市县区州旗盟]委|中共[\u4e00-\u9fff]{2,12}委员会|[省市县区]党委)")
_GOVERNMENT = re.compile(r"^.*?(?:人民政府|政府|国务院)")
_OTHER_PARENT = re.compile(r"^.*?(?:公安局|公安厅|大学|学院|医院|管理委员会|管委会|军区|武警总队)")
_PLACE = re.compile(
    r"^(?:中共)?(?P<place>.*?(?P<level>[省市县区州盟旗镇乡]))(?=(?P=level)?(?:委|人大|人民|政府|党|政协|纪|监))"
)
_PLACE_LAST = re.compile(r"(?:[省市县区州盟旗镇乡]|街道|党委|党工委|纪委)$")
_ROOTED = re.compile(
    r"^(?:中华|中国|中共|中央|国家|国务院|全国|最高|省|市|县|区|州|盟|旗|镇|乡|自治|武警|共青团|民[革盟建进]|农工|致公|九三|台盟|工商联|驻|原|本|"
    r"[\u4e00-\u9fff]{2,7}?(?:省|自治区|特别行政区|自治州|市|区|县|州|盟|旗|镇|乡|街道)(?!场|政))"
)
_OF_THE_STATE = frozenset(("国务委员", "总理", "副总理", "总书记"))  # of no body named before
_COURT_POSTS = re.compile(r"审判员|审判委员会|人民陪审员|执行员|书记员|检察员|检察委员会")
_HEAD_OF_PLACE = re.compile(r"^(?:代理|代)?(?:常务)?副?(?:省|市|县|区|州|镇|乡|盟|旗)长$")
_PARTY_PART = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,6}部|政法委|[\u4e00-\u9fff]{0,8}办公[室厅]|党校|[\u4e00-\u9fff]{2,8}工委|秘书处|政策研究室|纪委|巡察[\u4e00-\u9fff]{0,4})$"
)
_OFFICE_PART = re.compile(
    r"^(?:[\u4e00-\u9fff]{0,8}(?:办公厅|办公室|研究室|参事室|督查室|信息中心|工作委员会|工委)|[\u4e00-\u9fff]{0,4}秘书处)$"
)
_INNER_UNIT = re.compile(r"(?:支队|大队|分局|系|医学院|研究院|研究所|科|处|室)$")
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
    if same_person and (kept := _kept_for_like(head, body)):
        return before[:kept] + own
    if _ROOTED.match(body):
        return own
    for root in (_COURT.match(head), _PROCURATORATE.match(head)):
        if root and _UNIT.search(body) and not re.search("法院|检察院", body):
            return before[: root.end()] + own
    if not same_person:
        return own
    kept = _kept_for_part(head, body, post)
    return own if kept is None else before[:kept] + own


def inspection_of(office: Office, before: str | None) -> Office:
    """X公司党委委员、纪委书记: within a body that is no place and no committee, the whole title is the post."""
    if simplified(office.organization) != "纪委" or not before:
        return office
    head = simplified(before)
    if _PARTY.match(head) or _GOVERNMENT.match(head) or _PLACE_LAST.search(head):
        return office
    return replace(office, organization="", post=office.organization + office.post)


def _kept_for_title(head: str, post: str) -> int | None:
    """How much of the body before goes on where only a title is printed: all of it, the court, or the place."""
    if post in _OF_THE_STATE:
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
