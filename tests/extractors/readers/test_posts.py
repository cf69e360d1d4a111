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


ONE_LINE = """r/weldtalk • Posted by u/tool_ferret 8 mo. ago
Boilermaker folks: what do you make and where?
Flair: Pay
Every site says £41,000 on average. Indeed says 19.40/hr.
412 upvotes · 38 comments
u/kilnhand · 8 mo. ago
Pipe welder, Aberdeen, two years in. £44k base.
  u/tool_ferret OP · 7 mo. ago
  What do apprentices start at?
    u/kilnhand · 7 mo. ago
    £21k I think. My brother cleared 51k there.
u/graphite_9 · 7 mo. ago
Leeds. 22/hr and overtime. He pays himself 85,000 now.
"""


def test_one_line_above_each_post_makes_a_thread():
    heads = [block.cell.text for block in readers.read(read(ONE_LINE)).blocks if block.kind == "heading"]
    assert heads == [
        "u/kilnhand",
        "u/tool_ferret OP",
        "u/kilnhand",
        "u/graphite_9",
    ]
    assert not any("upvotes" in block.cell.text for block in readers.read(read(ONE_LINE)).blocks)


def test_what_people_post_is_a_story_unless_they_pass_on_what_a_source_says():
    document = read(ONE_LINE)
    found = {row["evidence"]: row for row in observe(document, default.extract(document)).observations}
    assert found["19.40/hr"]["claim"] == "reported"
    told = ("£44k", "£21k", "51k", "22/hr", "85,000")
    assert [found[one]["claim"] for one in told] == ["anecdote"] * len(told)


def test_a_writer_who_adds_something_goes_on_about_the_same_job():
    found = rows(ONE_LINE)
    assert found["£44k"] == found["51k"] == ("Pipe welder", "Aberdeen")
    assert found["22/hr"] == ("Boilermaker", "Leeds")


def test_payers_with_the_day_of_their_adverts_are_no_writers():
    board = "".join(
        f"Rigger\n{payer} · 3d ago\nLeith\n£31,000 a year\n\n"
        for payer in ("Orbison Rail", "Tansy & Co", "Corvane")
    )
    assert not [block for block in readers.read(read(board)).blocks if block.level == 9]
