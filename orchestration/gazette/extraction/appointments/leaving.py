"""Acts that take a person out of a post: 免去A的X职务, 接受A辞去X职务的请求, A不再担任X."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.dividing import (
    HOLDS_POST,
    LEVEL_START,
    begins_with_place,
    may_name_another,
    undivided,
)
from orchestration.gazette.extraction.appointments.entering import is_heading
from orchestration.gazette.extraction.appointments.names import person, persons, subjects
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import MASK, title_start
from orchestration.gazette.lexicon.regions import split_prefix

REASON = re.compile(
    r"(?P<reason>(?:因|由于)[^，。；]{2,20}?(?:的?原因)?)(?=$|分别|提出|请求|申请|要求|自愿|而|辞去|辞任|不再)"
)
_FIRST_REASON = re.compile(r"(?:因|由于)[^，。；]{2,14}?(?:原因|变动|调整|需要|退休|到龄)")
PRONOUN = re.compile(r"^(?:其|他|她)(?:兼任|所任|担任|所担任|原任|现任)?的?")
OWNED = re.compile(r"(?:所任|所担任|所兼任|担任|兼任|原任|现任)?的")
_HELD_ITEM = re.compile(
    r"(?P<name>[^，。；的]{2,9}?)(?:同志)?(?P<held>现任|兼任|所任|原任|担任|现兼|所兼)的?(?=[^，。；]{2,60}职务)"
)
_ONLY_POST = re.compile(rf"(?:领导|党内外|一切|全部|所有|党政|行政)?职务{MASK}*$")
_HOLDER = re.compile(rf"(?P<holder>[^的]{{4,60}}?)(?:同志)?职务{MASK}*$")
_TURNS_TO = re.compile(
    r"(?P<who>[\u4e00-\u9fff·]{2,9}?(?:同志|先生|女士)?)"
    r"(?:另有任用|因|由于|已?到龄|已?达到?|年满|退休|调离|工作调动|(?:任职|聘任|试用|挂职)?(?:任期|期限|期|聘期)(?:已?满|结束))"
)
_TOLD_OF = re.compile(
    r"(?:鉴于|由于|因|(?:决定)?(?:授予|给予|批准|同意))?(?P<who>[\u4e00-\u9fff·]{2,9}?)(?:同志|先生|女士)(?=[\u4e00-\u9fff]{2})"
)
_MAY_TURN = re.compile("[用因于龄达满休离动束]")  # one of these is in each such word
_COURTESY = re.compile("同志|先生|女士")
_TAKES_UP = re.compile("(?:兼|调|改|转|出|担|挂)?任(?!的)|为|当选")  # A同志任X is no removal, whatever goes before
_JOINED_ON = re.compile(r"(?:并|也|同时|随后|随即|后|还|先后|已){0,3}被")
_HELD_IN = re.compile(r"其(?:在(?P<body>[^，。；：]{2,20}?))?(?:以[^，。；：]{2,12}方式)?(?:担任|出任|所任)的?")
_ASKED_BY = re.compile(r"应(?P<who>[^，。；：]{2,9}?)(?:本人)?的?(?:请求|要求|申请)$")
_PUNISHED = re.compile("(?:.*给予|对)(?P<who>[^，。；：]{2,30}?)(?:同志)?")
_PROPOSES = re.compile("提议|建议|提请")  # 提议A不再担任X
_UNIT = re.compile(r"[\u4e00-\u9fff]{2,3}[处科室部股]")
_ENDS_WITH_POST = re.compile(r"[^，。；：\n]{4,120}?职务")
_UNCLEAR_HOLDER = "a name may stand before the post, but is not told from it: look the act up"
_UNCLEAR_POST = "the post that ends is not read: look the act up"


def remove(builder: Builder, token: Token, after: int, lead: str) -> None:
    """After a verb of removing, whose act is open."""
    state, view = builder.state, builder.view
    assert state.act is not None
    if is_heading(builder, token, after):
        builder.begin_list(state.act)
        return
    start = after + (1 if view.masked.startswith("了", after) else 0)
    if re.fullmatch(rf"(?:的|所任|其)?职务{MASK}*", view.masked[start : token.end]):
        # …副主任袁某留党察看一年处分、免去职务: the post is the title said before in the sentence.
        if state.held is not None:
            for one in state.held.persons:
                builder.titled(state.act, [one], one.title_start or one.start, token.end)
            state.held = None
        return
    if (punished := _PUNISHED.fullmatch(lead)) and (end := view.masked.rfind("处分", start, token.end)) > 0:
        named = persons(view, token.start + punished.start("who"), token.start + len(lead), True)
        if named:  # 给予A撤销X局局长职务处分
            builder.join(state.act, named, token.start, start, end)
        return
    if lead.endswith("被"):
        named = subjects(view, token.start, token.start + len(lead) - 1)
        if named is None and _JOINED_ON.fullmatch(lead):
            named = state.subject  # X书记A因…，受到警告处分，并被免去X书记职务
        if named and not builder.tells_a_life(token.start):
            builder.join(state.act, named, token.start, start, token.end)
        state.act = None
        return
    removed(builder, token, start, token.end)


def removed(builder: Builder, token: Token, start: int, end: int) -> bool:
    """Persons, 的, posts: 孙某的淄博市医疗保障局局长职务; or a title, a name, 的职务."""
    state, view = builder.state, builder.view
    act = state.act
    assert act is not None
    rest = view.masked[start:end]
    pronoun = PRONOUN.match(rest)
    if pronoun and (subject := state.subject or state.told):
        return builder.join(act, subject, builder.opening(start), start + pronoun.end(), end)
    for owned in OWNED.finditer(rest):
        named = persons(view, start, start + owned.start(), act.remark in acts.LOOSE)
        if named is None:
            continue
        post_start = start + owned.end()
        if _ONLY_POST.match(view.masked[post_start:end]):
            builder.titled(act, named, start, end)
            return True
        if builder.join(act, state.pending + named, builder.opening(start), post_start, end):
            if "兼" in owned[0]:
                builder.concurrent()
            return True
        if "职务" in rest[owned.end() :] and "代表职务" not in rest:
            builder.unclear(start, end, "act_unclear", _UNCLEAR_POST)
            return True
    holder = _HOLDER.match(rest)
    one = person(view, start, start + holder.end("holder"), True) if holder else None
    if one is not None and one.title_start is not None:  # 免去县教育局局长C（同志）职务
        builder.titled(act, [one], start, end)
        return True
    courtesy = _COURTESY.search(rest)
    if courtesy and courtesy.start() and _TAKES_UP.match(rest, courtesy.end()) is None:
        named = persons(view, start, start + courtesy.start(), False)
        if named and builder.join(act, state.pending + named, builder.opening(start), start + courtesy.end(), end):
            return True
    named = persons(view, start, end, False)
    if named and token.after in ("、", "，") and all(one.title_start is None for one in named):
        state.pending.extend(named)
        return True
    is_listed = builder.list_act is not None and "职务" not in rest  # 国务院总理A under a list: who signed it
    if named and named[0].title_start is not None and token.after != "、" and not is_listed:
        builder.titled(act, named, start, end)
        return True
    if state.subject and token.before == "，" and builder.list_act is None and _names_nobody(builder, start, end):
        return builder.join(act, state.subject, builder.opening(start), start, end)  # A任X局局长，免去Y局局长职务
    return undivided(builder, act, start, end)


def goes_on(builder: Builder, token: Token) -> bool:
    """A further item under a removal that is still open: …，B的Y职务."""
    words = builder.view.masked[token.start : token.end]
    is_item = builder.list_act is not None and token.before in ("", "；", "：")
    if "的" not in words and "同志" not in words and not is_item:
        return False
    return removed(builder, token, token.start, token.end)


def another(builder: Builder, token: Token) -> bool:
    """免去A县委副书记职务，B县环保局副局长职务: the item behind the comma begins with its own holder, as the first does."""
    state = builder.state
    if token.before != "，" or state.act is None or not may_name_another(builder, token.start, token.end):
        return False
    if not _ENDS_WITH_POST.match(builder.view.masked, token.start):
        return False
    if not undivided(builder, state.act, token.start, token.end):
        builder.unclear(token.start, token.end, "name_unclear", _UNCLEAR_HOLDER)
        state.item = Item(state.act, [], token.start, is_undivided=True)  # further posts go to nobody, the list goes on
    return True


def turns_to(builder: Builder, token: Token) -> None:
    """李大明同志另有任用，…; 李大明任职期满，…: of whom the next clauses tell that they leave."""
    words = (builder.view.masked, token.start, token.end)
    if (told := (_COURTESY.search(*words) and _TOLD_OF.match(*words)) or _ASKED_BY.match(*words)) is not None:
        builder.state.told = persons(builder.view, *told.span("who"), True) or []
    if _MAY_TURN.search(builder.view.masked, token.start, token.end) is None:
        return
    turns = _TURNS_TO.match(builder.view.masked, token.start, token.end)
    named = persons(builder.view, *turns.span("who"), True) if turns else None
    if named:
        builder.state.subject = named


def _names_nobody(builder: Builder, start: int, end: int) -> bool:
    """Whether no name can stand between the verb and a post with 职务: it begins with a place or a level, or is short (综合处处长)."""
    rest = builder.view.masked[start:end]
    if "的" in rest or "同志" in rest:
        return False
    if not HOLDS_POST.match(builder.view.masked, start) and title_start(rest.rstrip(MASK + " ")) is None:
        return False
    place = split_prefix(rest[:12], None)
    if (place is not None and rest.startswith(place[0].name)) or LEVEL_START.match(rest):
        return True
    if begins_with_place(builder, start, end):
        return True
    found = offices(builder.view, start, end) or []
    is_unit = any(_UNIT.fullmatch(office.organization) for office in found[:1])
    return is_unit and not any(is_name(rest[:size]) for size in (2, 3))


def listed(builder: Builder, token: Token) -> bool:
    """An item of a list of removals that names the holder first: A现任X部部长职务."""
    view, act = builder.view, builder.list_act
    if act is None or act.action != "remove" or token.before not in ("", "；", "，"):
        return False
    held = _HELD_ITEM.match(view.masked, token.start, token.end)
    if held is None:
        return False
    named = persons(view, *held.span("name"), False)
    if named is None or not builder.join(act, named, token.start, held.end(), token.end):
        return False
    if "兼" in held["held"]:
        builder.concurrent()
    return True


def end_probation(builder: Builder, token: Token, after: int) -> None:
    """终止A的X试用期."""
    builder.state.act = Act("remove", "end_of_probation", "终止试用期")
    tail = re.search(rf"的?试用期(?:{MASK}|职务)*$", builder.view.masked[after : token.end])
    if tail is not None:
        removed(builder, token, after, after + tail.start())


def cease(builder: Builder, token: Token, verb: int, after: int) -> None:
    """A不再担任X职务, and …，不再担任X职务 of the persons of the clause before."""
    state, view = builder.state, builder.view
    reason = _FIRST_REASON.match(view.masked, token.start, verb)
    start = reason.end() if reason else token.start
    motion = _PROPOSES.match(view.masked, start, verb)
    start = motion.end() if motion else start
    word_end = after
    if held := _HELD_IN.match(view.masked, after):
        after = held.end()  # 终止其在X担任Y之职务
        builder.last_organization = view.printed(*held.span("body")) if held["body"] else builder.last_organization
    lead = view.masked[start:verb]
    said = reason[0] if reason else state.reason
    named = subjects(view, start, verb) if lead else None
    if named is None:
        inner = REASON.search(lead)
        named = persons(view, start, start + inner.start(), True) if inner and inner.start() else None
        if named is not None and inner is not None:
            said = inner["reason"]
        elif lead and not re.fullmatch(r"(?:其|同时|并|且|他|她|将|亦|也|则)+|因[^，]{0,12}", lead):
            return
        named = named or state.subject or state.told
    if not named or builder.tells_a_life(token.start):
        return
    words = (motion[0] if motion else "") + view.text[verb:word_end]
    act = Act("remove", "ceases_to_hold", words, motion is not None, reason=said)
    if lead and token.before == "、":  # A、B不再担任X
        named = state.pending + named
    opening = min([token.start, *(waiting.start for waiting in named)]) if lead else token.start
    state.pending, state.pending_start = [], opening
    builder.join(act, named, opening, after, token.end)
