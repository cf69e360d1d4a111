"""Levels that texts write as codes and years."""

import pytest

from normalizers import mentions
from schemas import Cell


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("An educator is in pay group S 8b and starts low.", ["S 8b"]),
        ("Allowances for S 3 to S 9 are monthly.", ["S 3 to S 9"]),
        ("A head in step 5 earns most.", ["step 5"]),
        ("Clerks are JSP-9 at first.", ["JSP-9"]),
        ("Headteachers (A 14) start there.", ["A 14"]),
        ("So a seventh-year at a large firm gets more.", ["seventh-year"]),
        ("She left as a fifth-year.", ["fifth-year"]),
        ("He sent me his 2024 W-2.", []),
        ("It was a third-year contract.", []),
        ("A graduate in Norrland starts low.", ["graduate"]),
        ("Every graduate student knows it.", []),
        ("At L4, people begin at step 2.", ["L4"]),
        ("Carers in P 7 get more than those in P 6.", ["P 7", "P 6"]),
        ("It lies between P 50 and P 90.", []),
        ("Nobody goes beyond the top step.", ["top step"]),
        ("Top-of-scale wardens get most.", ["Top-of-scale"]),
        ("The first step is to ask.", []),
        ("The median first-year salary rose.", ["first-year"]),
        ("A first-year pay rise was refused.", []),
        ("Tilers get 5%, managers 10% and directors €25.", ["managers", "directors"]),
        ("A director earning €90,000 pays tax.", ["director"]),
        ("Hiring managers asked 12 questions.", []),
        ("New drivers start low.", ["New"]),
        ("She found a new driver.", []),
        ("Qualified actuaries do better.", ["Qualified"]),
        ("A group product manager leads others.", ["group product manager"]),
        ("Trainee 2nd year", ["Trainee 2nd year"]),
        ("Apprentices, year 3", ["Apprentices, year 3"]),
    ],
)
def test_codes_steps_and_years_of_work_are_levels(text, levels):
    assert [m.cell.text for m in mentions.find(Cell(text), ("level",))] == levels


@pytest.mark.parametrize("text", ["data entry clerks", "Direct-entry captains", "Double-entry bookkeeper"])
def test_what_is_entered_is_no_rank(text):
    assert not mentions.find(Cell(text), ("level",))
