"""What a header says of the amounts beside it: statistic, period, currency, scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from normalizers import mentions
from normalizers.figures.spellings import currency_of
from normalizers.headers import vocabulary
from normalizers.headers.header import Header
from normalizers.percentiles import NAMES
from schemas import Cell, Figure, Inferred, Mention, Read
from schemas.row import Label, Value

_CURRENCY = re.compile(r"[A-Z]{1,3}\$|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[€£¥₹₪₩₫₱฿₺₴₦$]|zł|Kč|\bkr\b")
_GRANT = re.compile(
    r"\b(?:initial |new[- ]hire |total )?(?:grants?|awards?)(?: value| size)?\b(?! (?:per|a|each) year|/)",
    re.IGNORECASE,
)
_VESTING = re.compile(r"(?<![\d.$-])([2-6])\s?-?\s?(?:yr|yrs|year|years|y)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:p\s?)?(\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:%|pctl?|percentile))?(?:\s?\(median\))?", re.IGNORECASE
)
_ORDINAL_BEHIND = re.compile(r"[A-Za-z][A-Za-z ]{2,30} \((\d\d)(?:st|nd|rd|th)(?: (?:percentile|pctl?))?\)")
"""`Top Earners (90th)`"""
_BAND = re.compile(
    r"(?<!\d)(\d\d)(?:st|nd|rd|th)\s?(?:[-–—/]|to)\s?(\d\d)(?:st|nd|rd|th)(?!\w)", re.IGNORECASE
)
"""`Base (25th–75th)`"""
_RANKED = re.compile(r"\d\d(?:st|nd|rd|th)(?: \(median\))?", re.IGNORECASE)
_RANKED_BEHIND = re.compile(
    r"(?<=\w )(?:05|10|20|25|40|50|60|75|80|90|95|99)th(?: \(median\))?$", re.IGNORECASE
)
_RANK = re.compile(r"\b(?:\d\dth|[Pp]\d\d)\b")
_ROW_OF_RANKS = re.compile(rf"{_RANK.pattern}(?:\s?[/|]\s?{_RANK.pattern}){{2,}}")
"""`25th / 50th / 75th percentile`; two of them are a band."""
_SCALE = re.compile(
    r"(?:[(/\s$€£₹]|^)(?P<unit>k|000s?|'000s?|thousands?|lpa|lakhs?|lacs?|crores?|millions?|mn)\b\s*\)?[\s.]*$"
    r"|(?:[(,]\s?|\b)in (?P<words>thousands|lakhs|lacs|millions|crores|lpa)\b"
    r"|(?:\bin |[(,] ?)(?P<counted>thousands?|lakhs?|lacs?|millions?|crores?) (?:of )?"
    r"(?-i:[A-Z]{3}|[A-Z]?[a-z]+s|(?:[Jj]apanese |[Kk]orean )?(?:yen|won)|euro|baht|rupiah|rand|ringgit|kroner|kronor|złoty|dong)\b"
    r"|(?:[$€£₹¥₩]|\b(?-i:[A-Z]{3}))\s?(?P<signed>k|m|mn|mio|'?000s?|thousands?|tsd|lakhs?|lacs?|crores?|millions?)(?=\s?[/,;).]|\s(?:p\.?\s?a|per|a)\b|$)",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"\s?[/|]\s?")
LEAST_RANKS = 2
_SCALES = {"k": 1e3, "0": 1e3, "'": 1e3, "t": 1e3, "l": 1e5, "c": 1e7, "m": 1e6}
_NO_STATISTIC = frozenset(("range", "point", "typical", "minimum", "maximum"))


def put(header: Header, found: list[Mention], figures: tuple[Figure, ...]) -> None:
    """Into a header: what it says of the amounts beside it; `figures` are those in its own words."""
    header.ranks = ranks(header.cell, found)
    for mention in found:
        if mention.kind == "statistic":
            if not header.ranks:
                _statistic(header, mention, found)
        elif mention.kind == "period" and "period" not in header.labels:
            header.labels["period"] = Read(mention.value, mention.cell)
            if mention.data.get("vesting_years"):
                header.labels["vesting"] = Read(str(mention.data["vesting_years"]), mention.cell)
        elif mention.kind == "currency_word":
            header.labels.setdefault("currency", Read(mention.value, mention.cell))
    _vesting(header)
    if "statistic" not in header.labels:
        header.labels |= _ranks(header.cell, found)
    if "currency" not in header.labels and (sign := currency(header.cell, figures)):
        header.labels["currency"] = sign
    header.scale, rupees = scale(header.cell)
    if rupees is not None:
        header.labels.setdefault("currency", rupees)


def ranks(cell: Cell, found: Sequence[Mention]) -> list[dict[str, Value]]:
    """The statistics that a text names beside each other, each of a figure of one cell (`25th percentile / median / 75th percentile`)."""
    if (row := _ROW_OF_RANKS.search(cell.text)) is not None:
        return [ordinal(cell.cut(*one.span())) for one in _RANK.finditer(cell.text, *row.span())]
    said = [m for m in found if m.kind == "statistic" and m.value not in ("range", "typical")]
    if len(said) < LEAST_RANKS or not all(
        _BESIDE.fullmatch(cell.text, left.end, right.start) for left, right in pairwise(said)
    ):
        return []
    labels = []
    for mention in said:
        one = Header(mention.cell)
        _statistic(one, mention, [mention])
        labels.append(one.labels)
    return labels if all(labels) else []


def _vesting(header: Header) -> None:
    """`Stock (4 yr)`: the years of a grant."""
    grants = header.components and header.components[0][0] == "equity" and "vesting" not in header.labels
    if grants and "period" not in header.labels and (granted := _GRANT.search(header.cell.text)) is not None:
        header.labels["period"] = Read("grant", header.cell.cut(*granted.span()))
    if grants and (years := _VESTING.search(header.cell.text)):
        cell = header.cell.cut(*years.span())
        header.labels |= {"period": Read("grant", cell), "vesting": Read(years.group(1), cell)}


def _ranks(cell: Cell, found: list[Mention]) -> dict[str, Value]:
    """A rank that is a whole header (`75th`) or stands below one of pay (`Hourly rate 75th`), or a band of two in it."""
    if (band := _BAND.search(cell.text)) is not None:
        ranks = cell.cut(*band.span())
        return {
            "statistic": Read("percentile_band", ranks),
            "percentile": Read(f"{band[1]}-{band[2]}", ranks),
        }
    text = cell.text.strip(" *_")
    if _RANKED.fullmatch(text) is not None:
        return ordinal(cell)
    behind = _RANKED_BEHIND.search(text)
    if behind is None or unexplained(cell.cut(0, behind.start()), found):
        return {}
    at = cell.text.find(text)
    return ordinal(cell.cut(at + behind.start(), at + behind.end()))


def scale(cell: Cell) -> tuple[float, Label | None]:
    """What bare numbers below words like `($K)` are to be multiplied by, and the currency that only the unit names."""
    found = _SCALE.search(cell.text)
    if found is None:
        return 1.0, None
    unit = (found["unit"] or found["words"] or found["counted"] or found["signed"]).lower()
    # Lakh and crore are counted in rupees, of which there are several.
    return _SCALES[unit[0]], Inferred("INR", cell.cut(*found.span())) if unit[0] in "lc" else None


def _statistic(header: Header, mention: Mention, found: list[Mention]) -> None:
    if mention.value in ("minimum", "maximum"):
        # `High school diploma`
        learned = any(m.kind == "education" and m.start <= mention.start < m.end for m in found)
        # `2025-26 minimum`
        if not learned and all(word.isdigit() for word in unexplained(header.cell, found)):
            header.end = "low" if mention.value == "minimum" else "high"
    elif mention.value not in _NO_STATISTIC or mention.data.get("percentile") is not None:
        header.labels.setdefault("statistic", Read(mention.value, mention.cell))
        low, high = mention.data.get("percentile"), mention.data.get("percentile_to")
        if low is not None:
            header.labels.setdefault("percentile", Read(f"{low}-{high}" if high else str(low), mention.cell))


def unexplained(cell: Cell, found: list[Mention]) -> list[str]:
    """The words that no vocabulary explains."""
    words = []
    unit = _SCALE.search(cell.text)  # `Low ($k)`
    for word in vocabulary.WORD.finditer(cell.text):
        if unit is not None and unit.start() <= word.start() < unit.end():
            continue
        low = word.group().lower()
        inside = any(m.start <= word.start() < m.end for m in found)
        if not inside and not vocabulary.is_empty(low) and not _CURRENCY.fullmatch(word.group()):
            words.append(low)
    return words


def currency(cell: Cell, figures: tuple[Figure, ...] = ()) -> Label | None:
    """The currency that a sign or code outside the figures names."""
    for found in _CURRENCY.finditer(cell.text):
        sign = cell.cut(*found.span())
        # `£000s` says how amounts are counted, and is none.
        if any(figure.high != 0 and figure.cell.start <= sign.start < figure.cell.end for figure in figures):
            continue
        code, _ = currency_of().get(found.group().lower(), (None, False))
        if code is not None:
            return Read(code, sign)
    return None


def ordinal(cell: Cell) -> dict[str, Value]:
    """The statistic that a label below `Percentile` names: `10th`, `50th (Median)`, `Median`, `P90`."""
    text = cell.text.strip(" *_")
    for mention in mentions.find(cell, ("statistic",)):
        if mention.data.get("percentile") is not None or mention.value not in _NO_STATISTIC:
            header = Header(cell)
            _statistic(header, mention, [mention])
            return header.labels
    found = _ORDINAL.fullmatch(text) or _ORDINAL_BEHIND.fullmatch(text)
    if found is None:
        return {}
    rank = int(found.group(1))
    return {"statistic": Read(NAMES.get(rank, "point"), cell), "percentile": Read(str(rank), cell)}
