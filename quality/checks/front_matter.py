"""Front matter against the tables of the body: what it lacks, states otherwise, or keeps one end of."""

from __future__ import annotations

from collections.abc import Iterator

from quality.checks.finding import Finding, Row, grouped, money, place

SAME = 0.005
_COMPONENTS = ("base", "equity", "bonus", "total")
_TABLES = ("table", "broken_table", "flattened_table", "glued_table")


def against_body(rows: list[Row]) -> Iterator[Finding]:
    """Every place that front matter and one table of the body both speak of, component by component."""
    heads = grouped(
        [r for r in rows if r["context"] == "front_matter" and r["component"] in _COMPONENTS], _where
    )
    bodies = grouped([r for r in rows if r["context"] in _TABLES and r["component"] in _COMPONENTS], _where)
    for where, head in heads.items():
        body = bodies.get(where, [])
        if (
            not body
            or len({row["package_id"] for row in body}) != 1
            or len({row["package_id"] for row in head}) != 1
        ):
            continue
        for component in _COMPONENTS:
            ours = [row for row in head if row["component"] == component]
            theirs = [row for row in body if row["component"] == component]
            if theirs and not ours:
                shown = f"{theirs[0]['evidence']} in line {theirs[0]['line_start']}"
                yield Finding(
                    "front_matter_lacks", theirs[0], {"component": component, "shown": shown}, head[0]
                )
            elif ours and theirs:
                yield from _compared(ours[0], theirs)


def _where(row: Row) -> tuple[object, ...] | None:
    own = place(row)
    return (own, row["company"]) if own else None


def _compared(ours: Row, theirs: list[Row]) -> Iterator[Finding]:
    comparable = [row for row in theirs if (row["unit"], row["currency"]) == (ours["unit"], ours["currency"])]
    if not comparable or any(_agree(ours, row) for row in comparable):
        return
    other = comparable[0]
    ends = (other["low"], other["high"])
    code = "front_matter_differs"
    if ours["low"] == ours["high"] and other["low"] != other["high"] and ours["low"] in ends:
        code = "front_matter_keeps_one_end"
    shown = f"{_written(ours)} against {_written(other)} in line {other['line_start']}"
    expected = other["low"] if ours["low"] != other["low"] else other["high"]
    stated = ours["low"] if ours["low"] != other["low"] else ours["high"]
    yield Finding(code, ours, {"component": ours["component"], "shown": shown}, other, expected, stated)


def _agree(one: Row, other: Row) -> bool:
    if one["period"] != other["period"] and "grant" in (one["period"], other["period"]):
        return True  # a grant and its yearly share are not compared
    pairs = [(one[end], other[end]) for end in ("low", "high")]
    return all(a == b or (a is not None and b is not None and abs(a - b) <= SAME * abs(b)) for a, b in pairs)


def _written(row: Row) -> str:
    sign = "%" if row["unit"] == "percent" else ""
    ends = [money(row[end]) + sign if row[end] is not None else "?" for end in ("low", "high")]
    return ends[0] if ends[0] == ends[1] else f"{ends[0]} to {ends[1]}"
