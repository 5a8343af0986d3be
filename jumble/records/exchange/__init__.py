"""The record on its way elsewhere: as lines to be imported, as JSON, as a table."""
