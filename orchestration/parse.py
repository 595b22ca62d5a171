"""Reading many issues at once: the same work over a process pool or a cluster, and no issue that can stop the others.

What belongs here: fan-out, limits, and turning every way in which reading can fail into a quarantined file. What is
read of an issue is the domain's matter (``gazette.pipeline``).
"""

from __future__ import annotations

import contextlib
import hashlib
import multiprocessing
import os
import resource
import signal
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Executor, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import replace
from functools import cache

from orchestration.gazette.reading.errors import Unreadable
from orchestration.gazette.records import Notice
from orchestration.intake import IssueFile, read_bytes, unreadable_file
from orchestration.settings import DBT_PROJECT, ROOT
from orchestration.warehouse.rows import IssueTables, encode, tables_of_issue, tables_of_quarantined

SECONDS = 600  # for one issue
MEMORY = 12 << 30  # bytes of address space of one reading process
# What may go well the next time, though the file is the same: read again by the next run.
PASSING = {"took_too_long", "needs_too_much_memory", "reader_crashed", "changed_while_read", "unreadable_file"}


@cache
def parser_version() -> str:
    """Changes whenever the rules, the seeds or the rows made of them change: a hash of those files."""
    folders = (
        (ROOT / "orchestration" / "gazette", ("*.py", "*.csv", "*.yml", "*.yaml", "*.json", "*.txt")),
        (DBT_PROJECT / "seeds", ("*.csv",)),
    )
    files = [file for folder, kinds in folders for kind in kinds for file in folder.rglob(kind)]
    files += [ROOT / "orchestration" / "warehouse" / name for name in ("schema.py", "rows.py")]
    digest = hashlib.sha256()
    for file in sorted(files):
        digest.update(file.relative_to(ROOT).as_posix().encode())
        digest.update(file.read_bytes())
    return digest.hexdigest()[:12]


def read_one(file: IssueFile, payload: bytes | None, version: str) -> bytes:
    """Reads one issue into encoded raw tables; whatever goes wrong becomes a quarantined file that says so."""
    from orchestration.gazette.pipeline import read_issue

    refused = file.refused
    if refused is None and payload is not None:
        try:
            with _time_limit(SECONDS):
                reading = read_issue(payload, file.source)
                reading = replace(reading, notices=(*file.notices, *reading.notices))
                return encode(tables_of_issue(reading, version, file.input_hash))
        except Unreadable as error:
            refused = error.notice
        except TimeoutError:
            refused = _gave_up(file, "took_too_long", f"it was not read within {SECONDS} seconds")
        except MemoryError:
            refused = _gave_up(file, "needs_too_much_memory", "reading it needs more memory than one issue may take")
        except Exception as error:
            refused = _gave_up(file, "reader_failed", f"the reader failed on it ({type(error).__name__}: {error})")
    return _quarantined(file, refused or _crashed(file), version)


def read_all(
    files: list[IssueFile], workers: int, cluster: str | None = None, progress: Callable[[str], None] = lambda _: None
) -> Iterator[tuple[IssueFile, bytes]]:
    """Every file with its encoded raw tables, as they are finished.

    ``workers`` processes on this machine (0: in this process), or the Dask cluster at ``cluster``.
    """
    version = parser_version()
    if not workers and not cluster:
        for file in files:
            progress(file.issue_id)
            yield file, read_one(*_with_payload(file), version)
        return
    suspects: list[IssueFile] = []
    with _executor(min(workers or 1, len(files) or 1), cluster) as executor:
        for file, done in _in_order_of_finishing(executor, files, version, 4 * max(workers, 4)):
            try:
                yield file, done.result()
            except BrokenProcessPool:
                suspects.append(file)
            else:
                progress(file.issue_id)
    # A process died and took its neighbours' work along. Alone, each shows whether it was the one.
    for file in suspects:
        with _executor(1, None) as executor:
            try:
                payload = executor.submit(read_one, *_with_payload(file), version).result()
            except BrokenProcessPool:
                payload = _quarantined(file, _crashed(file), version)
        progress(file.issue_id)
        yield file, payload


def _in_order_of_finishing(
    executor: Executor, files: list[IssueFile], version: str, ahead: int
) -> Iterator[tuple[IssueFile, Future[bytes]]]:
    """Submits at most ``ahead`` files before their results are taken, so that bytes do not pile up in memory."""
    waiting = iter(files)
    running: dict[Future[bytes], IssueFile] = {}
    while True:
        while len(running) < ahead and (file := next(waiting, None)) is not None:
            try:
                running[executor.submit(read_one, *_with_payload(file), version)] = file
            except BrokenProcessPool as error:
                broken: Future[bytes] = Future()
                broken.set_exception(error)
                running[broken] = file
        if not running:
            return
        finished, _ = wait(running, return_when=FIRST_COMPLETED)
        for done in sorted(finished, key=lambda one: running[one].issue_id):
            yield running.pop(done), done


def _with_payload(file: IssueFile) -> tuple[IssueFile, bytes | None]:
    """The file's bytes, read only now; a file that changed or went since it was found says so."""
    if file.refused:
        return file, None
    try:
        payload = read_bytes(file.path)
    except OSError as error:
        return replace(file, refused=unreadable_file(file.source.file, error)), None
    if hashlib.sha256(payload).hexdigest() != file.source.sha256:
        return replace(file, refused=_gave_up(file, "changed_while_read", "it changed during the run")), None
    return file, payload


@contextlib.contextmanager
def _executor(workers: int, cluster: str | None) -> Iterator[Executor]:
    if cluster:
        try:
            from distributed import Client
        except ImportError as error:
            raise RuntimeError("--cluster needs the extra `scale`: install gongbao[scale].") from error
        with Client(cluster, timeout="20s") as client:  # type: ignore[no-untyped-call]
            yield client.get_executor(pure=False)
        return
    # Not fork: DuckDB and Arrow hold threads whose locks a forked child would inherit.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(workers, mp_context=context, initializer=_prepare_worker, initargs=(os.getpid(),))
    try:
        yield pool
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _prepare_worker(parent: int) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, resource.getrlimit(resource.RLIMIT_AS)[1]))
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """A killed run leaves no reading processes behind."""
    while os.getppid() == parent:
        threading.Event().wait(2)
    os._exit(1)


@contextlib.contextmanager
def _time_limit(seconds: float) -> Iterator[None]:
    """Raises TimeoutError after that many seconds; without effect outside a main thread (a cluster's workers)."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise TimeoutError

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def is_passing(tables: IssueTables) -> bool:
    """Whether the file was quarantined for a reason that may have gone by the next run."""
    return "quarantine" in tables and tables["quarantine"].column("code")[0].as_py() in PASSING


def _quarantined(file: IssueFile, notice: Notice, version: str) -> bytes:
    return encode(tables_of_quarantined(file.source, notice, version, file.input_hash))


def _gave_up(file: IssueFile, code: str, wrong: str) -> Notice:
    return Notice("reading", code, f"{file.source.file}: {wrong}; the other issues stand. Report it with the file.")


def _crashed(file: IssueFile) -> Notice:
    return _gave_up(file, "reader_crashed", "the process that read it died")


def workers_by_default() -> int:
    """One reading process a core."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
