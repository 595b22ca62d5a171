"""Makes rows of the persons and posts that a clause joins, and keeps what the sentence and the list lend on."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from orchestration.gazette.extraction.appointments.carrying import NAMED_STANDING, carried, inspection_of, is_standing
from orchestration.gazette.extraction.appointments.names import Person
from orchestration.gazette.extraction.appointments.offices import Attributes, Office, attributes_of, offices
from orchestration.gazette.extraction.appointments.rows import Act, Item, Row, State
from orchestration.gazette.extraction.appointments.view import View
from orchestration.gazette.language import acts
from orchestration.gazette.language.characters import simplified
from orchestration.gazette.language.posts import TASK_GROUP, TASK_SEATS
from orchestration.gazette.records import Notice

_DATED = re.compile(
    r"\d{4}年|[一二][〇○零九][一二三四五六七八九〇○零]{2}年|\d{1,2}月(?!\d{1,2}日)|去年|前年|当年|同年|(?<!\d)\d{4}[-/.]\d"
)
_ONCE = re.compile(
    r"\d{4}年(?:\d{1,2}月(?!\d{1,2}日)|[春夏秋冬初底末])，"
)  # how a history dates; a decision has its day
GIVES_UP = re.compile("[^。；\n]*，不再(?:担任|兼任)")  # of old posts only an act tells so
_RESPECTIVELY = re.compile(r"分别(?:任命|聘任|当选|担任|兼任|出任|就任|[为任])为?$")
_DECIDES = re.compile(r"(?:决定|批准|通知|公告)[：，]")
_PUBLISHED = re.compile(r"任免(?:通知|名单|消息|决定|信息)|人事任免")
_ANNOUNCED = re.compile(r"决定|任免|表决|名单|研究|会议|宣布|人事")


class Builder:
    """``rows`` and ``notices`` in the order of the text; ``state`` is that of the sentence being read."""

    def __init__(self, view: View, settle: Callable[[list[Row], int, int], None]) -> None:
        self.view = view
        self.rows: list[Row] = []
        self.notices: list[Notice] = []
        self.state = State(0)
        self.list_act: Act | None = None  # the act of a heading, for the lines below it
        self.last_organization: str | None = None
        self.lays_before: str | None = None  # the word by which the acts below are only moved: 现提请：
        self.heading: str | None = None  # a body that heads the lines below it
        self.tells_moves = False  # whether the text is a round of news of who moved where
        self.congress: str | None = None  # whose results the list below gives
        self._settle = settle
        self._list_start = 0  # how many rows there were when the list, or the line, began

    def begin_list(self, act: Act) -> None:
        """A heading (任命：): its act, and the decision said before it, go on to what follows."""
        self.list_act = act
        self._list_start = len(self.rows)
        self._settle([], self.state.start, self.state.verb_start)

    def under(self, heading: str) -> None:
        """A line that names a body: the posts below that leave theirs out are of it."""
        self.heading = self.last_organization = heading

    def begin_line(self) -> None:
        """A line outside a list: what is said of all above (以上人员试用期一年) reaches back to its beginning."""
        if self.list_act is None:
            self._list_start = len(self.rows)

    @property
    def names_last(self) -> bool:
        """Whether every item of the list so far names its person behind the post."""
        return all(row.person.end == row.end and row.person.start > row.start for row in self.rows[self._list_start :])

    def open_act(self, act: Act, start: int) -> None:
        """A verb: what waited for another one is dropped."""
        state = self.state
        state.act, state.verb_start, state.is_lent = act, start, False
        state.pending, state.pending_start = [], start
        state.group, state.group_post, state.is_accepted = None, None, False

    def opening(self, start: int) -> int:
        """Where an item's quote begins: at its verb if that opened it, else at the first waiting name."""
        state = self.state
        if state.pending_start is not None:
            return state.pending_start
        return min([start, *(waiting.start for waiting in state.pending)])

    def join(self, act: Act, named: list[Person], opening: int, start: int, end: int) -> bool:
        """Persons and the posts of [start, end) in one act; False where no post is read there."""
        found = offices(self.view, start, end)
        if found is None:
            return False
        respective = (
            len(named) > 1 and _RESPECTIVELY.search(self.view.masked, max(opening, start - 8), start) is not None
        )
        self.add(Item(act, named, opening, is_respective=respective), found)
        return True

    def add(self, item: Item, found: list[Office]) -> None:
        """Further posts of an item: a row for each of its persons."""
        state = self.state
        for office in found:
            is_same_person = item.last_organization is not None
            before = item.last_organization or self.last_organization or self.heading
            office = inspection_of(office, before)
            if item.last_organization is None and self.last_organization is None and is_standing(office):
                before = self._standing_before(office.start) or before
            organization = carried(office, before, is_same_person)
            if _is_task(office.post, organization):
                continue
            holders = item.persons
            if item.is_respective:
                if item.given >= len(item.persons):
                    break
                holders = [item.persons[item.given]]
                item.given += 1
            for one in holders:
                row = self._row(item, one, office, organization)
                item.rows.append(row)
                self.rows.append(row)
            item.last_organization = organization
            self.last_organization = organization or self.last_organization
        state.item, state.subject = item, item.persons
        state.pending, state.pending_start = [], None

    def _standing_before(self, at: int) -> str | None:
        """Whose standing committee the line names last before ``at``: 县十届人大常委会第三次会议决定…，A的常委会委员职务相应终止."""
        line = self.view.masked.rfind("\n", 0, at) + 1
        named = list(NAMED_STANDING.finditer(self.view.masked, line, at))
        return self.view.printed(*named[-1].span("body")) if named else None

    def _row(self, item: Item, one: Person, office: Office, organization: str | None) -> Row:
        start = item.start if not item.rows else one.start
        if start > one.start:
            start = one.start
        if one.start > office.end:  # the post stands before the name
            start = min(office.start, one.start)
        said = tuple(words for words in (item.act.remark, item.act.reason, one.remark) if words)
        attributes = Attributes(is_concurrent=item.is_concurrent, remarks=said).with_(office.attributes)
        return Row(
            act=item.act,
            person=one,
            start=start,
            end=max(office.end, one.end),
            organization=organization,
            post=office.post,
            organization_alias=office.organization_alias,
            is_former=office.is_former,
            attributes=attributes,
            is_automatic=item.act.is_automatic,
        )

    def titled(self, act: Act, named: list[Person], start: int, end: int) -> None:
        """免去县疾控中心主任黄某的职务: the post is the title before the name. The quote is [start, end)."""
        for one in named:
            if one.title_start is None:
                continue
            found = offices(self.view, one.title_start, one.start)
            if found:
                item = Item(act, [one], self.opening(start))
                self.add(item, found)
                for row in item.rows:
                    row.end = max(row.end, end)

    def attribute(self, words: str) -> None:
        """试用期一年 after a post goes to its item; 以上人员试用期均为一年 to every appointment of the list or line."""
        rows = self.state.item.rows if self.state.item is not None else []
        if re.match(r"以上|上述", words) or (not rows and "均" in words):
            rows = [row for row in self.rows[self._list_start :] if row.act.action == "appoint"]
            # behind the list of removals it is said of the appointments before it
            rows = rows or [row for row in self.rows if row.act.action == "appoint" and self.list_act is not None]
        extra = attributes_of(words)
        for row in rows:
            row.attributes = row.attributes.with_(extra)

    def concurrent(self) -> None:
        """The last item's posts are held beside another one (兼任)."""
        if self.state.item is not None:
            self.state.item.is_concurrent = True
            for row in self.state.item.rows:
                row.attributes = replace(row.attributes, is_concurrent=True)

    def tells_a_life(self, at: int) -> bool:
        """Whether the clause up to ``at`` tells a past: a date or a word of careers, and no decision after it."""
        masked = self.view.masked
        begin = max(self.state.start, masked.rfind("；", self.state.start, at) + 1)
        if _PUBLISHED.search(masked, begin, at):  # 此前4月24日的任免通知明确，…
            return False
        told = acts.CAREER.finditer(masked, begin, min(at + 12, len(masked)))
        careers = [word for word in told if not acts.NO_CAREER.match(masked, word.start())]
        if careers and not _DECIDES.search(masked, careers[-1].end(), at):  # 据官网消息，中央决定：…
            return True
        if (once := _ONCE.search(masked, begin, at)) and not _DECIDES.search(masked, once.end(), at):
            return True
        dated = _DATED.search(masked, begin, at)
        if dated is None or _ANNOUNCED.search(masked, begin, at):
            return False
        is_of_this_year = dated[0][-1] == "月" and not re.search("年|[-/.]", masked[begin:at])
        return not (is_of_this_year and GIVES_UP.match(masked, begin))  # 5月，A兼任X，不再兼任Y

    def is_decided(self, at: int) -> bool:
        """Whether the sentence says before ``at`` that something was decided."""
        return _ANNOUNCED.search(self.view.masked, self.state.start, at) is not None

    def unclear(self, start: int, end: int, code: str, message: str) -> None:
        """An act that is there but cannot be read with certainty."""
        quote = self.view.printed(start, end)
        self.notices.append(Notice("extraction", code, message, quote, None, self.view.marked.document.document_id))


def _is_task(post: str, organization: str | None) -> bool:
    """Whether a post is a seat in a group set up for a task: 领导小组组长; but 纪检监察组组长 is an office."""
    post, organization = simplified(post), simplified(organization or "")
    if post not in TASK_SEATS:
        return False
    if not organization or TASK_GROUP.search(organization):
        return True
    return post.endswith("组长") and not organization.endswith("组")
