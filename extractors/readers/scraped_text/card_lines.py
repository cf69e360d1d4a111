"""What a line of a card is: a label, a value, or neither."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.adverts import AGE, DOTS
from extractors.readers.scraped_text.stacked_rows import BASED_ON, MAX_CELL, VALUES, is_unit
from extractors.readers.scraped_text.structure import OPEN_END, SENTENCE
from extractors.readers.scraped_text.values import RANK, kind_of
from normalizers import figures, labels, mentions
from normalizers.figures import spellings
from schemas import Cell
from schemas.wordings import alternatives, pattern

MAX_LABEL_WORDS, MAX_STATISTIC_WORDS = 8, 14
_NAMED = re.compile(r"[A-Z][^:$€£₹\d]{1,40}(?::\s|[a-z)](?=[$€£]\s?\d|\d{1,3}[.,'’]\d{3}))")
_DIFFERENCE = re.compile(
    rf"\d[\d.,]*\s?%\s(?:{alternatives('more')}|{alternatives('less')})\b", re.IGNORECASE
)
_FIRM = re.compile(r"\b(?:Inc|Ltd|Co|Corp|Bros|plc|S\.A|B\.V|N\.V|[Aa]vg|[Mm]ax|[Mm]in|[Mm]ed)\.\Z")
"""The end of the name of a firm, or of a statistic (`Avg.`), which is none of a sentence."""
_BRACKETS = re.compile(r"\([^()]*\)")
_IN_CURRENCY = re.compile(r"(?P<currency>[A-Z]{3}|kr\.?)\s(?=[a-z])")
"""How the label below a bare number begins that says its currency (`NOK average monthly earnings`)."""
MOST_NAMED = 2
"""Words of a label that is nothing but the name of a statistic."""


def kind_at(lines: Sequence[Cell], at: int) -> str:
    """The kind of a line; `90%` above an amount is the label of a percentile, and so it is below one behind another label (`Median`)."""
    kind = _card_kind(lines[at])
    if kind != "value" or not RANK.fullmatch(lines[at].text.strip()):
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
    if _NAMED.match(text) and figures.holds_money(line):
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
    short = words <= MAX_LABEL_WORDS or (words <= MAX_STATISTIC_WORDS and _begins_with_a_statistic(line))
    return "label" if short and not ends and not text.startswith(("•", "-")) else ""


def _begins_with_a_statistic(line: Cell) -> bool:
    """`Median basic salary of a newly qualified accountant in London`, below an amount: a longer label is one too."""
    named = mentions.find(line.strip(), ("statistic",))
    return bool(named) and named[0].start == 0 and pattern("says_something").search(line.text) is None


def _ends_with_amount(line: Cell) -> bool:
    found = figures.find(line.strip())
    # `Bonus 15%`, below `RSU 600k/4y`; `Top 10%` is a label.
    stated = bool(found) and (found[-1].unit == "currency" or bool(mentions.find(line, ("component",))))
    return stated and line.strip().text.endswith(found[-1].cell.text)


def is_named(line: Cell) -> bool:
    """Whether a label is nothing but the name of a statistic, a part of pay or a time (`High`, `Avg. base salary (USD)`, `Hourly`)."""
    text = _BRACKETS.sub("", line.text).strip()
    if RANK.fullmatch(text):
        return True
    if len(text.split()) <= MOST_NAMED and (labels.statistic(text) is not None or labels.period(text)):
        return True
    said = mentions.find(Cell(text), ("statistic", "component", "period"))
    rest = "".join(sign for at, sign in enumerate(text) if not any(m.start <= at < m.end for m in said))
    return bool(said) and not rest.strip(" .")


def names_itself(line: Cell) -> bool:
    """Whether an amount has its label on its own line (`$61K - $97K/yr Base pay`)."""
    return any(m.start for m in mentions.find(line.strip(), ("component",)))


def is_bare(label: Cell) -> bool:
    return " " not in label.text.strip() and labels.statistic(label.text) is not None


def is_of_a_currency(lines: Sequence[Cell], at: int) -> bool:
    """Whether a bare number stands here, and below it a label that begins with a currency (`46 980` / `NOK average monthly earnings`)."""
    if at + 1 >= len(lines) or kind_of(lines[at]) != "number":
        return False
    found = _IN_CURRENCY.match(lines[at + 1].text.strip())
    return found is not None and found["currency"].lower() in spellings.currency_of()


def with_currency(value: Cell, label: Cell) -> tuple[Cell, Cell]:
    """A bare number with the currency with which the label below it begins, and the rest of that label."""
    currency = _IN_CURRENCY.match(label.text) if is_of_a_currency([value, label], 0) else None
    if currency is None:
        return value, label
    return Cell.joined([value, label.cut(*currency.span("currency"))]), label.cut(currency.end(), len(label))
