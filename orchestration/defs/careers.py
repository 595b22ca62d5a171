"""Assets over all appointments: persons, whom each act is about, spells in office. The domain tells people apart."""

from collections.abc import Iterator

import dagster as dg

from orchestration.defs.raw import OVER_ALL_ISSUES, raw_key
from orchestration.defs.reading import OWNERS
from orchestration.defs.resources import Run
from orchestration.warehouse.careers import refresh_careers

_DESCRIPTIONS = {
    "persons": "Persons as far as the acts can tell; namesakes stay apart. Grain: one person.",
    "appointment_persons": "Which person an act is about, and why. Grain: one act.",
    "office_terms": "Spells of persons in posts, with honest unknowns. Grain: one spell.",
}


@dg.multi_asset(
    name="careers",
    specs=[
        dg.AssetSpec(
            raw_key(name),
            deps=[raw_key("appointments"), raw_key("issues"), raw_key("documents")],
            group_name="raw",
            kinds={"python", "duckdb"},
            owners=OWNERS,
            description=_DESCRIPTIONS[name],
        )
        for name in OVER_ALL_ISSUES
    ],
)
def careers(run: Run) -> Iterator[dg.MaterializeResult]:  # type: ignore[type-arg]
    """Made over all issues each time: one new act may end a spell that an old one opened."""
    with run.build() as con:
        rows = refresh_careers(con)
    for name, count in rows.items():
        yield dg.MaterializeResult(asset_key=raw_key(name), metadata={"dagster/row_count": count})
