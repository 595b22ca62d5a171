"""The place of an area, looked for from near to far: its clause, the clauses before, its list, its paragraph, its heading."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.land.context import Context
from orchestration.gazette.extraction.land.lead import INSIDE, LABEL, Frame, Lead
from orchestration.gazette.extraction.land.places import Part
from orchestration.gazette.extraction.land.uses import core, uses
from orchestration.gazette.language.marked import MarkedText

_ASIDE = re.compile(r"（[^（）]*）")
_LEADING = re.compile(rf"(?:{LABEL.pattern})?\s*(?P<name>[\u4e00-\u9fff]{{2,12}}?)(?:（[^（）\n]*）)?[。：:]")
_SHORT_NAME = re.compile(r"[；，、：]*(?P<name>[\u4e00-\u9fff]{2,4}?)(?=[0-9]+[幅宗块个]|$)")
_NO_NAME = frozenset(("其中", "合计", "共计", "实际", "完成", "土地", "约为", "总计"))
_RANKED = re.compile(r"(?:位|居前|最[高多大])的?(?:分别|依次)?[是为]：?(?P<name>[\u4e00-\u9fff]{2,6}?)$")
_NEXT_ITEM = re.compile(r"[、，和](?P<name>[\u4e00-\u9fff]{2,10})(?=[0-9])")
_JOIN = re.compile(r"(?:（[^（）]*）)?(?:、|和|及|与|以及)")
_BY_USE = re.compile(
    r"[按从分](?:土地|用地|供地|供应)?(?:用途|类型|类别|结构)"
)  # 按用途分，…: of the whole place again
_HEADING_LENGTH = 16


class PlaceHeads:
    """Finds the places of figures in one text."""

    def __init__(self, marked: MarkedText, context: Context) -> None:
        self.marked = marked
        self.text = marked.text
        self.context = context

    def place(self, lead: Lead, frame: Frame, use: str | None) -> tuple[str | None, int | None]:
        """(place, where it is named); None for the document's own place."""
        if not lead.parts[-1] and lead.compared and frame.figures:
            return frame.figures[-1].place, None
        for clause in reversed(lead.parts):
            if clause:
                return self._joined(clause)
        if frame.figures:
            return self._place_within(lead, frame, use)
        if unlisted := self._ranked_place(lead):
            return unlisted
        if frame.previous and lead.words.lstrip().startswith(("其中", "包括", "分用途")):
            places = {figure.place for figure in frame.previous}
            if len(places) == 1:
                return places.pop(), None
        if frame.previous and (scopes := {core(use.name) for named in lead.uses for use in named if use.is_scope}):
            # 市区 … 经营性用地300公顷。经营性用地中，住宅用地 …: within what was told right before
            told = [figure for figure in frame.previous if figure.use and core(figure.use) in scopes]
            if told and (told[0].place is None or len({figure.place for figure in told}) == 1):
                return told[0].place, None
        return self._leading_place(lead.clauses[0][0]), None

    def _joined(self, clause: tuple[Part, ...]) -> tuple[str | None, int]:
        """The place a clause ends with; several that share one figure (甲区、乙区共20公顷) as they are printed."""
        last = first = clause[-1]
        for part in reversed(clause[:-1]):
            if not _JOIN.fullmatch(self.text, part.end, first.start):
                break
            first = part
        return (None if last.is_own else self.text[first.start : last.end]), first.start

    def _place_within(self, lead: Lead, frame: Frame, use: str | None) -> tuple[str | None, int | None]:
        last = frame.figures[-1]
        if any(figure.place for figure in frame.figures):
            for start, end in lead.clauses:
                # A short name in a list of places: 甲区15幅 …；乙11幅 ….
                match = _SHORT_NAME.match(self.text, start, end)
                if match and match["name"] not in _NO_NAME and self.context.places.identify(match["name"]):
                    return match["name"], match.start("name")
        if _BY_USE.search(lead.words):
            return None, None
        if unlisted := self._ranked_place(lead):
            return unlisted
        if last.place is None or frame.figures[0].place is not None:
            return last.place, None
        # The sentence speaks of the whole place; a part holds only for what 其中 puts inside it.
        gap = self.text[last.area.end : lead.clauses[-1][1]]
        if "；" in gap:
            frame.inside = False
        elif INSIDE.search(gap):
            frame.inside = True
        return (last.place if frame.inside or use is None else None), None

    def _ranked_place(self, lead: Lead) -> tuple[str, int] | None:
        """A place that no list knows, named first in a ranking of places (前三位的分别是东湖69公顷、甲区50公顷)."""
        match = _RANKED.search(self.text, lead.own_start, lead.first.start)
        if match is None or match["name"] in _NO_NAME or uses(match["name"], 0, len(match["name"])):
            return None
        following = _NEXT_ITEM.match(self.text, lead.last.end)
        if following is None or not self.context.places.find(self.text, *following.span("name")):
            return None
        return match["name"], match.start("name")

    def _leading_place(self, at: int) -> str | None:
        """A paragraph that opens with a place, or stands under one, speaks of it: （一）甲区。商服用地 …."""
        line = self.text.rfind("\n", 0, at) + 1
        match = _LEADING.match(self.text, line)
        section = self.marked.section_at(at)
        named = match["name"] if match else section.heading.rstrip("。：:") if section else self._line_above(line)
        if not named:
            return None
        named = _ASIDE.sub("", named)  # （五）甲区（含新区）。
        found = self.context.places.find(named, 0, len(named))
        return named if len(found) == 1 and found[0].name == named and not found[0].is_own else None

    def _line_above(self, line: int) -> str:
        """The line above as a heading: short, without its label."""
        above = self.text[self.text.rfind("\n", 0, max(0, line - 1)) + 1 : max(0, line - 1)]
        label = LABEL.match(above)
        return above[label.end() if label else 0 :] if len(above) <= _HEADING_LENGTH else ""
