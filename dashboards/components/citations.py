"""Who cites whom, drawn as two columns: the citing documents, the cited ones, a line for each citation."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.components import charts, sources, theme

MOST = 30  # documents in a column
SHORT = 26  # characters of a title in the figure; the tooltip has all


def network(edges: pl.DataFrame) -> tuple[alt.TopLevelMixin, int, int]:
    """The figure, how many cited documents it shows, and how many there are.

    `edges` has document, key (what identifies the cited one), cited (its words) and cited_document_id.
    """
    cited = edges.group_by("key").agg(
        pl.col("cited").first(),
        pl.col("document").n_unique().alias("times"),
        pl.col("cited_document_id").is_not_null().any().alias("here"),
    )
    right = cited.sort("times", "here", "cited", descending=[True, True, False]).head(MOST)
    kept = edges.join(right.select("key"), on="key")
    left = (
        kept.group_by("document")
        .agg(pl.col("key").n_unique().alias("times"))
        .sort("times", "document", descending=[True, False])
        .head(MOST)
    )
    kept = kept.join(left.select("document"), on="document").select("document", "key").unique(maintain_order=True)
    near = (
        kept.join(left.select("document").with_row_index("place"), on="document")
        .group_by("key")
        .agg(pl.col("place").mean())
    )
    right = right.join(near, on="key").sort("place", "cited")  # beside what cites it: fewer lines cross
    rows = max(left.height, right.height)
    a, b = _column(left, "document", "document", rows, 0.0), _column(right, "key", "cited", rows, 1.0)
    lines = kept.join(a.select("id", pl.col("y").alias("y1")), left_on="document", right_on="id").join(
        b.select("id", pl.col("y").alias("y2"), "words"), left_on="key", right_on="id"
    )
    lines = lines.with_columns(pl.lit(0.0).alias("x1"), pl.lit(1.0).alias("x2"))
    y = alt.Y("y:Q", axis=None, scale=alt.Scale(domain=[0, rows], reverse=True))
    x = alt.X("x:Q", axis=None, scale=alt.Scale(domain=[-1.0, 2.0]))
    rules = (
        alt.Chart(lines)
        .mark_rule(color=theme.GREY, opacity=0.45)
        .encode(
            x=alt.X("x1:Q", axis=None, scale=alt.Scale(domain=[-1.0, 2.0])),
            x2="x2:Q",
            y=alt.Y("y1:Q", axis=None),
            y2="y2:Q",
            tooltip=charts.tooltips({"document": "引用的文件", "words": "被引的文件"}),
        )
    )
    layers = [rules]
    for side, colour, align, dx in ((a, theme.INK, "right", -10), (b, theme.INK, "left", 10)):
        base = alt.Chart(side).encode(x=x, y=y, tooltip=charts.tooltips({"words": "文件", "times": "引用或被引（份）"}))
        layers.append(
            base.mark_circle(opacity=1).encode(
                size=alt.Size("times:Q", legend=None, scale=alt.Scale(range=[60, 260])),
                color=alt.condition("datum.here", alt.value(theme.OCHRE), alt.value(colour)),
            )
        )
        layers.append(
            base.mark_text(align="right" if align == "right" else "left", dx=dx, color=theme.GREY).encode(
                text="short:N"
            )
        )
    return alt.layer(*layers).properties(height=max(rows, 3) * charts.ROW + 20), right.height, cited.height


def _column(frame: pl.DataFrame, key: str, words: str, rows: int, x: float) -> pl.DataFrame:
    """Places documents of one side evenly over the height."""
    gap = rows / max(frame.height, 1)
    short = (
        pl.when(pl.col(words).str.len_chars() > SHORT)
        .then(pl.col(words).str.slice(0, SHORT) + "…")
        .otherwise(pl.col(words))
    )
    here = pl.col("here") if "here" in frame.columns else pl.lit(False)
    return frame.select(
        pl.col(key).alias("id"),
        pl.col(words).alias("words"),
        short.alias("short"),
        "times",
        here.alias("here"),
        pl.lit(x).alias("x"),
        ((pl.int_range(pl.len()) + 0.5) * gap).alias("y"),
    )


def with_links(frame: pl.DataFrame) -> pl.DataFrame:
    """The citations with a link to the cited document where the warehouse holds it."""
    links = [sources.reader_link(cited) if cited else None for cited in frame["cited_document_id"]]
    return frame.with_columns(pl.Series("cited_link", links, dtype=pl.String))
