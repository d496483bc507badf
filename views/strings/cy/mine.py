"""Make it mine in Welsh."""

from views.strings.groups.mine import MineSentences

MINE = MineSentences(
    title="Fy ffordd i",
    theme="Lliwiau",
    themes={
        "calm": ("Tawel", "Papur cynnes a lliwiau tawel"),
        "colour": ("Lliwgar", "Yn fwy llachar a chynnes"),
        "plain": ("Plaen", "Lluniau llinell ac ychydig o liwiau"),
        "dark": ("Tywyll", "Yn garedig i'r llygaid gyda'r nos"),
        "high_contrast": ("Cyferbyniad uchel", "Du ar wyn gydag ymylon cryf"),
    },
    font="Llythrennau",
    font_sample="Brwsio fy nannedd am 7:30",
    text_size="Maint y testun",
    text_size_value="{percent} %",
    smaller="Testun llai",
    larger="Testun mwy",
    sample="Fel hyn y bydd cam yn edrych.",
    motion="Symudiad",
    motion_note="Gall cardiau lithro ychydig. Mae'n aros i ffwrdd pan fydd dy ddyfais yn gofyn am lai o symud.",
    sound="Sain",
    sound_note="Un nodyn tawel pan fydd trefn wedi'i gorffen.",
    language="Iaith",
    saved_here="Mae'r dewisiadau hyn yn aros ar y ddyfais hon.",
)
