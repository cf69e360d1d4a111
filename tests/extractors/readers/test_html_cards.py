"""Cards of HTML pages: short texts under or beside each other, of which one is a value; entries and axes."""

from extractors import default
from extractors.readers import html
from normalizers.observations import observe
from schemas import Document


def blocks(body):
    read = html.read(Document("page.html", f"<html><body>{body}</body></html>")).blocks
    return [(block.kind, block.label.text if block.label else None, block.cell.text) for block in read]


def test_a_text_that_states_another_amount_is_no_label():
    card = "<h1>Pay of tilers</h1><div><h3>Junior</h3><p>$51k – $62k</p><p>Median $57k. Agencies go as low as $41k.</p></div>"
    assert blocks(card)[1:] == [
        ("heading", None, "Junior"),
        ("paragraph", None, "$51k – $62k"),
        ("paragraph", None, "Median $57k. Agencies go as low as $41k."),
    ]


def test_two_entries_of_a_list_with_an_amount_each_are_no_card():
    assert blocks(
        "<ul><li>FO: £61,000 a year</li><li>Captain of the larger boat: up to £91,000</li></ul>"
    ) == [
        ("item", None, "FO: £61,000 a year"),
        ("item", None, "Captain of the larger boat: up to £91,000"),
    ]


def test_cards_made_alike_are_one_each_whatever_else_they_say():
    card = "<div class=w><div class=card><div>{}</div><div>{}</div><div>{}</div><div>▲ 3% vs 2024</div></div></div>"
    assert blocks(
        f"<div>{card.format('Junior tiler', '0–2 years', '$41,000')}{card.format('Senior tiler', '5 years', '$63,500')}</div>"
    ) == [
        ("label_value", "Junior tiler", "0–2 years, $41,000, ▲ 3% vs 2024"),
        ("label_value", "Senior tiler", "5 years, $63,500, ▲ 3% vs 2024"),
    ]


def test_a_list_below_a_price_is_no_label_of_it_and_stands_below_the_heading():
    assert blocks(
        "<h1>Pay</h1><div><h4>Agency</h4><div>$71,400</div><ul><li>Median of 19</li><li>Bonus rare</li></ul></div>"
    )[1:] == [
        ("heading", None, "Agency"),
        ("label_value", "Agency", "$71,400"),
        ("item", None, "Median of 19"),
        ("item", None, "Bonus rare"),
    ]


def test_the_ticks_of_a_chart_are_not_read():
    ticks = "".join(f"<span>${thousands}K</span>" for thousands in (40, 60, 80, 100))
    assert blocks(f"<h1>Pay</h1><div>{ticks}</div>")[1:] == []
    assert blocks(
        "<h1>Pay</h1><div><span>$40K</span><span>$61K</span><span>$80K</span><span>$100K</span></div>"
    )[1:]


def test_lines_that_begin_with_a_bullet_are_entries():
    assert blocks("<p>We offer:<br>&bull; $41 an hour<br>&bull; a 5% match</p>") == [
        ("paragraph", None, "We offer:"),
        ("item", None, "$41 an hour"),
        ("item", None, "a 5% match"),
    ]


def test_a_paragraph_with_the_bullet_of_a_word_processor_is_an_entry():
    body = "<h1>Pay</h1><p class=MsoListParagraph><span>·<span>&nbsp;&nbsp; </span></span>Standby: $2.50 an hour</p>"
    assert blocks(body)[1:] == [("item", None, "Standby: $2.50 an hour")]


def test_white_space_at_the_ends_of_words_in_a_line_parts_them_from_their_neighbours():
    body = "<h1>Pay</h1><div><span>Base pay is </span><b>about </b><span>50,000 </span><span>USD</span></div>"
    assert blocks(body)[1:] == [("paragraph", None, "Base pay is about 50,000 USD")]


def test_a_button_in_a_heading_is_the_heading():
    assert blocks("<h1>Pay</h1><h2><button>Zones</button></h2><p>$41,000</p>")[1][:1] == ("heading",)


def test_a_rank_above_an_amount_is_its_label():
    pair = "<div class=tick><div>{}</div><div>{}</div></div>"
    assert blocks(f"<h1>Pay</h1><div>{pair.format('10%', '$18')}{pair.format('90%', '$38')}</div>")[1:] == [
        ("label_value", "10%", "$18"),
        ("label_value", "90%", "$38"),
    ]


def test_a_table_of_typed_lines_is_a_table():
    typed = "Task                    Rate\nProofreading            31.30\nCopy-editing            36.40\nDevelopmental editing   41.85\n"
    found = html.read(
        Document("page.html", f"<html><body><h1>Rates</h1><pre>{typed}</pre></body></html>")
    ).blocks
    (table,) = [block.table for block in found if block.table]
    assert [[cell.text for cell in row] for row in table.rows] == [
        ["Task", "Rate"], ["Proofreading", "31.30"], ["Copy-editing", "36.40"], ["Developmental editing", "41.85"],
    ]  # fmt: skip
    assert blocks("<h1>Pay</h1><pre>bonus = base * 0.1\ntotal = base + bonus</pre>")[1:] == [
        ("paragraph", None, "bonus = base * 0.1 total = base + bonus")
    ]


def test_a_card_may_hold_a_name_and_two_amounts():
    cards = "".join(
        f"<div><div>{name}</div><div>${a},210</div><div>median, per year</div><div>${h}.12 / hour</div></div>"
        for name, a, h in (("Rigger", 62, 30), ("Slinger", 51, 24))
    )
    document = Document(
        "page.html", f"<html><body><h1>Which pays more?</h1><div class='vs'>{cards}</div></body></html>"
    )
    found = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["low"], row["period"]) for row in found] == [
        ("Rigger", 62_210, "year"),
        ("Rigger", 30.12, "hour"),
        ("Slinger", 51_210, "year"),
        ("Slinger", 24.12, "hour"),
    ]


def test_lines_between_breaks_that_are_an_advert_are_read_one_by_one():
    adverts = "".join(
        f"<div><a href='/j'>{job}</a><br>{payer}<br>{pay}<br><em>Posted 5 days ago</em></div>"
        for job, payer, pay in (
            ("Night Electrician", "Orbel Foods, Wakefield", "£42,750 a year &middot; Permanent"),
            ("Domestic Electrician - van supplied", "Calder Repairs, Bradford", "£34,500 - £37,000 a year"),
            ("Electrical Tester", "Company confidential, Preston", "Competitive + £1,000 joining bonus"),
        )
    )
    document = Document(
        "page.html", f"<html><body><h1>Electrician salary</h1><h2>Recent jobs</h2>{adverts}</body></html>"
    )
    rows = observe(document, default.extract(document)).observations
    assert [(row["role_title"], row["company_name"], row["region_label"]) for row in rows] == [
        ("Night Electrician", "Orbel Foods", "Wakefield"),
        ("Domestic Electrician", "Calder Repairs", "Bradford"),
        ("Electrical Tester", None, "Preston"),
    ]


def test_verses_and_addresses_between_breaks_stay_together():
    text = "<p>Riggers of Hull,<br>who earn £31,000 and more,<br>and slingers of Leeds</p>"
    assert blocks(text) == [
        ("paragraph", None, "Riggers of Hull, who earn £31,000 and more, and slingers of Leeds")
    ]


def test_a_count_behind_two_amounts_of_one_name_counts_for_both():
    entry = "<li><a>Ohio</a> <span>$39.94 per hour</span> <span>$83,080 per year</span> <span>741 salaries reported</span></li>"
    other = entry.replace("Ohio", "Utah")
    assert [label for _, label, _ in blocks(f"<h1>Riggers</h1><ol>{entry}{other}</ol>")[1:]] == [
        "Ohio, 741 salaries reported",
        "Ohio, 741 salaries reported",
        "Utah, 741 salaries reported",
        "Utah, 741 salaries reported",
    ]
