"""Traditional print: documents are told apart and their elements read in simplified characters, and said as printed.

Simplifying changes characters one for one, so that every offset holds in both.
"""

from __future__ import annotations

from dataclasses import replace

from orchestration.gazette.language.characters import is_traditional, simplified
from orchestration.gazette.records import Document, Notice
from orchestration.gazette.structure.body import Body
from orchestration.gazette.structure.portal import Portal
from orchestration.gazette.text.stream import Stream


def in_simplified(stream: Stream, stated: Portal) -> tuple[Stream, Portal]:
    """A stream in simplified characters and what a portal states of it; both as they are where that is their print."""
    if not is_traditional(stream.text):
        return stream, stated
    return (
        replace(
            stream,
            pieces=tuple(replace(piece, text=simplified(piece.text)) for piece in stream.pieces),
            text=simplified(stream.text),
        ),
        replace(
            stated,
            title=simplified(stated.title) if stated.title else None,
            doc_number=simplified(stated.doc_number) if stated.doc_number else None,
            issuer=simplified(stated.issuer) if stated.issuer else None,
        ),
    )


def as_printed(document: Document, body: Body, stream: Stream) -> Document:
    """A document read from a simplified stream, with its text and names in the characters of ``stream``."""
    text = _text(body, stream)
    words = _Words(document.text, text)
    return replace(
        document,
        text=text,
        title=words.printed(document.title),
        issuer=words.printed(document.issuer) if document.issuer else document.issuer,
        addressees=tuple(map(words.printed, document.addressees)),
        attached_title=words.printed(document.attached_title) if document.attached_title else document.attached_title,
        attachments=tuple(map(words.printed, document.attachments)),
        sections=tuple(
            replace(section, heading=words.printed(section.heading, section.start)) for section in document.sections
        ),
        traditional=is_traditional(text),
    )


def notices_as_printed(notices: list[Notice], plain: Stream, stream: Stream) -> list[Notice]:
    """Notices whose quotes are in the characters of ``stream``."""
    words = _Words(plain.text, stream.text)
    return [replace(notice, quote=words.printed(notice.quote) if notice.quote else notice.quote) for notice in notices]


def _text(body: Body, stream: Stream) -> str:
    """The text of a body whose lines are those of ``stream``: the breaks between paragraphs are the body's own."""
    printed: list[str] = []
    at = body.stream_starts[0]
    for paragraph in body.text.split("\n"):
        printed.append(stream.text[at : at + len(paragraph)])
        at += len(paragraph)
    return "\n".join(printed)


class _Words:
    """Words of a simplified text as the print has them: found there, whatever line breaks and spaces divide them."""

    def __init__(self, plain: str, printed: str) -> None:
        self._plain, self._printed = plain, printed
        self._flat_plain, self._flat_printed = plain.replace("\n", ""), printed.replace("\n", "")

    def printed(self, words: str, start: int = 0) -> str:
        at = self._plain.find(words, start)
        if at > -1:
            return self._printed[at : at + len(words)]
        at = self._flat_plain.find(words)
        if at > -1:
            return self._flat_printed[at : at + len(words)]
        return " ".join(map(self.printed, words.split(" "))) if " " in words else words
