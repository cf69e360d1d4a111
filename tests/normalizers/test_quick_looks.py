"""What a long pattern needs is looked for before it: nothing that the pattern finds may be missed by the look."""

from hypothesis import example, given
from hypothesis import strategies as st

from normalizers import cues, experience, levels, percentiles, towns
from normalizers.figures.atoms import normalised
from normalizers.figures.spellings import atom, before_digits, currency_of, grammar, iso_codes
from normalizers.matcher import tokens

LISTED = [
    *(
        cue
        for name in ("level-code-letters", "level-code-words", "level-code-words-letter")
        for cue in cues.words(name)
    ),
    *(cue for name in ("experience-after", "state-letters") for cue in cues.words(name)),
    *experience.NUMBER_WORDS,
]
WORDS = sorted({*LISTED, *map(str.upper, LISTED), *map(str.title, LISTED)})
PIECES = """
    P E- O- Q7 AB12a: L5a   W- SES GS 5 12 8a VII B 3.5 +s L5 L4-L5 ICT3s year years yrs YoE YEARS Jahre años ano ans lat jaar PQE
    months between under less than and < decade a one no prior experience their first
    months' over at least up to within more plus top bottom lowest highest % percent p50 P90/P75 percentile pctl %ile %-iles perc. th nd
    Austin Palo Alto , ( ) in / Boston-Cambridge NY-NJ-PA TX CA . ; ſ ı ٣
"""
TEXTS = st.lists(st.sampled_from([*WORDS, *PIECES.split()]), max_size=8).flatmap(
    lambda words: st.lists(
        st.sampled_from(["", " ", "-", "\n"]), min_size=len(words), max_size=len(words)
    ).map(lambda gaps: "".join(word + gap for word, gap in zip(words, gaps, strict=True)))
)


@given(TEXTS)
@example("Band B")
@example("SESs")
@example("AB12a: $80K")
def test_no_code_of_a_level_is_without_its_word(text):
    if levels._code().search(text):
        assert levels.may_hold_codes(tokens(text))


@given(TEXTS)
@example("5years")
@example("less than a year")
@example("überfünf oder overfive years")
@example("5 or\nmore years")
def test_no_experience_is_without_its_words(text):
    if experience.in_years().search(text):
        assert experience.may_hold_experience(tokens(text))


@given(TEXTS)
def test_no_percentile_is_without_its_words(text):
    if percentiles.PERCENTILE.search(text):
        assert percentiles.may_hold_percentiles(text)


@given(TEXTS)
def test_no_town_is_without_the_letters_of_its_state(text):
    letters = [found["letters"].split("-")[0] for found in towns.TOWN.finditer(text)]
    letters += [found[0] for found in towns.LETTERS.finditer(text)]
    assert {one for one in letters if one in towns.state_letters()} <= set(towns.CAPITALS.findall(text))


LETTERS = [
    *(one for many in grammar()["letters_before"].values() for one in many),
    *grammar()["glued_letters"],
]
SIGNS = sorted(
    {
        *currency_of(),
        *map(str.upper, currency_of()),
        *iso_codes(),
        *LETTERS,
        *"~≈∼+−–-*\\ $€\t",
        "**",
        "5",
        "12",
        " 000",
        ",000",
        "k",
        "so",
    }
)


@given(st.lists(st.sampled_from(SIGNS), max_size=8).map("".join))
def test_nothing_else_stands_between_the_signs_of_a_number_and_its_digits(text):
    plain = normalised(text)
    found = atom().search(plain)
    if found is not None:
        assert set(plain[found.start() : found.start("num")]) <= set(before_digits())
