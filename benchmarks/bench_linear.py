"""Whether reading takes time in proportion to the document: one of each shape, and ten times as much of it.

    python benchmarks/bench_linear.py

Each line is a document of one shape, read in this process. `x` is how much longer the longer one takes; about 10 is
linear, 100 would be quadratic.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from flows import process
from schemas import Document

TIMES = 10
_HEAD = "# Pay of widget makers in Oslo\n\n"
_ROW = "| {level} | ${low},000 - ${high},000 | {bonus}% |\n"
_SAID = (
    "A senior widget maker in Oslo earns about ${low},000 a year, while one in Bergen with five years of "
    "experience is paid between ${low},500 and ${high},000. "
)


def main() -> None:
    """Measure and print a table."""
    print(f"{'shape':<34} {'characters':>11} {'seconds':>8} {'ten times':>10} {'x':>6} {'rows':>7}")
    for name, make in _SHAPES.items():
        _seconds(make(20))
        text, longer = make(200), make(200 * TIMES)
        short, _ = _seconds(text)
        long, rows = _seconds(longer)
        print(f"{name:<34} {len(text):>11,} {short:8.2f} {long:10.2f} {long / short:6.1f} {rows:>7,}")


def _seconds(text: str) -> tuple[float, int]:
    document = Document("page.txt", text)
    begun = time.process_time()
    rows = len(process.extracted(document, "extractors.default").observations)
    return time.process_time() - begun, rows


def _many(piece: str, count: int, between: str = "") -> str:
    filled = (
        piece.format(level=f"Grade {n % 90}", low=40 + n % 100, high=150 + n % 70, bonus=n % 20 + 1)
        for n in range(count)
    )
    return between.join(filled)


def _cells(count: int) -> str:
    return _many("{level}\n${low},000\n${high},000\n", count)


_SHAPES: dict[str, Callable[[int], str]] = {
    "sentences, one paragraph": lambda n: _HEAD + _many(_SAID, n),
    "sentences, a paragraph each": lambda n: _HEAD + _many(_SAID, n, "\n\n"),
    "list": lambda n: _HEAD + _many("- {level}: ${low}K base, {bonus}% bonus\n", n),
    "table": lambda n: _HEAD + "| Grade | Salary | Bonus |\n|---|---|---|\n" + _many(_ROW, n),
    "tables": lambda n: _HEAD + _many("\n| Grade | Salary | Bonus |\n|---|---|---|\n" + _ROW, n),
    "table flattened to spaces": lambda n: (
        _HEAD + "Grade Salary Bonus\n" + _many("{level} ${low},000 {bonus}%\n", n)
    ),
    "table glued together": lambda n: _HEAD + "GradeLowHigh\n" + _many("{level}${low},000${high},000\n", n),
    "table of one cell a line": lambda n: _HEAD + "Grade\nLow\nHigh\n" + _cells(n),
    "front matter": lambda n: (
        "---\nrole: widget maker\npay:\n"
        + _many("  - {{grade: {level}, base_low: {low}000}}\n", min(n, 400))
        + "---\n"
    ),
    "HTML table": lambda n: (
        "<html><body><table><tr><th>Grade<th>Salary"
        + _many("<tr><td>{level}<td>${low},000", n)
        + "</table></body></html>"
    ),
    "HTML paragraphs": lambda n: "<html><body>" + _many("<p>" + _SAID + "</p>", n) + "</body></html>",
    "headings": lambda n: _HEAD + _many("\n## {level}\n\nPay is ${low},000 a year.\n", n),
    "one sentence": lambda n: _HEAD + _many("${low},000 for {level}", n, ", "),
}


if __name__ == "__main__":
    main()
