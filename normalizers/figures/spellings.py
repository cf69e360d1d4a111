"""The patterns of the figure grammar, made from `figure_grammar.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from schemas import packaged


@cache
def grammar() -> dict[str, Any]:
    """The contents of `figure_grammar.yaml`."""
    loaded: dict[str, Any] = packaged.load("vocabularies/figure_grammar.yaml")
    return loaded


@cache
def iso_codes() -> frozenset[str]:
    """The ISO 4217 codes in use."""
    return frozenset(grammar()["iso_codes"].split())


def _alternatives(spellings: Iterable[str]) -> str:
    return "|".join(re.escape(s).replace(r"\ ", r"\s") for s in sorted(spellings, key=len, reverse=True))


def _flat(group: str) -> list[str]:
    return [spelling for spellings in grammar()[group].values() for spelling in spellings]


@cache
def currency_of() -> dict[str, tuple[str | None, bool]]:
    """Spelling of a currency, in small letters -> (ISO code or None, whether several countries use it)."""
    known: dict[str, tuple[str | None, bool]] = {}
    for group in ("signs_before", "signs_after"):
        for code, spellings in grammar()[group].items():
            known.update({s.lower(): (code, False) for s in spellings})
    for group in ("ambiguous_before", "ambiguous_after"):
        known.update({s.lower(): (code, True) for s, code in grammar()[group].items()})
    known.update({code.lower(): (code, False) for code in iso_codes()})
    return known


def share_a_sign(supposed: str | None, stated: str | None) -> bool:
    """Whether a sign of which one currency is supposed may stand for another one that is stated."""
    return any(supposed in family and stated in family for family in grammar()["shared_signs"].values())


def country_signs(text: str) -> dict[str, int]:
    """How many different words of a text are used on pages of one country alone, by the country's dollars."""
    plain = text.lower()
    return {
        code: sum(_stands_alone(plain, word) for word in words)
        for code, words in grammar()["signs_of_a_country"].items()
    }


def _stands_alone(text: str, word: str) -> bool:
    """Whether a word or the ending of an address occurs in a text, and not inside another word."""
    at = text.find(word)
    while at >= 0:
        before, after = text[at - 1 : at], text[at + len(word) : at + len(word) + 1]
        if (word.startswith(".") or not before.isalnum()) and not after.isalnum():
            return True
        at = text.find(word, at + len(word))
    return False


@cache
def scale_of() -> dict[str, float]:
    """Spelling of a scale -> factor."""
    return {
        spelling: float(factor) for factor, spellings in grammar()["scales"].items() for spelling in spellings
    }


_NUMBER = (
    r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"  # 4.500,50
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2}(?!\d))?(?!\d|,\d)"  # 25,00,000
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,2}(?!\d))?"  # 158,400 or 1,234.50; what is glued behind starts anew
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d{1,2}(?!\d))?"  # 85'000
    r"|\d{1,3}(?:[ ]\d{3})+(?:,\d{1,2}(?!\d))?(?![\d,.])"  # 65 000
    r"|\d{1,3}(?:\.\d{3}){1,3}(?![\d,.%])"  # 65.000, or 1.250: the currency decides
    r"|\d{1,12}(?:[.,]\d{1,3})?(?![\d])"  # 155000, 1.38, 30.60, 4,5
)


@cache
def atom() -> re.Pattern[str]:
    """One number with the signs, scale and unit around it."""
    iso = "|".join(sorted(iso_codes() - set(grammar()["codes_that_are_words"])))
    signs = [*_flat("signs_before"), *grammar()["ambiguous_before"]]
    before = _alternatives(s for s in signs if s[0].isalpha())
    # A bare sign may be glued to the word before it (`codebase$353k`).
    glued = _alternatives(s for s in signs if not s[0].isalpha())
    after_signs = [s for s in [*_flat("signs_after"), *grammar()["ambiguous_after"]] if not s.isalpha()]
    after_words = [
        s
        for s in [*_flat("signs_after"), *grammar()["ambiguous_after"]]
        if (s.isalpha() and len(s) > 1) or " " in s
    ]
    scales = sorted(scale_of(), key=len, reverse=True)
    short = _alternatives(s for s in scales if len(s) <= 2)
    long = _alternatives(s for s in scales if len(s) > 2)
    percent = _alternatives(s for s in grammar()["percent_after"] if not s.isalpha() and " " not in s)
    percent_words = _alternatives(s for s in grammar()["percent_after"] if s.isalpha() or " " in s)
    return re.compile(
        rf"""
        (?P<approx>[~≈∼]\s?)?
        (?P<sign>(?:(?<=[\s(|\[*`"“:,/])|(?<![\s\S])|(?=[−+]))(?:[+−-]|–)(?=\s?(?:\\?\$|[£€₹\d]|[A-Z]{{1,3}}\$)))?
        (?:(?P<approx2>[~≈∼]\s?))?
        (?:
            (?P<pre>(?:(?<![A-Za-z])(?:{iso})\s?(?:\\?\$|[£€₹¥₪])?|(?<![A-Za-z])(?:{before})|\\?(?:{glued})))
            (?:\s|\*\*)?
            (?P<minus>[−-](?=\d))?
        )?
        (?P<num>{_NUMBER})
        (?:
            (?P<scale>(?:{short})(?![a-z])|\s(?:{short})(?![A-Za-z0-9])|[\s-]?(?i:{long})(?![A-Za-z]))
        )?
        (?P<plus1>\+)?
        (?:
            (?P<percent>\s?(?:{percent})|[\s-](?i:{percent_words})(?![A-Za-z]))
          | (?P<post>\s?(?:{_alternatives(after_signs)})|\s?(?:{iso})(?![A-Za-z])
                |[\s-](?i:{_alternatives(after_words)})(?![A-Za-z])|p(?![A-Za-z.]))
        )?
        (?P<plus2>\+(?!\s?\d)|\s(?i:or|and)\s(?i:more|above|higher|up|upwards?|over|beyond|greater)\b(?!\s(?i:than|the)\b))?
        """,
        re.VERBOSE,
    )


@cache
def period() -> re.Pattern[str]:
    """What stands directly behind a figure and says for how long it is paid."""
    units = _alternatives(_flat("periods"))
    words = _alternatives(_flat("period_words"))
    return re.compile(
        rf"""
        \s?/\s?(?P<vest>\d{{1,2}})[\s-]?(?:y|yr|yrs|year|years)\b
      | \s?(?:/\s?|(?i:per|an?|each)\s|p\.\s?|-(?i:an?|per)-)(?P<unit>(?i:{units}))s?(?![A-Za-z])
        (?:\s\((?P<vest2>\d{{1,2}})[\s-]?(?:yr|year|y)s?[\s-](?i:vest)\w*\))?
      | \s\((?P<vest3>\d{{1,2}})[\s-]?(?:yr|year|y)s?[\s-](?i:vest)\w*\)
      | \s(?i:over|vesting\sover|across)\s(?:(?i:a|the)\s)?
        (?P<vest4>\d{{1,2}}|(?i:two|three|four|five|six))[\s-](?i:years?|yrs?)\b
      | \s?(?P<word>(?i:{words}))(?![A-Za-z])
        """,
        re.VERBOSE,
    )


@cache
def period_of() -> dict[str, str]:
    """Spelling of a period, in small letters -> its name."""
    known = {}
    for group in ("periods", "period_words"):
        known.update({s.lower(): name for name, spellings in grammar()[group].items() for s in spellings})
    return known
