"""The Chinese words of the interface: labels of codes, names of columns, help for terms. Words only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Family:
    """One fact table as the pages speak of it."""

    table: str
    key: str  # its id column
    label: str
    page: str  # url path of the page that shows it


FAMILIES: tuple[Family, ...] = (
    Family("fct_targets", "target_id", "目标", "targets"),
    Family("fct_outcomes", "outcome_id", "成果", "outcomes"),
    Family("fct_land_supply", "land_supply_id", "土地供应", "land"),
    Family("fct_appointments", "appointment_id", "人事任免", "appointments"),
    Family("fct_assignments", "assignment_id", "任务分工", "duties"),
    Family("fct_deadlines", "deadline_id", "期限", "duties"),
    Family("fct_policy_changes", "change_id", "政策变动", "policy"),
    Family("fct_citations", "citation_id", "引用", "policy"),
    Family("fct_recognitions", "recognition_id", "认定名单", "policy"),
)
FAMILY = {family.table: family for family in FAMILIES}

MEASURES = {
    "level": "总量",
    "growth_rate": "增长率",
    "increment": "增量",
    "reduction_rate": "下降率",
    "share": "比率",
    "count": "数量",
    "cumulative": "累计",
}
COMPARATORS = {">=": "不低于 ≥", "<=": "不高于 ≤", "=": "等于 =", "~": "约 ≈", "range": "区间"}
ACTIONS = {"appoint": "任", "remove": "免"}
ROLES = {"lead": "牵头", "responsible": "负责", "support": "配合"}
RECURRENCES = {"monthly": "每月", "quarterly": "每季度", "yearly": "每年"}
TERM_STATUS = {"open": "止期未知", "ended": "已止", "start_unknown": "起期未知"}
FIGURE_KINDS = {"planned": "计划", "actual": "实际"}
BREAKDOWNS = {
    "total": "总量",
    "by_use": "按用途",
    "by_region": "按区域",
    "residential_by_region": "住宅按区域",
    "by_region_and_use": "按区域和用途",
}
CHECKS = {"holds": "相符", "broken": "不符", "not_checkable": "无法核对"}
ISSUE_STATUS = {"read": "已读", "read_with_warnings": "已读，有警告", "quarantined": "已隔离", "missing": "缺期"}
STAGES = {
    "reading": "读取",
    "text": "文本",
    "structure": "结构",
    "extraction": "抽取",
    "identity": "身份",
    "corrections": "更正",
}

# Codes that have no words here yet are shown as they are.
WARNINGS = {
    "assignment_without_body": "分工没有单位",
    "attachment_elsewhere": "附件另见他处",
    "binary_input": "不是文本",
    "broken_sidecar": "来源说明有误",
    "contents_without_document": "目录有而正文无",
    "control_characters": "控制字符",
    "cut_end": "末尾不完整",
    "damaged_figure": "数字残缺",
    "damaged_image": "图像损坏",
    "damaged_pdf": "PDF 损坏",
    "empty_input": "空文件",
    "encrypted": "文件加密",
    "fact_said_twice": "同一事实两次",
    "figure_damaged": "数字残缺",
    "front_matter": "文件之前的文字",
    "garbled_text_layer": "文字层乱码",
    "indicator_unclear": "指标不明",
    "year_unclear": "年份不明",
    "inflates_too_far": "压缩异常",
    "line_too_long": "行过长",
    "lone_surrogates": "无效字符",
    "low_confidence": "识别把握低",
    "missing_glyph": "缺字",
    "nested_too_deep": "嵌套过深",
    "no_content": "没有正文",
    "no_ocr": "未装文字识别",
    "no_text_layer": "没有文字层",
    "not_a_gazette": "不是公报",
    "number_in_figure": "数字中夹有页码",
    "page_break_lost": "分页丢失",
    "page_damaged": "页面损坏",
    "page_gap": "缺页",
    "page_number_disagrees": "页码不一致",
    "page_numbers_unknown": "页码未知",
    "page_too_full": "页面过满",
    "table_not_understood": "表格未读懂",
    "too_large": "文件过大",
    "undecodable": "编码无法识别",
    "unit_unknown": "单位不明",
}
RULES = {
    "count.heading": "标题所说项数",
    "count.list": "名单所说家数",
    "count.parts": "分项之数",
    "land.by_region": "土地：各区域之和",
    "land.by_use": "土地：各用途之和",
    "land.housing_by_kind": "土地：住宅各类之和",
    "land.residential_by_region": "土地：各区域住宅之和",
    "land.share": "土地：占比",
    "land.share_sum": "土地：占比之和",
    "share.sectors": "产业占比",
    "sum.sectors": "产业之和",
}

COLUMNS = {
    "indicator": "指标",
    "theme": "主题",
    "measure": "口径",
    "comparator": "约束方式",
    "hedge": "语气词",
    "binding": "性质",
    "stated": "印出的数",
    "value": "数值",
    "unit": "单位",
    "period": "时期",
    "deadline": "期限",
    "region": "地区",
    "agencies": "责任单位",
    "issue": "公报期次",
    "document": "文件",
    "quote": "原文",
    "page": "页",
    "rule_id": "规则",
    "source": "出处",
    "doc_number": "文号",
    "date": "日期",
    "correction_reason": "人工更正",
    "doubt": "请对照扫描件",
}

HELP = {
    "measure": "同一指标的总量、增长率、比率、百分点增量是不同口径，不混在一张图里。",
    "comparator": "原文的“以上、不低于”记为 ≥，“以内、不超过”记为 ≤，“左右、约”记为 ≈；没有这类词的记为 =。",
    "hedge": "原文的“力争、努力、左右”等词，照印。",
    "binding": "计划写明的“预期性”或“约束性”；没有写明的留空。",
    "stated": "按原文的数值和单位，附约束方式；未换算。",
    "outcome_words": "同一指标、地区和单位，前一年的成果；同一文件印了几个（如同口径的）都列出。",
    "source": "打开原文阅读器，定位到这句话。页码是公报印出的页码；未知时只写“原文”。",
    "period": "原文所说或由文件年度推出的时期；原文没有年份的留空。",
    "quote": "逐字取自文件正文，由起止位置切出，不经改写。",
    "rule_id": "得出这一行的规则名，可用 gongbao explain 查看。",
    "correction_reason": "这一行有字段按 corrections/ 中的更正改过；这里是更正的理由。",
    "doubt": "这一行出自扫描件；原文所在的行，文字识别的把握低于 0.8（满分 1），数和名可能有误。",
    "share_pct": "文件中印出的占比；未印的留空，不代算。",
}
