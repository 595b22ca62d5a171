"""The data dictionary, docs/data_dictionary.md: made from the YAML beside the marts, so that it says what they say.

python -m orchestration.dictionary          writes the file
python -m orchestration.dictionary --check  exit 1 when the file is not what would be written
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from orchestration.settings import DBT_PROJECT, ROOT

MARTS = DBT_PROJECT / "models" / "marts" / "_marts.yml"
FILE = ROOT / "docs" / "data_dictionary.md"
_KINDS = (
    ("dim_", "Dimensions"),
    ("fct_", "Facts"),
    ("bridge_", "Bridges"),
    ("mart_", "Ready-made views"),
)


def render(models: list[dict[str, Any]]) -> str:
    """The dictionary as Markdown, for the models as their YAML describes them."""
    lines = [
        "# Data dictionary",
        "",
        "The tables of a published warehouse (schema `main`). Made from `dbt_project/models/marts/_marts.yml` by",
        "`python -m orchestration.dictionary`; the same words stand in the warehouse as comments.",
        "",
    ]
    for prefix, heading in _KINDS:
        named = [model for model in models if model["name"].startswith(prefix)]
        lines += [f"- {heading}: " + ", ".join(f"[`{m['name']}`](#{m['name']})" for m in named)]
    for prefix, heading in _KINDS:
        lines += ["", f"## {heading}"]
        for model in models:
            if model["name"].startswith(prefix):
                lines += _model(model)
    return "\n".join(lines) + "\n"


def _model(model: dict[str, Any]) -> Iterator[str]:
    yield from ("", f"### {model['name']}", "", model["description"].strip(), "", "| column | type | what it holds |")
    yield "| --- | --- | --- |"
    for column in model["columns"]:
        words = " ".join([column["description"].strip(), *_notes(column)]).replace("|", "\\|")
        yield f"| `{column['name']}` | {column['data_type']} | {words} |"


def _notes(column: dict[str, Any]) -> Iterator[str]:
    """What the tests of a column say about it: key, references, the values it takes."""
    for test in column.get("data_tests", []):
        if test == "unique":
            yield "**Key.**"
        elif isinstance(test, dict) and "relationships" in test:
            arguments = test["relationships"]["arguments"]
            target = arguments["to"].removeprefix("ref('").removesuffix("')")
            yield f"→ `{target}.{arguments['field']}`."
        elif isinstance(test, dict) and "accepted_values" in test:
            yield "One of " + ", ".join(f"`{value}`" for value in test["accepted_values"]["arguments"]["values"]) + "."


def current() -> str:
    """What the file should hold now."""
    return render(yaml.safe_load(MARTS.read_text(encoding="utf-8"))["models"])


def main(arguments: list[str], file: Path = FILE) -> int:
    """Writes the file, or with --check compares it; the exit code."""
    if "--check" in arguments:
        if file.exists() and file.read_text(encoding="utf-8") == current():
            return 0
        print(f"{file} is not current: run python -m orchestration.dictionary", file=sys.stderr)
        return 1
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(current(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
