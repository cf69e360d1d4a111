"""Questions whose answers are signed at their end, and threads with buttons for votes around each post."""

from extractors import default, readers
from normalizers.observations import observe
from schemas import Document

ANSWERS = """Two offers for a rigger: a big port or a small yard? - ropetalk

Asked 3 months ago · Viewed 2k times

12

Rigger in Hull, base 41k and a van. The yard offered £44k base.

asked Mar 4 at 14:20
splice_it
311 ●2 ●9

2 Answers

31

The port refreshed my rate to £46k after one winter.

answered Mar 4 at 16:12
bowline
8,204 ●3 ●22

7

Recruiter here (agency, Leeds). Riggers at yards got £43,000 this spring.

answered Mar 5 at 01:33
tide_table
95 ●3
"""
VOTES = """r/crewpay
• 8 mo. ago
quiet_otter
Deckhand on £31k in Leith, is that low?

Upvote
213
Downvote
97 comments

ferry_fan
• 8mo ago
Deckhand too, Aberdeen, and on £34k with two years.
Upvote
164
Downvote
Reply
Share

knot_again
• 8mo ago
• Edited 8mo ago
Not low. Mate on £39,500 here in Leeds.
Upvote
71
Reply

Promoted
u/TaxGenie · Get back £1,063 on average. Start now for £39.99.

gull_watch
OP
• 7mo ago
Big ferries pay more, £52k for a mate
Upvote
12
"""


def blocks(text):
    return [(block.kind, block.cell.text) for block in readers.read(Document("page.txt", text)).blocks]


def observed(text, *columns):
    document = Document("page.txt", text)
    return [
        tuple(row[c] for c in columns) for row in observe(document, default.extract(document)).observations
    ]


def test_counts_of_votes_head_the_posts_and_signatures_are_left_out():
    found = blocks(ANSWERS)
    assert [text for kind, text in found if kind == "heading" and text.isdigit()] == ["12", "31", "7"]
    said = {text for _, text in found}
    assert not {"asked Mar 4 at 14:20", "bowline", "8,204 ●3 ●22", "95 ●3"} & said


def test_what_a_signed_answer_tells_is_its_writers_own_and_no_recruiters_pay():
    assert observed(ANSWERS, "low", "claim", "role_title") == [
        (41_000, "anecdote", "Rigger"),
        (44_000, "anecdote", "Rigger"),
        (46_000, "anecdote", "rigger"),
        (43_000, "anecdote", "rigger"),
    ]


def test_one_signature_makes_no_page_of_answers():
    text = "Rigger pay\n\n31\n\nRiggers get £46,000.\n\nanswered Mar 4 at 16:12\nbowline\n"
    assert ("paragraph", "bowline") in blocks(text)


def test_buttons_and_adverts_between_posts_are_left_out():
    said = [text for _, text in blocks(VOTES)]
    assert not {"213", "Downvote", "Reply", "Share", "Promoted", "8mo ago"} & set(said)
    assert not any("TaxGenie" in text for text in said)
    assert [low for (low,) in observed(VOTES, "low")] == [31_000, 34_000, 39_500, 52_000]


def test_a_name_above_how_long_ago_it_was_begins_a_post():
    assert [text for kind, text in blocks(VOTES) if kind == "heading"][-3:] == [
        "ferry_fan",
        "knot_again",
        "gull_watch",
    ]
    assert observed(VOTES, "region_label", "claim")[1:3] == [("Aberdeen", "anecdote"), ("Leeds", "anecdote")]


def test_a_page_with_votes_but_without_posts_stays_as_it_is():
    text = "Rigger pay\n\nUpvote\n12\n\nRiggers get £46,000.\n"
    assert ("label_value", "12") in blocks(text)


def test_what_stands_below_a_name_in_a_signature_or_below_an_advert_alone_stays():
    named = ANSWERS.replace(
        "answered Mar 4 at 16:12\nbowline\n8,204 ●3 ●22", "Answered Mar 4 at 16:12 by bowline\nBase 51k here"
    )
    assert ("heading", "Base 51k here") in blocks(named) or ("paragraph", "Base 51k here") in blocks(named)
    alone = VOTES.replace(
        "u/TaxGenie · Get back £1,063 on average. Start now for £39.99.",
        "Got a rise to £42k base after that.",
    )
    assert 42_000 in [low for (low,) in observed(alone, "low")]
