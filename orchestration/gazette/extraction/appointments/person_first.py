"""Acts that put a person into a post, the person named before the verb: A任X, 决定A代理X, …，调任Y; A，任X，免去Y."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.appointments.announced import before_link, is_to_come, of_announcer, says_will
from orchestration.gazette.extraction.appointments.building import GIVES_UP, Builder
from orchestration.gazette.extraction.appointments.entering import STAYS, is_founded
from orchestration.gazette.extraction.appointments.names import Person, persons, subjects
from orchestration.gazette.extraction.appointments.offices import Attributes, offices
from orchestration.gazette.extraction.appointments.rows import Act
from orchestration.gazette.extraction.appointments.succeeding import replacing
from orchestration.gazette.extraction.appointments.view import Token
from orchestration.gazette.language import acts
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import MASK

_DECIDED = re.compile("决定由?|关于")
_DECIDED_LINK = re.compile("为|代理|兼任|任(?![免命职务期何意由])")
_NOMINATES = re.compile(r"关于[^，。；：\n]{4,80}的(?P<word>提名)(?![^，。；：\n]{0,10}(?:通过|决定))")
_SENT_TO = re.compile(r"(?P<who>[^，。；：到赴]{2,40}?)(?:到|赴)(?P<body>[^，。；：]{2,30}?)(?:挂职|工作|锻炼)?$")
_SUGGESTS = re.compile("建议|提议")
_MOVES = re.compile(r"\s*(?:(?:拟?任|兼任|调任|转任)(?![免命职务期何意由])|提名为|免去|不再(?:担任|兼任))")
_TELLS = re.compile(r".*(?:宣布|通过)了?(?=.{2})")  # 主持人宣布A当选为X, 会议通过了A任X
_MOVES_ON = re.compile("(?:跨[^，。；]{1,3})?(?:转任|调任|改任)|跨[^，。；]{1,3}任")
_GIVEN_UP = re.compile("，[^，。；：]{2,6}卸任")
_DIVIDES = re.compile("领导小组|指挥部|分工|专班|工作组|成员单位")  # who does what there is no move
_LONGEST_NAME = 12  # characters, with 同志 and a bracket


def entered(builder: Builder, token: Token, is_announced: bool) -> bool:
    """王静任X局局长, 决定贾某为…, 王某代理…: the person before the verb; else than 决定, only where acts are announced."""
    words = builder.view.masked[token.start : token.end]
    if _decided(builder, token, words) or _moved(builder, token, words):
        return True
    suggests = _SUGGESTS.match(words)
    if suggests:  # 建议A任X
        token = token._replace(start=token.start + suggests.end())
        words = words[suggests.end() :]
    is_announced = is_announced or builder.state.is_accepted
    is_announced = is_announced or says_will(builder, token)
    if not is_announced and not builder.tells_moves and "委任" not in words:
        return False
    for link in acts.PERSON_FIRST.finditer(words):
        is_moved = not is_announced and "委任" not in link[0]  # only of who is named with the title held before
        ballot = acts.BALLOT.search(words, 0, link.start()) if link[0].startswith("当选") else None
        end = token.start + (ballot.start() if ballot else link.start())
        if link[0] == "代理" and builder.view.masked[end - 1] in "为任":  # A为代理市长
            end -= 1
        takes_over = builder.view.masked.find("接替", token.start, end) >= 0
        named = before_link(builder, token.start, end) if end > token.start and not takes_over else None
        told = _TELLS.match(words, 0, end - token.start) if named is None else None
        if told is not None:
            said = token.start + told.end()
            named = replacing(builder, said, end) if takes_over else subjects(builder.view, said, end)
            if named:
                of_announcer(builder, token.start, said, offices(builder.view, token.start + link.end(), token.end))
            token = token._replace(end=token.end - words.endswith("后"))
        elif takes_over:
            named = replacing(builder, token.start, end)
        named = named or (None if takes_over else _from_elsewhere(builder, token.start, end))
        if named is None or builder.tells_a_life(token.start) or STAYS.search(words, 0, link.start()):
            continue
        if is_moved and not _is_move(builder, token, named, link):
            continue
        if words.startswith("的", link.end()):  # A担任的X委员职务
            continue
        is_certain = link[0] not in ("出任", "接任") or builder.is_decided(token.start + link.start())
        if not is_certain and not is_to_come(builder, token.start, end):
            continue
        if words.startswith("由") and token.before == "，":
            of_announcer(builder, None, token.start - 1, offices(builder.view, token.start + link.end(), token.end))
        act = Act("appoint", "person_first", suggests[0] if suggests else None, is_motion=suggests is not None)
        waiting = builder.state.pending if token.before == "、" else []
        _keeps_body(builder, named, token.start + link.end())
        if _enters(builder, token, act, waiting + named, link):
            return True
    return False


def _is_move(builder: Builder, token: Token, named: list[Person], link: re.Match[str]) -> bool:
    """甲大学党委书记A任乙大学校长 in a round of such news: a body to go to is printed, and the title held before or who leaves."""
    masked = builder.view.masked
    is_told = all(one.title_start is not None for one in named) or _GIVEN_UP.match(masked, token.end)
    if not builder.tells_moves or not is_told:
        return False
    if link[0] == "兼任" and not GIVES_UP.match(masked, builder.state.start):
        return False  # X书记A兼任Y主任: may be held for long
    if _DIVIDES.search(masked, builder.state.start, token.end):
        return False
    found = offices(builder.view, token.start + link.end(), token.end)
    return found is not None and is_body(simplified(found[0].organization))  # not 会议主席


def _keeps_body(builder: Builder, named: list[Person], start: int) -> None:
    """云海集团副总经理A任该集团总经理: the body of the title held before is the one meant."""
    held = named[0].title_start
    left = offices(builder.view, held, named[0].start) if held is not None else None
    if left and builder.view.masked.startswith("该", start):
        builder.last_organization = left[0].organization or builder.last_organization


def _from_elsewhere(builder: Builder, start: int, end: int) -> list[Person] | None:
    """A由X大学党委书记转任校长, 派A到X镇任Y: who moves, and the body moved within, which goes on where the new post leaves it out."""
    masked = builder.view.masked
    if sent := _SENT_TO.match(masked, start, end):
        named = persons(builder.view, *sent.span("who"), True)
        if named:
            builder.last_organization = builder.view.printed(*sent.span("body"))
        return named
    by = masked.find("由", start + 2, end)
    named = persons(builder.view, start, by, True) if by > 0 else None
    left = offices(builder.view, by + 1, end) if named else None
    if named is None or not left:
        return None
    builder.last_organization = left[0].organization or builder.last_organization
    return named


def _decided(builder: Builder, token: Token, words: str) -> bool:
    """决定贾某为代理院长, 关于金某代理省长的决定: decided without a verb of appointing."""
    decided = _DECIDED.search(words)
    if decided is None:
        return False
    for link in _DECIDED_LINK.finditer(words, decided.end()):
        named = persons(builder.view, token.start + decided.end(), token.start + link.start(), True)
        between = words[decided.end() : link.start()]
        if named is None and between in ("", "其") and decided[0] == "决定":
            named = builder.state.subject  # 任命邓某为副市长，并决定（其）为代理市长
        opening = token.start + decided.start()
        act = Act("appoint", "decided_to_be") if decided[0] != "关于" else _named_act(builder, token)
        if named and _enters(builder, token, act, named, link, opening):
            return True
    return False


def _named_act(builder: Builder, token: Token) -> Act:
    """关于A为X的提名 only moves what 关于A代理X的决定 decides; both name an act that a sentence may state."""
    named = _NOMINATES.match(builder.view.masked, token.start)
    return Act("appoint", "named_act", named["word"] if named else None, is_motion=named is not None)


def _moved(builder: Builder, token: Token, words: str) -> bool:
    """…，调任Y局局长; …，兼任Z主任: the persons of the clause before."""
    state = builder.state
    follows = acts.SUBJECT_FIRST.match(words) if state.subject else None
    if follows is None:
        return False
    if state.item is None and token.before != "，" and not _was_removed(builder, token):
        return False
    if state.pending and state.act is not None and state.act.action == "appoint":
        return False  # 委任A、B，出任X: those who wait for it
    if builder.tells_a_life(token.start):
        return False
    return _enters(builder, token, Act("appoint", "moved_to"), state.subject, follows, token.start)


def stands_before(builder: Builder, token: Token) -> bool:
    """…；A，任X，免去Y: an item of a list of moves begins with the person alone, set apart by a comma."""
    view, state = builder.view, builder.state
    if token.before not in ("", "；") or token.after != "，" or token.end - token.start > _LONGEST_NAME:
        return False
    if builder.list_act is not None or _MOVES.match(view.masked, token.end + 1) is None:
        return False
    words = view.masked[token.start : token.end].rstrip(MASK + " ").removesuffix("同志")
    named = persons(view, token.start, token.end, True)
    if not named or not is_name(words.rstrip(MASK).replace(" ", "")):
        return False
    state.subject, state.item, state.act, state.pending = named, None, None, []
    return True


def leaves_for(builder: Builder, token: Token) -> None:
    """派A到X县挂职，任…; A南下，调任…; A，任…: of whom the next clause tells that they enter a post."""
    if token.after == "—" and (named := persons(builder.view, token.start, token.end, True)):
        builder.state.subject = named  # A——根据…，以定期委任方式委任为X
        return
    if token.after != "，" or acts.SUBJECT_FIRST.match(builder.view.masked, token.end + 1) is None:
        return
    named = persons(builder.view, token.start, token.end, True) if token.end - token.start <= _LONGEST_NAME else None
    if named and named[0].title_start is None:
        builder.state.subject = named
        return
    if builder.tells_moves and _MOVES_ON.match(builder.view.masked, token.end + 1):  # X书记A，转任Y书记
        named = persons(builder.view, token.start, token.end, True)
        if named and named[0].title_start is not None:
            builder.state.subject = named
            return
    words = builder.view.masked[token.start : token.end]
    leaves = acts.LEAVES_FOR.match(words)
    if leaves is not None and ("接替" not in words or builder.is_decided(token.start)):  # else a career may go on so
        start, end = leaves.span("who")
        builder.state.subject = persons(builder.view, token.start + start, token.start + end, True) or []


def _was_removed(builder: Builder, token: Token) -> bool:
    """免去A的X职务。任Y: whether a sentence begins here whose subject the one before took out of a post."""
    if token.before or not builder.rows or not builder.view.masked.startswith("任", token.start):
        return False
    last = builder.rows[-1]
    between = builder.view.masked[last.end : token.start]
    return last.act.action == "remove" and last.person in builder.state.subject and len(between.strip(" \n。；")) == 0


def _enters(
    builder: Builder, token: Token, act: Act, named: list[Person], link: re.Match[str], opening: int | None = None
) -> bool:
    """Joins persons to the posts after a link word; 代理 and 兼 stay with the post, which says them of itself."""
    state = builder.state
    state.pending, state.pending_start = [], None
    at = token.start + (link.start() if link[0] == "代理" else link.end())
    if is_founded(builder, at, token.end):
        return False
    if not builder.join(act, named, named[0].start if opening is None else opening, at, token.end):
        return False
    if "兼" in link[0]:
        builder.concurrent()
    if "挂" in link[0] and state.item is not None:
        for row in state.item.rows:
            if row.attributes.secondment_months is None:
                row.attributes = row.attributes.with_(Attributes(remarks=("挂职",)))
    state.act = act
    return True
