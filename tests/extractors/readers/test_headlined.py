"""Comments below a name, what somebody does and an age; posts with dots between their head's lines; pairs of base and target."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

COMMENTS = """Sales pay, honestly

Base and OTE for everyone who asked.

Mara Quill
Enterprise AE | Cybersecurity
2w
Spot on. $155K/$310K in Atlanta here.
Like
Reply
217 Reactions
Brook Tansy
2w
That's high. $90K/$180K is what I see in Boston.
Like
Reply
12 Reactions
Jill Fenn
Account Manager
1w
A base of $60K in Ohio.
Like
Reply
"""
DOTTED = """What is everybody on?

mara_ops
•
1y ago
SRE in Kraków, 41 000 EUR a year.

Upvote
187
Downvote
Reply
bo-sre
•
1y ago
Our bands, EUR a month:

junior 2-3k
regular 3-4k
senior 5-6k

tansy_q
OP
•
1y ago
Nurse in Leeds, £38,000.
"""


def rows(text):
    document = Document("page.txt", text)
    return observe(document, default.extract(document)).observations


def test_what_a_writer_does_holds_for_the_comment_below():
    told = [(row["low"], row["component"], row["role_title"], row["claim"]) for row in rows(COMMENTS)]
    assert told == [
        (155_000, "base", "Enterprise AE", "anecdote"),
        (310_000, "total", "Enterprise AE", "anecdote"),
        (90_000, "base", None, "anecdote"),
        (180_000, "total", None, "anecdote"),
        (60_000, "base", "Account Manager", "anecdote"),
    ]


def test_a_list_of_ranks_with_bare_thousands_is_one_of_pay_and_no_writer_is_a_job():
    found = rows(DOTTED)
    assert [(row["low"], row["currency"], row["level_label"]) for row in found] == [
        (41_000, "EUR", None),
        (2_000, "EUR", "junior"),
        (3_000, "EUR", "regular"),
        (5_000, "EUR", "senior"),
        (38_000, "GBP", None),
    ]
    assert "bo-sre" not in {row["role_title"] for row in found}


def test_a_share_of_people_with_a_bonus_is_none():
    table = "# Tilers\n\n| Sector | Avg. base | Got a bonus |\n|---|---|---|\n| Ships | $54,900 | 58% |\n| Homes | $49,300 | 67% |\n"
    document = Document("page.md", table)
    assert [row["unit"] for row in observe(document, default.extract(document)).observations] == [
        "currency"
    ] * 2


def test_those_who_answered_are_whose_pay_a_page_is_about():
    text = "2024 salary survey: results\n\nIt drew 3,214 usable responses from security professionals then.\n\nThe average is $133,800.\n"
    (row,) = rows(text)
    assert row["role_title"] == "security professionals"


def test_prices_of_whole_works_are_no_pay_and_rates_among_them_are():
    text = "# Tariff of a tiler\n\n## Project prices\n\n- Bathroom: $4,800\n- Kitchen: $6,500\n- Repairs: $95 an hour\n"
    document = Document("page.md", text)
    assert [row["low"] for row in observe(document, default.extract(document)).observations] == [95]
