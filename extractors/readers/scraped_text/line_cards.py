"""Labels with values over or under them, one a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.readers.scraped_text.card_lines import (
    is_bare,
    is_named,
    is_of_a_currency,
    kind_at,
    names_itself,
    with_currency,
)
from extractors.readers.scraped_text.stacked_rows import COUNT, YEARS, is_unit
from extractors.readers.scraped_text.values import kind_of, signed
from normalizers import figures, labels
from schemas import Block, Cell
from schemas.wordings import pattern

_EXPERIENCE = re.compile(rf"{YEARS.pattern}(?: of)?(?: work)? exp(?:erience|\.)?", re.IGNORECASE)
"""`1-3 years experience`, below an amount."""
_RATING = re.compile(r"[1-5](?:[.,]\d)?\s?(?:★|☆|⭐|out of 5)?")
_RATED = re.compile(r"[1-5][.,]\d(?:\s?(?:★|☆|⭐|out of 5))?")
"""`3.4` alone: a rating too, which a whole number need not be."""
_BESIDE = (COUNT, _RATING, _EXPERIENCE)
RANGE, MOST_APART = 2, 3.0
"""Ends of a range, and how many times the middle of one its ends may be."""
LEAST_PAIRS, MOST_PAIRS = 2, 20
MOST_COUNTS = 4
"""Lines between a payer and an amount that say how it is rated, and how many told theirs."""


def cards(lines: Sequence[Cell], at: int) -> tuple[list[Block], int] | None:
    """The cards that follow each other from here (`Median total comp` / `$250k`), and the line behind them."""
    value_first = _pair(lines, at)
    if value_first is None:
        return None
    found: list[Block] = []
    while _follows(lines, at, value_first):
        if value_first:
            value, below = _value(lines, at)
            value, label = with_currency(value, lines[below].strip())
            found.append(Block("label_value", value, label=label))
            at = below + 1
        else:
            counts = _counts(lines, at)
            label, behind = _label(lines, at)
            value, at = _values(lines, behind, label)
            if counts and (told := _told(lines[behind - 1])) is not None:
                value = Cell.joined([value, told], "\n")
            found.append(Block("label_value", value, label=label))
        behind = _skip(lines, at)
        if behind < len(lines) and _pair(lines, behind) == value_first:
            at = behind
    return found, at


def _label(lines: Sequence[Cell], at: int) -> tuple[Cell, int]:
    """The label of a value, with the years of experience that a line of their own says (`Fitter II` / `3 - 6 years`)."""
    label = lines[at].strip()
    if (counts := _counts(lines, at)) > 0:
        between = (line.strip() for line in lines[at + 1 : at + 1 + counts])
        years = [line for line in between if _EXPERIENCE.fullmatch(line.text)]
        return Cell.joined([label, *years], ", "), at + 1 + counts
    if kind_at(lines, at + 1) == "label":
        return Cell.joined([label, lines[at + 1].strip()], ", "), at + 2
    return label, at + 1


def _values(lines: Sequence[Cell], at: int, label: Cell) -> tuple[Cell, int]:
    """The value of a label, or several (`2024 Median Pay` / `$94,260 per year` / `$45.32 per hour`)."""
    value, at = _value(lines, at)
    times, found = _times(value), [value]
    while (at := _behind_signs(lines, at)) < len(lines) and kind_at(lines, at) == "value":
        more, stop = _value(lines, at)
        other_end = len(found) == 1 and _is_range(label)
        if not other_end and _last_label(lines, at) is not None:
            break  # `Average pay` / `£26,400` / `/ year` / `£2,200` / `Monthly` / `£508` / `Weekly`
        again = not times.isdisjoint(_times(more)) and stop < len(lines) and kind_at(lines, stop) == "label"
        if again and not other_end and pattern("pay").search(lines[stop].text):
            break  # `₹75T - ₹2L/yr` / `₹13,40,000 /yr` / `Median total pay`: an amount of the next card
        at = stop
        found.append(more)
    value = Cell.joined(_ends_joined(found, label), "\n")
    if at < len(lines) and (told := _told(lines[at])) is not None:
        behind = kind_at(lines, at + 1) if at + 1 < len(lines) else ""
        if behind != "value":
            return Cell.joined([value, told], "\n"), at + 1
    return value, at


def _is_range(label: Cell) -> bool:
    said = labels.statistic(label.text)
    return said is not None and said.name == "range"


def _ends_joined(values: list[Cell], label: Cell) -> list[Cell]:
    """The values of a card, of which two may be the ends of one range: those below `Range`, and those around an average above them."""
    sizes = [_size(value) for value in values]
    if len(values) == RANGE and _is_range(label) and 0 < sizes[0] < sizes[1]:
        return [Cell.joined(values, " - ")]
    if len(values) == RANGE + 1:
        middle, low, high = sizes
        if low < middle < high < MOST_APART * middle and middle < MOST_APART * low:
            return [values[0], Cell.joined(values[1:], " - ")]
    return values


def _size(value: Cell) -> float:
    """The amount that a value is, if it is one alone; else 0."""
    stated = figures.find(value)
    alone = len(stated) == 1 and stated[0].unit == "currency" and stated[0].low == stated[0].high
    return stated[0].low or 0.0 if alone else 0.0


def _told(line: Cell) -> Cell | None:
    """How many told what they are paid, or with how many years of work, where a line says nothing else."""
    if _EXPERIENCE.fullmatch(line.text.strip()) is not None:
        return line.strip()
    found = COUNT.fullmatch(line.text.strip())
    return line.strip().cut(*found.span("told")) if found is not None else None


def _behind_signs(lines: Sequence[Cell], at: int) -> int:
    """The value below dashes that stand for values nobody gave, or a lone bar; the line itself where none follows."""
    behind = at
    while behind < len(lines) and (
        kind_of(lines[behind]) == "none"
        or lines[behind].text.strip() == "|"
        or (behind > at and not lines[behind].text.strip())
    ):
        behind += 1
    return behind if behind < len(lines) and kind_at(lines, behind) == "value" else at


def _times(value: Cell) -> set[str]:
    """For which times the amounts of a card are paid, where they say so."""
    return {figure.period for figure in figures.find(value) if figure.period is not None}


def _value(lines: Sequence[Cell], at: int) -> tuple[Cell, int]:
    """A value, with the words for a time on the line below it."""
    value = signed(lines[at].strip())
    if at + 1 < len(lines) and is_unit(lines[at + 1]):
        return Cell.joined([value, lines[at + 1].strip()], " "), at + 2
    return value, at + 1


def _below(lines: Sequence[Cell], at: int) -> int:
    """The line below a label, or below a value and the words for a time that belong to it."""
    return at + 2 if at + 1 < len(lines) and is_unit(lines[at + 1]) else at + 1


def _follows(lines: Sequence[Cell], at: int, value_first: bool) -> bool:
    """Whether one more card of a run stands here: the order is known by now."""
    below = _below(lines, at)
    if below >= len(lines):
        return False
    kinds = kind_at(lines, at), kind_at(lines, below)
    return kinds == (("value", "label") if value_first else ("label", "value")) or (
        not value_first and (_has_years(lines, at) or _counts(lines, at) > 0)
    )


def _has_years(lines: Sequence[Cell], at: int) -> bool:
    """Whether a label with years of experience below it stands above a value."""
    if at + 2 >= len(lines) or YEARS.fullmatch(lines[at + 1].text.strip()) is None:
        return False
    if at + 3 < len(lines) and YEARS.fullmatch(lines[at + 3].text.strip()):
        return False  # `Pay by experience` / `1 - 3 years` / `€50,200` / `4 - 6 years`: a heading
    if YEARS.fullmatch(lines[at].text.strip()):
        return False
    return kind_at(lines, at) == "label" and kind_at(lines, at + 2) == "value"


def _counts(lines: Sequence[Cell], at: int) -> int:
    """How many lines between a label and its amount rate a payer and count who told theirs (`3.2` / `2,184 reviews`); else 0."""
    if at + 2 >= len(lines) or kind_at(lines, at) != "label" or COUNT.fullmatch(lines[at].text.strip()):
        return 0
    texts = [line.text.strip() for line in lines[at + 1 : at + 2 + MOST_COUNTS]]
    beside = itertools.takewhile(lambda text: any(one.fullmatch(text) for one in _BESIDE), texts)
    count = sum(1 for _ in beside)
    counted = any(COUNT.fullmatch(text) or _RATED.fullmatch(text) for text in texts[:count])
    behind = lines[at + 1 + count] if at + 1 + count < len(lines) else None
    return count if counted and behind is not None and kind_of(behind) == "money" else 0


def _skip(lines: Sequence[Cell], at: int) -> int:
    while at < len(lines) and not lines[at].text.strip():
        at += 1
    return at


def _pair(lines: Sequence[Cell], at: int) -> bool | None:
    """Whether a card stands here: True with its value first, False with its label first, None for no card."""
    below = _below(lines, at)
    if below >= len(lines):
        return None
    kinds = kind_at(lines, at), kind_at(lines, below)
    if is_of_a_currency(lines, at):
        return True
    if is_of_a_currency(lines, at + 1):
        return None
    if kinds == ("label", "value") or _has_years(lines, at) or _counts(lines, at):
        return None if _heads_values(lines, at + _has_years(lines, at)) else False
    if kinds == ("value", "label"):
        behind = kind_at(lines, below + 1) if below + 1 < len(lines) else ""
        before = kind_at(lines, at - 1) if at else ""
        own = behind == "label" and is_named(lines[below])  # `€58,214` / `Avg. base salary` / `10%` / `€43k`
        return True if before != "label" or behind == "value" or own else None
    return None


def _heads_values(lines: Sequence[Cell], at: int) -> bool:
    """Whether a label heads values over their labels (`What they earn` / `£21K` / `Low` / `£30K` / `High`)."""
    if _fit_below(lines, at):
        return True
    last = _last_label(lines, at + 1)
    # `Average salary range` above `£33,750` / `low` / ... / `high` has a name of pay too, but more than the name of an end.
    return last is not None and (not is_named(lines[at]) or (is_bare(last) and not is_bare(lines[at])))


def _fit_below(lines: Sequence[Cell], at: int) -> bool:
    """Whether each of the values below a label is of what stands below it, and few of them of what stands above.

    `At a glance` / `$43.27/hr` / `Median wage` / `97%` / `Employed in a year`: an amount goes with words for pay, a percent with others.
    """
    pairs: list[tuple[Cell, Cell]] = []
    above, value = lines[at], at + 1
    fits = 0
    while (below := _below(lines, value)) < len(lines) and len(pairs) < MOST_PAIRS:
        if (kind_at(lines, value), kind_at(lines, below)) != ("value", "label"):
            break
        fits += _fits(lines[value], above)
        pairs.append((lines[value], lines[below]))
        above, value = lines[below], _skip(lines, below + 1)
    if value < len(lines) and kind_at(lines, value) == "value":
        return False
    return (
        len(pairs) > LEAST_PAIRS and all(_fits(*pair) for pair in pairs) and fits <= len(pairs) - LEAST_PAIRS
    )


def _fits(value: Cell, label: Cell) -> bool:
    about_pay = pattern("title_of_pay").search(label.text) is not None or is_named(label)
    return (kind_of(value.strip()) == "money") == about_pay


def _last_label(lines: Sequence[Cell], at: int) -> Cell | None:
    """The label with which values and labels end that take turns from a value on, where it says what it stands below.

    Nothing but values over their labels ends so: the last label has no value below it, and names a statistic, a part of pay or a time.
    """
    last, pairs = at, 0
    while (below := _below(lines, at)) < len(lines) and pairs < MOST_PAIRS:
        if (kind_at(lines, at), kind_at(lines, below)) != ("value", "label") or names_itself(lines[at]):
            break
        last, at = below, _skip(lines, below + 1)
        pairs += 1
    goes_on = at < len(lines) and kind_at(lines, at) == "value" and not names_itself(lines[at])
    return lines[last] if pairs >= LEAST_PAIRS and not goes_on and is_named(lines[last]) else None
