"""The headline of a text that has no official title: which of its first lines is one."""

from __future__ import annotations

import re

from orchestration.gazette.language.marked import without_glosses
from orchestration.gazette.structure.titles import BODIES, NUMBER, PLACED

_SHORTEST, _LONGEST = 6, 80
_SENTENCE = 20  # characters; a longer line with a comma that is no headline is text
# Lines of a web page that are no titles: paths of menus, buttons, bylines, captions.
CRUMBS = re.compile(
    r"[>|]|!\[|https?:|www\.|^(?:首页|下载|打印|全屏|收藏|跳至|返回|当前位置|【(?![^】\n]{1,24}】 ?[一-龥“《0-9A-Za-z][^】\n]{5})|\*)"
)
_BYLINE = re.compile(
    r"(?:来源|作者|编辑|发布时间|发布日期|时间|浏览)[：:]|记者|[摄攝]$|\d{1,2}:\d{2}|^\d{4}[年-]\d{1,2}[月-]\d{1,2}(?:日|\s|$)"
)
_CHINESE_LINE = re.compile(r"[一-龥]{4}")
# 一、…, （一）…, 1、…: a heading or an item of the text, which has no title of its own then.
_ITEM = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[、．]|\d{1,2}\.(?!\d))"
)
# Under a report's title: where and when it was given, and by whom.
_GIVEN = re.compile(
    r"^[—－-]{1,3}|[会上]议?上）?$|^（?(?:20|19)?[\dxX〇○零一二三四五六七八九]{2,4}年[^，。]{0,12}月[^，。]{0,4}日"
)
_SPEAKER = re.compile(
    r"(?:[一-龥]{0,16}(?:政府|委员会|常委会))?(?:[一-龥]{0,6}书记、)?代?[一-龥]{0,4}(?:长|主任|书记)(?:[ 　][一-龥·]{2,12}|[一-龥·]{2,4})?"
)
_TALE = re.compile(r"^(?:一年来|五年来|近年来)|我[们局]|即：")  # a sentence that its page cut
_ORIGINAL = re.compile(r"^原[标標][题題](?:（[a-zà-ü]+）)?[：:]")
_LABELLED = re.compile(r"（(?:主题|主題|副题|副題|图|圖)）$")


def is_item(line: str) -> bool:
    """Whether a line begins with the label of a heading or an item."""
    return _ITEM.match(line) is not None


def headline(lines: list[str]) -> int | None:
    """The index of the line that is said to be the headline, else of the first that reads as one; None where the text
    begins before one does."""
    for i, line in enumerate(lines):
        if _ORIGINAL.match(line) and _is_headline(headline_words(line)):
            return i
    for i, line in enumerate(lines):
        if _is_headline(line):
            return i
        if len(line) > _LONGEST or line.endswith("。") or ("，" in line and len(line) > _SENTENCE):
            break
    return None


def headline_words(line: str) -> str:
    """A headline without what a page says of it: 原标题：, （主题）."""
    return _LABELLED.sub("", _ORIGINAL.sub("", line))


def _is_headline(line: str) -> bool:
    return (
        _SHORTEST <= len(line) <= _LONGEST
        and not CRUMBS.search(line)
        and not line.endswith(("。", "；", "，", "："))
        and _CHINESE_LINE.search(line) is not None
        and "。" not in line
        and not _BYLINE.search(line)
        and not is_item(line)
        and not _names_no_matter(without_glosses(line))
    )


def _names_no_matter(line: str) -> bool:
    """Whether a line tells where, when, by whom or under which number, and not of what."""
    if NUMBER.search(line) and line.endswith("号") and len(line) < _LONGEST // 2:
        return True
    if _TALE.search(line) or _GIVEN.search(line):
        return True
    if "任" not in line.replace("主任", "") and _SPEAKER.fullmatch(line):
        return True
    return BODIES.fullmatch(line) is not None and PLACED.search(line) is not None
