"""What the overview counts: facts by family and month, and every issue, also those that are missing or set apart."""

from __future__ import annotations

from collections.abc import Mapping

import altair as alt
import polars as pl
import streamlit as st

from dashboards.components import charts, data, states, theme
from dashboards.components.words import CHECKS, FAMILIES, ISSUE_STATUS

MONTHS = 18  # columns of the month table


def facts() -> pl.DataFrame:
    """Counts by issue, month (text, 2021-04) and family."""
    parts = [
        f"select f.issue_id, strftime(i.published_month, '%Y-%m') as month, '{family.label}' as family, "
        f"count(*)::bigint as n from {family.table} f left join dim_issue i using (issue_id) group by all"
        for family in FAMILIES
        if data.has(family.table)
    ]
    empty = (
        "select null::varchar as issue_id, null::varchar as month, null::varchar as family, 0::bigint as n where false"
    )
    return data.frame(" union all ".join(parts or [empty]))


def issues() -> pl.DataFrame:
    """Every issue read, then those set apart (warned about, not read), then gaps in a year's numbers."""
    found = data.frame(
        """
        with warned as (
            select issue_id, count(*) as n, first(message order by warning_id) as reason
            from fct_warnings group by all),
        numbers as (
            select gazette_id, year, min(number) as low, max(number) as high from dim_issue
            where number is not null group by all),
        gaps as (
            select n.gazette_id, n.year, g.number
            from numbers n, lateral (select unnest(range(n.low, n.high)) as number) g
            where not exists (
                select 1 from dim_issue i
                where i.gazette_id = n.gazette_id and i.year = n.year and i.number = g.number)
            and not exists (  -- set apart is not missing: its id ends in year and number
                select 1 from warned w
                where w.issue_id like '%' || n.year || '-' || lpad(g.number::varchar, 2, '0')))
        select i.status, coalesce(i.title, i.issue_id) as title, coalesce(g.name, i.gazette_id) as gazette,
            strftime(i.published_month, '%Y-%m') as month, i.document_count as documents,
            coalesce(w.n, 0) as warnings, i.page_count, i.media_type, i.source_file, null as reason, i.issue_id
        from dim_issue i left join dim_gazette g using (gazette_id) left join warned w using (issue_id)
        union all by name
        select 'quarantined' as status, issue_id as title, n as warnings, reason, issue_id from warned
        where issue_id is not null and issue_id not in (select issue_id from dim_issue)
        union all by name
        select 'missing' as status, p.year || '年第' || p.number || '期' as title,
            coalesce(g.name, p.gazette_id) as gazette, '没有这一期的文件' as reason
        from gaps p left join dim_gazette g using (gazette_id)
        """
    )
    counted = facts().group_by("issue_id").agg(pl.col("n").sum().alias("facts"))
    rank = pl.col("status").replace_strict({"quarantined": 0, "missing": 1}, default=2)
    return (
        found.join(counted, on="issue_id", how="left")
        .with_columns(pl.col("status").replace(ISSUE_STATUS).alias("state"), rank.alias("rank"))
        .sort("rank", "month", "title", descending=[False, True, False], nulls_last=True)
    )


def check_line(checks: Mapping[str, int]) -> None:
    """The results of all checks as one divided bar."""
    rows = [
        {"status": label, "n": checks.get(code, 0), "all": "核对"} for code, label in CHECKS.items() if checks.get(code)
    ]
    if not states.present(rows, "核对", False):
        return
    domain, hues = theme.scale(theme.CHECK_COLOURS)
    bar = (
        alt.Chart(pl.DataFrame(rows))
        .mark_bar(size=26)
        .encode(
            x=alt.X("n:Q", title="核对数（次）", axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "status:N",
                title=None,
                sort=domain,
                scale=alt.Scale(domain=domain, range=hues),
                legend=alt.Legend(orient="top"),
            ),
            tooltip=charts.tooltips({"status": "结果", "n": "次"}),
        )
        .properties(height=charts.tall(2, legend=True))
    )
    charts.show(bar, "核对结果")
    st.caption("　".join(f"{row['status']} {row['n']:,}" for row in rows))
