"""任务与期限: which body answers for what, and what falls due when."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, data, filters, states, tables, theme
from dashboards.components.words import COLUMNS, RECURRENCES, ROLES

MOST = 25  # bodies in the chart
NAMES = "coalesce(i.title, f.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document"
JOINS = "left join dim_issue i on i.issue_id = f.issue_id left join dim_document d using (document_id)"

states.require("fct_assignments", "fct_deadlines", "dim_agency", "dim_issue", "dim_document")
st.title("任务与期限")
PARTS = ["任务分工", "期限"]
part = st.segmented_control(
    "查看", PARTS, default=PARTS[0], key="part", bind="query-params", required=True, label_visibility="collapsed"
)


def assignments() -> None:
    where = filters.Where()
    cells = iter(st.columns(5))
    body = "coalesce(a.name, f.agency_name)"
    with next(cells):
        filters.by_column(where, "单位", "agency", body, "fct_assignments f left join dim_agency a using (agency_id)")
    with next(cells):
        filters.by_code(
            where, "分工", "role", "f.role", "fct_assignments", ROLES, "“牵头”“配合”照原文；只写责任单位的为“负责”。"
        )
    filters.by_issue(where, "fct_assignments", cells)
    with next(cells):
        filters.by_words(where, "词", "words", ["f.task", "f.quote", "f.agency_name"], "任务或单位中的词")
    frame = data.frame(
        f"""select {data.fields("fct_assignments", "f", "issue", "document", "body")}, {body} as body, {NAMES}
        from fct_assignments f left join dim_agency a using (agency_id) {JOINS}
        where {where.sql} order by i.published_month desc nulls last, d.sequence, f.char_start""",
        where.parameters,
    ).with_columns(pl.col("role").replace(ROLES))
    if not states.present(frame, "任务分工", where.active):
        return
    most = frame.group_by("body").len().sort("len", "body", descending=[True, False])
    counted = (
        frame.group_by("body", "role")
        .len("n")
        .join(most.head(MOST), on="body")
        .sort("len", "body", descending=[True, False])
    )
    st.subheader("任务最多的单位")
    charts.show(
        charts.stacked(
            counted,
            "body",
            "n",
            "role",
            "任务数（项）",
            theme.ROLE_COLOURS,
            {"body": "单位", "role": "分工", "n": "项"},
            most["body"].head(MOST).to_list(),
        ),
        "各单位的任务数",
    )
    if most.height > MOST:
        st.caption(f"图中为任务最多的 {MOST} 个单位，共 {most.height} 个。")
    tables.fact_table(
        frame,
        "fct_assignments",
        {
            "body": "单位",
            "agency_name": "原文单位名",
            "role": "分工",
            "scope_path": "条目",
            "task": "任务",
            "quote": COLUMNS["quote"],
            "document": COLUMNS["document"],
            "issue": COLUMNS["issue"],
        },
        {"task": st.column_config.TextColumn("任务", width=360)},
    )


def deadlines() -> None:
    where = filters.Where()
    cells = iter(st.columns(4))
    with next(cells):
        filters.by_code(
            where,
            "周期",
            "recurrence",
            "f.recurrence",
            "fct_deadlines",
            RECURRENCES,
            "每月、每季度、每年重复的任务，没有单一到期日。",
        )
    filters.by_issue(where, "fct_deadlines", cells)
    with next(cells):
        filters.by_words(where, "词", "due", ["f.task", "f.quote"], "任务中的词")
    frame = data.frame(
        f"""select {data.fields("fct_deadlines", "f", "issue", "document")}, {NAMES}
        from fct_deadlines f {JOINS} where {where.sql}
        order by f.due_date nulls last, d.sequence, f.char_start""",
        where.parameters,
    ).with_columns(pl.col("recurrence").replace(RECURRENCES))
    if not states.present(frame, "期限", where.active):
        return
    dated = frame.filter(pl.col("due_date").is_not_null())
    if dated.height:
        st.subheader("到期日历")
        charts.show(
            charts.calendar(
                dated, "due_date", {"due_date": "到期日", "task": "任务", "document": "文件", "quote": "原文"}
            ),
            "按月的到期任务",
        )
        st.caption("一个方块是一项任务，排在到期的月份；日期为原文所指的最后一天（“9月底前”即9月30日）。")
    tables.fact_table(
        frame,
        "fct_deadlines",
        {
            "due_date": "到期日",
            "recurrence": "周期",
            "task": "任务",
            "is_computed": "推算",
            "quote": COLUMNS["quote"],
            "document": COLUMNS["document"],
            "issue": COLUMNS["issue"],
        },
        {
            "task": st.column_config.TextColumn("任务", width=360),
            "is_computed": st.column_config.CheckboxColumn(
                "推算", help="由“印发之日起若干日”一类的话算出，而非印出的日期。"
            ),
        },
    )


if part == PARTS[1]:
    deadlines()
else:
    assignments()
