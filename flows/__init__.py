"""Moves documents through the rooms: flows, releases, command line."""
