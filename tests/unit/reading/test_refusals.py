"""What is no gazette is refused: named, with what is wrong and the way out, and fast."""

from __future__ import annotations

import json
import pickle
import zlib

import pytest

from orchestration.gazette.reading import Unreadable, read
from orchestration.gazette.reading.limits import MAX_LINE_CHARS, MAX_PDF_PAGES
from tests.support import render

CASES = {
    "empty": (b"", "empty_input"),
    "blank": (b" \r\n\t\n\f", "empty_input"),
    "zeros": (b"\x00" * 5000, "empty_input"),
    "ideographic space": ("\u3000\n\u3000".encode(), "empty_input"),
    "png": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "not_a_gazette"),
    "zip": (b"PK\x03\x04" + bytes(300), "not_a_gazette"),
    "old word": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "not_a_gazette"),
    "rtf": (b"{\\rtf1\\ansi hello}", "not_a_gazette"),
    "json": (
        json.dumps({"标题": "临江市人民政府公报", "正文": ["通知" * 30]}, ensure_ascii=False).encode(),
        "not_a_gazette",
    ),
    "cut json": ('{"标题": "临江市人民政府公报", "正文": ["通知通知'.encode(), "not_a_gazette"),
    "deep json": (b"[" * 90_000, "not_a_gazette"),
    "source": (
        b"import os\n\ndef main():\n    x = os.getcwd()\n    print(x);\n    return x\n" * 3
        + "# 说明说明说明说明\n".encode(),
        "not_a_gazette",
    ),
    "english": (b"The committee met on Tuesday. " * 40, "not_a_gazette"),
    "japanese": ("これはテストです。市役所からのおしらせがあります。".encode() * 20, "not_a_gazette"),
    "control codes": (bytes([1, 2, 3, 65]) * 400, "binary_input"),
    "latin-1": ("Señor, el año próximo será mejor; mañana también. ".encode("latin-1") * 30, "undecodable"),
    "headers only": ("\n".join(f"第{n}页" for n in range(1, 10_000)).encode(), "empty_input"),
    "endless line": (("现将有关事项通知如下" * (MAX_LINE_CHARS // 9)).encode(), "line_too_long"),
    "damaged pdf": (b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog >>\n", "damaged_pdf"),
    "page without text": (b"<!DOCTYPE html><html><body><script>var x = 1</script></body></html>", "no_content"),
}


@pytest.mark.parametrize("case", CASES)
def test_refused_with_file_reason_and_way_out(case: str) -> None:
    payload, code = CASES[case]
    with pytest.raises(Unreadable) as refused:
        read(payload, "raw/x/甲.txt")
    notice = refused.value.notice
    assert notice.code == code
    assert notice.stage == "reading"
    assert notice.message.startswith("raw/x/甲.txt: ")
    assert "; " in notice.message  # what is wrong; the way out


def test_the_refusal_survives_a_process_boundary() -> None:
    with pytest.raises(Unreadable) as refused:
        read(b"", "a.txt")
    again = pickle.loads(pickle.dumps(refused.value))
    assert again.notice == refused.value.notice


def test_an_encrypted_pdf_is_refused_by_that_name() -> None:
    import io

    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("secret", ownerPassword="owner"))
    canvas.drawString(72, 720, "text")
    canvas.save()
    with pytest.raises(Unreadable) as refused:
        read(out.getvalue(), "a.pdf")
    assert refused.value.notice.code == "encrypted"


def test_pages_beyond_the_limit_are_refused() -> None:
    payload = render.draw([render.Sheet() for _ in range(MAX_PDF_PAGES + 1)])
    with pytest.raises(Unreadable) as refused:
        read(payload, "a.pdf")
    assert refused.value.notice.code == "too_many_pages"


def _with_stream(stream: bytes, filters: bytes) -> bytes:
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n"
        b"4 0 obj\n<</Length " + str(len(stream)).encode() + b"/Filter " + filters + b">>\nstream\n" + stream
        + b"\nendstream\nendobj\ntrailer\n<</Root 1 0 R>>\n"
    )  # fmt: skip


@pytest.mark.parametrize("layers", [1, 2])
def test_a_stream_that_inflates_without_bound_is_refused_before_it_is_read(layers: int) -> None:
    bomb = zlib.compress(b"q Q " * 40_000_000, 9)
    for _ in range(layers - 1):
        bomb = zlib.compress(bomb, 9)
    filters = b"/FlateDecode" if layers == 1 else b"[/FlateDecode /FlateDecode]"
    with pytest.raises(Unreadable) as refused:
        read(_with_stream(bomb, filters), "a.pdf")
    assert refused.value.notice.code == "inflates_too_far"


def test_a_large_stream_within_the_limit_is_measured_to_its_end() -> None:
    from orchestration.gazette.reading.pdf.bombs import largest_stream

    stream = zlib.compress(b"q Q " * 10_000_000 + bytes(range(256)) * 300, 0)[:70_000] + b"tail"
    assert largest_stream(_with_stream(stream, b"/FlateDecode")) > 0
    whole = zlib.compress(b"q Q " * 18_000_000, 9) + b"\nafter the end"
    assert largest_stream(_with_stream(whole, b"/FlateDecode")) == 4 * 18_000_000
