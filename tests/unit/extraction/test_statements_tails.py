"""What is said of an indicator is none of its name, and leaves its year as printed: predicates, hedges, comparisons, times."""

from __future__ import annotations

import pytest

from tests.unit.extraction.test_statements import read

REACHED = (
    "达到 达 提高到 提升至 增至 稳定在 保持在 控制在 为 约为 超过 突破 接近 不低于 力争达到 预计达到 可达 将达到 已达到 基本达到 首次突破 历史性突破 "
    "连续三年保持在 累计达 高达 仅为 只有 共有 完成 实现 可实现 预计完成 应达到 须达到 普遍达到 平均为 目前达到 现已达到 截至目前达到 年末达到 年底达到 "
    "今年达到 到年底达到 到今年底达到 今年底将达到 上半年达到 由原来的50提高到 目标为 任务为 计划为 计划达到 规划达到 稳居 再创新高，达到 稳步提升，达 "
    "居全省首位，达 排名全省第二，达 迈上新台阶，达到 取得新突破，达到 翻了一番，达到 提前完成，达到 超额完成目标，达"
).split()
GREW = (
    "增长 下降 同比增长 比上年增长 较去年同期增长 比2020年增长 环比增长 年均增长 增速为 增幅达 实际增长 按可比价格计算，增长 扣除价格因素，实际增长 累计增长 "
    "预计增长 计划增长 保持增长 快速增长 强劲增长 恢复性增长 止跌回升，增长 由负转正，增长 降幅收窄，下降 略降 微增 劲增 猛增 飙升 比年初增加 同比多增"
).split()


@pytest.mark.parametrize("said", REACHED)
def test_what_is_reached(said: str) -> None:
    for indicator, figure in (
        ("城镇化率", "60%"),
        ("居民人均可支配收入", "32000元"),
        ("社会消费品零售总额", "860亿元"),
    ):
        found = read(f"全市{indicator}{said}{figure}。", title="云江市2022年重点工作安排", kind="通知")
        assert [fact.indicator for fact in found] == [indicator]


@pytest.mark.parametrize("said", GREW)
def test_what_grew(said: str) -> None:
    for indicator in ("居民人均可支配收入", "社会消费品零售总额", "粮食产量"):
        found = read(f"全市{indicator}{said}8%。", title="云江市2022年重点工作安排", kind="通知")
        assert [fact.indicator for fact in found] == [indicator]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("公办园儿童占比2024年底达到30%、2025年底达到50%。", [2024, 2025]),
        ("公办园儿童占比到2024年达到30%，2025年达到50%。", [2024, 2025]),
        ("城镇化率到2025年达到60%。", [2025]),
        ("优良天数2022年同比2021年增加3天。", [2022]),
    ],
)
def test_a_year_behind_the_name_is_the_figures_own(text: str, years: list[int]) -> None:
    found = read(text, title="云江市2022年重点工作安排", kind="通知")
    assert [fact.period_end.year for fact in found if fact.period_end] == years
