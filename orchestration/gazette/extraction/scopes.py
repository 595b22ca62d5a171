"""What a bracket after some items governs, by the numbering: its span, its path, and its task in a few words."""

from __future__ import annotations

import re
from functools import cached_property, lru_cache

from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.record_class import record
from orchestration.gazette.records import Section

# Labels of items that run on inside a heading's text: 1. (1) ① and the like; 一 (一) 2.1 第一条 head a text of their own.
_ITEM = re.compile(r"(?:\(?\d{1,3}\)?|\d{1,3}[.．、]|[①-⑳]|[a-z][).])$")
_LABEL = re.compile(
    r"^(?:[（(]?(?:\d{1,3}|[一二三四五六七八九十百]{1,4})[）)、.．]+|[①-⑳]|第[一二三四五六七八九十百\d]{1,4}条)\s?"
)
_ASSIGNS = re.compile(r"[（〔【][^（）〔〕【】]{0,12}(?:单位|部门|牵头|负责|配合)[^）〕】]*[）〕】]?$")
_SENTENCE_END = re.compile(r"[。；\n]")
_CLAUSE_END = re.compile(r"[，。；\n]")
_TASK_LENGTH = 40


@record(frozen=True, slots=True)
class Scope:
    """What a bracket governs: [start, end) in the matching form, its path (二、(六)(1)) and first words."""

    start: int
    end: int
    path: str | None
    task: str | None


class Scopes:
    """The scopes of a document's assigning brackets, given their spans (matching form) in order."""

    def __init__(self, marked: MarkedText, brackets: tuple[tuple[int, int], ...]) -> None:
        self._marked = marked
        self._brackets = brackets

    def of(self, index: int, above: int | None = None) -> Scope:
        """The scope of one bracket; ``above`` 0 for 以上工作, which reaches back over the whole heading, n for 以上n项."""
        start, end = self._brackets[index]
        section = self._marked.section_at(start)
        if section is None:
            return self._without_sections(index)
        if self._stands_in_heading(section, start, end):
            span = self._span(section)
            return Scope(span[0], span[1], section.path, self._task(section))
        if above:
            return self._last_items(section, start, above)
        if above == 0:
            return self._whole(self._heading_that_ends_here(section, index), start)
        heading = self._heading(section)
        return self._since_last(index, heading, section)

    # --- which heading ------------------------------------------------------------------------------------------------

    def _heading(self, section: Section) -> Section:
        """The innermost section around that heads a text, past the items that run on in it."""
        chain = list(self._marked.ancestors(section))
        for candidate in chain:
            if not _is_item(candidate.label):
                return candidate
        return chain[-1]

    def _heading_that_ends_here(self, section: Section, index: int) -> Section:
        """The outermost heading that this bracket closes and that no earlier bracket has a part of."""
        start, end = self._brackets[index]
        chosen = section
        for candidate in self._marked.ancestors(section):
            span_start, span_end = self._span(candidate)
            if self._marked.text[end:span_end].strip(" 　\n。"):
                break
            if any(span_start <= other < start for other, _ in self._brackets[:index]) and chosen is not section:
                break
            chosen = candidate
        return chosen

    def _stands_in_heading(self, section: Section, start: int, end: int) -> bool:
        """A bracket that closes a heading line, with the text it governs after it."""
        span_start, span_end = self._span(section)
        text = self._marked.text
        before, after = text[span_start:start], text[end:span_end].strip(" 　\n。")
        return (
            bool(after)
            and "。" not in before
            and "\n" not in before
            and text[end : end + 2].strip(" 　。")[:1] in ("", "\n")
        )

    def _last_items(self, section: Section, start: int, count: int) -> Scope:
        """The last items before a bracket, side by side with the one it stands in (以上两项)."""
        parent = next((s for s in self._marked.ancestors(section) if s.section_id != section.section_id), None)
        siblings = self._children.get(parent.section_id, []) if parent else [section]
        items = [item for item in siblings if self._span(item)[0] < start][-count:] or [section]
        return Scope(self._span(items[0])[0], start, _path(items), self._task(items[0]))

    # --- spans and paths ----------------------------------------------------------------------------------------------

    def _since_last(self, index: int, heading: Section, section: Section) -> Scope:
        start, end = self._brackets[index]
        heading_start, heading_end = self._span(heading)
        last = self._brackets[index - 1][1] if index else -1
        since = max(last, heading_start)
        is_first = since == heading_start
        all_items = self._items(heading)
        items = [item for item in all_items if self._span(item)[0] < start and self._span(item)[1] > since]
        items = [
            item for item in items if self._holds_text(max(since, self._span(item)[0]), min(start, self._span(item)[1]))
        ]
        rest = self._marked.text[end:heading_end].strip(" 　\n。")
        if not items or (is_first and len(items) == len(all_items) and (not rest or items[-1] is not all_items[-1])):
            return Scope(since, start, heading.path, self._task(heading))
        if is_first and len(items) == len(all_items) and len(items) > 1:
            return Scope(since, start, heading.path, self._task(heading))
        scope_start = max(since, self._span(items[0])[0])
        task = self._words(scope_start, start) if scope_start == since else self._task(items[0])
        return Scope(scope_start, start, _path(items), task)

    def _items(self, heading: Section) -> list[Section]:
        return [s for s in self._children.get(heading.section_id, []) if _is_item(s.label)]

    def _holds_text(self, start: int, end: int) -> bool:
        return bool(self._marked.text[start:end].strip(" 　\n。；，、"))

    def _whole(self, section: Section, until: int) -> Scope:
        return Scope(self._span(section)[0], until, section.path, self._task(section))

    def _without_sections(self, index: int) -> Scope:
        """Without numbering: from the bracket before in this paragraph, else from the paragraph's start."""
        start = self._brackets[index][0]
        text = self._marked.text
        since = text.rfind("\n", 0, start) + 1
        if not text[since:start].strip(" 　"):  # a line of its own speaks of the paragraph before
            since = text.rfind("\n", 0, max(0, since - 1)) + 1
        before = [at for _, at in self._brackets[:index] if at > since]
        since = before[-1] if before else since
        return Scope(since, start, None, self._words(since, start))

    # --- words --------------------------------------------------------------------------------------------------------

    def _task(self, section: Section) -> str | None:
        words = section.heading
        if words.count("（") > words.count("）"):
            words = words[: words.rindex("（")]
        words = _ASSIGNS.sub("", words).strip(" 　。")
        return words[:_TASK_LENGTH] or self._words(*self._span(section))

    def _words(self, start: int, end: int) -> str | None:
        """The first words of a text, without its label: the first clause, or the quotation it opens with."""
        text = _LABEL.sub("", self._marked.text[start:end].strip(" 　\n。；"), count=1)
        end_of = _SENTENCE_END if text.startswith("关于“") else _CLAUSE_END
        words = end_of.split(text, maxsplit=1)[0]
        return words[:_TASK_LENGTH] or None

    # --- look-ups -----------------------------------------------------------------------------------------------------

    def _span(self, section: Section) -> tuple[int, int]:
        return self._spans[section.section_id]

    @cached_property
    def _spans(self) -> dict[str, tuple[int, int]]:
        return {section.section_id: (start, end) for start, end, section in self._marked.sections}

    @cached_property
    def _children(self) -> dict[str, list[Section]]:
        children: dict[str, list[Section]] = {}
        for _, _, section in self._marked.sections:
            if section.parent_id is not None:
                children.setdefault(section.parent_id, []).append(section)
        return children


@lru_cache(maxsize=1024)
def _is_item(label: str) -> bool:
    return _ITEM.fullmatch(label) is not None


def _path(items: list[Section]) -> str:
    """The path of one item, or of a run of them: 二、(十九)(1)-(2)."""
    return items[0].path if len(items) == 1 else f"{items[0].path}-{items[-1].label}"
