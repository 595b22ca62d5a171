"""The data dictionary says what the models say, and is current."""

from __future__ import annotations

from pathlib import Path

from orchestration import dictionary


def test_the_committed_dictionary_is_current() -> None:
    assert dictionary.FILE.read_text(encoding="utf-8") == dictionary.current()


def test_check_tells_an_old_file_from_a_current_one(tmp_path: Path) -> None:
    file = tmp_path / "docs" / "dictionary.md"
    assert dictionary.main(["--check"], file) == 1
    assert dictionary.main([], file) == 0
    assert dictionary.main(["--check"], file) == 0
    file.write_text(file.read_text(encoding="utf-8") + "more\n", encoding="utf-8")
    assert dictionary.main(["--check"], file) == 1


def test_keys_references_and_values_stand_beside_the_columns() -> None:
    model = {
        "name": "dim_thing",
        "description": "Things. Grain: one thing.",
        "columns": [
            {"name": "thing_id", "data_type": "varchar", "description": "Id.", "data_tests": ["unique", "not_null"]},
            {
                "name": "other_id",
                "data_type": "varchar",
                "description": "One | other.",
                "data_tests": [{"relationships": {"arguments": {"to": "ref('dim_other')", "field": "other_id"}}}],
            },
            {
                "name": "side",
                "data_type": "varchar",
                "description": "Side.",
                "data_tests": [{"accepted_values": {"arguments": {"values": ["left", "right"]}}}],
            },
        ],
    }
    written = dictionary.render([model])
    assert "| `thing_id` | varchar | Id. **Key.** |" in written
    assert "| `other_id` | varchar | One \\| other. → `dim_other.other_id`. |" in written
    assert "| `side` | varchar | Side. One of `left`, `right`. |" in written


def test_every_mart_has_a_grain_and_every_column_a_description() -> None:
    import yaml

    models = yaml.safe_load(dictionary.MARTS.read_text(encoding="utf-8"))["models"]
    assert {model["name"] for model in models} == {file.stem for file in dictionary.MARTS.parent.glob("*.sql")}
    for model in models:
        assert "Grain: one " in model["description"], model["name"]
        assert model["description"].rstrip().endswith("."), model["name"]
        for column in model["columns"]:
            assert column["description"].strip(), (model["name"], column["name"])
