"""Lines of names: which spaces divide them."""

from __future__ import annotations

import pytest

from orchestration.gazette.text.name_columns import names_apart
from orchestration.gazette.text.repair import repair


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("褚卫国　卫建民　蒋　华", "褚卫国 卫建民 蒋华"),
        ("沈　涛　韩　雪　杨柳青", "沈涛 韩雪 杨柳青"),
        ("陈　望　　赵　敏　　孙　浩", "陈望 赵敏 孙浩"),
        ("李　明　云县应急管理局副局长", "李明 云县应急管理局副局长"),
        ("李　娜　周建国", "李娜 周建国"),
        ("柳溪市　农　委　园林局", "柳溪市 农委 园林局"),
        ("赵 敏　市住建局", "赵敏 市住建局"),
        ("钱  进　　青瓷烧制技艺　　青河区", "钱进 青瓷烧制技艺 青河区"),
    ],
)
def test_names_set_wide_stay_apart(line: str, expected: str) -> None:
    assert repair(line) == names_apart(line) == expected


@pytest.mark.parametrize(
    "line", ["发 展 动 力", "金 融 安 全 方 面", "总　则", "国 务 院办公厅", "加 强 生态保护 工作"]
)
def test_words_justified_letter_by_letter_are_no_names(line: str) -> None:
    assert names_apart(line) is None


def test_a_column_of_one_character_stays_apart() -> None:
    assert repair("王小梅 女 缝纫工") == "王小梅 女 缝纫工"
    assert repair("青河窑址　唐　青河区") == "青河窑址 唐 青河区"
    assert repair("发展 动 力强劲") == "发展动力强劲"
