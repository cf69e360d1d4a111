"""The grammar of pay figures: find them in text, read them in a cell.

One linear pass finds numbers with the signs at them (`atoms`), a second joins them into figures (`grammar`): ranges
whose ends share a currency and a scale, two currencies in one place, open ends, periods. What it knows is data
(`schemas/vocabularies/figure_grammar.yaml`). It never guesses: a number without a unit is a figure only where a cell's
column says so.
"""

from normalizers.figures.cells import CellReading, read
from normalizers.figures.grammar import find, find_within, holds_money, may_hold

__all__ = ["CellReading", "find", "find_within", "holds_money", "may_hold", "read"]
