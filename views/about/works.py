"""The works of others that travel with the app: who made them, under which licence, where they come from.

Source: the licence files of each package, read for the versions in requirements.lock.
"""

from dataclasses import dataclass

VERSION = "0.1.0"

APACHE, MIT, BSD = "Apache License 2.0", "MIT License", "BSD 3-Clause License"
OFL = "SIL Open Font License 1.1"


@dataclass(frozen=True, slots=True)
class Work:
    """A work of others. Names of works and licences are the same in every language."""

    name: str
    by: str
    licence: str
    link: str = ""


DRAWINGS = Work(
    "OpenMoji",
    "All emojis designed by OpenMoji, the open-source emoji and icon project.",
    "CC BY-SA 4.0, creativecommons.org/licenses/by-sa/4.0",
    "openmoji.org",
)

LETTERS = (
    Work("Lexend", "The Lexend Project Authors", OFL, "github.com/googlefonts/lexend"),
    Work("Atkinson Hyperlegible", "Braille Institute of America, Inc.", OFL, "brailleinstitute.org/freefont"),
    Work("Noto Sans Arabic", "The Noto Project Authors", OFL, "github.com/notofonts/arabic"),
    Work("Inter", "The Inter Project Authors", OFL, "github.com/rsms/inter"),
    Work("Material Icons", "Google", APACHE, "github.com/google/material-design-icons"),
)

# Underneath everything: these are no Python packages and have no version to ask for.
UNDERNEATH = (
    Work("Python", "Python Software Foundation", "PSF License 2.0", "python.org"),
    Work("Pyodide", "Pyodide contributors and Mozilla", "Mozilla Public License 2.0", "pyodide.org"),
    Work("Flutter", "The Flutter Authors", BSD, "flutter.dev"),
    Work("Skia and CanvasKit", "Google", BSD, "skia.org"),
)

PACKAGES = (
    Work("annotated-types", "Adrian Garcia Badaracco, Samuel Colvin, Zac Hatfield-Dodds", MIT),
    Work("anyio", "Alex Grönholm", MIT),
    Work("certifi", "Kenneth Reitz", "Mozilla Public License 2.0"),
    Work("cffi", "Armin Rigo, Maciej Fijalkowski", "MIT-0"),
    Work("cryptography", "The Python Cryptographic Authority", f"{APACHE} or {BSD}"),
    Work("flet", "Appveyor Systems Inc.", APACHE),
    Work("flet-secure-storage", "Appveyor Systems Inc.", APACHE),
    Work("h11", "Nathaniel J. Smith", MIT),
    Work("httpcore", "Encode OSS Ltd", BSD),
    Work("httpx", "Encode OSS Ltd", BSD),
    Work("idna", "Kim Davies", BSD),
    Work("msgpack", "Inada Naoki", APACHE),
    Work("oauthlib", "The OAuthlib Community", BSD),
    Work("pycparser", "Eli Bendersky", BSD),
    Work("pydantic", "Samuel Colvin and others", MIT),
    Work("pydantic-core", "Samuel Colvin and others", MIT),
    Work("repath", "Nikolaos Coutsos", MIT),
    Work("segno", "Lars Heuer", BSD),
    Work("six", "Benjamin Peterson", MIT),
    Work("tinydb", "Markus Siemens", MIT),
    Work("typing-extensions", "Guido van Rossum and others", "PSF License 2.0"),
    Work("typing-inspection", "Victorien Plot", MIT),
    Work("tzdata", "Python Software Foundation", APACHE),
)


def software() -> tuple[Work, ...]:
    """What runs inside, each package with the version that is really here."""
    return UNDERNEATH + tuple(shown for work in PACKAGES if (shown := _with_version(work)))


def _with_version(work: Work) -> Work | None:
    # It reads what packages say of themselves with the parser of e-mail; no start waits for that.
    from importlib.metadata import PackageNotFoundError, version

    try:
        return Work(f"{work.name} {version(work.name)}", work.by, work.licence, work.link)
    except PackageNotFoundError:
        # Not every package travels to every device: a browser brings its own cryptography.
        return None
