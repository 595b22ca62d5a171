"""Who is who among the persons of the acts, and how long they held their posts, as far as the acts show.

Identity never rests on the name alone. Two acts are about one person only with one of these reasons:

* ``one clause``: both stand in one clause of one text (任命X为A、B), so that the name is printed once;
* ``same post``: they put that name into, or take it out of, the same post of the same body;
* ``moved in one list``: one list takes the name out of one post and puts it into another, and no other act of that list
  bears the name in the same direction outside one clause;
* ``stated post``: the text prints before the name a post (任命A局局长X为…, 原A局局长X) that an act gives to that name.

A spell in a post begins and ends only where an act says so. A removal without a known beginning is a spell whose start is
unknown; an appointment without a known end is open, which does not mean that it goes on today.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.records import Action

Status = Literal["open", "ended", "start_unknown"]
Reason = Literal["one clause", "same post", "moved in one list", "stated post", "only act"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActRow:
    """One published act. ``char_start``/``char_end`` and ``quote`` are its span in its document's text."""

    appointment_id: str
    document_id: str
    person_name: str
    action: Action
    organization: str | None
    agency_id: str | None
    post: str
    decision_date: dt.date | None = None
    listed_date: dt.date | None = None
    cited_date: dt.date | None = (
        None  # of the document that tells the act: its signing, else the month it was published
    )
    char_start: int = 0
    char_end: int = 0
    quote: str = ""
    region_id: str | None = None  # the place the document speaks for
    is_former_organization: bool = False
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """One person as far as can be told: the name, what tells namesakes apart, and why the acts belong together."""

    person_id: str
    name: str
    disambiguation: str
    reason: str


@dataclass(frozen=True, slots=True)
class PersonOfAct:
    """Which person an act is about, and why it is that one."""

    appointment_id: str
    person_id: str
    reason: str


@dataclass(frozen=True, slots=True)
class Term:
    """One spell of one person in one post. Dates are those of acts; ``*_cited`` those of the texts that tell of it."""

    term_id: str
    person_id: str
    agency_id: str | None
    organization: str | None
    post: str
    start_date: dt.date | None
    end_date: dt.date | None
    first_cited: dt.date | None
    last_cited: dt.date | None
    status: Status
    start_appointment_id: str | None
    end_appointment_id: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class Careers:
    """What ``resolve`` gives; ``person_of_act`` holds every act, motions too."""

    persons: tuple[Person, ...]
    person_of_act: tuple[PersonOfAct, ...]
    terms: tuple[Term, ...]


def resolve(acts: Sequence[ActRow]) -> Careers:
    """Persons and office terms over all acts of the warehouse; the order of ``acts`` does not matter."""
    ordered = sorted(acts, key=_order)
    reasons, groups = _identities(ordered)
    persons: list[Person] = []
    of_act: list[PersonOfAct] = []
    terms: list[Term] = []
    for group in groups:
        first = group[0]
        person_id = _id(
            "person", first.person_name, *_post_key(first), first.action, str(_date(first)), first.document_id
        )
        why = sorted({reasons[act.appointment_id] for act in group} - {"only act"})
        persons.append(Person(person_id, first.person_name, _disambiguation(first), "; ".join(why) or "only act"))
        of_act += [PersonOfAct(act.appointment_id, person_id, reasons[act.appointment_id]) for act in group]
        terms += _terms(person_id, group)
    return Careers(tuple(persons), tuple(of_act), tuple(terms))


# --- identity --------------------------------------------------------------------------------------------------------


class _Sets:
    """Disjoint sets of acts, by index."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, index: int) -> int:
        while self._parent[index] != index:
            self._parent[index] = self._parent[self._parent[index]]
            index = self._parent[index]
        return index

    def join(self, first: int, second: int) -> bool:
        """Joins two sets; False where they were one already."""
        one, other = sorted((self.find(first), self.find(second)))
        self._parent[other] = one
        return one != other


def _identities(acts: list[ActRow]) -> tuple[dict[str, Reason], list[list[ActRow]]]:
    """Groups of acts that are about one person, each ordered in time, and the reason each act is in its group."""
    sets = _Sets(len(acts))
    reasons: dict[str, Reason] = {act.appointment_id: "only act" for act in acts}
    by_name: dict[str, list[int]] = defaultdict(list)
    for index, act in enumerate(acts):
        by_name[simplified(act.person_name)].append(index)
    for indexes in by_name.values():
        if len(indexes) > 1:
            for first, second, reason in _links(acts, indexes, sets):
                if sets.join(first, second):
                    for index in (first, second):
                        if reasons[acts[index].appointment_id] == "only act":
                            reasons[acts[index].appointment_id] = reason
    groups: dict[int, list[ActRow]] = defaultdict(list)
    for index, act in enumerate(acts):
        groups[sets.find(index)].append(act)
    return reasons, list(groups.values())


def _links(acts: list[ActRow], indexes: list[int], sets: _Sets) -> Iterator[tuple[int, int, Reason]]:
    """Pairs of acts of one name that are about one person. Weaker reasons come later and see what is joined already."""
    pairs = [(a, b) for at, a in enumerate(indexes) for b in indexes[at + 1 :]]
    for a, b in pairs:
        if _is_one_clause(acts[a], acts[b]):
            yield a, b, "one clause"
    for a, b in pairs:
        if _post_key(acts[a]) == _post_key(acts[b]):
            yield a, b, "same post"
    by_list: dict[tuple[str, dt.date | None, dt.date | None], list[int]] = defaultdict(list)
    for index in indexes:
        by_list[_list_key(acts[index])].append(index)
    for members in by_list.values():
        into = {sets.find(index) for index in members if acts[index].action == "appoint"}
        out = {sets.find(index) for index in members if acts[index].action == "remove"}
        if len(into) == len(out) == 1:
            yield into.pop(), out.pop(), "moved in one list"
    for a, b in pairs:
        if _states(acts[a], acts[b]) or _states(acts[b], acts[a]):
            yield a, b, "stated post"


def _is_one_clause(first: ActRow, second: ActRow) -> bool:
    """Whether the spans overlap: rows of one clause share the printed name."""
    return (
        first.document_id == second.document_id
        and first.char_start < second.char_end
        and second.char_start < first.char_end
    )


def _list_key(act: ActRow) -> tuple[str, dt.date | None, dt.date | None]:
    """One list: one document under one heading date and decision."""
    return act.document_id, act.listed_date, act.decision_date


def _post_key(act: ActRow) -> tuple[str, str]:
    """What makes two posts one: the body's id, else its printed name within its region or, without one, its document."""
    post = re.sub(r"^代理?(?=.长)", "", simplified(act.post))
    if act.agency_id is not None and not act.agency_id.startswith("cn/"):
        return act.agency_id, post
    place = act.region_id or act.document_id
    name = act.agency_id or simplified(act.organization or "")
    return f"{place}|{name}", post


_BEFORE_NAME = re.compile(r"(?:任命|免去|聘任|决定|接受|同意|委派|推荐|了|由|原|时任|现任)+")


def _states(act: ActRow, other: ActRow) -> bool:
    """Whether the words before the name in one act's quote print the body and the post of the other."""
    at = act.quote.find(act.person_name)
    if at <= 0 or not other.organization:
        return False
    before = _BEFORE_NAME.sub("", simplified(act.quote[:at])).replace("原", "")
    stated = simplified(other.organization + other.post)
    # 市教育局局长 is printed so beside 淄博市教育局 + 局长: the bare level stands for the place with the same level.
    shorter = re.sub(r"^[\u4e00-\u9fff]{1,6}?(?=[省市县区州].{2})", "", stated)
    return any(words in (stated, shorter) for words in re.split("[、，]", before))


# --- terms -----------------------------------------------------------------------------------------------------------

_MOTION = re.compile(r"提请|提名|建议|提出辞去|(?:^|；)拟")


def _terms(person_id: str, group: list[ActRow]) -> Iterator[Term]:
    """The spells of one person, post by post: an appointment opens one, a removal closes it."""
    by_post: dict[tuple[str, str], list[ActRow]] = defaultdict(list)
    for act in group:
        if not (act.remark and _MOTION.search(act.remark)):  # a motion puts nobody in or out
            by_post[_post_key(act)].append(act)
    for acts in by_post.values():
        start: ActRow | None = None
        told: list[ActRow] = []
        for act in acts:
            if act.action == "appoint":
                if start is None:
                    start, told = act, []
                told.append(act)
            elif start is not None:
                yield _term(person_id, start, act, [*told, act])
                start = None
            elif told and told[-1].action == "remove" and _date(told[-1]) in (_date(act), None):
                told.append(act)  # the same removal told again
            else:
                told = [act]
                yield _term(person_id, None, act, told)
        if start is not None:
            yield _term(person_id, start, None, told)


def _term(person_id: str, start: ActRow | None, end: ActRow | None, told: Iterable[ActRow]) -> Term:
    act = start or end
    assert act is not None
    cited = [day for one in told for day in (one.decision_date, one.listed_date, one.cited_date) if day is not None]
    status: Status = "start_unknown" if start is None else "open" if end is None else "ended"
    return Term(
        term_id=_id("term", person_id, start.appointment_id if start else "", end.appointment_id if end else ""),
        person_id=person_id,
        agency_id=act.agency_id,
        organization=act.organization,
        post=act.post,
        start_date=_date(start) if start else None,
        end_date=_date(end) if end else None,
        first_cited=min(cited, default=None),
        last_cited=max(cited, default=None),
        status=status,
        start_appointment_id=start.appointment_id if start else None,
        end_appointment_id=end.appointment_id if end else None,
        reason="appointed and removed" if start and end else "appointed" if start else "removed",
    )


# --- shared ----------------------------------------------------------------------------------------------------------


def _date(act: ActRow) -> dt.date | None:
    """The day of an act: of its decision, else of the list it stands in."""
    return act.decision_date or act.listed_date


def _order(act: ActRow) -> tuple[dt.date, int, str, int, str]:
    """In time; on one day removals first (a post is left before it is taken up again), then as printed."""
    day = _date(act) or act.cited_date or dt.date.max
    return day, act.action == "appoint", act.document_id, act.char_start, act.appointment_id


def _disambiguation(act: ActRow) -> str:
    """The first act, in the words of the text: 2021年4月任淄博市教育局局长."""
    day = _date(act) or act.cited_date
    when = f"{day.year}年{day.month}月" if day else ""
    return f"{when}{'任' if act.action == 'appoint' else '免'}{act.organization or ''}{act.post}"


def _id(prefix: str, *parts: str) -> str:
    return f"{prefix}-{hashlib.blake2s(chr(31).join(parts).encode(), digest_size=6).hexdigest()}"
