"""Filters that live in the URL: each is a widget bound to a query parameter, and yields a piece of a WHERE clause.

The key of a widget is the name in the URL; what stands there is the label as shown, so labels hold no counts.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from dashboards.components import data

ISSUE_NAME = "coalesce(i.title, i.issue_id)"
GAZETTE_NAME = "coalesce(g.name, g.gazette_id)"


@dataclass(slots=True)
class Where:
    """Conditions joined by AND, with their parameters in order."""

    conditions: list[str] = field(default_factory=list)
    parameters: list[Any] = field(default_factory=list)

    def add(self, condition: str, *parameters: Any) -> None:
        self.conditions.append(condition)
        self.parameters.extend(parameters)

    @property
    def sql(self) -> str:
        return " and ".join(f"({condition})" for condition in self.conditions) or "true"

    @property
    def active(self) -> bool:
        return bool(self.conditions)


def chosen(label: str, key: str, options: Sequence[str], help: str | None = None) -> list[str]:
    """A multiselect bound to `?key=`; shows nothing to choose as disabled rather than vanishing."""
    return st.multiselect(
        label, list(options), key=key, bind="query-params", help=help, placeholder="全部", disabled=not options
    )


def labels(sql: str, parameters: Sequence[Any] = ()) -> list[str]:
    """The options of a filter: the first column of a query, nulls left out."""
    return [str(value) for value in data.frame(sql, parameters).to_series().drop_nulls()]


def by_issue(where: Where, table: str, cells: Iterator[DeltaGenerator], alias: str = "f") -> None:
    """公报 and 期次: two filters on the issue of a fact, in the next two cells."""
    source = f"from {table} f join dim_issue i using (issue_id) left join dim_gazette g using (gazette_id)"
    inner = "select i.issue_id from dim_issue i left join dim_gazette g using (gazette_id) where"
    with next(cells):
        gazettes = chosen("公报", "gazette", labels(f"select distinct {GAZETTE_NAME} as n {source} order by n"))
    if gazettes:
        where.add(f"{alias}.issue_id in ({inner} {GAZETTE_NAME} = any(?))", gazettes)
    condition, parameters = (f"{GAZETTE_NAME} = any(?)", [gazettes]) if gazettes else ("true", [])
    found = f"select {ISSUE_NAME} as n {source} where {condition} group by n order by max(i.published_month) desc, n"
    with next(cells):
        issues = chosen("期次", "issue", labels(found, parameters))
    if issues:
        where.add(f"{alias}.issue_id in ({inner} {ISSUE_NAME} = any(?))", issues)


def by_column(
    where: Where, label: str, key: str, expression: str, source: str, help: str | None = None, limit: int = 500
) -> None:
    """A filter on the values of a column or expression, the most frequent first."""
    found = f"select {expression} as v from {source} where v is not null group by v order by count(*) desc, v"
    values = chosen(label, key, labels(f"{found} limit {limit}"), help)
    if values:
        where.add(f"{expression} = any(?)", values)


def by_code(
    where: Where, label: str, key: str, column: str, table: str, names: Mapping[str, str], help: str | None = None
) -> None:
    """A filter on a column of codes, shown by their Chinese names."""
    present = set(labels(f"select distinct {column.split('.')[-1]} from {table}"))
    known = {names.get(code, code): code for code in [*names, *sorted(present - set(names))] if code in present}
    values = chosen(label, key, list(known), help)
    if values:
        where.add(f"{column} = any(?)", [known[value] for value in values])


def by_words(where: Where, label: str, key: str, expressions: Sequence[str], placeholder: str) -> None:
    """Free words, all of which must stand in one of the expressions."""
    words = st.text_input(label, key=key, bind="query-params", placeholder=placeholder) or ""
    for word in words.split():
        where.add(" or ".join(f"contains({expression}, ?)" for expression in expressions), *[word] * len(expressions))
