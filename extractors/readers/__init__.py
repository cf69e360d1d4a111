"""Readers by shape and by meaning."""
