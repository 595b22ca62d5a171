"""The phrase beside a figure: its predicate taken off behind, its introduction taken off in front."""

from __future__ import annotations

import re
from typing import NamedTuple

from orchestration.gazette.extraction.statements.layout import REMARK
from orchestration.gazette.extraction.statements.words import (
    NOUN_ENDS,
    TAIL,
    lengths_by_end,
)

# --- what may stand between a head and its predicate; each pattern ends where the head's predicate begins -------------

YEAR = r"(?:19|20)\d\d年"
_COMPARED = r"(?:(?<![占同环对可])[比较](?![重例率值大高强快多好由从缩收])|(?<!或)(?:不(?:得|应|能)?)?(?:高于|低于|快于|超(?=全[国省市县区州])|高出|低出|好于|优于|多于|少于))[^，。；、]{1,12}"
_YEARS_RUNNING = r"(?:已)?连续(?:\d{1,2}|[一二两三四五六七八九十]{1,3})年"
_TIMES_OF = rf"(?:是|为|相当于|达到?)(?:上年|去年|全国|全省|\x01+|{YEAR})[^，。；]{{0,6}}的"
_UP_TO = (
    rf"(?:快速|迅速|大幅)?(?:提高|提升|增加|增长|下降|降低|减少|上升|扩大|回升|回落|收窄|发展|拓展|跃升|攀升|壮大)(?:到|至)"
    rf"(?:{YEAR}|\x01+末?|今年|目前|[一二三四]季度|[上下]半年|前三季度)的"
)
# 城镇化率到2025年达到60%: until when.
_BY_THEN = rf"(?:预计|力争|确保)?(?:截?[到至]|截止)(?:{YEAR}(?:年?[底末]|\d{{1,2}}月[份底末]?)?|[今明本]年(?:年?[底末]|\d{{1,2}}月[份底末]?)?|年[底末]|\d{{1,2}}月[份底末])(?:前|时)?|(?<![\d今明本])年[底末]"
_STEPS = r"(?:连续?|再|先后)?(?:跨|跨越|迈上|跨上|站上|上|突破)[^，。；]{0,14}(?:台阶|大关|关口)[、，]?"
_RECKONED = r"(?:按照?|以)[^，。；、]{2,10}(?:计算|折算|换算|测算|口径|价)"
_FROM = r"(?:从无到有|(?<!自)由|从(?![事业众]))[^，。；、]{0,14}"
_SAME_TIME = r"(?:(?:与|同|和|跟|较|比)?(?:上年|去年|历史|)|(?:与|同|和|跟|较|比)[^，。；、]{1,6})同期\x01*相?比?"
_ADJUSTED = r"(?:扣除|剔除)[^，。；、]{1,10}(?:因素|影响)(?:影响)?后?"
_AGAINST = r"(?:(?:与|同|和|跟)[^，。；、]{1,8}|\x01{2,8})相比(?:较)?"
_PLAN = r"(?:计划|任务|指标|目标|预算){1,2}(?:数|值)?"
_OF_YEAR = r"(?:全年|年度|年初|年|预算|调整|变动|既定|后|[省市县区国](?:定|里|下达|分配|政府)?|上级|下达|分配)"
_PLANNED = (
    rf"(?<=完成)(?:全年|年度|年初|年){_PLAN}|[为占]{_OF_YEAR}*{_PLAN}|"
    rf"[为占]?{_OF_YEAR}*(?:(?<=[为占度初])(?:投资|建设))?(?<!总){_PLAN}(?:\d[\d.,]*[千百万亿]*[\u4e00-\u9fff]{{1,3}}?)?的"
)
ENDS_IN_PLAN = re.compile(rf"(?:{_PLAN}|年度(?:计划)?投资)$")
# 完成全年900万人目标任务的34%, 完成市政府考核目标61亿元的117%: how much of what was set.
_SET = r"\d[\d.,]*[千百万亿]*[\u4e00-\u9fff]{0,3}?"
_OF_TASK = rf"(?:完成|占)了?(?:{_OF_YEAR}|考核|工作|政府|确定|[省市县区]政府|总|开发|培训|招商|造林){{0,4}}(?:{_SET})?(?:{_PLAN}|(?<=年度)(?:计划)?投资)(?:{_SET})?的"
_BETWEEN = tuple(
    re.compile(f"(?:{p})$")
    for p in (
        _OF_TASK,
        _PLANNED,
        _SAME_TIME,
        _COMPARED,
        _YEARS_RUNNING,
        _TIMES_OF,
        _UP_TO,
        _STEPS,
        _FROM,
        _RECKONED,
        _AGAINST,
        _ADJUSTED,
        _BY_THEN,
    )
)
# Each of them holds one of these, most words beside a figure none.
_MAY_STAND_BETWEEN = re.compile(
    r"[的同比较由从高低快好优多少超连台大关计折换测口价划务标算数值相到至止年除](?:(?<=[扣剔]除)|(?<=[到至止])[12今明本年\d]|(?<=年)[底末]$|(?<=相)比|(?<=[划务标算数值])$|(?<=的)$|(?<=同)期|(?<=[比较由从])|(?<=[高低快好优多少])于|(?<=[高低])出|(?<=超)全"
    r"|(?<=连)续|(?<=台)阶|(?<=大)关|(?<=关)口|(?<=[计折换测])算|(?<=口)径|(?<=价)$)"
)
_BETWEEN_LENGTH = 24
_TAIL_LENGTHS = lengths_by_end(TAIL)

_NOUN_LAST = frozenset(noun[-1] for noun in NOUN_ENDS)
_HAVING = (
    "均达标",
    "从无到有",
    "拥有",
    "现有",
    "共有",
    "共计",
    "合计",
    "总计",
)  # predicates, though they end like nouns


class Trimmed(NamedTuple):
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
        if text[end - 1] in _NOUN_LAST:
            piece = text[max(start, end - 6) : end]
            if piece.endswith(NOUN_ENDS) and not piece.endswith(_HAVING):
                break
        word = longest(text, start, end, TAIL, _TAIL_LENGTHS)
        if word is None:
            word = _between(text, start, end)
            if word is None:
                break
        words.append(word)
        end -= len(word)
    return Trimmed(end, tuple(words))


def longest(text: str, start: int, end: int, words: frozenset[str], lengths: dict[str, tuple[int, ...]]) -> str | None:
    for length in lengths.get(text[end - 1], ()):
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
