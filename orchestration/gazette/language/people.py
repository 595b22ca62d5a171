"""Names of persons as this language writes them: which strings can be one, and where one ends.

A Chinese name is a surname (one character, or one of the compound surnames) and one or two characters; names of the
minorities are joined by ·, or have two to five characters without a surname of the table. Pure string questions: spans
are found by those who ask.
"""

from __future__ import annotations

import re
from functools import lru_cache

# The surnames of the 百家姓 and those that the censuses count among the first five hundred.
SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常"
    "乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万"
    "支柯昝管卢莫经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄曲家封芮羿储靳汲邴糜松井段富巫乌焦巴弓牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘"
    "钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍郤璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕"
    "连茹习宦艾鱼容向古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢关蒯相查后荆红游竺权逯盖益桓公付肖"
    "信教仝代亓仉佘佟佴候俱修兰冼初刑冶凡卢卿原召叱吐么员呼咎哈哈啜图基塔墨多奉奥妙娜官宛寸尉尧展岩岳巨布帅席师幺库庹延开弋归律德忻思恽战户才扬扎折拓撒改斛斯旷旺春晋智朴来果"
    "栗格楚楼次母毓永汝沐沈河泉泽洛海涂淡清渠漆火烟照燎牟玄珠由甫申画盘相眭睢矫碧磨祭秘稽窝端竹笪筱米粘练缑罕群翦耶聪肇肖胖脱腾臧艺芦苑苟茆茌药莎莱萨蓟蔄虎衣西覃言订许诗诺谌谯买"
    "贯资起迟郄郈邸郇都鄢酒里金钦锁长门闪闫问间阳阿阚降随集雒青靖靳革鞠项频顿风首香骞鬼鲜鹿麦麴黑齐迪隋逄岱冒植况侴禚缐丛邝甯仵英衷栾鄞臺付荐奕战郭矢蹇亢寮豆敬邬鹏卯闾尕才贡於邵綦亓"
    "雪呙逯刀罕揭揣哀苌俸刃哑笃晋佀苻鄯郧忽晏泮浮丘凃南占台商妥操檀淦淳滚琚琴畅磐税粟纳补贠赏赛赫辜逢钏铁银闭玉先羽普宝保腊茶者昃崞楮杞"
)
COMPOUND_SURNAMES = frozenset(
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 "
    "颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 梁丘 左丘 东门 西门 南荣 第五 爱新觉罗 叶赫 纳兰 完颜 耶律 哥舒 贺兰".split()
)
# Characters that occur in names of bodies, posts and clauses but hardly in a given name.
_NEVER = frozenset("的了等们该您他她它届省县局厅院职或")
# Words of office and of clauses that can stand where a name could, but are part of none.
_NOT_IN_NAMES = re.compile(
    r"同志|人员|部分|常务|下列|以下|以上|上述|全体|名单|有关|相关|会议|决定|任命|免去|任免|职务|组成|主任|主席|书记|代表|检察|审判|法官|干部|领导|负责|"
    r"政府|人大|常委|市长|镇长|区长|队长|科长|处长|所长|校长|组长|会长|社长|站长|馆长|行长|园长|庭长|秘书|总理|顾问|大使|任职|任期|辞去|辞职|试用|"
    r"[省市县区州]委|议案|议程|名誉|本人|[一二三四五六七八九十\d]+[名位]|单位|企业|机构|部门|专家|教授|记者|群众|党员|通过|进行|开展|正式|同时|依法|一并|分别|相继|继续|随后|再次|先后|"
    r"全票|当选|提名|官员|免职|被提|获任|连任|转任|调任|升任|出任|接任|就任|担任|兼任|代理|挂职|原任|现任|宣布|表示|指出|强调|主持|出席|报告|决议|请求"
)
# Words that begin with a character that is also a surname.
_NOT_AT_START = re.compile(
    r"公司|公安|公开|高级|司法|文化|卫生|农业|林业|水利|商务|国[土资有家务]|金融|能源|党[委组工]|广播|武警|安[排全]|明确|成[立为]|包括|解决|从事|时任|方面|"
    r"项目|于是|应当|曾[任经担在]|关[心于]|连任|严格|强化|长期|首席|晋升|宣布|经[过济营表研审]|江苏|山东|云南|宁夏|甘肃|温州|杭州|苏州|全国|中[国央]|"
    r"荣誉|降[级为职]|南[宁京昌通阳充平海方部沙开]|台[湾州办胞盟联]|商[务业会丘洛贸标品]|税[务收费]|纳[入税]|补[选贴助充偿]|赛[事区]|铁[路道岭]|银[行川保]|玉[林溪树门]|"
    r"先[后进行期生]|普[通查法惠洱陀]|宝[鸡山安坻丰]|保[险障密定山卫持护税利留证]|茶[叶馆]|[\u4e00-\u9fff]族$|后[来续期勤备]|"
    r"和[拟命]|因此|作为|认为|其[他中余]|各[级部]|副|学校"
)
_HAN = r"\u3400-\u9fff"
_MINORITY = re.compile(rf"[{_HAN}]{{1,9}}(?:[·•‧・．][{_HAN}]{{1,9}}){{1,3}}")
_ENDING_MINORITY = re.compile(rf"[{_HAN}]{{1,9}}(?:[·•‧・][{_HAN}]{{1,9}}){{1,3}}$")
# Words before a foreign name that belong to its clause (其经济顾问穆罕默德·阿里, 重申支持…, …可望续).
_NOT_JOINED = re.compile(r"^[其该]|支持|重申|[可有]望|[外部院议]长|首相|总统|^新")
_PLAIN = re.compile(rf"[{_HAN}〇○]{{2,6}}")


@lru_cache(maxsize=16384)
def is_name(word: str) -> bool:
    """Whether a word has the form of a name with a surname of the table (王静, 欧阳明, 陈方安生) or is joined by ·."""
    if "·" in word or "•" in word or "‧" in word or "・" in word:
        return (
            _MINORITY.fullmatch(word) is not None
            and _NOT_IN_NAMES.search(word) is None
            and _NOT_JOINED.search(word) is None
        )
    if not 2 <= len(word) <= 4 or _PLAIN.fullmatch(word) is None:
        return False
    if len(word) > len("宗政") and word[:2] in COMPOUND_SURNAMES:
        return _is_given(word[2:])
    if word[0] not in SURNAMES:
        return False
    if len(word) == 4:  # a married name: two surnames and a given name of two
        return word[1] in SURNAMES and _is_given(word[2:]) and _is_no_word(word)
    return _is_given(word[1:]) and _is_no_word(word)


@lru_cache(maxsize=16384)
def can_be_name(word: str) -> bool:
    """Whether a word can be a name where the grammar already says that one stands there: no surname is asked for.

    Covers names of minorities without a joint (白玛赤林, 乌云其木格) and rare surnames; words of office never pass.
    """
    if is_name(word):
        return True
    is_plain = 2 <= len(word) <= 5 and word[0] not in "第各新" and _PLAIN.fullmatch(word) is not None
    return is_plain and _is_given(word) and _is_no_word(word)


def _is_no_word(word: str) -> bool:
    return _NOT_IN_NAMES.search(word) is None and _NOT_AT_START.match(word) is None


def _is_given(characters: str) -> bool:
    return not _NEVER.intersection(characters) and characters[-1] not in "市区"


def ending_names(words: str) -> list[int]:
    """Where a name may begin that ends these words (市公安局局长胡明朗 → offset of 胡, and of 长, a rare surname).

    Asked where a title precedes the name: the caller takes the one before which a title ends.
    """
    if any(dot in words for dot in "·•‧・") and (joined := _ENDING_MINORITY.search(words)):
        return [joined.start()]
    return [len(words) - size for size in (2, 3, 4) if size <= len(words) and is_name(words[-size:])]
