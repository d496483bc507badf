"""Letters home, in British English."""

from services.paper.letter_words import LetterWords
from views.strings.groups.letters import LetterSentences, OpenLetters, WaitingForYes, WritingLetter

_WRITING = WritingLetter(
    write="Write a letter",
    note="A letter is a page to print for somebody who is not here. It is good for a week.",
    title="The letter is ready",
    hint="Save the page, print it, and give it to the person it is for.",
    for_whom="It is for: {guest}",
    until="It is good until {day}.",
    own_words="A few words of your own",
    own_words_hint="They stand at the top of the page. You can leave this empty.",
    save="Save the page",
    file_name="firstbell-letter.html",
    keep=(
        "Whoever has the letter can ask to come in. Nobody comes in before you say yes under “People”. "
        "If you saved the page, print it and then delete the file. It is shown this once."
    ),
)

_OPEN = OpenLetters(
    open="A letter is open for: {guest}. It is good until {day}.",
    take_back="Take the letter back",
    asked="Somebody asks to come in by a letter.",
    look="Look who asks",
    put_away="Put it away",
    wrong_codes="A letter is used up: three tries did not fit, so nobody was let in.",
    too_late="A letter is over: nobody came within the week.",
    two_devices="Two devices used one letter, so neither was let in. Write another, for one only.",
    lost="The sharing service does not know this letter any more. Write another.",
    looking="Looking who asks",
    nobody_title="Nobody has asked yet",
    nobody="When somebody uses the letter, you see it under “People”.",
    asked_hint=(
        "Somebody has used the letter. Ask the person it was for: does their screen show the same three pictures?"
    ),
    over_title="This letter is used up",
)

_WAITING = WaitingForYes(
    title="Waiting for a yes",
    hint="You have asked to come in. Whoever wrote the letter says yes when they see these three pictures.",
    note="That may take a while. You can close the app, and it goes on waiting.",
    look_now="Look now",
    later="Later",
    give_up="Stop waiting",
)

_PAPER = LetterWords(
    language="en-GB",
    is_rtl=False,
    title="You are invited to a planner",
    what_it_is=(
        "Firstbell is a small planner for mornings and school days. With this letter you can ask to share one."
    ),
    for_whom="This letter is for: {guest}",
    until="It is good until {day}.",
    qr_label="The square to scan",
    use_heading="How to use it",
    use_steps=(
        "Point the camera of your phone or tablet at the square, and open what it finds.",
        "Say who you are, and ask to be let in. Three pictures appear.",
        "Wait for a yes. That may take some days. You can close the app, and it goes on waiting.",
    ),
    once="The letter lets in one device, once. Please do not pass it on. If it is lost, tell whoever gave it to you.",
    link_heading="The same as a link",
)

LETTERS = LetterSentences(writing=_WRITING, open=_OPEN, waiting=_WAITING, paper=_PAPER)
