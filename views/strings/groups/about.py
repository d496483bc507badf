"""About Firstbell, what it stands on, and deleting everything."""

from dataclasses import dataclass


@dataclass(frozen=True)
class AboutSentences:
    """Names of works and licences are data in views/about/works.py; these are the sentences around them."""

    title: str
    what: str
    not_what: str
    privacy_title: str
    privacy: tuple[str, ...]
    version: str
    licence_title: str
    licence: str
    pictures_title: str
    pictures: str
    own_pictures: str
    letters_title: str
    software_title: str
    software: str
    licence_of: str
    delete_title: str
    delete_open: str
    delete_what: str
    delete_keeps: str
    delete_sure: str
    delete_now: str
    delete_keep: str
    delete_working: str
    deleted_title: str
    deleted: str
    deleted_next: str
