"""Which side of time a statement stands on, and its period: headings, openings, tense words, years."""

from __future__ import annotations

import datetime as dt

import pytest

from orchestration.gazette.extraction.targets import find
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document, Section, Statement


def read(text: str, title: str = "", kind: str | None = None, signed: dt.date | None = None) -> list[Statement]:
    document = Document(
        document_id="t/1", issue_id="t", sequence=1, kind=kind, title=title, text=text, signed_date=signed
    )
    return [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]


def _brief(statement: Statement) -> tuple[str, float, int | None, int | None]:
    start, end = statement.period_start, statement.period_end
    return statement.side, statement.value, start.year if start else None, end.year if end else None


REPORT = """政府工作报告
——2022年1月12日在云江市第九届人民代表大会第二次会议上
一、2021年工作回顾
过去一年，全市地区生产总值增长8%左右。城镇新增就业5万人。
五年来，累计建成安居房2万套。
二、2022年工作安排
主要预期目标是：地区生产总值增长8%左右。
到2025年，森林覆盖率达到40%。
"""


def test_a_work_report_looks_back_and_then_ahead() -> None:
    assert [_brief(s) for s in read(REPORT, title="政府工作报告")] == [
        ("outcome", 8, 2021, 2021),
        ("outcome", 5, 2021, 2021),
        ("outcome", 2, 2017, 2021),
        ("target", 8, 2022, 2022),
        ("target", 40, 2025, 2025),
    ]


def test_sections_found_by_the_structure_give_the_same() -> None:
    starts = [REPORT.index("一、2021"), REPORT.index("二、2022")]
    ends = [starts[1], len(REPORT)]
    sections = tuple(
        Section(
            section_id=f"s{i}", document_id="t/1", parent_id=None, depth=1, label="一二"[i], path="一二"[i], heading="",
            start=start, end=end, heading_end=REPORT.index("\n", start),
        )
        for i, (start, end) in enumerate(zip(starts, ends, strict=True))
    )  # fmt: skip
    document = Document(
        document_id="t/1", issue_id="t", sequence=1, kind="报告", title="政府工作报告", text=REPORT, sections=sections
    )
    found = [fact for fact in find(MarkedText(document)) if isinstance(fact, Statement)]
    assert [_brief(s) for s in found] == [_brief(s) for s in read(REPORT, title="政府工作报告")]


@pytest.mark.parametrize(
    ("text", "side", "first", "last"),
    [
        ("一、2020年计划执行情况\n工业投资增长9%。", "outcome", 2020, 2020),
        ("二、2021年主要目标\n工业投资增长9%。", "target", 2021, 2021),
        ("“十三五”时期，全市累计造林20万亩。", "outcome", 2016, 2020),
        ("“十四五”时期，要新建学校50所。", "target", 2021, 2025),
        ("今后五年，要新建学校50所。", "target", 2021, 2025),
        ("刚刚过去的2020年，新建学校5所。", "outcome", 2020, 2020),
        ("做好2021年工作，新建学校6所。", "target", 2021, 2021),
        ("2020年，新建学校7所。", "outcome", 2020, 2020),
        ("今年要新建学校8所。", "target", 2021, 2021),
        ("去年新建学校9所。", "outcome", 2020, 2020),
        ("力争到2023年，新建学校10所。", "target", 2023, 2023),
        ("截至目前，已建成学校11所。", "outcome", None, None),
    ],
)
def test_tense_in_a_report(text: str, side: str, first: int, last: int) -> None:
    title = "云江市人民政府工作报告"
    head = "——2021年2月3日在云江市第八届人民代表大会第五次会议上\n"
    found = read(head + text, title=title)
    assert [(s.side, s.period_start and s.period_start.year, s.period_end and s.period_end.year) for s in found] == [
        (side, first, last)
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "deadline"),
    [
        ("年内新建学校5所。", (2022, 1, 1), (2022, 12, 31), None),
        ("全年新建学校5所。", (2022, 1, 1), (2022, 12, 31), None),
        ("上半年", None, None, None),
        ("2022年上半年新建学校5所。", (2022, 1, 1), (2022, 6, 30), None),
        ("到2023年年底，合格率达到95%。", (2023, 1, 1), (2023, 12, 31), (2023, 12, 31)),
        ("到2025年，合格率达到95%。", (2025, 1, 1), (2025, 12, 31), None),
        ("到“十四五”末，合格率达到95%。", (2025, 1, 1), (2025, 12, 31), None),
        ("2022-2024年，改造管网300公里。", (2022, 1, 1), (2024, 12, 31), None),
    ],
)
def test_periods_of_a_plan(text: str, start: object, end: object, deadline: object) -> None:
    found = read(text, title="云江市2022年重点工作安排", kind="通知")
    wanted = [tuple(dt.date(*day) if day else None for day in (start, end, deadline))] if start else []  # type: ignore[misc]
    assert [(s.period_start, s.period_end, s.deadline) for s in found] == wanted


def test_a_deadline_holds_for_what_follows_in_its_sentence() -> None:
    found = read("到2023年年底，鉴定率达到100%，其中合格率达到95%以上。", title="云江市整治行动实施方案", kind="方案")
    assert [s.deadline for s in found] == [dt.date(2023, 12, 31)] * 2


def test_an_annual_average_has_its_span() -> None:
    text = "政府工作报告\n——2021年2月3日在云江市人民代表大会会议上\n一、“十三五”工作回顾\n2020年生产总值500亿元，年均增长6%。"
    level, growth = read(text, title="政府工作报告")
    assert (level.period_start, level.period_end) == (dt.date(2020, 1, 1), dt.date(2020, 12, 31))
    assert (growth.period_start, growth.period_end) == (dt.date(2016, 1, 1), dt.date(2020, 12, 31))


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        (
            "2019年1月10日讯 报告提出，今年发展主要预期目标是：生产总值增长8%左右，固定资产投资增长9%。",
            ["target", "target"],
        ),
        (
            "经初步核算，青原县2018年全年实现生产总值163亿元，比上年增长13%。2019年，青原县计划招引20个以上项目。",
            ["outcome", "outcome", "target"],
        ),
        (
            "报告显示，2018年全市生产总值实现900亿元、增长7%；报告提出，2019年主要预期目标为生产总值增长7%左右。",
            ["outcome", "outcome", "target"],
        ),
        ("建议2019年全市经济发展的预期目标是：外贸出口增长5%；失业率控制在4%以内。", ["target", "target"]),
        (
            "2月7日，云江市印发《2021年为民办实事实施方案》。\n年度目标为5所学校完成主体建设，增加学位1万个。\n完成技能培训7万人次。",
            ["target", "target", "target"],
        ),
        (
            "建议今年的主要预期目标是：生产总值增长5%，财政收入与上年基本持平，失业率4%左右。",
            ["target", "target"],
        ),
        (
            "建议今年的主要预期目标是：投资增速快于上年，价格稳定在上年水平，失业率4%左右；能耗在2018年基础上下降3%。",
            ["target", "target"],
        ),
    ],
)
def test_news(text: str, sides: list[str]) -> None:
    assert [s.side for s in read(text)] == sides


def test_a_list_of_lines_under_its_aim() -> None:
    text = "2022年经济发展主要预期目标公布\n报告提出，今年发展主要预期目标是：\n生产总值增长5%左右；\n城镇新增就业8万人以上；\n"
    assert [_brief(s) for s in read(text)] == [("target", 5, 2022, 2022), ("target", 8, 2022, 2022)]


def test_a_text_that_names_one_year_alone_tells_of_it() -> None:
    text = "2022年，各项事业取得新成效，目标如期实现。\n2022年，外贸结构优化。\n全年工业增加值达到40亿元。"
    (found,) = read(text, kind=None)
    assert (found.side, found.period_start) == ("outcome", dt.date(2022, 1, 1))


def test_no_year_is_no_guess() -> None:
    (found,) = read("20XX年工作回顾\n预计实现地区生产总值391亿元。", title="")
    assert found.side == "outcome"
    assert found.period_start is None


@pytest.mark.parametrize(
    ("title", "text", "expected"),
    [
        # a bulletin reports the year of its title, paragraph by paragraph
        (
            "云江市2019年国民经济和社会发展统计公报",
            "一、综合\n全年实现生产总值800亿元。\n年末常住人口120万人，比上年增加2万人。\n二、价格\n衣着价格上涨3%。",
            [("outcome", 2019)] * 4,
        ),
        # works promised for a year, told by an announcement of no kind of its own
        (
            "云江县第九届人民代表大会第一次会议公告",
            "会议于2018年1月9日票决确定2018年民生实事项目为3项，分别是：\n一、打通断头路6条。\n二、新增停车位300个。",
            [("target", 2018)] * 2,
        ),
        ("云江市今年再办10件实事", "云江网2012年2月1日讯 市政府承诺如下。\n一、改造旱厕20座。", [("target", 2012)]),
        # a plan goes on after a look back at the year before
        (
            "关于下达2020年水利建设任务的通知",
            "2019年，全市完成水利投资20亿元。\n2020年，全市完成水利投资25亿元，改造水库6座。",
            [("outcome", 2019), ("target", 2020), ("target", 2020)],
        ),
        # a part of the year behind the one reported is ahead
        (
            "云江市2025年一季度经济运行情况和下一步安排",
            "一季度，全市生产总值增长5%。\n下半年，举办展会8场。",
            [("outcome", 2025), ("target", 2025)],
        ),
        # a year to be reached is ahead, whatever the verb
        ("", "省政府印发实施意见，意见提出，到2028年，完成人工造林30万亩。", [("target", 2028)]),
        # this year is ahead of a look back
        (
            "",
            "2021年，全市完成技改投资20亿元。\n2022年重点工作已经确定。今年技改投资预计可达25亿元。",
            [("outcome", 2021), ("target", 2022)],
        ),
        # a headline about aims is no plan: the text tells of what came out as well
        (
            "各地相继公布今年经济增长目标：部分地区高于去年增速",
            "报告介绍，建议2020年生产总值增长6.5%左右。\n2019年，全市生产总值实现1500亿元，同比增长6.8%。",
            [("target", 2020), ("outcome", 2019), ("outcome", 2019)],
        ),
        # the day of an event is no period
        ("云江县2022年民生实事完成情况", "大厅已于2022年7月4日启用，进驻部门23家。", [("outcome", 2022)]),
    ],
)
def test_time_of_loose_texts(title: str, text: str, expected: list[tuple[str, int]]) -> None:
    found = read(text, title=title, kind=None)
    assert [(fact.side, fact.period_end.year if fact.period_end else None) for fact in found] == expected


@pytest.mark.parametrize(
    "text",
    [
        "加快建设“十四五”批复的6个水源工程，确保新增供水能力3000万立方米。",
        "巩固“十四五”发展成果，粮食产量400万吨以上。",
        "持续推进“十四五”在建项目，新增装机300万千瓦。",
    ],
)
def test_a_plan_named_inside_a_phrase_sets_no_time(text: str) -> None:
    head = "云江省政府工作报告\n——2026年1月8日在云江省人民代表大会会议上\n二、2026年工作安排\n"
    found = read(head + text, title="云江省政府工作报告")
    assert {(fact.side, fact.period_start) for fact in found} == {("target", dt.date(2026, 1, 1))}


def test_years_that_a_record_is_counted_in_are_no_period() -> None:
    text = "云江省政府工作报告\n——2025年1月8日在云江省人民代表大会会议上\n一、2024年工作回顾\n"
    text += "粮食总产达60亿斤、创近5年新高；财政收入增长2%。"
    assert {fact.period_start for fact in read(text, title="云江省政府工作报告")} == {dt.date(2024, 1, 1)}


def test_a_year_in_a_look_back_upon_several_ends_with_its_clause() -> None:
    text = "云江省政府工作报告\n——2026年1月8日在云江省人民代表大会会议上\n一、“十四五”时期工作回顾\n"
    text += "先行区提质升级，2025年旅游人次达86万人次，累计22种药品获批；引进高校26所。"
    years = [fact.period_start.year for fact in read(text, title="云江省政府工作报告") if fact.period_start]
    assert years == [2025, 2021, 2021]
    opening = text.replace("先行区提质升级，2025年", "2025年，")
    years = [fact.period_start.year for fact in read(opening, title="云江省政府工作报告") if fact.period_start]
    assert years == [2025, 2025, 2025]


def test_the_year_of_one_figure_is_not_that_of_the_clauses_behind_it() -> None:
    text = "云江市人民政府工作报告\n——2026年1月8日在云江市人民代表大会会议上\n一、“十四五”时期工作回顾\n"
    text += "毛入学率从2020年的40%提升至2025年的50%以上，12所学校改造完成。"
    share, works = read(text, title="云江市人民政府工作报告")
    assert (share.period_start, works.period_start) == (dt.date(2025, 1, 1), dt.date(2021, 1, 1))


def test_a_part_of_a_year_is_the_period() -> None:
    (fact,) = read("上半年，全市生产总值增长6%。", title="云江市2021年上半年经济运行情况", kind=None)
    assert (fact.period_start, fact.period_end) == (dt.date(2021, 1, 1), dt.date(2021, 6, 30))


def test_a_plan_of_several_years_aims_at_all_of_them() -> None:
    first, second = read(
        "一、主要目标\n三年培养高技能人才5000名。\n二、年度任务\n2023年，引进项目20个。",
        title="云江市产业行动方案（2023—2025年）",
        kind="方案",
    )
    assert (first.period_start, first.period_end) == (dt.date(2023, 1, 1), dt.date(2025, 12, 31))
    assert second.side == "target"
    assert second.period_end == dt.date(2023, 12, 31)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        # a report that prints no date is of the year after the plan that it looks back on
        ("一、“十二五”时期工作回顾\n过去五年，累计建成道路60条。", 2011, 2015),
        # of the first year of the plan that it lays before the assembly
        (
            "请连同《云江市国民经济和社会发展第十二个五年规划纲要（草案）》一并审议。\n一、工作回顾\n过去五年，累计建成道路60条。",
            2006,
            2010,
        ),
        # or of the year after the last one it tells of
        (
            "一、过去五年工作回顾\n2008年全市生产总值增长8%。\n五年来，累计建成道路60条。\n二、今后五年的工作任务\n略。",
            2004,
            2008,
        ),
        # a review begins with the year that its first words name
        (
            "一、本届政府及2016年工作回顾\n2013年以来，各项事业实现新跨越。\n（一）致力创新\n累计建成道路60条。",
            2013,
            2016,
        ),
    ],
)
def test_time_of_a_report_without_a_date(text: str, first: int, last: int) -> None:
    found = read("各位代表：\n现在，我代表市人民政府向大会报告工作，请予审议。\n" + text)
    works = next(fact for fact in found if fact.value == 60)
    assert (works.side, works.period_start, works.period_end) == (
        "outcome",
        dt.date(first, 1, 1),
        dt.date(last, 12, 31),
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what was reached in the year named is of the year before this one
        ("2025年，全市生产总值突破300亿元。今年，全市计划完成造林40万亩。", [("outcome", 2025), ("target", 2026)]),
        ("“十五五”开局之年，全市步履坚实。今年，全市计划完成造林40万亩。", [("target", 2026)]),
        ("召开了2024年工作会议，今年将完成造林40万亩。", [("target", 2024)]),
        # a year in which something happened says nothing of this one, nor of what stands now
        (
            "2021年，小村迎来了考察团。如今已建成民宿30家。今年，全市计划完成造林40万亩。",
            [("outcome", None), ("target", None)],
        ),
        (
            "今年前10个月，全市进出口7亿元，同比增长10%。\n编辑：云江网 2024-11-14",
            [("outcome", 2024), ("outcome", 2024)],
        ),
        # a year whose works are only set about is this one
        ("市政府公布了2005年重点办好的12件实事。今年，全市计划完成造林40万亩。", [("target", 2005)]),
        ("2001年是新世纪的第一年，今年，全市计划完成造林40万亩。", [("target", 2001)]),
        # where the years are left out, the day the page was put up on says nothing of them
        ("时间：2022-05-24\n一、年工作回顾\n年是极不平凡的一年。全年实现生产总值7806亿元。", [("outcome", None)]),
        ("截至2023年底，企业总数为500家，比上年净增20家。\n全年培训职工240人。\n2024-06-30", [("outcome", 2023)] * 3),
    ],
)
def test_the_year_of_news(text: str, expected: list[tuple[str, int | None]]) -> None:
    found = read(text)
    assert [(fact.side, fact.period_start.year if fact.period_start else None) for fact in found] == expected


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # a list under an aim is aimed at, in a text of one line too
        (
            "县林业局2017年工作计划全县要深入实施绿化。二、目标任务（一）造林：完成造林11万亩。（二）管护：完成管护3万亩。",
            ["target", "target"],
        ),
        ("总结了2015年工作。2016年全市规划造林目标：人工造林1.8万亩，完成育苗1万亩。", ["target", "target"]),
        # orders without a time are orders
        (
            "积极推广错时停车，力争面积同比增加。加快建设设施，完成14个老旧小区改造，新增菜市场2个。加强管理，推进治理，扩大绿地。",
            ["target", "target"],
        ),
        # the nearest word in the same part of the sentence says which way it looks
        (
            "工业项目35个，年度计划投资44亿元，累计完成投资19亿元；服务业项目33个，年度计划投资24亿元。",
            ["target", "target", "outcome", "target", "target"],
        ),
        ("共安排重点项目196项，年度计划投资401亿元。项目1-4月累计完成投资107亿元。", ["target", "target", "outcome"]),
        ("据统计，前三季度，零售总额365亿元，同比增长4%。全县人均收入3万元。", ["outcome"] * 3),
        # news without such words looks the way the whole of it does
        ("成功举办艺术节，入选示范县。\n新增幼儿园18所，城镇新增就业8300人。", ["outcome"] * 2),
        ("更新健身路径300条。\n继续实施城中村改造项目35个。\n扩大开放范围，加快推进快速路建设。", ["target"] * 2),
        ("今年，市政府将集中精力办好10件民生实事。\n一是实施街巷改造25条。\n二是完成危房改造6处。", ["target"] * 3),
        ("会议票决产生2025年度民生实事项目2件：\n1.新建口袋公园12个。\n2.建成托育点8个。", ["target"] * 2),
        ("1.生产总值增长6%（市发改委）\n2.技改投资增长6%（市工信局牵头）\n3.新建学校8所（市教育局）", ["target"] * 3),
        ("截至10月底，实施项目112个；争取上级资金12亿元。", ["outcome"] * 2),
        ("森林面积已达128万亩，覆盖率由2015年的51%提高到2020年的56%。", ["outcome"] * 2),
        ("今年全省计划播种面积稳定在2亿亩以上，目前已备足种子6万吨。", ["target", "outcome"]),
        ("今年以来，日均业务量4亿件，建成配送中心12个。", ["outcome"] * 2),
        # weak words do not turn what the paragraph told before
        ("力争能耗下降14%。新建项目达到标杆水平的比例不低于100%。", ["target"] * 2),
        # what a headline says was done is no plan
        ("保障房已开工18套，完成年度任务79%。", ["outcome", "outcome"]),
    ],
)
def test_which_way_news_looks(text: str, sides: list[str]) -> None:
    assert [fact.side for fact in read(text, title="云江主要目标任务顺利实现")] == sides


def test_a_year_that_only_says_which_things_are_meant_is_no_period() -> None:
    head = "云江省政府工作报告\n——2025年1月8日在云江省人民代表大会会议上\n二、2025年工作安排\n"
    (found,) = read(head + "加快近两年挂牌出让的14个矿权项目进度。", title="云江省政府工作报告")
    assert (found.side, found.period_start) == ("target", dt.date(2025, 1, 1))


def test_a_report_bears_the_year_after_the_one_it_tells_of() -> None:
    text = "2021年云江区政府工作报告\n成功举办艺术节，入选示范县。\n新增幼儿园18所，圆满完成。"
    (found,) = read(text, title="2021年云江区政府工作报告")
    assert (found.side, found.period_start) == ("outcome", None)


def test_years_counted_up_to_this_one() -> None:
    head = "政府工作报告\n——2017年2月8日在云江市人民代表大会会议上\n六年来，新增就业37万人，年均增长8%。\n五年累计投入30亿元。"
    assert {
        (f.period_start.year, f.period_end.year)
        for f in read(head, title="政府工作报告")
        if f.period_start and f.period_end
    } == {(2011, 2016)}


def test_an_unknown_year_is_noticed_once() -> None:
    text = "今年，全市计划完成造林40万亩，修复草原20万亩。今年，还将新建学校5所。"
    document = Document(document_id="t/1", issue_id="t", sequence=1, kind=None, title="", text=text)
    notices = [fact for fact in find(MarkedText(document)) if not isinstance(fact, Statement)]
    assert [(notice.code, notice.quote) for notice in notices] == [
        ("year_unclear", "今年，全市计划完成造林40万亩，修复草原20万亩")
    ]


def test_a_month_is_the_period() -> None:
    (found,) = read("5月份，工业增加值增长9%。", title="云江市2024年工业运行情况")
    assert (found.period_start, found.period_end) == (dt.date(2024, 5, 1), dt.date(2024, 5, 31))


def test_a_title_says_the_year_of_a_notice_before_the_days_it_names() -> None:
    text = "一、工作目标。参保率达到95%以上。\n二、缴费时间为2019年9月1日至12月31日。"
    (found,) = read(text, title="云江县关于做好2020年居民参保工作的通知", kind="通知")
    assert found.period_start == dt.date(2020, 1, 1)


@pytest.mark.parametrize(
    ("text", "first"),
    [
        # 六年来 is how long the review is where its heading says so, or where it comes first
        ("一、过去六年工作回顾\n各项事业蓬勃发展。\n六年来，我们坚持开放。\n（一）强基础\n累计建成道路60条。", 2011),
        ("一、2016年工作回顾\n全市上下砥砺前行。六年来，成绩喜人。\n（一）强基础\n累计建成道路60条。", 2011),
        # within a review of other years it is of its sentence alone
        (
            "一、过去五年工作回顾\n五年来，各项事业蓬勃发展。十年来，物价涨幅年均为2%。\n（一）强基础\n累计建成道路60条。",
            2012,
        ),
        ("一、2016年工作回顾\n（一）稳物价\n物价稳定。十年来，涨幅年均为2%。\n（二）强基础\n累计建成道路60条。", 2016),
    ],
)
def test_how_long_a_review_is(text: str, first: int) -> None:
    head = "政府工作报告\n——2017年2月8日在云江市人民代表大会会议上\n"
    works = next(fact for fact in read(head + text, title="政府工作报告") if fact.value == 60)
    assert (works.period_start, works.period_end) == (dt.date(first, 1, 1), dt.date(2016, 12, 31))


def test_quarters_are_of_the_year_that_is_told() -> None:
    text = "云江市统计局今天（1月17日）发布数据。2024年全年，全市生产总值900亿元，比上年增长5%。分季度看，一季度增长5.3%，二季度增长4.7%。"
    ends = [fact.period_end for fact in read(text, title="2024年云江市经济运行稳中有进")]
    assert ends[-2:] == [dt.date(2024, 3, 31), dt.date(2024, 6, 30)]


def test_ahead_of_time_is_no_part_of_a_year() -> None:
    text = "一、2024年工作回顾\n保交房项目提前3个月实现100%交付。"
    (found,) = read(text, title="2025年云江市政府工作报告")
    assert (found.period_start, found.period_end) == (dt.date(2024, 1, 1), dt.date(2024, 12, 31))


def test_within_the_year_is_all_of_it_after_a_quarter() -> None:
    text = "一季度，检查企业426家，罚款42万元。下一步，年内完成300家企业创建。"
    found = read(text, title="云江市通报2024年第一季度安全生产形势")
    assert found[-1].period_end == dt.date(2024, 12, 31)


def test_the_agenda_of_an_assembly_is_no_statement() -> None:
    text = "云江市人大常委会第九次会议闭幕。\n主任说，本次会议共审议10件法规草案，通过其中3件，圆满完成各项任务。"
    assert not read(text)


def test_an_average_runs_from_the_year_compared_with() -> None:
    text = "一、工作回顾\n2010年，生产总值2095亿元，比2005年增加1028亿元，年均增长12.2%。"
    found = read(text, title="2011年云江市政府工作报告")
    average = next(fact for fact in found if fact.value == 12.2)
    assert (average.period_start, average.period_end) == (dt.date(2006, 1, 1), dt.date(2010, 12, 31))


def test_an_address_without_headings_tells_of_the_year_before() -> None:
    spoken = "政府工作报告\n——1999年2月5日在云江市第十二届人民代表大会第二次会议上\n各位代表：我向大会报告政府工作，请审议。\n"
    told = "全市实现生产总值821亿元，比上年增长13%。\n建成广场10个。\n"
    assert {_brief(s)[2:] for s in read(spoken + told, title="政府工作报告")} == {(1998, 1998)}
    term = "五年来，城乡面貌大变。\n" + told
    assert (1998, 1998) not in {_brief(s)[2:] for s in read(spoken + term, title="政府工作报告")}


@pytest.mark.parametrize(
    ("title", "text", "start", "end"),
    [
        ("2022年目标任务半年完成情况", "新建学校5所。", (2022, 1, 1), (2022, 6, 30)),
        ("2022年重点工作一季度进展情况", "新建学校5所。", (2022, 1, 1), (2022, 3, 31)),
        ("2022年目标任务半年完成情况", "半年完成情况\n新建学校5所。", (2022, 1, 1), (2022, 6, 30)),
        ("2022年目标任务完成情况", "新建学校5所。", (2022, 1, 1), (2022, 12, 31)),
    ],
)
def test_a_title_that_reports_on_a_part_of_its_year(
    title: str, text: str, start: tuple[int, int, int], end: tuple[int, int, int]
) -> None:
    (found,) = read(f"{title}\n{text}", title=title)
    assert (found.side, found.period_start, found.period_end) == ("outcome", dt.date(*start), dt.date(*end))


def test_aims_are_of_the_time_right_behind_them() -> None:
    text = "三、发展目标\n总体目标是：到“十二五”末，产业规模扩大。\n具体目标是：\n粮食产量达到110万吨。"
    assert [_brief(s) for s in read(text, title="三、发展目标")] == [("target", 110, 2015, 2015)]
    text = "1995年，编制远景目标纲要。\n主要远景目标为，到2010年，生产总值达到750亿元。\n2015年4月2日"
    assert [_brief(s) for s in read(text)] == [("target", 750, 2010, 2010)]


def test_a_look_back_on_a_plan_is_told_when_it_is_over() -> None:
    text = "“十五”期间，云江市交出答卷：五年间，财政收入从九十一亿元到二百零六亿元，年均增长18%；生产总值从2000年的500亿元，到2005年的1000亿元。"
    assert [_brief(s) for s in read(text)] == [
        ("outcome", 206, 2005, 2005),
        ("outcome", 18, 2001, 2005),
        ("outcome", 1000, 2005, 2005),
    ]


def test_planned_over_so_many_years() -> None:
    (found,) = read("2018年，全市林场试点启动，计划8年完成新造林23万亩。", title="")
    assert (_brief(found), found.indicator) == (("target", 23, 2018, 2025), "造林")


def test_works_that_were_set_for_this_year() -> None:
    text = "今年排定的重大工程项目\n■ 民生类安排正式项目29项\n去年成绩单\n■ 重大项目完成投资2510亿元，同比增长5%"
    assert [s.side for s in read(text, title="今年排定的重大工程项目")] == ["target", "outcome", "outcome"]


@pytest.mark.parametrize(
    ("title", "text", "year"),
    [
        # held against a year, begun in one, planned for one: none of them is the year it is told in
        ("", "1-7月，云江市工业增加值增长5%，比2019年1-7月增长20%。", None),
        ("", "2008年开始，我市疏通道路。今年，全市新建停车场5个，已完工。", None),
        ("", "今年，大桥建设加快，预计2027年通车。全市已改造学校5所。", None),
        # so far this year
        ("", "截至8月13日，云江港今年通过货物1亿吨。云江港2026年通过量已达1亿吨。", 2026),
        ("", "截至2026年5月末，全市存款余额30亿元。今年以来，新增贷款2亿元。", 2026),
        # the year that is over, and the one begun with it
        ("", "2024年，全市总值预计增长5%。新的一年，今年全市将新建学校5所。", 2025),
        ("2011云江将开建水库", "今年，全市将新建水库20座。", 2011),
        ("", "二○一○年一月十二日\n今年，全市将新建水库20座。", 2010),
    ],
)
def test_the_year_that_is_meant(title: str, text: str, year: int | None) -> None:
    found = read(f"{title}\n{text}" if title else text, title=title)
    ends = {s.period_end.year if s.period_end else None for s in found}
    assert year in ends
    if year is None:
        assert ends == {None}


def test_a_plan_that_names_only_the_steps_to_come_has_no_year_of_its_own() -> None:
    text = "关于加快工业发展的意见\n一、目标\n2012年，全市工业总产值达600亿元。\n2015年，全市工业总产值达1000亿元。"
    assert [_brief(s) for s in read(text, title="关于加快工业发展的意见", kind="意见")] == [
        ("target", 600, 2012, 2012),
        ("target", 1000, 2015, 2015),
    ]


def test_an_address_bears_the_day_under_its_title() -> None:
    text = "（2003年1月9日）\n各位代表，我代表政府向大会作工作报告，请予审议。\n一、过去五年工作的回顾\n过去的五年，生产总值年均增长8.7%。"
    assert [_brief(s) for s in read(text, title="政府工作报告")] == [("outcome", 8.7, 1998, 2002)]


def test_captions_and_far_years_name_no_time() -> None:
    text = "2015年，全市生产总值24亿元。\n图1：2011-2015年生产总值\n二、农业\n粮食产量4万吨，比上年增长1%。到2018年全面建成小康。"
    found = read(text + "\n2015年，全市林业增加值1亿元。", title="云江市2015年国民经济和社会发展统计公报")
    assert {_brief(s)[2:] for s in found} == {(2015, 2015)}


def test_what_was_reached_by_a_year() -> None:
    (level, grown) = read("到2024年末，全市机构总数达1000个，比上年增加20个。2024年，全市工作有序。")
    assert (level.side, grown.side) == ("outcome", "outcome")


def test_so_much_of_a_plan_was_met() -> None:
    found = read("1-7月，重大项目完成率前二名：甲市计划投资232亿元，完成63%；乙市计划投资59亿元，完成58%。")
    assert [(s.value, s.side) for s in found] == [
        (232, "target"),
        (63, "outcome"),
        (59, "target"),
        (58, "outcome"),
    ]


def test_the_opening_year_of_a_plan_is_one_year() -> None:
    text = "一季度，我市经济在“十五五”开局之年起步有力。财政收入24亿元，同比增长5%。"
    assert {_brief(s)[2:] for s in read(text)} == {(2026, 2026)}


def test_a_page_of_progress_sets_a_task_and_tells_how_far_it_has_come() -> None:
    text = (
        "2021年重点工作上半年完成情况\n一、指标完成情况\n1.引进龙头企业不少于3个。上半年，引进龙头企业2个。签约项目107个。\n"
        "2.新建学校5所。截至6月底，已建成学校2所。"
    )
    assert [(s.side, s.value, s.period_end) for s in read(text, title="2021年重点工作上半年完成情况")] == [
        ("target", 3, dt.date(2021, 12, 31)),
        ("outcome", 2, dt.date(2021, 6, 30)),
        ("outcome", 107, dt.date(2021, 6, 30)),
        ("target", 5, dt.date(2021, 12, 31)),
        ("outcome", 2, dt.date(2021, 6, 30)),
    ]


def test_progress_is_of_the_running_year() -> None:
    text = "我市前八月项目建设\n今年以来，亮点纷呈。\n一、市级项目进展情况\n2018年，全市安排重点项目45个。1-8月完成投资62亿元。"
    assert [(s.side, s.value, s.period_start) for s in read(text, title="我市前八月项目建设")] == [
        ("target", 45, dt.date(2018, 1, 1)),
        ("outcome", 62, dt.date(2018, 1, 1)),
    ]


def test_what_an_aim_is_set_at_is_to_come() -> None:
    text = "2019年2月，各地亮出目标。去年，经济增长7.8%。今年甲省GDP目标均为8%，海南2019年GDP目标由去年的7%上调至7.5%。"
    assert [(s.side, s.value) for s in read(text)] == [("outcome", 7.8), ("target", 8), ("target", 7.5)]
    assert [s.side for s in read("一季度，工业增速6.1%，高于目标2.1个百分点，同比提高。")] == ["outcome"]


@pytest.mark.parametrize(
    "text",
    [
        "报告建议，2008年失业率控制在4.3%左右，廉租住房累计受益家庭达到5万户。",
        "报告建议，2008年排放量在前两年连续下降的基础上下降3%。",
        "报告建议，2008年计划总投资3亿元，同比增长26%。",
    ],
)
def test_sums_and_comparisons_turn_no_aim(text: str) -> None:
    assert {_brief(s)[0] for s in read(text)} == {"target"}
    assert {_brief(s)[3] for s in read(text)} == {2008}


def test_a_plan_told_when_it_ends_was_met() -> None:
    text = "云江“十三五”规划《纲要》预计完成31项指标\n2020-12-24\n记者从市人大常委会会议上获悉，31项指标已完成，累计建成项目50个。\n“十三五”期间，全市生产总值年均增长7.2%；一般公共预算收入60亿元，是2015年的1.5倍。"
    found = read(text, title="云江“十三五”规划《纲要》预计完成31项指标")
    assert {_brief(s)[0] for s in found} == {"outcome"}


def test_ahead_of_time_is_no_span() -> None:
    text = "2009年政府工作报告\n各位代表：请予审议。\n一、2008年工作回顾\n财政收入3亿元，提前两年完成目标；其中地方收入1亿元。"
    assert {_brief(s)[2:] for s in read(text, title="2009年政府工作报告")} == {(2008, 2008)}


def test_what_a_five_year_plan_averages_and_adds_up() -> None:
    text = (
        "“十一五”规划描绘蓝图\n2006年09月08日\n“十一五”末，全市生产总值确保1900亿元。到2010年，财政收入达到260亿元，年均增长15%。"
        "固定资产投资5年累计超过4500亿元，年均增长22%。力争各项目标实现，确保民生改善。"
    )
    found = read(text, title="“十一五”规划描绘蓝图")
    assert [(s.indicator, s.value) for s in found][-2:] == [("固定资产投资", 4500), ("固定资产投资", 22)]
    assert [_brief(s) for s in found] == [
        ("target", 1900, 2010, 2010),
        ("target", 260, 2010, 2010),
        ("target", 15, 2006, 2010),
        ("target", 4500, 2006, 2010),
        ("target", 22, 2006, 2010),
    ]


def test_a_paragraph_that_has_turned_ahead_goes_on_ahead() -> None:
    text = "2017年，全市交通系统攻坚，完成投资29亿元，同比增长25%。\n今年，我市将加快公路建设，实施公路项目6个。建设农村公路75条。"
    found = read(text)
    assert [(s.side, s.value) for s in found][-2:] == [("target", 6), ("target", 75)]
    assert found[-1].period_start == dt.date(2018, 1, 1)


def test_what_goes_on_and_what_was_really_done_look_back() -> None:
    text = "1-5月，产业投资继续加快，工业投资23亿元。新开项目实际开工150个，开工率达85%。"
    assert {s.side for s in read(text, title="1-5月经济运行情况")} == {"outcome"}


@pytest.mark.parametrize(
    ("title", "text", "brief"),
    [
        # the bulletin of a year says what the year was
        (
            "云江县2006年国民经济和社会发展统计公报",
            "2006年是“十一五”规划良好开局的一年。\n一、综合\n2006年全县生产总值11亿元。",
            ("outcome", 11, 2006, 2006),
        ),
        ("", "刚刚过去的1996年是不平常的一年，粮食产量突破1000万吨，比上年增长5%。", ("outcome", 1000, 1996, 1996)),
        ("2011云江市公布为民办实事15件", "实现就业18万人，失业率控制在3%以内。", ("target", 18, 2011, 2011)),
        ("", "1996年，粮食总产量348万吨，比大丰收的上年增产84万吨。", ("outcome", 348, 1996, 1996)),
    ],
)
def test_more_of_which_year(title: str, text: str, brief: tuple[str, float, int, int]) -> None:
    found = read(f"{title}\n{text}" if title else text, title=title)
    assert _brief(found[0]) == brief
    assert all(_brief(s)[3] is not None for s in found)


def test_a_line_that_heads_its_sum() -> None:
    text = "2024年，民生实事全部完成。\n生活污水处理能力提升\n完成投资5亿元，主体完工。\n城乡排水设施建设\n完成投资3亿元，按期完工。"
    assert [(s.indicator, s.value) for s in read(text)] == [
        ("生活污水处理能力提升完成投资", 5),
        ("城乡排水设施建设完成投资", 3),
    ]


def test_a_bulletin_looks_back_upon_its_own_year_and_the_five_that_end_with_it() -> None:
    title = "云江县2000年国民经济和社会发展统计公报"
    text = (
        f"{title}\n2000年是不平凡的一年。一年来，全县生产总值17亿元，比上年增长11%。\n五年间，全县生产总值年均增长10%。"
    )
    assert [_brief(s) for s in read(text, title=title, kind="公报")] == [
        ("outcome", 17, 2000, 2000),
        ("outcome", 11, 2000, 2000),
        ("outcome", 10, 1996, 2000),
    ]


def test_an_assembly_that_hears_the_report_is_told_what_was_reached() -> None:
    text = (
        "云江市人大常委会主任王某主持会议。市长李某作政府工作报告。李某说，2014年，全市实现生产总值781亿元，增长10%。"
    )
    assert [(s.side, s.value) for s in read(text)] == [("outcome", 781), ("outcome", 10)]


def test_months_that_run_over_and_years_that_end_in_a_month() -> None:
    text = "2020年1月至11月底，全市公路共完工136公里。2018年至2020年11月底，公路共完工622公里。"
    assert [(s.period_start, s.period_end) for s in read(text)] == [
        (dt.date(2020, 1, 1), dt.date(2020, 11, 30)),
        (dt.date(2018, 1, 1), dt.date(2020, 11, 30)),
    ]


def test_what_is_planned_for_a_year_beside_what_a_part_of_it_brought() -> None:
    text = (
        "2023年县级重点项目530项，1-6月累计完成投资362亿元，占年计划投资的64%，其中在建项目185项，年度计划投资327亿元。"
    )
    found = {s.value: s for s in read(text)}
    assert (found[64].side, found[327].side) == ("outcome", "target")
    assert found[327].period_end == dt.date(2023, 12, 31)


@pytest.mark.parametrize(
    ("text", "sides"),
    [
        # a text that began with the plan tells what the first quarters brought
        ("今年是“十三五”开局之年，各企业推进项目。前三季度，复工项目52项，完成投资90亿元。", ["outcome", "outcome"]),
        # growth over the same time is told of what was reached
        ("要加快发展，力争新建学校5所。我市港口吞吐量达到2万吨，同比增长2%。", ["target", "outcome", "outcome"]),
        ("去年，全省完成造林10万亩。今年计划造林9万亩。", ["outcome", "target"]),
        ("水利上半年工作总结\n2010年的主要任务是：计划完成水利工程191件。", ["target"]),
        ("发展目标\n2006-06-17\n2001年至2005年，全省将加快发展，新建学校50所。", ["target"]),
    ],
)
def test_more_of_which_way_a_text_looks(text: str, sides: list[str]) -> None:
    title = text.partition("\n")[0] if "\n" in text else ""
    assert [s.side for s in read(text, title=title)] == sides


def test_the_year_of_a_look_back_and_of_a_count() -> None:
    text = "1999年，全省外贸转降为升。在过去的一年，引进外资4亿美元，增长13%。"
    assert {_brief(s)[2:] for s in read(text)} == {(1999, 1999)}
    text = "截至2024年底，全国机构达40万个，床位占比从2020年的48%提升至65%。"
    assert {_brief(s)[2:] for s in read(text)} == {(2024, 2024)}


def test_what_must_be_reached_within_a_plan_looks_ahead() -> None:
    text = "“十二五”期间，全市单位生产总值能耗必须下降19.5%，年均下降率为4.25%。"
    assert [(_brief(s), s.indicator) for s in read(text)] == [
        (("target", 19.5, 2011, 2015), "单位生产总值能耗"),
        (("target", 4.25, 2011, 2015), "单位生产总值能耗"),
    ]
    assert {s.side for s in read("“十二五”期间，全市单位生产总值能耗下降19.5%。")} == {"outcome"}


def test_the_coming_years_are_those_of_the_plan_whose_aims_are_told() -> None:
    text = "市长提出了“十一五”时期的奋斗目标。\n未来五年，全市要努力发展。\n全市生产总值预期年均增长9%。\n2010年能耗比2005年下降20%。"
    assert [_brief(s) for s in read(text)] == [("target", 9, 2006, 2010), ("target", 20, 2010, 2010)]
