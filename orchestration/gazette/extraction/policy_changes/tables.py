"""Tables of changes: rows with an old and a new value below headers that say so (原价格, 调整后价格).

The columns are known by their headers alone; a row whose cells are not both single values says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.language.marked import MarkedText

_OLD = re.compile(r"(?:原|现行|调整前|修改前|旧)(?:有|来)?[\u4e00-\u9fff]{0,8}(?:（(?P<unit>[^（）]{1,10})）)?")
_NEW = re.compile(r"(?:调整后|修改后|新|现|拟调整)(?!行)(?:的)?[\u4e00-\u9fff]{0,8}(?:（(?P<unit>[^（）]{1,10})）)?")
_SUBJECT = re.compile(r"[\u4e00-\u9fff]{0,8}(?:项目|名称|类别|内容|对象|档次|分类|指标|种类)")
_VALUE = re.compile(
    r"(?:每[\u4e00-\u9fff]{1,3})?(?P<value>\d[\d.,]*(?P<unit>%|[\u4e00-\u9fff]{0,4}(?:/[\u4e00-\u9fff]{1,3})?))"
)
_SPACE = re.compile(r"[\s　]")


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One row, with offsets in the matching form."""

    start: int
    end: int
    subject: str
    old: str
    new: str
    unit: str | None


def change_rows(marked: MarkedText) -> Iterator[ChangeRow]:
    """The rows of every table whose header names an old and a new value and what they are of."""
    text = marked.text
    for table in marked.document.tables:
        rows = [[(marked.matching(start), marked.matching(end)) for start, end in row] for row in table.rows]
        if not rows:
            continue
        head = [_SPACE.sub("", text[start:end]) for start, end in rows[0]]
        olds = [i for i, words in enumerate(head) if _OLD.fullmatch(words)]
        news = [i for i, words in enumerate(head) if _NEW.fullmatch(words)]
        subjects = [i for i, words in enumerate(head) if _SUBJECT.fullmatch(words)]
        if len(olds) != 1 or len(news) != 1 or not subjects:
            continue
        named = _NEW.fullmatch(head[news[0]])
        unit = named["unit"] if named else None
        for row in rows[1:]:
            if len(row) != len(head):
                continue
            subject = _SPACE.sub("", text[slice(*row[subjects[0]])])
            old = _VALUE.fullmatch(_SPACE.sub("", text[slice(*row[olds[0]])]))
            new = _VALUE.fullmatch(_SPACE.sub("", text[slice(*row[news[0]])]))
            if subject and old and new and old["value"] != new["value"]:
                yield ChangeRow(
                    row[0][0], row[-1][1], subject, old["value"], new["value"], new["unit"] or old["unit"] or unit
                )
