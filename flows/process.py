"""One document, from its bytes to checked rows. The imports of this module are the steps that every document takes."""

from __future__ import annotations
