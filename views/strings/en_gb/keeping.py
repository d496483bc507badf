"""Keeping a shared planner, in British English."""

from dataclasses import replace

from views.strings.en_gb.lock import LOCK
from views.strings.groups.keeping import (
    ByCardSentences,
    CardPageSentences,
    ErasedSentences,
    ErasingSentences,
    HandingOverSentences,
    KeepingDoors,
    KeepingSentences,
)

_DOORS = KeepingDoors(
    title="Keep or erase",
    keep="Keep or erase my planner",
    keep_note="A card for a lost phone, erase it everywhere",
    keep_of="Keep or erase {name}'s planner",
    card="Lost-phone card",
    card_note="A sheet of paper that brings the planner to a new phone",
    erase="Erase everywhere",
    erase_note="From every device and the sharing service, for good",
    hand_over="Hand over to a colleague",
    hand_over_note="Somebody else looks after my pupils",
    have_card="I have a lost-phone card",
)

_CARD = CardPageSentences(
    title="Lost-phone card",
    what_own="A sheet of paper. If your phone is lost, it brings your planner to a new one. You choose if you want one.",
    what="A sheet of paper. If the pupil's phone is lost, it brings the planner to a new one. The pupil chooses.",
    only="It adds one device of the pupil, and does nothing else. Then it is used up, and a new card comes.",
    alone_own="Your planner is on this device only. When you share it with somebody, it can have a card.",
    alone="This planner is on this device only. When it is shared, it can have a card.",
    others_own="An adult looks after your planner. Ask them to make a card with you.",
    others="Another device looks after this planner. A card is made there.",
    has_none="There is no card yet.",
    has_one="There is a card.",
    make="Make a card",
    renew="Make a new card",
    renew_note="If you make a new one, the old paper stops working.",
    drop="No card any more",
    drop_title="No card any more?",
    drop_text="The paper stops working then. You can make another one later.",
    drop_no="Keep the card",
    dropped="There is no card now. The paper no longer works.",
    working="One moment",
)

_SHOWN = replace(
    LOCK.card,
    title="The lost-phone card",
    text="Write these letters on paper, or save the page and print it.",
    keep=(
        "Keep it at home, away from the phone. Whoever has it can bring this planner to a phone of theirs. "
        "If you saved the page, print it and then delete the file."
    ),
    file_name="firstbell-lost-phone-card.html",
)

_PAPER = replace(
    LOCK.paper,
    title="Firstbell lost-phone card",
    what_it_is="This sheet brings one pupil's planner to a new phone when the old one is lost.",
    use_steps=(
        "Open Firstbell on the new phone.",
        "Choose “I have a code or a card”, then “I have a lost-phone card”, and type the letters from this sheet.",
        "If it asks for an address, type the one on this sheet.",
        "A new card is shown. Print it; this one no longer works.",
    ),
    keep_notes=(
        "At home with papers that matter, or with a grown-up you trust.",
        "Not with the phone, and not as a photo on it.",
    ),
    lost_note=(
        "Whoever holds this sheet can bring the planner to a phone of theirs. If it is lost, make a new card "
        "in Firstbell; then this one no longer works."
    ),
    address_line="Address of the sharing service: {address}",
)

_BY_CARD = ByCardSentences(
    title="Bring a planner to this phone",
    hint="Type the letters from the paper. Small or capital makes no difference, and neither do gaps.",
    letters="The letters on the card",
    letters_example="7KQM-3T9X-…",
    looking="Looking for the planner",
    unreachable="Nobody answers at that address just now. Look at the address, or try again later.",
    found_title="The card fits",
    found="It brings the planner to this device, with everything in it.",
    found_card="The card is used up then. You get a new one to print.",
    bring="Bring it here",
    not_now="Not now",
    bringing="Bringing the planner here",
    stopped="It stopped on the way. Try again; it goes on where it stopped.",
    fresh_title="Your new card",
    fresh="The old paper is used up. Write these letters on paper, or save the page and print it.",
    done_title="Welcome back",
    done="Everything is on this device now. It works without a connection too.",
    done_lost="The lost phone is still in the planner. An adult, or you under Me, can take it out.",
    go_on="Go on",
)

_ERASING = ErasingSentences(
    title="Erase {name}'s planner everywhere",
    title_own="Erase my planner everywhere",
    title_part="Erase a part everywhere",
    what="It goes from this device, from the sharing service, and from every other device as soon as that one connects. Nobody can bring it back.",
    goes="This goes:",
    shared="Routines, ticks, targets and notes that everybody in the planner sees",
    home="What the family shares",
    private="What only the pupil sees",
    staff="What only mentors see of this pupil",
    school="If a school must keep something of it, save it first. The files hold this planner only, and are not locked.",
    take="Save it as files first",
    sure="I understand that it cannot be brought back",
    now="Erase everywhere now",
    keep="Keep it",
    others="Another device looks after this planner, so it is erased there. You can delete it from this device under Me.",
    others_own="An adult looks after your planner. Ask them, or delete everything from this device under Me.",
    working="Erasing",
    done_title="It is erased",
    done="{name}'s planner is gone from here and from the sharing service. Other devices erase it when they next connect.",
    done_part="That part is gone from here and from the sharing service. The rest of the planner is as it was.",
    go_on="Go on",
)

_ERASED = ErasedSentences(
    title="{name}'s planner was erased",
    title_own="Your planner was erased",
    by_pupil="The pupil asked for that on {day}.",
    by_parent="A parent or carer asked for that on {day}.",
    by_mentor="A mentor asked for that on {day}.",
    offer="It is still on this device. You can keep a copy for yourself first. Then it goes from here too.",
    keep="Keep a locked copy",
    take="Save it as a file to read",
    go="It can go now",
    working="Taking it off this device",
    gone="It is not on this device any more.",
    go_on="OK",
)

_HANDING_OVER = HandingOverSentences(
    title="Hand over to a colleague",
    hint="A colleague who is in with a pupil can look after that pupil's planner: who is in, and what is kept.",
    none_title="No pupil to hand over",
    none="Pupils stand here whose planner is shared, and looked after from this device.",
    pupils="Which pupils?",
    to="To whom?",
    nobody="No colleague is in with all of these pupils yet. Let a mentor in first, pupil by pupil.",
    leads="Looks after them already",
    joins="Is in with them",
    leaves="Then I leave",
    leaves_note="These pupils go from my devices.",
    now="Hand over",
    working="Handing over",
    done_title="That is done",
    done="{colleague} looks after these pupils now, beside you.",
    done_left="{colleague} looks after these pupils now. They are not on your devices any more.",
    go_on="Go on",
)

KEEPING = KeepingSentences(
    offline="There is no connection just now. Try again when there is one.",
    doors=_DOORS,
    card=_CARD,
    shown=_SHOWN,
    paper=_PAPER,
    by_card=_BY_CARD,
    erasing=_ERASING,
    erased=_ERASED,
    handing_over=_HANDING_OVER,
)
