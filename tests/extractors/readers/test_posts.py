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


TWO_LINES = """Tech pay
Is 310k TC good for a welder in Leith?
Corvane · mxq82
Mar 3
Current TC: 262k base
Orbison · dkf0
Mar 3
I got £42k as a welder.
Tansy · penny_w
Mar 4
Stay. I got £44k here.
"""
FORUM = """The Weld Board > Pay
Thread: flat rate in your shop?

#1
tool_ferret
Join Date: Mar 2014
Location: Toledo
Posts: 3,214
03-11-2025, 08:14 PM
I'm at a dealer, $32 an hour. Last year was 91k.

#2
Orbison_Gary
Join Date: Jan 2009
Location: Tampa
Posts: 812
03-11-2025, 09:02 PM
$27 flat here.

#3
kilnhand
Join Date: Aug 2019
Location: Calgary
Posts: 77
03-12-2025, 07:40 AM
$46/h straight time.
"""


def test_the_firm_in_front_of_a_writers_name_is_whose_pay_they_tell_of():
    document = read(TWO_LINES)
    found = {
        row["evidence"]: row["company_name"]
        for row in observe(document, default.extract(document)).observations
    }
    assert (found["£42k"], found["£44k"]) == ("Orbison", "Tansy")


def test_the_place_below_a_writers_name_is_where_they_are_paid():
    found = rows(FORUM)
    assert [found[one][1] for one in ("$32 an hour", "91k", "$27", "$46/h")] == [
        "Toledo",
        "Toledo",
        "Tampa",
        "Calgary",
    ]


RANKS = """The Spark Board
What is everybody clearing?

tool_ferret
Journeyman · Joined Aug 2014 · Messages 2,318
Mar 4, 2025    #1
Inside wireman in Toledo, $47.85 on the check.

kilnhand
Member · Joined Jan 2019 · Messages 412
Mar 4, 2025    #2
Pipe welder, Aberdeen, on £21 an hour.

graphite9
Apprentice · Joined Nov 2022 · Messages 87
Mar 5, 2025    #3
kilnhand said:
on £21 an hour
Click to expand...
Third year here, £14.20.
"""


def test_what_is_quoted_is_its_writers_and_ranks_stand_with_counts_in_one_line():
    document = read(RANKS)
    heads = [block.cell.text for block in readers.read(document).blocks if block.level == 9]
    assert heads == ["tool_ferret", "kilnhand", "graphite9"]
    found = observe(document, default.extract(document)).observations
    assert [row["role_title"] for row in found if row["low"] == 21] == ["Pipe welder", "Pipe welder"]


def test_no_line_with_an_amount_is_left_out_of_a_thread():
    text = (
        "What do welders make?\n\nu/weld_er · 3d ago\nPromoted to senior welder, now on £62,000 base.\n"
        "u/kiln_hand · 2d ago\nFlair: Staff, £41,000\nu/rig_ger · 1d ago\nSponsored visa, £38,000 a year.\n"
    )
    document = read(text)
    found = observe(document, default.extract(document)).observations
    assert [row["low"] for row in found] == [62_000, 41_000, 38_000]


FACTS_IN_ONE_LINE = """The Shed Forum
What is everyone getting a run this season?

blade_runner Member Joined: Mar 2016 Posts: 1,204 Location: Dubbo NSW
14 Oct 2024 #1
Senior shearer here, $4.10 a run plus tucker.
Reply Quote Like (6)

woolly_jim Senior Member Joined: Jul 2011 Posts: 388 Location: Tamworth NSW
14 Oct 2024 #2
Wool classer on $412 a day.
Reply Quote Like (2)

pressman9 New Member Joined: Feb 2024 Posts: 12
15 Oct 2024 #3
Quote: Originally Posted by woolly_jim "Wool classer on $412 a day."
Camp cook here and I get $365 a day.
"""


def test_a_line_of_rank_day_and_counts_heads_a_post():
    document = read(FACTS_IN_ONE_LINE)
    heads = [block.cell.text for block in readers.read(document).blocks if block.level == 9]
    assert heads == ["blade_runner", "woolly_jim", "pressman9"]
    found = [
        (row["low"], row["role_title"], row["region_label"])
        for row in observe(document, default.extract(document)).observations
    ]
    assert found[1:3] == [(412, "Wool classer", "Tamworth NSW")] * 2
    assert found[3] == (365, "cook", None)


def test_comments_below_a_page_are_their_writers_stories():
    comments = "".join(
        f"<li><cite>{name}</cite> <time>October {day}, 2025 at 9:14 am</time><p>{text}</p></li>"
        for name, day, text in (
            ("Rope Raj", 28, "Rigger at Vesper in Leeds, 6 years. £24.25/hr, 36 guaranteed hours."),
            ("Dana", 29, "Slinger here and on £31,000."),
            ("Ned", 30, "Wouldn't swap."),
        )
    )
    page = (
        f"<html><body><h1>What riggers make</h1><p>Riggers get £29,000.</p><ol>{comments}</ol></body></html>"
    )
    document = Document("page.html", page)
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["claim"]) for row in found] == [
        (29_000, "market"),
        (24.25, "anecdote"),
        (31_000, "anecdote"),
    ]


def test_days_on_which_a_page_was_changed_are_no_comments():
    changed = "".join(
        f"{what} October {day}, 2025 at 9:14 am\n\nRiggers get £{pay},000.\n\n"
        for what, day, pay in (("Created", 3, 31), ("Updated", 14, 32), ("Last changed", 30, 33))
    )
    document = read(f"What riggers make\n\n{changed}")
    assert {row["claim"] for row in observe(document, default.extract(document)).observations} == {"market"}


def test_ranks_that_a_forum_gives_its_writers_head_posts_too():
    posts = "".join(
        f"{day} January 2025 at 8:14PM\n{name}\nYardmate\n1,{day}7 Posts\n{text}\nThanks {day} Quote\n"
        for day, name, text in (
            (12, "tool_ferret", "Pipe welder, Aberdeen. Basic is £44,100."),
            (13, "kilnhand", "Slinger, Leeds, nine years. £29,600 plus a bonus of £700."),
            (14, "rivet_er", "Rigger, Hull. £31,250."),
        )
    )
    document = Document("page.txt", f"What do you earn?\n{posts}")
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["claim"], row["region_label"]) for row in found] == [
        (44_100, "anecdote", "Aberdeen"),
        (29_600, "anecdote", "Leeds"),
        (700, "anecdote", "Leeds"),
        (31_250, "anecdote", "Hull"),
    ]


def test_comments_with_the_day_below_the_name_are_told_by_their_writers():
    comments = "".join(
        f"<li><b>{name}</b> says:<div>{day} February 2024 at 3:02 am</div><p>{text}</p></li>"
        for day, name, text in (
            (2, "Tomasz", "Rigger in Hull, £31,200."),
            (3, "Kayla R.", "Slinger, Leeds: £27,400."),
            (5, "Greg in Hull", "£15 an hour is a joke."),
        )
    )
    document = Document(
        "page.html", f"<html><body><h1>What riggers earn</h1><ol>{comments}</ol></body></html>"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["claim"]) for row in found] == [
        (31_200, "anecdote"),
        (27_400, "anecdote"),
        (15, "anecdote"),
    ]


def test_what_people_say_about_pay_is_their_own_story():
    document = Document(
        "page.md", "# Orbison salaries\n\n## What people are saying about pay\n\nBase 92k, STIP target 20%.\n"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["component"], row["claim"]) for row in found] == [
        ("base", "anecdote"),
        ("bonus", "anecdote"),
    ]


def test_what_another_writer_said_heads_nothing_in_a_thread():
    posts = "".join(
        f"{day} January 2025 at 8:14PM\n{name}\nYardmate\n1,{day}7 Posts\n{text}\n"
        for day, name, text in (
            (12, "tool_ferret", "Pipe welder, Aberdeen. Basic is £44,100."),
            (13, "kilnhand", "tool_ferret said:\nPipe welder, Aberdeen\nSlinger here, Leeds. £29,600."),
            (14, "rivet_er", "kilnhand said:\nSlinger here, Leeds\nRigger, Hull. £31,250."),
            (15, "lock_pin", "rivet_er said:\nRigger, Hull\nCook, Leeds. £24,300."),
        )
    )
    document = Document("page.txt", f"What do you earn?\n{posts}")
    found = observe(document, default.extract(document)).observations
    assert [(row["low"], row["claim"]) for row in found] == [
        (amount, "anecdote") for amount in (44_100, 29_600, 31_250, 24_300)
    ]


DATED = """The Night Desk

Forums

What is everybody on? (staff, per diem, travel)

kilnhand
Well-Known Member
Joined: Aug 2017
Messages: 1,304

Jan 6, 2026
#1
Nurse in Toledo, eight years. $41.20 and nights get $4.50 extra.

Like Reply
👍 tool_ferret, marl_7 and 61 others

tool_ferret
Member
Joined: Mar 2021
Messages: 212

Jan 6, 2026
#2
Base: $44.75/hr

Like Reply

marl_7
Well-Known Member
Joined: Nov 2012
Messages: 3,877

Jan 7, 2026
#3
ICU in Boise, step 5. $46.94 an hour.
"""


def test_a_day_on_a_line_of_its_own_belongs_to_the_head_of_a_post():
    document = Document("page.txt", DATED)
    heads = [block.cell.text for block in readers.read(document).blocks if block.level == 9]
    assert heads == ["kilnhand", "tool_ferret", "marl_7"]
    rows = observe(document, default.extract(document)).observations
    assert {(row["period"], row["claim"]) for row in rows} == {("hour", "anecdote")}
