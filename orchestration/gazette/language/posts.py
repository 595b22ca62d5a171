"""Posts as this language writes them: the title that ends a post's words, and the body that stands before it.

淄博市教育局局长 → 淄博市教育局 + 局长; X大学党委副书记 → X大学 + 党委副书记; 急诊科长 → 急诊科 + 科长 (the character they share is
printed once). Pure string questions over a *masked* text, in which brackets are replaced by ``MASK`` of the same length.
"""

from __future__ import annotations

import re
from functools import lru_cache

MASK = "\x01"  # stands for every character of a bracket, so that offsets hold

# Heads of bodies that lend their own last character to the title: 局长 heads a 局.
_SHARED = "部厅局司处科股庭院校园所站馆台社会行队署场厂矿段团师旅军连排室村乡镇县区市省州盟旗组"
_HEADS = f"(?:支队|总队|大队|中队|分队|小队|理事|董事|监事|秘书|检察|审计|监狱|委员|船|关|家|班|署|总站|督察|护士)长|[{_SHARED}]长"
_TITLES = (
    r"[部室院校局]务委员|审判委员会(?:专职)?委员|检察委员会(?:专职)?委员|主任委员|(?:组织|宣传|纪检|统战|青年|政法)委员|常务委员|国务委员|政务委员|(?:政务)?次长|主委|[谘咨]委|组成人员|(?:(?<=党组)|(?<=党委)|(?<=委员会的)|(?<=理事会的)|(?<=工委)|(?<=委员会)|(?<=理事会)|(?<=咨询会)|(?<=谘询会)|(?<=管理局))成员|(?:正选|候补|非官方|当然)成员|主任科员|主任|"
    r"(?:私人|政务|机要|新闻)秘书|书记处书记|书记员|总书记|书记|常委|委员|秘书长|董事会秘书|主席团主席|主席|政治委员|政委|"
    r"助理审判员|人民陪审员|人民监督员|审判员|助理检察员|检察员|执行员|(?:非?常任)?法官|"
    r"特命全权大使|大使|公使|参赞|总领事|领事|代办|(?<=谈判)代表|(?:(?<=组织)|(?<=机构)|(?<=联盟)|(?<=事务处)|(?<=办事处)|(?<=代表团))代表|全权代表|(?<=[常]驻联合国)代表|"
    r"总理|行政长官|(?:督查|巡察|联络|廉政|私隐)?专员|特派员|督察专员|督导专员|监察专员|总督察|督察员|督察|总督学|督学|督导员|巡视员|调研员|(?:第[一二三四五]职阶)?(?:首席|特级|[一二三]等|高级|顾问){0,3}(?:技术员|文员|技术辅导员)|检查员|监察员|研究员|科员|指导员|教导员|协理员|联络员|联络专员|"
    r"稽察特派员|参事|馆员|(?:法律|经济|科技|政策|安全)?顾问|(?<!届)监事会主席|理事|(?:非执行|独立非执行|执行|外部|非?独立|非?职工代表|股东代表|职工)?(?:监事|董事)|司令员|司令|参谋长|总指挥|指挥长|指挥|召集人|发言人|校监|(?:博士生|硕士生|研究生)?导师|教务长|总务长|"
    r"总(?:工程|会计|经济|规划|农艺|畜牧|兽医|审计|统计|设计|建筑|地质|药剂|药|检验|质量|信息|精算|飞行|船舶|林业|园艺)师|总法律顾问|总审计|总编辑|总编|主编|编审|"
    r"总经理|经理|(?:行政|联席)?总裁|(?:财务|运营|技术|行政|艺术|人力资源|市场|营销|法务|安全|投资|音乐|教学)?总监|首席执行官|首席[\u4e00-\u9fff]{2,4}官|首席专家|(?:首席)?仲裁员|合伙人|负责人|财务负责人|"
    r"(?:市|省|县|区|州|镇|乡|厅|部|局|校|院|署|总经理|行|主席|检察长|董事长|州长)长?助理"
)
_PREFIX = (
    r"(?:(?:[正副][省部厅局处科县]级)?(?:党组|党委|党总支|党支部|分党组|机关党委|直属机关党委|专职|兼职|名誉|荣誉|候补|候任|首席|高级)?"
    r"(?:(?:代理|代)(?=副?[省市县区州乡镇盟旗院]长|副?检察长|副?[主局厅部]))?"
    r"(?:常务|政务(?=副)|第[一二]|执行|专职|兼职|驻会|名誉|荣誉|常任|候任|特约|特邀)?副?(?:常务|执行)?)"
)
_LEVEL = r"(?:[一二三四]级(?:高级)?(?:巡视员|调研员|主任科员|科员|检察官|法官|警长|主管|总监|警监))"
_POST = re.compile(rf"(?P<title>{_LEVEL}|{_PREFIX}(?:{_HEADS}|{_TITLES}))$")
# The characters that a title can end in; most words that are asked about end in another.
_LAST = frozenset(re.findall(r"([\u4e00-\u9fff])\)*(?=\||\)|$)", f"{_LEVEL}|{_HEADS}|{_TITLES}"))
# A 代 that belongs to the word before it (现代馆…), and heads whose character belongs to another word.
_NOT_ACTING = re.compile(r"[现近当时古历世年]$")
# How the name of a body ends: then the title's first character is not shared with it.
_BODY_END = re.compile(
    rf"(?:[部厅局司处科股庭院校园所站馆台社会行队署场厂矿段团室村乡镇县区市省州盟旗国办委组中府库系党大{MASK}]|"
    r"企业|中心|基地|人大|[大中小]学|街道|支部|总支|工会|协会|海关|税务|分部|党工委|纪检组|办公厅)$"
)

# Bodies set up for one task; a seat in one is a division of work, not an office.
TASK_GROUP = re.compile(
    r"(?:领导小组|工作小组|协调小组|工作组|专班|指挥部|专项组|筹备组|筹委会|调查组|督导组|专家组|评审组|工作团)$"
)
TASK_SEATS = frozenset(
    ("组长", "副组长", "成员", "总指挥", "副总指挥", "指挥长", "副指挥长", "召集人", "常务副组长", "指挥")
)


@lru_cache(maxsize=16384)
def title_start(words: str) -> int | None:
    """Where the title begins that ends these masked words (no brackets after it); None where they end with none."""
    if words[-1:] not in _LAST:
        return None
    match = _POST.search(words)
    if match is None:
        return None
    start = match.start()
    title = match["title"]
    if title.startswith("代") and not title.startswith("代理") and start and _NOT_ACTING.search(words[:start]):
        start += 1
    return start


def shares_head(words: str, start: int) -> bool:
    """Whether body and title share one printed character: 组织部长 is 组织部 + 部长, but 教育局局长 and 上海市长 decide otherwise.

    ``start`` is what ``title_start`` gave. True means that the body's name reaches one character into the title.
    """
    title = words[start:]
    if start == 0 or len(title) != 2 or title[1] != "长" or title[0] not in _SHARED:
        return False
    if title[0] in "省市县区州盟旗乡镇":  # 福州市长: the place's name may end like a place already
        return re.search(rf"(?:{title[0]}|政府|委|人大|会)$", words[:start]) is None
    return _BODY_END.search(words[:start]) is None


def is_post(words: str) -> bool:
    """Whether words are a title and nothing else (局长, 常务副主任, 党组书记)."""
    return words[-1:] in _LAST and _POST.match(words) is not None
