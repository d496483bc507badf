"""Me in British English."""

from views.strings.groups.me import MeSentences

ME = MeSentences(
    place_today="Today",
    place_targets="Targets",
    place_me="Me",
    place_help="Help",
    title="Me",
    change="Change my name or picture",
    change_title="My name and picture",
    name_field="Name or nickname",
    name_hint="A nickname is fine.",
    name_missing="Type a name or nickname first.",
    picture_title="My picture",
    keep="Keep",
    leave="Leave it as it was",
    mine="Make it mine",
    mine_note="Colours, letters, language",
    lock="My lock",
    lock_note="A PIN, pictures or words",
    copies="Copies",
    copies_note="Keep one, take everything, bring one back",
    about="About Firstbell",
    about_note="What it is and who made it",
    delete="Delete everything",
    delete_note="From this device, for good",
    kept_note="Everything here is kept on this device, and locked away so that others cannot read it.",
)
