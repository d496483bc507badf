"""Copies in Welsh."""

from views.strings.groups.copies import (
    BringingBack,
    CopiesHub,
    CopiesSentences,
    ExportHeadings,
    KeepingCopy,
    TakingAll,
)
from views.strings.plural import welsh

_HUB = CopiesHub(
    title="Copïau",
    keep="Cadw copi",
    keep_note="Un ffeil dan glo gyda phopeth ynddi",
    take="Mynd â phopeth gyda fi",
    take_note="Tudalen i'w darllen, tabl, ffeil i gyfrifiadur",
    bring="Dod â chopi yn ôl",
    bring_note="Rwyt ti'n gweld beth sydd ynddo yn gyntaf",
    formers_title="Beth oedd yma o'r blaen",
    formers_note="Cafodd ei roi o'r neilltu pan ddaeth copi yn ôl. Gelli di fynd yn ôl ato.",
    former="Rhoddwyd o'r neilltu ar {day}, {time}",
    go_back="Mynd yn ôl at hwn",
    throw_away="Ei daflu",
    throw_away_title="Taflu hwn?",
    throw_away_text="Bydd yr hyn oedd yma o'r blaen yn mynd am byth. Bydd yr hyn sydd yma nawr yn aros.",
    throw_away_no="Ei gadw",
    went_back="Rwyt ti yn ôl lle roeddet ti.",
    thrown_away="Mae hwnnw wedi mynd.",
    nothing_here="Disgybl dychmygol yw hwn, felly does dim i'w gopïo.",
)

_KEEPING = KeepingCopy(
    title="Dewis geiriau i'r copi hwn",
    words_hint="12 llythyren neu fwy, fel ychydig eiriau na fyddai neb ond ti yn eu rhoi gyda'i gilydd.",
    working="Wrthi'n cloi dy gopi",
    ready_title="Mae dy gopi'n barod",
    ready_text=(
        "Cadwa fo yn rhywle arall: dyfais arall, cof bach, oedolyn rwyt ti'n ymddiried ynddo. "
        "Gellir dod ag ef yn ôl yma neu ar ddyfais newydd."
    ),
    keep_words="Ysgrifenna dy eiriau ar bapur. Ni all neb agor y copi hebddyn nhw, ddim hyd yn oed ni.",
    save="Cadw'r copi mewn ffeil",
    file_name="firstbell-copi-{day}.fbc",
    done="Wedi gwneud",
)

_TAKING = TakingAll(
    title="Mynd â phopeth gyda fi",
    working="Wrthi'n ysgrifennu'r cyfan",
    careful="Nid yw'r ffeiliau hyn dan glo. Gall pwy bynnag sydd â nhw eu darllen.",
    page="Cadw'r dudalen",
    page_note="Popeth i'w ddarllen neu i'w argraffu",
    page_name="firstbell-{day}.html",
    table="Cadw'r tabl",
    table_note="Ar gyfer taenlen",
    table_name="firstbell-{day}.csv",
    machine="Cadw'r ffeil i gyfrifiadur",
    machine_note="Pob manylyn, fel JSON",
    machine_name="firstbell-{day}.json",
    done="Wedi gwneud",
)

_BRINGING = BringingBack(
    title="Dod â chopi yn ôl",
    text="Dewis y ffeil a gedwaist. Does dim yn newid eto: yn gyntaf rwyt ti'n gweld beth sydd ynddi.",
    choose="Dewis y ffeil",
    first_door="Mae gen i gopi i ddod ag ef yn ôl",
    not_a_copy="Nid copi a wnaeth Firstbell yw'r ffeil honno. Does dim wedi'i newid.",
    damaged="Mae'r copi hwnnw wedi'i ddifrodi, felly ni ellir ei agor. Does dim wedi'i newid. Oes un arall?",
    newer="Firstbell mwy newydd a wnaeth y copi hwnnw. Diweddara'r ap, yna rho gynnig arall. Does dim wedi'i newid.",
    words_title="Teipia eiriau'r copi hwn",
    words_hint="Y rhai a ddewisaist pan wnest ti'r copi.",
    opening="Wrthi'n agor dy gopi",
    inside_title="Beth sydd ynddo",
    made_on="Gwnaed ar {day}, {time}",
    inside="Yn y copi",
    here_now="Yma nawr",
    here_stays="Caiff yr hyn sydd yma nawr ei roi o'r neilltu, a gelli di fynd yn ôl ato.",
    routines=welsh(one="{n} drefn", two="{n} drefn", many="{n} threfn", other="{n} trefn"),
    targets=welsh(two="{n} darged", few="{n} tharged", many="{n} tharged", other="{n} targed"),
    no_ticks="Dim ticiau eto",
    last_day=welsh(
        one="Ticiau ar {n} diwrnod, {day}",
        two="Ticiau ar {n} ddiwrnod, yr olaf {day}",
        other="Ticiau ar {n} diwrnod, yr olaf {day}",
    ),
    no_name="Cynlluniwr",
    shared="Roedd eraill yn rhannu'r cynlluniwr hwn. Wedyn, gofyn am wahoddiad newydd i'w rannu eto.",
    bring="Dod â hwn yn ôl",
    leave="Gadael popeth fel y mae",
    bringing="Wrthi'n dod ag ef yn ôl",
    done_title="Mae yn ôl",
    done_text="Mae popeth o'r copi yma.",
    done_stays="Mae'r hyn oedd yma o'r blaen wedi'i roi o'r neilltu, o dan Copïau.",
    go_on="Ymlaen",
)

_EXPORT = ExportHeadings(
    title="Popeth yn fy Firstbell",
    made_on="Gwnaed ar {day}",
    note="Ti biau'r dudalen hon. Nid yw dan glo: cadwa hi lle gall dim ond y bobl iawn ei darllen.",
    people="Pobl",
    routines="Trefnau",
    ticks="Beth gafodd ei dicio",
    targets="Targedau",
    pauses="Seibiau",
    contacts="Wrth bwy i ddweud",
    others="Pethau eraill",
    nothing="Dim byd eto",
    day="Diwrnod",
    step="Cam",
    what_became="Sut oedd hi",
    who="Pwy ddywedodd",
    open_end="ailddechrau pan fydd yn barod",
    span="{first} hyd {last}",
    date="{weekday} {day} {month} {year}",
    columns=("Cynlluniwr", "Beth", "Diwrnod", "Enw", "Manylyn", "Gwerth", "Pwy", "Geiriau"),
    routine="Trefn",
    tick="Tic",
    size="Maint y diwrnod",
    rating="Rhif",
    target="Targed",
    pause="Saib",
    contact="Cyswllt",
    person="Person",
)

COPIES = CopiesSentences(
    year="{day} {year}",
    holds="Ynddo: {names}",
    holds_many=welsh(
        two="Ynddo: {n} gynlluniwr",
        few="Ynddo: {n} chynlluniwr",
        many="Ynddo: {n} chynlluniwr",
        other="Ynddo: {n} cynlluniwr",
    ),
    hub=_HUB,
    keeping=_KEEPING,
    taking=_TAKING,
    bringing=_BRINGING,
    export=_EXPORT,
)
