"""Who speaks: the market's own word, a statistics office, a named source, a person's story, or one side of a negotiation."""

from __future__ import annotations

import re
from functools import lru_cache

from extractors.readers.prose.binding import Sentence
from normalizers import headers, mentions
from schemas import Block, Cell, Inferred, Read
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

_PERSON = re.compile(
    rf"(?:^|(?<=[.!?\"”] )|(?<=[.:]\*\* )|(?<=\n))(?P<name>[A-ZÀ-Þ][a-zß-ÿ]{{2,14}})(?:\s[A-ZÀ-Þ][a-zß-ÿ]+)?"
    rf"(?:,[^,.]{{3,120}},|\s\([^)]{{1,60}}\))?\s(?:(?:then|now|recently|first|just)\s)?(?:{alternatives('person_does')})\b"
)
_QUOTED = re.compile(r"[\"“][^\"”“]{20}|(?<=[\s(])['‘](?:I|My|We)\b")
_TOLD = re.compile(rf"\bI (?:{alternatives('told_by_me')})\b")
_SIGNED = re.compile(r"[\"”]\s{0,2}[–—-]{1,2}\s?[A-Z]")
_GENERALLY = re.compile(rf"\b(?:{alternatives('people_with')})\s(?:[\w-]+\s){{0,3}}$", re.I)
_PARTS = re.compile(
    rf"(?:[\s,+&]+(?:{alternatives('parts_of_an_offer')}|\d{{1,2}})\b"
    r"|[\s,+&]+[$€£₹][\d.,]+[kKmM]?(?:/\w+)?){1,9}[\s,+&]*",
    re.IGNORECASE,
)
"""Between two parts of one offer (`$190K base and a $40K bonus`)."""
_APPOSITION = re.compile(
    r"^(?P<name>[A-ZÀ-Þ][a-zß-ÿ]{2,14}(?:\s[A-Z]\.?)?)(?:,\s(?:an?\s|the\s|who\s|\d\d[\s,])|\s\(\d\d[,)])"
)
"""`Marc, a fitter from Lille,`, `Marc (34, Lille)`: one person, whose story follows."""
_AGED = re.compile(r"^(?:For\s)?(?P<name>[A-ZÀ-Þ][a-zß-ÿ]{2,14})\s[A-ZÀ-Þ][\w'’-]+,\s\d\d,")
"""`Jens Brodersen, 44,`: the same with a whole name, which without an age may be a firm's."""
_OF_MANY = ("mean", "median")
"""What somebody looked up, and did not live through."""


@fixed
class Voice:
    """Who has been speaking so far in a block: what a story or a script begun in one sentence goes on with in the next."""

    claim: Label | None = None
    stance: Label | None = None

    @property
    def tells(self) -> bool:
        """Whether what is said happened to one person."""
        return self.claim is not None and self.claim.text == "anecdote"


def voice(
    sentence: Cell,
    before: Voice,
    *,
    negotiates: bool,
    scripted: bool = False,
    script: bool = False,
    told: bool = False,
) -> Voice:
    """Who speaks in a sentence, given who spoke before it in the same block.

    `negotiates` says that the block or its heading is about a negotiation, `scripted` that it has words for somebody to say,
    `script` that it is nothing but such words, whose `I` is whoever says them, `told` that it is somebody's post or letter.
    """
    if told and (own := _first_person(sentence)) is not None:
        return Voice(Read("anecdote", own))
    if told and before.claim is not None and not _cites(sentence):
        return before
    if not script and (story := _story(sentence)) is not None:
        return Voice(Read("anecdote", story))
    if before.claim is not None and _text(before.claim) == "anecdote" and _goes_on(sentence):
        return before
    supposes = bargains(sentence) or pattern("example").search(sentence.text) is not None
    if not negotiates and not scripted and not supposes and (own := _first_person(sentence)) is not None:
        return Voice(Read("anecdote", own))
    if told and not negotiates and not scripted:
        return Voice() if _cites(sentence) else Voice(Inferred("anecdote"))
    scripts = (
        found for found in pattern("negotiation").finditer(sentence.text) if not _of_others(sentence, found)
    )
    if (words := next(scripts, None)) is not None or negotiates:
        cell = sentence.cut(*words.span()) if words else None
        return Voice(Read("negotiation", cell) if cell else Inferred("negotiation"))
    if (example := pattern("example").search(sentence.text)) is not None:
        return Voice(Read("example", sentence.cut(*example.span())))
    return Voice()


def _cites(sentence: Cell) -> bool:
    """Whether a sentence says whose word it passes on (`Indeed says`, `BLS May 2023`)."""
    said = mentions.find(sentence, ("attribution", "statistic"))
    return any(m.value in _OF_MANY if m.kind == "statistic" else not m.data.get("mark") for m in said)


def _first_person(sentence: Cell) -> Cell | None:
    """The word by which somebody speaks of their own pay."""
    found = pattern("first_person").search(sentence.text)
    return sentence.cut(*found.span()) if found is not None else None


def scripted(block: Cell) -> bool:
    """Whether a block has words in quotation marks that nobody is said to have spoken: words to say."""
    spoken = pattern("says").search(block.text) or _SIGNED.search(block.text)
    return _QUOTED.search(block.text) is not None and spoken is None


def is_script(block: Cell) -> bool:
    """Whether a block is one quotation of words to say across the table, and no tale of what was said."""
    text = block.text.strip(" *_>`\n")
    whole = text[:1] in '"“' and text[-1:] in '"”' and len(text) > 1
    return whole and scripted(block) and bargains(block) and _TOLD.search(text) is None


def teller(block: Block) -> Cell | None:
    """Who says something of themselves in a quotation, as its signature says (`"I moved for £20K." — Auditor, Leeds`)."""
    if block.kind != "quote" or block.label is None:
        return None
    elided = pattern("told_without_i").match(block.cell.text.lstrip(' *_>"“\n')) is not None
    return block.label if elided or _first_person(block.cell) is not None else None


def bargains(text: Cell) -> bool:
    """Whether something is said across the table, to somebody who is to pay more."""
    return pattern("negotiation").search(text.text) is not None


def _story(sentence: Cell) -> Cell | None:
    found = pattern("anecdote").search(sentence.text)
    if found is not None:
        return sentence.cut(*found.span())
    for shape in (_PERSON, _APPOSITION, _AGED):
        person = shape.search(sentence.text)
        if person is None or pattern("no_name").fullmatch(person["name"]) is not None:
            continue
        name = sentence.cut(*person.span("name"))
        if not mentions.find(name, ("role",)):  # `Pilots started at $90,000`
            return name
    return None


def _goes_on(sentence: Cell) -> bool:
    """Whether a sentence after a story is a part of it: it says so, or speaks of nobody else."""
    if (
        pattern("generally").search(sentence.text) is None
        and pattern("negotiation").search(sentence.text) is None
    ):
        return True
    return (
        re.match(
            r"(?:his|her|he|she|working|they|their|that|with|after|the total|in total|combined|today|now|within)\b",
            sentence.text,
            re.I,
        )
        is not None
    )


STANCES = ("floor", "competing", "counter", "ask", "offer")


def stance(sentence: Sentence, index: int, before: Voice) -> Label | None:
    """Which side of a negotiation a figure is: the wording nearest in front of it decides, else the sentence's."""
    segment = sentence.segments[index]
    best: tuple[int, Label] | None = None
    for name, found in _sides(sentence.cell.text):
        if name == "competing" and _of_others(sentence.cell, found):
            continue
        ahead = found.start() < segment.figure_start
        if name == "competing" and ahead and _told_already(sentence, index, found.end()):
            continue
        distance = segment.figure_start - found.end() if ahead else 1000 + found.start() - segment.figure_end
        value = "competing_offer" if name == "competing" else name
        if best is None or distance < best[0]:
            best = (distance, Read(value, sentence.cell.cut(*found.span())))
    return best[1] if best else before.stance


@lru_cache(maxsize=16)  # Each figure of a sentence asks for them.
def _sides(text: str) -> tuple[tuple[str, re.Match[str]], ...]:
    """The wordings of the sides of a negotiation."""
    return tuple((name, found) for name in STANCES for found in pattern(f"stance_{name}").finditer(text))


def _of_others(sentence: Cell, found: re.Match[str]) -> bool:
    """`for candidates with strong competing offers`: said of people in general, and nobody's script."""
    return _GENERALLY.search(sentence.text, max(0, found.start() - 80), found.start()) is not None


def _told_already(sentence: Sentence, index: int, end: int) -> bool:
    """`a competing offer ($14K lift) and a sign-on bonus ($20K)`: the offer has its figure, and the next is no rival's."""
    before = [other for other in sentence.segments[:index] if other.figure_start >= end]
    # `€300K / $585K`: one offer in two currencies.
    at = sentence.segments[index].figure_start
    between = any(
        sentence.cell.text[other.figure_end : at].strip() != "/"
        and not _PARTS.fullmatch(sentence.cell.text, other.figure_end, at)
        for other in before
    )
    return between and not sentence.own("company", index) and not sentence.own("employer_group", index)


def step(label: Cell | None) -> Label | None:
    """The side that the label of a script's step speaks for (`Initial Offer`, `Target`, `Walk-away`); None for other labels."""
    side = headers.stance(label.text) if label is not None else None
    return Read(side, label) if label is not None and side is not None else None


def official(sentence: Cell) -> Label | None:
    """The statistics office that a sentence quotes."""
    found = pattern("official").search(sentence.text)
    return Read("official", sentence.cut(*found.span())) if found else None


def is_office(source: Label) -> bool:
    """Whether a source that holds for a whole page or table counts many, and tells nobody's story (`BLS`)."""
    named = mentions.find(source, ("attribution",)) if isinstance(source, Cell) else []
    return any(m.data.get("claim") == "official" for m in named)


def posted(sentence: Cell) -> Label | None:
    """The job postings that a sentence quotes."""
    found = pattern("posted").search(sentence.text)
    return Read("posted", sentence.cut(*found.span())) if found else None


def _text(label: Label) -> str:
    return label.text
