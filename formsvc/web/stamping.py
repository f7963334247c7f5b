"""A page's document is stamped as the next version, or the person is told why not."""

from http import HTTPStatus

from flask import current_app, request

from formsvc import versions
from formsvc.config import Settings
from formsvc.errors import (
    FormsvcError,
    NotNowError,
    RegisterError,
    RenderError,
    TakenError,
)
from formsvc.i18n import _
from formsvc.pipeline import TakenIn
from formsvc.verifying import Verdict
from formsvc.versions import Office

STATUSES: dict[type[FormsvcError], HTTPStatus] = {
    TakenError: HTTPStatus.CONFLICT,
    RegisterError: HTTPStatus.SERVICE_UNAVAILABLE,
    NotNowError: HTTPStatus.SERVICE_UNAVAILABLE,
    RenderError: HTTPStatus.INTERNAL_SERVER_ERROR,
}
"""What an answer says of an error; others are for the person to mend."""

NOT_SIGNED_IN = _(
    "Att stämpla kräver att du är inloggad. Öppna sidan från intranätet och logga in "
    "där. Spara utkastet först, så går inget förlorat."
)


def office() -> Office:
    """Return what this installation makes versions with."""
    found: Office = current_app.extensions["formsvc-office"]
    return found


def may_stamp() -> bool:
    """Return whether who asks has come through the organisation's sign-on."""
    settings: Settings = current_app.extensions["formsvc-settings"]
    header = settings.stamp_header
    return not header or bool(request.headers.get(header, "").strip())


def stamped(taken: TakenIn, *, go_on: bool) -> TakenIn:
    """Return a document as the next version. Raises as `versions.stamp` does."""
    return versions.stamp(taken, office(), go_on=go_on)


def status_of(error: FormsvcError) -> HTTPStatus:
    """Return the status of an answer that tells of `error`."""
    return STATUSES.get(type(error), HTTPStatus.UNPROCESSABLE_ENTITY)


def verdict(taken: TakenIn) -> Verdict:
    """Return where a document stands; unknown while the register is out of reach."""
    return versions.verify_anyway(taken, office())
