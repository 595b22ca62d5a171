"""The phrase beside a figure: its predicate taken off behind, its introduction taken off in front."""

from __future__ import annotations

import re
from dataclasses import dataclass

from orchestration.gazette.extraction.statements.layout import REMARK
from orchestration.gazette.extraction.statements.words import (
    ACTS,
    ADVERBS,
    BUILDS,
    KEEPS,
    LEAD,
    LEAD_LENGTHS,
    NOUN_ENDS,
    PLACES,
    PUSHES,
    TAIL,
    TAIL_LENGTHS,
)

# --- what may stand between a head and its predicate; each pattern ends where the head's predicate begins -------------

_YEAR = r"(?:19|20)\d\d年"
_COMPARED = r"(?:(?<![占同环对可])[比较](?![重例率值大高强快多好])|高于|低于|快于|高出|低出|好于|优于|多于|少于)[^，。；、]{1,12}"
_YEARS_RUNNING = r"(?:已)?连续(?:\d{1,2}|[一二三四五六七八九十]{1,3})年"
_TIMES_OF = rf"(?:是|为|相当于|达到?)(?:上年|去年|全国|全省|\x01+|{_YEAR})[^，。；]{{0,6}}的"
_UP_TO = rf"(?:提高|提升|增加|增长|下降|降低|减少|上升|扩大)(?:到|至)(?:{_YEAR}|\x01+末?|今年|目前)的"
_STEPS = r"(?:连续?|再|先后)?(?:跨|跨越|迈上|跨上|站上|上|突破)[^，。；]{0,14}(?:台阶|大关|关口)[、，]?"
_FROM = r"(?:(?<!自)由|从(?![事业众]))[^，。；、]{0,14}"
_SAME_TIME = r"(?:与|同|和|跟|较)?(?:上年|去年|[^，。；、]{0,6})同期\x01*相?比?"
_PLANNED = r"(?:全年|年度|年|预算|既定)*(?<!总)(?:计划|任务|指标|目标){1,2}的"
_BETWEEN = tuple(
    re.compile(f"(?:{p})$") for p in (_PLANNED, _SAME_TIME, _COMPARED, _YEARS_RUNNING, _TIMES_OF, _UP_TO, _STEPS, _FROM)
)
# Each of them holds one of these, most words beside a figure none.
_MAY_STAND_BETWEEN = re.compile(r"的$|同期|[比较由从]|[高低快好优多少]于|[高低]出|连续|台阶|大关|关口")
_BETWEEN_LENGTH = 24

_PART = r"年?[底末初]|上半年|下半年|[一二三四]季度|前三季度|\d{1,2}[-—至]\d{1,2}月|\d{1,2}月(?:底|末)?"
_TIME_LEAD = re.compile(
    r"(?:[一二三四五六七八九]|\d{1,2})年(?:来|间)?(?=累计|共|投入)|\d{1,2}[.．](?!\d)"
    r"|(?:到|至|截至|截止|预计到|力争到)?"
    rf"(?:{_YEAR}度?(?:{_PART})?|\x01{{5}}(?:时期|期间|以来|末|规划)|(?:今后|未来|过去)[一二三四五\d]年|(?:上|下)半年|[一二三四]季度|前三季度"
    r"|\d{1,2}月(?:底|末)?前?|[年月]?底前?|十[一二三四五]五(?:时期|期间|末))(?:，|时|前)?"
)
_TIME_INSIDE = re.compile(r"(?:19|20)\d\d年(?:度|底|末)?(?!产)|今年|去年|年内|全年|当年")

_HAVING = ("均达标", "拥有", "现有", "共有", "共计", "合计", "总计")  # predicates, though they end like nouns


@dataclass(frozen=True, slots=True)
class Trimmed:
    """A phrase without its predicate: where the head ends, and the words taken off, nearest to the figure first."""

    end: int
    words: tuple[str, ...]


def trim_tail(text: str, start: int, end: int) -> Trimmed:
    """Take predicates, adverbs and comparisons off the end of ``text[start:end]``; offsets are those of ``text``."""
    words: list[str] = []
    while end > start:
        if text[end - 1] == REMARK:
            end -= 1
            continue
        piece = text[max(start, end - 6) : end]
        if piece.endswith(NOUN_ENDS) and not piece.endswith(_HAVING):
            break
        word = _longest(text, start, end, TAIL)
        if word is None:
            word = _between(text, start, end)
            if word is None:
                break
        words.append(word)
        end -= len(word)
    return Trimmed(end, tuple(words))


def _longest(text: str, start: int, end: int, words: frozenset[str]) -> str | None:
    for length in TAIL_LENGTHS:
        word = text[end - length : end]
        if length <= end - start and word in words:
            return word
    return None


def _between(text: str, start: int, end: int) -> str | None:
    """A comparison or a way (较上年, 由…, 迈上…台阶) that ``text[start:end]`` ends in."""
    begin = max(start, end - _BETWEEN_LENGTH)
    if _MAY_STAND_BETWEEN.search(text, begin, end) is None:
        return None
    for pattern in _BETWEEN:
        match = pattern.search(text, begin, end)
        if match is not None:
            return match[0]
    return None


# --- before the head --------------------------------------------------------------------------------------------------

_KEPT_NEW = frozenset(word for word in KEEPS if word.startswith("新") and len(word) > 2)
_ENDS_NOUN = "区率期者局费兵"  # 建成区, 开工率, 建设者: the act is part of a noun
_OF_PLACE = "级属直管本"  # 自治区级, 市属: the place is part of a kind
_ONLY_BEFORE_ACT = frozenset(
    "新 高标准 高质量 高水平 高效 有效 科学 合理 精准 基本 集中 统筹 优先 协同 提前 争取 稳定".split()
)
_NEVER = frozenset(("为", "对", "在", "从", "于", "首批"))
# A short link that also begins a noun, and what it then stands before: 各类, 并购, 和美.
_MONEY = ("资金", "专项", "财政", "预算", "省级财政", "市级财政", "各级财政")
_BEGINS_NOUN = {
    "各": "类级种项地部单方界族",
    "并": "购网轨联列行排发入表",
    "和": "美谐平",
    "与": "会",
    "共": "建享同青产",
    "再": "生造贷融就担",
    "使": "用命",
    "要": "素道闻点",
    "年": "产均轻货",
    "均": "衡",
    "都": "市",
    "来": "华访料",
    "将": "来军",
    "其": "他它",
    "通过": "率",
    "保证": "金",
    "计划": "单生",
    "突出": "问",
    "达": "标产",
    "建设": "用兵",
    "实现": "值",
}


def trim_lead(text: str, start: int, end: int, places: tuple[str, ...]) -> tuple[int, tuple[str, ...]]:
    """Where the head begins: times, places, hedges and links taken off, and the acts that make works.

    Returns the offset and the words taken off.
    """
    words: list[str] = []
    while start < end:
        if text[start] == REMARK:
            start += 1
            continue
        word = _leading(text, start, end, places)
        if word is None:
            break
        words.append(word)
        start += len(word)
    return start, tuple(words)


def _leading(text: str, start: int, end: int, places: tuple[str, ...]) -> str | None:
    match = _TIME_LEAD.match(text, start, end)
    if match is not None and match.end() < end:
        return match[0]
    for place in places:
        if text.startswith(place, start) and start + len(place) < end and text[start + len(place)] not in _OF_PLACE:
            return place
    if text[start] == "新" and any(text[start : start + length] in _KEPT_NEW for length in (3, 4)):
        return None
    for length in LEAD_LENGTHS:
        word = text[start : start + length]
        if length < end - start and (word in LEAD or word in BUILDS or word in PUSHES):
            return word if _may_leave(word, text, start + length, end) else None
    return None


def _may_leave(word: str, text: str, at: int, end: int) -> bool:
    """Whether a word may be left out before what begins at ``at``: 新建设…, but 新型; 高标准打造…, but 高标准农田."""
    if text[at] == "率":
        return False  # 落实率, 完成率
    if word in PLACES:
        return text[at] not in _OF_PLACE
    if word in _BEGINS_NOUN:
        return text[at] not in _BEGINS_NOUN[word]
    if word in _NEVER:
        return False
    if word == "安排":
        return not text.startswith(_MONEY, at)  # 安排资金: the noun alone says nothing
    if word in _ONLY_BEFORE_ACT:
        rest = (text[at : at + length] for length in (2, 3, 4) if at + length <= end)
        return any(piece in ACTS or piece in LEAD for piece in rest)
    return word not in ACTS or text[at] not in _ENDS_NOUN


def ends_in_act(text: str, start: int, end: int) -> str | None:
    """The act that ``text[start:end]`` ends in (新建, 培育打造), adverbs passed over; None where it ends in a noun."""
    while end > start:
        for length in LEAD_LENGTHS:
            word = text[end - length : end]
            if length <= end - start and (word in ACTS or word in PUSHES):
                return word
        adverb = _longest(text, start, end, ADVERBS)
        if adverb is None:
            return None
        end -= len(adverb)
    return None


def plain(words: str) -> str:
    """A head as it is published: times inside it gone, loose marks off both ends."""
    if "年" in words:
        words = _TIME_INSIDE.sub("", words)
    return words.strip("、，：；—-·| 　的").rstrip("之等了")
