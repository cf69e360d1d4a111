"""Names with a line below each that gives the same labels an amount each (`Riggers` / `Hourly €24.10   Weekly €910`): a table."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.readers.scraped_text.broken import grid
from extractors.readers.scraped_text.values import kind_of
from normalizers import figures
from schemas import Cell, Table

LEAST = 2
"""Names, and labels of each."""
MAX_NAME, MAX_LABEL, MAX_LINE = 80, 24, 160
_AROUND = " \t:–—-,;|·•"


def table(lines: Sequence[Cell], at: int, number: int) -> tuple[Table, int] | None:
    """The table of such names whose first one stands at a line, and the line behind it."""
    rows: list[list[Cell]] = []
    labels: list[Cell] = []
    stop = at
    while (found := _card(lines, stop)) is not None:
        named, amounts = found
        if labels and [one.text.lower() for one in named] != [one.text.lower() for one in labels]:
            break
        labels = labels or named
        rows.append([lines[stop].strip(), *amounts])
        stop += 2
        while stop + 1 < len(lines) and not lines[stop].text.strip():
            stop += 1
    if len(rows) < LEAST:
        return None
    return grid([[Cell("", lines[at].start), *labels], *rows], number, "broken_table"), stop


def _card(lines: Sequence[Cell], at: int) -> tuple[list[Cell], list[Cell]] | None:
    """The labels and amounts below a name; None where there are none, or words stand behind one."""
    if (
        at + 1 >= len(lines)
        or not 0 < len(lines[at].text.strip()) <= MAX_NAME
        or len(lines[at + 1]) > MAX_LINE
    ):
        return None
    if kind_of(lines[at]) != "text" or figures.find(lines[at]):
        return None
    line = lines[at + 1].strip()
    labels: list[Cell] = []
    amounts: list[Cell] = []
    behind = 0
    for figure in figures.find(line):
        start, stop = line.offset(figure.cell.start), line.offset(figure.cell.end - 1) + 1
        label = line.cut(behind, start).strip(_AROUND)
        if figure.unit != "currency" or not 0 < len(label) <= MAX_LABEL:
            return None
        labels.append(label)
        amounts.append(line.cut(start, stop))
        behind = stop
    whole = not line.text[behind:].strip(_AROUND)
    return (labels, amounts) if whole and len({label.text for label in labels}) >= LEAST else None
