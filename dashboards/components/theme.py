"""One palette for every page: middle tones that read on light and on dark ground, and what each stands for."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

INK = "#3b78a8"  # this year, planned, appointed: the thing the page is about
OCHRE = "#c8803c"  # last year, actual: what it is held against
GREEN = "#4f9271"  # holds, met
RED = "#bb5548"  # broken, removed, quarantined
GREY = "#8b939e"  # unknown, not checkable, context

CHECK_COLOURS = {"相符": GREEN, "不符": RED, "无法核对": GREY}
ACTION_COLOURS = {"任": INK, "免": RED}
ROLE_COLOURS = {"牵头": INK, "负责": GREEN, "配合": GREY}

CSS = """
<style>
.stMainBlockContainer {max-width: 1280px}
[data-testid="stMetric"] {border-left: 3px solid #3b78a8; padding: .1rem 0 .1rem .8rem}
[data-testid="stMetricLabel"] {opacity: .75}
.gb-quote {border-left: 3px solid #c8803c; padding: .4rem .9rem; line-height: 1.9; margin: .2rem 0 .6rem}
.gb-quote mark, .gb-reader mark {color: inherit; border-radius: 2px; padding: .08em 0}
.gb-quote mark {background: rgba(200, 128, 60, .32)}
.gb-quote a {color: inherit; text-decoration: none} .gb-quote a:hover {text-decoration: underline}
.gb-quote .gb-meta, .gb-meta {opacity: .7; font-size: .86em}
</style>
"""


def apply() -> None:
    """Put the house's few rules of style on the page."""
    st.html(CSS)


def ink() -> str:
    """The colour of words drawn on a coloured ground, by the ground the reader has chosen."""
    return "#f2f4f7" if st.context.theme.type == "dark" else "#22262b"


def scale(colours: Mapping[str, str]) -> tuple[list[str], list[str]]:
    """Domain and range of a colour scale."""
    return list(colours), list(colours.values())
