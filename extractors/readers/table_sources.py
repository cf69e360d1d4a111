"""Whom the words around a table name as the source of its figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.prose.sentences import sentences
from normalizers import figures, labels, mentions
from schemas import Cell, Mention
from schemas.wordings import alternatives

_NEAR = 40
"""Characters of a note in front of the source that it begins with."""
LEADS = re.compile(r":[\s*_]*$|\b(?:tables?|below|following|breakdown)\b", re.IGNORECASE)
"""A sentence that leads to what stands below it."""
NOTE = re.compile(rf"[*_(\[ ]{{0,3}}(?:{alternatives('table_note')})\b", re.IGNORECASE)
_SOURCE = re.compile(
    rf"[*_(\[ ]{{0,3}}(?:{alternatives('names_a_source')})\s?:\s*(?P<name>(?:[^.;*_()\n]|\.(?=\w)){{3,90}}[^.;*_()\n\s])",
    re.IGNORECASE,
)


def attributions(lines: Sequence[Cell], names: Sequence[Cell] = ()) -> list[Mention]:
    """The source that the nearest sentence names; where it has only a mark (`[3]`), the name from before it as well.

    Nobody counts the pay at each of some payers: where one of the columns, of these names, is that of payers, a line with amounts of
    its own (`The BLS median is $78,680.` above `Airline | Year 1`) speaks of those alone.
    """
    of_payers = any(labels.column(name.text) == "company" for name in names)
    for line in reversed(lines):
        if of_payers and figures.holds_money(line) and not (LEADS.search(line.text) or NOTE.match(line.text)):
            continue
        named: list[Mention] = []
        is_note = NOTE.match(line.text) is not None
        for sentence in reversed(list(sentences(line))):
            own = mentions.find(sentence, ("attribution",))
            if own and is_note and own[0].start > _NEAR and figures.find(sentence):
                continue  # `Figures exclude trainees, of whom NALP counts 12%`: what it says of a figure of its own
            if not named:
                named = own
            elif all("mark" in m.data for m in named):
                named = [*[m for m in own if "mark" not in m.data][:1], *named]
        if named:
            return named
        if (source := _SOURCE.match(line.text)) is not None and not figures.find(
            line.cut(*source.span("name"))
        ):
            # `Source: consolidated pay scales, Ministry of Works.`: whatever it calls itself.
            name = line.cut(*source.span("name"))
            return [Mention("attribution", name.text, name, *source.span("name"))]
    return []
