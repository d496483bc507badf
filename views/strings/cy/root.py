"""What is said over whatever screen is open, in Welsh."""

from views.strings.groups.root import RootSentences

ROOT = RootSentences(
    starting="Un eiliad",
    made_up="Disgybl dychmygol yw hwn. Rho gynnig ar unrhyw beth. Does dim yn cael ei gadw.",
    leave_made_up="Gadael",
    read_only="Mae Firstbell ar agor mewn tab neu ffenestr arall. Yma gelli edrych, heb newid dim.",
    look_again="Ei ddefnyddio yma",
    update_ready="Mae Firstbell newydd yn barod.",
    start_update="Ei ddechrau nawr",
    went_wrong="Wnaeth hynny ddim gweithio fel y dylai. Mae'r hyn gadwaist ti yn ddiogel.",
    put_aside="Iawn",
    stuck_title="Ni all Firstbell ddechrau yma",
    not_here="Does dim byd yn y cyfeiriad hwn.",
    to_today="Mynd i Heddiw",
    to_first="Mynd i'r sgrin gyntaf",
    who_is_here="Pwy sydd yma heddiw?",
    who_is_here_note="Dewis dy lun.",
)
