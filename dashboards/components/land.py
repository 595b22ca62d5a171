"""Land supply as its page reads it: the plans there are, and the figures of one."""

from __future__ import annotations

from typing import Any

import polars as pl

from dashboards.components import data
from dashboards.components.filters import Where
from dashboards.components.words import FIGURE_KINDS


def plans(where: Where) -> dict[str, dict[str, Any]]:
    """Documents with their years and kinds of figure under the label that names them, those with most figures first."""
    found = data.rows(
        f"""select f.document_id, f.plan_year, f.figure_kind, any_value(d.title) as title, count(*) as n
        from fct_land_supply f join dim_document d using (document_id) where {where.sql}
        group by all order by n desc, f.plan_year desc nulls last, f.document_id""",
        where.parameters,
    )
    labelled: dict[str, dict[str, Any]] = {}
    for plan in found:
        year = f"{plan['plan_year']}年" if plan["plan_year"] else "年份不明"
        label = f"{year}{FIGURE_KINDS[plan['figure_kind']]} · {plan['title'] or plan['document_id']}"
        if label in labelled:  # two documents of one title
            label += f"（{plan['document_id']}）"
        labelled[label] = plan
    return labelled


def figures(document_id: str, plan_year: int | None, figure_kind: str) -> pl.DataFrame:
    """All areas of one plan, with the region as known or as printed, and the figure as printed."""
    named = "f.region_name" if "region_name" in data.columns("fct_land_supply") else "null"
    return data.frame(
        f"""select {data.fields("fct_land_supply", "f", "region", "region_type", "issue", "document", "stated")},
            coalesce(r.name, {named}, f.region_id) as region, r.region_type,
            coalesce(i.title, f.issue_id) as issue, coalesce(nullif(d.title, ''), d.document_id) as document,
            regexp_replace(f.area::varchar, '[.]0$', '') || f.unit as stated
        from fct_land_supply f join dim_document d using (document_id) left join dim_issue i on i.issue_id = f.issue_id
        left join dim_region r on r.region_id = f.region_id
        where f.document_id = ? and f.plan_year is not distinct from ? and f.figure_kind = ? order by f.char_start""",
        [document_id, plan_year, figure_kind],
    )
