"""What a page says of all its figures: who pays, where, and how they are counted.

Structure says it (a title in two parts, labelled lines at the top) or a sentence that speaks of everything.
The wordings stand in `schemas/vocabularies/wordings.yaml`.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from extractors.readers import posts, said_of_all, towns
from extractors.readers.prose.sentences import lead
from extractors.readers.records import is_an_industry
from normalizers import figures, keys, mentions
from schemas import Block, Cell, Mention
from schemas.row import Label
from schemas.vocabulary import load
from schemas.wordings import alternatives, pattern

_SURELY, _NEARLY_ALL = 3, 0.7
"""How often a page names a country, and with what share of all, that it is taken to be about."""
_BEGINNING, _MENU = 5, 30
"""Texts with which a page begins, and blocks in which they stand: menus and buttons may stand between them."""
_THERE = re.compile(r"\b(?:in|across|throughout|within|around|outside|of|for) $", re.IGNORECASE)
"""In front of a country further down: people are paid there, and it is not where a firm is from (`a large US broker`)."""
_CAPITALISED, _FIRST = re.compile(r"[^\W\d_a-z]\w*"), re.compile(r"[^\W\d_]\w*")
_TEXTS = ("title", "paragraph", "quote", "meta")
_NEAR_THE_TOP = 12
"""Blocks among which a page says what it is about."""
_MOST_WORDS = 6
_PARTS_OF_PAY = 3
_LABELS = ("company", "role", "region", "level")
_PARTS = re.compile(r"\s[—–|·:-]\s|:\s|\s@\s")
_BRACKETS = re.compile(r"\s?\([^()]{0,60}\)|\s?\[[^\[\]]{0,60}\]")
_WORD = r"[A-Z0-9][\w.&+'’-]{0,40}"
_NAME = re.compile(rf"{_WORD}(?:\s(?:(?:of|for|and|the|&)\s)?{_WORD}){{0,5}}")
_TOWNS = re.compile(r"\s(?:the\s)?(?:[A-Z][\w.'’-]{0,30}(?:,\s|\s(?:and|or|&)\s|\s)){0,6}")
"""Towns that no gazetteer knows, in front of a place that it does (`Leiden and Delft, Netherlands`)."""
_POSTCODE = re.compile(r"^[A-Z][A-Za-z .'’-]{1,40},? [A-Z]{1,2}\d[\dA-Z]?(?: \d[A-Z]{2})?$")
"""`Thornbury, BS35`: a town that no gazetteer knows, with its postcode."""
_WE = re.compile(r"\b(?:we|our|us)\b", re.IGNORECASE)
_OFTEN = 2
"""How often a page says `we`, and names an employer beside others."""
_HOW = re.compile(
    rf"\b[Hh]ow (?P<name>{_WORD}(?:\s{_WORD}){{0,2}}) (?:{alternatives('payer_does')}|pays|works)\b"
)


def stated(blocks: Sequence[Block], known: Mapping[str, Label]) -> dict[str, Label]:
    """The labels that hold for the whole page, beside those that are known already."""
    found: dict[str, Label] = {}
    says = (labelled_lines, said_of_all.of_page, _unless, _places, _source)
    for labels in (*(say(blocks) for say in says), _payer(blocks, known)):
        found.update({key: label for key, label in labels.items() if key not in known and key not in found})
    if "region" not in known and "region" not in found:
        found.update(towns.of_page(blocks) or _country(blocks))
    return found


def is_in_the_plural(letters: str, blocks: Sequence[Block]) -> bool:
    """Whether capitals that may be a place stand in the plural elsewhere on the page (`GCC`, `GCCs`): no place has one."""
    plural = letters + "s"
    return letters.isupper() and any(plural in block.cell.text for block in blocks)


def labelled_lines(blocks: Sequence[Block]) -> dict[str, Label]:
    """`Employer: ...`, `Location: ...` each said once and above the posts of a thread: what the page is about."""
    found: dict[str, list[Cell]] = {}
    blocks = list(itertools.takewhile(lambda block: block.level != posts.OF_A_POST, blocks))
    broken_down = _broken_down(blocks)
    for number, block in enumerate(blocks):
        label, value = (block.label, block.cell) if block.kind == "label_value" else lead(block.cell)
        meaning = keys.meaning(label.text) if label is not None and len(label) <= 30 else None
        if meaning is None or meaning.sort != "label" or meaning.name not in _LABELS:
            continue
        if meaning.name == "company" and label is not None and is_an_industry(label.text, value):
            continue
        if meaning.name != "level" or number not in broken_down:
            found.setdefault(meaning.name, []).append(value.strip(" \t*_`."))
    if any(len(cells) > 1 for cells in found.values()):
        return {}  # records of several jobs
    told = {key: _where(cells[0]) if key == "region" else cells[0] for key, cells in found.items()}
    return {
        key: cell
        for key, cell in told.items()
        if 0 < len(cell.text.split()) <= _MOST_WORDS * 2 and _says(key, cell)
    }


def _where(value: Cell) -> Cell:
    """`Montréal, one offer in Vancouver`: the place that a line about several things begins with."""
    places = mentions.find(value, ("place",))
    wordy = len(value.text.split()) > _MOST_WORDS and places and places[0].start == 0
    return _run(value, places) if wordy else value


def _broken_down(blocks: Sequence[Block]) -> set[int]:
    """The labelled lines of one person's pay in its parts (`Total: $241K`, `Level: P3`, `Base: $172K`, `Stock: $56K`).

    On a page that gives the pay of every level it is an example, whose level is its own.
    """
    found: set[int] = set()
    for labelled, run in itertools.groupby(range(len(blocks)), lambda at: blocks[at].kind == "label_value"):
        numbers = list(run)
        if labelled and sum(bool(figures.find(blocks[at].cell)) for at in numbers) >= _PARTS_OF_PAY:
            found.update(numbers)
    return found


def _says(key: str, value: Cell) -> bool:
    if figures.find(value):
        return False
    if key == "region" and _POSTCODE.search(value.text) is not None:
        return True
    kind = {"region": "place", "role": "role", "level": "level"}.get(key)
    return value.text[0].isupper() if kind is None else bool(mentions.find(value, (kind,)))


def _places(blocks: Sequence[Block]) -> dict[str, Label]:
    """Where all that the page says holds (`Applies to all staff in Leiden and Delft`)."""
    for _, sentence in said_of_all.speaking(blocks[:_NEAR_THE_TOP], "holds_in"):
        places = mentions.find(sentence, ("place",))
        for lead_in in pattern("holds_in").finditer(sentence.text):
            own = [m for m in places if m.start >= lead_in.end()]
            if own and _TOWNS.fullmatch(sentence.text, lead_in.end(), own[0].start):
                return {
                    "region": sentence.cut(lead_in.end(), len(_run(sentence, own)) + own[0].start).strip()
                }
    return {}


def _unless(blocks: Sequence[Block]) -> dict[str, Label]:
    """Where all figures are but those that say otherwise (`Numbers are US, software engineer, unless a line says so`)."""
    for _, sentence in said_of_all.speaking(blocks[:_NEAR_THE_TOP], "speaks_of_all"):
        at = sentence.text.lower().find(" unless")
        places = mentions.find(sentence.cut(0, max(at, 0)), ("place",))
        if len({place.cell.text for place in places}) == 1:
            return {"region": places[0].cell}
    return {}


def _source(blocks: Sequence[Block]) -> dict[str, Label]:
    """Whom all figures come from (`Below are the figures from the Halden Survey`)."""
    for _, sentence in said_of_all.speaking(blocks[:_NEAR_THE_TOP], "source_of_all"):
        named = [m for m in mentions.find(sentence, ("attribution",)) if not m.data.get("mark")]
        if named:
            return {"attributed_to": named[0].cell}
    return {}


def _country(blocks: Sequence[Block]) -> dict[str, Label]:
    """The country that the page speaks of: named where it begins, again and again, and hardly another."""
    first = _countries_at_the_top(blocks)
    if not first:
        return {}  # counting the places of the rest costs a tenth of the reading
    counts = Counter(
        str(mention.data["country"])
        for block in blocks
        if block.table is None
        for mention in mentions.find(block.cell, ("place",))
        if mention.data.get("country") is not None
    )
    code, count = counts.most_common(1)[0] if counts else ("", 0)
    surely = count >= _SURELY and count >= _NEARLY_ALL * counts.total()
    return {"region": first[code]} if surely and code in first else {}


def _countries_at_the_top(blocks: Sequence[Block]) -> dict[str, Cell]:
    """The countries that the first texts of a page name, by their codes."""
    first: dict[str, Cell] = {}
    texts = [(number, block) for number, block in enumerate(blocks[:_MENU]) if block.kind in _TEXTS]
    for number, block in texts[:_BEGINNING]:
        if _country_words().isdisjoint(map(str.casefold, _CAPITALISED.findall(block.cell.text))):
            continue  # looking for places takes much longer
        for mention in mentions.find(block.cell, ("place",)):
            told = number < _BEGINNING or _THERE.search(block.cell.text[: mention.start]) is not None
            if told and mention.data.get("country") is not None and _is_a_country(mention):
                first.setdefault(str(mention.data["country"]), mention.cell)
    return first


@cache
def _country_words() -> frozenset[str]:
    """The first words of all spellings of countries, in small letters; nothing else of a name is looked at."""
    countries = (one for one in load()["place"].spellings if one.entry.data.get("type") == "country")
    return frozenset(word for one in countries for word in _FIRST.findall(one.text.casefold())[:1])


def _is_a_country(mention: Mention) -> bool:
    """`Poland` or `UK`, and no `Polish`."""
    name = mention.cell.text.removeprefix("the ").removeprefix("The ")
    return mention.data.get("type") == "country" and (name in mention.value or name.isupper())


def _run(cell: Cell, found: Sequence[Mention]) -> Cell:
    """The places that follow each other from the first on."""
    last = found[0]
    for other in found[1:]:
        if cell.text[last.end : other.start].strip(" ,&/") not in ("", "and", "or"):
            break
        last = other
    return cell.cut(found[0].start, last.end)


def _payer(blocks: Sequence[Block], known: Mapping[str, Label]) -> dict[str, Label]:
    """Who pays, on a page on which somebody tells what they themselves pay."""
    if "company" in known:
        return {}
    titles = [block.cell for block in blocks[:_NEAR_THE_TOP] if block.kind in ("title", "meta")]
    titles += [block.cell for block in blocks[:3] if block.kind == "heading"]
    text = "\n".join(block.cell.text for block in blocks if block.table is None)
    for title in titles:
        if (name := _in_title(title, text)) is not None:
            return {"company": name}
    if (name := _above_its_agreement(blocks)) is not None:
        return {"company": name}
    about = any(pattern("employer_page").search(title.text) for title in titles)
    if about and len(_WE.findall(text)) >= _OFTEN and (name := _often_named(blocks)) is not None:
        return {"company": name}
    return {}


def _above_its_agreement(blocks: Sequence[Block]) -> Cell | None:
    """The name that is the whole title of a page, above a heading of its pay and conditions (`Harrow Regional Libraries`)."""
    heads = [block.cell for block in blocks[:_NEAR_THE_TOP] if block.kind in ("title", "heading")][:2]
    if len(heads) < 2 or pattern("own_conditions").search(heads[1].text) is None:
        return None
    name, words = heads[0], heads[0].text.split()
    said = mentions.find(name, ("role", "component"))
    return name if len(words) > 1 and _NAME.fullmatch(name.text) and not said else None


def _in_title(title: Cell, text: str) -> Cell | None:
    """The name beside `Pay policy` in a title, where the page speaks of it as one that pays."""
    parts = title.split(_PARTS)
    for part in parts if len(parts) > 1 else ():
        name = part.cut(0, len(_BRACKETS.sub("", part.text).rstrip())) if part else part
        others = " ".join(other.text for other in parts if other is not part)
        if not _NAME.fullmatch(name.text) or not pattern("employer_page").search(others):
            continue
        if pattern("employer_page").fullmatch(name.text) or not _pays(name.text, text):
            continue
        if any(len(job.cell) == len(name) for job in mentions.find(name, ("role",))):
            continue  # `Dental Hygienists: Pay Handbook`
        return name
    return None


def _pays(name: str, text: str) -> bool:
    """Whether the page says somewhere what a name does that pays (`Orbit Labs has one ladder`, `at Orbit Labs`)."""
    form = rf"\b(?:at|for|join|joining) {re.escape(name)}\b|(?<!\w){re.escape(name)}(?:['’]s?\b| (?:{alternatives('payer_does')})\b)"
    return re.search(form, text) is not None


def _often_named(blocks: Sequence[Block]) -> Cell | None:
    """The name that stands most often where an employer does (`at Orbit`, `How Orbit pays`)."""
    counts: Counter[str] = Counter()
    first: dict[str, Cell] = {}
    for block in blocks:
        if block.table is not None:
            continue
        named = [m.cell for m in mentions.find(block.cell, ("company",)) if m.data.get("confidence") == "low"]
        named += [block.cell.cut(*m.span("name")) for m in _HOW.finditer(block.cell.text)]
        for cell in named:
            counts[cell.text] += 1
            first.setdefault(cell.text, cell)
    name, count = counts.most_common(1)[0] if counts else ("", 0)
    # One that is named once, and further down, may be where the writer once worked.
    early = count and len(counts) == 1 and name in {cell.text for cell in _early(blocks)}
    return first[name] if count >= _OFTEN or early else None


def _early(blocks: Sequence[Block]) -> Iterator[Cell]:
    for block in blocks[:_NEAR_THE_TOP]:
        yield from (m.cell for m in mentions.find(block.cell, ("company",)))
        yield from (block.cell.cut(*m.span("name")) for m in _HOW.finditer(block.cell.text))
