"""How much of what front matter and pay tables state is read, counted independently of the readers.

    python benchmarks/table_coverage.py FOLDER [--missing N]

Plain patterns count, over the raw Markdown, the scalars under keys that end in `_low`, `_high` or `_pct` and the table
cells that hold an amount or a percent. Each should be in a row, or be recognised as not pay, or be a note that says why
not. Prints the shares and lists what is missing. Exits with 1 when less than 99.5 % are rows, not pay or notes.
"""

from __future__ import annotations

import argparse
import re
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractors import default
from schemas import Cell, Document, Ends, Figure, Note, NotPay, Row

SCALAR = re.compile(r"^[ \t]+(?:- )?\w+_(?:low|high|pct):[ \t]*(\d[\d.]*)[ \t]*\r?$", re.MULTILINE)
HEAD = re.compile(r"\A---\r?\n.*?\n---\r?$", re.DOTALL | re.MULTILINE)
DELIMITER = re.compile(r"^[ \t]*\|?[ :\-]*-{2,}[ :\-]*\|[ |:\-]*\r?$", re.MULTILINE)
CODES = "USD|EUR|GBP|INR|CAD|AUD|SGD|PLN|SEK|CNY|BRL|ILS|JPY|CHF"
PAY = re.compile(
    rf"(?:[$£€¥₹₪]|zł|\b(?:{CODES}))\s?\d|\d[\d.,]*[KMk]?\s?(?:%|€|zł|(?:{CODES})\b)|\d\s?(?:K|LPA|Cr)\b"
)
ENOUGH = 0.995


def stated(text: str) -> Iterator[tuple[str, int, int]]:
    """Where a document states figures: sort, start, end."""
    head = HEAD.match(text)
    body = 0
    if head:
        body = head.end()
        for found in SCALAR.finditer(text, 0, body):
            yield "front matter", *found.span(1)
    for delimiter in DELIMITER.finditer(text, body):
        at = text.rfind("\n", 0, max(delimiter.start() - 1, 0)) + 1
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            line = text[at:stop]
            if "|" not in line:
                break
            for cell in re.finditer(r"[^|]+", line):
                if PAY.search(cell.group()):
                    yield "table", at + cell.start(), at + cell.end()
            at = stop + 1


def places(item: object) -> Iterator[tuple[int, int]]:
    """The spans of the figures of a row, a note or a figure that is not pay."""
    if isinstance(item, Row):
        for value in item.figures.values():
            if isinstance(value, Ends):
                yield from (cell.span for cell in (value.low, value.high) if cell)
            elif isinstance(value, Figure):
                yield from (part.span for part in value.parts)
            elif isinstance(value, Cell):
                yield value.span
    elif isinstance(item, Note | NotPay):
        yield item.cell.span


def main() -> int:
    """Counts, prints and judges."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path)
    cli.add_argument("--missing", type=int, default=20, help="how many missing figures to list")
    args = cli.parse_args()
    counts: Counter[tuple[str, str]] = Counter()
    missing: list[str] = []
    seconds = 0.0
    for path in sorted(args.folder.rglob("*.md")):
        document = Document(path.name, path.read_text(encoding="utf-8"))
        start = time.perf_counter()
        items = list(default.extract(document))
        seconds += time.perf_counter() - start
        found = [(type(item).__name__, span) for item in items for span in places(item)]
        for sort, left, right in stated(document.text):
            kinds = {kind for kind, (a, b) in found if a < right and left < b}
            kind = next((k for k in ("Row", "NotPay", "Note") if k in kinds), "missing")
            counts[sort, kind] += 1
            if kind in ("missing", "Note"):
                line, text = document.line(left), document.text[left:right].strip()
                missing.append(f"{kind:8} {path.parent.name}/{path.name}:{line} {text[:80]!r}")
    for sort in ("front matter", "table"):
        total = sum(count for (s, _), count in counts.items() if s == sort)
        names = ("Row", "NotPay", "Note", "missing")
        shares = "  ".join(f"{name} {counts[sort, name] / max(total, 1):.2%}" for name in names)
        print(f"{sort:<14}{total:>7} stated   {shares}")
    print(f"{seconds:.1f} s")
    print(*missing[: args.missing], sep="\n")
    total = sum(counts.values())
    lost = sum(count for (_, kind), count in counts.items() if kind == "missing")
    return int(total == 0 or 1 - lost / total < ENOUGH)


if __name__ == "__main__":
    sys.exit(main())
