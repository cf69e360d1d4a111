"""Scope: the labels that a title, heading, question or lead says of everything below it."""

from __future__ import annotations

from collections.abc import Mapping

from schemas.row import Label

Scope = Mapping[str, Label]
"""What holds at a place of a document, by row key."""
