"""Every text of the program is there in every language, keeps its values, and says what we say of ourselves."""

import re
from collections.abc import Iterator

import pytest
from making import languages
from making.languages import FOLDER, LANGUAGES, Message
from making.places import ROOT

FORMS = {"de": 2}  # of a counted text: one, and many
MNEMONIC = re.compile(r"&(?=\w)")
# DESIGN section 9, what we do not say; and R37, what no shop that is asked once a minute can promise.
REJECTED = {
    "en": r"real[- ]time|\boops|please wait|are you sure|sync error|discrepancy detected|success!|incorrect quantity"
    r"|apologi[sz]e for any inconvenience|you have \d+ critical|low stock warning",
    "de": r"echtzeit|\bhoppla|bitte warten|sind sie sicher|synchronisierungsfehler|erfolgreich!|falsche menge"
    r"|unannehmlichkeiten|kritische[rn]? vorf",
}


@pytest.fixture(scope="module")
def said() -> dict[str, Message]:
    return languages.said_in(ROOT / "app")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_and_none_is_left_over(said, language):
    known = languages.read(language)
    missing = [source for source, message in said.items() if known.get(source) != message or not known[source].forms]
    assert not missing, f"python3 packaging/run.py languages, then translate {len(missing)}: {missing[:5]}"
    assert not known.keys() - said.keys(), "nobody says these: python3 packaging/run.py languages"


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_room_for_the_same_values(said, language):
    wrong = [
        problem for message in languages.read(language).values() for problem in _problems(message, FORMS[language])
    ]
    assert not wrong, "\n".join(wrong)


def _problems(message: Message, forms: int) -> Iterator[str]:
    if len(message.forms) not in (0, forms if message.one is not None else 1):
        yield f"{message.source!r} has {len(message.forms)} forms"
    for english, form in zip((message.one, message.source)[-len(message.forms) :], message.forms, strict=False):
        may = languages.slots(message.source) | languages.slots(message.one or "")
        must = languages.slots(english or message.source)
        if not must - {"n"} <= languages.slots(form) <= may | {"n"}:
            yield f"{form!r} has not the values of {english!r}"
        if bool(MNEMONIC.search(form)) != bool(MNEMONIC.search(message.source)):
            yield f"{form!r} has another key than {message.source!r}"
        if form.strip() == "" or (form[:1] == " ") != (message.source[:1] == " "):
            yield f"{form!r} is not spaced as {message.source!r}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_qt_reads_is_made_of_what_was_translated(tmp_path, language):
    made = languages.compile_to(tmp_path, language)
    assert made.read_bytes() == (FOLDER / made.name).read_bytes(), "python3 packaging/run.py languages"


def test_we_never_say_what_we_do_not_say(said):
    texts = {"en": [text for message in said.values() for text in (message.source, message.one or "")]}
    texts["de"] = [form for message in languages.read("de").values() for form in message.forms]
    for language, rejected in REJECTED.items():
        folders = [ROOT / "resources" / kind / language for kind in ("messages", "help")]
        files = [path.read_text(encoding="utf-8") for folder in folders for path in folder.rglob("*.*")]
        words = re.compile(rejected, re.IGNORECASE)
        assert not [text for text in texts[language] + files if words.search(text)]
    assert not re.search(r"real[- ]time", (ROOT / "README.md").read_text(encoding="utf-8"), re.IGNORECASE)


def test_a_text_that_cannot_be_looked_up_is_found_out(tmp_path):
    def found(code: str) -> dict[str, Message]:
        (tmp_path / "module.py").write_text(code)
        return languages.said_in(tmp_path)

    assert found('tr("A {b}", b=1); trn("one", "{n} many", 2)') == {
        "A {b}": Message("A {b}"),
        "{n} many": Message("{n} many", "one"),
    }
    with pytest.raises(ValueError, match="written out"):
        found("tr(words)")
    with pytest.raises(ValueError, match="two ways"):
        found('tr("{n} many", n=2); trn("one", "{n} many", 2)')
