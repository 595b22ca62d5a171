"""人事任免: the acts, what becomes of a person, a body or a post over time, and terms with honest unknowns."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, data, filters, people, states, tables
from dashboards.components.words import ACTIONS, COLUMNS

states.require("fct_appointments", "dim_person", "dim_issue", "dim_document")
st.title("人事任免")
st.caption("一行是一个人、一个职务、一次任或免。同名的人只在有依据时才算同一人。")

where = filters.Where()
cells = iter([*st.columns(4), *st.columns([1, 3])])
with next(cells):
    filters.by_code(where, "任免", "action", "f.action", "fct_appointments", ACTIONS)
filters.by_issue(where, "fct_appointments", cells)
with next(cells):
    filters.by_words(where, "词", "words", ["f.person_name", "f.organization", "f.post"], "姓名、机构或职务中的词")
with next(cells):
    kind = (
        st.segmented_control(
            "跟踪", list(people.FOLLOW), default="人", key="follow", bind="query-params", required=True
        )
        or "人"
    )
with next(cells):
    source = f"fct_appointments f left join {people.PEOPLE} p using (person_id)"
    options = filters.labels(
        f"select {people.FOLLOW[kind]} as v from {source} group by v order by count(*) desc, v limit 5000"
    )
    followed = st.selectbox(
        f"要跟踪的{kind}",
        options,
        index=None,
        key="who",
        bind="query-params",
        placeholder="选一个，看它的全部任免",
        help="职务连同机构一起跟踪；按人跟踪时，同名而未能认定为同一人的分开列出。",
    )
if followed:
    where.add(f"{people.FOLLOW[kind]} = ?", followed)

frame = people.acts(where)
if not states.present(frame, "任免", where.active):
    st.stop()

counts = st.columns(4)
counts[0].metric("任", (frame["action"] == "任").sum())
counts[1].metric("免", (frame["action"] == "免").sum())
counts[2].metric("人", frame["person"].n_unique())
counts[3].metric("机构", frame["body"].n_unique())

dated = frame.filter(pl.col("date").is_not_null())
if followed:
    st.subheader(f"{followed}：经过")
    if dated.height:
        charts.show(people.timeline(dated, "person" if kind == "职务" else "office"), f"{followed}的任免时间线")
    if dated.height < frame.height:
        st.caption(f"{frame.height - dated.height} 条没有日期，未画在图上，见下表。")

if data.has("fct_office_terms", "dim_agency"):
    found = people.terms(frame["appointment_id"].to_list() if where.active else None)
    st.subheader("任期")
    st.caption("只由任免文件推出。没有文件写明的起止一律是“未知”，不等于现任，也不等于去职。")
    if states.present(found, "任期", where.active):
        if followed:
            charts.show(people.spells(found), "任期")
        tables.plain_table(
            people.worded(found),
            {
                "person": "姓名",
                "body": "机构",
                "post": "职务",
                "start_date": "起",
                "end_date": "止",
                "status": "状态",
                "first_cited": "首次见于",
                "last_cited": "末次见于",
            },
            "fct_office_terms",
        )

st.subheader("全部任免")
tables.fact_table(
    frame,
    "fct_appointments",
    {
        "action": "任免",
        "person": "姓名",
        "body": "机构",
        "post": "职务",
        "date": "日期",
        "date_kind": "日期种类",
        "special": "说明",
        "quote": COLUMNS["quote"],
        "decided_by": "决定机关",
        "issue": COLUMNS["issue"],
    },
)
