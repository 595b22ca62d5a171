"""SQL: one SELECT at a time on the published tables, in the sandbox; and what the tables and columns mean."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import data, tables
from orchestration.warehouse.query import QueryError, QueryRefused, QueryTimeout

SHOWN = 1000
SECONDS = 10
EXAMPLES = {
    "各期各类事实数": "select issue_id, count(*) as targets\nfrom fct_targets\ngroup by issue_id\norder by issue_id",
    "不低于的目标": "select indicator, value, unit, quote, page\nfrom fct_targets\nwhere comparator = '>='",
    "每个用途的面积": "select plan_year, land_use, area_ha, quote\nfrom fct_land_supply\nwhere breakdown = 'by_use'",
    "任务最多的单位": "select agency_name, role, count(*) as n\nfrom fct_assignments\ngroup by all\norder by n desc",
}
REASONS = {
    QueryRefused: "拒绝执行：这里只能读已发布的表，一次一条 SELECT。",
    QueryTimeout: f"超过 {SECONDS} 秒，已中断：请用 WHERE 或 LIMIT 缩小范围。",
}

st.title("SQL")
st.caption(
    f"DuckDB 方言，只读，不能访问文件、网络和其他数据库；最多 {SECONDS} 秒，显示前 {SHOWN:,} 行。"
    '命令行：`gongbao sql "SELECT …"`。'
)

example = st.selectbox("例子", list(EXAMPLES), index=None, placeholder="选一个例子填入")
if example and st.session_state.get("_example") != example:
    st.session_state["sql"] = EXAMPLES[example]
st.session_state["_example"] = example
with st.form("query", border=False):
    asked = st.text_area("查询", key="sql", bind="query-params", height=180, placeholder="select … from fct_targets")
    st.form_submit_button("运行", type="primary", icon=":material/play_arrow:")
sql = (asked or "").strip()

if sql:
    try:
        result = data.query(sql, SHOWN, SECONDS)
    except QueryError as error:
        st.error(REASONS.get(type(error), "没有结果。"), icon=":material/block:")
        st.code(str(error), language=None, wrap_lines=True)
    else:
        found = data.as_frame(result.table)
        cut = f"结果超过 {SHOWN:,} 行，只显示和下载前 {SHOWN:,} 行；全部请用命令行。" if result.truncated else ""
        st.caption(f"{found.height:,} 行，{result.seconds:.2f} 秒。{cut}")
        if found.height:
            tables.plain_table(
                found, {c: c for c in found.columns}, "query", {c: st.column_config.Column(c) for c in found.columns}
            )
        else:
            st.info("查询成功，没有行。", icon=":material/inbox:")

st.subheader("表和列")
described = data.frame(
    """select t.table_name as table_name, t.estimated_size as rows, coalesce(t.comment, '') as table_comment,
        c.column_name, c.data_type, coalesce(c.comment, '') as comment
    from duckdb_tables() t join duckdb_columns() c using (database_name, schema_name, table_name)
    where t.database_name = current_database() and t.schema_name = 'main'
    order by list_position(['fct', 'dim', 'bridge'], split_part(t.table_name, '_', 1)) nulls last,
        t.table_name, c.column_index"""
)
names = described["table_name"].unique(maintain_order=True).to_list()
table = st.selectbox("表", names, key="table", bind="query-params", label_visibility="collapsed") if names else None
if table:
    part = described.filter(pl.col("table_name") == table)
    st.caption(f"{part['table_comment'][0] or '（无说明）'}　约 {part['rows'][0]:,} 行")
    st.dataframe(
        part.select("column_name", "data_type", "comment"),
        hide_index=True,
        height="content",
        column_config={
            "column_name": "列",
            "data_type": "类型",
            "comment": st.column_config.TextColumn("说明", width=820),
        },
    )
