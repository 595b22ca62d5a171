"""Makes PDFs, web pages and scans from text, so that the same words can be read back from every format.

The PDFs embed 文泉驿正黑 (fonts-wqy-zenhei): reportlab cannot embed fonts with CFF outlines such as Noto's.
"""

from __future__ import annotations

import html
import io
import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

FONT_PATHS = (
    Path("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc"),
    Path("/usr/share/fonts/wqy-zenhei/wqy-zenhei.ttc"),
)
A4 = (595.0, 842.0)
MARGIN = 56.0
SIZE = 10.5
LEADING = 16.0
GUTTER = 22.0
_UNIT = re.compile(r"[A-Za-z]+|.", re.DOTALL)


@dataclass(frozen=True)
class Block:
    """One paragraph, title, right-set line or table. ``spanning``: over all columns."""

    text: str = ""
    kind: str = "p"  # p, title, right, table
    spanning: bool = False
    rows: tuple[tuple[str, ...], ...] = ()
    ruled: bool = True


@dataclass
class Placed:
    """Words at a place: x from the left and y from the top of the page, in points."""

    x: float
    y: float
    text: str
    size: float = SIZE


@dataclass
class Sheet:
    words: list[Placed] = field(default_factory=list)
    rules: list[tuple[float, float, float, float]] = field(default_factory=list)


def font_path() -> Path | None:
    """Where the font stands, None where the machine lacks it."""
    return next((path for path in FONT_PATHS if path.exists()), None)


@cache
def font() -> str:
    """Registers the font with reportlab and gives its name."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    path = font_path()
    assert path is not None, "install fonts-wqy-zenhei"
    pdfmetrics.registerFont(TTFont("zenhei", str(path), subfontIndex=0))
    return "zenhei"


@cache
def _advance(character: str) -> float:
    from reportlab.pdfbase.pdfmetrics import stringWidth

    return float(stringWidth(character, font(), 1.0))


def width(text: str, size: float = SIZE) -> float:
    """Printed width in points."""
    return sum(map(_advance, text)) * size


def wrap(text: str, room: float, size: float = SIZE, indent: float = 0.0) -> list[str]:
    """Lines up to ``room`` points wide, the first narrower by ``indent``. Numbers may break, Latin words do not."""
    lines, line, used = [], "", indent
    for unit in _UNIT.findall(text):
        step = width(unit, size)
        if line and used + step > room + 0.01:
            lines.append(line)
            line, used = "", 0.0
        line += unit
        used += step
    return [*lines, line] if line else lines


def blocks_of(paragraphs: Iterable[str]) -> list[Block]:
    """Plain paragraphs as blocks."""
    return [Block(text) for text in paragraphs]


class _Flow:
    """Places blocks column after column, page after page."""

    def __init__(self, columns: int, size: tuple[float, float], indent: bool) -> None:
        self.columns, self.page, self.indent = columns, size, indent
        self.room = (size[0] - 2 * MARGIN - GUTTER * (columns - 1)) / columns
        self.sheets: list[Sheet] = []
        self.new_page()

    def new_page(self) -> None:
        self.sheets.append(Sheet())
        self.column, self.top = 0, MARGIN + 24
        self.y = self.top

    def next_column(self) -> None:
        self.column += 1
        self.y = self.top
        if self.column == self.columns:
            self.new_page()

    @property
    def x(self) -> float:
        return MARGIN + self.column * (self.room + GUTTER)

    def need(self, height: float) -> None:
        if self.y + height > self.page[1] - MARGIN - 24:
            self.next_column()

    def begin_spanning(self) -> None:
        """A block over all columns begins below everything that is on the page so far."""
        if self.column or self.y > self.top:
            lowest = max(word.y for word in self.sheets[-1].words)
            if self.column or lowest + 4 * LEADING > self.page[1] - MARGIN - 24:
                self.new_page()
            else:
                self.y = lowest + LEADING

    def put(self, block: Block) -> None:
        spanning = block.spanning and self.columns > 1
        if spanning:
            self.begin_spanning()
        room = self.page[0] - 2 * MARGIN if spanning else self.room
        if block.kind == "table":
            self.put_table(block, room)
        elif block.kind in ("title", "right"):
            size = SIZE * 1.5 if block.kind == "title" else SIZE
            for line in wrap(block.text, room - 3 * size, size):
                self.need(LEADING * 1.6)
                slack = room - width(line, size)
                x = self.x + (slack / 2 if block.kind == "title" else slack - 2 * size)
                self.sheets[-1].words.append(Placed(x, self.y, line, size))
                self.y += LEADING * (1.5 if block.kind == "title" else 1)
        else:
            indent = 2 * SIZE if self.indent else 0.0
            for number, line in enumerate(wrap(block.text, room, SIZE, indent)):
                self.need(LEADING)
                self.sheets[-1].words.append(Placed(self.x + (0 if number else indent), self.y, line))
                self.y += LEADING
        if spanning:
            self.top = self.y = self.y + LEADING / 2

    def put_table(self, block: Block, room: float) -> None:
        count = max(map(len, block.rows))
        cell = room / count
        self.need(LEADING * min(len(block.rows), 5) * 1.4)
        for row in block.rows:
            lines = [wrap(text, cell - 6) or [""] for text in row]
            height = max(map(len, lines)) * LEADING + 4
            self.need(height)
            sheet = self.sheets[-1]
            for column, parts in enumerate(lines):
                x = self.x + column * cell
                for number, part in enumerate(parts):
                    sheet.words.append(Placed(x + 3, self.y + 2 + number * LEADING, part))
                if block.ruled:
                    sheet.rules.append((x, self.y, x, self.y + height))
            if block.ruled:
                sheet.rules.append((self.x + room, self.y, self.x + room, self.y + height))
                sheet.rules.append((self.x, self.y, self.x + room, self.y))
                sheet.rules.append((self.x, self.y + height, self.x + room, self.y + height))
            self.y += height
        self.y += LEADING / 2


def pdf(
    blocks: Sequence[Block],
    columns: int = 1,
    order: str = "columns",
    header: str | None = "{number} 某市人民政府公报 2021年第4期",
    footer: str | None = None,
    first_page: int = 1,
    indent: bool = True,
    size: tuple[float, float] = A4,
    rotate: int = 0,
    seed: int = 0,
    compress: bool = True,
) -> bytes:
    """A PDF of the blocks. ``order`` is that of the content stream: columns, interleaved (row by row), shuffled.

    ``header`` and ``footer`` may name ``{number}``, the printed page number. ``rotate`` prints each page turned by so
    many degrees and says so in the page's own rotation, as landscape annexes do.
    """
    flow = _Flow(columns, size, indent)
    for block in blocks:
        flow.put(block)
    return draw(flow.sheets, order, header, footer, first_page, size, rotate, seed, compress)


def draw(
    sheets: Sequence[Sheet],
    order: str = "columns",
    header: str | None = None,
    footer: str | None = None,
    first_page: int = 1,
    size: tuple[float, float] = A4,
    rotate: int = 0,
    seed: int = 0,
    compress: bool = True,
) -> bytes:
    """A PDF of placed words and rules."""
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    turned = rotate in (90, 270)
    # reportlab turns the page's box itself where the page says that it is turned
    canvas = Canvas(out, pagesize=size, invariant=True, pageCompression=int(compress))
    chance = random.Random(seed)
    for index, sheet in enumerate(sheets):
        number = first_page + index
        words = list(sheet.words)
        if order == "interleaved":
            words.sort(key=lambda word: (round(word.y), word.x))
        elif order == "shuffled":
            chance.shuffle(words)
        if header:
            words.append(Placed(MARGIN, MARGIN - 20, header.format(number=number), 9))
        if footer:
            text = footer.format(number=number)
            words.append(Placed((size[0] - width(text, 9)) / 2, size[1] - MARGIN + 10, text, 9))
        if turned:
            canvas.setPageRotation(rotate)
            if rotate == 90:
                canvas.translate(size[1], 0)
            else:
                canvas.translate(0, size[0])
            canvas.rotate(90 if rotate == 90 else -90)
        for word in words:
            canvas.setFont(font(), word.size)
            canvas.drawString(word.x, size[1] - word.y - word.size, word.text)
        for x0, y0, x1, y1 in sheet.rules:
            canvas.line(x0, size[1] - y0, x1, size[1] - y1)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def web_page(
    blocks: Sequence[Block], title: str = "", metadata: Sequence[tuple[str, str]] = (), noise: bool = True
) -> str:
    """A portal's page: navigation, a table of metadata, the blocks as its content, a list of other pages below."""
    rows = "".join(f"<tr><td>{html.escape(k)}</td><td>{html.escape(v)}</td></tr>" for k, v in metadata)
    parts = []
    for block in blocks:
        if block.kind == "table":
            cells = ("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in row) + "</tr>" for row in block.rows)
            parts.append("<table>" + "".join(cells) + "</table>")
        else:
            align = {"title": "center", "right": "right"}.get(block.kind, "justify")
            parts.append(f'<p style="text-align:{align}">{html.escape(block.text)}</p>')
    links = "".join(f'<li><a href="/n{i}.html">关于其他事项的新闻{i}</a></li>' for i in range(12)) if noise else ""
    nav = f"<nav><ul>{links}</ul></nav><script>var a='不是正文';</script>" if noise else ""
    foot = (
        f"<div class='more'><h3>相关阅读</h3><ul>{links}</ul></div><footer>版权所有 备案号 1234567</footer>"
        if noise
        else ""
    )
    table = f"<table class='meta'>{rows}</table>" if rows else ""
    return (
        f"<!DOCTYPE html><html><head><meta charset='utf-8'>"
        f"<title>{html.escape(title)}_某市人民政府</title></head><body>"
        f"{nav}<div class='wrap'><h1>{html.escape(title)}</h1>{table}<div class='content'>{''.join(parts)}</div></div>"
        f"{foot}</body></html>"
    )


def picture(payload: bytes, page: int = 0, scale: float = 2.5) -> bytes:
    """One page of a PDF as a grey PNG: what a scanner would hand over, without its dirt."""
    import pypdfium2

    document = pypdfium2.PdfDocument(payload)
    image = document[page].render(scale=scale, grayscale=True).to_pil()
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def scanned_pdf(payload: bytes, pages: Sequence[int] | None = None, scale: float = 2.5) -> bytes:
    """The same pages as pictures only: a PDF without a text layer."""
    import pypdfium2
    from reportlab.lib.utils import ImageReader
    from reportlab.pdfgen.canvas import Canvas

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=True)
    count = len(pypdfium2.PdfDocument(payload))
    for page in range(count) if pages is None else pages:
        canvas.drawImage(ImageReader(io.BytesIO(picture(payload, page, scale))), 0, 0, *A4)
        canvas.showPage()
    canvas.save()
    return out.getvalue()
