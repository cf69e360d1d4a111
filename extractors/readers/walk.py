"""Walks over the blocks of a document and hands each to the reader of its meaning, with the scope that holds there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from extractors.readers import (
    cards,
    costs,
    lead_ins,
    legends,
    list_kinds,
    lone_lines,
    on_top,
    pay_table,
    prose,
    ranked_lists,
    said_of_all,
    samples,
    standing,
    stories,
    sums,
    surveyed,
)
from extractors.readers.agreement import agreed
from extractors.readers.ahead import Ahead, look
from extractors.readers.asked import labels_of_question
from extractors.readers.boards import leave_out_the_board, of_whole_page
from extractors.readers.listings import above_its_pay, labels_of_listings
from extractors.readers.menus import lists_keywords
from extractors.readers.negotiating import negotiates
from extractors.readers.posts import OF_A_POST
from extractors.readers.prose import vesting
from extractors.readers.scope import antecedents, fields_of_titles, ranks
from extractors.readers.scope.labels import labels_in
from extractors.readers.scope.outline import Outline, part_named
from extractors.readers.scope.page import page_outline
from extractors.readers.scope.roles import with_page_role
from extractors.readers.table_sources import NOTE
from normalizers import figures, mentions
from schemas import Block, Cell, Extract, Reading, Row, Table
from schemas.row import Label
from schemas.wordings import pattern

_NAMED_NOTE = re.compile(rf"{NOTE.pattern}[^:]{{0,20}}:\s", re.IGNORECASE)
MOST_OF_A_CARD = 120
"""Letters of a value; what is longer is a paragraph, which says itself what it is about."""
CARD_HEADING = 6


@dataclass(slots=True)
class _Place:
    """Where the walk stands."""

    outline: Outline
    ahead: Ahead
    title: Cell | None = None
    intro: Cell | None = None
    question: Cell | None = None
    asked: dict[str, Label] = field(default_factory=dict)
    listed: dict[str, Label] = field(default_factory=dict)
    card: dict[str, Label] = field(default_factory=dict)
    sample: Label | None = None
    record: Mapping[str, Label] = field(default_factory=dict)
    advert: Mapping[str, Label] = field(default_factory=dict)
    at: int = 0
    """The number of the block."""
    whole: Label | None = None
    """The line that says which part of the amount above it is base (`$201K - $288K` / `$158K - $204K base`)."""
    beside: Block | None = None
    """The card right above a short line (`27% higher than the US average`), which speaks of what the card is about."""

    def come_to(self, index: int, block: Block) -> None:
        """Stand at the next block; below the last advert the headings go on, whatever their size, and not its job."""
        own = self.ahead.records.get(index)
        job = self.record.get("role") if own is None and block.kind == "heading" else None
        if isinstance(job, Cell):
            self.outline.leave_named(job)
        self.at, self.record = index, own or {}
        self.advert = self.ahead.adverts.get(index) or above_its_pay(block, self.record)

    def scope(self) -> dict[str, Label]:
        """What the headings above, the page, the section and the question say."""
        section = self.ahead.sections.get(self.at, {})
        return {**self.outline.scope(), **self.ahead.of_page, **section, **self.asked}


def walk(reading: Reading) -> Iterator[Extract]:
    """Everything that a document's structure and its text state, in reading order."""
    yield from reading.notes
    if reading.facts is not None:
        yield reading.facts
    listed = labels_of_listings(reading.blocks)
    outline = page_outline(reading.blocks, of_whole_page(reading.scope, listed))
    leave_out_the_board(outline.page, listed, reading.blocks)
    outline.states_role = outline.states_role and "role" in outline.page
    for row in reading.rows:
        _complete(row, outline)
    every = [*reading.rows, *stories.of_the_page(_blocks(reading, outline, listed), reading.blocks)]
    titled = outline.page.get("role") if outline.states_role else None
    named = antecedents.in_full(every, reading.blocks, titled)
    whose = ranks.of_their_own(named, outline.page)
    headlines = surveyed.of_headlines(whose, reading.blocks, outline.page)
    yield from sums.summed(agreed(fields_of_titles.told_apart(headlines)))


def _complete(row: Row, outline: Outline) -> None:
    """A row of structured data takes from the title of its page whose pay it is, where it does not say so itself."""
    if "region" not in row.values and "region" in outline.page:
        row.values["region"] = outline.page["region"]
    if "role" not in row.values and "role" in outline.page and outline.states_role:
        row.values["role"] = outline.page["role"]
    if not {"company", "employer_group"} & row.values.keys() and "company" in outline.page:
        row.values["company"] = outline.page["company"]


def _blocks(reading: Reading, outline: Outline, listed: Mapping[int, dict[str, Label]]) -> Iterator[Extract]:
    ahead = look(reading.blocks, outline, listed)
    place = _Place(outline, ahead)
    for index, block in enumerate(reading.blocks):
        if index in ahead.parts_only or index in ahead.legends:
            continue
        block = lone_lines.as_meant(block, listed=bool(place.listed))
        place.come_to(index, block)
        if block.kind == "heading" and (note := _note(block)) is not None:
            place.intro = note
        elif block.kind in ("heading", "question", "title"):
            priced = costs.of_section(block, place.outline)
            yield from costs.none_of(block, priced) if priced else prose.rows(block, _around(block, place))
            follows = index > 0 and reading.blocks[index - 1].kind == "heading"
            _enter(block, place, follows=follows, payer=ahead.headed.get(index))
        elif (
            reason := costs.reason(block, place.question or place.outline.heading, place.outline)
        ) is not None:
            yield from costs.none_of(block, reason)
        elif block.table is not None:
            intro = _words_around(reading.blocks, index, block.table, place)
            heading, states_role = place.outline.heading or place.title, place.outline.states_role
            scope = {**place.scope(), **on_top.of_table(place.outline.heading)}
            yield from pay_table.rows(block.table, scope, intro, heading, states_role=states_role)
            place.intro = None
        else:
            _prepare(block, reading.blocks, index, place)
            whole = ahead.totals.get(index)
            if whole is not None:
                block, place.whole = whole.without_parts(block), whole.whole
            around = _around(block, place)
            leading = lead_ins.leading_to_a_list(place.intro)
            rows = vesting.of_a_list(leading, prose.rows(block, around))
            yield from ranked_lists.said_of(block, leading, rows)
            yield from whole.rows(around.scope) if whole is not None else ()
            _leave(block, place)


def _words_around(blocks: list[Block], index: int, table: Table, place: _Place) -> Cell | None:
    """What introduces a table, what a legend says of its columns, and the note right below that says what its figures are or whose."""
    below = blocks[index + 1] if index + 1 < len(blocks) else None
    note = _note(below) if below is not None else None
    note = None if note is not None and legends.is_of_some_rows(table, note) else note
    behind = blocks[index + 2] if index + 2 < len(blocks) else None
    note = note or legends.note_below(table, below, behind)
    said = [cell for cell in (place.intro, *legends.said_of(table, place.ahead.legends), note) if cell]
    return Cell.joined(said, "\n") if said else None


def _note(block: Block) -> Cell | None:
    """A line that says what figures are or whose they are (`Data: OEWS, May 2024`), in whatever form it was found."""
    if block.kind == "paragraph" and NOTE.match(block.cell.text):
        return block.cell
    if block.kind == "label_value" and block.label is not None and NOTE.fullmatch(block.label.text):
        return Cell.joined([block.label, block.cell], ": ")
    if block.kind == "heading" and _NAMED_NOTE.match(block.cell.text) and not figures.find(block.cell):
        return block.cell if mentions.find(block.cell, ("attribution",)) else None
    return None


def _enter(block: Block, place: _Place, *, follows: bool, payer: Cell | None) -> None:
    place.intro, place.listed, place.sample, place.card = None, {}, None, {}
    if block.kind == "question":
        if block.level:
            place.outline.leave(block.level)
        place.question = block.cell
        place.asked = with_page_role(labels_of_question(block.cell), place.outline.scope())
        return
    place.question, place.asked = None, {}
    if block.kind == "heading":
        place.outline.enter(block, follows=follows, payer=payer)
    elif labels_in(block.cell).get("component", block.cell).text != "premium":
        place.title = block.cell  # `The gender pay gap` is not what all columns are


def _prepare(block: Block, blocks: list[Block], index: int, place: _Place) -> None:
    """What the neighbours of a card say of it: how many were counted, and of what its median is one."""
    above = blocks[index - 1] if index else None
    short = block.kind == "paragraph" and len(block.cell.text) <= lead_ins.SHORT_LINE
    place.whole = cards.part_below(blocks, index) or cards.total_of_parts(blocks, index)
    place.beside = above if short and above is not None and cards.is_amount(above) else None
    if block.kind != "label_value":
        place.card, place.sample = {}, samples.size(block.cell) if short else None
        return
    if place.sample is None:
        place.sample = cards.counted(blocks, index)
    if block.label is not None and "component" in (own := labels_in(block.label)):
        place.card = {"component": own["component"], **cards.told(own, place.card)}
    elif block.label is not None and mentions.find(block.label, ("component",)):
        place.card = {}  # `Salary:` speaks of pay again, and not of the total above
    elif block.label is not None and "role" in own:
        place.card = {}  # `Staff attorneys:` below `Clerkship bonus:` is somebody's pay


def _leave(block: Block, place: _Place) -> None:
    if block.kind == "paragraph" and not lists_keywords(block.cell.text):
        place.outline.meet(block.cell)
        place.intro = block.cell
        place.listed = lead_ins.said_of_what_follows(block.cell)
    elif (note := _note(block)) is not None:
        place.intro = note


def _named_above(block: Block, place: _Place) -> Label | None:
    """`$38.90 a shift when in charge` right below `In-charge allowance`: a paragraph that begins with what its heading names."""
    heading = place.outline.heading
    if block.kind != "paragraph" or heading is None or place.intro is not None or place.question is not None:
        return None
    first = next(iter(figures.find(block.cell)), None)
    begins = first is not None and (first.bound_cell or first.cell).start == block.cell.start
    part = part_named(heading) if begins else None
    return part if part is not None and part.text == "allowance" else None


def _around(block: Block, place: _Place) -> prose.Surroundings:
    scope = place.scope()
    if block.kind in ("item", "label_value"):
        if (listed := place.outline.listed()) is not None and not cards.is_end_beside_benefits(block, listed):
            scope["component"] = listed
        scope.update(with_page_role(place.listed, scope))
        scope.update(place.ahead.said_once.get(place.at, {}))
        scope.update(with_page_role(place.ahead.parents.get(place.at, {}), scope))
        leading = lead_ins.leading_to_a_list(place.intro)
        if (extra := on_top.of(block, leading, place.outline.heading)) is not None:
            scope["component"] = extra
        if (
            extra := lead_ins.worth_more(block, place.question or place.outline.heading, leading)
        ) is not None:
            scope["component"] = extra
    elif (named := _named_above(block, place)) is not None:
        scope["component"] = named
    if said_of_all.OF_ALL in scope and standing.is_entry(block):
        scope.setdefault("statistic", scope[said_of_all.OF_ALL])
    if block.kind == "label_value" and len(block.cell) <= MOST_OF_A_CARD:
        scope.update(place.card)
    scope.update({key: label for key, label in place.record.items() if key not in ("sample_size", "claim")})
    if place.whole is not None:
        scope["component"] = place.whole
    if place.beside is not None and place.beside.label is not None:
        scope.update(with_page_role(labels_in(place.beside.label), scope))
    heading, of_a_script = place.outline.heading, negotiates(block, place.outline)
    return prose.Surroundings(
        scope=scope,
        answers=place.question is not None,
        beside_amount=place.beside is not None,
        negotiates=of_a_script,
        post=(bool(place.outline.headings) and place.outline.headings[-1][0] == OF_A_POST)
        or place.outline.tells_of_somebody
        or "claim" in place.record
        or (heading is not None and pattern("comments").match(heading.text.strip(" *_:")) is not None),
        advert=place.advert,
        told=place.ahead.told,
        heading=heading if place.outline.headings and place.outline.headings[-1][0] == CARD_HEADING else None,
        sample=(place.sample or place.record.get("sample_size")) if block.kind == "label_value" else None,
        lists=None
        if of_a_script
        else list_kinds.of(lead_ins.leading_to_a_list(place.intro), heading, place.question)
        or ("role" if place.at in place.ahead.jobs else None),
    )
