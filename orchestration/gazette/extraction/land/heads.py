"""What an area is of: its use, looked for from near to far.

First the figure's own clause; then the clauses before it since the last figure; then the figure it is a part of
(其中 …) or the list it continues; last the sentence, paragraph or heading that introduces a bare list
(合理安排住宅用地规模。在布局上，甲区10公顷，乙县8公顷).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.context import Context
from orchestration.gazette.extraction.land.lead import INSIDE, LABEL, Found, Frame, Lead
from orchestration.gazette.extraction.land.places import Part
from orchestration.gazette.extraction.land.uses import ALL_LAND, GENERIC_LAND, Use, core, scope_of, uses
from orchestration.gazette.language.marked import MarkedText

_HANDED_TO = re.compile(r"(?:左右|以上|以内)?(?:要|将|拟)?(?:供应给|安排给|用于(?:供应|建设)?|供应|的|为)?")
_CLAUSE_END = re.compile(r"[，。；：（\n]|[、和及与]?[0-9]")
_SAME_AGAIN = re.compile(r"实际|完成|已|去年|上年|年|为|计划")
_PLAIN_SUPPLY = re.compile(r"供应|供地")
_LAND_SUPPLIED = re.compile(r"(?:土地|用地)(?:面积|[0-9]+[幅宗])|(?:供应|出让|推出|供给)(?:的)?土地")
_AMOUNT_SUPPLIED = re.compile(r"(?:供应|供地|出让)(?:总)?量")
_AGAIN_ALONE = re.compile(r"(?:20\d\d年度?|去年|上年度?|全年|全市|，|实际|计划|共|已|完成|供应|供地|落实|约|为|了)+")
_YEAR_SUPPLIED = re.compile(
    r"(?:(?:19|20)\d\d年度?|[去上]年度?)，?(?:全市|全县|全区)?(?:共|已)?(?:实际|计划)(?:完成)?(?:供应|供地)(?:总量)?(?:为|约)?"
)
_TOTAL = re.compile(
    r"(?:供应|出让|供给|推出)的?(?:[各经][类营]性?)?土地|土地(?:供应|出让|供给)|供地|供应计划|计划供应|供应量|总供应|"
    r"土地总?面积|合计|总计|总面积|(?<!项目)(?<!工程)用地"
)
_TOLD_AGAIN = re.compile(r"实际|完成|计划|年|同期")
_SAME_NUMBER = re.compile("(?:这一|该|此)(?:数字|数据|指标|数值)")  # 去年的计划中，这一数字是600公顷
_SUM = re.compile(r"(?:以上)?(?:总计|合计|共计|总共)(?:为|约|达)*")
_INSIDE_FIRST = re.compile(r"其中|包括")
# What land is for names no head: 主要用于商品住房建设.
_PURPOSE = re.compile(r"(?:并|且)?(?:主要|重点|优先|全部|专门|均|将)*(?:用于|用作|满足|支持|保障(?!性|房|类))")
_OWNED = re.compile(r"[，、和]集体(?:经营性)?(?:建设)?(?:用地|土地)")  # 国有建设用地10公顷，集体建设用地2公顷: by owner
_PRONOUN = re.compile(r"(?:^|，)其(?:供应|供地|用地|在|于|分布|布局|位于|主要)")  # 住宅用地50公顷，其供应在甲区30公顷
# 在区域分布上，甲区10公顷: what was told right before is told again by its parts.
PARTED = re.compile(
    r"(?:从|按|分|在)[^，。]{0,6}(?:区域|地区|区县|县区|县市|布局|分布|用途|类型|结构)[^，。]{0,4}[，：]"
)
_BLOCK = 12  # sentences that a line list may stand behind the words that introduce it


class Head(NamedTuple):
    """A use (None: all land) with where it is named (None: not in the figure's own lead)."""

    use: str | None
    start: int | None


def _is_another(use: Use, outer: list[Use]) -> bool:
    return scope_of(use.name) != "kind" and all(core(use.name) != core(one.name) for one in outer)


class Heads:
    """Finds the uses of figures in one text."""

    def __init__(self, marked: MarkedText, context: Context, bounds: list[tuple[int, int]]) -> None:
        self.marked = marked
        self.text = marked.text
        self.context = context
        self.bounds = bounds
        self.starts = [start for start, _ in bounds]
        self._after: dict[int, Use | None] = {}  # by where an area ends: asked several times of each

    def use(self, lead: Lead, frame: Frame) -> Head | None:
        """What the areas are of; None where nothing says it."""
        own = [use for use in lead.uses[-1] if not use.is_scope]
        if own:
            return Head(own[-1].name, own[-1].start)
        after = self.use_after(lead.last)
        if after:
            return None if after.name.endswith("地块") else Head(after.name, None)
        if lead.uses[-1]:
            return Head(lead.uses[-1][-1].name, lead.uses[-1][-1].start)
        told = frame.figures or frame.previous
        if told and _SAME_NUMBER.search(self.text, *lead.clauses[-1]):
            return Head(told[-1].use, None)
        total = ALL_LAND.search(self.text, *lead.clauses[-1])
        is_part = INSIDE.search(lead.words) or _OWNED.match(self.text, lead.last.end)
        if total and frame.figures and is_part and "建设用地" in total[0]:
            last = frame.figures[-1]
            if last.use or (last.place is None and "国有" in total[0] and lead.first.ha < last.area.ha):
                # 住宅用地6000公顷，其中国有建设用地5000公顷: whose land it is
                return Head(total[0], total.start())
        if total and not any(use.is_scope for clause in lead.uses for use in clause):
            return self._all_land(total.start(), total[0])
        if lead.compared and frame.figures:
            return Head(frame.figures[-1].use, None)
        for named, (start, end) in zip(reversed(lead.uses[:-1]), reversed(lead.clauses[:-1]), strict=True):
            if named and not _PURPOSE.match(self.text, start, end):
                nearest = next((use for use in reversed(named) if use.is_scope), named[-1])
                frame.use = nearest.name
                return Head(nearest.name, nearest.start)
            total = ALL_LAND.search(self.text, start, end)
            if total:
                return self._all_land(total.start(), total[0])
        return self._use_within(lead, frame) if frame.figures else self._use_introduced(lead, frame)

    def use_after(self, last: la.Area) -> Use | None:
        """The use told right behind an area: 供应100公顷住宅用地; 7万公顷供应给保障性安居工程."""
        if last.end not in self._after:
            self._after[last.end] = self._use_at(last.end)
        return self._after[last.end]

    def _use_at(self, end: int) -> Use | None:
        match = _HANDED_TO.match(self.text, end)
        at = match.end() if match else end
        stop = _CLAUSE_END.search(self.text, at)
        named = uses(self.text, at, stop.start() if stop else len(self.text))
        return named[0] if named and named[0].start == at else None

    def is_total(self, lead: Lead, frame: Frame) -> bool:
        """Whether words of a figure without use or place speak of all the land supplied."""
        if ALL_LAND.search(lead.words) or _TOTAL.search(lead.words):
            return True
        if (frame.previous or self._told_in_plan(lead)) and _AGAIN_ALONE.fullmatch(lead.words):
            return True
        return bool(frame.figures) and frame.figures[-1].use is None and _TOLD_AGAIN.search(lead.own) is not None

    def _told_in_plan(self, lead: Lead) -> bool:
        """上年度实际供应867.9公顷, in a plan, where nothing else is said: all the land of that year."""
        return self.context.is_titled and _YEAR_SUPPLIED.fullmatch(lead.words) is not None

    def _all_land(self, at: int | None = None, words: str = "") -> Head:
        """All land; in a plan of housing land alone its 供应总量 is that of housing."""
        subject = self.context.subject
        return Head(subject, at) if subject and "建设用地" not in words else Head(None, at)

    def _use_within(self, lead: Lead, frame: Frame) -> Head | None:
        """The use of a figure that follows others in its sentence and names none."""
        last = frame.figures[-1]
        if _SUM.fullmatch(lead.own) and self._adds_up(lead, frame):
            return self._all_land()
        if not any(map(self._names_part, lead.parts)):
            if not GENERIC_LAND.search(_PLAIN_SUPPLY.sub("", lead.words)) and _SAME_AGAIN.search(lead.words):
                return Head(last.use, None)  # 实际完成 …, 去年为 …: the same land told again
            if not GENERIC_LAND.search(lead.words):
                return None
            return Head(frame.use, None) if frame.use else self._all_land()
        if _PRONOUN.search(lead.words):
            return Head(last.use, None)
        if INSIDE.search(self.text, lead.at, lead.first.start):
            return Head(self._whole_of(lead, frame).use, None)
        at = next((index for index in reversed(range(len(frame.figures))) if frame.figures[index].place), 0)
        while at and frame.figures[at].place and frame.figures[at - 1].place == frame.figures[at].place:
            at -= 1  # 甲区100公顷，其中住宅用地40公顷；乙区80公顷: as the list began with the place before
        listed = frame.figures[at]
        return Head(listed.use, None)

    def _whole_of(self, lead: Lead, frame: Frame) -> Found:
        """The figure that 其中 tells the parts of: the last one, or behind ； the first, that is not smaller."""
        is_new_part = "；" in self.text[lead.at : lead.first.start]
        told = frame.figures if is_new_part else list(reversed(frame.figures))
        return next((figure for figure in told if figure.area.ha >= lead.first.ha), told[0])

    def _adds_up(self, lead: Lead, frame: Frame) -> bool:
        """Whether a figure is the sum of the uses that the sentence has listed before it (甲用地20公顷，乙用地30公顷，总计50公顷)."""
        last = frame.figures[-1]
        listed = [f for f in frame.figures if (f.place, f.kind, f.year) == (last.place, last.kind, last.year) and f.use]
        near = len(listed) * 0.5 * 10.0**-lead.first.decimals * (lead.first.ha / lead.first.value)
        return (
            len(listed) > 1
            and any(scope_of(f.use) != "kind" for f in listed if f.use)
            and abs(sum(f.area.ha for f in listed) - lead.first.ha) <= near
        )

    def _use_introduced(self, lead: Lead, frame: Frame) -> Head | None:
        """The use of a sentence's first figure where the sentence names none."""
        told = {figure.use for figure in frame.previous}
        if len(told) == 1 and _INSIDE_FIRST.match(lead.words) and any(map(self._names_part, lead.parts)):
            return Head(told.pop(), None)  # …经营性用地100公顷。其中甲区土地面积20公顷: of what was told right before
        if _LAND_SUPPLIED.search(lead.words) or _AMOUNT_SUPPLIED.search(lead.words):
            return self._all_land()
        if not frame.previous and self._told_in_plan(lead):
            return self._all_land()
        if frame.previous and _AGAIN_ALONE.fullmatch(lead.words):
            # 上年实际供应7800亩: what the sentence before is about, told again.
            told = {figure.use for figure in frame.previous}
            return Head(told.pop(), None) if len(told) == 1 else self._all_land()
        names_part = any(map(self._names_part, lead.parts))
        if not names_part and not GENERIC_LAND.search(lead.words) and not frame.previous:
            return None
        return self._topic(lead.clauses[0][0], lead.first)

    def _names_part(self, clause: tuple[Part, ...]) -> bool:
        return any(not part.is_own for part in clause)

    def _topic(self, at: int, area: la.Area) -> Head:
        """What the words before a bare list are about: a sentence of the paragraph, else the heading, else all land."""
        index = self._index(at)
        line = self.text.rfind("\n", 0, at) + 1
        first = self._index(line)
        if self.text[max(0, line - 2) : line].rstrip("\n").endswith(("：", ":")) or LABEL.match(self.text, line):
            first = max(0, first - _BLOCK)
        elif PARTED.match(self.text, self.bounds[index][0]):
            first = max(0, min(first, index - 1))
        here = self.marked.section_at(at)
        for start, end in reversed(self.bounds[first:index]):
            there = self.marked.section_at(start)
            if (
                start < line
                and there is not None
                and there is not here
                and not la.NEAR_UNIT.search(self.text, start, end)
            ):
                break
            topic = self._topic_of(start, end, area)
            if topic is not None:
                return topic
        for outer in self.marked.ancestors(here):
            named = uses(outer.heading, 0, len(outer.heading))
            if named and not la.NEAR_UNIT.search(outer.heading):
                return Head(named[-1].name, None)
        return self._all_land()

    def _topic_of(self, start: int, end: int, area: la.Area) -> Head | None:
        """What one sentence is about; None where it says nothing of it, as an item of the same list does."""
        named = uses(self.text, start, end)
        figures = la.areas(self.text, start, end)
        if not named:
            total = ALL_LAND.search(self.text, start, end)
            return self._all_land(words=total[0]) if total else None
        if figures:
            if len(figures) > 1 and len(named) > 1 and _INSIDE_FIRST.match(self.text, start):
                return None  # 其中产权住宅用地20公顷，租赁住宅用地10公顷: parts of what the sentence before is about
            outer = [use for use in named if use.start < figures[0].start]
            others = [use for use in named if use.start > figures[0].end]
            if not outer or (len(figures) > 1 and any(_is_another(use, outer) for use in others)):
                return self._all_land()
            if max(one.ha for one in figures) < area.ha:
                return self._all_land()  # 其中住宅用地300亩。甲区供应600亩: no part is larger than its whole
            return Head(next((use for use in outer if use.is_scope), outer[-1]).name, None)
        later = ALL_LAND.search(self.text, named[-1].end, end)
        if later and not named[-1].is_scope and "用地" in later[0]:
            return Head(None, None)
        return Head(named[-1].name, None)

    def _index(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1
