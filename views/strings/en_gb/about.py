"""About Firstbell in British English."""

from views.strings.groups.about import AboutSentences

ABOUT = AboutSentences(
    title="About Firstbell",
    what=(
        "Firstbell is a planner for pupils who find getting to school hard. "
        "It breaks mornings and evenings into small steps, and helps with targets in your own words."
    ),
    not_what="It is not the school's register, and it does not treat or score anybody.",
    privacy_title="What is kept, and where",
    privacy=(
        "Everything you write is kept on this device, encrypted. With a lock, only your PIN, pictures or words "
        "open it.",
        "Nothing is sent to anybody. There is no account, no advert and nobody who counts what you do.",
        "If you remove the app, or clear this browser's data, your planner is gone. "
        "A browser that is not visited for a long time may clear it too.",
    ),
    version="Version {version}",
    licence_title="Licence",
    licence="Firstbell is free software under the Apache License 2.0. Anybody may read, use and improve it.",
    pictures_title="Pictures",
    pictures=(
        "Most small pictures come from OpenMoji, the open-source emoji and icon project, under the licence "
        "CC BY-SA 4.0. In the Plain theme they are shown as lines only."
    ),
    own_pictures="The animals, people, faces and scenes were drawn for Firstbell.",
    letters_title="Letters",
    software_title="Software inside",
    software="Firstbell stands on the work of many people. These are the parts that travel with it.",
    licence_of="{name}: {licence}",
    delete_title="Delete everything on this device",
    delete_open="Delete everything",
    delete_what="This deletes every routine, tick, target and setting that Firstbell keeps on this device.",
    delete_keeps="Without a copy that you kept, it cannot be brought back.",
    delete_sure="I understand that it cannot be brought back",
    delete_now="Delete everything now",
    delete_keep="Keep my planner",
    delete_working="Deleting",
    deleted_title="Everything is deleted",
    deleted="Firstbell keeps nothing on this device any more.",
    deleted_next="Back to the beginning",
)
