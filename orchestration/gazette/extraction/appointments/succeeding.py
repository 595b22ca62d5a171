"""Who takes over from whom: A卸任X局局长，由B接任; X董事长一职，由A出任; A接替B任X局局长."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.announced import of_announcer, without_when
from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import Person, person, persons, subjects
from orchestration.gazette.extraction.appointments.offices import Office, offices
from orchestration.gazette.extraction.appointments.rows import Act, Item
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.posts import TASK_SEATS

_VERBS = ("接任", "继任", "出任", "担任", "兼任", "接替")
_SUCCEEDS = re.compile(
    r"(?:其?遗缺|所遗职务|其职务|该职务?|[\u4e00-\u9fff]{0,4}职缺)?(?:将|改)?由(?P<who>[^，。；：]{2,30}?)"
    r"(?:[接继]任|(?P<plain>[出担兼]任|接替))"
)
_TAKES_OVER = re.compile(r"(?P<who>[\u4e00-\u9fff·]{2,4}?)(?:将|随后)?[接继]任")  # A卸任X，B接任
_HELD_BY = re.compile(r"(?P<post>[^，。；：]{3,60}?)?(?:将|改)?由(?P<who>[^，。；：由]{2,30}?)(?:[出担兼接继]任)")
_ANNOUNCED = re.compile("宣布|公布")
_TOLD_AS_NEWS = re.compile("宣布|公布|人事|决定|任免|任命|换[人帅]")
# Who does what in a body that is set up, or by its rules, is a division of work.
_DIVIDES = re.compile(
    "成立|组建|设立|章程|规定|轮流|一般|应当?|领导小组|指挥部|专班|组委会|筹[备委]|分工|工作组|一直|原"
)
_GIVES_WAY = re.compile(
    r"(?P<who>[^，。；：]{2,12}?)(?:[则已]|同时)?(?P<word>卸任|不再担任(?=[该此上]))(?:[该此]职务?|上述职务)?"
)
_LEAVES = re.compile(r"(?:将|即将|已|因|请求|请辞|辞职|离任|退休|卸任|另有)")


def succeeds(builder: Builder, token: Token) -> bool:
    """A卸任X局局长，（遗缺）由B接任: the post that the clause before tells as left, by an act or by its holder's title."""
    view, state = builder.view, builder.state
    if not view.masked.endswith(_VERBS, token.start, token.end):
        return False
    follows = _SUCCEEDS.fullmatch(view.masked, token.start, token.end) or _TAKES_OVER.fullmatch(
        view.masked, token.start, token.end
    )
    if follows is None or token.before not in ("，", "；"):
        return _held_by(builder, token)
    named = persons(view, *follows.span("who"), True)
    line = view.masked.rfind("\n", 0, token.start) + 1
    is_announced = _ANNOUNCED.search(view.masked, line, token.start) is not None
    if not named or (builder.tells_a_life(token.start) and not is_announced):
        return False
    act = Act("appoint", "succeeds")
    if state.item is not None and state.item.act.action == "remove" and state.item.rows:
        rows = state.item.rows
        left = [row for row in rows if row.person is rows[-1].person]
        held = [Office(token.start, token.end, row.organization or "", row.post) for row in left]
        builder.add(Item(act, named, token.start), held)
        return True
    if follows.re is _TAKES_OVER or follows["plain"]:  # only of a post that an act before leaves, or that is named
        return _held_by(builder, token)
    clause = max(view.masked.rfind(mark, state.start, token.start - 1) + 1 for mark in "，；：。\n")
    clause = max(clause, state.start) + (view.masked[max(clause, state.start)] in "而但")
    leaves = _LEAVES.search(view.masked, clause, token.start)
    before = person(view, clause, leaves.start(), True) if leaves else None
    found = offices(view, before.title_start, before.start) if before and before.title_start is not None else None
    if not found:
        return False
    builder.add(Item(act, named, named[0].start), found)
    return True


def gives_way(builder: Builder, token: Token) -> bool:
    """A任X局局长，B卸任（不再担任该职务）: the post that the clause before gives to A, and to nobody else."""
    view, item = builder.view, builder.state.item
    if token.before != "，" or item is None or item.act.action != "appoint" or item.act.is_motion:
        return False
    leaves = _GIVES_WAY.fullmatch(view.masked, token.start, token.end)
    if leaves is None:
        return False
    named = persons(view, *leaves.span("who"), True)
    if not named or not item.rows or len(item.persons) > 1 or builder.tells_a_life(token.start):
        return False
    held = [Office(token.start, token.end, row.organization or "", row.post) for row in item.rows]
    builder.add(Item(Act("remove", "gives_way", leaves["word"]), named, token.start), held)
    return True


def _held_by(builder: Builder, token: Token) -> bool:
    """X公司董事长、党委书记（一职），由A出任: posts alone before who takes them, where the line announces acts."""
    view, state = builder.view, builder.state
    held = _HELD_BY.fullmatch(view.masked, token.start, token.end)
    named = persons(view, *held.span("who"), True) if held else None
    if held is None or not named:
        return False
    line = view.masked.rfind("\n", 0, token.start) + 1
    if _TOLD_AS_NEWS.search(view.masked, line, token.start) is None or builder.tells_a_life(token.start):
        return False
    if _DIVIDES.search(view.masked, state.start, token.end):
        return False
    found = _posts(builder, *held.span("post")) if held["post"] else []
    if found is None:
        return False
    wanted, opening = ("、" if held["post"] else "，"), token.start
    for one in reversed(list(view.tokens(state.start, token.start))):
        if one.after != wanted:
            break
        more = _posts(builder, one.start, one.end)
        if more is None:
            return False
        found, opening, wanted = more + found, one.start, "、"
    if any(simplified(office.post) in TASK_SEATS for office in found):
        return False  # 项目总指挥由A担任: who does what
    if found:
        of_announcer(builder, None, opening - 1, found)
    if not found or not (found[0].organization or builder.last_organization):
        return False
    item = Item(Act("appoint", "succeeds"), named, opening)
    builder.add(item, found)
    for row in item.rows:
        row.end = token.end
    return True


def _posts(builder: Builder, start: int, end: int) -> list[Office] | None:
    """Posts of which no holder is named."""
    return offices(builder.view, start, end) if person(builder.view, start, end, True) is None else None


def replacing(builder: Builder, start: int, end: int) -> list[Person] | None:
    """A接替B before the word for what A becomes: A, or with nobody printed whom the clause before tells of."""
    view = builder.view
    at = view.masked.find("接替", start, end)
    if at < 0 or persons(view, at + len("接替"), end, True) is None:
        return None
    will = without_when(view.masked, start, at)
    return subjects(view, start, will) if will > start else builder.state.subject or None
