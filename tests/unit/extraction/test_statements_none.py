"""Quantities that are no statement: names, thresholds, rules, descriptors, the words of others."""

from __future__ import annotations

import pytest

from orchestration.gazette.extraction.statements.public import is_public
from tests.support.short_documents import short_document
from tests.unit.extraction.test_statements import read


@pytest.mark.parametrize(
    "text",
    [
        "落实“人才新政30条”。",
        "各地普遍在5%以上。",
        "除了青江省的目标在4.5%左右，其他省份都在5%左右。",
        "在前期43个工业项目、新区27个重大项目集中开工基础上，再组织一批项目。",
        "增速与目标相差1个多点。",
        "一批投资50亿元、100亿元以上重大项目落地。",
        "6个国家的领事受邀旁听了会议。",
        "培养出栏50头以上养殖大户。",
        "生产总值居全省第2位，比去年同期提升3位。",
        "评论0人参与。",
        "蔬菜产量位居全国14位。",
        "东山集团10亿元整车生产基地项目落户该县。",
        "验收团分为5个小组对实事工作进行检查。",
        "火箭弹袭击造成1名平民死亡。",
        "提前3个月完成全年22万人计划。",
        "事故造成3人死亡、5人受伤。",
        "农民人均纯收入18 51元。",
        "人均耕地0.1 0公顷。",
        "520名人大代表通过差额票决的方式选出。",
        "林场被列入全国3个重点试点项目之中。",
        "职工总数30人（含）以下的企业暂免征收保障金。",
        "修建长3公里的隧道。",
        "打造“15分钟阅读文化圈”。",
        "完善社区15分钟健身圈。",
        "实施第四期学前教育三年行动计划。",
        "位居全省第3位。",
        "推进3岁以下婴幼儿照护服务发展。",
        "推动300户以上自然村公厕建设。",
        "新增和调整情况（2项）",
        "重点任务落实措施（21项）",
        "办理时限不超过5个工作日。",
        "在事发后30分钟内报告。",
        "起付标准50元。",
        "门诊统筹年度限额300元。",
        "居民医保个人缴费标准为每人每年250元。",
        "对末位县扣减补偿金50万元。",
        "被列为全国26个中心城市。",
        "按50%的报销比例支付。",
        "对年度实际使用外资额超过5000万美元的新上项目给予奖励。",
        "停车场按不低于15%的车位比例建设充电设施。",
        "每人补贴1.5万元。",
        "加快推进沾河至临海、济宁至高平2条高速公路。",
        "国务院提出，今年进出口增长5%左右。",
        "省里要求规上工业增加值增长8%。",
        "国际油价每桶上涨5美元。",
        "住建、水利等12个部门负责人参加会议。",
        "在公布后2年内完成整治。",
        "利用3-5年时间完成清理整治任务。",
        "执行企业研发费用加计扣除75%政策。",
        "建设110千伏输变电工程。",
        "推进年产50万吨新材料项目。",
        "会议应到代表300人。",
        "完善四大景区基础设施。",
        "2022年12月31日前完成。",
        "联系电话：3160330。",
        "出行比例1∶2。",
        "失业率低于4.5%的年度控制目标。",
        "确定6%左右的增长目标。",
        "连续8年保持增长。",
        "建成20万吨级码头。",
        "举办5人制足球赛。",
        "退出全国168个城市空气质量后20名。",
        "竞争力在全国290个地级以上城市中排名第一。",
        "头3个月实现开门红。",
        "建设滨河公园，占地500亩。",
        "落实支持旅游发展十二条措施。",
        "办好青年50人论坛。",
        "完成1%人口抽样调查。",
        "实施大江沿线1公里污染治理。",
        "抓好道路拓宽、管网更新和河道清淤3件事。",
        "推动青原铝业50万吨绿电铝产能置换。",
        "习近平总书记3次来信勉励。",
        "实现翻一番。",
        "日间手术占比=日间手术人次/手术总人次×100%。",
        "仲裁委员会由主任1人、副主任2至4人和委员7人组成。",
        "专用号牌字符共8位。",
        "情节严重的，处洗钱数额百分之五以上百分之二十以下罚金。",
        "以总股本22亿股为基数，每10股派送现金红利1.9元。",
    ],
)
def test_no_statement(text: str) -> None:
    assert read(text) == []


def test_a_text_set_in_articles_states_rules() -> None:
    text = "第一条为规范管理。第二条适用范围。第三条比例不低于70%。第四条主持项目2项以上。"
    assert read(text, title="", kind=None) == []


@pytest.mark.parametrize(
    "title",
    [
        "云江市扬尘管理办法",
        "云江市突发事件应急预案",
        "云江市城乡居民医疗保障待遇规定",
        "关于公布行政许可事项目录的通知",
        "云江市人民政府任免的工作人员名单",
    ],
)
def test_documents_of_rules_state_nothing(title: str) -> None:
    assert read("合格率达到95%以上。补助标准提高到300元。", title=title) == []


def test_the_words_of_a_higher_government_are_not_the_citys() -> None:
    text = "（一）关于“普惠小微企业贷款增长30%以上，基础研究支出增长10.6%”。落实措施：市级科技支出增长8%左右。"
    assert [(s.indicator, s.value) for s in read(text)] == [("市级科技支出", 8)]


@pytest.mark.parametrize(
    "text",
    [
        "世界银行将今年经济增速预期从5%上调至5.4%。",
        "亚行维持明年增长预期在4.8%不变。",
        "研报认为，明年用电量增速可达6%，煤价中枢为600元/吨。",
        "经合组织发布展望报告，上调增长预期。\n新兴经济体今年经济增长有望达到4.6%。",
    ],
)
def test_what_forecasters_foresee_is_nobodys_aim(text: str) -> None:
    assert read(text, title="", kind=None) == []


def test_a_case_between_parties_states_nothing() -> None:
    text = "原告诉称，2015年支付货款20万元。被告辩称，已支付10万元。本院认为，利息为2万元。"
    assert read(text, title="", kind=None) == []
    assert read("购房款合计30万元。", title="李某与甲公司买卖合同纠纷案", kind=None) == []


def test_conditions_are_thresholds_of_a_rule() -> None:
    text = "一、设立协会应当具备下列条件：\n1.有50个以上的会员。\n2.活动资金不少于3万元。\n二、今年新建绿地20公顷。"
    assert [(s.indicator, s.value) for s in read(text)] == [("绿地", 20)]


def test_a_text_about_nothing_public_states_nothing() -> None:
    text = "慢动作：提供4倍慢动作视频拍摄。长按快门，将自动拍摄9张照片并合成，轨迹最多可设4个位置点。"
    loose = short_document("", title="", kind=None, region_name=None, doc_number=None)
    assert not is_public(loose, text * 8)
    assert not is_public(loose, text * 20 + "全市将新建绿地20公顷。")
    assert is_public(loose, "全市将新建绿地20公顷。")


def test_an_article_on_another_country_or_an_estate_states_nothing() -> None:
    loose = short_document("", title="", kind=None, region_name=None, doc_number=None)
    assert not is_public(loose, "卢旺达\n全国发电量提升40%，政府制定了多项措施。" * 8)
    assert not is_public(loose, "某某城楼盘的户型为90平方米，容积率1.3，绿化覆盖率达到30%，均价待定。" * 8)
    assert not is_public(loose, "某某汽车完成5亿元融资，估值29亿元，新车型将在10个城市开启试驾。" * 8)


def test_a_lender_is_no_forecaster() -> None:
    assert [s.value for s in read("争取世界银行贷款5亿元。地区生产总值增长6%。")] == [5, 6]


def test_areas_of_a_land_plan_are_another_family() -> None:
    text = "住宅用地55公顷，占供应总量的20%。确保供应计划执行率达到95%。"
    found = read(text, title="云江市2022年度国有建设用地供应计划")
    assert [(s.indicator, s.value) for s in found] == [("供应计划执行率", 95)]


def test_a_torn_bound_is_not_guessed() -> None:
    assert read("人口自然增长率控制在7.2%，。以内。") == []


def test_text_without_figures() -> None:
    assert read("坚持稳中求进工作总基调，保持经济平稳运行。") == []


def test_the_figures_of_a_title_state_nothing() -> None:
    text = (
        "云江市人民政府办公室关于2006年全市旅游业发展目标对9个县（市）、区分解意见的通知\n2006年计划门票收入3896万元。"
    )
    assert [s.value for s in read(text)] == [3896]
