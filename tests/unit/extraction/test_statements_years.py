"""Which year a text is told in and which year its figures are of, where neither title nor heading says so."""

from __future__ import annotations

import pytest

from orchestration.gazette.extraction.targets import find
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Section, Statement
from tests.unit.extraction.test_statements_time import _brief, read

Told = list[tuple[str, float, int | None, int | None]]


def told(text: str, title: str = "", kind: str | None = None) -> Told:
    return [_brief(statement) for statement in read(text, title=title, kind=kind)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # 今年预期目标增长5%: the aim itself, not the one that was met
        (
            "2025年1月21日，省人代会开幕。2024年总值增长4.2%，今年预期目标增长5%。",
            [("outcome", 4.2, 2024, 2024), ("target", 5, 2025, 2025)],
        ),
        (
            "2025年1月21日，省人代会开幕。2024年总值增长5.1%，今年提出增长5%以上。",
            [("outcome", 5.1, 2024, 2024), ("target", 5, 2025, 2025)],
        ),
        (
            "2024年，云江生产总值增长5.7%；2025年发展主要预期目标中，地区生产总值增长5.5%以上。",
            [("outcome", 5.7, 2024, 2024), ("target", 5.5, 2025, 2025)],
        ),
        # 去年…，今年预期…: the sentence has turned
        (
            "2022年1月22日，省人代会开幕。初步统计，去年全省总值增长8%，今年全省总值预期增长6.5%。",
            [("outcome", 8, 2021, 2021), ("target", 6.5, 2022, 2022)],
        ),
        # the report is given in the year after the one that it told of
        (
            "2月26日，云江州人民代表大会开幕。州长作政府工作报告。2022年，全州总值53亿元，同比增长2.7%。\n州政府划定预期目标，总值增长3%。",
            [("outcome", 53, 2022, 2022), ("outcome", 2.7, 2022, 2022), ("target", 3, 2023, 2023)],
        ),
        ("市长在报告中回顾2014年工作时指出，结果比预想的好。\n今年总值增长目标为8%。", [("target", 8, 2015, 2015)]),
        # a district's own year is looked back on
        (
            "2018年1月24日，云江区人代会开幕。今年要重点抓好八个方面的工作。\n云江区成立一年以来，完成了主要目标。\n预计总值超过2100亿元，增长8.8%。",
            [("outcome", 2100, 2017, 2017), ("outcome", 8.8, 2017, 2017)],
        ),
        # what was not only met
        (
            "市发改委在报告中提出了2021年全市发展指标体系安排，具体为：总值增长6.5%；获批高新企业80家；研发投入占收入比重2.6%以上。",
            [("target", 6.5, 2021, 2021), ("target", 80, 2021, 2021), ("target", 2.6, 2021, 2021)],
        ),
        (
            "2018年，实现以下目标：实现接待游客386万人次。\n全年开展活动40场以上。",
            [("target", 386, 2018, 2018), ("target", 40, 2018, 2018)],
        ),
    ],
)
def test_news_of_reports(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_the_year_of_a_report_is_its_own_not_the_reviewed_one() -> None:
    review = "各位代表：\n一、过去五年工作回顾\n五年来，全市实施项目336个。"
    assert told(f"2004年云江市政府工作报告\n{review}", title="2004年云江市政府工作报告", kind="报告") == [
        ("outcome", 336, 1999, 2003)
    ]
    joined = "云江街道2023年政府工作报告一、2022年工作回顾2022年是极不平凡的一年。这一年，我们聚焦增效。全年实现税收24亿元，增长5%。"
    assert told(joined) == [("outcome", 24, 2022, 2022), ("outcome", 5, 2022, 2022)]
    done = "2021年各项目标任务全面完成"
    assert told(f"{done}\n日期：2022年01月24日\n据统计预测，全县总值增长12.6%。", title=done) == [
        ("outcome", 12.6, 2021, 2021)
    ]


def test_this_year_in_a_review_given_at_the_end_of_it() -> None:
    text = "政府工作报告\n——2019年12月20日在云江乡人民代表大会会议上\n各位代表：\n2019年工作回顾\n今年以来，较好地完成了目标任务，预计完成财政收入964万元。"
    assert told(text, title="政府工作报告", kind="报告") == [("outcome", 964, 2019, 2019)]


def test_a_plan_that_opens_with_its_own_name() -> None:
    text = "我县国民经济和社会发展第十一个五年规划，是具有战略地位的规划。\n（一）“十五”计划执行情况\n2005年，产粮46万吨，5年间年均增长3.3%；出栏肉猪47万头，年均增长3.5%。其中外销12万头。"
    assert told(text) == [
        ("outcome", 46, 2005, 2005),
        ("outcome", 3.3, 2001, 2005),
        ("outcome", 47, 2005, 2005),
        ("outcome", 3.5, 2001, 2005),
        ("outcome", 12, 2005, 2005),
    ]


def test_the_steps_of_an_undated_plan() -> None:
    text = "——实现普及。2015年入园率、巩固率和受教育年限分别达到90%、99%和13.5年；2020年分别达到98%、99%和15年以上。\n——提供优质教育。2020年，优秀学校达80%以上。"
    assert told(text) == [
        ("target", 90, 2015, 2015),
        ("target", 99, 2015, 2015),
        ("target", 13.5, 2015, 2015),
        ("target", 98, 2020, 2020),
        ("target", 99, 2020, 2020),
        ("target", 15, 2020, 2020),
        ("target", 80, 2020, 2020),
    ]
    assert {side for side, *_ in told("2015年入园率达到90%，比2010年提高了5个百分点；2020年达到98%。")} == {"outcome"}


def test_the_one_year_that_an_undated_text_aims_at() -> None:
    text = "在优化结构的基础上，力争到2010年，人均总值超过7万元。\n人民生活更加殷实：居民收入年均递增10%，达到3.7万元。\n生态环境更加优美：治理率达到93%。"
    assert told(text) == [
        ("target", 7, 2010, 2010),
        ("target", 10, 2006, 2010),
        ("target", 3.7, 2010, 2010),
        ("target", 93, 2010, 2010),
    ]
    steps = "到2015年，力争增加值年均增长15%。\n到2020年，力争增加值年均增长15.5%。"
    assert [end for *_, end in told(steps)] == [2015, 2020]
    assert told(steps)[1][2] != 2016  # from when the second step averages, the text does not say


@pytest.mark.parametrize(
    ("sentence", "period"),
    [
        ("人均总值达到1140美元", (2005, 2005)),
        ("财政收入15亿元，年均增长4.8%", (2005, 2005)),
        ("优质小麦发展到315万亩", (2005, 2005)),
        ("累计完成固定资产投资68亿元", (2001, 2005)),
        ("招聘各类人员达162万人", (2001, 2005)),
        ("新增就业37万人，年均增长8%", (2001, 2005)),
    ],
)
def test_levels_are_of_the_last_year_of_a_review_and_flows_of_all(sentence: str, period: tuple[int, int]) -> None:
    text = f"政府工作报告\n——2006年2月8日在云江市人民代表大会会议上\n过去的五年，是阔步前进的五年。\n{sentence}。"
    assert told(text, title="政府工作报告")[0][2:] == period


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2005年，我市总值达到146亿元，比“九五”末增长68%，年均增长10.9%。", ("outcome", 10.9, 2001, 2005)),
        ("2006至2009年，全市能耗累计下降16.04%。", ("outcome", 16.04, 2006, 2009)),
        ("2005年收入过亿元，是“九五” 期末的2.6倍。全市累计招商18亿元。", ("outcome", 18, 2005, 2005)),
        ("“十五”期末全市零售总额达到6.17亿元。", ("outcome", 6.17, 2005, 2005)),
    ],
)
def test_spans_and_their_ends(text: str, expected: tuple[str, float, int, int]) -> None:
    assert told(text)[-1] == expected


def test_times_that_hold_for_their_own_clause_alone() -> None:
    text = "2002年，全市各项事业进步，巩固了“十五”以来发展的格局。\n一、综合\n全年总值23.76亿元，比上年增长10.3%。其中，工业12亿元。"
    assert {one[2:] for one in told(text)} == {(2002, 2002)}
    text = "据统计，1998年全区总值达到1192亿元，比上年增长9.6%，成为“九五”以来连续第三个快于全国的年份。其中，一产337亿元。"
    assert {one[2:] for one in told(text)} == {(1998, 1998)}


def test_a_part_of_the_year_is_not_that_of_what_is_planned_behind() -> None:
    text = "2023年重点项目530项，1-6月累计完成投资362亿元，占年计划的64%；计划新开工项目157项，总投资506亿元。"
    found = {s.value: s for s in read(text)}
    assert (found[157].side, str(found[157].period_end)) == ("target", "2023-12-31")


def test_what_stands_above_the_first_heading_of_a_plan_tells_why_it_is_made() -> None:
    text = "关于加强水利建设的通知\n今年入夏以来，水利工程解决了1173万人饮水。\n一、总体目标\n新增灌溉面积20万亩。"
    start = text.index("一、")
    section = Section(
        section_id="s1", document_id="t/1", parent_id=None, depth=1, label="一", path="一", heading="总体目标",
        start=start, end=len(text), heading_end=text.index("\n", start),
    )  # fmt: skip
    document = Document(
        document_id="t/1", issue_id="t", sequence=1, kind="通知", title="关于加强水利建设的通知", text=text,
        doc_year=2006, sections=(section,),
    )  # fmt: skip
    found = [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]
    assert [(s.side, s.value) for s in found] == [("outcome", 1173), ("target", 20)]


def test_labels_of_a_review_look_back() -> None:
    text = "——承载能力持续增强。新增道路25公里。\n——市容市貌持续改善。疏解堵点63处。争取中央补助3739万元。"
    assert {side for side, *_ in told(text)} == {"outcome"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # put in the archive a year later
        ("归档时间：2022-08-12\n编稿时间：2021-08-04\n今年，全市总值增长8%。", ("outcome", 8, 2021, 2021)),
        ("1至9月，全区零售总额71亿元。截至9月，市场主体3万户，较2023年末净增1万户。", ("outcome", 71, 2024, 2024)),
        (
            "2009年政府工作主要成绩\n报告回顾了去年以来的工作\n全年完成固定资产投资216亿元。",
            ("outcome", 216, 2009, 2009),
        ),
        (
            "一、发展现状\n2009年，全镇总产值10亿元。\n二、发展目标\n到2012年，全镇总产值15亿元。",
            ("outcome", 10, 2009, 2009),
        ),
        (
            "2016年，我区林业工作按照要求开展。\n目前，项目进展顺利。今年我区计划完成造林0.8万亩。",
            ("target", 0.8, 2016, 2016),
        ),
        ("某局2018年工作总结5篇。今年以来，完成公路投资10.59亿元。", ("outcome", 10.59, 2018, None)),
        # nothing that it names is the year it is told in
        (
            "7个市召开党代会，部署今后五年的发展目标。\n地区生产总值年均增长9%，力争贫困人口2018年脱贫。",
            ("target", 9, None, None),
        ),
        ("报告提出未来五年的目标。\n力争到2021年，总值年均增长8.5%。", ("target", 8.5, 2017, 2021)),
        (
            "2021年8月4日，市党代会报告指出，“六个提升”具体目标为：\n一是实力明显提升。到“十四五”末，总值突破500亿元。\n二是产业提升。建成项目3个。",
            ("target", 500, 2025, 2025),
        ),
        (
            "今天，代表在13项候选项目中选出了10件2021年区政府民生实事项目。\n01\n住房项目\n开工建设安置房60万平方米。",
            ("target", 60, 2021, 2021),
        ),
        (
            "一、“十三五”及2020年工作完成情况\n“十三五”期间，实力增强。预计到2020年底，全乡总值9350万元。",
            ("outcome", 9350, 2020, 2020),
        ),
        (
            "2011年上半年农业局工作总结\n2011年是“十二五”开局之年。\n全县实际完成农业开发21.43万亩，比上年增加0.82万亩。",
            ("outcome", 21.43, 2011, 2011),
        ),
        (
            "2023年03月29日\n市第八次代表大会\n大会于2003年4月10日至15日召开。\n大会提出了今后五年的主要任务目标：力争2007年总值达到2100亿元。",
            ("target", 2100, 2007, 2007),
        ),
        (
            "2026年3月5日，总理作政府工作报告。\n二、「十五五」时期主要目标\n研发投入年均增长7%以上",
            ("target", 7, 2026, 2030),
        ),
        (
            "从2015年形势发布会上了解到，去年，全市总值达1250亿元。\n2015年我市增速为5.5%，与2014年相比，提高0.5个百分点，全年服务业增长6.6%。",
            ("outcome", 1250, 2015, 2015),
        ),
        (
            "2003年云江省政府工作报告\n各位代表：\n一、过去五年回顾\n2002年，全省总值达到6076亿元，五年平均增长9.5%。",
            ("outcome", 9.5, 1998, 2002),
        ),
    ],
)
def test_more_of_the_year_that_a_text_is_told_in(
    text: str, expected: tuple[str, float, int | None, int | None]
) -> None:
    title = text.partition("\n")[0] if text.startswith(("2009年政府", "2003年云江", "2011年上半年")) else ""
    assert expected in told(text, title=title)


def test_the_time_of_the_sentence_before_holds_for_all_of_what_it_holds() -> None:
    text = "一、发展现状\n“十三五”期间，销量提升。截至2020年底，全省电动汽车达到50万辆，较“十二五”末增加46万辆。其中，纯电动汽车40万辆，其他10万辆。"
    assert {one[2:] for one in told(text)} == {(2020, 2020)}
    text = (
        "2005年，全市总值2695亿元，比上年增长16.9%，为1994年以来的最快增速，连续两年保持在16%以上。其中，工业1399亿元。"
    )
    assert told(text)[-1] == ("outcome", 1399, 2005, 2005)


def test_a_bulletin_whose_title_is_lost_looks_back() -> None:
    text = "2023年是贯彻精神的开局之年，全县坚持稳中求进。\n一、综合\n初步测算，全年完成总值221亿元，增长5.0%。\n二、农业\n2023年全年产粮36万吨。"
    assert {one[0] for one in told(text)} == {"outcome"}
    assert {one[2:] for one in told(text)} == {(2023, 2023)}


def test_an_assembly_held_when_a_plan_begins() -> None:
    text = "在市第十四次代表大会上的报告\n各位代表：\n这次大会，是在“十四五”规划开局之年召开的大会。\n一、过去五年的工作\n全市总值年均增长5.4%，比2010年翻一番。"
    assert told(text, title="在市第十四次代表大会上的报告", kind="报告")[0] == ("outcome", 5.4, 2016, 2020)


PARTS = [
    ("今年1-6月，", "2022-01-01", "2022-06-30"),
    ("今年6月，", "2022-06-01", "2022-06-30"),
    ("6月份，", "2022-06-01", "2022-06-30"),
    ("二季度，", "2022-04-01", "2022-06-30"),
    ("前三季度，", "2022-01-01", "2022-09-30"),
    ("去年上半年，", "2021-01-01", "2021-06-30"),
    ("去年6月，", "2021-06-01", "2021-06-30"),
    ("去年一季度，", "2021-01-01", "2021-03-31"),
    ("上年下半年，", "2021-07-01", "2021-12-31"),
    ("2021年1-9月，", "2021-01-01", "2021-09-30"),
    ("2021年第四季度，", "2021-10-01", "2021-12-31"),
    ("截至今年6月底，", "2022-01-01", "2022-06-30"),
    ("截至去年11月，", "2021-01-01", "2021-11-30"),
    ("截至2021年底，", "2021-01-01", "2021-12-31"),
    ("2019年至2021年，", "2019-01-01", "2021-12-31"),
    ("“十三五”期间，", "2016-01-01", "2020-12-31"),
    ("今年以来，", "2022-01-01", None),
    ("年初以来，", "2022-01-01", None),
    ("去年以来，", "2021-01-01", None),
    ("2020年以来，", "2020-01-01", None),
]


@pytest.mark.parametrize(("lead", "start", "end"), PARTS)
def test_parts_of_years_as_news_names_them(lead: str, start: str, end: str | None) -> None:
    for told in ("全市新建公路120公里已通车", "规模以上工业增加值同比增长8%"):
        (fact,) = read(f"2022年10月8日，市政府召开发布会。{lead}{told}。", title="")
        assert fact.side == "outcome"
        assert (str(fact.period_start), fact.period_end and str(fact.period_end)) == (start, end)


@pytest.mark.parametrize(("then", "now"), [("去年：", "今年："), ("2021年：", "2022年：")])
def test_labels_of_years_turn(then: str, now: str) -> None:
    text = (
        f"市长作报告，谈到去年发展和今年安排。\n{then}全社会固定资产投资120亿元，增长8%。\n{now}实际利用外资50亿美元。"
    )
    assert [(fact.side, fact.value) for fact in read(text)] == [("outcome", 120), ("outcome", 8), ("target", 50)]


@pytest.mark.parametrize("year", ["09年", "0九年", "〇九年", "〇〇九年", "零九年"])
def test_years_without_their_century(year: str) -> None:
    found = read(f"{year}，全市生产总值增长12%。")
    assert [(fact.value, fact.period_start and fact.period_start.year) for fact in found] == [(12, 2009)]


def test_what_will_be_then_is_of_the_year_named_before() -> None:
    text = "2010年1月18日，市长作报告。去年，全市总值达到400亿元。到2012年总值要突破600亿元，一五年要突破1000亿元。届时，城市居民收入将达到5万元。"
    assert [(fact.side, fact.period_end and fact.period_end.year) for fact in read(text)[1:]] == [
        ("target", 2012),
        ("target", 2015),
        ("target", 2015),
    ]


@pytest.mark.parametrize(
    "counted",
    [
        "第十二届人民代表大会共有代表952名",
        "17个地级市人代会集中开幕",
        "实有代表334名",
        "山福镇47名正式代表参与讨论",
        "参加大会的237名人大代表肩负重托",
    ],
)
def test_who_meets_is_no_outcome(counted: str) -> None:
    assert read(f"{counted}，会议审议了报告。") == []


def test_a_year_named_as_one_of_something_is_the_own() -> None:
    found = read("早在春节前，该市就把2008年作为“企业重组年”，并制定了任务：生产总值增长18%。")
    assert [(fact.side, fact.period_start and fact.period_start.year) for fact in found] == [("target", 2008)]


def test_works_of_an_undated_title_are_of_the_own_year() -> None:
    text = "2009年，市政府组织实施为民办实事项目。\n序号 项目名称\n1 建设农村沼气2万座，农业人口参合率达98%以上。"
    found = read(text, title="政府26件实事工程暖人心")
    assert [(fact.side, fact.value, fact.period_start and fact.period_start.year) for fact in found] == [
        ("target", 2, 2009),
        ("target", 98, 2009),
    ]


def test_what_five_years_achieved_looks_back() -> None:
    text = "正在召开的两会捷报频传，2012年政府工作报告展示的5年成就振奋人心，新增学校66所。\n今后5年，公路里程达到3560公里。"
    assert [(fact.side, fact.value) for fact in read(text)] == [("outcome", 66), ("target", 3560)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "9月13日讯 2003年至2009年，全市经济总量由79亿元增加到206亿元，增长了1.6倍。",
            [("outcome", 206, 2009, 2009), ("outcome", 1.6, 2003, 2009)],
        ),
        (
            "2月25日，人代会开幕。记者从2025年云江市政府工作报告获悉，去年实现总值1629亿元。今年，总值预期目标为增长5%左右。",
            [("outcome", 1629, 2024, 2024), ("target", 5, 2025, 2025)],
        ),
        (
            "发布时间：2023-01-07\n市长作报告。预计，全年实现总值1200亿元。\n2023年是关键之年。2023年主要目标是：总值增长6.5%。",
            [("outcome", 1200, 2022, 2022), ("target", 6.5, 2023, 2023)],
        ),
        (
            "1月9日讯 市政府向人民代表报告了2008年工作取得的成绩：\n这一年，是增长加快的一年。预计总值实现187亿元。",
            [("outcome", 187, 2008, 2008)],
        ),
    ],
)
def test_years_that_news_is_told_in(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_a_plan_that_something_ended_is_no_period() -> None:
    text = "全市总值结束了“九五”以来低速徘徊局面，年均增长17%；财政收入增长18%。"
    found = read(text, title="2005年政府工作回顾")
    assert all(fact.period_start is None or fact.period_start.year == 2005 for fact in found)
    assert {fact.value for fact in found} >= {18}


def test_a_list_of_works_named_by_its_year() -> None:
    text = "2月17日，记者从云江区获悉，该区明确2023年民生项目任务单。\n今年，云江区将新建停车场2个。"
    assert told(text) == [("target", 2, 2023, 2023)]


@pytest.mark.parametrize("then", ["去年：", "【去年成绩单】\n", "过去一年，", "2021年，", "2021年：\n", "回望2021\n"])
@pytest.mark.parametrize(
    "now", ["今年：", "【今年目标】\n", "今年目标\n", "展望2022\n", "2022年：\n", "今年怎么干\n", "今年，力争"]
)
def test_then_and_now_by_lines_and_labels(then: str, now: str) -> None:
    done, ahead = "全市生产总值500亿元，增长8.1%，新建学校9所。", "全市生产总值增长7%左右，改造小区120个。"
    found = told(f"2022-01-10 10:00 来源：云江日报\n{then}{done}\n{now}{ahead}\n")
    assert found == [
        ("outcome", 500, 2021, 2021),
        ("outcome", 8.1, 2021, 2021),
        ("outcome", 9, 2021, 2021),
        ("target", 7, 2022, 2022),
        ("target", 120, 2022, 2022),
    ]


def test_indicators_that_were_set_for_the_year() -> None:
    text = "根据这一思路，今年各项指标预定为：生产总值117亿元，增长10%；财政收入4亿元。"
    assert {side for side, *_ in told(text)} == {"target"}
