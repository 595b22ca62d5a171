"""PDF files: pages of positioned characters, read in the order in which people read them."""

from orchestration.gazette.reading.pdf.reader import read_pdf

__all__ = ["read_pdf"]
