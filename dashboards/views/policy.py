"""政策变动与引用: parameters from an old to a new value, and which documents cite which."""

from __future__ import annotations

import polars as pl
import streamlit as st

from dashboards.components import charts, citations, data, filters, states, tables
from dashboards.components.words import COLUMNS

NAMES = "coalesce(i.title, f.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document"
JOINS = "left join dim_issue i on i.issue_id = f.issue_id left join dim_document d on d.document_id = f.document_id"

# A value may be printed with its unit or without; the unit is not said twice.
WITH_UNIT = "{0} || case when ends_with({0}, coalesce(f.unit, '')) then '' else f.unit end"
FIGURE = "try_cast(regexp_extract({0}, '[0-9.]+') as double)"

states.require("fct_policy_changes", "fct_citations", "fct_recognitions", "dim_issue", "dim_document")
st.title("政策变动与引用")
PARTS = ["政策变动", "引用", "认定名单"]
part = st.segmented_control(
    "查看", PARTS, default=PARTS[0], key="part", bind="query-params", required=True, label_visibility="collapsed"
)


def changes() -> None:
    st.caption("原文同时印出旧值和新值的才列：由50万元提高到55万元。数值照印，不换算。")
    where = filters.Where()
    cells = iter(st.columns(3))
    filters.by_issue(where, "fct_policy_changes", cells)
    with next(cells):
        filters.by_words(where, "词", "words", ["f.subject", "f.quote"], "事项或原文中的词")
    frame = data.frame(
        f"""select {data.fields("fct_policy_changes", "f", "issue", "document", "before", "after", "direction")},
            {NAMES}, {WITH_UNIT.format("f.old_value")} as before, {WITH_UNIT.format("f.new_value")} as after,
            case sign({FIGURE.format("f.new_value")} - {FIGURE.format("f.old_value")})
                when 1 then '↑' when -1 then '↓' end as direction
        from fct_policy_changes f {JOINS} where {where.sql}
        order by i.published_month desc nulls last, d.sequence, f.char_start""",
        where.parameters,
    )
    if states.present(frame, "政策变动", where.active):
        tables.fact_table(
            frame,
            "fct_policy_changes",
            {
                "subject": "事项",
                "before": "旧值",
                "direction": "升降",
                "after": "新值",
                "effective_from": "施行日期",
                "quote": COLUMNS["quote"],
                "document": COLUMNS["document"],
                "issue": COLUMNS["issue"],
            },
            {"subject": st.column_config.TextColumn("事项", width=300)},
        )


def cited() -> None:
    st.caption("每份文件引用的其他文件，一份只计一次：按文号、按书名号中的题名。")
    where = filters.Where()
    cells = iter(st.columns(4))
    filters.by_issue(where, "fct_citations", cells)
    with next(cells):
        filters.by_words(where, "词", "words", ["f.cited_title", "f.cited_number"], "题名或文号中的词")
    with next(cells):
        if st.toggle("只看库中有原文的", key="linked", bind="query-params", help="被引文件本身也在已读的公报里。"):
            where.add("f.cited_document_id is not null")
    frame = data.frame(
        f"""select {data.fields("fct_citations", "f", "issue", "document", "cited")}, {NAMES},
            coalesce(c.title, f.cited_title, f.cited_number) as cited from fct_citations f {JOINS}
        left join dim_document c on c.document_id = f.cited_document_id where {where.sql}
        order by i.published_month desc nulls last, d.sequence, f.char_start""",
        where.parameters,
    )
    if not states.present(frame, "引用", where.active):
        return
    edges = frame.select(
        pl.col("document").fill_null(pl.col("document_id")),
        pl.coalesce("cited_number", "cited").alias("key"),
        "cited",
        "cited_document_id",
    )
    st.subheader("引用关系")
    network, shown, total = citations.network(edges)
    charts.show(network, "引用关系图：左为引用的文件，右为被引的文件")
    st.caption(
        "左为引用的文件，右为被引的文件，点越大被引越多；橙色的在库中有原文。"
        f"图中有 {shown} 份被引文件，共 {total} 份。"
    )
    tables.fact_table(
        citations.with_links(frame),
        "fct_citations",
        {
            "document": "引用的文件",
            "cited_title": "被引题名",
            "cited_number": "被引文号",
            "cited_link": "被引原文",
            "quote": COLUMNS["quote"],
            "issue": COLUMNS["issue"],
        },
        {
            "cited_link": st.column_config.LinkColumn("被引原文", display_text="打开", help="被引文件在库中时可打开。"),
            "document": st.column_config.TextColumn("引用的文件", width=300),
        },
    )


def recognised() -> None:
    st.caption("文件公布的名单，一行一个名称，按印出的次序。")
    where = filters.Where()
    cells = iter(st.columns(4))
    with next(cells):
        filters.by_column(where, "名单", "list", "f.list_title", "fct_recognitions f")
    filters.by_issue(where, "fct_recognitions", cells)
    with next(cells):
        filters.by_words(where, "词", "words", ["f.name"], "名称中的词")
    frame = data.frame(
        f"""select {data.fields("fct_recognitions", "f", "issue", "document")}, {NAMES} from fct_recognitions f {JOINS}
        where {where.sql} order by i.published_month desc nulls last, d.sequence, f.list_title, f.ordinal""",
        where.parameters,
    )
    if states.present(frame, "认定名单", where.active):
        names = {
            "list_title": "名单",
            "ordinal": "序号",
            "name": "名称",
            "year": "年份",
            "document": "文件",
            "issue": "期次",
        }
        year = st.column_config.NumberColumn("年份", format="%d")
        tables.fact_table(frame, "fct_recognitions", names, {"year": year})


if part == PARTS[1]:
    cited()
elif part == PARTS[2]:
    recognised()
else:
    changes()
