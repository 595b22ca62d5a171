"""The way through a web page: metadata rows, main content, lines."""

from __future__ import annotations

import re
from dataclasses import replace

from lxml.html import HtmlElement

from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.reading.html.content import (
    drop_frame,
    drop_lists,
    heads_other_pages,
    is_boilerplate,
    main_content,
    parse,
    prune,
)
from orchestration.gazette.reading.html.flow import lines_of
from orchestration.gazette.reading.html.portal_rows import take_rows
from orchestration.gazette.reading.limits import MAX_HTML_BYTES, MAX_HTML_DEPTH, MAX_HTML_TAGS
from orchestration.gazette.reading.prose import require_chinese
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.records import Line, Notice, Page

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}charset\s?=\s?["']?\s?([\w-]{3,20})|<\?xml[^>]{0,100}encoding=["']([\w-]{3,20})""", re.I
)
_PROLOGUE = re.compile(r"^\s{0,50}<\?xml[^>]{0,300}\?>")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,20})\b[^<>]{0,2000}>")
_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "p",
        "li",
        "td",
        "th",
        "tr",
        "dt",
        "dd",
        "option",
    ]
)
_META_TITLES = ("ArticleTitle", "og:title", "dc.title")
_SITE = re.compile(r"\s?[_|｜\-—–]{1,2}\s?[^_|｜\-—–]{2,30}$")
_SQUEEZE = re.compile(r"[\s\u3000\xa0]+")
_ENDED = re.compile(r"[。！？；：.!?;:…”’）)》】]$")
_WRAPPED = (12, 1.25)  # characters of a printed line at least; how much longer than usual the longest may be
_WRAPPED_LINES = 12
_WRAPPED_SHARE = 0.6  # of the lines stop inside a sentence
_EDGE = 12  # lines at either end of the content among which lines about the page may stand
_TEASER = 60  # characters of another page's title at most
_NEAR_TOP = 12  # lines of content among which its own title would stand


def declared_encoding(payload: bytes) -> str | None:
    """The encoding that a page's own head names, None where it names none."""
    match = _DECLARED.search(payload, 0, 4096)
    return (match.group(1) or match.group(2)).decode("ascii") if match else None


def read_html(text: str, file: str) -> ReadResult:
    """One page of lines from a web page; raises Unreadable where it holds no Chinese text or is past all bounds."""
    if len(text) > MAX_HTML_BYTES or text.count("<") > MAX_HTML_TAGS:
        raise unreadable(file, "too_large", "the web page is larger than any printed document", "save its text alone")
    notices: list[Notice] = []
    markup = _PROLOGUE.sub("", text)
    if _depth(markup) > MAX_HTML_DEPTH:
        markup = _TAG.sub(
            lambda tag: "\n<br>" if tag.group(2).lower() in ("div", "p", "br", "tr", "li") else "", markup
        )
        notices.append(
            Notice(
                "reading",
                "nested_too_deep",
                f"{file}: elements are nested deeper than {MAX_HTML_DEPTH} levels, so only "
                "their words were read; save the page anew.",
            )
        )
    root = parse(markup)
    if root is None:
        raise unreadable(file, "no_content", "the web page holds no text", "save the page once it is fully shown")
    stated = _head(root)
    prune(root)
    rows = take_rows(root)
    headline = _headline(root)
    drop_frame(root)
    content = main_content(root)
    drop_lists(content)
    lines, tables = lines_of(content)
    lines = _unwrapped(_without_edges(lines))
    title = rows.get("title") or headline or stated.get("title")
    if title:
        lines = _with_title(title, lines)
    body = "\n".join(line.text for line in lines)
    if not body.strip():
        raise unreadable(
            file, "no_content", "the web page holds no text of its own", "save the page once it is fully shown"
        )
    require_chinese(body, file)
    metadata: dict[str, object] = {**stated, **rows, "tables": tables}
    if title:
        metadata["title"] = title
    return ReadResult("text/html", "html", (Page(lines),), tuple(notices), metadata)


def _unwrapped(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Pages made from print hold an element for each printed line: there an element begins no paragraph."""
    long = sorted(len(line.text) for line in lines if line.cells is None and len(line.text) >= _WRAPPED[0])
    cut = sum(
        1 for line in lines if line.cells is None and len(line.text) >= _WRAPPED[0] and not _ENDED.search(line.text)
    )
    even = bool(long) and long[len(long) * 9 // 10] <= _WRAPPED[1] * long[len(long) // 2]
    if len(long) < _WRAPPED_LINES or cut < _WRAPPED_SHARE * len(long) or not even:
        return lines
    return tuple(line if line.cells is not None else replace(line, opens_block=None) for line in lines)


def _without_edges(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Lines about the page itself left out, which stand above and below a document and never inside it."""
    out: list[Line] = []
    others = False  # below the heading of a list of other pages
    for number, line in enumerate(lines):
        inside = line.cells is not None or _EDGE <= number < len(lines) - _EDGE
        others = (others and len(line.text) <= _TEASER and "。" not in line.text) or (
            number >= len(lines) - _EDGE and heads_other_pages(line.text)
        )
        if inside or not (others or is_boilerplate(line.text)):
            out.append(line)
    return tuple(out)


def _depth(markup: str) -> int:
    """How deep elements nest, as far as end tags are written."""
    depth = deepest = 0
    for tag in _TAG.finditer(markup):
        if tag.group(2).lower() in _VOID:
            continue
        depth = max(depth - 1, 0) if tag.group(1) else depth + 1
        deepest = max(deepest, depth)
    return deepest


def _head(root: HtmlElement) -> dict[str, str]:
    """Title and date of publication that the page's head states."""
    found: dict[str, str] = {}
    for meta in list(root.iter("meta"))[:200]:
        name = meta.get("name") or meta.get("property") or ""
        value = (meta.get("content") or "").strip()
        if value and name in _META_TITLES:
            found.setdefault("title", value)
        elif value and name.lower() in ("pubdate", "publishdate"):
            found.setdefault("published_date", value)
    if "title" not in found:
        element = root.find(".//title")
        words = _SQUEEZE.sub(" ", element.text_content()).strip() if element is not None else ""
        words = _SITE.sub("", words)
        if len(words) >= 6:
            found["title"] = words
    return found


def _headline(root: HtmlElement) -> str | None:
    """The page's one <h1>, None where there is none or several."""
    heads = [words for h in root.iter("h1") if (words := _SQUEEZE.sub(" ", h.text_content()).strip())]
    return heads[0] if len(heads) == 1 and len(heads[0]) >= 6 else None


def _with_title(title: str, lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """The title once: put first where the content does not print it near its top, and not twice where it does."""
    squeezed = _SQUEEZE.sub("", title)
    head = next((n for n, line in enumerate(lines[:_NEAR_TOP]) if _SQUEEZE.sub("", line.text) == squeezed), None)
    if head is not None:
        below = _SQUEEZE.sub("", "".join(line.text for line in lines[head + 1 : head + _NEAR_TOP]))
        # the portal's headline above the document's own title, which may be set in several lines
        return lines[:head] + lines[head + 1 :] if squeezed in below else lines
    top = _SQUEEZE.sub("", "".join(line.text for line in lines[:_NEAR_TOP]))
    if squeezed in top or not squeezed:
        return lines
    return (Line(title, 0, None, None, True), *lines)
