"""The reader's page of one document: its elements, the chosen fact, the text with facts marked."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboards.components import data, reader, scans
from dashboards.components.words import ACTIONS, BREAKDOWNS, COLUMNS, FAMILIES, RECURRENCES, ROLES, Family

WHOLE = "regexp_replace({}::varchar, '[.]0$', '')"  # 86.0 is printed 86
# What a fact says in a few words, for tooltips: SQL over the fact's own row.
SAYS = {
    "fct_targets": f"indicator || ' ' || comparator || ' ' || {WHOLE.format('value')} || coalesce(unit, '')",
    "fct_outcomes": f"indicator || ' ' || comparator || ' ' || {WHOLE.format('value')} || coalesce(unit, '')",
    "fct_land_supply": f"coalesce(land_use, breakdown) || ' ' || {WHOLE.format('area')} || unit",
    "fct_appointments": "person_name || ' ' || action || ' ' || coalesce(organization, '') || post",
    "fct_assignments": "agency_name || ' ' || role",
    "fct_deadlines": "coalesce(strftime(due_date, '%Y-%m-%d'), recurrence, '')",
    "fct_policy_changes": "subject || ' ' || old_value || ' → ' || new_value",
    "fct_citations": "coalesce(cited_title, cited_number, '')",
    "fct_recognitions": "ordinal || ' ' || name",
}
ELEMENTS = {
    "doc_number": "文号",
    "issuer": "发文机关",
    "signed_date": "成文日期",
    "effective_from": "施行日期",
    "effective_to": "有效期至",
    "registration_number": "登记号",
    "addressees": "主送机关",
    "attached_title": "所附文件",
    "attachments": "附件",
    "issue": "期次",
    "pages": "页码",
}
NAMES = {**ACTIONS, **ROLES, **BREAKDOWNS, **RECURRENCES, "=": "", ">=": "≥", "<=": "≤", "~": "≈"}


def facts(document_id: str) -> list[dict[str, Any]]:
    """All facts of a document: family, id, span, page, rule and what they say."""
    found = []
    for number, family in enumerate(FAMILIES):
        if data.has(family.table):
            rows = data.rows(
                f"select {family.key} as id, char_start, char_end, page, rule_id, quote, {scans.column(family.table)}, "
                f"{SAYS[family.table]} as says "
                f"from {family.table} where document_id = ? order by char_start",
                [document_id],
            )
            found += [{**row, "family": family, "number": number} for row in rows]
    return found


def show(document_id: str, fact_id: str | None, at: int | None, words: list[str]) -> None:
    """The page of one document."""
    sql = f"""select {data.fields("dim_document", "d", "issue", "source_file", "source_sha256")},
        coalesce(i.title, d.issue_id) as issue, i.source_file, i.source_sha256 from dim_document d
        left join dim_issue i using (issue_id) where d.document_id = ?"""
    found = data.rows(sql, [document_id])
    if not found:
        st.warning(
            f"这个版本的仓库没有文件 `{document_id}`。它可能已被重新编号，或所在期次没有读入。", icon=":material/help:"
        )
        return
    document = found[0]
    st.title(document["title"] or document_id)
    _elements(document)
    known = facts(document_id)
    chosen = next((fact for fact in known if fact["id"] == fact_id), None)
    if fact_id and not chosen:
        st.warning(f"这份文件里没有编号为 `{fact_id}` 的事实；规则或原文变动后编号会改变。", icon=":material/help:")
    if chosen:
        _chosen(chosen)
    marked = _families(known)
    sections = data.rows("select * from dim_section where document_id = ? order by char_start, depth", [document_id])
    text: str = document["text"]
    spans = [
        reader.Span(
            fact["char_start"],
            fact["char_end"],
            f"f{fact['number']}",
            f"{fact['family'].label}：{_words(fact)}",
            fact is chosen,
        )
        for fact in known
        if fact["family"].label in marked or fact is chosen
    ]
    headings = [
        reader.Heading(
            s["char_start"], _heading_end(text, s), s["depth"], f"{s['label'] or ''} {s['heading'] or ''}".strip()
        )
        for s in sections
    ]
    st.html(reader.page(text, [*spans, *reader.hits(text, words)], headings, at), unsafe_allow_javascript=True)


def _heading_end(text: str, section: dict[str, Any]) -> int:
    """Where a section's printed heading ends: after its words where they stand in the first line."""
    start: int = section["char_start"]
    line_end = text.find("\n", start)
    line = text[start : line_end if line_end >= 0 else len(text)]
    heading = section["heading"] or ""
    place = line.find(heading) if heading else -1
    return start + (place + len(heading) if place >= 0 else min(len(line), len(section["label"] or "")))


def _elements(document: dict[str, Any]) -> None:
    first, last = document["page_first"], document["page_last"]
    document["pages"] = None if first is None else f"{first}" if first == last else f"{first}–{last}"
    shown = []
    for key, label in ELEMENTS.items():
        value = document[key]
        if value:
            shown.append(f"**{label}** {'、'.join(value) if isinstance(value, list) else value}")
    st.markdown("　".join(shown))
    if document["source_file"]:
        st.caption(f"来源文件 `{document['source_file']}`　SHA-256 `{(document['source_sha256'] or '')[:16]}…`")


def _words(fact: dict[str, Any]) -> str:
    return " ".join(NAMES.get(word, word) for word in str(fact["says"] or "").split(" "))


def _chosen(fact: dict[str, Any]) -> None:
    family: Family = fact["family"]
    page = f"第 {fact['page']} 页" if fact["page"] is not None else "页码未知"
    doubt = scans.doubt(fact[scans.COLUMN])
    st.info(
        f"**{family.label}**　{_words(fact)}　·　{page}　·　规则 `{fact['rule_id']}`　·　编号 `{fact['id']}`"
        + (f"　·　{doubt}，{COLUMNS['doubt']}" if doubt else ""),
        icon=":material/ink_highlighter:",
    )


def _families(known: list[dict[str, Any]]) -> set[str]:
    counts: dict[str, int] = {}
    for fact in known:
        counts[fact["family"].label] = counts.get(fact["family"].label, 0) + 1
    if not counts:
        st.caption("这份文件中没有读出事实。")
        return set()
    numbers = "，".join(f"{label} {count}" for label, count in counts.items())
    picked = st.pills(
        f"标出的事实（{numbers}）",
        list(counts),
        selection_mode="multi",
        default=list(counts),
        key="marks",
        bind="query-params",
        help="鼠标停在下划线上可看读出的内容。",
    )
    return set(picked)
