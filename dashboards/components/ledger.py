"""Reconciliations as the pages show them: a document's own figures held against each other."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import data, scans, sources, states, tables
from dashboards.components.words import CHECKS, COLUMNS, RULES

TABLE = "fct_reconciliations"
TERMS = "印出的是文件所写的数，算出的来自文件自己的其他数字；差在容差之内为相符。不符的照列，不改原数。"


def read(condition: str = "true", parameters: list[object] | None = None) -> pl.DataFrame:
    """Checks with their document; broken ones first. Columns that a version may lack come as nulls."""
    have = data.columns(TABLE)
    optional = [
        f"r.{column}" if column in have else f"null as {column}" for column in ("label", "quote", "page", scans.COLUMN)
    ]
    return data.frame(
        f"""select r.reconciliation_id, r.rule, r.stated, r.computed, r.difference, r.tolerance, r.status,
            {", ".join(optional)}, r.document_id, coalesce(nullif(d.title, ''), d.document_id) as document, coalesce(i.title, r.issue_id) as issue
        from {TABLE} r left join dim_document d using (document_id) left join dim_issue i on i.issue_id = r.issue_id
        where {condition}
        order by list_position(['broken', 'not_checkable', 'holds'], r.status), r.rule, r.reconciliation_id""",
        parameters or [],
    )


def table(frame: pl.DataFrame, filtered: bool = False) -> None:
    """The checks as a table: status in words, the way to the stated figure."""
    if not states.present(frame, "核对", filtered):
        return
    places = frame.select("document_id", "page", "quote").to_dicts()
    links = [sources.reader_link(r["document_id"], None, r["page"]) if r["document_id"] else None for r in places]
    shown = scans.marked(frame).with_columns(
        pl.col("stated", "computed", "difference", "tolerance").round(6),
        pl.col("status").replace(CHECKS),
        pl.col("rule").replace(RULES),
        pl.Series("source", links, dtype=pl.String),
        pl.col("label").fill_null(pl.col("rule")),
    )
    number = {name: st.column_config.NumberColumn(label, format="%.8g", width=90) for name, label in NUMBERS.items()}
    number["tolerance"] = st.column_config.NumberColumn(
        "容差", format="%.8g", width=90, help="印出的数末位的一半，逐项相加。"
    )
    names = {
        "source": "出处",
        **({"doubt": COLUMNS["doubt"]} if "doubt" in shown.columns else {}),
        "status": "结果",
        "label": "核对内容",
        **NUMBERS,
        "tolerance": "容差",
        "rule": "规则",
        "document": "文件",
        "issue": "期次",
    }
    tables.plain_table(shown, names, TABLE, number)


NUMBERS = {"stated": "印出", "computed": "算出", "difference": "差"}


def summary(frame: pl.DataFrame) -> None:
    """How many checks hold, are broken or cannot be made, in one line."""
    counts = dict(frame.group_by("status").len().iter_rows())
    cells = st.columns(4)
    for cell, (code, label) in zip(cells, CHECKS.items(), strict=False):
        cell.metric(label, f"{counts.get(code, 0):,}", help=TERMS if code == "broken" else None)
