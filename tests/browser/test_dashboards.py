"""The dashboards as a reader meets them: in a browser, by their addresses."""

from __future__ import annotations

import re
from urllib.parse import parse_qs, urlparse

import pytest
from playwright.sync_api import expect

from tests.support.browser_tab import WAIT, Tab

PAGES = {
    "": "概览", "targets": "目标", "outcomes": "成果", "land": "土地供应", "appointments": "人事任免",
    "duties": "任务与期限", "policy": "政策变动与引用", "documents": "文件", "sql": "SQL", "checks": "核对与警告",
}  # fmt: skip
CHARTS = [
    "",
    "targets",
    "outcomes",
    "land",
    "duties",
    "duties?part=期限",
    "policy?part=引用",
    "checks",
    "checks?part=警告",
]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_opens_by_its_address(path: str, tab: Tab) -> None:
    page = tab.open(path)
    expect(page.locator("h1")).to_have_text(PAGES[path], timeout=WAIT)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.mark.parametrize("path", CHARTS)
def test_charts_are_drawn(path: str, tab: Tab) -> None:
    page = tab.open(path)
    chart = page.locator("[data-testid=stVegaLiteChart] canvas, [data-testid=stVegaLiteChart] svg").first
    expect(chart).to_be_visible(timeout=WAIT)
    box = chart.bounding_box()
    assert box is not None
    assert box["width"] > 200
    assert box["height"] > 60


def test_chinese_is_drawn_with_real_glyphs(tab: Tab) -> None:
    page = tab.open("")
    # A missing glyph is the same box for every character: two different characters must not draw alike.
    differ = page.evaluate(
        """() => {
            const draw = (word) => {
                const canvas = document.createElement("canvas");
                canvas.width = canvas.height = 60;
                const pen = canvas.getContext("2d");
                pen.font = "40px " + getComputedStyle(document.querySelector("h1")).fontFamily;
                pen.fillText(word, 5, 45);
                return canvas.toDataURL();
            };
            return draw("公") !== draw("报") && draw("公") !== draw("");
        }"""
    )
    assert differ


def test_navigation_leads_through_all_pages(tab: Tab) -> None:
    page = tab.open("")
    for path, title in PAGES.items():
        page.get_by_test_id("stSidebarNav").get_by_role("link", name=title, exact=True).click()
        expect(page.locator("h1")).to_have_text(title, timeout=WAIT)
        assert urlparse(page.url).path.strip("/") == path


def test_a_filter_goes_into_the_address_and_comes_back_from_it(tab: Tab) -> None:
    page = tab.open("targets")
    page.get_by_label("词", exact=True).fill("绿道")
    page.keyboard.press("Enter")
    metric = page.get_by_test_id("stMetric").filter(has_text=re.compile("^目标")).get_by_test_id("stMetricValue")
    expect(metric).to_have_text("1", timeout=WAIT)
    assert parse_qs(urlparse(page.url).query)["words"] == ["绿道"]
    tab.open(page.url.removeprefix(tab.site + "/"))
    expect(metric).to_have_text("1", timeout=WAIT)


def test_the_reader_shows_the_quote_in_its_place(tab: Tab) -> None:
    page = tab.open("documents?document=yz-2021-04/1&fact=targets-009")
    mark = page.locator("mark.chosen")
    expect(mark).to_have_text("改造老旧小区86个", timeout=WAIT)
    expect(mark).to_be_in_viewport(timeout=WAIT)
    page.locator(".gb-reader nav a").first.click()
    expect(page.locator("#gb-s0")).to_be_attached()


def test_search_leads_to_the_passage(tab: Tab) -> None:
    page = tab.open("documents?q=创业 担保")
    page.get_by_role("link", name="云州市优化营商环境实施方案").click()
    expect(page.locator("mark.hit").first).to_be_in_viewport(timeout=WAIT)
    page.get_by_text("返回文件列表").click()
    expect(page.locator("h1")).to_have_text("文件", timeout=WAIT)


def test_sql_answers_and_refuses(tab: Tab) -> None:
    page = tab.open("sql?sql=select indicator from fct_targets")
    expect(page.get_by_text("10 行", exact=False).first).to_be_visible(timeout=WAIT)
    page.get_by_label("查询", exact=True).fill("select * from read_text('/etc/passwd')")
    page.get_by_role("button", name="运行").click()
    expect(page.get_by_text("拒绝执行")).to_be_visible(timeout=WAIT)
    assert "root:" not in page.content()


def test_a_table_downloads_all_its_rows(tab: Tab) -> None:
    page = tab.open("targets")
    with page.expect_download(timeout=WAIT) as started:
        page.get_by_role("button", name="下载 CSV（10 行）").click()
    text = started.value.path().read_text(encoding="utf-8-sig")
    assert len(text.strip().splitlines()) == 11
    assert "城镇登记失业率" in text


def test_dark_ground_is_readable(tab: Tab) -> None:
    tab.page.emulate_media(color_scheme="dark")
    page = tab.open("targets")
    ground, ink = page.evaluate(
        """() => [document.querySelector("[data-testid=stApp]"), document.querySelector("h1")].map((element, at) =>
            getComputedStyle(element)[at ? "color" : "backgroundColor"].match(/[0-9.]+/g).slice(0, 3).map(Number))"""
    )
    assert sum(ink) - sum(ground) > 400
