"""What government portals print about a document beside its text: 标题, 发文字号, 发文机关, 成文日期 (GB/T 33480-2016
metadata).
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace

from orchestration.gazette.language.dates import parse_date
from orchestration.gazette.structure.titles import NUMBER

_KEYS = (
    "标题|名称|文件名称|发文字号|文号|发布文号|发文机关|发文单位|发布单位|发布机构|制发机关|成文日期|发文日期|签发日期"
    "|统一编号|登记号|规范性文件登记号|统一登记号"
)
_NEXT = "索引号|成文日期|失效时间|发文字号|发文机关|发布日期|有效性|公开日期|发布机构|主题|分类|$"
_ROW = re.compile(rf"(?<!原)(?P<key>{_KEYS})[：:] ?(?P<value>[^：:|\n]{{2,120}}?)(?= ?(?:{_NEXT}))")
_BRACKETED = re.compile(
    r"【(?P<key>制定机关|发文字号|字号|文号)】(?P<value>[^【•\n ]{2,60})"
)  # of a collection of laws
_ROWS_WITHIN = 30  # lines from the top in which a portal's rows stand


@dataclass(frozen=True, slots=True)
class Portal:
    """What stands beside the text; None where nothing does."""

    title: str | None = None
    doc_number: str | None = None
    issuer: str | None = None
    signed_date: dt.date | None = None
    registration: str | None = None

    def or_else(self, other: Portal) -> Portal:
        """This, with what it lacks from the other."""
        return replace(
            self,
            title=self.title or other.title,
            doc_number=self.doc_number or other.doc_number,
            issuer=self.issuer or other.issuer,
            signed_date=self.signed_date or other.signed_date,
            registration=self.registration or other.registration,
        )


def portal_rows(text: str, paragraphs: list[tuple[int, int]]) -> Portal:
    """The metadata rows among a loose document's first lines."""
    found: dict[str, str] = {}
    for start, end in paragraphs[:_ROWS_WITHIN]:
        if end - start > 400 or not any(mark in text[start:end] for mark in "：:】"):
            continue
        for match in (*_ROW.finditer(text[start:end]), *_BRACKETED.finditer(text[start:end])):
            found.setdefault(match["key"], match["value"].strip(" |"))
    return portal_from(found)


def portal_from(rows: dict[str, str]) -> Portal:
    """The rows by their printed names, in the record's terms."""

    def first(*keys: str) -> str | None:
        return next((rows[key] for key in keys if rows.get(key)), None)

    number = first("发文字号", "文号", "发布文号", "字号")
    date = first("成文日期", "发文日期", "签发日期")
    return Portal(
        title=first("标题", "名称", "文件名称"),
        doc_number=number if number and NUMBER.search(number) else None,
        issuer=first("发文机关", "发文单位", "发布单位", "制发机关", "制定机关", "发布机构"),
        signed_date=parse_date(date) if date else None,
        registration=first("统一编号", "登记号", "规范性文件登记号", "统一登记号"),
    )
