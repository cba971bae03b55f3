"""Collect the phrases of the source, and bring every catalog up to date: `make words`."""

from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent


def collected() -> Catalog:
    """Return every phrase of `handlers/`, with where it stands."""
    template = Catalog()
    keywords = {"Phrase": {None: (1,), 2: (1, 2)}}
    for file, _, message, _, context in extract_from_dir(HERE.parent / "handlers", keywords=keywords):  # type: ignore[arg-type]
        template.add(message, locations=[(f"handlers/{file}", 0)], context=context)
    return template


def main() -> None:
    """Update the catalogs; what is new stands in them untranslated, and fails the tests."""
    template = collected()
    for path in sorted(HERE.glob("*/LC_MESSAGES/yoyaku.po")):
        with path.open("rb") as file:
            catalog = read_po(file, locale=path.parts[-3])
        catalog.update(template, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        with path.open("wb") as file:
            write_po(file, catalog, omit_header=True, include_lineno=False, width=120)


if __name__ == "__main__":
    main()
