"""The house keeps its own rules."""

import ast
import importlib
import re
import tomllib
from collections.abc import Iterator
from contextlib import suppress
from importlib.metadata import packages_distributions
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.pofile import read_po

from bot.settings import Settings
from handlers import commands, flow, language, vocabulary
from handlers.message import Phrase
from handlers.phrases.refusals import SENTENCES
from locales.__main__ import collected, compiled
from rules.refusal import Refusal
from storage import profiles

pytestmark = pytest.mark.once("asks no database")

ROOT = Path(__file__).parent.parent
FOLDERS = ("rules", "storage", "handlers", "bot", "locales", "tests")
CATALOGS = sorted((ROOT / "locales").glob("*/LC_MESSAGES/yoyaku.po"))


def sources(*folders: str) -> Iterator[Path]:
    for folder in folders:
        yield from sorted((ROOT / folder).rglob("*.py"))


def test_no_file_is_longer_than_200_lines() -> None:
    long = [path for path in sources(*FOLDERS) if len(path.read_text("utf-8").splitlines()) > 200]
    assert [path.name for path in long] in ([], ["test_notice.py"])


def test_every_module_says_what_it_is() -> None:
    silent = [path for path in sources(*FOLDERS) if path.read_text("utf-8").strip() and not _docstring(path)]
    assert silent == []


def _docstring(path: Path) -> str | None:
    return ast.get_docstring(ast.parse(path.read_text("utf-8")))


def test_every_step_is_on_the_map_asks_and_answers() -> None:
    files = {path.stem.rstrip("_") for path in sources("handlers/steps")} - {"init", "__init"}
    assert set(flow.STEPS) == files
    for step in flow.STEPS.values():
        assert callable(step.ask)
        assert callable(step.answer)


def test_every_step_that_is_gone_to_is_on_the_map() -> None:
    named = {
        name
        for path in sources("handlers")
        for name in re.findall(r"(?:Goto|onward|_room)\(\s*\"([a-z_]+)\"", path.read_text("utf-8"))
    }
    assert named <= set(flow.STEPS)
    assert set(commands.COMMANDS) >= {command.partition(" ")[0] for command in vocabulary.WORDS}


def test_every_refusal_has_its_sentence_and_its_clause() -> None:
    assert set(SENTENCES) == set(Refusal)
    assert len({refusal.key for refusal in Refusal}) == len(Refusal)
    assert all(re.fullmatch(r"[1-6](\([1-6]\))?", refusal.clause) for refusal in Refusal)


def test_no_sentence_stands_in_the_rules_or_in_storage() -> None:
    japanese = re.compile(r"[ぁ-んァ-ヶ]{4,}")
    for path in sources("rules", "storage"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value != _docstring(path):
                assert not japanese.search(node.value), path


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_every_phrase_is_said_in_every_language_with_its_placeholders(path: Path) -> None:
    with path.open("rb") as file:
        catalog = read_po(file, locale=path.parts[-3])
    phrases = {message.id for message in collected() if message.id}
    assert {message.id for message in catalog if message.id} == phrases, "make words"
    for message in catalog:
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[-1]
            for said in (message.string,) if isinstance(message.string, str) else message.string:
                assert said, message.id
                assert not message.fuzzy, message.id
                assert _values(said) - {("count", "")} == _values(source) - {("count", "")}, message.id


def _values(sentence: str) -> set[tuple[str, str]]:
    """Return the values that a sentence takes, each with how it is set; raise where a brace stands alone."""
    return {(name, spec or "") for _, name, spec, _ in Formatter().parse(sentence) if name is not None}


@pytest.mark.parametrize("wrong", ["{day}", "{day:dates}", "{Day:date}", "{day:date} {name}", "{day:date"])
def test_a_value_that_is_set_otherwise_is_seen(wrong: str) -> None:
    with suppress(ValueError):
        assert _values(wrong) != _values("{day:date}")


def test_every_notice_is_there_in_every_language() -> None:
    for folder in (path for path in profiles.OFFICES.iterdir() if path.is_dir()):
        for notice in folder.glob("notice.*.ja.md"):
            for code in language.LANGUAGES:
                translated = notice.with_name(notice.name.replace(".ja.", f".{code}."))
                paragraphs = translated.read_text("utf-8").strip().split("\n\n")
                is_marked = "参考訳" in paragraphs[0]
                assert is_marked == (code != "ja")
                assert len(paragraphs) - is_marked == len(notice.read_text("utf-8").strip().split("\n\n"))


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: path.parts[-3])
def test_every_catalog_is_compiled(path: Path) -> None:
    assert path.with_suffix(".mo").read_bytes() == compiled(path), "make words"


def test_every_language_has_its_catalog() -> None:
    assert {path.parts[-3] for path in CATALOGS} == set(language.LANGUAGES) - {language.SOURCE}


def test_no_phrase_is_unused() -> None:
    used = "\n".join(path.read_text("utf-8") for path in sources("handlers", "bot"))
    drawn = "\n".join(path.read_text("utf-8") for path in (ROOT / "bot" / "web" / "templates").glob("*.html"))
    for alias, stem in (("p", "pages"), ("b", "booked"), ("v", "preview"), ("c", "counter"), ("m", "management")):
        used += (
            re.sub(rf"\b{alias}\.(?=[A-Z])", f"{stem}.", "\n".join(re.findall(rf"\b{alias}\.[A-Z_]+", drawn))) + "\n"
        )
    modules = [importlib.import_module(f"handlers.phrases.{path.stem}") for path in sources("handlers/phrases")]
    named = [
        (module.__name__.rpartition(".")[2], name)
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Phrase)
    ]
    unused = [(stem, name) for stem, name in named if not re.search(rf"\b{stem}\.{name}\b", used)]
    assert unused == []


def test_a_phrase_is_made_in_phrases_alone() -> None:
    strangers = [
        path
        for path in sources("handlers", "bot")
        if "phrases" not in path.parts and re.search(r"\bPhrase\(\s*\"", path.read_text("utf-8"))
    ]
    assert strangers == []


def test_every_setting_is_in_the_readme_and_none_else() -> None:
    named = set(re.findall(r"`(YOYAKU_[A-Z_]+)`", (ROOT / "README.md").read_text("utf-8")))
    assert named == {f"YOYAKU_{name.upper()}" for name in Settings.model_fields}


def test_what_the_program_imports_is_what_it_asks_for() -> None:
    """`make run` installs no more: what only the tests bring along is missed there."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["dependencies"]
    named = {re.split(r"[\[<>=]", each)[0].lower().replace("_", "-") for each in asked}
    bringing = packages_distributions()
    for file in sources("rules", "storage", "handlers", "bot"):
        for module in imported(file):
            by = {name.lower().replace("_", "-") for name in bringing.get(module, ())}
            assert not by or by & named, f"{file.relative_to(ROOT)} imports {module}, of {by}"


def imported(file: Path) -> Iterator[str]:
    """Yield the packages that `file` imports."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.partition(".")[0]


def test_the_lock_files_name_no_index_and_pin_by_hash() -> None:
    for path in (ROOT / "requirements").glob("*.lock"):
        text = path.read_text("utf-8")
        assert "://" not in text
        assert all(
            "--hash=sha256:" in block for block in re.split(r"\n(?=[a-z])", text) if "==" in block.split("\n")[0]
        )


def test_every_test_that_a_page_names_is_there() -> None:
    named = re.findall(r"`([\w/]+\.py)::(\w+)`", (ROOT / "docs" / "threats.md").read_text("utf-8"))
    assert len(named) > 20
    for file, name in named:
        assert f"def {name}(" in (ROOT / "tests" / file).read_text("utf-8"), name


def test_the_changelog_and_the_readme_are_there() -> None:
    for name in ("README.md", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", ".pre-commit-config.yaml", ".ci/run"):
        assert (ROOT / name).read_text("utf-8").strip()
