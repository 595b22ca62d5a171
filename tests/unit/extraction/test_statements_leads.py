"""Whatever leads in a statement is none of its indicator: times, links, hedges, a place, in any order they are said in."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_statements import read

LEADS = (
    "到今年9月底 到今年年底 到明年年底 截至目前 力争年底前 今年上半年 1至8月 进入三季度以来 今年以来 去年全年 自2020年以来 近三年 三年来 未来三年 "
    "2021年至2023年 2021—2023年三年间 本年度 当年 同期 上年度 上年 前年 明年 前三季度 去年同期 年初以来 前5个月 9月当月 9月末 期末 五年间 五年内 "
    "“十四五”期间 “十四五”以来 到“十四五”末 到2025年末 2025年12月底前 截至2022年底 至2022年末 2019年以来 "
    "预计 力争 确保 计划 将 要 需 应 已 已经 目前已 现 现已 现有 共有 拥有 仅 累计 共 继续 进一步 预计到年底 力争到2025年 建成后 全部建成后"
).split()
STATEMENTS = (
    ("城镇化率达到60%", "城镇化率"),
    ("规模以上工业增加值增长8%", "规模以上工业增加值"),
    ("完成固定资产投资80亿元", "固定资产投资"),
    ("粮食产量稳定在50万吨以上", "粮食产量"),
)
# A county, and what a county calls itself, before the lead or behind it.
PLACED = ("{lead}", "沂源县{lead}", "全市{lead}", "{lead}全市", "{lead}沂源县")


@pytest.mark.parametrize("placed", PLACED)
@pytest.mark.parametrize("lead", LEADS)
def test_what_leads_is_no_part_of_the_name(lead: str, placed: str) -> None:
    for statement, indicator in STATEMENTS:
        found = read(f"{placed.format(lead=lead)}{statement}。", title="云江市2022年重点工作安排", kind="通知")
        assert [fact.indicator for fact in found] == [indicator]


@pytest.mark.parametrize(
    ("text", "indicator"),
    [
        ("现代服务业增加值增长8%。", "现代服务业增加值"),
        ("应届毕业生就业率达到95%。", "应届毕业生就业率"),
        ("应急物资储备达到3万件。", "应急物资储备"),
        ("上年结转资金3亿元。", "上年结转资金"),
        ("自来水普及率达到98%。", "自来水普及率"),
        ("进口总额增长8%。", "进口总额"),
        ("从业人员达到3万人。", "从业人员"),
        ("市政府性债务余额3亿元。", "市政府性债务余额"),
        ("襄阳市、荆门市颗粒物浓度下降18%。", "襄阳市、荆门市颗粒物浓度"),
    ],
)
def test_words_that_only_look_like_a_lead(text: str, indicator: str) -> None:
    found = read(text, title="云江市2022年重点工作安排", kind="通知")
    assert [fact.indicator for fact in found] == [indicator]
