"""Over how many years a grant vests: in words behind its amount, or in another sentence of its block."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.readers.prose.sentences import sentences
from normalizers.figures.spellings import YEARS_OF_VESTING
from schemas import Cell, Figure, Inferred, NotPay, Read, Row, times
from schemas.wordings import alternatives

_WORDS = times.numbers(*YEARS_OF_VESTING)
_VESTING = re.compile(
    rf"\b(?:{alternatives('vests')})\b[^.;]{{0,30}}?"
    rf"(?:/|over |across |vesting over |\()(?:a |the )?(?:(?P<number>[2-6])|(?P<word>{times.alternatives(_WORDS)}))"
    r"[ -]?(?:years?|yrs?|y)\b",
    re.IGNORECASE,
)
"""`$240K in equity over 4 years`, `RSUs/4yr`: a grant, though its years stand behind the word for it."""


def said(text: Cell, start: int, end: int) -> Read | None:
    """The years that words in a part of a text say, with the words they were read from."""
    found = _VESTING.search(text.text, start, end)
    if found is None:
        return None
    return Read(found["number"] or str(_WORDS[found["word"].lower()]), text.cut(*found.span()))


def of_block(body: Cell, found: Iterable[Row | NotPay]) -> Iterator[Row | NotPay]:
    """The same rows; what grants of a block vest over may stand in another sentence (`... worth £39,000. They vest over four years.`)."""
    rows = list(found)
    if any(_is_open_grant(row) for row in rows):
        alone = list(_said_alone(body, [one for one in rows if isinstance(one, Row)]))
        years = {number for _, number, _ in alone}
        for row in rows if len(years) == 1 else ():
            mine = [cell for cell, _, sentence in alone if sentence is None or _states(row, sentence)]
            if isinstance(row, Row) and mine and _is_open_grant(row):
                row.values["period"], row.values["vesting"] = (
                    Read("grant", mine[0]),
                    Read(min(years), mine[0]),
                )
    yield from rows


def of_a_list(leading: Cell | None, found: Iterable[Row | NotPay]) -> Iterator[Row | NotPay]:
    """The same rows of an entry; what its grants vest over may stand in the line that leads to the list (`A grant vests over 4 years:`)."""
    vests = said(leading, 0, len(leading.text)) if leading is not None else None
    for row in found:
        if vests is not None and isinstance(row, Row) and _is_open_grant(row):
            row.values |= {"period": Read("grant", vests.cell), "vesting": vests}
        yield row


def _said_alone(body: Cell, rows: Sequence[Row]) -> Iterator[tuple[Cell, str, Cell | None]]:
    """The words for the years over which something vests, and the sentence they hold for; all, where it states no amount."""
    taken = {label.cell.span for row in rows if isinstance(label := row.values.get("vesting"), Read)}
    for sentence in sentences(body):
        found = said(sentence, 0, len(sentence.text))
        if found is None or found.cell.span in taken:
            continue
        states = any(_states(row, sentence) for row in rows)
        yield found.cell, found.text, sentence if states else None


def _states(row: Row | NotPay, sentence: Cell) -> bool:
    figure = row.values.get("amount") if isinstance(row, Row) else None
    money = isinstance(figure, Figure) and figure.unit == "currency"
    return money and isinstance(figure, Figure) and sentence.start <= figure.cell.start < sentence.end


def _is_open_grant(row: Row | NotPay) -> bool:
    """Whether an amount of equity is stated for no time."""
    if not isinstance(row, Row) or getattr(row.values.get("component"), "text", None) != "equity":
        return False
    figure, label = row.values.get("amount"), row.values.get("period")
    open_ = label is None or (isinstance(label, Inferred) and label.text == "grant")
    return isinstance(figure, Figure) and figure.unit == "currency" and figure.period is None and open_
