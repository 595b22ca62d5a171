"""Posts that end by themselves or with another: A的X职务自然免除, 其Y职务相应终止, B的代表资格终止，Z职务相应终止."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.leaving import OWNED, PRONOUN, removed
from orchestration.gazette.extraction.appointments.names import Person, person, persons
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts

# B的代表资格终止，X委员会委员职务相应终止: the office is lost with the seat.
_SEAT_ENDS = re.compile(
    r"(?P<holder>[^，。；：、的]{2,12})的(?:[^，。；：]{0,30})?代表资格(?:自行|相应|依法|随之)?终止[，、]?(?:其)?$"
)

_LISTED = re.compile(r"(?:下列|以下|如下)(?:同志|人员|干部)(?:的?原任|原|的|所任|担任的)*职务")
_ONLY_POST = re.compile("(?:原|所任)?职务$")
_SEAT_IS_ENDED = re.compile(r"终止了?(?P<holder>[^，。；：、的]{2,12})的(?:[^，。；：]{0,30})?代表资格[，、]$")


def lapsed(builder: Builder, token: Token) -> bool:
    """X的原Y职务自然免除, 其Z职务相应终止: ends by itself, whatever the heading says."""
    view, state = builder.view, builder.state
    low = token.start
    lapse = acts.LAPSE.search(view.masked, low, token.end)
    if lapse is None:
        return False
    act = Act("remove", "lapse", is_automatic=True)
    end = lapse.start()
    verb = acts.VERB.search(view.masked, low, end)
    if verb is not None and verb["remove"]:
        low = verb.end()
    rest = view.masked[low:end]
    count = len(builder.rows)
    state.pending_start = None
    if _LISTED.fullmatch(rest) and token.after in ("：", ""):
        builder.begin_list(act)
        state.act = act
        return True
    pronoun = PRONOUN.match(rest)
    found = offices(view, low, end) if "的" not in rest else None
    if state.held is not None and found:
        held, state.held = state.held, None
        builder.rows += held.rows
        builder.add(held, found)
    elif pronoun and (subject := state.subject or _of_a_seat(builder, low)):
        builder.join(act, subject, low, low + pronoun.end(), end)
    elif (
        found and rest.startswith("原") and state.subject and (state.item is None or state.item.act.action == "appoint")
    ):
        builder.join(act, state.subject, low, low, end)  # A任X局局长，原Y局局长职务自然免除
    elif found and (holder := _of_a_seat(builder, low)):
        builder.join(act, holder, low, low, end)
    elif found and state.item is not None and state.item.act.action == "remove":
        builder.add(state.item, found)
        for row in state.item.rows:
            row.is_automatic = True
    else:
        for owned in OWNED.finditer(rest):
            named = persons(view, low, low + owned.start(), False)
            if named and named[0].title_start is not None and _ONLY_POST.match(rest, owned.end()):
                for one in (*_titled_before(builder, token), *named):
                    builder.titled(act, [one], one.start if one.title_start is None else one.title_start, end)
                break
            if named and builder.join(act, state.pending + named, builder.opening(low), low + owned.end(), end):
                if state.held is not None:  # A担任的X、B担任的Y职务相应终止
                    builder.rows += state.held.rows
                    state.held = None
                break
        if len(builder.rows) == count and "的" not in rest:  # 原任X主任A职务自然免除
            state.act = act
            removed(builder, token, low, end)
    for row in builder.rows[count:]:
        row.is_automatic = True
        row.end = max(row.end, lapse.end())
    return len(builder.rows) > count


def _titled_before(builder: Builder, token: Token) -> list[Person]:
    """原甲局局长A、原乙局局长B的职务自然免除: those who stand with their titles before the last."""
    found: list[Person] = []
    before = token.before
    for one in reversed(list(builder.view.tokens(builder.state.start, token.start))):
        holder = person(builder.view, one.start, one.end, True) if before == "、" else None
        if holder is None or holder.title_start is None:
            break
        found.insert(0, holder)
        before = one.before
    return found


def _of_a_seat(builder: Builder, end: int) -> list[Person] | None:
    """Whose seat as a deputy ends in the clause before ``end``, which takes an office with it."""
    masked, start = builder.view.masked, builder.state.start
    before = _SEAT_ENDS.search(masked, start, end) or _SEAT_IS_ENDED.search(masked, start, end)
    return persons(builder.view, *before.span("holder"), True) if before else None


def holds(builder: Builder, token: Token) -> bool:
    """王某的X委员、 … before 职务自然免除 in a later token: kept until the word comes that ends them."""
    state, view = builder.state, builder.view
    words = view.masked[token.start : token.end]
    if token.after != "、":
        return False
    pronoun, owned = PRONOUN.match(words), OWNED.search(words)
    named: list[Person] | None = None
    start = token.start
    if pronoun and state.subject:
        named, start = state.subject, start + pronoun.end()
    elif owned:
        named, start = persons(view, start, start + owned.start(), True), start + owned.end()
    found = offices(view, start, token.end) if named else None
    if not named or not found:
        return False
    item = Item(Act("remove", "lapse", is_automatic=True), named, token.start)
    count, before = len(builder.rows), (state.item, state.subject)
    builder.add(item, found)
    del builder.rows[count:]
    state.item, state.subject = before
    state.held = item
    return True
