"""Recognitions: the names of published lists, in order."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.extraction.recognitions import find
from orchestration.gazette.records import Recognition
from tests.support.short_documents import marked

TITLE = "云州市人民政府关于公布2020年度市级示范企业名单的通知"


def read(text: str, **fields: Any) -> list[Recognition]:
    return [fact for fact in find(marked(text, **({"title": TITLE} | fields))) if isinstance(fact, Recognition)]


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        ("2020年度示范企业名单（3家）\n甲公司\n乙厂\n丙合作社", "2020年度示范企业名单", "甲公司 乙厂 丙合作社"),
        ("2020年度示范企业名单\n（共3家）\n甲公司\n乙厂\n丙合作社", "2020年度示范企业名单", "甲公司 乙厂 丙合作社"),
        ("先进集体名单（2个）\n1.市教育局\n2.市财政局", "先进集体名单", "市教育局 市财政局"),
        ("先进集体名单\n1、市教育局\n2、市财政局", "先进集体名单", "市教育局 市财政局"),
        ("示范企业名单（排名不分先后）\n（一）甲公司\n（二）乙公司", "示范企业名单", "甲公司 乙公司"),
        ("云州市劳动模范名单（4人）\n张三、李四、王小五、欧阳明", "云州市劳动模范名单", "张三 李四 王小五 欧阳明"),
        ("云州市劳动模范名单\n张三 李四 王小五\n赵六 钱七", "云州市劳动模范名单", "张三 李四 王小五 赵六 钱七"),
        ("先进个人名单\n张三 市教育局局长\n李四 东山区干部", "先进个人名单", "张三 李四"),
        (
            "获奖名单\n一等奖（1项）：甲项目、乙项目\n二等奖（2项）：丙项目、丁项目",
            "获奖名单",
            "甲项目 乙项目 丙项目 丁项目",
        ),
        (
            "先进集体和先进个人名单\n一、先进集体\n东山区林业局 西河区林业局 南湖县林业局\n二、先进个人\n李四 东山区林业局\n王小五 西河区林业局",
            "先进集体和先进个人名单",
            "东山区林业局 西河区林业局 南湖县林业局 李四 王小五",
        ),
        ("先进个人名单\n李敏东山县招商中心主任\n欧阳志远市教育局局长", "先进个人名单", "李敏 欧阳志远"),
        (
            "模范集体名单\n中共东山区教育局委员会\n西河区居民委员会",
            "模范集体名单",
            "中共东山区教育局委员会 西河区居民委员会",
        ),
        (
            "人大代表建议办理先进单位名单\n一、先进单位5个（排名不分先后）\n东山区政府 市水务局 市农业局\n市财政局 市教育局",
            "人大代表建议办理先进单位名单",
            "东山区政府 市水务局 市农业局 市财政局 市教育局",
        ),
        (
            "非遗项目名录\n一、美术（1项）\n序号 | 项目名称 | 申报地区\n1 | 云州剪纸 | 东山区\n二、舞蹈（1项）\n序号 | 项目名称 | 申报地区\n2 | 西河秧歌 | 西河区",
            "非遗项目名录",
            "云州剪纸 西河秧歌",
        ),
        ("示范社名单\n一、东山区（2家）\n甲社\n乙社\n二、西河区（1家）\n丙社", "示范社名单", "甲社 乙社 丙社"),
        ("示范企业名单\n甲公司\n乙公司\n云州市人民政府办公室\n2021年3月1日印发", "示范企业名单", "甲公司 乙公司"),
        ("示范企业名单\n甲公司\n乙公司\n附件：申报表", "示范企业名单", "甲公司 乙公司"),
        ("示范企业名单\n甲公司\n乙公司\n希望以上企业再接再厉，作出贡献。", "示范企业名单", "甲公司 乙公司"),
        ("现将2020年度优秀企业名单公布如下：\n甲公司\n乙公司", "2020年度优秀企业名单", "甲公司 乙公司"),
        ("示范企业名单如下：甲公司、乙公司、丙公司。", "示范企业名单", "甲公司 乙公司 丙公司"),
        (
            "非物质文化遗产代表性项目名录\n序号 | 项目名称 | 申报地区\n1 | 云州剪纸 | 东山区\n2 | 西河秧歌 | 西河区",
            "非物质文化遗产代表性项目名录",
            "云州剪纸 西河秧歌",
        ),
        (
            "示范企业名单\n序号 | 企业名称 | 序号 | 企业名称\n1 | 甲公司 | 2 | 乙公司\n3 | 丙公司 | 4 | 丁公司",
            "示范企业名单",
            "甲公司 乙公司 丙公司 丁公司",
        ),
    ],
)
def test_lists(text: str, title: str, names: str) -> None:
    facts = read(text)
    assert [fact.name for fact in facts] == names.split(" ")
    assert {fact.list_title for fact in facts} == {title}
    assert [fact.ordinal for fact in facts] == list(range(1, len(facts) + 1))
    assert all(text[fact.start : fact.end] == fact.name for fact in facts)


@pytest.mark.parametrize(
    "text",
    [
        "云州市领导小组成员名单\n组长：张三\n副组长：李四",
        "撤销示范企业名单\n甲公司\n乙公司",
        "失信被执行人名单\n甲公司\n乙公司",
        "市重点排污单位名录\n甲公司\n乙公司",
        "参会人员名单\n张三\n李四",
        "示范企业名单实行动态管理。\n各级要支持名单内企业。",
        "（责任单位：市教育局、市财政局）",
    ],
)
def test_no_lists(text: str) -> None:
    assert read(text) == []


def test_appointments_are_no_list() -> None:
    assert read("云州市人民政府任免的工作人员名单\n张三为市教育局局长\n李四为副局长", kind="任免") == []


AWARD = "云州市人民政府关于表彰先进单位和先进个人的通报"


@pytest.mark.parametrize(
    "text",
    [
        "一、先进单位（2个）：\n市教育局\n市公安局\n二、先进个人（3名）：\n市政府办公室 李勇平\n市民政局徐新平\n何建红（市监察局）\n"
        "希望受表彰的单位再接再厉。",
        "一、先进单位（2个）： 市教育局 市公安局\n二、先进个人（3名）： 市政府办公室 李勇平 市民政局 徐新平 市监察局 何建红",
        "（一）先进单位（2个）\n1.市教育局\n2.市公安局\n（二）先进个人（3名）\n李勇平 徐新平 何建红",
    ],
)
def test_an_award_lists_its_groups(text: str) -> None:
    assert [(fact.list_title, fact.ordinal, fact.name) for fact in read(text, title=AWARD)] == [
        ("先进单位", 1, "市教育局"),
        ("先进单位", 2, "市公安局"),
        ("先进个人", 1, "李勇平"),
        ("先进个人", 2, "徐新平"),
        ("先进个人", 3, "何建红"),
    ]
    assert read(text, title="关于加强工作的通知") == []


def test_a_group_of_one_and_prose_with_a_count() -> None:
    facts = read("（一）一等奖（1项）\n甲技术研究\n（二）二等奖（2项）\n乙研究\n丙研究", title="关于科学技术奖励的决定")
    assert [(fact.list_title, fact.name) for fact in facts] == [
        ("一等奖", "甲技术研究"),
        ("二等奖", "乙研究"),
        ("二等奖", "丙研究"),
    ]
    assert read("一、支持示范企业（3家）发展。\n加大力度。", title=AWARD) == []


def test_two_lists_count_apart() -> None:
    text = "2020年度文明单位名单（2个）\n市教育局\n市财政局\n2020年度文明村名单（2个）\n东村\n西村\n注：排名不分先后"
    assert [(fact.list_title, fact.ordinal, fact.name, fact.year) for fact in read(text)] == [
        ("2020年度文明单位名单", 1, "市教育局", 2020),
        ("2020年度文明单位名单", 2, "市财政局", 2020),
        ("2020年度文明村名单", 1, "东村", 2020),
        ("2020年度文明村名单", 2, "西村", 2020),
    ]


def test_a_heading_over_two_lines() -> None:
    text = "请各区县支持。\n2020年度农业重点\n龙头企业名单（2家）\n甲公司\n乙公司"
    facts = read(text, attached_title="2020年度农业重点龙头企业名单（2家）")
    assert [(fact.list_title, fact.name) for fact in facts] == [
        ("2020年度农业重点龙头企业名单", "甲公司"),
        ("2020年度农业重点龙头企业名单", "乙公司"),
    ]


def test_the_year_is_the_list_s_then_the_title_s() -> None:
    assert {fact.year for fact in read("2019年示范企业名单\n甲公司\n乙公司")} == {2019}
    assert {fact.year for fact in read("示范企业名单\n甲公司\n乙公司")} == {2020}
    assert {fact.year for fact in read("示范企业名单\n甲公司\n乙公司", title="关于公布名单的通知")} == {None}


NAMES = ["云州甲食品有限公司", "东山乙纺织厂", "西河丙合作社", "360丁科技公司", "3号戊农庄", "己生态园（云州）"]


@settings(deadline=None)
@given(st.lists(st.sampled_from(NAMES), min_size=2, max_size=12), st.sampled_from(["", "{}.", "{}、", "（{}）"]))
def test_numbered_or_not_the_names_are_the_same(names: list[str], label: str) -> None:
    lines = [label.format(index) + name for index, name in enumerate(names, 1)]
    facts = read("示范企业名单\n" + "\n".join(lines))
    assert [fact.name for fact in facts] == names


AWARD = "云州市人民政府关于表彰2020年度造林绿化先进单位的决定"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "现予表彰。\n一、“绿城杯”金杯单位\n东山区人民政府\n西河区人民政府\n二、“绿城杯”银杯单位\n南湖县人民政府\n北原县人民政府\n希望再接再厉。",
            [
                ("“绿城杯”金杯单位", "东山区人民政府 西河区人民政府"),
                ("“绿城杯”银杯单位", "南湖县人民政府 北原县人民政府"),
            ],
        ),
        (
            "现予表彰。\n一等奖：东山区 西河区\n二等奖：南湖县、北原县",
            [("一等奖", "东山区 西河区"), ("二等奖", "南湖县 北原县")],
        ),
        # What is not shaped like names, or no honour, is no list.
        ("一、先进单位\n做好评选工作\n加强宣传报道", []),
        ("牵头单位：市教育局、市财政局\n一、参加单位\n市教育局\n市财政局", []),
    ],
)
def test_awards_without_counts(text: str, expected: list[tuple[str, str]]) -> None:
    found: dict[str, list[str]] = {}
    for fact in read(text, title=AWARD, kind="决定"):
        found.setdefault(fact.list_title, []).append(fact.name)
        assert fact.ordinal == len(found[fact.list_title])
    assert [(title, " ".join(names)) for title, names in found.items()] == expected


def test_a_person_whose_name_cannot_be_told_is_counted_but_not_named() -> None:
    facts = read("先进个人名单\n张三\n李敏云商务中心主任\n王小五")
    assert [(fact.ordinal, fact.name) for fact in facts] == [(1, "张三"), (3, "王小五")]


def test_an_award_whose_page_lost_its_line_breaks() -> None:
    text = (
        "各县区人民政府：为表彰先进，决定授予下列单位和个人先进称号。一、先进单位（3个）：云州高新区管委会 市教育局 市公安局"
        "二、先进个人（3名）：市政府办公室 李勇 市民政局柳青市财政局 吴小军 希望受表彰的个人珍惜荣誉，开拓创新。"
    )
    assert [(fact.list_title, fact.name) for fact in read(text, title="", kind=None)] == [
        ("先进单位", "云州高新区管委会"),
        ("先进单位", "市教育局"),
        ("先进单位", "市公安局"),
        ("先进个人", "李勇"),
        ("先进个人", "柳青"),
        ("先进个人", "吴小军"),
    ]


@pytest.mark.parametrize("title", ["防汛督查工作专家名单", "人大代表名单", "重大风险企业名单"])
def test_lists_that_name_no_honour_recognise_nobody(title: str) -> None:
    assert read(f"{title}\n甲公司\n乙公司", title="云州市人民政府通知") == []


def test_attachments_named_above_a_signature_are_no_list() -> None:
    text = "决定命名甲公司等3家企业为示范企业，现将名单予以公布。\n附件：云州市示范企业名单\n云州市商务局 云州市财政局\n云州市统计局\n2021年3月1日"
    assert read(text) == []


def test_results_of_an_assessment_name_the_units_of_each_grade() -> None:
    text = "政务公开考核评估结果\n一、优秀单位（4个）\n乡镇：长乐镇、堡山镇；\n委局：区教育局、区科委。\n二、良好单位（2个）\n庙前镇、区体育局。"
    found = read(text, title="云州区关于印发政务公开考核评估结果的通知")
    assert [(fact.list_title, fact.name) for fact in found] == [
        ("优秀单位", "长乐镇"),
        ("优秀单位", "堡山镇"),
        ("优秀单位", "区教育局"),
        ("优秀单位", "区科委"),
        ("良好单位", "庙前镇"),
        ("良好单位", "区体育局"),
    ]


def test_names_marked_by_bullets_below_what_they_are_honoured_as() -> None:
    text = "省文明委决定授予以下单位称号。\n第五届省文明村镇（云州）\n●云州县冯家镇\n●云州县卓庄村\n第十二届省文明单位\n● 云州县气象局\n● 云州县财政局\n希望珍惜荣誉。"
    assert [(fact.list_title, fact.name) for fact in read(text, title="名单出炉")] == [
        ("第五届省文明村镇（云州）", "云州县冯家镇"),
        ("第五届省文明村镇（云州）", "云州县卓庄村"),
        ("第十二届省文明单位", "云州县气象局"),
        ("第十二届省文明单位", "云州县财政局"),
    ]


def test_places_named_under_their_honour_with_a_count() -> None:
    text = "市政府决定，命名下列城区。\n一、云州市文明城区（2个）\n东山区、西河区\n二、先进城区（3个）\n南湖区、北岭区、中原区"
    assert [fact.name for fact in read(text, title="")] == ["东山区", "西河区", "南湖区", "北岭区", "中原区"]


def test_an_attachment_named_above_the_last_signature_is_no_list() -> None:
    assert (
        read(
            "授予甲社等3家示范社称号。\n附件：云州市示范社合格名单\n云州市农业局",
            title="云州市农业局关于公布示范社名单的通知",
        )
        == []
    )


def test_persons_named_beside_their_units() -> None:
    text = "一、优秀教师（4人）\n城关小学：李晓燕、王建\n东山中学：陈思远\n北岭中学：欧阳静\n二、优秀工作者（2人）\n周涛县教育局人事股\n吴国庆　东山中学"
    found = read(text, title="云州县关于表扬优秀教师的通报")
    assert [fact.name for fact in found] == ["李晓燕", "王建", "陈思远", "欧阳静", "周涛", "吴国庆"]


def test_places_joined_on_some_lines_of_a_list() -> None:
    text = "重点村名单（4个）\n东山县木塔乡木塔村\n西河县朱家镇将军村\n南湖县桃花镇查家村、北岭县上庄镇上庄村"
    assert [fact.name for fact in read(text)] == [
        "东山县木塔乡木塔村",
        "西河县朱家镇将军村",
        "南湖县桃花镇查家村",
        "北岭县上庄镇上庄村",
    ]


def test_names_joined_right_above_the_date_are_no_signature() -> None:
    text = "先进个人（3名）\n孙志强、周慧、司马亮\n2021年2月18日"
    assert [fact.name for fact in read(text, title="云州县表彰决定")] == ["孙志强", "周慧", "司马亮"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "授予松岭县、江城区“绿化先进县区”称号，授予马驰、柳暗香等2名同志“绿化标兵”荣誉称号。",
            [
                ("松岭县", 1, "绿化先进县区"),
                ("江城区", 2, "绿化先进县区"),
                ("马驰", 1, "绿化标兵"),
                ("柳暗香", 2, "绿化标兵"),
            ],
        ),
        ("市政府决定，授予石潭市林场等14个单位“先进集体”称号。", []),
        (
            "决定授予石潭大学陈光院士、江城医院李明院士科学技术突出贡献奖。",
            [("陈光", 1, "科学技术突出贡献奖"), ("李明", 2, "科学技术突出贡献奖")],
        ),
        (
            "大会授予奖章。石潭市公安局、江城区税务局荣获“文明单位”称号。石潭市的王静家庭、李敏家庭被评为“文明家庭”。",
            [
                ("石潭市公安局", 1, "文明单位"),
                ("江城区税务局", 2, "文明单位"),
                ("王静家庭", 1, "文明家庭"),
                ("李敏家庭", 2, "文明家庭"),
            ],
        ),
        (
            "市政府决定分别授予官平、李小红同志；王世虎、张斌同志“见义勇为先进群体”荣誉称号。",
            [(name, at, "见义勇为先进群体") for at, name in enumerate(["官平", "李小红", "王世虎", "张斌"], 1)],
        ),
        (
            "决定授予救火致伤的松岭镇天池村村民彭芬、勇救落水儿童的江城镇居民张强等2名同志“见义勇为勇士”称号。",
            [("彭芬", 1, "见义勇为勇士"), ("张强", 2, "见义勇为勇士")],
        ),
        (
            "市政府决定，认定王波、范杰二人为“见义勇为模范”。认定松岭化工等5家企业为“示范企业”。",
            [("王波", 1, "见义勇为模范"), ("范杰", 2, "见义勇为模范")],
        ),
        (
            "大会授予奖章。严梅家庭、郭福家庭荣获第二届澜东省文明家庭；李敏等4人荣获第六届道德模范。",
            [("严梅家庭", 1, "第二届澜东省文明家庭"), ("郭福家庭", 2, "第二届澜东省文明家庭")],
        ),
        (
            "授予刘华（云州钢铁有限公司董事长）、苗青（女，云州食品有限公司总经理）等2人“优秀企业家”称号。",
            [("刘华", 1, "优秀企业家"), ("苗青", 2, "优秀企业家")],
        ),
        (
            "颁奖。县组的东山县、新绛县获得一等奖；东山县、西河区分别获得优秀组织奖。",
            [
                ("东山县", 1, "一等奖"),
                ("新绛县", 2, "一等奖"),
                ("东山县", 1, "优秀组织奖"),
                ("西河区", 2, "优秀组织奖"),
            ],
        ),
        (
            "我市的云州药业有限公司、云州食品有限公司等2户企业经过推荐、公示，被认定为澜东省重点龙头企业。",
            [("云州药业有限公司", 1, "澜东省重点龙头企业"), ("云州食品有限公司", 2, "澜东省重点龙头企业")],
        ),
        (
            "飞镖选手谢梦、体育模特刘玉等2名参赛选手获得“全民星奖”，武术协会等15家协会获得优秀团队奖。",
            [("谢梦", 1, "全民星奖"), ("刘玉", 2, "全民星奖")],
        ),
        ("决定授予刘军“见义勇为公民”称号。", []),
        ("决定表彰先进。省级以上企业、机构获得“示范基地”称号的，给予奖励。", []),
    ],
)
def test_a_sentence_may_name_all_whom_it_honours(text: str, expected: list[tuple[str, int, str]]) -> None:
    found = find(marked(text, title="石潭市人民政府关于表彰先进的决定", kind="决定"))
    assert [(fact.name, fact.ordinal, fact.list_title) for fact in found if isinstance(fact, Recognition)] == expected


def test_names_joined_by_commas_and_places_that_end_like_words_are_names() -> None:
    text = "先进单位名单\n麻城市、罗田县、晋城市\n松岭电缆有限公司，石潭化工有限公司。\n"
    found = find(marked(text, title="石潭市人民政府关于表彰先进的决定", kind="决定"))
    assert [fact.name for fact in found if isinstance(fact, Recognition)] == [
        "麻城市",
        "罗田县",
        "晋城市",
        "松岭电缆有限公司",
        "石潭化工有限公司",
    ]


def test_one_whom_the_title_names_is_a_list_too() -> None:
    found = find(
        marked("决定授予刘军“好市民”称号。", title="云州市人民政府关于授予刘军“好市民”称号的决定", kind="决定")
    )
    assert [fact.name for fact in found if isinstance(fact, Recognition)] == ["刘军"]


def test_attachments_counted_above_the_signature_are_no_list() -> None:
    text = "现予公布。\n附件：1.第六批市级遗产名录\n2.第六批市级遗产传承人\n3.第六批市级遗产传承基地\n云州市人民政府\n2021年6月24日\n"
    assert read(text) == []


def test_lines_without_a_number_between_counted_names_are_sub_headings() -> None:
    text = "一、质量奖（4家）\n再次获奖组织\n1.云州机械厂\n大中型企业\n2.东山钢铁有限公司\n3.西河药业有限公司\n医疗行业\n4.云州市中心医院\n二、项目奖（1个）\n1.水下机器人研发及产业化（申报单位：云州传动有限公司）\n"
    found = read(text, title="关于表彰质量奖获奖组织的决定")
    assert [(fact.ordinal, fact.name) for fact in found] == [
        (1, "云州机械厂"),
        (2, "东山钢铁有限公司"),
        (3, "西河药业有限公司"),
        (4, "云州市中心医院"),
        (1, "水下机器人研发及产业化"),
    ]


def test_groups_of_an_honours_list_are_no_lists_of_their_own() -> None:
    text = (
        "抗洪先进个人（5名）\n东山县（2名）\n陈望（东山县水利局科长）\n赵敏（女，东山县医院护士长）\n"
        "市直单位（3名）\n褚卫国 卫建民 蒋华"
    )
    assert [(fact.ordinal, fact.name) for fact in read(text, title="关于表彰抗洪先进个人的决定")] == [
        (1, "陈望"),
        (2, "赵敏"),
        (3, "褚卫国"),
        (4, "卫建民"),
        (5, "蒋华"),
    ]


def test_who_made_a_work_is_no_name_of_its_list() -> None:
    text = "获奖名单\n一等奖（2项）\n1.耐盐水稻选育\n完成单位：云州农科院、云州大学\n2.叶片检测技术\n完成单位：云州风电公司\n"
    assert [fact.name for fact in read(text, title="关于2021年度科学技术奖励的决定")] == [
        "耐盐水稻选育",
        "叶片检测技术",
    ]


def test_a_list_of_works_is_opened_by_its_sentence() -> None:
    text = "现将第三批历史建筑名录公布如下：\n一、城区（2处）\n1.望江楼；\n2.老邮电局旧址。\n二、东山县（1处）\n3.东山书院。\n"
    found = read(text, title="关于公布第三批历史建筑名录的通告", kind="通告")
    assert [fact.name for fact in found] == ["望江楼", "老邮电局旧址", "东山书院"]


def test_a_chapter_about_lists_in_a_text_of_articles_names_none() -> None:
    text = "第一条 为保护山体。\n第二条 适用本市。\n第三章 重点保护名录\n第三条 省、设区的市、县人民政府应当建立名录。"
    assert list(find(marked(text, title="云江市山体保护条例", kind="条例"))) == []


def test_grades_that_a_page_ran_together_are_lists_of_their_own() -> None:
    text = "优秀等次：县发改局、县教育局良好等次：县水利局、县林业局"
    assert [(fact.list_title, fact.name) for fact in read(text, title="关于考核结果的通报")] == [
        ("优秀等次", "县发改局"),
        ("优秀等次", "县教育局"),
        ("良好等次", "县水利局"),
        ("良好等次", "县林业局"),
    ]


def test_names_may_stand_in_the_line_of_their_list() -> None:
    text = "荣获2005年度工业总量突出贡献奖镇区名单：东山区、小榄镇、古镇镇。\n"
    assert [fact.name for fact in read(text, title="关于表彰经济强镇的通报")] == ["东山区", "小榄镇", "古镇镇"]


def test_names_with_what_they_are_in_brackets_are_persons() -> None:
    text = "附：名单\n陈斌（云县合作社）\n何平（云县医院）\n胡为义（东山镇来龙村）\n"
    assert [fact.name for fact in read(text, title="云县3名劳模赴省城领奖", kind=None)] == ["陈斌", "何平", "胡为义"]


def test_the_heads_of_columns_are_no_names() -> None:
    text = "代表性传承人名单\n（共2名）\n一、传统技艺\n姓名 项目名称 申报地区\n李玉芬 云州剪纸 东川县\n钱进 青瓷烧制技艺 青河区\n"
    assert [fact.name for fact in read(text, title="关于公布代表性传承人的通知")] == ["李玉芬", "钱进"]


@pytest.mark.parametrize(
    ("text", "title", "names"),
    [
        (
            "认定甲轴承有限公司、乙装备有限公司等2家企业为2021年度市级“专精特新”中小企业。",
            "专精特新",
            "甲轴承有限公司 乙装备有限公司",
        ),
        ("决定命名石桥镇、柳林镇，白水镇为省级卫生乡镇。", "省级卫生乡镇", "石桥镇 柳林镇 白水镇"),
        ("拟将石桥镇、柳林镇建设为省级卫生乡镇。", None, ""),
        (
            "评出2019年度考核先进单位，现通报如下：\n县区：东山县、西河区\n部门：市财政局、市公安局",
            "2019年度考核先进单位",
            "东山县 西河区 市财政局 市公安局",
        ),
        (
            "现将第八批市级龙头企业公布如下：\n东山县：甲米业有限公司、乙茶业有限公司",
            "第八批市级龙头企业",
            "甲米业有限公司 乙茶业有限公司",
        ),
        (
            "认定甲热电有限公司等2家企业为市级绿色工厂，现将名单公示如下：\n序号 企业名称 所在县区\n1 甲热电有限公司 市直\n2 乙水泥有限公司 东山县",
            "市级绿色工厂",
            "甲热电有限公司 乙水泥有限公司",
        ),
    ],
)
def test_what_they_are_recognised_as_need_not_be_quoted(text: str, title: str | None, names: str) -> None:
    found = read(text, title="关于认定情况的公告")
    assert [fact.name for fact in found] == names.split()
    assert {fact.list_title for fact in found} == ({title} if title else set())
