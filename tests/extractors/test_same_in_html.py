"""A page says the same in Markdown and in HTML: what is read from it does not depend on how it was written."""

from collections import Counter
from pathlib import Path

import frontmatter
import pytest
from markdown_it import MarkdownIt

from extractors import default
from normalizers.observations import observe
from schemas import Document

RAW = Path(__file__).parents[2] / "raw"
PAGES = sorted(RAW.glob("*/*.md"))
SAID = (
    "low", "high", "unit", "currency", "component", "statistic", "period", "role_title", "level_label",
    "region_label", "company_name", "claim", "stance",
)  # fmt: skip


def rows(name, text):
    document = Document(name, text)
    found = observe(document, default.extract(document)).observations
    return Counter(tuple(row[key] for key in SAID) for row in found)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_gives_the_same_rows_in_markdown_and_in_html(path):
    body = frontmatter.loads(path.read_text(encoding="utf-8")).content
    html = MarkdownIt("commonmark").enable("table").render(body)
    in_markdown = rows("page.md", body)
    assert in_markdown
    assert (
        rows("page.html", f"<!DOCTYPE html>\n<html><body>\n<main>\n{html}</main>\n</body></html>\n")
        == in_markdown
    )


GUIDES = sorted((Path(__file__).parents[3] / "shared/corpus/negotiation-guides").glob("*/*.md"))[::12]


@pytest.mark.slow
@pytest.mark.skipif(not GUIDES, reason="the corpus is not here")
def test_nearly_all_rows_of_guides_are_the_same_in_html():
    counts = Counter[str]()
    for path in GUIDES:
        body = frontmatter.loads(path.read_text(encoding="utf-8")).content
        html = MarkdownIt("commonmark").enable("table").render(body)
        one, other = (
            rows("page.md", body),
            rows("page.html", f"<html><body><main>{html}</main></body></html>"),
        )
        counts.update({"all": one.total(), "same": (one & other).total(), "more": (other - one).total()})
    assert counts["same"] >= 0.99 * counts["all"] > 0
    assert counts["more"] <= 0.01 * counts["all"]
