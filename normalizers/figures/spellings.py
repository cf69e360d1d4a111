"""The patterns of the figure grammar, made from `figure_grammar.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from schemas import packaged, times
from schemas.wordings import alternatives, grouped

YEARS_OF_VESTING = (2, 6)
"""Over how many years grants vest where words say so."""


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


def _sharing(spellings: Iterable[str]) -> str:
    """The same, where spellings that begin alike share their beginning: at most numbers stands none of them."""
    written = sorted(dict.fromkeys(spellings), key=lambda one: (one[0], -len(one), one))
    return grouped(re.escape(one).replace(r"\ ", r"\s") for one in written)


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
        written = grammar()[group].items()
        known.update({spelling: (code, True) for s, code in written for spelling in (s.lower(), s)})
    several = grammar()["letters_of_several"]
    for group in ("letters_before", "letters_after"):
        for code, spellings in grammar()[group].items():
            known.update({s: (code, s in several) for s in spellings})  # `P25,000` are pesos, `25p` pence
    known.update({code.lower(): (code, False) for code in iso_codes()})
    return known


def share_a_sign(supposed: str | None, stated: str | None) -> bool:
    """Whether a sign of which one currency is supposed may stand for another one that is stated."""
    return any(supposed in family and stated in family for family in grammar()["shared_signs"].values())


@cache
def least_a_year() -> dict[str, float]:
    """The amounts below which pay in a currency is no year's, where people speak of pay by the month."""
    return {code: float(amount) for code, amount in grammar()["least_a_year"].items()}


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


_ANOTHER = r"(?:F\s)?[^\s\d-]{1,7}\s?\d"
"""Behind a dash, what stands in front of a number are the sign of the upper end (`Rs.40,000-Rs.50,000`)."""
_NUMBER = (
    r"\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)"  # 4.500,50
    r"|\d{1,2}(?:,\d{2})+,\d{3}(?:\.\d{1,2}(?!\d))?(?!\d|,\d)"  # 25,00,000
    r"|\d{1,3}(?:,\d{3})+(?:\.\d{1,2}(?!\d))?"  # 158,400 or 1,234.50; what is glued behind starts anew
    r"|\d{1,3}(?:['’]\d{3})+(?:\.\d{1,2}(?!\d))?"  # 85'000
    r"|\d{1,3}(?:[ ]\d{3})+(?:[.,]\d{1,2}(?!\d))?(?!\d|[,.]\d)"  # 65 000 or 1 784.40
    r"|\d{1,3}(?:\.\d{3}){1,3}(?![\d%]|[.,]\d)"  # 65.000, or 1.250: the currency decides
    r"|\d{1,12}(?:[.,]\d{1,3})?(?![\d])"  # 155000, 1.38, 30.60, 4,5
)


_AMOUNT = (
    r"\d{1,3}(?:[ ,.]\d{3})+(?![\d]|[ ,.]\d)"  # R28 594
    r"|\d{1,3}(?:[ ,]\d{3})+[.,]\d\d(?!\d)"  # R1 784.40
    r"|(?!0)(?!(?:19|20)\d\d(?!\d))\d{4,9}(?![\w.])"  # R28594, but no year and no `R0042117`
    r"|\d{1,4}(?:[.,]\d{1,2})?\s?(?:[kK]|[mM](?:illion|n|il)?)(?!\w)"  # R45k
    r"|\d{1,4}[.,]\d\d(?![\w%]|[.,]\d)"  # R34,87
    r"|\d{1,4}(?:[.,]\d\d)?(?:\s?[-–]\s?R?\d{1,4}(?:[.,]\d\d)?)?(?:\s?/\s?|\s(?:per|an?)\s)(?:h|hour|hr|day|shift|week|month|night|visit|session)(?!\w)"
    r"|\d{1,3}(?:[ ,]\d{3})*(?:[.,]\d\d)?(?=\s?(?:p\.?m|p\.?a|p\.?h)\b)"
)
"""What letters that are words or names elsewhere are a currency in front of; a small number is none (`R2`, `N95`, `P4`)."""


def _letters() -> str:
    """Letters in front of an amount: alone, or some of them behind a small letter or digit (`ConstableR19 873`, `0-1R6 900`)."""
    glued = _alternatives(grammar()["glued_letters"])
    alone = rf"(?<![^\W_])(?:{_alternatives(_flat('letters_before'))})(?=\s?(?:{_AMOUNT}))"
    both_ends = rf"(?<![^\W_])(?:{glued})(?=\d{{2,4}}{_BOTH_ENDS}(?:{glued})\d{{2,4}}(?![\w]))"
    return rf"{alone}|{both_ends}|(?<=[a-z)\d+])(?:{glued})(?=\d{{1,3}}(?:[ ,]\d{{3}})+(?![\d,]))"


_BOTH_ENDS = r"(?:\s?[-–]\s?|\sto\s)"


def _after(spellings: Iterable[str]) -> str:
    """Signs behind a number that may touch it. A word ends with its last letter, save where scripts know no spaces."""
    written = sorted(spellings, key=len, reverse=True)
    words = [s for s in written if s[-1].isalpha() and s[-1] < _NO_SPACES]
    dollars = [s for s in written if s == "$"]
    symbols = [s for s in written if s not in words and s not in dollars]
    # `45 000 $`: but what stands in front of a number is that number's.
    dollar = r"|\\?\$(?!\s?[\d$])" if dollars else ""
    first = re.escape("".join(sorted({s[0] for s in written} | {"\\"})))
    return rf"(?=[{first}])(?:{_alternatives(symbols)}|(?:{_alternatives(words)})(?![^\W\d_]){dollar})"


_NO_SPACES = "\u0e00"
"""In the scripts from here on (Thai, and those of East Asia) nothing parts a word from the next."""
_SPACES_END = 0x3001
"""All white space has a lower code than this."""


def _signs_before() -> list[str]:
    return [*_flat("signs_before"), *grammar()["ambiguous_before"]]


@cache
def before_digits() -> str:
    """The characters that may stand between the start of a number with its signs and its first digit."""
    spaces = (chr(code) for code in range(_SPACES_END) if chr(code).isspace())
    written = (*_signs_before(), *_flat("letters_before"), *grammar()["glued_letters"], *iso_codes())
    return "".join(sorted({*"~≈∼+−–-*\\", *"$£€₹¥₪", *spaces, *"".join(written)}))


def _iso() -> str:
    return grouped(sorted(iso_codes() - set(grammar()["codes_that_are_words"])))


def _currency_before() -> str:
    """A code, word, letter or sign in front of a number."""
    signs = _signs_before()
    words = _alternatives(s for s in signs if s[0].isalpha())
    # A bare sign may be glued to the word before it (`codebase$353k`).
    glued = _alternatives(s for s in signs if not s[0].isalpha())
    code = rf"(?<![A-Za-z])(?:{_iso()})\s?(?:\\?\$|[£€₹¥₪])?"
    return rf"{code}|(?<![A-Za-z])(?:{words})|{_letters()}|\\?(?:{glued})"


def _currency_after() -> str:
    """A sign, code, word or letter behind a number, where the group `pre` says whether one stands in front."""
    after = [*_flat("signs_after"), *grammar()["ambiguous_after"]]
    signs = _after(s for s in after if not s[0].isascii() or not s[0].isalpha())
    # `₹24,000 ₹35,000`: behind an amount that has its sign in front, the next one is that of the next amount.
    symbols = re.escape("".join(sorted(s for s in after if len(s) == 1 and not s.isalnum())))
    words = _sharing(s for s in after if s[0].isalpha() and len(s) > 1)
    feet = _alternatives(grammar()["feet"])
    letters = _alternatives(_flat("letters_after"))
    return rf"""(?(pre)(?!\s[{symbols}]\s?\d))\s?(?:{signs})|\s?(?:{_iso()})(?![A-Za-z])
                |(?:\s|-(?!{_ANOTHER}))(?!(?:{feet})(?![^\W\d_]))(?i:{words})(?![^\W\d_]|[’']t)|p(?![A-Za-z.])
                |(?<=[ .,]\d\d\d)\s?(?:{letters})(?![\w'’.])"""


def _percent_after() -> str:
    spellings = grammar()["percent_after"]
    signs = _alternatives(s for s in spellings if not s.isalpha() and " " not in s)
    words = _alternatives(s for s in spellings if s.isalpha() or " " in s)
    return rf"\s?(?:{signs})|[\s-](?i:{words})(?![A-Za-z])"


@cache
def atom() -> re.Pattern[str]:
    """One number with the signs, scale and unit around it."""
    scales = sorted(scale_of(), key=len, reverse=True)
    short = _alternatives(s for s in scales if len(s) <= 2)
    long = _alternatives(s for s in scales if len(s) > 2)
    marks = _alternatives(grammar()["marks_behind"])
    more = alternatives("or_more").replace(" ", r"\s")
    return re.compile(
        rf"""
        (?P<approx>[~≈∼]\s?)?
        (?P<sign>(?:(?<=[\s(|\[*`"“:,/])|(?<![\s\S])|(?=\+)|(?=−[\d.,]+\s?%)|(?<![\dKkM])(?=−))(?:[+−-]|–)(?=\s?(?:\\?\$|[£€₹\d]|[A-Z]{{1,3}}\$)))?
        (?:(?P<approx2>[~≈∼]\s?))?
        (?:
            (?P<pre>(?:{_currency_before()}))
            (?:\s|\*\*)?
            (?P<minus>[−-](?=\d))?
        )?
        (?P<num>{_NUMBER})
        (?P<plus0>\+(?=\s?(?:{short}|(?i:{long}))(?![^\W\d_])))?
        (?:
            (?P<scale>(?:{short})(?![^\WA-Z\d_万円元원])|(?<!,\d{{3}}\.\d\d)\s(?:{short})(?![^\W円元원]|\.[A-Za-z])|[\s-]?(?i:{long})(?![^\W\d_]))
        )?
        (?P<plus1>\+(?!\d))?
        (?P<mark>(?:{marks})(?![\w-]))?
        (?:
            (?P<percent>{_percent_after()})
          | (?P<post>{_currency_after()})
        )?
        (?P<plus2>\+(?!\s?\d)|\s(?i:or|and|&)\s(?i:{more})\b(?!\s(?i:than|the|to)\b))?
        """,
        re.VERBOSE,
    )


@cache
def period() -> re.Pattern[str]:
    """What stands directly behind a figure and says for how long it is paid."""
    units = _alternatives(_flat("periods"))
    words = _alternatives(_flat("period_words"))
    kinds, before = _alternatives(grammar()["period_kinds"]), _alternatives(grammar()["period_before"])
    then = _alternatives(grammar()["period_since"])
    vesting = times.alternatives(times.numbers(*YEARS_OF_VESTING))
    agreed = alternatives("agreed_for_years")
    return re.compile(
        rf"""
        \s?/\s?(?P<vest>\d{{1,2}})[\s-]?(?:y|yr|yrs|year|years)\b
      | \s?(?:/\s?|(?i:{before})\s|(?i:l['’])|p\.\s?|-(?i:an?|per)-)
        (?!(?i:(?:full|part)[\s-]time)\b)(?:(?i:{kinds})[\s-])?(?P<unit>(?i:{units}))s?(?:(?![^\W\d_])|(?<=[a-z])(?=[A-Z][a-z]))(?!\s(?:(?i:{then})(?![^\W\d_])|later(?=[.,;)]|\s*$)))
        (?:\s\((?P<vest2>\d{{1,2}})[\s-]?(?:yr|year|y)s?[\s-](?i:vest)\w*\))?
      | \s\((?P<vest3>\d{{1,2}})[\s-]?(?:yr|year|y)s?[\s-](?i:vest)\w*\)
      | \s(?i:over|vesting\sover|across)\s(?:(?i:a|the)\s)?
        (?P<vest4>\d{{1,2}}|(?i:{vesting}))(?:[\s-](?i:years?|yrs?)|y|[\s-]?yr?)\b(?!\s(?i:{agreed})\b)
      | \s?(?P<word>(?i:{words}))(?![^\W\d_])
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
