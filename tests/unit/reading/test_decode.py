"""Encodings are told by the bytes; what fits none is refused with the place."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.reading import Unreadable, read

TEXT = (
    "临江市人民政府关于做好春耕生产工作的通知\n各县区人民政府：\n"
    "现将有关事项通知如下。全市粮食播种面积稳定在８０万亩以上。"
)
TRADITIONAL = "臨江市人民政府關於做好春耕生產工作的通知\n各縣區人民政府：\n現將有關事項通知如下，請認真貫徹執行。"


def lines(payload: bytes, file: str = "a.txt") -> list[str]:
    return [line.text for page in read(payload, file).pages for line in page.lines]


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "gbk"])
def test_simplified_text_reads_the_same_in_every_encoding(codec: str) -> None:
    assert lines(TEXT.encode(codec)) == TEXT.split("\n")


@pytest.mark.parametrize("codec", ["utf-8", "cp950", "gb18030", "utf-16"])
def test_traditional_text_reads_the_same_in_every_encoding(codec: str) -> None:
    assert lines(TRADITIONAL.encode(codec)) == TRADITIONAL.split("\n")


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\x0b", "\n\n\n", "\r\n\n\r"])
def test_line_ends_of_any_kind(end: str) -> None:
    assert lines(TEXT.replace("\n", end).encode()) == TEXT.split("\n")


def test_line_numbers_are_those_of_the_source() -> None:
    page = read(TEXT.replace("\n", "\r\n\r\n").encode(), "a.txt").pages[0]
    assert [line.number for line in page.lines] == [1, 3, 5]


def test_undecodable_bytes_are_refused_with_their_offset() -> None:
    head = TEXT[:20].encode()
    with pytest.raises(Unreadable) as refused:
        read(head + b"\xff\xfe\xff" + TEXT.encode(), "坏.txt")
    assert refused.value.notice.code == "undecodable"
    assert f"byte {len(head)}" in refused.value.notice.message
    assert "坏.txt" in refused.value.notice.message


def test_a_file_cut_inside_its_last_character_is_read_with_a_notice() -> None:
    result = read(TEXT.encode()[:-4], "a.txt")
    assert [notice.code for notice in result.notices] == ["cut_end"]
    assert result.pages[0].lines[0].text == TEXT.split("\n")[0]


def test_control_characters_and_lone_surrogates_go_with_a_notice() -> None:
    damaged = "临\x00江市人民\x07政府公报，" + "现将有关事项通知如下。" * 3 + "\ud800末"
    result = read(damaged.encode("utf-8", "surrogatepass"), "a.txt")
    assert {notice.code for notice in result.notices} == {"control_characters", "lone_surrogates"}
    assert result.pages[0].lines[0].text.startswith("临江市人民政府公报")
    assert result.pages[0].lines[0].text.endswith("\ufffd末")


def test_the_last_words_of_a_text_are_no_page_head() -> None:
    assert lines(f"{TEXT}\n人事任免".encode())[-1] == "人事任免"


HAN = st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FA5), min_size=0, max_size=30)


def test_rare_characters_behind_prose_hide_no_encoding() -> None:
    shown = [TEXT.split("\n")[2], *["丁" * 40] * 8]
    assert lines("\n".join(shown).encode("gb18030")) == shown


@settings(max_examples=60, deadline=None)
@given(st.lists(HAN, min_size=1, max_size=8), st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030"]))
def test_any_chinese_text_survives_its_encoding(words: list[str], codec: str) -> None:
    # a common paragraph stands first: an encoding is told by what is common in official prose
    shown = [TEXT.split("\n")[2], *(word for word in words if word)]
    assert lines("\n".join(shown).encode(codec)) == shown
