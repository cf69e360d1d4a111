"""Doubt and due dates, over tables and never over documents."""
