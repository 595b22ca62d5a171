"""Facts read from scans: a mark where the recognition was unsure of a line that they were read from."""

from __future__ import annotations

import polars as pl

from dashboards.components import data

COLUMN = "reading_confidence"
SURE = 0.8  # below it the run warns of the line too (low_confidence)


def column(table: str) -> str:
    """The confidence for a SELECT from a fact table, null where the version has none."""
    return COLUMN if COLUMN in data.columns(table) else f"null as {COLUMN}"


def doubt(confidence: float | None) -> str | None:
    """The mark of a fact, None where its lines were recognised surely or the source states its own text."""
    return f"⚠ 识别把握 {confidence:.2f}" if confidence is not None and confidence < SURE else None


def marked(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame with a column `doubt` of marks, where any row has one; a version without the column marks nothing."""
    if COLUMN not in frame.columns:
        return frame
    marks = pl.Series("doubt", [doubt(value) for value in frame[COLUMN]], dtype=pl.String)
    return frame.with_columns(marks) if marks.is_not_null().any() else frame
