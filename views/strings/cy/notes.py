"""Notebooks in Welsh."""

from services.planner.note import NotebookKind
from views.strings.groups.notes import NotebookWords, NotesSentences

NOTES = NotesSentences(
    kinds={
        NotebookKind.PRIVATE: NotebookWords(
            title="I fi yn unig",
            door="I fi yn unig",
            note="Nodiadau y gelli di yn unig eu darllen",
            intro="Ysgrifenna beth bynnag hoffet ti. Mae'n aros ar dy ddyfeisiau di. Dyw dyfeisiau oedolion byth yn ei gael.",
            empty_title="Dim byd yma eto",
            empty_text="Syniad, cynllun, rhywbeth da. Mae'n aros gyda ti.",
            hint="Er enghraifft: roedd mathemateg yn iawn heddiw",
            alone="Dim ond y ddyfais hon sydd ag ef. Os caiff ei cholli, mae'r nodiadau hyn wedi mynd.",
            let_in="Ychwanegu dyfais arall i fi",
        ),
        NotebookKind.HOME: NotebookWords(
            title="Gartref",
            door="Gartref",
            note="Beth gytunoch chi gartref",
            intro="Pwy sy'n mynd, pwy sy'n nôl, beth sy'n wahanol yr wythnos hon. All yr ysgol na'r mentor mo'i ddarllen.",
            empty_title="Dim byd yma eto",
            empty_text="Ysgrifennwch beth gytunoch chi gartref, fel nad oes rhaid i neb ei gofio.",
            hint="Er enghraifft: Nain sy'n dy nôl di ddydd Iau",
            alone="Dim ond y ddyfais hon all ei ddarllen hyd yn hyn.",
            let_in="Gadael rhywun gartref i mewn",
        ),
        NotebookKind.STAFF: NotebookWords(
            title="Nodiadau mentoriaid",
            door="Nodiadau mentoriaid",
            note="Cyfarfodydd a beth ddaeth ohonyn nhw",
            intro="I fentoriaid yn unig. Gall disgybl neu deulu ofyn am gael gweld beth sydd wedi'i ysgrifennu amdanyn nhw.",
            empty_title="Dim nodiadau eto",
            empty_text="Beth gafodd ei ddweud, beth addawodd pawb, beth i'w ofyn y tro nesaf.",
            hint="Er enghraifft: cerdded at y giât gyda'n gilydd, eisiau rhoi cynnig ar gofrestru",
            alone="Dim ond y ddyfais hon all ei ddarllen hyd yn hyn.",
            let_in="Gadael cydweithiwr neu fy nyfais arall i mewn",
        ),
    },
    door_of="{door}: {name}",
    write="Ysgrifennu nodyn",
    new_title="Nodyn",
    change_title="Nodyn",
    field="Beth wyt ti eisiau ei ysgrifennu?",
    missing="Ysgrifenna rywbeth yn gyntaf.",
    keep="Cadw",
    leave="Gadael fel yr oedd",
    remove="Ei dynnu allan",
    removed="Mae'r nodyn allan.",
    bring_back="Dod yn ôl",
    change_one="Newid: {words}",
    unknown_readers="Dydyn ni ddim yn gwybod yma eto pwy all ei ddarllen.",
    strangers="Gall dyfais nad yw yn y cynlluniwr mwyach ddarllen hwn o hyd.",
    strangers_in="{door}: gall dyfais nad yw yn y cynlluniwr mwyach ei ddarllen o hyd.",
    open="Ei agor",
    shut_out="Ei chau allan",
)
