"""Vocabularies are edited by people: what is wrong in them is said with file, line and remedy."""

from collections import Counter

import pytest

from schemas.vocabulary import FOLDER, VocabularyError, entries, load

pycountry = pytest.importorskip("pycountry")


def written(tmp_path, text, name="a.yaml"):
    (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def test_an_entry_with_spellings_and_data(tmp_path):
    text = (
        "kind: x\ngroups:\n  G:\n    every: {country: NO}\n    entries:\n"
        '      Oslo: {metro: "010", n: 4, spellings: [Kristiania], exact: [OS]}\n'
    )
    vocabulary = load(written(tmp_path, text))["x"]
    assert vocabulary.entries["Oslo"].data == {"country": "NO", "metro": "010", "n": 4}
    assert {(s.text, s.case) for s in vocabulary.spellings} == {
        ("Oslo", "any"),
        ("Kristiania", "any"),
        ("OS", "exact"),
    }
    assert vocabulary.entries["Oslo"].where == "a.yaml:6"


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (
            "kind: x\ngroups:\n  G:\n    entries:\n      one: [same]\n      two: [Same]\n",
            "a.yaml:6: 'Same' is a spelling of 'two'",
        ),
        (
            "kind: x\ngroups:\n  G:\n    entries:\n      one: [a]\n      one: [b]\n",
            "a.yaml:6: 'one' stands here twice",
        ),
        (
            "kind: x\ngroups:\n  G:\n    entries:\n      one: word\n",
            "a.yaml:5: one: write its spellings as a list: [word]",
        ),
        ("kind: x\ncase: loud\ngroups: {}\n", "case 'loud'; use one of any, capitals, exact"),
        ("kind: x\nspelling: []\n", "unknown key 'spelling'"),
        ("kind: x\ngroups: [1\n", "a.yaml:"),
        ("kind: x\ngroups:\n  G: word\n", "a.yaml:3: expected `name: value` lines here"),
        (
            "kind: x\ngroups:\n  G:\n    entries:\n      one: {spellings: [[a]]}\n",
            "a spelling is one piece of text",
        ),
    ],
)
def test_what_is_wrong_is_said_with_its_line(tmp_path, text, message):
    with pytest.raises(VocabularyError) as error:
        load(written(tmp_path, text))
    assert message in str(error.value)


def test_two_files_do_not_share_an_entry(tmp_path):
    text = "kind: x\ngroups:\n  G:\n    entries:\n      one:\n"
    written(tmp_path, text, "b.yaml")
    with pytest.raises(VocabularyError, match=r"already an entry at a\.yaml:5"):
        load(written(tmp_path, text))


def test_files_of_rules_without_a_kind_are_left_alone(tmp_path):
    assert load(written(tmp_path, "rules: []\n")) == {}


def test_countries_currencies_and_subdivisions_are_iso_codes():
    countries = {country.alpha_2 for country in pycountry.countries}
    currencies = {currency.alpha_3 for currency in pycountry.currencies}
    subdivisions = {subdivision.code for subdivision in pycountry.subdivisions} | {
        "GB-LND",
        "GB-EDH",
        "IN-TG",
        "IN-OD",
    }
    for place in entries("place").values():
        assert place.data.get("country", "US") in countries, place
        assert place.data.get("currency", "USD") in currencies, place
        assert place.data.get("subdivision", "US-CA") in subdivisions, place
        if "subdivision" in place.data:
            assert str(place.data["subdivision"]).startswith(str(place.data["country"])), place
    assert set(entries("currency_word")) <= currencies


def test_every_state_is_there_and_metro_codes_have_five_digits():
    states = {s.code for s in pycountry.subdivisions.get(country_code="US") if s.type == "State"}
    assert states <= {
        place.data.get("subdivision")
        for place in entries("place").values()
        if place.data.get("type") == "state"
    }
    metros = [place.data["metro"] for place in entries("place").values() if "metro" in place.data]
    assert all(isinstance(metro, str) and len(metro) == 5 and metro.isdigit() for metro in metros)
    assert len(set(metros)) > 150


def test_values_are_categories_of_the_dataset():
    levels = [
        "none",
        "intern",
        "entry",
        "mid",
        "senior",
        "staff",
        "principal",
        "distinguished",
        "manager",
        "director",
        "vp",
        "executive",
    ]
    assert {str(e.data.get("means", e.value)) for e in entries("level").values()} <= set(levels)
    periods = [
        "hour",
        "day",
        "week",
        "fortnight",
        "month",
        "quarter",
        "half_year",
        "year",
        "first_year",
        "one_time",
        "project",
        "grant",
    ]
    assert {str(e.data.get("means", e.value)) for e in entries("period").values()} <= set(periods)
    components = [
        "base",
        "equity",
        "bonus",
        "signing_bonus",
        "commission",
        "profit_share",
        "allowance",
        "benefits",
        "total",
        "wage",
        "premium",
        "other",
    ]
    assert {str(e.data.get("means", e.value)) for e in entries("component").values()} <= set(components)
    statistics = [
        "range",
        "point",
        "minimum",
        "maximum",
        "mean",
        "median",
        "p10",
        "p25",
        "p75",
        "p90",
        "percentile_band",
    ]
    assert {str(e.data.get("means", e.value)) for e in entries("statistic").values()} <= set(statistics)


def test_every_abbreviation_of_a_role_stands_for_a_role_of_the_vocabulary():
    assert set(entries("role_abbreviation")) <= set(entries("role"))


def test_the_vocabularies_are_wide():
    counts = Counter(
        spelling.entry.kind for vocabulary in load(FOLDER).values() for spelling in vocabulary.spellings
    )
    assert counts["role"] > 3000
    assert counts["place"] > 1200
    assert len(entries("place")) > 1000
    assert len(entries("company")) > 350
