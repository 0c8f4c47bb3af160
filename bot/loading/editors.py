"""The shapes of the files as JSON Schema (draft 7), by which editors complete fields, explain and underline them.

What is well-formed for ``check`` is valid there, too; what fields or files say against each other is left to ``check``.
A plain ``null`` or ``~`` is a text for the bot, but no value for an editor, which underlines it like an empty one.
"""

import json
from pathlib import Path
from typing import Any

from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core.core_schema import ModelSchema, NullableSchema, TaggedUnionSchema, WithDefaultSchema

from bot.core.model import Language
from bot.loading.descriptions import list_shapes, load_descriptions, load_meanings, name_field
from bot.loading.fields import Claim, Shape
from bot.loading.schema import Folder
from bot.loading.telling import choose, load_sentences

SCHEMA_FOLDER = "schema"
DRAFT = "http://json-schema.org/draft-07/schema#"
# https://github.com/redhat-developer/yaml-language-server#using-inlined-schema
MODELINE = "# yaml-language-server: $schema={folder}/{stem}.json\n"

_WORDS = {"nearest": "Asia/Seoul", "guess": "[…, …]"}  # for the places of sentences about no value in particular
# In braces, what follows the comma of a text without quotes looks like a field without a value (``nodes.continues``).
_REST_OF_A_TEXT = "[^a-z_]"


def write_schemas(folder: Path, language: Language = "ko") -> list[Path]:
    """Write the schemas into a knowledge folder's own folder for them, and return their paths. Raises OSError."""
    place = folder / SCHEMA_FOLDER
    place.mkdir(exist_ok=True)
    text_by_path = {place / name: text for name, text in make_schemas(language).items()}
    for path, text in text_by_path.items():
        path.write_text(text, encoding="utf-8")
    return list(text_by_path)


def make_schemas(language: Language = "ko") -> dict[str, str]:
    """Return the text of each file's schema by the schema's name; what it says is in the language."""
    schemas = {}
    for stem, field in Folder.model_fields.items():
        (shape,) = list_shapes(field.annotation)
        schemas[f"{stem}.json"] = _write(_draw(shape, language))
    return schemas


def name_schema(stem: str) -> str:
    """Return the line by which an editor finds the schema of a file."""
    return MODELINE.format(folder=SCHEMA_FOLDER, stem=stem)


def _draw(shape: type[Shape], language: Language) -> JsonSchemaValue:
    class Drawer(_Drawer):
        code = language

    drawn = shape.model_json_schema(ref_template="#/definitions/{model}", schema_generator=Drawer)
    definitions = drawn.pop("$defs")
    return {"$schema": DRAFT, **drawn, "definitions": definitions}


def _write(schema: JsonSchemaValue) -> str:
    text = json.dumps(schema, ensure_ascii=False, indent=2)
    claims = [name for name in schema["definitions"] if name.startswith(Claim.__name__)]
    for number, name in enumerate(claims, 1):  # pydantic names them by all that is annotated
        text = text.replace(f'{name}"', f'{Claim.__name__}{number}"')
    return f"{text}\n"


class _Drawer(GenerateJsonSchema):
    """Draws shapes as they are typed: nothing is null, and each field says what it is for."""

    code: Language

    def default_schema(self, schema: WithDefaultSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def nullable_schema(self, schema: NullableSchema) -> JsonSchemaValue:
        return self.generate_inner(schema["schema"])

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 # the signature of pydantic's
        return False

    def tagged_union_schema(self, schema: TaggedUnionSchema) -> JsonSchemaValue:
        """Return the forms to choose from; an editor complains of several that fit where it is to be one."""
        return {"anyOf": super().tagged_union_schema(schema)["oneOf"]}

    def model_schema(self, schema: ModelSchema) -> JsonSchemaValue:
        shape, drawn = schema["cls"], super().model_schema(schema)
        drawn.pop("title", None)
        drawn.pop("description", None)  # of the class
        said = load_descriptions(self.code)
        drawn["properties"] = {
            name: {**self._speak(form), "description": said[name_field(shape, name)]}
            for name, form in drawn["properties"].items()
        }
        if issubclass(shape, Claim):  # its status may be spelled as a change: see ``changes``
            drawn["required"] = ["value"]
            drawn["anyOf"] = [{"required": ["status"]}, {"required": ["changed"]}]
        mistake = choose(load_sentences(self.code)["unknown_field"].what, {})
        return {**drawn, "patternProperties": {_REST_OF_A_TEXT: {"type": "null", "errorMessage": mistake}}}

    def _speak(self, form: Any) -> Any:
        """Put words in the place of the names of rules and of kinds of names."""
        if isinstance(form, list):
            return [self._speak(part) for part in form]
        if not isinstance(form, dict):
            return form
        spoken = {key: self._speak(part) for key, part in form.items() if key not in ("rule", "names")}
        if "rule" in form:
            told = choose(load_sentences(self.code)[form["rule"]].instead[::-1], _WORDS)
            spoken |= {"patternErrorMessage" if "pattern" in form else "errorMessage": told}
        if "names" in form:
            meanings = load_meanings(form["names"], self.code)
            spoken["enum"] = form["enum"] or list(meanings)
            spoken["enumDescriptions"] = [meanings[name] for name in spoken["enum"]]
        return spoken
