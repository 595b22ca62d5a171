"""Titles of published lists: headings that end in 名单 or 名录, sentences that open a list, and which of them honour someone."""

from __future__ import annotations

import re

from orchestration.gazette.extraction.recognitions.list_headings import COUNT
from orchestration.gazette.extraction.recognitions.name_tables import begins_list
from orchestration.gazette.extraction.recognitions.printed_lines import Line
from orchestration.gazette.language.marked import MarkedText

HINTS = ("名单", "名录")
HEADING = re.compile(
    rf"(?P<title>[^。；;！？]{{2,70}}?(?:名单|名录))(?:公示|如下)?(?P<count>{COUNT}|（[^（）]{{1,16}}）)?[：:]?$"
)
_BROKEN_HEADING = re.compile(rf"[^。；，]{{0,12}}[单录]({COUNT})?[：:]?")
_OPENS = ("如下：", "如下:")
_BRACKET_AT_END = re.compile(r"(?<=如下)（[^（）]{2,16}）(?=[：:]$)")  # 名单如下（以姓氏笔画为序）：
_NAMED_BEFORE = re.compile(r"([^，。；：“”]{2,40}(?:名单|名录))(?:公布|通报|公示|表彰)?如下[：:]$")
_NO_MORE_THAN_LIST = re.compile(r"(?:现|将|兹|有关|相关|具体|上述|其)*(?:名单|名录)")
_SAID_BEFORE = re.compile(r"([^，。；：“”]{4,40}?)[，。](?:现将)?(?:具体)?名单(?:公布|通报|公示)?如下[：:]$")
_PUBLIC = re.compile("公布。|公示。|通报。|命名。")
# 获得五一劳动奖章的会员有：
_WHO_GOT = re.compile(
    r"(?:荣获|获得|入选|获评|被?评为|被授予)(?P<named>[^，。；：]{3,40}?)的[^，。；：]{0,14}?(?:有|是|为|包括)[：:]$"
)
_MADE_PUBLIC = re.compile(r"([^，。；：“”]{2,40}(?:名单|名录))(?:予以|进行)?(?:公布|公示|通报)。$")
_NAMED_IN_TITLE = re.compile(r"(?:公布|命名|认定|表彰|印发|确定|公示)([^，。；]{2,40}名单)")
_ATTACHMENT = re.compile(r"^附件?\s?\d{0,2}[：:.\s]?")
# 认定以下企业为示范企业：, 确认甲公司等5家企业为重点企业。现公布如下：, 授予下列单位“先进单位”称号：
# 拟推荐王某等5名同志为优秀教师，现予以公示：, unless headings of their own follow.
_PUBLISHES_BELOW = re.compile(r"为[^。；]{2,40}，[^。，；]{0,8}予以(?:公示|公布|通报)[：:]$")
_BESTOWS_BELOW = re.compile(r"如下[：:]$|(?:以下|下列)[^。]{2,80}[：:]$")
_BESTOWED = re.compile(
    r"(?:认定|确认|命名|评定|评选|确定|批准|授予|推荐)[^。；]{2,120}?(?:为(?P<named>[^，。；：“”]{3,40})(?=[，。；：:]|$)|(?:为[^，。；：“”]{0,20})?“(?P<quoted>[^“”]{2,40})”)"
)
# 评出2019年度先进单位，现通报如下：, 现将我市入选的第八批龙头企业公布如下：
_PUBLISHED = re.compile(
    r"(?:评选?出|(?:现将|将)(?:[^，。；：“”]{0,12}(?:入选|评出|评选出|认定|命名|获评)的)?)(?P<named>[^，。；：“”]{4,40}?"
    r"(?:企业|单位|集体|个人|工作者|项目|基地|园区|村|社区|学校|家庭|团队|品牌|产品))[，]?(?:现|予以)*(?:公布|通报|公示|表彰|表扬)如下[：:]$"
)
_NO_RECOGNITION = re.compile(
    r"任免|任命|免去|任职|拟任|领导小组|组成|成员|联系人|(?<!优秀)联络员|参会|出席|列席|失信|黑名单|处罚|撤销|取消|注销|不合格|淘汰|废止|通讯录|候选|抄送|负面|重点监管|"
    r"涉嫌|候补|当选|考生|录用|拟录|改组|内阁|首长|人事|中标|抽检|值班|放假|征收|拆迁|受害|遇难|失联|选手|参赛|报名|面试|体检|资格复审|开庭"
)
# No recognition unless an honour is named: 风险企业名单 is none, 风险防控先进单位名单 is one.
_NO_HONOUR = re.compile(
    r"代表(?!性)|委员|工作人员|指挥部|专家|责任|关闭|清理|分工|死亡|会议|管控|排污|备案|整改|风险|干部|督查"
)
_RECOGNISES = re.compile(
    r"认定|命名|表彰|授予|公布|通报|确定|评选|评审|入选|获奖|奖励|嘉奖|优秀|先进|示范|龙头|重点|品牌|劳模|劳动模范|标兵|十佳|百佳|称号|达标|通过|批准|名录|基地|园区|企业|"
    r"项目|单位|传承人|遗产|集体|个人|工匠|人才|学校|医院|村|社区|街区|产品|作品|景区|中心|团队|机构|家庭|文明|星级|奖"
)
_HONOUR = re.compile(
    r"好(?:人|医生|教师|民警|干部|党员|家庭|村官|媳妇|婆婆|青年|少年)|先进|优秀|优胜|良好|奖|杯|标兵|模范|示范|文明|[十百][佳强]|最美|获[奖得]|突出|贡献|称号|五一|红旗|金牌|银牌|铜牌"
)
# What a body is recognised as without an honour's word.
_RECOGNISED_AS = re.compile(
    r"生态|绿色|卫生|园林|平安|和谐|美丽|特色|诚信|放心|专精特新|小巨人|老字号|试点|名[医师家]|第[一二三四五六七八九十\d]{1,3}批|龙头|重点|[国省市县区]级|星级|名牌|著名|基地|园区|高新技术|品牌|达标"
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?:年|[—~－-])")


def title_above(marked: MarkedText, lines: list[Line], at: int) -> tuple[str, bool] | None:
    """The title of the list that a line opens, without its count, and whether it is named as a list.

    The heading may stand over two or three lines, where the print breaks it.
    """
    words = lines[at].words
    if "如下（" in words:
        words = _BRACKET_AT_END.sub("", words)
    if words.endswith(_OPENS) and len(words) <= 400 and any(hint in words for hint in HINTS):
        return _named(_title_of_sentence(marked, words))
    is_public = words.endswith("。") and _PUBLIC.search(words) is not None
    if is_public and (made := _MADE_PUBLIC.search(words)) and at + 1 < len(lines) and begins_list(lines[at + 1]):
        return _named(allowed(marked, re.sub(r"^(?:现将|现|将|兹将)", "", made[1])))
    if words.endswith(("：", ":")) and (who := _WHO_GOT.search(words)):
        return (who["named"], False) if not _is_bare(who["named"]) else None
    numbered = is_public and at + 1 < len(lines) and lines[at + 1].words.startswith(("1.", "1、", "（1）"))
    if numbered or (words.endswith(("：", ":")) and _opens_below(lines, at)):
        return _bestowed(marked, words)
    if len(words) > 400 or ("单" not in words and "录" not in words):
        return None
    heading = HEADING.fullmatch(words) if len(words) <= 80 else None
    if heading is None and not _BROKEN_HEADING.fullmatch(words):
        return None
    joined = words
    for back in range(1, 4):
        if at - back < 0:
            break
        joined = lines[at - back].words + joined
        whole = HEADING.fullmatch(joined)
        if whole and _is_named(marked, whole["title"]):
            return _named(allowed(marked, whole["title"]))
    return _named(allowed(marked, heading["title"])) if heading else None


def _title_of_sentence(marked: MarkedText, words: str) -> str | None:
    """名单如下：, opened by a sentence: the last phrase that ends in 名单, else the document's own title."""
    named = _NAMED_BEFORE.search(words)
    if named is not None and _NO_MORE_THAN_LIST.fullmatch(named[1]):
        named = None  # 认定甲公司等4家企业为示范企业，现将名单公示如下：
    if named is None and not any(hint in words for hint in HINTS):
        return None
    if named is None:
        named = _NAMED_IN_TITLE.search(marked.document.title)
    if named is None and (bestowed := _bestowed(marked, words)):
        return bestowed[0]
    if named is None and (said := _SAID_BEFORE.search(words)) and not _is_bare(said[1]):
        named = said
    title = re.sub(r"^(?:现将|现|将|兹将|认定的?)", "", named[1]) if named else marked.document.title
    return allowed(marked, title)


def allowed(marked: MarkedText, title: str) -> str | None:
    """A list's title without the number of its attachment, if it and the document's title recognise someone."""
    title = _ATTACHMENT.sub("", title)
    about = f"{title} {marked.document.title}"
    return None if is_none(title) or not (_RECOGNISES.search(about) or names_honour(title)) else title


def is_none(title: str) -> bool:
    """Whether a list by this title recognises nobody."""
    return bool(_NO_RECOGNITION.search(title) or (_NO_HONOUR.search(title) and not _HONOUR.search(title)))


def is_honour(title: str) -> bool:
    """Whether a heading names an honour."""
    return _HONOUR.search(title) is not None


def names_honour(words: str) -> bool:
    """Whether words name an honour or what a body is recognised as (第三批绿色工厂)."""
    return is_honour(words) or _RECOGNISED_AS.search(words) is not None


def year_of(*titles: str) -> int | None:
    """The year that the first of some titles names."""
    for title in titles:
        found = _YEAR.search(title)
        if found:
            return int(found[1])
    return None


def _opens_below(lines: list[Line], at: int) -> bool:
    """Whether a line that ends in a colon bestows something on those who stand below it."""
    words = lines[at].words
    if _BESTOWS_BELOW.search(words):
        return True
    grouped = at + 1 < len(lines) and lines[at + 1].words.startswith(("一、", "（一）"))
    return not grouped and _PUBLISHES_BELOW.search(words) is not None


def _bestowed(marked: MarkedText, words: str) -> tuple[str, bool] | None:
    """What a sentence that ends before a list bestows on those whom the list names."""
    bestowed = list(_BESTOWED.finditer(words))
    title = (bestowed[-1]["named"] or bestowed[-1]["quoted"]) if bestowed else None
    if title is None and (published := _PUBLISHED.search(words)):
        title = published["named"]
    if title is None or is_none(title) or not names_honour(title):
        return None
    return title, any(hint in words[-20:] for hint in HINTS)


def _is_bare(words: str) -> bool:
    """Whether a clause names no honour and nothing that a body is recognised as."""
    return not names_honour(words)


def _named(title: str | None) -> tuple[str, bool] | None:
    return None if title is None else (title, True)


def _is_named(marked: MarkedText, title: str) -> bool:
    """Whether the document names a list by this title: the plan printed with it, an attachment, or itself."""
    document = marked.document
    plain = _plain(title)
    return any(plain == _plain(name) for name in (document.attached_title or "", *document.attachments, document.title))


def _plain(title: str) -> str:
    return re.sub(rf"{COUNT}$|\s|[《》]", "", title)
