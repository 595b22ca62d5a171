"""What passes between the rooms: pages, documents, sections and facts.

All offsets are Unicode code points into ``Document.text`` (the clean text), end exclusive, so that
``document.text[fact.start:fact.end]`` is the fact's quote. Nothing here computes; it only names.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import field
from typing import Literal

from orchestration.gazette.record_class import record

Comparator = Literal[">=", "<=", "=", "~", "range"]
Measure = Literal["level", "growth_rate", "increment", "reduction_rate", "share", "count", "cumulative"]
Action = Literal["appoint", "remove"]
Role = Literal["responsible", "lead", "support"]
Breakdown = Literal["total", "by_use", "by_region", "residential_by_region", "by_region_and_use"]
Recurrence = Literal["monthly", "quarterly", "yearly"]


CELL = " | "  # stands between the cells of a table's row in the clean text


@record(frozen=True, slots=True)
class Line:
    """One printed line in reading order, as a reader found it; blank lines are not kept."""

    text: str
    number: int  # 1-based line in the source (text), or on the page (PDF, scan)
    cells: tuple[str, ...] | None = (
        None  # set when the line is a row of a table: text is then the cells joined by " | "
    )
    confidence: float | None = None  # 0..1 for recognised scans, None where the source states its own text
    opens_block: bool | None = None  # True: starts a paragraph; False: continues one; None: the source does not say


@record(frozen=True, slots=True)
class Page:
    """One sheet of the source, running headers and footers still among its lines unless the reader knew their place."""

    lines: tuple[Line, ...]
    number: int | None = None  # the page number as printed; None where unknown


@record(frozen=True, slots=True)
class Notice:
    """Something met and not understood, or quarantined: becomes a row of fct_warnings."""

    stage: str  # reading, text, structure, extraction, identity, corrections
    code: str  # short_snake_case, stable, so that people can filter by it
    message: str  # what is wrong and the way out, one sentence a person can act on
    quote: str | None = None
    page: int | None = None
    document_id: str | None = None


@record(frozen=True, slots=True)
class Source:
    """Where one issue's bytes come from. Made outside the domain; carried through to dim_issue."""

    gazette_id: str
    issue_id: str
    file: str  # path relative to the raw folder's parent, e.g. raw/zibo/2021-04.txt
    sha256: str
    origin: dict[str, object] = field(default_factory=dict)  # the origin sidecar, {} where there is none
    gazette: dict[str, object] = field(default_factory=dict)  # gazette.yml, {} where there is none


@record(frozen=True, slots=True)
class Section:
    """One numbered section of a document; the tree is given by parent_id."""

    section_id: str
    document_id: str
    parent_id: str | None
    depth: int  # 1 for the outermost
    label: str  # 二 / (五) / 1. / (1) / 2.1.3 / 第一章 / 第三条
    path: str  # 二、(五)
    heading: str  # the heading's words without its label; for a run-in heading its first sentence
    start: int  # the section's whole span, label included, up to the next section that is not inside it
    end: int
    heading_end: int  # offset where label and heading end
    page_first: int | None = None
    page_last: int | None = None


@record(frozen=True, slots=True)
class Table:
    """A table kept in the clean text as lines of "a | b | c": its cells with their spans."""

    start: int
    end: int
    rows: tuple[tuple[tuple[int, int], ...], ...]  # per row, per cell: (start, end) in the document's text


@record(frozen=True, slots=True)
class Document:
    """One document of an issue, elements named after GB/T 9704-2012."""

    document_id: str
    issue_id: str
    sequence: int
    kind: str | None  # 通知, 意见, 决定, 公告, 通告, 批复, 函, 报告, 方案, 规划, 计划, 预案, 任免, 令 …
    title: str
    text: str
    doc_number: str | None = None
    doc_prefix: str | None = None
    doc_year: int | None = None
    doc_serial: int | None = None
    issuer: str | None = None
    addressees: tuple[str, ...] = ()
    signed_date: dt.date | None = None
    effective_from: dt.date | None = None
    effective_to: dt.date | None = None
    registration_number: str | None = None
    attached_title: str | None = None
    attachments: tuple[str, ...] = ()
    body_start: int = 0  # offset after title, number and addressees
    body_end: int = (
        0  # offset where signature, date, attachment notes of the notice begin (text may go on: the plan after it)
    )
    attached_start: int | None = None  # offset of the plan or scheme printed after the notice
    sections: tuple[Section, ...] = ()
    tables: tuple[Table, ...] = ()
    page_map: tuple[tuple[int, int | None, int], ...] = ()  # (offset, printed page or None, source line), ascending
    # (start, end, 0..1) of every line that was recognised in a picture, ascending; none where the source states its text
    confidences: tuple[tuple[int, int, float], ...] = ()
    region_name: str | None = None  # the place the document speaks for, as printed: 淄博市
    region_id: str | None = None  # of that place, by gazette.lexicon
    issuer_agency_id: str | None = None  # of the (first) issuer, by gazette.lexicon
    traditional: bool = False  # whether the text is printed in traditional characters


# --- facts -----------------------------------------------------------------------------------------------------------
# Every fact carries (start, end, rule_id) and what its published table names beside provenance. Ids that need a
# register (indicator_id, agency_id, region_id …) are filled by the fact's own module through gazette.lexicon; None
# where unknown.


@record(frozen=True, slots=True, kw_only=True)
class Fact:
    start: int
    end: int
    rule_id: str  # family.rule_name: the rule that stated it


@record(frozen=True, slots=True, kw_only=True)
class Statement(Fact):
    """A target (side="target") or an outcome (side="outcome"): one indicator, value and unit."""

    side: Literal["target", "outcome"]
    indicator: str
    indicator_id: str | None = None
    measure: Measure
    comparator: Comparator
    hedge: str | None = None
    binding: str | None = None  # 预期性, 约束性
    value: float
    value_upper: float | None = None
    unit: str | None = None  # as printed after digit normalisation
    base_value: float | None = None  # without 万/亿/千
    base_value_upper: float | None = None
    base_unit: str | None = None
    period_start: dt.date | None = None
    period_end: dt.date | None = None
    deadline: dt.date | None = None
    region_id: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class LandFigure(Fact):
    figure_kind: Literal["planned", "actual"]
    plan_year: int | None
    region_id: str | None
    region_name: str | None  # as printed
    breakdown: Breakdown
    land_use_id: str | None = None
    land_use: str | None = None  # as printed
    parent_land_use: str | None = None
    area_ha: float
    share_pct: float | None = None
    area: float
    unit: str


@record(frozen=True, slots=True, kw_only=True)
class Appointment(Fact):
    person_name: str
    action: Action
    organization: str | None  # as printed, without 原
    organization_alias: str | None = None
    agency_id: str | None = None
    post: str
    post_alias: str | None = None
    decided_by: str | None = None
    decision_date: dt.date | None = None
    listed_date: dt.date | None = None
    probation_months: int | None = None
    secondment_months: int | None = None
    is_concurrent: bool = False
    is_automatic: bool = False
    is_former_organization: bool = False
    remark: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class Assignment(Fact):
    agency_id: str | None
    agency_name: str  # as printed
    role: Role
    scope_path: str | None
    task: str | None
    scope_start: int  # the words the bracket governs, so that targets inside find their agencies
    scope_end: int


@record(frozen=True, slots=True, kw_only=True)
class PolicyChange(Fact):
    subject: str
    old_value: str
    new_value: str
    unit: str | None = None
    effective_from: dt.date | None = None


@record(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    task: str
    due_date: dt.date | None = None
    recurrence: Recurrence | None = None
    is_computed: bool = False


@record(frozen=True, slots=True, kw_only=True)
class Citation(Fact):
    cited_number: str | None = None
    cited_title: str | None = None


@record(frozen=True, slots=True, kw_only=True)
class Recognition(Fact):
    list_title: str
    name: str
    ordinal: int
    year: int | None = None


@record(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """One arithmetic check of a document against itself. Spans are those of the stated figure where it has one."""

    rule: str
    label: str  # what was checked, in words a reader understands
    stated: float | None
    computed: float | None
    difference: float | None
    tolerance: float | None
    status: Literal["holds", "broken", "not_checkable"]
    start: int | None = None
    end: int | None = None


@record(frozen=True, slots=True)
class DocumentReading:
    """One document with all that was read from it."""

    document: Document
    statements: tuple[Statement, ...] = ()
    land: tuple[LandFigure, ...] = ()
    appointments: tuple[Appointment, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    policy_changes: tuple[PolicyChange, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    citations: tuple[Citation, ...] = ()
    recognitions: tuple[Recognition, ...] = ()
    reconciliations: tuple[Reconciliation, ...] = ()
    notices: tuple[Notice, ...] = ()


@record(frozen=True, slots=True)
class IssueReading:
    """One issue with all that was read from it: what gazette.pipeline returns and warehouse loads."""

    source: Source
    media_type: str
    reader: str
    title: str | None
    year: int | None
    number: int | None
    published_month: dt.date | None
    page_count: int | None
    char_count: int
    pages: tuple[Page, ...]
    documents: tuple[DocumentReading, ...]
    notices: tuple[Notice, ...] = ()
    repairs: dict[str, int] = field(default_factory=dict)  # repair step -> how often it acted
