"""A figure of a table as a row: its component, its labels and its measures."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from extractors.readers.pay_figures import average_of, component_of, difference_labels, gap_statistic, time_of
from extractors.readers.pay_table.sheet import Place, Sheet
from extractors.readers.said_of_all import OF_ALL
from extractors.readers.scope.roles import same_role
from normalizers import cues, fields, figures, headers
from normalizers.figures.spellings import share_a_sign
from normalizers.headers import Header
from normalizers.periods import WITHIN_A_YEAR
from schemas import Cell, Extract, Figure, Inferred, Note, NotPay, Read, Row
from schemas.row import Label, Value
from schemas.wordings import pattern

_OF_PAY = ("role", "level", "experience", "statistic", "percentile", "period")
"""What headers of pay say, and hardly any other."""
_PAID_BY_TIME = ("base", "wage", "total")
"""What a page's title may say that all its tables pay for (`Military Basic Pay (Monthly)`)."""
_NARROW = ("specialization", "qualifier", "level")
_MAY_BE_LESS = ("premium", "other")
_OF_MONEY = ("currency", "period", "vesting")


def of(sheet: Sheet, place: Place, figure: Figure, rest: Sequence[Cell] = ()) -> Iterator[Extract]:
    """The row of a figure, or a note; `rest` are the words beside it in its cell."""
    scaled = place.column.scaled(figure, place.headings)
    if scaled is None:
        yield Note("ambiguous_scale", figure.cell, f"{place.locator}: {figure.cell.text!r} has no unit")
        return
    component = component_of(scaled, rest, place.said, sheet.captions, sheet.scope)
    component = (
        component or _beside_pay(sheet, scaled, headed=bool(place.said)) or _counted_so(sheet, scaled, rest)
    )
    if component is None:
        yield Note("unread_column", figure.cell, f"{place.locator}: nothing says what the figure is")
        return
    if scaled.sign < 0 and scaled.unit == "currency" and component.text not in _MAY_BE_LESS:
        yield NotPay(figure.cell, "deductions")  # `-34,410` among the lines of a payslip
        return
    values = (
        _labels(sheet, place, scaled, component)
        | _names(place)
        | time_of(scaled, rest)
        | average_of(scaled, rest)
    )
    values |= {"amount": scaled, "component": component}
    yield _row(sheet, values, place.column.name_cell, place.locator, place.row)


def in_header(sheet: Sheet, header: Header, locator: str, labels: Mapping[str, Value]) -> Iterator[Extract]:
    """Figures in a header or row label: `Bonus (15%)`, `Target (+$61K)`."""
    for figure in figures.find(header.cell):
        rank = "percentile" in header.labels and figure.unit == "percent"
        if rank or figure.high == 0:
            yield NotPay(figure.cell, "rank" if rank else "unit")  # `10%`, `A$000`
            continue
        values: dict[str, Value] = {**sheet.page, **labels, **header.labels}
        if header.components:
            values["component"] = Read(*header.components[0])
        elif figure.sign:
            values |= {"component": Read("premium", header.cell), **difference_labels(figure, [header])}
        else:
            yield Note("unread_figure", figure.cell, f"{locator}: a figure in a header")
            continue
        values |= {"amount": figure, "figure_label": header.cell}
        yield _row(sheet, values, header.cell, locator, locator)


def _row(sheet: Sheet, values: dict[str, Value], name: Cell, locator: str, package: str) -> Row:
    """A row of these values; `name` is the header of its figure."""
    figure = values["amount"]
    if isinstance(figure, Figure) and figure.unit == "percent":
        values = {key: value for key, value in values.items() if key not in _OF_MONEY}
    if "stance" in values:
        values["claim"] = Read("negotiation", name)
    return Row(context=sheet.table.context, locator=locator, package=package, flags=sheet.flags, **values)


def _labels(sheet: Sheet, place: Place, figure: Figure, component: Label) -> dict[str, Value]:
    """What holds for a figure, the nearer before the farther: its headers, its row, the caption, the page."""
    labels = place.labels
    measures = _measures(sheet, place.said, labels)
    captioned = _captioned(sheet, figure, component)
    if not sheet.states_role and not any("role" in said for said in (labels, measures, captioned)):
        labels = {**labels, **_field_of_work(place.said, labels)}
    values = {
        **_paid(sheet, component),
        **_counted(sheet, figure),
        **_middle(sheet, figure),
        **sheet.page,
        **captioned,
        **labels,
        **measures,
    }
    if component.text == "premium":
        values |= difference_labels(figure, place.said)
        values |= gap_statistic(values.get("statistic"), place.column.header)
    ends = {*sheet.upper, *sheet.uppers}
    header = place.column.header
    if header is not None and header.end and place.column.index not in ends and not figure.is_range:
        named = "minimum" if header.end == "low" else "maximum"
        if "statistic" not in {
            **labels,
            **measures,
        }:  # whatever the words above the table say (`Average salary by job`)
            values["statistic"] = Read(named, header.cell)
    if place.column.needs_name:
        values.setdefault("qualifier", place.column.name_cell)
    return values


def _middle(sheet: Sheet, figure: Figure) -> dict[str, Value]:
    """`All figures are medians`: what an amount is that is no range."""
    said = sheet.scope.get(OF_ALL)
    return {} if said is None or figure.is_range or figure.unit == "percent" else {"statistic": said}


def _captioned(sheet: Sheet, figure: Figure, component: Label) -> dict[str, Value]:
    """What the words around the table say, with the page's own title for the same job in other words (`412 fitters answered`)."""
    said = sheet.captions.labels(figure, component)
    if isinstance(role := said.get("role"), Cell):
        said["role"] = same_role(role, sheet.page.get("role"))
    return said


def _names(place: Place) -> dict[str, Value]:
    """The words that name a figure: a label of its row that states a component, else the header of its column."""
    if place.headings and place.headings[0].components:
        return {"figure_label": place.headings[0].cell}
    header = place.column.header
    return {"figure_label": header.cell} if header is not None and header.cell else {}


def _counted(sheet: Sheet, figure: Figure) -> dict[str, Value]:
    """The currency that the page says its figures are in, for amounts without a sign of their own, or with one that it may mean."""
    of_page = sheet.scope.get("currency")
    other = of_page is not None and of_page.text != "USD" and share_a_sign("USD", of_page.text)
    meant = "dollar_sign" in figure.flags and other
    if figure.unit != "currency" or (figure.currency_cell is not None and not meant):
        return {}
    around = sheet.captions.currency
    if figure.currency_cell is None and isinstance(around, Read) and around.cell.text.strip() != "$":
        return {"currency": around}  # `Median hourly rate, in US dollars:` above rows of countries
    if of_page is not None:
        return {"currency": of_page}
    # `Base (CAD)` says it for the bonus and the total beside it as well.
    headed = [c.header.labels.get("currency") for c in sheet.columns if c.header is not None]
    said = [label for label in headed if isinstance(label, Read | Inferred)] or sheet.signed
    return {"currency": said[0]} if said and len({label.text for label in said}) == 1 else {}


def _paid(sheet: Sheet, component: Label) -> dict[str, Value]:
    """The time that the page says its pay is for, where it is a short one."""
    paid = sheet.scope.get("period")
    said = paid is not None and paid.text in WITHIN_A_YEAR and component.text in _PAID_BY_TIME
    return {"period": paid} if said and paid is not None else {}


def _beside_pay(sheet: Sheet, figure: Figure, *, headed: bool) -> Label | None:
    """`Joining` beside `After 5 years`: pay, where another column of its table is said to be, or is a level, a time or a statistic.

    So are amounts without any header below `By city`, on a page that says whose pay it is, and below a time that pay is for
    (`Captains, hourly`); and amounts beside jobs, whatever tells their columns apart (`Live-in | Live-out`).
    """
    told = any(c.holds_figures and c.header is not None and c.header.names_pay for c in sheet.columns)
    told |= any(
        c.holds_figures and c.header is not None and not c.header.labels.keys().isdisjoint(_OF_PAY)
        for c in sheet.columns
    )
    told = told or any(
        c.header is not None and pattern("column_of_a_sex").fullmatch(c.header.cell.text.strip(" *_"))
        for c in sheet.columns
        if c.holds_figures
    )
    told = told or (not headed and sheet.lists is not None and sheet.states_role)
    timed = sheet.captions.stated(sheet.scope).period is not None
    jobs = any(c.holds == "role" for c in sheet.columns)
    told |= jobs if sheet.table.header_rows else jobs or timed
    if sheet.table.context == "bullet":
        return Inferred("base")  # the words above the list are about pay
    return Inferred("base") if told and figure.unit == "currency" and figure.currency is not None else None


def _counted_so(sheet: Sheet, figure: Figure, rest: Sequence[Cell]) -> Label | None:
    """What the words in the cell of a figure make of it, where nothing else says what it is.

    `Term 1   $24.10 avg` in lines without a header: who counts an average of amounts without a word counts pay.
    `+10–15% vs. surface`: more than others are paid.
    """
    if figure.unit == "percent":
        compares = figure.sign and any(headers.compared_to(piece) is not None for piece in rest)
        return Read("premium", figure.cell) if compares else None
    headed = sheet.table.header_rows or figure.currency is None
    return Inferred("base") if average_of(figure, rest) and not headed else None


def _names_payers(sheet: Sheet) -> bool:
    """Whether a word for a job above a column is as often one for who pays."""
    heads = (c.header.labels.get("role") for c in sheet.columns if c.header is not None)
    words = (head.text.lower().split()[-1] for head in heads if isinstance(head, Cell))
    return any(not {word, word.removesuffix("s")}.isdisjoint(cues.words("title-or-payer")) for word in words)


def _has_jobs(sheet: Sheet) -> bool:
    """Whether a column names the job of each row, also where a row has only a rank there (`Senior QS`)."""
    return any(column.holds == "role" for column in sheet.columns)


def _measures(sheet: Sheet, said: Sequence[Header], labels: Mapping[str, Value]) -> dict[str, Value]:
    """What the headers of a figure say of it; a band beside the level of its row only tells it apart."""
    measures: dict[str, Value] = {}
    for header in reversed(said):
        measures |= {key: value for key, value in header.labels.items() if key != "currency" or value}
    if "level" in labels and isinstance(band := measures.get("level"), Cell):
        del measures["level"]
        measures["qualifier"] = band
    if isinstance(payer := measures.get("role"), Cell) and ("role" in labels or _has_jobs(sheet)):
        # `Consultant | Contractor | Developer` beside `Senior surveyor`: who pays, or what else tells the columns apart.
        del measures["role"]
        measures.setdefault("employer_group" if _names_payers(sheet) else "qualifier", payer)
    return measures


def _field_of_work(said: Sequence[Header], labels: Mapping[str, Value]) -> dict[str, Value]:
    """`Psychiatry` in a row or above a column, on a page that names no job: whose pay it is."""
    rows = [fields.field(value) for key in _NARROW if isinstance(value := labels.get(key), Cell)]
    named = [work for work in (*(header.work for header in said), *rows) if work is not None]
    return {"role": named[0]} if named else {}
