"""Other libraries on the same pages, as ratios to reading them here.

    python benchmarks/bench_peers.py [--raw DIR] [--pages N]

The Markdown documents of a folder (given with `--raw` or WAGEBOOK_CORPUS, else ../shared/corpus where that is there, else the
project's own raw/) are rendered as HTML pages, because every one of these libraries reads HTML. None of them says what a
figure is about: the ratio says what finding that out costs beside getting tables or text out of a page. What cannot be
imported is named and left out:
`pip install trafilatura markitdown docling` into an environment that has the project.
"""

from __future__ import annotations

import argparse
import io
import os
import time
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

from markdown_it import MarkdownIt

from flows import process
from schemas import Document

ROOT = Path(__file__).parent.parent
CORPUS = Path(os.environ.get("WAGEBOOK_CORPUS", ROOT.parent / "shared" / "corpus"))
Peer = Callable[[str], int]
"""Reads a page and says how many things (rows, cells, characters) it got."""


def main() -> None:
    """Measure and print a table."""
    options = _options()
    pages = list(_pages(options.raw))[: options.pages]
    print(
        f"{len(pages)} pages, {sum(len(page) for page in pages) / 1e6:.1f} million characters, one process\n"
    )
    print(f"{'what':<44} {'ms a page':>9} {'x ours':>7}  gives")
    ours: float | None = None
    for name, gives, load in _PEERS:
        try:
            read = load()
        except ImportError as missing:
            print(f"{name:<44} cannot be imported: {str(missing).splitlines()[0]}")
            continue
        read(pages[0])  # what is loaded once is no part of a page
        begun = time.process_time()
        got = sum(read(page) for page in pages)
        cost = (time.process_time() - begun) / len(pages) * 1000
        ours = ours or cost
        print(f"{name:<44} {cost:9.2f} {cost / ours:7.2f}  {got:,} {gives}")


def _pages(raw: Path) -> Iterator[str]:
    render = MarkdownIt("commonmark").enable("table").render
    for file in sorted(raw.rglob("*.md")):
        text = file.read_text(encoding="utf-8", errors="replace")
        body = text.split("\n---\n", 1)[-1]
        yield f"<!DOCTYPE html><html><head><title>{file.stem}</title></head><body>{render(body)}</body></html>"


def _ours() -> Peer:
    def read(page: str) -> int:
        return len(process.extracted(Document("page.html", page), "extractors.default").observations)

    return read


def _pandas() -> Peer:
    pandas = import_module("pandas")

    def read(page: str) -> int:
        return sum(table.size for table in pandas.read_html(io.StringIO(page))) if "<table" in page else 0

    return read


def _trafilatura() -> Peer:
    extract = import_module("trafilatura").extract
    return lambda page: len(extract(page, include_tables=True) or "")


def _markitdown() -> Peer:
    convert = import_module("markitdown").MarkItDown().convert_stream
    return lambda page: len(convert(io.BytesIO(page.encode()), file_extension=".html").markdown)


def _docling() -> Peer:
    backend = import_module("docling.backend.html_backend").HTMLDocumentBackend
    model = import_module("docling.datamodel.document").InputDocument
    formats = import_module("docling.datamodel.base_models").InputFormat

    def read(page: str) -> int:
        stream = io.BytesIO(page.encode())
        given = model(path_or_stream=stream, format=formats.HTML, filename="page.html", backend=backend)
        return len(backend(given, stream).convert().export_to_markdown())

    return read


_PEERS: list[tuple[str, str, Callable[[], Peer]]] = [
    ("wagebook: figures with all their labels", "observations", _ours),
    ("pandas.read_html: tables", "cells", _pandas),
    ("trafilatura: text with tables", "characters", _trafilatura),
    ("markitdown: Markdown", "characters", _markitdown),
    ("docling, HTML backend: Markdown", "characters", _docling),
]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--raw", type=Path, default=CORPUS if CORPUS.is_dir() else ROOT / "raw")
    parser.add_argument("--pages", type=int, default=200)
    return parser.parse_args()


if __name__ == "__main__":
    main()
