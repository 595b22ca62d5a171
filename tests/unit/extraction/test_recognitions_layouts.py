"""Recognitions: the layouts in which lists of names are printed, and in which nothing may be read."""

from __future__ import annotations

from typing import Any

import pytest

from orchestration.gazette.extraction.recognitions import find
from orchestration.gazette.records import Recognition
from tests.support.short_documents import marked


def names(text: str, **fields: Any) -> list[tuple[int, str]]:
    stated = {"title": "石潭市人民政府关于表彰先进的通报"} | fields
    return [(fact.ordinal, fact.name) for fact in find(marked(text, **stated)) if isinstance(fact, Recognition)]


def counted(words: str) -> list[tuple[int, str]]:
    return list(enumerate(words.split(), 1))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "第五批传承人名单\n序号\n姓名\n性别\n申报地区\n1\n彭小宏\n男\n东川县\n2\n毛志远\n女\n青河区\n3\n雷林\n男\n北岭市",
            "彭小宏 毛志远 雷林",
        ),
        # The numbers and one column were lost.
        ("第五批传承人名单\n序号\n姓名\n性别\n申报地区\n彭小宏\n东川县\n毛志远\n青河区", "彭小宏 毛志远"),
        (
            "绿色工厂名单\n企业名称\n所在县区\n行业\n松岭水泥有限公司\n松岭县\n建材\n江城化工公司\n江城区\n化工\n石潭电器厂\n石潭市\n电器",
            "松岭水泥有限公司 江城化工公司 石潭电器厂",
        ),
        # Rows that cannot be taken apart.
        ("非物质文化遗产名录\n一、民间文学（1项）\n序号项目编号项目名称申报县区\n01I-21石龙传说东川县", ""),
        ("示范企业名单\n序号 企业名称 所在地\n1甲食品公司 东川县\n2乙纺织厂 青河区", "甲食品公司 乙纺织厂"),
    ],
)
def test_tables_of_names(text: str, expected: str) -> None:
    assert names(text) == counted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "优秀单位和先进个人名单\n一、优秀单位（5个）\n一等奖（2个）\n松岭区 江城区\n二等奖（3个）\n发改委 教育局\n公积金中心\n二、先进个人（2名）\n程锦 王晓燕",
            "松岭区 江城区 发改委 教育局 公积金中心 程锦 王晓燕",
        ),
        (
            "道德模范名单\n敬业奉献模范\n陈晓江城区松岭街道书记\n见义勇为模范\n胡水林东川县红星社区居民\n朱治平（已故）江城人，志愿者",
            "陈晓 胡水林 朱治平",
        ),
        ("优秀教师名单\n江城中学\n张晓明 李丽华\n石潭职业学校\n郑云飞", "张晓明 李丽华 郑云飞"),
        (
            "龙头企业名单\n一、新增企业（1家）\n甲食品公司\n二、撤销企业（1家）\n乙食品公司\n三、保留企业（1家）\n丙食品公司",
            "甲食品公司 丙食品公司",
        ),
        (
            "获奖名单\n（一）县（市、区）政府办公室\n一等奖：东川县政府办公室、青河区政府办公室",
            "东川县政府办公室 青河区政府办公室",
        ),
        ("示范县名单\n澜东省：江城区、松岭县\n云南省：青河县，大理州柳溪县", "江城区 松岭县 青河县 大理州柳溪县"),
        (
            "拟表彰对象名单\n澜东省\n五一劳动奖状\n澜江公园管理委员会\n五一劳动奖章\n王国强 澜江重工公司钳工\n澜西省\n五一劳动奖章\n赵勇 石潭公交公司驾驶员",
            "澜江公园管理委员会 王国强 赵勇",
        ),
        ("身边好人名单\n张大山，男，45岁，松岭县红星村村民\n李二妹，女，38岁，江城纺织厂职工", "张大山 李二妹"),
        ("双拥模范城（县）名单\n澜东省（3个）\n江城市、石潭市、松岭县", "江城市 石潭市 松岭县"),
        (
            "获奖名单\n一等奖（1项）\n耐盐水稻选育\n完成单位：江城农科院\n叶片检测技术\n完成单位：江城风电公司",
            "耐盐水稻选育 叶片检测技术",
        ),
    ],
)
def test_groups_inside_a_list(text: str, expected: str) -> None:
    assert names(text) == counted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "文物保护单位名单\n一、古遗址（2处）\n1.石龙遗址 新石器时代 东川县石龙镇\n2.青河窑址 唐 青河区沙河镇\n二、古建筑（1处）\n3.望江楼 清 北岭县",
            "石龙遗址 青河窑址 望江楼",
        ),
        ("农民工名单\n李强 男 建筑工 江城建筑公司\n王小梅女缝纫工", "李强 王小梅"),
        ("骨干教师名单\n高中：李建平（江城一中）、王燕（松岭中学）初中：孙丽（江城二中）", "李建平 王燕 孙丽"),
        ("示范企业名单\n（排名不分先后）\n甲食品公司\n乙纺织厂", "甲食品公司 乙纺织厂"),
        ("最美家庭名单\n王建军、李秀英家庭\n张志明家庭", "王建军、李秀英家庭 张志明家庭"),
        # Numbered down two columns, and no names at all.
        ("示范企业名单\n1江城钢铁公司25柳溪置业公司\n2石潭化工公司26青河物流公司", ""),
        ("推荐单位名单如下：\n各县区科技局\n各有关高校", ""),
    ],
)
def test_lines_that_say_more_than_a_name(text: str, expected: str) -> None:
    assert names(text) == counted(expected)


def test_persons_beside_their_units() -> None:
    text = "一、先进个人\n市公安局 李强 市司法局 王丽\n二、优秀联络员\n张三（市教育局）、李四（市财政局）\n王小五 江城中学校长"
    assert [name for _, name in names(text)] == ["李强", "王丽", "张三", "李四", "王小五"]


def test_an_assessment_grades_without_counts() -> None:
    text = "考核结果如下：\n一、优秀（A类）\n1.江城创业服务中心\n2.松岭科技园\n二、良好（B类）\n1.石潭孵化器公司\n2.柳溪创新工场\n三、不合格（D类）\n1.白水空间"
    assert names(text, title="关于公布孵化器考核结果的通知") == [
        (1, "江城创业服务中心"),
        (2, "松岭科技园"),
        (1, "石潭孵化器公司"),
        (2, "柳溪创新工场"),
    ]


def test_counted_names_that_a_page_ran_together() -> None:
    text = (
        "决定授予甲重工公司等2家企业市长质量奖。石潭市人民政府2024年6月27日获奖名单"
        "一、市长质量奖（2家企业）（1）甲重工公司（2）乙数码公司二、提名奖（1家企业）（1）丙铝材公司"
    )
    assert names(text) == [(1, "甲重工公司"), (2, "乙数码公司"), (1, "丙铝材公司")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "经评审，认定以下企业为2019年度示范企业：\n江城优品电子商务公司\n松岭山货公司\n请各县区加强指导。",
            "江城优品电子商务公司 松岭山货公司",
        ),
        (
            "确认甲钢铁公司等2家企业的技术中心为第五批市级企业技术中心。现公布如下：\n1、甲钢铁公司技术中心\n2、乙船厂技术中心",
            "甲钢铁公司技术中心 乙船厂技术中心",
        ),
        ("农业部批准第三批全国创业示范县，名单如下：\n江城区、松岭县\n石潭市", "江城区 松岭县 石潭市"),
        (
            "决定命名以下村为石潭市生态村：\n东川县\n东川县城关镇红星村\n青河区\n青河区柳林镇柳林村",
            "东川县城关镇红星村 青河区柳林镇柳林村",
        ),
        (
            "现将示范企业名单予以公示。\n序号 企业名称 所在地\n1甲食品公司 东川县\n2乙纺织厂 青河区",
            "甲食品公司 乙纺织厂",
        ),
        (
            "认定石潭轴承公司等2户企业为2021年度“专精特新”企业，现予公布。有效期三年。\n1.石潭轴承公司\n2.松岭仪表厂\n各县区要加强服务。",
            "石潭轴承公司 松岭仪表厂",
        ),
        ("获得全国五一劳动奖章的会员有：\n江城：江源 江城大学教师\n松岭：蔡明 松岭中学副校长", "江源 蔡明"),
        # No honour, or no names.
        ("现将有关事项通知如下：\n加强组织领导\n做好宣传工作", ""),
        ("现将收费单位公布如下：\n市公安局\n市财政局", ""),
        ("认定下列行为为先进事迹：\n团结同志\n勤奋工作", ""),
    ],
)
def test_sentences_that_open_a_list(text: str, expected: str) -> None:
    assert names(text, title="关于有关工作的通知") == counted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "获得“道德模范”称号的有，助人为乐类：江城市小荷中心负责人李梅，澜东学院职工王宝；诚实守信类：江城面粉厂经理、党支部书记侯涛（女）。",
            "李梅 王宝 侯涛",
        ),
        ("入选第三批全国示范乡镇的是：江城区先锋镇、松岭县安坪镇。", "江城区先锋镇 松岭县安坪镇"),
        ("决定授予甲重工公司、乙药业公司“第八届市长质量奖”，并给予奖励。", "甲重工公司 乙药业公司"),
        ("决定授予甲重工公司、乙药业公司第三届市长质量奖。", "甲重工公司 乙药业公司"),
        (
            "我市2人上榜“好人榜”。他们分别是：助人为乐好人江城区教师王秀兰，见义勇为好人松岭县村民李二牛。",
            "王秀兰 李二牛",
        ),
        ("省厅公布绿色工厂名单。入选企业分别是：江城水泥公司、松岭造纸厂。", "江城水泥公司 松岭造纸厂"),
        ("获得“示范村”称号的有：江城区甘宁镇楠桥村、松岭县朱衣镇王朴村等20个村。", ""),
        ("获得补贴的有：江城区先锋镇、松岭县安坪镇。", ""),
        ("会议讨论了“十五五”规划。他们分别是：市发改委主任王秀兰，市科技局局长李二牛。", ""),
        ("甲税务局、乙研究所等9家单位被授予五一劳动奖状。", ""),
    ],
)
def test_sentences_that_name_all(text: str, expected: str) -> None:
    assert names(text) == counted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "先进企业名单\n序号\n| 企业名称\n| 地区\n|\n1\n| 江城电缆公司\n| 江城区\n|\n2\n| 松岭制药厂\n| 松岭县\n|",
            "江城电缆公司 松岭制药厂",
        ),
        # A place above its firms, and numbers that were lost.
        (
            "示范企业名单\n序号\n|\n所在地区\n|\n企业名称\n|\n|\n江城市\n|\n|\n1\n|\n|\n江城钢铁公司\n|\n|\n|\n江城锅炉厂\n|",
            "江城钢铁公司 江城锅炉厂",
        ),
        ("示范企业名单\n序号\n| 企业名称\n| 地区\n|\n1\n| 江城电缆公司\n|\n2\n| 松岭制药厂\n| 松岭县\n|", ""),
    ],
)
def test_tables_whose_cells_bars_close(text: str, expected: str) -> None:
    assert names(text) == counted(expected)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "近日，江城区先锋镇红星村、楠桥镇柳林村，松岭县安坪镇白水村等3个行政村荣获美丽乡村示范村称号。",
            "江城区先锋镇红星村 楠桥镇柳林村 松岭县安坪镇白水村",
        ),
        (
            "经过考评，江城市、石潭市政府和松岭、柳溪县等4个市、县人民政府被评为我省“水利杯”竞赛先进单位。",
            "江城市 石潭市政府 松岭 柳溪县",
        ),
        (
            "经评定，江城红旗合作社和松岭果业合作社等2家合作社被评为市级示范合作社，赵建国、李大明2人被评为省级劳动模范。",
            "江城红旗合作社 松岭果业合作社 赵建国 李大明",
        ),
        ("江城区红星村、石桥村，松岭县白水村等3个村入选第四批省级美丽乡村。", "江城区红星村 石桥村 松岭县白水村"),
        ("我县共有文明校园1所：白沙县第一小学。以上单位获得表彰。", "白沙县第一小学"),
        ("江城区红星村、柳林村，松岭县白水村等5个行政村荣获美丽乡村示范村称号。", ""),
        (
            "我县还涌现出省级文明村2个：先锋镇红星村、安坪镇柳林村；省级文明家庭1户：来自先锋镇的李大明家庭。",
            "先锋镇红星村 安坪镇柳林村 李大明家庭",
        ),
        ("我县获评先进。计划培育省级示范村2个：先锋镇红星村、安坪镇柳林村。", ""),
    ],
)
def test_counts_that_tell_who_got_an_honour(text: str, expected: str) -> None:
    assert [name for _, name in names(text)] == expected.split()


def test_persons_below_a_sentence_that_recommends_them() -> None:
    text = "拟推荐王小明等2名同志为全省优秀教师，现予以公示：\n王小明 江城第一中学\n赵志刚 松岭职业学院\n公示时间：5月6日。"
    assert names(text, title="") == [(1, "王小明"), (2, "赵志刚")]


def test_headings_that_a_space_sets_off_from_their_names() -> None:
    text = "现将绿化考核结果公布如下：一、优秀单位 江城市政府、柳溪集团。二、先进部门 市建委、市水利局。希望再接再厉。"
    assert [name for _, name in names(text, title="")] == ["江城市政府", "柳溪集团", "市建委", "市水利局"]


def test_those_who_are_to_be_recommended() -> None:
    text = (
        "拟确定江城一中等2所学校为全省先进集体推荐对象，现予以公示：\n一、全省先进集体\n松岭县江城一中\n柳溪县实验学校\n"
        "二、全省模范教师\n李强 松岭县安坪镇中学\n公示时间：6月1日至6月7日。"
    )
    assert names(text, title="") == [(1, "松岭县江城一中"), (2, "柳溪县实验学校"), (1, "李强")]
