"""What extraction did to a line is undone, once."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from orchestration.gazette.text.repair import STEPS, repair

CASES = [
    # digits, Latin and signs of full width
    ("增长２．５％", "增长2.5%"),
    ("建成５Ｇ基站３００座", "建成5G基站300座"),
    ("投资１０－１５亿元", "投资10-15亿元"),
    # marks that stand for others
    ("«山海市停车管理办法»", "《山海市停车管理办法》"),
    ("«关于贯彻‹督查条例›的通知»", "《关于贯彻〈督查条例〉的通知》"),
    ("山政发[2023]5号", "山政发〔2023〕5号"),
    ("山政发（2023）5号", "山政发〔2023〕5号"),
    ("责任单位∶市财政局", "责任单位：市财政局"),
    # ASCII punctuation
    ("稳中向好,质量提升.全市生产总值增长5%.", "稳中向好，质量提升。全市生产总值增长5%。"),
    ("达到1,234.5万元,增长3%", "达到1,234.5万元，增长3%"),
    ("目标如下:增长5%;下降3%", "目标如下：增长5%；下降3%"),
    ("时间10:30开始", "时间10:30开始"),
    ("市财政局(市国资委)", "市财政局（市国资委）"),
    ("比重达４７．３％. ６家企业", "比重达47.3%。6家企业"),
    ("１．节约用地原则. 严格保护耕地", "1.节约用地原则。严格保护耕地"),
    ("推进 VOCs治理", "推进VOCs治理"),
    # a blank behind a decimal point
    ("新增校舍17. 3万平方米", "新增校舍17.3万平方米"),
    ("税收完成 15 . 1 亿元", "税收完成15.1亿元"),
    ("二○一0年一月，二OO九年", "二○一○年一月，二○○九年"),
    ("新增校舍17. 3", "新增校舍17.3"),  # its unit is on the next line
    # blanks around figures
    ("税收完成 15  .  1 亿元", "税收完成15.1亿元"),
    ("税收完成 15 .", "税收完成15."),  # the rest is on the next line
    (". 1 亿元", ".1亿元"),
    ("生产总值增长 5% - 5.5% ，培育 2 — 3 家企业", "生产总值增长5%-5.5%，培育2—3家企业"),
    ("1 - 4 月完成投资 7% ~ 8%", "1-4月完成投资7%~8%"),
    ("12 -3.5%", "12 -3.5%"),  # two figures
    ("发布时间： 2020 - 12 - 24   08 : 17 : 00", "发布时间：2020-12-24   08:17:00"),
    ("室温提高到 20 ℃，浓度 55 μg/m3，新增 5 GW", "室温提高到20℃，浓度55μg/m3，新增5GW"),
    ("四大产业 [ 2 ] 占比", "四大产业[2]占比"),
    # what a line break left of a sentence
    (";", "；"),
    (")", "）"),
    ("—— 2026 年 1 月 5 日在市人民代表大会上", "——2026年1月5日在市人民代表大会上"),
    ("价格上涨1·8%", "价格上涨1.8%"),
    ("价格上涨 1·8%", "价格上涨1.8%"),
    ("生产总值增长15℅", "生产总值增长15%"),
    # a number that goes on in the next line keeps its point
    ("同比增长８．", "同比增长8."),
    # spaces
    ("高质量发 展 动 力", "高质量发展动力"),
    ("市 财 政 局、 市 审 计 局", "市财政局、市审计局"),
    ("王　静", "王静"),
    ("山海百味食品　望海渔业", "山海百味食品 望海渔业"),
    ("１．１　编制目的", "1.1 编制目的"),
    ("新增就业 ８．２ 万人", "新增就业8.2万人"),
    ("８．２ 万人", "8.2万人"),
    ("  　　一、总体要求", "一、总体要求"),
    # a word that an old line end tears; a blank between two words of a sentence stays
    ("城乡居 民人均可支配收入增长5个百 分点。", "城乡居民人均可支配收入增长5个百分点。"),
    ("完成固定资 產投資20亿元，增长3%", "完成固定资產投資20亿元，增长3%"),
    ("发展更快 环境更好，各项工作有序", "发展更快 环境更好，各项工作有序"),
    ("城乡居 民人均收入", "城乡居 民人均收入"),
    # a lost glyph
    ("凤凰涅 、加速崛起", "凤凰涅□、加速崛起"),
    ("三次产业比重调整至 ；财政总收入增长", "三次产业比重调整至□；财政总收入增长"),
    # a typist's blank
    ("水果总产20吨 。牛出栏30头", "水果总产20吨。牛出栏30头"),
    ("推进农村改革 ,加快发展", "推进农村改革，加快发展"),
    ("甲县 、乙县 、丙县 。", "甲县、乙县、丙县。"),
]


@pytest.mark.parametrize(("printed", "clean"), CASES)
def test_a_line_reads_as_it_was_printed(printed: str, clean: str) -> None:
    assert repair(printed) == clean


@pytest.mark.parametrize("clean", [clean for _, clean in CASES])
def test_clean_lines_stay(clean: str) -> None:
    assert repair(clean) == clean


_TYPED_ZERO = re.compile("(?<=[〇○零一二三])[0〇○零]+|[0〇○零]+(?=[〇○零一二三])")
ALPHABET = "市增长年万亿元，。、（）《》“”0123456789０１２.．,;:%％ 　()«»ABc-—一二（三"


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_repair_is_idempotent(line: str) -> None:
    once = repair(line)
    assert repair(once) == once


@given(st.text(alphabet=ALPHABET, max_size=40))
def test_no_digit_is_lost_or_made(line: str) -> None:
    def digits(text: str) -> str:
        wide = str.maketrans("０１２３４５６７８９", "0123456789")
        text = "".join(text.translate(wide).split())
        text = _TYPED_ZERO.sub("", text)  # 二○一0年: a zero of a written year
        return "".join(c for c in text if c in "0123456789")

    assert digits(repair(line)) == digits(line)


def test_each_step_counts_the_lines_it_changed() -> None:
    counts: Counter[str] = Counter()
    repair("增长２．５％,«规划»", counts)
    repair("什么也没有", counts)
    assert counts == {"half_width": 1, "title_marks": 1, "chinese_punctuation": 1}
    assert {step.__name__ for step in STEPS} >= set(counts)
