"""成果: what was achieved or stood in a past period, and this year's targets that were met."""

from __future__ import annotations

import streamlit as st

from dashboards.components import charts, data, statements, states, tables, target_chart, theme
from dashboards.components.words import COLUMNS

states.require("fct_outcomes", "dim_indicator", "dim_region", "dim_issue", "dim_document")
st.title("成果")
st.caption("文件陈述的过去时期的数字。与目标分开存放：同一句“增长8%左右”是目标还是成果，由所在章节和时间决定。")

where = statements.choose("fct_outcomes", with_agencies=False)
frame = statements.read("fct_outcomes", where)
if not states.present(frame, "成果", where.active):
    st.stop()

st.subheader("成果数值")
groups = target_chart.groups(frame)
if groups:
    name = st.selectbox(
        "口径与单位",
        list(groups),
        key="group",
        bind="query-params",
        help="不同单位和口径不画在一张图里；条数多的排在前面。",
    )
    part = groups[name or next(iter(groups))]
    charts.show(target_chart.single(part, part["base_unit"][0], theme.OCHRE), "各指标的成果数值")
    if part.height > target_chart.MOST:
        st.caption(f"图中为数值最大的 {target_chart.MOST} 条，其余见下表。")

if data.has("fct_target_progress") and data.has("fct_targets"):
    progress = data.frame(
        """select coalesce(n.name, p.indicator_id) as indicator, r.name as region, p.year, p.target_value, p.comparator,
            p.outcome_value, p.base_unit, p.met, t.document_id, t.page,
            p.target_id, o.document_id as outcome_document, o.page as outcome_page, p.outcome_id
        from fct_target_progress p join fct_targets t using (target_id) join fct_outcomes o using (outcome_id)
        left join dim_indicator n on n.indicator_id = p.indicator_id left join dim_region r on r.region_id = p.region_id
        order by p.year desc, indicator"""
    )
    st.subheader("完成情况")
    st.caption("同一指标、地区和年份，目标与成果都已知的才列出；无法判断是否完成的留空。")
    if states.present(progress, "目标与成果俱全的指标", False):
        tables.progress_table(progress)

st.subheader("全部成果")
tables.fact_table(
    frame,
    "fct_outcomes",
    {
        "indicator": COLUMNS["indicator"],
        "stated": "成果",
        "period": COLUMNS["period"],
        "measure_name": COLUMNS["measure"],
        "quote": COLUMNS["quote"],
        "theme": COLUMNS["theme"],
        "region": COLUMNS["region"],
        "document": COLUMNS["document"],
        "issue": COLUMNS["issue"],
    },
)
