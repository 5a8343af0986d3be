"""The door: `python -m jumble`."""

import sys

from jumble.cli.command_line import main

if __name__ == "__main__":
    sys.exit(main())
