{#- The words of an indicator without those that say for whom and when. -#}
{% macro indicator_phrase(column) -%}
    regexp_replace({{ column }}, '^(全市|全省|全县|全区|我市|我省|全年|年末|年内|累计)+', '')
{%- endmacro %}
