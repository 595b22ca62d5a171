"""From a fact to the words that state it: links to the reader, and the quote in its context."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

import polars as pl
import streamlit as st

from dashboards.components import data, scans

CONTEXT = 140  # characters shown on either side of a quote


def reader_link(document_id: str, fact_id: str | None = None, page: int | None = None) -> str:
    """The address of the reader at a fact; the part after # is only what the table prints as the link's text."""
    query = {"document": document_id} | ({"fact": fact_id} if fact_id else {})
    return f"/documents?{urlencode(query)}#{f'第{page}页' if page is not None else '原文'}"


def pages(first: int | None, last: int | None) -> str | None:
    """The printed pages of a section or a document: 第9页, 第9–10页; None where they are unknown."""
    if first is None:
        return None
    return f"第{first}页" if last in (None, first) else f"第{first}–{last}页"


def place_link(document_id: str, at: int, words: list[str]) -> str:
    """The address of the reader at an offset, with searched words marked."""
    return f"/documents?{urlencode({'document': document_id, 'at': at, 'find': ' '.join(words)})}"


def with_source(frame: pl.DataFrame, key: str) -> pl.DataFrame:
    """The frame with a column `source` of reader links made of document_id, the fact's id and page."""
    links = [
        reader_link(row["document_id"], row[key], row["page"])
        for row in frame.select("document_id", key, "page").to_dicts()
    ]
    return frame.with_columns(pl.Series("source", links, dtype=pl.String))


def show_quote(table: str, key: str, fact_id: str) -> None:
    """A fact's quote marked within the text around it, its document, page and rule, and the way to the reader."""
    found = data.rows(
        f"""
        select f.document_id, d.title, d.doc_number, f.quote, f.page, f.rule_id, {scans.column(table)},
            substring(d.text, greatest(f.char_start - {CONTEXT}, 0) + 1, least(f.char_start, {CONTEXT})) as before,
            substring(d.text, f.char_end + 1, {CONTEXT}) as after
        from {table} f join dim_document d using (document_id) where f.{key} = ?
        """,
        [fact_id],
    )
    if not found:
        return
    fact = found[0]
    place = " · ".join(
        str(part)
        for part in (
            fact["title"],
            fact["doc_number"],
            fact["page"] and f"第{fact['page']}页",
            fact["rule_id"],
            scans.doubt(fact[scans.COLUMN]),
        )
        if part
    )
    st.html(
        f'<div class="gb-quote">…{escape(fact["before"])}<mark>{escape(fact["quote"])}</mark>{escape(fact["after"])}…'
        f'<div class="gb-meta">{escape(place)}</div></div>'
    )
    st.page_link(
        "views/documents.py",
        label="在阅读器中打开",
        icon=":material/menu_book:",
        query_params={"document": fact["document_id"], "fact": fact_id},
    )
