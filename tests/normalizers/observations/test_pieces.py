"""Fees for a piece of work."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

LIST = (
    "# Freelance rates\n\nWhat papers told us.\n\n- Alder Post - $0.50 per word, $1,200 for long reads\n"
    "- Elder Sun - 40p/word, £250 web columns\n"
    "- Beech Sky - $2/w in the paper\n- Hazel Mail - £140 a day on the desk\n"
)


def observed(text):
    document = Document("x.md", text)
    return {
        o["evidence"]: (o["period"], o["component"])
        for o in observe(document, default.extract(document)).observations
    }


def test_small_amounts_on_a_page_of_fees_by_the_word_are_for_a_piece():
    found = observed(LIST)
    assert found["$1,200"] == found["£250"] == ("project", "wage")
    assert found["£140 a day"] == ("day", "wage")


def test_an_amount_too_small_for_a_week_is_paid_for_a_word():
    assert observed("# Writer pay\n\n- Alder Post - $1.50/w\n- Elder Sun - $900/w\n") == {
        "$1.50": ("project", "wage"),
        "$900": ("week", "wage"),
    }


def test_a_page_of_wages_by_the_day_stays_so():
    found = observed("# Porter pay\n\nDay shifts pay £120 a day, nights £150 a day. Sundays £170.\n")
    assert found["£170"][0] == "day"
