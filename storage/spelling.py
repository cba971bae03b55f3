"""Words as they are searched for: full-width forms, capitals and spaces are written in many ways."""

from unicodedata import normalize


def folded(text: str) -> str:
    """Return `text` as it is compared."""
    return "".join(normalize("NFKC", text).casefold().split())
