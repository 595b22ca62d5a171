"""This year's target beside last year's outcome: one unit and one kind of measure to a chart."""

from __future__ import annotations

import math
from collections.abc import Mapping

import altair as alt
import polars as pl
import streamlit as st

from dashboards.components import charts, theme
from dashboards.components.words import COMPARATORS

PANELS = 8  # panels of small multiples
LANES = 8  # rows of a panel
MOST = 40  # rows of one chart; a table holds the rest
PER_CENT = ("%", "个百分点")
WIDE = 60  # beyond this ratio between values a linear axis hides the small ones
SHAPES = {">=": "triangle-right", "<=": "triangle-left", "=": "circle", "~": "diamond", "range": "square"}
TIPS = {
    "label": "指标",
    "stated": "目标",
    "outcome_words": "上年成果",
    "period": "时期",
    "issue": "期次",
    "quote": "目标原文",
    "outcome_quote": "成果原文",
}
KINDS = {
    "growth_rate": "增减率",
    "reduction_rate": "增减率",
    "share": "比率",
    "increment": "增量",
    "count": "数量",
    "level": "总量",
    "cumulative": "累计",
}


def groups(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    """Statements split so that each part has one unit and one kind of measure; the part with most pairs first."""
    kinds = frame.filter(pl.col("base_value").is_not_null() & pl.col("base_unit").is_not_null()).with_columns(
        (pl.col("measure").replace(KINDS) + " · " + pl.col("base_unit")).alias("group")
    )
    paired = pl.col("outcomes").is_not_null().sum() if "outcomes" in kinds.columns else pl.lit(0)
    order = (
        kinds.group_by("group")
        .agg(paired.alias("pairs"), pl.len().alias("n"))
        .sort("pairs", "n", "group", descending=[True, True, False])
    )
    return {name: kinds.filter(pl.col("group") == name) for name in order["group"]}


def labelled(frame: pl.DataFrame) -> pl.DataFrame:
    """A label a row, unique: the indicator, and year, region or a running number where two rows would share one."""
    frame = frame.with_columns(pl.col("indicator").alias("label"))
    for column in ("measure_name", "year", "region", "document"):
        doubled = pl.len().over("label") > 1
        varies = pl.col(column).n_unique().over("label") > 1
        frame = frame.with_columns(
            pl.when(doubled & varies)
            .then(pl.concat_str("label", pl.lit(" · "), pl.col(column).cast(pl.String).fill_null("未知")))
            .otherwise("label")
            .alias("label")
        )
    rank = pl.int_range(pl.len()).over("label")
    return frame.with_columns(
        pl.when(rank > 0).then(pl.concat_str("label", pl.lit(" #"), rank + 1)).otherwise("label").alias("label")
    )


def scale(values: pl.Series, unit: str) -> tuple[str, alt.Scale, alt.Axis]:
    """Title, scale and axis of values: logarithmic, and said so, where one unit spans too much to see."""
    known = values.drop_nulls()
    low, high = (known.min(), known.max()) if known.len() else (None, None)
    if unit not in PER_CENT and isinstance(low, float) and isinstance(high, float) and low > 0 and high / low > WIDE:
        powers = [10.0**n for n in range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)]
        axis = alt.Axis(labelExpr=charts.WAN, values=powers, labelOverlap=True)
        return f"{unit}（对数刻度）", alt.Scale(type="log", domain=[powers[0], powers[-1]]), axis
    axis = alt.Axis(labelExpr=charts.WAN, tickCount=6, labelOverlap=True)
    return unit, alt.Scale(zero=False, nice=True, padding=12), axis


def single(frame: pl.DataFrame, unit: str, colour: str) -> alt.TopLevelMixin:
    """Values of one unit as points on one axis, with the figure as printed beside each."""
    most = frame.sort("base_value", descending=True).head(MOST).with_columns(signed("base_value").alias("shown"))
    frame = labelled(most.sort("shown", descending=True))
    title, extent, ticks = scale(frame["shown"], unit)
    base = alt.Chart(frame).encode(
        y=alt.Y(
            "label:N",
            sort=frame["label"].to_list(),
            axis=alt.Axis(labelLimit=260, labelOverlap=False, title=None, ticks=False, domain=False, grid=True),
        ),
        x=alt.X("shown:Q", title=title, scale=extent, axis=ticks),
        tooltip=charts.tooltips(
            {"label": "指标", "stated": "原文数值", "period": "时期", "issue": "期次", "quote": "原文"}
        ),
    )
    words = base.mark_text(align="left", dx=9, color=theme.GREY).encode(text="stated:N")
    return alt.layer(base.mark_point(size=90, filled=True, opacity=1, color=colour), words).properties(
        height=charts.tall(frame.height)
    )


def signed(column: str) -> pl.Expr:
    """A fall drawn as a negative rise."""
    return pl.when(pl.col("measure") == "reduction_rate").then(-pl.col(column)).otherwise(pl.col(column))


def figure(frame: pl.DataFrame, unit: str, legend: bool = True) -> alt.TopLevelMixin:
    """Targets as filled marks whose shape tells ≥ ≤ ≈, outcomes of the year before as rings, a line between the two."""
    frame = labelled(frame.sort("base_value", descending=True).head(MOST)).with_columns(
        signed("base_value").alias("target"),
        signed("base_value_upper").alias("upper"),
        pl.col("comparator").replace(COMPARATORS).alias("how"),
    )
    past = frame.explode("outcomes").rename({"outcomes": "last"}).filter(pl.col("last").is_not_null())
    past = past.with_columns(signed("last").alias("last"))
    title, extent, ticks = scale(pl.concat([frame["target"], past["last"]]), unit)
    axis = alt.X("target:Q", title=title, scale=extent, axis=ticks)
    lane = alt.Y("label:N", sort=frame["label"].to_list(), axis=charts.LABEL)
    base, before = (
        alt.Chart(rows).encode(y=lane, tooltip=charts.tooltips(TIPS)) for rows in (frame.drop("outcomes"), past)
    )
    shown = [code for code in SHAPES if code in set(frame["comparator"])]
    shape = alt.Shape(
        "how:N",
        title="目标的约束方式",
        scale=alt.Scale(domain=[COMPARATORS[c] for c in shown], range=[SHAPES[c] for c in shown]),
        legend=alt.Legend(orient="top", symbolFillColor=theme.INK, symbolStrokeColor=theme.INK) if legend else None,
    )
    between = before.mark_rule(color=theme.GREY, opacity=0.6).encode(x=axis, x2="last:Q")
    span = (
        base.mark_bar(height=7, color=theme.INK, opacity=0.55)
        .encode(x=axis, x2="upper:Q")
        .transform_filter("isValid(datum.upper)")
    )
    ring = before.mark_point(size=85, color=theme.OCHRE, strokeWidth=2.2, filled=False).encode(x=alt.X("last:Q"))
    goal = base.mark_point(size=95, color=theme.INK, filled=True, opacity=1).encode(x=axis, shape=shape)
    return alt.layer(between, span, ring, goal).properties(height=charts.tall(frame.height, legend))


def panels(parts: Mapping[str, pl.DataFrame]) -> None:
    """Small multiples: a panel for each kind of measure and unit, each with its own axis, two in a row."""
    shown = list(parts.items())[:PANELS]
    for pair in (shown[at : at + 2] for at in range(0, len(shown), 2)):
        for cell, (name, part) in zip(st.columns(2, gap="large"), pair, strict=False):
            with cell:
                st.markdown(f"**{name}**")
                charts.show(
                    figure(part.sort("base_value", descending=True).head(LANES), part["base_unit"][0], legend=False),
                    f"{name}：目标与上年成果",
                )
