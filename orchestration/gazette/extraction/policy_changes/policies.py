"""Which parameters are policy, set by somebody, and which are statistics that only moved."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.policy_changes.forms import Change, unit_of
from orchestration.gazette.extraction.policy_changes.parameters import PARAMETER
from orchestration.gazette.language.marked import MarkedText
from orchestration.gazette.records import Document

_STATISTIC = re.compile(
    r"结构|产业比|工业比|对象(?:数量?)?$|人数|比重|占比|比率|所占|寿命|人口|总值|产值|可支配收入|城镇化率|城市化率|失业率|贡献率|覆盖率|普及率|入园率|毛入学率|巩固率|增加值|总量|规模|户数|家数|排名|位次|密度|"
    r"拥有量|余额|里程|绿化|森林|优良|利润|装机|产量|产能|床位|恩格尔|率先|人均.{0,6}(?:收入|产值|面积|GDP)|数量|贫困发生率|达标率|合格率|满意度|死亡率|发病率|县域经济|预算收入|税收收入|财政收入|气温|浓度"
)
_PRICED = re.compile(
    r"标准|补[贴助]|资金池|发放规模|风险补偿|(?:报销|支付|自负|缴费)比例|(?:[费价]|价格|费用|工资|定额|保费|用[水电气热])$"
)  # policy, whatever else is in the name
_OF_MARKETS = re.compile(r"批发价|市场价|成交|收盘|均价|房价|地价|菜价|肉价|股价|油价|[期现]货")  # told, set by nobody
# What came in, was paid or was earned, although it bears a parameter's word: 在岗职工平均工资, 保费收入, 养老金发放额.
_CAME_TO = re.compile(
    r"平均工资|工资总额|[费金]收入|(?:归集|缴存|发放|支出|征收|征缴)(?:总|金)?额|造价|平均(?:零售)?价|均价|累计|(?:参保|参合|生产|就业|投保|入住|在线)率"
)
_BOUNDS = re.compile("标准|上限|下限|限额|最低|最高")
_THINGS = ("家", "辆", "所", "张", "架", "艘", "头", "只", "株")  # counted: 上市公司由3家增加到5家
_ADJUSTS = re.compile(r"调整|修订|修改|变更|修正|补充完善")
_REPORTS = ("报告", "任免", "公报")
_PRESCRIBES = re.compile(r"通知|意见|决定|办法|公告|通告|规定|方案|批复|函|令|措施|细则|条例|政策|标准")

# What tells of results rather than sets anything.
_TOLD = re.compile(r"同比|[一二三四五六七八九十\d]年来|过去|累计|已经?(?!批|同意|研究)|以来|去年|上年")
_REVIEW = re.compile(r"回顾|执行情况|完成情况|工作总结|成[效绩就]|工作情况")


def is_policy(marked: MarkedText, change: Change, start: int, headings: list[str], year: int | None) -> bool:
    """Whether the parameter is one that policy sets, by its words, else by the document that says it."""
    document, text = marked.document, marked.text
    if _OF_MARKETS.search(change.subject):
        return False
    is_parameter = PARAMETER.search(change.subject) is not None
    if not is_parameter and _tells(text, start, change.start, headings, year):
        return False
    if sets_policy(document) and (_ADJUSTS.search(document.title) or any(map(_ADJUSTS.search, headings))):
        return True
    if _CAME_TO.search(change.subject) and not _BOUNDS.search(change.subject):
        return False
    unit = unit_of(change.new)
    if (unit in _THINGS and not is_parameter) or (unit in ("项", "个") and change.subject.endswith("标准")):
        return False
    if change.rule != "reach" and _STATISTIC.search(change.subject) and not _PRICED.search(change.subject):
        return False
    if not _PRICED.search(change.subject) and re.search(
        r"由(?:上年|去年|\d{4}年(?!\d|底))", text[change.start : change.end]
    ):
        return False
    # 将专项资金由2000万元提高到3000万元: an act, if it is money or whom a policy reaches
    is_set = text[change.start - 1 : change.start] in ("将", "把") and (change.rule == "reach" or "元" in change.new)
    return is_parameter or is_set or _PRICED.search(change.subject) is not None or sets_policy(document)


def _tells(text: str, start: int, at: int, headings: list[str], year: int | None) -> bool:
    """Whether a sentence tells what was reached: by its words, by a year gone by, or by the section it stands in."""
    before = text[start:at]
    if _TOLD.search(before) or any(map(_REVIEW.search, headings)):
        return True
    return year is not None and any(
        int(y) < year for y in re.findall(r"(?<![\d由从比较])((?:19|20)\d\d)年(?!\d|度?[版起])", before)
    )


def sets_policy(document: Document) -> bool:
    """Whether a document is one that sets something, by its kind or by having a number of its own; reports tell."""
    kind = document.kind or ""
    if kind in _REPORTS or document.title.endswith("报告"):
        return False
    return bool(_PRESCRIBES.search(kind)) or document.doc_number is not None
