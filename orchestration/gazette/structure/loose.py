"""Title, number and date of a text that stands alone: a page of a portal, a report, a news item."""

from __future__ import annotations

import datetime as dt
import re

from orchestration.gazette.language.dates import parse_date
from orchestration.gazette.structure import elements
from orchestration.gazette.structure.portal import Portal
from orchestration.gazette.structure.titles import KINDS, NUMBER, is_title, issuer_of, kind_of

_TITLE_LINES = 25  # lines of a loose text within which its title stands
_HEAD_LINES = 3  # lines in which a title and a number share one, as where a page lost its breaks
_LONGEST_TITLE = 160
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
    for i, line in enumerate(lines):  # a title in one line
        if (
            len(line) >= 6
            and is_title(line)
            and not _CRUMBS.search(line)
            and (len(line) >= 8 or kind_of(line) == "报告")
        ):
            return line, i + 1
        if line.endswith("。") and len(line) > 60:
            break  # the text has begun
    for i in range(len(lines)):  # a title over several lines
        joined = ""
        for k in range(i, min(i + 4, len(lines))):
            joined += lines[k]
            if len(joined) > 120 or "：" in joined or "。" in joined or _CRUMBS.search(lines[k]):
                break
            if k > i and is_title(joined) and ("关于" in joined or issuer_of(joined)):
                return joined, k + 1
    for i, line in enumerate(lines[:6]):  # a headline
        if (
            6 <= len(line) <= 80
            and not _CRUMBS.search(line)
            and not line.endswith(("。", "；", "，", "："))
            and _CHINESE_LINE.search(line)
            and "。" not in line
            and not _BYLINE.search(line)
        ):
            return line, i + 1
        if len(line) > 80 or line.endswith("。"):
            break
    return "", 0


def title_and_number(text: str, paragraphs: list[elements.Paragraph]) -> tuple[str, str, int] | None:
    """(title, number, index of the first paragraph after it) where a number ends the title's line, or text follows there."""
    for i, (start, end) in enumerate(paragraphs[:_HEAD_LINES]):
        match = _TITLE_AND_NUMBER.match(text, start, min(end, start + _LONGEST_TITLE))
        if match is not None and is_title(match["title"]):
            return match["title"], match["number"], i + (match.end() == end)
    return None


# Lines of a web page that are no titles: paths of menus, buttons, bylines, captions.
_CRUMBS = re.compile(
    r"[>|]|!\[|https?:|www\.|^(?:首页|下载|打印|全屏|收藏|跳至|返回|当前位置|【(?![^】\n]{1,24}】 ?[一-龥“《0-9A-Za-z][^】\n]{5})|\*)"
)
_BYLINE = re.compile(
    r"(?:来源|作者|编辑|发布时间|发布日期|时间|浏览)[：:]|记者|[摄攝]$|\d{1,2}:\d{2}|^\d{4}[年-]\d{1,2}[月-]\d{1,2}日?"
)
_CHINESE_LINE = re.compile(r"[一-龥]{4}")
_DOTTED_DATE = re.compile(r"\d{4}\s?[.．]\s?\d{1,2}\s?[.．]\s?\d{1,2}\s?[日号]?")  # 2018.6.4, as typed at the end


def loose_number(text: str, paragraphs: list[elements.Paragraph], after: int) -> str | None:
    """A document number alone in one of the lines right under the title."""
    for start, end in paragraphs[after : after + 4]:
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
