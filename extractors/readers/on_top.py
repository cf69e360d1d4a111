"""What a list of extras is made of: the heading or line above it says that its entries come on top of pay."""

from __future__ import annotations

from collections.abc import Iterable

from extractors.readers.scope.outline import without_number
from normalizers import figures, mentions
from schemas import Block, Cell, Inferred
from schemas.row import Label
from schemas.wordings import pattern

LONGEST = 60
"""Characters of a line that can be a heading of extras."""


def of(block: Block, *above: Cell | None) -> Label | None:
    """`allowance` for an entry that names no part of pay itself (`Phone and tools: $600 a year` below `On top of salary`)."""
    found = _on_top(above)
    if found is None:
        return None  # looking for what the entry names takes much longer
    stated = figures.find(block.cell)
    if not stated or any(figure.unit != "currency" for figure in stated):
        return None
    if block.label is not None and mentions.find(block.label, ("component",)):
        return None
    said = mentions.find(block.cell)
    works = any(mention.kind == "role" for mention in said)
    if any(mention.kind == "component" for mention in said) or any(
        figure.period == "hour" or (works and figure.period == "day") for figure in stated
    ):
        return None  # `Substitute teacher: $228 per day` is paid for other work
    return Inferred("allowance", found)


def _on_top(above: Iterable[Cell | None]) -> Cell | None:
    """The words above an entry that say that it comes on top of pay."""
    for cell in above:
        if cell is None or len(cell) > LONGEST:
            continue
        if pattern("on_top_of_rates").search(cell.text) is not None:
            return None  # which makes its entries premiums
        if (found := pattern("on_top_of_pay").search(cell.text)) is not None:
            return cell.cut(*found.span())
    return None


def of_table(heading: Cell | None) -> dict[str, Label]:
    """The same of a table below such a heading; what its rows and columns say by themselves counts before."""
    if heading is None or len(heading) > LONGEST:
        return {}
    heading = without_number(heading)
    found = pattern("on_top_of_pay").search(heading.text)
    return {"component": Inferred("allowance", heading.cut(*found.span()))} if found else {}
