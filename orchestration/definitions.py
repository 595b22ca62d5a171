"""The whole pipeline on one page.

issue_files → pages, documents, facts → raw/* → raw/persons … → dbt models → published_warehouse
"""

from __future__ import annotations

import dagster as dg

from orchestration.defs.careers import careers
from orchestration.defs.jobs import changed_files, gazette_job, monthly
from orchestration.defs.logs import console
from orchestration.defs.models import dbt_models
from orchestration.defs.publication import published_warehouse
from orchestration.defs.raw import raw_tables
from orchestration.defs.reading import issue_files, read_issues
from orchestration.defs.resources import Run


def build_definitions(run: Run | None = None) -> dg.Definitions:
    """The code location; tests and the command line hand in a run of their own."""
    run = run or Run()
    run.settings.export_to_environment()
    models = dbt_models(run.settings)
    return dg.Definitions(
        assets=[issue_files, read_issues, raw_tables, careers, models, published_warehouse(sorted(models.keys))],
        jobs=[gazette_job],
        schedules=[monthly],
        sensors=[changed_files],
        resources={"run": run},
        loggers={"console": console},
        # Starting a process for each step would take longer than the steps; reading fans out by itself.
        executor=dg.in_process_executor,
    )


@dg.definitions
def defs() -> dg.Definitions:
    """What Dagster's own processes load."""
    return build_definitions()
