"""文件: search with ranked passages, the list of documents, and the reader (?document=…&fact=…)."""

from __future__ import annotations

from html import escape

import polars as pl
import streamlit as st

from dashboards.components import data, document, filters, search, sources, states, tables
from dashboards.components.words import FAMILIES

states.require("dim_document", "dim_section", "dim_issue")
asked = st.query_params
if "document" in asked:
    if st.button("返回文件列表", icon=":material/arrow_back:", type="tertiary"):
        st.query_params.clear()
        st.rerun()
    at = asked.get("at", "")
    document.show(
        asked["document"], asked.get("fact"), int(at) if at.isdigit() else None, asked.get("find", "").split()
    )
    st.stop()

st.title("文件")
where = filters.Where()
cells = iter(st.columns([2, 1, 1, 1]))
with next(cells):
    asked_for = st.text_input("搜索", key="q", bind="query-params", placeholder="用空格分开的词，须同时出现")
    words = search.split(asked_for or "")
with next(cells):
    filters.by_column(where, "文种", "kind", "f.kind", "dim_document f")
filters.by_issue(where, "dim_document", cells)

if words:
    found = search.find(words, where)
    if not states.present(found, "段落", True):
        st.stop()
    total = found[0]["found"]
    shown = f"，列出前 {len(found)} 处" if total > len(found) else ""
    st.caption(f"{total:,} 处{shown}，按所在位置（标题、小标题、正文）和次数排列。")
    for hit in found:
        start, passage = search.passage(hit, words)
        link = escape(sources.place_link(hit["document_id"], start, words), quote=True)
        title = escape(hit["title"] or hit["document_id"])
        page = sources.pages(hit["page_first"], hit["page_last"])
        parts = (hit["doc_number"], hit["path"], hit["heading"], hit["issue_id"], page)
        st.html(
            f'<div class="gb-quote"><a href="{link}" target="_self"><b>{title}</b></a>'
            f'<div class="gb-meta">{escape(" · ".join(str(part) for part in parts if part))}</div>…{passage}…</div>'
        )
    st.stop()

counted = [f"select document_id from {family.table}" for family in FAMILIES if data.has(family.table)]
frame = data.frame(
    f"""with numbers as (
        select document_id, count(*) as facts
        from ({" union all ".join(counted) or "select null as document_id"}) group by all),
    shown as (
        select f.document_id, f.issue_id, f.sequence, f.kind, f.title, f.doc_number, f.issuer, f.signed_date,
            f.page_first as page, length(f.text) as characters from dim_document f where {where.sql})
    select s.*, coalesce(c.facts, 0) as facts, coalesce(i.title, s.issue_id) as issue
    from shown s left join numbers c using (document_id) left join dim_issue i on i.issue_id = s.issue_id
    order by i.published_month desc nulls last, s.issue_id, s.sequence""",
    where.parameters,
)
if states.present(frame, "文件", where.active):
    links = [
        sources.reader_link(row["document_id"], None, row["page"])
        for row in frame.select("document_id", "page").to_dicts()
    ]
    tables.plain_table(
        frame.with_columns(pl.Series("source", links, dtype=pl.String)),
        {
            "source": "打开",
            "title": "标题",
            "doc_number": "文号",
            "kind": "文种",
            "issuer": "发文机关",
            "signed_date": "成文日期",
            "facts": "事实数",
            "characters": "字数",
            "issue": "期次",
        },
        "documents",
        {"title": st.column_config.TextColumn("标题", width=420)},
    )
