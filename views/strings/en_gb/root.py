"""What is said over whatever screen is open, in British English."""

from views.strings.groups.root import RootSentences

ROOT = RootSentences(
    starting="One moment",
    made_up="This pupil is made up. Try anything. Nothing is kept.",
    leave_made_up="Leave",
    read_only="Firstbell is open in another tab or window. Here you can look, and change nothing.",
    look_again="Use it here",
    update_ready="A newer Firstbell is ready.",
    start_update="Start it now",
    went_wrong="That did not work as it should. What you saved is safe.",
    put_aside="OK",
    stuck_title="Firstbell cannot start here",
    not_here="There is nothing at this address.",
    to_today="Go to Today",
    to_first="Go to the first screen",
    who_is_here="Who is here today?",
    who_is_here_note="Choose your picture.",
)
