"""Help in British English."""

from services.planner.words import ContactKind
from views.strings.groups.help import HelpSentences

HELP = HelpSentences(
    title="Who can I tell?",
    note="Telling somebody is always OK.",
    nobody_watches="Nobody watches this screen live.",
    kinds={
        ContactKind.KEY_ADULT: "At school",
        ContactKind.FAMILY: "My people",
        ContactKind.HELPLINE: "Helplines",
        ContactKind.EMERGENCY: "In danger now",
    },
    kind_notes={
        ContactKind.KEY_ADULT: "My key adult",
        ContactKind.FAMILY: "Family and people I trust",
        ContactKind.HELPLINE: "They listen to anybody",
        ContactKind.EMERGENCY: "If somebody is hurt or not safe",
    },
    say_title="You could say",
    say_words=("Today is hard.", "Can you help me with one thing?", "I don't know what to do next."),
    call="Call {name}",
    text="Text {name}",
    quoted="“{words}”",
    put_in_a_name="Put in a name",
    change="Change this page",
    change_done="Done changing",
    add={
        ContactKind.KEY_ADULT: "Add a key adult",
        ContactKind.FAMILY: "Add one of my people",
        ContactKind.HELPLINE: "Add a helpline",
        ContactKind.EMERGENCY: "Add an emergency number",
    },
    nobody_yet={
        ContactKind.KEY_ADULT: "Nobody here yet. Who at school can you tell?",
        ContactKind.FAMILY: "Nobody here yet. Who do you trust?",
        ContactKind.HELPLINE: "No helpline here.",
        ContactKind.EMERGENCY: "No emergency number here. In the UK it is 999.",
    },
    change_one="Change {name}",
    remove_one="Take {name} off this page",
    removed="{name} is off this page.",
    bring_back="Bring back",
    new_title="Somebody to tell",
    change_title="Somebody to tell",
    name_field="Name",
    name_missing="Type a name first.",
    phone_field="Phone number, if there is one",
    phone_hint="Numbers only",
    note_field="Where or when to find them",
    note_hint="For example: room 4, before lessons",
    picture_title="Picture",
    keep="Keep",
    leave="Leave it as it was",
)
