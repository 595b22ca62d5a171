"""Targets and outcomes: every quantified statement of a document, with its side, indicator, comparator and period."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.statements.context import Finding, Unclear
from orchestration.gazette.extraction.statements.filters import is_land_document, is_rule_document, states_nothing
from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.extraction.statements.measures import measure_of
from orchestration.gazette.extraction.statements.reader import SentenceReader
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.quantities import Quantity, quantities
from orchestration.gazette.language.timeline import Timeline
from orchestration.gazette.records import Notice, Statement

_HEDGE = re.compile(r"力争|争取|努力|预计|初步核算|确保")
_BINDING = re.compile(r"(预期性|约束性)(?!目标任务)")
_PLACE = re.compile(r"[\u4e00-\u9fff]{2,8}?(?:自治县|地区|盟|州|市|区|县|旗)")


def find(marked: MarkedText) -> Iterator[Statement | Notice]:
    """Statements in the order of the text. A figure whose indicator or side cannot be told becomes a notice, sparingly."""
    document = marked.document
    title = f"{document.title or ''} {document.attached_title or ''}"
    if is_rule_document(title):
        return
    found = quantities(marked.text)
    if not found:
        return
    yield from _Statements(marked, found, is_land_document(title, marked.text)).read()


class _Statements:
    def __init__(self, marked: MarkedText, found: list[Quantity], land: bool) -> None:
        self._marked = marked
        self._layout = Layout(marked)
        self._timeline = Timeline(marked)
        self._home = marked.document.region_name
        self._region_id = lexicon.region(self._home) if self._home else None
        layout = self._layout
        self._kept = [
            quantity
            for quantity in found
            if not layout.is_quoted_duty(quantity.start) and not states_nothing(layout, quantity, land)
        ]
        # A heading on a line of its own states nothing (…情况（2项）); a run-in one is a sentence like others.
        self._headings = [
            (start, end)
            for start, _, section in marked.sections
            if (end := marked.matching(section.heading_end)) - start <= 60
            and self._layout.text[end : end + 1] in ("\n", "")
            and "。" not in self._layout.text[start:end]
        ]

    def read(self) -> Iterator[Statement | Notice]:
        reader = SentenceReader(self._layout, self._places())
        kept = self._kept
        index = 0
        seen: set[tuple[object, ...]] = set()
        while index < len(kept):
            start, end = self._layout.sentence(kept[index].start)
            last = index
            while last + 1 < len(kept) and kept[last + 1].start < end:
                last += 1
            sentence = [q for q in kept[index : last + 1] if not self._in_heading(q.start)]
            for finding in reader.read(sentence) if sentence else ():
                made = self._statement(finding, start, end)
                if isinstance(made, Statement):
                    key = (
                        made.side,
                        made.indicator,
                        made.value,
                        made.unit,
                        made.comparator,
                        made.measure,
                        made.period_start,
                        made.period_end,
                    )
                    if key in seen:
                        continue
                    seen.add(key)
                if made is not None:
                    yield made
            index = last + 1

    def _places(self) -> tuple[str, ...]:
        name = self._home
        if not name:
            return ()
        return (name,)

    def _in_heading(self, offset: int) -> bool:
        index = bisect_left(self._headings, (offset + 1,)) - 1
        return index >= 0 and self._headings[index][0] <= offset < self._headings[index][1]

    def _statement(self, finding: Finding | Unclear, start: int, end: int) -> Statement | Notice | None:
        quantity = finding.quantity
        if isinstance(finding, Unclear):
            return None
        head = finding.head
        if not _sound(head):
            return None
        tense = self._timeline.at(start, quantity.start)
        if tense.side is None:
            return None
        period = tense.period
        if "年均" in finding.words or "年均增速" in finding.words or "年均增长" in finding.words:
            period = self._timeline.span_at(quantity.start) or period
        region_id, head = self._region(head)
        words = self._marked.text[start : quantity.start]
        clean_start, clean_end = self._marked.clean(finding.start, finding.end)
        hedge = quantity.hedge
        if hedge is None and tense.side == "target":
            hedges = _HEDGE.findall(words[-40:])
            hedge = hedges[-1] if hedges else None
        binding = _BINDING.search(words)
        return Statement(
            start=clean_start,
            end=clean_end,
            rule_id=f"{tense.side}s.{finding.rule}",
            side=tense.side,
            indicator=head,
            indicator_id=lexicon.indicator(head),
            measure=measure_of(quantity, head, finding.words, finding.act),
            comparator=quantity.comparator,
            hedge=hedge,
            binding=binding[1] if binding else None,
            value=quantity.value,
            value_upper=quantity.value_upper,
            unit=quantity.unit,
            base_value=quantity.base_value,
            base_value_upper=quantity.base_value_upper,
            base_unit=quantity.base_unit,
            period_start=period.start,
            period_end=period.end,
            deadline=period.deadline,
            region_id=region_id,
        )

    def _region(self, head: str) -> tuple[str | None, str]:
        """A county or city that the head opens with is the region; else the document's own place."""
        match = _PLACE.match(head)
        if match is not None and match.end() < len(head):
            region_id = lexicon.region(match[0], self._home)
            if region_id is not None:
                return region_id, head[match.end() :].lstrip("的")
        return self._region_id, head


def _sound(head: str) -> bool:
    return 2 <= len(head) <= 48 and not head.startswith(("这", "该", "其中", "此"))
