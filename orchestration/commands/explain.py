"""gongbao explain: one fact with the words that state it, where they stand, which rule read them, in which file."""

from __future__ import annotations

from typing import Any

from rich.text import Text

from orchestration.commands.console import Stop, marked, out, shown
from orchestration.settings import Settings
from orchestration.warehouse.query import Warehouse

AROUND = 60  # characters of context on either side
_PLACE = {
    "quote",
    "char_start",
    "char_end",
    "page",
    "rule_id",
    "reading_confidence",
    "issue_id",
    "document_id",
    "section_id",
}


def find(warehouse: Warehouse, fact_id: str) -> tuple[str, dict[str, Any]] | None:
    """The table and the row of a fact, by the id column that stands first in each fact table."""
    tables = warehouse.query(
        "SELECT table_name, column_name FROM duckdb_columns() WHERE schema_name = 'main' "
        "AND table_name LIKE 'fct\\_%' ESCAPE '\\' AND column_index = 1 AND column_name LIKE '%\\_id' ESCAPE '\\'"
    ).rows()
    for name, column in tables:
        result = warehouse.query(f'SELECT * FROM "{name}" WHERE "{column}" = ?', [fact_id])
        if result.table.num_rows:
            return name, dict(zip(result.columns, result.rows()[0], strict=True))
    return None


def explain(settings: Settings, fact_id: str) -> None:
    """Prints the fact and its provenance."""
    with Warehouse(settings.warehouse) as warehouse:
        found = find(warehouse, fact_id.strip())
        if found is None:
            raise Stop(
                f"No fact {fact_id} in {warehouse.path.name}. Ids stand in the first column of every fct_ table: "
                'gongbao sql "SELECT * FROM fct_targets LIMIT 5"'
            )
        name, row = found
        sources = [(label, act, _where(warehouse, act)) for label, act in _stated_by(warehouse, row)]
    out.print(f"[bold]{fact_id}[/]  {name}\n")
    for column, value in row.items():
        if column not in _PLACE and value is not None and value != fact_id:
            _line(column, shown(value))
    for label, stated, where in sources:
        out.print(f"\n[bold]{label}[/]" if label else "")
        _provenance(stated, where)


def _stated_by(warehouse: Warehouse, row: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    """The rows whose words state a fact: the fact itself, or the acts that a spell in office was made of."""
    acts = [
        ("由此任 begins with", row.get("start_appointment_id")),
        ("由此免 ends with", row.get("end_appointment_id")),
    ]
    found = [(f"{label} {act}", find(warehouse, act)) for label, act in acts if act]
    return [(label, act[1]) for label, act in found if act] or [("", row)]


def _provenance(row: dict[str, Any], where: dict[str, Any]) -> None:
    if row.get("quote") is not None:
        _quote(row, where.get("text") or "")
    _line("文件 document", f"{where.get('title') or ''} {where.get('doc_number') or ''}".strip())
    if where.get("path"):
        _line("章节 section", f"{where['path']} {where.get('heading') or ''}".strip())
    _line("页 page", shown(row.get("page")) or "未知 unknown")
    if row.get("reading_confidence") is not None:
        _line("识别把握 confidence", f"{row['reading_confidence']:.2f}")
    _line("规则 rule", shown(row.get("rule_id") or row.get("rule")))
    _line("期 issue", f"{row.get('issue_id') or ''} {where.get('issue_title') or ''}".strip())
    _line("来源 source", f"{where.get('source_file') or ''} {where.get('source_url') or ''}".strip())
    _line("sha256", shown(where.get("source_sha256")))
    _line("解析 parser", f"{where.get('reader') or ''} {where.get('parser_version') or ''}".strip())


def _where(warehouse: Warehouse, row: dict[str, Any]) -> dict[str, Any]:
    result = warehouse.query(
        "SELECT d.title, d.doc_number, d.text, s.path, s.heading, i.title AS issue_title, "
        "i.source_file, i.source_sha256, i.source_url, i.reader, i.parser_version "
        "FROM (SELECT ?::varchar AS issue_id, ?::varchar AS document_id, ?::varchar AS section_id) f "
        "LEFT JOIN dim_document d USING (document_id) LEFT JOIN dim_section s ON s.section_id = f.section_id "
        "LEFT JOIN dim_issue i ON i.issue_id = coalesce(f.issue_id, d.issue_id)",
        [row.get("issue_id"), row.get("document_id"), row.get("section_id")],
    )
    return dict(zip(result.columns, result.rows()[0], strict=True)) if result.table.num_rows else {}


def _quote(row: dict[str, Any], text: str) -> None:
    quote = str(row["quote"])
    start = row.get("char_start")
    if start is None and text.count(quote) == 1:  # a warning keeps its words alone
        start = text.index(quote)
    if start is None:
        out.print(f"【{quote}】\n", markup=False, soft_wrap=True)
        return
    end = int(start) + len(quote)
    left = max(start - AROUND, 0)
    context = text[left : end + AROUND]
    out.print(marked(context, start - left, end - left), soft_wrap=True)
    out.print(f"[dim]字符 characters {start}–{end}[/]\n")


def _line(label: str, value: str) -> None:
    if value:
        name = Text(label)
        name.pad_right(max(24 - name.cell_len, 1))
        out.print(name.append(value), soft_wrap=True)
