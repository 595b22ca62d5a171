"""Charts in one style: real titles with units on every axis, tooltips with the words of the source, no mixed units."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import cast

import altair as alt
import polars as pl
import streamlit as st

from dashboards.components import theme

# Axis labels of unscaled values: 亿 and 万 as a Chinese reader expects them, not 2.15e11.
WAN = (
    "abs(datum.value) >= 1e12 ? format(datum.value / 1e12, ',.4~r') + '万亿' : "
    "abs(datum.value) >= 1e8 ? format(datum.value / 1e8, ',.4~r') + '亿' : "
    "abs(datum.value) >= 1e4 ? format(datum.value / 1e4, ',.4~r') + '万' : format(datum.value, ',.4~f')"
)
LABEL = alt.Axis(labelLimit=260, labelOverlap=False, title=None, ticks=False, domain=False)
ROW = 26  # pixels a category takes


def show(chart: alt.TopLevelMixin, alt_text: str) -> None:
    """Draw a chart at the page's width with a text for those who cannot see it."""
    st.altair_chart(cast("alt.Chart", chart), width="stretch", alt=alt_text)


def tall(rows: int, legend: bool = False) -> int:
    """Height of a chart of so many rows: Streamlit counts the axis and the legend into it."""
    return max(rows, 1) * ROW + 70 + (64 if legend else 0)


def tooltips(names: Mapping[str, str]) -> list[alt.Tooltip]:
    """Tooltips from column to label."""
    return [alt.Tooltip(field=column, title=label) for column, label in names.items()]


def room(frame: pl.DataFrame, value: str, share: float = 0.16) -> alt.Scale:
    """A scale from zero with room at its end for the figures printed beside the bars."""
    most = frame[value].max()
    return (
        alt.Scale(domain=[0, float(most) * (1 + share)], nice=False)
        if isinstance(most, int | float) and most > 0
        else alt.Scale()
    )


def _room_for(frame: pl.DataFrame, text: str | None) -> float:
    """The share of an axis that the longest printed figure takes beside the longest bar, in a chart of half a page."""
    longest = frame[text].cast(pl.String).str.len_chars().max() if text else 0
    return min(0.04 + 0.032 * longest, 0.8) if isinstance(longest, int) else 0.04


def bars(
    frame: pl.DataFrame,
    category: str,
    value: str,
    axis: str,
    tips: Mapping[str, str],
    colour: str | alt.Color = theme.INK,
    sort: Sequence[str] | None = None,
    text: str | None = None,
) -> alt.TopLevelMixin:
    """Horizontal bars from zero, longest first unless sorted otherwise, with the figure printed at the end."""
    order = list(sort or frame.sort(value, descending=True)[category].unique(maintain_order=True))
    whole = frame.schema[value].is_integer()
    base = alt.Chart(frame).encode(
        y=alt.Y(f"{category}:N", sort=order, axis=LABEL),
        x=alt.X(
            f"{value}:Q",
            title=axis,
            scale=room(frame, value, _room_for(frame, text)),
            axis=alt.Axis(labelExpr=WAN, tickCount=5, tickMinStep=1 if whole else 0),
        ),
        tooltip=tooltips(tips),
    )
    mark = base.mark_bar(height={"band": 0.72}, color=colour if isinstance(colour, str) else theme.INK)
    layers: list[alt.Chart] = [mark if isinstance(colour, str) else mark.encode(color=colour)]
    if text:
        layers.append(base.mark_text(align="left", dx=4, color=theme.GREY).encode(text=alt.Text(f"{text}:N")))
    return alt.layer(*layers).properties(height=tall(frame[category].n_unique()))


def stacked(
    frame: pl.DataFrame,
    category: str,
    value: str,
    part: str,
    axis: str,
    colours: Mapping[str, str],
    tips: Mapping[str, str],
    sort: Sequence[str] | str = "-x",
) -> alt.TopLevelMixin:
    """Horizontal bars of counts in one unit, split by a few named parts."""
    domain, hues = theme.scale(colours)
    chart: alt.TopLevelMixin = (
        alt.Chart(frame)
        .mark_bar(height={"band": 0.72})
        .encode(
            y=alt.Y(f"{category}:N", sort=sort, axis=LABEL),
            x=alt.X(f"sum({value}):Q", title=axis, axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                f"{part}:N", title=None, scale=alt.Scale(domain=domain, range=hues), legend=alt.Legend(orient="top")
            ),
            tooltip=tooltips(tips),
        )
        .properties(height=tall(frame[category].n_unique(), legend=True))
    )
    return chart


def paired_bars(
    frame: pl.DataFrame,
    category: str,
    value: str,
    part: str,
    axis: str,
    colours: Mapping[str, str],
    tips: Mapping[str, str],
) -> alt.TopLevelMixin:
    """Two or three values in one unit for each category, side by side; sorted by the first part."""
    domain, hues = theme.scale({name: hue for name, hue in colours.items() if name in set(frame[part])})
    order = (
        frame.sort(pl.col(part) == domain[0], value, descending=True)[category].unique(maintain_order=True).to_list()
    )
    base = alt.Chart(frame).encode(
        y=alt.Y(f"{category}:N", sort=order, axis=LABEL),
        yOffset=alt.YOffset(f"{part}:N", sort=domain),
        x=alt.X(f"{value}:Q", title=axis, scale=room(frame, value), axis=alt.Axis(labelExpr=WAN, tickCount=8)),
        tooltip=tooltips(tips),
    )
    mark = base.mark_bar().encode(
        color=alt.Color(
            f"{part}:N", title=None, scale=alt.Scale(domain=domain, range=hues), legend=alt.Legend(orient="top")
        )
    )
    text = base.mark_text(align="left", dx=4, fontSize=10, color=theme.GREY).encode(
        text=alt.Text(f"{value}:Q", format=",.4~f")
    )
    return alt.layer(mark, text).properties(height=tall(len(order) * len(domain), legend=True) - 6 * len(order))


def calendar(frame: pl.DataFrame, date: str, tips: Mapping[str, str]) -> alt.TopLevelMixin:
    """One square for each dated row: months across, years down, squares piled up within a month."""
    placed = frame.sort(date).with_columns(
        pl.col(date).dt.year().cast(pl.String).alias("year"),
        pl.col(date).dt.month().alias("month"),
    )
    placed = placed.with_columns((pl.int_range(pl.len()).over("year", "month")).alias("pile"))
    across = 6  # squares side by side within a month
    highest = placed.group_by("year").agg(pl.col("pile").max()).sort("year")
    placed = placed.with_columns((pl.col("pile") % across).alias("side"), (pl.col("pile") // across).alias("row"))
    lanes = {str(year): int(pile) // across + 1 for year, pile in highest.iter_rows()}
    placed = placed.with_columns(
        pl.concat_str("year", pl.lit("/"), pl.col("row").cast(pl.String).str.zfill(2)).alias("lane"),
        pl.col(date).cast(pl.String),
    )
    order = [f"{year}/{row:02d}" for year, rows in lanes.items() for row in range(rows)]
    chart: alt.TopLevelMixin = (
        alt.Chart(placed)
        .mark_square(size=150, color=theme.INK, opacity=0.85)
        .encode(
            x=alt.X(
                "month:O",
                title="月份",
                scale=alt.Scale(domain=list(range(1, 13))),
                axis=alt.Axis(labelAngle=0, labelExpr="datum.value + '月'", grid=True),
            ),
            xOffset=alt.XOffset("side:O", scale=alt.Scale(domain=list(range(across)))),
            y=alt.Y(
                "lane:O",
                title="年份",
                sort=order,
                axis=alt.Axis(
                    labelExpr="slice(datum.value, -2) == '00' ? slice(datum.value, 0, 4) : ''",
                    ticks=False,
                    labelOverlap=False,
                ),
            ),
            tooltip=tooltips(tips),
        )
        .properties(height=tall(len(order)) + 10)
    )
    return chart


def heatmap(
    frame: pl.DataFrame,
    x: str,
    y: str,
    value: str,
    titles: tuple[str, str],
    tips: Mapping[str, str],
    order: Sequence[str],
) -> alt.TopLevelMixin:
    """A table of counts shaded by size, the count in each cell."""
    base = alt.Chart(frame).encode(
        x=alt.X(f"{x}:O", title=titles[0], axis=alt.Axis(labelAngle=0, labelLimit=160, orient="top")),
        y=alt.Y(f"{y}:N", title=titles[1] or None, sort=list(order), axis=alt.Axis(labelLimit=220)),
        tooltip=tooltips(tips),
    )
    shade = base.mark_rect(color=theme.INK, cornerRadius=2).encode(
        opacity=alt.Opacity(f"{value}:Q", scale=alt.Scale(type="sqrt", range=[0.12, 0.85]), legend=None)
    )
    return alt.layer(
        shade, base.mark_text(fontSize=12, color=theme.ink()).encode(text=alt.Text(f"{value}:Q", format=",.4~f"))
    ).properties(height=tall(frame[y].n_unique()) + 4 * frame[y].n_unique())
