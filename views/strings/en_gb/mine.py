"""Make it mine in British English."""

from views.strings.groups.mine import MineSentences

MINE = MineSentences(
    title="Make it mine",
    theme="Colours",
    themes={
        "calm": ("Calm", "Warm paper and quiet colours"),
        "colour": ("Colour", "Brighter and warmer"),
        "plain": ("Plain", "Line pictures and few colours"),
        "dark": ("Dark", "Easy on the eyes at night"),
        "high_contrast": ("High contrast", "Black on white with strong edges"),
    },
    font="Letters",
    font_sample="Brush my teeth at 7:30",
    text_size="Text size",
    text_size_value="{percent} %",
    smaller="Smaller text",
    larger="Larger text",
    sample="This is how a step will look.",
    motion="Movement",
    motion_note="Cards may glide a little. It stays off when your device asks for less movement.",
    sound="Sound",
    sound_note="One soft note when a routine is finished.",
    language="Language",
    saved_here="These choices stay on this device.",
)
