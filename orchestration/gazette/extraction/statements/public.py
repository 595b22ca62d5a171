"""Whether a text is about public affairs at all: a manual, a novel, a company's report has figures and states nothing."""

from __future__ import annotations

import re
from importlib import resources
from itertools import islice

from orchestration.gazette.records import Document

# Who speaks or is spoken of where a government does: its bodies, its places, its plans.
_GOVERNMENT = re.compile(
    r"政府|[市省县区州旗镇]委(?![托员培派屈])|党委|国务院|人大(?!多)|政协|党中央|[全我本各][市省县区州旗镇乡国村]|"
    r"(?:发改|财政|教育|民政|农业|统计|交通|住建|卫生|水利|林业|环保|公安|人社|国土|规划|自然资源)(?:厅|局|委|部)|[市省县区]长|干部|街道|乡镇|“?十[一二三四五]五|实事|"
    r"两会|工作报告|重点工程|城镇居民|常住人口|民生|社会消费品|规模以上|[国省市县区]级|重点项目|固定资产投资|财政|贫困|[\u4e00-\u9fff]{2}(?:省|市|县|自治区)(?![场民])"
)
# What governments look after: two such words weigh like one of theirs, where nobody else is spoken of.
_AFFAIRS = re.compile(
    r"耕地|粮食|播种|造林|农田|乡村|农村|农民|种植|养殖|城镇|城市|就业|脱贫|扶贫|生态|学位|公路|管网|保障房|保障性|棚户区|小区改造|防控|生产总值|GDP|产业园区|重点项目|村民"
)
# And where others do: companies, foreign powers, courts, players, patients.
_OTHERS = re.compile(
    r"公司|股份|股东|股价|净利|营收|门店|品牌|消费者|用户|投资者|分析师|券商|Fed(?![a-z])|fed(?![a-z])|联准会|美联储|美国|日本|欧盟|欧元|英国|德国|法国|韩国|印度|俄罗斯|"
    r"总统|央行|融资|领投|估值|售价|零售价|车型|量产|楼盘|户型|容积率|开发商|房源|样板间|物业费|市场调研|市场规模|被告|原告|本院|患者|选手|比赛|冠军|球队|论文|研究人员|手机|处理器"
)
# A text that begins abroad (瓦城是美国的一座城市) is of another country's places and offices.
_ABROAD = re.compile(
    "美国|日本|英国|德国|法国|韩国|印度(?!洋)|俄罗斯|加拿大|澳大利亚|意大利|西班牙|巴西|泰国|越南|印尼|欧盟|欧洲"
)
_AT_HOME = re.compile("中国|我国|全国|[我全][省市县]|(?<![\u4e00-\u9fff])本[省市县]")
_BEGINS_WITHIN = 60  # characters
# A text whose first words name a country, by the names that the mainland and Taiwan use, is an article on it.
_COUNTRY = re.compile(
    "|".join(resources.files(__package__).joinpath("countries.txt").read_text(encoding="utf8").split())
)
_TITLE_WITHIN = 30  # characters
_FAR_MORE = 3
_READ = 6000  # characters in which a text has said whose it is
_TELLING = 150  # characters; a sentence or two do not tell whose they are
# Characters in which a government's text has spoken of one at least once: where nothing else says whose it is, and where
# its kind or its place does.
_UNKNOWN_REACH, _KNOWN_REACH = 250, 400


def is_public(document: Document, text: str) -> bool:
    """Whether a text speaks of what governments answer for, by who issued it or by whom its words are of."""
    size = min(len(text), _READ)
    if document.doc_number or document.issuer or size < _TELLING:
        return True
    others = sum(1 for _ in _OTHERS.finditer(text, 0, size))
    if document.kind or document.region_name:
        needed = max(size // _KNOWN_REACH, others // _FAR_MORE)
    elif _is_abroad(text):
        return False
    else:
        needed = max(1, size // _UNKNOWN_REACH, others + 1 if others else 0)
    spoken = sum(1 for _ in islice(_GOVERNMENT.finditer(text, 0, size), needed))
    if spoken < needed and not others:
        spoken += sum(1 for _ in islice(_AFFAIRS.finditer(text, 0, size), 2 * needed)) // 2
    return spoken >= needed


def _is_abroad(text: str) -> bool:
    """Whether a text begins with another country, and with no word of this one, or is headed by its name alone."""
    named = _COUNTRY.match(text)
    if named is not None and text[named.end() : named.end() + 1] == "\n":
        return True
    if _AT_HOME.search(text, 0, _BEGINS_WITHIN) is not None:
        return False
    return _ABROAD.search(text, 0, _BEGINS_WITHIN) is not None or _COUNTRY.search(text, 0, _TITLE_WITHIN) is not None
