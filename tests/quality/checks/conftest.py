"""Rows to be checked: written in short, with everything else as a plain market figure has it."""

import pytest

from quality import checks

PLAIN = {
    "observation_id": "", "figure_id": None, "package_id": "one", "restates": None, "company": None,
    "employer_group": None, "role": "ml-engineer", "level": None, "level_to": None, "level_label": None,
    "experience_min_years": None, "experience_max_years": None, "specialization": None, "education": None,
    "qualifier": None, "region_label": None, "place": None, "country": None, "work_mode": None, "component": "base",
    "figure_label": None, "statistic": "range", "low": None, "high": None, "open_ended": False,
    "low_percentile": None, "high_percentile": None, "unit": "currency", "currency": "USD", "period": "year",
    "vesting_years": None, "annual_low": None, "annual_high": None, "comparison": None, "compared_to": None,
    "applies_to": None, "claim": "market", "stance": None, "as_of_label": None, "attributed_to": None,
    "source": "mine", "document": "mine/a.md", "context": "table", "locator": None, "line_start": 1,
    "char_start": 0, "char_end": 0, "evidence": "",
}  # fmt: skip


@pytest.fixture
def row():
    """A function that makes a row; ends are given as `ends`, one number or two, and places follow each other."""
    made: list[dict[str, object]] = []

    def make(ends=None, **columns):
        number = len(made)
        low, high = ends if isinstance(ends, tuple) else (ends, ends)
        given = {"low": low, "high": high, "statistic": "range" if low != high else "point"}
        defaults = {"observation_id": f"o{number}", "figure_id": f"f{number}", "flags": []}
        spot = {"char_start": 20 * number, "char_end": 20 * number + 8, "line_start": number + 1}
        written = {"evidence": f"${low:,}" if low is not None else ""}
        made.append(PLAIN | defaults | given | spot | written | columns)
        return made[-1]

    return make


@pytest.fixture
def found():
    """A function that checks rows and gives the findings of some codes: (code, id, other id, message)."""

    def look(rows, *codes, claims=()):
        issues = checks.check(rows, claims)
        chosen = [issue for issue in issues if not codes or issue["code"] in codes]
        return [(i["code"], i["observation_id"], i["other_observation_id"], i["message"]) for i in chosen]

    return look
