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
        assert f"{figure.area:.10g}".split(".")[0] in quote.replace(",", "")
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


def test_the_scheme_is_known_by_its_names() -> None:
    text = "2024年计划供应居住用地10公顷、商业服务业用地5公顷、工矿用地20公顷、公用设施用地2公顷。"
    _, figures, _ = read("荆州市2024年度国有建设用地供应计划", text)
    assert [figure.land_use_id for figure in figures] == ["landsea-07", "landsea-09", "landsea-10", "landsea-13"]
