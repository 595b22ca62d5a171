"""Whether a text is about public affairs at all: a manual, a novel, a leaflet has figures and states nothing."""

from __future__ import annotations

import re
from itertools import islice

from orchestration.gazette.records import Document

# Governments, what belongs to them, and what they count.
_PUBLIC = re.compile(
    r"政府|国务院|[省市县区州旗镇]委|人大|党委|党中央|全[国省市县区州旗镇乡村]|[我本][国省市县区州旗镇乡]|各[省市县区州乡镇]|部门|委员会|"
    r"规划|财政|经济|生产总值|GDP|常住人口|居民|农民|投资|就业|土地|用地|公顷|住房|城镇|农村|工业|产业|扶贫|脱贫|乡村|项目|工程|民生|企业|造林|森林|保障房|党员|党组织|学校|医院|公路|铁路|绿化|[万亩]亩|万户|游客|生态|粮食|人口|职工|"
    r"[省市县区]长|[\u4e00-\u9fff]{2}(?:省|自治区|市|县)(?![场民])|国家[\u4e00-\u9fff]{2,6}局|[\u4e00-\u9fff]{2,6}厅"
)

# Who speaks or is spoken of where a government does: its bodies, its places, its plans.
_GOVERNMENT = re.compile(
    r"政府|[市省县区州旗镇]委(?![托员培派屈])|党委|国务院|人大(?!多)|政协|党中央|[全我本各][市省县区州旗镇乡国村]|"
    r"(?:发改|财政|教育|民政|农业|统计|交通|住建|卫生|水利|林业|环保|公安|人社|国土|规划|自然资源)(?:厅|局|委|部)|[市省县区]长|干部|街道|乡镇|“?十[一二三四五]五|实事|"
    r"两会|工作报告|重点工程|城镇居民|常住人口|民生|社会消费品|规模以上|固定资产投资|财政|贫困|[\u4e00-\u9fff]{2}(?:省|市|县|自治区)(?![场民])"
)
# And where others do: companies, foreign powers, courts, players, patients.
_OTHERS = re.compile(
    r"公司|股份|股东|股价|净利|营收|门店|品牌|消费者|用户|投资者|分析师|券商|[Ff]ed(?![a-z])|联准会|美联储|美国|日本|欧盟|欧元|英国|德国|法国|韩国|印度|俄罗斯|"
    r"总统|央行|市场调研|市场规模|被告|原告|本院|患者|选手|比赛|冠军|球队|论文|研究人员|手机|处理器"
)
_FAR_MORE = 3
_READ = 6000  # characters in which a text has said whose it is
_TELLING = 200  # characters; a sentence or two do not tell whose they are
_CHARACTERS_A_WORD = 300  # fewer such words than that are of another matter


def is_public(document: Document, text: str) -> bool:
    """Whether a text speaks of what governments answer for, by who issued it or by whom its words are of."""
    if document.doc_number or document.issuer:
        return True
    known = document.kind or document.region_name
    needed = len(text) // _CHARACTERS_A_WORD  # of a few lines, none
    if not known and sum(1 for _ in islice(_PUBLIC.finditer(text), needed)) < needed:
        return False
    if len(text) < _TELLING:
        return True
    others = sum(1 for _ in _OTHERS.finditer(text, 0, _READ))
    if not others:
        return True
    enough = -(-others // _FAR_MORE) if known else others + 1
    governments = sum(1 for _ in islice(_GOVERNMENT.finditer(text, 0, _READ), enough))
    return governments >= enough
