"""Labels with values over or under them, one a line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from extractors.readers.adverts import AGE, DOTS
from extractors.readers.scraped_text.stacked_rows import BASED_ON, COUNT, MAX_CELL, VALUES, YEARS, is_unit
from extractors.readers.scraped_text.structure import OPEN_END, SENTENCE
from extractors.readers.scraped_text.values import kind_of, signed
from normalizers import figures, labels, mentions
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

MAX_LABEL_WORDS = 8
_NAMED = re.compile(r"[A-Z][^:$€£₹\d]{1,40}(?::\s|[a-z)](?=[$€£]\s?\d|\d{1,3}[.,'’]\d{3}))")
_RANK = re.compile(r"(?:10|25|50|75|90)\s?%")
_EXPERIENCE = re.compile(rf"{YEARS.pattern}(?: of)?(?: work)? exp(?:erience|\.)?", re.IGNORECASE)
"""`1-3 years experience`, below an amount."""
_RATING = re.compile(r"[1-5](?:[.,]\d)?\s?(?:★|☆|⭐|out of 5)?")
_RATED = re.compile(r"[1-5][.,]\d(?:\s?(?:★|☆|⭐|out of 5))?")
"""`3.4` alone: a rating too, which a whole number need not be."""
_BESIDE = (COUNT, _RATING, _EXPERIENCE)
_DIFFERENCE = re.compile(
    rf"\d[\d.,]*\s?%\s(?:{alternatives('more')}|{alternatives('less')})\b", re.IGNORECASE
)
_FIRM = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|plc|S\.A|B\.V|N\.V|[Aa]vg|[Mm]ax|[Mm]in|[Mm]ed)\.\Z")
"""The end of the name of a firm, or of a statistic (`Avg.`), which is none of a sentence."""
_BRACKETS = re.compile(r"\([^()]*\)")
MOST_NAMED = 2
"""Words of a label that is nothing but the name of a statistic."""
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
            found.append(Block("label_value", value, label=lines[below].strip()))
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
    if _kind_at(lines, at + 1) == "label":
        return Cell.joined([label, lines[at + 1].strip()], ", "), at + 2
    return label, at + 1


def _values(lines: Sequence[Cell], at: int, label: Cell) -> tuple[Cell, int]:
    """The value of a label, or several (`2024 Median Pay` / `$94,260 per year` / `$45.32 per hour`)."""
    value, at = _value(lines, at)
    times, found = _times(value), [value]
    while (at := _behind_signs(lines, at)) < len(lines) and _kind_at(lines, at) == "value":
        more, stop = _value(lines, at)
        other_end = len(found) == 1 and _is_range(label)
        if not other_end and _last_label(lines, at) is not None:
            break  # `Average pay` / `£26,400` / `/ year` / `£2,200` / `Monthly` / `£508` / `Weekly`
        again = not times.isdisjoint(_times(more)) and stop < len(lines) and _kind_at(lines, stop) == "label"
        if again and not other_end and pattern("pay").search(lines[stop].text):
            break  # `₹75T - ₹2L/yr` / `₹13,40,000 /yr` / `Median total pay`: an amount of the next card
        at = stop
        found.append(more)
    value = Cell.joined(_ends_joined(found, label), "\n")
    if at < len(lines) and (told := _told(lines[at])) is not None:
        behind = _kind_at(lines, at + 1) if at + 1 < len(lines) else ""
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
    return behind if behind < len(lines) and _kind_at(lines, behind) == "value" else at


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
    kinds = _kind_at(lines, at), _kind_at(lines, below)
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
    return _kind_at(lines, at) == "label" and _kind_at(lines, at + 2) == "value"


def _counts(lines: Sequence[Cell], at: int) -> int:
    """How many lines between a label and its amount rate a payer and count who told theirs (`3.2` / `2,184 reviews`); else 0."""
    if at + 2 >= len(lines) or _kind_at(lines, at) != "label" or COUNT.fullmatch(lines[at].text.strip()):
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
    kinds = _kind_at(lines, at), _kind_at(lines, below)
    if kinds == ("label", "value") or _has_years(lines, at) or _counts(lines, at):
        return None if _heads_values(lines, at + _has_years(lines, at)) else False
    if kinds == ("value", "label"):
        behind = _kind_at(lines, below + 1) if below + 1 < len(lines) else ""
        before = _kind_at(lines, at - 1) if at else ""
        own = behind == "label" and _is_named(lines[below])  # `€58,214` / `Avg. base salary` / `10%` / `€43k`
        return True if before != "label" or behind == "value" or own else None
    return None


def _heads_values(lines: Sequence[Cell], at: int) -> bool:
    """Whether a label heads values over their labels (`What they earn` / `£21K` / `Low` / `£30K` / `High`)."""
    last = _last_label(lines, at + 1)
    # `Average salary range` above `£33,750` / `low` / ... / `high` has a name of pay too, but more than the name of an end.
    return last is not None and (not _is_named(lines[at]) or (_is_bare(last) and not _is_bare(lines[at])))


def _is_bare(label: Cell) -> bool:
    return " " not in label.text.strip() and labels.statistic(label.text) is not None


def _last_label(lines: Sequence[Cell], at: int) -> Cell | None:
    """The label with which values and labels end that take turns from a value on, where it says what it stands below.

    Nothing but values over their labels ends so: the last label has no value below it, and names a statistic, a part of pay or a time.
    """
    last, pairs = at, 0
    while (below := _below(lines, at)) < len(lines) and pairs < MOST_PAIRS:
        if (_kind_at(lines, at), _kind_at(lines, below)) != ("value", "label") or _names_itself(lines[at]):
            break
        last, at = below, _skip(lines, below + 1)
        pairs += 1
    goes_on = at < len(lines) and _kind_at(lines, at) == "value" and not _names_itself(lines[at])
    return lines[last] if pairs >= LEAST_PAIRS and not goes_on and _is_named(lines[last]) else None


def _names_itself(line: Cell) -> bool:
    """Whether an amount has its label on its own line (`$61K - $97K/yr Base pay`)."""
    return any(m.start for m in mentions.find(line.strip(), ("component",)))


def _is_named(line: Cell) -> bool:
    """Whether a label is nothing but the name of a statistic, a part of pay or a time (`High`, `Avg. base salary (USD)`, `Hourly`)."""
    text = _BRACKETS.sub("", line.text).strip()
    if _RANK.fullmatch(text):
        return True
    if len(text.split()) <= MOST_NAMED and (labels.statistic(text) is not None or labels.period(text)):
        return True
    said = mentions.find(Cell(text), ("statistic", "component", "period"))
    rest = "".join(sign for at, sign in enumerate(text) if not any(m.start <= at < m.end for m in said))
    return bool(said) and not rest.strip(" .")


def _kind_at(lines: Sequence[Cell], at: int) -> str:
    """The kind of a line; `90%` above an amount is the label of a percentile, and so it is below one behind another label (`Median`)."""
    kind = _card_kind(lines[at])
    if kind != "value" or not _RANK.fullmatch(lines[at].text.strip()):
        return kind
    if at + 1 < len(lines) and kind_of(lines[at + 1]) == "money":
        return "label"
    last = at > 1 and kind_of(lines[at - 1]) == "money" and labels.statistic(lines[at - 2].text.strip())
    return "label" if last else kind


def _card_kind(line: Cell) -> str:
    text = line.text.strip()
    if not text or len(text) > MAX_CELL or text == "|":
        return ""
    kind = kind_of(line)
    if _NAMED.match(text) and any(one.unit == "currency" for one in figures.find(line)):
        return ""  # `Geneva: CHF 91'000` is a label with its value already
    if kind in (*VALUES, "number"):
        return "value"
    if AGE.fullmatch(text) or kind == "none" or BASED_ON.match(text) or is_unit(line):
        return ""  # `6 days ago`, below the amount of what somebody told
    if len(text) >= SENTENCE and OPEN_END.search(text):
        return ""  # `The average salary is between`, above an amount with which the sentence goes on
    if _DIFFERENCE.match(text) or _ends_with_amount(line):
        return ""  # `8% above the county average`, below an amount; `High £31.20`, below the low end
    if any(one.unit == "currency" and one.cell.start == line.strip().start for one in figures.find(line)[:1]):
        return ""  # `$17K - $30K/yr Additional pay`: an amount with its label behind it
    words = max(len(part.split()) for part in DOTS.split(text))
    ends = text[-1] in ".!?:;," and _FIRM.search(text) is None
    return "label" if words <= MAX_LABEL_WORDS and not ends and not text.startswith(("•", "-")) else ""


def _ends_with_amount(line: Cell) -> bool:
    found = figures.find(line.strip())
    # `Bonus 15%`, below `RSU 600k/4y`; `Top 10%` is a label.
    stated = bool(found) and (found[-1].unit == "currency" or bool(mentions.find(line, ("component",))))
    return stated and line.strip().text.endswith(found[-1].cell.text)
