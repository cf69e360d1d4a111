"""Cards of HTML pages: short texts under or beside each other, of which one is a value."""

from extractors.readers import html
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
