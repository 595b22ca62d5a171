"""Bytes to text: the encoding is told by byte order marks, else by which strict decoding reads as Chinese."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.records import Notice

# The commonest characters and marks of official prose, simplified and traditional: a right decoding is full of them
# (35 to 60 in a hundred), a wrong one lands among rare ideographs (under 5).
_COMMON = frozenset(
    "的一是不了在有和人这中大为上个国我以要到年会地业发工作市政府民办关于通知区县各部门单位理管实施全建设经济社开公司责任员局"
    "委长月日号第三二四五六七八九十基本项目计划加强完成达增产安生保推进行定法规文件意见名单任命免去职务副主"
    "這為個國會業發實關於辦區縣門單經濟開員長號項計劃強達產議務務進問題與對時學們來說"
    "，。、；：（）《》〔〕“”　０１２３４５６７８９"
)
_NON_ASCII = re.compile(r"[^\x00-\x7f]")
_SAMPLE = 200_000
_MIN_COMMON = 0.12
_OPENING = 60  # characters
_CANDIDATES = ("gb18030", "cp950", "utf-16-le", "utf-16-be")  # cp950: Big5 as it is really used
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with its encoding's name and what had to be mended on the way."""

    text: str
    encoding: str
    notices: tuple[Notice, ...] = ()


def commonness(text: str) -> float:
    """Share of common official characters among the non-ASCII ones of a sample; 0 where there are none."""
    others = _NON_ASCII.findall(text[:_SAMPLE])
    return sum(map(_COMMON.__contains__, others)) / len(others) if others else 0.0


def decode(payload: bytes, file: str, declared: str | None = None) -> Decoded:
    """Decodes strictly; ``declared`` is what a document says of its own encoding, tried first where it holds.

    Raises Unreadable with the offset of the first byte that fits no encoding.
    """
    notices: list[Notice] = []
    text, encoding = _choose(payload, file, declared, notices)
    text = text.removeprefix("\ufeff")
    surrogates = len(_SURROGATE.findall(text))
    if surrogates:
        text = _SURROGATE.sub("\ufffd", text)
        notices.append(
            Notice(
                "reading", "lone_surrogates", f"{file}: {surrogates} lone surrogates read as unknown characters (�)."
            )
        )
    controls = len(_CONTROL.findall(text))
    if controls > 8 and controls * 20 > len(text):
        raise unreadable(
            file,
            "binary_input",
            f"{controls} of {len(text)} characters are control codes, so it is not text",
            "replace it by the issue as text, PDF or HTML",
        )
    if controls:
        text = _CONTROL.sub("", text)
        notices.append(Notice("reading", "control_characters", f"{file}: {controls} control characters left out."))
    return Decoded(text, encoding, tuple(notices))


def _choose(payload: bytes, file: str, declared: str | None, notices: list[Notice]) -> tuple[str, str]:
    for mark, name in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe\x00\x00", "utf-32"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if payload.startswith(mark):
            try:
                return payload.decode(name, "surrogatepass"), name
            except UnicodeDecodeError as error:
                cut = _without_cut_end(payload, name, error, file, notices)
                if cut is not None:
                    return cut, name
                raise _undecodable(file, payload, error) from None
    try:
        text = payload.decode("utf-8", "surrogatepass")
        if "\x00" not in text[:_SAMPLE] or not _looks_utf16(payload):
            return text, "utf-8"
        utf8_error: UnicodeDecodeError | None = None
    except UnicodeDecodeError as error:
        cut = _without_cut_end(payload, "utf-8", error, file, notices)
        if cut is not None:
            return cut, "utf-8"
        utf8_error = error
    best: tuple[str, str, float, list[Notice]] = ("", "", 0.0, [])
    names = dict.fromkeys(([_known(declared)] if declared and _known(declared) else []) + list(_CANDIDATES))
    for name in names:
        if name.startswith("utf-16") and len(payload) % 2:
            continue
        cut_notices: list[Notice] = []
        try:
            text = payload.decode(name, "surrogatepass" if name.startswith("utf-") else "strict")
        except UnicodeDecodeError as error:
            text = _without_cut_end(payload, name, error, file, cut_notices) or ""
        # A page of rare characters (names, a seal) may follow prose: what is common at the beginning says enough.
        score = max(commonness(text), commonness(text[:_OPENING])) + (0.05 if name == _known(declared) else 0.0)
        if text and score > best[2]:
            best = (text, name, score, cut_notices)
    if best[2] >= _MIN_COMMON:
        notices.extend(best[3])
        return best[0], best[1]
    if utf8_error is None:
        return payload.decode("utf-8", "surrogatepass"), "utf-8"
    raise _undecodable(file, payload, utf8_error)


def _known(name: str | None) -> str:
    """The codec for a declared name; GB2312 and GBK are read as their superset, Big5 as it is really used."""
    low = (name or "").strip().lower().replace("_", "-")
    if low in {"gb2312", "gbk", "gb18030", "gb-2312", "x-gbk"}:
        return "gb18030"
    return {"big5": "cp950", "big5-hkscs": "cp950", "utf-16": "utf-16-le", "utf8": "utf-8"}.get(low, "")


def _looks_utf16(payload: bytes) -> bool:
    sample = payload[: 2 * _SAMPLE]
    return sample.count(0) * 50 > len(sample) and (sample[::2].count(0) == 0 or sample[1::2].count(0) == 0)


def _without_cut_end(
    payload: bytes, name: str, error: UnicodeDecodeError, file: str, notices: list[Notice]
) -> str | None:
    """Text without its last character where only that one was cut through, as a broken download leaves it."""
    if error.start < len(payload) - 3 or error.start == 0:
        return None
    notices.append(
        Notice("reading", "cut_end", f"{file}: ends inside a character (byte {error.start}); get the whole file.")
    )
    return payload[: error.start].decode(name, "surrogatepass" if name.startswith("utf-") else "strict")


def _undecodable(file: str, payload: bytes, error: UnicodeDecodeError) -> Exception:
    byte = payload[error.start] if error.start < len(payload) else 0
    return unreadable(
        file,
        "undecodable",
        f"byte {error.start} (0x{byte:02x}) fits none of UTF-8, UTF-16, GB18030 and Big5",
        "save the file as UTF-8 or fetch it again",
    )
