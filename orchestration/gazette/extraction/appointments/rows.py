"""Acts while they are read: rows that later words of the same clause may still change."""

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


@dataclass(slots=True)
class Item:
    """Persons and posts that one clause joins; further posts and attributes go to all of them."""

    act: Act
    persons: list[Person]
    start: int
    rows: list[Row] = field(default_factory=list)
    last_organization: str | None = None
