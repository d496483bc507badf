"""What went wrong, in Welsh."""

from views.strings.groups.problems import Problems
from views.strings.plural import welsh

PROBLEMS = Problems(
    by_code={
        "unknown": "Digwyddodd rhywbeth annisgwyl. Does dim o'r hyn a ysgrifennaist ar goll; rho gynnig arall.",
        "input_rejected": "Ni ellir defnyddio hwnna fel y mae. Edrycha arno unwaith eto.",
        "not_permitted": "Mae hwnna'n perthyn i rywun arall yn y cynlluniwr, felly ni ellir ei newid yma.",
        "vault_locked": "Mae'r cynlluniwr ar glo. Agor ef yn gyntaf.",
        "vault_read_only": (
            "Mae Firstbell ar agor mewn tab neu ffenestr arall. Galli di ddarllen yma, ac ysgrifennu yno."
        ),
        "wrong_pin": "Nid yw hwnna'n ei agor.",
        "pin_must_wait": "Bu ychydig o gynigion nad oedd yn ffitio. Gad iddo orffwys am funud.",
        "vault_damaged": "Ni ellir darllen rhan o'r hyn a gadwyd. Does dim wedi'i newid.",
        "vault_from_newer_version": (
            "Cafodd y cynlluniwr hwn ei gadw gan Firstbell mwy newydd. Diweddara'r ap i fynd ymlaen."
        ),
        "storage_full": (
            "Does dim lle ar ôl ar y ddyfais hon, felly nid yw wedi'i gadw eto. Gwna le, yna rho gynnig arall."
        ),
        "storage_unavailable": (
            "Nid yw'r ddyfais hon yn gadael i Firstbell gadw ar hyn o bryd. Nid yw wedi'i gadw eto."
        ),
        "header_unknown": "Nid yw hwn yn rhywbeth a gadwodd Firstbell.",
        "authentication_failed": (
            "Mae'r hyn a gadwyd wedi'i newid gan rywbeth arall, felly ni chafodd ei agor. Does dim wedi'i newid yma."
        ),
        "key_missing": "Nid yw'r allwedd i'r cynlluniwr hwn ar y ddyfais hon. Gall cerdyn adfer ei agor.",
        "crypto_unavailable": (
            "Ni all y porwr hwn amgryptio'r hyn rwyt ti'n ei ysgrifennu. Agor Firstbell mewn porwr mwy newydd."
        ),
        "endpoint_error": "Ni weithiodd y rhannu. Mae popeth yn dal ar y ddyfais hon.",
        "endpoint_unreachable": (
            "Does dim cysylltiad ar hyn o bryd. Mae popeth ar y ddyfais hon a bydd yn cael ei anfon wedyn."
        ),
        "endpoint_busy": "Rhaid i'r rhannu aros am funud. Mae popeth ar y ddyfais hon.",
        "endpoint_refused": "Cafodd y rhannu ei wrthod. Mae popeth yn dal ar y ddyfais hon.",
        "protocol_mismatch": (
            "Mae'r ap hwn a'r gwasanaeth rhannu o wahanol oedrannau. Diweddara'r ap i rannu eto."
        ),
        "device_removed": "Cafodd y ddyfais hon ei thynnu o'r cynlluniwr. Gofyn i'r oedolyn sy'n gofalu amdano.",
    },
    by_field={
        "name": "Mae gan enw rhwng 1 a 40 o lythrennau.",
        "title": "Mae gan deitl rhwng 1 a 40 o lythrennau.",
        "words": "Defnyddia rhwng 1 a 280 o lythrennau.",
        "note": "Defnyddia hyd at 280 o lythrennau.",
        "note_words": "Defnyddia hyd at 1,000 o lythrennau.",
        "not_in_planner": "Nid yw'r ddyfais honno yn y cynlluniwr eto. Rhaid ei gadael i mewn i'r cynlluniwr yn gyntaf.",
        "staff_notes": "All eich cydweithiwr ddim darllen eich nodiadau am ddisgybl eto. Gadewch nhw i mewn unwaith eto, wedyn trosglwyddo.",
        "next_step": "Defnyddia hyd at 280 o lythrennau.",
        "phone": "Nid yw hwnna'n edrych fel rhif ffôn.",
        "targets": "Mae tri tharged yn ddigon ar unwaith. Cau un yn gyntaf, yna ychwanega hwn.",
        "pin": "Ni ellir defnyddio hwnna yma. Mae gan PIN rhwng 4 a 6 digid.",
        "card": "Nid testun cerdyn adfer yw hwnna. Gwiria bob grŵp o lythrennau.",
        "card_unknown": "Dydy'r cerdyn hwnnw ddim yn agor cynlluniwr yno. Edrycha ar y llythrennau a'r cyfeiriad; efallai fod cerdyn newyddach.",
        "card_here": "Roedd y ddyfais hon yn y cynlluniwr hwnnw'n barod. I un arall mae'r cerdyn.",
        "picture": "Dewis un o'r lluniau.",
        "ticket_length": "Nid dyna'r cod cyfan. Mae ganddo dri i chwe digid, yna wyth llythyren neu ddigid.",
        "ticket_character": "Dyw un o'r llythrennau byth mewn cod. Edrycha arno unwaith eto.",
        "ticket_channel": "Mae cod yn dechrau gyda thri i chwe digid. Edrycha ar y dechrau unwaith eto.",
        "ticket_link": "Dyw'r ddolen honno ddim yn gyfan. Sgania'r sgwâr eto, neu deipia'r cod.",
        "ticket_gone": "Dyw'r tocyn hwnnw ddim yno mwyach. Gofynna am un newydd.",
        "ticket_wrong": "Doedd y cod hwnnw ddim yn ffitio. Edrycha arno unwaith eto, neu gofynna am un newydd.",
        "grant": "Dyw'r grant hwnnw ddim yn ffitio, neu mae wedi'i ddefnyddio. Edrycha arno eto, neu gofynna am un newydd.",
        "endpoint": "Nid yw hwnnw'n gyfeiriad y gall Firstbell rannu ag ef. Mae'n dechrau gyda https.",
    },
    wait_seconds=welsh(other="Rho gynnig arall ymhen {n} eiliad."),
    wait_minutes=welsh(two="Rho gynnig arall ymhen {n} funud.", other="Rho gynnig arall ymhen {n} munud."),
    something="Digwyddodd rhywbeth annisgwyl. Does dim o'r hyn a ysgrifennaist ar goll; rho gynnig arall.",
)
