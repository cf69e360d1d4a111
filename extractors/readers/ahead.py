"""What a page as a whole says of its blocks, by their numbers, before the walk through them begins."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extractors.readers import (
    headed_payers,
    legends,
    list_kinds,
    nested,
    offer_names,
    parts_of_totals,
    rich_pay,
    said_of_all,
    said_once,
    standing,
)
from extractors.readers.asker import labels_of_asker
from extractors.readers.careers import labels_of_careers
from extractors.readers.hiring_lines import labels_of_hiring_lines
from extractors.readers.listings import in_lines
from extractors.readers.parts_of_totals import Parts
from extractors.readers.prose.no_pay import PAYS_MILLIONS
from extractors.readers.records import labels_of_records
from extractors.readers.scope.outline import Outline
from extractors.readers.told_in_posts import labels_of_posts
from extractors.readers.told_names import Told, names_told
from schemas import Block, Cell
from schemas.fixed import fixed
from schemas.row import Label

Labels = Mapping[int, Mapping[str, Label]]
"""Labels by the number of the block that they hold for."""


@fixed
class Ahead:
    """What is known of the blocks of a page; where a block is not in one of them, nothing is."""

    of_page: Mapping[str, Label]
    """What holds for all amounts, whatever the headings say."""
    records: Labels
    """Whose pay a block is about where it belongs to a record."""
    sections: Labels
    """How the figures of a section are counted, where it says so for itself."""
    said_once: Labels
    """What is said once of all entries of a list: by the first, or by a note below it."""
    parents: Labels
    """What the entries say below which an entry stands."""
    adverts: Labels
    """What a block says as an advert in one line."""
    jobs: frozenset[int]
    """The entries of lists that are named for jobs."""
    totals: Mapping[int, Parts]
    parts_only: frozenset[int]
    headed: Mapping[int, Cell]
    """The payers that headings name, by the number of the heading."""
    legends: Mapping[int, Mapping[str, Cell]]
    """What tables say of the columns of others."""
    told: Told | None
    """The names that the tables and headings of the page tell."""


def look(blocks: list[Block], outline: Outline, listed: Mapping[int, dict[str, Label]]) -> Ahead:
    """Everything of a page that has to be known ahead; `listed` are the labels of its adverts."""
    headed = headed_payers.named(blocks)
    totals, parts_only = parts_of_totals.of_totals(blocks)
    millions = rich_pay.said(blocks)
    return Ahead(
        of_page={PAYS_MILLIONS: millions} if millions is not None else {},
        records=_records(blocks, listed, states_role=outline.states_role),
        sections=_sections(blocks),
        said_once=said_once.told(blocks),
        parents=nested.labels_of_parents(blocks),
        adverts=in_lines(blocks),
        jobs=list_kinds.of_jobs(blocks),
        totals=totals,
        parts_only=parts_only,
        headed=headed,
        legends=legends.of_page(blocks),
        told=names_told(blocks, [*headed.values(), *offer_names.of_page(blocks), *_joined_name(outline)]),
    )


def _joined_name(outline: Outline) -> list[Cell]:
    """`Larch & Lantern`, the payer of a page of whose name a vocabulary may know only a half."""
    payer = outline.page.get("company")
    return [payer] if isinstance(payer, Cell) and " & " in payer.text else []


def _sections(blocks: Sequence[Block]) -> Labels:
    found = dict(said_of_all.of_sections(blocks))
    for index, measure in standing.of_lists(blocks).items():
        found[index] = {said_of_all.OF_ALL: measure, **found.get(index, {})}
    return found


def _records(
    blocks: list[Block], listed: Mapping[int, dict[str, Label]], *, states_role: bool
) -> dict[int, dict[str, Label]]:
    """The records of a page: a career, a post, an advert; the surest reading last."""
    return {
        **(labels_of_careers(blocks) if not states_role else {}),
        **labels_of_asker(blocks),
        **labels_of_posts(blocks),
        **labels_of_hiring_lines(blocks),
        **listed,
        **labels_of_records(blocks),
    }
