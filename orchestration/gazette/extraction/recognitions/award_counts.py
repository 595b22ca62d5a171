"""Honours in running text whose count tells which names get them.

甲村、乙村，丙镇丁村等3个村荣获“…”称号: the count reaches back over commas and 和. 省级文明村2个：甲村、乙村；省级文明镇1个：丙镇:
the count stands before its names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from orchestration.gazette.extraction.recognitions.list_headings import is_muted
from orchestration.gazette.extraction.recognitions.list_titles import is_honour, is_none
from orchestration.gazette.extraction.recognitions.names_on_lines import blotted, joined_names
from orchestration.gazette.extraction.recognitions.persons_listed import Span
from orchestration.gazette.language.bodies import is_body
from orchestration.gazette.language.dates import han_number

COUNTED_GOT = re.compile(
    r"(?P<count>[\d两一二三四五六七八九十]{1,3})[个名位家户所项人](?P<kind>[\u4e00-\u9fff、]{0,14}?)"
    r"(?:分别)?(?:荣获|获得|获评为?|被授予|被?评为|被命名为|被认定为|被确定为|入选为?)(?:了)?(?P<honour>[^，。；：\n]{4,60}?)(?=[，。；\n]|$)"
)
# What the count leads to: 商洛市政府和户县 are two where that makes the count right.
_JOINTS = re.compile(r"(?P<joint>[、，])")
_FINER_JOINTS = re.compile(r"(?P<joint>[、，]|以及|[和与及])")
_OF_PLACES = re.compile(r"[省市县区州盟旗乡镇村]")
_SHORT_PLACE = re.compile(r"[\u4e00-\u9fff]{2,4}")  # 藍田, of a run of counties
_SAYS_HOW = re.compile(
    r"经(?!济|开|信|纬|贸)|近日|日前|近期|目前|今[年天日]|昨[天日]|根据|按照?|由|截至|最终|此[次外]|据"
)
_BEFORE_COUNT = re.compile("[等这共]$")
_LEADS = re.compile(r"^(?:其中|以及|和)")

_COUNTED_BY = "个名家户所项人位"
_COUNT = re.compile(r"(?<!\d)\d{1,3}$")
_BEFORE_TITLE = "，。；、：\n "
_LONGEST_TITLE = 40
_TELLS = re.compile(
    r"^.*(?:涌现出|涌现|获评|评选出|评出|荣获|获得|新增|共有|拥有|创成|命名|授予|入选|其中|分别是|分别为)了?"
)
_GETS = re.compile(r"称号|荣获|获得|获评|评为|评选|评出|命名|入选|授予|表彰|涌现|上榜|蝉联|当选")
_AHEAD = re.compile(r"培育|打造|建设|创建|建成|计划|力争|申报|争创|推荐|新建|拟")
_ENDS_RUN = re.compile(r"[。；\n：]|$")


def counted_back(text: str, start: int, match: re.Match[str]) -> Iterator[list[Span]]:
    """The ways to read as many names as a count says right before it, set off from what stands before them."""
    count = han_number(match["count"].replace("两", "二")) or 0
    begin = max(text.rfind(mark, start, match.start()) for mark in "；：。\n") + 1 or start
    words = _BEFORE_COUNT.sub("", blotted(text[max(begin, start) : match.start()]))
    begin = max(begin, start)
    for joints in (_JOINTS, _FINER_JOINTS):
        pieces = _pieces(begin, words, joints)
        if len(pieces) < count or count < 2:
            continue
        if len(pieces) > count and pieces[-count - 1][2] != "，":
            continue
        spans = [(at, end) for at, end, _ in pieces[-count:]]
        if not any(_leads_or_joins(text[at:end]) for at, end in spans):
            yield spans


def _leads_or_joins(piece: str) -> bool:
    """Whether a piece of a run is no name: it says by what way or when (经评定), or holds two bodies joined by 和."""
    if _SAYS_HOW.match(piece):
        return True
    first, joint, second = piece.partition("和")
    return bool(joint) and is_body(first) and is_body(second)


def names_places(kind: str, name: str) -> bool:
    """Whether a short name can be one of the places that a count is of (22个市、县、区)."""
    return _OF_PLACES.search(kind) is not None and _SHORT_PLACE.fullmatch(name) is not None


def labelled(text: str) -> Iterator[tuple[str, list[Span]]]:
    """(title, spans of the names) of the honours that stand with a count before their names."""
    labels = list(_labels(text))
    for index, (count, begin, start, title) in enumerate(labels):
        line, line_end = text.rfind("\n", 0, start) + 1, text.find("\n", begin)
        if not (
            is_honour(title) and _GETS.search(text, line, line_end if line_end > -1 else len(text))
        ) or _AHEAD.search(title):
            continue
        if is_none(title) or is_muted(title):
            continue
        stop = _ENDS_RUN.search(text, begin)
        end = stop.start() if stop else len(text)
        if index + 1 < len(labels):
            end = min(end, labels[index + 1][2])
        names = joined_names(begin, text[begin:end].rstrip("、，"))
        if 0 < len(names) <= count:
            yield title, names


def _labels(text: str) -> Iterator[tuple[int, int, int, str]]:
    """(count, where the names begin, where the label begins, title) of every label like 省级文明村2个：."""
    colon = text.find("：", 1)
    while colon > -1:
        if text[colon - 1] in _COUNTED_BY and (count := _COUNT.search(text, max(0, colon - 5), colon - 1)):
            yield int(count[0]), colon + 1, *_title(text, count.start())
        colon = text.find("：", colon + 1)


def _title(text: str, end: int) -> tuple[int, str]:
    """Where the words before a label's count, which begins at ``end``, begin, and its title among them."""
    floor = max(0, end - _LONGEST_TITLE)
    start = max(floor, *(text.rfind(mark, floor, end) + 1 for mark in _BEFORE_TITLE))
    return start, _TELLS.sub("", text[start:end])


def _pieces(start: int, words: str, joints: re.Pattern[str]) -> list[tuple[int, int, str]]:
    """(start, end, the joint behind) of the pieces of a run."""
    pieces = []
    at = 0
    for joint in [*joints.finditer(words), None]:
        end = joint.start() if joint else len(words)
        piece = words[at:end]
        lead = _LEADS.match(piece) if at == 0 else None
        pieces.append((start + at + (lead.end() if lead else 0), start + end, joint["joint"] if joint else ""))
        at = joint.end() if joint else end
    return pieces
