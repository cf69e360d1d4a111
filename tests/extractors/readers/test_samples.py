"""How many cases a figure rests on."""

import pytest

from extractors.readers import samples
from schemas import Cell


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Based on 2 418 salaries reported by tilers", "2 418"),
        ("2,418 salaries", "2,418"),
        ("based on 31 thatchers", "31"),
        ("(n = 77)", "77"),
    ],
)
def test_a_count_is_read_whole_also_with_spaces_between_its_thousands(text, count):
    assert samples.size(Cell(text)).text == count
