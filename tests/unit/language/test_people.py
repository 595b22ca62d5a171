"""Which words can be names of persons, and where a post's title begins."""

from __future__ import annotations

import pytest

from orchestration.gazette.language.people import can_be_name, ending_names, is_name
from orchestration.gazette.language.posts import is_post, shares_head, title_start


@pytest.mark.parametrize(
    "word",
    [
        "王静",
        "徐其录",
        "欧阳文山",
        "诸葛亮",
        "陈方安生",
        "阿依古丽·买买提",
        "任正非",
        "由立明",
        "逄海涛",
        "经纬之",
        "张中国",
        "王建国",
        "李为民",
        "南英",
        "丘明远",
    ],
)
def test_names_with_a_surname(word: str) -> None:
    assert is_name(word) and can_be_name(word)


@pytest.mark.parametrize("word", ["白玛多吉", "乌云其木格", "丹增顿珠"])
def test_names_without_a_surname_of_the_table(word: str) -> None:
    assert can_be_name(word) and not is_name(word)


@pytest.mark.parametrize(
    "word",
    [
        "王", "同志", "会议", "全体同志", "有关人员", "市财政局", "新任命", "第六", "副市长", "公司", "文化局", "国务院", "党委书记",
        "33位", "部分干部", "任命", "检察官", "王静的", "各单位", "山东省", "张明等", "Wang", "常委会",
        "满族", "苗族", "南宁市", "保障", "银行",
    ],
)  # fmt: skip
def test_other_words_are_no_names(word: str) -> None:
    assert not is_name(word) and not can_be_name(word)


def test_names_at_the_end_of_a_title() -> None:
    words = "市公安局局长胡明朗"
    assert words.index("胡") in ending_names(words)
    assert ending_names("县疾控中心主任黄绍方")[0] == len("县疾控中心主任")
    assert ending_names("云州市教育局") == []


@pytest.mark.parametrize(
    ("words", "body", "title"),
    [
        ("云州市教育局局长", "云州市教育局", "局长"),
        ("云州大学党委副书记", "云州大学", "党委副书记"),
        ("最高人民法院审判委员会委员", "最高人民法院", "审判委员会委员"),
        ("区监察委员会委员", "区监察委员会", "委员"),
        ("全国人大财经委副主任委员", "全国人大财经委", "副主任委员"),
        ("市政府代理市长", "市政府", "代理市长"),
        ("近现代馆馆长", "近现代馆", "馆长"),
        ("云州城投有限公司财务总监", "云州城投有限公司", "财务总监"),
        ("市公安局二级高级警长", "市公安局", "二级高级警长"),
        ("外事部部长助理", "外事部", "部长助理"),
        ("云海国驻海国特命全权大使", "云海国驻海国", "特命全权大使"),
        ("市委宣传部常务副部长", "市委宣传部", "常务副部长"),
    ],
)
def test_body_and_title(words: str, body: str, title: str) -> None:
    start = title_start(words)
    assert start is not None and (words[:start], words[start:]) == (body, title)
    assert not shares_head(words, start)


@pytest.mark.parametrize("words", ["市委组织部长", "急诊科长", "云州市长", "交通部人事教育司长"])
def test_body_and_title_that_share_a_character(words: str) -> None:
    start = title_start(words)
    assert start is not None and shares_head(words, start)


@pytest.mark.parametrize("words", ["云州市教育局", "职务", "会议", "代表", "领导", ""])
def test_words_without_a_title(words: str) -> None:
    assert title_start(words) is None


def test_titles_alone() -> None:
    assert is_post("副主任") and is_post("董事") and not is_post("云州市副市长")
