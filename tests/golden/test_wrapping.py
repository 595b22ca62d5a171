"""The first issue, typed cleanly and set anew at any width, gives the same documents and the same facts."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import IssueReading, Source
from tests.support.wrapping import wrapped

RAW = (Path(__file__).parents[2] / "raw/zibo/2021-04.txt").read_text(encoding="utf8")
ELEMENTS = (
    "kind", "title", "doc_number", "issuer", "addressees", "signed_date", "effective_from", "effective_to",
    "registration_number", "attached_title", "attachments", "region_name",
)  # fmt: skip
FACTS = {
    "statements": ("side", "indicator", "measure", "comparator", "value", "unit", "period_start", "period_end"),
    "land": ("figure_kind", "plan_year", "breakdown", "region_name", "land_use", "area", "unit", "share_pct"),
    "appointments": ("person_name", "action", "organization", "post", "decision_date", "listed_date", "decided_by"),
    "assignments": ("agency_name", "role"),
    "policy_changes": ("subject", "old_value", "new_value", "effective_from"),
    "deadlines": ("due_date", "recurrence"),
    "citations": ("cited_number", "cited_title"),
    "recognitions": ("name", "ordinal", "list_title"),
}
WIDE = str.maketrans({chr(code): chr(code + 0xFEE0) for code in range(0x30, 0x7B) if chr(code).isalnum()} | {"%": "％"})


def read(text: str) -> IssueReading:
    return read_issue(text.encode(), Source("zibo", "zibo-2021-04", "2021-04.txt", "0"))


def told(issue: IssueReading) -> tuple[list[tuple[object, ...]], Counter[tuple[object, ...]]]:
    """All elements of all documents, and all facts without their offsets."""
    elements = [tuple(getattr(item.document, name) for name in ELEMENTS) for item in issue.documents]
    facts = Counter(
        (family, item.document.sequence, *(getattr(fact, name) for name in names))
        for item in issue.documents
        for family, names in FACTS.items()
        for fact in getattr(item, family)
    )
    return elements, facts


@lru_cache(maxsize=1)
def printed() -> tuple[str, list[tuple[object, ...]], Counter[tuple[object, ...]]]:
    issue = read(RAW)
    clean = "\n".join(item.document.text for item in issue.documents)
    return clean, *told(issue)


@given(st.integers(min_value=16, max_value=90), st.booleans(), st.booleans())
@settings(max_examples=15, deadline=None)
def test_at_any_width(width: int, by_ems: bool, hanging: bool) -> None:
    clean, elements, facts = printed()
    again = told(read(wrapped(clean, width, by_ems=by_ems, hanging=hanging)))
    assert again[0] == elements
    assert again[1] == facts


FORMS = {
    "typed cleanly": lambda clean: clean,
    "blank lines between": lambda clean: clean.replace("\n", "\n\n"),
    "paragraphs indented": lambda clean: "\n".join("　　" + line for line in clean.split("\n")),
    "digits and Latin of full width": lambda clean: clean.translate(WIDE),
    "without running headers": lambda _: "\n".join(
        line
        for line in RAW.split("\n")
        if not re.search("公报　", line) and line.strip() not in ("市政府文件", "市政府办公室文件", "人事任免")
    ),
    "without blank lines": lambda _: "\n".join(line for line in RAW.split("\n") if line.strip()),
}


@pytest.mark.parametrize("form", FORMS)
def test_however_it_was_typed(form: str) -> None:
    clean, elements, facts = printed()
    again = told(read(FORMS[form](clean)))
    assert again[0] == elements
    assert again[1] == facts
