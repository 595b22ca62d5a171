"""What lies in raw/: names, preferences and oddities; nothing here reads an issue."""

from __future__ import annotations

from pathlib import Path

import pytest

from orchestration.intake import IssueFile, find_issues


def put(raw: Path, name: str, text: str = "公报") -> Path:
    path = raw / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(raw: Path) -> dict[str, IssueFile]:
    return {file.issue_id: file for file in find_issues(raw)}


def test_an_issue_is_named_by_its_folder_and_stem(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    for name in ("a/1.txt", "a/2.PDF", "乙/三.htm", "a/2021/04.txt", "a/.hidden.txt", "a/1.txt~", "README.md"):
        put(raw, name)
    files = found(raw)
    assert set(files) == {"a-1", "a-2", "乙-三", "a-2021-04"}
    assert all(file.refused is None for file in files.values())
    assert files["a-2021-04"].source.gazette_id == "a"
    assert files["a-1"].source.file == "raw/a/1.txt"


def test_sidecars_come_along_and_change_what_the_reading_depends_on(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    put(raw, "a/1.txt")
    before = found(raw)["a-1"]
    put(raw, "a/gazette.yml", "name: 甲市公报\nregion_code: '370300'\n")
    put(raw, "a/1.origin.yml", f"title: 第一期\nsha256: {before.source.sha256}\n")
    after = found(raw)["a-1"]
    assert (after.source.gazette["name"], after.source.origin["title"]) == ("甲市公报", "第一期")
    assert after.source.sha256 == before.source.sha256
    assert after.input_hash != before.input_hash
    assert after.notices == ()


@pytest.mark.parametrize("broken", ["- a list", "name: [", "just words", "\x00"])
def test_a_broken_sidecar_is_said_and_the_issue_is_read(tmp_path: Path, broken: str) -> None:
    raw = tmp_path / "raw"
    put(raw, "a/1.txt")
    put(raw, "a/gazette.yml", broken)
    file = found(raw)["a-1"]
    assert file.refused is None
    assert [notice.code for notice in file.notices] == ["broken_sidecar"]
    assert "gazette.yml" in file.notices[0].message


def test_another_sha256_in_the_sidecar_is_said(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    put(raw, "a/1.txt")
    put(raw, "a/1.origin.yml", "sha256: 00ff\n")
    assert [notice.code for notice in found(raw)["a-1"].notices] == ["origin_sha256_differs"]


def test_one_file_of_an_issue_is_read_and_the_others_are_named(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    for name in ("a/1.pdf", "a/1.txt", "a/1.html"):
        put(raw, name)
    files = found(raw)
    assert files["a-1"].source.file == "raw/a/1.txt"
    others = [file for file in files.values() if file.refused]
    assert sorted(file.source.file for file in others) == ["raw/a/1.html", "raw/a/1.pdf"]
    assert {file.refused.code for file in others if file.refused} == {"second_file_of_an_issue"}
    assert len(files) == 3


@pytest.mark.parametrize(
    ("name", "code"),
    [("1.txt", "not_in_a_gazette_folder"), ("a/1.docx", "unknown_kind_of_file"), ("a/1", "unknown_kind_of_file")],
)
def test_a_misplaced_file_is_refused_with_a_way_out(tmp_path: Path, name: str, code: str) -> None:
    raw = tmp_path / "raw"
    put(raw, name)
    (file,) = find_issues(raw)
    assert file.refused is not None
    assert file.refused.code == code
    assert file.refused.message.startswith(f"raw/{name}: ")


def test_what_the_system_will_not_give_is_refused(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "a").mkdir(parents=True)
    (raw / "a" / "loop.txt").symlink_to("loop.txt")
    (raw / "a" / "away.txt").symlink_to(tmp_path)  # a link to a folder
    (raw / "a" / "inner.txt").mkdir()  # a folder that looks like a file
    put(raw, "a/inner.txt/page.txt")
    files = found(raw)
    assert set(files) == {"a-loop", "a-away", "a-inner"}
    assert {file.refused.code for file in files.values() if file.refused} == {"unreadable_file"}


def test_a_forbidden_file_and_folder_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    raw = tmp_path / "raw"
    secret = put(raw, "a/1.txt")
    read = Path.read_bytes

    def forbidden(self: Path) -> bytes:
        if self == secret:
            raise PermissionError(13, "Permission denied", str(self))
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", forbidden)
    (file,) = find_issues(raw)
    assert file.refused is not None
    assert "Permission denied" in file.refused.message
    assert file.source.sha256 == ""


def test_a_name_that_is_no_utf8_can_be_shown(tmp_path: Path) -> None:
    raw = tmp_path / "raw"
    (raw / "a").mkdir(parents=True)
    strange = bytes(raw / "a") + b"/\xff\xfe\n.txt"
    with open(strange, "wb") as handle:
        handle.write(b"x")
    (file,) = find_issues(raw)
    assert file.issue_id.isprintable()
    assert file.issue_id.encode()
    assert file.source.sha256


def test_no_folder_is_an_error_that_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="<gazette>/<issue>"):
        find_issues(tmp_path / "nowhere")
