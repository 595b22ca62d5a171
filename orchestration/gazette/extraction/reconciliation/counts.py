"""Counts against what they count: headings （21项）, lists 名单（144家）, and parts 21宗，分别为甲区15宗、乙区6宗."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from orchestration.gazette.extraction.reconciliation.sums import Printed, compared
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import DocumentReading, Reconciliation, Section

_COUNT = re.compile(r"[（(]\s?(?:共|计)?\s?(?P<n>\d{1,5})\s?(?P<unit>[项条个家名人处所户件批])[）)]\s*$")
_LIST_COUNT = re.compile(r"[（(]\s?(?:共|计)?\s?(?P<n>\d{1,5})\s?[家名个人项处所户件][）)]")
_NUMBERED = re.compile(r"[：:。；\n]\s*(?:[（(](?P<a>\d{1,3})[）)]|(?P<b>\d{1,3})[.、．](?!\d))")
# 21宗地块，分别为甲区15宗、乙区6宗: what 分别 enumerates makes the total up.
_UNIT = "宗|幅|个|家|所|名|人|项|件|户|套|处|座|条|辆|台"
_PARTS = re.compile(
    rf"(?P<n>\d{{1,6}})(?P<u>{_UNIT})[^。；\d\n]{{0,24}}?分别(?:为|是)"
    rf"(?P<list>(?:[^，。；、\d\n]{{1,12}}\d{{1,6}}(?P=u)[、，和及]?){{2,24}})"
)
_BEFORE, _AFTER = 40, 400  # characters around 分别 in which its total and its list stand
_ENUMERATES = ("分别为", "分别是")
_WINDOW = 24
_LEAD = 10  # characters before the first numbered part that make an item of their own


def check(marked: MarkedText, reading: DocumentReading) -> Iterator[Reconciliation]:
    """Counts in headings of sections, then counts of published lists."""
    sections = reading.document.sections
    children: dict[str | None, list[Section]] = defaultdict(list)
    for section in sections:
        children[section.parent_id].append(section)
    for section in sections:
        yield from _heading(reading.document.text, section, children)
    yield from _recognised(reading)
    yield from _enumerated(marked)


def _heading(text: str, section: Section, children: dict[str | None, list[Section]]) -> Iterator[Reconciliation]:
    match = _COUNT.search(section.heading) if section.heading.rstrip().endswith(("）", ")")) else None
    if match is None:
        return
    stated = Printed(float(match["n"]), 0.0, section.start, section.heading_end)
    ways = _ways(text, section, children)
    label = f"{section.label}{section.heading}"
    if not ways:
        return
    computed = next((way for way in ways if way == stated.value), ways[0])
    yield compared("count.heading", label, stated, float(computed), 0.0)


def _ways(text: str, section: Section, children: dict[str | None, list[Section]]) -> list[int]:
    """How many items stand below a heading, by each way of counting that the text offers: its parts, the counts that
    its parts state, the numbered items in running text, all parts without parts of their own."""
    below = children[section.section_id]
    ways: list[int] = []
    if below:
        ways.append(len(below))
        stated = [_COUNT.search(part.heading) for part in below]
        if all(stated):
            ways.insert(0, sum(int(match["n"]) for match in stated if match))
        ways.append(sum(1 for part in _leaves(below, children)))
        if len(text[section.heading_end : below[0].start].strip("。 \n")) > _LEAD:
            ways.append(1)  # one item without a label of its own: what is numbered are its measures
    runs = _runs(text[section.heading_end : section.end])
    if runs:
        ways.append(sum(runs))
    if not below and not runs and int(text.count("\n", section.heading_end, section.end)) <= 1:
        body = text[section.heading_end : section.end].strip()
        if body:
            ways.append(1)
    return ways


def _leaves(sections: list[Section], children: dict[str | None, list[Section]]) -> Iterator[Section]:
    for section in sections:
        below = children[section.section_id]
        if below:
            yield from _leaves(below, children)
        else:
            yield section


def _runs(text: str) -> list[int]:
    """Lengths of runs 1, 2, 3 … of numbered items in running text."""
    runs: list[int] = []
    expected = 1
    for match in _NUMBERED.finditer(f"\n{text}"):
        number = int(match["a"] or match["b"])
        if number == 1:
            runs.append(1)
            expected = 2
        elif number == expected and runs:
            runs[-1] += 1
            expected += 1
    return runs


def _enumerated(marked: MarkedText) -> Iterator[Reconciliation]:
    """Counts that 分别 enumerates against the count they make up."""
    text = marked.text
    at = text.find("分别")
    while at >= 0:
        told = any(text.find(word, at, at + _BEFORE) >= 0 for word in _ENUMERATES)
        match = _PARTS.search(text, max(0, at - _BEFORE), at + _AFTER) if told else None
        if match and match.start("list") > at >= match.start():
            parts = [int(n) for n in re.findall(rf"(\d+)(?:{_UNIT})", match["list"])]
            stated = Printed(float(match["n"]), 0.0, *marked.clean(match.start(), match.end()))
            yield compared("count.parts", match[0].rstrip("、，和及"), stated, float(sum(parts)), 0.0)
        at = text.find("分别", at + 2)


def _recognised(reading: DocumentReading) -> Iterator[Reconciliation]:
    """The count printed beside a list's title against the names read below it."""
    text = reading.document.text
    lists: dict[str, list[int]] = defaultdict(list)
    for index, recognition in enumerate(reading.recognitions):
        lists[recognition.list_title].append(index)
    for title, indexes in lists.items():
        first = reading.recognitions[indexes[0]].start
        # The title may be broken over lines: its count is what stands right before the first name.
        match = next(reversed(list(_LIST_COUNT.finditer(text, max(0, first - _WINDOW), first))), None)
        if match is None:
            continue
        stated = Printed(float(match["n"]), 0.0, match.start(), match.end())
        yield compared("count.list", f"{title}（{match['n']}）", stated, float(len(indexes)), 0.0)
