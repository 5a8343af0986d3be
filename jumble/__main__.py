"""The door: `python -m jumble`."""

import sys

from jumble.cli import main

if __name__ == "__main__":
    sys.exit(main())
