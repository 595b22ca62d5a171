"""Acts that put a person into a post, their verb first: 任命A为X, 聘任：A为X, under an act that is still open …；B为Y."""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import persons, subjects
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts
from orchestration.gazette.language.posts import MASK

_HEADING = re.compile(r"^(?:了|下列|以下|如下|同志|人员|名单)*$")
_OF_SUBJECT = re.compile(r"^(?:其|他|她)(?:为|任|担任|兼任)")
# Before 任命为Y, of the subject of the clause before: 并任命为Y, 以定期委任方式委任为Y.
_OWN_LEAD = re.compile(r"并?(?:同时)?[现已]?(?:正式)?(?:以[^，。；]{2,12}方式)?")
_LISTED = re.compile(r"^(?:下列|以下|如下)[^为任]{0,8}?(?:为|担任|任)")
_GROUP = re.compile(r"(?:组成人员|领导班子成员|领导班子|成员|(?:主要|问责)官员|主要负责人)(?:[和及、]检察长)?$")
# What follows 提名 where it goes on with the subject: 为X, or a post that no name stands before.
_CANDIDATE = re.compile(
    r"为|(?:担|兼)?任(?=[\u4e00-\u9fff]{3})|(?:总经理|董事长|[省市县区州镇乡院校]长|检察长|主任|主席|书记|[^为，]{2,12}(?:[省市县区州]长|主任|主席|院长|检察长)(?=人选|候选人)|[^为，]{0,16}(?:公司|集团|[局厅委部院])[^为，]{1,6})(?:人选|候选人)"
)
_POSTED = re.compile(
    rf"(?P<name>[\u4e00-\u9fff·]{{2,9}}{MASK}*)(?=驻[\u4e00-\u9fff]{{2,24}}(?:大使|总领事|公使|代表)$)"
)
_FOUNDS = re.compile("成立(?!以来|大会|[一二三四五六七八九十\\d])|组建|设立")
_RESUMED = re.compile(r"(?P<names>[^，。；：为的]{2,12})为(?=[\u4e00-\u9fff]{3})")
_NEAR = 4  # rows before, among which an appointment stands
STAYS = re.compile(r"(?:继续|仍然?|依旧|一直|续|留)$")  # 继续担任 puts nobody into a post
_FARTHEST = 80  # characters from an item's beginning to its link word
_UNCLEAR_NAME = "the words before 为 are not read as a name: look the act up"


def is_heading(builder: Builder, token: Token, start: int) -> bool:
    """Whether nothing stands after the verb: it lends its act to what follows."""
    rest = builder.view.masked[start : token.end].replace(" ", "")
    return _HEADING.match(rest) is not None and token.after in ("：", "", "—")


def appoint(builder: Builder, token: Token, after: int, lead: str) -> None:
    """After a verb of appointing, whose act is open: ``after`` is where the verb ends, ``lead`` what stands before it."""
    state, view = builder.state, builder.view
    act = state.act
    assert act is not None
    if is_heading(builder, token, after):
        builder.begin_list(act)
        return
    start = after + (1 if view.masked.startswith("了", after) else 0)
    rest = view.masked[start : token.end]
    if lead.endswith("被"):
        named = subjects(view, token.start, token.start + len(lead) - 1) or state.subject
        if named and rest.startswith("为") and not builder.tells_a_life(token.start):
            builder.join(act, named, named[0].start, start + 1, token.end)
        state.act = None
        return
    pronoun = _OF_SUBJECT.match(rest)
    if pronoun:
        if subject := state.subject or state.told:
            builder.join(act, subject, token.start, start + pronoun.end(), token.end)
        return
    if not act.is_motion and _OWN_LEAD.fullmatch(lead) and rest.startswith("为") and state.subject:
        # 免去A的X职务，任命为Y; the dates before 以…方式 are those of the term
        if lead.endswith("方式") or not builder.tells_a_life(token.start):
            builder.join(act, state.subject, token.start, start + 1, token.end)
        return
    if act.is_motion and not lead and state.subject and _CANDIDATE.match(rest):  # …，提名（为）X局长人选
        builder.join(act, state.subject, token.start, start + rest.startswith("为"), token.end)
        return
    listed = _LISTED.match(rest)
    if listed and token.after in ("：", ""):
        found = offices(view, start + listed.end(), token.end)
        if found:
            state.group, state.group_post = found[0].organization, found[0].post
        return
    # Looser verbs (推荐, 委派 …) take more than persons; there a name needs its surname.
    strict = (act.remark is not None and not act.is_motion) or act.rule == "announced_clause"
    if linked(builder, token, start, strict):
        return
    waiting = persons(view, start, token.end, strict)
    if waiting and token.after in ("、", "，"):
        state.pending = waiting
        return
    group = _GROUP.search(rest)
    if group:
        state.group = view.printed(start, start + group.start())


def linked(builder: Builder, token: Token, start: int, strict: bool) -> bool:
    """Persons, a link word, posts: 王静为淄博市档案局局长. Waiting persons join those before the link."""
    state, view = builder.state, builder.view
    assert state.act is not None
    words = view.masked[start : token.end]
    is_unclear = False
    for at, link in _links(words):
        # 张大为为局长: where two could link, the later one does.
        if words[at + len(link) : at + len(link) + 1] in ("为", "任"):
            continue
        if acts.NOT_A_LINK.match(words, at) or (link == "任" and words[at - 1] in acts.PART_OF_LINK):
            continue
        begin = start + at + (0 if link == "代理" else len(link))  # 代理 stays with the post
        is_prose = start == token.start and strict and link != "为"
        if is_prose and (STAYS.search(words, 0, at) or words.find("接替", 0, at) >= 0):
            return False
        named = (
            subjects(view, start, start + at) if is_prose else persons(view, start, start + at, strict or link != "为")
        )
        if named is None:
            is_unclear = is_unclear or (link == "为" and at <= 12 and offices(view, begin, token.end) is not None)
        elif is_founded(builder, begin, token.end):
            return True
        elif builder.join(state.act, state.pending + named, builder.opening(start), begin, token.end):
            if "兼" in link:
                builder.concurrent()
            return True
    if is_unclear and (state.pending_start is not None or builder.list_act is not None):
        builder.unclear(start, token.end, "name_unclear", _UNCLEAR_NAME)
        state.pending = []
        return True
    return False


def _links(words: str) -> Iterator[tuple[int, str]]:
    """The words near the beginning that may join persons to posts, and where they stand; 任 in 担任 is one of them too."""
    link = acts.LINK.search(words, 1)
    while link is not None and link.start() < _FARTHEST:
        yield link.start(), link[0]
        link = acts.LINK.search(words, link.start() + 1)


def continued(builder: Builder, token: Token) -> bool:
    """An item under an act of appointing that is still open: …；王静为X. Its link must stand near."""
    state = builder.state
    head = builder.view.masked[token.start : min(token.end, token.start + 40)]
    taken = acts.SUBJECT_FIRST.match(head)
    if taken and state.pending and state.act is not None:  # 任命A同志，任X市委委员
        return builder.join(
            state.act, state.pending, builder.opening(token.start), token.start + taken.end(), token.end
        )
    if "继续担任" in head or acts.LINK.search(head) is None:
        return False
    if state.is_lent and builder.tells_a_life(token.start):
        return False
    is_item = token.before in ("", "；", "：") and builder.list_act is not None
    # 任命A、B为X: what stands before the link is a name, as the one that waits is
    is_item = is_item or (
        token.before == "、" and bool(state.pending) and state.act is not None and not state.act.remark
    )
    return linked(builder, token, token.start, not is_item)


def posted(builder: Builder, token: Token) -> bool:
    """任命A为X国大使、B驻Y大使: the name before 驻, where nothing but a name can stand there."""
    state, view = builder.state, builder.view
    to = _POSTED.match(view.masked, token.start, token.end) if state.item is not None else None
    if to is None or state.act is None or state.pending:
        return False
    named = persons(view, *to.span("name"), True)
    return bool(named) and builder.join(state.act, named or [], token.start, to.end(), token.end)


def resumed(builder: Builder, token: Token) -> bool:
    """任命A为X，免去其Y职务；B为Z: after the removal the appointments of the list go on."""
    state, view = builder.state, builder.view
    item = _RESUMED.match(view.masked, token.start, token.end)
    if item is None or not any(row.act.rule == "appoint_clause" for row in builder.rows[-_NEAR:]):
        return False
    if persons(view, *item.span("names"), True) is None:
        return False
    before = state.act
    state.act = Act("appoint", "appoint_clause")
    if linked(builder, token, token.start, True):
        return True
    state.act = before
    return False


def is_founded(builder: Builder, start: int, end: int) -> bool:
    """成立校友会，王刚当选会长: a seat in what the sentence founds, which the post does not name, is no office."""
    if _FOUNDS.search(builder.view.masked, builder.state.start, start) is None:
        return False
    found = offices(builder.view, start, end)
    return found is not None and not found[0].organization and builder.last_organization is None
