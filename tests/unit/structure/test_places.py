"""The place a document speaks for."""

from __future__ import annotations

import pytest

from orchestration.gazette.structure.places import region_of

CASES = [
    ("淄博市人民政府办公室", "关于印发要点的通知", "", "淄博市"),
    (None, "2026年安徽省政府工作报告", "", "安徽省"),
    # a place at the head of a title is one, registered or not
    (None, "石潭市2022年度国有建设用地供应计划", "", "石潭市"),
    ("石潭市人民政府", "关于印发要点的通知", "", "石潭市"),
    (None, "厦门2015年72幅地入市", "", "厦门"),
    # words that only look like places
    (None, "城市管理办法", "", None),
    (None, "各区县2021年工作要点", "", None),
    (None, "全市2021年工作要点", "", None),
    # the speaker's own words
    (None, "政府工作报告", "各位代表：现在，我代表桓台县人民政府，向大会报告工作。", "桓台县"),
    # the report's own place, whoever else is named before it
    (None, "", "商洛市委常委到镇安县调研。\n5月7日的镇安县政府工作报告作了部署。", "镇安县"),
    # a province or city in a headline, by its short name and beside the glosses of web pages
    (None, "工作报告提出：2012年漳州经（jīng）济社会发展目标", "", "漳州"),
    (None, "", "要闻\n市长作报告提出今年上海主要预期目标\n全文如下。", "上海"),
    (None, "", "今年上海主要预期目标已经明确，各方面正在落实。各地也要加快。", None),
    # a text that names many places speaks for none of them
    (None, "", "张店区、淄川区、博山区负责同志参加会议。", None),
    (None, "", "让老城区焕发新活力，老城区面貌一新。", None),
    (None, "", "临淄区召开会议。临淄区要求各镇抓好落实，淄川区派员观摩。", "临淄区"),
    (None, "", "张店区、淄川区、博山区分别增长。\n淄博市正在总结，淄博市各项工作有序。", "淄博市"),
    # names that arise across the border of two words, or end inside a word
    (None, "", "计划供应城市公共用地20公顷，供应城市道路用地8公顷。", None),
    (None, "", "推进新增城市轨道交通建设。", None),
    (None, "", "沿海城市发展很快，沿海城市增多。", None),
    (None, "", "华南山区道路全部通车，华南山区面貌一新。", None),
    (None, "", "湖北省应城市召开会议。", "应城市"),
    (None, "", "上海市场今年活跃，上海市场规模扩大。", None),
    # names that are a verb with its object, unless their office is named
    (None, "县教育局2017年工作计划", "新建县第一实验小学、扩建县第二中学。", None),
    (None, "", "合作市人民政府召开会议。", "合作市"),
    # time, verbs and words for the whole belong to no name
    (None, "上半年全市经济稳中向好", "", None),
    (None, "上半年温州经济总体平稳", "", "温州"),
    (None, "全州旅游收入过半", "", None),
    (None, "李光区长作区人民政府工作报告", "", None),
    # a place left out, of an address, of a post, of a dateline; one below what the text calls its own
    (None, "", "全省中小学（不含厦门市）全部达标。", None),
    (None, "", "地块位于郑州市金水区农业路74号。", None),
    (None, "", "李光，此前任河南省委政法委书记。", None),
    (None, "", "新华网北京市7月28日电，各地推进改革。", None),
    (None, "", "全市脱贫，我市公布成效。龙陵县动态调整，我市另有安排。", None),
    (None, "", "会议要求，省委决定，省十二届人大三次会议召开。蚌埠市人大常委会已决定接受其辞职。", None),
    ("国务院", "国务院关于总体规划的批复", "河南省人民政府：\n同意河南省的规划。", None),
    (None, "关于总体规划的批复", "济南市人民政府：\n同意你市的规划。", None),
    # whom a notice goes to, and whose documents it goes back to
    (None, "", "各县（市、区）人民政府，东城区管委会，市人民政府各部门：\n现印发给你们。", None),
    (None, "", "为落实《山东省人民政府关于改革的意见》，市政府决定：\n全市要抓好，省委有部署，我市要落实。", None),
]


@pytest.mark.parametrize(("issuer", "title", "head", "expected"), CASES)
def test_the_place_spoken_for(issuer: str | None, title: str, head: str, expected: str | None) -> None:
    assert region_of(issuer, title, head) == expected


def test_the_gazettes_own_place_stands_where_the_document_names_none() -> None:
    assert region_of(None, "工作要点", "各单位抓好落实。", "淄博市") == "淄博市"
