"""Land supply in sentences: each area has its use, place, year and kind from its clause, else from what governs it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from orchestration.gazette.extraction.land import areas as la
from orchestration.gazette.extraction.land.context import (
    SUPPLY,
    Context,
    kind_in,
)
from orchestration.gazette.extraction.land.frames import Frames
from orchestration.gazette.extraction.land.heads import PARTED, Heads
from orchestration.gazette.extraction.land.heads_places import PlaceHeads
from orchestration.gazette.extraction.land.lead import PASSED_PART, Found, Frame, Lead, is_change, is_other, lead_of
from orchestration.gazette.extraction.land.lines import FRESH, UNFINISHED
from orchestration.gazette.extraction.land.lists import APART, SEPARATORS, each, respectively
from orchestration.gazette.extraction.land.sentences import areas_once, sentence_bounds
from orchestration.gazette.extraction.land.shares import listed_shares, share_before, share_behind
from orchestration.gazette.extraction.land.time import kind_of, passed_year, years_of
from orchestration.gazette.extraction.land.topics import is_before_supply, tells_of_land_before
from orchestration.gazette.extraction.land.turns import CHANGED_TO, REPLACED, turn_before, turned
from orchestration.gazette.extraction.land.uses import core, uses
from orchestration.gazette.extraction.land.works import Works
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Notice

_PLOTS = re.compile(r"[0-9]+(?:幅|宗|块|个地块)")
_BATCH = re.compile(r"批次|[首一二三四五]批|集中供地|集中出让")
_LAND = re.compile(r"用地|土地|供地|宅地|地块")  # what square metres must be of: else they are floors
_EACH = re.compile(
    r"(?:各|均)(?:为|供应|安排|计划供应)?约?$|(?:各|均)(?:计划)?(?:供应|安排|落实|出让)[\u4e00-\u9fff]{2,14}约?$"
)
# A line of prose that ends inside a word: not at a mark, a unit or a share, as the lines of a list may.
_PROSE = re.compile(r"[，。]")
# A paragraph that opens so tells of the parts of what the one above ends with.
_GOES_ON = re.compile(r"其中")
# A line of its own that is no prose: a numbered heading, a headline.
_HEADING = re.compile(r"[（(]?[一二三四五六七八九十0-9]{1,3}[)）、.．][^。]{0,40}$|[^。]{0,24}$")
# Words of the page behind a paragraph's last sentence: 。 本文来自某某网.
_CREDIT = re.compile(r"。[”」]?(?:\s+\S{1,24}|\s*(?:本文|文章|来源|摘自|转自|转载)[^，。]{1,24})$")
_SUPPLIED = re.compile(r"供应|供地")
_MODES = re.compile(r"(?:出让|划拨|租赁)(?:国有)?(?:建设用地|土地|用地|供地|供应|方式|面积|[0-9]+[宗幅])")
_FEW = 2
_NEAR = 40  # characters of its own clause that a quote takes in where no head is named there
_RESPECTIVELY = 40  # characters before the first figure in which 分别 stands


def read(marked: MarkedText, context: Context) -> Iterator[Found | Notice]:
    """Every area of land supply stated in sentences, in order; table rows (lines with |) are left to the tables."""
    yield from _Reader(marked, context).read()


class _Reader:
    def __init__(self, marked: MarkedText, context: Context) -> None:
        self.marked = marked
        self.text = marked.text
        self.context = context
        self.bounds = sentence_bounds(self.text)
        self.starts = [start for start, _ in self.bounds]
        self.heads = Heads(marked, context, self.bounds)
        self.places = PlaceHeads(marked, context)
        self.frames = Frames(marked, context, self.bounds)
        self.is_titled_supply = SUPPLY.search(context.titles) is not None
        self.tells_of_land_before = tells_of_land_before(marked, context.titles)
        self.notices: list[Notice] = []
        self.works = Works(self.text)
        self.told: list[int] = []  # the sentences that gave figures, or that parted them by mode

    def read(self) -> Iterator[Found | Notice]:
        frame = Frame(self.context.plan_year)
        paragraph_end = -1
        last = -2
        for match in la.NEAR_UNIT.finditer(self.text):
            index = self._index(match.start())
            if index == last:
                continue
            start, end = self.bounds[index]
            if "|" in self.text[start:end]:
                continue
            goes_on = index - last == 1 and bool(frame.figures) and _GOES_ON.match(self.text, start) is not None
            if is_new := start >= paragraph_end:
                paragraph_end = self.text.find("\n", start)
                paragraph_end = len(self.text) if paragraph_end < 0 else paragraph_end
            if is_new and not goes_on:
                told, has_total = frame.kind, frame.has_total
                told_year = None if frame.is_last_year else frame.year
                frame = self.frames.opening(start)
                frame.has_total = has_total
                if frame.kind is None and not self.context.is_titled:
                    frame.year = told_year if frame.year is None else frame.year
                    frame.kind = told  # news goes on telling of what it told of before
            else:
                frame.previous = frame.figures if index - last == 1 else []
                self.frames.passing(frame, last + 1, index)
            frame.figures = []
            frame.use = None
            frame.inside = False
            frame.outer = None
            frame.passed = frame.passed_parts = False
            last = index
            self._sentence(start, end, frame)
            yield from frame.figures
        yield from self.notices

    # --- one sentence -------------------------------------------------------------------------------------------------

    def _sentence(self, start: int, end: int, frame: Frame) -> None:
        found = areas_once(self.text, la.areas(self.text, start, end))
        if not found or not (self._has_evidence(start, end) or self._goes_on(start, found[0].start)):
            return
        if self.tells_of_land_before and is_before_supply(self.marked, self.context.titles, start, end):
            return
        if _PLOTS.search(self.text, start, end) and (self.context.is_batch or _BATCH.search(self.text, start, end)):
            return
        at = start
        index = 1 if self._is_cut(start, found[0]) else 0
        if index:
            self._note(start, found[0].end, "broken_line", "A line break cuts this figure's words; read it by eye.")
            at = found[0].end
            passed_year(self.context, self.text[start : found[0].start], frame)
            frame.kind = kind_in(self.text[start : found[0].start], "") or frame.kind
        told_to = at
        while index < len(found):
            if REPLACED.match(self.text, found[index].end):
                # 由2000公顷调整为2150公顷: the old figure stands no longer; its head is the new one's.
                index += 1
                turn = turn_before(self.text, at, found[index - 1].start) if index < len(found) else None
                if turn:
                    frame.figures.extend(self._turned(turn, found[index - 1], found[index], at, frame))
                    at = told_to = found[index].end
                    index += 1
                continue
            group, index = self._group(found, index, at)
            frame.bracket(self.text[told_to : group[0].start])
            told_to = group[-1].end
            following = found[index].start if index < len(found) else end
            added = self._figures(group, at, following, end, frame)
            frame.figures.extend(added)
            frame.has_total = frame.has_total or any(one.use is None and one.place is None for one in added)
            # What floors are of, the land they stand on is of too: the next figure may go on from the use behind them.
            after = None if la.is_square_metres(group[-1]) and not added else self.heads.use_after(group[-1])
            if added or not CHANGED_TO.match(self.text, group[-1].end):
                at = max(group[-1].end, added[-1].end if added else 0, after.end if after else 0)
        self._share_out(frame)
        here = self._index(start)
        if frame.figures or (self.told[-1:] == [here - 1] and _MODES.search(self.text, start, end)):
            self.told.append(here)

    def _turned(self, turn: re.Match[str], then: la.Area, now: la.Area, at: int, frame: Frame) -> list[Found]:
        told = replace(frame)
        was, is_now = (self._figures((area,), at, area.end, area.end, frame) for area in (then, now))
        return turned(self.context, turn, self.text[then.end : now.start], was, is_now, frame, told)

    def _index(self, at: int) -> int:
        return bisect_right(self.starts, at) - 1

    def _share_out(self, frame: Frame) -> None:
        """Gives the shares that stand together behind a list to its figures in order."""
        parts = [index for index, one in enumerate(frame.figures) if one.use or one.place]
        if len(parts) < _FEW or any(frame.figures[index].share is not None for index in parts):
            return
        shares = listed_shares(self.text, frame.figures[-1].area.end, len(parts))
        for index, share in zip(parts, shares, strict=True):
            frame.figures[index] = replace(frame.figures[index], share=share)

    def _group(self, found: list[la.Area], index: int, at: int) -> tuple[tuple[la.Area, ...], int]:
        """The areas that one 分别 speaks of together, or one area; and the index of the next."""
        first = found[index]
        lead = self.text[max(at, first.start - _RESPECTIVELY) : first.start]
        index += 1
        told = list(APART.finditer(lead))
        if not told:
            return (first,), index
        after = first.start - len(lead) + told[-1].start()
        group = [*la.bare_numbers(self.text, after, first), first]
        while index < len(found) and SEPARATORS.fullmatch(self.text, found[index - 1].end, found[index].start):
            group.append(found[index])
            index += 1
        return tuple(group), index

    def _is_cut(self, start: int, first: la.Area) -> bool:
        """Whether prose was left broken right before its first figure's words: 1785.⏎63公顷, 沂⏎源县8公顷."""
        if not start or self.text[start - 1] != "\n":
            return False
        above = self.text[self.text.rfind("\n", 0, start - 1) + 1 : start - 1]
        if first.start == start and above[-1:].isdigit():
            return True
        if FRESH.match(self.text, start) or _HEADING.match(above) or _CREDIT.search(above):
            return False
        return _PROSE.search(above) is not None and UNFINISHED.search(above) is not None

    def _note(self, start: int, end: int, code: str, message: str) -> None:
        first, last = self.marked.clean(start, end)
        document = self.marked.document
        quote = document.text[first:last]
        self.notices.append(Notice("extraction", code, message, quote=quote, document_id=document.document_id))

    def _has_evidence(self, start: int, end: int) -> bool:
        """Whether the sentence, its paragraph, its headings or the document speak of land being supplied."""
        if self.context.is_plan or SUPPLY.search(self.text, start, end):
            return True
        if self.is_titled_supply and _SUPPLIED.search(self.text, start, end):
            return True  # 共供应28宗，面积75.2公顷, in a report of land supplied
        line = self.text.rfind("\n", 0, start) + 1
        if line < start and SUPPLY.search(self.text, line, start):
            return True
        if self.context.headline and any(
            named in core(use.name) for use in uses(self.text, start, end) for named in self.context.headline
        ):
            return True
        section = self.marked.section_at(start)
        if any(SUPPLY.search(outer.heading) for outer in self.marked.ancestors(section)):
            return True
        above = self.text[max(0, line - 120) : line].rstrip("\n")
        return above.endswith(("：", ":")) and SUPPLY.search(above) is not None

    def _goes_on(self, start: int, first: int) -> bool:
        """Whether a sentence goes on with the uses or the places of the supply told of in the sentence right before it."""
        if self.told[-1:] != [self._index(start) - 1]:
            return False
        return bool(uses(self.text, start, first)) or PARTED.match(self.text, start) is not None

    # --- one figure, or the figures of one 分别 ----------------------------------------------------------------------

    def _figures(self, group: tuple[la.Area, ...], at: int, following: int, end: int, frame: Frame) -> list[Found]:
        text = self.text
        if is_other(text, at, group[0], group[-1], frame):
            passed_year(self.context, text[at : group[0].start], frame)
            frame.passed = not is_change(text, group[0].start)
            frame.passed_parts = frame.passed and (
                frame.passed_parts or PASSED_PART.search(text, at, group[0].start) is not None
            )
            return []
        frame.passed = frame.passed_parts = False
        if any(area.is_range_end for area in group):
            self._note(at, group[-1].end, "area_range", "This area is printed as a range; read it by eye.")
            return []
        lead = lead_of(text, at, group, self.context)
        head = self.heads.use(lead, frame)
        if self.works.has_part(group):
            return []
        if head is None:
            return []
        if self.works.are_told(lead, head.use, head.start, self.heads.use_after(lead.last) is not None):
            passed_year(self.context, text[at : lead.first.start], frame)
            return []
        place, place_start = self.places.place(lead, frame, head.use)
        if (
            la.is_square_metres(lead.last)
            and not _LAND.search(lead.own)
            and not any(_LAND.search(use.name) for named in lead.uses for use in named)
            and not (head.use and _LAND.search(head.use))
        ):
            passed_year(self.context, text[at : lead.first.start], frame)
            return []
        years = years_of(self.context, lead, frame)
        kind = kind_of(self.context, text, lead, text[group[-1].end : following], frame)
        if head.use is None and place is None and not lead.compared and not self.heads.is_total(lead, frame):
            return []
        after = self.heads.use_after(lead.last)
        told_to = after.end if after else lead.last.end
        share, share_end = share_behind(text, told_to, end) if len(group) == 1 else (None, None)
        base = Found(
            start=_quote_start(lead, head.start, place_start),
            end=share_end or (told_to if after and head.use == after.name else lead.last.end),
            area=lead.first,
            year=years[0],
            kind=kind,
            place=place,
            use=head.use,
            share=share if share is not None else share_before(text, lead),
            rule="land.sentence",
        )
        if len(group) > 1:
            listed = respectively(text, base, lead, years)
            if not listed:
                message = "The areas of this list (分别) are not as many as its heads; read it by eye."
                self._note(base.start, group[-1].end, "unmatched_list", message)
            return listed
        if len(years) > 1:
            return [replace(base, year=year, rule="land.each_year") for year in years]
        return each(base, lead) if _EACH.search(lead.own) else [base]


def _quote_start(lead: Lead, use_start: int | None, place_start: int | None) -> int:
    """Where a figure's quote begins: at the first head in its own clause, else at that clause or the nearest head."""
    starts = [start for start in (use_start, place_start) if start is not None and start >= lead.at]
    own = [start for start in starts if start >= lead.own_start]
    if own:
        return min(own)
    if starts:
        return max(starts) if len(lead.group) == 1 else min(starts)
    if lead.own_start < lead.first.start <= lead.own_start + _NEAR:
        return lead.own_start + len(lead.own) - len(lead.own.lstrip("，、；：（ "))
    return lead.first.start
