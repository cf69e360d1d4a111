"""Elements that say by an attribute, or by how they are shown, what others say by their name."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup

from extractors.readers.html.runs import MARKER, Page
from extractors.readers.inline import SUPERSCRIPTS
from schemas import Cell

_TABLE = re.compile(r"\brole\s*=\s*[\"']?(?:table|grid|treegrid)\b")
_NAMES = {
    "table": "table", "grid": "table", "treegrid": "table", "rowgroup": "tbody", "row": "tr", "cell": "td", "gridcell": "td",
    "columnheader": "th", "rowheader": "th",
}  # fmt: skip


def tables(soup: BeautifulSoup, page: Page) -> None:
    """Tables that are made of other elements with roles get the names of tables."""
    if _TABLE.search(page.html) is None:
        return
    for whole in soup.find_all(role=["table", "grid", "treegrid"]):
        if whole.name == "table" or whole.find("table") is not None or whole.find(role="row") is None:
            continue  # without rows it is a grid, whose cells `div_tables` puts in rows
        for part in (whole, *whole.find_all(role=True)):
            part.name = _NAMES.get(str(part["role"]).strip().lower(), part.name)
        for row in whole.find_all("tr"):
            # Some give a role to their rows alone: what such a row is made of are its cells.
            for part in row.find_all(True, recursive=False) if row.find(["td", "th"]) is None else ():
                part.name = "td"


def raised(soup: BeautifulSoup, page: Page) -> None:
    """Raised digits are written as such: the mark of a footnote behind an amount is no digit of it (`$120K<sup>1</sup>`)."""
    if "<sup" not in page.html:
        return
    for tag in soup.find_all("sup"):
        for found in MARKER.finditer(tag.get_text()):
            cell = page.runs[int(found.group(1))]
            if cell.text.strip().isdigit():
                page.runs[int(found.group(1))] = Cell(
                    cell.text.translate(SUPERSCRIPTS), cell.start, cell.places
                )
