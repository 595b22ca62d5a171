"""Who decided: bodies whose decision is read out, meetings told before, and where what was said before ends."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_appointments import rows, shown

CONGRESS = "云州市第五届人大常委会第三次会议"

# (text, who decided each act): all names and places are made up.
READ_OUT = [
    (
        "5月6日，云海集团召开干部大会。组织部负责同志宣布了党中央关于云海集团主要领导调整的决定：陈东海同志任云海集团董事长。",
        ["党中央"],
    ),
    (
        "林小满宣布云海集团党委、云海集团关于云江公司领导任职的决定：陈东海同志任云江公司总经理，周一鸣同志不再担任云江公司总经理职务。",
        ["云海集团党委、云海集团"] * 2,
    ),
    (
        "郑海同志宣读了新城区党工委、管委会关于陈东海同志的任免职决定。经研究决定，免去陈东海同志新城集团董事长职务。",
        ["新城区党工委、管委会"],
    ),
    (
        "会上，郑海宣读了教育部党组、教育部的任免决定。陈东海任云海大学党委书记，林小满任云海大学校长。",
        ["教育部党组、教育部"] * 2,
    ),
    ("会上宣布了中共中央、国务院的决定，陈东海任云海大学校长。", ["中共中央、国务院"]),
    ("近日，中共中央、国务院决定，陈东海任云海大学校长。", ["中共中央、国务院"]),
    ("国务院昨天宣布，陈东海担任水务部副部长，任命林小满为民政部副部长。", ["国务院"] * 2),
    # whose officials are moved is not who moves them
    ("市里召开会议，宣布白沙区主要领导任免决定：陈东海同志任白沙区委书记。", [None]),
    ("集团来到云江公司宣布集团人事任命决定：任命陈东海为云江公司总经理。", [None]),
]
MEETINGS = [
    (
        "云州市第十四届人民代表大会第一次会议今天召开，大会刚刚宣布选举结果：\n陈东海当选市人大常委会主任；\n林小满当选云州市人民政府市长。",
        ["云州市第十四届人民代表大会第一次会议"] * 2,
    ),
    (
        "历时六天的云州市第十三届人民代表大会第一次会议7日闭幕。大会依法选举产生了市人大常委会组成人员，陈东海当选为市十三届人大常委会主任。\n林小满当选为市人民政府市长。",
        ["云州市第十三届人民代表大会第一次会议"] * 2,
    ),
    ("省政协十三届一次会议选举产生新一届省政协领导班子。陈东海当选省政协主席。", ["省政协十三届一次会议"]),
    (
        "刚刚闭幕的云州市第五届人大常委会第三次会议表决通过了有关人事事项。\n决定任命陈东海为云州市副市长。",
        [CONGRESS],
    ),
    ("今天上午举行的云州市第五届人大常委会第三次会议决定任命陈东海为云州市副市长。", [CONGRESS]),
    (
        "陈东海任云州市财政局局长\n云州市第五届人大常委会第三次会议2023年5月6日任命陈东海为云州市财政局局长。",
        [CONGRESS],
    ),
    (
        "5月6日，云州市第五届人大常委会第三次会议举行。会议通过了关于召开市五届人大七次会议的决定和人事任免事项，任命陈东海为市财政局局长。",
        [CONGRESS],
    ),
    ("在随后召开的会议上，经云海集团董事会选举，陈东海被选为云海集团董事长。", ["云海集团董事会"]),
]
ENDS = [
    (
        f"2021年5月6日，{CONGRESS}决定任命陈东海为市财政局局长。\n5月9日，区委召开全区领导干部大会，宣布干部任免决定：林小满同志任白沙区委书记，周一鸣同志任白沙开发区管委会主任。",
        [CONGRESS, None, None],
    ),
    (
        f"2021年5月6日，{CONGRESS}决定任命陈东海为市财政局局长。\n4月30日，林小满卸任云州市审计局局长。",
        [CONGRESS, None],
    ),
    # a congress fills no post of a party
    (
        f"{CONGRESS}决定任命陈东海为副市长。\n今天卸任的两人都有新的职务，林小满任云州市委秘书长，周一鸣任市水利局党组书记。",
        [CONGRESS, None, None],
    ),
    (f"{CONGRESS}决定任命陈东海为市人大常委会城建工委主任。", [CONGRESS]),
    (
        f"此前，中共云州市委任命陈东海为云州中院党组书记。{CONGRESS}决定任命陈东海为云州市中级人民法院副院长。",
        ["中共云州市委", CONGRESS],
    ),
]


@pytest.mark.parametrize(("text", "decided_by"), READ_OUT + MEETINGS + ENDS)
def test_who_decided(text: str, decided_by: list[str | None]) -> None:
    assert [act.decided_by for act in rows(text)] == decided_by


def test_the_day_of_another_act_is_not_carried_on() -> None:
    text = f"2021年5月6日，{CONGRESS}决定任命陈东海为市财政局局长。\n4月30日，林小满卸任云州市审计局局长。"
    assert [act.decision_date is None for act in rows(text)] == [False, True]


BESIDE = [
    ("省委任命陈东海为云州市委书记，市人大常委会任命林小满为代理市长。", ["省委", "市人大常委会"]),
    ("经市委同意，市政府任命陈东海为市财政局局长。", ["市政府"]),
    # another day without its body is not known to be of the same
    (
        "2021年5月6日，市政府任命陈东海为市财政局局长。\n2021年5月9日，任命林小满为市审计局局长。",
        ["市政府", None],
    ),
    (
        f"{CONGRESS}决定任命陈东海为市财政局局长。\n在全市领导干部大会上，郑海宣布：林小满同志任市开发区管委会主任。",
        [CONGRESS, None],
    ),
    (
        "会上，组织部负责人宣布了中共云州市委《关于陈东海同志任职的决定》，陈东海同志任市教育局党委书记。",
        ["中共云州市委"],
    ),
    (
        "云州市第六届人民代表大会第一次会议选举产生市人大常委会主任。陈东海当选市人大常委会主任。\n当日，市政协六届一次会议选举产生新一届政协领导。林小满当选市政协主席。",
        ["云州市第六届人民代表大会第一次会议", "市政协六届一次会议"],
    ),
    # a congress elects none of a conference
    ("云州市六届人大一次会议选举陈东海为市长。\n林小满当选市政协主席。", ["云州市六届人大一次会议", None]),
    ("公司股东大会选举陈东海先生为公司独立董事。", ["公司股东大会"]),
    ("公司第五届监事会第一次会议选举陈东海女士为监事会主席。", ["公司第五届监事会第一次会议"]),
    ("市人大常委会主任会议提请：任命陈东海为市财政局局长；免去林小满的市审计局局长职务。", [None, None]),
    # a chair who reads out what the session decided changes nothing
    (
        f"{CONGRESS}通过人事任免事项。\n会上，市人大常委会主任郑海宣读了任免决定：\n任命陈东海为市财政局局长。",
        [CONGRESS],
    ),
]


@pytest.mark.parametrize(("text", "decided_by"), BESIDE)
def test_who_decided_beside_another(text: str, decided_by: list[str | None]) -> None:
    assert [act.decided_by for act in rows(text)] == decided_by


# Acting for an office and being elected to it are two acts, however each is written.
ACTING = [
    (
        "云州市四届人大三次会议选举陈东海为云州市市长。去年8月，云州市四届人大常委会第九次会议任命陈东海为云州市副市长、代理市长。",
        ["+陈东海 云州市/市长", "+陈东海 云州市/副市长", "+陈东海 云州市/代理市长"],
    ),
    (
        "会议决定任命陈东海为云州市人民政府代理市长。\n关于陈东海同志代理云州市人民政府市长的决定",
        ["+陈东海 云州市人民政府/代理市长"],
    ),
    ("陈东海任云州市市长\n会议决定任命陈东海为云州市代理市长。", ["+陈东海 云州市/代理市长"]),
]


@pytest.mark.parametrize(("text", "acts"), ACTING)
def test_acting_and_elected(text: str, acts: list[str]) -> None:
    assert shown(text) == acts


# 委任命 is 市委 and 任命; 现任, 已任 tell what somebody holds.
STANDING = [
    ("日前，中共云州市委任命陈东海为白沙区委书记。", ["+陈东海 白沙区委/书记"]),
    ("陈东海当选云海省省长，原省长林易明现任南海省委书记。", ["+陈东海 云海省/省长"]),
    ("会议决定，任命陈东海为云海省副省长。前任省长林小满已任南海省委书记。", ["+陈东海 云海省/副省长"]),
]


@pytest.mark.parametrize(("text", "acts"), STANDING)
def test_standing_offices_are_no_acts(text: str, acts: list[str]) -> None:
    assert shown(text) == acts
