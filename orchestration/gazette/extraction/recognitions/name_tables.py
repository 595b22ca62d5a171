"""Tables of names: with columns (|), with spaces between the columns under their heads, or with one cell a line."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.names_on_lines import has_shape
from orchestration.gazette.extraction.recognitions.persons_listed import Span
from orchestration.gazette.extraction.recognitions.printed_lines import Line
from orchestration.gazette.language.people import can_be_name

NAME_HEAD = re.compile(
    r"(?:企业|单位|机构|组织|项目|产品|基地|品牌|学校|医院|村|作品|获奖者?|集体|个人|园区|景区|中心|公司|申报单位|受表彰者|户主|家庭|工厂|商标|社区|成果|传承人|人员)?"
    r"(?:名称|全称|姓名)$|^(?:企业|单位|学校|医院|公司|社区|村|户主|姓名|获奖单位|获奖者|获奖集体|获奖个人|传承人)$"
)
NUMBER_HEAD = frozenset({"序号", "编号", "序", "号"})
# What stands at the head of a column, in a line of its own.
TABLE_HEAD = re.compile(
    r"(?:序号|编号|性别|民族|年龄|学历|籍贯|职务|职称|行业|备注|住址|地址|电话|奖项|[\u4e00-\u9fff（）、/]{0,12}?"
    r"(?:名称|全称|姓名|单位|企业|类别|类型|批次|年限|时间|日期|地区|区域|地址|等级|级别|奖项|称号|所在地|属地|县区|区县|县市区|镇街|乡镇|编号|代码|负责人|完成人|传承人|得分|年月|信息))"
)
# What each of them ends in: cheap to look at, and most lines are names.
_HEAD_ENDS = frozenset(re.findall(r"([\u4e00-\u9fff])(?=[|)])", TABLE_HEAD.pattern))
_HEAD_LINE = re.compile(rf"{TABLE_HEAD.pattern}(?:[ 　]+{TABLE_HEAD.pattern})+")
# 序号项目名称申报地区: columns whose spaces were lost, above rows that cannot be taken apart.
GLUED_HEADS = re.compile(
    r"(?:序号|姓名)[\u4e00-\u9fff（）、]{0,30}(?:名称|单位|地区|县区|姓名|职务)[\u4e00-\u9fff（）、]{0,20}"
)
_ROW_NUMBER = re.compile(r"（?\d{1,4}[）.、．]?[ 　]?")
_FIRST = ("1.", "1、", "1．", "（1）")
_LONGEST_CELL = 60
_FEWEST_ROWS = 2


def is_row(line: Line) -> bool:
    """Whether a line is a row of a table with columns."""
    return " | " in line.words


def begins_list(line: Line) -> bool:
    """Whether a line begins a table or a numbered list, so that no heading is needed above it."""
    return is_row(line) or heads_columns(line) or line.words in NUMBER_HEAD or line.words.startswith(_FIRST)


def names_in_columns(rows: list[Line], columns: list[int]) -> tuple[list[Span], list[int]]:
    """Names of a table's name columns, row by row, and the columns.

    Without a header that says which column holds names, the columns of the table before in the list count; else none.
    """
    names: list[Span] = []
    for row in rows:
        cells = _cells(row)
        headers = [index for index, (_, words) in enumerate(cells) if NAME_HEAD.search(words)]
        if headers and (not columns or any(words == "序号" for _, words in cells)):
            columns = headers[:1] if len({cells[i][1] for i in headers}) > 1 else headers
            continue  # also the header again, on a new page or under the next sub-heading
        for index in columns:
            if index < len(cells) and len(cells[index][1]) >= 2:
                start, words = cells[index]
                names.append((start, start + len(words)))
    return names, columns


def heads_columns(line: Line) -> bool:
    """Whether a line holds the heads of columns that spaces set apart (姓名 项目名称 申报地区)."""
    return " " in line.words and _HEAD_LINE.fullmatch(line.words) is not None


def name_under_heads(heads: Line, row: Line) -> list[Span]:
    """The name of a row whose columns spaces set apart, as the line with their heads orders them; none where it has other columns."""
    columns = [words for words in heads.words.split() if words not in NUMBER_HEAD]
    named = next((index for index, words in enumerate(columns) if NAME_HEAD.search(words)), None)
    lead = match.end() if (match := _ROW_NUMBER.match(row.words)) else 0
    cells = [(row.start + lead + cell.start(), cell[0]) for cell in re.finditer(r"[^ 　]+", row.words[lead:])]
    if named is None or not (len(cells) == len(columns) or (cells and named == 0)):
        return []
    at, words = cells[named]
    return [(at, at + len(words))]


def cells_one_a_line(lines: list[Line], at: int) -> tuple[list[Span], int] | None:
    """The names of a table printed one cell a line, and the line after it; no names where its rows cannot be told.

    None where no heads of columns stand here, one a line.
    """
    heads: list[str] = []
    after = at
    while after < len(lines) and lines[after].words[-1:] in _HEAD_ENDS and TABLE_HEAD.fullmatch(lines[after].words):
        heads.append(lines[after].words)
        after += 1
    named = [index for index, words in enumerate(heads) if NAME_HEAD.search(words)]
    if len(heads) < 2 or not named:
        return None
    is_numbered = heads[0] in NUMBER_HEAD
    column = named[0] - is_numbered
    width = len(heads) - is_numbered
    of_persons = "姓名" in heads[named[0]]
    numbered = _numbered_rows(lines, after)
    if numbered:
        end = after + sum(len(row) + 1 for row in numbered)
        rows = [row[column : column + 1] for row in numbered if column == 0 or len(row) == width]
        cells = [cell for row in rows for cell in row]
        fitting = [cell for cell in cells if not of_persons or _fits(cell, of_persons)]
        return [(cell.start, cell.end) for cell in fitting], end
    return _rows_alike(lines, after, column, width, of_persons)


def _numbered_rows(lines: list[Line], at: int) -> list[list[Line]]:
    """The rows that begin with 1, 2, 3 … in lines of their own; the last is as long as the longest before."""
    rows: list[list[Line]] = []
    while at < len(lines) and lines[at].words == str(len(rows) + 1):
        end = at + 1
        longest = max(map(len, rows), default=_LONGEST_CELL)
        while end < len(lines) and end - at <= longest and lines[end].words != str(len(rows) + 2):
            if len(lines[end].words) > _LONGEST_CELL or "。" in lines[end].words:
                break
            end += 1
        rows.append(lines[at + 1 : end])
        at = end
    return rows if len(rows) >= _FEWEST_ROWS else []


def _rows_alike(lines: list[Line], at: int, column: int, width: int, of_persons: bool) -> tuple[list[Span], int]:
    """Rows whose numbers were lost: as many cells each, with a name in the same place of all of them.

    A column that is empty throughout (性别, lost with its characters) makes the rows shorter; the name's place is then
    known only where it comes first.
    """
    end = at
    while end < len(lines) and len(lines[end].words) <= _LONGEST_CELL and not re.search("[。：]", lines[end].words):
        end += 1
    cells = lines[at:end]
    for short in (0, 1, 2):
        length = width - short
        if length < 1 or (short and column) or len(cells) < length * _FEWEST_ROWS or len(cells) % length:
            continue
        found = cells[column::length]
        if all(_fits(cell, of_persons) for cell in found):
            return [(cell.start, cell.end) for cell in found], end
    return [], end


def _fits(cell: Line, of_persons: bool) -> bool:
    return can_be_name(cell.words) if of_persons else has_shape(cell.words)


def _cells(row: Line) -> list[tuple[int, str]]:
    cells = []
    at = row.start
    for cell in row.words.split("|"):
        stripped = cell.strip(" 　")
        cells.append((at + len(cell) - len(cell.lstrip(" 　")), stripped))
        at += len(cell) + 1
    return cells
