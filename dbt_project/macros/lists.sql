{#- A cell of names separated by | as a list; the empty list for null. -#}
{% macro split_list(column) -%}
    list_filter(string_split(coalesce({{ column }}, ''), '|'), lambda x: x != '')
{%- endmacro %}
