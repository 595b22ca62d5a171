"""Acts told of persons by their titles: X局局长A、副局长B均被免职, 给予X主任A撤职处分, 新任命的X局局长A, 同意X局局长A辞职."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import Person, person, persons
from orchestration.gazette.extraction.appointments.offices import Office, offices
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import title_start

_NEWLY = re.compile(r"新(?:任命|当选|任职|提拔任用)的")
# 新任X局局长为A; without 为 only where the clause announces who is new.
_NEW_HOLDER = re.compile(r"(?:新任|新一任)(?P<post>[^为]{3,40}?)为(?P<name>[\u4e00-\u9fff·]{2,9})(?:先生|女士)?$")
_NEW_TITLED = re.compile(r"新任(?=[^的为]{5,40}$)")
_ANNOUNCES = re.compile(r"(?:宣布|公布)[^。；]{0,12}人事")
# What may follow a name in 新任命的X局局长A作表态发言: else nobody knows where the name ends.
_BEHIND_NAME = re.compile(
    r"(?:同志|等|和|颁发|颁|作了|作表态|作任|做|进行|依法|向|面向|表示|发言|表态|说|代表|在|上台|分别|走上|宣读|宣誓)"
)
_FARTHEST = 160  # characters of one list of holders
_BEFORE = re.compile(r"给予|责令|责成|同意|接受|批准|决定|对|将|依法|依规|经研究")
_ADVERBS = re.compile(
    r"(?:(?:今|昨|前|当)[天日晚]|[上下]午|凌晨|早上|中午|晚[间上]|深夜|[日近]前|近日|同日|(?:于)?(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}日|分别|[均都已也亦则又还即]|[随当]即|立即|同时|一并|依法|先行|先期|引咎|主动|自愿|提出|等\d*[名人位]*)+$"
)


def penalised(builder: Builder, token: Token) -> bool:
    """给予X主任Y警告处分: no act, but its holder may lose the post in the next clause."""
    penalty = acts.PENALTY.search(builder.view.masked, token.start, token.end)
    if penalty is None:
        return False
    one = _holder(builder, token.start, penalty.start())
    if one is not None:
        builder.state.subject = [one]  # 给予A开除党籍处分，撤销其X局局长职务
    if one is None or one.title_start is None:
        return False
    builder.state.held = Item(Act("remove", "removal_with_penalty"), [one], one.title_start)
    return True


def dismiss(builder: Builder, token: Token, verb: int, word: str) -> None:
    """给予X科长Y撤职处分; X局局长Y、副局长Z均被免职; 同意X局局长Y辞职. ``word`` goes to the remark."""
    _enter(builder, Act("remove", "dismissal", word), token, verb, _opening(builder, token))


def newly_appointed(builder: Builder, token: Token) -> bool:
    """新任命的X局局长A、Y局局长B: an act of the same meeting; where the text tells it in full, a repetition."""
    newly = _NEWLY.search(builder.view.masked, max(builder.state.start, token.start - _FARTHEST), token.end)
    if newly is None or (newly.start() < token.start and token.before != "、"):
        return False
    low = max(newly.end(), token.start)
    for high in range(min(token.end, low + _FARTHEST), low + 3, -1):
        if high < token.end and not _BEHIND_NAME.match(builder.view.masked, high):
            continue
        one = person(builder.view, low, high, True)
        if one is None or one.title_start is None or one.end != high:
            continue
        found = offices(builder.view, low, one.start)
        if found:
            builder.state.pending_start = None
            builder.titled(Act("appoint", "newly_appointed"), [one], low, one.end)
            return True
    return False


def new_holder(builder: Builder, token: Token) -> bool:
    """新任X部部长为A、新任Y局局长B: who holds a post newly, where the sentence announces it."""
    view, low = builder.view, token.start
    if not view.masked.startswith("新", low):
        return False
    held = _NEW_HOLDER.match(view.masked, low, token.end)
    if held is None and (_ANNOUNCES.search(view.masked, builder.state.start, low) is None):
        return False
    if held is not None:
        found = offices(view, *held.span("post"))
        named = persons(view, *held.span("name"), True)
        if not found or not named or builder.tells_a_life(low):
            return False
        item = Item(Act("appoint", "new_holder"), named, low)
        builder.add(item, found)
        return True
    newly = _NEW_TITLED.match(view.masked, low, token.end)
    one = person(view, newly.end(), token.end, True) if newly else None
    if one is None or one.title_start is None:
        return False
    builder.state.pending_start = None
    builder.titled(Act("appoint", "new_holder"), [one], low, one.end)
    return True


def _opening(builder: Builder, token: Token) -> int:
    """Where the list of holders begins that ends before the verb: behind the last mark that is no 、; at 对 of the clause."""
    masked, low = builder.view.masked, max(builder.state.start, token.start - _FARTHEST)
    clause = max([low, *(masked.rfind(mark, low, token.start) + 1 for mark in "；：“”《》")])
    if masked.startswith("对", clause):
        return clause
    opening = max(clause, masked.rfind("，", low, token.start) + 1)
    while opening > clause:  # X书记A，Y镇长B，Z所长C免职: what stands before the comma ends with a holder too
        comma = opening - 1
        before = max(clause, masked.rfind("，", clause, comma) + 1)
        one = person(builder.view, max(before, masked.rfind("、", before, comma) + 1), comma, True)
        if one is None or one.title_start is None:
            break
        opening = before
    return opening


def _enter(builder: Builder, act: Act, token: Token, verb: int, low: int) -> None:
    """A row for each holder of [low, verb) and each of the titles before the name; 、 joins titles and holders."""
    view, state = builder.view, builder.state
    adverbs = _ADVERBS.search(view.masked, low, verb)
    high = adverbs.start() if adverbs else verb
    before = list(_BEFORE.finditer(view.masked, low, high))
    low = before[-1].end() if before else low
    waiting: list[Office] = []
    last: list[Office] = []
    opening = low
    at = low
    for piece in re.split("[、，]", view.masked[low:high]):
        start, end = view.trim(at, at + len(piece))
        at += len(piece) + 1
        one = person(view, start, end, True)
        if one is None:
            title = title_start(view.masked[start : view.unbracketed_end(start, end)])
            found = offices(view, start, end) if title is not None else None
            waiting = waiting + found if found else []
            continue
        own = offices(view, one.title_start, one.start) if one.title_start is not None else None
        held = waiting + (own or [])
        if not held and is_name(view.masked[start:end]):
            held = last  # 副局长A、B均被免职: both
        waiting = []
        if held:
            state.pending_start = None
            item = Item(act, [one], held[0].start if held is not last else one.start)
            builder.add(item, held)
            for row in item.rows:
                row.start, row.end = min(row.start, opening), max(row.end, token.end)
        last = held


def _holder(builder: Builder, start: int, end: int) -> Person | None:
    given = builder.view.masked.rfind("给予", start, end)
    return person(builder.view, given + 2 if given >= 0 else start, end, True)
