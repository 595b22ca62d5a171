"""Acts that are only announced beforehand: 王静，女，…，现任X副局长，拟任X局长."""

from __future__ import annotations

import re
from itertools import pairwise

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import Person, persons
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts

_OF_A_LIFE = re.compile(
    r"男|女|[\u4e00-\u9fff]{1,5}族|\d{4}年|\d{2}岁|现任|现为|中共|籍贯|[\u4e00-\u9fff]{2,8}人(?:$|，)"
)
_FIXED = re.compile(
    "(?:经?[^，。；：]{0,6}确定)?(?P<who>[^，。；：为]{2,12})为(?P<post>[^，。；：]{3,40}?)(?P<word>拟任)人选"
)
_NOMINATED = re.compile("(?:他|她|其)被(?P<word>提名)(?:为|担任)(?P<post>[^，。；：]{3,40})")
_LONGEST_LIFE = 600  # characters between a name and what its holder is to become


def proposed(builder: Builder, token: Token) -> bool:
    """王静，女，…，现任X副局长，拟任X局长: announced beforehand, of the person that the clause or the line begins with."""
    view, state = builder.view, builder.state
    planned = acts.PROPOSED.search(view.masked, token.start, token.end)
    if planned is None or view.masked.startswith("人选", planned.end()):
        return _candidate(builder, token)
    named: list[Person] | None = None
    line = max(view.text.rfind("\n", 0, token.start) + 1, token.start - _LONGEST_LIFE)
    tokens = [one for one in view.tokens(line, token.start) if one.end < token.start]
    if planned.start() > token.start:
        named = persons(view, token.start, planned.start(), True)
        if named is None:
            return False
        for one in reversed(tokens):  # X副市长A、B拟任Z
            joined = persons(view, one.start, one.end, True) if one.after == "、" else None
            if joined is None:
                break
            named = [*joined, *named]
    else:
        if tokens and token.before == "，":
            named = persons(view, tokens[-1].start, tokens[-1].end, True)
        named = named or _told_of(builder, tokens)
    if not named:
        return False
    act = Act("appoint", "proposed", planned[0], is_motion=True)
    if not builder.join(act, named, named[0].start, planned.end(), token.end):
        return False
    state.act, state.subject = act, named
    return True


def _candidate(builder: Builder, token: Token) -> bool:
    """确定A为X局局长拟任人选; …A，他被提名为X主席候选人, of whom the clause before tells."""
    view, state = builder.view, builder.state
    if not view.masked.endswith(("人选", "候选人"), token.start, token.end):
        return False
    said = _FIXED.fullmatch(view.masked, token.start, token.end)
    if said is not None:
        named = persons(view, *said.span("who"), True)
    else:
        said = _NOMINATED.fullmatch(view.masked, token.start, token.end)
        tokens = [one for one in view.tokens(state.start, token.start) if one.end < token.start]
        named = persons(view, tokens[-1].start, tokens[-1].end, True) if said and tokens else None
    if said is None or not named:
        return False
    act = Act("appoint", "proposed", said["word"], is_motion=True)
    if not builder.join(act, named, named[0].start, *said.span("post")):
        return False
    state.act, state.subject = act, named
    return True


def _told_of(builder: Builder, tokens: list[Token]) -> list[Person] | None:
    """Whom the clauses before tell of: 1963年出生的A，现任…, or the person that a line begins with: A，男，1963年生，…."""
    view = builder.view
    for one in reversed(tokens):
        if one.start < builder.state.start:
            break
        if "的" in view.masked[one.start : one.end] and (named := persons(view, one.start, one.end, True)):
            return named
    for one, following in reversed(list(pairwise(tokens))):
        if one.before not in ("", "；", "："):
            continue
        named = persons(view, one.start, one.end, True)
        if named and _OF_A_LIFE.match(view.masked, following.start, following.end):
            return named
    return None
