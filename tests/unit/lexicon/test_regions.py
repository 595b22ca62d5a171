"""Places: names as people of a home place mean them, zones under their host, and nothing that two places could mean."""

from __future__ import annotations

import pytest

from orchestration.gazette.lexicon import region, regions_in
from orchestration.gazette.lexicon.regions import table, zone_label


@pytest.mark.parametrize(
    ("name", "home", "expected"),
    [
        ("淄博市", None, "370300"),
        ("淄博", None, "370300"),
        ("山东", None, "370000"),
        ("山东省淄博市张店区", None, "370303"),
        ("淄博市张店区", None, "370303"),
        ("张店区", "370300", "370303"),
        ("张店", "370300", "370303"),
        ("全市", "370300", "370300"),
        ("我市", "370303", "370300"),
        ("我区", "370303", "370303"),
        ("全县", "370321", "370321"),
        ("全省", "370303", "370000"),
        ("全市", "110000", "110000"),
        ("全市", "370481", "370481"),
        ("济南", "370300", "370100"),
        ("广西", None, "450000"),
        ("内蒙古自治区", None, "150000"),
        ("延边", None, "222400"),
        ("襄樊市", None, "420600"),
        ("吉林", None, "220000"),
        ("鼓楼区", "320100", "320106"),
        ("鼓楼区", "350100", "350102"),
        ("朝阳区", "110000", "110105"),
    ],
)
def test_names_are_read_from_their_home(name: str, home: str | None, expected: str) -> None:
    assert region(name, home) == expected


@pytest.mark.parametrize(
    ("name", "home"),
    [
        ("鼓楼区", None),
        ("市中区", "370300"),
        ("全区", "370300"),
        ("全市", None),
        ("高新区", None),
        ("", "370300"),
        ("某某市", "370300"),
        ("项目区", "370300"),
        ("示范区", "370300"),
    ],
)
def test_what_nobody_can_tell_stays_unknown(name: str, home: str | None) -> None:
    assert region(name, home) is None


@pytest.mark.parametrize(
    ("name", "home", "expected"),
    [
        ("高新区", "370300", "370300-高新区"),
        ("淄博高新技术产业开发区", "370300", "370300-高新区"),
        ("文昌湖省级旅游度假区", "370300", "370300-文昌湖区"),
        ("文昌湖区", "370300", "370300-文昌湖区"),
        ("经济开发区", "370300", "370300-经开区"),
        ("淄博经济开发区", "370300", "370300-经开区"),
        ("高新技术产业开发区", "320500", "320500-高新区"),
        ("苏州国家高新技术产业开发区", "320500", "320500-高新区"),
        ("苏州高新区", "320500", "320500-高新区"),
        ("淄川经济开发区", "370300", "370302-经开区"),
        ("青岛综合保税区", "370200", "370200-综合保税区"),
        ("综保区", "370200", "370200-综合保税区"),
    ],
)
def test_zones_stand_under_their_host(name: str, home: str, expected: str) -> None:
    assert region(name, home) == expected


def test_long_and_short_names_of_a_zone_give_one_label() -> None:
    long = ("高新技术产业开发区", "国家级高新技术产业开发区", "高新技术开发区", "高新区")
    assert {zone_label(name) for name in long} == {"高新区"}
    assert {zone_label(name) for name in ("经济技术开发区", "经济开发区", "经开区")} == {"经开区"}
    assert zone_label("滨海经济技术开发区") == "滨海经开区"


def test_parts_of_a_place_are_its_counties_and_zones() -> None:
    parts = regions_in("370300")
    assert {parts[name] for name in ("张店区", "淄川", "桓台县", "高新区", "经济开发区", "文昌湖")} == {
        "370303",
        "370302",
        "370321",
        "370300-高新区",
        "370300-经开区",
        "370300-文昌湖区",
    }
    assert "淄博市" not in parts
    assert "370481" not in parts.values()
    assert regions_in("370000")["淄博"] == "370300"


def test_a_divided_county_gives_its_name_to_the_living_one() -> None:
    # 密云县 became 密云区 with another code; both are known, the short name means the living one.
    assert table()["110228"].is_current is False
    assert region("密云县") == "110228"
    assert region("密云", "110000") == "110118"


def test_every_region_lies_in_a_region() -> None:
    for item in table().values():
        if item.region_type == "province":
            assert item.parent_id is None, item
        else:
            assert item.parent_id in table(), item


def test_every_current_full_name_leads_to_its_region_from_its_parent() -> None:
    wrong = [
        (item.region_id, item.name)
        for item in table().values()
        if item.is_current and item.parent_id and region(item.name, item.parent_id) != item.region_id
    ]
    assert wrong == []
