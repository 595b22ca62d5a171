"""Where a web page's text stands, found by density: no site's own names of elements are known here.

The rule: leave out what is never text (scripts, forms, navigation); weigh every block by its Chinese characters outside
links; the content is the smallest element that holds nearly all of that weight.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path

from lxml import html as lxml_html
from lxml.html import HtmlElement

_NEVER = [
    "script",
    "style",
    "noscript",
    "template",
    "iframe",
    "object",
    "embed",
    "svg",
    "canvas",
    "form",
    "select",
    "button",
    "input",
    "textarea",
    "nav",
    "footer",
    "aside",
    "map",
    "audio",
    "video",
    "head",
    "rt",
    "rp",
    "link",
    "meta",
    "dialog",
]
_HELD_SHARE = 0.9  # of the page's weight that the content holds: the rest is teasers and the foot
_LIST_LINKS = 0.6  # share of link text above which a block is a list of other pages
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|wps|et|ofd|zip|rar|txt|jpe?g|png)(?:$|[?#])", re.I)
# what sites everywhere call the parts of a page that are not its text
_FRAME = frozenset(
    {
        "header",
        "footer",
        "foot",
        "nav",
        "menu",
        "crumb",
        "crumbs",
        "breadcrumb",
        "share",
        "related",
        "sidebar",
        "copyright",
        "toolbar",
        "editor",
        "pager",
        "banner",
        "logo",
    }
)
_FRAME_SHARE = 0.3
_NAME_PARTS = re.compile(r"[\s_-]+")
_HIDDEN = re.compile(r"display\s?:\s?none|visibility\s?:\s?hidden", re.I)
_HAN = re.compile(r"[\u3400-\u9fff]")
_CONTAINERS = {
    "body",
    "div",
    "article",
    "section",
    "main",
    "td",
    "table",
    "tbody",
    "tr",
    "center",
    "span",
    "font",
    "ul",
    "dl",
}
_PARAGRAPHS = {"p", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "blockquote"}
_BLOCKS = _CONTAINERS - {"span", "font"} | {
    "p",
    "li",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "pre",
    "blockquote",
    "dd",
    "dt",
}


@cache
def _boilerplate(reach: str) -> re.Pattern[str]:
    with (Path(__file__).parent / "boilerplate.csv").open(encoding="utf-8", newline="") as rows:
        return re.compile("|".join(f"(?:{row['pattern']})" for row in csv.DictReader(rows) if row["reach"] == reach))


def is_boilerplate(text: str) -> bool:
    """Whether a short line speaks about the page itself."""
    return len(text) <= 200 and (_boilerplate("line").search(text.strip()) is not None or heads_other_pages(text))


def heads_other_pages(text: str) -> bool:
    """Whether a line heads a list of other pages (相关阅读): what follows it in few words belongs to that list."""
    return len(text) <= 20 and _boilerplate("rest").search(text.strip()) is not None


def prune(root: HtmlElement) -> None:
    """Takes out, in place, what is never a document's text."""
    doomed = [
        element
        for element in root.iter()
        if not isinstance(element.tag, str)
        or element.tag in _NEVER
        or element.get("hidden") is not None
        or _HIDDEN.search(element.get("style") or "")
    ]
    for element in doomed:
        if element is not root and element.getparent() is not None:
            _drop(element)


def _drop(element: HtmlElement) -> None:
    """Removes an element with its text, keeping what follows it."""
    parent = element.getparent()
    before = element.getprevious()
    if element.tail:
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def main_content(root: HtmlElement) -> HtmlElement:
    """The smallest element that holds nearly all of the page's text, lists of links not counted."""
    own: dict[HtmlElement, tuple[int, int]] = {}
    weight: dict[HtmlElement, int] = {}
    elements = list(root.iter())
    for element in reversed(elements):  # children come before their parents
        plain = _han(element.text)
        linked = 0
        block = 0
        for child in element:
            plain += _han(child.tail)
            if child.tag in _BLOCKS:
                block += weight[child]
            else:
                inner_plain, inner_linked = own[child]
                plain += inner_plain
                linked += inner_linked
                block += weight[child]
        if element.tag == "a":
            plain, linked = 0, plain + linked
        own[element] = (plain, linked)
        weight[element] = block
        if element.tag in _BLOCKS or element is root:
            text_weight = 0 if linked > _LIST_LINKS * (plain + linked) else plain
            if text_weight and text_weight < 120 and is_boilerplate(_text(element)):
                text_weight = 0
            weight[element] = block + text_weight
            own[element] = (0, 0)
    total = weight[root]
    best = root
    while True:
        heavier = next((child for child in best if weight.get(child, 0) >= _HELD_SHARE * total), None)
        if heavier is None or heavier.tag not in _CONTAINERS or _is_data(heavier):
            return best
        if any(child.tag in _PARAGRAPHS and weight[child] for child in best if child is not heavier):
            return best  # paragraphs beside it: this is the level of the text
        best = heavier


def _is_data(element: HtmlElement) -> bool:
    """Whether an element is a list or a table of data, which stands in a document and is not one."""
    if element.tag in ("ul", "dl"):
        return True
    return element.tag == "table" and element.find(".//table") is None and element.find(".//p") is None


def drop_frame(root: HtmlElement) -> None:
    """Takes out what its own class or id calls the frame of the page, where it holds but a small part of the words."""
    whole = _han(_text(root))
    for element in list(root.iter("div", "section", "ul", "p", "header", "table")):
        if element.getparent() is None or element is root:
            continue
        names = _NAME_PARTS.split(f"{element.get('class') or ''} {element.get('id') or ''}".lower())
        if not _FRAME.isdisjoint(names) and _han(_text(element)) <= _FRAME_SHARE * whole:
            _drop(element)


def drop_lists(content: HtmlElement) -> None:
    """Takes lists of other pages (mostly link text) out of the content; links to files are a document's attachments."""
    for element in list(content.iter("ul", "ol", "div", "dl", "table", "section")):
        if element is content or element.getparent() is None:
            continue
        links = [link for link in element.iter("a") if not _FILE.search(link.get("href") or "")]
        linked = sum(_han(_text(link)) for link in links)
        if len(links) >= 2 and linked and linked > _LIST_LINKS * max(_han(_text(element)), 1):
            _drop(element)


def _text(element: HtmlElement) -> str:
    return "".join(element.itertext())


def _han(text: str | None) -> int:
    return len(_HAN.findall(text)) if text else 0


def parse(text: str) -> HtmlElement | None:
    """A tree from markup of any quality; None where there is nothing to parse."""
    parser = lxml_html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        return lxml_html.document_fromstring(text, parser=parser)
    except (ValueError, lxml_html.etree.LxmlError):
        return None
