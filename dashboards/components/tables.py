"""Tables of facts: sortable, each row with its way to the source, downloadable as CSV."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

import polars as pl
import streamlit as st

from dashboards.components import scans, sources
from dashboards.components.words import COLUMNS, COMPARATORS, FAMILY, HELP

SHOWN = 2000  # rows sent to the browser; the download has them all
TALL = 13  # rows beyond which a table scrolls


def configure(frame: pl.DataFrame, names: Mapping[str, str], more: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """Column configurations from labels: help where a term has it, the source as a link, dates without a time."""
    config: dict[str, Any] = {}
    for column, label in names.items():
        help = HELP.get(column)
        if column == "source":
            config[column] = st.column_config.LinkColumn(label, help=help, display_text=r"#(.+)$", width=75)
        elif frame.schema[column] == pl.Date:
            config[column] = st.column_config.DateColumn(label, help=help, format="YYYY-MM-DD", width=105)
        elif column in ("person", "issue", "special"):
            config[column] = st.column_config.TextColumn(label, help=help, width=130)
        elif column == "outcome_words":
            config[column] = st.column_config.TextColumn(label, help=help, width=150)
        elif column == "quote":
            config[column] = st.column_config.TextColumn(label, help=help, width=360)
        else:
            config[column] = st.column_config.Column(label, help=help)
    return config | dict(more or {})


def height(frame: pl.DataFrame) -> int | Literal["content"]:
    """A short table as high as its rows, a long one with its own scroll bar."""
    return "content" if frame.height <= TALL else 480


def _flat(column: pl.Series) -> pl.Series:
    """A column as the cells of a CSV can hold it."""
    kind = column.dtype
    if isinstance(kind, pl.List):
        return column.cast(pl.List(pl.String)).list.join("、")
    if kind.is_nested() or kind in (pl.Binary, pl.Object, pl.Duration):
        return pl.Series([None if value is None else str(value) for value in column.to_list()], dtype=pl.String)
    return column


def download(frame: pl.DataFrame, names: Mapping[str, str], name: str) -> None:
    """A CSV of all rows under their Chinese headings, with a BOM so that spreadsheets read it as UTF-8."""
    flat = pl.DataFrame([_flat(frame[column]).alias(label) for column, label in names.items()])
    st.download_button(
        f"下载 CSV（{frame.height:,} 行）",
        data=lambda: flat.write_csv(include_bom=True).encode("utf-8"),
        file_name=f"{name}.csv",
        mime="text/csv",
        icon=":material/download:",
        on_click="ignore",
        key=f"download_{name}",
    )


def plain_table(
    frame: pl.DataFrame, names: Mapping[str, str], name: str, more: Mapping[str, Any] | None = None
) -> None:
    """A sortable table with its download."""
    st.dataframe(
        frame.select(list(names)).head(SHOWN),
        column_config=configure(frame, names, more),
        hide_index=True,
        height=height(frame),
        placeholder="",
    )
    if frame.height > SHOWN:
        st.caption(f"共 {frame.height:,} 行，表中列前 {SHOWN:,} 行；下载含全部。")
    download(frame, names, name)


def varying_first(frame: pl.DataFrame, names: Mapping[str, str]) -> dict[str, str]:
    """The columns with region and issue moved to the front where rows differ in them: without them they mix."""
    early = [column for column in ("region", "issue") if column in names and frame[column].n_unique() > 1]
    return {column: names[column] for column in [*early, *(name for name in names if name not in early)]}


def fact_table(
    frame: pl.DataFrame, table: str, names: Mapping[str, str], more: Mapping[str, Any] | None = None
) -> None:
    """A table of one fact family. The frame holds document_id, the fact's id, page and quote beside the columns named.

    Every row links to the reader; choosing a row shows the quote in its context below the table.
    """
    family = FAMILY[table]
    names = varying_first(frame, names)
    shown = {"source": COLUMNS["source"], **names} | {"quote": COLUMNS["quote"]}  # quote last unless names place it
    frame = scans.marked(frame)
    if "doubt" in frame.columns:
        shown = {"source": COLUMNS["source"], "doubt": COLUMNS["doubt"]} | shown
    if "correction_reason" in frame.columns and frame["correction_reason"].is_not_null().any():
        shown["correction_reason"] = COLUMNS["correction_reason"]
    linked = sources.with_source(frame.head(SHOWN), family.key)
    event = st.dataframe(
        linked.select(list(shown)),
        column_config=configure(linked, shown, more),
        hide_index=True,
        height=height(frame),
        placeholder="",
        on_select="rerun",
        selection_mode="single-row",
        key=f"table_{table}",
    )
    exported = {family.key: "编号", **names} | {
        "quote": COLUMNS["quote"],
        "page": "页码",
        "document_id": "文件编号",
        "rule_id": "规则",
        scans.COLUMN: "识别把握",
    }
    left, right = st.columns([3, 1], vertical_alignment="center")
    with right:
        download(frame, {column: label for column, label in exported.items() if column in frame.columns}, table)
    chosen = event["selection"]["rows"]
    with left:
        if frame.height > SHOWN:
            st.caption(f"共 {frame.height:,} 行，表中列前 {SHOWN:,} 行；下载含全部。")
        elif not chosen:
            st.caption("选中一行，在下方看原文上下文；点「出处」打开阅读器。")
    if chosen and chosen[0] < frame.height:
        sources.show_quote(table, family.key, frame[family.key][chosen[0]])


def progress_table(progress: pl.DataFrame) -> None:
    """Targets with the outcome of the same year, each side with its own way to the source."""
    records = progress.to_dicts()
    links = {
        "source": [sources.reader_link(r["document_id"], r["target_id"], r["page"]) for r in records],
        "outcome_source": [
            sources.reader_link(r["outcome_document"], r["outcome_id"], r["outcome_page"]) for r in records
        ],
    }
    shown = progress.with_columns(
        *(pl.Series(name, values, dtype=pl.String) for name, values in links.items()),
        pl.when(pl.col("met").is_null())
        .then(pl.lit("无法判断"))
        .when(pl.col("met"))
        .then(pl.lit("达到"))
        .otherwise(pl.lit("未达到"))
        .alias("met"),
        pl.col("comparator").replace(COMPARATORS),
    )
    names = {
        "indicator": "指标",
        "year": "年份",
        "region": "地区",
        "comparator": "约束方式",
        "target_value": "目标",
        "outcome_value": "成果",
        "base_unit": "单位",
        "met": "是否达到",
        "source": "目标出处",
        "outcome_source": "成果出处",
    }
    link = st.column_config.LinkColumn("成果出处", help=HELP["source"], display_text=r"#(.+)$", width=75)
    year = st.column_config.NumberColumn("年份", format="%d")
    plain_table(shown, names, "fct_target_progress", {"outcome_source": link, "year": year})
