"""Targets and outcomes: every quantified statement of a document, with its side, indicator, comparator and period."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, groupby

from orchestration.gazette import lexicon
from orchestration.gazette.extraction.cases import is_case
from orchestration.gazette.extraction.indicator_tables import tables
from orchestration.gazette.extraction.sided_tables import sided_cells
from orchestration.gazette.extraction.statements.compared import fills_bracket, finding_of
from orchestration.gazette.extraction.statements.conditions import Conditions
from orchestration.gazette.extraction.statements.context import Finding, Unclear
from orchestration.gazette.extraction.statements.filters import (
    figure_is_torn,
    is_land_document,
    is_passed_step,
    is_rule_document,
    states_nothing,
)
from orchestration.gazette.extraction.statements.layout import Layout
from orchestration.gazette.extraction.statements.measures import measure_of
from orchestration.gazette.extraction.statements.others import Others
from orchestration.gazette.extraction.statements.public import is_public
from orchestration.gazette.extraction.statements.reader import SentenceReader
from orchestration.gazette.extraction.statements.spans_of_years import over_years
from orchestration.gazette.extraction.statements.whose import Places
from orchestration.gazette.extraction.statements.words import PUSHES, TAIL
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.language.quantities import Quantity, quantities
from orchestration.gazette.language.timeline import Timeline
from orchestration.gazette.language.title_time import Side
from orchestration.gazette.records import Notice, Statement, Table

_HEDGE = re.compile(r"力争|争取|努力|预计|初步核算|确保")
_DONE_BESIDE = re.compile(r"，(?:现?已|实际|实|共|累计)?完成[\d.]+(?P<unit>万?[一-龥]{1,3})(?=[，。；\n]|$)")
_COUNTED = ("count", "households", "people", "area", "length")
_HEDGE_REACH = 40
_SENTENCE_REACH = 400
_BINDING = re.compile(r"(预期性|约束性)(?!目标任务)")
_GROWTH_BEHIND = re.compile(r"的?(?:年均)?(?:较快|高速|快速|平稳|稳定)?(?:增长|增速|增幅)(?=[，。；、]|$)")
_NO_HEADS = (
    frozenset("前者 后者 我市 我县 我省 我区 我州 其他 其它 其余".split())
    | TAIL
    | PUSHES
    | {"安排", "统筹", "实施", "投入", "累计投入", "总投入"}
    | set("普遍 或者 提出 省份 高出 最低 最高 全国 全省 全市 全县 全区 各地".split())  # of what, they leave unsaid
)
_NO_WORDS = re.compile(r"[\d.]+[十百千万亿]*$|.*?[XxＸ×*○]{2}")  # 投资XX亿元: a figure that was masked
_SET = frozenset("任务为 任务是 目标为 目标是 目标值为 预期目标 预期目标为 奋斗目标 奋斗目标为 力争目标 计划为".split())
_SETS_AIM = re.compile("提出|确定|明确|设定|制定|确立|定下|下达|部署|瞄准|锚定|力争|确保|围绕")
_FROM_AIM = re.compile("[高低]于|超|好于|完成|实现|达到")  # 增速高于目标: told of what was reached
_POINTING = ("上述", "这", "该", "其中", "此", "除了", "以下", "小编")
_HEADING_LENGTH = 60
_LEAST_BODY = 12  # characters below a heading; a shorter line belongs to the next one
_ITEM = re.compile(
    r"[ 　■◆●▲]*(?:\d{1,2}[.、．]|[一二三四五六七八九十]{1,3}[、是]|[（(][一二三四五六七八九十\d]{1,2}[)）]|[■◆●▲])"
)
_DIGITS = frozenset("0123456789.")
_PART_HEADING = 24  # characters of the heading of a part
_PART_LENGTH = 600  # characters below it in which its figure is told in a sentence
_BULLETS = tuple("●◆■▲★•·—-")
_PROSE = re.compile("[，。；]")  # the line that tells it again is a sentence, not the next of a list
_TITLE_LINES = 150  # characters at the beginning in which titles and subtitles stand
# …关于2006年旅游业发展目标对9个县（市）、区分解意见的通知: no mark but those of a list, and the kind of paper at its end.
_TITLE = re.compile(
    "[^，。；：\n]{0,40}关于[^，。；：\n]{4,80}的(?:通知|通报|公告|通告|意见|决定|批复|报告|请示|函|方案|决议)$"
)
_NEWS_LENGTH = 4000
_QUOTE_LENGTH = 60
_NOTICES = 20  # at most so many figures of a document are listed as unclear


def find(marked: MarkedText) -> Iterator[Statement | Notice]:
    """Statements in the order of the text. A figure that cannot be told with certainty becomes a notice, sparingly."""
    document = marked.document
    title = f"{document.title or ''} {document.attached_title or ''}"
    if is_rule_document(title, marked.text) or is_case(title, marked.text) or not is_public(document, marked.text):
        return
    land = is_land_document(title, marked.text)
    timeline = Timeline(marked) if document.tables and not land else None
    read: list[Table] = []
    for table, stated in tables(marked, timeline) if timeline is not None else ():
        read.append(table)
        yield from stated
    found = quantities(marked.text)
    if read:
        spans = [(marked.matching(table.start), marked.matching(table.end)) for table in read]
        found = [q for q in found if not any(start <= q.start < end for start, end in spans)]
    if found:
        yield from _Statements(marked, found, land, timeline).read()


class _Statements:
    """Reads one document's figures, sentence by sentence."""

    def __init__(self, marked: MarkedText, found: list[Quantity], land: bool, timeline: Timeline | None = None) -> None:
        self._marked = marked
        self._known_timeline = timeline
        self._layout = Layout(marked)
        self._found = found
        self._land = land
        self._home = marked.document.region_name
        # A heading on a line of its own states nothing (…情况（2项）); a run-in one, or the line of a list with nothing
        # below it, is a sentence like others.
        self._headings = [
            (start, end)
            for start, last, section in marked.sections
            if last > marked.matching(section.heading_end) + _LEAST_BODY
            and (end := marked.matching(section.heading_end)) - start <= _HEADING_LENGTH
            and self._layout.text[end : end + 1] in ("\n", "")
            and "。" not in self._layout.text[start:end]
        ]
        self._cells = sided_cells(marked)
        self._has_kinds = "预期性" in marked.text or "约束性" in marked.text
        self._last: tuple[Side | None, int] = (None, 0)  # the side of the statement before, and where it ended

    def read(self) -> Iterator[Statement | Notice]:
        layout, land = self._layout, self._land
        others = Others(layout.text, self._home)
        conditions = Conditions(layout.text)
        kept: list[Quantity] = []
        parts: list[Quantity] = []
        inner = layout.of_which()
        for quantity in self._found:
            if (
                layout.is_quoted_duty(quantity.start)
                or others.hold(quantity.start)
                or conditions.hold(quantity.start)
                or self._in_title_lines(quantity)
                or self._in_heading(quantity.start)
            ):
                continue
            if figure_is_torn(layout, quantity):
                yield self._notice("figure_damaged", quantity, "its bound is torn off: read it in the source")
            elif not states_nothing(layout, quantity, land):
                kept.append(quantity)
            elif (
                inner is not None and not inner.is_hidden(quantity.start) and not states_nothing(inner, quantity, land)
            ):
                parts.append(quantity)
        bracketed = [q for q in self._found if layout.is_hidden(q.number_start) and fills_bracket(layout, q)]
        if kept or bracketed:
            yield from self._statements(kept, parts, inner, bracketed)

    def _statements(
        self, kept: list[Quantity], parts: list[Quantity], inner: Layout | None, bracketed: list[Quantity]
    ) -> Iterator[Statement | Notice]:
        """``parts``: the figures of brackets that name parts, laid out by themselves in ``inner``; ``bracketed``: those that
        stand alone in theirs.
        """
        self._timeline = self._known_timeline or Timeline(self._marked, leans=not self._land)
        self._places = Places(self._layout.text, self._home, self._is_news())
        reader = SentenceReader(self._layout, (self._home,) if self._home else ())
        of_parts = self._of_parts(parts, inner)
        for quantity in bracketed:
            placed = finding_of(self._layout, quantity, self._places.own)
            sentence = self._layout.sentence(quantity.start)
            if placed is not None and (made := self._statement(placed, sentence)) is not None:
                of_parts.setdefault(sentence[0], []).append(made)
        seen: set[tuple[object, ...]] = set()
        unclear = 0
        index = 0
        while index < len(kept):
            start, end = self._layout.sentence(kept[index].start)
            last = index
            while last + 1 < len(kept) and kept[last + 1].start < end:
                last += 1
            # Brackets of sentences before that state nothing else.
            earlier = sorted(at for at in of_parts if at < start) if of_parts else ()
            for made in chain.from_iterable(map(of_parts.pop, earlier)):
                if (key := _key(made)) not in seen:
                    seen.add(key)
                    yield made
            here: set[tuple[object, ...]] = set()  # a list may say the same twice (分别签订500亿元、300亿元、500亿元)
            for finding in reader.read(kept[index : last + 1]):
                if isinstance(finding, Finding):
                    finding.head = self._places.aimed(finding)
                if isinstance(finding, Unclear) or not _sound(finding.head):
                    unclear += 1
                    if unclear <= _NOTICES:
                        yield self._notice("indicator_unclear", finding.quantity, "what it is a figure of is not clear")
                    continue
                made = self._statement(finding, (start, end))
                if made is not None and (key := _key(made)) not in seen:
                    here.add(key)
                    yield made
            for made in of_parts.pop(start, ()):
                if (key := _key(made)) not in seen:
                    here.add(key)
                    yield made
            seen |= here
            index = last + 1
        for made in chain.from_iterable(of_parts.values()):
            if (key := _key(made)) not in seen:
                seen.add(key)
                yield made
        if seen and (mark := self._timeline.yearless) is not None:
            quote = self._marked.printed(mark.start, self._layout.sentence(mark.start)[1])[:_QUOTE_LENGTH].strip()
            yield Notice("extraction", "year_unclear", "The text does not print which year it means: no period.", quote)

    def _of_parts(self, parts: list[Quantity], inner: Layout | None) -> dict[int, list[Statement]]:
        """The statements of brackets that name parts, by the sentence that each stands in; of its time and side."""
        made: dict[int, list[Statement]] = {}
        if inner is None or not parts:
            return made
        reader = SentenceReader(inner, (self._home,) if self._home else ())
        for _, group in groupby(parts, lambda quantity: inner.sentence(quantity.start)):
            figures = list(group)
            sentence = self._layout.sentence(figures[0].start)
            for finding in reader.read(figures):
                if isinstance(finding, Finding) and _sound(finding.head):
                    statement = self._statement(finding, sentence)
                    if statement is not None:
                        made.setdefault(sentence[0], []).append(statement)
        return made

    def _in_title_lines(self, quantity: Quantity) -> bool:
        """Whether a figure of a line above the text (a news item's subtitle, or the short heading of a part) is told again below."""
        text = self._layout.text
        inside = quantity.start > _TITLE_LINES
        end = text.find("\n", quantity.end, quantity.end + _HEADING_LENGTH)
        if end < 0 and inside:
            return False
        begin = text.rfind("\n", 0, quantity.start) + 1
        if inside and (end - begin > _PART_HEADING or text[begin : begin + 1] in _BULLETS):
            return False
        end = text.find("\n", quantity.end)
        if end > 0 and _TITLE.match(text, begin, end) is not None:
            return True
        if (
            end < 0
            or _ITEM.match(text, begin) is not None
            or text[end - 1] in "。；：，"
            or end - begin > _HEADING_LENGTH
        ):
            return False
        start = quantity.number_start
        start -= start > begin and text[start + 1] not in _DIGITS  # one digit is found again by chance: with its verb
        start = max(begin, start - 2) if inside else start
        again = text.find(text[start : quantity.unit_end], end, end + _PART_LENGTH if inside else len(text))
        stop = text.find("\n", again)
        return (
            again >= 0 and _PROSE.search(text, text.rfind("\n", 0, again), stop if stop > 0 else len(text)) is not None
        )

    def _in_heading(self, offset: int) -> bool:
        index = bisect_left(self._headings, (offset + 1,)) - 1
        return index >= 0 and self._headings[index][0] <= offset < self._headings[index][1]

    def _statement(self, finding: Finding, sentence: tuple[int, int]) -> Statement | None:
        quantity = finding.quantity
        start = sentence[0]
        tense = self._timeline.at(sentence, quantity.start, self._side_before(start), self._last)
        cell = self._side_of_cell(quantity.start)
        if cell == "target":
            tense = self._timeline.promised(tense)
        side = cell or tense.side
        if side is not None and finding.head.endswith("目标") and _FROM_AIM.search(finding.head) is None:
            side = "target"
        if side == "outcome" and finding.rule == "aim":
            side = "target" if _SETS_AIM.search(self._marked.text, start, quantity.start) is not None else None
        if side == "outcome" and any(word in _SET for word in finding.words):
            side = "target"  # 2022年建设任务为500公里，目前已完成300公里
        if side is None or is_passed_step(self._layout, quantity):
            return None
        if side == "outcome" and self._is_plan_beside(quantity):
            side = "target"
        else:
            self._last = side, quantity.end
        period = over_years(self._marked.text, self._timeline.averages, finding, start, side, tense.period)
        region_id, head = self._places.region(finding.head, quantity.start)
        clean_start, clean_end = self._marked.clean(finding.start, finding.end)
        hedge = quantity.hedge
        if hedge is None and side == "target":
            hedges = _HEDGE.findall(self._marked.text, max(start, quantity.start - _HEDGE_REACH), quantity.start)
            hedge = hedges[-1] if hedges else None
        said = max(start, quantity.start - _SENTENCE_REACH)
        binding = _BINDING.search(self._marked.text, said, quantity.start) if self._has_kinds else None
        return Statement(
            start=clean_start,
            end=clean_end,
            rule_id=f"{side}s.{finding.rule}",
            side=side,
            indicator=head,
            indicator_id=lexicon.indicator(head),
            measure=measure_of(quantity, head, self._words_beside(finding), finding.act),
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

    def _is_plan_beside(self, quantity: Quantity) -> bool:
        """Whether a figure is what was planned, printed beside what was done: 危房改造975户，完成1500户."""
        text = self._layout.text
        done = _DONE_BESIDE.match(text, quantity.unit_end)
        unit = quantity.unit or ""
        return done is not None and unit.endswith(done["unit"]) and quantity.dimension in _COUNTED

    def _words_beside(self, finding: Finding) -> tuple[str, ...]:
        """The predicate words beside a figure, with 累计 before its clause and 增长 behind it (累计支持…2000家; 保持20%以上增长)."""
        words, quantity, text = finding.words, finding.quantity, self._layout.text
        if text.find("累计", finding.start, quantity.start) >= 0:
            words = (*words, "累计")
        if quantity.dimension == "ratio" and _GROWTH_BEHIND.match(text, quantity.end) is not None:
            words = (*words, "增长")
        return words

    def _side_of_cell(self, offset: int) -> Side | None:
        """The side of the column that a figure stands in, where a table sets promises beside what was done."""
        index = bisect_right(self._cells, (offset, len(self._marked.text), "target")) - 1
        return self._cells[index][2] if index >= 0 and offset < self._cells[index][1] else None

    def _side_before(self, start: int) -> Side | None:
        """The side of the statement before in the same paragraph, for a sentence that says nothing of its time."""
        side, end = self._last
        return None if side is None or "\n" in self._marked.text[end:start] else side

    def _is_news(self) -> bool:
        """A short text of no kind whose headings do not turn the time: it may speak of several places."""
        marked = self._marked
        return self._timeline.is_loose and marked.document.kind is None and len(marked.text) < _NEWS_LENGTH

    def _notice(self, code: str, quantity: Quantity, why: str) -> Notice:
        start, end = self._layout.segment(quantity.start)
        quote = self._marked.printed(max(start, quantity.start - 40), min(end, quantity.end + 20)).strip()
        return Notice("extraction", code, f"A figure is left out: {why}.", quote)


def _key(statement: Statement) -> tuple[object, ...]:
    """What makes a statement the same when a document repeats it."""
    return (
        statement.side,
        statement.indicator,
        statement.value,
        statement.unit,
        statement.comparator,
        statement.measure,
        statement.period_start,
        statement.period_end,
        statement.region_id,
    )


# *.*%: digits that a page hides; 每人170元和: a figure that was not read as one.
_FIGURES_IN = re.compile(r"[*＊±]|\d元[和、]")


def _sound(head: str) -> bool:
    """Whether a head can stand as an indicator: no bare verb, no pointing word, no clause."""
    return (
        2 <= len(head) <= 48
        and head not in _NO_HEADS
        and not head.startswith(_POINTING)
        and head[-1] != "“"
        and _NO_WORDS.match(head) is None
        and _FIGURES_IN.search(head) is None
    )
