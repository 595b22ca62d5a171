"""Appointments and office terms as the pages show them: acts in time, and spells whose unknown ends stay unknown."""

from __future__ import annotations

import altair as alt
import polars as pl

from dashboards.components import charts, data, theme
from dashboards.components.filters import Where
from dashboards.components.words import ACTIONS, TERM_STATUS

UNKNOWN = "未知"
BODY = "coalesce(f.organization, '（原文未写机构）')"
# Who is who is only said where another bears the same name.
PEOPLE = """(select person_id, name || case when count(*) over (partition by name) > 1
    then coalesce('（' || disambiguation || '）', '（' || person_id || '）') else '' end as person from dim_person)"""
PERSON = "coalesce(p.person, f.person_name)"
FOLLOW = {
    "人": PERSON,
    "机构": BODY,
    "职务": f"{BODY} || f.post",
}  # what a follow means, as an expression over the acts
FLAGS = {
    "probation_months": "'试用' || f.probation_months || '个月'",
    "secondment_months": "'挂职' || f.secondment_months || '个月'",
    "is_concurrent": "'兼'",
    "is_automatic": "'自然免除'",
    "is_former_organization": "'原机构'",
    "remark": "f.remark",
}


def acts(where: Where) -> pl.DataFrame:
    """Acts with the person told apart from namesakes, their date, and what is special about them."""
    special = ", ".join(
        f"case when {f'f.{column}' if column.startswith('is_') else f'f.{column} is not null'} then {words} end"
        for column, words in FLAGS.items()
    )
    fields = data.fields(
        "fct_appointments", "f", "person", "body", "office", "date", "date_kind", "special", "issue", "document"
    )
    return data.frame(
        f"""select {fields}, {PERSON} as person, {BODY} as body, {FOLLOW["职务"]} as office,
            coalesce(f.decision_date, f.listed_date) as date,
            case when f.decision_date is not null then '决定日期'
                when f.listed_date is not null then '名单日期' end as date_kind,
            array_to_string(list_filter([{special}], x -> x is not null), '、') as special,
            coalesce(i.title, f.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document
        from fct_appointments f left join {PEOPLE} p using (person_id)
        left join dim_issue i on i.issue_id = f.issue_id left join dim_document d using (document_id)
        where {where.sql}
        order by date desc nulls last, i.published_month desc nulls last, f.document_id, f.char_start""",
        where.parameters,
    ).with_columns(pl.col("action").replace(ACTIONS))


def terms(appointment_ids: list[str] | None) -> pl.DataFrame:
    """Office terms, or those that the given acts begin or end."""
    condition = "true" if appointment_ids is None else "start_appointment_id = any(?) or end_appointment_id = any(?)"
    return data.frame(
        f"""select {data.fields("fct_office_terms", "t", "person", "body")}, p.person,
            coalesce(x.organization, a.name) as body
        from fct_office_terms t left join {PEOPLE} p using (person_id) left join dim_agency a using (agency_id)
        left join fct_appointments x on x.appointment_id = coalesce(t.start_appointment_id, t.end_appointment_id)
        where {condition} order by coalesce(t.start_date, t.end_date) desc nulls last, person""",
        [] if appointment_ids is None else [appointment_ids, appointment_ids],
    )


def worded(found: pl.DataFrame) -> pl.DataFrame:
    """Terms for a table: dates as text, an unknown one said to be so."""
    said = [pl.col(c).cast(pl.String).fill_null(UNKNOWN) for c in ("start_date", "end_date")]
    return found.with_columns(*said, pl.col("status").replace(TERM_STATUS))


def timeline(found: pl.DataFrame, lane: str) -> alt.TopLevelMixin:
    """Acts as points in time, a lane for each office or person, appointments and removals told by shape and colour."""
    domain, hues = theme.scale(theme.ACTION_COLOURS)
    tips = {
        "person": "姓名",
        "action": "任免",
        "body": "机构",
        "post": "职务",
        "date": "日期",
        "date_kind": "日期种类",
        "special": "说明",
        "quote": "原文",
    }
    chart: alt.TopLevelMixin = (
        alt.Chart(found)
        .mark_point(size=130, filled=True, opacity=0.95)
        .encode(
            x=time_axis(),
            y=alt.Y(
                f"{lane}:N",
                sort=alt.EncodingSortField("date", op="min"),
                axis=alt.Axis(title=None, labelLimit=320, grid=True, labelOverlap=False),
            ),
            yOffset=alt.YOffset(
                "action:N", sort=domain
            ),  # a removal and an appointment of one day do not cover each other
            color=alt.Color(
                "action:N", title=None, scale=alt.Scale(domain=domain, range=hues), legend=alt.Legend(orient="top")
            ),
            shape=alt.Shape("action:N", title=None, scale=alt.Scale(domain=domain, range=["triangle-right", "cross"])),
            tooltip=[
                *charts.tooltips({k: v for k, v in tips.items() if k != "date"}),
                alt.Tooltip("date:T", title="日期", format="%Y-%m-%d"),
            ],
        )
        .properties(height=charts.tall(found[lane].n_unique() * 2, legend=True))
    )
    return chart


def spells(found: pl.DataFrame) -> alt.TopLevelMixin:
    """Terms as lines where both ends are stated; an end that no act states is a question mark, never today."""
    drawn = found.with_columns(
        pl.coalesce("start_date", "end_date").alias("from"),
        pl.coalesce("end_date", "start_date").alias("to"),
        pl.concat_str(pl.col("person"), pl.lit(" · "), pl.col("body").fill_null(""), pl.col("post")).alias("lane"),
        pl.when(pl.col("start_date").is_null()).then(pl.lit("？ ")).otherwise(pl.lit("")).alias("before"),
        pl.when(pl.col("end_date").is_null()).then(pl.lit(" ？")).otherwise(pl.lit("")).alias("after"),
        pl.col("status").replace(TERM_STATUS).alias("known"),
    )
    base = alt.Chart(drawn).encode(
        y=alt.Y(
            "lane:N",
            sort=alt.EncodingSortField("from", op="min"),
            axis=alt.Axis(title=None, labelLimit=360, labelOverlap=False),
        ),
        tooltip=[
            *charts.tooltips({"person": "姓名", "body": "机构", "post": "职务", "known": "状态"}),
            alt.Tooltip("start_date:T", title="起", format="%Y-%m-%d"),
            alt.Tooltip("end_date:T", title="止", format="%Y-%m-%d"),
        ],
    )
    start, end = time_axis("from"), alt.X("to:T")
    line = base.mark_rule(strokeWidth=5, color=theme.INK, opacity=0.55).encode(x=start, x2="to:T")
    ends = [base.mark_point(size=60, filled=True, opacity=1, color=theme.INK).encode(x=x) for x in (start, end)]
    asks = [
        base.mark_text(align="right" if align == "right" else "left", dx=dx, fontSize=14, color=theme.RED).encode(
            x=x, text=f"{column}:N"
        )
        for align, dx, x, column in (("right", -6, start, "before"), ("left", 6, end, "after"))
    ]
    return alt.layer(line, *ends, *asks).properties(height=charts.tall(found.height))


def time_axis(field: str = "date") -> alt.X:
    """A date axis in plain Chinese order."""
    return alt.X(
        f"{field}:T",
        title="日期",
        axis=alt.Axis(format="%Y-%m-%d", tickCount=6, labelOverlap=True),
        scale=alt.Scale(padding=30),
    )
