"""Policy changes in tables: an old and a new value below headers that say so."""

from __future__ import annotations

import datetime as dt

import pytest

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import PolicyChange, Source

TABLE = (
    "云州市医疗保障局关于调整价格的通知\n云医保发〔2022〕17号\n各县区医疗保障局：\n经研究，现将价格调整如下：\n"
    "项目名称 | 计价单位 | {old} | {new}\n诊查费 | 次 | 8 | 10\n二级护理 | 日 | 12 | 12\n静脉输液 | 组 | 6 | 视情况\n"
    "以上价格自2022年8月1日起执行。\n2022年7月12日\n"
)


def changes(old: str, new: str) -> list[PolicyChange]:
    issue = read_issue(TABLE.format(old=old, new=new).encode(), Source("t", "t", "t.txt", "0"))
    return list(issue.documents[0].policy_changes)


@pytest.mark.parametrize(
    ("old", "new"),
    [("原价格（元）", "调整后价格（元）"), ("现行标准（元）", "调整后标准（元）"), ("调整前（元）", "调整后（元）")],
)
def test_rows_whose_two_values_differ(old: str, new: str) -> None:
    assert [(f.subject, f.old_value, f.new_value, f.unit, f.effective_from) for f in changes(old, new)] == [
        ("诊查费", "8", "10", "元", dt.date(2022, 8, 1))
    ]


def test_other_tables_change_nothing() -> None:
    assert changes("去年", "今年") == []
