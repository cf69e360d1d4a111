"""Headings that name payers no file knows: `### Harborline (Series B, 140 people)`, `### Offer 2: Quillpoint`.

What stands behind a name, or in front of it, says that it is one; among such headings a bare name is one, too. The wordings
are `about_a_firm` and `numbers_an_offer` of `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from extractors.readers import menus, offer_names
from normalizers import figures, mentions
from schemas import Block, Cell
from schemas.wordings import pattern

LEAST_OF_SEVERAL = 5
LEAST_LISTED, MOST_WORDS, SOON = 2, 8, 3
"""Payers that make a list, the words of a name, and the blocks below it among which its amount stands."""
_BEHIND = re.compile(r"\s?[(\[,]|\s[–—-]\s|:\s")
_NO_PAYER = ("component", "statistic", "role")
_NUMBER = re.compile(r"\d{1,2}[.)]\s")


def named(blocks: Sequence[Block]) -> Mapping[int, Cell]:
    """The payers that headings name, by the number of the heading's block."""
    found: dict[int, Cell] = {}
    for headings in _siblings(blocks):
        told = {at: payer for at, heading in headings if (payer := _told(heading)) is not None}
        bare = {
            at: name
            for at, heading in headings
            if at not in told
            and (name := offer_names.payer_in_full(heading)) is not None
            and (told or offer_names.is_known(name))
        }
        # `Comparison` beside one offer is none; most headings of a list of offers name payers.
        if len(told) + len(bare) > len(headings) / 2:
            found |= bare
        found |= told
    found |= _of_offers(blocks, found)
    return {**dict(_listed(blocks)), **found}


def _listed(blocks: Sequence[Block]) -> Iterator[tuple[int, Cell]]:
    """The headings below one that speaks of payers, as long as an amount follows each (`Top paying companies`, `1. Harrow Dental`)."""
    lists, payers = False, []
    for at, block in enumerate(blocks):
        if block.kind != "heading" or menus.is_menu(block.cell):
            continue
        number = _NUMBER.match(block.cell.text)
        name = block.cell.cut(number.end() if number is not None else 0, len(block.cell)).strip(" *_")
        if lists and _is_name(name) and any(figures.find(one.cell) for one in blocks[at + 1 : at + 1 + SOON]):
            payers.append((at, name))
            continue
        if len(payers) >= LEAST_LISTED:
            yield from payers
        lists, payers = pattern("list_of_company").search(block.cell.text) is not None, []
    if len(payers) >= LEAST_LISTED:
        yield from payers


def _is_name(text: Cell) -> bool:
    return (
        0 < len(text.text.split()) <= MOST_WORDS
        and text.text[0].isupper()
        and text.text[-1] not in "?:"
        and not figures.find(text)
        and not any(m.kind != "role" or m.start == 0 for m in mentions.find(text, _NO_PAYER))
    )


def _of_offers(blocks: Sequence[Block], found: Mapping[int, Cell]) -> Mapping[int, Cell]:
    """Headings with the name of a payer whose offer a table sets beside others (`Week 5: Nordlicht`)."""
    names = [one.text for one in offer_names.of_page(blocks)]
    shorter = [name.split()[0] for name in names if len(name.split()[0]) >= LEAST_OF_SEVERAL]
    either = "|".join(map(re.escape, sorted({*names, *shorter}, key=lambda one: (-len(one), one))))
    named = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])") if names else None
    more = {}
    for at, block in enumerate(blocks):
        said = named.findall(block.cell.text) if named and at not in found and block.kind == "heading" else []
        if named is not None and len(said) == 1 and (shown := named.search(block.cell.text)) is not None:
            more[at] = block.cell.cut(*shown.span())
    return more


def _siblings(blocks: Sequence[Block]) -> Iterator[list[tuple[int, Cell]]]:
    """Headings of one size that no larger one parts."""
    open_at: dict[int, list[tuple[int, Cell]]] = {}
    for number, block in enumerate(blocks):
        if block.kind != "heading":
            continue
        for level in [one for one in open_at if one > block.level]:
            yield open_at.pop(level)
        open_at.setdefault(block.level, []).append((number, block.cell.strip(" *_#`:")))
    yield from open_at.values()


def _told(heading: Cell) -> Cell | None:
    """The name in a heading that says of it what only a payer is."""
    number = _NUMBER.match(heading.text)
    heading = heading.cut(number.end(), len(heading)) if number is not None else heading
    counted = pattern("numbers_an_offer").match(heading.text)
    if counted is not None:
        behind = heading.cut(counted.end(), len(heading)).strip(" :–—-(")
        return offer_names.payer_in_full(behind.cut(0, _end(behind)).strip(" )"))
    end = _end(heading)
    if end == len(heading) or pattern("about_a_firm").search(heading.text, end) is None:
        return None
    return offer_names.payer_in_full(heading.cut(0, end))


def _end(heading: Cell) -> int:
    """Where the name ends with which a heading begins."""
    behind = _BEHIND.search(heading.text)
    return behind.start() if behind is not None else len(heading)
