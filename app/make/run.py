"""`make run`: builds what is not built yet, then serves it."""

from app.make.answer import one_sentence, say
from app.make.places import SITE
from app.make.serve import main as serve
from app.make.site import build


def main() -> None:
    """The command."""
    with one_sentence():
        if not SITE.exists():
            say("Building the web app; the first time takes about half a minute")
        build()
    serve()


if __name__ == "__main__":
    main()
