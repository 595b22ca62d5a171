"""One reading of a document's text, shared by all fact families.

``MarkedText.text`` is the matching form of the clean text: simplified characters, years in digits, without the
pronunciation glosses that some web pages add (經(jīng)濟) and without the doubled commas they leave. Rules match on it; ``clean(start,
end)`` turns a span of it into offsets of the clean text, which is what facts carry. Marks are computed once, when
first asked for.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import replace
from functools import cached_property
from typing import NamedTuple

from orchestration.gazette.language.characters import simplified
from orchestration.gazette.records import Document, Section

# A gloss: a bracket with one toned or toneless pinyin syllable right after a Chinese character; a toned one also where
# a line was broken before it.
_GLOSS = re.compile(
    r"(?<=[\u3400-\u9fff])[(（][a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7} ?[)）]|(?<=\n)[(（](?=[a-z]*[^\x00-\x7f])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{2,7}[)）]|[，,](?=[，,、。；])|(?<=、)[，,]"
)
# What a gloss or a doubled comma needs: cheap to look for, and most texts have none.
_MAY_BE_CUT = re.compile(
    r"[(（，,、](?=[，,、。；a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ])(?:(?<=[，,])[，,、。；]|(?<=、)[，,]|(?<=[(（])[a-zāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüńňǹḿ]{1,7} ?[)）])"
)
_SENTENCE_END = re.compile(r"[。！？!?\n][。！？!?\n]*[”’」』）)]*")  # a set first: re then scans for it


# 二〇一二年, 一九九八年: a year written out, zeros as one finds them; a whole date (…年四月十五日) stays as it is.
_YEAR_WRITTEN = re.compile(
    r"(?:一九|二[〇○零０0OＯ])[〇○零０0OＯ一二三四五六七八九]{2}(?=年(?![一二三四五六七八九十]{1,2}月))"
)
# 09年, 〇九年, 〇〇八年, and behind a year in full 一五年要…: years that leave out their century.
# Each begins with the characters it is looked for by, so that re can scan for them.
_NO_CENTURY = re.compile(
    r"[〇○零0０](?<![\d.〇○零０一二三四五六七八九十百千第][〇○零0０])[〇○零0０]?(?P<digit>[\d一二三四五六七八九])(?=年(?!级))"
)
_TEENS = re.compile(r"一(?<=[，、；]一)(?P<digit>[〇○零一二三四五六七八九])(?=年(?:[要将达力底末]|突破))")
_PLAN_IN_CORNERS = re.compile("「(十[一二三四五六七]?五|[九八]五)」")  # 「十五五」, as Hong Kong prints a plan's name
_DIGIT_OF = str.maketrans("〇○零０OＯ一二三四五六七八九", "000000123456789")


def _with_digits(text: str) -> str:
    """The text with its written-out years in digits, of the same length."""
    if _YEAR_WRITTEN.search(text) is None:
        return text
    return _YEAR_WRITTEN.sub(lambda match: match[0].translate(_DIGIT_OF), text)


class Sentence(NamedTuple):
    """The span of a sentence in the matching form, its end mark included."""

    start: int
    end: int


class MarkedText:
    """A document's text in its matching form, with sections, sentences and marks.

    All offsets that its methods take or give are offsets of ``text`` (the matching form), except what ``clean``
    returns.
    """

    def __init__(self, document: Document) -> None:
        self.document = _in_simplified(document) if document.traditional else document
        # Simplifying an already simplified text would change names (乾 in a name is not 干).
        plain = simplified(document.text) if document.traditional else document.text
        if "五」" in plain:
            plain = _PLAN_IN_CORNERS.sub(r"“\1”", plain)
        self.text, self._kept = _with_centuries(*_without_glosses(_with_digits(plain)))

    def clean(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in ``document.text`` of a span of ``text``."""
        if self._kept is None:
            return start, end
        if start == end:
            at = self._kept[start] if start < len(self._kept) else len(self.document.text)
            return at, at
        return self._kept[start], self._kept[end - 1] + 1

    def without(self, offsets: Collection[int]) -> MarkedText:
        """The same reading with some characters of ``text`` left out (line breaks inside a word)."""
        left_out = frozenset(offsets)
        other = MarkedText.__new__(MarkedText)
        other.document = self.document
        here = [at for at in range(len(self.text)) if at not in left_out]
        other.text = "".join([self.text[at] for at in here])
        other._kept = here if self._kept is None else [self._kept[at] for at in here]
        return other

    def printed(self, start: int, end: int) -> str:
        """The words of a span of ``text`` as printed (traditional stays traditional), without glosses: for names."""
        if self._kept is None:
            return self.document.text[start:end]
        return "".join([self.document.text[i] for i in self._kept[start:end]])

    def matching(self, offset: int) -> int:
        """The offset in ``text`` of an offset of ``document.text`` (the next kept character where that one is a
        gloss).
        """
        if self._kept is None:
            return offset
        return bisect_right(self._kept, offset - 1)

    def sentences_with(self, hint: re.Pattern[str]) -> Iterator[Sentence]:
        """The sentences that hold a match of ``hint``, which can hold no sentence's end, in order.

        They are ended by 。！？ or a line end; not by ；. Most hold no hint and cost nothing.
        """
        found = hint.search(self.text)
        while found is not None:
            index = bisect_right(self._sentence_ends, found.start())
            end = self._sentence_ends[index]
            yield Sentence(self._sentence_ends[index - 1] if index else 0, end)
            found = hint.search(self.text, end)

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [*[match.end() for match in _SENTENCE_END.finditer(self.text)], len(self.text)]

    @cached_property
    def sections(self) -> tuple[tuple[int, int, Section], ...]:
        """(start, end, section) in matching offsets, ordered by start; nested ones follow their parents."""
        return tuple((self.matching(s.start), self.matching(s.end), s) for s in self.document.sections)

    @cached_property
    def _section_starts(self) -> list[int]:
        return [start for start, _, _ in self.sections]

    def section_at(self, offset: int) -> Section | None:
        """The innermost section that holds an offset of ``text``; None before the first and after the last."""
        index = bisect_right(self._section_starts, offset) - 1
        while index >= 0:
            _, end, section = self.sections[index]
            if offset < end:
                return section
            index -= 1
        return None

    def ancestors(self, section: Section | None) -> Iterator[Section]:
        """A section, then its parent, and so on outwards."""
        by_id = self._sections_by_id
        while section is not None:
            yield section
            section = by_id.get(section.parent_id) if section.parent_id else None

    @cached_property
    def _sections_by_id(self) -> dict[str, Section]:
        return {section.section_id: section for section in self.document.sections}


def without_glosses(text: str) -> str:
    """A text without the pronunciation glosses and doubled commas that some web pages add."""
    return _without_glosses(text)[0]


def _without_glosses(text: str) -> tuple[str, list[int] | None]:
    if not _MAY_BE_CUT.search(text):
        return text, None
    cuts = [match.span() for match in _GLOSS.finditer(text)]
    if not cuts:
        return text, None
    kept: list[int] = []
    at = 0
    for start, end in cuts:
        kept.extend(range(at, start))
        at = end
    kept.extend(range(at, len(text)))
    return "".join([text[i] for i in kept]), kept


def _with_centuries(text: str, kept: list[int] | None) -> tuple[str, list[int] | None]:
    """The text with 09年 as 2009年: what is put in stands for the digit behind it."""
    found = [(match, "200") for match in _NO_CENTURY.finditer(text)]
    if "，一" in text:
        found += [(match, "201") for match in _TEENS.finditer(text)]
        found.sort(key=lambda pair: pair[0].start())
    if not found:
        return text, kept
    kept = list(range(len(text))) if kept is None else kept
    pieces: list[str] = []
    offsets: list[int] = []
    at = 0
    for match, decade in found:
        start, end = match.span()
        year = decade + match["digit"].translate(_DIGIT_OF)
        pieces += [text[at:start], year]
        offsets += kept[at:start] + [kept[start]] * (len(year) - (end - start)) + kept[start:end]
        at = end
    return "".join([*pieces, text[at:]]), offsets + kept[at:]


def _in_simplified(document: Document) -> Document:
    """A document whose names are in simplified characters, as the rules read them; its text stays as printed."""
    return replace(
        document,
        title=simplified(document.title),
        attached_title=simplified(document.attached_title) if document.attached_title else document.attached_title,
        attachments=tuple(map(simplified, document.attachments)),
        sections=tuple(replace(section, heading=simplified(section.heading)) for section in document.sections),
    )
