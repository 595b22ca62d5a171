"""Periods and tense: of which time a statement speaks, and whether it looks back or ahead.

A work report looks back first and then ahead, with the same words (增长8%左右): the headings and the openings of paragraphs say
which. ``Timeline`` reads them once for a document; ``Timeline.at`` gives the side and the period that hold at a place.
"""

from __future__ import annotations

import datetime as dt
import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import Literal

from orchestration.gazette.language.marked import MarkedText

Side = Literal["target", "outcome"]

_CHINESE = {c: i for i, c in enumerate("零一二三四五六七八九")} | {"两": 2, "十": 10}


@dataclass(frozen=True, slots=True)
class Period:
    """First and last day, and the printed deadline where there is one; all None where the time is not known."""

    start: dt.date | None = None
    end: dt.date | None = None
    deadline: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Tense:
    """What holds at a place: the side (None: the text has not said), its period, and the words' own year where printed."""

    side: Side | None
    period: Period
    certain: bool  # said by the sentence itself rather than by the heading above it


def years(first: int, last: int) -> Period:
    """Whole years, both included."""
    return Period(dt.date(first, 1, 1), dt.date(last, 12, 31))


def plan_span(name: str) -> tuple[int, int] | None:
    """The years of a five-year plan by its name (十四五 -> 2021, 2025); None if it is none."""
    match = _PLAN.search(name)
    if match is None:
        return None
    number = match[1]
    ordinal = 10 + _CHINESE[number[1]] if len(number) == 2 else _CHINESE[number]
    first = 2021 + (ordinal - 14) * 5
    return first, first + 4


_PLAN = re.compile(r"(十[一二三四五六七八九]|[九十])五(?![年年大个项条亿万千百])")

# --- the document's own year ------------------------------------------------------------------------------------------

_TITLE_PLAN_YEAR = re.compile(
    r"((?:19|20)\d\d)年?(?:度|国民经济|经济|计划|政府工作|重点|工作|目标|全市|全省|全县|为民|民生|民心|市|省|县)"
)
_SPEECH = re.compile(r"((?:19|20)\d\d)年(\d{1,2})月\d{1,2}日[^。\n]{0,12}在[^。\n]{0,40}(?:会议|大会)上")
_REVIEWED = re.compile(
    r"((?:19|20)\d\d)年[^，。；\n]{0,14}(?:回顾|执行情况|完成情况|工作总结|工作情况)"
)
_AHEAD = re.compile(
    r"((?:19|20)\d\d)年[^，。；\n]{0,14}(?:预期目标|主要目标|目标任务|重点工作|重点任务|工作安排|工作打算|总体要求|工作部署)"
)
_FIRST_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?:年|-\d\d-\d\d)")
_YEAR_SPAN = re.compile(r"((?:19|20)\d\d)年?[-—－–~至到]{1,2}((?:19|20)\d\d)年?")


def base_year(marked: MarkedText) -> int | None:
    """The year that 今年 means in a document: of its title, its speech, its headings, its date, in that order."""
    document = marked.document
    title = document.attached_title or document.title or ""
    text = marked.text
    spoken = _SPEECH.search(text, 0, 1500)
    if spoken is not None and "报告" in title:  # a report may bear the year it looks back on
        year = int(spoken[1])
        return year + 1 if int(spoken[2]) == 12 and f"{year + 1}年" in text else year
    for words in (title, document.title or ""):
        if _REVIEWED.search(words) is None:
            match = _TITLE_PLAN_YEAR.search(words)
            if match is not None and _YEAR_SPAN.search(words) is None:
                return int(match[1])
    if spoken is not None:
        return int(spoken[1])
    match = _AHEAD.search(text)
    if match is not None:
        return int(match[1])
    match = _REVIEWED.search(text)
    if match is not None:
        return int(match[1]) + 1
    if document.signed_date is not None:
        return document.signed_date.year
    if document.doc_year is not None:
        return document.doc_year
    found = [int(match[1]) for match in _FIRST_YEAR.finditer(text, 0, 3000)]
    return max(found) if found else None


# --- marks of time inside sentences -----------------------------------------------------------------------------------

_TIME = re.compile(
    r"(?P<y1>(?<!\d)(?:19|20)\d\d)年?(?:[-—－–~至到]{1,2})(?P<y2>(?:19|20)\d\d)年?"
    r"|(?P<y>(?<!\d)(?:19|20)\d\d)年(?P<part>年?底|年?末|上半年|下半年|[一二三四]季度|前三季度|1[-—至]\d{1,2}月|\d{1,2}月底?)?"
    r"|(?P<plan>“?(?:十[一二三四五六七八九]|九)五”?)(?P<plan_part>末|以来|时期|期间|规划|期)?"
    r"|(?P<rel>今年底?|本年度?|去年|上年末?|年内|全年|年底|年末|明年|当年)"
    r"|(?P<span>(?:今后|未来|过去的?|近|这|前)[一二三四五六七八九十两\d]{1,2}年|[一二三五两]年来|[一二三五]年间|[三五]年内)"
)
_COMPARED = re.compile(r"(?:比|较|自|由|从|超|按照?|高于|低于)(?:“|上)?$")
_BESIDE = re.compile(r"[与和同跟]“?$")
_COMPARED_AFTER = re.compile(r"(?:价|可比|不变|相比|以来最|同期|的?平均|的[\d.]+倍)")
_BESIDE_AFTER = re.compile(r"末?(?:相比|比|持平|相当|同期)")


@dataclass(frozen=True, slots=True)
class TimeMark:
    """One time in the text, resolved against the document's year; ``first``/``last`` are years, None where not known."""

    start: int
    end: int
    words: str
    first: int | None
    last: int | None
    relative: bool  # 年内, 全年, 今年: holds within what is spoken of
    period: Period


def _part(year: int, part: str) -> Period:
    whole = years(year, year)
    if part in ("底", "末", "年底", "年末"):
        return Period(whole.start, whole.end, whole.end)
    months = {
        "上半年": (1, 6),
        "下半年": (7, 12),
        "一季度": (1, 3),
        "二季度": (4, 6),
        "三季度": (7, 9),
        "四季度": (10, 12),
        "前三季度": (1, 9),
    }
    if part in months:
        first, last = months[part]
    else:
        numbers = [int(n) for n in re.findall(r"\d+", part)]
        if not numbers or not 1 <= numbers[-1] <= 12:
            return whole
        first, last = (1, numbers[-1]) if len(numbers) == 2 else (numbers[0], numbers[0])
        if part.endswith("底"):
            return Period(whole.start, whole.end, _month_end(year, last))
    return Period(dt.date(year, first, 1), _month_end(year, last))


def _month_end(year: int, month: int) -> dt.date:
    return dt.date(year + month // 12, month % 12 + 1, 1) - dt.timedelta(days=1)


def time_marks(text: str, base: int | None) -> list[TimeMark]:
    """The times a text names, in order; those it only compares with (比上年, 较2020年) are left out."""
    marks = []
    for match in _TIME.finditer(text):
        start, end = match.span()
        if _COMPARED.search(text, max(0, start - 3), start) or _COMPARED_AFTER.match(text, end):
            continue
        if _BESIDE.search(text, max(0, start - 2), start) and _BESIDE_AFTER.match(text, end):
            continue
        mark = _resolve(match, base)
        if mark is not None:
            marks.append(mark)
    return marks


def _resolve(match: re.Match[str], base: int | None) -> TimeMark | None:
    start, end, words = match.start(), match.end(), match[0]
    if match["y1"]:
        first, last = int(match["y1"]), int(match["y2"])
        return TimeMark(start, end, words, first, last, False, years(first, last)) if first <= last else None
    if match["y"]:
        year = int(match["y"])
        period = _part(year, match["part"]) if match["part"] else years(year, year)
        return TimeMark(start, end, words, year, year, False, period)
    if match["plan"]:
        span = plan_span(match["plan"])
        if span is None or not (match["plan_part"] or words.startswith("“")):
            return None
        if match["plan_part"] == "末":
            return TimeMark(start, end, words, span[1], span[1], False, years(span[1], span[1]))
        if match["plan_part"] == "规划":
            return None
        return TimeMark(start, end, words, span[0], span[1], False, years(*span))
    if match["rel"]:
        word = match["rel"]
        shift = -1 if word in ("去年", "上年", "上年末") else 1 if word == "明年" else 0
        relative = word not in ("去年", "上年", "上年末", "明年")
        if base is None:
            return TimeMark(start, end, words, None, None, relative, Period())
        return TimeMark(start, end, words, base + shift, base + shift, relative, years(base + shift, base + shift))
    return _spanning(match, base)


def _spanning(match: re.Match[str], base: int | None) -> TimeMark | None:
    words = match["span"]
    digits = re.search(r"[\d一二三四五六七八九十两]{1,2}", words)
    number = 0
    if digits is not None:
        number = int(digits[0]) if digits[0].isdigit() else _CHINESE.get(digits[0], 0)
    if base is None or not number:
        return TimeMark(match.start(), match.end(), words, None, None, False, Period())
    if words.startswith(("今后", "未来")):
        first, last = base, base + number - 1
    elif words.endswith("内"):
        return TimeMark(match.start(), match.end(), words, base, base + number - 1, False, Period())
    else:
        first, last = base - number, base - 1
    return TimeMark(match.start(), match.end(), words, first, last, False, years(first, last))


# --- what headings and openings say -----------------------------------------------------------------------------------

_BACK = (
    "回顾|工作情况|执行情况|完成情况|工作总结|主要成就|发展成就|取得的成就|总体态势|工作成效|主要成效|发展成效|建设成就|工作开展情况|运行情况|进展情况|过去五年|过去一年|"
    "主要工作和成效|发展现状|基本情况|现状"
)
_FORTH = (
    "预期目标|主要目标|奋斗目标|发展目标|工作目标|总体目标|目标任务|主要任务|重点任务|重点工作|工作任务|工作安排|工作打算|总体要求|工作部署|工作重点|"
    "主要措施|政策措施|今后五年|未来五年|总体思路|工作思路|主要举措|工作措施|实施内容|建设任务|创建目标|指标体系|规划目标|任务分工|任务目标|目标"
)
_HEADING_BACK = re.compile(_BACK)
_HEADING_FORTH = re.compile(rf"(?:{_FORTH})(?:（[^（）]*）)?$|(?:{_FORTH})(?:和|及|与|、)[^，。]{{2,14}}$")
_LABEL = re.compile(
    r"^[ 　]*(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|第[一二三四五六七八九十]{1,3}[章节部][分]?|[■◆●▲])"
)
# An opening sentence that turns the time: at the beginning of a line or a sentence.
_OPENING = re.compile(
    r"(?:(?<=[\n。！：；])|^)[ 　—一二三四五六七八九十、（）()■◆▲●]{0,6}"
    r"(?:(?P<forth>(?:综合各方面因素，)?(?:建议)?(?:今年|20\d\d年|明年|“十.五”(?:时期|期间)|今后五年|未来五年)?[^，。；：\n]{0,20}?"
    r"(?:预期目标|主要目标|目标任务|奋斗目标|发展目标)(?:，)?(?:是|为|如下|：|——|\n|-)"
    r"|(?:今年|20\d\d年|本年)(?:度)?(?:是[^。，]{0,40}(?:开局|起步|第一年|之年|关键)|，?(?:我们)?(?:要|将)|[^，。；\n]{0,8}(?:工作安排|重点工作|工作重点|主要工作))"
    r"|做好(?:今年|20\d\d年)|(?:重点)?(?:做好|抓好)[^。，]{0,10}(?:方面)?(?:重点)?工作[：。]"
    r"|(?:今后|未来)五年|展望未来|展望20\d\d年|“十.五”(?:时期|期间)，?(?:我们)?(?:要|将|是))"
    r"|(?P<plan>(?:[^。\n]{0,60}(?:编制|制定|起草)[^。，]{0,24}(?:五年规划|“十.五”规划)纲要|《纲要[^》\n]{0,8}》[^。，]{0,6}(?:提出|明确|确定|设置|部署|细化)))"
    r"|(?P<back>过去(?:的)?[一五]年|(?:一|五)年来|这[一五]年|回顾(?:过去|这|20)|刚刚过去的|(?:上|去)年，|“十.五”(?:时期|期间|以来)(?:，|是)|"
    r"(?P<by>(?:19|20)\d\d)年(?:，|是)))"
)
# 预期目标是：wherever it stands, except where an aim was only met (完成目标).
_AIMS = re.compile(r"(?<!完成)(?:预期|主要|奋斗|发展|约束性|增长)目标(?:任务)?(?:是|为|如下|：|——|:)")
_REPORTED = re.compile(
    r"(?P<ahead>(?:报告|会议|纲要)(?:还)?(?:提出|明确|部署|建议)|建议(?:今年|20\d\d年)|计划(?:招引|实施|安排|完成|新增)|"
    r"预期目标|今年(?:的)?(?:主要)?目标|下一步|今年将|力争到)"
    r"|(?P<behind>(?:报告|会议)(?:显示|指出，过去|回顾)|初步(?:核算|预计|统计|测算)|经(?:初步)?(?:预计|统计|核算)|据统计|回顾了?)"
)


@dataclass(frozen=True, slots=True)
class _Turn:
    start: int
    side: Side | None
    period: Period
    rank: int  # 0: heading or title, 1: opening of a paragraph or sentence


class Timeline:
    """The turns of time of one document, read once: headings, openings, and the years its sentences name."""

    def __init__(self, marked: MarkedText) -> None:
        self._text = marked.text
        self.base = base_year(marked)
        self.marks = time_marks(self._text, self.base)
        self._mark_starts = [mark.start for mark in self.marks]
        self._turns = self._collect(marked)
        self._turn_starts = [turn.start for turn in self._turns]

    # --- building ---

    def _collect(self, marked: MarkedText) -> list[_Turn]:
        turns = [self._default(marked)]
        headings = [
            (start, self._text[start : marked.matching(section.heading_end)], section.depth)
            for start, _, section in marked.sections
        ]
        taken = {start for start, _, _ in headings}
        headings += [(m.start(), m[0], 1) for m in _LINE.finditer(self._text) if m.start() not in taken]
        headings.sort()
        said = False  # an outer heading has said which way it looks
        for start, words, depth in headings:
            turn = self._heading(start, words[:60], nested=said and depth > 1)
            if turn is not None:
                turns.append(turn)
                said = turn.side is not None
        turns.sort(key=lambda turn: (turn.start, turn.rank))
        self._loose = all(turn.side is None for turn in turns)  # news: no heading says which way it looks
        return self._with_openings(turns)

    def _with_openings(self, headings: list[_Turn]) -> list[_Turn]:
        """Headings' turns and, between them, those of opening sentences; an opening that names no time keeps the heading's."""
        openings = [(match.start(), match) for match in _OPENING.finditer(self._text)]
        openings += [(match.start(), match) for match in _AIMS.finditer(self._text)]
        openings.sort(key=lambda opening: opening[0])
        turns: list[_Turn] = []
        waiting = iter(headings)
        heading = next(waiting, None)
        for start, match in openings:
            while heading is not None and heading.start <= start:
                turns.append(heading)
                heading = next(waiting, None)
            turn = self._opening(match, turns[-1])
            if turn is not None:
                turns.append(turn)
        turns += [heading, *waiting] if heading is not None else []
        return turns

    def _default(self, marked: MarkedText) -> _Turn:
        """Plans, notices and schemes look ahead from the beginning; reports and news wait for their words."""
        document = marked.document
        title = f"{document.title or ''}{document.attached_title or ''}"
        if "报告" in title or not title or _REPORTING.search(title):
            return _Turn(-1, None, Period(), 0)
        if document.kind in _LOOKING_AHEAD or _PLAN_TITLE.search(title):
            return _Turn(-1, "target", self._title_period(title), 0)
        return _Turn(-1, None, Period(), 0)

    def _title_period(self, title: str) -> Period:
        match = _YEAR_SPAN.search(title)
        if match is not None:
            return years(int(match[1]), int(match[2]))
        span = plan_span(title)
        if span is not None and "规划" in title:
            return years(*span)
        named = re.search(r"((?:19|20)\d\d)年", title)
        if named is not None:
            return years(int(named[1]), int(named[1]))
        return Period()

    def _heading(self, start: int, words: str, nested: bool) -> _Turn | None:
        """The turn a heading makes. One inside a heading that has spoken turns only where it names a time itself."""
        words = _LABEL.sub("", words).strip().rstrip("。：:（）")
        if "，" in words or (nested and not time_marks(words, self.base)):
            return None
        back, forth = _HEADING_BACK.search(words), _HEADING_FORTH.search(words)
        if back is not None and forth is not None and forth.start() > back.end():
            return _Turn(start, None, Period(), 0)
        if back is None and forth is None:
            return None
        side: Side = "outcome" if back is not None else "target"
        return _Turn(start, side, self._period_of(words, start, side), 0)

    def _opening(self, match: re.Match[str], before: _Turn) -> _Turn | None:
        words, start, base = match[0], match.start(), self.base
        named = match.groupdict()
        if named.get("plan") is not None:
            if base is None:
                return None
            first = 2021 + (base - 2021) // 5 * 5
            return _Turn(start, "target", years(first, first + 4), 1)
        if not named:  # 预期目标是: the time stands before it in its sentence
            begin = max(self._text.rfind(stop, max(0, start - 80), start) for stop in "。\n；") + 1
            words = self._text[max(begin, start - 80) : match.end()]
        if named.get("back") is None:
            marks = time_marks(words, base)
            if not marks:
                period = before.period if before.side == "target" else self._period_of(words, start, "target")
                return _Turn(start, "target", period, 1)
            mark = marks[0] if named else marks[-1]  # 今年是“十五五”开局之年: this year
            last = mark.last
            past = base is not None and last is not None and last < base and _AIMS.search(words) is None
            return _Turn(start, "outcome" if past else "target", mark.period, 1)
        stretch = self._text[start : match.end() + 24]
        side: Side | None = "outcome"
        if named["by"] is not None and base is not None and int(named["by"]) >= base:
            return None  # 2026年是…: says no more than the heading above
        span = plan_span(words)
        if span is not None and base is not None and span[1] >= base:
            side = "target" if span[0] >= base - 1 or re.search("[要将]", stretch) else None
        return _Turn(start, side, self._period_of(words, start, side), 1)

    def _period_of(self, words: str, start: int, side: Side | None) -> Period:
        for mark in time_marks(words, self.base):
            return mark.period
        if re.search("过去(?:的)?五年|五年来|这五年", words) and self.base is not None:
            return years(self.base - 5, self.base - 1)
        if self.base is None or side is None:
            return Period()
        if side == "outcome":
            return years(self.base - 1, self.base - 1)
        return years(self.base, self.base)

    # --- reading ---

    def at(self, sentence_start: int, offset: int, sentence_end: int) -> Tense:
        """Side and period of a quantity at an offset inside a sentence."""
        turn = self._turns[max(0, bisect_right(self._turn_starts, offset) - 1)]
        mark = self._mark_before(max(sentence_start, turn.start), offset)
        stated = self._stated(sentence_start, offset, turn)
        side, certain = turn.side, False
        period = turn.period
        if stated is not None:
            side, certain = stated, True
        if mark is None:
            if stated is not None and turn.side is not None and stated != turn.side:
                period = self._year_spoken_of(offset)
            return Tense(side, period, certain)
        if mark.relative:
            single = period.start is not None and period.end is not None and period.start.year == period.end.year
            now = mark.words not in _WITHIN
            if now and self.base is not None and side == "outcome" and turn.side == "outcome" and single:
                period = mark.period if stated is not None else period
            elif not single or now:
                period = mark.period if side == "target" or not period.start else period
            if mark.words in ("年底", "今年底") and period.end is not None and side == "target":
                period = Period(period.start, period.end, period.end)
            return Tense(side, period, certain)
        if stated is None and self.base is not None and mark.last is not None:
            if mark.last < self.base:
                side, certain = "outcome", True
            elif mark.first is not None and (mark.first > self.base or (mark.first == self.base < mark.last)):
                side, certain = "target", True
        if mark.period.start is None:
            return Tense(side, Period(), certain)
        return Tense(side, mark.period, certain)

    def span_at(self, offset: int) -> Period | None:
        """The span of several years that is spoken of at an offset: what 年均 averages over; None where none is."""
        for turn in reversed(self._turns[: bisect_right(self._turn_starts, offset)]):
            if turn.period.start is not None and turn.period.end is not None:
                return turn.period if turn.period.end.year > turn.period.start.year else None
        return None

    def _year_spoken_of(self, offset: int) -> Period:
        """The last past year named before an offset, for a sentence that turns back without naming one."""
        index = bisect_right(self._mark_starts, offset) - 1
        for mark in self.marks[max(0, index - 3) : index + 1][::-1]:
            if self.base is not None and mark.last is not None and mark.last < self.base:
                return mark.period
        return Period()

    def _mark_before(self, start: int, offset: int) -> TimeMark | None:
        """The last time named before an offset; 全年, 年底 give way to the year they stand behind (2012年全年)."""
        index = bisect_right(self._mark_starts, offset) - 1
        if index < 0 or self.marks[index].start < start:
            return None
        mark = self.marks[index]
        if (
            mark.words in _WITHIN
            and index
            and self.marks[index - 1].start >= start
            and not self.marks[index - 1].relative
        ):
            return self.marks[index - 1]
        return mark

    def _stated(self, start: int, offset: int, turn: _Turn) -> Side | None:
        """What the sentence's own words say before the quantity; a heading's word outweighs the weak ones."""
        words = self._text[max(start, offset - 160) : offset]
        if turn.side == "outcome":
            return None
        if turn.side == "target":
            if _ALREADY.search(words):
                return "outcome"
            return (
                "outcome"
                if self._loose and start > turn.start and _LOOKED_BACK.search(words + self._text[offset : offset + 4])
                else None
            )
        if _ALREADY.search(words):
            return "outcome"
        last: Side | None = None
        for match in _REPORTED.finditer(words):
            last = "target" if match["ahead"] else "outcome"
        if last is None and _DONE.search(words):
            return "outcome"
        return last


_WITHIN = frozenset(("全年", "年内", "年底", "年末", "当年"))
_LINE = re.compile(
    r"(?m)^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[■◆●▲]|第[一二三四五六七八九十]+[章部节]|“|\d{4}年|今年|主要|20XX)?[^，。；\n]{2,36}$"
)
_REPORTING = re.compile(r"新闻|报告|记者|答记者问")
_LOOKING_AHEAD = frozenset(("通知", "意见", "方案", "规划", "计划", "要点", "实施意见", "行动计划"))
_PLAN_TITLE = re.compile(r"计划|方案|规划|要点|意见|措施|安排|实事|目标|行动|部署|任务")
_ALREADY = re.compile(
    r"(?:截至目前|目前(?:已|，)|已(?:累计)?(?:建成|完成|达|实现)|去年|(?<![比较])上年[^末同]|\d{4}年以来)[^。；]{0,40}$"
)
_LOOKED_BACK = re.compile(r"同比|最后|答卷|去年|完成了|实现了")
_DONE = re.compile(r"同比|(?<!力争)(?<!确保)实现[^。]{0,30}$|完成[^。]{0,20}$|达到?[^。]{0,12}$|比上年|增长")
