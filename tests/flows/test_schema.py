from pathlib import Path

import pytest

from flows.commands.schema import RENDERED

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("name", RENDERED)
def test_pages_made_from_the_schemas_are_fresh(name):
    assert (ROOT / name).read_text(encoding="utf-8") == RENDERED[name](), "run: make docs"
