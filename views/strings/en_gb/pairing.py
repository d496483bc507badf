"""Letting a device in, in British English."""

from views.strings.groups.pairing import ComingIn, ForEachGuest, Granting, LettingIn, PairingSentences

_LETTING_IN = LettingIn(
    who_title="Who is this for?",
    who_hint="One ticket lets one device in.",
    guest=ForEachGuest(
        pupil="The pupil", parent="A parent or carer", mentor="A mentor", mine="Another device of mine"
    ),
    about_guest=ForEachGuest(
        pupil="Their phone or tablet: routines, targets, and what is only theirs stays theirs",
        parent="Sees the week and the targets, and can change them",
        mentor="Sees the weeks and the targets, and looks after who is in",
        mine="Sees everything that I see here",
    ),
    make="Make a ticket",
    making="Making a ticket",
    show_title="Scan, or type the code",
    show_hint="Point the other device's camera at the square. Or open Firstbell there and type the code.",
    square="The square to scan",
    code_title="The code to type",
    code_label="The code to type: {letters}",
    for_whom="It is for: {guest}",
    until="You can use it until {time}.",
    take_back="Take the ticket back",
    compare_title="Is it the right device?",
    compare_hint="Somebody has used the ticket. Does the other screen show the same three pictures?",
    sees_title="What it will see",
    sees="It reads everything from the beginning, since {day}.",
    sees_not="It never sees what is kept for the pupil alone.",
    brings="It has a planner already. That one comes along to this device, and this one stays as it is.",
    approve="Yes, add it",
    turn_away="No, they are different",
    adding="Adding the device",
    added_title="It is in",
    added="What changes on one device now shows on the others.",
    over_title="This ticket is used up",
    wrong_codes="Three codes did not fit, so nobody was let in.",
    too_late="Nobody came in time, so it was put away.",
    two_devices="Two devices used this ticket, so neither was let in. Make another, and show it to one only.",
    again="Make another ticket",
)

_COMING_IN = ComingIn(
    title="Join a planner",
    hint="Scan the square on the other screen with this device's camera. Or type its code here.",
    code="The code",
    code_example="417 K7QM-3T9X",
    address="Address of the sharing service",
    address_example="https://bell.example",
    looking="Looking for the ticket",
    becomes_pupil="This becomes the pupil's device",
    becomes_parent="This becomes a parent's or carer's device",
    becomes_mentor="This becomes a mentor's device",
    what_happens="The person at the other screen lets it in. Then everything in that planner comes to this device.",
    brings="Your planner comes along and stays yours. Who lets you in can read everything in it then.",
    ask="Ask to join",
    not_now="Not now",
    asking="Asking to join",
    compare_title="Look at both screens",
    compare_hint="The other screen shows three pictures too. When they are the same, the person there adds this device.",
    waiting="Waiting for the other screen",
    different="They are different",
    joined_title="You are in",
    joined="Everything is on this device now. It works without a connection too.",
    go_on="Go on",
)

PAIRING = PairingSentences(
    let_in="Let somebody in",
    let_in_note="A parent, a mentor, or another device of mine",
    let_in_child="Let somebody in to {name}'s planner",
    have_code="I have a code or a card",
    have_code_note="Join a planner that is on another device",
    granting=Granting(
        title="Share for the first time",
        hint="Whoever looks after the sharing service has a grant for you. It is asked for once.",
        grant="The grant",
    ),
    offline="There is no connection just now. It goes on by itself.",
    letting_in=_LETTING_IN,
    coming_in=_COMING_IN,
)
