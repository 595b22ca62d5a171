"""Work reports and news of them, in every mix of headings and openings: what was done is of last year, what is to come of this."""

from __future__ import annotations

from itertools import product

from orchestration.gazette.pipeline import read_issue
from orchestration.gazette.records import Source

Told = dict[float, tuple[str, int | None, int | None]]


def told(text: str) -> Told:
    """Side and years of each figure that a page states, by its value."""
    found: Told = {}
    for item in read_issue(text.encode(), Source("t", "t", "t.txt", "0")).documents:
        for fact in item.statements:
            begin, end = fact.period_start, fact.period_end
            found.setdefault(fact.value, (fact.side, begin.year if begin else None, end.year if end else None))
    return found


DONE = "全市地区生产总值达到500亿元，增长8.1%，一般公共预算收入增长6.3%。\n"
TO_COME = "地区生产总值增长7%左右，城镇新增就业5万人以上。\n实施老旧小区改造120个。\n"


def test_reports_of_a_year() -> None:
    given = "——2022年1月10日在云江市第三届人民代表大会第二次会议上\n"
    titles = [f"政府工作报告\n{given}", "2022年政府工作报告\n", given]
    reviews = [
        "一、2021年工作回顾\n",
        "一、过去一年工作回顾\n一年来，我们",
        "（一）2021年经济社会发展情况\n",
        "一、2021年主要工作\n去年，",
    ]
    plans = [
        "二、2022年工作安排\n",
        "二、2022年工作重点\n今年发展的主要预期目标是，",
        "二、2022年工作\n2022年，我们要",
        "二、今年工作打算\n主要目标：",
    ]
    wrong = []
    for title, review, plan in product(titles, reviews, plans):
        text = f"{title}{review}{DONE}{plan}{TO_COME}"
        expected: Told = dict.fromkeys((500, 8.1, 6.3), ("outcome", 2021, 2021))
        expected |= dict.fromkeys((7, 5, 120), ("target", 2022, 2022))
        if told(text) != expected:
            wrong.append(text)
    assert wrong == []


def test_reports_of_five_years() -> None:
    reviews = [
        "一、过去五年工作回顾\n过去五年，",
        "一、本届政府工作回顾\n五年来，",
        "一、“十三五”时期发展回顾\n“十三五”时期，",
    ]
    aims = [
        "二、今后五年的奋斗目标\n今后五年，",
        "二、“十四五”时期主要目标\n到2025年，",
        "二、今后五年发展目标和主要任务\n",
    ]
    plans = [
        "三、2022年工作\n2022年，",
        "三、2022年重点工作\n今年经济社会发展主要预期目标是：",
        "三、今年工作安排\n今年，我们要",
    ]
    wrong = []
    for review, aim, plan in product(reviews, aims, plans):
        text = (
            f"2022年政府工作报告\n{review}全市地区生产总值年均增长7.7%，城镇新增就业累计23万人。\n"
            f"{aim}地区生产总值年均增长6.6%左右。\n{plan}{TO_COME}"
        )
        found = told(text)
        sides = {value: tense[0] for value, tense in found.items()}
        expected = {7.7: "outcome", 23: "outcome", 6.6: "target", 7: "target", 5: "target", 120: "target"}
        if sides != expected or any(found[value][1:] != (2022, 2022) for value in (7, 5, 120)):
            wrong.append(text)
    assert wrong == []


def test_news_of_reports() -> None:
    titles = [
        "",
        "云江市第三届人民代表大会第二次会议开幕\n",
        "云江市2022年GDP预期增长7%左右\n",
        "云江：今年地区生产总值增长7%左右\n",
    ]
    opening = "1月10日，云江市第三届人民代表大会第二次会议开幕，市长李明作政府工作报告。\n"
    figures = "地区生产总值达到500亿元，增长8.1%。"
    reviews = [
        f"报告指出，2021年，全市{figures}",
        f"李明回顾了2021年的工作。全市{figures}",
        f"过去的一年，我市经济稳中有进，{figures}",
        f"去年，全市{figures}",
        "2021年全市地区生产总值500亿元，同比增长8.1%。",
    ]
    figures = "地区生产总值增长7%左右，城镇新增就业5万人以上"
    plans = [
        f"李明提出，2022年全市经济社会发展的主要预期目标是：{figures}。",
        f"今年经济社会发展主要预期目标为：{figures}。",
        f"报告提出，今年，全市{figures}。",
        f"2022年，云江市将力争{figures}。",
        f"展望2022年，{figures}。",
        f"报告提出了2022年的主要目标，{figures}。",
        f"李明说，2022年要实现{figures}。",
        "2022年，全市经济增长目标定为7%左右，城镇新增就业目标为5万人以上。",
    ]
    wrong = []
    for title, review, plan in product(titles, reviews, plans):
        text = f"{title}{opening}{review}\n{plan}\n实施老旧小区改造120个。\n"
        dated = "2021" in text or "2022" in text
        found = told(text)
        expected: Told = dict.fromkeys((500, 8.1), ("outcome", 2021, 2021) if dated else ("outcome", None, None))
        expected |= dict.fromkeys((7, 5, 120), ("target", 2022, 2022) if dated else ("target", None, None))
        if found != expected:
            wrong.append((text, found))
    assert wrong == []


def test_what_is_called_an_aim_behind_it() -> None:
    text = "报告指出，2021年全市地区生产总值增长8.1%。地区生产总值增长7%左右，这是报告提出的今年目标。"
    assert told(text) == {8.1: ("outcome", 2021, 2021), 7: ("target", 2022, 2022)}


def test_plan_reports() -> None:
    """The year's plan report tells what was aimed at, what came of it, and what is aimed at now."""
    titles = [
        "关于云江市2021年国民经济和社会发展计划执行情况与2022年国民经济和社会发展计划草案的报告\n",
        "云江市2021年国民经济和社会发展计划执行情况及2022年计划安排意见的报告\n",
    ]
    review_heads = ["一、2021年国民经济和社会发展计划执行情况\n", "一、2021年计划执行情况\n"]
    aims_then = [
        "",
        "市人大批准的2021年全市经济社会发展主要预期目标是：财政收入增长16%。\n",
        "市人大批准的2021年主要指标为：财政收入增长16%。\n",
    ]
    reviews = [
        "2021年，全市较好地完成了各项预期目标。据统计，",
        "一年来，全市较好地完成了各项目标任务。全年实现",
        "过去的一年，全市经济快速发展。初步核算，",
    ]
    plan_heads = [
        "二、2022年国民经济和社会发展计划草案\n",
        "二、2022年计划安排意见\n",
        "二、关于2022年国民经济和社会发展计划（草案）\n",
        "二、2022年国民经济和社会发展的主要目标和任务\n",
    ]
    aims = ["2022年主要预期目标是：", "综合考虑，", "建议2022年主要调控目标为："]
    wrong = []
    for title, head, then, review, plan_head, aim in product(
        titles, review_heads, aims_then, reviews, plan_heads, aims
    ):
        text = (
            f"{title}各位代表：\n受市人民政府委托，现将计划执行情况与计划草案提请大会审议。\n{head}{then}"
            f"{review}生产总值992亿元，增长8.1%。\n{plan_head}{aim}生产总值增长7%以上。\n（一）扩大投资。抓好重点项目77项建设。\n"
        )
        expected: Told = dict.fromkeys((992, 8.1), ("outcome", 2021, 2021))
        expected |= dict.fromkeys((7, 77), ("target", 2022, 2022))
        expected |= {16: ("target", 2021, 2021)} if then else {}
        if (found := told(text)) != expected:
            wrong.append((text, found))
    assert wrong == []
