"""The house edition: the articles that ship with the game, our own writing, as Markdown with front matter."""
