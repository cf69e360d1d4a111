import json

import pytest

from tests import golden_files
from tests.golden_files import differences, hold

LINES = ['{"line": 6, "company": "Acme", "low": 1}', '{"line": 7, "company": "Beta"}', '{"line": 9}']


@pytest.mark.parametrize(
    ("written", "said"),
    [
        (LINES, []),
        (
            [LINES[0].replace("Acme", "Akme"), *LINES[1:]],
            ['g.jsonl:1: company: "Akme" is written, "Acme" is read'],
        ),
        (LINES[:2], ['g.jsonl:3: is read here, and not written: {"line": 9}']),
        ([*LINES, '{"line": 10}'], ['g.jsonl:4: is read no more: {"line": 10}']),
        ([], ["g.jsonl: is empty; 3 lines are read"]),
        (
            [LINES[0], "{", LINES[2]],
            [
                "g.jsonl:2: no JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"
            ],
        ),
        (
            [LINES[0], '{"company": "Beta", "line": 7}', LINES[2]],
            [f"g.jsonl:2: the same in another form; {LINES[1]} is read"],
        ),
    ],
)
def test_a_difference_is_named_with_file_and_line(written, said):
    assert list(differences(LINES, written, "g.jsonl")) == said


def test_a_file_that_differs_fails_with_what_to_do(tmp_path, monkeypatch):
    monkeypatch.setattr(golden_files, "WRITE", False)
    file = tmp_path / "g.jsonl"
    file.write_text("\n".join(LINES) + "\n", encoding="utf-8")
    hold(LINES, file)
    with pytest.raises(pytest.fail.Exception, match="WAGEBOOK_GOLDEN=write"):
        hold([json.dumps({"line": 1}), *LINES[1:]], file)


def test_writing_makes_the_file(tmp_path, monkeypatch):
    monkeypatch.setattr(golden_files, "WRITE", True)
    file = tmp_path / "new" / "g.jsonl"
    hold(LINES, file)
    assert file.read_text(encoding="utf-8").splitlines() == LINES
