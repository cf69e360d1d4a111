"""What one place of a document says of an amount also holds where the document repeats the amount without saying it.

A guide that gives the median of a class as a `median annual wage of $112,590` means the same wage when it later writes
`the $112,590 median`. Only what a row leaves open is taken over, as inferred; what it says itself is never touched.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from normalizers import figures
from schemas import Cell, Ends, Extract, Figure, Inferred, Read, Row
from schemas.row import FIGURE_KEYS, Label, Value

Key = tuple[float | None, float | None, str | None]
_TAKEN_OVER = ("statistic", "percentile", "period")
_PRECISE_DIGITS = 4
MAX_WITNESSES = 20
"""Rows that are asked what an amount is; more of them only cost time."""
TOUCHING = 2
"""Characters between a word and the amount that it names."""
LEAST_ALIKE = 2
"""Amounts of a column that the text calls means, where none has so many digits that it is no coincidence."""
_COLUMN = re.compile(r"(?<=, )row \d+, ")
_SAME_SUBJECT = ("level", "region", "company", "specialization")


def agreed(extracted: Iterable[Extract]) -> Iterator[Extract]:
    """The same rows, with open labels filled from rows of the same document that state the same amount."""
    everything = list(extracted)
    stated: dict[Key, list[Row]] = {}
    for item in everything:
        if isinstance(item, Row):
            for key in _certain(item):
                witnesses = stated.setdefault(key, [])
                if len(witnesses) < MAX_WITNESSES:
                    witnesses.append(item)
    _means_by_column(everything)
    tables: dict[str, list[Row]] = {}
    for item in everything:
        if isinstance(item, Row) and isinstance(figure := item.values.get("amount"), Figure):
            if item.context.endswith("table") and (table := _table_of(item)):
                tables.setdefault(table, []).append(item)
            _fill(item, figure, stated)
    for rows in tables.values():
        _all_means(rows)
    yield from everything


def _means_by_column(everything: list[Extract]) -> None:
    """Let all amounts of a column be means, where the text calls some of them so (`the average nurse makes €18,700`)."""
    columns: dict[str, list[tuple[Key, Row]]] = {}
    means: dict[Key, Inferred] = {}
    for row in (item for item in everything if isinstance(item, Row)):
        key, said = _single(row), row.values.get("statistic")
        if key is not None and row.context.endswith("table"):
            columns.setdefault(_COLUMN.sub("", row.locator), []).append((key, row))
        elif key is not None and isinstance(said, Read) and said.text == "mean":
            means[key] = Inferred("mean", said.cell)
    for column in columns.values() if means else ():
        if any({"statistic", "comparison"} & row.values.keys() for _, row in column):
            continue
        known = [key for key in dict.fromkeys(key for key, _ in column) if key in means]
        if len(known) >= LEAST_ALIKE or any(_precise(low) for low, _, _ in known):
            for _, row in column:
                row.values["statistic"] = means[known[0]]


def _single(row: Row) -> Key | None:
    """The amount of a row, where it is money and no range."""
    figure = row.values.get("amount")
    if (
        not isinstance(figure, Figure)
        or figure.unit != "currency"
        or figure.low != figure.high
        or figure.bound
    ):
        return None
    return figure.low, figure.high, _currency(row, figure)


def _all_means(rows: list[Row]) -> None:
    """Let all amounts of a table be means, where one is that elsewhere, and the table says no statistic of any."""
    told = [label for row in rows if (label := row.values.get("statistic")) is not None]
    means = [label for label in told if isinstance(label, Inferred) and label.text == "mean"]
    if not means or len(means) < len(told):
        return
    for row in rows:
        figure = row.values["amount"]
        single = isinstance(figure, Figure) and figure.unit == "currency" and figure.low == figure.high
        if single and "comparison" not in row.values:
            row.values.setdefault("statistic", means[0])


def _certain(row: Row) -> Iterator[Key]:
    """The amounts whose component a row states."""
    # A table says what its figures are by its shape, even where no header names a component.
    says = row.context.endswith("table") or isinstance(row.values.get("component"), Read | Cell)
    for name, value in row.figures.items():
        if name == "amount" and not says:
            continue
        for figure in _figures(value):
            if figure.unit == "currency":
                yield figure.low, figure.high or figure.low, _currency(row, figure)


def _currency(row: Row, figure: Figure) -> str | None:
    """That of an amount, or the one that its row or column says."""
    label = row.values.get("currency")
    return figure.currency or (label.text if isinstance(label, Read | Inferred) else None)


def _figures(value: Value) -> list[Figure]:
    if isinstance(value, Figure):
        return [value]
    if isinstance(value, Cell):
        return list(figures.read(value).figures)
    assert isinstance(value, Ends | Read | Inferred | list) or value is not None  # noqa: S101 - other shapes hold no text
    return []


def _fill(row: Row, figure: Figure, stated: dict[Key, list[Row]]) -> None:
    if figure.unit != "currency" or "comparison" in row.values:
        return  # how much more or less something is paid says so itself
    low, high, currency = figure.low, figure.high or figure.low, _currency(row, figure)
    source = _source(row, stated.get((low, high, currency), []), _precise(low))
    if source is not None:
        in_table = source.context.endswith("table")
        says = _TAKEN_OVER if (_precise(low) or in_table) and not figure.bound else ("period",)
        if "level" in row.values and not _same(row, source, "level"):
            says = ("period",)  # the third of four levels may earn the mean of all
        _take_over(row, source, says)
    elif figure.is_range:
        ends = [_source(row, stated.get((end, end, currency), []), precise=True) for end in (low, high)]
        if ends[0] is not None and ends[1] is not None and ends[0].context == ends[1].context:
            _take_over(row, ends[0], ("period",))


def _source(row: Row, candidates: list[Row], precise: bool) -> Row | None:
    """The row to agree with: what most of them say it is."""
    fitting = [
        c
        for c in candidates
        if c is not row
        and not _in_one_table(row, c)
        and (precise or any(_same(row, c, key) for key in _SAME_SUBJECT))
    ]
    if not fitting:
        return None
    commonest = Counter(_component(other) for other in fitting).most_common(1)[0][0]
    return next(other for other in fitting if _component(other) == commonest)


def _in_one_table(row: Row, other: Row) -> bool:
    """Whether two rows stand in one table, whose columns say what each of them is."""
    table = _table_of(row)
    return row.context.endswith("table") and bool(table) and other.locator.startswith(f"{table},")


def _table_of(row: Row) -> str:
    """The table in which a row stands (`table 2`)."""
    return row.locator.partition(",")[0]


def _component(row: Row) -> str:
    label = row.values.get("component")
    named = next((key for key in FIGURE_KEYS if key in row.values and key != "amount"), "")
    return named or (label.text if isinstance(label, Read | Cell | Inferred) else "")


def _same(row: Row, other: Row, key: str) -> bool:
    mine, theirs = row.values.get(key), other.values.get(key)
    if isinstance(mine, Cell | Read) and isinstance(theirs, Cell | Read):
        # The region of the whole page is that of all its rows, and says nothing of two of them.
        if key == "region" and _place(mine) == _place(theirs):
            return False
        return mine.text.lower() == theirs.text.lower()
    return False


def _place(label: Cell | Read) -> int:
    return label.cell.start if isinstance(label, Read) else label.start


def _precise(amount: float | None) -> bool:
    """Whether an amount has so many digits that it is no coincidence when it comes twice."""
    return amount is not None and len(f"{amount:.2f}".rstrip("0").rstrip(".").rstrip("0")) >= _PRECISE_DIGITS


def _take_over(row: Row, source: Row, keys: tuple[str, ...]) -> None:
    if isinstance(own := row.values.get("component"), Inferred) and not _says_total(row, own):
        stated = source.values.get("component")
        cell = stated.cell if isinstance(stated, Read) else None
        row.values["component"] = Inferred(_component(source), cell)
    for key in keys:
        label = source.values.get(key)
        if isinstance(label, Inferred) and label.text == "grant" and _component(row) != _component(source):
            continue  # that follows from what the other amount is
        if key not in row.values and label is not None and not isinstance(label, list | Ends | Figure):
            row.values[key] = _inferred(label)


def _says_total(row: Row, component: Inferred) -> bool:
    """`Total $88,000` below a base salary of as much, of somebody who gets nothing else."""
    amount, word = row.values.get("amount"), component.cell
    beside = isinstance(amount, Figure) and word is not None and 0 < amount.cell.start - word.end <= TOUCHING
    return component.text == "total" and beside


def _inferred(label: Label) -> Label:
    return Inferred(label.text, label.cell) if isinstance(label, Read) else label
