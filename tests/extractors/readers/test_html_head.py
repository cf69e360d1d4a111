"""What a page says outside its visible text: description, schema.org data, questions with answers."""

from extractors import default
from extractors.readers import html
from extractors.readers.html import json_tree
from normalizers.observations import observe
from schemas import Cell, Document

POSTING = (
    '{"@context":"https://schema.org","@graph":[{"@type":"WebPage","headline":"Fitters turn down 3.5% rise"},'
    '{"@type":["JobPosting"],"title":"Line Fitter","hiringOrganization":{"@type":"Organization","name":"Ostby Rail"},'
    '"jobLocation":[{"@type":"Place","address":{"addressLocality":"Dundee","addressCountry":"GB"}}],'
    '"baseSalary":{"@type":"MonetaryAmount","currency":"GBP","value":{"minValue":31000,"maxValue":36500,"unitText":"YEAR"}}}]}'
)

LONG = "What people earn is asked more often than it is answered, and this page tries to do better than most of them."


def page(head, body="<h1>Pay</h1>"):
    return Document(
        "page.html", f"<!doctype html><html lang='en-AU'><head>{head}</head><body>{body}</body></html>"
    )


def script(text):
    return f'<script type="application/ld+json">{text}</script>'


def records(document):
    return observe(document, default.extract(document)).observations


def test_the_description_of_a_page_is_read_once_where_it_stands():
    text = "Welders here earn &pound;31,200 a year."
    document = page(
        f'<title>Welder pay</title><meta property="og:description" content="{text}"><meta content="{text}" name="description">'
    )
    (block,) = [block for block in html.read(document).blocks if block.kind == "meta"]
    assert block.cell.text == "Welders here earn £31,200 a year."
    (row,) = records(document)
    assert (row["low"], row["currency"], row["period"], row["context"]) == (31_200, "GBP", "year", "meta")
    assert document.text[row["char_start"] : row["char_end"]] == "&pound;31,200 a year"


def test_what_a_posting_says_of_itself_holds_for_the_whole_page():
    body = "<h1>Line Fitter</h1><p>A tool allowance of £2,150 a year is paid.</p>"
    rows = [row for row in records(page(script(POSTING), body)) if row["component"] == "allowance"]
    assert [(row["company_name"], row["region_label"]) for row in rows] == [("Ostby Rail", "Dundee")]


def test_several_postings_say_nothing_of_the_page_as_a_whole():
    assert html.read(page(script(POSTING) + script(POSTING.replace("Ostby", "Elvar")))).scope == {}


def test_an_occupation_gives_its_name_place_and_number_of_cases():
    text = (
        '{"@type":"Occupation","name":"Glazier","occupationLocation":[{"@type":"City","name":"Perth"}],"sampleSize":"84",'
        '"estimatedSalary":[{"name":"base","currency":"AUD","duration":"P1Y","median":71500}]}'
    )
    (row,) = html.read(page(script(text))).rows
    assert [row.values[key].text for key in ("role", "region", "sample_size", "period")] == [
        "Glazier", "Perth", "84", "year",
    ]  # fmt: skip


def test_questions_and_answers_of_a_script_stand_below_no_heading():
    text = (
        '{"@type":"FAQPage","mainEntity":[{"@type":"Question","name":"What do tilers earn?",'
        '"acceptedAnswer":{"@type":"Answer","text":"&lt;p&gt;Tilers earn \\u20ac34,100 a year.&lt;/p&gt;"}}]}'
    )
    document = page(script(text), f"<h1>Pay</h1><p>{LONG}</p><h2>Roofers in Cork</h2><p>Ask them.</p>")
    (row,) = records(document)
    assert (row["low"], row["currency"], row["region_label"]) == (34_100, "EUR", None)
    assert document.text[row["char_start"] : row["char_end"]] == "\\u20ac34,100 a year"


def test_broken_json_costs_what_is_behind_the_break():
    tree = json_tree.parse(Cell('{"a": {"b": "x\\"y", "c": [1, 2'))
    assert [
        cell.text for node in json_tree.objects(tree) for cell in node.values() if isinstance(cell, Cell)
    ] == ['x"y']
    assert json_tree.parse(Cell("[" * 5_000)) != []


def test_a_page_in_the_english_of_a_country_means_its_dollars():
    (row,) = records(page("<title>Tilers</title>", "<p>Tilers earn $71,400 a year.</p>"))
    assert (row["currency"], "ambiguous_currency" in row["flags"]) == ("AUD", True)
    (row,) = records(page("<title>Tilers</title>", "<p>Tilers earn US$71,400 a year.</p>"))
    assert row["currency"] == "USD"


def test_figures_side_by_side_have_their_own_words():
    bar = "<div><span><b>$91K</b> median base</span><span><b>$94K</b> average base</span><span><b>58</b> offers</span></div>"
    document = Document("page.html", f"<html><body><h1>Glazier pay</h1>{bar}</body></html>")
    assert [(row["low"], row["statistic"]) for row in records(document)] == [
        (91_000, "median"),
        (94_000, "mean"),
    ]


def test_a_number_in_an_element_of_its_own_does_not_run_into_the_word_before():
    (block,) = html.read(
        Document("p.html", "<html><ul><li>per hour<small>19 reports</small></li></ul></html>")
    ).blocks
    assert block.cell.text == "per hour 19 reports"
