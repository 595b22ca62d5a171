"""gongbao up: Dagster and the dashboards together on loopback, stopped together on Ctrl-C."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

from orchestration.commands.console import Stop, err, out
from orchestration.settings import ROOT, Settings, prepare_dagster_home

HOST = "127.0.0.1"
PATIENCE = 15  # seconds a process group has to stop before it is killed


def up(settings: Settings, dagster_port: int, dashboard_port: int) -> None:
    """Runs until Ctrl-C, a termination signal, or the end of one of the two, which ends the other."""
    for name, port in (("GONGBAO_DAGSTER_PORT", dagster_port), ("GONGBAO_DASHBOARD_PORT", dashboard_port)):
        if _taken(port):
            raise Stop(f"Port {port} on {HOST} is in use: stop what uses it, or set {name} to another.")
    settings.export_to_environment()
    prepare_dagster_home(settings)
    commands = {
        "Dagster": ["dagster", "dev", "-m", "orchestration.definitions", "-h", HOST, "-p", str(dagster_port)],
        "dashboards": [
            *("streamlit", "run", str(ROOT / "dashboards" / "app.py"), "--server.address", HOST),
            *("--server.port", str(dashboard_port), "--server.headless", "true"),
            *("--browser.gatherUsageStats", "false"),
        ],
    }
    stop = threading.Event()
    with _signals(stop):
        running = {name: _start(command) for name, command in commands.items()}
        try:
            out.print(f"看板 dashboards  http://{HOST}:{dashboard_port}")
            out.print(f"Dagster          http://{HOST}:{dagster_port}")
            out.print("[dim]Ctrl-C 停止两者 stops both[/]")
            while not stop.wait(0.3):
                for name, process in running.items():
                    if process.poll() is not None:
                        raise Stop(f"{name} ended with code {process.returncode}; the other was stopped too.")
        finally:
            _stop_all(list(running.values()))
    err.print("已停止 Stopped.")


def _start(command: list[str]) -> subprocess.Popen[bytes]:
    """A group of its own: Ctrl-C reaches us alone, and all that the process starts can be stopped with it."""
    return subprocess.Popen([sys.executable, "-m", *command], cwd=ROOT, start_new_session=True)


def _stop_all(processes: list[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        _signal_group(process, signal.SIGINT)
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
    for process in processes:  # whatever of a group is left, its leader gone or not
        _signal_group(process, signal.SIGKILL)
        process.wait()


def _signal_group(process: subprocess.Popen[bytes], number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


@contextlib.contextmanager
def _signals(stop: threading.Event) -> Iterator[None]:
    def ring(*_: object) -> None:
        stop.set()

    before = {number: signal.signal(number, ring) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _taken(port: int) -> bool:
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return True
    return False
