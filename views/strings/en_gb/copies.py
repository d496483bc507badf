"""Copies in British English."""

from views.strings.groups.copies import (
    BringingBack,
    CopiesHub,
    CopiesSentences,
    ExportHeadings,
    KeepingCopy,
    TakingAll,
)
from views.strings.plural import english

_HUB = CopiesHub(
    title="Copies",
    keep="Keep a copy",
    keep_note="One locked file with everything in it",
    take="Take everything with me",
    take_note="A page to read, a table, a file for a computer",
    bring="Bring back a copy",
    bring_note="You see what is inside first",
    formers_title="What was here before",
    formers_note="It was put by when a copy was brought back. You can go back to it.",
    former="Put by on {day}, {time}",
    go_back="Go back to this",
    throw_away="Throw it away",
    throw_away_title="Throw this one away?",
    throw_away_text="What was here before goes for good. What is here now stays.",
    throw_away_no="Keep it",
    went_back="You are back where you were.",
    thrown_away="That one is gone.",
    nothing_here="This pupil is made up, so there is nothing to copy.",
)

_KEEPING = KeepingCopy(
    title="Choose words for this copy",
    words_hint="12 letters or more, such as a few words that only you would put together.",
    working="Locking your copy",
    ready_title="Your copy is ready",
    ready_text=(
        "Save it somewhere else: another device, a memory stick, a grown-up you trust. "
        "It can be brought back here or on a new device."
    ),
    keep_words="Write your words down. Nobody can open the copy without them, not even us.",
    save="Save the copy",
    file_name="firstbell-copy-{day}.fbc",
    done="Done",
)

_TAKING = TakingAll(
    title="Take everything with me",
    working="Writing it all down",
    careful="These files are not locked. Whoever has them can read them.",
    page="Save the page",
    page_note="Everything to read or print",
    page_name="firstbell-{day}.html",
    table="Save the table",
    table_note="For a spreadsheet",
    table_name="firstbell-{day}.csv",
    machine="Save the file for a computer",
    machine_note="Every detail, as JSON",
    machine_name="firstbell-{day}.json",
    done="Done",
)

_BRINGING = BringingBack(
    title="Bring back a copy",
    text="Choose the file that you kept. Nothing changes yet: first you see what is inside.",
    choose="Choose the file",
    first_door="I have a copy to bring back",
    not_a_copy="That file is not a copy that Firstbell made. Nothing was changed.",
    damaged="That copy is damaged, so it cannot be opened. Nothing was changed. Is there another one?",
    newer="A newer Firstbell made that copy. Update the app, then try again. Nothing was changed.",
    words_title="Type the words of this copy",
    words_hint="The ones that you chose when you made it.",
    opening="Opening your copy",
    inside_title="What is inside",
    made_on="Made on {day}, {time}",
    inside="In the copy",
    here_now="Here now",
    here_stays="What is here now is put by, and you can go back to it.",
    routines=english(one="{n} routine", other="{n} routines"),
    targets=english(one="{n} target", other="{n} targets"),
    no_ticks="Nothing ticked yet",
    last_day=english(one="Ticks on {n} day, {day}", other="Ticks on {n} days, the last one {day}"),
    no_name="A planner",
    shared="Others shared this planner. After this, ask for a new invitation to share it again.",
    bring="Bring this back",
    leave="Leave everything as it is",
    bringing="Bringing it back",
    done_title="It is back",
    done_text="Everything from the copy is here.",
    done_stays="What was here before is put by, under Copies.",
    go_on="Go on",
)

_EXPORT = ExportHeadings(
    title="Everything in my Firstbell",
    made_on="Made on {day}",
    note="This page is yours. It is not locked: keep it where only the right people can read it.",
    people="People",
    routines="Routines",
    ticks="What was ticked",
    targets="Targets",
    pauses="Pauses",
    contacts="Whom to tell",
    others="Other things",
    nothing="Nothing yet",
    day="Day",
    step="Step",
    what_became="How it was",
    who="Who said so",
    open_end="taken up again when ready",
    span="{first} to {last}",
    date="{weekday} {day} {month} {year}",
    columns=("Planner", "What", "Day", "Name", "Detail", "Value", "Who", "Words"),
    routine="Routine",
    tick="Tick",
    size="Size of the day",
    rating="Number",
    target="Target",
    pause="Pause",
    contact="Contact",
    person="Person",
)

COPIES = CopiesSentences(
    year="{day} {year}", hub=_HUB, keeping=_KEEPING, taking=_TAKING, bringing=_BRINGING, export=_EXPORT
)
