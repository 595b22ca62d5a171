"""todo"""
import streamlit as st
st.title("appointments")
