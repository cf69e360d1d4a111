"""Prose: sentences, list entries, labels with values, questions and headings into rows.

A block is read sentence by sentence. Every figure of a sentence becomes a row whose labels come, in this order, from its own
segment of the sentence, from the rest of the sentence, from the sentences before it in the block, and from the scope above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace

from extractors.readers import list_kinds, rich_pay, samples
from extractors.readers.prose import claims, negotiation, no_pay, payers, shares, vesting
from extractors.readers.prose.binding import Sentence, offsets
from extractors.readers.prose.carried import Carried
from extractors.readers.prose.components.differences import difference
from extractors.readers.prose.components.going_on import TOPICS
from extractors.readers.prose.labels import SAYING_WHO, sentence_labels
from extractors.readers.prose.mentioned import sentence_of
from extractors.readers.prose.raised import raised_to
from extractors.readers.prose.sentences import lead, sentences
from extractors.readers.scope import Scope
from extractors.readers.scope.labels import labels_in
from extractors.readers.scope.roles import with_page_role
from extractors.readers.told_names import Told
from normalizers import figures, headers, mentions
from schemas import Block, Cell, NotPay, Read, Row
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

CARRIED_SENTENCES = 4
"""A subject said longer ago than this many sentences is no longer spoken of."""
_FILTER = re.compile(
    r"\W*(?:(?:salary|pay|wage)(?: range)?:?\s)?(?:any\s?[|·•/]\s?)?\W{0,3}(?:[A-Z]{3}\s?)?[\d.,]{2,10}k?\s?\+"
    r"(?:\s?\(\d{1,3}(?:,\d{3})*\)|(?:\s?[|·•/]\s?\W{0,3}(?:[A-Z]{3}\s?)?[\d.,]{2,10}k?\s?\+)+)(?:\s?[|·•/]\s?any)?\W*",
    re.IGNORECASE,
)
"""What a job board can be asked for: `£30,000+ (211)`, `Any | €30k+ | €40k+`."""
_RANK = re.compile(rf"(?P<rank>(?:10|25|75|90)(?:th)?(?: ?%)?)(?: (?:{alternatives('rank_of')}))?")
"""The label of a card with an amount: a point of the distribution (`10th`, `90th %`, `10% of jobs`)."""
_RUN_IN = re.compile(r"(?P<label>(?!No )[A-Z][\w()/&'’-]*(?: [\w()/&'’-]+){0,3})\.\s+(?=[A-Z$€£₹\d])")
"""`Sign-on. Not offered, but ...`: a few words in front that end as a sentence does."""
_CONTEXTS = {
    "title": "heading", "heading": "heading", "paragraph": "prose", "item": "bullet", "quote": "prose",
    "label_value": "label_value", "question": "faq", "meta": "meta", "front_matter": "front_matter",
}  # fmt: skip


@fixed
class Surroundings:
    """What stands around a block: labels that hold for it, and how to speak of it."""

    scope: Scope = field(default_factory=dict)
    answers: bool = False
    """Whether the block answers a question."""
    negotiates: bool = False
    heading: Cell | None = None
    """A heading that stands over a card alone (`On-Site` above `$150K`, `median base`)."""
    post: bool = False
    """Whether the block is of somebody's post in a thread, who tells of what they know."""
    sample: Label | None = None
    beside_amount: bool = False
    """Whether the block is a short line below a label with an amount, of which a percent in it is more or less."""
    advert: Scope = field(default_factory=dict)
    """What the block says of its figures as an advert in one line (`listings.in_lines`)."""
    told: Told | None = None
    """The names that the tables of the page tell."""
    lists: str | None = None
    """The row key that labels of entries fill here, where no vocabulary knows them (`list_kinds`)."""


def rows(block: Block, around: Surroundings) -> Iterator[Row | NotPay]:
    """The rows of one block, in the order of their figures."""
    yield from vesting.of_block(block.cell, _rows(block, around))


def _rows(block: Block, around: Surroundings) -> Iterator[Row | NotPay]:
    block = _with_its_label(block)
    if not figures.find(block.cell):
        return
    if _FILTER.fullmatch(block.cell.text):
        yield from (NotPay(figure.cell, "offers_of_the_page") for figure in figures.find(block.cell))
        return
    label, body = (block.label, block.cell) if block.kind == "label_value" else _lead(block)
    if label is not None and pattern("answers_only").fullmatch(label.text.strip(" *_")):
        label = None  # `Yes: a senior clerk gets £38,200`
    if label is None and (payer := list_kinds.payer_in_front(block, around.lists)) is not None:
        label, body = payer, block.cell.cut(block.cell.offset(payer.end), len(block.cell)).strip()
    own = _said_in_front(block, label, around)
    if around.advert:
        own, body = {**own, **around.advert}, _from_its_amount(block.cell)
    named = _tidy(label) if label and not _ends_as_a_sentence(block.cell, label) else None
    if named is not None and "level" not in own and _is_year_of_learning(named, around.scope):
        own["level"] = named
    if named is not None and (listed := list_kinds.named(around.lists, named, own)):
        own = {**{key: value for key, value in own.items() if key != "region"}, **listed}
    if no_pay.PAYS_MILLIONS in around.scope and (payer := rich_pay.payer_of(block.cell)) is not None:
        own = {**own, "company": payer}
    teller = claims.teller(block)
    if teller is not None:
        own = {**own, **_of_the_teller(teller)}
    scope = {**around.scope, **own}
    context = (
        "faq"
        if around.answers and block.kind in ("paragraph", "item")
        else _CONTEXTS.get(block.kind, "prose")
    )
    carried = Carried(own=own, lead=named, sample=_sample(block.label, label, body) or around.sample)
    voice, step = claims.Voice(), claims.step(label) if around.negotiates else None
    spoken = _spoken(block, body, around, by_a_teller=bool(teller))
    beside = around.beside_amount or (around.lists is not None and _is_a_change(block))
    for cell in _wanted(body):
        sentence = sentence_of(cell, at_home=scope.get("region"), told=around.told, whole=body)
        voice = claims.voice(cell, voice, **spoken)
        if step is not None:
            voice = replace(voice, stance=step)
        yield from _sentence_rows(sentence, scope, carried, voice, context, beside=beside)
        carried = carried.after(sentence, story=voice.tells)


def _spoken(block: Block, body: Cell, around: Surroundings, *, by_a_teller: bool) -> dict[str, bool]:
    """How the sentences of a block are spoken, by the names that `claims.voice` has for it."""
    signed = block.kind == "quote" and block.label is not None
    script = not signed and claims.is_script(block.cell)
    bargains = block.kind == "quote" and not by_a_teller and claims.bargains(body)
    return {
        "negotiates": around.negotiates or bargains or script,
        # What somebody says in a tale of their own is no script.
        "scripted": not (signed or around.post) and claims.scripted(body),
        "script": script,
        "told": around.post or signed,
    }


def _of_the_teller(teller: Cell) -> dict[str, Label]:
    """What a signature says of who signs; `Marta, from Porto` is paid elsewhere."""
    said = {key: label for key, label in labels_in(teller).items() if key in SAYING_WHO}
    place = said.get("region")
    if isinstance(place, Cell) and teller.text[: teller.offset(place.start)].endswith((" from ", "From ")):
        del said["region"]
    return said


def _is_a_change(block: Block) -> bool:
    """`Late Career` with `▲26%`, in a list of what is paid to whom: by how much more."""
    stated = figures.find(block.cell)
    alone = len(stated) == 1 and stated[0].cell.text == block.cell.text.strip()
    return block.kind == "label_value" and alone and stated[0].unit == "percent" and bool(stated[0].sign)


def _said_in_front(block: Block, label: Cell | None, around: Surroundings) -> dict[str, Label]:
    """What the label of a block says of its figures."""
    own = with_page_role(labels_in(label, loose=True), around.scope) if label else {}
    if label is not None and "statistic" not in own:
        own |= _rank(label, block.cell)
    if block.kind == "label_value" and around.heading is not None and not set(own) & SAYING_WHO:
        own = {"qualifier": around.heading, **own}
    if "company" in own and "company" in around.scope and label is not None and _is_a_word(label):
        del own["company"]  # `Target: $240K` on the page of a payer
    # On the page of a payer `Architecture Authority:` is a subject, and no other payer.
    if label is not None and not {"company", "employer_group"} & {*own, *around.scope}:
        payer = payers.in_front(label)
        own = {**own, "company": payer} if payer is not None else own
    if around.negotiates and "role" in around.scope:
        own.pop("role", None)
    return own


def _rank(label: Cell, value: Cell) -> dict[str, Label]:
    """The point of the distribution that a label names; `10% of jobs` beside a range says how many are paid so."""
    found = _RANK.fullmatch(label.text)
    if found is None or any(figure.low != figure.high for figure in figures.find(value)):
        return {}
    read = headers.ordinal(label.cut(*found.span("rank")))
    return {key: one for key, one in read.items() if isinstance(one, Read)}


def _from_its_amount(line: Cell) -> Cell:
    """What stands behind the names of an advert in one line."""
    return line.cut(offsets(line, figures.find(line)[0])[0], len(line))


def _is_year_of_learning(label: Cell, scope: Scope) -> bool:
    """`Second year: ...` below apprentices, residents or trainees: how far they are."""
    who = " ".join(named.text for key in ("role", "level") if (named := scope.get(key)) is not None)
    return (
        pattern("year_of_learning").fullmatch(label.text) is not None
        and pattern("learners").search(who) is not None
    )


def _sample(label: Cell | None, lead: Cell | None, body: Cell) -> Label | None:
    if label is not None and (told := samples.size(label)) is not None:
        return told
    behind = samples.apart(lead)[1] if lead is not None else None  # `Poland (n=212)`
    return behind or samples.size(body)


def _wanted(body: Cell) -> list[Cell]:
    """The sentences that hold figures, and those before them that they may go on from."""
    said = list(sentences(body))
    holding = [index for index, cell in enumerate(said) if figures.find_within(cell, body)]
    wanted = {index for at in holding for index in range(max(0, at - CARRIED_SENTENCES), at + 1)}
    return [said[index] for index in sorted(wanted)]


def _lead(block: Block) -> tuple[Cell | None, Cell]:
    if (run_in := _RUN_IN.match(block.cell.text)) is not None:
        first = block.cell.cut(*run_in.span("label"))
        if _names_a_part(first):
            return first, block.cell.cut(run_in.end(), len(block.cell.text))
    label, body = lead(block.cell)
    if label is None or figures.find(label) or not figures.may_hold(body.text):
        return None, block.cell
    if label.text[-1:].isdigit() and body.text[:1].isdigit():
        return None, block.cell  # the dash of a range whose currency stands behind it (`4.000 – 8.000 €`)
    if not figures.find(body):
        return None, block.cell  # only what stands in front says that `75k` is pay
    return label, body


def _with_its_label(block: Block) -> Block:
    """`Salary:` and `75k`, which only its label makes an amount, as one text."""
    if block.kind != "label_value" or block.label is None or figures.find(block.cell):
        return block
    whole = Cell.joined([block.label, block.cell], ": ")
    return Block("paragraph", whole, block.level) if figures.find(whole) else block


def _ends_as_a_sentence(cell: Cell, label: Cell) -> bool:
    return label.start == cell.start and cell.text.startswith(".", len(label))


def _names_a_part(label: Cell) -> bool:
    """Whether a label ends with the name of a part of pay beside the base (`Quality bonus`)."""
    part = labels_in(label, loose=True).get("component")
    if not isinstance(part, Read) or part.text not in {*TOPICS, "benefits"}:
        return False
    front = label.text.removesuffix(part.cell.text)
    return front != label.text and len(front.split()) <= 1


def _is_a_word(label: Cell) -> bool:
    """Whether the company that a label seems to name is as likely a word, or a field of work (`Control Systems`)."""
    named = mentions.find(label, ("company",))
    return any(
        m.data.get("common") or (m.data.get("organisation") and m.data.get("confidence") == "low")
        for m in named
    )


def _tidy(label: Cell) -> Cell:
    return label.strip(" *_`:\"“”'•-–—\t")


def _sentence_rows(
    sentence: Sentence,
    scope: Mapping[str, Label],
    carried: Carried,
    voice: claims.Voice,
    context: str,
    *,
    beside: bool = False,
) -> Iterator[Row | NotPay]:
    for figure in figures.find(sentence.cell):
        if figure not in sentence.figures:
            yield NotPay(figure.cell, "rank")
    other: str | None = None
    for index, figure in enumerate(sentence.figures):
        other = no_pay.reason(sentence, index, scope, carried, other)
        if other is not None:
            yield NotPay(figure.cell, other)
            continue
        compares = beside and difference(sentence, index) is not None
        share = figure.unit == "percent" and not compares
        if share and not shares.may_be_pay(sentence, index, scope, carried):
            continue
        labels = sentence_labels(sentence, index, scope, carried, voice)
        if share and not shares.is_told(sentence, index, labels, scope, carried):
            continue
        amount = (
            negotiation.amount(figure, labels) if negotiation.speaks(voice) else raised_to(sentence, index)
        )
        row = Row(context=context, package=f"sentence {sentence.cell.start}", amount=amount)
        row.values.update(labels)
        yield row
