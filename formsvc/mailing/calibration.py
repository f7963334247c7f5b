"""The sheet that is printed, folded and held in a window envelope, to set a profile."""

from formsvc.document import File
from formsvc.envelopes import FOLDS, GUARD, Window
from formsvc.i18n import _
from formsvc.mailing.printing import printed
from formsvc.profiles import Profile
from formsvc.renderers.letters import STYLE, sheet_html
from formsvc.renderers.weasy import lay_out
from formsvc.renderers.window_sheet import drawing

TITLE = _("Provsida för fönsterkuvert")
NAME = "provsida.pdf"


def calibration(profile: Profile) -> File:
    """Return the sheet: where the window of `profile` is, with a grid in mm."""
    html = sheet_html(
        "calibration",
        profile,
        title=TITLE,
        folds={
            name: [f"{down:g}".replace(".", ",") for down in each]
            for name, each in FOLDS.items()
        },
        guard_width=GUARD,
        drawing=drawing(profile.window),
        keys=_keys(profile.window),
    )
    return printed([lay_out(html, STYLE)], NAME, TITLE, profile)


def _keys(window: Window) -> list[str]:
    """Return the lines of a profile that say where the window is."""
    sizes = ("left", "top", "width", "height")
    lines = [f"{key} = {getattr(window, key):g}" for key in sizes]
    return ["[window]", f'side = "{window.side}"', *lines]
