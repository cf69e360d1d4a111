"""Places that share one cell: `NYC / Boston`, `Austin, Denver, and Raleigh`."""

from __future__ import annotations

from schemas import Cell


def split(cell: Cell) -> Cell | list[Cell]:
    """The places of a cell that names several, else the cell."""
    return cell
