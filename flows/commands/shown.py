"""How things are shown: colour only on a terminal, nothing that a document says is taken for a control sequence."""

from __future__ import annotations

import re
import sys
from difflib import get_close_matches

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from flows.errors import Stop

_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def console(*, error: bool = False) -> Console:
    """Where to write; wide and plain when it is no terminal, so that lines can be searched."""
    terminal = (sys.stderr if error else sys.stdout).isatty()
    return Console(stderr=error, highlight=False, soft_wrap=not terminal, width=None if terminal else 160)


def plain(text: object) -> str:
    """Text of documents or file names without control characters: they are shown as what they are."""
    return _CONTROL.sub(lambda found: f"\\x{ord(found[0]):02x}", str(text).replace("\n", "\\n"))


def safe(text: object) -> str:
    """The same where rich looks for markup."""
    return escape(plain(text))


def table(*columns: str, title: str = "") -> Table:
    """A table without frames; columns that begin with `#` hold numbers."""
    shown = Table(title=title or None, title_justify="left", box=None, pad_edge=False, header_style="bold")
    for column in columns:
        shown.add_column(
            column.lstrip("#"), justify="right" if column.startswith("#") else "left", overflow="fold"
        )
    return shown


def error(stop: Stop) -> None:
    """Show why nothing could be done, and what to do."""
    out = console(error=True)
    first, *more = str(stop).split("\n")
    out.print(f"[bold red]wagebook:[/] {safe(first)}")
    for line in more:
        out.print(f"  {safe(line)}")
    if stop.remedy:
        out.print(f"  {escape(stop.remedy)}")
    for note in getattr(stop, "__notes__", ()):
        out.print(f"  {safe(note)}")


def yaml_line(out: Console, line: str) -> None:
    """A line that is to be pasted somewhere: neither wrapped nor taken for markup."""
    out.print(plain(line), markup=False, soft_wrap=True)


def named(name: str | None, known: list[str], where: str) -> list[str]:
    """The one that is asked for, all for None. Raises Stop with the nearest for one that is not there."""
    if name is not None and name not in known:
        near = get_close_matches(name, known, n=1)
        hint = f"Did you mean {near[0]}?" if near else f"Sources: {', '.join(known) or 'none'}"
        raise Stop(f"{where}: there is no source {name!r}", hint)
    return [name] if name is not None else known
