"""Which way the words of a text look that has no headings to say it: ahead, to what is to come, or back, upon what was done."""

from __future__ import annotations

import re
from functools import cached_property

from orchestration.gazette.language.title_time import Side

_PARAGRAPH_REACH = 200  # characters before a sentence in which its paragraph said which way it looks
_REACH = 160  # characters before a figure in which its sentence's words stand
# What is to come, and what news says before it reports that.
_AHEAD = (
    r"(?:报告|会议|纲要|意见|方案|规划|计划|通知|》)(?:还|中|又|也|同时|并)?(?:提出|明确|部署|建议|要求|确定(?!的)|指出，到(?=20))|建议(?:今年|20\d\d年)|提出(?=(?:今年|全年|20\d\d年))|(?:今年|20\d\d年)提出(?=[^，。；\n]{0,8}(?:增|达))|(?<!好于)(?<!超)(?<![高低]于)(?<!超过)预期(?=目标|增长|增速|[\u4e00-\u9fffA-Z]{2,10}(?:增长|达))|"
    r"(?:谈到|讲到|谈及|对于|关于|就|对)(?:20\d\d年|今年|下一步|新的一年)(?:的|政府|全[市省])*(?:工作|要求|目标|任务|打算)(?![^，。；\n]{0,6}(?:回顾|总结|完成))|"
    r"届时，|今年(?:的)?(?:主要)?目标|(?:今后|未来)[三五]年|(?:通过|经过|再用|用)[^，。；\n]{0,3}[一二三四五六七八九十\d]年(?:左右)?的?(?:努力|时间)，(?![^。；\n]{0,40}[了已])|下一步|接下来|新的一年，|(?:印发|下发|出台|发布)了?(?:通知|方案|实施方案|意见|行动计划)，(?=今年|年内|到20\d\d年)|力争|确保|争取(?![^，。；\n]{0,14}(?:资金|债|额度|项目|政策|支持|指标|投资|补助))|预计(?:将|可|(?:今年|明年|20\d\d年|到)?(?:年?底|年内|\d{1,2}月)[^，。；\n]{0,6}(?:建成|完工|竣工|投|通车|完成|开工|交付))|(?<![即必势])将(?![军来士])|"
    r"计划(?=新|投资|总投资|建|开工|完成|实施|安排|招|改|引|用地|用于|筹集|培|创|争|在|于|到|用?[一二三四五六七八九十两\d]{1,2}年|植|发|整治|修|开|挖|治|清|疏|栽|造|补|拆|搬|办|举|购|铺|架|打|种|养|扩|启|推)|投资计划(?=\d)|规划(?=(?:投资|建设|新[建改])(?!了))|"
    r"(?:今年|年内|明年|20\d\d年|[我全][国省市县区])[^，。；\n]{0,8}计划(?![的内外]|执行|单列|生育|完成率)|"
    r"拟(?=新|建|投|用于|安排|招|改)|(?:今年|本年度?|年内|20\d\d年)，?[^，。；\n]{0,14}(?:安排|排定|筛选)|办好(?=\d)|"
    r"(?:今年(?![\d一二三四上前以])|本年度)[^。；\n]{0,60}(?:实施|筛选出?)(?=[^，。；\n\d]{0,14}(?:\d|\Z))|"
    r"(?:为民|民生|惠民|利民)(?:办)?(?:实事|事项)(?:项目|工程|清单)*(?![^，。；\n]{0,10}(?:完成|落实|进展|办结|兑现))|"
    r"下达[^，。；\n]{0,18}(?:任务|计划|指标)(?![^，。；\n]{0,14}的[\d.]+%)|提出，(?=[“\"]?十[一二三四五六七]?五|到20)|"
    r"(?<![主重需首])要(?=在|于|加快|完成|实现|建成|确保|力争|新|突破|达到|努力|继续|着力|全面|大力)|"
    r"(?<![三五])年内(?![^，。；]{0,10}(?:已|完成了|累计|共))|"
    r"必须(?=在|于|完成|实现|达到|下降|降低|减少|降到|降至|控制|超过|不低于|不少于|不高于)|"
    r"(?:重点|主要|目标)任务(?:还)?(?:包括|有|为|是)|(?:制定|明确|确定|下达|分解)了?[^，。；：\n]{0,10}(?:任务|指标)[：:]|"
    r"今年再(?=[新建改开完安实造培])|继续(?=推进|实施|加大|加快(?![，。；])|开展|抓好|做好)|努力(?=实现|完成|打造|推动)"
)
# What was done, and what is said before that is told.
_BACK = (
    r"(?:报告|会议)(?:显示|指出，过去|回顾)|初步(?:核算|预计|统计|测算)|经(?:初步)?(?:预计|统计|核算)|据[^，。；\n]{0,16}统计|数据显示|"
    r"回顾了?|同比|[比较]上年|[比较]去年|(?<![比较与和同于在从由])(?:去年|上年(?![末同水]))|截至|累计|"
    r"接连(?=[跨突迈站])|相继(?=[跨突迈站])|(?<=[，；。])实有(?=[经市企])|"
    r"占(?:全?年度?)?(?:投资)?计划|(?:已|累计|共)?完成[^，。；\n\d]{0,10}(?:计划(?=\d)|(?:任务|目标|计划)的?(?=[\d.]{1,6}[%％]))|超额完成|(?:全面|全部|均已?|逐项)(?:落实|办结|兑现|完成|完工|竣工|建成|开工)(?=[，。；\n])|(?:竣工|建成|按期|主体)(?:投用|完工)(?=[，。；])|(?:落实|完成|进展)情况|"
    r"已(?:经)?(?=[建完实开累达有落形投全成入超突连发接办签引安覆通改修清惠拨扩培招]|新[建改增开扩])|"
    r"(?:完成|实现|取得|形成|建成|达到|超过|增长|提高|开展|实施|出台|带动|解决|建立|举办|打造|推出|新增|获得|吸引|投入|突破)了|"
    r"成功(?=举办|创建|入选|申|获|承办)|荣获|获评|获批|入选(?![者名项人])|(?:开展|启动|实施|成立|运行|部署)以来|取得(?:了|新|重大|显著|明显|积极|较大)*(?:突破|进展|成效)|根据[^，。；\n]{0,12}(?:汇总|上报|统计)|被(?=评|授|列|认定)|圆满|如期|顺利(?=实现|完成|通过|召开)|"
    r"实际(?=开工|完成|到位(?!金额|资金)|建成|供应|投资\d)|今年以来|今天的|如今|目前|现在|眼下|这些年|多年来|近年来|跃居|位居|居全[国省]|创[^，。；\n]{0,8}新高|首次|共(?=开工|完工|建成|承办|办理|审结|受理|查处|立案|采纳|接待|整改|清理)|共(?=(?:征集|收集|征得))|(?<![未能])收到(?=[^，。；\n]{0,16}\d)|的(?:建成|投用|完工|竣工)，(?![^，。；\n]{0,8}(?:将|可|能够))|喜迁|"
    r"(?:据了解|据悉)，[^，。；\n]{0,10}[现共拥已]有|[全我本][国省市县区州][^，。；\n]{0,4}[现共已]有|占[^，。；\n]{0,10}任务(?=[^，。；\n]{0,10}的?[\d.]+%)|"
    r"前[二三四五六七八九十两\d]{1,2}[名位]|前(?:[一二三四五六七八九十]|\d{1,2})个(?:月|季度)|前三季度|(?<!\d)1[-—至]\d{1,2}月|"
    # ——市容市貌持续改善。: what a paragraph of a review opens with.
    r"——[一-龥、]{3,10}(?:持续|更加|更趋|更有|不断|明显|显著|全面|稳步|日益|进一步)[一-龥]{1,5}(?=。)"
)
_LOOK = re.compile(f"(?P<ahead>{_AHEAD})|(?P<back>{_BACK})")
_DONE = re.compile(
    r"(?<!力争)(?<!确保)实现[^。]{0,30}$|完成[^。]{0,20}$|达到?[^。]{0,12}$|增长|突破|稳定在|保持在|建成|超过?(?=[^。]{0,8}$)"
)
# Said without either: how things went, and what is ordered.
_WENT = re.compile(
    r"势头(?:强劲|良好|迅猛)|成效(?:显著|卓著|明显|突出)|(?:上升|跃升|提升|攀升)[到至]第?|名列|排名|创下|第\d{1,3}[位名]|稳中有进|稳中向好|逐步显现|"
    r"进一步(?:壮大|增强|提升|提高|改善|完善|巩固)(?=[，。；])|(?:增长|上升|提高|提升|下降)(?![\d.]+[^，。；、\d]{0,5}(?:左右|以上|以内))\d|(?:稳步|不断|持续|明显|显著|大幅)(?:提高|提升|增长|改善|增强|完善|优化|扩大|回升|向好|好转)(?=[，。；])"
)
# 人民生活更加殷实：收入年均递增10%: what a plan aims at, label by label.
_LABELLED = re.compile(r"(?m)^[ 　]*[一-龥]{2,8}更加[一-龥]{2}：")
_ORDERED = re.compile(r"(?<=[，。；\n　：])(?:继续|加快|推进|加强|扩大|完善|推动|提升|开展|适[量度时]|积极|大力)")
# Who is to do it: （市教育局牵头，市财政局配合）.
_CHARGED = re.compile(
    r"（[^（）\n]{2,40}(?:牵头|负责|落实|配合|[局委厅办]|政府)[^（）\n]{0,20}）|(?:责任|牵头|承办|主办)(?:单位|部门)[：:]"
)
# …达到2万亿元，同比增长2%: aims are compared with the year before, not with the same time in it.
_GREW = re.compile(r"[^，。；]{1,16}，同比(?:实际|名义)?(?:增|下|上|提|减|降|升)")
_BOUND = re.compile(r"[\d.]+[千百万亿]*[^\d，。；、]{0,4}?(?:左右|以上|以内)")
_NUMBER = re.compile(r"\d[\d.]*")
_COMPARATOR = 2  # characters of 突破, 超过, which a figure begins with
_PERCENT = re.compile(r"[\d.]{1,6}[%％]")
_CHARGES = 3
_SUMMED = "累计"  # said of what is to come too: behind a figure it turns nothing
_SUMMED_ACTS = ("完成", "实现", "建成", "投入", "发放", "到位", "支付")  # 累计完成: so far
_GAINED = frozenset(("获批", "入选", "获评", "荣获"))  # among aims, what is to be gained: 获批高新技术企业80家
_MET_REACH = 10
_FAR_MORE = 4
_COMPARED = frozenset(("同比", "比上年", "比去年", "较上年", "较去年"))
_MORE = 2  # where only weak words tell
_SOME = 2
_CHARACTERS_A_WORD = 300  # a long text that says 将 twice is about something else


class Leanings:
    """The words of one text that look ahead or back; all offsets are those of the text."""

    def __init__(self, text: str, steps: bool = False) -> None:
        """``steps``: the text names the steps of a plan, and looks ahead unless its words say otherwise."""
        self._text = text
        self._steps = steps
        self.is_weak = False  # whether only weak words said what ``at`` said last

    def whole(self, offset: int) -> Side | None:
        """Which way the text looks as a whole; what it tells, it tells from the first word on that says so."""
        return self._whole if self._whole == "target" or offset >= self._first else None

    @cached_property
    def _found(self) -> list[re.Match[str]]:
        return list(_LOOK.finditer(self._text))

    @cached_property
    def _first(self) -> int:
        return 0 if self.never_ahead else self._text.rfind("\n", 0, self._found[0].start())

    @cached_property
    def _whole(self) -> Side | None:
        """The side whose words are alone, or far more frequent."""
        ahead = back = compared = 0
        for match in self._found:
            if match["ahead"] is not None:
                ahead += 1
            else:
                back += 1
                compared += match[0] in _COMPARED
        more = _FAR_MORE
        if not back and self._steps:
            return "target"
        if not back and len(_CHARGED.findall(self._text)) >= _CHARGES:
            return "target"
        if ahead + back <= _SOME:
            labelled = len(_LABELLED.findall(self._text)) if ahead > back else 0
            ahead += labelled + (0 if back else len(_ORDERED.findall(self._text)))
            back += 0 if labelled else len(_WENT.findall(self._text))
            more = _MORE
        if back >= _SOME and back >= more * ahead:
            return "outcome"
        often = ahead >= _SOME and ahead * _CHARACTERS_A_WORD >= len(self._text)
        back -= min(compared, ahead - 1)  # aims are compared with the past too: 较去年新增14项
        return "target" if often and ahead >= more * back else None

    @cached_property
    def never_ahead(self) -> bool:
        """Whether no word of the text looks ahead."""
        return all(match["ahead"] is None for match in self._found)

    def looks_back(self, start: int, end: int) -> bool:
        """Whether a span has words that look back."""
        return any(match["ahead"] is None for match in _LOOK.finditer(self._text, start, end))

    def looks_ahead(self, start: int, end: int) -> bool:
        """Whether a span has words that look ahead."""
        return any(match["ahead"] is not None for match in _LOOK.finditer(self._text, start, end))

    def at(self, start: int, end: int, offset: int, before: Side | None) -> Side | None:
        """What the sentence from ``start`` to ``end`` says of a figure in it: nearest in its own part between two ；.

        ``before``: the side of what was told before, which weak words (达到, 完成) do not turn.
        """
        text = self._text
        self.is_weak = False
        begin = max(text.rfind("；", start, offset) + 1, start)
        stop = text.find("；", offset, end)
        side = self._last(max(begin, offset - _REACH), offset, before)
        if side == "target" and text.endswith("，完成", 0, offset) and _PERCENT.match(text, offset):
            return "outcome"  # 计划投资3亿元，完成63%: so much of the plan was met
        if side is not None:
            return side
        if _GREW.match(text, offset, end) is not None:
            return "outcome"
        done = _DONE.search(text, begin, offset + _COMPARATOR) is not None
        following = _LOOK.search(text, offset, end if stop < 0 else stop) if not done else None
        if following is not None and (before is None or following[0] != _SUMMED):
            self.is_weak = True
            return "outcome" if following["ahead"] is None else "target"
        side = self._last(max(start, offset - _REACH), begin, before)
        if (
            side is None and before is None and self._whole is None
        ):  # 发布为民办实事项目。包括：完成…: what the paragraph said before
            paragraph = text.rfind("\n", 0, start) + 1
            side = self._last(max(paragraph, start - _PARAGRAPH_REACH), start)
            self.is_weak = side is not None
        if side is None and done and before is None and self._whole != "target":
            self.is_weak = True
            return "target" if self._whole is None and self._bounds(start, end, offset) else "outcome"
        return side

    def is_bound(self, offset: int) -> bool:
        """Whether a figure at an offset is bound as aims are: 8%以上, 500亿元左右."""
        return _BOUND.match(self._text, offset) is not None

    def _bounds(self, start: int, end: int, offset: int) -> bool:
        """Whether a figure is bound as aims are (增长8%以上), as most of its sentence, in a paragraph with no word that looks back."""
        if not self.is_bound(offset):
            return False
        if 2 * len(_BOUND.findall(self._text, start, end)) < len(_NUMBER.findall(self._text, start, end)):
            return False
        stop = self._text.find("\n", end)
        return not self.looks_back(self._text.rfind("\n", 0, start) + 1, stop if stop > 0 else len(self._text))

    def _last(self, start: int, end: int, before: Side | None = None) -> Side | None:
        last: Side | None = None
        for match in _LOOK.finditer(self._text, start, end):
            summed = match[0] == _SUMMED and not self._text.startswith(_SUMMED_ACTS, match.end())
            gained = match[0] in _GAINED
            if (
                match["ahead"] is not None
                and "实事" in match[0]
                and self._text.find("完成", max(start, match.start() - _MET_REACH), match.start()) >= 0
            ):
                last = "outcome"  # 其中完成省为民办实事项目…
                continue
            if ((last or before) == "target" and (summed or gained)) or (last == "target" and match[0] in _COMPARED):
                continue  # 计划总投资3亿元，同比增长26%: what is planned grows too
            last = "outcome" if match["ahead"] is None else "target"
        return last
