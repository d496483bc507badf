"""Set-up in British English."""

from views.strings.groups.setup import SetupSentences

SETUP = SetupSentences(
    progress="Question {step} of {steps}",
    name_title="What shall we call you?",
    name_field="Name or nickname",
    name_hint="A nickname is fine.",
    name_missing="Type a name or nickname first.",
    picture_title="Choose a picture",
    age_title="How old are you?",
    age_hint="Only the age group is kept, never your birthday.",
    ages=("5 to 7", "8 to 11", "12 to 14", "15 or 16"),
    age_not_said="I'd rather not say",
    parts_title="What shall we plan?",
    parts_hint="Each comes ready to use. You can change every step later.",
    parts_missing="Choose at least one. You can change it later.",
    morning="Morning",
    after_school="After school",
    evening="Evening",
    glimpse="{steps} …",
    leave_title="When do you leave home?",
    leave_hint="On an ordinary school morning.",
    leave_changes="No set time. Steps show without a clock.",
    leave_none="It changes from day to day",
    leave_set="Set a time",
    leave_earlier="{minutes} minutes earlier",
    leave_later="{minutes} minutes later",
    making="Making your planner",
    making_note="This takes a moment.",
)
