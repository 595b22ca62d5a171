"""Title, number and date of a text that stands alone: a page of a portal, a report, a news item."""

from __future__ import annotations

import datetime as dt
import re

from orchestration.gazette.language.dates import parse_date
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.headlines import CRUMBS, headline, headline_words, is_item
from orchestration.gazette.structure.portal import Portal
from orchestration.gazette.structure.titles import KINDS, NUMBER, is_title, kind_of

_TITLE_LINES = 25  # lines of a loose text within which its title stands
_HEAD_LINES = 3  # lines in which a title and a number share one, as where a page lost its breaks
_LONGEST_TITLE = 160
_HEADLINE_LINES = 6  # lines within which the headline of a news item stands
_BODY_END = re.compile(r"^[一-龥（）、 ]{2,40}[会府局厅办委院室部]$")  # above 关于…的通知: who issues it
_TITLE_AND_NUMBER = re.compile(
    rf"[# 　]*(?!根据|按照|依照|依据|为|贯彻)(?P<title>[^。；：〔\n]{{4,118}}(?:{'|'.join(KINDS)})(?:（[^（）\n]{{1,8}}）)?)[ 　]*[（(]?"
    rf"(?P<number>[一-龥]{{1,8}}{NUMBER.pattern})[）)]?(?=[ 　]*(?:\n|$|各|[一-龥、（）]{{2,60}}[：:]))"
)


def loose_title(text: str, paragraphs: list[elements.Paragraph], stated: Portal) -> tuple[str, int]:
    """(title, index of the first paragraph after it) of a document that opens without a number."""
    if stated.title:
        for i, paragraph in enumerate(paragraphs[:_TITLE_LINES]):
            if text[slice(*paragraph)].strip("# ") == stated.title:
                return stated.title, i + 1
        return stated.title, 0
    lines = [text[slice(*paragraph)].strip("# >") for paragraph in paragraphs[:_TITLE_LINES]]
    at = _one_line(lines)
    whole = _over_lines(lines)
    if whole is not None and (at is None or whole[1] <= at):
        return whole[0], whole[2]
    if at is not None:
        return _unmarked(lines[at]), at + 1
    at = headline(lines[:_HEADLINE_LINES])
    return (headline_words(lines[at]), at + 1) if at is not None else ("", 0)


def _one_line(lines: list[str]) -> int | None:
    """The index of a line that is a whole title, above the text."""
    for i, line in enumerate(lines):
        if (
            len(line) >= 6
            and is_title(_unmarked(line))
            and not CRUMBS.search(line)
            and not is_item(line)
            and (len(line) >= 8 or kind_of(line) == "报告")
        ):
            return i
        if line.endswith("。") and len(line) > 60:
            break  # the text has begun
    return None


def _over_lines(lines: list[str]) -> tuple[str, int, int] | None:
    """(title, index of its first line, index after its last) of a title over several lines, that says what it is about
    in the first of them: 关于… / …的报告."""
    for i, first in enumerate(lines):
        joined = first
        about = "关于" in first or (bool(_BODY_END.search(first)) and "".join(lines[i + 1 : i + 2]).startswith("关于"))
        if not about or is_title(first) or is_item(first) or CRUMBS.search(first):
            continue
        for k in range(i + 1, min(i + 4, len(lines))):
            joined += lines[k]
            if len(joined) > 120 or "：" in joined or "。" in joined or CRUMBS.search(lines[k]):
                break
            if is_title(joined):
                return joined, i, k + 1
    return None


def _unmarked(line: str) -> str:
    """A title without the marks that a page puts around the whole of it: 《…关于…的通知》."""
    inner = line[1:-1]
    return inner if line[:1] == "《" and line[-1:] == "》" and "《" not in inner and "关于" in inner else line


def title_and_number(text: str, paragraphs: list[elements.Paragraph]) -> tuple[str, str, int] | None:
    """(title, number, index of the first paragraph after it) where a number ends the title's line, or text follows there."""
    for i, (start, end) in enumerate(paragraphs[:_HEAD_LINES]):
        match = _TITLE_AND_NUMBER.match(text, start, min(end, start + _LONGEST_TITLE))
        if match is not None and is_title(match["title"]):
            return match["title"], match["number"], i + (match.end() == end)
    return None


_DOTTED_DATE = re.compile(r"\d{4}\s?[.．]\s?\d{1,2}\s?[.．]\s?\d{1,2}\s?[日号]?")  # 2018.6.4, as typed at the end


def loose_number(text: str, paragraphs: list[elements.Paragraph], after: int) -> str | None:
    """A document number alone in one of the lines right under the title, or in the text's first line."""
    for start, end in (*paragraphs[after : after + 4], *paragraphs[:1]):
        match = NUMBER.search(text, start, end)
        if match and match.end() == end and match.start() - start <= 14 and "，" not in text[start:end]:
            return text[start:end]
    return None


def undersigned(text: str, paragraphs: list[elements.Paragraph], after: int) -> dt.date | None:
    """The date under the title or at the end; None where several lists stand under dates of their own."""
    dates = [date for paragraph in paragraphs if (date := elements.date_line(text, paragraph))]
    if not dates and paragraphs and _DOTTED_DATE.fullmatch(text, *paragraphs[-1]):
        return parse_date(text[slice(*paragraphs[-1])])
    return dates[0] if len(set(dates)) == 1 else None
