"""The invented documents behind the fake warehouse, and the facts that stand in them."""

from __future__ import annotations

import datetime as dt
from typing import Any

Words = tuple[str, int | None]  # a quote and its printed page

PLAN_TEXT = """云州市人民政府关于印发云州市2021年国民经济和社会发展计划的通知
云政发〔2021〕5号
各区县人民政府，市政府各部门：
现将《云州市2021年国民经济和社会发展计划》印发给你们，请认真贯彻执行。
一、2020年计划执行情况
2020年全市地区生产总值达到2150.6亿元，增长3.2%。一般公共预算收入增长1.5%，社会消费品零售总额下降0.8%。\
城镇登记失业率为3.1%，城镇新增就业4.2万人，货物进出口总额增长2.4%。PM2.5平均浓度为46微克/立方米。
二、2021年主要预期目标
2021年全市地区生产总值增长6%以上，一般公共预算收入增长5%左右，社会消费品零售总额增长7%-8%。\
城镇登记失业率控制在4%以内，城镇新增就业4.5万人以上，力争货物进出口总额增长3%。PM2.5平均浓度降至43微克/立方米。\
一季度地区生产总值增长6.4%。
三、重点任务
年内新建5G基站1200个，改造老旧小区86个。全年新建绿道100公里。"""

LAND_TEXT = """云州市2021年度国有建设用地供应计划
云自然资发〔2021〕12号
一、计划指标
2021年度全市国有建设用地供应总量500公顷。其中商服用地60公顷，占12%；工矿仓储用地180公顷，占36%；\
住宅用地150公顷，占31%；交通运输用地110公顷，占22%。
二、空间布局
东山区供应210公顷，西河区供应140公顷，南湖县供应90公顷，高新区供应60公顷。
三、住宅用地
住宅用地中东山区70公顷，西河区45公顷，南湖县20公顷，高新区15公顷。\
产权住宅用地120公顷，租赁住宅用地18公顷，其他住宅用地12公顷。另有零星用地.32公顷待核。"""

PEOPLE_TEXT = """云州市人民政府关于钱一鸣等人任免职的通知
3月25日，任命：
钱一鸣为云州市教育局局长；
李知行为云州市教育局副局长（试用期一年）。
免去：
孙若水的云州市教育局局长职务。
4月20日，任命：
李知行为云州市财政局副局长。
免去：
李知行的云州市教育局副局长职务。"""

SCHEME_TEXT = """云州市优化营商环境实施方案
云政办发〔2021〕18号
根据《优化营商环境条例》和《关于深化“放管服”改革的意见》（云政发〔2020〕9号），按照《云州市2021年国民经济和社会发展计划》，制定本方案。
一、压缩办理时限
2021年9月底前上线企业开办“一网通”平台。（市行政审批局牵头，市大数据局配合）
二、加大金融支持
个人创业担保贷款最高额度由15万元提高到20万元，小微企业担保费率由1.5%降低到1%。（责任单位：市发展改革委）
三、强化保障
各区县每季度末报送工作进展。2021年12月20日前完成年度评估。（责任单位：市发展改革委、市大数据局）"""

LIST_TEXT = """关于公布云州市第二批绿色工厂名单的通知
一、名单
云州江河纸业有限公司
东山新材料有限公司
西河机械制造有限公司"""


def issue(number: int, month: int, count: int, status: str) -> dict[str, Any]:
    return {
        "issue_id": f"yz-2021-{number:02d}", "gazette_id": "yunzhou", "title": f"云州市人民政府公报 2021年第{number}期",
        "year": 2021, "number": number, "published_month": dt.date(2021, month, 1), "page_count": 48,
        "char_count": 52000, "document_count": count, "media_type": "text/plain",
        "source_file": f"raw/yunzhou/2021-{number:02d}.txt", "source_sha256": f"{number:064d}", "reader": "text",
        "parser_version": "0.1", "read_at": dt.datetime(2021, 8, 1, 9, 30, tzinfo=dt.UTC), "status": status,
    }  # fmt: skip


ISSUES = [issue(4, 4, 3, "read_with_warnings"), issue(6, 6, 2, "read")]


def document(issue_id: str, sequence: int, kind: str, text: str, pages: tuple[int, int], **more: Any) -> dict[str, Any]:
    return {
        "document_id": f"{issue_id}/{sequence}", "issue_id": issue_id, "sequence": sequence, "kind": kind,
        "title": text.split("\n")[0], "issuer": "云州市人民政府", "addressees": ["各区县人民政府"], "attachments": [],
        "page_first": pages[0], "page_last": pages[1], "text": text, **more,
    }  # fmt: skip


DOCUMENTS = [
    document("yz-2021-04", 1, "计划", PLAN_TEXT, (2, 7), doc_number="云政发〔2021〕5号", doc_prefix="云政发",
             doc_year=2021, doc_serial=5, signed_date=dt.date(2021, 3, 30)),
    document("yz-2021-04", 2, "计划", LAND_TEXT, (8, 10), doc_number="云自然资发〔2021〕12号", doc_prefix="云自然资发",
             doc_year=2021, doc_serial=12, signed_date=dt.date(2021, 4, 6)),
    document("yz-2021-04", 3, "任免", PEOPLE_TEXT, (11, 11)),
    document("yz-2021-06", 1, "方案", SCHEME_TEXT, (3, 9), doc_number="云政办发〔2021〕18号", doc_prefix="云政办发",
             doc_year=2021, doc_serial=18, signed_date=dt.date(2021, 6, 11), effective_from=dt.date(2021, 7, 1),
             effective_to=dt.date(2026, 6, 30)),
    document("yz-2021-06", 2, "通知", LIST_TEXT, (10, 12), signed_date=dt.date(2021, 6, 15)),
]  # fmt: skip

# side, year, quote, page, indicator, indicator_id, measure, comparator, hedge, value, upper value, unit, scale
PLAN_ROWS = """
outcome | 2020 | 地区生产总值达到2150.6亿元 | 2 | 地区生产总值 | gdp | level | = | - | 2150.6 | - | 亿元 | 1e+08
outcome | 2020 | 增长3.2% | 2 | 地区生产总值 | gdp | growth_rate | = | - | 3.2 | - | % | 1
outcome | 2020 | 一般公共预算收入增长1.5% | 2 | 一般公共预算收入 | revenue | growth_rate | = | - | 1.5 | - | % | 1
outcome | 2020 | 社会消费品零售总额下降0.8% | 2 | 社会消费品零售总额 | retail | reduction_rate | = | - | 0.8 | - | % | 1
outcome | 2020 | 城镇登记失业率为3.1% | 2 | 城镇登记失业率 | unemployment | share | = | - | 3.1 | - | % | 1
outcome | 2020 | 城镇新增就业4.2万人 | 2 | 城镇新增就业 | new_jobs | increment | = | - | 4.2 | - | 万人 | 10000
outcome | 2020 | 货物进出口总额增长2.4% | 2 | 货物进出口总额 | trade | growth_rate | = | - | 2.4 | - | % | 1
outcome | 2020 | PM2.5平均浓度为46微克/立方米 | 2 | PM2.5平均浓度 | pm25 | level | = | - | 46 | - | 微克/立方米 | 1
target | 2021 | 地区生产总值增长6%以上 | 3 | 地区生产总值 | gdp | growth_rate | >= | - | 6 | - | % | 1
target | 2021 | 一般公共预算收入增长5%左右 | 3 | 一般公共预算收入 | revenue | growth_rate | ~ | 左右 | 5 | - | % | 1
target | 2021 | 社会消费品零售总额增长7%-8% | 3 | 社会消费品零售总额 | retail | growth_rate | range | - | 7 | 8 | % | 1
target | 2021 | 城镇登记失业率控制在4%以内 | 3 | 城镇登记失业率 | unemployment | share | <= | - | 4 | - | % | 1
target | 2021 | 城镇新增就业4.5万人以上 | 3 | 城镇新增就业 | new_jobs | increment | >= | - | 4.5 | - | 万人 | 10000
target | 2021 | 力争货物进出口总额增长3% | 3 | 货物进出口总额 | trade | growth_rate | = | 力争 | 3 | - | % | 1
target | 2021 | PM2.5平均浓度降至43微克/立方米 | 3 | PM2.5平均浓度 | pm25 | level | = | - | 43 | - | 微克/立方米 | 1
outcome | 2021 | 地区生产总值增长6.4% | 3 | 地区生产总值 | gdp | growth_rate | = | - | 6.4 | - | % | 1
target | 2021 | 新建5G基站1200个 | 4 | 5G基站 | - | count | = | - | 1200 | - | 个 | 1
target | 2021 | 改造老旧小区86个 | 4 | 老旧小区 | - | count | = | - | 86 | - | 个 | 1
target | 2021 | 新建绿道100公里 | - | 绿道 | - | count | = | - | 100 | - | 公里 | 1
"""


def plan_row(line: str) -> tuple[Any, ...]:
    """One statement of the table above, `-` meaning null."""
    side, year, quote, page, name, code, measure, comparator, hedge, value, upper, unit, scale = (
        None if cell == "-" else cell for cell in line.split(" | ")
    )
    words = (quote, int(page) if page else None)
    last = float(upper) if upper else None
    return (
        side,
        int(year or 0),
        words,
        name,
        code,
        measure,
        comparator,
        hedge,
        float(value or 0),
        last,
        unit,
        float(scale or 1),
    )


PLAN = [plan_row(line) for line in PLAN_ROWS.strip().splitlines()]

# fmt: off
# words, breakdown, land use, parent land use, region, hectares, share printed
LAND: list[Any] = [
    (("供应总量500公顷", 8), "total", None, None, "990100", 500.0, None),
    (("商服用地60公顷，占12%", 8), "by_use", "商服用地", None, "990100", 60.0, 12.0),
    (("工矿仓储用地180公顷，占36%", 8), "by_use", "工矿仓储用地", None, "990100", 180.0, 36.0),
    (("住宅用地150公顷，占31%", 8), "by_use", "住宅用地", None, "990100", 150.0, 31.0),
    (("交通运输用地110公顷，占22%", 8), "by_use", "交通运输用地", None, "990100", 110.0, 22.0),
    (("东山区供应210公顷", 9), "by_region", None, None, "990102", 210.0, None),
    (("西河区供应140公顷", 9), "by_region", None, None, "990103", 140.0, None),
    (("南湖县供应90公顷", 9), "by_region", None, None, "990104", 90.0, None),
    (("高新区供应60公顷", 9), "by_region", None, None, "990100-高新区", 60.0, None),
    (("东山区70公顷", 9), "residential_by_region", "住宅用地", None, "990102", 70.0, None),
    (("西河区45公顷", 9), "residential_by_region", "住宅用地", None, "990103", 45.0, None),
    (("南湖县20公顷", 9), "residential_by_region", "住宅用地", None, "990104", 20.0, None),
    (("高新区15公顷", 9), "residential_by_region", "住宅用地", None, "990100-高新区", 15.0, None),
    (("产权住宅用地120公顷", 9), "by_use", "产权住宅用地", "住宅用地", "990100", 120.0, None),
    (("租赁住宅用地18公顷", 9), "by_use", "租赁住宅用地", "住宅用地", "990100", 18.0, None),
    (("其他住宅用地12公顷", 9), "by_use", "其他住宅用地", "住宅用地", "990100", 12.0, None),
]

MARCH, APRIL = dt.date(2021, 3, 25), dt.date(2021, 4, 20)
# words, person_id, name, action, body, post, listed date, further columns
APPOINT: list[Any] = [
    (("钱一鸣为云州市教育局局长", 11), "p1", "钱一鸣", "appoint", "云州市教育局", "局长", MARCH, {}),
    (("孙若水的云州市教育局局长职务", 11), "p2", "孙若水", "remove", "云州市教育局", "局长", MARCH, {}),
    (("李知行为云州市教育局副局长（试用期一年）", 11), "p3", "李知行", "appoint", "云州市教育局", "副局长", MARCH,
     {"probation_months": 12}),
    (("李知行为云州市财政局副局长", 11), "p4", "李知行", "appoint", "云州市财政局", "副局长", APRIL, {}),
    (("李知行的云州市教育局副局长职务", 11), "p3", "李知行", "remove", "云州市教育局", "副局长", APRIL, {}),
]

SCHEME: dict[str, list[Any]] = {
    "assignments": [
        (("市行政审批局牵头", 4), "a3", "市行政审批局", "lead", "一、", "上线企业开办“一网通”平台"),
        (("市大数据局配合", 4), "a4", "市大数据局", "support", "一、", "上线企业开办“一网通”平台"),
        (("责任单位：市发展改革委", 5), "a1", "市发展改革委", "responsible", "二、", "加大金融支持"),
        (("责任单位：市发展改革委、市大数据局", 6), "a1", "市发展改革委", "responsible", "三、", "报送工作进展"),
        (("责任单位：市发展改革委、市大数据局", 6), "a4", "市大数据局", "responsible", "三、", "报送工作进展"),
    ],
    "deadlines": [
        (("2021年9月底前上线企业开办“一网通”平台", 4), "上线企业开办“一网通”平台", dt.date(2021, 9, 30), None),
        (("每季度末报送工作进展", 6), "报送工作进展", None, "quarterly"),
        (("2021年12月20日前完成年度评估", 6), "完成年度评估", dt.date(2021, 12, 20), None),
    ],
    "changes": [
        (("个人创业担保贷款最高额度由15万元提高到20万元", 5), "个人创业担保贷款最高额度", "15", "20", "万元"),
        (("小微企业担保费率由1.5%降低到1%", 5), "小微企业担保费率", "1.5", "1", "%"),
    ],
    "citations": [
        (("《优化营商环境条例》", 3), None, "优化营商环境条例", None),
        (("《关于深化“放管服”改革的意见》（云政发〔2020〕9号）", 3), "云政发〔2020〕9号",
         "关于深化“放管服”改革的意见", None),
        (("《云州市2021年国民经济和社会发展计划》", 3), None, "云州市2021年国民经济和社会发展计划", "yz-2021-04/1"),
    ],
    "recognised": [
        (("云州江河纸业有限公司", 10), "云州江河纸业有限公司"),
        (("东山新材料有限公司", 10), "东山新材料有限公司"),
        (("西河机械制造有限公司", 11), "西河机械制造有限公司"),
    ],
}
