"""Land supply against own short plans: plans, news, tables, and texts that hold none."""

from __future__ import annotations

import pytest

from tests.support.land_examples import Example, examples, own_name, read, shown


@pytest.mark.parametrize("example", examples(), ids=lambda e: e.name)
def test_an_example_is_read_as_a_person_reads_it(example: Example) -> None:
    made, figures, _ = read(example.title, example.text)
    own = own_name(figures)
    assert sorted(shown(f, own) for f in figures) == sorted(example.figures)
    for figure in figures:
        quote = made.text[figure.start : figure.end]
        assert f"{figure.area:.10g}".split(".")[0] in quote.replace(",", "").replace("，", "").replace(" ", "")
        assert 0 <= figure.start < figure.end <= len(made.text)


def test_there_are_enough_examples() -> None:
    assert len(examples()) >= 100


def test_a_damaged_figure_is_a_warning() -> None:
    _, figures, notices = read("菏泽市国有建设用地供应计划", "商服用地90.1公顷，住宅用地.4公顷，特殊用地为公顷。")
    assert [figure.area for figure in figures] == [90.1]
    assert [(notice.code, notice.quote) for notice in notices] == [
        ("damaged_figure", "住宅用地.4公顷"),
        ("damaged_figure", "特殊用地为公顷"),
    ]


def test_a_list_that_does_not_match_its_heads_is_a_warning() -> None:
    _, figures, notices = read("菏泽市2020年国有建设用地供应计划", "商服用地、住宅用地分别为10公顷、20公顷、30公顷。")
    assert figures == []
    assert [notice.code for notice in notices] == ["unmatched_list"]


def test_a_table_without_a_unit_is_a_warning() -> None:
    text = "国有建设用地供应计划表\n用途 | 面积\n商服用地 | 10\n住宅用地 | 20\n（共计30公顷）"
    _, figures, notices = read("菏泽市2020年国有建设用地供应计划", text)
    assert "unit_unknown" in {notice.code for notice in notices}
    assert all(figure.breakdown == "total" for figure in figures)


def test_areas_are_in_hectares_and_places_have_their_ids() -> None:
    _, figures, _ = read(
        "沭阳县2020年度国有建设用地供应计划", "全县国有建设用地供应总量1500亩，其中住宅用地45万平方米。"
    )
    assert [(figure.area_ha, figure.region_id) for figure in figures] == [(100.0, "321322"), (45.0, "321322")]
    assert figures[1].land_use_id == "plan-3"


def test_joined_kinds_of_a_housing_plan_are_housing_land() -> None:
    text = "全市住房用地供应计划总量600亩，其中城中村、棚户区改造以及拆迁安置用地200亩。"
    _, figures, _ = read("荆州市2024年住房用地供应计划", text)
    assert [figure.parent_land_use for figure in figures] == [None, "住宅用地"]
    _, figures, _ = read("荆州市2024年国有建设用地供应计划", "城中村、棚户区改造以及拆迁安置用地200亩。")
    assert [figure.parent_land_use for figure in figures] == [None]


def test_districts_as_against_counties_are_no_place() -> None:
    _, figures, _ = read("-", "广州市国土局公布2012年市辖区建设用地供应计划。2012年广州计划供应土地18.5平方公里。")
    assert {figure.region_name for figure in figures} == {"广州市"}


def test_the_scheme_is_known_by_its_names() -> None:
    text = "2024年计划供应居住用地10公顷、商业服务业用地5公顷、工矿用地20公顷、公用设施用地2公顷。"
    _, figures, _ = read("荆州市2024年度国有建设用地供应计划", text)
    assert [figure.land_use_id for figure in figures] == ["landsea-07", "landsea-09", "landsea-10", "landsea-13"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("7月1日，资阳统筹用好增量。2020年，全市供应工业用地799亩。", "资阳市"),
        ("4月2日，湖北省荆州市自然资源局发布《荆州市各区2024年度国有建设用地供应计划》，总量480公顷。", "荆州市"),
        ("苏州市吴中区自然资源局昨日发布消息，2024年计划供应住宅用地48公顷。", "吴中区"),
        ("近日，《昆山市2024年住宅用地供应计划》公布，计划供应住宅用地480亩。", "昆山市"),
        ("2020年，江西全省供应建设用地2万亩。赣州、九江、上饶供地总量居前三位，分别为3万亩、2万亩和1万亩。", "江西省"),
        ("现将上半年土地供应情况通报如下。全市共供应土地12宗，面积53公顷。\n荆州市国土资源局\n2016年7月15日", "荆州市"),
        ("2023年绍兴市区国有建设用地供应计划公布，其中上虞区计划供应住宅用地480亩，总量2200亩。", "绍兴市区"),
        ("我市城区年度国有建设用地供应计划公布。记者从邵阳市自然资源局获悉，计划供应总量460公顷。", "城区"),
        ("郴州市本级2023年国有建设用地供应计划获批，供应总量460公顷，市区住宅用地120公顷。", "郴州市本级"),
    ],
)
def test_the_place_is_the_one_that_the_plan_or_its_office_names(text: str, name: str) -> None:
    _, figures, _ = read("", text)
    assert figures
    own = [figure for figure in figures if figure.breakdown in ("total", "by_use")]
    assert {figure.region_name for figure in own} <= {name, f"苏州市{name}"}
    assert all(figure.region_id for figure in own)


def test_the_old_measure_is_read_where_no_hectares_are_printed() -> None:
    _, figures, _ = read("石潭县2012年度国有建设用地供应计划", "住宅用地3顷。")
    assert [(figure.area_ha, figure.unit) for figure in figures] == [(20.0, "顷")]


def test_a_scale_in_words_belongs_to_the_unit() -> None:
    _, figures, _ = read("", "2012年全国已落实保障性住房用地两万多公顷。")
    assert [(figure.area, figure.unit, figure.area_ha) for figure in figures] == [(2, "万公顷", 20000)]


def test_the_nation_is_spoken_for_by_its_own_body() -> None:
    text = "国土资源部最新数据显示，上半年全国房地产用地供应8.2万公顷，增幅较大的包括北京市（267%）。"
    _, figures, _ = read("", text)
    assert [(figure.region_name, figure.breakdown) for figure in figures] == [("全国", "by_use")]


def test_a_range_of_areas_is_a_notice_and_no_figure() -> None:
    text = "国有建设用地供应总量为620公顷，住宅用地供应规模为240-360公顷，租赁住房用地12公顷至15公顷，商服用地30公顷。"
    _, figures, notices = read("菏泽市2023年国有建设用地供应计划", text)
    assert [figure.area for figure in figures] == [620, 30]
    assert {notice.code for notice in notices} == {"area_range"}
