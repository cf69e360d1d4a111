"""HTML pages: what a reader sees of them, with the place of every character in the source."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import default
from extractors.readers import html
from normalizers.observations import observe
from schemas import Document, Ends

PAGE = "<html><body>{}</body></html>"


def read(body):
    return html.read(Document("page.html", PAGE.format(body)))


def blocks(body):
    return [(block.kind, block.cell.text) for block in read(body).blocks]


def grids(body):
    return [
        [[cell.text for cell in row] for row in block.table.rows]
        for block in read(body).blocks
        if block.table
    ]


def test_cells_that_span_rows_and_columns_stand_in_each_of_them():
    body = (
        "<table><tr><th rowspan=2>Level</th><th colspan=2>Pay</th></tr><tr><th>Base</th><th>Bonus</th></tr>"
        "<tr><td>L4</td><td>$151,000</td><td>$11,000</td></tr></table>"
    )
    (block,) = [block for block in read(body).blocks if block.table]
    assert grids(body) == [
        [["Level", "Pay", "Pay"], ["Level", "Base", "Bonus"], ["L4", "$151,000", "$11,000"]]
    ]
    assert block.table.header_rows == 2


def test_cells_and_rows_that_nobody_closed():
    body = "<table><tr><th>Level<th>Base<tr><td>L4<td>$151,000<tr><td>L5<td>$182,000</table>"
    assert grids(body) == [[["Level", "Base"], ["L4", "$151,000"], ["L5", "$182,000"]]]


def test_a_table_inside_a_cell_is_a_table_of_its_own():
    inner = "<table><tr><td>Base</td><td>Bonus</td></tr><tr><td>$101,000</td><td>$5,000</td></tr></table>"
    body = (
        f"<table><tr><td>City</td><td>Pay</td></tr><tr><td>Boston</td><td>$120,000{inner}</td></tr></table>"
    )
    assert grids(body) == [
        [["City", "Pay"], ["Boston", "$120,000"]],
        [["Base", "Bonus"], ["$101,000", "$5,000"]],
    ]


def test_entities_are_what_they_stand_for():
    assert blocks("<p>Base is &#36;151&#44;000 &amp; bonus&nbsp;is &#x24;21,000.</p>") == [
        ("paragraph", "Base is $151,000 & bonus is $21,000.")
    ]


@pytest.mark.parametrize(
    "hidden",
    [
        "<p style='color: red; display:none'>$1,000</p>",
        "<p style='visibility: hidden'>$1,000</p>",
        "<p hidden>$1,000</p>",
        "<div aria-hidden='true'>$1,000</div>",
        "<script>var pay = '$1,000'</script>",
        "<style>p { content: '$1,000' }</style>",
        "<!-- $1,000 -->",
        "<noscript>$1,000</noscript>",
        "<nav>$1,000</nav>",
        "<template>$1,000</template>",
    ],
)
def test_what_nobody_sees_is_not_read(hidden):
    assert blocks(f"<p>Seen.</p>{hidden}") == [("paragraph", "Seen.")]


@pytest.mark.parametrize(
    "body",
    [
        "<div><span>$151K</span><span>Median pay</span></div>",
        "<div><h4>Median pay</h4><p>$151K</p></div>",
        "<dl><dt>Median pay</dt><dd>$151K</dd></dl>",
        "<p>$151K</p><p>Median pay</p>",
    ],
)
def test_a_value_and_its_label(body):
    (block,) = read(body).blocks
    assert (block.kind, block.label.text, block.cell.text) == ("label_value", "Median pay", "$151K")


def test_headings_questions_items_and_quotes():
    body = (
        "<h1>Pay of nurses</h1><h2>By city</h2><p>One <b>bold</b> word.</p><ul><li>First<li>Second</ul>"
        "<blockquote>Said so.</blockquote><h3>What do they earn?</h3><p>Enough.</p>"
    )
    assert blocks(body) == [
        ("title", "Pay of nurses"), ("heading", "By city"), ("paragraph", "One bold word."), ("item", "First"),
        ("item", "Second"), ("quote", "Said so."), ("question", "What do they earn?"), ("paragraph", "Enough."),
    ]  # fmt: skip


def test_paragraphs_in_a_quote_are_quotes_and_the_first_of_an_entry_is_the_entry():
    body = (
        "<blockquote><p>Said so.</p><p>Twice.</p></blockquote>"
        "<ul><li><p>First</p><p>More.</p></li><li><p>Second</p></li></ul><p>Behind.</p>"
    )
    assert blocks(body) == [
        ("quote", "Said so."), ("quote", "Twice."), ("item", "First"), ("paragraph", "More."), ("item", "Second"),
        ("paragraph", "Behind."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        ("<p><strong>Night shifts</strong></p>", ("heading", 7, "Night shifts")),
        ("<p><b>What is paid at night?</b></p>", ("question", 7, "What is paid at night?")),
        ("<p><strong>Nights pay more.</strong></p>", ("paragraph", 0, "Nights pay more.")),
        ("<p><strong>Nights</strong> pay more</p>", ("paragraph", 0, "Nights pay more")),
        ("<li><strong>Nights</strong></li>", ("item", 0, "Nights")),
        ("<p>x</p><h3>What is paid at night?</h3>", ("question", 3, "What is paid at night?")),
    ],
)
def test_bold_lines_head_what_follows(body, wanted):
    block = read(body).blocks[-1]
    assert (block.kind, block.level, block.cell.text) == wanted


@pytest.mark.parametrize(
    "body", ["<p><b>Notice:</b> three months</p>", "<p><strong>Notice</strong>: three months</p>"]
)
def test_a_label_in_bold_letters(body):
    (block,) = read(body).blocks
    assert (block.kind, block.label.text, block.cell.text) == ("label_value", "Notice", "three months")


def test_the_first_heading_of_a_page_without_a_title_is_its_title():
    assert blocks("<h3>Pay of tilers</h3><p>Text.</p><h3>More</h3>")[::2] == [
        ("title", "Pay of tilers"),
        ("heading", "More"),
    ]


def test_a_question_among_headings_stands_below_those_above_it():
    page = (
        "<h1>Tilers' pay</h1><p>Tilers lay floors and walls in kitchens, baths and shops, and what they take home for it "
        "depends on whom they work for and on how fast they are.</p><h2>Lyon</h2><h3>What do tilers earn?</h3><p>About €31,000 a year.</p>"
        "<h2>Turin</h2><p>They earn €27,000 a year.</p><h2>Do tests pay?</h2><p>They add €2,000 a year.</p>"
    )
    document = Document("page.html", PAGE.format(page))
    found = observe(document, default.extract(document)).observations
    assert [row["region_label"] for row in found] == ["Lyon", "Turin", None]


def test_pay_of_a_posting_in_schema_org_is_read_where_it_stands():
    script = (
        '{"@type":"JobPosting","title":"Nurse","hiringOrganization":{"@type":"Organization","name":"Orchard Clinic"},'
        '"baseSalary":{"@type":"MonetaryAmount","currency":"USD","value":{"minValue":61000,"maxValue":83000,'
        '"unitText":"YEAR"}}}'
    )
    text = (
        f'<html><head><script type="application/ld+json">{script}</script></head><body><p>x</p></body></html>'
    )
    (row,) = html.read(Document("page.html", text)).rows
    amount = row.values["amount"]
    assert isinstance(amount, Ends)
    for cell, said in (
        (amount.low, "61000"),
        (amount.high, "83000"),
        (row.values["company"], "Orchard Clinic"),
    ):
        assert text[cell.start : cell.end] == cell.text == said
    assert row.values["claim"].text == "posted"


def test_every_character_is_where_it_says():
    body = "<p>Pay &amp; more:\n  <b>$151</b>,000 💰</p><table><tr><td>a&lt;b<td>$1<tr><td>c<td>$2</table>"
    text = PAGE.format(body)
    named = {"&": "&amp;", "<": "&lt;"}
    cells = [
        cell
        for block in read(body).blocks
        for cell in ([c for row in block.table.rows for c in row] if block.table else [block.cell])
    ]
    for cell in cells:
        for character, (start, end) in zip(cell.text, cell.character_places(), strict=True):
            assert character == " " or text[start:end] == named.get(character, character)


PIECES = st.sampled_from(
    ["<p>", "</p>", "<table>", "<tr>", "<td>", "</table>", "<td rowspan=9>", "<td colspan=99999>", "$1,000", "&#36;5", "&",
     "<", "<!--", "-->", "<script>", "</script>", "<dl>", "<dt>", "<dd>", "<li>", "<br>", " a ", "<div>", "\x00", "\ue000"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join))
def test_no_markup_breaks_the_reader_or_leads_out_of_the_page(body):
    end = len(PAGE.format(body))
    assert all(0 <= block.cell.start <= block.cell.end <= end for block in read(body).blocks)


@pytest.mark.parametrize(
    "piece",
    [
        "<div>",
        "<table><tr><td>",
        "<b>",
        "<td colspan=1000>",
        "<!--",
        "&#",
        "<li>$1",
        "<p>$1</p>",
        "<",
        "<a b='",
    ],
)
@pytest.mark.timeout(40)  # it takes a second; what is quadratic takes minutes
def test_hostile_markup_is_read_in_linear_time(piece):
    body = piece * (40_000 // len(piece))
    end = len(PAGE.format(body))
    assert all(0 <= block.cell.start <= block.cell.end <= end for block in read(body).blocks)


def test_a_table_that_only_lays_out_a_page_is_read_as_the_page():
    inner = "<table><tr><th>Step</th><th>Pay</th></tr><tr><td>1</td><td>$51,310</td></tr></table>"
    body = f"<table><tr><td><ul><li>Home</ul></td><td><h1>Fitter pay</h1><p>Fitters earn $71,300.</p>{inner}</td></tr></table>"
    assert [kind for kind, _ in blocks(body)] == ["item", "title", "paragraph", "table"]


def test_a_note_over_the_whole_width_stands_below_its_table():
    body = (
        "<table><tr><th>City</th><th>Pay</th></tr><tr><td>Leeds</td><td>£31,200</td></tr>"
        "<tfoot><tr><td colspan=2>Source: Register of Trades, 2024</td></tr></tfoot></table>"
    )
    assert [kind for kind, _ in blocks(body)] == ["table", "paragraph"]
    assert grids(body) == [[["City", "Pay"], ["Leeds", "£31,200"]]]


@pytest.mark.parametrize(
    "body",
    [
        "<div class='faq-item'><button>What is paid?</button><div class='faq-body' style='display:none'>£31,200 a year.</div></div>",
        "<div class='accordion'><button aria-expanded='false'>What is paid?</button><p hidden>£31,200 a year.</p></div>",
        "<summary>What is paid?</summary><div role='tabpanel' aria-hidden='true'><p>£31,200 a year.</p></div>",
        "<summary>What is paid?</summary><div class='x-tabs__tabpanel' aria-hidden='true'><p>£31,200 a year.</p></div>",
    ],
)
def test_what_a_reader_unfolds_is_read_below_its_question(body):
    assert blocks(body) == [("question", "What is paid?"), ("paragraph", "£31,200 a year.")]


def test_other_buttons_are_not_read():
    assert blocks("<p>Seen.</p><button>Show £9 offer</button>") == [("paragraph", "Seen.")]


def test_the_name_of_a_distribution_says_which_part_of_pay_it_is():
    data = (
        '{"@type":"Occupation","name":"Tiler","estimatedSalary":[{"@type":"MonetaryAmountDistribution","name":"total",'
        '"currency":"EUR","duration":"P1Y","median":41000}]}'
    )
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><h1>Tilers</h1></body></html>'
    document = Document("page.html", page)
    assert [row["component"] for row in observe(document, default.extract(document)).observations] == [
        "total"
    ]


def test_the_number_of_an_occupation_is_not_its_title():
    data = (
        '{"@type":"Occupation","name":"Tiler","occupationalCategory":"73104","estimatedSalary":[{"@type":'
        '"MonetaryAmountDistribution","currency":"CAD","duration":"PT1H","median":31.5}]}'
    )
    page = f'<html><head><script type="application/ld+json">{data}</script></head><body><h1>Pay</h1></body></html>'
    document = Document("page.html", page)
    assert [row["role_title"] for row in observe(document, default.extract(document)).observations] == [
        "Tiler"
    ]


def test_a_header_without_a_name_is_as_high_as_its_cells_reach():
    body = (
        "<table><tr><td rowspan=2>Group</td><td colspan=2>Zone A</td></tr><tr><td>Month</td><td>Hour</td></tr>"
        "<tr><td>I</td><td>4'120</td><td>23.70</td></tr><tr><td>II</td><td colspan=2>3'900 / 22.40</td></tr></table>"
    )
    (block,) = [block for block in read(body).blocks if block.table]
    assert block.table.header_rows == 2
    assert grids(body)[0][2:] == [["I", "4'120", "23.70"], ["II", "3'900", "22.40"]]


def test_a_first_row_with_amounts_is_no_header_however_high_it_is():
    body = (
        "<table><tr><td rowspan=2>Cook</td><td colspan=2>$18.50</td></tr><tr><td>$19.00</td><td>$20.00</td></tr>"
        "<tr><td>Porter</td><td>$15.00</td><td>$16.00</td></tr></table>"
    )
    (block,) = [block for block in read(body).blocks if block.table]
    assert block.table.header_rows == 0


def test_adverts_that_are_links_stand_apart():
    body = (
        "<h1>Porter jobs</h1><div><a href=/1><b>Day porter</b><span>Sligo</span><em>up to €27,000</em></a>"
        "<a href=/2><b>Night porter</b><span>Harbour Inn, Cork</span><em>€31,000 DOE</em><i>4d</i></a></div>"
    )
    found = [(b.label.text, b.cell.text) for b in read(body).blocks if b.kind == "label_value"]
    assert found == [
        ("Day porter", "Sligo, up to €27,000"),
        ("Night porter", "Harbour Inn, Cork, €31,000 DOE, 4d"),
    ]


def test_the_links_of_a_menu_are_not_read():
    body = '<div class="top-nav"><a>Home</a><a>Jobs</a><a>Plus – $8/mo</a></div><h1>Porter pay</h1><p>€27,000</p>'
    assert blocks(body) == [("title", "Porter pay"), ("paragraph", "€27,000")]
    assert ("paragraph", "Porter €27,000") in blocks('<div class="header"><p>Porter €27,000</p></div>')


def test_a_question_behind_what_is_told_heads_nothing():
    assert blocks("<p>The average porter gets more. Who does not?</p>")[0][0] == "paragraph"
    assert blocks("<p>Who gets more?</p>")[0][0] == "question"


def test_a_table_may_be_made_of_other_elements_with_roles():
    assert grids(
        "<div role='table'><div role='rowgroup'><div role='row'><span role='columnheader'>City</span>"
        "<span role='columnheader'>Base</span></div></div><div role='row'><div role='cell'>Leeds</div>"
        "<div role='cell'>£41,000</div></div><div role='row'><div role='cell'>York</div><div role='cell'>£39,000</div></div></div>"
    ) == [[["City", "Base"], ["Leeds", "£41,000"], ["York", "£39,000"]]]


def test_a_raised_number_behind_an_amount_is_no_digit_of_it():
    assert blocks(
        "<p>A base of $120K<sup>1</sup> and $9,500<sup><a href='#n'>2</a></sup>; the 1<sup>st</sup> year</p>"
    ) == [("paragraph", "A base of $120K¹ and $9,500²; the 1st year")]


def test_entities_may_have_been_escaped_twice():
    assert blocks(
        "<p>Base&amp;nbsp;pay of &amp;pound;40,000 at R&amp;D; AT&amp;T and bits &amp; bobs</p>"
    ) == [("paragraph", "Base pay of £40,000 at R&D; AT&T and bits & bobs")]


def test_a_list_of_adverts_is_read_though_it_is_called_a_menu():
    adverts = "".join(f"<li><a href=/{pay}>Tiler, ${pay} an hour</a></li>" for pay in (21, 23, 24))
    read_of_it = [text for _, text in blocks(f"<ul class=menu>{adverts}</ul><h1>Pay</h1>")]
    assert read_of_it == [*(f"Tiler, ${pay} an hour" for pay in (21, 23, 24)), "Pay"]


def test_a_name_in_an_element_behind_another_is_a_word_of_its_own():
    assert blocks("<p><b>P4</b><small>Staff Tiler</small> <b>$312</b><span>K</span></p>") == [
        ("paragraph", "P4 Staff Tiler $312K")
    ]


def test_bold_letters_in_a_font_head_what_follows():
    body = '<p><font size="2"><b>2. Pay scale</b></font></p><p>A rigger gets £31,200 a year.</p>'
    assert blocks(body)[0] == ("heading", "2. Pay scale")


def test_a_step_in_brackets_behind_a_bare_amount_is_no_amount():
    table = (
        "<table><tr><th>Rank</th><th>Starting pay<sup>1</sup></th></tr>"
        "<tr><td>Station officer</td><td>51,530<br>(GDS(O) Pt. 12)</td></tr>"
        "<tr><td>Rigger</td><td>27,060<br>(GDS(R) Pt. 4)</td></tr></table>"
    )
    document = Document("page.html", PAGE.format(f"<h1>Pay scales, monthly, in HK$</h1>{table}"))
    found = observe(document, default.extract(document)).observations
    assert [row["low"] for row in found] == [51_530, 27_060]
