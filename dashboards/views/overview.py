import streamlit as st
st.title("概览")
