"""Heads printed together: what each of them lost, and what none did; whose a figure is that all of them have."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_statements import read

PLAN = "云江市2022年重点工作安排"


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("新增高新技术企业、科技型中小企业各100家。", ["新增高新技术企业", "新增科技型中小企业"]),
        ("新增城镇就业、农村劳动力转移就业分别为5万人和3万人。", ["新增城镇就业", "新增农村劳动力转移就业"]),
        ("居民消费价格涨幅、城镇登记失业率分别控制在3%、4%以内。", ["居民消费价格涨幅", "城镇登记失业率"]),
        ("地区生产总值增速、财政收入增速分别保持在8%、10%以上。", ["地区生产总值", "财政收入"]),
        ("地区生产总值增速和财政收入增速保持在8%以上。", ["地区生产总值", "财政收入"]),
        ("农业总产值、增加值分别达到100亿元、60亿元。", ["农业总产值", "农业增加值"]),
        ("规模以上工业增加值、利润总额分别增长9%、10%。", ["规模以上工业增加值", "规模以上工业利润总额"]),
        ("粮食播种面积、产量分别稳定在300万亩、120万吨。", ["粮食播种面积", "粮食产量"]),
        ("新建和改造农村公路分别为50公里和80公里。", ["新建农村公路", "改造农村公路"]),
        ("新建、改造农村公路分别达50公里和80公里。", ["新建农村公路", "改造农村公路"]),
        ("新增高新技术企业20家，达到100家。", ["新增高新技术企业", "高新技术企业"]),
        ("重点项目200个，总投资1000亿元，开工150个。", ["重点项目", "重点项目总投资", "重点项目开工"]),
    ],
)
def test_each_head_stands_alone(text: str, indicators: list[str]) -> None:
    assert [fact.indicator for fact in read(text, title=PLAN, kind="通知")] == indicators


@pytest.mark.parametrize(
    "text",
    [
        "污水处理率达到95%，垃圾处理率达到99%，均提高2个百分点。",
        "污水处理率达到95%、垃圾处理率达到99%，均提高2个百分点。",
    ],
)
def test_what_all_of_a_list_did_is_of_each(text: str) -> None:
    found = read(text, title=PLAN, kind="通知")
    assert [fact.indicator for fact in found if fact.unit == "个百分点"] == ["污水处理率", "垃圾处理率"]
