"""Web pages of portals: the main content found by the density of its text, tables as rows, metadata rows apart."""

from orchestration.gazette.reading.html.reader import declared_encoding, read_html

__all__ = ["declared_encoding", "read_html"]
