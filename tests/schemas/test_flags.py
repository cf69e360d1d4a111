"""Every flag that the documentation promises can be raised."""

import re
from pathlib import Path

import pytest

from schemas import flags

ROOT = Path(__file__).parents[2]
CODE = "\n".join(
    file.read_text(encoding="utf-8")
    for room in ("schemas", "normalizers", "extractors", "quality", "flows")
    for file in sorted((ROOT / room).rglob("*.py"))
)


@pytest.mark.parametrize("code", flags.all_flags())
def test_a_declared_flag_is_raised_somewhere(code):
    assert re.search(rf"[\"']{code}[\"']", CODE)
