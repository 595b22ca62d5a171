"""概览: what was read, what came of it, and openly what is missing, quarantined, broken or not understood."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, data, overview, states, tables, theme
from dashboards.components.words import FAMILIES, WARNINGS

states.require("dim_issue", "dim_gazette", "dim_document", "fct_warnings", "fct_reconciliations")
st.title("概览")
st.caption("市级政府公报中读出的事实。每一条都指回原文的一句话；读不懂的不猜，列为警告。")

issues = overview.issues()
read = issues.filter(pl.col("state").is_in(["已读", "已读，有警告"]))
facts = overview.facts()
checks = dict(data.frame("select status, count(*) from fct_reconciliations group by all").iter_rows())
warnings = data.scalar("select count(*) from fct_warnings") or 0
apart = issues.filter(pl.col("state") == "已隔离").height
missing = issues.filter(pl.col("state") == "缺期").height

cells = st.columns(6)
cells[0].metric("公报", f"{read.height:,} 期")
cells[1].metric("文件", f"{data.scalar('select count(*) from dim_document') or 0:,}")
cells[2].metric("事实", f"{facts['n'].sum():,}")
cells[3].metric(
    "核对",
    f"{checks.get('holds', 0):,} / {sum(checks.values()):,}",
    help="相符的核对数 / 全部核对数。其余为不符或无法核对，见「核对与警告」。",
)
cells[4].metric("警告", f"{warnings:,}", help="读到而没有读懂的地方。不猜，列出来。")
cells[5].metric(
    "隔离和缺期", f"{apart + missing:,} 期", help="隔离：文件坏了或读不了。缺期：同一公报同一年里期号之间的空缺。"
)

if not issues.height:
    states.nothing("公报", False)
    st.stop()

left, right = st.columns([2, 3], gap="large")
with left:
    st.subheader("各类事实")
    totals = facts.group_by("family").agg(pl.col("n").sum())
    order = [family.label for family in FAMILIES]
    charts.show(
        charts.bars(totals, "family", "n", "事实数（条）", {"family": "种类", "n": "条"}, sort=order, text="n"),
        "各类事实的条数",
    )
with right:
    st.subheader("按月和种类")
    monthly = facts.filter(pl.col("month").is_not_null()).group_by("month", "family").agg(pl.col("n").sum())
    latest = monthly["month"].unique().sort().tail(overview.MONTHS)
    shown = monthly.filter(pl.col("month").is_in(latest.implode()) & (pl.col("n") > 0))
    if shown.height:
        charts.show(
            charts.heatmap(
                shown, "month", "family", "n", ("公报月份", ""), {"month": "月份", "family": "种类", "n": "条"}, order
            ),
            "各月各类事实的条数",
        )
        if monthly["month"].n_unique() > overview.MONTHS:
            st.caption(f"最近 {overview.MONTHS} 个月。")
    else:
        states.nothing("有出版月份的事实", False)

st.subheader("核对与警告")
left, right = st.columns(2, gap="large")
with left:
    overview.check_line(checks)
    st.page_link("views/checks.py", label="看全部核对", icon=":material/rule:")
with right:
    coded = data.frame("select code, stage, count(*) as n from fct_warnings group by all order by n desc limit 8")
    if states.present(coded, "警告", False):
        coded = coded.with_columns(pl.col("code").replace(WARNINGS)).group_by("code").agg(pl.col("n").sum())
        charts.show(
            charts.bars(coded, "code", "n", "警告数（条）", {"code": "种类", "n": "条"}, theme.GREY, text="n"),
            "最多的几种警告",
        )
    st.page_link("views/checks.py", label="看全部警告", icon=":material/warning:", query_params={"part": "警告"})

st.subheader("期次")
st.caption("缺期由同一公报同一年的期号空缺得出；隔离的文件没有读入，原因见表中。")
tables.plain_table(
    issues,
    {
        "state": "状态",
        "title": "期次",
        "gazette": "公报",
        "month": "月份",
        "documents": "文件",
        "facts": "事实",
        "warnings": "警告",
        "reason": "原因",
        "page_count": "页数",
        "media_type": "格式",
        "source_file": "来源文件",
    },
    "issues",
    {"reason": st.column_config.TextColumn("原因", width=260 if apart or missing else "small")},
)
