"""Lines that break inside a figure of land or its words."""

from __future__ import annotations

import pytest

from tests.support.land_examples import own_name, read, shown


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "今年上半年，全市共供应土地68宗、3865\n亩。其中，工业用地2180亩，公共设\n施用地725亩。",
            ["total | - | 3865亩", "by_use | 工业用地 | 2180亩", "by_use | 公共设施用地 | 725亩"],
        ),
        (
            "2023年，全市供应商服用地120公顷，供应交通运输用\n地270公顷。",
            ["by_use | 商服用地 | 120公顷", "by_use | 交通运输用地 | 270公顷"],
        ),
        (
            "2023年全市土地供应计划中，中心城区200公顷，华容县\n250公顷。",
            ["by_region | - | 200公顷", "by_region | - | 250公顷"],
        ),
        ("其中，住宅用地计划分区供应，产权住宅用\n地350公顷。", ["by_use | 产权住宅用地 | 350公顷"]),
        ("上半年，征收土地4200亩。下半年，计划\n供应土地5000亩。", ["total | - | 5000亩"]),
    ],
)
def test_a_line_that_breaks_inside_a_figure_is_put_together(text: str, figures: list[str]) -> None:
    made, found, _ = read("荆州市自然资源局发布2023年土地供应情况", text)
    told = [f"{f.breakdown} | {f.land_use or '-'} | {f.area:.10g}{f.unit}" for f in found]
    assert told == figures
    assert all(made.text[f.start : f.end].replace("\n", "").endswith(f.unit) for f in found)


def test_a_headline_without_a_mark_is_not_joined_to_what_follows() -> None:
    text = "今年荆州将供应土地，住宅用地占两成\n住宅用地145公顷。"
    _, found, _ = read("荆州市2023年土地供应计划", text)
    assert [shown(f, own_name(found)) for f in found] == ["planned | 2023 | by_use | - | 住宅用地 | 145公顷 | -"]
