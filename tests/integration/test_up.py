"""gongbao up: both servers answer on loopback, and one Ctrl-C leaves no process and no port behind."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

import pytest

from orchestration.settings import ROOT
from tests.integration.conftest import World, gongbao_process

pytestmark = pytest.mark.slow
PATIENCE = 120  # seconds; a busy machine takes long to start two servers


def free_ports(count: int) -> list[int]:
    held = [socket.socket() for _ in range(count)]
    for one in held:
        one.bind(("127.0.0.1", 0))
    ports = [one.getsockname()[1] for one in held]
    for one in held:
        one.close()
    return ports


def answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


def group_members(leader: int) -> list[int]:
    """Processes whose ancestor is ``leader``, by /proc."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
            except OSError:
                continue
            parents[int(entry.name)] = int(fields[1])
    found, fresh = set(), {leader}
    while fresh:
        fresh = {child for child, parent in parents.items() if parent in fresh} - found
        found |= fresh
    return sorted(found)


def alive(process: int) -> bool:
    try:
        state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
    except OSError:
        return False
    return state != "Z"


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="needs /proc to see what is left of the servers")
def test_both_serve_and_stop_together(world: World, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(world.settings.data, data, symlinks=True)
    dagster, dashboards = free_ports(2)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("DAGSTER_")}
    with (tmp_path / "log").open("wb") as log:
        process = subprocess.Popen(
            [sys.executable, "-m", "orchestration.cli", "up"],
            cwd=ROOT,
            env={
                **environment,
                "GONGBAO_DATA": str(data),
                "GONGBAO_RAW": str(world.settings.raw),
                "GONGBAO_DAGSTER_PORT": str(dagster),
                "GONGBAO_DASHBOARD_PORT": str(dashboards),
            },
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    members: list[int] = []
    try:
        until = time.monotonic() + PATIENCE
        urls = [f"http://127.0.0.1:{dagster}/server_info", f"http://127.0.0.1:{dashboards}/_stcore/health"]
        while not all(answers(url) for url in urls):
            assert process.poll() is None, (tmp_path / "log").read_text()
            assert time.monotonic() < until, (tmp_path / "log").read_text()
            time.sleep(0.5)
        members = group_members(process.pid)
        assert len(members) >= 3
        busy = gongbao_process(
            "up", data=data, raw=world.settings.raw, GONGBAO_DAGSTER_PORT=str(dagster), GONGBAO_DASHBOARD_PORT="1"
        )
        assert busy.returncode == 1
        assert "GONGBAO_DAGSTER_PORT" in busy.stderr
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 0, (tmp_path / "log").read_text()
        until = time.monotonic() + 20
        while any(alive(member) for member in members) and time.monotonic() < until:
            time.sleep(0.2)
        assert [member for member in members if alive(member)] == []
        assert "Traceback" not in (tmp_path / "log").read_text()
    finally:
        for left in [process.pid, *members]:
            if alive(left):
                os.kill(left, signal.SIGKILL)
        process.wait(10)
