"""YAML as editors read it: version 1.2, its core schema (https://yaml.org/spec/1.2.2/#103-core-schema)."""

import re
from typing import Any

import yaml


class _Loader(yaml.SafeLoader):
    """Reads no times, no dates and no yes or no; those of YAML 1.1 are resolved by the class above."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 # as the library has it


for _tag, _pattern in (
    ("null", r"null|Null|NULL|~|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"),
):
    _Loader.add_implicit_resolver(f"tag:yaml.org,2002:{_tag}", re.compile(rf"(?:{_pattern})\Z"), None)


def _read_whole(loader: yaml.SafeLoader, node: yaml.ScalarNode) -> int:
    return int(str(loader.construct_scalar(node)))  # 012 is twelve


_Loader.add_constructor("tag:yaml.org,2002:int", _read_whole)


def read_as_editors_do(text: str) -> Any:
    """Return what an editor takes a file to hold."""
    return yaml.load(text, Loader=_Loader)  # noqa: S506 # it makes plain values alone
