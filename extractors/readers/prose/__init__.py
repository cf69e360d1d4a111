"""Prose: sentences, list entries, labels with values, questions and headings into rows.

A block is read sentence by sentence. Every figure of a sentence becomes a row whose labels come, in this order, from its own
segment of the sentence, from the rest of the sentence, from the sentences before it in the block, and from the scope above.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from extractors.readers import list_kinds, samples
from extractors.readers.prose import claims, negotiation, payers
from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.differences import difference
from extractors.readers.prose.labels import SAYING_WHO, sentence_labels
from extractors.readers.prose.sentences import lead, sentences
from extractors.readers.prose.subjects import Carried
from extractors.readers.scope import Scope
from extractors.readers.scope.labels import labels_in, own_skills
from extractors.readers.scope.roles import named_roles, with_page_role
from normalizers import figures, mentions, not_pay
from schemas import Block, Cell, Mention, NotPay, Row
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import pattern

CARRIED_SENTENCES = 4
"""A subject said longer ago than this many sentences is no longer spoken of."""
_THAN = re.compile(
    r"\b(?:than|above|below|over|under|versus|vs\.?|compared (?:to|with)) (?:the (?:overall )?)?$",
    re.IGNORECASE,
)
_SPEAKER = re.compile(
    r"\b(?:said|says|told|explains?|explained|notes?|noted|adds?|added|wrote|writes)(?: [a-z]+)? "
    r"(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]*, (?:the |an? |our |[A-Z][\w’'-]*['’]s? )?(?:[a-z-]+ ){0,2}$"
)
_SPEAKING = re.compile(
    r" (?:[A-Z][\w'’-]+ ){2,3}"
    r"(?:said|says|told|tells|argued|argues|warned|warns|explained|explains|points|pointed|declined|would not"
    r"|wouldn['’]t|admitted|confirmed|announced|estimates|reckons)\b"
)
_OUTSIDE = re.compile(r"\boutside (?:of )?(?:the )?(?:inner |outer |central |greater )?$", re.IGNORECASE)
_CAPITALISED = re.compile(r"\b[A-Z][\w'’-]+ $")
_UNION = re.compile(r"Equity(?:['’]s|-BBC| minimums?| rates?| agreement| members?)\b")
_OF_A_MAP = re.compile(
    r"\s(?:County|Parish|Street|Road|Avenue|Islands?|Park|Hills?|Valley|Springs|Falls|Creek)\b"
)
_IN = re.compile(r"\b(?:in|at) $")
_CITED_OFFERS = re.compile(
    r"\b(?:citing|cite|using|use|leverag\w+|mention\w*|show\w*|by|through|thanks to) (?:an? |your |the )?(?:\w+ )?"
    r"(?:competing|rival|outside|other|alternative) (?:\w+ )?offers? (?:from|at) (?:[A-Z][\w&.-]*(?:,| or| and|/)? ?){0,4}$"
)
_ARTICLE = re.compile(r"\b[Aa]n? $")
FOREIGN = ("of_a_country", "firm_of_a_country")
_DETERMINER = re.compile(r"\b(?:the|my|your|a|our|their|her|his) (?:[a-z]+ )?$", re.IGNORECASE)
_IS_OF = re.compile(r" of (?:this|that|the|our|their|its|your) ")
_OFFER = re.compile(r"\s+(?:\w+ )?(?:offers?|bids?)\b", re.IGNORECASE)
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
    sample: Label | None = None
    beside_amount: bool = False
    """Whether the block is a short line below a label with an amount, of which a percent in it is more or less."""
    lists: str | None = None
    """The row key that labels of entries fill here, where no vocabulary knows them (`list_kinds`)."""


def rows(block: Block, around: Surroundings) -> Iterator[Row | NotPay]:
    """The rows of one block, in the order of their figures."""
    if not figures.find(block.cell):
        return
    label, body = (block.label, block.cell) if block.kind == "label_value" else _lead(block)
    own = with_page_role(labels_in(label, loose=True), around.scope) if label else {}
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
    named = _tidy(label) if label else None
    if named is not None and "level" not in own and _is_year_of_learning(named, around.scope):
        own["level"] = named
    if named is not None and (listed := list_kinds.named(around.lists, named, own)):
        own = {**{key: value for key, value in own.items() if key != "region"}, **listed}
    scope = {**around.scope, **own}
    context = (
        "faq"
        if around.answers and block.kind in ("paragraph", "item")
        else _CONTEXTS.get(block.kind, "prose")
    )
    carried = Carried(own=own, lead=named, sample=_sample(block.label, body) or around.sample)
    voice, step = claims.Voice(), claims.step(label) if around.negotiates else None
    negotiates = around.negotiates or (block.kind == "quote" and claims.bargains(body))
    scripted = claims.scripted(body)
    for cell in _wanted(list(sentences(body))):
        sentence = _sentence(cell, at_home=scope.get("region"))
        voice = claims.voice(cell, voice, negotiates=negotiates, scripted=scripted)
        if step is not None:
            voice = replace(voice, stance=step)
        yield from _sentence_rows(sentence, scope, carried, voice, context, beside=around.beside_amount)
        carried = carried.after(sentence, story=voice.claim is not None and voice.claim.text == "anecdote")


def _is_year_of_learning(label: Cell, scope: Scope) -> bool:
    """`Second year: ...` below apprentices, residents or trainees: how far they are."""
    who = " ".join(named.text for key in ("role", "level") if (named := scope.get(key)) is not None)
    return (
        pattern("year_of_learning").fullmatch(label.text) is not None
        and pattern("learners").search(who) is not None
    )


def _sample(label: Cell | None, body: Cell) -> Label | None:
    return (samples.size(label) if label is not None else None) or samples.size(body)


def _wanted(said: list[Cell]) -> list[Cell]:
    """The sentences that hold figures, and those before them that they may go on from."""
    holding = [index for index, cell in enumerate(said) if figures.find(cell)]
    wanted = {index for at in holding for index in range(max(0, at - CARRIED_SENTENCES), at + 1)}
    return [said[index] for index in sorted(wanted)]


def _lead(block: Block) -> tuple[Cell | None, Cell]:
    label, body = lead(block.cell)
    if label is None or figures.find(label) or not figures.may_hold(body.text):
        return None, block.cell
    return label, body


def _is_a_word(label: Cell) -> bool:
    """Whether the company that a label seems to name is as likely a word, or a field of work (`Control Systems`)."""
    named = mentions.find(label, ("company",))
    return any(
        m.data.get("common") or (m.data.get("organisation") and m.data.get("confidence") == "low")
        for m in named
    )


def _tidy(label: Cell) -> Cell:
    return label.strip(" *_`:\"“”'•-–—\t")


def _sentence(cell: Cell, at_home: Label | None = None) -> Sentence:
    found: dict[str, list[Mention]] = {}
    for mention in mentions.find(cell):
        found.setdefault(mention.kind, []).append(mention)
    # `engineers are the architects of this change`: a figure of speech.
    found["role"] = [m for m in named_roles(found.get("role", [])) if not _IS_OF.match(cell.text, m.end)]
    found["role"] = [m for m in found["role"] if not _is_other_side(cell.text, m)]
    # `Cook County`: where, and nobody's job.
    found["role"] = [m for m in found["role"] if not _OF_A_MAP.match(cell.text, m.end)]
    # `said Dana Cole, CTO of Orbitly`: who speaks, and not whose pay it is.
    found["role"] = [m for m in found["role"] if not _is_speaker(cell.text, m)]
    found["skill"] = own_skills(found)
    # `**Target:** Base $240K`: a label, and not the company of that name.
    found["company"] = [
        m
        for m in found.get("company", [])
        if (not m.data.get("common") or cell.text[m.end : m.end + 3].lstrip("* ")[:1] != ":")
        # `by citing competing offers from Google`: whose offers are spoken of, and not who pays.
        and not _CITED_OFFERS.search(cell.text[max(0, m.start - 90) : m.start])
    ]
    found["place"] = [
        m
        for m in found.get("place", [])
        if not _is_compared_with(cell.text, m)
        # `in a GCC`: letters that mean something else than a place.
        and not (m.cell.text.isupper() and _ARTICLE.search(cell.text[max(0, m.start - 3) : m.start]))
        and not _comes_from(cell.text, m, at_home, found.get("place", ()))
        and not _is_between_companies(cell.text, m, found["company"])
        and not _OUTSIDE.search(cell.text[max(0, m.start - 40) : m.start])
    ]
    # `citing a Snowflake offer of $445K`: who would pay, and not who says so.
    found["attribution"] = [m for m in found.get("attribution", []) if not _OFFER.match(cell.text, m.end)]
    # `benefits from the labs nearby`: a verb.
    found["component"] = [
        m
        for m in found.get("component", [])
        if (m.value != "benefits" or not cell.text.startswith(" from", m.end))
        and not _UNION.match(cell.text, m.start)  # the union of actors
        # `the Fair Work Commission`: a part of a name.
        and not (
            m.value == "commission" and m.cell.text.istitle() and _CAPITALISED.search(cell.text[: m.start])
        )
    ]
    ranks = [m.cell for m in found.get("statistic", ())]
    # `the lowest 10 percent`: a part of the name of a statistic.
    amounts = [f for f in figures.find(cell) if not _is_within(f.cell, ranks)]
    return Sentence(cell, amounts, found)


def _is_speaker(text: str, mention: Mention) -> bool:
    """`said Dana Cole, head of pay`, `managing director Priya Nair would not say`: who speaks of the pay of others."""
    return (
        _SPEAKER.search(text[: mention.start]) is not None or _SPEAKING.match(text, mention.end) is not None
    )


def _is_other_side(text: str, mention: Mention) -> bool:
    """`I told the recruiter`: who is talked with, and not whose pay it is."""
    before = text[max(0, mention.start - 30) : mention.start]
    return mention.value == "recruiter" and _DETERMINER.search(before) is not None


def _is_compared_with(text: str, mention: Mention) -> bool:
    """`27% higher than the US average`: the place says what is compared with, and not whose pay it is."""
    behind = text[mention.start : mention.end + 12].lower()
    usual = re.search(r"\b(?:average|mean|median|norm)\b", behind) is not None
    return usual and _THAN.search(text, max(0, mention.start - 30), mention.start) is not None


def _is_between_companies(text: str, mention: Mention, companies: list[Mention]) -> bool:
    """`Cisco/Palo Alto/Arista`: a name in a row of companies."""
    return any(
        text[left.end : right.start] == "/"
        for company in companies
        for left, right in ((company, mention), (mention, company))
        if left.end < right.start
    )


def _comes_from(text: str, mention: Mention, at_home: Label | None, places: Sequence[Mention]) -> bool:
    """`US firms` on a page about London, or `in London`: where the payer comes from, and not where it pays."""
    elsewhere = any(m is not mention and _IN.search(text, max(0, m.start - 4), m.start) for m in places)
    home = at_home is None or at_home.text == mention.cell.text
    kinds = FOREIGN if elsewhere or not home else ("of_a_country",)
    return any(pattern(kind).match(text, mention.end + 1) for kind in kinds)


def _is_within(figure: Cell, cells: list[Cell]) -> bool:
    return any(cell.start <= figure.start and figure.end <= cell.end for cell in cells)


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
        reason = not_pay.reason(figure, sentence.cell, carried.lead if index == 0 else None)
        if reason is None and figure.high == 0 and figure.low == 0:
            reason = "nothing"  # `$0 if you qualify`
        if reason is None and other is not None and figure.sign and figure.unit == "percent":
            reason = other  # `Share price: $161 (+1.4%)`: how that has moved
        other = reason
        if reason is not None:
            yield NotPay(figure.cell, reason)
            continue
        compares = beside and difference(sentence, index) is not None
        if figure.unit == "percent" and not compares and not _speaks_of_pay(sentence, scope):
            continue
        labels = sentence_labels(sentence, index, scope, carried, voice)
        amount = negotiation.opened(figure) if negotiation.speaks(voice) else figure
        row = Row(context=context, package=f"sentence {sentence.cell.start}", amount=amount)
        row.values.update(labels)
        yield row


def _speaks_of_pay(sentence: Sentence, scope: Mapping[str, Label]) -> bool:
    """A percent is pay only where pay is spoken of: in its sentence, or in the label or heading above it."""
    amounts = any(
        figure.unit == "currency" and not_pay.reason(figure, sentence.cell) is None
        for figure in sentence.figures
    )
    return amounts or pattern("pay").search(sentence.cell.text) is not None or "component" in scope
