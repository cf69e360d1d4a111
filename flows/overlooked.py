"""Files below `raw/` that somebody may have meant otherwise than they are taken."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from flows.own_files import CORRECTIONS, MANIFEST, REVIEWS
from flows.sources import Source, document_name

_STEMS = {"source": MANIFEST, "manifest": MANIFEST, "corrections": CORRECTIONS, "reviews": REVIEWS}
MEANT = {
    f"{stem}{end}": right
    for stem, right in _STEMS.items()
    for end in (".yaml", ".yml", ".yaml.txt", ".yml.txt")
}
"""Names that people give to the files in which they tell of a source, and what those are called."""
NAMED = 3
"""Files that are named."""


def warnings(sources: Iterable[Source]) -> Iterator[str]:
    """What a refresh warns of: a manifest under another name, and one that takes no file for a document."""
    for source in sources:
        for file in source.files:
            folder, _, name = file.rpartition("/")
            right = MEANT.get(name.lower())
            if right and folder == source.name:
                yield f"{document_name(file)} is read as a document; if it tells of the source, call it {right}"
        if source.manifest and not source.files and source.ignored:
            yield f"{left_out(source)}: nothing is read of it"


def left_out(source: Source) -> str:
    """The files that a manifest's `documents` leaves out, in words."""
    names = ", ".join(document_name(file) for file in source.ignored[:NAMED])
    more = f" and {len(source.ignored) - NAMED:,} more" if len(source.ignored) > NAMED else ""
    globs = " ".join(source.manifest.documents) if source.manifest else ""
    return f"{source.name}: `documents: {globs}` in its {MANIFEST} leaves out {names}{more}"
