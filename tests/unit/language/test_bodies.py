"""Bodies: where lists of names split, which brackets belong to a name, what is no body."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from orchestration.gazette.language.bodies import is_body, is_person, split_bodies


def names(text: str) -> list[str]:
    return [body.name for body in split_bodies(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("市教育局、市财政局，各区县政府", ["市教育局", "市财政局", "各区县政府"]),
        ("市自然资源和规划局、市文化和旅游局", ["市自然资源和规划局", "市文化和旅游局"]),
        ("市教育局和市财政局以及各区县政府", ["市教育局", "市财政局", "各区县政府"]),
        ("市工业和信息化局与市商务局", ["市工业和信息化局", "市商务局"]),
        ("省发展改革委（省能源局）会同省财政厅", ["省发展改革委（省能源局）", "省财政厅"]),
        ("市应急局、市委网信办等有关部门和单位", ["市应急局", "市委网信办"]),
        ("市应急局等部门", ["市应急局"]),
        ("市司法局等市政府有关部门单位", ["市司法局", "市政府有关部门单位"]),
        ("市教育局、市财政局等", ["市教育局", "市财政局"]),
        ("各区县政府（含高新区、经济开发区管委会，下同）", ["各区县政府"]),
        ("各县（市、区）人民政府及省直有关部门", ["各县（市、区）人民政府", "省直有关部门"]),
        ("各市、县（区）人民政府，省教育厅", ["各市、县（区）人民政府", "省教育厅"]),
        ("各县、特区、区人民政府，市教育局", ["各县、特区、区人民政府", "市教育局"]),
        ("各县、区人民政府（管委会）", ["各县、区人民政府（管委会）"]),
        ("市防汛指挥部（办公室）成员单位", ["市防汛指挥部（办公室）成员单位"]),
        ("市人民政府和社会资本合作中心", ["市人民政府和社会资本合作中心"]),
        ("各有关部门和单位", ["各有关部门和单位"]),
        ("市政府各部门及中央、省驻云有关单位", ["市政府各部门", "中央、省驻云有关单位"]),
        ("商务部、供销合作总社等和各有关省级人民政府", ["商务部", "供销合作总社", "各有关省级人民政府"]),
        ("中央和国家机关工委、教育部", ["中央和国家机关工委", "教育部"]),
        ("市教育局市财政局", ["市教育局", "市财政局"]),
        ("市教育局 市财政局", ["市教育局", "市财政局"]),
        ("市总工会及有关保险机构", ["市总工会", "有关保险机构"]),
        ("", []),
    ],
)
def test_lists_split(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "name",
    [
        "市教育局",
        "团市委",
        "市妇联",
        "国网云州供电公司",
        "县（市）区政府",
        "市外办",
        "各乡镇人民政府",
        "自由贸易试验区管委会",
        "人民银行云州市中心支行",
    ],
)
def test_bodies(name: str) -> None:
    assert is_body(name)


@pytest.mark.parametrize(
    "name",
    ["主要负责人", "副市长", "持续推进", "以下任务均需各县区政府", "分管负责同志", "局", "2021年6月底", "各级领导"],
)
def test_no_bodies(name: str) -> None:
    assert not is_body(name)


def test_persons() -> None:
    assert is_person("项目负责人")
    assert not is_person("市教育局")


BODIES = [
    "市教育局",
    "市自然资源和规划局",
    "各区县政府",
    "市防汛指挥部（办公室）",
    "国网云州供电公司",
    "省驻云有关单位",
]


@settings(deadline=None)
@given(st.lists(st.sampled_from(BODIES), min_size=1, max_size=8), st.data())
def test_what_is_joined_splits_again(bodies: list[str], data: st.DataObject) -> None:
    text = bodies[0]
    for body in bodies[1:]:
        text += data.draw(st.sampled_from("、，；")) + body
    marks = list(split_bodies(text, 0, len(text)))
    assert [mark.name for mark in marks] == bodies
    assert [text[mark.start : mark.end] for mark in marks] == bodies
