"""Whose pay a sentence tells: short names for fuller titles, and words for jobs that mean an employer."""

import pytest

from extractors import default
from normalizers.observations import observe
from schemas import Document


def roles(text, name="page.md"):
    document = Document(name, text)
    return [row["role_title"] for row in observe(document, default.extract(document)).observations]


def test_the_last_word_of_a_title_means_all_of_it_also_where_it_begins_a_sentence():
    assert roles("# Tram driver pay\n\nDrivers start on £31,200.\n") == ["Tram driver"]


def test_the_rank_that_a_heading_begins_with_means_all_of_it():
    text = "# What we paid\n\n## Associate dentists\n\nLast year associates had a median of $128,400.\n"
    assert roles(text) == ["Associate dentists"]


def test_letters_stand_for_the_title_that_a_heading_spells_out():
    text = "# Airline pilot pay\n\n## Regional first officer\n\nAt last I was hired.\n\n## And then\n\nAs a 737 FO I made $116 an hour.\n"
    assert roles(text) == ["first officer"]


def test_letters_for_the_job_in_the_title_of_the_page_stay_as_written():
    text = "# Site Reliability Engineer pay\n\nThe average SRE earns $151,000.\n"
    assert roles(text) == ["SRE"]


def test_letters_that_name_an_amount_in_a_list_stay_as_written():
    text = "# Flying for a living\n\n## First officer and captain\n\n- A320 FO: $92 an hour\n- A320 captain: $180 an hour\n"
    assert roles(text)[0] == "A320 FO"


@pytest.mark.parametrize(
    "sentence",
    [
        "At a mid-size contractor the basic is £38,000.",
        "Those who work for a small contractor are on £38,000.",
        "The recruiters quote £38,000.",
        "The contractor is really paying £38,000.",
    ],
)
def test_an_employer_is_not_whose_pay_is_told(sentence):
    assert roles(f"# Electrician pay\n\n{sentence}\n") == ["Electrician"]


def test_how_many_people_a_firm_has_is_not_whose_pay_is_told():
    text = "# Paralegal pay\n\nAt a firm with 38 lawyers the base is $61,000.\n"
    assert roles(text) == ["Paralegal"]


def test_letters_in_the_title_of_a_page_are_those_that_its_text_spells_out():
    text = "# How to weigh an enterprise AE offer\n\nI hired forty account executives.\n\nA base of $140,000 is usual.\n"
    assert roles(text) == ["account executives"]


def test_a_page_that_begins_with_a_question_is_about_the_job_that_it_asks_for():
    text = (
        "Wool Growers of the Fens\n\nWhat do vets in Wales earn?\n\nResults of our survey of spring.\n\n"
        "Half of those who answered had more than £41,300, and half of them less than that in the last year.\n"
    )
    assert set(roles(text, "page.txt")) == {"vets"}


def test_who_asks_about_their_own_pay_says_whose_it_is():
    text = (
        "Offer check: Leeds or staying in York\n\nHi all. I'm a senior backend engineer with a family of four.\n\n"
        "Current, York:\nbase: £71,400\n"
    )
    assert roles(text, "page.txt") == ["backend engineer"]


def test_a_menu_on_one_line_names_no_job():
    text = (
        "Northern Crafts Union\n\nHome About Us Members Apprentices Contractors Contact\n\n"
        "Dues are payable online.\n\nThe rate of pay is $47.85 an hour, and rises by 3% a year from June on.\n"
    )
    assert "Contractors" not in str(roles(text, "page.txt"))


def test_the_caption_of_a_table_says_whose_scale_it_is():
    text = (
        "<html><body><h1>Ashdown matches</h1><p>The firm has told its associates that it will pay the new scale from January.</p>"
        "<table><caption>Ashdown associate compensation</caption><tr><th>Class</th><th>Base salary</th></tr>"
        "<tr><td>2025</td><td>$235,000</td></tr><tr><td>2024</td><td>$245,000</td></tr></table></body></html>"
    )
    assert set(roles(text, "page.html")) == {"associates"}


def test_the_first_line_of_a_page_heads_it_also_with_a_figure_in_it():
    text = (
        "Vesper ferry pilots accept a deal with 31% raises\n\nSections\n\nBusiness\n\n"
        "Members voted on Friday to approve the contract, which ends a long dispute over rest days and holiday.\n\n"
        "Per diem is $2.95 an hour.\n"
    )
    assert roles(text, "page.txt")[-1] == "ferry pilots"


@pytest.mark.parametrize(
    ("title", "field"), [("A330 captains", "A330"), ("Short-haul captains", "Short-haul"), ("Captains", None)]
)
def test_what_a_title_begins_with_tells_its_people_apart(title, field):
    document = Document("page.md", f"# What crews get\n\n{title} take home £132,000 a year.\n")
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["specialization"]) for row in rows] == [(title, field)]


def test_recruiters_are_whose_pay_it_is_only_where_they_earn_it():
    text = "# Tram driver pay\n\nWe publish ours because we are tired of recruiters who will not. The average is £34,300 a year.\n"
    assert roles(text) == ["Tram driver"]
    assert roles("# Jobs in Leeds\n\nRecruiters earn £41,000 a year on average.\n") == ["Recruiters"]


def places(text):
    document = Document("page.md", text)
    return [row["region_label"] for row in observe(document, default.extract(document)).observations]


def test_each_offer_of_a_list_ends_with_its_place():
    offers = "$70,000 base with $9,000 RSUs in Boston; $80,000 base with $12,000 RSUs in Seattle; $65,000 base in Austin"
    assert places(f"# Chemist pay\n\nThey bid {offers}.\n") == [
        "Boston", "Boston", "Seattle", "Seattle", "Austin",
    ]  # fmt: skip


def test_the_place_that_a_list_begins_with_goes_on():
    offers = "$70,000 base; $80,000 is paid to leads, and $65,000 to others"
    assert set(places(f"# Chemist pay\n\nIn Boston they bid {offers}.\n")) == {"Boston"}


def test_who_comments_on_pay_is_nobody_whose_pay_it_is():
    text = (
        "# Earnings in the second quarter\n\n## Statistician's comment\n\nAda Roe, Statistician in the Pay Division, said:"
        " average weekly earnings were €931.40 in May.\n"
    )
    document = Document("page.md", text)
    (row,) = observe(document, default.extract(document)).observations
    assert row["role_title"] is None


def test_a_title_names_whose_compensation_it_is_about():
    text = "# Compensation of Marine Riggers in Norway\n\nThe median was NOK 612,000.\n"
    document = Document("page.md", text)
    (row,) = observe(document, default.extract(document)).observations
    assert row["role_title"] == "Marine Riggers"


def payers(text):
    document = Document("page.md", text)
    rows = observe(document, default.extract(document)).observations
    return [row["company_name"] or row["employer_group"] for row in rows]


@pytest.mark.parametrize(
    ("sentence", "payer"),
    [
        ("A base of $171,000 is competitive with Google.", None),
        ("Base pay is in line with Apple, Meta, and Netflix, and grants come to $64,000.", None),
        ("Unlike Google, base is $171,000 here.", None),
        ("Salaries are on par with Big Tech data teams, and grants come to $64,000.", None),
        ("That is comparable to Google L5 ($352K).", "Google"),
    ],
)
def test_with_whom_a_payer_is_compared_pays_nothing_unless_it_is_told_what(sentence, payer):
    assert payers(f"# Pay of data engineers\n\n{sentence}\n") == [payer]


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        (
            "Those with competing offers from design houses (Figma, Stripe) or with skills in any trade can push their signing bonus "
            "to more, and here that is worth their while in the end: $52K.",
            [None],
        ),
        ("They have competing offers from Stripe at $252K.", ["Stripe"]),
        ("Google-equivalent pay comes to $252K.", [None]),
        ("The firm competes directly with OpenAI and Apple for people, and adds a 12% premium.", [None]),
        (
            "Data Engineer = Google Data Engineer L3 = Meta Data Engineer (E4). Paris bands are €65K-€88K.",
            [None],
        ),
    ],
)
def test_names_that_only_stand_by_pay_nothing(sentence, found):
    assert payers(f"# Pay of data engineers\n\n{sentence}\n") == found


def test_the_bracket_around_an_amount_ends_its_part():
    text = "---\ncompany: Acme\n---\n# Pay of data engineers\n\nParis bands (€65K-€88K base) compete with Google (€71K-€96K base).\n"
    assert payers(text) == ["Acme", "Google"]


def test_a_place_in_front_of_a_later_amount_is_that_ones():
    text = "# Pay of clerks\n\nThat is below the national median ($52K), but good in towns such as Akron, where the median is $46K.\n"
    rows = observe(Document("page.md", text), default.extract(Document("page.md", text))).observations
    assert [row["place"] and row["region_label"] for row in rows] == [None, "Akron"]


def test_an_answer_in_front_of_a_colon_labels_nothing():
    text = "# Pay of clerks\n\n## Do clerks earn more in Leeds?\n\nYes: a senior clerk gets £38,200.\n"
    rows = observe(Document("page.md", text), default.extract(Document("page.md", text))).observations
    assert [row["qualifier"] for row in rows] == [None]


def test_what_the_chief_executive_got_is_no_median_of_the_staff():
    text = "# Pay at Acme\n\nThe median employee earned $61,400, and CEO Ada Quill received $9.2 million.\n"
    rows = observe(Document("page.md", text), default.extract(Document("page.md", text))).observations
    assert [row["statistic"] for row in rows] == ["median", "point"]


def test_the_level_of_a_later_amount_is_its_own():
    text = (
        "Starting pay for teachers will go from $52,000 to $60,000 and the top step will be $118,500 in 2027."
    )
    rows = observe(document := Document("page.md", text), default.extract(document)).observations
    assert [row["level_label"] for row in rows] == [None, None, "top step"]


def companies(text):
    document = Document("page.md", text)
    return [row["company_name"] for row in observe(document, default.extract(document)).observations]


def test_a_question_about_a_job_is_not_about_the_payer_just_spoken_of():
    told = "Google once advertised the job at $410,000. What do riggers earn now?"
    answer = "Glassdoor lists an average of $118,000."
    assert companies(f"# Rigger salary\n\n{told}\n\n{answer}\n")[1:] == [None]
    assert companies(f"# Rigger salary\n\n{told} {answer}\n")[1:] == [None]


def test_who_is_only_brought_up_does_not_pay():
    text = "# Offers\n\n## Stripe\n\nOnce I mentioned Netflix they came back with $184k.\n"
    assert companies(text) == ["Stripe"]
    assert companies("# Offers\n\n## Stripe\n\nI told them about Netflix's $201k.\n") == ["Netflix"]
