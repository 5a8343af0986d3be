"""The game line by line: for screen readers, serial lines and pipes, without cursor movement or colour."""
