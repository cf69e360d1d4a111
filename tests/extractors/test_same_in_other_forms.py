"""A page says the same in Markdown, in HTML and as scraping leaves it: what is read does not depend on how it was written."""

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from unicodedata import normalize

import frontmatter
import pytest
from markdown_it import MarkdownIt

from extractors import default
from flows import process
from normalizers.observations import observe
from schemas import Document

RAW = Path(__file__).parents[2] / "raw"
PAGES = sorted(RAW.glob("*/*.md"))
GUIDES = sorted((Path(__file__).parents[3] / "shared/corpus/negotiation-guides").glob("*/*.md"))[::12]
SAID = (
    "low", "high", "unit", "currency", "component", "statistic", "period", "role_title", "level_label",
    "region_label", "company_name", "claim",
)  # fmt: skip
MARKS = re.compile(r"^ {0,3}(?:#{1,6} +|> ?)|\*\*|(?<!\w)_(?=\S)|(?<=\S)_(?!\w)", re.MULTILINE)
LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")


def as_html(body: str) -> str:
    """The page with the markup of a browser."""
    shown = MarkdownIt("commonmark").enable("table").render(body)
    return f"<!DOCTYPE html>\n<html><body>\n<main>\n{shown}</main>\n</body></html>\n"


def as_text(body: str) -> str:
    """The page without marks and blank lines, save the pipes of its tables."""
    shown = LINK.sub(r"\1", MARKS.sub("", body))
    return re.sub(r"\n\s*\n+", "\n", re.sub(r"^-{3,}$", "", shown, flags=re.MULTILINE)).strip() + "\n"


def rows(name, text):
    document = Document(name, text)
    found = observe(document, default.extract(document)).observations
    return Counter(tuple(row[key] for key in SAID) for row in found)


@pytest.mark.parametrize("form", [as_html, as_text])
@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_the_same_rows_in_every_form(path, form: Callable[[str], str]):
    body = frontmatter.loads(path.read_text(encoding="utf-8")).content
    in_markdown = rows("page.md", body)
    assert in_markdown
    assert rows("page", form(body)) == in_markdown


SPELLINGS: dict[str, Callable[[str], str]] = {
    "spaces that do not break": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", "\u00a0", text),
    "narrow spaces": lambda text: text.replace(" ", "\u202f"),
    "straight quotes": lambda text: re.sub("[“”]", '"', re.sub("[‘’]", "'", text)),
    "small thousands": lambda text: re.sub(r"(?<=\d)K\b", "k", text),
    "Windows lines": lambda text: text.replace("\n", "\r\n"),
    "line ends made twice": lambda text: text.replace("\n", "\r\r\n"),
    "pages": lambda text: re.sub(r"\n\n(?=[A-Z#])", "\n\n\f", text),
    "marks without width": lambda text: re.sub(r"(?<=[a-z]) (?=[a-z])", " \u200b", text).replace(
        "–", "\u2060–\u2060"
    ),
    "soft hyphens": lambda text: re.sub(r"(?<=[a-z]{4})(?=[a-z]{4})", "\u00ad", text),
    "accents apart": lambda text: normalize("NFD", text),
    "letters as one sign": lambda text: text.replace("fi", "\ufb01").replace("fl", "\ufb02"),
}
TEXTS = sorted([*RAW.glob("*/*.md"), *RAW.glob("*/*.txt")])


@pytest.mark.parametrize("spelled", SPELLINGS)
@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_a_page_gives_the_same_rows_however_it_is_spelled(path, spelled):
    text = path.read_text(encoding="utf-8")
    document = Document("page", SPELLINGS[spelled](text))
    observed = observe(document, default.extract(document))
    process.check_evidence(document, observed)
    plain = Counter(tuple(straight(row[key]) for key in SAID) for row in observed.observations)
    before = Document("page", text)
    wanted = observe(before, default.extract(before)).observations
    assert plain == Counter(tuple(straight(row[key]) for key in SAID) for row in wanted)


def straight(value):
    return re.sub("[‘’]", "'", value) if isinstance(value, str) else value


@pytest.mark.slow
@pytest.mark.skipif(not GUIDES, reason="the corpus is not here")
@pytest.mark.parametrize(("form", "least"), [(as_html, 0.99), (as_text, 0.96)])
def test_nearly_all_rows_of_guides_are_the_same_in_every_form(form: Callable[[str], str], least):
    counts = Counter[str]()
    for path in GUIDES:
        body = frontmatter.loads(path.read_text(encoding="utf-8")).content
        one, other = rows("page.md", body), rows("page", form(body))
        counts.update({"all": one.total(), "same": (one & other).total(), "more": (other - one).total()})
    assert counts["same"] >= least * counts["all"] > 0
    assert counts["more"] <= (1.01 - least) * counts["all"]
