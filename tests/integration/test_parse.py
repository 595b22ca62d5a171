"""Reading many issues: every way in which one can fail is that one's alone."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import pytest

from orchestration import parse
from orchestration.gazette.records import Notice, Source
from orchestration.intake import IssueFile, find_issues
from orchestration.warehouse.rows import decode
from orchestration.warehouse.store import ReadingStore

TEXT = """关于做好防汛工作的通知
平政办发〔2022〕{number}号

各乡镇人民政府：
请于5月31日前报送方案。
平山县人民政府办公室
2022年3月4日
"""


class EndsTheProcess:
    """Ends whatever process unpickles it: a reader that crashes, as a worker sees it."""

    def __reduce__(self) -> tuple[object, tuple[int]]:
        return os._exit, (9,)


def issues(raw: Path, count: int) -> list[IssueFile]:
    (raw / "a").mkdir(parents=True)
    for number in range(count):
        (raw / "a" / f"{number}.txt").write_text(TEXT.format(number=number), encoding="utf-8")
    return find_issues(raw)


def codes(payload: bytes) -> list[str]:
    tables = decode(payload)
    return tables["quarantine"].column("code").to_pylist() if "quarantine" in tables else []


@pytest.mark.slow
def test_a_crashing_file_is_named_and_its_neighbours_are_read(tmp_path: Path) -> None:
    files = issues(tmp_path / "raw", 5)
    bomb = replace(files[2], source=replace(files[2].source, origin={"bomb": EndsTheProcess()}))
    files[2] = bomb
    read = {file.issue_id: payload for file, payload in parse.read_all(files, workers=2)}
    assert {issue_id: codes(payload) for issue_id, payload in read.items()} == {
        "a-0": [],
        "a-1": [],
        "a-2": ["reader_crashed"],
        "a-3": [],
        "a-4": [],
    }
    assert decode(read["a-3"])["documents"].num_rows == 1


def test_a_failing_reader_quarantines_the_file_with_what_it_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from orchestration.gazette import pipeline

    def fail(payload: bytes, source: Source) -> None:
        raise MemoryError if source.issue_id == "a-0" else ZeroDivisionError("by nought")

    monkeypatch.setattr(pipeline, "read_issue", fail)
    found = {file.issue_id: decode(payload) for file, payload in parse.read_all(issues(tmp_path / "raw", 2), workers=0)}
    assert found["a-0"]["quarantine"].column("code").to_pylist() == ["needs_too_much_memory"]
    (message,) = found["a-1"]["quarantine"].column("message").to_pylist()
    assert "ZeroDivisionError: by nought" in message
    assert message.startswith("raw/a/1.txt: ")


def test_a_reader_that_does_not_come_back_is_given_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from orchestration.gazette import pipeline

    monkeypatch.setattr(parse, "SECONDS", 0.05)
    monkeypatch.setattr(pipeline, "read_issue", lambda payload, source: time.sleep(30))
    ((_, payload),) = parse.read_all(issues(tmp_path / "raw", 1), workers=0)
    assert codes(payload) == ["took_too_long"]


def test_a_file_that_changes_or_goes_during_the_run_is_said(tmp_path: Path) -> None:
    files = issues(tmp_path / "raw", 2)
    files[0].path.write_text("anything else", encoding="utf-8")
    files[1].path.unlink()
    found = {file.issue_id: codes(payload) for file, payload in parse.read_all(files, workers=0)}
    assert found == {"a-0": ["changed_while_read"], "a-1": ["unreadable_file"]}


def test_processes_and_this_process_read_alike(tmp_path: Path) -> None:
    files = issues(tmp_path / "raw", 3)
    one = {file.issue_id: payload for file, payload in parse.read_all(files, workers=0)}
    other = {file.issue_id: payload for file, payload in parse.read_all(files, workers=2)}
    assert one == other


@pytest.mark.slow
def test_a_cluster_reads_alike(tmp_path: Path) -> None:
    distributed = pytest.importorskip("distributed", reason="the extra `scale` is not installed")
    files = issues(tmp_path / "raw", 3)
    one = {file.issue_id: payload for file, payload in parse.read_all(files, workers=0)}
    with distributed.LocalCluster(
        n_workers=1, threads_per_worker=1, processes=False, dashboard_address=None
    ) as cluster:
        other = {f.issue_id: p for f, p in parse.read_all(files, workers=1, cluster=cluster.scheduler_address)}
    assert one == other


def test_what_failed_for_a_passing_reason_is_read_again_by_the_next_run(tmp_path: Path) -> None:
    (file,) = issues(tmp_path / "raw", 1)
    store = ReadingStore(tmp_path / "readings", "v")
    for _, payload in parse.read_all([replace(file, refused=Notice("reading", "took_too_long", "later"))], workers=0):
        assert parse.is_passing(decode(payload))
        store.put(file.issue_id, file.input_hash, payload, passing=True)
    assert not store.has(file.issue_id, file.input_hash), "it is to be read"
    kept = store.get(file.issue_id, file.input_hash)
    assert kept is not None
    assert "quarantine" in kept
    for _, payload in parse.read_all([file], workers=0):
        assert not parse.is_passing(decode(payload))
        store.put(file.issue_id, file.input_hash, payload)
    assert store.has(file.issue_id, file.input_hash)
    kept = store.get(file.issue_id, file.input_hash)
    assert kept is not None
    assert "quarantine" not in kept
    store.keep_only([(file.issue_id, "other bytes")])
    assert list(store.folder.iterdir()) == []
