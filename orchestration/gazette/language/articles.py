"""Texts set in articles (第一条 …): statutes, rules, charters. They say what holds, not what was or is to be done."""

from __future__ import annotations

_FIRST = ("第一条", "第二条", "第三条")


def is_set_in_articles(text: str) -> bool:
    """Whether a text counts its articles from the first one on; a text that only cites some does not."""
    return all(article in text for article in _FIRST)
