"""Words in British English."""

from views.strings.en_gb.pictures import PICTURES, PORTRAITS
from views.strings.groups.words import Words
from views.strings.plural import english

WORDS = Words(
    app_name="Firstbell",
    back="Back",
    next="Next",
    done="Done",
    save="Save",
    cancel="Cancel",
    close="Close",
    undo="Undo",
    change="Change",
    add="Add",
    remove="Remove",
    try_again="Try again",
    yes="Yes",
    no="No",
    on="On",
    off="Off",
    today="Today",
    yesterday="Yesterday",
    tomorrow="Tomorrow",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    weekdays_short=("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    months=(
        "January", "February", "March", "April", "May", "June",
        "July", "August", "September", "October", "November", "December",
    ),
    long_date="{weekday} {day} {month}",
    short_date="{day} {month}",
    pupil="Pupil",
    parent="Parent or carer",
    mentor="Mentor",
    me="Me",
    who_sees="Who can see this",
    only_this_device="Only on this device",
    out_of_ten="{score} out of 10",
    minutes=english(one="{n} minute", other="{n} minutes"),
    seconds=english(one="{n} second", other="{n} seconds"),
    days=english(one="{n} day", other="{n} days"),
    steps=english(one="{n} step", other="{n} steps"),
    pictures=PICTURES,
    portraits=PORTRAITS,
)  # fmt: skip
