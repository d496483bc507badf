"""Me in Welsh."""

from views.strings.groups.me import MeSentences

ME = MeSentences(
    place_today="Heddiw",
    place_targets="Targedau",
    place_me="Fi",
    place_help="Help",
    title="Fi",
    change="Newid fy enw neu fy llun",
    change_title="Fy enw a fy llun",
    name_field="Enw neu lysenw",
    name_hint="Mae llysenw yn iawn.",
    name_missing="Teipia enw neu lysenw yn gyntaf.",
    picture_title="Fy llun",
    keep="Cadw",
    leave="Gadael fel yr oedd",
    mine="Ei wneud yn eiddo i mi",
    mine_note="Lliwiau, llythrennau, iaith",
    lock="Fy nghlo",
    lock_note="PIN, lluniau neu eiriau",
    copies="Copïau",
    copies_note="Cadw un, mynd â phopeth, dod ag un yn ôl",
    about="Am Firstbell",
    about_note="Beth ydy o a phwy wnaeth o",
    delete="Dileu popeth",
    delete_note="Oddi ar y ddyfais hon, am byth",
    kept_note="Mae popeth yma'n cael ei gadw ar y ddyfais hon, dan glo fel na all eraill ei ddarllen.",
)
