"""Lines become paragraphs at any measure."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.records import Line, Page
from orchestration.gazette.text.joining import join
from orchestration.gazette.text.repair import repair
from orchestration.gazette.text.stream import Stream

PARAGRAPHS = [
    "一、总体要求",
    "全面贯彻新发展理念，坚持稳中求进工作总基调，统筹发展和安全，推动全市经济实现质的有效提升和量的合理增长，确保完成全年目标任务，为现代化建设作出贡献。",
    "二、主要目标",
    "（一）经济发展。全市生产总值增长6.5%左右，一般公共预算收入达到123.45亿元，增长5%；社会消费品零售总额增长8.23%，进出口总额突破1000亿元。",
    "（二）民生福祉。新增城镇就业5.5万人以上，城镇登记失业率控制在4.5%以内，新建改建幼儿园53所，开工改造老旧小区40个、2.8万户以上。",
    "三、工作要求",
    "各县（市、区）、各有关部门要提高政治站位，强化责任担当，密切协作配合，抓好工作落实，确保各项任务按时保质完成，重要情况及时报告市人民政府。",
]


def stream_of(lines: list[str]) -> Stream:
    page = Page(tuple(Line(line, i) for i, line in enumerate(lines, 1)))
    return join([page], [[(line, repair(line)) for line in lines]])


def paragraphs_of(stream: Stream) -> list[str]:
    found, start = [], 0
    for i, ends in enumerate(stream.ends_paragraph):
        if ends:
            end = stream.starts[i + 1] if i + 1 < len(stream.starts) else len(stream.text)
            found.append(stream.text[start:end])
            start = end
    return found


def wrapped(width: int) -> list[str]:
    return [paragraph[i : i + width] for paragraph in PARAGRAPHS for i in range(0, len(paragraph), width)]


def test_text_typed_one_paragraph_a_line_stays_so() -> None:
    assert paragraphs_of(stream_of(PARAGRAPHS)) == PARAGRAPHS


def test_a_byline_that_ends_in_a_time_is_a_line_of_its_own() -> None:
    lines = ["截至11月底，任务完成率达110%", "来源：云江日报 发表时间：12-10 18:49", "2012年，全市开工建设14622套。"]
    assert len(paragraphs_of(stream_of(lines))) == 3


def test_a_year_alone_in_its_line_goes_on() -> None:
    lines = ["2019", "年1-7月，全市共完成投资31.3亿元，增长6.7%。"]
    assert len(paragraphs_of(stream_of(lines))) == 1


def test_points_without_a_full_stop_are_lines_of_their_own() -> None:
    lines = [
        "今年以来，新增就业3.6万人，均超额完成目标",
        "开工重大项目377个，其中工业项目135个，为历年最多",
        "两条快速路建成通车，里程超过20公里，列全省第八",
        "新增市场主体4.4万户，列全省第三",
        "城乡居民收入分别增长5.8%、7.9%",
        "明年预期目标",
        "●生产总值增长6.5%左右，争取更好结果",
        "●新增就业4万人以上",
        "●粮食产量保持稳定",
    ]
    assert paragraphs_of(stream_of(lines)) == lines


@given(st.integers(min_value=15, max_value=60))
@settings(max_examples=46)
def test_words_and_numbers_hold_at_any_width(width: int) -> None:
    assert stream_of(wrapped(width)).text == "".join(PARAGRAPHS)


@given(st.integers(min_value=15, max_value=60))
@settings(max_examples=46)
def test_headings_of_any_width_keep_their_line(width: int) -> None:
    found = paragraphs_of(stream_of(wrapped(width)))
    assert [p for p in found if p in ("一、总体要求", "二、主要目标", "三、工作要求")] == [
        "一、总体要求",
        "二、主要目标",
        "三、工作要求",
    ]


def test_thousands_parted_by_a_line_break_stay_one_number() -> None:
    lines = ["税收收入完成11,136万元，占预算的九成；非税收入完成17,", "447万元，占预算的一成。"]
    assert stream_of(lines).text == "税收收入完成11,136万元，占预算的九成；非税收入完成17,447万元，占预算的一成。"
    assert (
        "17，447" in stream_of(["各镇共有企业17,", "447家单位参加，全部完成。"]).text
    )  # nothing else says that thousands are parted here


def test_a_point_at_a_line_end_is_decimal_only_before_a_digit() -> None:
    assert stream_of(["全市生产总值增长8.", "23%，财政收入增长5%", "新建幼儿园53.", "改造小区40个"]).text == (
        "全市生产总值增长8.23%，财政收入增长5%新建幼儿园53。改造小区40个"
    )


def test_a_sentence_that_breaks_off_beside_a_figure_goes_on() -> None:
    lines = [
        "综合实力增强。全市生产总值达到",
        "317亿元，造林750",
        "平方公里，新增校园面积19",
        ".3万平方米。",
        "2010年，新建学校5所。",
        "1.新建道路",
    ]
    assert paragraphs_of(stream_of(lines)) == [
        "综合实力增强。全市生产总值达到317亿元，造林750平方公里，新增校园面积19.3万平方米。",
        "2010年，新建学校5所。",
        "1.新建道路",
    ]


def test_names_in_a_list_are_never_joined() -> None:
    names = [
        "山海百味食品有限公司",
        "望海渔业开发股份有限公司",
        "临港粮油有限公司",
        "北山果业专业合作社",
        "金滩农业科技发展有限公司",
        "海丰牧业有限公司",
    ]
    assert paragraphs_of(stream_of([*PARAGRAPHS, *names]))[-6:] == names


def test_an_open_quote_keeps_its_paragraph() -> None:
    lines = wrapped(17)
    quoted = "关于“推动服务业有序开放，增设试点，制定清单。加强自贸试验区改革开放创新”的措施。"
    lines += [quoted[i : i + 13] for i in range(0, len(quoted), 13)]
    assert quoted in stream_of(lines).text.replace("\n", "")


def test_latin_words_keep_their_space_over_a_line_break() -> None:
    lines = [*wrapped(17), "加快建设全市智慧城市平台 Smart", "City 一期工程。"]
    assert "Smart City一期" in stream_of(lines).text


def test_every_offset_knows_its_page_and_line() -> None:
    pages = [Page((Line("全市生产总值增", 1), Line("长6%，", 2)), 7), Page((Line("财政收入增长5%。", 1),), 8)]
    stream = join(pages, [[(line.text, line.text) for line in page.lines] for page in pages])
    at = stream.text.index("财政")
    piece = stream.pieces[stream.piece_at(at)]
    assert (piece.page, piece.number) == (8, 1)
    assert stream.pieces[stream.piece_at(at - 1)].page == 7


def test_indents_tell_the_measure_where_few_lines_break_off() -> None:
    """A line before an indented one ends its paragraph, so that it says nothing of how full lines are set."""
    lines = [
        "　　关于做好二〇二一年重点工作的通知",
        "　　附件：重点工作任务",
        "　　1.提高城乡居民医保待遇水平，人均财政补助标准",
        "由490元增至520元。（县医保局、县财政局负责，六月底前",
        "完成）",
        "　　2.家庭医生签约服务费调整到120元。（县卫健局、各乡",
        "镇卫生院）",
        "　　3.完善基本公共卫生服务。（县财政局负责，持续推进）",
    ]
    assert paragraphs_of(stream_of(lines))[2:4] == [
        "1.提高城乡居民医保待遇水平，人均财政补助标准由490元增至520元。（县医保局、县财政局负责，六月底前完成）",
        "2.家庭医生签约服务费调整到120元。（县卫健局、各乡镇卫生院）",
    ]


def test_a_text_too_short_for_a_measure_goes_on_where_its_longest_line_breaks_off() -> None:
    lines = [
        "甲市政府公布免职名单",
        "　　依照有关规定，根据市长的建议，云江市人民政府2022",
        "年4月7日决定：免去李明的局长职务。",
        "　　特此公告",
    ]
    assert paragraphs_of(stream_of(lines)) == [
        "甲市政府公布免职名单",
        "依照有关规定，根据市长的建议，云江市人民政府2022年4月7日决定：免去李明的局长职务。",
        "特此公告",
    ]


def test_a_list_of_names_is_no_numbered_heading_where_a_name_is_cut() -> None:
    lines = ["任命王大明、李小山、陈一平、周永福、赵国庆、孙立新、张永", "一、李光、吴平为稽察特派员。"]
    assert paragraphs_of(stream_of(lines)) == ["".join(lines)]


def test_products_of_three_sectors_are_no_headings() -> None:
    lines = [
        "经济稳中有进，增速高于预期目标，取得多年未有的好成绩。一、",
        "二、三产业增加值分别增长4.2%、5%、5.4%，总量居前。",
        "二、主要目标",
    ]
    assert paragraphs_of(stream_of(lines)) == [lines[0] + lines[1], lines[2]]


def test_the_line_that_says_where_a_report_was_given_is_one() -> None:
    lines = ["政府工作报告", "——2026年1月27日在云江市第十四届人", "民代表大会第四次会议上", "市长李明"]
    assert paragraphs_of(stream_of(lines)) == [lines[0], lines[1] + lines[2], lines[3]]


def test_a_figure_cut_from_its_sentence_is_no_label() -> None:
    lines = [
        "生态环境质量持续改善，空气优良天数比例达到预期，浓度同比下降，增加",
        "13 天，全年新建绿地的数量有所上升，全年完成的民生实事项目共有1",
        "0 大类五十五项，各项工程按期完成，群众获得感进一步增强，满意度达到九",
        "成以上，城乡面貌焕然一新，基层治理能力稳步提升，社会保持和谐稳定的",
        "良好局面。",
    ]
    assert paragraphs_of(stream_of(lines)) == ["".join(lines).replace(" ", "")]


def test_an_article_of_a_law_named_before_opens_no_paragraph() -> None:
    lines = [
        "　　根据《云江市地方人民代表大会和地方人民政府组织条例》",
        "第五十条规定，云江市第十届人民代表大会常务委员会第二次会议",
        "决定：任命李明为代理市长。",
    ]
    assert paragraphs_of(stream_of(lines)) == ["".join(lines).strip("　")]


def test_labels_of_duties_begin_paragraphs_but_not_inside_brackets() -> None:
    lines = [
        "1.实施工业提质行动，规上工业增加值增长8%，培育一批企业。",
        "牵头单位：区经信局",
        "配合单位：区发改局、区统计局",
        "完成时限：12月底",
        "2.优化营商环境，提升政务服务水平，压减审批时限。【责任单位：区审批局；",
        "配合单位：区税务局】",
    ]
    assert paragraphs_of(stream_of(lines)) == [*lines[:4], lines[4] + lines[5]]


def test_short_lines_that_say_who_got_what_are_no_broken_lines() -> None:
    lines = [
        "决定对下列人员予以表彰：",
        "一等奖（1名）：李明",
        "二等奖（2名）：王芳、张磊",
        "三等奖（3名）：刘敏、陈刚、赵燕",
    ]
    assert paragraphs_of(stream_of(lines)) == lines
    lines = [
        "一、先进集体（2个）",
        "县财政局 石桥镇",
        "二、先进个人（4名）",
        "石桥镇：张建国 李秀兰",
        "柳林镇：王志强 刘芳",
    ]
    assert paragraphs_of(stream_of(lines)) == lines


def test_a_signature_above_its_date_ends_the_line_before() -> None:
    lines = [
        "牵头科室：综合科",
        "责任单位：区商务局、区投促中心，各街道办事处",
        "云州市人民政府办公室",
        "2021年3月10日",
    ]
    assert paragraphs_of(stream_of(lines)) == lines


def test_a_line_that_leaves_the_rest_of_its_sentence_or_figure_to_a_shorter_one_goes_on() -> None:
    head = ["云州市人民政府关于做好有关工作的通知", "各县（市、区）人民政府，市政府各部门："]
    for first, second in [
        ("本办法自2021年4月1日起施行，有效期", "至2026年3月31日。"),
        ("城乡居民用水的价格由2.30元/立方米调整为2.8", "0元/立方米。"),
        ("门诊慢性病和特殊疾病的起付标准分别由2", "00元、400元提高到300元、500元。"),
        ("《云州市人民政府关于节水的决定》已经市政府第8", "次常务会议通过，现予公布，自公布之日起施行。"),
        ("改造工程的竣工日期不迟于2021年11月1", "5日。"),
        ("贯彻落实中发〔2019〕18号文件和云发〔2019〕", "22号文件精神。"),
        ("《关于印发〈云州市人才引进办法〉的通知》", "（云办发〔2017〕30号）同时废止。"),
        ("改造小区120个。（责任单位：", "市住房城乡建设局，各县（市、区）政府）"),
        ("贯彻落实市委和市政府关于节约用水的有关文件", "的精神。"),
    ]:
        assert paragraphs_of(stream_of([*head, first, second])) == [*head, first + second]


def test_headings_and_titles_above_a_paragraph_do_not_go_on() -> None:
    lines = ["云州市人民政府关于做好有关工作的通知", "特此通知，请遵照执行。"]
    assert paragraphs_of(stream_of(lines)) == lines
    lines = ["同志们：", "持续推动全市经济实现质的有效提升", "今年要全面贯彻新发展理念，坚持稳中求进，推动增长。"]
    assert paragraphs_of(stream_of(lines)) == lines


def test_an_addressee_as_long_as_a_line_ends_it() -> None:
    lines = [
        "各县（市、区）人民政府，市政府各部门：",
        "你们关于调整规划的请示（云自然资〔2021",
        "〕8号）收悉，经研究，现将有关事项通知如",
        "下。",
    ]
    assert paragraphs_of(stream_of(lines)) == [lines[0], "".join(lines[1:])]


def test_duty_lines_tell_no_measure() -> None:
    lines = [
        "1.实施提升工程。",
        "责任单位：区住建局、区城管局",
        "完成时限：2021年10月底",
        "2.实施畅通工程。",
        "牵头单位：区交通局",
        "3.加快网络建设。（通信办负责，中国移动云州分",
        "公司、中国联通云州分公司、中国电信云州分公司",
        "配合）",
    ]
    assert paragraphs_of(stream_of(lines)) == [*lines[:5], "".join(lines[5:])]


def test_days_of_bylines_and_headings_above_a_year_do_not_go_on() -> None:
    lines = [
        "来源：云州市发展和改革委员会 发布时间：2017-08-01",
        "人工智能朗读：",
        "受市政府委托，我向大会作关于国民经济和社会发展计划执行情况的报告，请予审议。",
    ]
    assert paragraphs_of(stream_of(lines)) == lines
    lines = ["现通报如下：", "市属重点企业：云州水务集团、云州公交集团", "希望受表彰的单位再接再厉。"]
    assert paragraphs_of(stream_of(lines)) == lines
    lines = ["各位代表：", "一、2015年国民经济和社会发展总体态势", "2015年，全市经济保持平稳健康发展，完成全年目标。"]
    assert paragraphs_of(stream_of(lines)) == lines


def test_the_number_of_an_item_is_no_part_of_the_figure_below() -> None:
    lines = ["9", "新建11个分站，为计划的100%。", "10", "52.29万居民接受筛查。", "11", "完成3567万平方米改造。"]
    assert paragraphs_of(stream_of(lines)) == lines


def test_a_line_that_could_hold_no_more_goes_on_where_the_next_is_not_set_in() -> None:
    lines = [
        "　　——二〇二六年一月二十七日在云江市十",
        "四届人民代表大会第四次会议上",
        "　　各位代表：",
        "　　现在，我代表市人民政府向大会报告工作，",
        "请予审议，并请市政协各位委员提出意见。过",
        "去一年，全市经济稳中有进，质量效益持续提",
        "升，民生福祉不断改善。",
        "　　社会事业全面进步，治理效能稳步提高，生",
        "态环境持续改善。",
    ]
    assert [paragraph[:5] for paragraph in paragraphs_of(stream_of(lines))] == [
        "——二〇二",
        "各位代表：",
        "现在，我代",
        "社会事业全",
    ]


def test_addressees_that_fill_their_line_go_on() -> None:
    lines = [
        "各区县人民政府，云江开发区管委会，市政",
        "府各部门，各有关单位：",
        "为做好防汛工作，现就有关事项通知如下，",
        "请各单位结合实际，认真抓好贯彻落实，确",
        "保各项任务按时完成。",
        "要加强组织领导，压实工作责任，严格执行",
        "值班制度，重要情况及时报告市人民政府。",
    ]
    assert paragraphs_of(stream_of(lines))[0] == "".join(lines[:2])


def test_a_headline_that_fills_its_line_ends_above_the_news() -> None:
    lines = [
        "云江市明年开建二十个中型水源工程项目",
        "记者日前从市水利局获悉，今年全市水利投",
        "资将达150亿元，重点支持水源工程和灌区改",
        "造，新增供水能力两亿立方米，解决八十万",
        "人的饮水困难。",
    ]
    assert paragraphs_of(stream_of(lines)) == [lines[0], "".join(lines[1:])]


def test_a_unit_behind_a_figure_is_put_together_again() -> None:
    lines = ["加快布局智算中心，全市算力规模达到190Ef", "lops，累计引进企业一百五十家，培育", "平台三十个，"]
    assert "190Eflops" in stream_of(lines).text


def test_letters_with_marks_are_as_narrow_as_letters() -> None:
    lines = [
        "全市地區（qū）生產（chǎn）總值增長（zhǎng）了",
        "百分之六，規（guī）模以上工業（yè）增加值增長八",
        "個點，進出口總額持續（xù）回升，城鄉（xiāng）居",
        "民收入差距縮小。",
    ]
    assert len(paragraphs_of(stream_of(lines))) == 1


def test_a_sentence_of_a_text_without_a_measure_goes_on_where_a_word_is_torn() -> None:
    lines = [
        "全县水利工程完成较好，水毁修复64件，病险水",
        "库加固7件；河道治理2件；全县计划投资较上年增加，进展顺利，群众满意，各项工作有序推进，年内可以全部完成任务。",
        "二、下半年工",
        "作安排",
    ]
    found = paragraphs_of(stream_of(lines))
    assert found[0].startswith("全县水利工程完成较好，水毁修复64件，病险水库加固7件；")
    assert found[-1] == "作安排"  # headings are no sentences
