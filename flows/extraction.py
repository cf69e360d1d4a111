"""Which extractor reads a source.

`extractors/<source>.py` with `-` as `_`, else what a third party's package offers under the entry point group
`wagebook.extractors` by the source's name, else the default extractor. A source whose name is no name of a module
(`2024-guides`, `acme.com`) can only have an extractor of the second kind.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec

from schemas import Document, Extract

GROUP = "wagebook.extractors"
DEFAULT = "extractors.default"

Extractor = Callable[[Document], Iterable[Extract]]


class ExtractorError(Exception):
    """An extractor that cannot be used, with the place of the mistake."""


@dataclass(frozen=True, slots=True)
class Named:
    """An extractor and the module that it lives in."""

    module: str
    extract: Extractor


@cache
def module_for(source: str) -> str:
    """The name of the module with the extractor of a source; nothing of it is imported."""
    own = source.replace("-", "_")
    # What begins with `_` is Python's own, such as `__init__`.
    spec = find_spec(f"extractors.{own}") if own.isidentifier() and not own.startswith("_") else None
    # `readers` is a folder, no source's extractor.
    if spec is not None and spec.submodule_search_locations is None:
        return f"extractors.{own}"
    return _offered().get(source, DEFAULT)


@cache
def _offered() -> dict[str, str]:
    """What installed packages offer, by source; to ask all of them takes as long as to plan for a hundred documents."""
    found: dict[str, str] = {}
    for point in entry_points(group=GROUP):
        found.setdefault(point.name, point.value)
    return found


@cache
def load(module: str) -> Named:
    """The extractor in a module: its `extract`, or what an entry point names behind a colon.

    Raises ExtractorError when the module cannot be imported or has none.
    """
    name, _, attribute = module.partition(":")
    try:
        found = getattr(import_module(name), attribute or "extract", None)
    # Whatever an extractor's module does when it is imported must cost its own source only.
    except Exception as error:
        raise ExtractorError(f"{name} cannot be imported: {describe(error)}") from error
    if not callable(found):
        raise ExtractorError(f"{name} has no function {attribute or 'extract'}(document)")
    return Named(name, found)


def describe(error: BaseException) -> str:
    """An error in one line, with the innermost place it comes from."""
    frames = traceback.extract_tb(error.__traceback__)
    place = next(
        (f" ({_short(f.filename)}:{f.lineno})" for f in reversed(frames) if "importlib" not in f.filename), ""
    )
    if isinstance(error, SyntaxError) and error.filename:
        place = f" ({_short(error.filename)}:{error.lineno})"
    text = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {text}{place}"


def _short(filename: str) -> str:
    return "/".join(filename.rsplit("/", 2)[-2:])
