"""One real run for all of these tests: the real issue, a loose document, and everything that may lie in raw/ oddly."""

from __future__ import annotations

import fcntl
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from orchestration import cli
from orchestration.settings import ROOT, Settings

LOOSE = """关于印发某县2022年度国有建设用地供应计划的通知
平政办发〔2022〕7号

各乡镇人民政府：
现将《某县2022年度国有建设用地供应计划》印发给你们，请认真贯彻执行。
一、供应总量
2022年计划供应国有建设用地120.5公顷。
二、工作要求
加强组织领导，5月31日前报送进展情况。
平山县人民政府办公室
2022年3月4日
"""


@dataclass(frozen=True)
class World:
    """A published data folder, what the run printed, and the odd files that lay in raw/."""

    settings: Settings
    printed: str
    odd: dict[str, str]  # file as shown -> the code it is quarantined with


@dataclass(frozen=True)
class Answer:
    code: int
    out: str
    err: str


def gongbao_process(*arguments: str, data: Path, raw: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """A command as a person runs it, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "orchestration.cli", *arguments],
        cwd=ROOT,
        env={**_clean_environment(), "GONGBAO_DATA": str(data), "GONGBAO_RAW": str(raw), **environment},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


def _clean_environment() -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if not name.startswith(("GONGBAO_", "DAGSTER_"))}


@pytest.fixture(autouse=True)
def own_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands run in this process leave their environment here."""
    for name in ("GONGBAO_RAW", "GONGBAO_DATA", "GONGBAO_BUILD", "DAGSTER_HOME", "DBT_SEND_ANONYMOUS_USAGE_STATS"):
        monkeypatch.setenv(name, "")
        monkeypatch.delenv(name)
    monkeypatch.setenv("DO_NOT_TRACK", "1")


@pytest.fixture
def gongbao(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    """A command in this process: quick, for all that does not run the job."""

    def call(*arguments: str, settings: Settings) -> Answer:
        monkeypatch.setenv("GONGBAO_DATA", str(settings.data))
        monkeypatch.setenv("GONGBAO_RAW", str(settings.raw))
        monkeypatch.setattr(sys, "argv", ["gongbao", *arguments])
        capsys.readouterr()
        try:
            cli.main()
            code = 0
        except SystemExit as end:
            code = int(end.code or 0)
        printed = capsys.readouterr()
        return Answer(code, printed.out, printed.err)

    return call


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> World:
    """Made once, also when several workers test: whoever comes first makes it, the others wait."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    home = shared / "world"
    done = home / "done.json"
    with (shared / "world.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            settings = Settings(home / "raw", home / "data")
            odd = _lay_out(settings.raw)
            ran = gongbao_process("run", "--workers", "2", data=settings.data, raw=settings.raw)
            assert ran.returncode == 0, ran.stdout + ran.stderr
            done.write_text(json.dumps({"printed": ran.stdout, "odd": odd}), encoding="utf-8")
    read = json.loads(done.read_text(encoding="utf-8"))
    return World(Settings(home / "raw", home / "data"), read["printed"], read["odd"])


def _lay_out(raw: Path) -> dict[str, str]:
    shutil.copytree(ROOT / "raw" / "zibo", raw / "zibo")
    (raw / "README.md").write_text("not an issue", encoding="utf-8")
    county = raw / "county"
    county.mkdir()
    (county / "plan.txt").write_text(LOOSE, encoding="utf-8")
    (county / "plan.html").write_text(f"<html><body><p>{LOOSE}</p></body></html>", encoding="utf-8")
    (county / "empty.txt").touch()
    (county / "blank.txt").write_text(" \n\n\t\n", encoding="utf-8")
    (county / "english.txt").write_text("It was the best of times, it was the worst of times.\n" * 40, encoding="utf-8")
    (county / "noise.txt").write_bytes(bytes(range(128, 256)) * 50 + b"\x00\x01\x02" * 200)
    (county / "half.txt").write_bytes(LOOSE.encode()[:200] + b"\xff\xfe\xfa\x80\x81" * 60 + LOOSE.encode()[200:])
    (county / "table.docx").write_bytes(b"PK\x03\x04" + bytes(100))
    (county / "gone.txt").symlink_to(county / "nowhere")
    os.mkfifo(county / "pipe.txt")
    (county / "folder.txt").mkdir()
    (raw / "stray.txt").write_text(LOOSE, encoding="utf-8")
    return {
        "raw/county/plan.html": "second_file_of_an_issue",
        "raw/county/empty.txt": "",
        "raw/county/blank.txt": "",
        "raw/county/english.txt": "",
        "raw/county/noise.txt": "",
        "raw/county/half.txt": "",
        "raw/county/table.docx": "unknown_kind_of_file",
        "raw/county/gone.txt": "unreadable_file",
        "raw/county/pipe.txt": "unreadable_file",
        "raw/stray.txt": "not_in_a_gazette_folder",
    }
