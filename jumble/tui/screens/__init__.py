"""The screens of the game, each in a file of its own, and the base classes that they share."""
