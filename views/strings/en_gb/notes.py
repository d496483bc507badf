"""Notebooks in British English."""

from services.planner.note import NotebookKind
from views.strings.groups.notes import NotebookWords, NotesSentences

NOTES = NotesSentences(
    kinds={
        NotebookKind.PRIVATE: NotebookWords(
            title="Just for me",
            door="Just for me",
            note="Notes that only you can read",
            intro="Write what you like. It stays on your own devices. Grown-ups' devices never get it.",
            empty_title="Nothing here yet",
            empty_text="A thought, a plan, something good. It stays with you.",
            hint="For example: maths was OK today",
            alone="Only this device has it. Lose it, and these notes are gone.",
            let_in="Add another device of mine",
        ),
        NotebookKind.HOME: NotebookWords(
            title="At home",
            door="At home",
            note="What you agreed at home",
            intro="Who takes, who collects, what is different this week. School and mentor cannot read it.",
            empty_title="Nothing here yet",
            empty_text="Write down what you agreed at home, so that nobody has to remember it.",
            hint="For example: Nan collects you on Thursday",
            alone="Only this device can read it so far.",
            let_in="Let somebody at home in",
        ),
        NotebookKind.STAFF: NotebookWords(
            title="Mentors' notes",
            door="Mentors' notes",
            note="Meetings and what came of them",
            intro="For mentors alone. A pupil or family may ask to see what is written about them.",
            empty_title="No notes yet",
            empty_text="What was said, what each promised, what to ask next time.",
            hint="For example: walked to the gate together, wants to try registration",
            alone="Only this device can read it so far.",
            let_in="Let a colleague or my other device in",
        ),
    },
    door_of="{door}: {name}",
    write="Write a note",
    new_title="A note",
    change_title="A note",
    field="What do you want to write?",
    missing="Write something first.",
    keep="Keep",
    leave="Leave it as it was",
    remove="Take it out",
    removed="The note is out.",
    bring_back="Bring back",
    change_one="Change: {words}",
    unknown_readers="Who can read it is not known here yet.",
    strangers="A device that is not in the planner any more can still read this.",
    strangers_in="{door}: a device that is not in the planner any more can still read it.",
    open="Open it",
    shut_out="Shut it out",
)
