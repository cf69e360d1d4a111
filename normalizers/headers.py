"""What a header or row label of a table says: of the figures beside it, or of the kind of labels below it.

The words stand in `schemas/vocabularies/table_headers.yaml` and in the vocabularies of `normalizers.mentions`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, cast

import yaml

from normalizers import cues, fields, mentions
from normalizers.figures.spellings import currency_of
from schemas import Cell, Figure, Inferred, Mention, Read
from schemas.row import Label, Value
from schemas.vocabulary import load

SUBJECTS = {
    "role": "role", "level": "level", "place": "region", "company": "company", "employer_group": "employer_group",
    "experience": "experience", "education": "education", "skill": "specialization", "work_mode": "work_mode",
}  # fmt: skip
"""Kind of mention -> the row key it fills."""

_WORD = re.compile(r"[^\W_]+|#|%")
_BRACKETS = re.compile(r"\([^()]{0,80}\)|\[[^\[\]]{0,80}\]")
_CURRENCY = re.compile(r"[A-Z]{1,3}\$|(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[€£¥₹₪₩₫₱฿₺₴₦$]|zł|Kč|\bkr\b")
_CODE = re.compile(r"[A-Z]{3}")
_YEARS_IN = re.compile(
    r"(?:after )?\d{1,2}\+?(?:\s?[-–]\s?\d{1,2}\+?)? (?:years?|yrs?)(?: (?:in|on|of service|on the job|in post))?",
    re.IGNORECASE,
)
_YEAR_OF = re.compile(r"(?<=\s)(?:yr|year) ?\d{1,2}\b(?=$|\s?\()", re.IGNORECASE)
_BARE_YEARS = re.compile(r"(?<=\s\()(?:[0-3]?\d\s?(?:[-–—]|to)\s?[0-4]?\d\+?|[0-3]?\d\+|<\s?\d{1,2})(?=\))")
"""`Junior (0-2)`: a level with its years."""
_VESTING = re.compile(r"(?<![\d.$-])([2-6])\s?-?\s?(?:yr|yrs|year|years)\b", re.IGNORECASE)
_ORDINAL = re.compile(
    r"(?:p\s?)?(\d{1,2})(?:st|nd|rd|th)?(?:\s?(?:%|pctl?|percentile))?(?:\s?\(median\))?", re.IGNORECASE
)
_BAND = re.compile(
    r"(?<!\d)(\d\d)(?:st|nd|rd|th)\s?(?:[-–—/]|to)\s?(\d\d)(?:st|nd|rd|th)(?!\w)", re.IGNORECASE
)
"""`Base (25th–75th)`"""
_RANKED = re.compile(r"\d\d(?:st|nd|rd|th)(?: \(median\))?", re.IGNORECASE)
_SCALE = re.compile(
    r"(?:[(/\s$€£₹]|^)(?P<unit>k|000s?|'000s?|thousands?|lpa|lakhs?|lacs?|crores?|millions?|mn)\b\s*\)?\s*$"
    r"|(?:[(,]\s?|\b)in (?P<words>thousands|lakhs|lacs|millions|crores)\b"
    r"|(?:[$€£₹]|\b(?-i:[A-Z]{3}))\s?(?P<signed>k|m|mn|mio|'?000s?|thousands?|tsd|lakhs?|lacs?|crores?|millions?)(?=\s?[/,;)]|\s(?:p\.?\s?a|per|a)\b|$)",
    re.IGNORECASE,
)
_SCALES = {"k": 1e3, "0": 1e3, "'": 1e3, "t": 1e3, "l": 1e5, "c": 1e7, "m": 1e6}
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:19|20)\d\d))?(?:\s?Q[1-4])?|Q[1-4]\s(?:19|20)\d\d")
_OR = re.compile(r"\s?[/|]\s?")
_COUNTED = re.compile(r"[\s*_]*(?:(?:no|nr)\.?|number|count|#)\s(?:of\s)?", re.IGNORECASE)
"""How headers of counts begin: `No. of offers`."""
_NO_STATISTIC = frozenset(("range", "point", "typical", "minimum", "maximum"))


@dataclass(slots=True)
class Header:
    """What one header or row label says.

    `holds` is the kind of labels in the cells below (a row key, `percentile`, `ignore`), `not_pay` the reason why
    figures below are no pay. `components` are the words that state a component, `weak` one that only suggests it.
    `labels` are those that hold for every figure beside it, by row key; `end` is the end of a range that the figures
    are. `scale` is what bare numbers are to be multiplied by (`Base ($K)`).
    """

    cell: Cell
    holds: str | None = None
    not_pay: str | None = None
    components: list[tuple[str, Cell]] = field(default_factory=list)
    weak: tuple[str, Cell] | None = None
    labels: dict[str, Value] = field(default_factory=dict)
    end: Literal["low", "high"] | None = None
    percent: bool = False
    difference: bool = False
    scale: float = 1.0
    in_order: list[tuple[str, Cell]] = field(default_factory=list)
    """The parts of `base / OTE`, one for each of two amounts in a cell below (`38,000 / 54,000`)."""
    work: Cell | None = None
    """The field of work that it names and nothing else (`Engineering`), which says whose pay it is where nothing else does."""
    unknown: tuple[str, ...] = ()

    @property
    def is_a_code(self) -> bool:
        """Whether it is nothing but three capitals, which may be those of a currency and of other things."""
        return _CODE.fullmatch(self.cell.text.strip(" *_")) is not None

    @property
    def names_pay(self) -> bool:
        """Whether it says that the figures beside it are pay."""
        if self.not_pay or self.holds:
            return False
        said = ("statistic", "period", "currency", "stance")
        return bool(
            self.components or self.weak or self.end or self.difference or any(k in self.labels for k in said)
        )


def read(cell: Cell, *, figures: tuple[Figure, ...] = ()) -> Header:
    """What a header says; `figures` are those in it, which say nothing of the cells below."""
    header = Header(cell)
    found = [m for m in mentions.find(cell) if not any(_inside(m, cell, f) for f in figures)]
    found = [m for m in found if m.kind in ("place", "company", "work_mode") or not _in_place(m, found)]
    found = [m for m in found if not is_other_letters(m)]
    _components(header, found)
    header.not_pay, strength = _known("not_pay", cell.text)
    holds, length = _known("columns", cell.text)
    if holds is None and not header.not_pay:
        holds = _whole_headers().get(_words(cell.text))
    if holds is None and (counted := _COUNTED.match(cell.text)) is not None:
        holds, length = _known("columns", cell.text[counted.end() :])
        holds = holds if holds == "sample_size" else None
        header.not_pay = header.not_pay or (None if holds else "count")
    if holds == "ignore" or (not header.components and length >= strength):
        header.holds = holds
        header.not_pay = None if holds else header.not_pay
    header.difference = _is_difference(cell.text) or any(name == "premium" for name, _ in header.components)
    if header.difference:
        header.not_pay = None
    header.percent = "%" in _without_figures(cell, figures)
    if header.components and header.components[0][0] == "other":
        header.difference, header.not_pay = False, None  # `General increase` is a rise, and no premium
    _measures(header, found, figures)
    _subjects(header, found)
    side = stance(_without_figures(cell, figures))
    if side and not header.components:
        header.labels["stance"] = Read(side, cell)
    if header.holds in header.labels:
        header.holds = None  # `5-8 years` is an experience and no heading over experiences
    return header


def _inside(mention: Mention, cell: Cell, figure: Figure) -> bool:
    return mention.cell.start < figure.cell.end and figure.cell.start < mention.cell.end


def _without_figures(cell: Cell, figures: tuple[Figure, ...]) -> str:
    text = cell.text
    for figure in figures:
        text = text.replace(figure.cell.text, " ")
    return text


def _components(header: Header, found: list[Mention]) -> None:
    parts = [m for m in found if m.kind == "component"]
    if len(parts) == 2 and _OR.fullmatch(header.cell.text[parts[0].end : parts[1].start]):
        header.in_order = [(m.value, m.cell) for m in parts]
    for mention in found:
        if mention.kind != "component":
            continue
        if mention.data.get("strength") == "weak" and mention.value == "base":
            header.weak = header.weak or (mention.value, mention.cell)
        elif mention.value not in [name for name, _ in header.components]:
            header.components.append((mention.value, mention.cell))
    named, _ = _known("components", header.cell.text)
    if named and not header.components:
        header.components = [(named, header.cell)]
    outside = [pair for pair in header.components if not _in_brackets(pair[1], header.cell)]
    header.components = outside or header.components
    totals = [pair for pair in header.components if pair[0] == "total"]
    if totals and len(header.components) > 1:
        # `Total comp (base + bonus + equity)` is one thing.
        header.components = totals
    if len(header.components) > 1 and re.search(r"\+|\band\b|\bplus\b", header.cell.text):
        header.components = [("total", header.cell)]


def is_other_letters(mention: Mention) -> bool:
    """Whether letters that may mean a period are more likely a product manager or a state (`PM`, `PA`)."""
    return mention.kind == "period" and len(mention.cell) == 2 and mention.cell.text.isupper()


def _in_brackets(cell: Cell, header: Cell) -> bool:
    return any(found.start <= cell.start and cell.end <= found.end for found in header.finditer(_BRACKETS))


def _measures(header: Header, found: list[Mention], figures: tuple[Figure, ...]) -> None:
    text = header.cell.text
    for mention in found:
        if mention.kind == "statistic":
            _statistic(header, mention, found)
        elif mention.kind == "period" and "period" not in header.labels:
            header.labels["period"] = Read(mention.value, mention.cell)
            if mention.data.get("vesting_years"):
                header.labels["vesting"] = Read(str(mention.data["vesting_years"]), mention.cell)
        elif mention.kind == "currency_word" and "currency" not in header.labels:
            header.labels["currency"] = Read(mention.value, mention.cell)
    vests = header.components and header.components[0][0] == "equity" and "vesting" not in header.labels
    if vests and (years := _VESTING.search(text)):
        cell = header.cell.cut(*years.span())
        header.labels |= {"period": Read("grant", cell), "vesting": Read(years.group(1), cell)}
    if "statistic" not in header.labels and (band := _BAND.search(text)) is not None:
        ranks = header.cell.cut(*band.span())
        header.labels |= {
            "statistic": Read("percentile_band", ranks),
            "percentile": Read(f"{band[1]}-{band[2]}", ranks),
        }
    if "statistic" not in header.labels and _RANKED.fullmatch(text.strip(" *_")):
        header.labels |= ordinal(header.cell)
    if "currency" not in header.labels and (sign := currency(header.cell, figures)):
        header.labels["currency"] = sign
    header.scale, rupees = scale(header.cell)
    if rupees is not None:
        header.labels.setdefault("currency", rupees)


def scale(cell: Cell) -> tuple[float, Label | None]:
    """What bare numbers below words like `($K)` are to be multiplied by, and the currency that only the unit names."""
    found = _SCALE.search(cell.text)
    if found is None:
        return 1.0, None
    unit = (found["unit"] or found["words"] or found["signed"]).lower()
    # Lakh and crore are counted in rupees, of which there are several.
    return _SCALES[unit[0]], Inferred("INR", cell.cut(*found.span())) if unit[0] in "lc" else None


def _statistic(header: Header, mention: Mention, found: list[Mention]) -> None:
    if mention.value in ("minimum", "maximum"):
        if not _unexplained(header.cell, found):
            header.end = "low" if mention.value == "minimum" else "high"
    elif mention.value not in _NO_STATISTIC or mention.data.get("percentile") is not None:
        header.labels.setdefault("statistic", Read(mention.value, mention.cell))
        low, high = mention.data.get("percentile"), mention.data.get("percentile_to")
        if low is not None:
            header.labels.setdefault("percentile", Read(f"{low}-{high}" if high else str(low), mention.cell))


def _subjects(header: Header, found: list[Mention]) -> None:
    other = compared_to(header.cell) if header.difference else None
    found = [m for m in found if not _in_name(m, found) and not (other and m.cell.start >= other.start)]
    for kind, key in SUBJECTS.items():
        own = [
            m
            for m in found
            if m.kind == kind and not (kind == "company" and m.data.get("confidence") == "low")
        ]
        own = [m for m in own if not _is_measure_word(m, found)]
        if kind == "role":
            # `Offices of physicians`
            own = [m for m in own if not header.cell.text[: m.start].lower().endswith(" of ")]
        if own and key not in header.labels:
            header.labels[key] = _list_or_first(own)
    if not {"role", "level", "specialization"} & header.labels.keys():
        header.work = fields.field(header.cell)
        if header.work is not None and (header.in_order or header.components or header.weak):
            header.work = header.work.cut(0, header.work.text.find("(")).strip()  # `Sales (base / OTE)`
    _steps(header)
    years = _YEAR.fullmatch(header.cell.text.strip(" ()*_"))
    if years:
        header.labels["as_of"] = header.cell
    header.unknown = tuple(_unexplained(header.cell, found))


def _steps(header: Header) -> None:
    """Steps of a ladder that are a level only as a whole label: `Stufe 3`, `10 years in`, the `yr 3` of `Pilot yr 3`."""
    text = header.cell.text.strip(" *_")
    if "level" not in header.labels and _step().fullmatch(text):
        header.labels["level"] = header.cell.strip(" *_")
        header.labels.pop("period", None)
    if "experience" not in header.labels and _YEARS_IN.fullmatch(text):
        header.labels["experience"] = header.cell.strip(" *_")
    bare = bare_years(header.cell) if "level" in header.labels else None
    if bare is not None and not {"experience", "percentile"} & header.labels.keys():
        header.labels["experience"] = bare
    year = _YEAR_OF.search(text) if not header.components else None
    if year is not None and year.group() != text and "level" not in header.labels:
        header.labels["level"] = header.cell.strip(" *_").cut(*year.span())
        header.labels.pop("period", None)


def bare_years(cell: Cell) -> Cell | None:
    """The years in brackets behind a level, which nothing calls years (`Mid (3-5)`)."""
    found = _BARE_YEARS.search(cell.text)
    return cell.cut(*found.span()) if found is not None else None


@cache
def _step() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{cues.pattern('level-step-words')})\s?(?:\d{{1,2}}[a-d]?|[A-H]|[IVX]{{1,4}}|[BM]A ?\+ ?\d{{1,2}})",
        re.IGNORECASE,
    )


def _list_or_first(found: list[Mention]) -> Value:
    """Places and companies that stand side by side are each spoken of; of other kinds the first counts."""
    if found[0].kind in ("place", "company") and len(found) > 1:
        return [m.cell for m in found]
    return found[0].cell


def _in_place(mention: Mention, found: list[Mention]) -> bool:
    """Whether letters belong to the name of a place (`PA` in `NY-NJ-PA`)."""
    return any(m.kind == "place" and m.start <= mention.start and mention.end <= m.end for m in found)


def _in_name(mention: Mention, found: list[Mention]) -> bool:
    """Whether a place or group is part of a longer name (`America` in `Bank of America`)."""
    names = ("place", "company", "employer_group")
    if mention.kind not in names:
        return False
    longer = (m for m in found if m.kind in names and m.end - m.start > mention.end - mention.start)
    return any(m.start <= mention.start and mention.end <= m.end for m in longer)


def _is_measure_word(mention: Mention, found: list[Mention]) -> bool:
    """Whether a subject's words are those of a component or statistic (`target` in `Annual Bonus (at target)`)."""
    if mention.kind == "company" and mention.cell.text[:1].islower():
        return True
    levels = [m for m in found if m.kind == "level"]
    if mention.kind == "role" and not mention.data.get("known") and levels:
        return True  # `(Staff/Lead)` behind a level
    measures = [m for m in found if m.kind in ("component", "statistic", "currency_word")]
    return any(m.start <= mention.start and mention.end <= m.end for m in measures)


def _unexplained(cell: Cell, found: list[Mention]) -> list[str]:
    """The words that no vocabulary explains."""
    empty = _vocabulary()["empty"]
    words = []
    for word in _WORD.finditer(cell.text):
        inside = any(m.start <= word.start() < m.end for m in found)
        if not inside and word.group().lower() not in empty and not _CURRENCY.fullmatch(word.group()):
            words.append(word.group().lower())
    return words


def currency(cell: Cell, figures: tuple[Figure, ...] = ()) -> Label | None:
    """The currency that a sign or code outside the figures names."""
    for found in _CURRENCY.finditer(cell.text):
        sign = cell.cut(*found.span())
        if any(figure.cell.start <= sign.start < figure.cell.end for figure in figures):
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
    found = _ORDINAL.fullmatch(text)
    if found is None:
        return {}
    rank = int(found.group(1))
    name = {10: "p10", 25: "p25", 50: "median", 75: "p75", 90: "p90"}.get(rank, "point")
    return {"statistic": Read(name, cell), "percentile": Read(str(rank), cell)}


def compared_to(cell: Cell) -> Cell | None:
    """What a difference is measured against: `US` in `Premium vs. US`."""
    for word in _vocabulary()["compared_to"]:
        found = re.search(rf"(?<!\w){re.escape(word)}\s+(?P<what>[^()]{{2,80}})", cell.text, re.IGNORECASE)
        if found:
            return cell.cut(*found.span("what")).strip(" )*_")
    return None


@lru_cache(maxsize=4096)
def _is_difference(text: str) -> bool:
    words = _words(text)
    return any(_within(tuple(spelling.split()), words) for spelling in _vocabulary()["difference"])


def _within(needle: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return any(words[i : i + len(needle)] == needle for i in range(len(words) - len(needle) + 1))


def _words(text: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(_BRACKETS.sub(" ", text[:200])))


def stance(label: str) -> str | None:
    """The side of a negotiation that a label of these words alone names (`Initial offer`, `Target`, `Walk-away`)."""
    return _known("stances", label)[0]


@lru_cache(maxsize=4096)
def _known(section: str, text: str) -> tuple[str | None, int]:
    """What a section of the vocabulary says of a header, by all its words or its last ones, and how many."""
    words = _words(text)
    known = _spellings(section)
    for size in range(len(words), 0, -1):
        part = words[-size:]
        if part in known and (size == len(words) or section not in ("stances", "components")):
            return known[part], size
    if section == "not_pay" and words[:1] in known and known[words[:1]] == "cost_of_living":
        return "cost_of_living", 1  # `Rent nearby`
    if section == "not_pay" and (begins := _begins(words)) is not None:
        return begins, 1
    return None, 0


def _begins(words: tuple[str, ...]) -> str | None:
    """`Share of electricians (%)`, `Number of posts`: what its first words say, unless a part of pay is what is counted."""
    for reason, spellings in cast("Mapping[str, list[str]]", _vocabulary()["not_pay_begins"]).items():
        for spelling in spellings:
            front = tuple(spelling.split())
            if words[: len(front)] == front and not set(words) & _paid():
                return reason
    return None


@cache
def _paid() -> frozenset[str]:
    return frozenset(_vocabulary()["parts_of_pay"])


@cache
def _whole_headers() -> dict[tuple[str, ...], str]:
    """Headers that `headers.yaml` knows as a whole, by what the cells below are."""
    kinds = {
        **dict.fromkeys([*SUBJECTS.values(), "sample_size", "as_of", "qualifier", "attributed_to"]),
        "employer_group": "qualifier",
    }
    found = {}
    for spelling in load()["header"].spellings:
        named = str(spelling.entry.data.get("means", spelling.entry.value))
        if named in kinds and not spelling.entry.data.get("part"):
            found[_words(spelling.text)] = kinds[named] or named
    return found


@cache
def _spellings(section: str) -> dict[tuple[str, ...], str]:
    found: dict[tuple[str, ...], str] = {}
    groups = cast("Mapping[str, list[str]]", _vocabulary()[section])
    for name, spellings in groups.items():
        for spelling in spellings:
            found[tuple(spelling.split())] = name
    return found


@cache
def _vocabulary() -> Mapping[str, list[str]]:
    text = files("schemas").joinpath("vocabularies/table_headers.yaml").read_text(encoding="utf-8")
    return cast("Mapping[str, list[str]]", yaml.load(text, Loader=yaml.CBaseLoader))  # noqa: S506 - builds text only
