"""Collects every message of the code and the templates into the English catalogue.

New messages wait there for their translation; ``tests/edge/test_words.py`` refuses a gap.
"""

from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).resolve().parent.parent / "src"
CATALOGUE = SOURCE / "luoshi" / "locale" / "en" / "LC_MESSAGES" / "django.po"
KEYWORDS: dict[str, tuple[int, ...] | None] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "gettext_noop": None,
    "translate": None,
    "ngettext": (1, 2),
}
FORMATS = [("luoshi/**.py", "python"), ("luoshi/**/templates/**.html", "jinja2")]
# Dates and names of people would make every run a change, so the header says only what readers need.
HEADER = r"""# English words of Luoshi. The messages themselves are Chinese, as its users speak.
msgid ""
msgstr ""
"Language: en\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"

"""


def collected() -> Catalog:
    """Return every message found in the source, untranslated."""
    found = Catalog()
    options = {"luoshi/**/templates/**.html": {"trimmed": "true"}}
    for _file, _line, message, _comments, context in extract_from_dir(
        SOURCE, method_map=FORMATS, options_map=options, keywords=KEYWORDS
    ):
        found.add(message, context=context)
    return found


def translated() -> Catalog:
    """Return the English catalogue as it stands."""
    with CATALOGUE.open("rb") as file:
        return read_po(file, locale="en", domain="django")


def main() -> None:
    """Bring the catalogue up to date, keeping every translation that is still used."""
    catalogue = translated()
    catalogue.update(collected(), no_fuzzy_matching=True)
    catalogue.obsolete.clear()
    written = BytesIO()
    write_po(written, catalogue, no_location=True, omit_header=True, sort_output=True, width=110)
    CATALOGUE.write_text(HEADER + written.getvalue().decode().lstrip(), encoding="utf-8")


if __name__ == "__main__":
    main()
