"""核对与警告: every arithmetic check of a document against itself, and everything that was met and not understood."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, data, filters, ledger, sources, states, tables, theme
from dashboards.components.words import CHECKS, COLUMNS, RULES, STAGES, WARNINGS

states.require("fct_warnings", "fct_reconciliations", "dim_issue", "dim_document")
st.title("核对与警告")
PARTS = ["核对", "警告"]
part = st.segmented_control(
    "查看", PARTS, default=PARTS[0], key="part", bind="query-params", required=True, label_visibility="collapsed"
)


def checks() -> None:
    st.caption("用文件自己的分项、占比、总数相互验算。" + ledger.TERMS)
    where = filters.Where()
    cells = iter(st.columns(4))
    with next(cells):
        filters.by_code(where, "结果", "status", "r.status", "fct_reconciliations", CHECKS)
    with next(cells):
        filters.by_code(where, "规则", "rule", "r.rule", "fct_reconciliations", RULES)
    filters.by_issue(where, "fct_reconciliations", cells, alias="r")
    frame = ledger.read(where.sql, where.parameters)
    if not states.present(frame, "核对", where.active):
        return
    ledger.summary(frame)
    counted = (
        frame.group_by("rule", "status")
        .len("n")
        .with_columns(pl.col("status").replace(CHECKS), pl.col("rule").replace(RULES))
    )
    charts.show(
        charts.stacked(
            counted,
            "rule",
            "n",
            "status",
            "核对数（次）",
            theme.CHECK_COLOURS,
            {"rule": "规则", "status": "结果", "n": "次"},
        ),
        "各规则的核对结果",
    )
    ledger.table(frame, where.active)


def warnings() -> None:
    st.caption("读到而没有读懂、或隔离起来的：不猜，列在这里。")
    where = filters.Where()
    cells = iter(st.columns(4))
    with next(cells):
        filters.by_code(where, "环节", "stage", "f.stage", "fct_warnings", STAGES)
    with next(cells):
        filters.by_code(where, "种类", "code", "f.code", "fct_warnings", WARNINGS)
    with next(cells):
        filters.by_column(
            where, "期次", "warned", "f.issue_id", "fct_warnings f", "隔离的期次不在已读之列，所以按编号筛选。"
        )
    with next(cells):
        filters.by_words(where, "词", "words", ["f.message", "coalesce(f.quote, '')"], "说明或原文中的词")
    frame = data.frame(
        f"""select {data.fields("fct_warnings", "f", "issue", "document", "quarantined")},
            coalesce(i.title, f.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document, i.issue_id is null as quarantined
        from fct_warnings f left join dim_issue i using (issue_id) left join dim_document d using (document_id)
        where {where.sql} order by quarantined desc, f.stage, f.code, f.issue_id, f.page""",
        where.parameters,
    )
    if not states.present(frame, "警告", where.active):
        return
    cells = iter(st.columns(4))
    next(cells).metric("警告", f"{frame.height:,}")
    next(cells).metric("隔离的期次", frame.filter(pl.col("quarantined"))["issue_id"].drop_nulls().n_unique())
    frame = frame.with_columns(pl.col("stage").replace(STAGES), pl.col("code").replace(WARNINGS))
    counted = frame.group_by("code", "stage").len("n")
    charts.show(
        charts.bars(
            counted, "code", "n", "警告数（条）", {"code": "种类", "stage": "环节", "n": "条"}, theme.GREY, text="n"
        ),
        "各种警告的数目",
    )
    links = [
        sources.reader_link(r["document_id"], None, r["page"]) if r["document_id"] else None
        for r in frame.select("document_id", "page").to_dicts()
    ]
    tables.plain_table(
        frame.with_columns(pl.Series("source", links, dtype=pl.String)),
        {
            "source": COLUMNS["source"],
            "stage": "环节",
            "code": "种类",
            "message": "说明",
            "quote": COLUMNS["quote"],
            "document": COLUMNS["document"],
            "issue": COLUMNS["issue"],
            "page": "页",
        },
        "fct_warnings",
        {"message": st.column_config.TextColumn("说明", width=460)},
    )


if part == PARTS[1]:
    warnings()
else:
    checks()
