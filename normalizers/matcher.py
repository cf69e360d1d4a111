"""Finding vocabulary spellings in text: one pass over the words, longest match first.

Words are looked up in a tree of words, so the time does not depend on how many spellings there are.
A hyphen between letters counts as a space (`entry-level` is `entry level`), and so does one line break.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from schemas.fixed import fixed
from schemas.vocabulary import Spelling

TOKEN = re.compile(r"[^\W_]+|['’]s\b|(?<![^\W_])[-‐‑]|[-‐‑](?![^\W_])|[^\w\s‐‑-]")
NEGATING = frozenset(("non", "ex", "pre", "post", "anti", "un"))
"""`non-technical` does not speak of something technical, nor an `ex-Googler` of Google's pay."""


@fixed
class Tokens:
    """The words and signs of a text: as compared (small letters), and where they start and end."""

    text: str
    keys: list[str]
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """A token as written."""
        return self.text[self.starts[index] : self.ends[index]]

    def joined(self, left: int) -> bool:
        """Whether the token and the next one stand side by side: a space, a hyphen or one line break between them."""
        start, end = self.ends[left], self.starts[left + 1]
        return end - start <= 1 or self.text.count("\n", start, end) <= 1


@fixed
class Form:
    """One row of words that counts as a spelling.

    `tight` says of each word whether it follows the one before at once: `A$`, but not the `a $` of `a $500 bonus`.
    """

    spelling: Spelling
    words: tuple[str, ...]
    tight: tuple[bool, ...]


@fixed
class Match:
    """A spelling found at the tokens `first` to `last` (both included)."""

    spelling: Spelling
    first: int
    last: int


def tokens(text: str) -> Tokens:
    """The words and signs of a text."""
    spans = [found.span() for found in TOKEN.finditer(text)]
    if text.isascii():
        # Small letters stand where the capitals stood, so all words are made small at once.
        small = text.lower()
        keys = [small[start:end] for start, end in spans]
    else:
        keys = [text[start:end].casefold() for start, end in spans]
        keys = ["'s" if key == "’s" else key for key in keys]
    return Tokens(text, keys, [start for start, _ in spans], [end for _, end in spans])


class Tree:
    """A tree of words with the spellings that end at each of them."""

    def __init__(self, spellings: Iterable[Spelling]) -> None:
        self._root: dict[str, object] = {}
        for spelling in spellings:
            for keys, form in forms(spelling):
                node = self._root
                for key in keys:
                    node = node.setdefault(key, {})  # type: ignore[assignment]
                node.setdefault("", []).append(form)  # type: ignore[attr-defined]

    def find(self, words: Tokens) -> Iterator[Match]:
        """The longest matches, from the left, that do not overlap another one of the same kind."""
        free: dict[str, int] = {}
        root, keys = self._root, words.keys
        for first, key in enumerate(keys):
            node: dict[str, object] | None = root.get(key)  # type: ignore[assignment]
            if node is None:
                continue
            # Most words only begin a spelling, and another word follows than its next one.
            if "" not in node and (first + 1 == len(keys) or keys[first + 1] not in node):
                continue
            if _negated(words, first):
                continue
            for kind, match in self._longest(words, first).items():
                if free.get(kind, 0) <= first:
                    free[kind] = match.last + 1
                    yield match

    def _longest(self, words: Tokens, first: int) -> dict[str, Match]:
        best: dict[str, Match] = {}
        node: dict[str, object] | None = self._root
        keys = words.keys
        for last in range(first, len(keys)):
            node = node.get(keys[last])  # type: ignore[union-attr, assignment]
            if node is None or (last > first and not words.joined(last - 1)):
                break
            for form in node.get("", ()):  # type: ignore[attr-defined]
                kind = form.spelling.entry.kind
                if (kind not in best or best[kind].last < last) and _fits(form, words, first):
                    best[kind] = Match(form.spelling, first, last)
        return best


def forms(spelling: Spelling) -> list[tuple[list[str], Form]]:
    """The rows of words that count as a spelling, as they are compared and as they are written.

    Commas may be missing, `&` may be `and` and the other way round, the last word may be a plural.
    """
    texts = {spelling.text}
    if "," in spelling.text:
        texts.add(spelling.text.replace(",", " "))
    if "&" in spelling.text:
        texts.add(spelling.text.replace("&", " and "))
    if " and " in spelling.text:
        texts.add(spelling.text.replace(" and ", " & "))
    found: list[tuple[list[str], Form]] = []
    for text in sorted(texts):
        keys, form = _form(spelling, text)
        found.append((keys, form))
        if spelling.plural:
            found += [([*keys[:-1], plural], form) for plural in plurals(keys[-1])]
    return found


def _form(spelling: Spelling, text: str) -> tuple[list[str], Form]:
    if text.isascii() and text.replace(" ", "").isalnum():
        # Nearly all are nothing but words, which can be told apart without a pattern.
        words = text.split()
        return text.lower().split(), Form(spelling, tuple(words), (False,) * len(words))
    split = tokens(text)
    written = tuple(split.word(index) for index in range(len(split.keys)))
    tight = tuple(index > 0 and split.ends[index - 1] == split.starts[index] for index in range(len(written)))
    return split.keys, Form(spelling, written, tight)


def plurals(word: str) -> list[str]:
    """The plural of an English word, as far as endings tell."""
    if not word[-1:].isalpha() or word.endswith("s") or len(word) < 2:
        return [word + "es"] if word.endswith("s") and len(word) > 3 else []
    if word.endswith("y") and word[-2] not in "aeiou":
        return [word[:-1] + "ies"]
    if word.endswith("man"):
        return [word[:-3] + "men"]
    return [word + "es", word + "s"] if word.endswith(("ch", "sh", "x")) else [word + "s"]


def _negated(words: Tokens, first: int) -> bool:
    start = words.starts[first]
    return (
        first > 0
        and words.ends[first - 1] == start - 1
        and words.text[start - 1] in "-‐‑"
        and (words.keys[first - 1] in NEGATING)
    )


def _fits(form: Form, words: Tokens, first: int) -> bool:
    """Whether capitals and gaps of the text are those that the spelling asks for."""
    for index, (want, tight) in enumerate(zip(form.words, form.tight, strict=True), start=first):
        if tight and words.ends[index - 1] != words.starts[index]:
            return False
        have, case = words.word(index), form.spelling.case
        # An exact spelling may still stand in the plural: `RSUs`.
        if case == "exact" and have not in (want, want + "s"):
            return False
        if case == "capitals" and want[0].isupper() and not have[0].isupper():
            return False
    return True
