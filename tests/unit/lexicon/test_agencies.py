"""Bodies: one id however the name is abbreviated, full names by the seed, classes of bodies left alone."""

from __future__ import annotations

import pytest

from orchestration.gazette.lexicon import agency, agency_details
from orchestration.gazette.lexicon.agencies import _forms
from orchestration.gazette.lexicon.seeds import rows, split

HOME = "370300"


@pytest.mark.parametrize(
    ("names", "agency_id", "full"),
    [
        (
            "市发展改革委 市发改委 发改委 淄博市发展和改革委员会 市发展和改革委",
            "发展和改革委员会",
            "淄博市发展和改革委员会",
        ),
        ("市卫生健康委 市卫健委 淄博市卫生健康委员会", "卫生健康委员会", "淄博市卫生健康委员会"),
        ("市市场监管局 市场监管局 市市场监督管理局", "市场监督管理局", "淄博市市场监督管理局"),
        (
            "市人力资源社会保障局 市人社局 淄博市人力资源和社会保障局",
            "人力资源和社会保障局",
            "淄博市人力资源和社会保障局",
        ),
        ("市住建局 市住房城乡建设局 市住房和城乡建设局", "住房和城乡建设局", "淄博市住房和城乡建设局"),
        (
            "市国资委 淄博市人民政府国有资产监督管理委员会",
            "国有资产监督管理委员会",
            "淄博市人民政府国有资产监督管理委员会",
        ),
        ("市税务局 国家税务总局淄博市税务局", "税务局", "国家税务总局淄博市税务局"),
        ("团市委 共青团淄博市委 团委 市团委 共青团市委 淄博团市委", "共青团委员会", "共青团淄博市委员会"),
        ("市委 淄博市委 中共淄博市委 中共淄博市委员会", "党委", "中共淄博市委员会"),
        ("市委编办 中共淄博市委机构编制委员会办公室", "党委机构编制委员会办公室", "中共淄博市委机构编制委员会办公室"),
        ("淄博银保监分局", "银保监分局", "中国银行保险监督管理委员会淄博监管分局"),
        ("人民银行淄博市中心支行 中国人民银行淄博市中心支行", "中心支行", "中国人民银行淄博市中心支行"),
        ("淄博海关", "海关", "淄博海关"),
        ("国网淄博供电公司 淄博供电公司", "供电公司", "国网淄博供电公司"),
        ("市政府 淄博市人民政府 市人民政府", "人民政府", "淄博市人民政府"),
        ("市政府办公室 淄博市人民政府办公室 市政府办", "人民政府办公室", "淄博市人民政府办公室"),
        ("市民政局 民政局 淄博市民政局", "民政局", "淄博市民政局"),
        ("残联 市残联 市残疾人联合会", "残疾人联合会", "淄博市残疾人联合会"),
        ("妇联 市妇联 淄博市妇联", "妇女联合会", "淄博市妇女联合会"),
        ("淄博市行政审批服务局（淄博市政务服务管理办公室）", "行政审批服务局", "淄博市行政审批服务局"),
    ],
)
def test_one_body_has_one_id(names: str, agency_id: str, full: str) -> None:
    for name in names.split():
        details = agency_details(name, HOME)
        assert details is not None, name
        assert (details.agency_id, details.name) == (f"{HOME}/{agency_id}", full), name


@pytest.mark.parametrize(
    "name",
    [
        "各区县政府",
        "市政府各部门单位",
        "市政府有关部门单位",
        "有关部门",
        "各有关单位",
        "相关部门",
        "市直有关部门",
        "责任单位",
        "各镇办",
        "副市长",
        "主要负责人",
        "部门",
        "政府",
        "区教育局",
        "县残联",
        "团县委",
        "县团委",
    ],
)
def test_classes_persons_and_the_unknown_are_no_body(name: str) -> None:
    assert agency(name, HOME) is None


def test_the_home_place_decides_whose_a_body_is() -> None:
    assert agency("市财政局", "370300") == "370300/财政局"
    assert agency("市财政局", "370321") == "370300/财政局"
    assert agency("县财政局", "370321") == "370321/财政局"
    assert agency("市财政局", "370481") == "370481/财政局"  # a county-level city is its own 市
    assert agency("省财政厅", "370321") == "370000/财政厅"
    assert agency("自治区财政厅", "450100") == "450000/财政厅"
    assert agency("区教委", "110105") == "110105/教育委员会"
    assert agency("市教委", "110105") == "110000/教育委员会"
    assert agency("市财政局") is None
    assert agency("张店区教育局", HOME) == agency("教育局", "370303") == "370303/教育局"


def test_bodies_of_the_state_belong_to_nobody() -> None:
    assert agency("国家发展改革委", HOME) == "cn/国家发展和改革委员会"
    assert agency("财政部") == "cn/财政部"
    details = agency_details("国务院", HOME)
    assert details is not None
    assert (details.level, details.region_id) == ("other", None)


def test_committees_of_zones_stand_under_the_zone() -> None:
    names = ("高新区管委会", "淄博高新技术产业开发区管理委员会", "高新区管理委员会")
    assert {agency(name, HOME) for name in names} == {"370300-高新区/管理委员会"}
    assert agency("文昌湖区管委会", HOME) == "370300-文昌湖区/管理委员会"
    assert agency("淄川经济开发区管理委员会", HOME) == "370302-经开区/管理委员会"


def test_a_body_without_a_row_keeps_its_name_with_its_place_written_out() -> None:
    details = agency_details("市物流产业发展中心", HOME)
    assert details is not None
    assert (details.agency_id, details.name) == ("370300/物流产业发展中心", "淄博市物流产业发展中心")
    assert agency("淄博市物流产业发展中心", HOME) == details.agency_id
    assert details.agency_type == "unregistered"


def test_a_word_that_begins_with_a_place_word_is_no_place() -> None:
    assert agency("市场发展中心", HOME) == "370300/市场发展中心"
    assert agency("市场监管局", HOME) == "370300/市场监督管理局"


def test_what_a_list_drops_does_not_matter() -> None:
    assert agency(" 市 财政局", HOME) == agency("原市财政局", HOME) == "370300/财政局"


@pytest.mark.parametrize("home", ["370300", "370303", "110000", "450100", "500000"])
def test_a_full_name_leads_back_to_its_id(home: str) -> None:
    wrong = []
    for row in rows("agencies"):
        if row["scope"] != "local":
            continue
        details = agency_details(row["name"], home)
        if details and agency(details.name, home) != details.agency_id:
            wrong.append((row["name"], details.name, agency(details.name, home)))
    assert wrong == []


def test_no_form_of_the_seed_means_two_bodies() -> None:
    local = [row for row in rows("agencies") if row["scope"] == "local"]
    names = {row["name"] for row in local}
    meant: dict[str, str] = {}
    for row in local:
        for alias in split(row["aliases"]):
            assert alias not in names or alias == row["name"], (alias, row["name"])
            assert meant.setdefault(alias, row["name"]) == row["name"], alias
    assert len(local) == len(names)
    assert all(row["reason"] and row["agency_type"] for row in local)
    assert _forms()[0]


def test_traditional_names_mean_the_same_bodies() -> None:
    assert agency("廣東省科技廳") == agency("广东省科技厅") == "440000/科学技术厅"
    assert agency("廣東省數字發展中心") == agency("广东省数字发展中心")
    details = agency_details("乾县物流产业发展中心", "610400")
    assert details is not None
    assert details.name == "乾县物流产业发展中心"


def test_a_ministry_is_never_the_home_places_own() -> None:
    assert agency("外交部", HOME) == agency("中华人民共和国外交部") == "cn/外交部"
    assert agency("某某部", HOME) == "cn/某某部"


def test_the_session_of_a_congress_is_no_part_of_its_name() -> None:
    assert agency("山西省第十三届人民代表大会常务委员会") == "140000/人民代表大会常务委员会"
    assert agency("第十三届全国人民代表大会常务委员会") == "cn/全国人民代表大会常务委员会"


def test_the_league_of_a_county_is_the_county_s() -> None:
    assert agency("团县委", "370321") == agency("团委", "370321") == "370321/共青团委员会"
    assert agency("团市委", "370321") == "370300/共青团委员会"
    assert agency("团市委") is None
