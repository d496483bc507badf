"""How sharing goes, in British English: one kind sentence for each thing, and what to do."""

from services.sync.concern import Concern
from views.strings.groups.people import ConcernWords, HealthWords
from views.strings.plural import english

_TELL = "Compare the list of people on two devices. If they differ, tell whoever runs the sharing service."

HEALTH = HealthWords(
    title="How sharing goes",
    heard="The others were last heard {day}, {time}.",
    never="The others have not been heard yet.",
    waits=english(
        one="{n} change waits here until it can be sent.",
        other="{n} changes wait here until they can be sent.",
    ),
    nothing_waits="Nothing waits: all that was written here has been sent.",
    well="All is well.",
    nobody="Nobody shares this planner.",
    concerns={
        Concern.REMOVED: ConcernWords(
            "This device was taken out of the planner.",
            "Ask whoever keeps the list of people for a new ticket.",
        ),
        Concern.ERASED: ConcernWords(
            "This planner was deleted for everybody.",
            "Take along what you need, then take it off this device.",
        ),
        Concern.EXPIRED: ConcernWords(
            "The day until which it was shared has passed.",
            "Everything is still here. Share it anew if you like.",
        ),
        Concern.CLONED: ConcernWords(
            "Another device uses the keys of this one.", "Open People, and join again with a new ticket."
        ),
        Concern.LEFT: ConcernWords("You have left this planner.", "Nothing needs to be done."),
        Concern.NO_KEYS: ConcernWords(
            "The key of this planner is not on this device.",
            "Ask whoever keeps the list of people to take this device out and let it in again.",
        ),
        Concern.UPDATE: ConcernWords(
            "The others, or the sharing service, have a newer Firstbell.", "Update the app on this device."
        ),
        Concern.QUOTA: ConcernWords(
            "The sharing service has no more room for this planner.",
            "Ask whoever runs it. Until then everything waits here.",
        ),
        Concern.CLOCK: ConcernWords(
            "The clock of this device is off.", "Set its date and time to automatic, in its settings."
        ),
        Concern.UNKNOWN_HERE: ConcernWords(
            "The sharing service does not know this planner at the moment.",
            "It is sent there again by itself, once whoever keeps the list of people opens the app.",
        ),
        Concern.REFUSED: ConcernWords(
            "The sharing service did not take the latest changes.",
            "They wait here and are tried again. If it stays like this for a day, tell whoever runs it.",
        ),
        Concern.FORK: ConcernWords(
            "One device has sent two different stories of what it did.",
            "It may have been copied. Ask whose it is, take it out, and let it in again.",
        ),
        Concern.WITHHELD: ConcernWords("The sharing service showed an older list of people.", _TELL),
        Concern.TAMPERED: ConcernWords(
            "One change came in two versions. All devices show the same one.",
            "Look at what was changed last. If it happens again, ask who uses an app that is not ours.",
        ),
        Concern.KEYS: ConcernWords(
            "The key was changed, and this device got none that fits.",
            "Ask whoever keeps the list of people to take this device out and let it in again.",
        ),
        Concern.GAP: ConcernWords(
            "The sharing service gave less than it says there is.",
            "It mostly mends itself. If it stays like this for a day, tell whoever runs it.",
        ),
        Concern.BEGINNING: ConcernWords("The sharing service gave a beginning that does not fit.", _TELL),
        Concern.SNAPSHOT: ConcernWords(
            "A shortened copy left out something that is here.",
            "What is yours is sent again by itself. Ask whoever keeps the list of people to look too.",
        ),
        Concern.REMOVAL: ConcernWords(
            "The sharing service says this device was taken out, and cannot show it.",
            "Nothing was changed here. Ask whoever keeps the list of people.",
        ),
        Concern.ERASURE: ConcernWords(
            "The sharing service says this planner was deleted, and cannot show it.",
            "Nothing was changed here. Ask whoever keeps the list of people.",
        ),
        Concern.PROMISE: ConcernWords(
            "The list of people is not the one that this device was let in to.",
            "Compare it with the device that let this one in.",
        ),
        Concern.ODD: ConcernWords(
            "Something that came could not be read, and was set aside.",
            "Update the app. If it stays, ask whoever sent it to update theirs.",
        ),
        Concern.HAS_LEFT: ConcernWords(
            "Somebody has left, and is still on the list.", "Open People, and take them off the list."
        ),
        Concern.QUIET: ConcernWords(
            "Nothing was heard for some days.",
            "See whether this device is online. Everything is kept until then.",
        ),
        Concern.DROPPED: ConcernWords(
            "Somebody changed what belongs to another person. That was left out.",
            "Nothing needs to be done. An update of their app may help.",
        ),
        Concern.BUSY: ConcernWords(
            "The sharing service asks to wait a little.", "Nothing needs to be done. It goes on by itself."
        ),
        Concern.OFFLINE: ConcernWords(
            "There is no connection just now.", "Nothing needs to be done. It goes on by itself."
        ),
    },
    put_away="I have read this",
    put_away_note="It is counted from nothing again.",
    line_look="Sharing would like a look.",
    line_look_many=english(
        one="Sharing would like a look, for one pupil.", other="Sharing would like a look, for {n} pupils."
    ),
    line_apart="This planner is on this device only now.",
    line_outside="This copy is not shared yet. Ask to be let in again.",
    line_outside_many=english(
        one="One pupil's copy is not shared yet. Ask to be let in again.",
        other="{n} pupils' copies are not shared yet. Ask to be let in again.",
    ),
    look="Look",
)
