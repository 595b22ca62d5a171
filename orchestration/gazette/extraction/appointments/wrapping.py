"""Items of a list that are still broken over lines: where the break is no end, it is taken out before reading.

The text room joins paragraphs; a list of short items gives it little to go by. Here the grammar helps: an item begins with
names and 为, 任 or 的, and ends with a title and ； or 。. A line that begins so goes on in the next where only both together
end so, unless the next begins an item or a heading of its own.
"""

from __future__ import annotations

import re

from orchestration.gazette.language.people import can_be_name, is_name
from orchestration.gazette.language.posts import title_start

_NAME = r"[\u4e00-\u9fff·]{2,9}?(?:（[^（）\n]{1,12}）)?(?:同志)?"
_BEGINS = re.compile(
    rf"(?:（[一二三四五六七八九十]+）|\d{{1,3}}[.．、])?(?P<name>[\u4e00-\u9fff·]{{2,9}}?)(?:（[^（）\n]{{1,12}}）)?(?:同志)?"
    rf"(?:、{_NAME}){{0,40}}(?P<link>[为任的])(?=[\u4e00-\u9fff]{{2}})"
)
_ENDS = tuple("；。：！？，、|")
_BEHIND_TITLE = re.compile(r"(?:（[^（）\n]{0,80}）|的?职务|的?请求|自然免除|相应终止|[；。，、：\s])+$")
_HEADING = re.compile(
    r"(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|决定|任命|免去|聘任|提请)|\d{4}年|[一二][〇○零一二三四五六七八九]{3}年"
)
_LEAD = re.compile(r"(?:\d{4}年\d{1,2}月\d{1,2}日，|经|根据|依照|[^，。；：]{0,40}(?:根据|依照|按照)(?!$))")
_LEADS_TO = re.compile(r"(?:决定|同意|任命|免去|聘任)[：，]|任免[^，。；：]{2,20}：$")
# A line of running text: it holds the end of a sentence or of a part of one, or begins as a report does.
_PROSE = re.compile(
    r"[^。；]{4,}[。；]|(?:会议|经|根据|\d{1,2}月\d{1,2}日)[^，。；]{0,40}，|[^，。；：]{0,16}[讯电](?![子力话视])"
    r"|.*(?:任命|免去|聘任)[^，。；：]{2,}[为的][^，。；：]*$|.*决定[，：]"
)
_REPORTS = re.compile("会议|决定|记者|[讯电]")
_IN_AN_ACT = re.compile(
    r"任|免|辞|撤|选举|会议|决定|接受|通过|表决|经$|请求|职务|常委会|人大|政府|[省市县区]委(?=$|常)"
)
_PARTED = re.compile("[，。；]")
_NEW_LINE = re.compile(
    r"\s*(?:\d{4}[年.-]|来源|作者|编辑|责编|责任编辑|记者|本报|原标题|新华社|相关|图为|[（(\[【]|\d{1,2}月\d{1,2}日|[·•◆■▲●-])"
)
_GOES_ON_AFTER_POST = re.compile(r"(?:职务|一职|的|等|兼|和|及|与|并)")
_BRACKET = re.compile("（[^（）\n]{1,12}）")
_NAMES_LAST = re.compile(r"(?:任命|免去|聘任|接受)(?P<names>[\u4e00-\u9fff·、（）]{1,80})$")
_NAMES_GO_ON = re.compile(r"(?P<names>[\u4e00-\u9fff·、（）]{1,80}?)(?:同志)?(?:为|的|辞去)(?=[\u4e00-\u9fff]{3})")
_LONG_ENOUGH = 14
_MOST_LINES = 8


def breaks(text: str) -> list[int]:
    """Offsets of the line ends inside items, ascending."""
    found: list[int] = []
    lines = _spans(text)
    at = 0
    while at < len(lines):
        chain = _chain(text, lines, at)
        found += [lines[number][1] for number in range(at, at + chain)]
        at += chain + 1
    return found


def _chain(text: str, lines: list[tuple[int, int]], at: int) -> int:
    """How many line ends after line ``at`` belong to the item that begins there; 0 where it is whole or no item."""
    words = text[slice(*lines[at])]
    words = words[words.rfind("；") + 1 :]  # a line may hold whole items before the one that goes on
    if _ends(words):
        if not words.endswith("、"):
            return 0
    elif _LEAD.match(words):
        return _lead(text, lines, at)
    if not words:
        return 0
    if not _is_item(words):
        return 1 if _is_apart(text, lines, at) else _prose(text, lines, at)
    joined = words
    for count in range(1, min(_MOST_LINES, len(lines) - at)):
        following = text[slice(*lines[at + count])].strip()
        if not following or _HEADING.match(following) or _is_item(following):
            return 0
        if _REPORTS.search(following) and title_start(_BEHIND_TITLE.sub("", joined)) is not None:
            return 0  # a headline above a report: A任X局局长⏎云州市人大常委会第三次会议决定…
        joined += following
        if _ends(following) and not following.endswith("、"):
            return count if title_start(_BEHIND_TITLE.sub("", joined.split("；")[0])) is not None else 0
    return 0


def _is_apart(text: str, lines: list[tuple[int, int]], at: int) -> bool:
    """Whether a line holds a name alone and the next what its holder becomes: A（女）⏎为X局局长."""
    if at + 1 >= len(lines):
        return False
    following = text[slice(*lines[at + 1])].strip()
    if not following.startswith("为") or title_start(_BEHIND_TITLE.sub("", following)) is None:
        return False
    words = _BRACKET.sub("", text[slice(*lines[at])]).replace(" ", "")
    return all(is_name(name) for name in words.split("、"))


def _is_split(text: str, lines: list[tuple[int, int]], at: int) -> bool:
    """Whether a line breaks off inside the names of an act: 任命李明、王⏎静为X院审判员."""
    if at + 1 >= len(lines):
        return False
    names = _NAMES_LAST.search(text, *lines[at])
    rest = _NAMES_GO_ON.match(text, *lines[at + 1]) if names else None
    if names is None or rest is None:
        return False
    return all(can_be_name(one) for one in _BRACKET.sub("", names["names"] + rest["names"]).split("、"))


def _lead(text: str, lines: list[tuple[int, int]], at: int) -> int:
    """The same for the sentence that leads to a list: 2021年3月30日，经…会议决定，任命："""
    joined = text[slice(*lines[at])]
    for count in range(1, min(_MOST_LINES, len(lines) - at)):
        following = text[slice(*lines[at + count])].strip()
        if not following or _is_item(following):
            return 0
        joined += following
        if following.endswith("："):
            return count if _LEADS_TO.search(joined) else 0
        if _ends(following) and not following.endswith("，"):
            return 0
    return 0


def _prose(text: str, lines: list[tuple[int, int]], at: int) -> int:
    """The same for running text that tells acts and breaks off inside one: 会议决定任命A为云州⏎市副市长。"""
    if not _PROSE.match(text, *lines[at]):
        return 1 if _is_split(text, lines, at) else 0
    for count in range(_MOST_LINES):
        if at + count + 1 >= len(lines):
            return count
        words, following = text[slice(*lines[at + count])].rstrip(), text[slice(*lines[at + count + 1])].strip()
        tail = words[max(words.rfind("。"), words.rfind("；")) + 1 :]
        if len(words) < _LONG_ENOUGH or _ends(words) or not _IN_AN_ACT.search(tail):
            return count
        if not _PARTED.search(following) or _NEW_LINE.match(following) or _HEADING.match(following):
            return count
        if title_start(tail) is not None and not _GOES_ON_AFTER_POST.match(following):
            return count
    return _MOST_LINES


def _ends(words: str) -> bool:
    """Whether words end in a mark, blanks passed over."""
    return words.rstrip().endswith(_ENDS)


def _is_item(words: str) -> bool:
    begins = _BEGINS.match(words.strip())
    if begins is None:
        return False
    return is_name(begins["name"]) if begins["link"] == "任" else can_be_name(begins["name"])


def _spans(text: str) -> list[tuple[int, int]]:
    spans, at = [], 0
    for line in text.split("\n"):
        spans.append((at, at + len(line)))
        at += len(line) + 1
    return spans
