"""The sheet that is printed, folded and held in a window envelope, to set a profile."""

from formsvc.document import File
from formsvc.envelopes import FOLDS, GUARD
from formsvc.i18n import _
from formsvc.mailing.printing import printed
from formsvc.profiles import Profile
from formsvc.renderers.letters import STYLE, sheet_html
from formsvc.renderers.weasy import lay_out

TITLE = _("Provsida för fönsterkuvert")
NAME = "provsida.pdf"


def calibration(profile: Profile) -> File:
    """Return the sheet: where the window of `profile` is, measured in mm."""
    html = sheet_html(
        "calibration", profile, title=TITLE, folds=FOLDS, guard_width=GUARD
    )
    return printed([lay_out(html, STYLE)], NAME, TITLE, profile)
