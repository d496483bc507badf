"""The lock in British English."""

from services.paper.card_words import CardWords
from views.strings.groups.lock import (
    CardSentences,
    ChoosingLock,
    EnteringSecret,
    ForEachKind,
    LockSentences,
    LockSettings,
    Unlocking,
)

_CHOOSING = ChoosingLock(
    title="Shall we lock your planner?",
    title_anew="Choose a lock",
    note_on_a_phone="It is kept encrypted on this device either way. You can change this later.",
    note_in_a_browser=(
        "A browser guards a key less well than a phone does. That is why we suggest six digits or a "
        "passphrase."
    ),
    suggested="Suggested",
    none="No PIN",
    none_on_a_phone="Your phone's own lock protects it.",
    none_in_a_browser="Anyone who uses this browser can open it.",
    name=ForEachKind(pin="PIN", pictures="Pictures", words="Passphrase"),
    about=ForEachKind(
        pin="4 to 6 digits.",
        pictures="4 pictures, in an order only you know.",
        words="A few words, 12 letters or more.",
    ),
    six_digits="Six digits",
    about_six_digits="A PIN that is long enough for a browser.",
)

_ENTERING = EnteringSecret(
    new_title=ForEachKind(
        pin="Choose your PIN", pictures="Choose four pictures", words="Choose a passphrase"
    ),
    new_hint=ForEachKind(
        pin="4 to 6 digits. Not your birthday.",
        pictures="Tap four pictures. The order counts.",
        words="At least 12 letters. A few words that only you would put together.",
    ),
    new_hint_six_digits="6 digits. Not your birthday.",
    again_title=ForEachKind(
        pin="Your PIN once more", pictures="Your pictures once more", words="Your passphrase once more"
    ),
    again_hint="So that we both know it is right.",
    open_title=ForEachKind(pin="Type your PIN", pictures="Tap your pictures", words="Type your passphrase"),
    open_hint=ForEachKind(
        pin="Then press OK.", pictures="Four of them, in your order.", words="Then press Enter or OK."
    ),
    now_title=ForEachKind(
        pin="First, your PIN as it is now",
        pictures="First, your pictures as they are now",
        words="First, your passphrase as it is now",
    ),
    field="Passphrase",
    show="Show the letters",
    hide="Hide the letters",
    entered="{count} of {most} entered",
    take_back="Delete the last one",
    ok="OK",
    checking="One moment",
    empty=ForEachKind(
        pin="Type your PIN first.",
        pictures="Tap your pictures first.",
        words="Type your passphrase first.",
    ),
    too_short=ForEachKind(
        pin="A little longer, please: at least {least} digits.",
        pictures="Four pictures, please.",
        words="A little longer, please: at least 12 letters. A few words do well.",
    ),
    easy="That one is easy to guess. Please choose another.",
    not_the_same="The two were not the same. Let's do both again.",
    wrong="That did not open it. Try once more.",
)

_UNLOCKING = Unlocking(
    opening="Opening your planner",
    wait_title="Time for a short rest",
    wait="You can try again at {time}.",
    wait_note="Everything in your planner is safe. You can close Firstbell and come back.",
    forgot="I forgot it",
    card_title="Use your recovery card",
    card_hint="Type the 27 letters and numbers from the paper. Small or capital makes no difference.",
    card_field="Letters on the card",
    card_empty="Type the letters of your card first.",
    card_wrong="Those letters do not open it. Look at each group once more.",
    card_open="Open with the card",
    card_only="After so many tries only the recovery card opens this planner.",
    no_card_title="There is no recovery card",
    no_card=(
        "Only the right one opens this planner. It often comes back to mind later. "
        "If it does not, you can delete everything here and begin anew."
    ),
    opened_by_card="Your card opened it. Now choose how to lock it from here on.",
    damaged_title="Part of this planner is damaged",
    damaged=(
        "Something on this device changed it. Firstbell has left it as it is. If you have a backup of this "
        "device, bring it back and try again. Or put it aside and begin anew: it stays on this device."
    ),
    newer_title="A newer Firstbell made this planner",
    newer="Update Firstbell and open it again. Nothing has been changed.",
    key_gone_title="This device has lost its key",
    key_gone="The planner is still here, but the key that opens it is gone. A recovery card can open it.",
    key_gone_no_card=(
        "The planner is still here, but the key that opens it is gone, and there is no recovery card. "
        "If this browser or phone was set back, bring its backup back and try again."
    ),
    elsewhere_title="Firstbell is open somewhere else",
    elsewhere=(
        "Another tab or window is using your planner. You can look at it here. "
        "To change something, go to the other one, or close it and try again."
    ),
    look_only="Look at it here",
    put_aside="Put it aside and begin anew",
    use_card="Use the recovery card",
    delete="Delete and begin anew",
    delete_title="Delete everything here?",
    delete_text=(
        "The planner on this device goes for good: routines, ticks and targets. Nobody can bring it back."
    ),
    delete_yes="Delete everything",
    delete_no="Keep it",
    stuck_title="It did not open yet",
)

_SETTINGS = LockSettings(
    title="Lock",
    is_none_on_a_phone="There is no PIN. Your phone's own lock protects your planner.",
    is_none_in_a_browser="There is no PIN. Anyone who uses this browser can open your planner.",
    is_on=ForEachKind(
        pin="A PIN opens your planner.",
        pictures="Four pictures open your planner.",
        words="A passphrase opens your planner.",
    ),
    by_itself="It locks by itself after 5 minutes out of sight.",
    has_card="There is a recovery card.",
    has_no_card="There is no recovery card.",
    add="Add a lock",
    change="Change it",
    remove="Take the lock away",
    make_card="Make a recovery card",
    make_new_card="Make a new card",
    new_card_note="An older card stops working when you make a new one.",
    remove_title="Take the lock away?",
    remove_text="Then anyone who can use this device can open your planner.",
    remove_yes="Take it away",
    remove_no="Keep the lock",
    said_changed="Your new lock is on.",
    said_removed="The lock is off.",
    said_card="Your card is ready. An older one no longer works.",
)

_CARD = CardSentences(
    offer_title="Would you like a recovery card?",
    offer="It is a sheet of paper that opens your planner if you ever forget.",
    offer_note="Without it nobody can help: not your school, not us. What you forget to open stays closed.",
    offer_yes="Yes, make a card",
    offer_no="No card",
    keep_title="Your recovery card still works",
    keep_offer=(
        "You can go on with the card you have. A new one takes its place: the old one stops working then."
    ),
    keep_new="Make a new card",
    keep_old="Keep the card I have",
    title="Your recovery card",
    text="Write these letters on paper, or save the page and print it.",
    keep=(
        "Keep it at home, away from this device. Whoever has it can open your planner. "
        "If you saved the page, print it and then delete the file."
    ),
    letters_label="The letters of your card: {letters}",
    save="Save the page",
    file_name="firstbell-card.html",
    written="I have written it down",
)

_PAPER = CardWords(
    language="en-GB",
    is_rtl=False,
    title="Firstbell recovery card",
    what_it_is="This sheet opens one Firstbell planner when its PIN, pictures or passphrase are forgotten.",
    letters_heading="The letters",
    letters_note="Small or capital makes no difference, and neither do gaps.",
    qr_label="The same letters as a square that a camera can read",
    use_heading="How to use it",
    use_steps=(
        "Open Firstbell on the device where the planner is.",
        "Choose “I forgot it”, then type the letters from this sheet.",
        "Choose a new lock. You can keep this card, or make a new one; then this one stops working.",
    ),
    keep_heading="Where to keep it",
    keep_notes=(
        "At home with papers that matter, or with a grown-up you trust.",
        "Not with the device, and not as a photo on it.",
    ),
    lost_note="Whoever holds this sheet can open the planner. If it is lost, make a new card in Firstbell.",
    address_line="This planner shares through {address}",
    written_on="Made on",
)

LOCK = LockSentences(
    choosing=_CHOOSING,
    entering=_ENTERING,
    unlocking=_UNLOCKING,
    settings=_SETTINGS,
    card=_CARD,
    paper=_PAPER,
)
