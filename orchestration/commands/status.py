"""gongbao status: what was read, quarantined, warned about and published, and when; also before anything is."""

from __future__ import annotations

from orchestration.commands.console import out, table
from orchestration.record import RunRecord
from orchestration.settings import Settings
from orchestration.warehouse.publish import Busy, published, run_lock, versions
from orchestration.warehouse.query import QueryError, Warehouse


def status(settings: Settings) -> None:
    """Prints the state of the data folder, and what of raw/ is not in it."""
    record = RunRecord(settings.last_run).read()
    _print_published(settings)
    _print_last_run(settings, record)
    _print_unread(settings)
    if quarantined := record.get("quarantined"):
        rows = [(one["code"], one["message"]) for one in quarantined]
        out.print(table(("code", "message"), rows, title="\n隔离 quarantined"))
    if warnings := record.get("warnings"):
        counted = [(one["stage"], one["code"], one["rows"]) for one in warnings]
        out.print(table(("stage", "code", "rows"), counted, title="\n警示 warnings"))


def _print_published(settings: Settings) -> None:
    made = published(settings.data)
    if made is None:
        out.print(f"尚未发布 Nothing is published at {settings.warehouse}: `gongbao run` does it.", soft_wrap=True)
        return
    out.print(f"[bold]已发布 published[/]  {made.published_at}  {settings.warehouse} → {made.file}", soft_wrap=True)
    kept = versions(settings.data)
    out.print(f"保留版本 versions kept  {len(kept)}  {', '.join(version.stem for version in kept)}", soft_wrap=True)
    try:
        with Warehouse(settings.warehouse) as warehouse:
            result = warehouse.query(
                "SELECT issue_id, title, media_type, document_count AS documents, char_count AS characters, status, "
                "strftime(read_at, '%Y-%m-%d %H:%M') AS read_at FROM dim_issue ORDER BY published_month DESC, issue_id",
                rows=50,
            )
    except QueryError as error:
        out.print(f"[red]{error}[/]")
        return
    out.print(table(result.columns, result.rows(), title="\n各期 issues"))
    if result.truncated:
        out.print("… (dim_issue 有全部 has them all)")


def _print_last_run(settings: Settings, record: dict[str, object]) -> None:
    if not record:
        return
    state = str(record.get("state"))
    if state == "running" and not _is_running(settings):
        state = "interrupted: 上一版未受影响 what was published before it stays"
    ended = f" – {record['ended_at']}" if record.get("ended_at") else ""
    out.print(f"\n[bold]上次运行 last run[/]  {record.get('began_at')}{ended}  {state}", soft_wrap=True)
    out.print(
        f"读取 read {record.get('read_now', 0)}, 未变 unchanged {record.get('unchanged', 0)}, raw {record.get('raw')}"
    )
    reasons = record.get("reasons")
    for reason in reasons if isinstance(reasons, list) and state == "failed" else []:
        out.print(f"  [red]{reason}[/]", soft_wrap=True)


def _is_running(settings: Settings) -> bool:
    try:
        with run_lock(settings.data):
            return False
    except Busy:
        return True


def _print_unread(settings: Settings) -> None:
    from orchestration.intake import find_issues
    from orchestration.parse import parser_version
    from orchestration.warehouse.store import ReadingStore

    try:
        files = find_issues(settings.raw)
    except OSError as error:
        out.print(f"[yellow]{error}[/]", soft_wrap=True)
        return
    store = ReadingStore(settings.readings, parser_version())
    waiting = [(file.issue_id, file.source.file) for file in files if not store.has(file.issue_id, file.input_hash)]
    if waiting:
        shown = [*waiting[:20], *([("…", f"{len(waiting) - 20} more")] if len(waiting) > 20 else [])]
        out.print(table(("issue", "file"), shown, title=f"\n待读取 to be read: {len(waiting)}"))
    elif not files:
        out.print(f"\n{settings.raw} 中没有公报 holds no issue.", soft_wrap=True)
