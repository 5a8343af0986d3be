"""The Textual front end: screens, widgets, one stylesheet, one command registry."""
