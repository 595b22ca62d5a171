"""土地供应: one plan at a time, by use, by district, housing by tenure, and whether its parts add up."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, data, filters, land, ledger, states, tables, theme
from dashboards.components.words import BREAKDOWNS, COLUMNS, HELP

HOUSING = "住宅用地"
TIPS = {
    "name": "名称",
    "area_ha": "面积（公顷）",
    "share_pct": "印出的占比（%）",
    "stated": "原文数值",
    "quote": "原文",
}

states.require("fct_land_supply", "dim_region", "dim_issue", "dim_document")
st.title("土地供应")
st.caption("年度国有建设用地供应计划中的面积，统一换算为公顷（1公顷＝15亩），原文的数值和单位照留。")

where = filters.Where()
first, second, third = st.columns([1, 1, 2])
filters.by_issue(where, "fct_land_supply", iter([first, second]))
plans = land.plans(where)
if not states.present(plans, "土地供应数据", where.active):
    st.stop()
with third:
    picked = st.selectbox(
        "计划", list(plans), key="plan", bind="query-params", help="同一文件中不同年份、计划与实际的面积分开列。"
    )
plan = plans[picked or next(iter(plans))]

frame = land.figures(plan["document_id"], plan["plan_year"], plan["figure_kind"])
zone = (
    pl.when(pl.col("region_type") == "functional_zone")
    .then(pl.col("region") + "（功能区）")
    .otherwise(pl.col("region"))
)
uses = frame.filter((pl.col("breakdown") == "by_use") & pl.col("parent_land_use").is_null()).with_columns(
    pl.col("land_use").alias("name")
)
tenure = frame.filter((pl.col("breakdown") == "by_use") & pl.col("parent_land_use").is_not_null()).with_columns(
    pl.col("land_use").alias("name")
)
regions = frame.filter(pl.col("breakdown").is_in(["by_region", "residential_by_region"])).with_columns(
    zone.alias("name"),
    pl.when(pl.col("breakdown") == "by_region").then(pl.lit("全部用地")).otherwise(pl.lit(HOUSING)).alias("part"),
)
fine = frame.filter(pl.col("breakdown") == "by_region_and_use").with_columns(zone.alias("name"))

total = frame.filter(pl.col("breakdown") == "total")["area_ha"]
checks = (
    ledger.read("r.document_id = ?", [plan["document_id"]]) if data.has(ledger.TABLE) else pl.DataFrame({"status": []})
)
cells = st.columns(4)
cells[0].metric("总量（公顷）", f"{total[0]:,.4f}".rstrip("0").rstrip(".") if len(total) else "未印出")
cells[1].metric("用途", uses["name"].n_unique())
cells[2].metric(
    "区域", regions["name"].n_unique(), help="功能区（高新区、经济开发区等）没有 GB/T 2260 代码，计划中与区县并列。"
)
cells[3].metric("核对不符", (checks["status"] == "broken").sum(), help=ledger.TERMS)

left, right = st.columns(2, gap="large")
with left:
    st.subheader("按用途")
    if uses.height:
        share = (
            pl.when(pl.col("share_pct").is_null())
            .then(pl.col("stated"))
            .otherwise(pl.col("stated") + "　" + pl.col("share_pct").cast(pl.String).str.replace(r"\.0$", "") + "%")
        )
        charts.show(
            charts.bars(uses.with_columns(share.alias("text")), "name", "area_ha", "面积（公顷）", TIPS, text="text"),
            "各用途供应面积",
        )
        if uses["share_pct"].is_not_null().any():
            st.caption("百分数为文件印出的占比。")
    else:
        states.nothing("按用途的面积", False)
with right:
    st.subheader(f"{tenure['parent_land_use'][0]}的构成" if tenure.height else "住宅用地的构成")
    if tenure.height:
        charts.show(
            charts.bars(tenure, "name", "area_ha", "面积（公顷）", TIPS, colour=theme.OCHRE, text="stated"),
            "住宅用地各类面积",
        )
    else:
        states.nothing("住宅用地的细分", False)

if regions.height:
    st.subheader("按区域")
    charts.show(
        charts.paired_bars(
            regions, "name", "area_ha", "part", "面积（公顷）", {"全部用地": theme.INK, HOUSING: theme.OCHRE}, TIPS
        ),
        "各区域供应面积",
    )
if fine.height:
    st.subheader("按区域和用途（公顷）")
    charts.show(
        charts.heatmap(
            fine,
            "land_use",
            "name",
            "area_ha",
            ("用途", "区域"),
            {**TIPS, "land_use": "用途"},
            fine["name"].unique(maintain_order=True).to_list(),
        ),
        "各区域各用途供应面积",
    )

st.subheader("核对")
st.caption("用文件自己的分项与总数相互验算。" + ledger.TERMS)
if checks.height:
    ledger.table(checks)
else:
    states.nothing("核对", False)

st.subheader("全部面积")
tables.fact_table(
    frame.with_columns(pl.col("breakdown").replace(BREAKDOWNS).alias("split")),
    "fct_land_supply",
    {
        "split": "分解方式",
        "land_use": "用途",
        "parent_land_use": "上级用途",
        "region": COLUMNS["region"],
        "area_ha": "面积（公顷）",
        "share_pct": "印出的占比（%）",
        "stated": "原文数值",
    },
    {
        "area_ha": st.column_config.NumberColumn("面积（公顷）", format="%.4f"),
        "share_pct": st.column_config.NumberColumn("印出的占比（%）", format="%.2f", help=HELP["share_pct"]),
    },
)
