"""Posts that go on after an item's first: …、常务副县长的职务; 任命A为甲公司董事长，乙公司董事长."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.view import Token, View
from orchestration.gazette.language.posts import MASK, is_post

_MAY_GO_ON = ("appoint_clause", "ceases_to_hold", "person_first", "moved_to")
_TELLS_ON = re.compile("^原|现任|时任|此前|^由|是|为")
_ELSEWHERE = re.compile("另有任用|特此|现予|请予")
_CLAUSE_END = re.compile("[；。”\n]|$")
_OF_POSTS = re.compile(rf"的?(?:职务|一职|之职){MASK}*$")


def goes_on(builder: Builder, token: Token) -> bool:
    """Whether a token behind 、 or a comma holds further posts of the item before.

    After 、, or with 兼, 代理 or 职务, it does; after a comma alone only where nothing but posts follows in the clause.
    """
    view, item = builder.view, builder.state.item
    words = view.masked[token.start : token.end]
    if token.before == "、" or words.startswith(("兼", "代理")) or "职务" in words:
        return True
    if item is None or item.act.rule not in _MAY_GO_ON or _TELLS_ON.search(words):
        return False
    clause = _CLAUSE_END.search(view.masked, token.end)
    rest = view.tokens(token.end, clause.start() if clause else token.end)
    return all(_holds_posts(view, one) for one in rest)


def _holds_posts(view: View, token: Token) -> bool:
    if _ELSEWHERE.match(view.masked, token.start):
        return True
    told = _TELLS_ON.search(view.masked, token.start, token.end)
    return told is None and offices(view, token.start, token.end) is not None


def is_bare(view: View, token: Token) -> bool:
    """Whether a token is a title and 职务, nothing else."""
    return is_post(_OF_POSTS.sub("", view.masked[token.start : token.end]))
