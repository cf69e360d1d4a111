"""Atoms: single numbers with the signs, scale and unit that stand at them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from re import Match

from normalizers.figures.spellings import atom, before_digits, currency_of, grammar, period, scale_of
from schemas.fixed import fixed

_SIGNS = {
    "‐": "-", "‑": "-", "‒": "–", "―": "—", "－": "-", "﹣": "-", "＄": "$", "，": ",", "．": ".", "＋": "+", "％": "%",
    "▲": "+", "▼": "−", "↑": "+", "↓": "−",
    "～": "~", **dict.fromkeys("¹²³⁴⁵⁶⁷⁸⁹⁰", "*"),
}  # fmt: skip
_SPACES = "\u00a0\u2002\u2003\u2006\u2007\u2008\u2009\u200a\u202f\u3000\t"
_LOOKALIKES: dict[str, str] = {
    # Full-width digits and letters: `１５０Ｋ`.
    **{chr(0xFF10 + d): str(d) for d in range(10)},
    **{chr(first + n): chr(plain + n) for first, plain in ((0xFF21, 65), (0xFF41, 97)) for n in range(26)},
    **dict.fromkeys(_SPACES, " "),
    **_SIGNS,
}
_TABLE = str.maketrans(_LOOKALIKES)
_LOOKALIKE = re.compile(f"[{re.escape(''.join(_LOOKALIKES))}]")
_AMOUNT = r"\d[\d.,]{0,12}[KkMm]?"
_FILLED_IN = re.compile(
    rf"((?:[$€£₹]|\b[A-Z]{{3}}\s))\[({_AMOUNT}\s?[-–]\s?{_AMOUNT}|\d[\d.,]{{0,12}}[KkMm]|\d{{1,3}}(?:,\d{{3}})+|\d{{3,12}})\]"
)
"""`a base of $[168-182]K`: an amount that was filled into the brackets of a template."""
MAX_DIGITS = 15
_GROUPED = re.compile(r"\d{1,3}(?:[.,'’]\d{3})+")
_DOTS = re.compile(r"\d{1,3}(?:\.\d{3})+")
_FIRST_IDEOGRAPH = "\u2e80"
_DIGIT = re.compile(r"\d")
_TO = re.compile(r"\s?[-–]\s?\d|\sto\s\d")
_LONGEST_SIGN = 32
_LINK = re.compile(r"\s?[-–]\s?|\s(?:to|and|or)\s")
_LONGEST_LINK = 6
_NO_NAMES = frozenset({"USD", "EUR", "GBP", "CHF", "CAD", "AUD", "INR"})
"""Codes that are nothing but currencies, also in front of a single digit (`EUR5 more`)."""
HUNDRED = 100
THOUSAND = 1_000.0
LONGEST_YEAR, LEAST_MARKED = 4, 3
"""Digits of a year, and the fewest that `/-` makes an amount."""


@fixed
class Atom:
    """A number as written. Offsets are in the text that was searched."""

    start: int
    end: int
    number: float
    scale: float = 1.0
    scaled: bool = False
    grouped: bool = False
    currency: str | None = None
    has_currency: bool = False
    prefixed: bool = False
    ambiguous: bool = False
    currency_span: tuple[int, int] | None = None
    yearly: bool = False
    percent: bool = False
    plus: bool = False
    approximate: bool = False
    sign: int = 0
    carried: bool = False
    """Whether its scale is that of an amount which it is a part of."""
    digits: str = ""
    """As written: what `46.000` means depends on the currency, which may stand at the other end of a range."""
    counted_in: str = ""
    """The scale as written: what `mil` means depends on the currency as well."""

    @property
    def value(self) -> float:
        """The number times its scale."""
        return round(self.number * self.scale, 6)

    @property
    def bare(self) -> bool:
        """A number without any unit."""
        return not self.has_currency and not self.percent


def normalised(text: str) -> str:
    """The text with look-alike digits, letters, dashes and spaces replaced, character for character."""
    # Looking for one takes a tenth of the time that replacing takes, also where there is none.
    plain = text if _LOOKALIKE.search(text) is None else text.translate(_TABLE)
    return _FILLED_IN.sub(r"\1 \2 ", plain) if "[" in plain else plain


def atoms(text: str, currency: str | None = None) -> Iterator[Atom]:
    """The numbers of a normalised text, from left to right; `currency` is that of numbers without a sign of their own."""
    numbers, signs, at = atom(), before_digits(), 0
    last: Match[str] | None = None
    while (digit := _DIGIT.search(text, at)) is not None:
        # Nothing that belongs to a number stands further in front of its first digit than this, nor in front of other characters.
        first = max(at, digit.start() - _LONGEST_SIGN)
        first += len(text[first : digit.start()].rstrip(signs))
        found = numbers.search(text, first)
        if found is None:
            return
        at = found.end()
        letter = _repeated(text, found, last)
        last = found
        read = _read(text, found, currency, letter)
        if read is not None:
            yield read
        elif found["post"] is not None:
            at = found.end("num")  # `S1 €31.000`: the sign is that of the next number


def _repeated(text: str, found: Match[str], last: Match[str] | None) -> str:
    """The letter of the amount in front, where it is written before this one too (`R140 to R210`)."""
    if last is None or found["pre"] or last["pre"] not in grammar()["glued_letters"]:
        return ""
    start = found.start("num")
    letter: str = last["pre"]
    between = text[last.end() : start - len(letter)] if start - last.end() <= _LONGEST_LINK else ""
    return letter if text.endswith(letter, 0, start) and _LINK.fullmatch(between) else ""


def _read(text: str, found: Match[str], given: str | None, letter: str = "") -> Atom | None:
    digits = found["num"]
    too_long = len(digits) > MAX_DIGITS and sum(c.isdigit() for c in digits) > MAX_DIGITS
    if too_long or (not letter and _inside_a_word(text, found)):
        return None
    pre, post = found["pre"] or letter, found["post"]
    if post and not pre and _is_of_the_next(text, found):
        return None
    unit = _unit(found, pre, post)
    written = (pre or post or "").strip().lower()
    number = _number(digits, "ISK" if written in grammar()["dot_group_signs"] else unit.currency or given)
    hundredth = (post or "").strip(" -").lower() in grammar()["hundredths"]
    if number is not None and (post or "").strip(" -").lower() in grammar()["by_the_mile"]:
        hundredth = hundredth and not pre and number >= 1  # `$0.62 CPM`, `0.55 CPM` are dollars
    if number is None or (hundredth and (pre or unit.factor != 1 or number >= HUNDRED)):
        return None
    sign = _sign(found)
    return Atom(
        found.start("sign") + 1 if sign == 0 and found["sign"] else found.start() - len(letter),
        found.end(),
        number,
        1 / HUNDRED if hundredth else unit.factor,
        scaled=bool(unit.scale) or hundredth,
        grouped=not digits.isdigit() and len(digits) > 4,
        currency=unit.currency,
        has_currency=bool(pre or post or unit.own),
        prefixed=bool(pre),
        ambiguous=unit.ambiguous,
        currency_span=_sign_span(found, found.start() - len(letter) if letter else None),
        yearly=unit.scale in grammar()["yearly_scales"],
        percent=found["percent"] is not None,
        plus=bool(found["plus0"] or found["plus1"] or found["plus2"]),
        approximate=bool(found["approx"] or found["approx2"]),
        sign=sign,
        digits=digits,
        counted_in=unit.scale,
    )


LEAST_GROUPED = 4
"""Letters of a number that may well be an amount with its sign behind it (`35 000 €45 000 €`)."""


def _is_of_the_next(text: str, found: Match[str]) -> bool:
    """`SDE-1 ₹26 LPA`: a sign that touches the next number, and not the one in front."""
    at, end = found.end("num"), found.end("post")
    return (
        len(found["num"]) < LEAST_GROUPED
        and text[at : at + 1] == " "
        and text[end : end + 1].isdigit()
        and not text[end - 1].isalpha()
    )


@fixed
class _Unit:
    """What the signs and the scale at a number say: `own` of a scale or mark that says money without any sign."""

    currency: str | None
    ambiguous: bool
    own: bool
    scale: str
    factor: float


def _unit(found: Match[str], pre: str | None, post: str | None) -> _Unit:
    currency, ambiguous = _currency(pre, post)
    scale = (found["scale"] or "").strip(" -")
    factor = scale_of().get(scale) or scale_of().get(scale.lower(), 1.0) if scale else 1.0
    own = scale in grammar()["indian_scales"] and (len(scale) > 1 or bool(pre or post))
    if own and currency is None:
        # Lakh and crore are counted in rupees, of which there are several.
        currency, ambiguous = "INR", True
    elif scale in grammar()["scales_of_one"] and not (pre or post):
        own, currency = True, grammar()["scales_of_one"][scale]
    elif _is_marked(found):
        own, ambiguous = True, True
    if _is_thousand_in(currency, scale):
        factor = THOUSAND
    return _Unit(currency, ambiguous, own, scale, factor)


def _is_thousand_in(currency: str | None, scale: str) -> bool:
    return currency in grammar()["thousand_elsewhere"].get(scale, ())


def _inside_a_word(text: str, found: Match[str]) -> bool:
    """`L4`, `v1.5`, `15-2051` and what follows a slash of a date are no amounts; a currency sign starts anew."""
    if found["pre"]:
        return _is_a_name(text, found)
    start = found.start("num")
    front = text[start - 1] if start else " "
    if found["sign"] == "−":
        front = " "
    # Chinese and Japanese have no spaces between words and numbers.
    joined = (front.isalpha() and front < _FIRST_IDEOGRAPH) or front in "_#@"
    if front.islower() and found["post"] and _GROUPED.fullmatch(found["num"]):
        return False  # `Graz51.300 €`: a name that touches the amount behind it
    if joined or front.isdigit():
        return found["percent"] is None or joined
    if front in ".,:" and start > 1 and text[start - 2].isdigit():
        return True
    behind = text[found.end() : found.end() + 1]
    return behind.isalpha() and not found["percent"] and not found["post"] and not found["scale"]


def _is_a_name(text: str, found: Match[str]) -> bool:
    """`NIS2`, `ALL3`: letters that touch a single digit are a name, and a code in front of an amount only with a period behind.

    So are letters, a stroke and a digit that letters touch (`S/4HANA`).
    """
    code = found["pre"]
    joined = code[-1] == "/" and text[found.end() : found.end() + 2].isalpha()
    touches = (code.isalpha() or joined) and code not in _NO_NAMES and found.end("pre") == found.start("num")
    single = len(found["num"]) == 1 and not (found["scale"] or found["plus2"])
    goes_on = period().match(text, found.end()) or _TO.match(text, found.end())
    return touches and single and goes_on is None


def _currency(pre: str | None, post: str | None) -> tuple[str | None, bool]:
    for written in (pre, post):
        if not written:
            continue
        exact = written.strip(" -\\")  # letters alone: `P25,000`
        key = exact if exact in currency_of() else " ".join(exact.replace("\\", "").lower().split())
        if key in currency_of():
            code, ambiguous = currency_of()[key]
            if ambiguous and post and written is pre:
                after = currency_of().get(post.strip().lower(), (None, True))
                return (after[0], False) if after[0] else (code, ambiguous)
            return code, ambiguous
        # `USD $120K`: the code says which dollar.
        return currency_of().get(key[:3], (None, False))
    return None, False


def _number(digits: str, currency: str | None) -> float | None:
    text = digits.replace(" ", "").replace("'", "").replace("’", "")
    head, dot, tail = text.rpartition(".")
    if "," in text and dot and "," in tail:
        text = text.replace(".", "").replace(",", ".")
    elif (dot and text.count(".") > 1) or (
        dot
        and len(tail) == 3
        and "," not in head
        and (currency in grammar()["dot_groups"] or _rounds(tail, currency))
    ):
        text = text.replace(".", "")
    elif "," in text:
        head, _, tail = text.rpartition(",")
        if not dot and len(tail) != 3 and "," not in head:
            text = f"{head}.{tail}"
        else:
            text = text.replace(",", "")
    try:
        return float(text)
    except ValueError:
        return None


def _sign_span(found: Match[str], letter: int | None) -> tuple[int, int] | None:
    """Where the sign of an amount stands; `letter` is the place of one that the pattern did not take for a sign."""
    if letter is not None:
        return letter, found.start("num")
    return next((found.span(group) for group in ("pre", "post") if found[group]), None)


def _rounds(tail: str, currency: str | None) -> bool:
    """`$950.000`: nobody writes three decimals that are nought, save where money has a thousand parts."""
    return tail == "000" and currency not in grammar()["thousandths"]


def _is_marked(found: Match[str]) -> bool:
    """`25,000/-`, `45 000:-`: nothing but money is written so, also where no currency is named."""
    mark, digits = found["mark"], found["num"]
    marked = mark in grammar()["marks_of_money"] and not (found["pre"] or found["post"] or found["percent"])
    return marked and (len(digits) > LONGEST_YEAR or (mark != ":-" and len(digits) >= LEAST_MARKED))


def _sign(found: Match[str]) -> int:
    written = found["sign"] or found["minus"]
    if not written:
        return 0
    return 1 if written == "+" else -1


def with_currency(target: Atom, source: Atom) -> Atom:
    """An atom with the currency of the other end of its range, and its number as that currency groups it."""
    grouped = source.currency is None and _DOTS.fullmatch(source.digits) and source.number >= THOUSAND
    number = _number(target.digits, "ISK" if grouped else source.currency) if target.digits else None
    return replace(
        target,
        number=target.number if number is None else number,
        scale=THOUSAND if _is_thousand_in(source.currency, target.counted_in) else target.scale,
        currency=source.currency,
        has_currency=True,
        ambiguous=source.ambiguous,
        currency_span=source.currency_span,
    )
