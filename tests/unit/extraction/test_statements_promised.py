"""Works promised for a year and half a year's report, in every mix of titles and openings."""

from __future__ import annotations

from itertools import product

from tests.unit.extraction.test_statements_reports import told

TITLES = [
    "云江市2022年民生实事项目\n",
    "2022年云江市政府十件民生实事\n",
    "关于下达云江市2022年国民经济和社会发展计划的通知\n",
    "云江市人民政府办公室关于印发2022年为民办实事实施方案的通知\n",
    "云江市2022年政府工作报告主要目标任务分解\n",
    "2022年政府工作要点\n",
]
OPENINGS = [
    "",
    "经市政府研究，决定在全市办好以下实事：\n",
    "市政府日前确定，2022年要办好十件实事。\n",
    "2022年，我市将办好10件实事，包括：\n",
    "记者从市政府获悉，今年我市十大民生实事已经确定。\n",
]
WORKS = [
    "1.改造老旧小区120个。\n2.新建学校11所。\n3.城镇新增就业2.3万人。\n",
    "一、城市更新工程。改造老旧小区120个。\n二、教育提升工程。新建学校11所。\n三、就业工程。城镇新增就业2.3万人。\n",
    "一是改造老旧小区120个；二是新建学校11所；三是实现城镇新增就业2.3万人。\n",
    "完成老旧小区改造120个。建成学校11所。实现城镇新增就业2.3万人以上。\n",
]


def test_works_promised() -> None:
    expected = dict.fromkeys((120, 11, 2.3), ("target", 2022, 2022))
    texts = ["".join(mix) for mix in product(TITLES, OPENINGS, WORKS)]
    assert [text for text in texts if told(text) != expected] == []


def test_half_a_year() -> None:
    titles = ["", "云江市2022年上半年经济运行情况\n", "云江市2022年上半年工作总结和下半年工作打算\n"]
    openings = ["2022年上半年，", "今年上半年，", "1-6月，", "截至6月底，", "记者从市统计局获悉，今年上半年，"]
    following = ["下半年，全市将新建学校11所。\n", "下半年，力争完成新建学校11所，确保全年目标任务完成。\n"]
    wrong = []
    for title, opening, after in product(titles, openings, following):
        text = f"{title}（2022-07-20）\n{opening}全市地区生产总值250亿元，同比增长5.6%。新开工项目58个。\n{after}"
        if told(text) != dict.fromkeys((250, 5.6, 58), ("outcome", 2022, 2022)) | {11: ("target", 2022, 2022)}:
            wrong.append(text)
    assert wrong == []
