"""Values in a row whose cells touch: where one number ends and the next begins follows from how amounts are written."""

from __future__ import annotations

import re
from functools import cache

from normalizers.figures import spellings
from normalizers.headers.vocabulary import either, name_words
from schemas.wordings import alternatives

_SPAN = re.compile(r"(?:\d{1,2}\s?[-–—]\s?\d{1,2}\+?|\d{1,2}\+)(?:\s?(?:years?|yrs?)(?![a-z])\.?)?")
_SHORT_SPAN = re.compile(r"\d{1,2}\s?[-–—]\s?\d")
_CODED = re.compile(r"(?<![A-Za-z0-9])[A-Z]{1,3}\d\Z")
"""The code of a level; years may touch it (`L310-15`: level L3, 10 to 15 years)."""
_DIGITS = re.compile(r"\d+")
_SIGNS_BEHIND = "€$£₹"
_CODES_BEHIND = "zł|kr|Kč|Ft|lei|SEK|NOK|DKK|PLN|CZK|HUF|RON|EUR|CHF"
_BEHIND_NUMBER = rf"(?:\s?[{_SIGNS_BEHIND}]|\s?(?:{_CODES_BEHIND})(?![a-z]))"
_GROUPS_BEHIND = r"\d{1,3}(?:[.,’'\u202f\u00a0 ]\d{3})*(?:,\d\d)?"
_FIRST_UNSIGNED = re.compile(
    rf"[^\d{_SIGNS_BEHIND}]*\d{{1,3}}(?:[.,\u202f\u00a0 ]\d{{3}})+(?:,\d\d)?"
    rf"(?:\s[{_SIGNS_BEHIND}](?=\d|\s?/)|\s?(?:{_CODES_BEHIND})(?![a-z]))"
)
"""The first amount of a row has its sign behind it, and so have the others (`Junior44.000 €44.900 €38%`)."""
_LAST_SIGN = re.compile(rf"\d{_BEHIND_NUMBER}\Z")
MAX_YEARS = 10
"""Years that a band of experience spans at most, where more than one cut is possible."""
_TO = r"(?:\s?[-–]\s?|\s—\s|\sto\s)"
_SCALED = r"\d{1,4}(?:\.\d{1,3})?"
_PERCENT = re.compile(
    rf"(?:[↑↓▲▼↗↘]\s?)?[+\-−]?\d{{1,3}}(?:\.\d{{1,2}})?(?:%?{_TO}\d{{1,3}}(?:\.\d{{1,2}})?)?\s?%\+?"
)
_CODE = re.compile(r"\d\d-\d{4}(?:\.\d\d)?(?=\d{1,3},\d{3}|[^\d%,]|\Z)")
"""The code of an occupation (`15-1252`); a count may touch it."""
_THOUSANDS = re.compile(r"\d{1,4}[kKM](?:\s?[-–]\s?\d{1,4}[kKM])?\+?")
_CENTS = re.compile(r"[$£€]\d{1,3}(?:\.\d\d(?![\d.])|,\d{3}(?!\d))")
"""In a row with cents, or with commas between groups, a point groups no digits (`$44.10$82.326/1/2025`)."""
_COUNT = re.compile(r"\d{1,3}(?:,\d{3})+|\d+\.\d(?=\d{1,2}(?:%|[-–]\d{1,2}%))|\d+(?:\.\d+)?")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+")
_BARE_RANGE = re.compile(r"(?P<low>\d{1,3}(?:,\d{3})+)\s?[-–—]\s?(?P<high>\d{1,3}(?:,\d{3})+)")
"""`130,000–155,000`: its currency stands in the header."""
MOST_WIDE = 4
"""How many times its lower end the upper end of such a range is at most: beyond that, the dash is an empty cell."""
_INDEX = re.compile(r"\d+\.\d")
_NONE = re.compile(r"(?:—|–|N/A|n/a|None)")
_DIGITS_ONLY = re.compile(r"\d{1,4}[—–]*")
_LASTING = re.compile(r"\d{1,2}\+?\s(?:years?|yrs?|months?|weeks?|days?|hours?)(?![a-z])")
_REMARK = re.compile(r"\s?\([^()]{1,40}\)")
_UNIT = re.compile(
    rf"\s?(?:/|{alternatives('in_front_of_a_unit')})\s?(?:{alternatives('unit_elsewhere')})(?![a-zß-ÿ])"
    r"|\s?/\s?\d?(?i:hour|hr|day|week|wk|month|mo|year|yr)(?:s(?![a-z]))?|\sper\s[a-z]{2,12}"
    r"|\s?(?i:/\s?\d?|per\s|an?\s)(?i:hour|hr|day|week|wk|month|mo|year|yr)s?(?![a-z])"
)


def values(text: str) -> list[tuple[int, int, str]]:
    """The values of a row without separators: start, end and kind, in order."""
    found: list[tuple[int, int, str]] = []
    at = 0
    while at < len(text):
        touched = bool(found) and found[-1][1] == at
        one = _value(text, at, touched=touched) if touched or _may_begin(text, at) else None
        if one is None:
            at += 1
            continue
        found.append(one)
        at = one[1]
    return found


def _may_begin(text: str, at: int) -> bool:
    """A cell begins with no space before it and in no number: a value inside words (`Band 6`) is no cell of its own."""
    if at == 0:
        return True
    before = text[at - 1]
    if _CODED.search(text, max(0, at - 5), at) or _numbered().search(text, max(0, at - 14), at):
        return True
    if before == "." and text[at - 2 : at - 1].isdigit():
        return False
    return (
        before.isalpha()
        or before in ").]*"
        or ((before.isdigit() or before == "+") and not text[at].isalnum())
    )


def _value(text: str, at: int, *, touched: bool) -> tuple[int, int, str] | None:
    before = text[at - 1 : at]
    if before.isdigit() and not touched and text[at].isdigit():
        years = _years(text, at, strict=True)
        return None if years is None else (at, years, "span")
    lettered = text[at].isalpha()
    if text[at] in "—–" and before.isupper() and _money().match(text, at + 1):
        return at, at + 1, "none"  # `ETO—€5,500`
    if lettered and not (touched or before.islower() or before in ")"):
        return None
    if (lettered or (text[at] == "+" and not before.isdigit())) and (words := _words(text, at)) is not None:
        return words
    if text[at] in "—–" and _DIGITS_ONLY.fullmatch(text, 0, at):
        return at, at + 1, "none"  # a step, and nothing in its first column
    behind = _ends_with_sign(text) or _FIRST_UNSIGNED.match(text) is not None
    amount = (_money_behind() if behind else _money(cents=_CENTS.search(text) is not None)).match(text, at)
    if amount and (not lettered or at):
        end = _behind(text, amount.end())
        return at, end, "money"
    if lettered:
        none = _NONE.match(text, at)
        return (at, none.end(), "none") if none and touched else None
    free = at == 0 or touched or before.islower() or before in ")]."
    percent = _PERCENT.match(text, at)
    if percent and (free or before.isalpha()):
        return at, percent.end(), "percent"
    if not free and not (before.isalpha() and (_GROUPED.match(text, at) or _INDEX.match(text, at))):
        return None
    return _plain_number(text, at, touched=touched)


def _words(text: str, at: int) -> tuple[int, int, str] | None:
    """Words in front of an amount that belong to it, or that stand where an amount would and touch what is beside them."""
    lead = _lead().match(text, at)
    amount = _money().match(text, lead.end()) if lead else None
    if amount:
        return at, _behind(text, amount.end()), "money"
    none = _no_amount().match(text, at)
    if none is None:
        return None
    end = none.end()
    closed = end == len(text) or _NONE.match(text, end) or _money().match(text, end) or _words(text, end)
    return (at, end, "none") if closed else None


def _plain_number(text: str, at: int, *, touched: bool) -> tuple[int, int, str] | None:
    """Years, a count or an index; at the start of a row only a rank in front of a capital letter."""
    code = _CODE.match(text, at)
    if code is not None:
        return at, code.end(), "number"
    bare = _BARE_RANGE.match(text, at)
    if bare is not None and rises(bare):
        return at, bare.end(), "money"
    span = _years(text, at)
    if span is None and (lasting := _LASTING.match(text, at)):
        span = lasting.end()
    if span is not None:
        return at, span, "span"
    count = _THOUSANDS.match(text, at) or _COUNT.match(text, at)
    if count is None or _ordinal(text, count.end()):
        none = _NONE.match(text, at)
        return (at, none.end(), "none") if none else None
    end = count.end()
    if at == 0:
        return (at, end, "number") if text[end : end + 1].isupper() else None
    ends = end == len(text) or _GROUPED.fullmatch(text, at, end) is not None
    money_behind = _money().match(text, end) is not None
    return (at, end, "number") if touched or ends or money_behind else None


def rises(bare: re.Match[str]) -> bool:
    """Whether two numbers are the ends of a range (`low`, `high`)."""
    low, high = (int(end.replace(",", "")) for end in bare.group("low", "high"))
    return low < high <= MOST_WIDE * low


def _years(text: str, at: int, *, strict: bool = False) -> int | None:
    """The end of years of experience that begin here; a count may touch them (`5-930,744`: 5 to 9, then 30,744)."""
    ends = []
    for pattern in (_SPAN, _SHORT_SPAN):
        found = pattern.match(text, at)
        if found is None or _ordinal(text, found.end()):
            continue
        behind = text[found.end() : found.end() + 1]
        if not behind.isdigit() or (behind != "0" and _GROUPED.match(text, found.end())):
            low, high = (*(int(one) for one in _DIGITS.findall(found.group())), 0)[:2]
            ends.append((not (high == 0 or low < high <= low + MAX_YEARS), found.end()))
    unlikely, end = min(ends, key=lambda one: one[0]) if ends else (True, None)
    return None if unlikely and strict else end


def _ordinal(text: str, end: int) -> bool:
    return text[end : end + 2] in ("st", "nd", "rd", "th")


def _behind(text: str, end: int) -> int:
    """With the unit and the remark in brackets behind an amount."""
    for pattern in (_UNIT, _REMARK):
        match = pattern.match(text, end)
        end = match.end() if match else end
    return end


def _ends_with_sign(text: str) -> bool:
    return _LAST_SIGN.search(text, max(0, len(text) - 6)) is not None


@cache
def _money_behind() -> re.Pattern[str]:
    """An amount in front of its sign, in a row that ends with one (`52.000 €49.000 €`)."""
    number, sign = _GROUPS_BEHIND, _BEHIND_NUMBER
    return re.compile(rf"{number}{sign}?(?:\s?[-–]\s?{number})?{sign}")


@cache
def _numbered() -> re.Pattern[str]:
    """A label that its number ends; years may touch it (`Band 60-5 years`)."""
    return re.compile(rf"(?<![A-Za-z])(?:{either(name_words().numbered)})\s\d[a-z]?\Z", re.IGNORECASE)


@cache
def _no_amount() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(name_words().no_amount)})", re.IGNORECASE)


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(name_words().leads)}|\+)\s", re.IGNORECASE)


@cache
def _money(*, cents: bool = False) -> re.Pattern[str]:
    """An amount or a range of amounts that ends where its digits do: groups of three, two decimals, or a scale."""
    grammar = spellings.grammar()
    signs = [
        *(sign for group in grammar["signs_before"].values() for sign in group),
        *grammar["ambiguous_before"],
        *(spellings.iso_codes() - set(grammar["codes_that_are_words"])),
    ]
    sign = "|".join(re.escape(one) for one in sorted(signs, key=len, reverse=True))
    scales = "|".join(sorted((s for s in spellings.scale_of() if len(s) <= 3), key=len, reverse=True))
    word = rf"(?:(?![a-z])|(?={either(name_words().no_amount)}))"
    grouped = r"(?!)" if cents else r"\d{1,3}(?:\.\d{3})+(?![\d,%]|\.\d(?!\d)|[-–]\d{1,2}%)"
    number = (
        rf"(?:\d{{1,4}}(?:\.\d{{1,3}})?\+?\s?(?:{scales}){word}"
        rf"|\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d{{2}}|\s?(?:{scales})(?![a-z]|(?<=L)[A-Z]))?"
        rf"|{grouped}|\d{{1,3}}(?:['’]\d{{3}})+"
        r"|\d{1,5}\.\d{2}|0(?=[1-9])|\d{1,6}(?=\d\.\d{1,2}\s?%|\d%)|\d{1,6})"
    )
    one = rf"(?:{sign})\s?{number}\+?"
    # Behind a dash the sign may be missing, save where a percent begins.
    ends = rf"{one}(?:{_TO}(?:{one}|{number}\+?(?!\s?%|\d|\.\d)))?"
    # Words may touch the second of two alike (`$30K–$60Kloan repayment`).
    alike = rf"(?:{sign})\s?{_SCALED}(?P<scale>[kKmM]){_TO}(?:(?:{sign})\s?)?{_SCALED}(?P=scale)"
    pairs = rf"{one}\s?/\s?{one}{_TO}{one}\s?/\s?{one}"
    return re.compile(
        rf"(?:[~≈−]|(?<![\dkKmM])\+(?=[^\d\s]))?(?:{alike}(?=[a-z])|{pairs}|{ends}(?:\s?/\s?{ends})?)"
    )
