"""Whose dollars a bare `$` means: those of the country that a page says it is written for, speaks of, or gives pay of."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache

from normalizers import mentions
from normalizers.figures.spellings import country_signs, share_a_sign
from normalizers.observations.record import Observation
from normalizers.observations.subjects import spot
from normalizers.towns import state_letters
from schemas import Cell, Document, Inferred, Read
from schemas.vocabulary import load
from schemas.wordings import pattern

HEAD = 5_000
"""Characters at the start of a page among which it says what it is written in."""
MOST_TEXT = 50_000
"""Characters of a page that are looked through for places."""
ENOUGH_SIGNS, MUCH_MORE = 2, 2
"""How many words of one country alone say whose dollars a page counts in, and how many times those of another."""
NEARLY_ALL = 0.75
ENOUGH_BEFORE, FIRST = 3, 2
"""Amounts with a bare sign above a statement that is not about them, and how many of those below it tell."""
FEW = 10
"""One figure with a place among so many others says nothing of them."""
ALIKE = ("CAD", "AUD", "NZD", "SGD")
"""Dollars in which pay has numbers like those of American ones; `$173K` in Hong Kong is American."""
_LETTERS = re.compile(r"(?<![^\W_])[A-Za-z]{3}$")
_UNLESS = re.compile(r"[^.\n]{0,60}\bunless\b", re.IGNORECASE)
"""Behind a statement of all amounts of a page but those that say otherwise."""
_STATE = re.compile(
    ", (?:"
    + "|".join(sorted(letters for letters, one in state_letters().items() if one["country"] == "US"))
    + r")\Z"
)
"""`Denver, CO`: a town of the United States, whatever others bear its name."""
_LOCALE = re.compile(
    r"<html\b[^<>]{0,300}?\blang\s*=\s*[\"']?[a-z]{2}[-_](?P<lang>[A-Z]{2})\b"
    r"|\bog:locale[\"']?\s{1,5}content\s*=\s*[\"']?[a-z]{2}[-_](?P<og>[A-Z]{2})\b",
    re.IGNORECASE,
)


def settle(document: Document, made: list[Observation]) -> None:
    """`$`, `kr`, `Rs` or `pesos` on a page about one country that has money of that name: its own, unless another's is stated.

    What is so settled is inferred, and doubted.
    """
    bare = [one for one in made if _is_shared(one)]
    currency = stated_once = ""
    if bare and not _said_of_some(document.text, made):
        stated_once = _of_statement(document.text) or _of_front_matter(made)
        currency = (
            stated_once
            or _of_locale(document)
            or _of_letters(made)
            or _signs(document.text)
            or _of_places(made)
            or _signs(document.text, _spoken_places(document))
        )
    if currency:
        stated = {one.record["currency"] for one in made if one.record["currency"] and not _is_shared(one)}
        abroad, sure = _abroad(made, bare), stated_once or not _spelled_out(made, currency)
        for one in bare:
            if not stated_once and one.record["currency"] == "USD" and _is_of_the_states(one):
                continue  # `In the United States` on a page about Canada, `Denver, CO` beside `Toronto` and `CA$`
            if (
                not stated_once
                and currency in ALIKE
                and (there := _there(one)) in ALIKE
                and there != currency
            ):
                _count_in(one, there)  # `Sydney` on a page that speaks of New Zealand's pensions
                continue
            told = abroad and one.record["currency"] == "USD" and (sure or _there(one) == currency)
            if told or one.record["currency"] not in stated:
                _count_in(one, currency)
    unknown = [one for one in bare if one.record["currency"] is None]
    if unknown:
        currency = _of_towns(document)
        for one in unknown:
            _count_in(one, currency)
    if stated_once != "USD" and (currency in ("", "USD") or not share_a_sign("USD", currency)):
        _count_at_home(made, bare)


def _count_in(one: Observation, currency: str) -> None:
    """Let an amount be in a currency that may be written as it is."""
    supposed = one.record["currency"]
    if not currency or supposed == currency or not share_a_sign(supposed, currency):
        return
    one.record["currency"] = currency
    one.labels["currency"] = Inferred(currency)
    one.record["inferred"] = sorted({*one.record["inferred"], "currency"})
    one.record["flags"] = sorted({*one.record["flags"], "ambiguous_currency"} - {"unknown_currency"})


def _count_at_home(made: list[Observation], bare: list[Observation]) -> None:
    """Let `$` beside a place be its own, on a page that gives the pay of each country in its own money.

    Not where one amount is that of places with other money as well (`Denver, Toronto | $168,000`).
    """
    if not _each_in_its_own(made):
        return
    places: dict[int, set[str]] = {}
    for one in bare:
        places.setdefault(one.figure.cell.start, set()).add(_there(one))
    for one in bare:
        there = places[one.figure.cell.start]
        if one.record["currency"] == "USD" and len(there) == 1 and there <= {*ALIKE}:
            _count_in(one, next(iter(there)))


def _each_in_its_own(made: list[Observation]) -> bool:
    """Whether a page of several countries gives the pay of each in its own money (`£` in Britain, so `$` in Canada is Canadian)."""
    own = {one.record["currency"] for one in made if one.record["currency"] and not _is_shared(one)}
    return any(one.record["currency"] in own and one.record["currency"] == _there(one) for one in made)


def _there(one: Observation) -> str:
    """The currency of the place that a row is about."""
    label = one.record["region_label"]
    place = spot(label) if label else None
    return place.currency or "" if place is not None else ""


def _is_of_the_states(one: Observation) -> bool:
    """Whether a row is about the United States as a whole or a town with its state, and no town whose name others have as well."""
    label = one.record["region_label"]
    place = spot(label) if label else None
    whole = place is not None and place.country == "US" and place.place == "United States"
    return whole or (label is not None and _STATE.search(label) is not None)


def _abroad(made: list[Observation], bare: list[Observation]) -> bool:
    """Whether the page itself tells American dollars from those it counts in: by `US$` beside `A$` or beside more of a bare `$`."""
    signs = [one.figure.currency_cell for one in made]
    american = sum(sign is not None and sign.text.upper().startswith("US") for sign in signs)
    return 0 < american < len(bare)


def _spelled_out(made: list[Observation], currency: str) -> bool:
    """Whether a page writes letters in front of the very dollars as well (`AU$` beside `USD` and `$`).

    Then a bare `$` is theirs only where the place says so.
    """
    signs = [_written(one) for one in made if one.record["currency"] == currency]
    return any(sign.endswith("$") and sign != "$" for sign in signs)


def _is_shared(one: Observation) -> bool:
    """Whether nothing but a sign of several countries, beside the amount or over its column, says whose money it is."""
    if one.record["unit"] != "currency":
        return False
    figure, label = one.figure, one.labels.get("currency")
    sign = figure.currency_cell.text.lower().rstrip(". ") if figure.currency_cell else ""
    marked = "dollar_sign" in figure.flags or "ambiguous_currency" in figure.flags or sign in ("rs", "rupees")
    if isinstance(label, Read):
        return label.cell.text.strip() == "$" or (marked and label.cell == figure.currency_cell)
    if one.record["currency"] is None:
        return marked
    # An amount without any sign, in the dollars of its column or of the others.
    return one.record["currency"] == "USD" and (label is None or isinstance(label, Inferred))


def _signs(text: str, places: Iterable[tuple[str, str]] = ()) -> str:
    """The dollars of the country whose pensions, taxes, addresses and places a page speaks of; none without a clear answer."""
    said = Counter(country_signs(text))
    said.update(code for _, code in places if code in said)
    (first, most), (_, next_most) = said.most_common(2)
    return first if most >= ENOUGH_SIGNS and most >= MUCH_MORE * next_most else ""


def _said_of_some(text: str, made: list[Observation]) -> bool:
    """Whether a page says of the amounts of a section alone what they are in: the others are in something else."""
    statements = [
        said for said in pattern("amounts_are_in").finditer(text) if _UNLESS.match(text, said.end()) is None
    ]
    labels = (
        [label for one in made if isinstance(label := one.labels.get("currency"), Read)] if statements else []
    )
    stated = any(said.start() <= label.cell.start < said.end() for label in labels for said in statements)
    return stated or any(_is_of_its_section(said.end(), made) for said in statements)


def _is_of_its_section(end: int, made: list[Observation]) -> bool:
    """Whether bare signs stand in front of a statement, and behind it at once amounts with letters of their own (`C$152,000`)."""
    amounts = sorted(
        (one.record["char_start"], _is_shared(one)) for one in made if one.record["unit"] == "currency"
    )
    before = sum(shared for start, shared in amounts if start < end)
    behind = [shared for start, shared in amounts if start >= end][:FIRST]
    return before >= ENOUGH_BEFORE and bool(behind) and not any(behind)


def _of_statement(text: str) -> str:
    """The currency that a page says its amounts are in (`All figures are in Singapore dollars`), where it says so of one alone."""
    named = {
        code
        for found in pattern("amounts_are_in").finditer(text)
        for code in _codes(Cell(found.group()))
        if share_a_sign("USD", code)
    }
    return named.pop() if len(named) == 1 else ""


def _codes(said: Cell) -> list[str]:
    """The currencies that a statement names, in words or by their letters."""
    letters = _LETTERS.search(said.text)
    named = [str(word.value) for word in mentions.find(said, ("currency_word",))]
    return [*named, letters[0].upper()] if letters is not None else named


def _of_front_matter(made: list[Observation]) -> str:
    """The one currency that the front matter of a page names for its amounts."""
    amounts = [one for one in made if one.record["context"] == "front_matter" and one.record["currency"]]
    named = {one.record["currency"] for one in amounts}
    return named.pop() if len(named) == 1 and not any(_is_shared(one) for one in amounts) else ""


def _of_letters(made: list[Observation]) -> str:
    """The dollars that a page writes letters in front of more often than it leaves them out (`S$4,050`, and then `$3,900`)."""
    signs = (one.figure.currency_cell for one in made if one.record["unit"] == "currency")
    written = Counter(sign.text.upper().rstrip() for sign in signs if sign is not None and "$" in sign.text)
    lettered = Counter({sign: count for sign, count in written.items() if sign[:1].isalpha()})
    if len(lettered) != 1 or "US$" in lettered:
        return ""
    (sign, count), bare = next(iter(lettered.items())), written["$"]
    named = {one.record["currency"] for one in made if _written(one) == sign}
    return named.pop() if len(named) == 1 and count > max(bare, ENOUGH_SIGNS) else ""


def _written(one: Observation) -> str:
    return one.figure.currency_cell.text.upper().rstrip() if one.figure.currency_cell is not None else ""


def _of_places(made: list[Observation]) -> str:
    """The currency of the country that nearly all figures with a place are about; none where few figures have one."""
    counted: Counter[str] = Counter()
    for one in made:
        if one.record["country"] and one.record["region_label"]:
            place = spot(one.record["region_label"])
            counted[place.currency if place is not None else ""] += 1
    if not counted:
        return ""
    currency, count = counted.most_common(1)[0]
    if count >= NEARLY_ALL * counted.total():
        return currency
    # Where many have one, nobody says which of them counts in it.
    return "USD" if counted.total() * FEW > len(made) else ""


def _of_towns(document: Document) -> str:
    """The currency, of those written with a sign that says nothing by itself (`kr`, `Sh`), of most places a page speaks of."""
    counted = Counter(code for _, code in _spoken_places(document).elements() if share_a_sign(None, code))
    return counted.most_common(1)[0][0] if counted else ""


def _spoken_places(document: Document) -> Counter[tuple[str, str]]:
    """The places that a page speaks of, each with its currency, and how often."""
    return Counter(
        (str(mention.value), str(currency))
        for paragraph in document.text[:MOST_TEXT].split("\n")
        for mention in mentions.find(Cell(paragraph), ("place",))
        if (currency := mention.data.get("currency"))
    )


def _of_locale(document: Document) -> str:
    """The currency of the country that the page says its language is that of (`lang="en-AU"`)."""
    found = _LOCALE.search(document.text, 0, HEAD) if document.text.lstrip()[:1] == "<" else None
    if found is None:
        return ""
    currency = _currencies().get((found["lang"] or found["og"]).upper(), "")
    return "" if currency == "USD" else currency  # what templates say unless somebody changes it


@cache
def _currencies() -> dict[str, str]:
    entries = (spelling.entry for spelling in load()["place"].spellings)
    return {
        str(entry.data["country"]): str(entry.data["currency"])
        for entry in entries
        if entry.data.get("type") == "country" and "country" in entry.data and "currency" in entry.data
    }
