"""The words that stand around a figure: what it does (增长), who does it (新建), and what only introduces it (全市, 力争).

They are data: ``words.csv`` beside this module, a kind and a word a row. Lists, not patterns: the longest word that fits is
taken, off the end or off the beginning of the words beside a figure.

kind       what its words say
grows      how a rate of growth is introduced: 增长, 上涨, 增速
shrinks    the same downwards: 下降, 压减
raises     an addition to what stood: 提高 (个百分点), 增加, 净增
reaches    a level reached, the way there left out: 达到, 提高到, 控制在
adverb     between the head and what it does: 分别, 均, 同比, 年均, 力争
noun_end   ends like a word above and is a noun: 统计, 行为, 完成率
place      of the document's own place: 全市, 我县
link       before the head, saying nothing of it: 其中, 确保, 进一步
builds     an act that makes or holds a work or service, left out of the indicator: 新建, 举办
keeps      an act without which the noun would mislead, kept in the indicator: 引进, 培训, 新增
carries    an act that holds for the further items of its list: 改造A 3处、B 5处
relates    an act between its subject and a counted object, where the subject stays: 覆盖, 惠及, 开通
pushes     works are only pushed on; no statement without a bound: 推进, 加快
generic    a head that says nothing without what it belongs to: 总量, 占比
bare       a head that is better with the one it belongs to, where that is named: 成交价, 保有量
stage      a stage of the works named before: 竣工, 投产
indicator_end  what phrases that stand on their own as indicators end in: 率, 额, 收入
shared_end     what joined heads share and print once, at the end: 原煤、原油产量
forecaster     who foresees what others will reach: 世界银行, 分析师
"""

from __future__ import annotations

import csv
from collections import defaultdict
from importlib import resources


def _read() -> dict[str, frozenset[str]]:
    kinds: dict[str, set[str]] = defaultdict(set)
    source = resources.files(__package__).joinpath("words.csv").read_text(encoding="utf8")
    for row in csv.DictReader(source.splitlines()):
        kinds[row["kind"]].add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def _lengths(words: frozenset[str]) -> tuple[int, ...]:
    """The lengths of words, longest first: the order in which they are tried."""
    return tuple(sorted({len(word) for word in words}, reverse=True))


def lengths_by_end(words: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that end in a character, longest first: most characters end none."""
    ends: dict[str, set[int]] = defaultdict(set)
    for word in words:
        ends[word[-1]].add(len(word))
    return {end: tuple(sorted(lengths, reverse=True)) for end, lengths in ends.items()}


def lengths_by_first(words: frozenset[str]) -> dict[str, tuple[int, ...]]:
    """The lengths of the words that begin with a character, longest first."""
    firsts: dict[str, set[int]] = defaultdict(set)
    for word in words:
        firsts[word[0]].add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in firsts.items()}


_KINDS = _read()

GROWS = _KINDS["grows"]
SHRINKS = _KINDS["shrinks"]
RAISES = _KINDS["raises"]
ADVERBS = _KINDS["adverb"]
REACHES = _KINDS["reaches"]
MOVES = GROWS | SHRINKS | RAISES
TAIL = MOVES | REACHES | ADVERBS
NOUN_ENDS = tuple(sorted(_KINDS["noun_end"]))

PLACES = _KINDS["place"]
LEAD = PLACES | _KINDS["link"]
BUILDS = _KINDS["builds"]
KEEPS = _KINDS["keeps"]
CARRIES = _KINDS["carries"]
PUSHES = _KINDS["pushes"]
RELATES = _KINDS["relates"]
ACTS = BUILDS | KEEPS
LEAD_LENGTHS = _lengths(LEAD | ACTS)

GENERIC = _KINDS["generic"]
BARE = _KINDS["bare"]
STAGES = _KINDS["stage"]
INDICATOR_ENDS = tuple(sorted(_KINDS["indicator_end"], key=len, reverse=True))
SHARED_ENDS = _KINDS["shared_end"]
FORECASTERS = tuple(sorted(_KINDS["forecaster"], key=len, reverse=True))
