"""Posts named before those who hold them: 选出的X副主席是：A、B; members of a body that was appointed: 主任A，副主任B、C."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import person, persons, side_by_side
from orchestration.gazette.extraction.appointments.offices import Attributes, offices
from orchestration.gazette.extraction.appointments.rows import Act, Item, Row
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language.posts import MASK

# 选举产生的市人大常委会3名副主任是：A、B; the names may follow without a mark.
_ELECTED = re.compile(
    r"(?:选出|选举|选举产生|当选|推选|推举)的(?:新一届)?(?P<post>[^，。；：是为有]{2,60}?)(?:分别)?(?:[是为有]|如下|$)"
)
# 选举产生了新一届县政协领导班子：主席A，副主席B
_ELECTS_BODY = re.compile(
    r"(?:选举产生|选出)了?(?:新一届|第[一二三四五六七八九十\d]{1,4}届)?(?P<body>[^，。；：的]{2,40}?)(?:领导班子|班子成员|领导成员|组成人员)$"
)
# 将出任X委员的11人分别是：A、B
_ENTERING = re.compile(
    r"(?:将|获|受邀|新)(?:出任|担任|委任为?|任命为?|就任)(?P<post>[^，。；：是为有]{2,60}?)的"
    r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})(?:人|[名位](?:人[士员选])?)(?:分别)?(?:[是为有]|如下|$)"
)
_ELECTED_LIST = re.compile(
    r"(?:.{0,40}(?:选举产生|选出|当选|决定任命|任命|推选)的)?(?P<body>[^，。；：]{4,40}?)"
    rf"(?:、?(?:副?(?:主任委员|主任|主席|秘书长|会长|理事长|委员|常务委员|理事))){{2,6}}名单{MASK}*$"
)
_COUNT = re.compile(r"(?:\d{1,3}|[一二两三四五六七八九十]{1,3})[名位个]")
_LOWER_POST = re.compile(
    r"^(?P<post>(?:名誉|常务)?副?(?:主任委员|主任|委员|主席|秘书长|理事长|会长|理事|常委|书记|院长|董事长|董事|监事))(?:分别)?[为是]?"
)


def elected(builder: Builder, token: Token) -> bool:
    """选出的X副主席是：A、B, 选举产生的3名副主任为A、B: the post of a ballot before those who won it."""
    state, view = builder.state, builder.view
    words = view.masked[token.start : token.end]
    ballot = _ELECTED.search(view.masked, token.start, token.end) if "选" in words or "推举" in words else None
    body = _ELECTS_BODY.search(view.masked, token.start, token.end) if token.after == "：" and "选" in words else None
    if body is not None and not builder.tells_a_life(token.start):
        state.act, state.item, state.group_remark = None, None, "选举"
        state.group, state.group_post = view.printed(*body.span("body")), None
        return True
    if ballot is None and "的" in words and "任" in words:
        ballot = _ENTERING.search(view.masked, token.start, token.end)
    if ballot is None or (ballot.end() == token.end and token.after != "："):
        return False
    count = _COUNT.search(view.masked, *ballot.span("post"))
    found = offices(view, count.end() if count else ballot.start("post"), ballot.end("post"))
    if not found or builder.tells_a_life(token.start):
        return False
    state.act, state.item = None, None
    state.group, state.group_post = found[0].organization, found[0].post
    if count:
        state.group = view.printed(ballot.start("post"), count.start()) + state.group
    return ballot.end() == token.end or member(builder, Token(ballot.end(), token.end, "", token.after))


def heads_list(builder: Builder, start: int, end: int) -> str | None:
    """选举产生的X主任、副主任、委员名单: the body that a line lends to the titles and names of the lines below it."""
    words = builder.view.masked[start:end]
    listed = _ELECTED_LIST.match(words.strip()) if "名单" in words else None
    return listed["body"] if listed else None


def is_label(words: str) -> bool:
    """Whether a line is a title alone, which those of the next lines hold: 副主任（按姓名笔画排列）."""
    words = words.replace(MASK, "").replace(" ", "").rstrip("：")
    head = _LOWER_POST.match(words)
    return head is not None and head.end() == len(words)


def member(builder: Builder, token: Token) -> bool:
    """主任沈某，副主任黄某、张某: titles before names, after a body's members were appointed."""
    state, view = builder.state, builder.view
    assert state.group is not None
    low = token.start
    head = _LOWER_POST.match(view.masked[low : token.end])
    if head:
        state.group_post = head["post"]
        low += head.end()
    if state.group_post is None:
        return _titled(builder, token)
    named = persons(view, low, token.end, True) or side_by_side(view, low, token.end)
    if named is None and head is None and "、" in (token.before, token.after):
        named = persons(view, low, token.end, False)  # a rare surname among others
    if named is None:
        return head is not None and not view.masked[low : token.end].strip(MASK + " ")
    for one in named:
        attributes = Attributes(remarks=tuple(words for words in (state.group_remark, one.remark) if words))
        start = token.start if head else one.start
        if state.label_start is not None:
            start, state.label_start = state.label_start, None
        act = Act("appoint", "group", state.group_remark)
        group = state.group or None
        builder.rows.append(Row(act, one, start, one.end, group, state.group_post, None, False, attributes))
    return True


def _titled(builder: Builder, token: Token) -> bool:
    """任命X主要官员：甲司司长A、乙司司长B: each behind the title of a body of its own."""
    state, view = builder.state, builder.view
    if state.act is None or state.verb_start < state.start or token.before not in ("：", "、"):
        return False
    one = person(view, token.start, token.end, True)
    found = offices(view, one.title_start, one.start) if one is not None and one.title_start is not None else None
    if one is None or not found or not found[0].organization:
        return False
    builder.add(Item(state.act, [one], token.start), found)
    return True
