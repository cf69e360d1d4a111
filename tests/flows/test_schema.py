from pathlib import Path

import pytest

from flows.commands.schema import RENDERED
from flows.errors import Exit
from tests.flows.test_cli import wagebook

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", RENDERED)
def test_pages_made_from_the_schemas_are_fresh(name):
    assert (ROOT / name).read_text(encoding="utf-8") == RENDERED[name](), "run: make docs"


def test_pages_are_only_written_where_they_are(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    said = wagebook("schema", "--write", check=Exit.REFUSED).stderr
    assert "in the folder of the project" in said
    assert list((tmp_path / "docs").iterdir()) == []
