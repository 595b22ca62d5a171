"""Scans: recognised lines in layout order with their confidence; without the extra, said so."""

from __future__ import annotations

import difflib
from dataclasses import dataclass

import pytest

from orchestration.gazette.reading import Unreadable, read, scan
from tests.support import render
from tests.support.render import Placed, Sheet

LEFT = [
    "临江市人民政府关于做好夏季防汛",
    "工作的通知已经市政府同意现印发",
    "各县区要把防汛工作摆在突出位置",
    "及时排查河道堤坝安全隐患",
]
RIGHT = [
    "汛前完成泵站检修并储备沙袋五万",
    "条对山洪灾害易发村落实一户一卡",
    "市水利局每日会商并通报雨情水情",
    "任何单位不得迟报漏报",
]


@dataclass
class _Found:
    boxes: list[list[tuple[float, float]]]
    txts: list[str]
    scores: list[float]


def _recognised(scale: float) -> _Found:
    """What an engine gives for two columns, row by row."""
    boxes, texts = [], []
    for row, pair in enumerate(zip(LEFT, RIGHT, strict=True)):
        for x, text in zip((60.0, 320.0), pair, strict=True):
            x0, y0, x1, y1 = x, 100.0 + 16 * row, x + 10.5 * len(text), 111.0 + 16 * row
            boxes.append(
                [(x0 * scale, y0 * scale), (x1 * scale, y0 * scale), (x1 * scale, y1 * scale), (x0 * scale, y1 * scale)]
            )
            texts.append(text)
    return _Found(boxes, texts, [0.99] * 7 + [0.6])


def _scanned() -> bytes:
    words = [Placed(60, 100 + 16 * n, text) for n, text in enumerate(LEFT)]
    words += [Placed(320, 100 + 16 * n, text) for n, text in enumerate(RIGHT)]
    return render.scanned_pdf(render.draw([Sheet(words)]), scale=1.0)


def test_recognised_lines_come_in_layout_order_with_their_confidence(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "_engine", lambda: lambda image: _recognised(scan.RENDER_SCALE))
    monkeypatch.setattr("orchestration.gazette.reading.pdf.reader.available", lambda: True)
    result = read(_scanned(), "a.pdf")
    assert [line.text for line in result.pages[0].lines] == LEFT + RIGHT
    assert [line.confidence for line in result.pages[0].lines] == [0.99] * 7 + [0.6]
    assert result.reader == "ocr"
    assert result.metadata["recognised_pages"] == 1


def test_without_the_extra_a_scan_is_refused_with_the_way_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("orchestration.gazette.reading.pdf.reader.available", lambda: False)
    with pytest.raises(Unreadable) as refused:
        read(_scanned(), "a.pdf")
    assert refused.value.notice.code == "no_text_layer"
    assert "make ocr" in refused.value.notice.message


def test_without_the_extra_a_picture_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: False)
    with pytest.raises(Unreadable) as refused:
        read(render.picture(_scanned(), scale=0.3), "a.png")
    assert refused.value.notice.code == "no_ocr"


def test_a_picture_that_is_cut_short_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(scan, "available", lambda: True)
    with pytest.raises(Unreadable) as refused:
        read(render.picture(_scanned(), scale=0.3)[:300], "a.png")
    assert refused.value.notice.code == "damaged_image"


@pytest.mark.slow
@pytest.mark.skipif(not scan.available(), reason="the extra for scans is not installed: make ocr")
def test_a_rendered_page_is_recognised_with_little_loss() -> None:
    """Stated loss: at most 3 in 100 characters of a clean page at 180 dpi."""
    words = [Placed(60, 100 + 20 * n, text, 12) for n, text in enumerate(LEFT + RIGHT)]
    payload = render.scanned_pdf(render.draw([Sheet(words)]))
    lines = read(payload, "a.pdf").pages[0].lines
    got = "".join(line.text for line in lines)
    assert difflib.SequenceMatcher(None, "".join(LEFT + RIGHT), got, autojunk=False).ratio() > 0.97
    assert all(line.confidence is not None and line.confidence > 0.5 for line in lines)
