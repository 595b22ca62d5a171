"""The one job, when it runs by itself, and what sets it off: monthly, and on new or changed files."""

import dagster as dg

from orchestration.defs.partitions import range_tags, register
from orchestration.defs.resources import Run
from orchestration.intake import IssueFile, inventory_hash

JOB = "gazette_job"
TIMEZONE = "Asia/Shanghai"

gazette_job = dg.define_asset_job(
    JOB,
    selection=dg.AssetSelection.all(),
    description="Every issue in raw/ to the published warehouse; issues that have not changed are not read again.",
)


def run_tags(instance: dg.DagsterInstance, run: Run, files: list[IssueFile]) -> dict[str, str]:
    """Makes the instance's partitions those of the files and gives the tags for a run over what is stale."""
    partitions = register(instance, [file.issue_id for file in files])
    return range_tags(partitions, [file.issue_id for file in files if run.wants(file)])


@dg.schedule(
    job_name=JOB,
    cron_schedule="0 6 2 * *",
    execution_timezone=TIMEZONE,
    default_status=dg.DefaultScheduleStatus.RUNNING,
    description="On the 2nd of each month at 6:00 in Shanghai: gazettes appear by the month's end.",
)
def monthly(context: dg.ScheduleEvaluationContext, run: Run) -> dg.RunRequest | dg.SkipReason:
    files = run.files()
    if not files:
        return dg.SkipReason(f"No issue lies in {run.settings.raw}.")
    month = context.scheduled_execution_time.strftime("%Y-%m")
    return dg.RunRequest(run_key=f"monthly-{month}", tags=run_tags(context.instance, run, files))


@dg.sensor(
    job_name=JOB,
    minimum_interval_seconds=60,
    default_status=dg.DefaultSensorStatus.RUNNING,
    description="Runs the job when a file in raw/ is new, changed or gone: the cursor is the hash of them all.",
)
def changed_files(context: dg.SensorEvaluationContext, run: Run) -> dg.SensorResult | dg.SkipReason:
    try:
        files = run.files()
    except FileNotFoundError as error:
        return dg.SkipReason(str(error))
    if not files:
        return dg.SkipReason(f"No issue lies in {run.settings.raw}.")
    cursor = inventory_hash(files)
    if cursor == context.cursor:
        return dg.SkipReason("Nothing in raw/ has changed.")
    last = run.record.read()
    if last.get("state") == "published" and last.get("files") == cursor:
        return dg.SensorResult(skip_reason="The last run has published just these files.", cursor=cursor)
    request = dg.RunRequest(run_key=f"files-{cursor}", tags=run_tags(context.instance, run, files))
    return dg.SensorResult(run_requests=[request], cursor=cursor)
