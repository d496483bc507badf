"""Words in Welsh."""

from views.strings.cy.pictures import PICTURES, PORTRAITS
from views.strings.groups.words import Words
from views.strings.plural import welsh

WORDS = Words(
    app_name="Firstbell",
    back="Yn ôl",
    next="Nesaf",
    done="Wedi gwneud",
    save="Cadw",
    cancel="Canslo",
    close="Cau",
    undo="Dadwneud",
    change="Newid",
    add="Ychwanegu",
    remove="Tynnu",
    try_again="Rhoi cynnig arall",
    yes="Ie",
    no="Na",
    on="Ymlaen",
    off="I ffwrdd",
    today="Heddiw",
    yesterday="Ddoe",
    tomorrow="Yfory",
    weekdays=(
        "Dydd Llun", "Dydd Mawrth", "Dydd Mercher", "Dydd Iau",
        "Dydd Gwener", "Dydd Sadwrn", "Dydd Sul",
    ),
    weekdays_short=("Llun", "Maw", "Mer", "Iau", "Gwe", "Sad", "Sul"),
    months=(
        "Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin",
        "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr",
    ),
    long_date="{weekday} {day} {month}",
    short_date="{day} {month}",
    pupil="Disgybl",
    parent="Rhiant neu ofalwr",
    mentor="Mentor",
    me="Fi",
    who_sees="Pwy sy'n gallu gweld hyn",
    only_this_device="Dim ond ar y ddyfais hon",
    out_of_ten="{score} allan o 10",
    minutes=welsh(two="{n} funud", other="{n} munud"),
    seconds=welsh(other="{n} eiliad"),
    days=welsh(two="{n} ddiwrnod", other="{n} diwrnod"),
    steps=welsh(two="{n} gam", few="{n} cham", many="{n} cham", other="{n} cam"),
    pictures=PICTURES,
    portraits=PORTRAITS,
)  # fmt: skip
