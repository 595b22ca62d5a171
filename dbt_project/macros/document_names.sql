{#- A document number in one form, whatever brackets and spaces it was printed with. -#}
{% macro document_number(column) -%}
    replace(regexp_replace(translate({{ column }}, '［］[]（）()【】', '〔〕〔〕〔〕〔〕〔〕'), '[\s第]', '', 'g'), '〔〔', '〔')
{%- endmacro %}

{#- A document's title in one form: without spaces and line ends, brackets of one width. -#}
{% macro document_title(column) -%}
    translate(regexp_replace({{ column }}, '\s', '', 'g'), '()', '（）')
{%- endmacro %}
