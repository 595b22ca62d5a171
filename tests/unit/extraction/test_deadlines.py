"""Deadlines: tasks with a last day or a recurrence; what only tells, lasts or bears a rate is none."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.deadlines import find
from orchestration.gazette.records import Deadline, Notice
from tests.support.short_documents import marked


def read(text: str, **fields: Any) -> list[Deadline]:
    return [fact for fact in find(marked(text, **fields)) if isinstance(fact, Deadline)]


def due(text: str, **fields: Any) -> list[tuple[str, str]]:
    return [(fact.task, str(fact.due_date or fact.recurrence)) for fact in read(text, **fields)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各区县要于5月底前完成排查。", [("各区县完成排查", "2021-05-31")]),
        ("2021年6月30日前，各单位将自查报告报市政府办公室。", [("各单位将自查报告报市政府办公室", "2021-06-30")]),
        ("力争年底前建成投用。", [("建成投用", "2021-12-31")]),
        ("原则上12月底前完成整改。", [("完成整改", "2021-12-31")]),
        ("到2023年底，全市建成充电桩5000个。", [("全市建成充电桩5000个", "2023-12-31")]),
        ("总体完成期限为2025年年底前。", [("总体完成期限", "2025-12-31")]),
        ("排查工作于2021年12月底前完成。", [("排查工作完成", "2021-12-31")]),
        ("2022年底前查明污染的分布及其对水质的影响。", [("查明污染的分布及其对水质的影响", "2022-12-31")]),
        ("制定整治方案并进行整改，2022年年底前完成。", [("制定整治方案并进行整改完成", "2022-12-31")]),
        ("措施：（1）2021年12月底前，推动条例宣传工作。", [("推动条例宣传工作", "2021-12-31")]),
        ("延续阶段性政策至2022年4月30日。", [("延续阶段性政策", "2022-04-30")]),
        ("大桥收费处于2021年12月31日停止收费。", [("大桥收费处停止收费", "2021-12-31")]),
        ("其他材料自2021年5月1日起实现免提交。", [("其他材料实现免提交", "2021-05-01")]),
        ("年底，将对供应计划执行情况进行检查。", [("将对供应计划执行情况进行检查", "2021-12-31")]),
        ("明年3月底前完成验收。", [("完成验收", "2022-03-31")]),
        ("展会于9月26日至28日在会展中心举办。", [("展会在会展中心举办", "2021-09-28")]),
        ("申报时间：2021年4月1日至4月30日。", [("申报", "2021-04-30")]),
        ("2021年5月15日17时前提交材料。", [("提交材料", "2021-05-15")]),
        ("最迟不晚于2021年11月15日完成上报。", [("完成上报", "2021-11-15")]),
        ("请各校于3月8日（星期一）上午十点半前报送材料。", [("请各校报送材料", "2021-03-08")]),
        ("请于6月6日下午下班前上报汇总表。", [("请上报汇总表", "2021-06-06")]),
        ("申报材料的截止时间调整为：2021年5月20日。", [("申报材料", "2021-05-20")]),
        ("论文提交的时间调整为：2021年5月6日（周四）—2021年5月20日（周四）。", [("论文提交", "2021-05-20")]),
        ("第一季度完成方案编制。", [("完成方案编制", "2021-03-31")]),
        ("2021年4—6月，集中开展整治。", [("集中开展整治", "2021-06-30")]),
        ("“十四五”末，绿化覆盖率达到43%。", [("绿化覆盖率达到43%", "2025-12-31")]),
        ("新建学校5所。（责任单位：市教育局，完成时限：2021年8月底）", [("新建学校5所", "2021-08-31")]),
        ("6月底和12月底分别报送总结。", [("分别报送总结", "2021-06-30"), ("分别报送总结", "2021-12-31")]),
        (
            "一期6月底前竣工，二期10月底前开工，年底前形成产能。",
            [("一期竣工", "2021-06-30"), ("二期开工", "2021-10-31"), ("形成产能", "2021-12-31")],
        ),
        ("2022年5月底前完成编制，12月底前组织实施。", [("完成编制", "2022-05-31"), ("组织实施", "2022-12-31")]),
        ("每月5日前报送上月进展情况。", [("报送上月进展情况", "monthly")]),
        ("各责任单位于每季度末将进展情况报市政府。", [("各责任单位将进展情况报市政府", "quarterly")]),
        ("根据推进情况按季度公开工作进展。", [("根据推进情况公开工作进展", "quarterly")]),
        ("每年至少组织1次演练。", [("至少组织1次演练", "yearly")]),
        ("每年3月底前公布清单。", [("公布清单", "yearly")]),
        ("会议定于2021年4月8日上午9时召开。", [("会议召开", "2021-04-08")]),
        ("序号 | 任务 | 时限\n1 | 改造学校10所 | 2021年6月底前", [("改造学校10所", "2021-06-30")]),
        (
            "每年2月底前各区县完成考核，3月底前市卫生健康委完成分析。",
            [("各区县完成考核", "yearly"), ("市卫生健康委完成分析", "yearly")],
        ),
        ("各部门于每年2月底前，根据成效提出建议。", [("各部门根据成效提出建议", "yearly")]),
        ("自印发之日起30日内完成备案。", [("完成备案", "2021-04-09")]),
    ],
)
def test_deadlines(text: str, expected: list[tuple[str, str]]) -> None:
    assert due(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "到2025年，绿化率达到43%。",
        "年内完成投资100亿元。",
        "全年组织培训2000人次。",
        "三年内完成改造，5个工作日内答复。",
        "逐年提高，定期通报，常态化开展。",
        "低保标准提高到每人每月720元。",
        "每年补贴资金500万元。",
        "本通知自2021年6月1日起施行，有效期至2026年5月31日。",
        "2020年12月26日，国务院公布了《条例》，自2021年2月1日起施行。",
        "已经市政府2021年3月5日第80次常务会议研究同意。",
        "市政府令第12号（2018年5月3日公布）同时废止。",
        "截至2月底，全市完成投资30亿元。",
        "2020年底，全市共有企业500家。",
        "年末城镇登记失业率为2.3%，低于控制目标。",
        "余额比上年末增长11.8%。",
        "此前已于2021年1月15日前完成首轮排查。",
        "按照《2021年5月底前工作清单》推进。",
        "对2021年3月1日前已受理的申请，按原规定办理。",
        "2021年12月31日前注册的企业可享受优惠。",
        "如二季度推进依旧缓慢，将予以通报。",
        "2021年3月10日",
        "狠抓每月一题专项治理。",
        "5月初组织调研。",
        "本计划期限为2021年1月1日至2021年12月31日。",
        "防汛期为6月1日至9月30日。",
        "2021年6月1日以后发生的费用按新标准执行。",
        "该中心成立于2021年5月1日。",
        "纳入年底效能目标考核体系。",
        "市政府于2021年3月20日主持召开会议听取了汇报。",
        "每年可实现经济效益4200多万元。",
        "执行期限为2021年4月1日至12月31日。",
        "每年4月为爱国卫生月。",
    ],
)
def test_no_deadlines(text: str) -> None:
    assert due(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "市教育局7月20日发布公告表明情况良好。",
        "在4月11日召开的会议上作报告。",
        "两地每年互访游客超过1亿人次。",
        "每年办好十件实事。",
        "上半年实现增长5%。",
    ],
)
def test_news_and_reports_set_none(text: str) -> None:
    assert due(text, kind=None, doc_number=None, title="新闻") == []


def test_a_review_tells_and_a_plan_sets() -> None:
    text = "一、2020年工作回顾\n年底前全部建成。\n二、2021年重点任务\n年底前全部建成。"
    (fact,) = read(text)
    assert fact.start > text.index("二、")


def test_counted_days_say_so() -> None:
    (fact,) = read("自印发之日起10日内报送名单。")
    assert (fact.is_computed, fact.due_date) == (True, dt.date(2021, 3, 20))
    assert read("自印发之日起10日内报送名单。", signed_date=None) == []


def test_without_a_year_no_day_is_made_up() -> None:
    assert read("6月底前完成整改。", doc_year=None, signed_date=None) == []


@settings(deadline=None)
@given(st.integers(4, 12), st.sampled_from(["底前", "底之前", "末前"]))
def test_every_month_end(month: int, words: str) -> None:
    text = f"各单位要在{month}月{words}完成整改。"
    (fact,) = read(text)
    expected = dt.date(2021, month + 1, 1) - dt.timedelta(days=1) if month < 12 else dt.date(2021, 12, 31)
    assert fact.due_date == expected
    assert text[fact.start : fact.end] == text[:-1]


def test_a_day_of_the_year_of_signing_where_the_title_plans_for_the_next() -> None:
    fields = {"title": "关于调整2024年度医保政策的通知", "doc_year": 2023, "signed_date": dt.date(2023, 11, 20)}
    assert due("各县区于2023年12月25日前完成系统调整。", **fields) == [("各县区完成系统调整", "2023-12-25")]


def test_the_day_from_which_a_value_holds_is_no_deadline() -> None:
    assert due("2021年7月1日起，缴存基数上限由27500元调整为28860元。") == []
    assert due("从2021年7月1日起，提高救助标准。") == []


def test_the_day_from_which_a_tax_is_waived_is_no_deadline() -> None:
    assert due("转制企业自2021年7月1日起继续免征五年所得税。") == []


def test_a_label_says_that_a_day_is_the_last() -> None:
    assert due("落实河长制。（完成时限：2021年12月31日；责任单位：县水利局）") == [("落实河长制", "2021-12-31")]
    assert [time for _, time in due("联系电话：12345，截止时间：2021年5月15日。")] == ["2021-05-15"]


def test_days_of_the_month_after_come_round_each_month() -> None:
    assert due("各单位次月5日前填报系统。") == [("各单位填报系统", "monthly")]


def test_what_a_quarters_state_is_called_is_no_duty() -> None:
    assert due("明确每项任务的责任人和每季度的形象进度。") == []


def test_a_letter_to_bodies_prescribes_whatever_its_kind() -> None:
    fields = {"kind": None, "doc_number": None, "title": "", "addressees": ("各县文明办",)}
    assert [time for _, time in due("如实填写统计表，并于4月17日报送至市文明办。", **fields)] == ["2021-04-17"]


def test_a_day_of_spring_in_a_notice_of_december_is_of_the_year_after() -> None:
    fields = {"doc_year": 2019, "signed_date": dt.date(2019, 12, 2)}
    assert due("3月20日前将总结报送县安委办。", **fields) == [("将总结报送县安委办", "2020-03-20")]
    assert [time for _, time in due("最迟不得超过2020年1月20日完成整改。", **fields)] == ["2020-01-20"]


def test_the_day_from_which_a_standard_holds_is_no_deadline() -> None:
    assert due("从2021年4月1日起，我市最低工资标准按省定三类标准执行。") == []


@pytest.mark.parametrize(
    "text",
    [
        "规模较2020年年底增加800个，比“十三五”末提高5个百分点。",
        "1988年1月16日国务院公布",
        "国务院总理5月1日主持召开常务会议。",
        "市场主体从5500万户增长到今年7月底的1.46亿户。",
        "2021年5月1日起，新的条例正式施行。",
        "新华社北京9月9日电（记者赵文）",
        "国务院2022年12月22日（此件公开发布）",
        "对于2022年10月31日以前实施侵占行为的，适用本条。",
        "（二）2022年12月31日以前参加工作，缴费年限满十五年的人员。",
        "2022年1月1日以前领取的旧证件，在有效期内继续有效。",
        "2022年以前，协调委每半年开一次例会。",
        "规定期限自启用之日起至2047年6月30日止。",
    ],
)
def test_dates_that_tell_compare_or_say_whom_set_nothing(text: str) -> None:
    assert [found for found in read(text) if found.recurrence is None] == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2023年底，全国经营主体总量1.8亿户。", []),
        ("2022年底，空间站全面建成。", []),
        ("到2021年底，九成的村收入达到了10万元。", []),
        ("2022年底，博物馆续建工程建成并向公众开放。", []),
        ("到2028年底，我国将建设20个平台。", ["2028-12-31"]),
        ("预计2026年底完成主体工程。", ["2026-12-31"]),
    ],
)
def test_in_news_of_no_known_year_only_what_looks_ahead_is_due(text: str, expected: list[str]) -> None:
    news = {"kind": None, "doc_number": None, "doc_year": None, "signed_date": None, "title": ""}
    assert [time for _, time in due(text, **news)] == expected


def test_what_parties_to_a_case_agreed_is_no_deadline() -> None:
    text = "原告诉称，被告应于2023年6月30日前交房。本院认为，双方约定有效。"
    assert read(text, title="", kind=None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("请于5月20日前完成自查。", ["请于5月20日前完成自查"]),
        ("6月底前完成整改，年底前报送总结。", ["6月底前完成整改", "年底前报送总结"]),
        ("去年12月底前已完成整改。", []),
        ("2024年6月底前完成整改。", []),
    ],
)
def test_a_date_of_no_known_year_is_noticed_not_guessed(text: str, expected: list[str]) -> None:
    found = list(find(marked(text, title="", kind="通知", doc_number=None, doc_year=None, signed_date=None)))
    notices = [notice for notice in found if isinstance(notice, Notice)]
    assert [notice.quote for notice in notices] == expected
    assert all(notice.code == "deadline_without_year" for notice in notices)
    assert len(found) == (1 if "2024" in text else len(expected))


def test_a_text_dated_nowhere_has_the_year_of_its_work() -> None:
    text = "他1984年从大学毕业后在县里工作。各县于10月30日前完成2009年防汛专项行动，并于1月15日前报送总结。"
    found = list(find(marked(text, title="", kind=None, doc_number=None, doc_year=None, signed_date=None)))
    assert [fact.due_date for fact in found if isinstance(fact, Deadline)] == [dt.date(2009, 10, 30)]
    assert [fact.code for fact in found if isinstance(fact, Notice)] == ["deadline_without_year"]


@pytest.mark.parametrize(
    "text",
    ["第四季度报表由各单位提交。", "现对发生在2021年3月30日以前的行为如何适用规定通知如下。"],
)
def test_names_of_periods_and_what_happened_before_a_day_set_nothing(text: str) -> None:
    assert read(text) == []


def test_four_months_of_each_year_are_its_quarters() -> None:
    assert due("每年1、4、7、10月8日之前报送数据。") == [("报送数据", "quarterly")]


@pytest.mark.parametrize(
    "text",
    [
        "2021年7月1日前，利害关系人申请保全措施的，适用修改前的规定。",
        "第二条 2021年7月1日未结案件符合管辖规定的，继续审理。",
        "在2021年7月1日未结案件中，尚未处理的适用本规定。",
    ],
)
def test_when_a_rule_holds_sets_nothing(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("报名工作6月30日结束。", [("报名工作结束", "2021-06-30")]),
        ("标准于2022年6月30日（含）前发布。", [("标准发布", "2022-06-30")]),
        ("每年6月、12月的25日前报送进展。", [("报送进展", "yearly")]),
    ],
)
def test_words_between_a_date_and_what_binds_it(text: str, expected: list[tuple[str, str]]) -> None:
    assert due(text) == expected


def test_a_text_that_divides_the_work_sets_recurring_duties() -> None:
    text = "各牵头单位每月28日前将进展情况报市政府督查室。"
    assert [time for _, time in due(text, title="云州市重点工作分解", kind=None, doc_number=None)] == ["monthly"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10月末，社会融资规模存量为341万亿元。", []),
        ("2021年末我国银行业金融机构总资产379万亿元。", []),
        ("大桥计划2021年底投入运行。", ["2021-12-31"]),
        ("9月底前完成修缮。", ["2021-09-30"]),
    ],
)
def test_news_of_a_known_day_tells_how_things_stood(text: str, expected: list[str]) -> None:
    news = {"kind": None, "doc_number": None, "doc_year": None, "title": "", "signed_date": dt.date(2021, 11, 20)}
    assert [time for _, time in due(text, **news)] == expected


def test_a_last_day_that_a_label_sets_is_no_day_told() -> None:
    text = "企业网上填报截止时间为5月20日18:00，县区审核截止日期为5月25日。"
    assert [fact.due_date for fact in read(text)] == [dt.date(2021, 5, 20), dt.date(2021, 5, 25)]


def test_what_each_year_s_report_is_due_by_comes_round() -> None:
    text = "各镇每季度后5日内上报季报。各镇于次年2月10日前上报数据，按照本实施细则核算。县统计局于3月底前将年度总结报告报送市统计局。各镇于6月底前完成整改。"
    found = read(text, title="", kind=None, doc_number=None, doc_year=None, signed_date=None)
    assert [(fact.due_date, fact.recurrence) for fact in found] == [
        (None, "quarterly"),
        (None, "yearly"),
        (None, "yearly"),
    ]


def test_a_scheme_without_its_head_prescribes() -> None:
    text = "2019年清河专项行动成效明显。\n四、时间安排\n各镇分别于5月底和8月底报送阶段总结。"
    found = read(text, title="", kind=None, doc_number=None, doc_year=None, signed_date=None)
    assert [fact.due_date for fact in found] == [dt.date(2019, 5, 31), dt.date(2019, 8, 31)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("体育公园8月竣工，10月投入使用。", ["2021-08-31", "2021-10-31"]),
        ("年底逐项对账销号。", ["2021-12-31"]),
        ("年底对账情况作为依据。", []),
        ("9月份以前完成采购。", ["2021-08-31"]),
        ("于3、6、9、12月的25日前报送进展。", ["quarterly"]),
        ("1月、2月、3月、4月的数据另行下达。", []),
        ("每月最低工资标准为1700元。", []),
        ("完善机制。[完成时限：2021年6月]", ["2021-06-30"]),
        ("补贴由按季度调整为按月发放。", ["monthly"]),
    ],
)
def test_months_of_works_and_quarters_and_what_recurs(text: str, expected: list[str]) -> None:
    assert [when for _, when in due(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("年底前，围绕重点工作，组织一次评估。", [("围绕重点工作，组织一次评估", "2021-12-31")]),
        ("到2022年底前，在总结经验的基础上，全面推开。", [("在总结经验的基础上，全面推开", "2022-12-31")]),
        ("于6月30日前，将方案经负责人审定后，报市政府。", [("将方案经负责人审定后，报市政府", "2021-06-30")]),
        ("请各地于每月5日、15日、25日前，报送进度。", [("请各地报送进度", "monthly")]),
        ("每季度末（分别在3月、6月、9月和12月底），报送进度。", [("报送进度", "quarterly")]),
        (
            "加大放权力度，做到应放尽放。（牵头单位：市审批局；责任单位：市司法局，6月底完成）",
            [("做到应放尽放", "2021-06-30")],
        ),
        ("请于4月20日（星期二）前报送。", [("请报送", "2021-04-20")]),
        ("公园8月份开工建设。", [("公园开工建设", "2021-08-31")]),
        ("项目计划于今年年底完工。", [("项目计划完工", "2021-12-31")]),
        ("2021年12月底前，未完成整改的，一律关停。", [("未完成整改的，一律关停", "2021-12-31")]),
        ("全市按季度调度，按年度考核。", [("全市调度", "quarterly"), ("考核", "yearly")]),
        (
            "新建学校5所。\n责任单位：市教育局；配合单位：市财政局，完成时间：2021年12月。",
            [("新建学校5所", "2021-12-31")],
        ),
        (
            "新建学校5所。责任领导：张三　责任单位：市教育局　完成时限：2021年10月底前",
            [("新建学校5所", "2021-10-31")],
        ),
        ("1.按月度报送情况，按年度报送工作总结。", [("报送情况", "monthly"), ("报送工作总结", "yearly")]),
    ],
)
def test_a_task_is_said_in_full(text: str, expected: list[tuple[str, str]]) -> None:
    assert due(text) == expected


NEWS: dict[str, Any] = {"kind": None, "doc_number": None, "doc_year": None, "signed_date": None}


@pytest.mark.parametrize(
    ("text", "title", "expected"),
    [
        ("2022年，全市将新建公路。云山至云水段年底建成通车。", "交通工作", []),
        ("2022年，全市将新建公路，云山至云水段年底建成通车。", "交通工作", ["2022-12-31"]),
        ("今年养老金上调，据《关于2023年调整养老金的通知》，7月底前将发放到位。", "养老金", ["2023-07-31"]),
        (
            "一、2022年工作开展情况\n目前进度达80%，预计年底前完成主体工程。\n二、2023年工作思路\n计划年底前开工。",
            "云水区水利局2022年工作总结及2023年工作思路",
            ["2022-12-31", "2023-12-31"],
        ),
        ("要求城市低保金按月发放，农村低保金按季度发放。", "低保", ["monthly", "quarterly"]),
        ("有条件的地方可以按月发放。", "低保", []),
        ("2023年底，预计到2023年年底完成道路施工。", "道路", ["2023-12-31"]),
    ],
)
def test_news_and_summaries_set_what_is_ahead_in_their_own_year(text: str, title: str, expected: list[str]) -> None:
    assert [when for _, when in due(text, title=title, **NEWS)] == expected


@pytest.mark.parametrize(
    ("text", "fields"),
    [
        ("2005年末，全区共有学校152所。", {"kind": "公报", "title": "云水区2005年统计公报"}),
        ("在2021年2月26日全省工作会议上，我市作了发言。", {}),
        ("常委会第六次会议于2021年3月10日依法补选王某某为代表。", {}),
        ("到2014年末，全市绿地面积达到16000公顷。2014年，公园新增3座。", {"title": "城市建设", **NEWS}),
        ("上半年全县生产总值完成11亿元。", {"title": "云水县人大常委会关于2021年上半年计划执行情况的审查意见"}),
        ("到2021年底，全县实现全覆盖。", {"kind": "公报", "title": "云水县2021年统计公报"}),
        ("2021年3月底，全市共有企业500家。", {}),
        ("预计至6月底，全县生产总值达14亿元。", {"title": "云水县2021年上半年经济社会发展情况的报告", "kind": "报告"}),
        ("过渡期至2021年12月31日。", {}),
        ("符合按月领取养老金条件的人员可以申请。", {}),
        ("自2021年7月1日起，符合条件的老人，护理补贴标准调整为每人每月300元。", {}),
        ("今年3月26日之前，他已将该职务交卸。", {}),
    ],
)
def test_what_was_held_or_reached_or_is_given_sets_nothing(text: str, fields: dict[str, Any]) -> None:
    assert due(text, **fields) == []
