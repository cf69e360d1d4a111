"""The columns of a table: which hold labels, and of what kind, and which hold figures."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace

from extractors.readers import samples
from normalizers import figures, headers, mentions
from normalizers.headers import SUBJECTS, Header
from schemas import Cell, Figure, Read, Table
from schemas.figure import Unit
from schemas.fixed import fixed
from schemas.row import Label

_RANK = re.compile(r"\d{1,2}\s?%(?:\s?\([Mm]edian\))?")
_RANKS_OVER = re.compile(
    r"\b(?:percentiles?|pctls?|quartiles?|deciles?|distribution|quantiles?|perzentile?)\b", re.IGNORECASE
)
LEAST_RANKS = 3
_LOOK_AT = 60
_LONG_TEXT = 60
_SMALLEST_BARE_AMOUNT = 100.0
"""A bare number below this, in no currency and for no hour or day, could be thousands, a percent or a count."""
_SIZED = r"[1-9]\d{1,2}(?:[,'’. ]\d{3})(?:[.,]\d{1,2})?"
_GROUPED = re.compile(rf"{_SIZED}(?:\s?[-–—/]\s?{_SIZED})?\+?")
"""A number of the size of a year's pay, or a range of two, as tables write them."""
_DECIMAL = re.compile(r"\d{1,3}[.,]\d{2}(?:\s?[-–—]\s?\d{1,3}[.,]\d{2})?")
_ANY_SIZE = r"\d{1,3}(?:[,'’. ]\d{3}){0,3}(?:[.,]\d{1,2})?|\d{4,9}(?:[.,]\d{1,2})?"
_NUMBER = re.compile(rf"(?:{_ANY_SIZE})(?:\s?[-–—/]\s?(?:{_ANY_SIZE}))?\+?[*†‡¹²³]?")
_AMOUNT = re.compile(rf"(?=(?:[.,'’ ]?\d){{3}})(?:{_NUMBER.pattern})")
"""Any number, and one that is no rank."""
_LEAST_ROWS = 2
_MIDDLE = re.compile(
    r"(?:(?:base|salary|pay|wage|annual|range|band)\s){0,2}(?:mid|middle|mid[- ]?point|median)(?:\sof (?:range|band))?",
    re.IGNORECASE,
)
_SHORT_PERIODS = ("hour", "day")
_PROPER = re.compile(r"[A-Z][\w.&'’-]*(?: (?:&|of|and|[A-Z][\w.&'’-]*)){0,4}")
_WHO = re.compile(r"who|person|people|employees?|staff|workers?|members?|group", re.IGNORECASE)
"""Headers over jobs as well as over ranks."""
_OF_ENDS = ("role", "level")
_LOOSE_END = re.compile(r"(?:low|high|top|bottom|lower|upper|lowest|highest|best)\b", re.IGNORECASE)
"""Words for an end of a range which are words for rich and poor as well."""
_NUMBERS = ("percentile", "statistic", "sample_size", "ignore", "experience")
"""Columns whose labels may themselves look like figures."""
_KINDS = {**SUBJECTS, "component": "component", "statistic": "percentile"}


@fixed
class Stated:
    """What the words around a table say of all its bare numbers."""

    pay: bool = False
    currency: Label | None = None
    scale: float = 1.0
    period: Label | None = None


@dataclass(slots=True)
class Column:
    """One column: its header as read, and what its cells are.

    `holds` is the row key that its cells are labels of (or `component`, `percentile`, `statistic`), None where they
    are figures or text. `needs_name` says that only its own header tells its figures from those of another column.
    """

    index: int
    header: Header | None
    name_cell: Cell
    holds: str | None = None
    holds_figures: bool = False
    needs_name: bool = False
    bare_pay: bool = False
    """Whether its bare numbers are pay because of what stands around the table, and nothing in its header."""
    stated: Stated = field(default_factory=lambda: Stated())

    @property
    def name(self) -> str:
        """The header as written, or the number of the column where it has none."""
        return self.name_cell.text or str(self.index + 1)

    @property
    def holds_labels(self) -> bool:
        """Whether its cells say what the figures beside them are about."""
        return self.holds is not None

    def unit(self, headings: list[Header]) -> Unit | None:
        """What a bare number in the column is; None where nothing says so."""
        said = [header for header in (self.header, *headings) if header is not None]
        if any(header.percent for header in said):
            return "percent"
        if self.bare_pay or any(header.names_pay for header in said):
            return "currency"
        return None

    def read(self, cell: Cell, headings: list[Header]) -> figures.CellReading:
        """The figures of a cell, with the unit and currency that its column or row gives to bare numbers."""
        said = [header for header in (self.header, *headings) if header is not None]
        currency = next(
            (header.labels["currency"] for header in said if "currency" in header.labels),
            self.stated.currency,
        )
        return figures.read(cell, unit=self.unit(headings), currency=getattr(currency, "text", None))

    def scaled(self, figure: Figure, headings: list[Header]) -> Figure | None:
        """The figure with the scale of its header (`Base ($K)`); None where a bare number has none and is too small."""
        bare = not any(sign.isalpha() or sign in "%$€£¥₹₪" for sign in figure.cell.text)
        if not bare or figure.unit == "percent":
            return figure
        said = [header for header in (self.header, *headings) if header is not None]
        scale = next((header.scale for header in said if header.scale != 1.0), self.stated.scale)
        top = max(abs(value) for value in (figure.low, figure.high, 0.0) if value is not None)
        if scale != 1.0 and top < 10_000:
            low = None if figure.low is None else figure.low * scale
            high = None if figure.high is None else figure.high * scale
            return replace(figure, low=low, high=high)
        periods = [*(header.labels.get("period") for header in said), self.stated.period]
        short = any(getattr(period, "text", "") in _SHORT_PERIODS for period in periods)
        return figure if top == 0 or top >= _SMALLEST_BARE_AMOUNT or short else None

    def pair(self, low: Cell, high: Cell, headings: list[Header]) -> Figure | None:
        """One figure out of two cells that are its ends; None unless both hold exactly one point."""
        ends = []
        for cell in (low, high):
            found = self.read(cell, headings).figures
            if len(found) != 1 or found[0].is_range:
                return None
            ends.append(found[0])
        first, last = ends
        if first.unit != last.unit or (first.currency and last.currency and first.currency != last.currency):
            return None
        joined = Cell.joined(sorted((first.cell, last.cell), key=lambda cell: cell.start))
        return replace(
            last,
            cell=joined,
            parts=tuple(sorted((*first.parts, *last.parts), key=lambda cell: cell.start)),
            low=first.low if first.low is not None else first.high,
            high=last.high if last.high is not None else last.low,
            currency=first.currency or last.currency,
            bound=None,
            bound_cell=None,
            open_ended=first.open_ended or last.open_ended,
            approximate=first.approximate or last.approximate,
            flags=tuple(dict.fromkeys((*first.flags, *last.flags))),
        )


def columns(table: Table, stated: Stated | None = None) -> list[Column]:
    """The columns of a table, with what their headers and their cells say that they hold.

    `stated` is what the words around the table say of its numbers.
    """
    stated = stated or Stated()
    body = table.rows[table.header_rows : table.header_rows + _LOOK_AT]
    found = []
    for index in range(len(table.rows[0]) if table.rows else 0):
        header = _header(table, index)
        name = header.cell if header else Cell("", table.rows[0][index].start)
        column = Column(index, header, name, stated=stated)
        cells = [row[index] for row in body if row[index].text.strip(" *_-–—")]
        _classify(column, cells)
        found.append(column)
    if stated.pay:
        _bare_pay(found, body, stated)
    _signed_once(found, body)
    _ranks(found)
    _middle(found, body)
    _named_ends(found)
    _component_axis(found, body)
    _timed(found)
    _first_label(found, body)
    _payers(found, table, body)
    _same_headers(found)
    return found


def _header(table: Table, index: int) -> Header | None:
    """The header cells of a column as one; None where they are empty."""
    cells = [row[index] for row in table.rows[: table.header_rows] if row[index]]
    unlike = [
        cell for number, cell in enumerate(cells) if all(cell.span != other.span for other in cells[:number])
    ]
    if not unlike:
        return None
    cell = Cell.joined(unlike)
    header = headers.read(cell, figures=tuple(figures.find(cell)))
    if len(unlike) > 1 and "statistic" not in header.labels and header.holds in (None, "percentile"):
        # `10th` below one header `Percentile` over several columns.
        ranked = headers.ordinal(unlike[-1]) if _RANKS_OVER.search(unlike[0].text) else {}
        header.labels = {**header.labels, **ranked}
        header.holds = None if ranked else header.holds
    return header


def _classify(column: Column, cells: list[Cell]) -> None:
    header = column.header
    if header is not None and header.holds is not None:
        column.holds = None if header.holds == "ignore" else header.holds
        if column.holds == "qualifier" and _by_content(cells) == "level":
            column.holds = "level"  # `Category` over `Part qualified`, `Executive`
        if column.holds == "role" and _WHO.fullmatch(header.cell.text.strip(" *_")):
            column.holds = _by_content(cells) or "qualifier"  # `Who` over `Graduate`, `Proficient`
        if column.holds == "level" and _by_content(cells) == "role":
            column.holds = "role"  # `Grade` over `Camera operator`, `Clapper loader`
        # `1st year` over `$61,000` is no date, and `Per year` no year.
        if _amounts_rule(cells) if column.holds in _NUMBERS else _figures_rule(cells, None):
            column.holds = header.holds = None
            column.holds_figures = True
        return
    unit: Unit | None = None
    if header is not None and header.names_pay:
        unit = "percent" if header.percent else "currency"
    column.holds_figures = (unit is not None and _any_figure(cells, unit)) or _figures_rule(cells, unit)
    if header is not None and header.not_pay:
        column.holds_figures = False
    # `Rank` is a number in most tables, and in some a title.
    in_words = not any(character.isdigit() for cell in cells for character in cell.text)
    if not column.holds_figures and (header is None or not header.not_pay or in_words):
        column.holds = _by_content(cells)


def _any_figure(cells: list[Cell], unit: Unit) -> bool:
    return any(figures.read(cell, unit=unit).figures and len(cell) <= _LONG_TEXT for cell in cells)


def _figures_rule(cells: list[Cell], unit: Unit | None) -> bool:
    """Whether half of the cells are figures and little else."""
    mostly = 0
    for cell in cells:
        found = figures.read(cell, unit=unit).figures
        mostly += bool(found) and (len(cell) <= 40 or sum(len(f.cell) for f in found) * 3 >= len(cell))
    return bool(cells) and mostly * 2 >= len(cells)


def _amounts_rule(cells: list[Cell]) -> bool:
    """Whether half of the cells are amounts with the sign of a currency and nothing else."""
    found = [(cell, figures.read(cell).figures) for cell in cells]
    signed = sum(len(own) == 1 and own[0].currency_cell is not None for _, own in found)
    return bool(cells) and signed * 2 >= len(cells)


def _is_count(cell: Cell) -> bool:
    counted = samples.size(cell)
    return counted is not None and counted.start == cell.start


def _by_content(cells: list[Cell]) -> str | None:
    """The kind that most cells are a label of, by what the vocabularies find at their start."""
    short = [cell for cell in cells if len(cell) <= _LONG_TEXT]
    if len(short) == len(cells) > 1 and all(_is_count(cell) for cell in cells):
        return "sample_size"  # `402 salaries`
    counts: Counter[str] = Counter()
    for cell in short:
        counts.update({_KINDS[m.kind] for m in mentions.find(cell, _KINDS) if m.start <= 3})
    if not counts or len(short) * 2 < len(cells):
        return None
    order = ("component", "percentile", "level", "region", "role", "company", "experience", "specialization")
    best = max(counts, key=lambda kind: (counts[kind], -order.index(kind) if kind in order else -99))
    return best if counts[best] * 2 >= len(cells) else None


def _bare_pay(found: list[Column], body: tuple[tuple[Cell, ...], ...], stated: Stated) -> None:
    """`Full professor | 128,300 | 181,900` below `Faculty salaries`: numbers of that size in every row are amounts.

    Beside a column with signs of its own a number without one is a count, unless a currency is stated above.
    """
    if stated.currency is None and any(column.holds_figures for column in found):
        return
    by_the_hour = stated.currency is None and getattr(stated.period, "text", "") in _SHORT_PERIODS
    shape = (
        _DECIMAL
        if by_the_hour
        else _NUMBER
        if stated.scale != 1.0
        else _AMOUNT
        if stated.currency is not None
        else _GROUPED
    )
    for column in found[1:]:
        cells = [row[column.index].strip(" *_") for row in body]
        cells = [cell for cell in cells if not figures.read(cell).says_none]
        amounts = [cell for cell in cells if shape.fullmatch(cell.text)]
        header = column.header
        unsaid = header is not None and not header.not_pay and header.holds is None
        least = min(_LEAST_ROWS, len(body)) if stated.currency is None and not by_the_hour else 1
        if unsaid and len(amounts) >= least and len(amounts) * 5 >= len(cells) * 4:
            column.bare_pay = column.holds_figures = column.needs_name = True
            column.holds = None


def _signed_once(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """Tables for print write the sign in the first row only (`$58,210`, then `59,956`): the rest of the column is alike."""
    for column in found:
        if column.holds or column.unit([]) is not None or (column.header and column.header.not_pay):
            continue
        cells = [cell for row in body if (cell := row[column.index].strip(" *_-–—"))]
        bare = [cell for cell in cells if _GROUPED.fullmatch(cell.text)]
        signed = [cell for cell in cells if cell not in bare and _any_amount(cell)]
        if signed and bare and (len(signed) + len(bare)) * 5 >= len(cells) * 4:
            column.bare_pay = column.holds_figures = True


def _any_amount(cell: Cell) -> bool:
    return any(one.unit == "currency" and len(one.cell) * 2 >= len(cell) for one in figures.find(cell))


def _component_axis(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """A column of labels whose cells name components is that axis, whatever its header says (`Item`, `Category`)."""
    if any(c.holds == "component" for c in found) or any(c.header and c.header.components for c in found):
        return
    for column in found:
        if column.holds not in ("qualifier", "specialization", None) or column.holds_figures:
            continue
        cells = [row[column.index] for row in body if row[column.index]]
        named = [cell for cell in cells if len(cell) <= _LONG_TEXT and mentions.find(cell, ("component",))]
        if cells and len(named) * 2 >= len(cells):
            column.holds = "component"
            return


def _first_label(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """The first column of text tells the rows apart, also where no vocabulary knows its words."""
    if any(column.holds for column in found) and found[0].holds_figures:
        return
    first = found[0] if found else None
    if first is None or first.holds or first.holds_figures or (first.header and first.header.not_pay):
        return
    if first.header is not None and first.header.holds == "ignore":
        return
    cells = [row[0] for row in body if row[0]]
    if cells and sum(len(cell) <= _LONG_TEXT for cell in cells) * 2 >= len(cells):
        first.holds = "qualifier"


def _timed(found: list[Column]) -> None:
    """`Hourly` beside `Annual mean wage`: the same statistic, for another time."""
    headed = [c.header for c in found if c.holds_figures and c.header is not None]
    said = [h for h in headed if "statistic" in h.labels and "period" in h.labels and not h.percent]
    if len(said) != 1 or said[0].end:
        return
    for header in headed:
        bare = (
            set(header.labels) == {"period"}
            and not header.components
            and not header.end
            and not header.unknown
        )
        if bare and header.labels["period"] != said[0].labels["period"]:
            header.labels |= {
                k: said[0].labels[k] for k in ("statistic", "percentile") if k in said[0].labels
            }


def _payers(found: list[Column], table: Table, body: tuple[tuple[Cell, ...], ...]) -> None:
    """Names in front of jobs, in rows without a header, are those of who pays (`Orbison`, `fitter`, `£16.20`)."""
    jobs = any(column.holds == "role" for column in found[1:])
    if table.header_rows or not jobs or found[0].holds != "qualifier":
        return
    if all(_PROPER.fullmatch(row[0].text) for row in body):
        found[0].holds = "company"


def _ranks(found: list[Column]) -> None:
    """Columns headed `10%`, `25%`, `50% (Median)` are percentiles where several stand side by side."""
    ranked = [
        c for c in found if c.holds_figures and c.header and _RANK.fullmatch(c.header.cell.text.strip())
    ]
    if len(ranked) >= LEAST_RANKS:
        for column in ranked:
            if column.header is not None:
                column.header.labels = {**headers.ordinal(column.header.cell), **column.header.labels}
                column.header.percent = False


def _middle(found: list[Column], body: tuple[tuple[Cell, ...], ...]) -> None:
    """`Mid` between `Low` and `High` is the middle of a range, and no level."""
    ends = {column.header.end for column in found if column.holds_figures and column.header}
    for column in found if {"low", "high"} <= ends else ():
        header = column.header
        if header is None or _MIDDLE.fullmatch(header.cell.text.strip(" *_")) is None:
            continue
        header.labels = {"statistic": Read("median", header.cell)}
        header.holds = column.holds = None
        column.holds_figures = _any_figure([row[column.index] for row in body], "currency")


def _named_ends(found: list[Column]) -> None:
    """`Low (Band 1)` and `High (Band 4)`, `New drivers` and `Top drivers`: each is pay of its own, and no end of a range."""
    ended = [c.header for c in found if c.holds_figures and c.header is not None and c.header.end]
    for header in ended:
        own = {key: getattr(header.labels.get(key), "text", None) for key in _OF_ENDS}
        others = [
            {key: getattr(o.labels.get(key), "text", None) for key in _OF_ENDS}
            for o in ended
            if o is not header
        ]
        steps = any(
            "level" in c.header.labels
            for c in found
            if c.holds_figures and c.header is not header and c.header
        )
        alone = steps and not any(o.end != header.end for o in ended)  # `Entry`, `Intermediate`, `Top`
        if (alone or (any(own.values()) and own not in others)) and _LOOSE_END.match(
            header.cell.text.strip(" *_")
        ):
            header.end = None


def _same_headers(found: list[Column]) -> None:
    """Columns of figures that say the same of their figures are told apart by their headers."""
    seen: dict[str, list[Column]] = {}
    for column in found:
        if column.holds_figures:
            seen.setdefault(_meaning(column), []).append(column)
    for alike in seen.values():
        for column in alike:
            words = column.header.unknown if column.header else ()
            column.needs_name = column.header is not None and len(alike) > 1
            if column.header and words and not column.header.names_pay and not column.header.labels:
                column.needs_name = True


def _meaning(column: Column) -> str:
    header = column.header
    if header is None:
        return ""
    labels = sorted((key, str(getattr(value, "text", value))) for key, value in header.labels.items())
    parts = [name for name, _ in header.components] or [header.weak[0] if header.weak else ""]
    return repr((parts, labels, header.end, header.difference, header.percent))
