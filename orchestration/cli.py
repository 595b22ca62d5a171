"""The gongbao command: names and options; what a command does stands in ``commands``."""

from __future__ import annotations

import os
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from orchestration.settings import ROOT, Settings

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    help="政府公报 → 可追溯的事实。Reads municipal gazettes into facts that point back at the words that state them.",
)

Raw = Annotated[Path | None, typer.Option("--raw", help="公报所在 where issues lie [GONGBAO_RAW, raw/]")]
Data = Annotated[Path | None, typer.Option("--data", help="数据所在 where the warehouse lies [GONGBAO_DATA, data/]")]


class Form(StrEnum):
    """Forms a result can take."""

    table = "table"
    csv = "csv"
    json = "json"
    parquet = "parquet"


@app.command()
def run(
    raw: Raw = None,
    data: Data = None,
    issue: Annotated[list[str] | None, typer.Option(help="只读这一期 read only this issue; repeatable")] = None,
    workers: Annotated[int, typer.Option(help="读取进程数 reading processes; default one a core")] = -1,
    cluster: Annotated[str, typer.Option(help="address of a Dask scheduler to read on instead")] = "",
    force: Annotated[bool, typer.Option("--force", help="重读未变的期 read unchanged issues again")] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Dagster's log on standard error")] = False,
) -> None:
    """读取、建模、检验、发布 Read every issue, build and test the models, publish the warehouse."""
    from orchestration.commands.run import run as go

    go(Settings.read(raw, data), issue or [], workers, cluster, force, verbose)


@app.command()
def sql(
    query: Annotated[str | None, typer.Argument(help='"SELECT …"; - reads standard input')] = None,
    file: Annotated[Path | None, typer.Option("--file", "-f", help="a file with the query")] = None,
    form: Annotated[Form, typer.Option("--format", help="how the result is written")] = Form.table,
    output: Annotated[Path | None, typer.Option("--output", "-o", help="write to this file")] = None,
    rows: Annotated[int | None, typer.Option(min=1, help="at most so many rows; a table shows 200")] = None,
    seconds: Annotated[float, typer.Option(min=0.1, help="time limit")] = 60.0,
    data: Data = None,
) -> None:
    """只读查询 One read-only query on the published warehouse."""
    from orchestration.commands.console import Stop
    from orchestration.commands.sql import sql as go

    if (query is None) == (file is None):
        raise Stop('Give one query, as an argument or with -f FILE: gongbao sql "SELECT * FROM dim_issue"')
    text = file.read_text(encoding="utf-8-sig") if file else sys.stdin.read() if query == "-" else str(query)
    go(Settings.read(None, data), text, form.value, output, rows, seconds)


@app.command()
def search(
    words: Annotated[list[str], typer.Argument(help="词 words; all must occur")],
    most: Annotated[int, typer.Option(min=1, help="how many passages are shown")] = 10,
    data: Data = None,
) -> None:
    """全文检索 Ranked search of sections, with the passage and its page."""
    from orchestration.commands.search import search as go

    go(Settings.read(None, data), words, most)


@app.command()
def explain(fact_id: Annotated[str, typer.Argument(help="an id from any fct_ table")], data: Data = None) -> None:
    """一条事实的出处 One fact with its quote in context, page, rule, source file and hash."""
    from orchestration.commands.explain import explain as go

    go(Settings.read(None, data), fact_id)


@app.command()
def status(raw: Raw = None, data: Data = None) -> None:
    """现状 What was read, quarantined, warned about, published, and when."""
    from orchestration.commands.status import status as go

    go(Settings.read(raw, data))


@app.command()
def export(folder: Annotated[Path, typer.Argument(metavar="DIR")], data: Data = None) -> None:
    """导出 The published tables as Parquet and CSV with a datapackage.json."""
    from orchestration.commands.export import export as go

    go(Settings.read(None, data), folder)


@app.command()
def evaluate(
    golden: Annotated[Path | None, typer.Option(help="another folder of annotations")] = None,
    faults: Annotated[bool, typer.Option("--faults", help="what was missed and what was false")] = False,
    write: Annotated[bool, typer.Option("--write", help="write docs/evaluation.md")] = False,
    raise_floors: Annotated[bool, typer.Option("--raise-floors", help="keep today's F1 as the floors")] = False,
) -> None:
    """评测 Precision, recall and F1 of each family on the golden annotations."""
    from orchestration.commands.evaluate import evaluate as go

    go(golden, faults, write, raise_floors)


@app.command()
def up(
    raw: Raw = None,
    data: Data = None,
    dagster_port: Annotated[int, typer.Option(envvar="GONGBAO_DAGSTER_PORT")] = 3000,
    dashboard_port: Annotated[int, typer.Option(envvar="GONGBAO_DASHBOARD_PORT")] = 8501,
) -> None:
    """看板与 Dagster The dashboards and Dagster on loopback, until Ctrl-C."""
    from orchestration.commands.up import up as go

    go(Settings.read(raw, data), dagster_port, dashboard_port)


@app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True}, hidden=True)
def dagster(context: typer.Context) -> None:
    """Any command of Dagster on this code location, with the installation's environment."""
    from orchestration.settings import prepare_dagster_home

    settings = Settings.read()
    settings.export_to_environment()
    prepare_dagster_home(settings)
    os.chdir(ROOT)
    os.execv(sys.executable, [sys.executable, "-m", "dagster", *context.args])


def main() -> None:
    """Runs a command; what a person can act on is printed as a sentence, not as a stack trace."""
    from orchestration.commands.console import Stop, err
    from orchestration.warehouse.query import QueryError

    try:
        app(prog_name="gongbao")
    except (Stop, QueryError, OSError) as error:
        if isinstance(error, BrokenPipeError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise SystemExit(0) from None
        err.print(str(error), style="red", markup=False, soft_wrap=True)
        raise SystemExit(1) from None
    except KeyboardInterrupt:
        raise SystemExit(130) from None


if __name__ == "__main__":
    main()
