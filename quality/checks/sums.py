"""Totals that a sentence or a story states beside their parts."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, apart, grouped, money

TOLERANCE = 0.03
ROUGHLY = 0.05
"""Where the document itself says that the total is about so much."""
_TOLD = ("prose", "bullet", "faq", "heading", "label_value")
_PERIODS = ("year", "grant", "one_time", None)
_YEARLY_EXTRAS = ("bonus", "commission", "profit_share", "other", "benefits", "allowance")
_PARTS = ("base", "equity", "signing_bonus", *_YEARLY_EXTRAS)


def sums(rows: list[Row]) -> Iterator[Finding]:
    """A total beside its parts (`$155K base + $18K bonus = $173K total`), and that of a person's story.

    A signing bonus may count whole, in part (spread over years) or not at all. Where no part but base and equity is
    named, a greater total is no contradiction: the sentence need not name them all.
    """
    told = [row for row in rows if row["context"] in _TOLD and _is_part_of_a_year(row)]
    for together in grouped(told, _together).values():
        for currency in dict.fromkeys(row["currency"] for row in together if row["unit"] == "currency"):
            yield from _sum(
                [row for row in together if row["currency"] == currency or _is_bonus_percent(row)]
            )


def _is_part_of_a_year(row: Row) -> bool:
    return row["period"] in _PERIODS or (
        row["component"] == "signing_bonus" and row["period"] == "first_year"
    )


def _together(row: Row) -> tuple[object, ...] | None:
    """The sentence; of a story the whole line, since its total comes a sentence later."""
    where = row["line_start"] if row["claim"] == "anecdote" else row.get("package_id")
    return (
        None
        if where is None
        else (where, row.get("company"), row.get("stance"), row["claim"], row.get("region_label"))
    )


def _sum(rows: list[Row]) -> Iterator[Finding]:
    total = _only([row for row in rows if row["component"] == "total" and row["period"] == "year"])
    parts = [
        _only([row for row in rows if row["component"] == part and row.get("comparison") is None])
        for part in _PARTS
    ]
    named = [row for row in parts if row is not None]
    base = parts[0]
    if total is None or base is None or len(named) < 2 or _twice(rows):
        return
    values = {row["component"]: _a_year(row, base["low"]) for row in named}
    whole = sum(values.values())
    least = whole - values.get("signing_bonus", 0.0)
    expected = min(max(total["low"], least), whole)
    incomplete = not any(row["component"] in _YEARLY_EXTRAS for row in named) and total["claim"] != "anecdote"
    if incomplete and total["low"] > expected:
        return
    allowed = ROUGHLY if "approximate" in total["flags"] else TOLERANCE
    if abs(apart(total["low"], expected)) > allowed:
        counted = [row for row in named if expected == whole or row["component"] != "signing_bonus"]
        added = " + ".join(_shown(row, base["low"]) for row in counted)
        shown = f"{added} = {money(expected)}, stated {money(total['low'])}"
        says = {"shown": shown, "apart": f"{apart(total['low'], expected):+.1%}"}
        yield Finding("sum_apart", total, says, base, round(expected, 2), total["low"])


def _is_bonus_percent(row: Row) -> bool:
    return (
        row["unit"] == "percent" and row["component"] == "bonus" and row.get("applies_to") in (None, "base")
    )


def _only(rows: list[Row]) -> Row | None:
    """The one closed point among rows of one component; None for none, several or a range."""
    if len({row["figure_id"] for row in rows}) != 1 or rows[0]["low"] is None:
        return None
    return rows[0] if rows[0]["low"] == rows[0]["high"] and not rows[0]["open_ended"] else None


def _twice(rows: list[Row]) -> bool:
    """Whether a part or the total is named more than once, or as a range: then nobody knows what adds up to what."""
    for component in ("total", *_PARTS):
        own = [row for row in rows if row["component"] == component]
        if own and _only(own) is None:
            return True
    return False


def _a_year(row: Row, base: float) -> float:
    value: float = row["low"]
    if row["unit"] == "percent":
        return value / 100 * base
    return value / row["vesting_years"] if row["period"] == "grant" and row.get("vesting_years") else value


def _shown(row: Row, base: float) -> str:
    if row["unit"] == "percent":
        return f"{row['low']:g}% x {money(base)}"
    divided = row["period"] == "grant" and row.get("vesting_years")
    return f"{money(row['low'])} / {row['vesting_years']:g}" if divided else money(row["low"])
