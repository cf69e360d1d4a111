"""What the cells of one column are: figures, amounts, labels of one kind."""

from __future__ import annotations

from collections import Counter

from extractors.readers import samples
from normalizers import figures, mentions
from normalizers.headers import SUBJECTS
from schemas import Cell
from schemas.figure import Unit

LONG_TEXT = 60
_KINDS = {**SUBJECTS, "component": "component", "statistic": "percentile"}


def any_figure(cells: list[Cell], unit: Unit) -> bool:
    return any(figures.read(cell, unit=unit).figures and len(cell) <= LONG_TEXT for cell in cells)


def mostly_figures(cells: list[Cell], unit: Unit | None) -> bool:
    """Whether half of the cells are figures and little else."""
    mostly = 0
    for cell in cells:
        found = figures.read(cell, unit=unit).figures
        mostly += bool(found) and (len(cell) <= 40 or sum(len(f.cell) for f in found) * 3 >= len(cell))
    return bool(cells) and mostly * 2 >= len(cells)


def mostly_amounts(cells: list[Cell]) -> bool:
    """Whether half of the cells are amounts with the sign of a currency and nothing else."""
    found = [(cell, figures.read(cell).figures) for cell in cells]
    signed = sum(len(own) == 1 and own[0].currency_cell is not None for _, own in found)
    return bool(cells) and signed * 2 >= len(cells)


def _is_count(cell: Cell) -> bool:
    """Whether a cell begins with a count: `402 salaries`, `(n=9)`."""
    counted = samples.size(cell)
    return counted is not None and counted.start == cell.strip(" (nN=").start


def by_content(cells: list[Cell]) -> str | None:
    """The kind that most cells are a label of, by what the vocabularies find at their start."""
    short = [cell for cell in cells if len(cell) <= LONG_TEXT]
    if len(short) == len(cells) > 1 and all(_is_count(cell) for cell in cells):
        return "sample_size"  # `402 salaries`
    counts: Counter[str] = Counter()
    for cell in short:
        counts.update({_KINDS[m.kind] for m in mentions.find(cell, _KINDS) if m.start <= 3})
    if not counts or len(short) * 2 < len(cells):
        return None
    order = ("component", "percentile", "level", "region", "role", "company", "experience", "specialization")
    best = max(counts, key=lambda kind: (counts[kind], -order.index(kind) if kind in order else -99))
    return best if counts[best] * 2 >= len(cells) else None


def any_amount(cell: Cell) -> bool:
    return any(one.unit == "currency" and len(one.cell) * 2 >= len(cell) for one in figures.find(cell))
