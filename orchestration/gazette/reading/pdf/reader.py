"""The way through a PDF: characters, running lines, columns, tables, lines, page by page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

import pypdfium2 as pdfium

from orchestration.gazette.reading.errors import unreadable
from orchestration.gazette.reading.limits import (
    MAX_OCR_PAGES,
    MAX_PAGE_CHARS,
    MAX_PDF_BYTES,
    MAX_PDF_CHARS,
    MAX_PDF_PAGES,
    MAX_PDF_STREAM_BYTES,
)
from orchestration.gazette.reading.numbering import Numbering, Printed, number_pages
from orchestration.gazette.reading.pdf import compose
from orchestration.gazette.reading.pdf.bombs import largest_stream
from orchestration.gazette.reading.pdf.furniture import Sheet, find_furniture
from orchestration.gazette.reading.pdf.glyphs import read_glyphs
from orchestration.gazette.reading.pdf.rules import Grid, grids, read_rules
from orchestration.gazette.reading.pdf.segments import Segment, segments
from orchestration.gazette.reading.plain import gaps
from orchestration.gazette.reading.prose import require_chinese
from orchestration.gazette.reading.result import ReadResult
from orchestration.gazette.reading.scan import RENDER_SCALE, available, recognise
from orchestration.gazette.records import Notice, Page

_FEW_CHARS = 8  # a page picture may carry a stamped number or a scanner's mark as text: that is no text layer
_GARBLED = 0.3  # share of characters without a name above which a text layer is worse than recognition
_NO_OCR = "install the recognition of scans with `make ocr`, or give the text of the issue"


@dataclass(slots=True)
class _Sheet:
    """What was found on one page."""

    segments: list[Segment] = field(default_factory=list)
    asides: list[Segment] = field(default_factory=list)  # writing in another direction than the page's own
    grids: list[Grid] = field(default_factory=list)
    height: float = 842.0
    recognised: bool = False


def read_pdf(payload: bytes, file: str) -> ReadResult:
    """Reads a PDF; pages without a text layer go to recognition where it is installed, else to a notice.

    Raises Unreadable for files that are damaged, encrypted, too large, or hold no Chinese text at all.
    """
    if len(payload) > MAX_PDF_BYTES:
        raise unreadable(
            file, "too_large", f"{len(payload):,} bytes exceed {MAX_PDF_BYTES:,}", "split the file by issue"
        )
    if largest_stream(payload) > MAX_PDF_STREAM_BYTES:
        raise unreadable(
            file,
            "inflates_too_far",
            f"a stream of the PDF inflates to more than {MAX_PDF_STREAM_BYTES:,} bytes",
            "print it anew to a PDF of plain pages",
        )
    document = _open(payload, file)
    try:
        return _read(document, file)
    finally:
        document.close()


def _open(payload: bytes, file: str) -> pdfium.PdfDocument:
    try:
        document = pdfium.PdfDocument(payload)
        count = len(document)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise unreadable(file, "encrypted", "the PDF asks for a password", "save it without one") from None
        raise unreadable(file, "damaged_pdf", f"the PDF is damaged or cut short ({error})", "fetch it again") from None
    if count > MAX_PDF_PAGES or not count:
        document.close()
        words = f"{count:,} pages exceed the limit of {MAX_PDF_PAGES:,}" if count else "the PDF has no page"
        raise unreadable(file, "too_many_pages" if count else "damaged_pdf", words, "split the file by issue")
    return document


def _read(document: pdfium.PdfDocument, file: str) -> ReadResult:
    notices: list[Notice] = []
    sheets = [*_sheets(document, file, notices)]
    furniture = find_furniture([Sheet(sheet.segments, sheet.height) for sheet in sheets])
    numbering = _numbers(sheets, furniture.digits)
    for sheet, taken in zip(sheets, furniture.taken, strict=True):
        sheet.segments = [segment for segment in sheet.segments if id(segment) not in taken]
    composed = compose.compose([(sheet.segments, sheet.asides, sheet.grids) for sheet in sheets])
    pages = tuple(Page(lines, number) for lines, number in zip(composed.pages, numbering.numbers, strict=True))
    read_chars = sum(len(line.text) for page in pages for line in page.lines)
    if not read_chars and any(notice.code in ("page_too_full", "page_damaged") for notice in notices):
        raise unreadable(
            file, "damaged_pdf", "no page of the PDF could be read", "print it anew to a PDF of plain pages"
        )
    if not read_chars:
        raise unreadable(file, "no_text_layer", "the PDF is made of pictures or empty pages and holds no text", _NO_OCR)
    require_chinese("\n".join(line.text for page in pages[:60] for line in page.lines), file)
    known = [page.number for page in pages if page.number is not None]
    notices.extend(gaps(known, file))
    if any(furniture.digits) and not known:
        notices.append(
            Notice(
                "reading",
                "page_numbers_unknown",
                f"{file}: the page numbers printed in the headers do not "
                "count up with the pages, so pages are left unknown.",
            )
        )
    for mark in numbering.disagreeing if known else ():
        notices.append(
            Notice(
                "reading",
                "page_number_disagrees",
                f"{file}: the printed page number {mark.digits} on sheet "
                f"{mark.index + 1} does not agree with its neighbours.",
                mark.digits,
            )
        )
    metadata: dict[str, object] = {
        "sheets": len(pages),
        "page_count": len(pages),
        "running_lines": furniture.rows,
        "columns": composed.columns,
        "tables": composed.tables,
    }
    if furniture.marks:
        name, year, issue = Counter((m.name, m.year, m.issue) for m in furniture.marks).most_common(1)[0][0]
        metadata |= {"gazette_title": name, "issue_year": year, "issue_number": issue}
    recognised = sum(sheet.recognised for sheet in sheets)
    if recognised:
        metadata["recognised_pages"] = recognised
    reader = "pdf" if not recognised else "ocr" if recognised == len(sheets) else "pdf+ocr"
    return ReadResult("application/pdf", reader, pages, tuple(notices), metadata)


def _sheets(document: pdfium.PdfDocument, file: str, notices: list[Notice]) -> Iterator[_Sheet]:
    chars = 0
    unread: list[int] = []
    recognised = 0
    for index in range(len(document)):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            notices.append(
                Notice(
                    "reading",
                    "page_damaged",
                    f"{file}: sheet {index + 1} is damaged and was left out; fetch the file again.",
                )
            )
            yield _Sheet()
            continue
        try:
            sheet, count = _sheet(page, index, file, notices)
            chars += count
            if chars > MAX_PDF_CHARS:
                raise unreadable(
                    file, "too_large", f"more than {MAX_PDF_CHARS:,} characters in one file", "split the file by issue"
                )
            if sheet is None and _has_picture(page):
                if available() and recognised < MAX_OCR_PAGES:
                    recognised += 1
                    image = page.render(scale=RENDER_SCALE).to_pil()
                    found = recognise(image, RENDER_SCALE)
                    sheet = _Sheet(found, height=page.get_height(), recognised=True)
                else:
                    unread.append(index + 1)
            yield sheet or _Sheet(height=page.get_height())
        finally:
            page.close()
    if unread and len(unread) < len(document):
        shown = ", ".join(map(str, unread[:12])) + (" …" if len(unread) > 12 else "")
        notices.append(
            Notice(
                "reading",
                "no_text_layer",
                f"{file}: sheet(s) {shown} are pictures without text and were not read; {_NO_OCR}.",
            )
        )


def _sheet(page: pdfium.PdfPage, index: int, file: str, notices: list[Notice]) -> tuple[_Sheet | None, int]:
    """The page's text, None where it has none worth the name, and how many characters it holds."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > MAX_PAGE_CHARS:
            notices.append(
                Notice(
                    "reading",
                    "page_too_full",
                    f"{file}: sheet {index + 1} holds {count:,} characters, more than a "
                    f"page can print, and was left out; print it anew.",
                )
            )
            return _Sheet(height=page.get_height()), 0
        found = read_glyphs(page, textpage, count)
    finally:
        textpage.close()
    named = sum(len(frame.glyphs) for frame in found.frames)
    if named < _FEW_CHARS and _has_picture(page):
        return None, named
    if found.unknown > _GARBLED * (named + found.unknown):
        notices.append(
            Notice(
                "reading",
                "garbled_text_layer",
                f"{file}: on sheet {index + 1} {found.unknown} characters have no name "
                "in their font, so its text layer was not used.",
            )
        )
        return None, named
    if not found.frames:
        return _Sheet(height=page.get_height()), 0
    main, *others = found.frames
    sheet = _Sheet(segments(main.glyphs), height=main.height)
    for frame in others:
        sheet.asides.extend(segments(frame.glyphs))
    levels, uprights = read_rules(page, main)
    sheet.grids = grids(levels, uprights)
    return sheet, named


def _has_picture(page: pdfium.PdfPage) -> bool:
    return next(iter(page.get_objects(filter=[pdfium.raw.FPDF_PAGEOBJ_IMAGE], max_depth=3)), None) is not None


def _numbers(sheets: list[_Sheet], digits: list[str | None]) -> Numbering:
    """Printed numbers in headers, and those that stand upright beside a table printed sideways."""
    from orchestration.gazette.reading import running

    for index, sheet in enumerate(sheets):
        if digits[index] is None:
            for segment in sheet.asides:
                mark = running.running_line(running.fold(segment.text))
                if mark is not None and mark.number:
                    digits[index] = mark.number
                    sheet.asides = [other for other in sheet.asides if other is not segment]
                    break
    printed = [Printed(index, text, turnable=False) for index, text in enumerate(digits) if text]
    numbering = number_pages(len(sheets), printed)
    if len(printed) == 1 and len(sheets) <= 2:  # nothing to agree with, but its place in the margin vouches for it
        only = printed[0]
        numbers = [int(only.digits) + index - only.index for index in range(len(sheets))]
        return Numbering(tuple(number if number >= 1 else None for number in numbers), 1, 1)
    return numbering
