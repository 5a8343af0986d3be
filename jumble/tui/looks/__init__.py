"""The looks of the screens: themes, and the stylesheet."""
