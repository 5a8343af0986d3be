"""Functions that turn values into lines to draw: rounds, past games, and the figures and charts of the record."""
