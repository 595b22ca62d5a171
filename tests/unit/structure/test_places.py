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
]


@pytest.mark.parametrize(("issuer", "title", "head", "expected"), CASES)
def test_the_place_spoken_for(issuer: str | None, title: str, head: str, expected: str | None) -> None:
    assert region_of(issuer, title, head) == expected


def test_the_gazettes_own_place_stands_where_the_document_names_none() -> None:
    assert region_of(None, "工作要点", "各单位抓好落实。", "淄博市") == "淄博市"
