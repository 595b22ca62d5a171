"""An element's content as lines: a paragraph each, table rows as cells, breaks as the page shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from statistics import median

from lxml.html import HtmlElement

from orchestration.gazette.records import Line

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "blockquote",
        "body",
        "center",
        "dd",
        "details",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
        "caption",
    ]
)
_SPACE = re.compile(r"[ \t\r\n\f]+")
_WIDE = "\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u201c\u201d\u2018\u2019\u2014\u2026"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]{{0,20}}[\r\n][ \t\r\n]{{0,200}}(?=[{_WIDE}])")
_OUTER = " \t\u3000\xa0\u200b\ufeff"
_MAX_SPAN = 1_000
_MAX_CELLS = 300_000
_PROSE_CELL = 120  # characters: tables whose usual cell is longer hold the page together, not data


@dataclass(slots=True)
class _Flow:
    lines: list[Line] = field(default_factory=list)
    text: list[str] = field(default_factory=list)
    fresh: bool = True  # the text begins a block, rather than following a <br>

    def flush(self, block_ends: bool) -> None:
        raw = "".join(self.text)
        self.text.clear()
        shown = _SPACE.sub(" ", _BETWEEN_WIDE.sub("", raw))
        words = shown.strip(_OUTER)
        if words:
            indented = shown.lstrip(" ")[:1] in ("\u3000", "\xa0")
            opens = True if self.fresh or indented else None
            self.lines.append(Line(words, len(self.lines) + 1, None, None, opens))
            self.fresh = False
        self.fresh = self.fresh or block_ends

    def row(self, cells: tuple[str, ...]) -> None:
        self.lines.append(Line(" | ".join(cells), len(self.lines) + 1, cells, None, True))


def lines_of(content: HtmlElement) -> tuple[tuple[Line, ...], int]:
    """The content's lines in order, and how many data tables are among them. Walks without recursion."""
    flow = _Flow()
    tables = 0
    stack: list[tuple[HtmlElement, bool]] = [(content, False)]
    while stack:
        element, leaving = stack.pop()
        tag = element.tag
        if leaving:
            if tag in _BLOCKS:
                flow.flush(block_ends=True)
            if element is not content and element.tail:
                flow.text.append(element.tail)
            continue
        if tag == "table" and (rows := data_rows(element)):
            flow.flush(block_ends=True)
            for cells in rows:
                flow.row(cells)
            tables += 1
            if element is not content and element.tail:
                flow.text.append(element.tail)
            continue
        stack.append((element, True))
        if tag in _BLOCKS:
            flow.flush(block_ends=True)
        elif tag == "br":
            flow.flush(block_ends=False)
        if tag == "pre":
            _pre(element, flow)
            continue
        if tag == "li" and (label := _ordinal(element)):
            flow.text.append(label)
        if element.text:
            flow.text.append(element.text)
        stack.extend((child, False) for child in reversed(element) if isinstance(child.tag, str))
    flow.flush(block_ends=True)
    return tuple(flow.lines), tables


def _pre(element: HtmlElement, flow: _Flow) -> None:
    """Text typed with its own line ends."""
    for line in re.split(r"\r\n|[\r\n]", "".join(element.itertext())):
        flow.text.append(line)
        flow.flush(block_ends=False)


def _ordinal(item: HtmlElement) -> str:
    """The number that a browser prints before an item of an ordered list."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or (parent.get("type") or "1") != "1":
        return ""
    if "list-style" in (parent.get("style") or ""):
        return ""
    before = sum(1 for other in item.itersiblings("li", preceding=True))
    start = parent.get("start") or "1"
    return f"{(int(start) if start.isdigit() and len(start) < 6 else 1) + before}. " if before < 2_000 else ""


def data_rows(table: HtmlElement) -> list[tuple[str, ...]]:
    """Rows of a table of data, spans filled with empty cells; none for a table that only lays out the page."""
    if table.find(".//table") is not None:
        return []
    rows = list(table.iter("tr"))
    grid: list[list[str]] = []
    pending: dict[int, int] = {}  # column -> rows for which a cell above still reaches down
    cells_seen = 0
    filled: list[int] = []
    for row in rows:
        line: list[str] = []
        for cell in row:
            if cell.tag not in ("td", "th"):
                continue
            _reach(line, pending)
            text = cell_text(cell)
            filled.append(len(text)) if text else None
            across, down = _span(cell.get("colspan")), _span(cell.get("rowspan"))
            line.append(text)
            line.extend([""] * (min(across, 100) - 1))
            if down > 1:
                for column in range(len(line) - min(across, 100), len(line)):
                    pending[column] = down
        _reach(line, pending)
        pending = {column: left - 1 for column, left in pending.items() if left > 1}
        cells_seen += len(line)
        if cells_seen > _MAX_CELLS:
            break
        grid.append(line)
    wide = sum(1 for line in grid if sum(map(bool, line)) >= 2)
    if len(grid) < 2 or wide < 2 or not filled or median(filled) > _PROSE_CELL:
        return []
    width = max(map(len, grid))
    used = [c for c in range(width) if any(c < len(line) and line[c] for line in grid)]
    return [tuple(line[c] if c < len(line) else "" for c in used) for line in grid if any(line)]


def _reach(line: list[str], pending: dict[int, int]) -> None:
    """Leaves the places empty that cells of earlier rows reach down into."""
    while pending.get(len(line), 0) > 1 or (len(line) in pending and pending[len(line)] >= 1):
        line.append("")


def _span(value: str | None) -> int:
    return max(1, min(int(value), _MAX_SPAN)) if value and value.strip().isdigit() and len(value) < 8 else 1


def cell_text(cell: HtmlElement) -> str:
    """A cell's words on one line: paragraphs in it are joined, with a space only between Latin words."""
    parts = [_SPACE.sub(" ", _BETWEEN_WIDE.sub("", part)).strip(_OUTER) for part in _pieces(cell)]
    out = ""
    for part in filter(None, parts):
        latin = out[-1:].isascii() and out[-1:].isalnum() and part[0].isascii() and part[0].isalnum()
        out += (" " if latin else "") + part
    return out


def _pieces(cell: HtmlElement) -> list[str]:
    pieces: list[list[str]] = [[]]
    for event, element in _events(cell):
        if event == "start":
            if element.tag in _BLOCKS or element.tag == "br":
                pieces.append([])
            if element.text:
                pieces[-1].append(element.text)
        else:
            if element.tag in _BLOCKS:
                pieces.append([])
            if element is not cell and element.tail:
                pieces[-1].append(element.tail)
    return ["".join(piece) for piece in pieces]


def _events(root: HtmlElement) -> list[tuple[str, HtmlElement]]:
    out: list[tuple[str, HtmlElement]] = []
    stack: list[tuple[str, HtmlElement]] = [("start", root)]
    while stack:
        event, element = stack.pop()
        out.append((event, element))
        if event == "start":
            stack.append(("end", element))
            stack.extend(("start", child) for child in reversed(element) if isinstance(child.tag, str))
    return out
