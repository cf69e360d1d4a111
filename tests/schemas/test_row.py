"""Rows and notes: what they refuse."""

import pytest

from schemas import Document, Note, Row


@pytest.fixture
def cell():
    document = Document("a/b.txt", "pay $100K\n")
    return document.cell(4, 9)


def test_a_key_that_is_none_is_named_with_the_nearest(cell):
    with pytest.raises(TypeError, match="a row has no key 'bsae'; did you mean 'base'"):
        Row(bsae=cell)


def test_a_bare_string_is_refused(cell):
    with pytest.raises(TypeError, match="row key 'period': wrap what the document does not say"):
        Row(amount=cell, period="year")


@pytest.mark.parametrize("make", [lambda c: Row(base=c, flags=("undatd",)), lambda c: Note("undatd", c, "?")])
def test_a_flag_that_is_not_declared_is_named_with_the_nearest(make, cell):
    with pytest.raises(TypeError, match=r"no flag is called 'undatd'.*flags\.yaml; did you mean 'undated'"):
        make(cell)
