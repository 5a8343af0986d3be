"""The record in one SQLite file: its tables and their versions, reading, writing, and recovery from damage."""
