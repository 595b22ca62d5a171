"""One line of acts, read token by token: a verb opens an act, persons and posts fill it, the next verb ends it.

The direction comes from the act's own clause; a heading (任命：) lends its own to the lines below it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from orchestration.gazette.extraction.appointments.names import Person, person, persons
from orchestration.gazette.extraction.appointments.offices import (
    Attributes,
    Office,
    attributes_of,
    carried,
    offices,
)
from orchestration.gazette.extraction.appointments.rows import Act, Item, Row
from orchestration.gazette.extraction.appointments.view import Token, View
from orchestration.gazette.language import acts
from orchestration.gazette.language.people import is_name
from orchestration.gazette.language.posts import MASK, TASK_GROUP, TASK_SEATS, is_post, title_start
from orchestration.gazette.records import Notice

_ATTRIBUTE = re.compile(
    rf"^(?:(?:以上|上述)[^，。；]{{0,10}}?)?(?:均)?(?:任职)?(?:试用期?|挂职|聘期|任期)(?!满|间|结束|内|干部|人员)[^，。；]{{0,16}}$|^(?:以上|上述)[^，。；]{{0,12}}试用期[^，。；]{{0,10}}$"
)
_LABEL = re.compile(rf"^(?:{MASK}+|[一二三四五六七八九十]{{1,3}}|\d{{1,3}}[.．]?|[①-⑳]|第[一二三四五六七八九十]+[条项])$")
_OF_NAMES_ONLY = re.compile(r"^(?:了|下列同志|以下同志|下列人员|以下人员|同志|名单|如下)*$")
_REASON = re.compile(r"(?P<reason>(?:因|由于)[^，。；]{2,20}?(?:的?原因)?)(?=$|分别|提出|请求|申请|要求|自愿|而|辞去|不再)")
_ASKING = re.compile(r"(?:分别|均|已|提出的?|请求|申请|要求|自愿|主动|书面|提交|向[^，。；]{2,30}?|本人|其)+$")
_PRONOUN = re.compile(r"^(?:其|他|她)(?:兼任|所任|担任|所担任|原任|现任)?的?")
_OWNED = re.compile(r"(?:所任|所担任|所兼任|担任|兼任|原任|现任)?的")
_GROUP = re.compile(r"(?:组成人员|领导班子成员|领导班子|成员)$")
_LOWER_POST = re.compile(r"^(?P<post>(?:名誉|常务)?副?(?:主任委员|主任|委员|主席|秘书长|理事长|会长|理事|常委|书记|院长|董事长|董事|监事))")
_DATED = re.compile(r"\d{4}年|\d{1,2}月(?!\d{1,2}日)|去年|前年|当年|同年|(?<!\d)\d{4}[-/.]\d")


@dataclass(slots=True)
class State:
    """What the tokens before lend to the next: act, waiting names, the last item and its persons."""

    act: Act | None = None
    pending: list[Person] = field(default_factory=list)
    pending_start: int | None = None
    item: Item | None = None
    subject: list[Person] = field(default_factory=list)
    held: Item | None = None  # posts named with their holder before the word that ends them
    group: str | None = None
    group_post: str | None = None
    accepted: bool = False
    reason: str | None = None


class Reader:
    """Reads acts line by line; ``rows`` and ``notices`` are what it found, in order."""

    def __init__(
        self, view: View, settle: Callable[[list[Row], int, int], None], observe: Callable[[int, int], None]
    ) -> None:
        self.view = view
        self.rows: list[Row] = []
        self.notices: list[Notice] = []
        self.list_act: Act | None = None  # the act of a heading, for the lines below it
        self.last_organization: str | None = None
        self._settle = settle
        self._observe = observe
        self._state = State()
        self._sentence_start = 0
        self._verb_start = 0
        self._allow_person_first = False
        self._line_rows: list[Row] = []
        self._list_rows: list[Row] = []

    # --- lines, sentences, tokens ---------------------------------------------------------------------------------------

    def line(self, start: int, end: int, allow_person_first: bool) -> int:
        """Reads one line; ``allow_person_first`` lets 王静任… stand for an act. Returns how many rows it gave."""
        self._allow_person_first = allow_person_first
        count = len(self.rows)
        self._line_rows = []
        act = self.list_act
        group: str | None = None
        for low, high in self.view.sentences(start, end):
            self._state = State(act=act, subject=self._state.subject if low > start else [], group=group)
            if self.list_act is None:
                self.last_organization = None
            self._sentence_start = self._verb_start = low
            before = len(self.rows)
            for token in self.view.tokens(low, high):
                self._token(token)
            fresh = self.rows[before:]
            if fresh:
                self._settle(fresh, low, max(low, min(row.start for row in fresh)))
                act = self.list_act or self._state.act
            elif self.list_act is None:
                self._observe(low, high)
            group = self._state.group if fresh == [] or group is None else None
        return len(self.rows) - count

    def end_list(self) -> None:
        """Ends what a heading lends."""
        self.list_act = None
        self._list_rows = []

    def _token(self, token: Token) -> None:
        view, state = self.view, self._state
        low, high = token.start, token.end
        words = view.masked[low:high]
        if _LABEL.match(words):
            return
        if token.before != "、" and state.act is None and not state.accepted:
            state.pending, state.pending_start = [], None
        if _ATTRIBUTE.match(words):
            self._attribute(words)
            return
        if self._lapsed(low, high):
            return
        verb = acts.VERB.search(words)
        while verb is not None and not self._is_act_word(words, verb):
            verb = acts.VERB.search(words, verb.end())
        if verb is not None:
            self._verb(token, verb)
            return
        if acts.ACCEPT.search(words) and not state.accepted:
            match = acts.ACCEPT.search(words)
            assert match is not None
            state.accepted, state.act, state.item = True, None, None
            state.pending, state.pending_start = [], low
            self._verb_start = max(self._verb_start, low)
            named = self._reasoned(low + match.end(), high)
            if named:
                state.pending = named
            return
        if "撤职" not in words and acts.PENALTY.search(words) and self._penalised(low, high):
            return
        if self._person_first(token) or self._continued(token):
            return
        reason = _REASON.search(words)
        if reason:
            state.reason = reason["reason"]
        state.item = None
        state.group_post = None

    def _is_act_word(self, words: str, verb: re.Match[str]) -> bool:
        before, after = words[: verb.start()], words[verb.end() :]
        if before.endswith(("新", "获", "受", "接受", "予以", "颁发", "拟任免", "被依法", "未")) and not before.endswith("被"):
            return False
        if verb["appoint"] and after.startswith("的") and not before.endswith("被"):
            return False
        if verb[0] in ("撤销", "解除", "免除", "撤去", "解聘", "罢免"):
            return "职" in after or "的" in after
        return True

    # --- verbs ----------------------------------------------------------------------------------------------------------

    def _verb(self, token: Token, verb: re.Match[str]) -> None:
        low, high = token.start + verb.start(), token.end
        after = token.start + verb.end()
        lead = self.view.masked[token.start : low]
        state = self._state
        self._verb_start = low
        kind = verb.lastgroup
        word = verb[0]
        if kind in ("appoint", "remove", "end") and state.held is None:
            state.item = None
        if kind == "appoint":
            self._open(self._act_of("appoint", word, lead, token.start), low)
            self._appoint(token, after, lead)
        elif kind == "remove":
            self._open(self._act_of("remove", word, lead, token.start), low)
            self._remove(token, after, lead)
        elif kind == "end":
            self._open(Act("remove", "end_of_probation", "终止试用期"), low)
            tail = re.search(rf"的?试用期(?:{MASK}|职务)*$", self.view.masked[after:high])
            if tail is not None:
                self._removed(after, after + tail.start(), token)
        elif kind == "resign":
            self._resign(token, low, after)
        elif kind == "cease":
            self._cease(token, low, after)
        else:
            self._dismiss(token.start, low, high)

    def _act_of(self, action: str, word: str, lead: str, start: int) -> Act:
        whole = self.view.masked[max(self._sentence_start, start - 60) : start] + lead
        motion = acts.MOTION.search(lead)
        is_motion = motion is not None and acts.ON_MOTION.search(whole) is None
        remark: str | None = word if word in acts.SPECIAL else None
        if word == "提名":
            is_motion = True
        if is_motion and motion:
            remark = ("提请" if motion[0] == "提请" else motion[0]) + word
        return Act("appoint" if action == "appoint" else "remove", f"{action}_clause", remark, is_motion)

    def _open(self, act: Act, start: int) -> None:
        state = self._state
        state.act = act
        state.pending, state.pending_start = [], start
        state.group, state.group_post, state.accepted = None, None, False

    def _is_heading(self, token: Token, start: int) -> bool:
        """Whether nothing stands after the verb: it lends its act to what follows."""
        rest = self.view.masked[start : token.end].replace(" ", "")
        return _OF_NAMES_ONLY.match(rest) is not None and token.after in ("：", "", "—")

    def _begin_list(self, act: Act) -> None:
        self.list_act = act
        self._list_rows = []
        self._settle([], self._sentence_start, self._verb_start)

    def _appoint(self, token: Token, after: int, lead: str) -> None:
        state, view = self._state, self.view
        assert state.act is not None
        if self._is_heading(token, after):
            self._begin_list(state.act)
            return
        strict = state.act.remark is not None and not state.act.is_motion
        start = after + (1 if view.masked.startswith("了", after) else 0)
        if lead.endswith("被"):
            named = persons(view, token.start, token.start + len(lead) - 1, True) or state.subject
            link = re.match("为", view.masked[after:])
            if named and link and not self._tells_a_life(token.start):
                self._join(state.act, named, named[0].start, start + 1, token)
            state.act = None
            return
        if _PRONOUN.match(view.masked[start : token.end]) and view.masked[start + 1 : start + 2] in ("为", "任"):
            if state.subject:
                self._join(state.act, state.subject, token.start, start + 2, token)
            return
        if self._linked(start, token, strict):
            return
        named = persons(view, start, token.end, strict)
        if named and token.after in ("、", "，"):
            state.pending = named
            return
        group = _GROUP.search(view.masked[start : token.end])
        if group:
            state.group = view.printed(start, start + group.start())

    def _linked(self, start: int, token: Token, strict: bool) -> bool:
        """Persons, a link word, posts: 王静为淄博市档案局局长. Waiting persons join those before the link."""
        state, view = self._state, self.view
        assert state.act is not None
        words = view.masked[start : token.end]
        unclear = False
        for at in range(1, len(words)):
            link = next((word for word in acts.LINKS if words.startswith(word, at)), None)
            if link is None or words[at + len(link) : at + len(link) + 1] in ("为", "任"):
                continue
            if acts.NOT_A_LINK.match(words, at):
                continue
            named = persons(view, start, start + at, strict or link != "为")
            if named is None:
                unclear = unclear or (link == "为" and at <= 12 and offices(view, start + at + 1, token.end) is not None)
                continue
            if self._join(state.act, state.pending + named, self._opening(start), start + at + len(link), token):
                return True
        if unclear and (state.pending_start is not None or self.list_act is not None):
            self._unclear(start, token.end, "name_unclear", "the words before 为 are not read as a name: look the act up")
            state.pending = []
            return True
        return False

    def _opening(self, start: int) -> int:
        """Where an item's quote begins: at its verb if that opened it, else at the first waiting name."""
        state = self._state
        if state.pending_start is not None:
            return state.pending_start
        return min([start, *(waiting.start for waiting in state.pending)])

    def _join(self, act: Act, named: list[Person], opening: int, start: int, token: Token) -> bool:
        found = offices(self.view, start, token.end)
        if found is None:
            return False
        item = Item(act, named, opening)
        self._add(item, found, token)
        return True

    def _add(self, item: Item, found: list[Office], token: Token) -> None:
        state = self._state
        for office in found:
            is_same = item.last_organization is not None
            organization = carried(office, item.last_organization or self.last_organization, is_same)
            if organization and TASK_GROUP.search(organization) and office.post in TASK_SEATS:
                continue
            if not organization and office.post in TASK_SEATS:
                continue
            for one in item.persons:
                first = not item.rows and one is item.persons[0]
                row = Row(
                    item.act, one, item.start if first else one.start, max(office.end, one.end), organization, office.post,
                    office.organization_alias, office.is_former, self._attributes_for(item, one, office),
                    item.act.is_automatic,
                )  # fmt: skip
                if row.start > row.end or one.start > office.end:
                    row.start, row.end = min(office.start, one.start), max(office.end, one.end)
                item.rows.append(row)
                self.rows.append(row)
                self._line_rows.append(row)
                self._list_rows.append(row)
            item.last_organization = organization
            self.last_organization = organization or self.last_organization
        state.item, state.subject = item, item.persons
        state.pending, state.pending_start = [], None

    def _attributes_for(self, item: Item, one: Person, office: Office) -> Attributes:
        said = tuple(words for words in (item.act.remark, item.act.reason, one.remark) if words)
        return Attributes(remarks=said).with_(office.attributes)

    # --- removals -------------------------------------------------------------------------------------------------------

    def _remove(self, token: Token, after: int, lead: str) -> None:
        state, view = self._state, self.view
        assert state.act is not None
        if self._is_heading(token, after):
            self._begin_list(state.act)
            return
        start = after + (1 if view.masked.startswith("了", after) else 0)
        rest = view.masked[start : token.end]
        if re.fullmatch(rf"(?:的|所任)?职务{MASK}*", rest):
            self._remove_titled(token, lead)
            return
        if lead.endswith("被"):
            named = persons(view, token.start, token.start + len(lead) - 1, True)
            if named and not self._tells_a_life(token.start):
                self._join(state.act, named, token.start, start, token)
            return
        self._removed(start, token.end, token)

    def _removed(self, start: int, end: int, token: Token) -> bool:
        """Persons, 的, posts: 孙英涛的淄博市医疗保障局局长职务; or a title, a name, 的职务."""
        state, view = self._state, self.view
        act = state.act
        assert act is not None
        rest = view.masked[start:end]
        narrowed = replace_end(token, end)
        pronoun = _PRONOUN.match(rest)
        if pronoun and state.subject:
            return self._join(act, state.subject, self._opening(start), start + pronoun.end(), narrowed)
        for owned in _OWNED.finditer(rest):
            named = persons(view, start, start + owned.start(), bool(act.remark and act.remark in acts.LOOSE))
            if named is None:
                continue
            tail = view.masked[start + owned.end() : end]
            if re.match(rf"(?:领导|党内外|一切|全部|所有|党政|行政)?职务{MASK}*$", tail):
                return self._titled_rows(act, named, start, end)
            opening = self._opening(start)
            concurrent = "兼" in owned[0]
            if self._join(act, state.pending + named, opening, start + owned.end(), narrowed):
                if concurrent and state.item is not None:
                    for row in state.item.rows:
                        row.attributes = replace(row.attributes, is_concurrent=True)
                return True
            if "职务" in tail or "一职" in tail:
                self._unclear(start, end, "act_unclear", "the post that ends is not read: look the act up")
                return True
        comrade = re.search(r"同志(?!们)", rest)
        if comrade:
            named = persons(view, start, start + comrade.start(), False)
            if named and self._join(act, state.pending + named, self._opening(start), start + comrade.end(), narrowed):
                return True
        named = persons(view, start, end, False)
        if named and token.after in ("、", "，") and is_name_only(named, start):
            state.pending.extend(named)
            return True
        if named and named[0].title_start is not None and token.after != "、":
            return self._titled_rows(act, named, start, end)
        return self._undivided(act, start, end, narrowed)

    def _undivided(self, act: Act, start: int, end: int, token: Token) -> bool:
        """免去王静淄博市档案局局长职务: no 的 between name and post. Read only where one division alone makes sense."""
        view = self.view
        found: list[tuple[int, list[Person]]] = []
        if "职务" not in view.masked[start:end] and act.rule == "remove_clause":
            return False
        for size in (2, 3, 4):
            name = view.masked[start : start + size]
            office = offices(view, start + size, end) if is_name(name) else None
            if office and _ORGANIZATION_START.match(view.masked[start + size : end]) and not _PLACE_TAIL.search(name):
                one = person(view, start, start + size, True)
                if one:
                    found.append((start + size, [one]))
        if len(found) == 1:
            return self._join(act, found[0][1], self._opening(start), found[0][0], token)
        if found:
            self._unclear(start, end, "name_unclear", "name and post stand undivided: look the act up")
            return True
        return False

    def _titled_rows(self, act: Act, named: list[Person], start: int, end: int) -> bool:
        """免去县疾控中心主任黄绍方的职务: the post is the title before the name."""
        for one in named:
            if one.title_start is None:
                continue
            before = offices(self.view, one.title_start, one.title_end)
            if before:
                item = Item(act, [one], self._opening(start))
                self._add(item, before, Token(start, end, "", ""))
                for row in item.rows:
                    row.end = max(row.end, end)
        return True

    def _remove_titled(self, token: Token, lead: str) -> None:
        """…副主任袁鸿留党察看一年处分、免去职务: the post is the title said before in the sentence."""
        state = self._state
        assert state.act is not None
        if state.held is not None:
            for one in state.held.persons:
                if one.title_start is not None:
                    self._titled_rows(state.act, [one], one.title_start, token.end)
            state.held = None

    def _penalised(self, start: int, end: int) -> bool:
        """给予X主任Y警告处分: no act, but its holder may lose the post in the next clause."""
        penalty = acts.PENALTY.search(self.view.masked, start, end)
        assert penalty is not None
        given = self.view.masked.rfind("给予", start, penalty.start())
        one = person(self.view, given + 2 if given >= 0 else start, penalty.start(), True)
        if one is None or one.title_start is None:
            return False
        self._state.held = Item(Act("remove", "removal_with_penalty"), [one], one.title_start)
        return True

    def _dismiss(self, start: int, verb: int, end: int) -> None:
        given = self.view.masked.rfind("给予", start, verb)
        low = given + 2 if given >= 0 else start
        one = person(self.view, low, verb, True)
        if one is not None and one.title_start is not None:
            self._state.pending_start = None
            self._titled_rows(Act("remove", "dismissal", "撤职"), [one], one.title_start, end)

    def _resign(self, token: Token, verb: int, after: int) -> None:
        """接受A、B辞去X职务的请求: passed where it is accepted, else a motion where it is only asked for."""
        state, view = self._state, self.view
        start = token.start
        accept = None
        for accept in acts.ACCEPT.finditer(view.masked, start, verb):
            pass
        if accept:
            state.accepted, start = True, accept.end()
            state.pending, state.pending_start = [], accept.start()
        lead = view.masked[start:verb]
        asked = _ASKING.search(lead)
        named_end = start + (asked.start() if asked else len(lead))
        reason = _REASON.search(view.masked[start:named_end] + "辞去")
        if reason and reason.start() > 0:
            named_end = start + reason.start()
        said = (reason["reason"] if reason else None) or state.reason
        named = persons(view, start, named_end, True) if named_end > start else None
        if named is None and re.fullmatch(r"(?:其|本人|他|她)?(?:提出|请求|申请|要求|自愿|主动|的)*", lead):
            named = [] if state.pending else state.subject
        if named is None or not (named or state.pending):
            return
        tail = view.masked[after : token.end]
        is_asked = not state.accepted and (asked is not None or re.search(r"请求|申请", tail) is not None)
        if not state.accepted and self._tells_a_life(token.start):
            return
        is_motion = is_asked and acts.PASSED.search(view.text) is None
        act = Act("remove", "resignation", "提出辞去" if is_motion else "辞去", is_motion, reason=said)
        opening = self._opening(start)
        self._verb_start = verb if not state.accepted else self._verb_start
        if state.accepted and accept:
            self._verb_start = accept.start()
        state.act = None
        self._join(act, state.pending + named, opening, after, token)
        state.act = None

    def _cease(self, token: Token, verb: int, after: int) -> None:
        state, view = self._state, self.view
        start = token.start
        named = persons(view, start, verb, True) if verb > start else None
        if named is None:
            lead = view.masked[start:verb]
            if lead and not re.fullmatch(r"其|同时|并|且|他|她|将|因[^，]{0,12}", lead):
                return
            named = state.subject
        if not named or self._tells_a_life(start):
            return
        act = Act("remove", "ceases_to_hold", "不再" + view.text[verb + 2 : after] if after > verb + 2 else view.text[verb:after])
        act = replace(act, remark=view.text[verb:after])
        state.pending, state.pending_start = [], min(start, verb)
        self._join(act, named, start, after, token)

    def _lapsed(self, low: int, high: int) -> bool:
        """X的原Y职务自然免除, 其Z职务相应终止: ends by itself, whatever the heading says."""
        view, state = self.view, self._state
        lapse = acts.LAPSE.search(view.masked, low, high)
        if lapse is None:
            return False
        act = Act("remove", "lapse", is_automatic=True)
        end = lapse.start()
        verb = acts.VERB.search(view.masked, low, end)
        if verb is not None and verb["remove"]:
            low = verb.end()
        rest = view.masked[low:end]
        token = Token(low, end, "", "")
        pronoun = _PRONOUN.match(rest)
        count = len(self.rows)
        state.pending_start = None
        if pronoun and state.subject:
            self._join(act, state.subject, low, low + pronoun.end(), token)
        elif state.held is not None:
            found = offices(view, low, end)
            if found:
                held, state.held = state.held, None
                self._add(replace_act(held, act), [], token)
                held.act = act
                for row in held.rows:
                    self.rows.append(row)
                    self._line_rows.append(row)
                held_item = Item(act, held.persons, held.start, list(held.rows), held.last_organization)
                self._add(held_item, found, token)
        elif state.item is not None and state.item.act.action == "remove" and offices(view, low, end) and "的" not in rest:
            item = state.item
            self._add(item, offices(view, low, end) or [], token)
            for row in item.rows:
                row.is_automatic = True
        else:
            for owned in _OWNED.finditer(rest):
                named = persons(view, low, low + owned.start(), False)
                if named and self._join(act, state.pending + named, self._opening(low), low + owned.end(), token):
                    break
        for row in self.rows[count:]:
            row.is_automatic = True
            row.end = max(row.end, high)
        return len(self.rows) > count

    # --- what goes on without a verb of its own -----------------------------------------------------------------------------

    def _continued(self, token: Token) -> bool:
        state, view = self._state, self.view
        low, high = token.start, token.end
        act = state.act
        if state.group is not None and self._in_group(token):
            return True
        if act is not None and act.action == "appoint" and self._linked_safely(low, token):
            return True
        if act is not None and act.action == "remove" and (self._owned_safely(token)):
            return True
        named = persons(view, low, high, True) or (persons(view, low, high, False) if state.pending else None)
        if named and is_name_only(named, low) and (act is not None or state.accepted or token.after == "、"):
            if not state.pending:
                state.pending_start = low
            state.pending.extend(named)
            return True
        if state.item is not None and token.before in ("、", "，") and not state.pending:
            found = offices(view, low, high)
            starts_concurrent = view.masked.startswith(("兼", "代理"), low)
            if found and (token.before == "、" or starts_concurrent or "职务" in view.masked[low:high]):
                self._add(state.item, found, token)
                return True
        return self._holds(token)

    def _linked_safely(self, low: int, token: Token) -> bool:
        """An item under an act that is still open: the link must stand early, the name must be one."""
        view = self.view
        head = view.masked[low : min(token.end, low + 40)]
        if not any(link in head for link in acts.LINKS):
            return False
        strict = not (token.before in ("", "；") and self.list_act is not None)
        return self._linked(low, token, strict)

    def _owned_safely(self, token: Token) -> bool:
        if "的" not in self.view.masked[token.start : token.end] and "同志" not in self.view.masked[token.start : token.end]:
            if self.list_act is None or token.before not in ("", "；"):
                return False
        return self._removed(token.start, token.end, token)

    def _in_group(self, token: Token) -> bool:
        """主任沈春耀，副主任黄玉山、张勇: titles before names, after a body's members were appointed."""
        state, view = self._state, self.view
        assert state.group is not None
        low = token.start
        head = _LOWER_POST.match(view.masked[low : token.end])
        if head:
            state.group_post = head["post"]
            low += head.end()
        if state.group_post is None:
            return False
        named = persons(view, low, token.end, True)
        if named is None:
            return head is not None and low == token.end
        act = state.act or Act("appoint", "group")
        for one in named:
            attributes = Attributes(remarks=(one.remark,) if one.remark else ())
            row = Row(act, one, token.start if head else one.start, one.end, state.group, state.group_post, None, False, attributes)
            self.rows.append(row)
            self._line_rows.append(row)
        return True

    def _holds(self, token: Token) -> bool:
        """王静的X委员 … before 职务自然免除 in a later token."""
        state, view = self._state, self.view
        low, high = token.start, token.end
        words = view.masked[low:high]
        if token.after != "、":
            return False
        pronoun = _PRONOUN.match(words)
        named: list[Person] | None = None
        start = low
        if pronoun and state.subject:
            named, start = state.subject, low + pronoun.end()
        else:
            owned = _OWNED.search(words)
            if owned:
                named, start = persons(view, low, low + owned.start(), True), low + owned.end()
        found = offices(view, start, high) if named else None
        if not named or not found:
            return False
        item = Item(Act("remove", "lapse", is_automatic=True), named, low)
        rows, state_before = len(self.rows), (state.item, state.subject)
        self._add(item, found, token)
        del self.rows[rows:]
        state.item, state.subject = state_before
        state.held = item
        return True

    def _person_first(self, token: Token) -> bool:
        """王静任X局局长, 贾宇代理院长, 决定贾宇为…: the person before the verb; only where acts are announced."""
        state, view = self._state, self.view
        low, high = token.start, token.end
        words = view.masked[low:high]
        decided = re.search(r"决定(?:由)?|关于", words)
        if decided and "为" in words or decided and "代理" in words:
            start = low + decided.end()
            opened = Act("appoint", "decided_to_be")
            for link in re.finditer("为|代理", view.masked[start:high]):
                named = persons(view, start, start + link.start(), True)
                at = start + (link.start() if link[0] == "代理" else link.end())
                if named:
                    state.pending, state.pending_start = [], low + decided.start()
                    self._verb_start = start
                    state.act = opened
                    if self._join(opened, named, low + decided.start(), at, token):
                        return True
        follows = acts.SUBJECT_FIRST.match(words)
        if follows and state.subject and (state.item is not None or token.before == "，") and not self._tells_a_life(low):
            at = low + follows.end() - (1 if follows[0].endswith("兼") else 2 if follows[0].endswith("兼任") else 0)
            act = Act("appoint", "moved_to")
            opened_item = self._join(act, state.subject, low, at, token)
            return opened_item
        if not self._allow_person_first and not state.accepted:
            return False
        for link in acts.PERSON_FIRST.finditer(words):
            if link.start() == 0:
                continue
            named = persons(view, low, low + link.start(), True)
            if named is None or self._tells_a_life(low):
                continue
            at = low + (link.start() if link[0] in ("代理", "兼任") else link.end())
            state.pending, state.pending_start = [], None
            self._verb_start = min(self._verb_start if self._verb_start > self._sentence_start else low, low)
            act = Act("appoint", "person_first")
            if self._join(act, named, named[0].start, at, token):
                state.act = act
                return True
        return False

    def _tells_a_life(self, at: int) -> bool:
        """Whether the sentence up to ``at`` tells a past: a date or a word of careers, and no decision after it."""
        begin = max(self._sentence_start, self.view.masked.rfind("；", self._sentence_start, at) + 1)
        lead = self.view.masked[begin:at]
        window = self.view.masked[begin : min(at + 12, len(self.view.masked))]
        decided = re.search(r"决定|任免|表决|名单|研究|会议", lead)
        if acts.CAREER.search(window):
            return True
        return _DATED.search(lead) is not None and decided is None

    # --- what is said beside ------------------------------------------------------------------------------------------------

    def _attribute(self, words: str) -> None:
        """试用期一年 after a post goes to its item; 以上人员试用期均为一年 to every appointment of the list or line."""
        state = self._state
        rows = state.item.rows if state.item is not None else []
        if re.match(r"以上|上述", words) or (not rows and "均" in words):
            rows = [row for row in (self._list_rows or self._line_rows) if row.act.action == "appoint"]
        extra = attributes_of(words)
        for row in rows:
            row.attributes = row.attributes.with_(extra)

    def _reasoned(self, start: int, end: int) -> list[Person] | None:
        """Persons before a reason: 接受张三因工作变动, 接受张三."""
        view = self.view
        named = persons(view, start, end, True)
        if named:
            return named
        reason = _REASON.search(view.masked[start:end])
        if reason:
            self._state.reason = reason["reason"]
            return persons(view, start, start + reason.start(), True)
        return None

    def _unclear(self, start: int, end: int, code: str, message: str) -> None:
        self.notices.append(
            Notice("extraction", code, message, self.view.marked.printed(start, end), None, self.view.marked.document.document_id)
        )


_ORGANIZATION_START = re.compile(
    r"中|国|全|最高|第[一二三四五六七八九十\d]{1,4}届|省|市|县|区|州|盟|旗|镇|乡|[\u4e00-\u9fff]{2,4}(?:省|市|区|县|州|盟|旗|镇|乡)|原|兼|驻"
)
_PLACE_TAIL = re.compile(r"[省市县区州镇乡旗盟中国]$")


def is_name_only(named: list[Person], start: int) -> bool:
    """Whether nothing but names was read: no title before them."""
    return all(one.title_start is None for one in named)


def replace_end(token: Token, end: int) -> Token:
    """The token, ended earlier."""
    return replace(token, end=end)


def replace_act(item: Item, act: Act) -> Item:
    """An empty item with the same persons under another act."""
    return Item(act, item.persons, item.start)


__all__ = ["Reader", "is_post", "title_start"]
