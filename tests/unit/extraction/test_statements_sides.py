"""Whether a text tells of what was reached or of what is to come, and when, where headings do not say it."""

from __future__ import annotations

import datetime as dt

import pytest

from tests.unit.extraction.test_statements_time import _brief, read

Told = list[tuple[str, float, int | None, int | None]]


def told(text: str, title: str = "", kind: str | None = None) -> Told:
    return [_brief(statement) for statement in read(text, title=title, kind=kind)]


YEARS: list[tuple[str, Told]] = [
    # when the page was put up, its parts a line each; the year in the headline is aimed at
    (
        "2018\n01/31\n23:45\n省长向大会报告工作。今后五年，我省要实现两个目标：力争到2020年，生产总值达到2万亿元。",
        [("target", 2, 2020, 2020)],
    ),
    ("2月2日，云江市人代会开幕，市长作《政府工作报告》。2012年，是重要的一年。\n预计完成生产总值690亿元，同比增长15%。",
     [("outcome", 690, 2011, 2011), ("outcome", 15, 2011, 2011)]),
    ("会议总结2015年发展情况。2015年，接待游客突破600万人次。新的一年，我市将加快发展。预计全年接待游客660万人次。",
     [("outcome", 600, 2015, 2015), ("target", 660, 2016, 2016)]),
    ("2021年1月11日，大会召开。去年，我市投资增长6%。会议提出，2021年云江生产总值增长6%。",
     [("outcome", 6, 2020, 2020), ("target", 6, 2021, 2021)]),
    # 今年 of an undated text is any year of the plan that it names
    ("今年上半年，我市建成保障房1.5万套。“十二五”期间，总体目标是人均住房面积达到30平方米。",
     [("outcome", 1.5, None, None), ("target", 30, 2011, 2015)]),
    # 五年来 told in the last of the five
    ("2015年12月16日，今年是“十二五”收官之年。五年来，我市新建学校165所。", [("outcome", 165, 2011, 2015)]),
    # multiples and brackets are held against, not told of
    ("本届政府工作回顾\n生产总值是2007年的2.2倍。实现农业增加值45亿元。",
     [("outcome", 2.2, None, None), ("outcome", 45, None, None)]),
    ("2018年上半年，治理工程（2017年11月-2019年11月）有序推进。全市完成造林5万亩。", [("outcome", 5, 2018, 2018)]),
    ("2019年10月—2020年3月，全市重污染天数同比下降4%。", [("outcome", 4, 2019, 2020)]),
    ("2012年起5年内，全市要引进高层次人才2000名。", [("target", 2000, 2012, 2016)]),
    ("2010年和2011年全市共建成示范场200个。", [("outcome", 200, 2010, 2011)]),
    ("2024年截至11月21日，全市优良天数203天。", [("outcome", 203, 2024, 2024)]),
]  # fmt: skip


SIDES: list[tuple[str, Told]] = [
    ("港口今年的发展目标，也已确定为完成吞吐量1.2亿吨。", [("target", 1.2, None, None)]),
    ("今年发展主要预期目标也定了，其中生产总值增长5%。", [("target", 5, None, None)]),
    ("二○一○年我市发展的主要目标包括，全市生产总值增长百分之八以上。", [("target", 8, 2010, 2010)]),
    ("目前，我市已超额完成任务。今年全市造林年度总体任务为：造林46万亩。截至目前，共造林52万亩，占年度总任务的112%。",
     [("target", 46, None, None), ("outcome", 52, None, None), ("outcome", 112, None, None)]),
    ("今年市政府召开会议，提出全市每年培训3000人以上，扶持2000人以上的工作目标。去年共培训2996人，同比增长2%。",
     [("target", 3000, None, None), ("target", 2000, None, None), ("outcome", 2996, None, None), ("outcome", 2, None, None)]),
    ("未来5年我市卫生战略，到2020年将实现：\n1、新建公立医院12家\n2、千人床位数达到4.3张",
     [("target", 12, 2020, 2020), ("target", 4.3, 2020, 2020)]),
    ("全市开展专项行动，到2027年，有效解决缺水问题。全面实现统管。供水普及率达到98%。", [("target", 98, 2027, 2027)]),
    ("白皮书说，“十三五”时期，建设交通体系。到2020年，高速铁路里程达到3万公里。", [("target", 3, 2020, 2020)]),
    ("会议确定了“十三五”时期旅游业发展四大目标。\n一是经济稳步增长。旅游总收入年均增长11%。", [("target", 11, 2016, 2020)]),
    # what news of a plan says of before
    ("12月29日，部委发布《“十四五”原材料发展规划》。到2025年，形成产业集群5个。2020年，我国产量占27%。",
     [("target", 5, 2025, 2025), ("outcome", 27, 2020, 2020)]),
    ("自2015年国务院发布《水污染防治行动计划》以来，成效明显。截至2019年底，全市排查管网6.9万公里。", [("outcome", 6.9, 2019, 2019)]),
    # whatever they are aims of
    ("云江市把今年定为“项目建设年”。项目建设目标为，亿元以上投资项目512个，总投资2339亿元。",
     [("target", 512, None, None), ("target", 2339, None, None)]),
    ("云江区今年所要办的实事好事项目包括：安居住房、教育办学等。其中，安居工程如建设公租房108套，改造危房1500户。",
     [("target", 108, None, None), ("target", 1500, None, None)]),
    # news of a plan tells its years, and none is its own
    ("4月18日，省政府网站发布了《“十三五”脱贫攻坚规划》。\n贫困县摘帽：2017年14个，2018年17个，2020年27个。\n用4年时间完成造林30万亩。",
     [("target", 14, 2017, 2017), ("target", 17, 2018, 2018), ("target", 27, 2020, 2020), ("target", 30, 2016, 2020)]),
    # news of aims goes on with what was reached
    ("2007年7月8日，今年，云江县将实现总产值521亿元。\n今年该县招商引资取得新突破，到位内资24亿元。",
     [("target", 521, 2007, 2007), ("outcome", 24, 2007, 2007)]),
    ("2011年，云江市计划种植棉花76万亩。目前机采棉面积超过25万亩。", [("target", 76, 2011, 2011), ("outcome", 25, 2011, 2011)]),
    ("专项行动开展以来，新签约项目9个。", [("outcome", 9, None, None)]),
    # the steps of aims are to come, whatever years they name
    ("1月18日，记者从2018年全省交通工作会议上了解到，今年交通计划完成投资60亿元，比上年增长34%。到2020年通车里程突破630公里，2022年突破690公里。",
     [("target", 60, 2018, 2018), ("target", 34, 2018, 2018), ("target", 630, 2020, 2020), ("target", 690, 2022, 2022)]),
    ("（二）主要目标。到2015年，全市能耗下降17%；“十二五”期间，实现节约能源100万吨标准煤。",
     [("target", 17, 2015, 2015), ("target", 100, 2011, 2015)]),
    # each task of a report and how far it has come, in one line
    ("任务目标：对10处路口进行改造。进展情况：截至2014年12月底，共完成12处路口改造。任务目标：打通断头路4条。进展情况：打通断头路5条。",
     [("target", 10, None, None), ("outcome", 12, 2014, 2014), ("target", 4, None, None), ("outcome", 5, None, None)]),
    # news of what is ordered, hoped for and begun anew
    ("2022年3月5日，市政府办公室印发通知，今年全市改造老旧小区60个。", [("target", 60, 2022, 2022)]),
    ("2022年8月5日，预计年底建成学校20所。", [("target", 20, 2022, 2022)]),
    ("2022年1月10日，新的一年，全市新增就业5万人。", [("target", 5, 2022, 2022)]),
    # works with whom they are charged to
    ("7、新建农村公路300公里。责任单位：市交通局。\n8、新建改造村庄34个。责任单位：市建设局。\n9、新建泵房2座。责任单位：市水务局。",
     [("target", 300, None, None), ("target", 34, None, None), ("target", 2, None, None)]),
    # what was planned, beside what was done
    ("2014年，全市实事项目进展顺利。其中：新增公租房520套，完成590套；危房改造975户，已完成1500户。",
     [("target", 520, 2014, 2014), ("outcome", 590, 2014, 2014), ("target", 975, 2014, 2014), ("outcome", 1500, 2014, 2014)]),
    ("2014年，全市新建幼儿园10所，完成投资5亿元。", [("outcome", 10, 2014, 2014), ("outcome", 5, 2014, 2014)]),
    # efforts of years to come, and of years gone by
    ("云江市2001年发展思路。\n通过5至10年的努力，使年蓄水能力增加到13亿立方米。", [("target", 13, 2001, 2010)]),
    ("2006年，全市水利建设成效显著。经过五年的努力，年供水能力已达13亿立方米。", [("outcome", 13, 2006, 2006)]),
    ("2024年，全市重点水利工程要建设水库10座。这些项目的建成，新增供水能力40万立方米。",
     [("target", 10, 2024, 2024), ("outcome", 40, None, None)]),
    # news of a year's end
    ("云江站12月3日讯，考核组对2014年实事办理工作进行考核验收。今年，新建公路30公里，已全部完成。", [("outcome", 30, 2014, 2014)]),
    # works that are promised after what the year before had brought
    ("去年，全市新建绿地40公顷。今年，我市将实施十件实事如下：新建绿地50公顷。",
     [("outcome", 40, None, None), ("target", 50, None, None)]),
    # a year in the name of a plan is not the year told of
    ("2008年预算执行情况\n一般预算收入完成8亿元，为按照县人代会批准的2007年财政预算调整的计划的102%。",
     [("outcome", 8, 2008, 2008), ("outcome", 102, 2008, 2008)]),
    # none but later years, and no word that looks back
    ("【公布日期】2005.02.01\n学前教育发展。2007年，全市入园率达到96%以上。\n2010年，每个乡镇建有1所中心幼儿园。\n开展家长培训，受训率达到90%以上。",
     [("target", 96, 2007, 2007), ("target", 1, 2010, 2010), ("target", 90, None, None)]),
    # what was done since it was foreseen
    ("一、今年以来工作情况\n今年计划实施大中修项目若干，实际完成大中修工程142公里。", [("outcome", 142, None, None)]),
    ("2018年度全省造林。去年，全省造林120万亩，占任务100万亩的120%，其中完成省为民办实事项目林带37万亩。",
     [("outcome", 120, None, None), ("outcome", 120, None, None), ("outcome", 37, None, None)]),
    # a stock beside plans
    ("2020年，我市将建设养老设施221个。据了解，全市共有养老服务设施1650个。2019年，新建设施163个。",
     [("target", 221, 2020, 2020), ("outcome", 1650, None, None), ("outcome", 163, 2019, 2019)]),
    ("年内二级医院设科比例达60%以上。", [("target", 60, None, None)]),
    ("2014年末，全市道路长度达到3125公里。\n到2014年末，全市绿地达到16046公顷。", [("outcome", 3125, 2014, 2014), ("outcome", 16046, 2014, 2014)]),
    # when the things were begun, and from where on more is done
    ("政府工作报告\n——2022年1月12日在云江市人民代表大会上\n一、2022年工作安排\n2022年，去年启动的3个园区全部建成投用。"
     "在去年完成20个小区改造的基础上，再改造30个小区。", [("target", 3, 2022, 2022), ("target", 30, 2022, 2022)]),
    # a heading that looks back: 五年内 are the years that are over
    ("政府工作报告\n——2022年1月12日在云江市人民代表大会上\n一、五年工作回顾\n五年内，新增企业193家。\n二、2022年工作安排\n新增企业40家。",
     [("outcome", 193, 2017, 2021), ("target", 40, 2022, 2022)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), YEARS + SIDES)
def test_told(text: str, expected: Told) -> None:
    assert told(text) == expected


def test_figures_do_not_silence_news_that_names_a_standing_committee() -> None:
    text = "云江市人大常委会召开会议。2020年上半年，全市生产总值458亿元，同比增长6.5%。"
    assert told(text) == [("outcome", 458, 2020, 2020), ("outcome", 6.5, 2020, 2020)]


def test_each_task_of_a_report_and_how_far_it_has_come() -> None:
    text = (
        "关于2011年目标任务完成情况的通报\n28.加强生态环境建设。建设7个污水处理厂，确保全市造林8万亩。主办单位：市水务局。\n"
        "完成情况：6个污水处理厂已投入运营，全市造林完成12万亩。\n29.加快治理。治理河道20公里。\n完成情况：治理河道25公里。"
    )
    found = told(text, title="关于2011年目标任务完成情况的通报", kind="通报")
    assert [(side, value) for side, value, _, _ in found] == [
        ("target", 7), ("target", 8), ("outcome", 6), ("outcome", 12), ("target", 20), ("outcome", 25),
    ]  # fmt: skip


def test_up_to_a_day_of_a_named_year() -> None:
    found = read("2024年截至11月21日，全市优良天数203天。")
    assert [(s.period_start, s.period_end) for s in found] == [(dt.date(2024, 1, 1), dt.date(2024, 11, 21))]


def test_aims_of_the_year_reviewed_end_where_the_review_goes_on() -> None:
    text = (
        "一、2003年国民经济和社会发展计划执行情况\n市人大批准的2003年主要调控目标是：财政总收入增长16%。\n"
        "2003年是全面建设小康社会的第一年。一年来，全市较好地完成了各项目标。据统计，财政总收入增长25%。\n"
    )
    found = read(text, title="关于云江市2003年计划执行情况与2004年计划草案的报告", kind="报告")
    assert [(fact.side, fact.value) for fact in found] == [("target", 16), ("outcome", 25)]


def test_news_turns_back_after_aims() -> None:
    text = (
        "2024年，我省将坚持高质量发展，预计总值增长5.5%左右。\n报告指出，2023年全省经济回升向好，财政收入增长4.1%。工业增加值增长5.9%。\n"
        "报告指出，全省去年在建设产业基地上取得成效。其中，原煤产量达1.5亿吨、增长10.8%；数字经济占比达42%左右。\n固定资产投资增长10.7%、增速居全省第一。"
    )
    assert told(text) == [
        ("target", 5.5, 2024, 2024),
        ("outcome", 4.1, 2023, 2023),
        ("outcome", 5.9, 2023, 2023),
        ("outcome", 1.5, 2023, 2023),
        ("outcome", 10.8, 2023, 2023),
        ("outcome", 42, 2023, 2023),
        ("outcome", 10.7, 2023, 2023),
    ]


def test_nothing_was_reached_in_a_year_to_come() -> None:
    text = (
        "2006年1月，市四届人大二次会议开幕。近年来经济发展取得显著成效。根据规划，今后15年有意调低GDP增幅，呈逐年下降趋势。"
        "到2010年全市生产总值达到9000亿元；预期到2015年，全市生产总值达到1.5万亿元。"
    )
    assert {side for side, *_ in told(text)} == {"target"}
