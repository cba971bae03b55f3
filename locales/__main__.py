"""Collect the phrases of the source, bring every catalog up to date, and compile it: `make words`."""

import io
from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

NO_DATE = datetime(2026, 1, 1, tzinfo=UTC)
HERE = Path(__file__).parent


def collected() -> Catalog:
    """Return every phrase of `handlers/`, with where it stands."""
    template = Catalog()
    keywords = {"Phrase": {None: (1,), 2: (1, 2), 3: (1, 2)}}  # a comma at the end counts
    for file, _, message, _, context in extract_from_dir(HERE.parent / "handlers", keywords=keywords):  # type: ignore[arg-type]
        template.add(message, locations=[(f"handlers/{file}", 0)], context=context)
    return template


def compiled(path: Path) -> bytes:
    """Return the catalog at `path` as the program reads it."""
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parts[-3])
    catalog.creation_date = catalog.revision_date = NO_DATE  # the same words are the same file
    made = io.BytesIO()
    write_mo(made, catalog)
    return made.getvalue()


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
        path.with_suffix(".mo").write_bytes(compiled(path))


if __name__ == "__main__":
    main()
