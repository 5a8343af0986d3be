"""An app in the papers of the game; its stylesheet is read by sections, those of the first frame before it is drawn."""

from __future__ import annotations

from textual.app import App

from jumble.tui.looks.papers import PAPERS
from jumble.tui.looks.stylesheet import COMMON, PATH, sections


class StyledApp(App[None]):
    """Knows the papers; colours reach the stylesheet through the variables of the theme alone."""

    _variables: tuple[str, dict[str, str]] = "", {}
    """A theme and its variables, which Textual asks for several times before the first frame."""

    def __init__(self) -> None:
        """Begin with Textual's own theme, and no section read."""
        super().__init__()
        self._sections = sections(PATH.read_text(encoding="utf-8"))
        """Of the stylesheet, those that are still to be read."""
        self._read_with: dict[str, str] = {}
        """The variables that the others were read with."""
        for paper in PAPERS:
            self.register_theme(paper)

    def read_first_styles(self) -> None:
        """Read what all screens share, in the theme that holds now."""
        self._read_with = self.get_css_variables()
        self.stylesheet.set_variables(self._read_with)
        self.read_styles(COMMON)

    def read_styles(self, *wanted: str) -> None:
        """Read sections of the stylesheet, each once, before what they are about is drawn."""
        for name in wanted:
            if name in self._sections:
                self.stylesheet.add_source(self._sections.pop(name), (str(PATH), name))

    def read_other_styles(self, *, restyle: bool) -> None:
        """Read the sections that are left; `restyle` what is there if it may have been drawn without them."""
        left = tuple(self._sections)
        self.read_styles(*left)
        if left and restyle:
            self.stylesheet.update(self)

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Return our own variables for the themes that come with Textual."""
        return {"rule": self.current_theme.secondary or self.current_theme.primary, "quiet": "gray"}

    def get_css_variables(self) -> dict[str, str]:
        """Return the variables of the stylesheet, worked out once for a theme."""
        if self._variables[0] != self.theme:
            self._variables = self.theme, super().get_css_variables()
        return self._variables[1]

    def refresh_css(self, animate: bool = True) -> None:  # noqa: FBT001, FBT002 Textual's own signature
        """Read the stylesheet anew, as far as there is anything new: at the start Textual would do it for nothing."""
        variables = self.get_css_variables()
        if variables != self._read_with:
            self._read_with = variables
            super().refresh_css(animate=animate)

    def action_next_theme(self) -> None:
        """Change between day and night."""
        names = [paper.name for paper in PAPERS]
        place = names.index(self.theme) + 1 if self.theme in names else 0
        self.theme = names[place % len(names)]
