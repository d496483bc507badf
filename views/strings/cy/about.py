"""About Firstbell in Welsh."""

from views.strings.groups.about import AboutSentences

ABOUT = AboutSentences(
    title="Ynghylch Firstbell",
    what=(
        "Cynlluniwr yw Firstbell i ddisgyblion sy'n ei chael hi'n anodd mynd i'r ysgol. "
        "Mae'n rhannu boreau a nosweithiau yn gamau bach, ac yn helpu gyda thargedau yn dy eiriau di."
    ),
    not_what="Nid cofrestr yr ysgol yw hon, ac nid yw'n trin nac yn sgorio neb.",
    privacy_title="Beth sy'n cael ei gadw, a ble",
    privacy=(
        "Mae popeth rwyt ti'n ei ysgrifennu yn cael ei gadw ar y ddyfais hon, wedi'i amgryptio. Gyda chlo, dim ond "
        "dy PIN, dy luniau neu dy eiriau di sy'n ei agor.",
        "Nid oes dim yn cael ei anfon at neb. Does dim cyfrif, dim hysbyseb a neb yn cyfrif beth rwyt ti'n ei wneud.",
        "Os byddi di'n tynnu'r ap, neu'n clirio data'r porwr hwn, bydd dy gynlluniwr wedi mynd. "
        "Gall porwr sydd heb ei ddefnyddio ers amser hir ei glirio hefyd.",
    ),
    version="Fersiwn {version}",
    licence_title="Trwydded",
    licence=(
        "Meddalwedd rydd yw Firstbell o dan drwydded Apache 2.0. Gall unrhyw un ei darllen, ei defnyddio a'i gwella."
    ),
    pictures_title="Lluniau",
    pictures=(
        "Daw'r rhan fwyaf o'r lluniau bach o OpenMoji, y prosiect emoji ac eiconau cod agored, o dan y drwydded "
        "CC BY-SA 4.0. Yn y thema Blaen maent yn cael eu dangos fel llinellau yn unig."
    ),
    own_pictures="Cafodd yr anifeiliaid, y bobl, yr wynebau a'r golygfeydd eu tynnu ar gyfer Firstbell.",
    letters_title="Llythrennau",
    software_title="Y feddalwedd y tu mewn",
    software="Mae Firstbell yn sefyll ar waith llawer o bobl. Dyma'r rhannau sy'n teithio gydag ef.",
    licence_of="{name}: {licence}",
    delete_title="Dileu popeth ar y ddyfais hon",
    delete_open="Dileu popeth",
    delete_what="Mae hyn yn dileu pob trefn, tic, targed a gosodiad y mae Firstbell yn ei gadw ar y ddyfais hon.",
    delete_keeps="Heb gopi a gedwaist, nid oes modd dod ag ef yn ôl.",
    delete_sure="Rwy'n deall nad oes modd dod ag ef yn ôl",
    delete_now="Dileu popeth nawr",
    delete_keep="Cadw fy nghynlluniwr",
    delete_working="Wrthi'n dileu",
    deleted_title="Mae popeth wedi'i ddileu",
    deleted="Nid yw Firstbell yn cadw dim ar y ddyfais hon bellach.",
    deleted_next="Yn ôl i'r dechrau",
)
