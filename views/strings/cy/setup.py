"""Set-up in Welsh."""

from views.strings.groups.setup import SetupSentences

SETUP = SetupSentences(
    progress="Cwestiwn {step} o {steps}",
    name_title="Beth wnawn ni dy alw di?",
    name_field="Enw neu lysenw",
    name_hint="Mae llysenw yn iawn.",
    name_missing="Teipia enw neu lysenw yn gyntaf.",
    picture_title="Dewis lun",
    age_title="Faint yw dy oed di?",
    age_hint="Dim ond y grŵp oedran sy'n cael ei gadw, byth dy ben-blwydd.",
    ages=("5 i 7", "8 i 11", "12 i 14", "15 neu 16"),
    age_not_said="Byddai'n well gen i beidio â dweud",
    parts_title="Beth wnawn ni ei gynllunio?",
    parts_hint="Mae pob un yn barod i'w ddefnyddio. Gelli di newid pob cam wedyn.",
    parts_missing="Dewis o leiaf un. Gelli di ei newid wedyn.",
    morning="Bore",
    after_school="Ar ôl ysgol",
    evening="Min nos",
    glimpse="{steps} …",
    leave_title="Pryd wyt ti'n gadael y tŷ?",
    leave_hint="Ar fore ysgol arferol.",
    leave_changes="Dim amser penodol. Mae'r camau'n ymddangos heb gloc.",
    leave_none="Mae'n newid o ddydd i ddydd",
    leave_set="Gosod amser",
    leave_earlier="{minutes} munud yn gynt",
    leave_later="{minutes} munud yn hwyrach",
    making="Yn gwneud dy gynllunydd",
    making_note="Mae hyn yn cymryd eiliad.",
)
