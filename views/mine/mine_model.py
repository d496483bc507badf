"""Make it mine: each choice shows at once and is kept by whoever keeps the settings."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from services.vault.settings import DeviceSettings
from views.design.palettes import ThemeName
from views.design.tokens import MAX_TEXT_PERCENT, MIN_TEXT_PERCENT, TEXT_STEP_PERCENT, Font
from views.live_model import LiveModel
from views.strings.catalogue import Language
from views.strings.languages import language_for


@dataclass(frozen=True, slots=True)
class MineState:
    """The choices as the screen shows them."""

    settings: DeviceSettings
    language: Language

    @property
    def may_shrink(self) -> bool:
        """Whether the text can be smaller."""
        return self.settings.text_scale_percent > MIN_TEXT_PERCENT

    @property
    def may_grow(self) -> bool:
        """Whether the text can be larger."""
        return self.settings.text_scale_percent < MAX_TEXT_PERCENT


class MineModel(LiveModel[MineState]):
    """`change` is given the whole new settings; it shows and keeps them."""

    def __init__(
        self, settings: DeviceSettings, change: Callable[[DeviceSettings], None], first_language: Language
    ) -> None:
        language = language_for(settings.language) if settings.language else first_language
        super().__init__(MineState(settings, language))
        self._change = change

    def choose_theme(self, theme: ThemeName) -> None:
        """Another look."""
        self._take(replace(self.state.settings, theme=theme.value))

    def choose_font(self, font: Font) -> None:
        """Other letters."""
        self._take(replace(self.state.settings, font=font.value))

    def shrink_text(self) -> None:
        """One step smaller; never below the usual size."""
        self._scale(-TEXT_STEP_PERCENT)

    def grow_text(self) -> None:
        """One step larger, up to twice the usual size."""
        self._scale(TEXT_STEP_PERCENT)

    def set_motion(self, is_on: bool) -> None:
        """Whether cards may glide."""
        self._take(replace(self.state.settings, motion=is_on))

    def set_sound(self, is_on: bool) -> None:
        """Whether a finished routine may sound."""
        self._take(replace(self.state.settings, sound=is_on))

    def choose_language(self, language: Language) -> None:
        """Another language."""
        self._take(replace(self.state.settings, language=language.value), language)

    def _scale(self, by: int) -> None:
        percent = self.state.settings.text_scale_percent + by
        fitting = min(max(percent, MIN_TEXT_PERCENT), MAX_TEXT_PERCENT)
        self._take(replace(self.state.settings, text_scale_percent=fitting))

    def _take(self, settings: DeviceSettings, language: Language | None = None) -> None:
        self.become(MineState(settings, language or self.state.language))
        self._change(settings)
