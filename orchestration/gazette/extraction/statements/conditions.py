"""Lists of conditions (应当具备下列条件：1.有50个以上的成员…): their figures are thresholds of a rule, wherever they stand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

_WORD = "条件"
_OPENS = re.compile(
    r"(?:具备|符合|满足|达到)(?:了|以?下列?|如下|下述)[^。：:\n]{0,12}条件[^。：:\n，；]{0,8}[：:]"
    r"|(?m:^[ 　]*(?:[一二三四五六七八九十\d]{1,3}[、.．]|（[一二三四五六七八九十\d]{1,3}）)?[^，。；：:\n]{0,12}"
    r"(?:申报|申请|认定|报名|准入|入驻|基本|评选|推荐|资格|登记|设立)条件[：:。]?\n)"
)
# Of which kind an item's label is: a list goes on as long as its lines bear labels of the first one's kind.
_LABEL = re.compile(
    r"[ 　]*(?:(?P<chinese>[一二三四五六七八九十]{1,3}、)|(?P<bracket>[（(][一二三四五六七八九十]{1,3}[）)])|"
    r"(?P<digit>\d{1,2}[.．、])|(?P<round>[（(]\d{1,2}[）)])|(?P<circle>[①-⑳]))"
)


class Conditions:
    """The lists of conditions of a text; all offsets are those of ``text``."""

    def __init__(self, text: str) -> None:
        self._spans = list(_spans(text)) if _WORD in text else []

    def hold(self, offset: int) -> bool:
        """Whether an offset stands inside such a list."""
        index = bisect_right(self._spans, (offset,)) - 1
        return index >= 0 and offset < self._spans[index][1]


def _openings(text: str) -> Iterator[re.Match[str]]:
    """What ``_OPENS.finditer`` gives, in less time: no match leaves its line, and each holds the word."""
    at = text.find(_WORD)
    while at >= 0:
        end = text.find("\n", at) + 1 or len(text)
        yield from _OPENS.finditer(text, text.rfind("\n", 0, at) + 1, end)
        at = text.find(_WORD, end)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    for match in _openings(text):
        end = text.find("\n", match.end() - 1)
        if end < 0:
            yield match.start(), len(text)
            return
        first = _LABEL.match(text, end + 1)
        kind = first.lastgroup if first is not None else None
        while kind is not None and (label := _LABEL.match(text, end + 1)) is not None and label.lastgroup == kind:
            following = text.find("\n", end + 1)
            end = following if following >= 0 else len(text)
        yield match.start(), end
