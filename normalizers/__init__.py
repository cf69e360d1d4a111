"""Meaning of short text: figures, labels, places, periods; and rows into observations."""
