"""The side of time that a sentence's own words state: 提出…的目标, 目前已完成…; a heading's word outweighs the weak ones."""

from __future__ import annotations

import re

from orchestration.gazette.language.contrast import LAST_YEAR
from orchestration.gazette.language.leanings import Leanings
from orchestration.gazette.language.title_time import Side, Turn

_SENTENCE_REACH = 160  # characters before a figure in which its sentence's tense words stand

# Words that look back inside a plan, and what news says before it reports the one or the other.
_ALREADY = re.compile(
    r"(?:截至目前|目前(?:已|，)|已(?:累计)?(?:建成|完成|达|实现|是|成为|有)|去冬今春|去年(?<![比较与和同于在转变]去年)(?!(?:启动|开工|新建|续建|在建|签约|引进|立项|确定|谋划)[^，。；]{0,4}的)|上年(?<![比较与和同于在转变]上年)[^末同水]|年以来(?<=\d{4}年以来)|(?:解决|实现|完成|建成|达到|突破|发放|投入)了)[^。；]{0,40}$"
)
_TURNED_TO = re.compile("[，、]今年(?!以来)|预期")  # 去年增长8%，今年预期增长6.5%
_TURNS_AHEAD = re.compile("[，、]今年(?!以来)[^，。；\\d]{0,12}(?:预计|预期|计划|拟|将|力争|确保|目标)")
_ALREADY_REACH = 48  # characters: the longest of these and what may stand behind it
_LOOKED_BACK = re.compile(
    r"初步(?:预计|核算|统计)|的(?:建成|投用|完工|竣工)，(?![^，。；\n]{0,8}(?:将|可|能够))|(?:据了解|据悉)，[^，。；]{0,10}[现共拥已]有|逆势|接连(?=[跨突迈站])|相继(?=[跨突迈站])|(?<=[，；。])实有(?=[经市企])|取得(?:了|新|重大|显著|明显|积极|较大)*(?:突破|进展|成效|成绩|成果)|目前(?=[^，。；\d]{2,16}(?:超过|达|已|为|共|有))|同比|最后|答卷|收到|前三季度|前(?:[一二三四五六七八九十]|\d{1,2})个月|(?<!\d)1月?[-—–至]\d{1,2}月|今年以来|截[至止]|累计(?=形成|实现|完成|建成|投入|发放|引进)|已(?:经)?(?=[建完实累达形落投])|(?<![比较与和同])去年|完成了|实现了"
)
_BEHIND = 4  # characters of a figure's own words that may look back
# 10.7%、增速居全省第一: what has a rank was reached.
_RANKED = re.compile(
    r"[^，。；、\n]{1,14}[，、](?:增速|增幅|总量|规模)?(?:稳|均|跃|位)?[居列](?:全[省国市]|全球|[东中西]部|第)"
)
# 今年GDP目标均为6%: what is set, whatever its sentence tells beside.
_AIM_SET = re.compile(
    r"(?:增[速长]|GDP)预期值?(?:首次|再次|继续)?(?:为|在|定格(?:在|为)?|定为|设为|定在|设在|是)“?约?$|目标(?:值|数值|数)?(?:均|都|分别|则|也)*(?:(?<=期目标)中，[^。；\d]*|为|是|在|定为|设为|定在|设在|确定为|设定为|[^，。；]{0,16}(?:上调|下调|调整|调[高低])[至为到])约?$"
)
# 今年目标与去年相比，甲省上调0.5个百分点，达到8.5%
_AIM_MOVED = re.compile(r"目标[^。；\n]{0,90}(?:上调|下调|调[高低])[\d.]+个百分点，(?:达到?|降[至到]|升[至到]|为|到)$")
_MOVED_REACH = 120
# 提出每年培训3000人、扶持2000人的工作目标
_AIM_TOLD = re.compile(r"[^。；\n]{0,90}的(?:工作|奋斗|发展|总体|年度|预期)*目标(?:任务)?(?=[，。；]|$)")
_AIM_SETS = re.compile(r"(?:提出|确定|明确|定下|确立|制定)了?[^。；\n]{0,120}$")
_SETS_AIMS = re.compile("(?:提出|明确|确定|设定|公布)了?(?!的)[^。；\n]{0,30}(?:目标|预期)")
_CALLED_AIM = re.compile(r"，这?[是也就成]{1,2}[^。；\n]{0,24}目标(?:任务)?$")
_AIM_REACH = 40

_TITLE_REACH = 300
_OF_POSTS = re.compile(
    "(?:人大|政协|人民代表大会)[^，。\n]{0,6}常(?:务)?委员?会(?![^，。\n]{0,12}工作报告|[^，。\n]{0,20}(?:通报会|获悉|上了解))|任免|任命|辞去"
)
# What no news of posts tells: how much money, and by how much things grew.
_TELLS_FIGURES = re.compile(r"(?:增长|下降|提高|上升)[\d.]+[%个]|\d[万亿]元|同比")


class Stated:
    """What the sentences of one document state; all offsets are those of its matching form."""

    def __init__(self, text: str, base: int | None, leanings: Leanings, is_loose: bool, is_news: bool) -> None:
        """``base``: the year that 今年 means; ``is_loose``: no heading says which way the text looks; ``is_news``: nor is it
        a paper of a kind.
        """
        self._text = text
        self._base = base
        self._leanings = leanings
        self._is_loose = is_loose
        # News of an assembly or of posts counts what was on the agenda: no word in it tells what was reached.
        opens = is_news and _OF_POSTS.search(text, 0, _TITLE_REACH) is not None
        self.is_of_posts = opens and "工作报告" not in text[: 2 * _TITLE_REACH] and _TELLS_FIGURES.search(text) is None

    def of(
        self, sentence: tuple[int, int], offset: int, turn: Turn, before: Side | None, is_dated: bool
    ) -> Side | None:
        """The side that a sentence states for a quantity at an offset in it; None where its words say nothing, or too little beside
        the heading that ``turn`` is of.

        ``before``: the side of what the paragraph told before; ``is_dated``: the sentence names a time.
        """
        start, end = sentence
        reach = max(start, offset - _AIM_REACH)
        called = self._text.find("目标", reach, end) >= 0 or self._text.find("预期", reach, offset) >= 0
        if called and self._aims(start, end, offset, reach):
            return "target"
        if turn.side == "outcome":
            goes_on = turn.period.start is not None and turn.period.start.year == self._base
            turns = goes_on or (self._is_loose and (before == "target" or self._turns_from(turn, start, offset)))
            if not turns:
                return None
            ahead = self._leanings.at(start, end, offset, before) == "target" and not self._leanings.is_weak
            if not ahead and before == "target" and self._is_loose and not is_dated:
                ahead = not self._leanings.looks_back(start, offset)  # the paragraph has turned to what is to come
            return "target" if ahead else None  # news looks back for a paragraph, and then ahead
        words = self._text[max(start, offset - _SENTENCE_REACH) : offset]
        already = _ALREADY.search(words, max(0, len(words) - _ALREADY_REACH))
        if already is not None and _TURNED_TO.search(words, already.start()) is None:
            return "outcome"
        if turn.side == "target":
            told = self._is_loose and start > turn.start and self._looks_back(start, offset, turn, before)
            return "outcome" if told else None
        if already is not None and _TURNS_AHEAD.search(words, already.start()) is not None:
            return "target"  # 去年突破一万亿元，今年预计增长10%
        return None if self.is_of_posts else self._leanings.at(start, end, offset, before)

    def _looks_back(self, start: int, offset: int, turn: Turn, before: Side | None) -> bool:
        """Whether news that has set aims tells of what was done: by the words of the sentence, by the rank that a figure brings, or by
        what a further paragraph began with.
        """
        text = self._text
        if _LOOKED_BACK.search(text, max(start, offset - _SENTENCE_REACH), offset + _BEHIND) is not None:
            return True
        if _RANKED.match(text, offset) is not None:
            return True
        paragraph = text.rfind("\n", 0, start) + 1
        if before is not None or not turn.start < paragraph < start:
            return False
        return LAST_YEAR.search(text, paragraph, start) is not None and not self._leanings.looks_ahead(paragraph, start)

    def _turns_from(self, turn: Turn, start: int, offset: int) -> bool:
        """Whether news may have turned ahead since it looked back: in a further paragraph, or where it says that aims are set."""
        if turn.start < 0:
            return False
        if self._text.find("\n", turn.start, start) >= 0:
            return True
        return start > turn.start and _SETS_AIMS.search(self._text, start, offset) is not None

    def is_called_aim(self, offset: int, end: int) -> bool:
        """Whether what stands behind a quantity in its sentence calls it an aim: …，这是报告提出的今年目标."""
        return self._text.find("目标", offset, end) >= 0 and _CALLED_AIM.search(self._text, offset, end) is not None

    def _aims(self, start: int, end: int, offset: int, reach: int) -> bool:
        """Whether a quantity is an aim that its sentence sets: 目标为6%; 提出…6%的工作目标."""
        if _AIM_SET.search(self._text, reach, offset) is not None:
            return True
        if _AIM_MOVED.search(self._text, max(start, offset - _MOVED_REACH), offset) is not None:
            return True
        told = _AIM_TOLD.match(self._text, offset, end) is not None
        return told and _AIM_SETS.search(self._text, start, offset) is not None
