"""An app with the game's themes and stylesheet; the sections that the first paint needs are read first."""

from __future__ import annotations

from textual.app import App

from jumble.tui.looks.papers import PAPERS
from jumble.tui.looks.stylesheet import COMMON, PATH, sections


class StyledApp(App[None]):
    """Registers the game's themes, and reads the sections of the stylesheet when they are needed."""

    _variables: tuple[str, dict[str, str]] = "", {}
    """The theme's name and its variables, kept because Textual asks for them several times before the first paint."""

    def __init__(self) -> None:
        """Begin with Textual's default theme, and no section read."""
        super().__init__()
        self._sections = sections(PATH.read_text(encoding="utf-8"))
        """Sections of the stylesheet that are not read yet, by heading."""
        self._read_with: dict[str, str] = {}
        """The theme variables with which sections were read so far."""
        for paper in PAPERS:
            self.register_theme(paper)

    def read_first_styles(self) -> None:
        """Read the section that all screens share, with the variables of the current theme."""
        self._read_with = self.get_css_variables()
        self.stylesheet.set_variables(self._read_with)
        self.read_styles(COMMON)

    def read_styles(self, *wanted: str) -> None:
        """Read sections of the stylesheet; one that was read already is skipped."""
        for name in wanted:
            if name in self._sections:
                self.stylesheet.add_source(self._sections.pop(name), (str(PATH), name))

    def read_remaining_styles(self, *, restyle: bool) -> None:
        """Read all sections not read yet; `restyle` the current screen if it may need one of them."""
        unread = tuple(self._sections)
        self.read_styles(*unread)
        if unread and restyle:
            self.stylesheet.update(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return values of the game's own variables for themes that do not define them."""
        return {"rule": self.current_theme.secondary or self.current_theme.primary, "quiet": "gray"}

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the current theme, computed once for each change of theme."""
        if self._variables[0] != self.theme:
            self._variables = self.theme, super().get_css_variables()
        return self._variables[1]

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 Textual's own signature
        """Parse the stylesheet again only if a variable has changed: Textual does it at the start without need."""
        variables = self.get_css_variables()
        if variables != self._read_with:
            self._read_with = variables
            super().refresh_css(animate=animate)

    def action_next_theme(self) -> None:
        """Change between paper by day and paper by night."""
        names = [paper.name for paper in PAPERS]
        place = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[place % len(names)]
