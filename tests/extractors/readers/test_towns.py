"""A page of local news is about the town whose council or mayor it names, whatever gazetteer knows that town."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document

PAGE = """{title}

{lead}

A firefighter in Quillhaven starts on $61,000 a year. Nobody in Quillhaven is paid more than the chief, who gets $148,000.
"""


def regions(title, lead):
    document = Document("page.txt", PAGE.format(title=title, lead=lead))
    rows = observe(document, default.extract(document)).observations
    return {row["region_label"] for row in rows}


@pytest.mark.parametrize(
    "lead",
    [
        "The Quillhaven City Council voted on Monday to settle with its firefighters.",
        "On Monday the City of Quillhaven settled with its firefighters.",
        "Firefighters thanked the mayor of Quillhaven, who settled on Monday.",
    ],
)
def test_a_council_or_mayor_names_the_town_of_a_page(lead):
    assert regions("Firefighters settle", lead) == {"Quillhaven"}


@pytest.mark.parametrize(
    "lead",
    [
        "The Quillhaven Hose Company voted on Monday to settle with its firefighters.",
        "The Quillhaven City Council and the Marrow Bay City Council voted on Monday.",
        "The Marrow Bay City Council voted on Monday to settle with its firefighters.",
    ],
)
def test_several_towns_and_one_named_in_passing_are_no_town_of_the_page(lead):
    assert regions("Firefighters settle", lead) <= {None}
