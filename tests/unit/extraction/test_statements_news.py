"""News and other texts without headings: which year they mean, which way they look, figures written out and in brackets."""

from __future__ import annotations

import pytest

from orchestration.gazette.extraction.targets import find
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Statement

Brief = tuple[str, str, float, int | None, int | None]


def read(text: str, title: str | None = None, kind: str | None = None) -> list[Statement]:
    document = Document(document_id="t/1", issue_id="t", sequence=1, kind=kind, title=title, text=text)
    return [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]


def brief(text: str, title: str | None = None, kind: str | None = None) -> list[Brief]:
    return [
        (
            s.side,
            s.indicator,
            s.value,
            s.period_start.year if s.period_start else None,
            s.period_end.year if s.period_end else None,
        )
        for s in read(text, title, kind)
    ]


@pytest.mark.parametrize(
    ("text", "title", "facts"),
    [
        # this year, said in a bracket
        (
            "云江市长说，今年（2017年）预期地区生产总值增长6%。",
            None,
            [("target", "地区生产总值", 6, 2017, 2017)],
        ),
        # what news aims at without a time is of the year that it has spoken of
        (
            "2013年，云江市将按照计划安排36项重点工程。\n加快保障能力建设，新增供热能力100万平方米。\n新建公交候车亭50座。",
            None,
            [
                ("target", "安排重点工程", 36, 2013, 2013),
                ("target", "新增供热能力", 100, 2013, 2013),
                ("target", "公交候车亭", 50, 2013, 2013),
            ],
        ),
        # aims of a plan are of its years, though none is printed
        (
            "“十二五”时期，主要预期目标是：生产总值年均增长11%，城镇化率提高到75%左右。",
            None,
            [("target", "生产总值", 11, 2011, 2015), ("target", "城镇化率", 75, 2011, 2015)],
        ),
        (
            "2026年1月5日消息：十五五规划提出29项指标，包括：森林覆盖率达到40%以上。",
            None,
            [("target", "森林覆盖率", 40, 2026, 2030)],
        ),
        # a span of years inside a sentence holds for its clause alone
        (
            "2019年，全县税收占比达86%，近四年财政收入占比均保持在80%以上。\n农业总产值108亿元，增长3.4%。",
            "统计公报",
            [
                ("outcome", "税收占比", 86, 2019, 2019),
                ("outcome", "近四年财政收入占比", 80, 2016, 2019),
                ("outcome", "农业总产值", 108, 2019, 2019),
                ("outcome", "农业总产值", 3.4, 2019, 2019),
            ],
        ),
        # a year written out
        (
            "到二〇一二年，全市城镇化率达到50%。",
            "云江市2010年工作要点",
            [("target", "城镇化率", 50, 2012, 2012)],
        ),
        # a date with the hour glued to it
        (
            "2018年3月9日08:30 本网讯：今年，全市将新建学校3所。",
            None,
            [("target", "学校", 3, 2018, 2018)],
        ),
    ],
)
def test_which_year_news_means(text: str, title: str | None, facts: list[Brief]) -> None:
    assert brief(text, title) == facts


@pytest.mark.parametrize(
    ("title", "text", "sides"),
    [
        # headlines of what was done, though they name tasks
        (
            "云江12项民生工程提前或超额完成年度目标任务",
            "截至目前，棚户区改造工程，改造住宅300套，完成年度任务的100%。",
            ["outcome", "outcome"],
        ),
        ("2018年10个民生实事项目全面落实", "全年新建厕所198座，超额完成150座的年度目标任务。", ["outcome"]),
        # who sets out tasks tells of the past year too
        (
            "云江区人代会开幕 部署2022年政府工作",
            "云江区2021年实现了稳中提质。全年地区生产总值达90亿元。\n2022年主要预期目标是：地区生产总值增长7%。",
            ["outcome", "target"],
        ),
        # an aim is never told before its year's words
        ("", "2012年，全县发展势头强劲，全年实现生产总值450亿元，综合实力上升到全国第67位。", ["outcome"]),
        (
            "",
            "2014年，全市完成交通投资45亿元。\n今年，全市交通工作要突出重点，确保交通投资突破70亿元。",
            ["outcome", "target"],
        ),
    ],
)
def test_which_way_news_looks(title: str, text: str, sides: list[str]) -> None:
    assert [fact.side for fact in read(text, title)] == sides


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        ("完成生产总值四千一百七十亿元，增长了百分之十一点五。", [("生产总值", 4170, "亿元"), ("生产总值", 11.5, "%")]),
        ("建成道路三十二公里，招收学员一千二百人。", [("建成道路", 32, "公里"), ("招收学员", 1200, "人")]),
        ("农民收入达到一万七千元。", [("农民收入", 17000, "元")]),
        ("工业增加值四十五点六亿元。", [("工业增加值", 45.6, "亿元")]),
        # no figures: near ones, steps, names, ordinals
        ("引进数十亿元投资，跨越千亿元、两千亿元大关。", []),
        ("学习二十四节气，第三十二公里处立碑。", []),
    ],
)
def test_figures_written_out(text: str, facts: list[tuple[str, float, str]]) -> None:
    assert [(s.indicator, s.value, s.unit) for s in read(text, "2015年工作回顾")] == facts


@pytest.mark.parametrize(
    ("text", "facts"),
    [
        (
            "债务收入48亿元（其中新增债券12亿元，再融资债券36亿元），增长5%。",
            [("债务收入", 48), ("债务收入", 5), ("新增债券", 12), ("再融资债券", 36)],
        ),
        (
            "一般公共预算收入10亿元，为调整预算数的97.7%，增长5.9%。",
            [("一般公共预算收入", 10), ("一般公共预算收入", 97.7), ("一般公共预算收入", 5.9)],
        ),
        (
            "生产总值达140亿元，为全年目标值的109%，按可比价格计算比上年增长15%。",
            [("生产总值", 140), ("生产总值", 109), ("生产总值", 15)],
        ),
        ("人均生产总值9304元，以上年末汇率换算达1123美元。", [("人均生产总值", 9304), ("人均生产总值", 1123)]),
        (
            "城镇、牧区常住居民人均可支配收入分别达到24683元和19649元。",
            [("城镇常住居民人均可支配收入", 24683), ("牧区常住居民人均可支配收入", 19649)],
        ),
        ("地区生产总值（GDP）突破千亿大关，实现1027亿元。", [("地区生产总值（GDP）", 1027)]),
        ("工业企业实现利润3亿元。", [("工业企业利润", 3)]),
        ("盘活存量实现收入60亿元。", [("盘活存量实现收入", 60)]),
        ("县城30公里范围内公交运行率达到93%。", [("县城30公里范围内公交运行率", 93)]),
        ("全市生产总值达人民币5.2兆元。", [("生产总值", 5.2)]),
    ],
)
def test_parts_and_shares(text: str, facts: list[tuple[str, float]]) -> None:
    assert [(s.indicator, s.value) for s in read(text, "2015年工作回顾")] == facts
