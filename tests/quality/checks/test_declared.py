"""Every check's codes are declared once, with a wording that its findings fill."""

import re

import pytest

from flows import across
from quality import checks
from schemas import flags


@pytest.mark.parametrize("code", checks.CODES)
def test_a_code_has_severity_wording_and_example(code):
    flag = flags.all_flags()[code]
    assert flag.severity in ("error", "warning", "info")
    assert flag.shows
    assert flag.example


def test_every_wording_belongs_to_a_check():
    worded = {code for code, flag in flags.all_flags().items() if flag.shows}
    assert worded - set(checks.CODES) == across.CODES


def test_a_missing_part_of_a_wording_is_an_error():
    flag = flags.all_flags()["total_apart"]
    assert re.findall(r"{(\w+)}", flag.shows) == ["shown", "apart"]
    with pytest.raises(KeyError):
        flag.in_words({"shown": "1 + 1 = 2"})
