"""Bytes of one file in, pages out."""
