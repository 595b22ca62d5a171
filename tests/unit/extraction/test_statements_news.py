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
                ("outcome", "财政收入占比", 80, 2016, 2019),
                ("outcome", "农业总产值", 108, 2019, 2019),
                ("outcome", "农业总产值", 3.4, 2019, 2019),
            ],
        ),
        # up to when, of which part of the year: said once, it holds
        (
            "截至3月20日，全市已开工住房3000套，开工率达73%。",
            "云江市2013年一季度住房保障工作",
            [("outcome", "住房", 3000, 2013, 2013), ("outcome", "住房开工率", 73, 2013, 2013)],
        ),
        # aims that a list promises are of its year, though it came out the winter before
        (
            "2022-12-29 14:40\n报告梳理了清单，具体如下：\n01 新建幼儿园11所\n02 新增学位12个\n03 完成危房改造1500户以上",
            "30件！2023年云江重点民生事项出炉",
            [
                ("target", "幼儿园", 11, 2023, 2023),
                ("target", "新增学位", 12, 2023, 2023),
                ("target", "危房改造", 1500, 2023, 2023),
            ],
        ),
        # what was surpassed was the aim of the year before
        (
            "去年全市新改建公路39万公里，超额完成了2008年的目标。",
            None,
            [("outcome", "新改建公路", 39, 2008, 2008)],
        ),
        # the years of a plan's name are its name
        (
            "2018年，我区实施大招商三年行动计划（2018—2020年），招商到位资金79亿元，同比增长13%。",
            None,
            [("outcome", "招商到位资金", 79, 2018, 2018), ("outcome", "招商到位资金", 13, 2018, 2018)],
        ),
        # a plan says how long it runs
        (
            "一、主要目标\n从2015年起，用3年时间，基本解决问题。\n（一）畅通道路。全市人均道路面积达到15平方米。",
            "云江市人民政府关于加强城市建设的实施意见",
            [("target", "人均道路面积", 15, 2015, 2017)],
        ),
        # what is averaged or summed up is of the whole span that the heading looks back on
        (
            "一、过去五年工作回顾\n2012年，全市生产总值1288亿元，是2007年的2.5倍，年均增长16.1%；万元生产总值能耗累计下降21%。",
            "2013年云江市人民政府工作报告",
            [
                ("outcome", "生产总值", 1288, 2012, 2012),
                ("outcome", "生产总值", 2.5, 2012, 2012),
                ("outcome", "生产总值", 16.1, 2008, 2012),
                ("outcome", "万元生产总值能耗", 21, 2008, 2012),
            ],
        ),
        # news looks back for a paragraph, and then ahead
        (
            "云江市长说，2017年将做好各项工作。\n2016年，开工项目124个，去年竣工项目51个。\n将2017年定为决胜之年。全市要新增企业80家以上。",
            None,
            [
                ("outcome", "开工项目", 124, 2016, 2016),
                ("outcome", "竣工项目", 51, 2016, 2016),
                ("target", "新增企业", 80, 2017, 2017),
            ],
        ),
        # the year of a report on part of it is this year's, also for 完成情况
        (
            "督查室对2021年重点工作上半年完成情况进行了督办。\n一、主要指标完成情况\n上半年，全市完成地区生产总值802亿元，比上年同期增长28.6%。",
            None,
            [("outcome", "地区生产总值", 802, 2021, 2021), ("outcome", "地区生产总值", 28.6, 2021, 2021)],
        ),
        # a level told beside the year before a span is that of its end
        (
            "一、过去五年工作回顾\n五年来，财政收入完成326亿元，是2007年的2.3倍。",
            "2013年云江市人民政府工作报告",
            [("outcome", "财政收入", 326, 2012, 2012), ("outcome", "财政收入", 2.3, 2008, 2012)],
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
        # what was met of the year's task was done
        (
            "",
            "2020年，云江市实行农村改厕，确保质量达标。全年建设示范乡镇11个，建设户厕144座，完成年度任务119.01%。",
            ["outcome", "outcome", "outcome"],
        ),
        # who sets out tasks tells of the past year too
        (
            "云江区人代会开幕 部署2022年政府工作",
            "云江区2021年实现了稳中提质。全年地区生产总值达90亿元。\n2022年主要预期目标是：地区生产总值增长7%。",
            ["outcome", "target"],
        ),
        # what someone says begins like a sentence
        (
            "",
            "报告显示，2023年，全市民生支出125亿元。\n报告指出，2024年，全市将建成文化中心，改造道路6条。\n新增泊位1500个。",
            ["outcome", "target", "target"],
        ),
        # promised works are ahead, whatever verb tells them
        (
            "",
            "今年为民办实事项目多于去年\n2月7日，云江发布2023年为民办实事项目。\n具体来说，包括：建设智慧养老院30家，完成适老化改造5000户。",
            ["target", "target"],
        ),
        # a plan looks back where it says from when to when
        (
            "关于印发云江市“十四五”旅游发展规划的通知",
            "到2025年，旅游总收入达到90亿元。\n旅游总收入由2015年的30亿元增加到2019年的60亿元。",
            ["target", "outcome"],
        ),
        ("乌山市10个方面100件实事办理工作情况", "一、当年完成的97件实事\n完成职业培训11.6万人次。", ["outcome"]),
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
        (
            "引进超5 000万元项目6个，工业增加值1 260万元。",
            [("引进超5 000万元项目", 6, "个"), ("工业增加值", 1260, "万元")],
        ),
        ("工业增加值四十五点六亿元。", [("工业增加值", 45.6, "亿元")]),
        ("生产总值达三百零二亿五千万元。", [("生产总值", 302.5, "亿元")]),
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
        ("地区生产总值（GDP）突破千亿大关，实现1027亿元。", [("地区生产总值", 1027)]),
        ("工业企业实现利润3亿元。", [("工业企业利润", 3)]),
        ("盘活存量实现收入60亿元。", [("盘活存量实现收入", 60)]),
        ("旅游业增加值31亿元，占全省GDP7.7%。", [("旅游业增加值", 31), ("旅游业增加值占全省GDP", 7.7)]),
        ("东、中部地区公路率达到90.1%和79.8%。", [("东部地区公路率", 90.1), ("中部地区公路率", 79.8)]),
        ("地区生产总值增长8%，在全省地级市中率先突破4000亿元。", [("地区生产总值", 8), ("地区生产总值", 4000)]),
        ("云江市甲山县开工率为45.6%，丁县12%。", [("云江市甲山县开工率", 45.6), ("丁县开工率", 12)]),
        ("甲山县开工率为45.6%，乙水县43.4%。", [("甲山县开工率", 45.6), ("乙水县开工率", 43.4)]),
        ("全市开工率57%，其中丙河县33%。", [("开工率", 57), ("丙河县开工率", 33)]),
        ("县城30公里范围内公交运行率达到93%。", [("县城30公里范围内公交运行率", 93)]),
        ("全市生产总值达人民币5.2兆元。", [("生产总值", 5.2)]),
        # the plan of which so much was met is no part of the measure
        ("税收收入7957亿元，完成目标任务7600亿元的104.7%。", [("税收收入", 7957), ("税收收入", 104.7)]),
        ("完成税收收入79亿元，占预算76亿元的103.9%。", [("税收收入", 79), ("税收收入", 103.9)]),
        ("新建户厕10.09万户，完成年度任务100.8%。", [("户厕", 10.09), ("户厕", 100.8)]),
        ("全市完成造林12万亩，完成年度任务11万亩。", [("造林", 12), ("造林", 11)]),
        # a bound that each of them passes is no level of them all
        ("全省有12个县（市）财政收入超过5亿元。", [("县（市）财政收入超过5亿元", 12)]),
        ("在20个试点（市、区）率先示范的基础上，完成改厕3000户。", [("改厕", 3000)]),
        # that a thing is there is no part of what it is
        ("全市有12所学校。", [("学校", 12)]),
        ("全市建有公园12个，设有床位3000张。", [("公园", 12), ("床位", 3000)]),
        ("有3家企业入选全国百强。", [("企业入选全国百强", 3)]),
        ("有机农产品达到12个，国有企业产值30亿元。", [("有机农产品", 12), ("国有企业产值", 30)]),
        ("全市有线电视用户12万户，有效专利300件。", [("有线电视用户", 12), ("有效专利", 300)]),
    ],
)
def test_parts_and_shares(text: str, facts: list[tuple[str, float]]) -> None:
    assert [(s.indicator, s.value) for s in read(text, "2015年工作回顾")] == facts


@pytest.mark.parametrize(
    "text",
    [
        # a survey of employers
        "本次调查显示，今年应届毕业生就业形势依然严峻。受访的2600家用人单位中，有1200家计划招聘毕业生，提供职位3万个；"
        "其中民营单位约800家，提供职位2.1万个，占七成以上。销售岗位需求最大，达到9000人，其次是技术研发岗位，需要6000人。"
        "调查还发现，有意到外资单位工作的学生占45%，愿意从事保险工作的仅有300人。起薪方面，本科生平均月薪达到2800元，比上年提高5%，"
        "硕士生平均月薪达到4200元，同比增长3%。报告认为，明年职位总量将增长8%左右。",
        # a company
        "云江重工股份有限公司公布年报，去年公司实现营业收入82亿元，同比增长12%，净利润6.3亿元，增长9.5%。公司表示，今年将投资15亿元建设"
        "新生产线，力争营业收入突破100亿元，出口占比提高到30%。公司计划年内新开门店200家，门店总数达到1500家，用户规模达到3000万。"
        "分析师认为，受益于原材料价格下降，公司毛利率有望提高2个百分点。股东大会还通过了每10股派现3元的分红方案。",
        # another country
        "美国劳工部公布的数据显示，上月美国失业率为3.9%，新增就业岗位21万个，平均时薪同比增长4.1%。美联储主席表示，通胀率已经降至3.2%，"
        "但仍高于2%的目标。市场普遍预期，美联储年内将降息3次，联邦基金利率将降到4.5%左右。受此影响，美元指数下跌0.4%，"
        "道琼斯指数上涨1.2%，日本股市上涨0.8%。分析师认为，今年美国经济增长率将达到2.5%，明年为1.8%。",
        # a town abroad
        "云本市是美国湖滨州北县内的一座城市，州立公路13号是云本市的主街道。2000年人口普查时该市人口为2280人，其中白人占90.7%，18岁以下的占25.5%。"
        "根据州政府的数据，全市总面积为16.0平方公里，其中10.2平方公里为陆地面积。该市家庭平均年收入为29900美元，人均收入为15300美元，"
        "约14%的人口生活在贫困线以下。市长每两年选举一次，市议会有议员7名。",
    ],
)
def test_texts_of_others_state_nothing(text: str) -> None:
    assert read(text) == []


def test_figures_in_brackets_behind_places() -> None:
    told = "2022年一季度，从GDP同比增速来看，江西（6.9%）、湖北（6.7%）位列前三。其中，天津（0.1%）低于全国水平。全市就业增长5%（可比价）。"
    assert [(s.side, s.indicator, s.value) for s in read(told, "一季度经济")][:3] == [
        ("outcome", "江西GDP", 6.9),
        ("outcome", "湖北GDP", 6.7),
        ("outcome", "天津GDP", 0.1),
    ]
    aims = "各省2026年GDP增长目标出炉：西藏（7%以上）、海南（6%左右）。"
    assert [(s.side, s.value, s.comparator) for s in read(aims, "")] == [("target", 7, ">="), ("target", 6, "~")]
    assert read("专家组有王某（30%）、李某（70%），GDP增速不变。", "") == []


def test_the_aims_of_places_are_of_what_was_named_as_aimed_at() -> None:
    text = "各地公布2021年GDP增长目标。湖北的目标由去年的7.5%左右上调为10%以上。湖南2021年的增长目标为7%以上。"
    assert [(s.side, s.indicator, s.comparator, s.value) for s in read(text)] == [
        ("target", "湖北GDP", ">=", 10),
        ("target", "湖南GDP", ">=", 7),
    ]
    assert read("湖北的目标上调为10%以上。") == []


def test_a_figure_of_one_digit_in_the_first_lines_is_not_told_again_by_chance() -> None:
    text = "主要目标\n进出口总额增长3%\n居民消费价格涨幅3%左右\n固定资产投资增长12%，比上年加快"
    assert {(s.indicator, s.value) for s in read(text)} >= {("进出口总额", 3)}
