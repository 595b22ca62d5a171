"""What an act says beside person and post: probation, secondment, aliases, automatic ends, who decided and when."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.appointments import find
from orchestration.gazette.language.characters import is_traditional
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Appointment, Document, Notice


def document(text: str) -> Document:
    return Document("t/1", "t", 1, None, "", text, traditional=is_traditional(text))


def rows(text: str) -> list[Appointment]:
    return [fact for fact in find(MarkedText(document(text))) if isinstance(fact, Appointment)]


def notices(text: str) -> list[Notice]:
    return [fact for fact in find(MarkedText(document(text))) if isinstance(fact, Notice)]


def only(text: str) -> Appointment:
    (act,) = rows(text)
    return act


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("（试用期一年）", 12),
        ("（试用期1年）", 12),
        ("（试用期：一年）", 12),
        ("（试用期为一年）", 12),
        ("（试用一年）", 12),
        ("（试用期六个月）", 6),
        ("（试用期半年）", 6),
        ("，试用期一年", 12),
        ("，试用期两年", 24),
        ("", None),
        ("（试用期满）", None),
    ],
)
def test_probation(words: str, months: int | None) -> None:
    assert only(f"任命陈东海为云州市商务局副局长{words}。").probation_months == months


@pytest.mark.parametrize(
    ("words", "months", "remark"),
    [
        ("（挂职时间为一年）", 12, None),
        ("（挂职两年）", 24, None),
        ("（挂职）", None, "挂职"),
        ("，挂职时间一年", 12, None),
        ("（挂职期限18个月）", 18, None),
    ],
)
def test_secondment(words: str, months: int | None, remark: str | None) -> None:
    act = only(f"任命陈东海为云州市人民政府副市长{words}。")
    assert (act.secondment_months, act.remark, act.post) == (months, remark, "副市长")


def test_probation_after_two_posts_goes_to_both_but_a_bracket_to_its_own() -> None:
    both = rows("委派陈东海任云州机场集团有限公司财务总监、董事，试用期一年；")
    assert [act.probation_months for act in both] == [12, 12]
    first, second = rows("任命陈东海为云州高新区管理委员会副主任（兼职）、云州保税区管理委员会主任（试用期一年）。")
    assert (first.is_concurrent, first.probation_months) == (True, None)
    assert (second.is_concurrent, second.probation_months) == (False, 12)


def test_probation_for_all_above() -> None:
    text = "任命：\n陈东海为云州市商务局副局长；\n林小满为云州市体育局副局长。\n以上人员试用期均为一年。"
    assert [act.probation_months for act in rows(text)] == [12, 12]


def test_probation_stays_null_where_it_is_ended() -> None:
    act = only("省政府决定免去陈东海的省经济促进中心副主任职务（终止试用期）。")
    assert (act.action, act.probation_months, act.remark) == ("remove", None, "终止试用期")
    act = only("终止陈东海同志的云州市林业局副局长试用期。")
    assert (act.action, act.probation_months, act.remark) == ("remove", None, "终止试用期")


@pytest.mark.parametrize(
    ("text", "concurrent"),
    [
        ("免去陈东海兼任的外事部部长职务。", [True]),
        ("免去陈东海的云州开发区管委会副主任职务（兼职）。", [True]),
        ("任命陈东海为云州市水利局局长兼云州市河长制办公室主任。", [False, True]),
        ("任命陈东海为云州市水利局局长（兼）。", [True]),
        ("任命陈东海为云州市水利局局长。", [False]),
        ("免去陈东海的外事部部长职务。", [False]),
    ],
)
def test_concurrent_only_where_printed(text: str, concurrent: list[bool]) -> None:
    assert [act.is_concurrent for act in rows(text)] == concurrent


def test_posts_joined_after_the_word_are_all_held_beside_another() -> None:
    text = "任命名单：陈东海同志兼任县审批局党组书记、局长职务。"
    assert [act.is_concurrent for act in rows(text)] == [True, True]


def test_aliases_of_body_and_post() -> None:
    act = only("免去陈东海的云州市行政审批服务局（云州市政务服务管理办公室）副局长（副主任）职务。")
    assert (act.organization, act.organization_alias) == ("云州市行政审批服务局", "云州市政务服务管理办公室")
    assert (act.post, act.post_alias) == ("副局长", "副主任")


def test_a_bracket_inside_a_name_is_no_alias() -> None:
    act = only("任命陈东海为云州市水务（集团）有限公司总经理。")
    assert (act.organization, act.organization_alias) == ("云州市水务（集团）有限公司", None)


def test_posts_that_end_with_their_body() -> None:
    act = only("免去：\n陈东海的原云州市安全生产监察支队支队长职务自然免除；")
    assert (act.organization, act.is_automatic, act.is_former_organization) == ("云州市安全生产监察支队", True, True)
    act = only("任命陈东海为原阳县商务局局长。")
    assert (act.organization, act.is_former_organization) == ("原阳县商务局", False)
    assert not only("免去陈东海的云州市商务局局长职务。").is_automatic


def test_posts_that_lapse_with_another() -> None:
    first, second = rows("陈东海的省人大常委会委员、财政经济委员会委员职务相应终止。")
    assert first.is_automatic
    assert second.is_automatic


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("任命陈东海（女）为云州市商务局局长。", "女"),
        ("任命陈东海（女，回族）为云州市商务局局长。", "女，回族"),
        ("免去陈东海的云州市审计中心主任（升格前）职务；", "升格前"),
        ("推荐陈东海任云州城投集团有限公司董事长。", "推荐"),
        ("决定撤销陈东海的云州市商务局局长职务。", "撤销"),
        ("接受陈东海辞去云州市副市长职务的请求。", "辞去"),
        ("决定接受陈东海因工作变动辞去云州市副市长职务的请求。", "辞去；因工作变动"),
        ("接受陈东海因年龄原因辞去省人大农业委员会主任委员职务。", "辞去；因年龄原因"),
        ("决定免去陈东海的省人民政府副省长职务（系职务变动）。", "职务变动"),
        ("陈东海不再担任云州剧院副院长职务。", "不再担任"),
        ("任命陈东海为云州市商务局副局长（正处级）。", "正处级"),
        ("会议决定陈东海为云州市中级人民法院代理院长。", "代理"),
        ("任命陈东海为云州市商务局局长。", None),
    ],
)
def test_remark_holds_the_printed_word(text: str, remark: str | None) -> None:
    assert only(text).remark == remark


@pytest.mark.parametrize(
    ("text", "remark"),
    [
        ("提请任命陈东海为云州市商务局局长。", "提请任命"),
        ("2023年5月4日，市长吴大江提请任命陈东海为云州市商务局局长。", "提请任命"),
        ("提名陈东海为云州市人民政府市长候选人。", "提名"),
        ("陈东海提出辞去云州市副市长职务。", "提出辞去"),
    ],
)
def test_a_motion_has_no_decision(text: str, remark: str) -> None:
    act = only(text)
    assert (act.remark, act.decided_by, act.decision_date) == (remark, None, None)


def test_what_is_laid_before_a_meeting_is_a_motion_in_one_sentence_too() -> None:
    acts = rows("主任会议提请：任命陈东海为市财政局局长；免去林小满的市审计局局长职务。")
    assert [act.remark for act in acts] == ["提请任命", "提请免去"]
    assert rows("根据市长的提请：会议决定任命陈东海为市财政局局长。")[0].remark is None


def test_a_motion_beside_a_decision_stays_a_motion() -> None:
    text = "经云海省委研究决定，免去陈东海的云钢集团党委书记职务，建议免去其云钢集团董事长职务。"
    first, second = rows(text)
    assert (first.remark, first.decided_by) == (None, "云海省委")
    assert (second.remark, second.decided_by, second.post) == ("建议免去", None, "董事长")


def test_a_meeting_that_is_not_named_is_not_the_one_before() -> None:
    text = "市委研究决定，免去林小满的云钢集团董事长职务。\n在随后召开的董事会会议上，选举陈东海为云钢集团董事长。"
    assert [act.decided_by for act in rows(text)] == ["市委", None]


def test_a_decision_on_a_motion_is_a_decision() -> None:
    act = only("根据市长吴大江的提请，云州市人大常委会2023年5月4日决定任命陈东海为云州市商务局局长。")
    assert (act.remark, act.decided_by, act.decision_date) == (None, "云州市人大常委会", dt.date(2023, 5, 4))


def test_what_was_offered_and_then_passed_is_one_removal() -> None:
    text = "陈东海因工作变动，提出辞去云州市副市长职务的请求。会议决定接受陈东海辞去云州市副市长职务的请求。"
    act = only(text)
    assert (act.action, act.remark) == ("remove", "辞去；因工作变动")


DECISIONS = [
    (
        "3日，组织部门负责同志在云海大学宣布了中共云海省委的任免决定，陈东海担任云海大学党委书记。",
        ("中共云海省委", None),
    ),
    (
        "云海省人大常委会第十次会议举行第二次全体会议，会议表决通过人事任免事项，任命陈东海为云海省政府秘书长。",
        ("云海省人大常委会第十次会议", None),
    ),
    (
        "日前，中共云海省委决定：对云州市委主要负责同志职务进行调整。任命陈东海为云州市委书记。",
        ("中共云海省委", None),
    ),
    (
        "昨日，县人大常委会在云州镇举行第五次会议，会议通过接受陈东海辞去县人民政府县长职务的决定。",
        ("县人大常委会第五次会议", None),
    ),
    ("经云海省委常委会八月五日研究决定，免去陈东海的云海钢铁集团党委书记职务。", ("云海省委常委会", None)),
    (
        "2021年3月30日，经云州市第十五届人民代表大会常务委员会第四十五次会议决定，任命：\n陈东海为云州市商务局局长。",
        ("云州市第十五届人民代表大会常务委员会第四十五次会议", dt.date(2021, 3, 30)),
    ),
    ("市人民政府决定，任命：\n陈东海为云州市档案馆馆长；", ("市人民政府", None)),
    ("国务院2022年4月7日决定：免去李家乐的政务司司长职务。", ("国务院", dt.date(2022, 4, 7))),
    ("2010年1月4日，中国国务院免去了陈东海的外交部副部长的职务。", ("国务院", dt.date(2010, 1, 4))),
    (
        "任命名单\n（2018年3月21日第十三届云海代表大会常务委员会第一次会议通过）\n任命陈东海为第十三届云海代表大会副秘书长。",
        ("第十三届云海代表大会常务委员会第一次会议", dt.date(2018, 3, 21)),
    ),
    (
        "8月13日上午，区十届人大常委会第三十六次会议在区会议室召开。会议任命陈东海为区人民政府副区长。",
        ("区十届人大常委会第三十六次会议", None),
    ),
    (
        "2月19日，县人大常委会召开第二十八次会议。会议经表决，任命陈东海为县教育局局长。",
        ("县人大常委会第二十八次会议", None),
    ),
    ("经市政府研究决定：\n陈东海同志任云州市商务局局长。", ("市政府", None)),
    ("云州市人民政府关于陈东海同志任职的通知\n任命陈东海为云州市商务局局长。", ("云州市人民政府", None)),
    ("据云州日报2023年5月6日讯，任命陈东海为云州市商务局局长。", (None, None)),
    ("任命陈东海为云州市商务局局长。\n云州市人民政府\n2021年4月2日", (None, None)),
    (
        "市人大常委会第八次会议结束\n云州市第十三届人大常委会第八次会议昨日结束。会议决定任命陈东海为市政府副市长。",
        ("云州市第十三届人大常委会第八次会议", None),
    ),
    (
        "云州日报讯云州市人大常委会第二次会议\n发布时间2023-01-0820:20\n云州市人大常委会第三次会议1月8日举行。会议决定任命陈东海为云州市商务局局长。",
        ("云州市人大常委会第三次会议", dt.date(2023, 1, 8)),
    ),
    (
        "市长陈东海辞职2021年12月27日来源：海报12月27日，云州市人大常委会第八次会议召开。会议任命林小满为云州市副市长。",
        ("云州市人大常委会第八次会议", dt.date(2021, 12, 27)),
    ),
    (
        "国家主席任免大使\n通讯社北京4月2日电 国家主席根据海国代表大会常务委员会\n的决定任免下列驻外大使：\n任命陈东海为驻海国大使。",
        ("海国代表大会常务委员会", None),
    ),
    (
        "海通社2021年12月27日讯\n12月27日，云海省十三届人大常委会第八次会议决定免去陈东海的云海省审计厅厅长职务。",
        ("云海省十三届人大常委会第八次会议", dt.date(2021, 12, 27)),
    ),
]


@pytest.mark.parametrize(("text", "decision"), DECISIONS)
def test_who_decided_and_when(text: str, decision: tuple[str | None, dt.date | None]) -> None:
    act = rows(text)[0]
    assert (act.decided_by, act.decision_date) == decision


def test_dated_lists_in_one_document() -> None:
    text = (
        "云州市人民政府任免的工作人员名单\n二○二一年四月一日\n"
        "2021年3月30日，经云州市第十五届人大常委会第四十五次会议决定，任命：\n陈东海为云州市商务局局长。\n"
        "二〇二一年四月三十日\n市人民政府决定，任命：\n林小满为云州市档案馆馆长；\n免去：\n周一鸣的云州市档案馆馆长职务。"
    )
    first, second, third = rows(text)
    assert (first.listed_date, first.decision_date) == (dt.date(2021, 4, 1), dt.date(2021, 3, 30))
    assert (second.listed_date, second.decision_date) == (dt.date(2021, 4, 30), None)
    assert (second.decided_by, third.decided_by) == ("市人民政府", "市人民政府")
    assert [act.action for act in (first, second, third)] == ["appoint", "appoint", "remove"]


def test_an_act_told_twice_is_one_row_at_its_fullest() -> None:
    text = "陈东海任工信部副部长\n5月4日，国务院任免国家工作人员。任命陈东海为工业和信息化部副部长。"
    act = only(text)
    assert (act.organization, act.rule_id) == ("工业和信息化部", "appointments.appoint_clause")


def test_two_persons_of_one_name_and_two_posts_stay_two_rows() -> None:
    assert len(rows("任命：\n王静为云州市商务局副局长；\n王静为云州市体育局副局长。")) == 2
    assert len(rows("任命：\n王静为云州市商务局局长。\n免去：\n王静的云州市商务局局长职务。")) == 2


def test_links_of_a_web_page_are_not_its_text() -> None:
    assert rows("任命陈东海为云州市商务局局长。\n相关阅读\n林小满任云州市副市长")[0].person_name == "陈东海"
    assert len(rows("任命陈东海为云州市商务局局长。\n相关阅读\n林小满任云州市副市长")) == 1


def test_unclear_acts_become_notices_not_rows() -> None:
    text = "任命：\n新一批干部为云州市商务局局长。"
    assert rows(text) == []
    assert [notice.code for notice in notices(text)] == ["name_unclear"]
    text = "免去陈东海的云州市商务局某处所领导岗位相关职务。"
    assert rows(text) == []
    assert [notice.code for notice in notices(text)] == ["act_unclear"]


def test_quotes_hold_the_name_and_the_post_as_printed() -> None:
    text = "會議決定任命陳東海、林小滿爲廣海省衛生廳副廳長，並予公布。"
    for act in rows(text):
        quote = text[act.start : act.end]
        assert act.person_name in quote
        assert quote.endswith(act.post)


_SURNAMES = st.sampled_from(list("陈林周吴王李张刘"))
_GIVEN = st.text(alphabet=list("东海小满一鸣大江文山静明建国红梅"), min_size=1, max_size=2)
_POSTS = st.sampled_from(["云州市商务局局长", "云州市人民政府副市长", "县人民法院审判员", "云州大学党委书记"])


@settings(deadline=None)
@given(st.lists(st.tuples(st.builds(str.__add__, _SURNAMES, _GIVEN), _POSTS), min_size=1, max_size=6, unique=True))
def test_a_list_gives_a_row_for_each_item(items: list[tuple[str, str]]) -> None:
    text = "任命：\n" + "；\n".join(f"{name}为{post}" for name, post in items) + "。"
    assert [(act.person_name, f"{act.organization}{act.post}") for act in rows(text)] == items


@settings(deadline=None)
@given(st.text(alphabet=list("任命免去王静为的职务局长市，。、；：\n（）辞接受请求"), max_size=60))
def test_any_text_is_read_without_harm_and_quotes_hold(text: str) -> None:
    for act in rows(text):
        assert act.person_name in text[act.start : act.end].replace(" ", "")
        assert act.post in text[act.start : act.end].replace(" ", "")


def test_a_heading_date_joined_to_the_line_above_still_heads_the_list_below() -> None:
    text = (
        "任免名单\n二○二一年四月一日\n任命：\n陈东海为云州市商务局局长。二○二一年四月三十日\n"
        "任命：\n林小满为云州市档案馆馆长。"
    )
    assert [act.listed_date for act in rows(text)] == [dt.date(2021, 4, 1), dt.date(2021, 4, 30)]


def test_like_names_of_bodies_are_not_repeats() -> None:
    assert len(rows("任命陈东海为云州港集团董事长、云州港集团物流公司董事长。")) == 2
    assert len(rows("任命：\n陈东海为县人大常委会主任；\n陈东海为县人大常委会办公室主任。")) == 2
    assert len(rows("决定任命陈东海为云海省副省长。会议任命陈东海为云海省人民政府副省长。")) == 1
    assert len(rows("任命陈东海为全国人大财经委副主任委员。会上任命陈东海为全国人大财政经济委员会副主任委员。")) == 1


@pytest.mark.parametrize("width", [7, 9, 12, 15, 16, 21, 30])
def test_items_broken_over_lines_read_the_same(width: int) -> None:
    items = [
        "陈东海为云州高新技术产业开发区管理委员会副主任（兼职）、云州综合保税区管理委员会主任；",
        "林小满为云州市行政审批服务局（云州市政务服务管理办公室）副局长（副主任）（试用期一年）；",
        "周一鸣为云州市人民政府国有资产监督管理委员会主任。",
    ]
    broken = ["\n".join(item[at : at + width] for at in range(0, len(item), width)) for item in items]
    text = "任命：\n" + "\n".join(broken) + "\n云州市人民政府\n2021年4月2日"
    whole = rows("任命：\n" + "\n".join(items) + "\n云州市人民政府\n2021年4月2日")
    read = rows(text)
    assert [(act.person_name, act.organization, act.post, act.probation_months) for act in read] == [
        (act.person_name, act.organization, act.post, act.probation_months) for act in whole
    ]
    assert all(text[act.start : act.end].replace("\n", "").startswith(act.person_name) for act in read)


def test_lines_that_end_without_a_mark_stay_apart() -> None:
    text = "任免：\n陈东海任云州市教育局局长\n林小满任云州市体育局局长\n云州市人民政府\n特此通知。"
    assert [act.organization for act in rows(text)] == ["云州市教育局", "云州市体育局"]


@pytest.mark.parametrize("cut", ["议", "命", "云州市", "教育局", "去张", "的云州"])
def test_running_text_broken_inside_an_act_reads_the_same(cut: str) -> None:
    text = "3月4日，云州市人大常委会第三次会议召开。会议决定任命陈东海为云州市教育局局长；免去张平安的云州市体育局局长职务。"
    at = text.index(cut, 21) + len(cut)
    broken = f"云州市任免局长\n{text[:at]}\n{text[at:]}\n会议由主任吴大江主持。"
    assert [(act.action, act.person_name, act.organization, act.decided_by) for act in rows(broken)] == [
        ("appoint", "陈东海", "云州市教育局", "云州市人大常委会第三次会议"),
        ("remove", "张平安", "云州市体育局", "云州市人大常委会第三次会议"),
    ]


def test_an_act_told_again_without_its_body_is_no_row_of_its_own() -> None:
    text = "会议任命陈东海为云州市人民政府副市长、代理市长。会议通过关于副市长陈东海代理市长的决定。"
    assert [(act.organization, act.post) for act in rows(text)] == [
        ("云州市人民政府", "副市长"),
        ("云州市人民政府", "代理市长"),
    ]
