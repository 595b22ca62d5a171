"""What an issue itself says, or shows, to be missing."""

from __future__ import annotations

import re

from orchestration.gazette.records import Document, Notice
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.body import Pages
from orchestration.gazette.structure.splitting import Head, contents
from orchestration.gazette.text.stream import Stream

_ELSEWHERE = re.compile(r"附件.{0,12}(?:详见|见|登录|请到|从).{0,30}(?:网站|网|门户|平台)")
_DAMAGED = re.compile(r"(?:^|[^\d.])(?P<figure>\.\d{1,4}(?:%|公顷|亩|万|亿|元|吨|个|平方))")


def unanswered_contents(stream: Stream, found: list[Head], made: list[Document]) -> list[Notice]:
    """Entries of the table of contents that no document answers to."""
    if not found:
        return []
    titles = [document.title for document in made]
    return [
        Notice(
            "structure",
            "contents_without_document",
            f"The contents list 《{entry}》 (page {page}); no such document was found.",
            entry,
            page,
        )
        for entry, page in contents(stream, found[0].start)
        if not any(elements.shares_words(entry, title, 0.85) for title in titles)
    ]


def missing_pieces(document: Document) -> list[Notice]:
    """What the document itself says, or shows, to be missing."""
    pages = Pages(document.page_map)
    notices = []
    for match in _ELSEWHERE.finditer(document.text):
        notices.append(
            Notice(
                "structure",
                "attachment_elsewhere",
                "The attachment is not printed here; the text says where it stands.",
                match[0],
                pages.at(match.start()),
                document.document_id,
            )
        )
    for match in re.finditer("□", document.text):
        quote = document.text[max(0, match.start() - 10) : match.end() + 10].replace("\n", "")
        notices.append(
            Notice(
                "text",
                "missing_glyph",
                "A character was lost in extraction; □ stands for it.",
                quote,
                pages.at(match.start()),
                document.document_id,
            )
        )
    for match in _DAMAGED.finditer(document.text):
        quote = document.text[max(0, match.start() - 10) : match.end() + 6].replace("\n", "")
        notices.append(
            Notice(
                "text",
                "damaged_figure",
                "A figure lost its whole part in extraction; it is read as no fact.",
                quote,
                pages.at(match.start("figure")),
                document.document_id,
            )
        )
    return notices
