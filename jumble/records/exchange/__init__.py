"""Exports and imports the record: as lines that another machine can import, as JSON statistics, and as a CSV table."""
