"""Threads of a forum: the heads of posts say nothing of pay, and what a post tells first holds for it as a whole."""

from extractors import default, readers
from normalizers.observations import observe
from schemas import Document

RULE = "-" * 40
THREAD = f"""The Weld Board » Pay
What do you all make these days?

tool_ferret
Senior Member
Posts: 1,412
26 Jan 2025, 10:31

Pipe welder, Aberdeen, two years in.
£44k base, £51k with overtime.

They look for two more, £41-46k plus the same again.

{RULE}

kilnhand
Member
Posts: 77
26 Jan 2025, 11:02

Title: Maintenance fitter, nights
City: Leeds
Base: £36,500
Made: £41,900

The canteen gives £3 lunches.

{RULE}

graphite9
Moderator
26 Jan 2025, 12:10

£51k with overtime is good up there. Here it would be £48k.
"""


def read(text):
    return Document("thread.txt", text)


def rows(text):
    document = read(text)
    found = observe(document, default.extract(document)).observations
    return {row["evidence"]: (row["role_title"], row["region_label"]) for row in found}


def test_ranks_dates_and_counts_of_posts_are_no_headings_and_names_are():
    heads = [block.cell.text for block in readers.read(read(THREAD)).blocks if block.kind == "heading"]
    assert [head for head in heads if "Weld" not in head] == ["tool_ferret", "kilnhand", "graphite9"]


def test_a_post_is_about_the_job_and_the_place_with_which_it_begins():
    found = rows(THREAD)
    assert found["£44k"] == found["£41-46k"] == ("Pipe welder", "Aberdeen")
    assert found["£36,500"] == found["£41,900"] == ("Maintenance fitter, nights", "Leeds")


def test_a_reply_speaks_of_the_post_whose_amount_it_quotes():
    assert rows(THREAD)["£48k"] == ("Pipe welder", "Aberdeen")


def test_two_posts_make_no_thread():
    text = THREAD.split(RULE)[0] + THREAD.split(RULE)[1]
    heads = [block.cell.text for block in readers.read(read(text)).blocks if block.kind == "heading"]
    assert "Senior Member" in heads


def test_labelled_lines_of_a_post_say_nothing_of_the_others():
    text = THREAD.replace("City: Leeds", "Company: Nortek Systems\nLocation: Leeds").replace(
        "Here it would", "It has become dearer here. It would"
    )
    found = {
        row["evidence"]: (row["company_name"], row["region_label"])
        for row in observe(read(text), default.extract(read(text))).observations
    }
    assert found["£36,500"] == ("Nortek Systems", "Leeds")
    assert found["£48k"] == (None, "Aberdeen")  # the post that it answers
