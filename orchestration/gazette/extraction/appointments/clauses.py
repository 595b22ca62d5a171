"""One line of acts, read token by token: a verb opens an act, persons and posts fill it, the next verb ends it.

The direction comes from the act's own clause; a heading (任命：) lends its own to the lines below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from orchestration.gazette.extraction.appointments import (
    announced,
    deciders,
    dividing,
    entering,
    further,
    grouped,
    lapsing,
    leaving,
    listing,
    person_first,
    promoting,
    proposing,
    resigning,
    succeeding,
    titled,
    verbs,
)
from orchestration.gazette.extraction.appointments.building import Builder
from orchestration.gazette.extraction.appointments.names import persons
from orchestration.gazette.extraction.appointments.offices import offices
from orchestration.gazette.extraction.appointments.rows import Act, Row, State
from orchestration.gazette.extraction.appointments.view import Token, View
from orchestration.gazette.language import acts
from orchestration.gazette.language.posts import MASK, title_start
from orchestration.gazette.records import Notice

_ATTRIBUTE = re.compile(
    r"^(?:(?:以上|上述)[^，。；]{0,10}?)?均?(?:任职)?(?:试用期?|挂职|聘期|任期)(?!满|间|结束|内|干部|人员)[^，。；]{0,16}$"
    r"|^(?:挂职)?(?:时间|期限)为?(?:半|\d{1,2}|[一二两三四五六十]{1,2})(?:年|个月)$"
    r"|^(?:以上|上述)[^，。；]{0,12}试用期[^，。；]{0,10}$"
)
_OF_ATTRIBUTES = re.compile("[期试挂时]")
_LABEL = re.compile(
    rf"^(?:{MASK}+|[一二三四五六七八九十]{{1,3}}|\d{{1,3}}[.．]?|[①-⑳]|第[一二三四五六七八九十]+[条项])$"
)
_IDLE = MASK + " "
_SPACED_HEADINGS = frozenset(word[0] + " " * gap + word[1] for word in ("任命", "免去") for gap in range(1, 9))
_LIST_TITLE = re.compile(r"(?P<act>任命|免去|免职)(?:的?(?:国家)?(?:机关)?(?:工作)?(?:干部|人员)|职务)?名单$")


class Reader:
    """Reads acts line by line.

    Args:
        view: the text.
        settle: called with the fresh rows of a sentence, where it starts and where its first act does; with no rows
            for a heading.
        observe: called with every other sentence of a line.
    """

    def __init__(
        self,
        view: View,
        settle: Callable[[list[Row], int, int], None],
        observe: Callable[[int, int], None],
    ) -> None:
        self.view = view
        self.builder = Builder(view, settle)
        self._settle = settle
        self._observe = observe
        self._is_announced = False
        self._open_act: Act | None = None  # of a line that ends within its list: 任命A为X，⏎B为Y
        self._open_group: tuple[str | None, str | None] | None = None  # 任命下列同志为X：⏎A、B
        self._awaits_list = False  # 任命了X主要官员（下表）, and the list not yet come
        self._listed_body: str | None = None  # 选举产生的X主任、委员名单⏎主任：A

    @property
    def rows(self) -> list[Row]:
        """All rows so far, in the order of the text."""
        return self.builder.rows

    @property
    def notices(self) -> list[Notice]:
        """What could not be read so far."""
        return self.builder.notices

    @property
    def is_in_list(self) -> bool:
        """Whether a heading lends its act to the lines that follow."""
        is_headed = self._awaits_list or self.builder.list_act is not None
        return is_headed or self._open_act is not None or self._open_group is not None

    def end_list(self) -> None:
        """Ends what a heading lends."""
        self.builder.list_act = self._open_act = self._open_group = self._listed_body = None

    def line(self, start: int, end: int, is_announced: bool) -> int:
        """Reads one line; ``is_announced`` lets 王静任… stand for an act. Returns how many rows it gave."""
        builder = self.builder
        self._is_announced = is_announced
        count = len(builder.rows)
        builder.begin_line()
        act = builder.list_act or self._open_act
        group: str | None = None
        lends = self._open_act is not None
        group_post: str | None = None
        was_grouped = self._open_group is not None
        if self._open_group is not None:
            group, group_post = self._open_group
        if (promised := listing.act_of_heading(self.view.text[start:end], self._awaits_list)) is not None:
            self._awaits_list = False
            builder.state = State(start)
            builder.begin_list(promised)
            builder.congress = listing.congress_of(self.view.text[start:end])
            return 0
        self._awaits_list = self._awaits_list or listing.promises(self.view.text[start:end])
        if found := listing.titled_line(builder, start, end):
            self._settle(builder.rows[-found:], start, start)
            return found
        if heading := grouped.heads_list(builder, start, end):
            self._listed_body, self._open_group = heading, (heading, None)
            self._observe(start, end)
            return 0
        fresh: list[Row] = []
        for low, high in self.view.sentences(start, end):
            subject = builder.state.subject if low > start or self.view.masked.startswith("任", low) else []
            is_lent = act is not None and builder.list_act is None and low > start
            builder.state = State(low, act=act, verb_start=low, subject=subject, group=group, is_lent=is_lent)
            builder.state.group_post = group_post
            builder.state.tells_new = self.view.masked.find("新", low, high) >= 0
            # A当选X主席，B当选副主席。C等当选委员: of the same body, as one election tells them
            elects_on = bool(fresh) and self.view.masked.find("当选", low, high) >= 0
            if builder.list_act is None and not elects_on and not (lends and low == start):
                builder.last_organization = None
            if builder.list_act is None and low > start and acts.CAREER.search(self.view.masked, low, high):
                builder.state.act = None  # a life told after an act
            before = len(builder.rows)
            for token in self.view.tokens(low, high):
                self._token(token)
            fresh = builder.rows[before:]
            if not fresh and announced.tells_what_is_held(self.view, low, high):
                self._is_announced = False
            if fresh:
                self._settle_by_clause(fresh, low, high)
                if builder.list_act is None:
                    self._observe(max(row.end for row in fresh), high)
                act = builder.list_act or builder.state.act
            elif builder.list_act is None:
                self._observe(low, high)
                # 任命了X主要官员。A为Y，B为Z: who they are is said next, or not at all
                if builder.state.group is not None:
                    act = None if builder.state.is_lent else builder.state.act
            group = builder.state.group if not fresh or group is None else None
            group_post = builder.state.group_post if group is not None else None
        is_open = len(builder.rows) > count and self.view.text[start:end].rstrip().endswith(("，", "；", "、"))
        self._open_act = builder.state.act if is_open else None
        text = self.view.text[start:end].rstrip()
        is_label = self._listed_body is not None and grouped.is_label(self.view.masked[start:end])
        goes_on = is_label or (was_grouped and len(builder.rows) > count and not text.endswith("。"))
        is_introduced = builder.state.group_post is not None and (goes_on or text.endswith(("：", "、", "，")))
        self._open_group = (builder.state.group, builder.state.group_post) if is_introduced else None
        if self._listed_body is not None and not is_introduced:
            self._open_group = (self._listed_body, None)
        return len(builder.rows) - count

    def _settle_by_clause(self, rows: list[Row], start: int, end: int) -> None:
        """Who decided and when is said in each part of a sentence for itself, or once for all that follow."""
        cuts = deciders.parts(self.view.masked, start, rows[0].end, end)
        for low, high in pairwise(cuts):
            part = [row for row in rows if low <= row.start < high]
            if part:
                self._settle(part, low, min(row.start for row in part))
            elif self.builder.list_act is None:
                self._observe(low, high)

    def _token(self, token: Token) -> None:
        builder, state = self.builder, self.builder.state
        words = self.view.masked[token.start : token.end]
        if (heading := _heading_of(token, words)) is not None:
            self._heading(heading, token.start)
            return
        if _LABEL.match(words):
            return
        if token.before != "、" and state.act is None and not state.is_accepted:
            state.pending, state.pending_start = [], None
        if _OF_ATTRIBUTES.search(words) and _ATTRIBUTE.match(words):
            builder.attribute(words)
            return
        if (state.tells_new or token.after == "：" or acts.TELLS.search(words)) and self._told(token, words):
            return
        if leaving.listed(builder, token):
            return
        if person_first.stands_before(builder, token):
            return
        if person_first.entered(builder, token, self._is_announced) or self._continued(token):
            return
        reason = leaving.REASON.search(words)
        if reason:
            state.reason = reason["reason"]
            state.subject = persons(self.view, token.start, token.start + reason.start(), True) or state.subject
        leaving.turns_to(builder, token)
        person_first.leaves_for(builder, token)
        state.item = None
        state.group_post = None
        if words.endswith("决定") and token.after in ("，", "：") and state.act is None:
            state.act = Act("appoint", "decided_to_be")  # 会议决定，王某为代理主任

    def _told(self, token: Token, words: str) -> bool:
        """A token that tells an act by a word of its own, or leads to those it is told of; False where it holds none."""
        builder, state = self.builder, self.builder.state
        if lapsing.lapsed(builder, token):
            return True
        if state.tells_new and (titled.newly_appointed(builder, token) or titled.new_holder(builder, token)):
            return True
        if (
            succeeding.succeeds(builder, token)
            or succeeding.gives_way(builder, token)
            or proposing.proposed(builder, token)
        ):
            return True
        if grouped.elected(builder, token) or listing.labelled(builder, token) or listing.named_below(builder, token):
            return True
        if promoting.promoted(builder, token):
            return True
        verb = verbs.first(words)
        if verb is not None:
            self._act(token, verb)
            return True
        accept = acts.ACCEPT.search(words) if not state.is_accepted else None
        if accept is None:
            return titled.penalised(builder, token)
        if not person_first.entered(builder, token, True):
            resigning.accepting(builder, token.start, token.end, token.start + accept.end())
        return True

    def _heading(self, word: str, start: int) -> None:
        act = Act("appoint" if word == "任命" else "remove", "appoint_clause" if word == "任命" else "remove_clause")
        self.builder.open_act(act, start)
        self.builder.begin_list(act)

    def _act(self, token: Token, verb: re.Match[str]) -> None:
        builder, state = self.builder, self.builder.state
        start, after = token.start + verb.start(), token.start + verb.end()
        lead = self.view.masked[token.start : start]
        kind = verb.lastgroup
        if builder.list_act is not None and kind in ("appoint", "remove") and token.after in ("：", ""):
            item = lead.removesuffix("决定").rstrip(MASK + " ")
            if item.endswith("职务") or title_start(item) is not None:  # 王静为X局局长⏎免去： run together
                self._continued(Token(token.start, token.start + len(item), token.before, ""))
        if kind in ("appoint", "announce", "remove", "end") and state.held is None:
            state.item = None
        if kind == "appoint":
            builder.open_act(verbs.act_of(builder, "appoint", verb[0], token, lead), start)
            entering.appoint(builder, token, after, lead)
        elif kind == "announce":
            builder.open_act(Act("appoint", "announced_clause"), start)
            entering.appoint(builder, token, after, lead)
        elif kind == "remove":
            builder.open_act(verbs.act_of(builder, "remove", verb[0], token, lead), start)
            leaving.remove(builder, token, after, lead)
        elif kind == "end":
            builder.open_act(Act("remove", "end_of_probation"), start)
            leaving.end_probation(builder, token, after)
        elif kind != "end":
            state.item = None
        if kind == "resign":
            resigning.resign(builder, token, start, after)
        elif kind == "cease":
            leaving.cease(builder, token, start, after)
        elif kind in ("dismiss", "quit"):
            word = next(word for word in ("撤职", "免职", "辞职") if word in verb[0])
            titled.dismiss(builder, token, start, word)

    def _continued(self, token: Token) -> bool:
        """A token without a verb: an item under the open act, a waiting name, a further post."""
        builder, state, view = self.builder, self.builder.state, self.view
        if state.group is not None and grouped.member(builder, token):
            return True
        if state.act is not None and state.act.action == "appoint":
            is_item = builder.list_act is not None and token.before in ("", "；", "：")
            if entering.continued(builder, token) or entering.posted(builder, token):
                return True
            if is_item and dividing.undivided(builder, state.act, token.start, token.end):
                return True
        if state.act is not None and state.act.action == "remove":
            if builder.list_act is None and entering.resumed(builder, token):
                return True
            if state.item is not None and token.before == "、" and further.is_bare(view, token):
                builder.add(state.item, offices(view, token.start, token.end) or [])
                return True
            if token.before == "、" and dividing.may_name_another(builder, token.start, token.end):
                if not dividing.undivided(builder, state.act, token.start, token.end):
                    state.item = None
                return True
            if leaving.goes_on(builder, token) or leaving.another(builder, token):
                return True
        if listing.named_first(builder, token):
            return True
        if builder.list_act is not None and state.pending and token.before == "，" and state.item is None:
            opening = builder.opening(token.start)  # under 任命：⏎A，X局局长
            if builder.join(builder.list_act, state.pending, opening, token.start, token.end):
                return True
        if state.act is not None or state.is_accepted or token.after == "、":  # names may wait for their verb
            named = persons(view, token.start, token.end, True)
            if named is None and state.pending:
                named = persons(view, token.start, token.end, False)
            if named and all(one.title_start is None for one in named):
                if token.before == "；" and builder.list_act is not None:
                    state.item = None  # 任职：A，X局局长；B，Y局局长
                if not state.pending:
                    state.pending_start = token.start
                state.pending.extend(named)
                return True
        if state.item is not None and token.before in ("、", "，") and not state.pending:
            found = offices(view, token.start, token.end)
            if found and further.goes_on(builder, token):
                builder.add(state.item, found)
                return True
        return lapsing.holds(builder, token)


def _heading_of(token: Token, words: str) -> str | None:
    """The act that a token names as the heading of a list, and no more: X任命名单; 任　命; 二、免职; （二）免职."""
    if token.after not in ("", "：") or token.before not in ("", "、"):
        return words.replace(" ", "") if words in _SPACED_HEADINGS else None
    listed = _LIST_TITLE.search(words) if token.before == "" and words.endswith("名单") else None
    if listed or words in _SPACED_HEADINGS:
        return listed["act"] if listed else words.replace(" ", "")
    bare = words.strip(_IDLE)
    if bare in ("任职", "免职"):
        return "任命" if bare == "任职" else "免职"
    return None
