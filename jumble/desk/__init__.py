"""What every front end needs and that is no screen: opening, the next game, the library, commands, wording.

What is kept of games is asked for through protocols (`keeping`, `history`); the command line hands in who keeps it.
"""
