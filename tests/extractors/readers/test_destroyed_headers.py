"""Headers of flattened and glued tables: which of their words make one name."""

from __future__ import annotations

import pytest

from benchmarks.round_trip import recovered


def header(text: str) -> list[str]:
    """The names of the columns of the only table of a page."""
    (table,) = recovered(text)
    return table[0]


FLATTENED = [
    (
        "Grade | Less than 2 years | Over 4 years | More than 10 years",
        ["G1 $3,100 $3,900 $4,400", "G2 $3,700 $4,500 $5,100"],
    ),
    ("Standort | Einstieg | 3 Jahre | 6 Jahre", ["Kiel 41.000 € 47.500 € 55.000 €", "Ulm 43.000 € 49.000 € 58.000 €"]),
    ("Land | Gross monthly | Net monthly | Income tax", ["Malta €2,100 €1,700 15%", "Cyprus €2,300 €1,850 20%"]),
    ("Trade | Salary 2023-24 | Salary 2024-25", ["Tiler £31,000 £32,100", "Glazier £29,000 £30,400"]),
    ("Firm Size | First-Year Associate | Sixth-Year Associate", ["Small $95,000 $150,000", "Large $190,000 $310,000"]),
    ("Ship | Chief Engineer | 2nd Officer | Fee per Day", ["Tug $8,100 $3,900 $120", "Ferry $9,000 $4,100 $140"]),
    ("Category | Podcast Spot | Radio Slot | Billboard Space", ["Small $40 $90 $700", "Large $80 $150 $990"]),
    ("Band | Step 1 | Step 2 | Wage Bill", ["C $21,000 $22,500 $900,000", "D $24,000 $25,200 $700,000"]),
    ("County | Deputy Marshal | Forensic Chemist | Academy Pay", ["Kern $68,000 $79,000 $24.10", "Yolo $66,000 $77,000 $23.75"]),
    ("Firm | Trainee 1st year | Trainee 2nd year | NQ", ["Gorse & Ling £45,000 £50,000 £90,000", "Tansy £42,000 £46,500 £84,000"]),
    ("Station | Morning Anchor | Reporter | Traffic Editor", ["KQZ $72,000 $41,000 $63,000", "WQP $58,000 $34,000 $49,000"]),
    ("Seat | Guarantee | Hourly (over guarantee) | Per Diem", ["Left $8,400 $112.00 $45", "Right $18,900 $252.00 $45"]),
    ("Specialty | Average Compensation | Change", ["1. Orthoptics $88K +1%", "2. Audiology $97K +2%", "3. Podiatry $99K -1%"]),
    ("Oficio | Salario base | Plus convenio | Total anual", ["Peón 1.100 € 90 € 16.900 €", "Pintor 1.240 € 99 € 18.700 €"]),
]  # fmt: skip


@pytest.mark.parametrize(("names", "rows"), FLATTENED, ids=lambda case: str(case)[:30])
def test_the_words_of_a_flattened_header_that_belong_together_stay_so(names, rows):
    assert header("\n".join([names.replace(" | ", " "), *rows])) == names.split(" | ")


GLUED = [
    ("Métier | Débutant | Confirmé | Senior", ["Maçon | 21 000 € | 26 500 € | 33 000 €", "Tôlier | 22 500 € | 27 000 € | 34 500 €"]),
    (
        "Emploi | Paris | Province | Expérience",
        ["Serveur | 1 900 € / mois | 1 830 € / mois | Débutant", "Barman | 2 050 € / mois | 1 910 € / mois | Confirmé"],
    ),
    ("Zawód | Mediana | Górny kwartyl", ["Tokarz | 6 450 zł | 7 900 zł", "Murarz | 6 010 zł | 7 350 zł"]),
    ("Reach | YouTube Spot | TikTok Clip", ["Small | $300 | $120", "Large | $2,400 | $900"]),
    ("City | Average | vs. National", ["Leeds | £40,000 | ↑ 4%", "Derby | £37,000 | ↓ 2%"]),
    ("Trade | Base | Package | Effective", ["Glazier | $41.10 | $79.32 | 6/1/2025", "Roofer | $36.05 | $66.18 | 7/1/2025"]),
]  # fmt: skip


@pytest.mark.parametrize(("names", "rows"), GLUED, ids=lambda case: str(case)[:30])
def test_a_glued_table_comes_back_cell_for_cell(names, rows):
    text = "\n".join(line.replace(" | ", "") for line in (names, *rows))
    assert recovered(text) == [[line.split(" | ") for line in (names, *rows)]]


@pytest.mark.parametrize(
    "text",
    [
        "ChainUK rateWales ratePaid breaks?\nOmbergine£12.40£12.60Yes\nSaltwing£12.10£12.20No",
        "Chain UK rate Wales rate Paid breaks?\nOmbergine £12.40 £12.60 Yes\nSaltwing £12.10 £12.20 No",
    ],
)
def test_the_last_name_of_a_header_may_ask(text):
    assert header(text) == ["Chain", "UK rate", "Wales rate", "Paid breaks?"]
