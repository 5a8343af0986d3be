"""The list of articles on the front page, most popular first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.message import Message
from textual.widgets import OptionList

if TYPE_CHECKING:
    from jumble.desk.library import Story


WIDE = 44
"""Columns from which a title is cut to one line; in a narrower list a long one takes two."""


def show_plays(plays: int) -> str:
    """Return in words how often an article was played."""
    return "new" if plays == 0 else "1 play" if plays == 1 else f"{plays} plays"


class ArticleList(OptionList):
    """Lists titles with their plays; enter or a click chooses one."""

    @dataclass
    class Chosen(Message):
        """An article was chosen."""

        story: Story

    def __init__(self) -> None:
        """Begin with an empty list."""
        super().__init__(compact=True, markup=False)
        self.stories: Sequence[Story] = ()
        self._current = ""

    def set_stories(self, stories: Sequence[Story], current: str) -> None:
        """List other articles; `current` is the title of the one on the page, which is drawn bold."""
        self.stories = tuple(stories)
        self._current = current
        self._lay_out()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Post which article was chosen."""
        event.stop()
        self.post_message(self.Chosen(self.stories[event.option_index]))

    def on_resize(self, event: events.Resize) -> None:
        """Write the lines again for the new width."""
        self._lay_out()

    def _lay_out(self) -> None:
        """Write the lines and keep the highlight, which is on the first line if the list just got the focus."""
        highlighted = 0 if self.highlighted is None and self.has_focus else self.highlighted
        self.clear_options()
        width = self.scrollable_content_region.width
        if width > 0:
            self.add_options([self._line(number, story, width) for number, story in enumerate(self.stories, 1)])
            if highlighted is not None and highlighted < len(self.stories):
                self.highlighted = highlighted

    def _line(self, number: int, story: Story, width: int) -> Content:
        """Return number, title and plays of an article: in one line where there is room, else in two."""
        plays = show_plays(story.plays)
        indent, gap = 3, 1
        room = max(4, width - indent - gap - cell_len(plays))
        style = "bold" if story.title == self._current else ""
        head = Content(f"{number:<{indent}}")
        title = Content(story.title)
        if title.cell_length <= room or width >= WIDE:
            title = title.truncate(room, ellipsis=True)
            space = " " * (room - title.cell_length + gap)
            return Content.assemble(head, title.stylize(style), space, plays)
        first, *wrapped = title.wrap(max(1, width - indent))
        second = Content(" ").join(wrapped).truncate(room, ellipsis=True)
        space = " " * (room - second.cell_length + gap)
        return Content.assemble(
            head, first.rstrip().stylize(style), "\n", " " * indent, second.stylize(style), space, plays
        )
