"""Who rises from one post to another where the text tells it as decided: A由X省长升任Y省委书记, A由X副主任升为主任."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import persons, subjects
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.extraction.appointments.view import Token

_RISES = re.compile("(?:晋升|擢升)[为任]?|升[为任]")
# A life tells the same in the same words: only what a report says was decided is an act.
_DECIDED = re.compile("公布|宣布|决定|任免|任命|人事(?:调整|变动|消息)")
_RUMOUR = re.compile(
    "消息[指称说传]|据传|传闻|盛传|外界|猜测|预[计料]|料将|可能|有望|可望|或[将会]?(?=[由从调升晋出转])|[拟将]"
)
_PAST = re.compile(r"\d{4}年|去年|前年|当年|同年|曾|此前|之前|历任|先后|后来|其后|随后|随即|开始|简历|履历")
_FARTHEST = 80  # characters of a name with the post before it
_BY = re.compile("[由从]")


def promoted(builder: Builder, token: Token) -> bool:
    """A（由X）升任Y; where the new post leaves its body out, it is that of the old one."""
    view, state = builder.view, builder.state
    if view.masked.find("升", token.start, token.end) < 0:
        return False
    rises = _RISES.search(view.masked, token.start, token.end)
    if rises is None or rises.start() == token.start:
        return False
    line = view.masked.rfind("\n", 0, token.start) + 1
    decided = _DECIDED.search(view.masked, line, token.start)
    clause = max(state.start, view.masked.rfind("；", state.start, token.start) + 1)
    if decided is None or _RUMOUR.search(view.masked, clause, rises.start()):
        return False
    told = decided.end() if state.start <= decided.start() else clause
    if _PAST.search(view.masked, told, rises.start()):
        return False
    left = None
    by = _BY.search(view.masked, token.start + len("王静"), rises.start())
    named = subjects(view, token.start, by.start()) if by else None
    if named and by:
        left = offices(view, by.end(), rises.start())
        if not left:
            return False
    else:
        named = persons(view, token.start, rises.start(), True)
        if named and named[0].title_start is not None:
            left = offices(view, named[0].title_start, named[0].start)
    if not named or rises.start() - token.start > _FARTHEST or not offices(view, rises.end(), token.end):
        return False
    if left and left[0].organization:
        builder.last_organization = left[0].organization
    act = Act("appoint", "promoted")
    if not builder.join(act, named, named[0].start, rises.end(), token.end):
        return False
    state.act = act
    return True
