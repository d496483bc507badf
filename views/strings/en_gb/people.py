"""The people of a planner, in British English."""

from services.sync.concern import Concern
from views.strings.en_gb.sharing_health import HEALTH
from views.strings.groups.people import (
    ApartWords,
    LeaveWords,
    OutWords,
    PageWords,
    PeopleSentences,
    SeesWords,
)
from views.strings.plural import english

_PAGE = PageWords(
    title="People",
    whose="{name}'s planner",
    open="People",
    open_note="Who is in this planner, and what they see",
    open_child="People of {name}'s planner",
    looking="Looking who is in",
    alone_title="Only you see this",
    alone_text="Nobody else reads this planner. It stays on this device until you let somebody in.",
    unread_title="Nearly there",
    unread_text="The list of people has not come to this device yet. It comes by itself.",
    me="You",
    nameless="Somebody new",
    devices=english(one="{n} device", other="{n} devices"),
    only_this="This device",
    with_this=english(one="This device", other="{n} devices, this is one of them"),
    steward="Keeps the list of people",
    has_left="Has left",
    take_out="Take somebody out",
    take_out_note="They get nothing new from then on",
    take_off="Take {name} off the list",
    self_add="Everybody may add devices of their own",
    self_add_note="When it is off, only whoever keeps the list lets devices in.",
    lost="A phone or tablet is lost",
    lost_note="Take it out, and let the new one in",
    leave="Leave this planner",
    leave_note="It stays on this device, and is sent to nobody any more",
    health="How sharing goes",
    health_note="When the others were heard, and what waits",
    sees=SeesWords(
        title="Can see",
        routines="Routines",
        days="What is done",
        targets="Targets",
        help="Who to tell",
        home="At home",
        private="Only theirs",
        staff="Mentors' notes",
        said="{name} can see: {things}",
    ),
)

_APART = ApartWords(
    outside_title="This copy is not shared yet",
    outside_pupil="Everything in it is here. Ask an adult who is in it to let you in again. Then type the code "
    "that they show you.",
    outside_adult="Everything in it is here. Ask somebody who is in it to let you in again: they make a ticket, "
    "and you use its code here. Then it goes on where the others are.",
    ask="Join again with a code",
    pupil_title="This planner is on this device only",
    pupil_text="Everything in it is still here, and it is yours. You can go on as always.",
    titles={
        Concern.REMOVED: "This device was taken out",
        Concern.ERASED: "This planner was deleted for everybody",
        Concern.EXPIRED: "Sharing has come to its end",
        Concern.CLONED: "Another device uses this one's keys",
        Concern.LEFT: "You have left this planner",
    },
    texts={
        Concern.REMOVED: "Whoever keeps the list of people took it out of this planner. It gets nothing new. "
        "What was here is still here.",
        Concern.ERASED: "Whoever keeps the list of people asked for that. What is still on this device can be "
        "taken along, and then taken off it.",
        Concern.EXPIRED: "The day until which this planner was shared has passed. Everything is still here.",
        Concern.CLONED: "Perhaps it was copied. To be safe, this one shares nothing now. Everything is still here.",
        Concern.LEFT: "It is on this device only now. Everything in it is still here.",
    },
    unsent="What you wrote and could not be sent is here too.",
    export="Take everything with me",
    export_note="As a page to read, with what was not sent",
    share_anew="Let somebody in",
    share_anew_note="Share this planner from here, from now on",
    join_again="Join again",
    join_again_note="Make this device ready, then use a new ticket",
    take_away="Take it off this device",
    take_away_note="The others keep what they have",
)

_OUT = OutWords(
    title="Who shall be taken out?",
    lost_title="Which one is lost?",
    hint="They get nothing new from then on.",
    lost_hint="Devices are counted in the order in which they came in.",
    nobody_title="There is nobody to take out",
    nobody_text="Whoever keeps the list of people can take others out, and a device of your own from another one.",
    device_of="{name}'s device",
    own_device="Another device of mine",
    nth="{device}, number {n}",
    sure_title="Take {name} out?",
    lost_sure_title="{device}: is it the lost one?",
    from_now="From now on {name} gets nothing new.",
    past="What {name} has read before cannot be unseen.",
    with_devices="All their devices go, and those that they let in themselves.",
    lost_from_now="Whoever finds it gets nothing new.",
    lost_past="What is on it already stays on it, behind its lock.",
    lost_everywhere="It is taken out of every planner that is looked after here.",
    lost_next="Then you make a ticket for the new one, and everything comes back on it.",
    do="Take out",
    lost_do="Take it out",
    working="Changing the list and the key",
    done_title="{name} is out",
    done_text="The planner has a new key now. The others get it by themselves.",
    lost_done_title="The lost one is out",
    lost_done_text="The planner has a new key. Now let the new phone or tablet in.",
    make_ticket="Make a ticket for the new one",
    offline="There is no connection just now, so nothing was changed. Try again when there is one.",
)

_LEAVE = LeaveWords(
    title="Leave this planner?",
    stays_title="What stays",
    stays="Everything that is on this device stays on it, and works as before.",
    goes_title="What stops",
    goes="What you write is sent to nobody any more, and nothing new comes. "
    "What the others have already, they keep.",
    goes_pupil="Nobody gets anything new from you any more. What the others have read already, they keep.",
    others=english(
        one="Your other device stays in. Leave on that one too.",
        other="Your {n} other devices stay in. Leave on each of them too.",
    ),
    heir_title="Who keeps the list of people then?",
    heir="{name} keeps the list of people then.",
    do="Leave",
    stay="Stay",
    working="Saying goodbye",
    left_title="You have left",
    left_pupil="Your planner is on this device only now. It is all still here.",
    left_adult="The planner is on this device only now.",
    away_title="Take it off this device?",
    away_text="The planner is deleted here, for good. Whoever else has it keeps it.",
    away_copy="If you may need it, take everything along first.",
    away_do="Take it off",
    away_working="Taking it off",
    renew_title="Join again?",
    renew_text="This device gets new keys, and everything here stays. Then ask for a ticket, and use its code.",
    renew_do="Make it ready",
    renew_working="Making new keys",
)

PEOPLE = PeopleSentences(page=_PAGE, apart=_APART, out=_OUT, leave=_LEAVE, health=HEALTH)
