"""What portals print in rows above a document (GB/T 33480-2016 elements): 索引号, 发文机关, 发文字号, 成文日期 …"""

from __future__ import annotations

import re

from lxml.html import HtmlElement

# printed names of the rows → the name of what they state
KEYS = {
    **dict.fromkeys(("标题", "名称", "文件名称", "信息名称", "公文名称", "文件标题"), "title"),
    **dict.fromkeys(("发文字号", "文号", "发布文号", "文件编号", "公文文号", "文件文号"), "doc_number"),
    **dict.fromkeys(
        ("发文机关", "发文单位", "制发机关", "发布机构", "发布单位", "发布机关", "公开机构", "信息来源"), "issuer"
    ),
    **dict.fromkeys(("成文日期", "发文日期", "签发日期", "成文时间", "发文时间", "生成日期"), "signed_date"),
    **dict.fromkeys(("发布日期", "发布时间", "公开日期", "公布日期", "公开时间"), "published_date"),
    **dict.fromkeys(
        ("统一编号", "登记号", "规范性文件登记号", "统一登记号", "规范性文件统一编号", "规范性文件编号"),
        "registration_number",
    ),
    **dict.fromkeys(("施行日期", "生效日期", "实施日期", "生效时间"), "effective_from"),
    **dict.fromkeys(("失效日期", "失效时间", "废止日期", "截止日期"), "effective_to"),
    **dict.fromkeys(("索引号", "索引编号", "信息索引号"), "index_number"),
    **dict.fromkeys(("有效性", "效力状态", "是否有效", "有效状态", "文件状态"), "validity"),
    **dict.fromkeys(
        (
            "主题分类",
            "主题词",
            "信息分类",
            "公开分类",
            "体裁分类",
            "分类",
            "组配分类",
            "公开方式",
            "公开范围",
            "关键词",
        ),
        "subject",
    ),
}
_MAX_VALUE = 160
_SPACE = re.compile(r"\s+")
_KEY = re.compile(r"^([\u4e00-\u9fff]{2,9})[：:]?$")
_SCATTERED = re.compile(r"[\s\u3000\xa0]+")


def _key(text: str) -> str | None:
    """The name of what a cell announces: 索 引 号： → index_number."""
    match = _KEY.match(_SCATTERED.sub("", text)) if len(text) <= 24 else None
    return KEYS.get(match.group(1)) if match else None


def _pair(text: str) -> tuple[str, str] | None:
    """Name and value of a row that stands in one element: 发文字号：某政发〔2021〕3号."""
    if len(text) > _MAX_VALUE + 12:
        return None
    head, colon, value = text.replace(":", "：", 1).partition("：")
    name = _key(head) if colon else None
    return (name, value.strip()) if name else None


def take_rows(root: HtmlElement) -> dict[str, str]:
    """Reads the rows, and takes the elements that hold nothing else out of the tree."""
    found: dict[str, str] = {}
    for table in list(root.iter("table", "dl", "ul")):
        if table.getparent() is None:
            continue
        rows = _rows_of(table)
        filled = [row for row in rows if row]
        names = _read_rows(filled)
        if len(names) >= 2 and 2 * len(names) >= len(filled):
            for name, value in names.items():
                found.setdefault(name, value)
            _remove(table)
    for element in list(root.iter("p", "div", "span", "li")):
        if element.getparent() is None or len(element) > 6:
            continue
        pair = _pair(_SPACE.sub(" ", "".join(element.itertext())).strip())
        if pair is not None and pair[1] and not any(child.tag in ("p", "div", "table") for child in element):
            found.setdefault(*pair)
            _remove(element)
    return {name: value for name, value in found.items() if value}


def _rows_of(table: HtmlElement) -> list[list[str]]:
    """The texts of a table's rows, of a list's items, or of a definition list's terms and values."""
    if table.tag == "table":
        if table.find(".//table") is not None:
            return []
        rows = list(table.iter("tr"))[:60]
        return [[_cell(cell) for cell in row if cell.tag in ("td", "th")] for row in rows]
    items = [_cell(item) for item in table if isinstance(item.tag, str)][:120]
    if table.tag == "dl":
        return [items[index : index + 2] for index in range(0, len(items), 2)]
    return [[item] for item in items]


def _cell(element: HtmlElement) -> str:
    return _SPACE.sub(" ", "".join(element.itertext())).strip(" \u3000\xa0")


def _read_rows(rows: list[list[str]]) -> dict[str, str]:
    found: dict[str, str] = {}
    for row in rows:
        index = 0
        while index < len(row):
            name = _key(row[index])
            pair = _pair(row[index])
            if name is not None and index + 1 < len(row):
                if _key(row[index + 1]) is None and len(row[index + 1]) <= _MAX_VALUE:
                    found.setdefault(name, row[index + 1])
                    index += 1
            elif pair is not None:
                found.setdefault(*pair)
            index += 1
    return found


def _remove(element: HtmlElement) -> None:
    parent = element.getparent()
    before = element.getprevious()
    if element.tail and element.tail.strip():
        if before is not None:
            before.tail = (before.tail or "") + element.tail
        else:
            parent.text = (parent.text or "") + element.tail
    parent.remove(element)
