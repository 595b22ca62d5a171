"""Policy changes: one parameter taken from an old value to a new one, both printed.

由50万元提高到55万元; 分别由30%、40%降低为20%、30% (two); 个人自负比例30%的…降低为个人自负比例25%; 由每50公斤112元提高至113元 (the basis goes
to the subject). Statistics that moved (城镇化率由…提高到…) are outcomes, not policy.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from orchestration.gazette.extraction.cases import is_case
from orchestration.gazette.extraction.policy_changes.effect import general_start, own_start
from orchestration.gazette.extraction.policy_changes.forms import changes_in, unit_of
from orchestration.gazette.extraction.policy_changes.policies import is_policy, sets_policy
from orchestration.gazette.extraction.policy_changes.tables import change_rows
from orchestration.gazette.language.date_marks import context_year
from orchestration.gazette.language.document_year import base_year
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Notice, PolicyChange

# Two characters that every such turn holds: the last of its verb and what leads to the new value, the rarer of the two,
# which re scans for.
_HINT = re.compile(
    r"[为到至成原上](?:(?<=[高髙调升加浮宽大长低少降缩减短简增整更改订正延迟前后涨标提惠扩展拓伸复][为到至成])|(?<=（原)|(?<=础上))"
)


def find(marked: MarkedText) -> Iterator[PolicyChange | Notice]:
    """Every parameter with its old and new value; the quote runs from the subject's words to the new value."""
    text = marked.text
    year = context_year(marked.document)
    if marked.document.tables and sets_policy(marked.document):
        yield from _in_tables(marked, year)
    if not _HINT.search(text) or is_case(marked.document.title, text):
        return
    general: dt.date | None = None
    told, looked = year, False
    for sentence in marked.sentences_with(_HINT):
        section = marked.section_at(sentence.start)
        headings = [above.heading for above in marked.ancestors(section)]
        for change in changes_in(text, sentence.start, sentence.end, headings[0] if headings else ""):
            if not is_policy(marked, change, sentence.start, headings, year):
                continue
            if not looked:
                told = year if year is not None else base_year(marked)  # 7月1日起 in undated news
                general, looked = marked.document.effective_from or general_start(text, told), True
            start, end = marked.clean(change.start, change.end)
            yield PolicyChange(
                start=start,
                end=end,
                rule_id=f"policy_changes.{change.rule}",
                subject=change.subject,
                old_value=change.old,
                new_value=change.new,
                unit=None if change.rule == "reach" else unit_of(change.new) or unit_of(change.old),
                effective_from=own_start(text, sentence.start, sentence.end, change, told) or general,
            )


def _in_tables(marked: MarkedText, year: int | None) -> Iterator[PolicyChange]:
    effective: dt.date | None = None
    for at, row in enumerate(change_rows(marked)):
        if at == 0:
            effective = marked.document.effective_from or general_start(marked.text, year)
        start, end = marked.clean(row.start, row.end)
        yield PolicyChange(
            start=start,
            end=end,
            rule_id="policy_changes.table",
            subject=row.subject,
            old_value=row.old,
            new_value=row.new,
            unit=row.unit,
            effective_from=effective,
        )
