"""Job titles in text, also those that no file knows: words in front of a last word that makes a title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from normalizers import cues
from normalizers.found import Found, settle
from normalizers.matcher import Tokens, plurals
from normalizers.organisations import is_a_firm
from normalizers.paid_people import anybody, is_paid
from schemas.vocabulary import load
from schemas.wordings import alternatives

LONGEST = 7
"""Words a title has at most in front of its last one."""
FIELD_ENDINGS = (
    "ing", "ment", "science", "ops", "design", "analytics", "success", "acquisition", "research", "relations", "sales",
)  # fmt: skip
"""A field of work (`data science`) stands for its jobs; `data` says so, since it may also be just a field."""
COMPOUND_ENDINGS = ("ed", "ing", "native", "driven", "first", "side", "based")
LONGEST_LABEL = 5
"""Words of a label that is a title as a whole."""
_SPEAKING = re.compile(rf" (?:{alternatives('i_did')})\b")
_ARTICLES = frozenset(("a", "an", "the", "each", "every", "per", "for", "our"))
NUMERALS = frozenset(["i", "ii", "iii", "iv", "v", "vi", "1", "2", "3", "4", "5"])


def find(words: Tokens, known: list[Found], settled: dict[str, list[Found]]) -> list[Found]:
    """Titles: known spellings with the words in front of them, and new titles by their last word."""
    blocked = {
        index
        for kind in ("company", "place", "employer_group")
        for found in settled[kind]
        for index in range(found.first, found.last + 1)
        if found.first >= 0
    }
    levels = {index for found in settled["level_words"] for index in range(found.first, found.last + 1)}
    known = [*known, *_lettered(words, levels)]
    titles = [*_known(words, known, blocked, levels), *_new(words, known, blocked, levels)]
    return settle([one for one in titles if not is_a_firm(words, one, _working())])


def _lettered(words: Tokens, levels: set[int]) -> Iterator[Found]:
    """`an offer for a senior PM`: letters for a job behind a rank, in a text that is no label of them alone."""
    if not any(words.word(index)[0].islower() for index in range(len(words.keys)) if index not in levels):
        return
    for index in sorted(levels):
        value = _letters().get(words.word(index + 1)) if index + 1 < len(words.keys) else None
        if value is not None and words.joined(index):
            first = words.starts[index + 1]
            yield Found("role", value, first, words.ends[index + 1], {}, index + 1, index + 1)


@cache
def _letters() -> dict[str, str]:
    """The jobs that letters stand for behind a rank."""
    known = load()["role_abbreviation"].spellings
    return {one.text: one.entry.value for one in known if one.entry.data.get("ranked")}


def _known(words: Tokens, known: list[Found], blocked: set[int], levels: set[int]) -> Iterator[Found]:
    """Titles that end with a known spelling."""
    label = _is_a_label(words)
    for found in known:
        named = found.first < found.last or not _is_no_title(words, found.last)
        if named and not _names_others(words, found.last):
            whole = label and found.last + 1 == len(words.keys)
            yield _grown(words, found.first, found.last, found, blocked, levels, whole=whole)


def _new(words: Tokens, known: list[Found], blocked: set[int], levels: set[int]) -> Iterator[Found]:
    """Titles that no file knows, by their last word or by the words in front of `of`."""
    at_end = {found.last: found for found in known}
    last_words, of_words = _last_words(), _of_words()
    for index, key in enumerate(words.keys):
        titled = _with_of(words, index, blocked, levels, at_end) if key in of_words else None
        if titled is not None:
            yield titled
        use = last_words.get(key)
        if use is None or index in at_end or _names_others(words, index):
            continue
        ended = _by_last_word(words, index, use, blocked, levels)
        if ended is not None:
            yield ended


def _by_last_word(words: Tokens, index: int, use: str, blocked: set[int], levels: set[int]) -> Found | None:
    """The title that a word ends that does so in the way `use`; None where it is not one by itself."""
    whole = _is_a_label(words) and index + 1 == len(words.keys) and words.keys[index] not in anybody()
    names = use == "alone" and not _may_be_a_surname(words, index)
    title = _grown(words, index, index, None, blocked, levels, whole=whole, names=names)
    alone = title.first == title.last
    if alone and use not in ("alone", "broad") and is_paid(words, index):
        return _title(words, index, index, None)
    if (alone and _is_no_title(words, index)) or (use == "proper" and not words.word(index)[0].isupper()):
        return None
    only_levels = index in levels and all(
        at in levels or words.keys[at] in "/&" for at in range(title.first, index)
    )
    return title if use in ("alone", "broad") or (title.first < index and not only_levels) else None


def _is_no_title(words: Tokens, index: int) -> bool:
    """`who can architect systems`, `architect the tools`, `Developer Platform`, `main players`: a word for a job that means none here."""
    word = words.word(index)
    before = words.keys[index - 1] if index else ""
    after = words.keys[index + 1] if index + 1 < len(words.keys) else ""
    if word[0].islower():
        done_to = before in cues.words("title-verb-joined") and after in cues.words("title-verb-behind")
        is_verb = done_to or before in cues.words("title-verb-before")
        none = f"{before} {words.keys[index]}" in cues.words("title-none")
        return none or (is_verb and words.keys[index] in cues.words("title-verb"))
    return after in cues.words("title-never-before") and words.word(index + 1)[0].isupper()


def _may_be_a_surname(words: Tokens, index: int) -> bool:
    """`Ms Baker`: a job with a capital amid a sentence."""
    before = words.keys[index - 1] if index else ""
    return words.word(index)[0].isupper() and before[-1:].isalpha() and before not in _ARTICLES


def _is_a_label(words: Tokens) -> bool:
    """Whether a text is a few words and nothing else (`Edit assistant`)."""
    return 2 <= len(words.keys) <= LONGEST_LABEL and all(key.isalpha() for key in words.keys)


def _names_others(words: Tokens, last: int) -> bool:
    """`Practice Vets Association`, `Teachers' Union`, `Federated Farmers`: a part of the name of an organisation."""
    if not words.word(last)[0].isupper():
        return False
    front = words.keys[last - 1] if last else ""
    if front in cues.words("title-of-an-organisation-front") and words.word(last - 1)[0].isupper():
        return words.word(last).endswith("s")
    behind = last + 1 + (words.keys[last + 1 : last + 2] in (["'"], ["’"], ["'s"]))
    return (
        behind < len(words.keys)
        and words.keys[behind] in cues.words("title-of-an-organisation")
        and words.word(behind)[0].isupper()
        and words.starts[behind] - words.ends[last] <= len("' ")
    )


def _grown(
    words: Tokens,
    first: int,
    last: int,
    known: Found | None,
    blocked: set[int],
    levels: set[int],
    *,
    whole: bool = False,
    names: bool = False,
) -> Found:
    """The title with the words around it; `names` says that its last word names a job by itself (`farrier`, and no `engineer`)."""
    start = _front(words, first, last, blocked, levels, whole=whole)
    end = _numeral(words, last)
    generic = known is None and start == last and not names
    return _title(words, start, end, known, generic)


def _title(words: Tokens, first: int, last: int, known: Found | None, generic: bool = False) -> Found:
    start, end = words.starts[first], words.ends[last]
    data = dict(known.data) if known else {}
    field = known is not None and words.keys[last].endswith(FIELD_ENDINGS)
    data |= {"title": words.text[start:end], "known": known is not None, "generic": generic, "field": field}
    return Found("role", known.value if known else "", start, end, data, first, last)


def _front(
    words: Tokens, first: int, last: int, blocked: set[int], levels: set[int], *, whole: bool = False
) -> int:
    """The token with which the title that ends at `last` begins; any word is part of one that is a `whole` label."""
    proper = words.word(last)[0].isupper()
    start = first
    while start > 0 and first - start < LONGEST:
        index = start - 1
        if words.keys[index] in ("/", "&") and index > 0 and words.starts[start] - words.ends[index - 1] <= 3:
            index -= 1  # `DevOps / Platform Engineer`
        elif not words.joined(index):
            break
        compound = _compound(words, index)
        if compound and index - 1 not in blocked and _may_stand_in_front(words, index - 1, proper, levels):
            index -= 1  # `AI-focused staff`
        elif index in blocked or not (
            _may_stand_in_front(words, index, proper, levels)
            or (whole and index not in levels and words.keys[index] not in _never())
        ):
            break
        start = index
    return start


def _may_stand_in_front(words: Tokens, index: int, proper: bool, levels: set[int]) -> bool:
    word, key = words.word(index), words.keys[index]
    if key in cues.words("title-about-pay") and words.keys[index + 1] in cues.words("title-about-pay-behind"):
        return True  # `benefits manager`, `stock controller`
    if not word[0].isalnum() or key in _never():
        return False
    if index in levels:
        return proper and word[0].isupper()
    if key[-1:].isdigit() and key not in _front_words():
        return False  # a code of a level: `L5 engineers`
    if (word[0].isupper() and proper) or (word.isupper() and 2 <= len(word) <= 5):
        return True
    return key in _front_words()


def _compound(words: Tokens, index: int) -> bool:
    """Whether the token is the second half of a compound like `AI-focused` or `data-driven`."""
    hyphened = (
        index > 0
        and words.ends[index - 1] + 1 == words.starts[index]
        and words.text[words.starts[index] - 1] in "-‐‑"
    )
    return hyphened and words.keys[index].endswith(COMPOUND_ENDINGS)


def _numeral(words: Tokens, last: int) -> int:
    """The last token with a grade behind the title: `Engineer II`, `Engineer I-II`."""
    index = last + 1
    end = last
    while (
        index < len(words.keys)
        and words.keys[index] in NUMERALS
        and words.starts[index] - words.ends[index - 1] <= 1
    ):
        word = words.word(index)
        if (
            word.islower()
            or _SPEAKING.match(words.text, words.ends[index])
            or (word.isdigit() and words.text[words.ends[index] : words.ends[index] + 1] in (".", ",", "-"))
        ):
            break
        end, index = index, index + 1
    return end


def _with_of(
    words: Tokens, index: int, blocked: set[int], levels: set[int], at_end: dict[int, Found]
) -> Found | None:
    """`Head of Growth`, `VP, AI Engineering`: a first word, `of` or a comma, and a field."""
    if index + 2 >= len(words.keys) or words.keys[index + 1] not in ("of", ","):
        return None
    comma = words.keys[index + 1] == ","
    if comma and not words.word(index)[0].isupper():
        return None
    at = index + 2
    while (
        at < len(words.keys)
        and at - index < LONGEST
        and _is_field(words, at, comma, blocked)
        and words.joined(at - 1)
    ):
        at += 1
        if (
            at + 1 < len(words.keys)
            and words.keys[at] in ("and", "&")
            and _is_field(words, at + 1, True, blocked)
        ):
            at += 1
    if at == index + 2:
        return None
    start = _front(words, index, index, blocked, levels)
    # `Product Manager, Software` is a product manager.
    return _title(words, start, at - 1, at_end.get(index if comma else at - 1))


def _is_field(words: Tokens, index: int, listed_only: bool, blocked: set[int]) -> bool:
    word, key = words.word(index), words.keys[index]
    if index in blocked or not word[0].isalpha() or key in _never():
        return False
    return (
        key in _front_words()
        or (key.endswith("ing") and key[:-3] in _front_words())
        or (not listed_only and word[0].isupper())
    )


@cache
def _last_words() -> dict[str, str]:
    use: dict[str, str] = {}
    for spelling in load()["title_last"].spellings:
        for word in (spelling.text.casefold(), *plurals(spelling.text.casefold())):
            use.setdefault(word, str(spelling.entry.data.get("means", spelling.entry.value)))
    return use


@cache
def _of_words() -> frozenset[str]:
    singles = {spelling.text.casefold().split()[-1] for spelling in load()["title_of"].spellings}
    return frozenset(singles | {plural for word in singles for plural in plurals(word)})


@cache
def _working() -> frozenset[str]:
    """Words of jobs and of fields of work."""
    return frozenset(_front_words() | _last_words().keys())


@cache
def _front_words() -> frozenset[str]:
    listed = {
        spelling.text.casefold()
        for spelling in load()["title_front"].spellings
        if spelling.entry.value == "front"
    }
    return frozenset(listed)


@cache
def _never() -> frozenset[str]:
    return frozenset(
        spelling.text.casefold()
        for spelling in load()["title_front"].spellings
        if spelling.entry.value == "never"
    )
