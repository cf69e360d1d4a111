"""Adverts of one post: its grade, its payer and place, what is paid beside the salary."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def said(text, *columns):
    document = Document("page.txt", text)
    records = observe(document, default.extract(document)).observations
    return [tuple(record.get(column) for column in columns) for record in records]


ADVERT = """Band 6 Podiatrist
Riverside NHS Foundation Trust
Salary: £38,500 to £46,300 a year
Contract: Permanent
Location: Thornbury, BS35
Main duties of the job
You will see people at home and in our clinics, alone and with others of the team, in all of the town.
High cost area supplement: 5% of basic salary (minimum of £1,310 and max of £2,190).
"""


def test_the_grade_in_the_title_of_an_advert_is_that_of_its_pay():
    assert said(ADVERT, "role_title", "level_label")[0] == ("Podiatrist", "Band 6")
    text = "Pay of podiatrists (Band 6)\n\nPodiatrists earn £39,000.\n"
    assert said(text, "level_label") == [(None,)]


def test_the_name_of_a_trust_is_its_own_and_no_place():
    rows = said(ADVERT, "company_name", "region_label")
    assert {company for company, _ in rows} == {"Riverside NHS Foundation Trust"}
    assert {place for _, place in rows} == {"Thornbury, BS35"}


def test_the_least_and_the_most_of_a_supplement_are_one_too():
    assert said(ADVERT, "component", "unit", "low", "high")[1:] == [
        ("allowance", "percent", 5, 5),
        ("allowance", "currency", 1_310, None),
        ("allowance", "currency", None, 2_190),
    ]


@pytest.mark.parametrize("label", ["Pay scale & grade", "Grade level"])
def test_a_grade_below_its_label_is_the_level(label):
    text = f"Archive Technician\nSalary\n$53,400 - $64,400 per year\n{label}\nGR 7 - 9\nLocation\nBoise, ID\n"
    assert said(text, "low", "level_label", "region_label") == [(53_400, "GR 7 - 9", "Boise, ID")]


@pytest.mark.parametrize(
    "line",
    [
        "$150K – $200K • 0.25% – 1% • Offers Bonus",
        "$150K - $200K  •  0.50% - 1.50%  •  Boston, MA, US",
        "$150K - $200K | 0.4%",
        "$150K–$200K, 0.5%–1.5% | Visa",
    ],
)
def test_a_small_percent_beside_the_pay_in_a_line_of_bullets_is_equity(line):
    text = f"Founding Engineer at Mossrock\n{line}\nAny (new grads ok)\n"
    assert [component for (component,) in said(text, "component")] == ["base", "equity"]


def test_what_a_department_pays_into_a_pension_is_a_benefit_and_no_name_of_a_payer():
    text = (
        "Policy Adviser\nJob grade\nSenior Executive Officer\nContract type\nPermanent\nBusiness area\nRivers\nLocation\nLeeds\nBenefits\n"
        "Alongside your salary of £43,560, the Rivers Agency contributes £12,619 towards you being a member of the "
        "Civil Service Defined Benefit Pension scheme.\n"
    )
    columns = ("component", "role_title", "level_label", "company_name")
    assert said(text, *columns) == [
        ("base", "Policy Adviser", "Senior Executive Officer", None),
        ("benefits", "Policy Adviser", "Senior Executive Officer", None),
    ]


def test_a_grade_with_its_pay_is_that_of_the_advert():
    text = "Job: Research Fellow\nGrade: Grade 7 (£39,900 to £47,300)\nSalary: £39,900 to £47,300 per annum\n"
    assert [level for (level,) in said(text, "level_label")] == ["Grade 7", "Grade 7"]
