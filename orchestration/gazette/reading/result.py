"""What a reader hands back."""

from __future__ import annotations

from dataclasses import dataclass, field

from orchestration.gazette.records import Notice, Page


@dataclass(frozen=True, slots=True)
class ReadResult:
    """The pages of one file in reading order, running headers, footers and page numbers taken out.

    ``metadata`` holds what the file itself says or what the reader did: ``encoding``, ``running_lines`` (how many
    header and footer lines were taken out), ``gazette_title``, ``issue_year`` and ``issue_number`` from running
    headers, ``page_count``, and for HTML ``title``, ``doc_number``, ``issuer``, ``signed_date`` … as printed.
    """

    media_type: str  # text/plain, application/pdf, text/html, image/png …
    reader: str  # text, pdf, html, ocr, pdf+ocr
    pages: tuple[Page, ...]
    notices: tuple[Notice, ...] = ()
    metadata: dict[str, object] = field(default_factory=dict)
