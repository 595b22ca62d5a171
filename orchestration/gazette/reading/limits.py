"""The bounds within which a file is read, each with its reason."""

from __future__ import annotations

MAX_TEXT_BYTES = 64 * 1024 * 1024
"""A whole issue of 300 pages is under 1 MB of text; 64 MB is a year's run in one file and still reads in seconds."""

MAX_LINE_CHARS = 2_000_000
"""No paragraph of a gazette reaches 20,000 characters; an issue typed without line ends stays under two million."""

MAX_PDF_BYTES = 512 * 1024 * 1024
"""Scanned issues reach some 200 MB; what is larger is not one issue."""

MAX_PDF_PAGES = 3_000
"""A thick issue has 300 pages; ten times that is a mistake or an attack, and costs a minute at most."""

MAX_PAGE_CHARS = 60_000
"""A dense gazette page holds 3,000 characters, a full-size newspaper page 20,000: past this a page is a bomb."""

MAX_PDF_CHARS = 9_000_000
"""All pages together: what MAX_PDF_PAGES dense pages hold."""

MAX_PDF_STREAM_BYTES = 96 * 1024 * 1024
"""What the content streams of one page may inflate to before the file is refused: a bomb eats memory first."""

MAX_HTML_BYTES = 32 * 1024 * 1024
"""Pages of portals are below 1 MB, with inlined pictures some 10 MB."""

MAX_HTML_DEPTH = 250
"""libxml2 stops at 256 levels by itself; deeper nesting is flattened before it is parsed, so that no text is lost."""

MAX_HTML_TAGS = 1_000_000
"""A long annex table has some 50,000 tags; past a million the page is refused."""

MAX_IMAGE_PIXELS = 60_000_000
"""A3 at 600 dpi has 70 million pixels and A4 35 million; a larger picture is scaled down before it is recognised."""

MAX_OCR_PAGES = 400
"""Recognition takes some five seconds a page: 400 pages are half an hour; past them, split the file."""

MIN_CHINESE_CHARS = 6
"""Fewer Chinese characters than this are no document: the shortest title with its number has more."""

MIN_CHINESE_SHARE = 0.10
"""Share of Chinese characters among letters below which a text is not Chinese prose (bilingual lists hold 0.3)."""
