"""Quantities: value, unit, scale, comparator and its scope."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.gazette.language.quantities import Quantity, quantities
from orchestration.gazette.language.units import hectares, unit_of


def _one(text: str) -> Quantity:
    found = quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit", "base", "base_unit"),
    [
        ("建成5G基站3000个", 3000, "个", 3000, "个"),
        ("投资5,100亿元", 5100, "亿元", 5.1e11, "元"),
        ("改造1.05万套", 1.05, "万套", 10500, "套"),
        ("服务6万多项", 6, "万项", 60000, "项"),
        ("停车位1万余个", 1, "万个", 10000, "个"),
        ("总量达2.3万亿元", 2.3, "万亿元", 2.3e12, "元"),
        ("利用外资3.8亿美元", 3.8, "亿美元", 3.8e8, "美元"),
        ("参保人数达到120万，", 120, "万", 1_200_000, None),
        ("浓度为27微克/立方米", 27, "微克/立方米", 27, "微克/立方米"),
        ("死亡率0.6人/百亿元", 0.6, "人/百亿元", 0.6, "人/百亿元"),
        ("劳动生产率58万元/人", 58, "万元/人", 580000, "元/人"),
        ("发电450亿千瓦时", 450, "亿千瓦时", 4.5e10, "千瓦时"),
        ("提高1.5个百分点", 1.5, "个百分点", 1.5, "个百分点"),
        ("自增率3‰", 3, "‰", 3, "‰"),
        ("增长百分之七", 7, "%", 7, "%"),
        ("节约标准煤5万吨标准煤", 5, "万吨标准煤", 50000, "吨标准煤"),
        ("绿地200万平方米", 200, "万平方米", 2e6, "平方米"),
        ("播种面积320万亩", 320, "万亩", 3.2e6, "亩"),
        ("接待1.2亿人次", 1.2, "亿人次", 1.2e8, "人次"),
        ("购置设备500台（套）", 500, "台（套）", 500, "台（套）"),
        ("占比近八成", 8, "成", 80, "%"),
        ("算力1.7万P", 1.7, "万P", 17000, "P"),
        ("用地３．５公顷", 3.5, "公顷", 3.5, "公顷"),
        ("里程增加到2万5千公里", 2.5, "万公里", 25000, "公里"),
        ("投资1亿2000万元", 1.2, "亿元", 1.2e8, "元"),
        ("总产值2亿5千万元", 2.5, "亿元", 2.5e8, "元"),
        ("游客1亿3千多万人次", 1.3, "亿人次", 1.3e8, "人次"),
        ("接待3万5000人次", 3.5, "万人次", 35000, "人次"),
        ("购置30辆（台）", 30, "辆（台）", 30, "辆（台）"),
        ("提升2个等级", 2, "个等级", 2, "个等级"),
        ("标准提高到20℃", 20, "℃", 20, "℃"),
        ("算力达5.2百亿亿次/秒", 5.2, "百亿亿次/秒", 5.2e18, "次/秒"),
        ("产值突破百亿，", 100, "亿", 1e10, None),
        ("产量稳定在百万吨以上", 100, "万吨", 1e6, "吨"),
        ("举办超千场演出", 1000, "场", 1000, "场"),
        ("投诉下降三成", 3, "成", 30, "%"),
        ("交易额增长两倍", 2, "倍", 2, "倍"),
        ("收入比缩小至2.3∶1", 2.3, None, 2.3, None),
        ("收入倍差降至1.9，", 1.9, None, 1.9, None),
        ("旅游收入破万亿，", 10000, "亿", 1e12, None),
        ("总算力突破700PF", 700, "PF", 700, "PFlops"),
        ("产能达85GWh", 85, "GWh", 85, "GWh"),
        ("产能达1.2万吉瓦时", 1.2, "万吉瓦时", 12000, "吉瓦时"),
        ("算力规模突破70Eflops", 70, "Eflops", 70, "EFlops"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str | None, base: float, base_unit: str | None) -> None:
    found = _one(text)
    assert (found.value, found.unit, found.base_value, found.base_unit) == (value, unit, base, base_unit)


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("增长7%", "="),
        ("达到7%", "="),
        ("力争7%", "="),
        ("7%以上", ">="),
        ("不低于7%", ">="),
        ("不少于20家", ">="),
        ("超过20家", ">="),
        ("突破20家", ">="),
        ("超20家", ">="),
        ("过百亿元", ">="),
        ("至少20家", ">="),
        ("至少组织两场", ">="),
        ("20余家", ">="),
        ("20多家", ">="),
        ("10多万人", ">="),
        ("5%以内", "<="),
        ("5%以下", "<="),
        ("不超过5%", "<="),
        ("不高于5%", "<="),
        ("低于5%", "<="),
        ("控制在5%以内", "<="),
        ("5%左右", "~"),
        ("约5%", "~"),
        ("控制在5%左右", "~"),
        ("10-15家", "range"),
        ("10—15家", "range"),
        ("10至15家", "range"),
        ("10到15万吨", "range"),
        ("5%-6%", "range"),
        ("1.2万—1.5万吨", "range"),
        ("通过20家", "="),
        ("签约20家", "="),
    ],
)
def test_comparator(text: str, comparator: str) -> None:
    assert _one(text).comparator == comparator


@pytest.mark.parametrize(
    ("text", "comparators"),
    [
        ("22个、1.05万套以上", ["=", ">="]),
        ("分别增长7%、8%左右", ["~", "~"]),
        ("分别下降3.5%、3%左右和4%", ["=", "~", "="]),
        ("分别超98.5%和99%", [">=", ">="]),
        ("分别控制在4.2%、3%、2.5‰以内", ["<=", "<=", "<="]),
        ("分别为4.8%左右和4.3%左右", ["~", "~"]),
        ("增长7%和8%以上", ["=", ">="]),
    ],
)
def test_scope_of_comparators(text: str, comparators: list[str]) -> None:
    assert [q.comparator for q in quantities(text)] == comparators


@pytest.mark.parametrize(
    ("text", "bounds", "unit"),
    [
        ("新增10-15家", (10, 15), "家"),
        ("10到15万吨", (10, 15), "万吨"),
        ("5%至6.5%", (5, 6.5), "%"),
        ("3万-5万人", (3, 5), "万人"),
    ],
)
def test_ranges(text: str, bounds: tuple[float, float], unit: str) -> None:
    found = _one(text)
    assert (found.value, found.value_upper) == bounds
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("提高20.9、36.2、54个百分点", [20.9, 36.2, 54]),
        ("分别建成5、8和12座", [5, 8, 12]),
        ("由5.51件提高到6件", [5.51, 6]),
        ("2598笔、301.9亿元", [2598, 301.9]),
    ],
)
def test_lists(text: str, values: list[float]) -> None:
    assert [q.value for q in quantities(text)] == values


@pytest.mark.parametrize(
    "text",
    [
        "第5位",
        "PM2.5浓度",
        "5G和4K",
        "三五年规划",
        "一体化",
        "12345热线",
        "个人",
        "三大行动",
        "5+N模式",
        "建立一个机制",
        "A4纸",
        "前十强",
        "亿元以上项目",
    ],
)
def test_no_quantity(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    ("value", "unit", "area"),
    [
        (15, "亩", 1.0),
        (1, "平方公里", 100.0),
        (1, "万平方米", 1.0),
        (2.5, "公顷", 2.5),
        (1, "万亩", 10000 / 15),
        (3, "吨", None),
    ],
)
def test_areas_in_hectares(value: float, unit: str, area: float | None) -> None:
    found = hectares(value, unit)
    assert found == (None if area is None else pytest.approx(area))


def test_units_know_their_dimension() -> None:
    assert [unit_of(u).dimension for u in ("元", "%", "个百分点", "亩", "户", "微克/立方米")] == [
        "money",
        "ratio",
        "points",
        "area",
        "households",
        "rate",
    ]


@given(
    st.decimals(min_value="0.01", max_value="9999", places=2),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "家", "个", "公里", "亩", "人次", "%", "平方米", "吨"]),
    st.sampled_from([("", "="), ("以上", ">="), ("以内", "<="), ("左右", "~")]),
)
def test_what_is_printed_is_read(number: object, scale: str, unit: str, suffix: tuple[str, str]) -> None:
    if unit == "%":
        scale = ""
    text = f"完成{number}{scale}{unit}{suffix[0]}。"
    found = _one(text)
    assert found.value == float(str(number))
    assert found.unit == scale + unit
    assert found.comparator == suffix[1]
    assert text[found.start : found.end] == text[2:-1]
    assert found.base_value == pytest.approx(float(str(number)) * {"": 1, "万": 1e4, "亿": 1e8}[scale])


@pytest.mark.parametrize("text", ["装机达到55GWp", "装机达到2万GWp", "建成5G基站", "带宽10Gb"])
def test_a_unit_never_ends_inside_a_longer_run_of_letters(text: str) -> None:
    assert quantities(text) == []


def test_a_unit_printed_whole_only_behind_the_last_of_a_list_is_that_of_all() -> None:
    assert [(q.value, q.unit) for q in quantities("分别高于全国6.2个、7个百分点")] == [
        (6.2, "个百分点"),
        (7, "个百分点"),
    ]
    assert [(q.value, q.unit) for q in quantities("惠及350万、230万人次")] == [(350, "万人次"), (230, "万人次")]
    assert [(q.value, q.unit) for q in quantities("建成8个、12个广场")] == [(8, "个"), (12, "个")]


@pytest.mark.parametrize(
    "text", ["召开十二届三次全会", "透过2019回望来路", "比例为3∶2", "系数为0.4", "占三成", "打破纪录", "上午9：30"]
)
def test_what_only_looks_like_a_figure(text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize("text", ["跨上3万亿元台阶", "跨越5000亿元大关", "突破百亿元", "产值迈上4万亿元新台阶"])
def test_a_step_gained_is_a_lower_bound(text: str) -> None:
    assert _one(text).comparator == ">="
