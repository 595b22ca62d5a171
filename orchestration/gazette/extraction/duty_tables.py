"""Tables of duties: rows that say a task, who answers for it (责任单位, 牵头单位, 配合单位) and by when (完成时限).

The columns are known by their headers alone; a table without such a header is none. A task left empty by a merged cell
is that of the row above; bodies and times are never carried. A table whose page set each cell on a line of its own is
read where its rows are numbered.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from orchestration.gazette.extraction.roles import ROLE_LABEL, by_verbs, names_in, under_labels
from orchestration.gazette.language.bodies import BodyMark, is_body
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Role

Span = tuple[int, int]

_NOTE = r"(?:[（(][^（）()]{1,30}[）)])?"
_ROLE_HEADER = re.compile(
    r"(?:(?P<lead>总?牵头|主责|主办|主要责任|第一责任)|(?P<support>(?:协同|协助|密切|主要)?配合|协办|协作|参与|参加|协同|支持|协助)|"
    rf"(?:责任|负责|承办|落实|实施|执行|承担|具体责任|具体落实|完成|市级责任|县级责任))(?:责任)?(?:单位|部门|主体|科室|处室){_NOTE}"
)
_DUE_HEADER = re.compile(
    r"(?:(?:计划|任务|工作|要求|预计|拟)?(?:完成|办结|整改|落实|办理|推进|实施|报送|公开|公布|发布|出台|工作)?"
    rf"(?:的)?(?:时限|时间|期限|日期|节点|时间节点|时间要求|时限要求|时间进度|时间安排|完成期限)){_NOTE}"
)
_TASK_HEADER = re.compile(
    rf"(?:[\u4e00-\u9fff、及和与]{{0,10}}(?:任务|事项|内容|措施|项目|举措|要点|目标|要求|工作|问题|名称|任务分解|清单|任务分工|实事)){_NOTE}"
)
# A table with each cell on a line of its own: its header begins with 序号, each of its rows with a number.
_NUMBER_HEADER = re.compile(r"序[ 　]?号[ 　|]*$", re.M)
_CELL = re.compile(r"[^|\n]+")
_HEADED = re.compile(r"号[ 　]?\|?\n")
_OTHER_HEADER = re.compile(
    r"备[ 　]?注|[\u4e00-\u9fff]{0,6}(?:目标|进度|类别|领域|来源|依据|领导|责任人|联系人|科室|成果)"
)
_ROW_NUMBER = re.compile(r"\d{1,3}")
_ROW_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}(?:、|[）)])")
_WIDEST = 9  # columns
_HEADER_WITHIN = 3  # rows; titles of a table may stand above its header
_SPACE = re.compile(r"[\s　]")


@dataclass(frozen=True, slots=True)
class DutyRow:
    """One row, with offsets in the matching form: its span, its task, its bodies with their roles, its time's cell."""

    start: int
    end: int
    task: Span | None
    bodies: tuple[tuple[BodyMark, Role], ...]
    due: Span | None


@dataclass(frozen=True, slots=True)
class _Columns:
    roles: tuple[tuple[int, Role], ...]
    due: int | None
    tasks: tuple[int, ...]
    width: int


def duty_rows(marked: MarkedText) -> Iterator[DutyRow]:
    """The rows of every table whose header names a column of answering bodies, or of times for tasks."""
    columns: _Columns | None = None
    last_end = -1
    for table in marked.document.tables:
        rows = [[(marked.matching(start), marked.matching(end)) for start, end in row] for row in table.rows]
        header, found = _header(marked.text, rows)
        if found is None and (
            columns is None
            or marked.document.text[last_end : table.start].strip()
            or any(len(row) != columns.width for row in rows)
        ):
            columns = None
            continue
        columns = found or columns  # without a header of its own a table goes on with the one before
        last_end = table.end
        if columns is not None:
            yield from _rows(marked.text, rows[header + 1 :], columns)


def duty_tables_of(marked: MarkedText) -> tuple[DutyRow, ...]:
    """All rows of duties of a document, nothing where it has no tables."""
    rows = tuple(duty_rows(marked)) if marked.document.tables else ()
    return rows + tuple(_lined_rows(marked.text)) if _HEADED.search(marked.text) else rows


def _lined_rows(text: str) -> Iterator[DutyRow]:
    """The rows of tables whose cells stand on lines of their own; a row with a cell too many or too few is left out."""
    for first in _NUMBER_HEADER.finditer(text):
        begin = text.rfind("\n", 0, first.start()) + 1
        if text[begin : first.start()].strip(" 　"):
            continue
        lines = list(_lines_from(text, begin))
        width = _header_width(text, lines[: _WIDEST + 1])
        columns = _columns([_SPACE.sub("", text[slice(*line)]) for line in lines[:width]])
        if columns is not None:
            rows = [_fitted(text, row, columns) for row in _numbered(text, lines[width:])]
            yield from _rows(text, [row for row in rows if row is not None], columns)


def _header_width(text: str, lines: list[Span]) -> int:
    """The columns of a header whose cells stand on lines of their own: up to the row 1, else while they read as heads."""
    first = next((n for n, line in enumerate(lines) if text[slice(*line)].strip(" 　") == "1"), 0)
    return first or next((n for n, line in enumerate(lines[:_WIDEST]) if n and not _is_header(text, line)), 0)


def _fitted(text: str, row: list[Span], columns: _Columns) -> list[Span] | None:
    """A row with one cell a column: several bodies on lines of their own are one cell; what stands behind the last is left."""
    extra = len(row) - columns.width
    if extra <= 0:
        return row
    at = columns.roles[-1][0] if columns.roles else 0
    bodies = [is_body(text[slice(*cell)].strip(" 　")) for cell in row[at:]]
    if not at or not bodies[0]:
        return None
    if all(bodies[: extra + 1]):
        return [*row[:at], (row[at][0], row[at + extra][1]), *row[at + extra + 1 :]]
    return row[: columns.width] if not any(bodies[1:]) else None


def _lines_from(text: str, at: int) -> Iterator[Span]:
    """The lines from a place on; where a page closes its cells with bars (甲局 |), what stands between them."""
    for match in _CELL.finditer(text, at):
        if match[0].strip():
            yield match.start(), match.end()


def _is_header(text: str, line: Span) -> bool:
    words = _SPACE.sub("", text[slice(*line)])
    return _ROW_HEADING.match(words) is None and any(
        kind.fullmatch(words) for kind in (_TASK_HEADER, _ROLE_HEADER, _DUE_HEADER, _OTHER_HEADER)
    )


def _numbered(text: str, lines: list[Span]) -> Iterator[list[Span]]:
    """The rows of a table by the numbers that begin them, however many lines they hold."""
    row: list[Span] = []
    for line in [*lines, None]:
        words = "" if line is None else text[slice(*line)].strip(" 　")
        if line is None or _ROW_NUMBER.fullmatch(words) or _ROW_HEADING.match(words):
            if row:
                yield row
            row = [line] if line is not None and _ROW_NUMBER.fullmatch(words) else []
        elif row:
            row.append(line)


def _header(text: str, rows: list[list[Span]]) -> tuple[int, _Columns | None]:
    for index, row in enumerate(rows[:_HEADER_WITHIN]):
        columns = _columns([_SPACE.sub("", text[start:end]) for start, end in row])
        if columns is not None:
            return index, columns
    return -1, None


def _columns(words: list[str]) -> _Columns | None:
    roles: list[tuple[int, Role]] = []
    due: int | None = None
    tasks: list[int] = []
    for index, cell in enumerate(words):
        role = _ROLE_HEADER.fullmatch(cell)
        if role:
            roles.append((index, "lead" if role["lead"] else "support" if role["support"] else "responsible"))
        elif _DUE_HEADER.fullmatch(cell):
            due = index
        elif _TASK_HEADER.fullmatch(cell):
            tasks.append(index)
    if not roles and (due is None or not tasks):
        return None
    return _Columns(tuple(roles), due, tuple(tasks), len(words))


def _rows(text: str, rows: list[list[Span]], columns: _Columns) -> Iterator[DutyRow]:
    task: Span | None = None
    for row in rows:
        if len(row) != columns.width or _columns([_SPACE.sub("", text[start:end]) for start, end in row]) is not None:
            continue  # a heading across the table, or its header again on a new page
        task = _task(text, row, columns) or task
        bodies = [named for at, role in columns.roles for named in _bodies(text, *row[at], role)]
        due = row[columns.due] if columns.due is not None else None
        if bodies or due:
            yield DutyRow(row[0][0], row[-1][1], task, tuple(bodies), due)


def _task(text: str, row: list[Span], columns: _Columns) -> Span | None:
    """The task's cell: the longest of those that say what is to be done."""
    cells = [row[index] for index in columns.tasks if text[slice(*row[index])].strip()]
    return max(cells, key=lambda cell: cell[1] - cell[0]) if cells else None


def _bodies(text: str, start: int, end: int, role: Role) -> Iterator[tuple[BodyMark, Role]]:
    if any(not label["other"] for label in ROLE_LABEL.finditer(text, start, end)):
        yield from under_labels(text, start, end)
        return
    clauses = list(by_verbs(text, start, end, role))
    yield from clauses or names_in(text, start, end, role, strict=True)
