"""Targets and outcomes as the pages show them: one SQL for both sides, and a target beside last year's outcome."""

from __future__ import annotations

from typing import Any

import polars as pl
import streamlit as st

from dashboards.components import data, filters
from dashboards.components.words import COLUMNS, COMPARATORS, HELP, MEASURES

SIGNS = {">=": "≥ ", "<=": "≤ ", "~": "≈ ", "=": "", "range": ""}
ALL_YEARS = "不分年份"

# The year of a statement is the year its period ends in; a deadline stands in where no period is stated.
YEAR = "year(coalesce(f.period_end, f.deadline))"

SELECT = """
select {fields}, {year} as year, coalesce(n.name, f.indicator) as standard_name, n.theme, n.better,
    r.name as region, coalesce(i.title, i.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document, d.doc_number{agencies}
from {table} f
left join dim_indicator n using (indicator_id)
left join dim_region r using (region_id)
left join dim_issue i using (issue_id)
left join dim_document d using (document_id)
where {where}
order by i.published_month desc nulls last, d.sequence, f.char_start
"""
AGENCY_NAMES = """
select b.target_id, coalesce(a.name, b.agency_name) as n
from bridge_target_agency b left join dim_agency a using (agency_id)
"""
AGENCIES = """,
    (select list(distinct coalesce(a.name, b.agency_name) order by coalesce(a.name, b.agency_name))
     from bridge_target_agency b left join dim_agency a using (agency_id)
     where b.target_id = f.target_id) as agencies"""

# Last year's outcomes for each target: same indicator (by id, else by the same words), region and base unit; of one
# document, the target's own first, then the latest; the same words before the same id. Where a document states several
# (as it stands, and like for like) all are kept. A fall beside a rise is a rise with its sign turned.
PAIR = """
    select t.target_id, t.measure as target_measure, t.indicator = o.indicator as is_same_phrase,
        o.* exclude (key, next_year, is_rate, published_month), t.document_id = o.document_id as is_same_document
    from fct_targets t join {0} o
        on coalesce(t.indicator_id, t.indicator) = o.key and t.region_id is not distinct from o.region_id
        and t.base_unit is not distinct from o.base_unit
        and year(coalesce(t.period_end, t.deadline)) = o.next_year
        and (t.measure = o.measure or (o.is_rate and t.measure in ('growth_rate', 'reduction_rate')))"""
LAST_YEAR = f"""
with outcomes as (
    select o.outcome_id, o.document_id, o.indicator, o.region_id, o.measure, o.comparator, o.value, o.value_upper, o.unit,
        o.base_value, o.base_unit, o.quote, o.char_start, coalesce(o.indicator_id, o.indicator) as key, year(o.period_end) + 1 as next_year,
        o.measure in ('growth_rate', 'reduction_rate') as is_rate, i.published_month
    from fct_outcomes o left join dim_issue i on i.issue_id = o.issue_id
    where year(o.period_start) = year(o.period_end)),
latest as (
    select * from outcomes
    qualify rank() over (
        partition by key, region_id, base_unit, next_year, if(is_rate, 'rate', measure)
        order by published_month desc nulls last, document_id) = 1),
candidates as (
    {PAIR.format("outcomes")} and t.document_id = o.document_id
    union all by name
    {PAIR.format("latest")} and t.region_id is not null)
select target_id, outcome_id, value as outcome_value, unit as outcome_unit, measure as outcome_measure,
    comparator as outcome_comparator, value_upper as outcome_value_upper, quote as outcome_quote,
    if(measure = target_measure, base_value, -base_value) as outcome
from candidates
qualify rank() over (partition by target_id order by is_same_document desc, is_same_phrase desc) = 1
order by target_id, char_start
"""


def number(value: float | None) -> str:
    """A figure without an exponent or idle zeros."""
    if value is None:
        return ""
    return f"{value:.6f}".rstrip("0").rstrip(".") or "0"


def stated(row: dict[str, Any], prefix: str = "") -> str:
    """A figure as the document states it: sign, value or range, unit, and the hedge as printed."""
    upper = row.get(f"{prefix}value_upper")
    value = number(row[f"{prefix}value"]) + (f"–{number(upper)}" if upper is not None else "")
    hedge = f"（{row['hedge']}）" if row.get("hedge") and not prefix else ""
    fall = "下降" if row[f"{prefix}measure"] == "reduction_rate" else ""
    return f"{fall}{SIGNS.get(row[f'{prefix}comparator'] or '=', '')}{value}{row[f'{prefix}unit'] or ''}{hedge}"


def period(row: dict[str, Any]) -> str | None:
    """A period in words: a year, a span of years, or two dates."""
    start, end = row["period_start"], row["period_end"]
    if end is None:
        return f"{row['deadline']}前" if row["deadline"] else None
    if start and (start.month, start.day, end.month, end.day) == (1, 1, 12, 31):
        return f"{end.year}年" if start.year == end.year else f"{start.year}–{end.year}年"
    return f"{start or ''} 至 {end}"


def choose(table: str, with_agencies: bool) -> filters.Where:
    """The filters of a page of statements."""
    where = filters.Where()
    years = data.frame(f"select distinct {YEAR} as y from {table} f where y is not null order by y desc")["y"].to_list()
    cells = iter([*st.columns(4), *st.columns(4)])
    with next(cells):
        year = st.selectbox("年份", [ALL_YEARS, *map(str, years)], key="year", bind="query-params", help=HELP["period"])
        if year and year != ALL_YEARS:
            where.add(f"{YEAR} = ?", int(year))
    with next(cells):
        filters.by_column(
            where,
            COLUMNS["theme"],
            "theme",
            "n.theme",
            f"{table} f join dim_indicator n using (indicator_id)",
            "指标词表给出的主题；没有收入词表的指标没有主题。",
        )
    with next(cells):
        filters.by_code(where, COLUMNS["measure"], "measure", "f.measure", table, MEASURES, HELP["measure"])
    with next(cells):
        filters.by_words(where, "词", "words", ["f.indicator", "f.quote"], "指标或原文中的词")
    with next(cells):
        filters.by_code(
            where, COLUMNS["comparator"], "comparator", "f.comparator", table, COMPARATORS, HELP["comparator"]
        )
    filters.by_issue(where, table, cells)
    if with_agencies:
        with next(cells):
            names = filters.chosen(
                "责任单位",
                "agency",
                filters.labels(f"select n from ({AGENCY_NAMES}) group by n order by count(*) desc, n"),
            )
            if names:
                where.add(f"f.target_id in (select target_id from ({AGENCY_NAMES}) where n = any(?))", names)
    return where


def read(table: str, where: filters.Where) -> pl.DataFrame:
    """The statements that match, with the words a table shows for codes and figures."""
    agencies = AGENCIES if table == "fct_targets" and data.has("bridge_target_agency") else ", null as agencies"
    fields = data.fields(
        table, "f", "year", "standard_name", "theme", "better", "region", "issue", "document", "agencies"
    )
    sql = SELECT.format(fields=fields, table=table, where=where.sql, year=YEAR, agencies=agencies)
    frame = data.frame(sql, where.parameters)
    rows = frame.to_dicts()
    return frame.with_columns(
        pl.Series("stated", [stated(row) for row in rows], dtype=pl.String),
        pl.Series("period", [period(row) for row in rows], dtype=pl.String),
        pl.col("measure").replace(MEASURES).alias("measure_name"),
        pl.col("comparator").replace(COMPARATORS).alias("comparator_name"),
    )


def beside_last_year(targets: pl.DataFrame) -> pl.DataFrame:
    """Targets with last year's outcomes (a list, and as words) where any is known, null where not."""
    found = data.frame(LAST_YEAR)
    words = pl.Series("outcome_words", [stated(row, "outcome_") for row in found.to_dicts()], dtype=pl.String)
    by_target = (
        found.with_columns(words)
        .unique(["target_id", "outcome_words"], keep="first", maintain_order=True)
        .group_by("target_id", maintain_order=True)
        .agg(
            pl.col("outcome_id").first(),
            pl.col("outcome").alias("outcomes"),
            pl.col("outcome_words").str.join("；"),
            pl.col("outcome_quote").str.join("；"),
        )
    )
    return targets.join(by_target, on="target_id", how="left", maintain_order="left")
