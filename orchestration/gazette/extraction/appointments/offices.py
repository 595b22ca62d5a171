"""Posts where an act's grammar puts them: body, alias, title, and what brackets add (试用期一年, 兼职, 挂职 …)."""

from __future__ import annotations

import re
from dataclasses import replace

from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.dates import han_number
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import MASK, is_post, shares_head, title_start
from orchestration.gazette.record_class import record

_TAIL = re.compile(
    rf"(?:的?(?:职务|职级|一职|之职务?|职位)(?:{MASK}*)(?:的?(?:请求|申请|请示|报告))?(?:的?(?:决定|议案|决议|批复|通知|公告))?|的?提名$|的(?:请求|申请|决定|议案|决议)[^，。；]{{0,12}}|人选|候选人|等(?:职[务位]?)?$|等(?:有关|相关)?(?:人事)?(?:任免|任职)?(?:事项|议案|决定))+(?P<masks>{MASK}*)$"
)
_LEAD = re.compile(
    rf"^(?P<label>{MASK}+)|^(?P<concurrent>兼任|兼)的?|^其?(?:所任|担任|原任|现任|挂任|所担任|所兼任|任|继续担任)的?|^(?:新一任|新任|首任)|^(?P<acting>代理)(?=[\u4e00-\u9fff]{{4}})"
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
_BODY = re.compile(
    r"(?:局|委|办|厅|部|处|署|院|所|站|队|馆|台|社|会|组|行|中心|政府|公司|集团|学校|大学|学院|办公室|街道|园区|库|基地)$"
)
_IDLE_BRACKET = re.compile(
    r"草案|简称|附后|附件|下同|相关(?:报道|新闻|链接)|点击|详见|记者|[表投]?票|如图|^图|简历|^[右左中上下]$"
)
_OF_COMMITTEE = re.compile("党委副?秘书长")  # of the committee itself, never of the body it leads
_ACTS_FOR = re.compile("代(?![表办])")
_HELD_BESIDE = re.compile(r"兼任?(?=.{3})")
_SHORT_FOR = re.compile(r"(?:以下|下称|下)?(?:简称|称)：?[“「]?")
_NOT_BODY = re.compile(
    r"^保留|^享受|选出|^(?:并|还)?同时|\d+[位名](?!女)|[，。；：]|(?:[局部处院市省县区厅司科校会行]长|主任|书记|主席)[\u4e00-\u9fff]{2,4}(?:[及和与任辞 ]|不再|当选|代理)|次会议|通过|同志|职务|任命|免去|决定|出席|主持|提名|此前|前(?:[是为系曾]|担任)|(?:第[一二三]|首|唯一)位|分管|产生|\d+[位名]$|的$|[整级]为|接替|接任|继任|(?<!责)任$"
)


@record(frozen=True, slots=True)
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


_NOTHING_SAID = Attributes()


@record(frozen=True, slots=True)
class Office:
    """One post as printed: ``organization`` without 原 ("" where the print leaves it out), ``post``, and the whole span."""

    start: int
    end: int
    organization: str
    post: str
    organization_alias: str | None = None
    is_former: bool = False
    attributes: Attributes = _NOTHING_SAID


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
    attributes = _NOTHING_SAID
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
    is_of_place = simplified(post).startswith(("党委", "党组")) and simplified(organization).endswith(
        ("自治区", "省", "市", "县", "镇", "乡", "街道")
    )
    if is_of_place or (not organization and _OF_COMMITTEE.fullmatch(simplified(post))):
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
