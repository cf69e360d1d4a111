"""Text that was broken over lines of one width."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from extractors import default
from extractors.readers.scraped_text import wrapped
from flows import process
from normalizers.observations import observe
from schemas import Document

PARAGRAPHS = (
    "Tilers lay floors and walls in kitchens, baths and shops, and what they take home for it depends on whom they work for. "
    "In Leeds the guild's own members earn a median of £31,400 a year, by the count that it made among them in spring.",
    "A foreman looks after a crew of five to eight and is paid more for it: some £38,500 a year where the crew is on one site, "
    "and up to £44,000 where it is on several, says the guild, which has no figures for the islands.",
)
ENTRIES = "- a van of the firm\n- £600 a year for tools"


def lines_of(text):
    cell = Document("page.txt", text).cell()
    lines, at = [], 0
    for line in text.split("\n"):
        lines.append(cell.cut(at, at + len(line)))
        at += len(line) + 1
    return lines


def broken(text, width=62):
    return "\n".join(textwrap.fill(line, width, break_on_hyphens=False) for line in text.split("\n"))


def observed(text):
    document = Document("page.txt", text)
    found = observe(document, default.extract(document))
    process.check_evidence(document, found)
    columns = ("low", "high", "component", "statistic", "role_title", "region_label")
    return [tuple(row[column] for column in columns) for row in found.observations]


def test_broken_paragraphs_give_the_rows_of_whole_ones():
    whole = "What tilers earn in 2026\n\n" + "\n\n".join(PARAGRAPHS) + "\n\n" + ENTRIES + "\n"
    assert len(observed(whole)) == 4
    assert observed(broken(whole)) == observed(whole)


def test_entries_rows_and_headings_stay_lines_of_their_own():
    text = broken("\n\n".join(PARAGRAPHS)) + "\n\nOn top\n" + ENTRIES + "\nLeeds\t£31,400\nYork\t£30,100\n"
    joined = [line.text for line in wrapped.joined(lines_of(text))]
    assert joined == [
        PARAGRAPHS[0],
        "",
        PARAGRAPHS[1],
        "",
        "On top",
        *ENTRIES.split("\n"),
        "Leeds\t£31,400",
        "York\t£30,100",
        "",
    ]


def test_a_text_with_whole_paragraphs_is_left_as_it_is():
    lines = lines_of("\n".join([*PARAGRAPHS, "and a line that begins small", "another"]))
    assert wrapped.joined(lines) == lines


@given(st.lists(st.text(alphabet="ab .Z£1|\t-", max_size=70), max_size=40))
def test_no_character_is_lost_or_moved(texts):
    text = "\n".join(texts)
    joined = wrapped.joined(lines_of(text))
    kept = "".join(line.text for line in joined).replace(" ", "")
    assert kept == text.replace("\n", "").replace(" ", "")
    for line in joined:
        places = (
            line.places
            if line.places is not None
            else [(line.start + at, line.start + at + 1) for at in range(len(line.text))]
        )
        assert all(text[a:b] == sign or sign == " " for sign, (a, b) in zip(line.text, places, strict=True))
