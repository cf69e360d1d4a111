"""The shapes of everything that travels through Wagebook."""

from schemas.block import Block, Reading, Table
from schemas.cell import Cell
from schemas.document import Document
from schemas.figure import Figure
from schemas.mention import Mention
from schemas.row import (
    Asserted,
    Citation,
    Comparison,
    Ends,
    Extract,
    Facts,
    Inferred,
    LevelEquivalence,
    Note,
    NotPay,
    Read,
    Row,
)

__all__ = [
    "Asserted", "Block", "Cell", "Citation", "Comparison", "Document", "Ends", "Extract", "Facts", "Figure", "Inferred",
    "LevelEquivalence", "Mention", "NotPay", "Note", "Read", "Reading", "Row", "Table",
]  # fmt: skip
