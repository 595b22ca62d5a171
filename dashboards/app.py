"""The dashboards: `streamlit run dashboards/app.py`. Navigation and the gate each page passes; no content."""

from __future__ import annotations

import sys
from pathlib import Path

import streamlit as st

ROOT = Path(__file__).resolve().parent.parent
if str(ROOT) not in sys.path:  # started by streamlit, only this folder is on the path
    sys.path.insert(0, str(ROOT))

from dashboards.components import data, states, theme  # noqa: E402
from orchestration.warehouse.query import QueryError  # noqa: E402

# The folder is not called pages/: Streamlit takes a folder of that name for its older kind of multi-page app, and would
# run a page without this file when the first visit after a start is a deep link.
PAGES = {
    "总览": [
        st.Page("views/overview.py", title="概览", icon=":material/dashboard:", url_path="overview", default=True)
    ],
    "事实": [
        st.Page("views/targets.py", title="目标", icon=":material/flag:", url_path="targets"),
        st.Page("views/outcomes.py", title="成果", icon=":material/task_alt:", url_path="outcomes"),
        st.Page("views/land.py", title="土地供应", icon=":material/landscape:", url_path="land"),
        st.Page("views/appointments.py", title="人事任免", icon=":material/badge:", url_path="appointments"),
        st.Page("views/duties.py", title="任务与期限", icon=":material/event:", url_path="duties"),
        st.Page("views/policy.py", title="政策变动与引用", icon=":material/account_tree:", url_path="policy"),
    ],
    "原文与数据": [
        st.Page("views/documents.py", title="文件", icon=":material/description:", url_path="documents"),
        st.Page("views/sql.py", title="SQL", icon=":material/terminal:", url_path="sql"),
        st.Page("views/checks.py", title="核对与警告", icon=":material/rule:", url_path="checks"),
    ],
}


def main() -> None:
    st.set_page_config(page_title="公报", page_icon=str(Path(__file__).with_name("icon.png")), layout="wide")
    theme.apply()
    page = st.navigation(PAGES)
    published = data.pin()
    if published is None:
        states.stop_without_warehouse()
    try:
        issues = data.scalar("select count(*) from dim_issue") if data.has("dim_issue") else 0
    except QueryError as error:
        states.stop_unreadable(str(error))
    st.sidebar.caption(f"已读公报 {issues:,} 期  \n数据发布于 {published.when}", help=f"版本 {published.name}")
    page.run()


main()
