"""Land supply told in sentences: each area gets its use, place, year and kind from its own clause, else from what governs it.

A figure's head is looked for from near to far: its clause; the clauses before it since the last figure; the figure it is a
part of (其中 …); the sentence, paragraph or heading that introduces a bare list (住宅用地 … 在区域分布上，甲区10公顷，乙县8公顷).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from orchestration.gazette.extraction import land_areas as la
from orchestration.gazette.extraction.land_context import SUPPLY, YEAR, YEARS, Context, Kind, heading_kind, kind_in, year_of
from orchestration.gazette.extraction.land_places import Part
from orchestration.gazette.extraction.land_uses import ALL_LAND, GENERIC_LAND, Use, scope_of, uses
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.numbers import ARABIC

# What an area measures when it is not land supplied.
_OTHER_THINGS = re.compile(
    r"建筑(?:总)?(?:面积|规模|体量)|总建面|建面|楼面|计容|可建|住房面积|耕地|林地|草地|园地|湿地|农田|绿化|造林|森林|保有量|红线|储备(?!库?用地供)|收储|征收|征地|征用|报批|批回|"
    r"批准(?!.*供)|复垦|整治|整理|流拍|流标|违法|违规|闲置|批而未供|低效|减量|腾退|拆除|开工|竣工|下限|上限|剩余|尚余|结余|缺口|年均|平均|均值|均量|人均|户均|每公顷|收回|争取指标|挂钩|占补|"
    r"不低于|不少于|至少|播种|种植|流转|受灾|水面|面积最|库存|待开发|去化|地下空间|棕地|填海|新批|立项|验收|万元|亿元"
)
# The same told right behind the area: 47万平方米总楼面面积, 12公顷私人土地已收回.
_TAIL_OTHER = re.compile(
    r"以下|左右的|的?(?:住房|住宅(?!用地)|[大中小]?户型|棕地|增量|缺口|私人土地|(?:总)?(?:建筑|楼面))|[^，。；（]{0,12}(?:棕地|楼面面积|收回|闲置|流拍|耕地|违法)"
)
_CHANGE = re.compile(r"(?:增加|减少|增长|下降|缩减|调增|调减|多供|少供|高出|超出|净增|同比增|同比减|多|少|增|减|超)(?:了|约|近|供地|供应)*$|(?:增加|减少|调增|调减)[^，。；]{0,12}$")
_PLOT = re.compile(r"地块(?:的)?(?:土地)?面积|宗地面积|(?:旧厂|旧村|旧城)改造地块|该宗|该地块|起始价|挂牌")
_COMPARED = re.compile(r"(?:相比|比|较|与|超过|高于|低于|同|多于|少于|不及|远超)(?:于)?[^，。；]{0,6}(?:(?:19|20)\d\d年|去年|上年|上一年|前年)[^，。；]{0,14}$|(?:去年|上年)?同期（?$")
_SUBJECT_TAIL = re.compile(r"^(?:，|、)?(?:约)?(?:占|同比|比上年|较上年|较去年|环比|增长|下降|减少|增加|与(?:去|上)年)[^，。；]*")
_SEPARATORS = re.compile(r"\s*(?:[、，和及与]|以及)\s*")
_ALTERNATE = re.compile(r"\s*[（，]?\s*(?:约|合|即|折合|折|相当于|约合)*\s*")
_INSIDE = re.compile(r"其中|包括|包含|（含?|内含|含")
# By how it is supplied: neither a use nor a place.
_MODE = re.compile(r"(?:有偿|划拨|协议|出让|招拍挂)(?:使用)?方式(?:供应|供地|出让)?(?:国有建设)?(?:土地|用地)?$|(?:划拨|协议)(?:供应|出让|供地)?(?:土地|用地)?(?:[0-9]+宗)?$")
_MODE_PART = re.compile(r"(?:其中|，|、|；)[^，。；]{0,6}(?:出让|划拨|协议|招拍挂|挂牌|拍卖)(?:土地|用地|供地)?[0-9]*宗?[^，。；]{0,6}，?(?:总)?面积$|划拨(?:土地|用地|供地)[0-9]*宗?")
_LISTED_SHARES = re.compile(rf"[^占]{{0,60}}?分别占[^，。；]{{0,24}}?((?:{ARABIC}%[、，和及与]?)+)")
_NUMBERED = re.compile(r"[0-9]+(?:幅|宗|块|个地块)")
_HEAD_END = re.compile(r"(?<!\d)。|[！？\n]|。(?!\d)")
_DEFERS = re.compile(r"(?:要|将|拟)?(?:供应给|安排给|用于(?:供应|建设)?|供应|的|为)?")
_SKIPPED = re.compile(r"(?:以内|以上|左右)?(?:（[^（）\n]{0,200}）)?")
_CLAUSE = re.compile(r"[，、]?[^，；。]*(?:；|(?=[，。])|$)")
_SHARE_LEAD = re.compile(r"(?:约|均|且|并|其)*(?:占|所占|比重)")
_BETWEEN = re.compile(r"同比|较|比|与|约|增|减|降")
_OF_TASK = re.compile(r"任务|指标|(?:全年|年度|当年|本年|全年度)(?:的)?(?:供应|供地|用地)?计划$")
_REPLACED = re.compile(r"(?:调整|调增|调减|增加|提高|压减|下调|上调|修改|变更)(?:为|到|至)")
_BLOCK_LIMIT = 12
_NEAR = 40
_HEADING_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Found:
    """One area with all that was read for it; offsets in the matching text."""

    start: int
    end: int
    area: la.Area
    year: int | None
    kind: Kind
    place: str | None  # None: the document's own
    use: str | None  # None: all land
    parts: tuple[str, ...]
    share: float | None
    share_of: str | None
    rule: str


@dataclass(slots=True)
class _Frame:
    """What has been said so far and still holds."""

    year: int | None
    kind: Kind | None = None
    place: str | None = None
    use: str | None = None
    has_use: bool = False  # whether ``use`` was stated (None then means all land)
    inside: bool = False  # whether 其中 has put the next figures inside the last place
    figures: list[Found] = field(default_factory=list)  # of this sentence
    previous: list[Found] = field(default_factory=list)  # of the sentence before, same paragraph


def read(marked: MarkedText, context: Context) -> Iterator[Found]:
    """Every area of land supply stated in sentences, in order; table rows (lines with |) are left to the tables."""
    yield from _Reader(marked, context).read()


class _Reader:
    def __init__(self, marked: MarkedText, context: Context) -> None:
        self.marked = marked
        self.text = marked.text
        self.context = context
        self.bounds = _sentence_bounds(self.text)
        self.starts = [start for start, _ in self.bounds]

    def read(self) -> Iterator[Found]:
        frame = _Frame(self.context.plan_year)
        paragraph_end = -1
        previous_index = -2
        for match in la.NEAR_UNIT.finditer(self.text):
            index = bisect_right(self.starts, match.start()) - 1
            if index == previous_index:
                continue
            start, end = self.bounds[index]
            if "|" in self.text[start:end]:
                continue
            same_paragraph = start < paragraph_end
            if not same_paragraph:
                paragraph_end = self.text.find("\n", start)
                paragraph_end = len(self.text) if paragraph_end < 0 else paragraph_end
                frame = self._opening(start)
            else:
                frame.previous = frame.figures if index - previous_index == 1 else []
                if index - previous_index > 1:
                    self._passing(frame, previous_index + 1, index)
            frame.figures = []
            frame.place = frame.use = None
            frame.has_use = frame.inside = False
            previous_index = index
            self._sentence(start, end, frame)
            yield from frame.figures

    # --- what holds at the beginning of a paragraph -------------------------------------------------------------------

    def _opening(self, start: int) -> _Frame:
        frame = _Frame(self.context.plan_year)
        section = self.marked.section_at(start)
        for outer in self.marked.ancestors(section):
            if frame.kind is None:
                frame.kind = heading_kind(outer.heading)
                year = self._year(outer.heading)
                if frame.kind and year is not None:
                    frame.year = year
        line = self.text.rfind("\n", 0, start) + 1
        if line < start:
            first, last = self._indexes(line, start)
            self._passing(frame, first, last)
        return frame

    def _passing(self, frame: _Frame, first: int, last: int) -> None:
        """Sentences without figures also move the year (2020年，全市 … 。)."""
        for start, end in self.bounds[first:last]:
            year = self._year(self.text[start:end])
            if year is not None and SUPPLY.search(self.text, start, end):
                frame.year = year

    def _indexes(self, start: int, end: int) -> tuple[int, int]:
        return bisect_right(self.starts, start) - 1, bisect_right(self.starts, end) - 1

    def _year(self, words: str) -> int | None:
        if YEARS.search(words):
            return None
        match = YEAR.search(words)
        return year_of(match, self.context.current_year) if match else None

    # --- one sentence -------------------------------------------------------------------------------------------------

    def _sentence(self, start: int, end: int, frame: _Frame) -> None:
        found = _once(self.text, la.areas(self.text, start, end))
        if not found or not self._has_evidence(start, end):
            return
        if self.context.is_batch and _NUMBERED.search(self.text, start, end):
            return
        at = start
        index = 0
        while index < len(found):
            area = found[index]
            group = self._group(found, index, at)
            if _REPLACED.match(self.text, area.end):
                # 由2000公顷调整为2150公顷: the old figure stands no longer; what it was of is said before it.
                index += 1
                continue
            after = index + _printed(group, area)
            following = found[after].start if after < len(found) else end
            added = self._figures(group, at, following, end, frame)
            if added:
                frame.figures.extend(added)
            last = group[-1]
            after_use = self._use_after(last)
            at = max(last.end, added[-1].end if added else last.end, after_use.end if after_use else 0)
            index += _printed(group, area)

    def _group(self, found: list[la.Area], index: int, at: int) -> list[la.Area]:
        """The areas that one 分别 (or 均, 各) speaks of together; a single one otherwise."""
        first = found[index]
        lead = self.text[at : first.start]
        if "分别" not in lead[-40:]:
            return [first]
        after = lead.rfind("分别") + at
        group = [*la.bare_numbers(self.text, after, first), first]
        while index + 1 < len(found) and _SEPARATORS.fullmatch(self.text[found[index].end : found[index + 1].start]):
            index += 1
            group.append(found[index])
        return group

    def _has_evidence(self, start: int, end: int) -> bool:
        if SUPPLY.search(self.text, start, end):
            return True
        line = self.text.rfind("\n", 0, start) + 1
        if line < start and SUPPLY.search(self.text, line, start):
            return True
        section = self.marked.section_at(start)
        if any(SUPPLY.search(outer.heading) for outer in self.marked.ancestors(section)):
            return True
        if self.context.is_plan:
            return True
        before = self.text[max(0, line - 120) : line].rstrip("\n")
        return before.endswith(("：", ":")) and SUPPLY.search(before) is not None

    # --- one figure, or the figures of one 分别 ------------------------------------------------------------------------

    def _figures(self, group: list[la.Area], at: int, following: int, sentence_end: int, frame: _Frame) -> list[Found]:
        text = self.text
        first, last = group[0], group[-1]
        at = self._after_tail(at, first.start)
        clauses = _clauses(text, at, first.start)
        own_start, own_end = clauses[-1]
        if len(clauses) > 1 and text[own_start - 1] == "（" and not re.search(r"[\u4e00-\u9fff]{3}", text[own_start:own_end]):
            # Only the figure stands in the bracket: what it is of stands before (近五年均值（6.29万公顷）).
            own_start = clauses[-2][0]
        own = text[own_start:own_end]
        tail = text[last.end : following]
        if _OTHER_THINGS.search(own) or _CHANGE.search(own) or _PLOT.search(own):
            return []
        if _MODE.search(own) or (frame.figures and _MODE_PART.search(text, at, first.start)):
            return []
        if _TAIL_OTHER.match(tail) or self._is_floor(last):
            return []
        compared = _COMPARED.search(text[at : first.start]) is not None
        names = self._uses(clauses)
        parts = self._parts(clauses)
        use = self._use(names, parts, clauses, first, last, frame, compared)
        if use is None:
            return []
        use_name, use_parts, use_start = use
        place, place_start, is_known = self._place(parts, clauses, frame, compared, use_name)
        if not is_known:
            return []
        years = self._years(clauses, frame, compared, len(group))
        seg = text[clauses[-1][0] : first.start]
        kind = self._kind(clauses, seg, tail, frame, compared)
        if use_name is None and place is None and not compared and not self._is_total(clauses, frame):
            return []
        starts = [s for s in (use_start, place_start) if s is not None and s >= at]
        begin = max(starts) if len(group) == 1 and starts else min(starts, default=first.start)
        if len(group) == 1 and starts:
            begin = min(s for s in starts if s >= own_start) if any(s >= own_start for s in starts) else begin
        if begin == first.start and own_start < begin <= own_start + _NEAR:
            begin = own_start + len(own) - len(own.lstrip("，、；：（ "))
        share, of, share_end = self._share(last.end, sentence_end) if len(group) == 1 else (None, None, None)
        if share is None and len(clauses) > 1:
            share, of = self._share_before(clauses)
        end = share_end or last.end
        base = Found(begin, end, first, years[0], kind, place, use_name, use_parts, share, of, "land.sentence")
        if len(group) > 1:
            return self._respectively(group, base, clauses, names, parts, years)
        if len(years) > 1:
            return [replace(base, year=year, rule="land.each_year") for year in years]
        if re.search(r"(?:各|均)(?:为|供应|安排|计划供应)?(?:约)?$", own):
            return self._each(base, names, parts, clauses)
        return [base]

    def _after_tail(self, at: int, end: int) -> int:
        """Where the next figure's own words begin: behind brackets and the share and growth told of the figure before."""
        text = self.text
        moved = True
        while moved:
            moved = False
            match = re.compile(r"(?:以内|以上|左右|）|（[^（）]*）)").match(text, at, end)
            if match and match.end() > at:
                at, moved = match.end(), True
                continue
            match = _SUBJECT_TAIL.match(text[at:end])
            if match and match.end() and at + match.end() < end and not re.search(r"用地|其中|，", text[at + 1 : at + match.end()]):
                at, moved = at + match.end(), True
            elif match and match.end() and at + match.end() < end and la.SHARE.search(match[0]):
                at, moved = at + match.end(), True
        return at

    def _uses(self, clauses: list[tuple[int, int]]) -> list[list[Use]]:
        return [uses(self.text, start, end) for start, end in clauses]

    def _parts(self, clauses: list[tuple[int, int]]) -> list[list[Part]]:
        return [self.context.places.find(self.text, start, end) for start, end in clauses]

    def _use(
        self, names: list[list[Use]], parts: list[list[Part]], clauses: list[tuple[int, int]], first: la.Area, last: la.Area, frame: _Frame, compared: bool
    ) -> tuple[str | None, tuple[str, ...], int | None] | None:
        """(use or None for all land, its members, where it is named), or None where nothing says what the area is of."""
        own = [use for use in names[-1] if not use.is_scope]
        if own:
            return own[-1].name, own[-1].parts, own[-1].start
        after = self._use_after(last)
        if after:
            return None if after.name.endswith("地块") else (after.name, after.parts, None)
        start, end = clauses[-1]
        scoped = [use for use in names[-1] if use.is_scope]
        if scoped:
            return scoped[-1].name, scoped[-1].parts, scoped[-1].start
        total = ALL_LAND.search(self.text, start, end)
        if total and not any(use.is_scope for clause in names for use in clause):
            return self._all_land(total.start(), total[0])
        if compared and frame.figures:
            return frame.figures[-1].use, frame.figures[-1].parts, None
        for clause, (begin, finish) in zip(reversed(names[:-1]), reversed(clauses[:-1]), strict=True):
            if clause:
                nearest = next((use for use in reversed(clause) if use.is_scope), clause[-1])
                frame.use, frame.has_use = nearest.name, True
                return nearest.name, nearest.parts, nearest.start
            total = ALL_LAND.search(self.text, begin, finish)
            if total:
                return self._all_land(total.start(), total[0])
        return self._use_before(parts, clauses, frame)

    def _all_land(self, at: int | None, words: str = "") -> tuple[str | None, tuple[str, ...], int | None]:
        """All land; in a plan of housing land alone its 供应总量 is that of housing."""
        subject = self.context.subject
        if subject and "建设用地" not in words:
            return subject, (subject,), at
        return None, (), at

    def _use_after(self, last: la.Area) -> Use | None:
        """供应100公顷住宅用地; 7万公顷供应给保障性安居工程."""
        match = _DEFERS.match(self.text, last.end)
        at = match.end() if match else last.end
        stop = re.compile(r"[，。；：（\n]").search(self.text, at)
        named = uses(self.text, at, stop.start() if stop else at + 40)
        return named[0] if named and named[0].start == at else None

    def _use_before(self, parts: list[list[Part]], clauses: list[tuple[int, int]], frame: _Frame) -> tuple[str | None, tuple[str, ...], int | None] | None:
        named_part = any(not part.is_own for clause in parts for part in clause)
        words = self.text[clauses[0][0] : clauses[-1][1]]
        if frame.figures:
            if not named_part:
                # Nothing but 实际完成, 去年为 …: the same land told again.
                last = frame.figures[-1]
                if re.search(r"实际|完成|已|去年|上年|年|为", words) and not GENERIC_LAND.search(words.replace("供应", "").replace("供地", "")):
                    return last.use, last.parts, None
                if not GENERIC_LAND.search(words):
                    return None
                return (frame.use, (frame.use,), None) if frame.has_use and frame.use else self._all_land(None)
            listed = next((figure for figure in reversed(frame.figures) if figure.place is not None), None)
            if listed is not None and not _INSIDE.search(words):
                return listed.use, listed.parts, None
            if _INSIDE.search(words):
                return frame.figures[-1].use, frame.figures[-1].parts, None
            if listed is None:
                return frame.figures[0].use, frame.figures[0].parts, None
            return listed.use, listed.parts, None
        if re.search(r"(?:土地|用地)(?:面积|[0-9]+[幅宗])|(?:供应|出让)(?:的)?土地", words):
            return self._all_land(None)
        if not named_part and not GENERIC_LAND.search(words) and not frame.previous:
            return None
        topic = self._topic(clauses[0][0])
        return topic

    def _topic(self, at: int) -> tuple[str | None, tuple[str, ...], int | None] | None:
        """What the words before a bare list are about: the nearest sentence of the paragraph, else the heading, else all land."""
        index = bisect_right(self.starts, at) - 1
        line = self.text.rfind("\n", 0, at) + 1
        first, _ = self._indexes(line, at)
        before = self.text[max(0, line - 2) : line]
        if before.rstrip("\n").endswith(("：", ":")) or re.match(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,2}[)）.、]|[①-⑨])", self.text[line : line + 5]):
            first = max(0, first - _BLOCK_LIMIT)
        for start, end in reversed(self.bounds[first:index]):
            section = self.marked.section_at(start)
            if start < line and self.marked.section_at(at) is not section and la.NEAR_UNIT.search(self.text, start, end) is None and section is not None:
                break
            topic = self._topic_of(start, end)
            if topic is not None:
                return topic
        for outer in self.marked.ancestors(self.marked.section_at(at)):
            named = uses(outer.heading, 0, len(outer.heading))
            if named:
                return named[-1].name, named[-1].parts, None
        return self._all_land(None)

    def _topic_of(self, start: int, end: int) -> tuple[str | None, tuple[str, ...], int | None] | None:
        named = uses(self.text, start, end)
        figures = la.areas(self.text, start, end)
        if figures and self.context.places.find(self.text, start, figures[0].start) == [] and not named and not ALL_LAND.search(self.text, start, end):
            return None
        if not named:
            return (None, (), None) if ALL_LAND.search(self.text, start, end) else None
        if figures:
            outer = [use for use in named if use.start < figures[0].start]
            others = [use for use in named if use.start > figures[0].end]
            if not outer or (len(figures) > 1 and any(scope_of(use.name) != "kind" for use in others)):
                return None, (), None
            return outer[-1].name, outer[-1].parts, None
        last = named[-1]
        later = ALL_LAND.search(self.text, last.end, end)
        return (None, (), None) if later and not last.is_scope and "用地" in later[0] else (last.name, last.parts, None)

    def _place(
        self, parts: list[list[Part]], clauses: list[tuple[int, int]], frame: _Frame, compared: bool, use: str | None
    ) -> tuple[str | None, int | None, bool]:
        """(place or None for the document's own, where it is named, whether it is known)."""
        if not parts[-1] and compared and frame.figures:
            return frame.figures[-1].place, None, True
        for clause in reversed(parts):
            if clause:
                last = clause[-1]
                return (None if last.is_own else last.name), last.start, True
        words = self.text[clauses[0][0] : clauses[-1][1]]
        if frame.figures:
            last_figure = frame.figures[-1]
            short = self._short_part(clauses, frame)
            if short:
                return short[0], short[1], True
            if last_figure.place is None or frame.figures[0].place is not None:
                return last_figure.place, None, True
            # The sentence speaks of the whole place; a part holds only for what 其中 puts inside it.
            gap = self.text[last_figure.area.end : clauses[-1][1]]
            if "；" in gap:
                frame.inside = False
            elif _INSIDE.search(gap):
                frame.inside = True
            return (last_figure.place if frame.inside or use is None else None), None, True
        if frame.previous and words.lstrip().startswith(("其中", "包括", "分用途")):
            places = {figure.place for figure in frame.previous}
            if len(places) == 1:
                return places.pop(), None, True
        led = self._leading_place(clauses[0][0])
        return led, None, True

    def _short_part(self, clauses: list[tuple[int, int]], frame: _Frame) -> tuple[str, int] | None:
        """A place by its short name in a list of places: 甲区15幅 … ；乙11幅 …."""
        if not any(figure.place for figure in frame.figures):
            return None
        for start, end in clauses:
            match = re.compile(r"[；，、：]*([\u4e00-\u9fff]{2,4}?)(?=[0-9]+[幅宗块个]|$)").match(self.text, start, end)
            if match and match[1] not in ("其中", "合计", "共计", "实际", "完成", "土地", "约为", "总计") and self.context.places.identify(match[1]):
                return match[1], match.start(1)
        return None

    def _leading_place(self, at: int) -> str | None:
        """A paragraph that opens with a place and a colon or stop speaks of that place: （一）甲区。商服用地 …."""
        line = self.text.rfind("\n", 0, at) + 1
        match = re.compile(r"\s*(?:[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、])?\s*([\u4e00-\u9fff]{2,12}?)[。：:]").match(self.text, line)
        named = match[1] if match else None
        if named is None:
            section = self.marked.section_at(at)
            named = section.heading.rstrip("。：:") if section else self._line_before(line)
        if not named:
            return None
        found = self.context.places.find(named, 0, len(named))
        return named if len(found) == 1 and found[0].name == named and not found[0].is_own else None

    def _line_before(self, line: int) -> str:
        """The line above as a heading: short, without its label."""
        above = self.text[self.text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
        return re.sub(r"^\s*[（(]?[0-9一二三四五六七八九十]{1,3}[)）.、]\s*", "", above) if len(above) <= _HEADING_LENGTH else ""

    def _years(self, clauses: list[tuple[int, int]], frame: _Frame, compared: bool, size: int) -> list[int | None]:
        """The year of a figure; several where it is told of each (2021年与2022年均为); remembered unless only compared with."""
        words = self.text[clauses[0][0] : clauses[-1][1]]
        if YEARS.search(words):
            frame.year = None
            return [None]
        own = self.text[clauses[-1][0] : clauses[-1][1]]
        marks = list(YEAR.finditer(own))
        if marks and compared:
            return [year_of(marks[-1], self.context.current_year)]
        both = re.search(r"((?:19|20)\d\d)年?度?[和与、及]((?:19|20)\d\d)年", words)
        if both and re.search(r"均|各|都|分别", words):
            return [int(both[1]), int(both[2])]
        if compared:
            return [self._compared_year(words, frame)]
        told = [match for match in YEAR.finditer(words) if not _COMPARED.search(words[: match.end()]) or match.start() == 0]
        if told:
            frame.year = year_of(told[-1], self.context.current_year)
        return [frame.year]

    def _compared_year(self, words: str, frame: _Frame) -> int | None:
        marks = list(YEAR.finditer(words))
        if marks:
            mark = marks[-1]
            if mark["word"] and mark["word"].startswith(("去", "上")) and frame.figures and frame.figures[-1].year:
                return frame.figures[-1].year - 1
            return year_of(mark, self.context.current_year)
        return frame.year

    def _kind(self, clauses: list[tuple[int, int]], own: str, tail: str, frame: _Frame, compared: bool) -> Kind:
        kind = kind_in(own, tail)
        if compared:
            return kind if kind == "actual" else (frame.figures[-1].kind if frame.figures else frame.kind or self.context.default_kind)
        if kind is None:
            for start, end in reversed(clauses[:-1]):
                kind = kind_in(self.text[start:end], "")
                if kind:
                    break
        if kind is None:
            return frame.kind or self.context.default_kind
        frame.kind = kind
        return kind

    def _is_total(self, clauses: list[tuple[int, int]], frame: _Frame) -> bool:
        words = self.text[clauses[0][0] : clauses[-1][1]]
        own = self.text[clauses[-1][0] : clauses[-1][1]]
        if ALL_LAND.search(words) or re.search(r"(?:供应|出让|供给|推出)(?:的)?(?:[各经][类营]性?)?土地|土地(?:供应|出让|供给)|供地|供应计划|计划供应|供应量|总供应|土地(?:总)?面积|合计|总计|总面积|用地", words):
            return True
        return bool(frame.figures) and re.search(r"实际|完成|计划|去年|上年|年|同期", own) is not None and frame.figures[-1].use is None

    def _is_floor(self, area: la.Area) -> bool:
        """Whether the text calls the same figure floor area elsewhere, or the unit fits flats rather than land."""
        printed = self.text[area.start : area.end]
        if "平" not in area.unit and "㎡" not in area.unit:
            return False
        return re.search(rf"(?:建筑(?:总)?(?:面积|规模)|建面)[^。；，\n]{{0,8}}{re.escape(printed)}", self.text) is not None

    def _share(self, at: int, end: int) -> tuple[float | None, str | None, int | None]:
        """The share told of a figure right behind it (占…的8.2%), what it is of, and where it ends.

        A bracket between (住宅用地400公顷（其中 …），占22%) is passed over; what stands behind the closing bracket of a figure's
        own bracket is told of the figure that opened it.
        """
        text = self.text
        plain = la.PLAIN_SHARE.match(text, at, end)
        if plain:
            return la.arabic(plain["pct"]), None, plain.end()
        skipped = _SKIPPED.match(text, at, end)
        behind = skipped.end() if skipped else at
        holds_areas = bool(la.NEAR_UNIT.search(text, at, behind)) and len(la.areas(text, at, behind)) > 0
        for match in _CLAUSE.finditer(text, behind, end):
            clause = match[0].lstrip("，、 ")
            if clause.startswith(("）", "；", "。", "其中")):
                break
            found = la.SHARE.match(clause) or (la.SHARE.search(clause) if _SHARE_LEAD.match(clause) else None)
            if found:
                of = found["of"] or ""
                if _OF_TASK.search(of):
                    return None, None, None
                share_end = match.start() + match[0].find(found[0]) + len(found[0])
                is_twin = holds_areas and not _ALTERNATE.fullmatch(text[at : la.areas(text, at, behind)[0].start])
                return la.arabic(found["pct"]), of or None, None if is_twin else share_end
            if (clause and not _BETWEEN.match(clause)) or match[0].endswith("；"):
                break
        return None, None, None

    def _share_before(self, clauses: list[tuple[int, int]]) -> tuple[float | None, str | None]:
        """A share told right before its area: 住宅用地占总量的22%，约858公顷."""
        (start, end), (own_start, own_end) = clauses[-2:]
        if not re.fullmatch(r"(?:约|为|即|达|面积|合|共|计)*", self.text[own_start:own_end].strip()):
            return None, None
        told = [match for match in la.SHARE.finditer(self.text, start, end) if match.end() == end]
        return (la.arabic(told[0]["pct"]), told[0]["of"]) if told else (None, None)

    def _respectively(
        self, group: list[la.Area], base: Found, clauses: list[tuple[int, int]], names: list[list[Use]], parts: list[list[Part]], years: list[int | None]
    ) -> list[Found]:
        """One figure for each head of a list; nothing where heads and figures do not count the same."""
        size = len(group)
        for clause in reversed(parts):
            listed = [part for part in clause if not part.is_own]
            if len(listed) == size:
                return [
                    replace(base, start=listed[0].start, end=area.end, area=area, place=part.name, rule="land.respectively")
                    for part, area in zip(listed, group, strict=True)
                ]
        for clause_uses in reversed(names):
            for use in reversed(clause_uses):
                if len(use.parts) == size:
                    shares = self._listed_shares(group[-1].end, size)
                    return [
                        replace(base, start=use.start, end=area.end, area=area, use=name, parts=(name,), share=share, rule="land.respectively")
                        for name, area, share in zip(use.parts, group, shares, strict=True)
                    ]
        if len(years) == size:
            return [replace(base, end=area.end, area=area, year=year, rule="land.respectively") for year, area in zip(years, group, strict=True)]
        return []

    def _listed_shares(self, at: int, size: int) -> list[float | None]:
        """Shares told of the same list right behind it, or in the sentence after: 三类用地分别占 …的30.4%、22.3%、47.3%."""
        match = _LISTED_SHARES.match(self.text, at)
        told = [la.arabic(number) for number in re.findall(rf"({ARABIC})%", match[1])] if match else []
        return list(told) if len(told) == size else [None] * size

    def _each(self, base: Found, names: list[list[Use]], parts: list[list[Part]], clauses: list[tuple[int, int]]) -> list[Found]:
        listed = [part for part in parts[-1] if not part.is_own]
        if len(listed) > 1:
            return [replace(base, place=part.name, rule="land.each") for part in listed]
        own = [use for use in names[-1] if not use.is_scope]
        if own and len(own[-1].parts) > 1:
            return [replace(base, use=name, parts=(name,), rule="land.each") for name in own[-1].parts]
        return [base]


def _once(text: str, found: list[la.Area]) -> list[la.Area]:
    """The areas without those that print the one before in another unit: 567公顷（8505亩）."""
    kept: list[la.Area] = []
    last: la.Area | None = None
    for area in found:
        if last is None or not (_ALTERNATE.fullmatch(text[last.end : area.start]) and la.same_land(last, area)):
            kept.append(area)
        last = area
    return kept


def _printed(group: list[la.Area], first: la.Area) -> int:
    """How many areas of a group carry a unit of their own, i.e. stand in the sentence's list of areas."""
    return sum(1 for area in group if area.start >= first.start)


def _clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans between commas, colons and semicolons outside brackets; at least one, the last one touching the figure."""
    spans: list[tuple[int, int]] = []
    depth = 0
    at = start
    for offset in range(start, end):
        character = text[offset]
        if character == "（":
            depth += 1
        elif character == "）":
            depth = max(0, depth - 1)
        elif depth == 0 and character in "，；：":
            if offset > at:
                spans.append((at, offset))
            at = offset + 1
    if depth:
        # An open bracket holds the figure: what stands in it is its clause.
        opened = text.rfind("（", at, end)
        if opened > at:
            spans.append((at, opened))
        inside = max(text.rfind(mark, opened, end) for mark in "，；：（")
        spans.append((inside + 1, end))
        return spans
    spans.append((at, end))
    return spans


def _sentence_bounds(text: str) -> list[tuple[int, int]]:
    bounds: list[tuple[int, int]] = []
    at = 0
    for match in re.finditer(r"[！？\n]|(?<![0-9])。|。(?![0-9])", text):
        if match.start() > at:
            bounds.append((at, match.end()))
        at = match.end()
    if at < len(text):
        bounds.append((at, len(text)))
    return bounds
