"""What the sentences in front say of an amount that names no part of pay itself."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.readers.prose.binding import Sentence
from extractors.readers.prose.components.neighbours import is_plain_pay
from extractors.readers.prose.components.words import Component, basis, is_a_way_to_work, value_of
from normalizers.periods import SHORT
from schemas import Inferred, Mention
from schemas.fixed import fixed
from schemas.row import Label
from schemas.wordings import alternatives, pattern

TOPICS = frozenset({"bonus", "signing_bonus", "equity", "allowance", "commission", "profit_share"})
"""Parts of pay that a few sentences may be about: all their amounts are such parts, unless they say otherwise."""
KINDS = frozenset({"total", "wage"})
"""Ways to count pay: who goes on with other people and places goes on counting so."""
_AT_THE_START = re.compile(rf"[\W_]*(?:(?:{alternatives('before_a_topic')})\s+){{0,3}}", re.IGNORECASE)
_ONE = re.compile(
    rf"\bthe (?:{alternatives('describes_the_same')}) one (?:is|was|came to)\s(?:about |around )?$",
    re.IGNORECASE,
)
_THE_SAME = re.compile(
    rf"\b(?:the|that|this|those|these|its|their)\s(?:(?:{alternatives('describes_the_same')})\s){{0,3}}$",
    re.IGNORECASE,
)
_IT = re.compile(
    r"\bit\s(?:(?:also|then|now)\s)?(?:rises|rose|goes|went|increases|stays|stands|stood|is|was|comes|came|drops|falls)\s(?:at|to|from|up|by)\b",
    re.IGNORECASE,
)
"""`At smaller yards it rises from £3,300`: what the sentence in front named."""
_EARNS = re.compile(r"\s(?:earns?|makes?|pays?)\b")
SUMMED, NEARLY_THE_SUM = 2, 0.06
"""So many amounts can have a sum, and by how much of it people round."""
_SOFTLY = re.compile(
    r"[,:]?\s(?:(?:about|around|roughly|nearly|just|over|only|some|a|nearer|almost|close to|maybe)\s){0,2}[*_]{0,2}"
)
_SAYS_LITTLE = frozenset({"gross", "net", "rate"})


@fixed
class Spoken:
    """The one part of pay that a sentence names."""

    label: Label
    topic: bool
    """Whether the sentence is about that part: it begins with it, and says later how much."""


def spoken_of(sentence: Sentence, before: Spoken | None) -> Spoken | None:
    """The part of pay that is still spoken of behind a sentence."""
    found = sentence.mentions.get("component", ())
    strong = [m for m in found if value_of(sentence, m) or (_is_a_topic(m) and _begins(sentence, m))]
    without = [m for m in sentence.mentions.get("left_out", ()) if m.value in TOPICS and _begins(sentence, m)]
    if without and not strong and not sentence.figures:  # `Bonuses are not in the table.`
        return Spoken(Inferred(without[0].value, without[0].cell), topic=True)
    if not strong:
        return before if all(_is_verb(m) for m in found) else None
    if len({m.value for m in strong}) > 1 and not (
        strong[0].value in TOPICS and _begins(sentence, strong[0]) and not _has_amount(sentence)
    ):
        return None
    if before is not None and _is_the_same(sentence, strong[0], before):
        return before
    value = value_of(sentence, strong[0]) or strong[0].value
    about = _begins(sentence, strong[0]) or _is_had(sentence, strong[0])
    return Spoken(Inferred(value, strong[0].cell), about and not _has_amount(sentence))


def carried_on(sentence: Sentence, index: int, before: Spoken | None, *, story: bool) -> Label | None:
    """The component of an amount that says nothing of its own: that of the sentence's own topic, else of the one in front."""
    share = sentence.figures[index].unit != "currency"
    if (same := _the_one(sentence, index)) is not None:
        return same
    own = topic(sentence, index)
    if own is not None:
        return None if is_plain_pay(sentence, index) else own
    if before is None:
        return None
    if before.label.text in KINDS:
        if sentence.figures[index].period in SHORT:
            return None
        return before.label if _counts_alike(sentence) and not story and not share else None
    spoken = before.topic or _IT.search(sentence.cell.text, 0, sentence.segments[index].figure_start)
    goes_on = spoken and before.label.text in TOPICS and not _speaks_of_pay(sentence, 0, index)
    return before.label if goes_on else None


def _is_had(sentence: Sentence, part: Mention) -> bool:
    """`57% of surgeons have an incentive bonus.`: a sentence that ends with the part of pay that people get."""
    text = sentence.cell.text
    if part.value not in TOPICS or text[part.end :].strip(" .*_") or pattern("nobody_has").search(text):
        return False
    return any(found.end() == part.start for found in pattern("has_a_part").finditer(text, 0, part.start))


def sum_of(sentence: Sentence, index: int, amounts: Sequence[float]) -> Label | None:
    """`That's $327,500 for the year`: the whole, where the sentences before named more than one amount and these come to as much."""
    figure, text = sentence.figures[index], sentence.cell.text
    amount = figure.high or figure.low or 0
    if index or figure.unit != "currency" or len(amounts) < SUMMED or not max(amounts) < amount:
        return None
    if not any(abs(sum(amounts[at:]) - amount) <= NEARLY_THE_SUM * amount for at in range(len(amounts) - 1)):
        return None
    words = pattern("is_the_sum").match(text, len(text) - len(text.lstrip(' "“*_')))
    near = words is not None and _SOFTLY.fullmatch(text, words.end(), sentence.segments[index].figure_start)
    return Inferred("total", sentence.cell.cut(*words.span())) if words is not None and near else None


def same_bonus(sentence: Sentence, component: Component, before: Spoken | None) -> Label | None:
    """`41% got a signing bonus; the mean bonus was $14,300`: the bonus that was just spoken of, and no other."""
    named = component.named_by
    if (
        component.label.text != "bonus"
        or named is None
        or named.cell.text.lower() not in ("bonus", "bonuses")
    ):
        return None
    if _THE_SAME.search(sentence.cell.text, 0, named.start) is None:
        return None
    earlier = [m for m in sentence.mentions.get("component", ()) if m.end <= named.start]
    parts = [m for m in earlier if m.value in ("signing_bonus", "bonus")]
    if parts:
        return Inferred("signing_bonus", parts[-1].cell) if parts[-1].value == "signing_bonus" else None
    return before.label if before is not None and before.label.text == "signing_bonus" else None


def _the_one(sentence: Sentence, index: int) -> Label | None:
    """`One in four got a signing bonus; the typical one was $3,000`: the part of pay that the sentence has just named."""
    found = _ONE.search(sentence.cell.text, 0, sentence.segments[index].figure_start)
    if found is None:
        return None
    named = [
        m for m in sentence.mentions.get("component", ()) if m.end <= found.start() and m.value in TOPICS
    ]
    return Inferred(named[-1].value, named[-1].cell) if named else None


def _is_the_same(sentence: Sentence, named: Mention, before: Spoken) -> bool:
    """Whether `the median bonus` is the signing bonus that a few sentences are about."""
    if not before.topic or before.label.text != "signing_bonus":
        return False
    words = named.cell.text.lower()
    return words in ("bonus", "bonuses") and _THE_SAME.search(sentence.cell.text, 0, named.start) is not None


def share_of_which(sentence: Sentence, index: int) -> Mention | None:
    """`Few firms pay a bonus; where there is one it is 8-12% of base`: the part of pay last spoken of in front of such a share."""
    start, of = sentence.segments[index].figure_start, basis(sentence, index)
    if of is not None and sentence.cell.text.startswith(" gap", of.end):
        return None
    said = [*sentence.mentions.get("component", ()), *sentence.mentions.get("left_out", ())]
    parts = sorted(
        (m for m in said if m.end <= start and m.value in TOPICS and _is_a_topic(m)), key=lambda m: m.start
    )
    return parts[-1] if parts else None


def topic(sentence: Sentence, index: int) -> Label | None:
    """`The sign-on is the flexible bit; we went up to $9,000`: what a sentence begins with, and says nothing else of."""
    found = sentence.mentions.get("component", ())
    first = found[0] if found else None
    if first is None or not _is_a_topic(first) or is_a_way_to_work(sentence, first):
        return None
    if not _begins(sentence, first):
        return None
    # `On-call earns $600 a week`: the verb of the topic itself.
    earns = _EARNS.match(sentence.cell.text, first.end)
    start = earns.end() if earns else first.end
    return None if _speaks_of_pay(sentence, start, index) else Inferred(first.value, first.cell)


def _is_a_topic(mention: Mention) -> bool:
    """Whether a word names a part of pay by itself; of words for other things too those that are a topic (`On-call: ...`)."""
    if mention.value not in TOPICS:
        return False
    words = mention.cell.text
    own_word = mention.value == "allowance" and pattern("leads_to_amount").fullmatch(words) is None
    return own_word or mention.data.get("strength") != "weak"


def _has_amount(sentence: Sentence) -> bool:
    return any(figure.unit == "currency" for figure in sentence.figures)


def _begins(sentence: Sentence, mention: Mention) -> bool:
    return _AT_THE_START.fullmatch(sentence.cell.text, 0, mention.start) is not None


def _speaks_of_pay(sentence: Sentence, start: int, index: int) -> bool:
    """Whether other words for pay stand in front of an amount, or behind it in its own part of the sentence."""
    end, share = sentence.segments[index].end, sentence.figures[index].unit == "percent"
    found = (m for m in sentence.mentions.get("component", ()) if start <= m.start < end)
    if share:  # `10 to 15 per cent of basic`: of what it is one
        of = [basis(sentence, at) for at in range(index + 1)]
        return any(value_of(sentence, m) and not any(m is one for one in of) for m in found)
    return any(not _says_little(m) for m in found)


def _says_little(mention: Mention) -> bool:
    words = mention.cell.text.lower()
    return words in _SAYS_LITTLE or (_is_verb(mention) and not pattern("earning").fullmatch(words))


def _counts_alike(sentence: Sentence) -> bool:
    """Whether a sentence only goes on: it names no pay of its own, and no other source."""
    ranked = pattern("goes_on_ranked").match(sentence.cell.text) is not None
    found = sentence.mentions.get("component", ())
    sources = (m for m in sentence.mentions.get("attribution", ()) if "mark" not in m.data)
    return not any(sources) and all(ranked and _is_verb(m) for m in found)


def _is_verb(mention: Mention) -> bool:
    return bool(mention.data.get("verb"))


def is_open(component: Component) -> bool:
    """Whether nothing but a convention says what a figure is."""
    return is_open_pay(component) or _is_open_share(component) or _is_by_time(component)


def is_open_pay(component: Component) -> bool:
    """Whether only a convention says which part of pay an amount is."""
    return isinstance(component.label, Inferred) and component.label.text == "base"


def _is_open_share(component: Component) -> bool:
    """Whether nothing says of what a percent is a part or by how much pay differs."""
    label = component.label
    says = component.named_by is not None and component.named_by.data.get("strength") != "weak"
    return isinstance(label, Inferred) and label.text == "other" and component.comparison is None and not says


def _is_by_time(component: Component) -> bool:
    """Whether only the time that an amount is paid for makes it a wage."""
    label = component.label
    named = component.named_by is not None and component.named_by.data.get("strength") != "weak"
    return isinstance(label, Inferred) and label.text == "wage" and not named
