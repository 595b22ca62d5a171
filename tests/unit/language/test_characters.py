"""Traditional characters become simplified ones, one for one."""

from __future__ import annotations

import pytest

from orchestration.gazette.language.characters import simplified


@pytest.mark.parametrize(
    ("printed", "simple"),
    [
        ("關於同意總體規劃的批覆", "关于同意总体规划的批复"),
        ("提高森林覆蓋率", "提高森林覆盖率"),
        ("著力解決問題，成效顯著", "着力解决问题，成效显著"),
        ("衣著類價格", "衣着类价格"),
        ("工作計畫與規畫，畫家", "工作计划与规划，画家"),
        ("鄉鎮衞生院", "乡镇卫生院"),
    ],
)
def test_words_of_other_regions_are_read_alike(printed: str, simple: str) -> None:
    assert simplified(printed) == simple


def test_simplified_text_stays_as_it_is() -> None:
    assert simplified("成效显著，覆盖率提高") == "成效显著，覆盖率提高"
