"""Lines of scraped text that are no table: titles, headings, list entries, questions, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice

from extractors.readers import menus
from extractors.readers.bullets import BULLETS
from extractors.readers.scraped_text.values import has_none, kind_of
from normalizers import figures, keys
from schemas import Block, Cell
from schemas.wordings import alternatives, pattern

_BULLET = re.compile(
    rf"[ \t]*(?:[{BULLETS}-]|\(?\d{{1,2}}[.)]|\(?[a-h]\)|\d{{1,2}}\.\d{{2}}(?=\s[A-Z][^:\n]{{2,60}}:\s))[ \t]+(?=\S)"
)
"""The mark of an entry; `19.01` in front of a label is that of an agreement."""
_LONE_BULLET = re.compile(r"[-•*–·●○■◆►▶➤✓✔✅▸→]")
_NUMBERED = re.compile(r"[ \t]*\d{1,3}[.)][ \t]+(?=\S)")
_QUESTION = re.compile(
    r"(?:What|How|Which|Who|Why|When|Where|Is|Are|Do|Does|Can|Should|Will)\b[^.?!\n]{5,160}\?(?=\s|$)"
)
_ASKED = re.compile(r"Q(?:uestion)?\s?\d{0,2}[:.]\s*(?=\S)")
MAX_QUESTION = 160
_LABEL = re.compile(r"([A-Z][\w /&-]{1,30}):[ \t]+(?=\S)")
_NAMED = re.compile(r"([A-Z][\w /&'’-]{1,30}):[ \t]+(?=\S)")
"""The same with an apostrophe in it, which a heading has as often as a label (`Orbison's own premium: what teams are paid`)."""
_LABEL_OF_AMOUNT = re.compile(
    r"[ \t]*[A-Z][\w /&'’-]{1,30}:[ \t]+(?:[A-Z]{0,3}\s?[$€£₹¥]\s?\d|\d[\d.,' ]{0,12}\s?(?:[€£%]|kr|zł|[A-Z]{3}\b|per ?cent))"
)
_GLUED = re.compile(
    r"([A-Z][^\d$€£₹|:]{2,40}[a-z)])"
    r"((?:(?:(?:[A-Z]{1,2})?[$€£₹]|Rs?\.?|[A-Z]{3})\s?\d{1,3}(?:[., \u00a0]\d{3})+"
    r"|\d{1,3}(?:[.,'’]\d{3})+\s?(?:€|zł|kr|EUR|CHF|PLN|SEK))(?!\d)[^\n]{0,60})"
)
"""`Graz51.300 €`: a name that touches the amount behind it, alone on a line."""
_TABBED = re.compile(r"(?P<label>[^\W\d_][^\t:]{1,60}|\d{4} [^\t:]{2,60}?)[ ]*\t[ ]*(?P<value>\S[^\t]*)")
"""`2024 Median Pay<tab>$94,260 per year`"""
OPEN_END = re.compile(rf"\b(?:{alternatives('goes_on_with_amount')})$", re.IGNORECASE)
_BETWEEN = ("and", "to", "-", "–")
_GOES_ON = re.compile(r"[a-z(,;.]")
SENTENCE = 30
"""Characters; what is shorter is a label."""
MAX_VALUE = 80
_VALUES = ("money", "percent", "number")
_CLOSED = re.compile(r"[.!?:;,…]['\"”’)]*$")
MAX_HEADING = 110
MAX_HEADING_WORDS = 16
HEADLINE = 7
"""Words that a headline with a figure in it has at least; a name with its amount (`Tiler, Leeds £31,000`) has fewer."""
LONG = 100


def block(lines: Sequence[Cell], at: int, *, titled: bool) -> tuple[list[Block], int]:
    """The block (or the question and its answer) at a line that is not blank, and the line behind it."""
    line = lines[at].strip()
    if _LONE_BULLET.fullmatch(line.text):
        return _bulleted(lines, at)
    if (bullet := _BULLET.match(line.text)) and not (_is_numbered_alone(lines, at) and _heads(lines, at)):
        return [Block("item", line.cut(bullet.end(), len(line)), 1)], at + 1
    if (labelled := _labelled(lines, at)) is not None:
        return [labelled], at + 1
    if (touching := _GLUED.fullmatch(line.text)) is not None:
        name, amount = line.cut(*touching.span(1)), line.cut(*touching.span(2))
        return [Block("label_value", amount, label=name)], at + 1
    if (tabbed := _behind_a_tab(lines, at)) is not None:
        return tabbed
    mark = _ASKED.match(line.text)
    said = line.cut(mark.end(), len(line)) if mark else line
    if question := _QUESTION.match(said.text):
        rest, behind = _whole(lines, at, said.cut(question.end(), len(said)).strip())
        asked = said.cut(*question.span()).strip()
        return [Block("question", asked), *([Block("paragraph", rest)] if rest else [])], behind
    if said.text.endswith("?") and len(said) <= MAX_QUESTION:
        return [Block("question", said)], at + 1
    whole, behind = _whole(lines, at, line)
    if behind == at + 1 and (_heads(lines, at) or (not titled and _is_a_headline(lines, at))):
        return [Block("heading" if titled else "title", line, 2 if titled else 1)], at + 1
    return [Block("paragraph", whole)], behind


def _is_numbered_alone(lines: Sequence[Cell], at: int) -> bool:
    """`2. What drives pay`: a number with no entry of the same list right above or below it."""
    if _NUMBERED.match(lines[at].text) is None:
        return False
    beside = [lines[other].text for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return not any(_NUMBERED.match(text) for text in beside)


def _is_a_headline(lines: Sequence[Cell], at: int) -> bool:
    """`Ferry crews accept a 7% raise over two years`: the first line of a page heads it, also with a figure in it."""
    text = lines[at].text.strip()
    if (
        any(line.text.strip() for line in islice(lines, at))
        or len(text) > MAX_HEADING
        or _CLOSED.search(text)
    ):
        return False
    return HEADLINE <= len(text.split()) <= MAX_HEADING_WORDS and text[0].isupper() and "\t" not in text


def _whole(lines: Sequence[Cell], at: int, line: Cell) -> tuple[Cell, int]:
    """A sentence that goes on below, because its amount was set apart (`the average salary is` / `68.400 €` / `per year`).

    Two amounts may be set apart, with a word between them (`is between` / `$85,000` / `and` / `$95,000`).
    """
    parts, at = [line], at + 1
    if len(line) < SENTENCE or OPEN_END.search(line.text) is None:
        return line, at
    if _is_set_apart(lines, at):
        parts.append(lines[at].strip())
        at += 1
        if at < len(lines) and lines[at].text.strip() in _BETWEEN and _is_set_apart(lines, at + 1):
            parts += [lines[at].strip(), lines[at + 1].strip()]
            at += 2
        if at < len(lines) and _GOES_ON.match(lines[at].text.strip()):
            parts.append(lines[at].strip())
            at += 1
    return (Cell.joined(parts, " "), at) if len(parts) > 1 else (line, at)


def _is_set_apart(lines: Sequence[Cell], at: int) -> bool:
    return at < len(lines) and len(lines[at]) <= MAX_VALUE and bool(figures.find(lines[at].strip()))


def _labelled(lines: Sequence[Cell], at: int) -> Block | None:
    """`Location: Austin, TX`: a label that keys of data have, or one between such lines, and a short value.

    An amount below such a line has a label, whatever it is (`Made: €37,200`), and so has one of several lines that begin with
    theirs, whatever is said of them behind (`Towing: £4.10 an hour, for each hour on a tug`).
    """
    line = lines[at].strip()
    near = lines[max(0, at - 2) : at + 3]
    found = _NAMED.match(line.text)
    if found is not None and sum(_LABEL_OF_AMOUNT.match(one.text) is not None for one in near) > 1:
        return Block("label_value", line.cut(found.end(), len(line)), label=line.cut(*found.span(1)))
    found = _LABEL.match(line.text)
    beside = [lines[other] for other in (at - 1, at, at + 1) if 0 <= other < len(lines)]
    if found is None or len(line) - found.end() > MAX_VALUE:
        return None
    value = line.cut(found.end(), len(line))
    goes_on = at > 0 and kind_of(value) in _VALUES and _LABEL.match(lines[at - 1].text.strip()) is not None
    if not goes_on and not any(_has_key(one) for one in beside):
        return None
    return Block("label_value", value, label=line.cut(*found.span(1)))


def _behind_a_tab(lines: Sequence[Cell], at: int) -> tuple[list[Block], int] | None:
    """A label and its amount with a tab between them; an amount alone on the line below is the same for another time."""
    line = lines[at].strip()
    found = _TABBED.fullmatch(line.text)
    if found is None or figures.find(line.cut(*found.span("label"))):
        return None
    value = line.cut(*found.span("value"))
    if kind_of(value) != "money":
        return None
    below = lines[at + 1].strip() if at + 1 < len(lines) else None
    again = below is not None and kind_of(below) == "money" and _is_other_time(value, below)
    if below is not None and again:
        value = Cell.joined([value, below], "\n")
    return [Block("label_value", value, label=line.cut(*found.span("label")).strip())], at + 1 + again


def _is_other_time(value: Cell, below: Cell) -> bool:
    """`$94,260 per year` above `$45.32 per hour`."""
    times, others = ({one.period for one in figures.find(cell)} for cell in (value, below))
    return None not in times | others and times.isdisjoint(others)


def _has_key(line: Cell) -> bool:
    found = _LABEL.match(line.text.strip())
    return found is not None and keys.meaning(" ".join(keys.words(found[1]))) is not None


def _bulleted(lines: Sequence[Cell], at: int) -> tuple[list[Block], int]:
    """A bullet alone on its line, with its entry on the next one."""
    if at + 1 < len(lines) and lines[at + 1].text.strip():
        return [Block("item", lines[at + 1].strip(), 1)], at + 2
    return [], at + 1


def _heads(lines: Sequence[Cell], at: int) -> bool:
    """Whether a line is a heading: short, not closed like a sentence, and with text below it that it can head."""
    text = lines[at].text.strip()
    if not 1 < len(text) <= MAX_HEADING or len(text.split()) > MAX_HEADING_WORDS or _CLOSED.search(text):
        return False
    if not (text[0].isupper() or text[0].isdigit() or text[0] in '$€£"“'):
        return False
    if menus.lists_keywords(text) or menus.heads_nothing(lines[at]) or has_none(lines[at].strip()):
        return False
    behind = at + 1
    while behind < len(lines) and not lines[behind].text.strip():
        behind += 1
    if behind >= len(lines):
        return False
    if pattern("lettered_case").match(text) is not None and _LABEL.match(lines[behind].text.strip()):
        return True  # `Offer B (series C, last valued at $1.1B), staff engineer` above `Base: $255k`
    if figures.find(Cell(text)):
        # `Entry Level: $85,000 - $125,000` heads the paragraph about entry level; in a list it is an entry.
        return len(lines[behind].text) >= LONG and not figures.find(Cell(text[: len(text) // 3]))
    return True
