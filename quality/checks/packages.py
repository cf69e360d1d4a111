"""Figures stated together in a table or in front matter: totals against their parts; hourly against yearly pay."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, apart, grouped, is_market, money

TOLERANCE = 0.05
"""A total may lie so far from the sum of its parts: ends are rounded, and seldom all met by one person."""
FAR = 0.2
"""Beyond this a total and its parts, equity among them, are not about the same thing."""
HOURS_A_YEAR = 2080
HOURLY_TOLERANCE = 0.01
_ADDED = ("bonus", "profit_share", "commission")
_TABLES = ("front_matter", "table", "broken_table", "flattened_table", "glued_table")
_ENDS = ("low", "high")


def totals(rows: list[Row]) -> Iterator[Finding]:
    """The total of a table's row or of an entry in front matter against base + grant / vesting years + bonus.

    A document whose totals add the whole grant contradicts the basis that it states: its grants have no yearly value then.
    """
    tried = [one for package in _packages(rows) for one in _tried(package)]
    whole = [one for one in tried if abs(apart(one.stated, one.undivided)) <= TOLERANCE]
    fitting = [one for one in tried if abs(apart(one.stated, one.divided)) <= TOLERANCE]
    granted = [one for one in tried if one.undivided != one.divided]
    basis_is_whole = bool(granted) and len(whole) * 2 > len(tried) and len(whole) > len(fitting)
    for one in granted if basis_is_whole else ():
        # A row whose total fits the divided grant keeps its yearly value.
        if one.equity is not None and one.end == "low" and one.is_nearer_whole:
            yield Finding("equity_basis_unclear", one.equity, {"shown": one.shown(whole=True)}, one.total)
    for one in tried:
        whole_grant = basis_is_whole and one.is_nearer_whole
        expected = one.undivided if whole_grant else one.divided
        if abs(apart(one.stated, expected)) > TOLERANCE:
            says = {"shown": one.shown(whole=whole_grant), "apart": f"{apart(one.stated, expected):+.1%}"}
            far = one.equity is not None and abs(apart(one.stated, expected)) > FAR
            code = "total_far_apart" if far else "total_apart"
            yield Finding(code, one.total, says, one.base, round(expected, 2), one.stated)


class _Tried:
    """One end of a package: what the parts add up to, and what the total says."""

    def __init__(self, end: str, base: Row, equity: Row | None, added: list[Row], total: Row) -> None:
        self.end, self.base, self.equity, self.total = end, base, equity, total
        self._added = added
        self.stated: float = total[end]
        grant = equity[end] if equity else 0.0
        years = (equity.get("vesting_years") or 1.0) if equity and equity["period"] == "grant" else 1.0
        self._grant, self._years = grant, years
        rest = base[end] + sum(self._value(row) for row in added)
        self.divided: float = rest + grant / years
        self.undivided: float = rest + grant

    @property
    def is_nearer_whole(self) -> bool:
        """Whether the total lies nearer to the sum with the whole grant than to that with a year of it."""
        return abs(apart(self.stated, self.undivided)) < abs(apart(self.stated, self.divided))

    def _value(self, row: Row) -> float:
        value: float = row[self.end]
        return value / 100 * float(self.base[self.end]) if row["unit"] == "percent" else value

    def shown(self, *, whole: bool) -> str:
        """The arithmetic: `155,000 + 70,000 / 4 + 12% x 155,000 = 191,100, stated 210,000`."""
        parts = [money(self.base[self.end])]
        if self._grant:
            divided = self._years > 1 and not whole
            parts.append(money(self._grant) + (f" / {self._years:g}" if divided else ""))
        for row in self._added:
            percent = row["unit"] == "percent"
            parts.append(
                f"{row[self.end]:g}% x {money(self.base[self.end])}" if percent else money(row[self.end])
            )
        expected = self.undivided if whole else self.divided
        return f"{' + '.join(parts)} = {money(expected)}, stated {money(self.stated)}"


def _packages(rows: list[Row]) -> Iterator[list[Row]]:
    stated = (row for row in rows if row["context"] in _TABLES and is_market(row))
    # A figure in two currencies makes two packages; percents belong to both.
    for package in grouped(stated, lambda row: row.get("package_id")).values():
        currencies = dict.fromkeys(row["currency"] for row in package if row["unit"] == "currency")
        for currency in currencies:
            yield [row for row in package if row["currency"] in (currency, None)]


def _tried(package: list[Row]) -> Iterator[_Tried]:
    """The ends of a package that have everything that is needed; packages with a part twice say too much."""
    base, total, equity = (_only(package, component) for component in ("base", "total", "equity"))
    added = [_only(package, component) for component in _ADDED]
    parts = [row for row in added if row is not None]
    several = any(_count(package, component) > 1 for component in ("base", "total", "equity", *_ADDED))
    if base is None or total is None or several or not (equity or parts):
        return
    if base["period"] != total["period"] or (equity and equity["period"] not in ("grant", total["period"])):
        return
    if equity and equity["period"] == "grant" and not equity.get("vesting_years"):
        return
    needed = [base, total, *([equity] if equity else []), *parts]
    for end in _ENDS:
        if any(
            row[end] is None or (row["unit"] == "percent" and row["component"] == "equity") for row in needed
        ):
            continue
        point = all(row["low"] == row["high"] for row in needed)
        if end == "low" or not point:
            yield _Tried(end, base, equity, parts, total)


def _only(package: list[Row], component: str) -> Row | None:
    return next((row for row in package if row["component"] == component), None)


def _count(package: list[Row], component: str) -> int:
    return len({row["figure_id"] for row in package if row["component"] == component})


def slips(rows: list[Row]) -> Iterator[Finding]:
    """A total that is less than half of the base beside it, once both are a year's: one of them was stated for another time."""
    for package in _packages(rows):
        base, total = _only(package, "base"), _only(package, "total")
        if base is None or total is None or _count(package, "base") > 1 or _count(package, "total") > 1:
            continue
        least, most = base.get("annual_low"), total.get("annual_high")
        if least and most and most < least / 2:
            periods = [str(row["period"]).replace("_", " ") for row in (total, base)]
            shown = f"a total of {money(total['high'])} ({periods[0]}) beside a base of {money(base['low'])} ({periods[1]})"
            yield Finding("period_slip", total, {"shown": shown}, base, least, most)


def hours(rows: list[Row]) -> Iterator[Finding]:
    """Pay by the hour x 2080 against the yearly pay beside it; a cent an hour is rounding."""
    for package in grouped(rows, lambda row: row.get("package_id")).values():
        hourly = [row for row in package if row["period"] == "hour"]
        yearly = [row for row in package if row["period"] == "year" and row["unit"] == "currency"]
        for hour, year in ((h, y) for h in hourly for y in yearly):
            same = ("component", "statistic", "currency", "region_label", "level_label")
            if (
                any(hour[column] != year[column] for column in same)
                or hour["low"] is None
                or year["low"] is None
            ):
                continue
            expected = hour["low"] * HOURS_A_YEAR
            if abs(apart(year["low"], expected)) > HOURLY_TOLERANCE:
                shown = f"{money(hour['low'])} x {HOURS_A_YEAR:,} = {money(expected)}, stated {money(year['low'])}"
                says = {"shown": shown, "apart": f"{apart(year['low'], expected):+.1%}"}
                yield Finding("hour_year_apart", year, says, hour, expected, year["low"])
