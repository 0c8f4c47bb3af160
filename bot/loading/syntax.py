"""What YAML's complaints mean to somebody who does not program."""

import re

from bot.loading.problems import Problem

_NO_SPACE = re.compile(r"^\s*(?:- )?([A-Za-z_][A-Za-z0-9_]*):([^\s/].*)$")


def explain(file: str, source: str, error: Exception) -> Problem:
    """Return the problem that a YAML error stands for, worded for people who do not program."""
    return Problem(file=file, line=1, column=1, what=f"{error}", instead="fix")
