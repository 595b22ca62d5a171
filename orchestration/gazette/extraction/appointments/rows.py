"""Acts while they are read: rows that later words of the same clause may still change, and what a sentence lends on."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from orchestration.gazette.extraction.appointments.names import Person
from orchestration.gazette.extraction.appointments.offices import Attributes
from orchestration.gazette.records import Action


@dataclass(frozen=True, slots=True)
class Act:
    """What a verb does: its direction, the word worth a remark, and whether it only moves that it be done."""

    action: Action
    rule: str
    remark: str | None = None
    is_motion: bool = False
    is_automatic: bool = False
    reason: str | None = None
    is_asked: bool = False  # told as a request (A提出辞去X), whose decision the text may quote elsewhere


@dataclass(slots=True)
class Row:
    """One person, one post, one act, in offsets of the matching form."""

    act: Act
    person: Person
    start: int
    end: int
    organization: str | None
    post: str
    organization_alias: str | None
    is_former: bool
    attributes: Attributes
    is_automatic: bool = False
    decided_by: str | None = None
    decision_date: dt.date | None = None
    listed_date: dt.date | None = None
    is_headline: bool = False
    is_heading: bool = False  # a line alone that says in short what the sentences below it say in full


@dataclass(slots=True)
class Item:
    """Persons and posts that one clause joins; further posts and attributes go to all of them."""

    act: Act
    persons: list[Person]
    start: int
    rows: list[Row] = field(default_factory=list)
    last_organization: str | None = None
    is_respective: bool = False  # A、B分别为甲、乙: the first post to the first person
    given: int = 0  # how many posts were given so far
    is_concurrent: bool = False  # 兼任X、Y: all of them
    is_undivided: bool = False  # 免去A教务处处长、B科研处处长职务: the next may begin with a name too


@dataclass(slots=True)
class State:
    """What the tokens of a sentence lend to the next: act, waiting names, the last item and its persons."""

    start: int  # of the sentence
    act: Act | None = None
    verb_start: int = 0
    tells_new: bool = False  # whether the sentence says 新 (新任, 新当选)
    is_lent: bool = False  # the act is that of a sentence before
    pending: list[Person] = field(default_factory=list)
    pending_start: int | None = None
    item: Item | None = None
    subject: list[Person] = field(default_factory=list)
    told: list[Person] = field(default_factory=list)  # of whom a clause before tells something that is no act
    held: Item | None = None  # posts named with their holder before the word that ends them
    group: str | None = None  # a body whose members are being named, titles before names
    group_post: str | None = None
    label_start: int | None = None  # of a post that a colon sets before its holders
    group_remark: str | None = None  # the word for what made them members (选举)
    is_accepted: bool = False
    reason: str | None = None
