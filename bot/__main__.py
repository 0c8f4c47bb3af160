"""``python -m bot COMMAND``; ``--help`` lists the commands."""

import os
import sys

from bot.commands import REFUSED, run
from bot.settings import SettingsError, read_settings


def main() -> None:
    """Run the command line and exit with its status."""
    try:
        settings = read_settings(os.environ)
    except SettingsError as error:
        print(error, file=sys.stderr)
        sys.exit(REFUSED)
    try:
        sys.exit(run(sys.argv[1:], settings))
    except BrokenPipeError:  # whoever read the output has had enough
        sys.stderr.close()


if __name__ == "__main__":
    main()
