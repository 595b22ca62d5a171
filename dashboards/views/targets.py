"""目标: this year's targets, each beside last year's outcome where the warehouse has it."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, statements, states, tables, target_chart
from dashboards.components.words import COLUMNS

states.require("fct_targets", "fct_outcomes", "dim_indicator", "dim_region", "dim_issue", "dim_document")
st.title("目标")
st.caption("政府承诺要达到的、有数字的结果。左右对照的是同一指标上一年的成果；没有对上的留空，不推算。")

where = statements.choose("fct_targets", with_agencies=True)
frame = statements.beside_last_year(statements.read("fct_targets", where))
if not states.present(frame, "目标", where.active):
    st.stop()

paired = frame.filter(pl.col("outcome_id").is_not_null())
cells = st.columns(4)
cells[0].metric("目标", f"{frame.height:,}")
cells[1].metric(
    "对上上年成果", f"{paired.height:,}", help="同一指标、地区、基本单位和口径，成果的年份恰为目标年份的前一年。"
)
cells[2].metric(
    "写明责任单位",
    f"{frame['agencies'].list.len().fill_null(0).gt(0).sum():,}" if frame["agencies"].dtype == pl.List else "0",
)
cells[3].metric("带 ≥ 或 ≤", f"{frame['comparator'].is_in(['>=', '<=']).sum():,}", help="其余为等于、约数或区间。")

st.subheader("目标与上年成果")
only = st.toggle("只画有上年成果的", value=paired.height > 0, key="paired", bind="query-params")
groups = target_chart.groups(paired if only else frame)
if groups:
    name = st.segmented_control(
        "口径与单位",
        list(groups),
        key="group",
        bind="query-params",
        help="不同单位和口径不画在一张图里；能与上年对照的多的排在前面。选一个看大图，再点一次回到全部。",
    )
    st.caption("● 实心为目标：▶ 至少、◀ 至多、◆ 约、● 等于、■ 区间；○ 空心为上年成果。灰线连接同一指标。")
    if name:
        charts.show(target_chart.figure(groups[name], groups[name]["base_unit"][0]), f"{name}：目标与上年成果")
        if groups[name].height > target_chart.MOST:
            st.caption(f"图中为数值最大的 {target_chart.MOST} 条，其余见下表。")
    else:
        target_chart.panels(groups)
        more = f"图中为前 {target_chart.PANELS} 组，共 {len(groups)} 组。" if len(groups) > target_chart.PANELS else ""
        if more or max(part.height for part in groups.values()) > target_chart.LANES:
            st.caption(f"{more}每组画数值最大的 {target_chart.LANES} 条；在上面选一组看全部。")
else:
    states.nothing("可画的目标", True)

st.subheader("全部目标")
tables.fact_table(
    frame,
    "fct_targets",
    {
        "indicator": COLUMNS["indicator"],
        "stated": "目标",
        "outcome_words": "上年成果",
        "period": COLUMNS["period"],
        "measure_name": COLUMNS["measure"],
        "quote": COLUMNS["quote"],
        "binding": COLUMNS["binding"],
        "theme": COLUMNS["theme"],
        "agencies": COLUMNS["agencies"],
        "region": COLUMNS["region"],
        "document": COLUMNS["document"],
        "issue": COLUMNS["issue"],
    },
)
