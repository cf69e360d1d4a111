"""Sums that a text works out (`£61,000 + £9,150 + £4,800 = £74,950`): each part is what the text has called that amount, or its share.

Worked examples list the parts of somebody's pay and add them up below. The line with the sum names none of them again; that the
numbers add up shows what it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from normalizers.figures.spellings import least_a_year
from schemas import Cell, Extract, Figure, Inferred, Read, Row
from schemas.fixed import fixed
from schemas.row import FIGURE_KEYS, Label

SIGN = 3
"""Characters of a sign between two amounts (` + `, ` = `)."""
_ROUNDED = 0.004
"""How far a sum or a share may be off, as people round them."""
_LEAST_YEAR = 10_000.0
NEAR, FURTHEST = 9, 500
"""Rows and characters in front of a sum within which its parts stand."""
FAR = 40
"""So many rows in front an amount may have been named."""
_YEARS = 4
_SHARES = ("bonus", "commission", "benefits", "equity", "allowance", "profit_share")


@fixed
class _Sum:
    """The rows that are added, from `first` on, and that of the sum at `at`."""

    first: int
    at: int


def summed(extracted: Iterable[Extract]) -> Iterator[Extract]:
    """The same rows, with the parts of sums named."""
    everything = list(extracted)
    rows = [item for item in everything if isinstance(item, Row)]
    at = 0
    while at < len(rows):
        found = _sum_from(rows, at)
        if found is not None:
            _name(rows, found)
            at = found.at
        elif (parts := _comes_to(rows, at)) is not None:
            rows[at].values["component"] = Inferred("total", parts)
        at += 1
    yield from everything


def _comes_to(rows: Sequence[Row], at: int) -> Cell | None:
    """The base of which an amount is the whole, with what is paid beside it (`€70,000 and a bonus of €7,000. So €77,000.`)."""
    mine, label = _amount(rows[at]), rows[at].values.get("component")
    if mine is None or not (label is None or (isinstance(label, Inferred) and label.text == "base")):
        return None
    added: list[float] = []
    shares: list[float] = []
    once: list[float] = []
    for row in reversed(rows[max(0, at - NEAR) : at]):
        figure, part = row.values.get("amount"), row.values.get("component")
        if not isinstance(figure, Figure) or figure.is_range or not figure.high or not row.package:
            return None
        if "comparison" in row.values or mine.cell.start - figure.cell.end > FURTHEST:
            return None
        said = part.text if isinstance(part, Read | Inferred) else "base"
        if figure.unit == "percent":
            shares += [figure.high / 100] if said in _SHARES else []
        elif said == "signing_bonus" and figure.currency == mine.currency:
            once.append(figure.high)
        elif said == "equity" and figure.period == "grant":
            continue  # what vests in a year stands beside it
        elif figure.currency != mine.currency or (figure.period or mine.period) != (
            mine.period or figure.period
        ):
            return None
        elif said in _SHARES:
            added.append(figure.high)
        elif any(_is_whole_of(mine.high or 0.0, figure.high, [*added, one], shares) for one in (0.0, *once)):
            return figure.cell
        else:
            added, shares = [], []  # of what is paid elsewhere
    return None


def _is_whole_of(whole: float, base: float, added: Sequence[float], shares: Sequence[float]) -> bool:
    """Whether an amount is a base with all that is paid beside it; a share whose amount is stated too counts once."""
    others = [share * base for share in shares]
    # A grant over four years, and a quarter of it: the whole counts what comes in a year.
    added = [one for one in added if not any(_nearly(part * _YEARS, one) for part in added if part)]
    more = sum(added) + sum(one for one in others if not any(_nearly(one, other) for other in added))
    return more > 2 * _ROUNDED * base and _nearly(base + more, whole)


def _sum_from(rows: Sequence[Row], first: int) -> _Sum | None:
    """The sum whose first part is the row at `first`."""
    total, before = 0.0, _amount(rows[first])
    if before is None:
        return None
    for at in range(first + 1, len(rows)):
        amount = _amount(rows[at])
        total += before.high or 0.0
        if amount is None or not _beside(rows[at - 1], rows[at], before, amount):
            return None
        if at > first + 1 and _nearly(total, amount.high):
            return _Sum(first, at)
        before = amount
    return None


def _amount(row: Row) -> Figure | None:
    """The one amount of money of a row of running text."""
    figure = row.values.get("amount")
    if not isinstance(figure, Figure) or figure.unit != "currency" or figure.is_range or not figure.high:
        return None
    return figure if row.package.startswith("sentence ") else None


def _beside(row: Row, other: Row, figure: Figure, following: Figure) -> bool:
    same = row.package == other.package and figure.currency == following.currency
    return same and following.cell.start - figure.cell.end == SIGN


def _nearly(value: float, other: float | None) -> bool:
    return other is not None and abs(value - other) <= _ROUNDED * other


def _name(rows: Sequence[Row], found: _Sum) -> None:
    """Fill in what the parts of a sum are, that it is the whole, and that all of them are paid for the same time."""
    begins = rows[found.first].values["amount"]
    assert isinstance(begins, Figure)  # noqa: S101 - `_amount` has seen to it
    for at in range(found.first, found.at):
        row = rows[at]
        if _is_said_here(row, begins.cell, rows[found.at]):
            continue
        label = _named_before(rows, at, found) or _share_before(rows, at, found)
        row.values["component"] = label or Inferred("other" if at > found.first else "base", begins.cell)
    if not _is_said_here(rows[found.at], begins.cell, rows[found.at]):
        rows[found.at].values["component"] = Inferred("total", begins.cell)
    period = _period(rows[found.first : found.at + 1])
    for row in rows[found.first : found.at + 1]:
        figure = row.values["amount"]
        open_ = isinstance(figure, Figure) and figure.period is None and "period" not in row.values
        if open_ and period is not None:
            row.values["period"] = period


def _is_said_here(row: Row, begins: Cell, last: Row) -> bool:
    """Whether the line of a sum itself says what an amount is (`£40,000 base + £5,000 bonus = ...`)."""
    label, end = row.values.get("component"), last.values["amount"]
    cell = label.cell if isinstance(label, Read) else label if isinstance(label, Cell) else None
    return cell is not None and isinstance(end, Figure) and begins.start <= cell.start < end.cell.end + FAR


def _named_before(rows: Sequence[Row], at: int, found: _Sum) -> Label | None:
    """What the nearest row in front calls the same amount."""
    mine = _amount(rows[at])
    for row in reversed(rows[max(0, found.first - FAR) : found.first]):
        other = row.values.get("amount")
        same = isinstance(other, Figure) and other.unit == "currency" and not other.is_range
        if same and isinstance(other, Figure) and mine is not None and other.high == mine.high:
            return _part(row)
    return None


def _share_before(rows: Sequence[Row], at: int, found: _Sum) -> Label | None:
    """The part of pay of which a row in front says the percent that an amount is of the first one."""
    mine, base = _amount(rows[at]), _amount(rows[found.first])
    if mine is None or base is None or at == found.first:
        return None
    for row in reversed(rows[max(0, found.first - FAR) : found.first]):
        share = row.values.get("amount")
        if not isinstance(share, Figure) or share.unit != "percent" or share.is_range or not share.high:
            continue
        part = _part(row)
        if (
            part is not None
            and part.text in _SHARES
            and _nearly(share.high / 100 * (base.high or 0), mine.high)
        ):
            return part
    return None


def _part(row: Row) -> Inferred | None:
    label = row.values.get("component")
    named = next((key for key in FIGURE_KEYS if key in row.values and key != "amount"), None)
    text = named or getattr(label, "text", None)
    cell = label.cell if isinstance(label, Read | Inferred) else None
    return Inferred(text, cell) if text is not None else None


def _period(rows: Sequence[Row]) -> Label | None:
    """The time for which one of the amounts is paid; a sum of so much money is that of a year."""
    for row in reversed(rows):
        figure, label = row.values["amount"], row.values.get("period")
        if isinstance(figure, Figure) and figure.period is not None and figure.period_cell is not None:
            return Inferred(figure.period, figure.period_cell)
        if isinstance(label, Read | Inferred):
            return Inferred(label.text, label.cell)
    last = _amount(rows[-1])
    if last is None:
        return None
    much = (last.high or 0.0) >= least_a_year().get(last.currency or "", _LEAST_YEAR)
    return Inferred("year", last.cell) if much else None
