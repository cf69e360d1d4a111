"""Pages on which somebody tells how it went."""

from extractors import default
from normalizers.observations import observe
from schemas import Document

DIARY = """# Three offers

I make glass in a workshop of nine, and last spring I was on £27,400.

My boss offered £28,000 when I asked. He said that £28,500 was the most he could do.

Then I got an offer of £33,000 from the works across the river. They moved up to £34,500 after a week.

She then said that she could do £34,900 with £1,500 for joining.

Over the first year it comes to £36,400.

| Firm | Base |
|---|---|
| Orbison | £34,900 |
| Tansy | £31,000 |

The union says that cutters get £30,200 on average.
"""


def claims(text):
    document = Document("page.md", text)
    return {
        row["evidence"]: row["claim"] for row in observe(document, default.extract(document)).observations
    }


def test_what_leaves_open_who_speaks_is_part_of_the_story():
    found = claims(DIARY)
    assert found["£36,400"] == "anecdote"
    assert found["£34,900"] != "negotiation"
    assert found["£31,000"] == found["£30,200"] == "market"


def test_one_story_makes_no_diary():
    text = "# Pay of cutters\n\nMy brother got £27,400.\n\n" + "".join(
        f"Cutters in {town} get £{amount},000.\n\n"
        for town, amount in (("Leeds", 28), ("Hull", 29), ("York", 30))
    )
    assert set(claims(text).values()) == {"anecdote", "market"}


def test_on_a_page_whose_title_tells_a_story_open_amounts_are_part_of_it():
    text = (
        "# How I went from £31,000 to £52,000 as a rigger\n\nI began on £31,500.\n\n"
        "The next works in Leeds paid £38,000. I said no.\n\n"
        "They came back, and I signed for £52,000.\n\nThe median for riggers is £41,000.\n"
    )
    document = Document("page.md", text)
    found = observe(document, default.extract(document)).observations
    assert [
        row["claim"] for row in found if row["low"] in (38_000, 52_000) and row["context"] != "heading"
    ] == ["anecdote"] * 2
    assert found[-1]["claim"] == "market"
