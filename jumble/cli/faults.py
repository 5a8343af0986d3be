"""What a command cannot do, said in one line."""


class CannotError(Exception):
    """Something could not be done; the message is the one line that the player reads."""
