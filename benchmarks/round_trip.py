"""How much of other people's tables comes back after they were rendered the ways scrapers do.

    python -m benchmarks.round_trip [FOLDER] [--made N] [--missing N] [--way NAME]

Takes the pipe tables of all Markdown files of FOLDER and N made ones, renders each of them in every way, lets the reader
recover it out of a page of text, and prints for each way the share of tables that come back cell for cell, of cells
in their place, and of cells with an amount that have their own row label and column label; `wrong` are amounts
that were put under labels of others, as a share of all. Lists the tables with most of them lost, and exits with 1
where less comes back than is promised.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from benchmarks import made_tables
from benchmarks.made_tables import Grid
from extractors.readers import scraped_text
from schemas import Document

AMOUNT = re.compile(
    r"(?:[$£€¥₹₪]|\b(?:USD|EUR|GBP|INR|CAD|AUD|SGD|PLN|SEK|CNY|BRL|ILS|JPY|CHF)\s?)\d|\d\s?(?:€|zł|LPA|PLN|SEK)"
)
DELIMITER = re.compile(r"\s*\|?(?:\s*:?-{2,}:?\s*\|?)+\s*")
MARKUP = re.compile(r"\*\*|`|(?<!\w)\*(?=\S)|(?<=\S)\*(?!\w)|\[([^\]]*)\]\([^)]*\)")
RANKS = ("#", "Rank")
BEFORE = "Pay at Corvid\n\nWhat people are paid there, by our own count.\n\n"
BEHIND = "\n\nAsk early, and write down what you did.\n"
MADE = 1000
LEAST_ABOVE, LEAST_BELOW = 4, 2
"""Rows of a table above and below what interrupts it; shorter ones are left whole."""


def broken(grid: Grid) -> str:
    """A lone pipe opens each row, and each cell stands on a line of its own."""
    lines = ["|\n" + "\n".join(f"{cell} |" for cell in row) for row in grid]
    return "\n".join([lines[0], "|" + "---|" * len(grid[0]), *lines[1:]])


def double_pipe(grid: Grid) -> str:
    """Every cell between pipes of its own."""
    return "\n".join("".join(f"|{cell}|" for cell in row) for row in grid)


def tabs(grid: Grid) -> str:
    """A tab between two cells."""
    return "\n".join("\t".join(row) for row in grid)


def flattened(grid: Grid) -> str:
    """A space between two cells."""
    return "\n".join(" ".join(cell for cell in row if cell) for row in grid)


def glued(grid: Grid) -> str:
    """Nothing between two cells."""
    return "\n".join("".join(row) for row in grid)


def cell_a_line(grid: Grid) -> str:
    """Every cell that is not empty on a line of its own, and no sign between rows."""
    return "\n".join(cell for row in grid for cell in row if cell)


def wide_gaps(grid: Grid) -> str:
    """Three spaces between two cells; a name of the first column that is empty leaves its gap."""
    return "\n".join("   ".join(row) for row in grid)


def labelled_cells(grid: Grid) -> str:
    """Each cell behind the name of its column, and nothing between them: how pages for small screens write rows."""
    return "\n".join(
        "".join(f"{name}{cell}" for name, cell in zip(grid[0], row, strict=True)) for row in grid[1:]
    )


def interrupted(grid: Grid) -> str:
    """Flattened, with an advertisement and a form in the middle of the rows."""
    return _in_the_middle(flattened, grid, ["Advertisement", "Find a course near you"])


def cells_interrupted(grid: Grid) -> str:
    """One cell a line, with an advertisement in the middle of the rows."""
    return _in_the_middle(cell_a_line, grid, ["Advertisement"])


def _in_the_middle(render: Callable[[Grid], str], grid: Grid, lines: list[str]) -> str:
    middle = len(grid) // 2 + 1
    if middle < LEAST_ABOVE or len(grid) - middle < LEAST_BELOW:
        return render(grid)
    return "\n".join([render(grid[:middle]), *lines, render(grid[middle:])])


def reflowed(grid: Grid) -> str:
    """Pipes around all cells, and lines that end behind or in front of any of them."""
    chance = Random(len(grid) * len(grid[0]))
    header, *rows = [
        re.sub(r" \| (?=.)", lambda _: chance.choice((" | ", " |\n", "\n| ")), f"| {' | '.join(row)} |")
        for row in grid
    ]
    return re.sub(r"\n\s*\n", "\n", "\n".join([header, "|" + "---|" * len(grid[0]), *rows]))


WAYS: dict[str, Callable[[Grid], str]] = {
    "broken": broken,
    "double pipe": double_pipe,
    "tabs": tabs,
    "flattened": flattened,
    "glued": glued,
    "cell a line": cell_a_line,
    "wide gaps": wide_gaps,
    "labelled": labelled_cells,
    "interrupted": interrupted,
    "cells interrupted": cells_interrupted,
    "reflowed": reflowed,
}
PROMISED = {
    "broken": 1.0,
    "reflowed": 1.0,
    "double pipe": 1.0,
    "tabs": 1.0,
    "flattened": 0.97,
    "glued": 0.97,
    "wide gaps": 0.97,
    "interrupted": 0.93,
    "cells interrupted": 0.97,
}
"""Share of whole tables where the rendering loses nothing, else of amounts with both of their labels."""
LOSSLESS = frozenset(("broken", "reflowed", "double pipe", "tabs"))


@dataclass(slots=True)
class Counts:
    """What came back of the tables rendered in one way."""

    tables: int = 0
    whole: int = 0
    cells: int = 0
    cells_found: int = 0
    amounts: int = 0
    amounts_found: int = 0
    amounts_wrong: int = 0
    failures: list[tuple[int, str, str]] = field(default_factory=list)

    @property
    def share(self) -> float:
        """Amounts with both of their labels, of all."""
        return self.amounts_found / max(self.amounts, 1)


def recovered(text: str) -> list[Grid]:
    """The tables that the reader finds in a page with that text in its middle."""
    blocks = scraped_text.read(Document("page.txt", BEFORE + text + BEHIND)).blocks
    return [[[cell.text for cell in row] for row in block.table.rows] for block in blocks if block.table]


def count(counts: Counts, grid: Grid, way: str) -> None:
    """Renders one table, recovers it and adds what came back."""
    text = WAYS[way](grid)
    grids = recovered(text)
    wanted = Counter(labelled(grid))
    found = sum((Counter(labelled(one)) for one in grids), Counter[tuple[str, str, str]]())
    right = (wanted & found).total()
    counts.tables += 1
    counts.whole += grid in grids
    counts.cells += sum(len(row) for row in grid)
    counts.cells_found += max((in_place(grid, one) for one in grids), default=0)
    counts.amounts += wanted.total()
    counts.amounts_found += right
    counts.amounts_wrong += found.total() - right
    lost = wanted.total() - right + (way in LOSSLESS and grid not in grids)
    if lost:
        shown = "\n".join(str(row) for one in grids for row in one[:4]) or "no table"
        counts.failures.append((lost, text, shown))


def in_place(wanted: Grid, found: Grid) -> int:
    """How many cells stand where they stood."""
    return sum(
        a == b for left, right in zip(wanted, found, strict=False) for a, b in zip(left, right, strict=False)
    )


def labelled(grid: Grid) -> Iterator[tuple[str, str, str]]:
    """Each amount below the header with its row label and its column label."""
    header = grid[0]
    at = 1 if header[0] in RANKS else 0
    for row in grid[1:]:
        for name, cell in list(zip(header, row, strict=False))[at + 1 :]:
            if AMOUNT.search(cell):
                yield row[at] if at < len(row) else "", name, cell


def tables_of(folder: Path) -> Iterator[Grid]:
    """The pipe tables of the Markdown files of a folder, without their markup."""
    for path in sorted(folder.rglob("*.md")):
        lines = path.read_text(encoding="utf-8").splitlines()
        for at, line in enumerate(lines[1:], 1):
            if "|" not in line or "|" not in lines[at - 1] or DELIMITER.fullmatch(line) is None:
                continue
            stop = at + 1
            while stop < len(lines) and "|" in lines[stop]:
                stop += 1
            grid = [cells(row) for row in (lines[at - 1], *lines[at + 1 : stop])]
            if (
                len(grid) > 1
                and len({len(row) for row in grid}) == 1
                and "\\|" not in "".join(lines[at:stop])
            ):
                yield grid


def cells(line: str) -> list[str]:
    """The cells of a row as a reader of the page sees them."""
    return [MARKUP.sub(r"\1", cell).strip() for cell in line.strip().strip("|").split("|")]


def made(number: int) -> Iterator[Grid]:
    """As many made tables, the same ones every time."""
    for seed in range(number):
        yield made_tables.table(Random(seed))


def measure(grids: list[Grid], way: str) -> Counts:
    """What comes back of these tables, rendered in one way."""
    counts = Counts()
    for grid in grids:
        count(counts, grid, way)
    return counts


def kept(way: str, counts: Counts) -> bool:
    """Whether as much comes back as is promised."""
    share = counts.whole / max(counts.tables, 1) if way in LOSSLESS else counts.share
    return share >= PROMISED.get(way, 0)


def main() -> int:
    """Measures, prints and judges."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, nargs="?")
    cli.add_argument("--made", type=int, default=MADE, help="how many made tables")
    cli.add_argument("--missing", type=int, default=0, help="how many tables to list that lost most")
    cli.add_argument("--way", choices=WAYS, help="only this way")
    args = cli.parse_args()
    sets = {"made": list(made(args.made))}
    if args.folder:
        sets["folder"] = list(tables_of(args.folder))
    good = True
    for name, grids in sets.items():
        print(f"{name}: {len(grids)} tables")
        for way in [args.way] if args.way else WAYS:
            counts = measure(grids, way)
            good &= kept(way, counts)
            print(
                f"  {way:<17} whole {counts.whole / max(counts.tables, 1):7.2%}   cells {counts.cells_found / max(counts.cells, 1):7.2%}"
                f"   amounts {counts.share:7.2%}   wrong {counts.amounts_wrong / max(counts.amounts, 1):7.2%}"
            )
            for lost, text, shown in sorted(counts.failures, key=lambda one: -one[0])[: args.missing]:
                print(f"--- {lost} lost\n{text}\n>>>\n{shown}")
    return int(not good)


if __name__ == "__main__":
    sys.exit(main())
