"""Addresses on the web: which are opened, how they are fetched, what is kept of them, and what can go wrong."""
