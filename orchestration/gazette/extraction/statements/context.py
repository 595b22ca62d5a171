"""What the readers of a sentence share: the layout, what was found before, and how a head is cut from the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from orchestration.gazette.extraction.statements.layout import HIDDEN, REMARK, Layout
from orchestration.gazette.extraction.statements.leading import trim_lead
from orchestration.gazette.extraction.statements.naming import plain
from orchestration.gazette.extraction.statements.words import KEEPS
from orchestration.gazette.language.quantities import Quantity

_MARKS = "、，：； 　|■◆●▲·—"
_ROUND = re.compile(r"[（(][^（）()]*[）)]")
_LEAST_AFTER_BLANK = 4  # characters; fewer may be one word that was set apart
_ITS_AIM = re.compile("(?<=..)的(?:目标)?任务$")  # 新增400个餐饮场所的任务: what the task is of
_FOOTNOTE = re.compile(r"\[\d{1,3}\]")


@dataclass(slots=True)
class Finding:
    """One figure with its indicator; offsets are those of the matching form."""

    quantity: Quantity
    head: str
    start: int  # of the quote
    end: int
    words: tuple[str, ...] = ()  # the predicate words beside the figure
    act: str | None = None
    rule: str = "head_before"
    carry: str | None = None  # the head that later figures carry over, where it is not ``head``
    silent: bool = False  # no statement of its own (an old value, works merely pushed on), but its head holds on

    @property
    def held(self) -> str:
        """The head that a later figure without one of its own carries over."""
        return self.carry or self.head


@dataclass(slots=True)
class Unclear:
    """A figure whose indicator could not be told."""

    quantity: Quantity


@dataclass(slots=True)
class Context:
    """The sentence being read: its findings so far, the last one before it, and the act of the list being read."""

    layout: Layout
    places: tuple[str, ...]  # the document's own place, by its names
    figures: list[Quantity] = field(default_factory=list)  # of the sentence, in order
    done: list[Finding] = field(default_factory=list)
    before_sentence: Finding | None = None
    shared: str = ""  # the measure that the parts named in the sentence have of their whole
    act: str | None = None  # the act of the list that the figure before belongs to
    act_segment: int = -1
    text: str = field(init=False)  # the masked text: patterns match on it, heads are cut from the layout's own

    def __post_init__(self) -> None:
        self.text = self.layout.masked

    @property
    def last(self) -> Finding | None:
        return self.done[-1] if self.done else None

    def index(self, quantity: Quantity) -> int:
        """The place of a figure among those of the sentence."""
        return next(i for i, figure in enumerate(self.figures) if figure.start == quantity.start)

    def past_bracket(self, at: int, end: int) -> int:
        """An offset behind a bracket that begins there (280个（其中…）)."""
        if self.layout.text[at : at + 1] in ("（", "("):
            while at < end and self.layout.masked[at] in (HIDDEN, REMARK):
                at += 1
        return at

    def lead(self, start: int, end: int) -> int:
        """Where the head in a span begins, its introduction left out, and what a blank parts from it (a heading)."""
        text = self.layout.masked
        blank = text.rfind(" ", start, end)
        if (
            blank >= 0
            and end - blank > _LEAST_AFTER_BLANK
            and text[blank - 1] > "\u3400"
            and text[blank + 1] > "\u3400"
        ):
            start = blank + 1
        if text[start : start + 1] == "“" and text.find("”", start, end) < 0:
            start += 1  # 提出，“用三年时间新建…: speech begins
        return trim_lead(text, start, end, self.places)[0]

    def clean(self, start: int, end: int) -> str:
        """The words of a span as an indicator: explaining brackets, footnotes and years gone."""
        words = self.layout.text[start:end]
        if "（" in words or "(" in words:
            words = _ROUND.sub(_short_bracket, words)
        if "[" in words:
            words = _FOOTNOTE.sub("", words)
        if words.endswith("任务"):
            words = _ITS_AIM.sub("", words)
        return plain(words)

    def head(self, start: int, end: int) -> str:
        return self.clean(self.lead(start, end), end)

    def before_marks(self, offset: int) -> int:
        """Where the words before an offset end, the marks that part items and clauses passed over."""
        text = self.layout.masked
        while offset > 0 and text[offset - 1] in "，、 ":
            offset -= 1
        return offset

    def heading_at(self, offset: int) -> str:
        """The heading of the section around an offset, without its label."""
        section = self.layout.marked.section_at(offset)
        return section.heading.strip("。：: ") if section is not None else ""

    def quote_start(self, left: int, quantity: Quantity) -> int:
        """Where the quote of a figure begins: after the marks that part it from what stands before."""
        text = self.layout.masked
        while left < quantity.start and text[left] in _MARKS:
            left += 1
        return left


def kept_act(head: str) -> str | None:
    """The act that a head begins with and keeps (引进大学生: 引进)."""
    for length in (4, 3, 2):
        if head[:length] in KEEPS:
            return head[:length]
    return None


def _short_bracket(match: re.Match[str]) -> str:
    """镇（街道）keeps its bracket; what explains at length goes, and so does an abbreviation (地区生产总值（GDP）)."""
    inner = match[0][1:-1]
    return (
        match[0]
        if len(inner) <= 4 and not inner.isascii() and not re.search(r"[、，\d]|含|不|下同|预计", inner)
        else ""
    )
