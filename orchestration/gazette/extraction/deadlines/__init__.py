"""Deadlines: a task with a calendar day, a month's or year's end that it is tied to, or a recurrence.

What is told of the past, the dates of force of a document, durations, whole years and rates (每人每年…元) are no deadlines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from orchestration.gazette.extraction.cases import is_case
from orchestration.gazette.extraction.deadlines.reading import Reading, ends
from orchestration.gazette.extraction.deadlines.tasks import LIMIT, clause_end, clause_start, task_at
from orchestration.gazette.extraction.deadlines.telling import is_past
from orchestration.gazette.extraction.deadlines.ties import ties_a_task
from orchestration.gazette.extraction.deadlines.years import Years
from orchestration.gazette.extraction.duty_tables import DutyRow, duty_tables_of
from orchestration.gazette.language.date_marks import DateMark, computed_marks, iter_date_marks
from orchestration.gazette.language.dates import full_day
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Deadline, Notice

_HINT = re.compile(r"底|末|前|起|日|月|季|半年|每[一1个]?年|按年")  # one by one: re scans for a set of them
_LATE, _EARLY = 11, 4  # months: a notice of November or later that says 3月20日前 means the year after
_UNKNOWN = 4  # stands in for a year that is not known: early, and a leap year
_REACH = 300  # characters around a date in its sentence that are looked at
_SHORT = 40  # characters; a line that is nothing but a date is no longer
# What stands between the first and the last day of a span, also behind the day of the week: 6月6日（周一）—6月30日.
_RANGE = re.compile(r"(?:（(?:周|星期)[一二三四五六日天]）)?[至到—~－–-]{1,2}")
# 每季度末（分别在6月、9月和12月底）: which days they are, said of what comes round.
_EXPLAINS = re.compile(r"（[^（）]{0,30}")
_DATED = re.compile(r"[底末]|\d月|[一二三四五六七八九十]月|季度|半年|年前")  # in each of what needs a year
_ONLY_DATE = re.compile(r"[\s　（(]*[\d一二三四五六七八九十〇○零年月日]{6,14}(?:印发|发布)?[\s　）)]*")
_PRESCRIBES = (
    "通知",
    "意见",
    "办法",
    "方案",
    "预案",
    "规定",
    "细则",
    "计划",
    "规划",
    "条例",
    "决定",
    "要点",
    "措施",
    "函",
    "批复",
    "通告",
    "公告",
    "规则",
    "制度",
    "清单",
    "分解",
    "分工",
    "责任书",
    "令",
)
# 本办法, 四、时间安排: a text without its head that prescribes all the same.
_PRESCRIBES_BY_FORM = re.compile(
    r"(?<![基根资成样版文])本(?:实施|管理|工作|暂行|试行)?(?:细则|办法|规定|方案|通知|意见|预案)|"
    r"[一二三四五六七八九十]、(?:时间安排|工作要求|有关要求|实施步骤|工作步骤|方法步骤|组织领导|组织实施|保障措施|工作措施)"
)
# 次年1月5日前, 于2月底前上报年报: what comes round with each year's report, in a text of no known year.
_EACH_YEAR = re.compile(r"年报|年度[\u4e00-\u9fff]{0,6}(?:报告|报表|总结|数据)")
_NEXT_YEAR = ("次年", "翌年")


def find(marked: MarkedText) -> Iterator[Deadline | Notice]:
    """Every date or recurrence that a task is tied to; the quote is the clause that says both."""
    text = marked.text
    document = marked.document
    if not _HINT.search(text) or is_case(document.title, text):
        return
    prescribes = (
        any(word in (document.kind or "") for word in _PRESCRIBES)
        or document.title.endswith(_PRESCRIBES)
        or document.doc_number is not None
        or (document.kind is None and bool(document.addressees))
        or (document.kind is None and _PRESCRIBES_BY_FORM.search(text) is not None)
    )
    years = Years(marked)
    named = years.of_work
    dated = Reading(document, years.own or (named if prescribes else None), prescribes and document.kind != "任免")
    seen: set[tuple[int, object]] = set()
    tells = document.kind in ("报告", "任免")
    rows = [] if tells else [row for row in duty_tables_of(marked) if row.due]
    cells = [row.due for row in rows if row.due]
    for sentence in marked.sentences_with(_HINT):
        if sentence.end - sentence.start < _SHORT and _ONLY_DATE.fullmatch(
            text[sentence.start : sentence.end].strip("。\n")
        ):
            continue
        reading = dated
        if dated.year is None and _DATED.search(text, sentence.start, sentence.end):
            reading = replace(dated, year=years.at(sentence.start), is_dated=False)
        for found in _marks(text, sentence.start, sentence.end, reading):
            mark = _rolled_over(found, reading)
            start, end = max(sentence.start, mark.start - _REACH), min(sentence.end, mark.end + _REACH)
            if any(first <= mark.start < last for first, last in cells):
                continue
            if not ties_a_task(marked, mark, start, end, reading):
                continue
            if _lacks_its_year(mark, named):
                if not _comes_round(text, mark, start, end):
                    yield _yearless(marked, mark, start, end)
                    continue
                mark = replace(mark, first_day=None, last_day=None, precision="recurrence", recurrence="yearly")
            deadline = _deadline(marked, mark, start, end)
            key = (deadline.start, deadline.due_date or deadline.recurrence)
            if key not in seen:
                seen.add(key)
                yield deadline
    for row in rows:
        yield from _in_cell(marked, row, dated, named)


def _lacks_its_year(mark: DateMark, named: int | None) -> bool:
    """Whether no year is known for a date, or only that of the work it ends, which a report of the first months follows."""
    last = mark.last_day
    if last is None or mark.is_year_printed or mark.recurrence:
        return False
    return last.year <= _UNKNOWN + 2 or (last.year == named and last.month < _EARLY)


def _comes_round(text: str, mark: DateMark, start: int, end: int) -> bool:
    """Whether a date of no known year comes each year: the next year's, or that of a yearly report."""
    if text.startswith(_NEXT_YEAR, mark.start):
        return True
    return _EACH_YEAR.search(text, clause_start(text, mark.start, start), clause_end(text, mark.end, end)) is not None


def _yearless(marked: MarkedText, mark: DateMark, start: int, end: int) -> Notice:
    task = task_at(marked.text, mark.start, mark.end, start, end)
    return Notice(
        stage="extraction",
        code="deadline_without_year",
        message="A task is tied to a date, but no year is known for it; read it by hand.",
        quote=marked.document.text[slice(*marked.clean(task.start, task.end))],
        document_id=marked.document.document_id,
    )


def _in_cell(marked: MarkedText, row: DutyRow, reading: Reading, named: int | None) -> Iterator[Deadline | Notice]:
    """The times of a cell under 完成时限: whatever its words, they say by when its row's task is to be done."""
    text = marked.text
    if row.due is None:
        return
    for mark in _marks(text, *row.due, reading):
        last = mark.last_day
        if mark.recurrence is None and (last is None or is_past(mark, reading)):
            continue
        if (mark.precision == "year" and not ends(mark)) or mark.bound == "since":
            continue
        if _lacks_its_year(mark, named):
            yield _yearless(marked, mark, *row.due)
            continue
        task = row.task or (row.start, row.end)
        start, end = marked.clean(min(task[0], row.due[0]), max(task[1], row.due[1]))
        yield Deadline(
            start=start,
            end=end,
            rule_id="deadlines.table",
            task=text[slice(*task)].strip()[:60],
            due_date=None if mark.recurrence else last,
            recurrence=mark.recurrence,
            is_computed=mark.is_computed,
        )


def _marks(text: str, start: int, end: int, reading: Reading) -> Iterator[DateMark]:
    previous: DateMark | None = None
    every = -1
    for mark in iter_date_marks(text, start, end, reading.year or _UNKNOWN):
        if every > -1 and _EXPLAINS.fullmatch(text, every, mark.start):
            continue
        every = mark.end if mark.recurrence else every
        if mark.last_day is not None and mark.last_day.year < _UNKNOWN:
            continue  # 去年12月底, told in a text of no known year
        if previous is not None and _RANGE.fullmatch(text, previous.end, mark.start):
            # 4月1日至4月30日: one mark, whose last day counts; a bare span of time sets nothing by itself.
            limited = previous.bound == "at" or LIMIT.search(text[max(start, previous.start - 16) : previous.start])
            mark = replace(mark, start=previous.start, first_day=previous.first_day, bound="at" if limited else None)
            previous = None
        elif previous is not None:
            yield previous
        previous = mark
    if previous is not None:
        yield previous
    if "日起" in text[start:end]:
        for mark in computed_marks(text[start:end], reading.document.signed_date, reading.document.effective_from):
            yield replace(mark, start=mark.start + start, end=mark.end + start)


def _rolled_over(mark: DateMark, reading: Reading) -> DateMark:
    """A day of the first months that a document of the last ones sets ahead without a year: next year's."""
    last, signed = mark.last_day, reading.document.signed_date
    if (
        mark.is_year_printed
        or last is None
        or mark.first_day is None
        or mark.bound not in ("by", "at")
        or signed is None
        or signed.month < _LATE
        or last.month > _EARLY
        or last.year != signed.year
    ):
        return mark
    first = full_day(mark.first_day.year + 1, mark.first_day.month, mark.first_day.day)
    return replace(mark, first_day=first, last_day=full_day(last.year + 1, last.month, last.day))


def _deadline(marked: MarkedText, mark: DateMark, start: int, end: int) -> Deadline:
    task = task_at(marked.text, mark.start, mark.end, start, end)
    span_start, span_end = marked.clean(task.start, task.end)
    rule = "computed" if mark.is_computed else "recurrence" if mark.recurrence else mark.precision
    return Deadline(
        start=span_start,
        end=span_end,
        rule_id=f"deadlines.{rule}",
        task=task.words,
        due_date=None if mark.recurrence else mark.last_day,
        recurrence=mark.recurrence,
        is_computed=mark.is_computed,
    )
