"""The lock in Welsh."""

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
    title="Gloi dy gynllunydd?",
    title_anew="Dewis glo",
    note_on_a_phone=(
        "Mae'n cael ei gadw wedi'i amgryptio ar y ddyfais hon beth bynnag. Gelli di newid hyn wedyn."
    ),
    note_in_a_browser=(
        "Mae porwr yn gwarchod allwedd yn llai da na ffôn. Dyna pam rydyn ni'n awgrymu chwe digid neu "
        "gyfrinymadrodd."
    ),
    suggested="Awgrym",
    none="Dim PIN",
    none_on_a_phone="Mae clo dy ffôn yn ei warchod.",
    none_in_a_browser="Gall pawb sy'n defnyddio'r porwr hwn ei agor.",
    name=ForEachKind(pin="PIN", pictures="Lluniau", words="Cyfrinymadrodd"),
    about=ForEachKind(
        pin="4 i 6 digid.",
        pictures="4 llun, mewn trefn mai dim ond ti sy'n ei gwybod.",
        words="Ychydig eiriau, 12 llythyren neu fwy.",
    ),
    six_digits="Chwe digid",
    about_six_digits="PIN sy'n ddigon hir i borwr.",
)

_ENTERING = EnteringSecret(
    new_title=ForEachKind(pin="Dewis dy PIN", pictures="Dewis bedwar llun", words="Dewis gyfrinymadrodd"),
    new_hint=ForEachKind(
        pin="4 i 6 digid. Nid dy ben-blwydd.",
        pictures="Tapia bedwar llun. Mae'r drefn yn cyfrif.",
        words="O leiaf 12 llythyren. Ychydig eiriau na fyddai neb ond ti'n eu rhoi gyda'i gilydd.",
    ),
    new_hint_six_digits="6 digid. Nid dy ben-blwydd.",
    again_title=ForEachKind(
        pin="Dy PIN unwaith eto",
        pictures="Dy luniau unwaith eto",
        words="Dy gyfrinymadrodd unwaith eto",
    ),
    again_hint="Er mwyn i'r ddau ohonon ni wybod ei fod yn iawn.",
    open_title=ForEachKind(pin="Teipia dy PIN", pictures="Tapia dy luniau", words="Teipia dy gyfrinymadrodd"),
    open_hint=ForEachKind(
        pin="Yna pwysa Iawn.",
        pictures="Pedwar ohonyn nhw, yn dy drefn di.",
        words="Yna pwysa Enter neu Iawn.",
    ),
    now_title=ForEachKind(
        pin="Yn gyntaf, dy PIN fel y mae nawr",
        pictures="Yn gyntaf, dy luniau fel y maen nhw nawr",
        words="Yn gyntaf, dy gyfrinymadrodd fel y mae nawr",
    ),
    field="Cyfrinymadrodd",
    show="Dangos y llythrennau",
    hide="Cuddio'r llythrennau",
    entered="{count} o {most} wedi'u rhoi",
    take_back="Dileu'r un olaf",
    ok="Iawn",
    checking="Un eiliad",
    empty=ForEachKind(
        pin="Teipia dy PIN yn gyntaf.",
        pictures="Tapia dy luniau yn gyntaf.",
        words="Teipia dy gyfrinymadrodd yn gyntaf.",
    ),
    too_short=ForEachKind(
        pin="Ychydig yn hirach, os gweli di'n dda: o leiaf {least} digid.",
        pictures="Pedwar llun, os gweli di'n dda.",
        words=(
            "Ychydig yn hirach, os gweli di'n dda: o leiaf 12 llythyren. Mae ychydig eiriau'n gweithio'n dda."
        ),
    ),
    easy="Mae hwnna'n hawdd ei ddyfalu. Dewis un arall, os gweli di'n dda.",
    not_the_same="Doedd y ddau ddim yr un fath. Beth am wneud y ddau eto.",
    wrong="Wnaeth hynny ddim ei agor. Rho gynnig arall arni.",
)

_UNLOCKING = Unlocking(
    opening="Yn agor dy gynllunydd",
    wait_title="Amser am seibiant bach",
    wait="Gelli di roi cynnig arall arni am {time}.",
    wait_note="Mae popeth yn dy gynllunydd yn ddiogel. Gelli di gau Firstbell a dod yn ôl.",
    forgot="Dw i wedi anghofio",
    card_title="Defnyddio dy gerdyn adfer",
    card_hint="Teipia'r 27 llythyren a rhif o'r papur. Does dim ots am lythrennau bach neu fawr.",
    card_field="Llythrennau ar y cerdyn",
    card_empty="Teipia lythrennau dy gerdyn yn gyntaf.",
    card_wrong="Dydy'r llythrennau hynny ddim yn ei agor. Edrycha ar bob grŵp unwaith eto.",
    card_open="Agor gyda'r cerdyn",
    card_only="Ar ôl cynifer o gynigion, dim ond y cerdyn adfer sy'n agor y cynllunydd hwn.",
    no_card_title="Does dim cerdyn adfer",
    no_card=(
        "Dim ond yr un cywir sy'n agor y cynllunydd hwn. Mae'n aml yn dod yn ôl i'r cof wedyn. "
        "Os nad yw, gelli di ddileu popeth yma a dechrau o'r newydd."
    ),
    opened_by_card="Agorodd dy gerdyn e. Nawr dewis sut i'w gloi o hyn ymlaen.",
    damaged_title="Mae rhan o'r cynllunydd hwn wedi'i difrodi",
    damaged=(
        "Newidiodd rhywbeth ar y ddyfais hon e. Mae Firstbell wedi'i adael fel y mae. Os oes gen ti gopi "
        "wrth gefn o'r ddyfais hon, dere ag e'n ôl a rho gynnig arall arni. Neu rho fe o'r neilltu a "
        "dechrau o'r "
        "newydd: mae'n aros ar y ddyfais hon."
    ),
    newer_title="Firstbell mwy newydd wnaeth y cynllunydd hwn",
    newer="Diweddara Firstbell a'i agor eto. Does dim wedi newid.",
    key_gone_title="Mae'r ddyfais hon wedi colli ei hallwedd",
    key_gone=(
        "Mae'r cynllunydd yma o hyd, ond mae'r allwedd sy'n ei agor wedi mynd. Gall cerdyn adfer ei agor."
    ),
    key_gone_no_card=(
        "Mae'r cynllunydd yma o hyd, ond mae'r allwedd sy'n ei agor wedi mynd, a does dim cerdyn adfer. "
        "Os cafodd y porwr neu'r ffôn hwn ei ailosod, dere â'i gopi wrth gefn yn ôl a rho gynnig arall arni."
    ),
    elsewhere_title="Mae Firstbell ar agor yn rhywle arall",
    elsewhere=(
        "Mae tab neu ffenestr arall yn defnyddio dy gynllunydd. Gelli di edrych arno yma. "
        "I newid rhywbeth, cer i'r llall, neu ei gau a rhoi cynnig arall arni."
    ),
    look_only="Edrych arno yma",
    put_aside="Ei roi o'r neilltu a dechrau o'r newydd",
    use_card="Defnyddio'r cerdyn adfer",
    delete="Dileu a dechrau o'r newydd",
    delete_title="Dileu popeth yma?",
    delete_text=(
        "Mae'r cynllunydd ar y ddyfais hon yn mynd am byth: arferion, ticiau a thargedau. All neb "
        "ddod ag e'n ôl."
    ),
    delete_yes="Dileu popeth",
    delete_no="Ei gadw",
    stuck_title="Wnaeth e ddim agor eto",
)

_SETTINGS = LockSettings(
    title="Clo",
    is_none_on_a_phone="Does dim PIN. Mae clo dy ffôn yn gwarchod dy gynllunydd.",
    is_none_in_a_browser="Does dim PIN. Gall pawb sy'n defnyddio'r porwr hwn agor dy gynllunydd.",
    is_on=ForEachKind(
        pin="Mae PIN yn agor dy gynllunydd.",
        pictures="Mae pedwar llun yn agor dy gynllunydd.",
        words="Mae cyfrinymadrodd yn agor dy gynllunydd.",
    ),
    by_itself="Mae'n cloi ei hun ar ôl 5 munud o'r golwg.",
    has_card="Mae cerdyn adfer.",
    has_no_card="Does dim cerdyn adfer.",
    add="Ychwanegu clo",
    change="Ei newid",
    remove="Tynnu'r clo",
    make_card="Gwneud cerdyn adfer",
    make_new_card="Gwneud cerdyn newydd",
    new_card_note="Mae cerdyn hŷn yn peidio â gweithio pan fyddi di'n gwneud un newydd.",
    remove_title="Tynnu'r clo?",
    remove_text="Wedyn gall pawb sy'n gallu defnyddio'r ddyfais hon agor dy gynllunydd.",
    remove_yes="Ei dynnu",
    remove_no="Cadw'r clo",
    said_changed="Mae dy glo newydd ymlaen.",
    said_removed="Mae'r clo wedi'i dynnu.",
    said_card="Mae dy gerdyn yn barod. Dydy cerdyn hŷn ddim yn gweithio mwyach.",
)

_CARD = CardSentences(
    offer_title="Hoffet ti gael cerdyn adfer?",
    offer="Darn o bapur yw e sy'n agor dy gynllunydd os byddi di'n anghofio.",
    offer_note="Hebddo all neb helpu: nid dy ysgol, nid ni. Bydd yr hyn na elli di ei agor yn aros ar gau.",
    offer_yes="Ie, gwneud cerdyn",
    offer_no="Dim cerdyn",
    keep_title="Mae dy gerdyn adfer yn dal i weithio",
    keep_offer=(
        "Gelli di gadw'r cerdyn sydd gen ti. Os gwnei di un newydd, bydd yr hen un yn peidio â gweithio."
    ),
    keep_new="Gwneud cerdyn newydd",
    keep_old="Cadw'r cerdyn sydd gen i",
    title="Dy gerdyn adfer",
    text="Ysgrifenna'r llythrennau hyn ar bapur, neu cadwa'r dudalen a'i hargraffu.",
    keep=(
        "Cadwa fe gartref, ar wahân i'r ddyfais hon. Gall pwy bynnag sydd ag e agor dy gynllunydd. "
        "Os gwnest ti gadw'r dudalen, argraffa hi ac yna dileu'r ffeil."
    ),
    letters_label="Llythrennau dy gerdyn: {letters}",
    save="Cadw'r dudalen",
    file_name="firstbell-cerdyn.html",
    written="Dw i wedi'i ysgrifennu",
)

_PAPER = CardWords(
    language="cy",
    is_rtl=False,
    title="Cerdyn adfer Firstbell",
    what_it_is=(
        "Mae'r daflen hon yn agor un cynllunydd Firstbell pan fydd ei PIN, lluniau neu gyfrinymadrodd "
        "yn angof."
    ),
    letters_heading="Y llythrennau",
    letters_note="Does dim ots am lythrennau bach neu fawr, na bylchau.",
    qr_label="Yr un llythrennau fel sgwâr y gall camera ei ddarllen",
    use_heading="Sut i'w ddefnyddio",
    use_steps=(
        "Agor Firstbell ar y ddyfais lle mae'r cynllunydd.",
        "Dewis “Dw i wedi anghofio”, yna teipio'r llythrennau o'r daflen hon.",
        "Dewis clo newydd. Gelli di gadw'r cerdyn hwn, neu wneud un newydd; yna dydy hwn ddim yn gweithio.",
    ),
    keep_heading="Ble i'w gadw",
    keep_notes=(
        "Gartref gyda phapurau pwysig, neu gydag oedolyn rwyt ti'n ymddiried ynddo.",
        "Nid gyda'r ddyfais, ac nid fel llun arni.",
    ),
    lost_note=(
        "Gall pwy bynnag sy'n dal y daflen hon agor y cynllunydd. Os yw ar goll, gwna gerdyn newydd "
        "yn Firstbell."
    ),
    address_line="Mae'r cynllunydd hwn yn rhannu trwy {address}",
    written_on="Gwnaed ar",
)

LOCK = LockSentences(
    choosing=_CHOOSING,
    entering=_ENTERING,
    unlocking=_UNLOCKING,
    settings=_SETTINGS,
    card=_CARD,
    paper=_PAPER,
)
