"""Tables of pay: what the axes of a table mean, and its cells as rows.

Decided by vocabulary and content, never by position. A label may stand in the header of a column, in a cell of the
same row, in the figure's own cell, in a heading or sentence above the table, or hold for the whole page; the nearest
one counts. What cannot be interpreted becomes a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import cast

from extractors.readers import level_equivalences, list_kinds, place_lists, prose, samples
from extractors.readers.captions import Captions, captions
from extractors.readers.pay_columns import Column, columns
from extractors.readers.pay_figures import component_of, difference_labels, paired
from normalizers import fields, figures, headers, mentions, not_pay
from normalizers import labels as meaning
from normalizers.headers import Header
from schemas import Block, Cell, Extract, Facts, Figure, Inferred, Note, NotPay, Read, Row, Table
from schemas.row import Label, Value

_NAME_AND_TITLE = re.compile(r"(?:[A-Z][\w.'’-]*\s?){2,4},\s")
# Kinds of labels among which a word for pay means that the row is about that component.
_LOOSE = ("level", "qualifier", "specialization", "company", "experience")
_SHORT_PERIODS = ("hour", "day", "week", "fortnight", "month")
"""What a page's title may say that all its tables pay for (`Military Basic Pay (Monthly)`)."""
_LEADING = ("manager", "director", "vp", "executive")
"""Levels whose names are jobs as well."""
MOST_LEVEL_WORDS = 2
_NARROW = ("specialization", "qualifier", "level")
_FANNED = {"region": "place", "company": "company"}
# Labels of the page that say something of the subject; what a figure is, only the table and its caption say.
_PAGE_KEYS = (
    "company",
    "employer_group",
    "role",
    "level",
    "experience",
    "specialization",
    "education",
    "region",
    "work_mode",
)


def rows(
    table: Table,
    scope: Mapping[str, Label] | None = None,
    intro: Cell | None = None,
    heading: Cell | None = None,
    *,
    states_role: bool = True,
) -> Iterator[Extract]:
    """The rows of one table.

    `scope` are labels that hold above the table, by row key; `intro` is the text that introduces it, `heading` what it
    stands under. `states_role` is whether the page itself says whose pay it is; else fields of work in the table do. Levels
    that a table sets equal come as `Facts`. Columns that begin again (`Point | Salary | Point | Salary`) are a table each.
    """
    for part in _side_by_side(table):
        yield from _rows(part, scope, intro, heading, states_role)


def _side_by_side(table: Table) -> Iterator[Table]:
    """The tables that stand side by side in one grid, to save height in print; most often the one table itself."""
    header = [cell.text for cell in table.rows[0]] if table.rows and table.header_rows else []
    width = next((n for n in range(2, len(header) // 2 + 1) if header == header[:n] * (len(header) // n)), 0)
    if not width or len(set(header[:width])) < width:
        yield table
        return
    for start in range(0, len(header), width):
        yield replace(table, rows=tuple(row[start : start + width] for row in table.rows))


def _rows(
    table: Table,
    scope: Mapping[str, Label] | None,
    intro: Cell | None,
    heading: Cell | None,
    states_role: bool,
) -> Iterator[Extract]:
    around = captions(table.caption, intro, heading)
    grid = columns(table, around.stated(scope or {}))
    _name_first(grid, list_kinds.of(table.caption, heading))
    if not any(column.holds_figures for column in grid):
        facts = level_equivalences.of_table(table, grid, scope or {})
        if facts:
            yield Facts(levels=facts)
    reader = _Reader(table, grid, dict(scope or {}), around, states_role and "role" in (scope or {}))
    yield from reader.read()


def _name_first(grid: Sequence[Column], kind: str | None) -> None:
    """Names that no vocabulary knows, in a first column without a header that does, are what the heading lists."""
    first = grid[0] if grid else None
    if kind is None or first is None or first.holds != "qualifier":
        return
    if first.header is None or first.header.holds is None:
        first.holds = kind


@dataclass(slots=True)
class _Reader:
    table: Table
    columns: list[Column]
    scope: dict[str, Label]
    captions: Captions
    states_role: bool = True
    pairs: dict[int, Column] = field(init=False)
    ends: set[int] = field(init=False)

    def __post_init__(self) -> None:
        self.pairs = {id(low): high for low, high in paired(self.columns)}
        self.ends = {id(high) for high in self.pairs.values()}

    def read(self) -> Iterator[Extract]:
        """Header figures first, then row after row."""
        for column in self.columns:
            if column.header is not None:
                yield from self._header_figures(
                    column.header, f'table {self.table.number}, column "{column.name}"', {}
                )
        for number in range(self.table.header_rows, len(self.table.rows)):
            yield from self._row(number)

    def _row(self, number: int) -> Iterator[Extract]:
        place = f"table {self.table.number}, row {number - self.table.header_rows + 1}"
        labels, headings = self._row_labels(number)
        for header in headings:
            yield from self._header_figures(header, place, labels)
        for column in self.columns:
            cell = self.table.rows[number][column.index]
            if id(column) in self.ends or (
                column.holds_labels and not self._is_pay_among_labels(column, cell)
            ):
                continue
            partner = self.pairs.get(id(column))
            other = self.table.rows[number][partner.index] if partner else None
            yield from self._cell(column, cell, other, labels, headings, place)

    def _is_pay_among_labels(self, column: Column, cell: Cell) -> bool:
        """Whether a cell below the name of a level or company is not another name but pay (`Comp parity | $190K TC`)."""
        if column.index == 0 or column.holds not in (
            "level",
            "role",
            "company",
            "qualifier",
            "specialization",
            "region",
        ):
            return False
        found = figures.find(cell)
        return bool(found) and sum(len(figure.cell) for figure in found) * 2 >= len(cell)

    def _row_labels(self, number: int) -> tuple[dict[str, Value], list[Header]]:
        """The labels that the row's own label cells give, and these cells as read."""
        labels: dict[str, Value] = {}
        extra: dict[str, Value] = {}
        headings = []
        for column in self.columns:
            cell = self.table.rows[number][column.index]
            if not column.holds_labels or not cell or self._is_pay_among_labels(column, cell):
                continue
            cell = _uncounted(column, cell, extra)
            said = headers.read(cell, figures=tuple(figures.find(cell)))
            key = column.holds
            if said.not_pay and key in ("qualifier", "specialization", "statistic", "percentile"):
                headings.append(said)
            if key == "component" or (key in _LOOSE and _names_pay_only(said, key)):
                headings.append(said)
                # `RSU, new hire` above columns of levels says which grant it is.
                narrow = "level" if self._levels_in_columns() else ""
                extra |= {k: v for k, v in said.labels.items() if k not in extra and k != narrow}
                continue
            if key in ("percentile", "statistic"):
                labels |= headers.ordinal(cell)
                if said.components or (key == "statistic" and said.names_pay):
                    headings.append(said)
            elif key == "role" and "role" not in said.labels and "level" in said.labels:
                labels = {**_level_as_role(cell), **labels}
            elif key == "company" and "employer_group" in said.labels and "company" not in said.labels:
                labels.setdefault("employer_group", cell)
            elif key == "as_of" and "as_of" not in said.labels:
                labels.setdefault("qualifier", cell)  # `Year 1` is no date
            elif key is not None and key not in labels:
                labels[key] = self._label(key, cell, said)
            if column.header is not None:
                own = {k: v for k, v in column.header.labels.items() if k in ("company", "employer_group")}
                extra = {**own, **extra}
            skipped = ["stance", "statistic", "percentile", *(["role"] if key == "specialization" else [])]
            skipped += ["as_of"] if key == "level" else []  # the class of 2025 is no date of its pay
            skipped += ["currency"] if said.is_a_code and key not in _FANNED else []  # `PHP`, a language
            extra = {**{k: v for k, v in said.labels.items() if k not in skipped}, **extra}
        return {**extra, **labels}, headings

    def _levels_in_columns(self) -> bool:
        headed = [c.header for c in self.columns if c.holds_figures and c.header is not None]
        return len(headed) > 1 and all("level" in header.labels for header in headed)

    def _label(self, key: str, cell: Cell, said: Header) -> Value:
        """A label cell as written, without a currency behind it; places and companies side by side fan out."""
        if key in _FANNED:
            several = place_lists.split(cell, _FANNED[key])
            if isinstance(several, list):
                return [*several]
            own = said.labels.get(key)
            if "currency" in said.labels and isinstance(own, Cell):
                return own
        if key == "role":
            payer, own = said.labels.get("company"), said.labels.get("role")
            if isinstance(payer, Cell) and isinstance(own, Cell) and payer.start == cell.start < own.start:
                return own  # `ACME CORPORATION SENIOR SOFTWARE ENGINEER`
            if isinstance(own, Cell) and _NAME_AND_TITLE.fullmatch(cell.text[: own.start - cell.start]):
                return own  # `Maria L. Okafor, Chief Executive Officer`
        return cell

    def _cell(
        self,
        column: Column,
        cell: Cell,
        other: Cell | None,
        labels: dict[str, Value],
        headings: list[Header],
        place: str,
    ) -> Iterator[Extract]:
        if not cell and not other:
            return
        said = [header for header in (column.header, *headings) if header is not None]
        other_thing = next((header.not_pay for header in said if header.not_pay), None)
        values = column.read(cell, headings)
        locator = f'{place}, column "{column.name}"'
        if other_thing is not None:
            yield from (NotPay(figure.cell, other_thing) for figure in values.figures)
            return
        if not (column.holds_figures or column.holds_labels or headings):
            yield from self._text(cell, labels, locator, place)
            return
        if other is not None:
            pair = column.pair(cell, other, headings)
            if pair is not None:
                yield from self._figure_row(column, pair, (), labels, headings, locator, place)
                return
        yield from self._figures(column, cell, values, labels, headings, locator, place)
        names_pay = any(header.names_pay for header in said)
        if names_pay and not values.figures and not values.says_none and any(c.isdigit() for c in cell.text):
            yield Note(
                "unread_figure", cell, f"{locator}: {cell.text[:60]!r} is not a figure that can be read"
            )
        if other is not None:
            partner = column.read(other, headings)
            for value in partner.figures:
                yield from self._figure_row(column, value, partner.rest, labels, headings, locator, place)

    def _figures(
        self,
        column: Column,
        cell: Cell,
        values: figures.CellReading,
        labels: dict[str, Value],
        headings: list[Header],
        locator: str,
        place: str,
    ) -> Iterator[Extract]:
        """A row for each figure of a cell; behind the first they may be something else than pay."""
        said = [header for header in (column.header, *headings) if header is not None]
        ordered = next((header.in_order for header in said if header.in_order), [])
        for index, value in enumerate(values.figures):
            reason = not_pay.reason(value, cell) if index else None
            if reason is not None:
                yield NotPay(value.cell, reason)
                continue
            for row in self._figure_row(column, value, values.rest, labels, headings, locator, place):
                if isinstance(row, Row) and len(ordered) == len(values.figures):
                    row.values["component"] = Read(*ordered[index])
                yield row

    def _text(self, cell: Cell, labels: dict[str, Value], locator: str, place: str) -> Iterator[Extract]:
        """A cell of text: its figures are read as those of any text, with the labels of the row."""
        found = figures.find(cell)
        if not found:
            return
        scope = {key: value for key, value in {**self.scope, **labels}.items() if not isinstance(value, list)}
        read: list[tuple[int, int]] = []
        for item in prose.rows(Block("paragraph", cell), prose.Surroundings(cast("dict[str, Label]", scope))):
            if isinstance(item, Row):
                if isinstance(item.values.get("component"), Inferred):
                    continue  # nothing in the cell says that it is pay
                item.context, item.locator, item.package = self.table.context, locator, place
                read += [value.cell.span for value in item.figures.values() if isinstance(value, Figure)]
            else:
                read.append(item.cell.span)
            yield item
        for figure in found:
            if not any(start < figure.cell.end and figure.cell.start < end for start, end in read):
                yield Note("unread_figure", figure.cell, f"{locator}: a figure in a text beside the pay")

    def _figure_row(
        self,
        column: Column,
        figure: Figure,
        rest: tuple[Cell, ...],
        labels: dict[str, Value],
        headings: list[Header],
        locator: str,
        place: str,
    ) -> Iterator[Extract]:
        said = [header for header in (column.header, *headings) if header is not None]
        scaled = column.scaled(figure, headings)
        if scaled is None:
            yield Note("ambiguous_scale", figure.cell, f"{locator}: {figure.cell.text!r} has no unit")
            return
        component = component_of(scaled, rest, said, self.captions, self.scope) or self._beside_pay(scaled)
        if component is None:
            yield Note("unread_column", figure.cell, f"{locator}: nothing says what the figure is")
            return
        measures = _measures(said, labels)
        if not self.states_role and "role" not in labels and "role" not in measures:
            labels = {**labels, **_field_of_work(said, labels)}
        page = {key: value for key, value in self.scope.items() if key in _PAGE_KEYS}
        values: dict[str, Value] = {**page, **self.captions.labels(scaled, component), **labels, **measures}
        values = {**self._paid(component), **self._counted(scaled), **values}
        values |= difference_labels(scaled, said) if _text(component) == "premium" else {}
        if scaled.unit == "percent":
            for key in ("currency", "period", "vesting"):
                values.pop(key, None)
        alone = column.header is not None and id(column) not in self.pairs and id(column) not in self.ends
        if alone and column.header and column.header.end and not scaled.is_range:
            named = "minimum" if column.header.end == "low" else "maximum"
            values.setdefault("statistic", Read(named, column.header.cell))
        if column.needs_name:
            values.setdefault("qualifier", column.name_cell)
        if column.header is not None and column.header.cell:
            values["figure_label"] = column.header.cell
        if headings and headings[0].components:
            values["figure_label"] = headings[0].cell
        values |= {"amount": scaled, "component": component}
        if "stance" in values:
            values["claim"] = Read("negotiation", column.name_cell)
        yield Row(
            context=self.table.context, locator=locator, package=place, flags=_flags(self.table), **values
        )

    def _counted(self, figure: Figure) -> dict[str, Value]:
        """The currency that the page says its figures are in, for amounts without a sign of their own."""
        own = figure.unit == "currency" and figure.currency_cell is None
        return {"currency": self.scope["currency"]} if own and "currency" in self.scope else {}

    def _paid(self, component: Label) -> dict[str, Value]:
        """The time that the page says its pay is for, where it is a short one."""
        paid = self.scope.get("period")
        said = (
            paid is not None and paid.text in _SHORT_PERIODS and _text(component) in ("base", "wage", "total")
        )
        return {"period": paid} if said and paid is not None else {}

    def _beside_pay(self, figure: Figure) -> Label | None:
        """`Intermediate step` between `Entry` and `Top step`: pay, where another column of its table is said to be."""
        told = any(c.holds_figures and c.header is not None and c.header.names_pay for c in self.columns)
        return (
            Inferred("base") if told and figure.unit == "currency" and figure.currency is not None else None
        )

    def _header_figures(self, header: Header, place: str, labels: dict[str, Value]) -> Iterator[Extract]:
        """Figures in a header or row label: `Bonus (15%)`, `Target (+$61K)`."""
        for figure in figures.find(header.cell):
            if "percentile" in header.labels and figure.unit == "percent":
                yield NotPay(figure.cell, "rank")
                continue
            values: dict[str, Value] = {key: value for key, value in self.scope.items() if key in _PAGE_KEYS}
            values |= {**labels, **header.labels}
            if header.components:
                values["component"] = Read(*header.components[0])
            elif figure.sign:
                values |= {"component": Read("premium", header.cell), **difference_labels(figure, [header])}
            else:
                yield Note("unread_figure", figure.cell, f"{place}: a figure in a header")
                continue
            if figure.unit == "percent":
                for key in ("currency", "period", "vesting"):
                    values.pop(key, None)
            if "stance" in values:
                values["claim"] = Read("negotiation", header.cell)
            values |= {"amount": figure, "figure_label": header.cell}
            yield Row(
                context=self.table.context, locator=place, package=place, flags=_flags(self.table), **values
            )


def _uncounted(column: Column, cell: Cell, extra: dict[str, Value]) -> Cell:
    """A label without the number of cases behind it (`Fitter (n=19)`), which goes to the row's other labels."""
    if column.holds == "sample_size":
        return cell
    own, counted = samples.apart(cell)
    if counted is not None:
        extra["sample_size"] = counted
    return own


def _measures(said: list[Header], labels: Mapping[str, Value]) -> dict[str, Value]:
    """What the headers of a figure say of it; a band beside the level of its row only tells it apart."""
    measures: dict[str, Value] = {}
    for header in reversed(said):
        measures |= {key: value for key, value in header.labels.items() if key not in ("currency",) or value}
    if "level" in labels and isinstance(band := measures.get("level"), Cell):
        del measures["level"]
        measures["qualifier"] = band
    return measures


def _level_as_role(cell: Cell) -> dict[str, Value]:
    """`Role: Senior` is a level, `Role: Executive Director` a job as well."""
    named = mentions.find(cell, ("level",))
    covered = sum(len(one.cell) for one in named)
    if len(cell.text.split()) > MOST_LEVEL_WORDS and named and covered * 4 < len(cell) * 3:
        return {"level": named[0].cell, "role": cell}  # `Graduate Engineer Trainee`
    found = meaning.level(cell.text)
    return {"level": cell, "role": cell} if found is not None and found.level in _LEADING else {"level": cell}


def _field_of_work(said: list[Header], labels: Mapping[str, Value]) -> dict[str, Value]:
    """`Psychiatry` in a row or above a column, on a page that names no job: whose pay it is."""
    rows = [fields.field(value) for key in _NARROW if isinstance(value := labels.get(key), Cell)]
    named = [work for work in (*(header.work for header in said), *rows) if work is not None]
    return {"role": named[0]} if named else {}


def _names_pay_only(said: Header, key: str) -> bool:
    return bool(said.components or said.weak) and key not in said.labels and "role" not in said.labels


def _flags(table: Table) -> tuple[str, ...]:
    return ("reconstructed_table",) if table.alternatives else ()


def _code(label: Label | None) -> str | None:
    return label.text if isinstance(label, Read) else None


def _text(label: Label) -> str:
    return label.text
