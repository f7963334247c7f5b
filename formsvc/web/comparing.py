"""What has changed between two saved documents, on a page that also prints well."""

from collections.abc import Iterator
from http import HTTPStatus

from flask import Blueprint, Response, make_response, render_template, request
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import RequestEntityTooLarge

from formsvc import clock, pipeline
from formsvc.comparing import FORMALITIES, counts
from formsvc.errors import NotNowError, UnreadableError, UsageError
from formsvc.formkit.dates import read_date, swedish_date
from formsvc.i18n import _
from formsvc.ordering import believed, is_older
from formsvc.pipeline import TakenIn
from formsvc.stamp import Checked, Standing
from formsvc.web.security import demand_own_page
from formsvc.web.stamping import office
from formsvc.web.unbroken import unbroken

comparing = Blueprint("comparing", __name__)

OLDER, NEWER = "older", "newer"
"""The names of the two files."""

_TOO_OLD = _(
    "Sidan behöver bekräftas, till exempel för att den har stått öppen länge. "
    "Välj filerna en gång till."
)
_TOO_LARGE = _("Filerna är för stora för att vara sparade härifrån.")
_OTHER_KIND = _("{told} Välj två filer av samma sort.")

_TURNED = _(
    "Filerna är jämförda i den ordning som deras versioner säger: den som du valde som "
    "nyare är äldst."
)
_OTHER_CHILD = _("Kontrollera att båda gäller samma barn: namnet är inte detsamma.")
_OTHER_REFERENCE = _("Dokumenten har olika beteckning. Kontrollera att de hör ihop.")

_VERSIONS = {
    Standing.WHOLE: _("version {version}, {day}"),
    Standing.CHANGED: _("utkast som utgår från version {version}, {day}"),
    Standing.FOREIGN: _("version {version}, {day} (kan inte kontrolleras här)"),
}


@comparing.get("/jamfor")
def choose() -> str:
    """Ask for the two files."""
    return _asked({})


@comparing.post("/jamfor")
def compared() -> Response:
    """Show what has changed, or say beside each file why it cannot be read."""
    try:
        demand_own_page()
        request.files  # noqa: B018  read here, where too much of it can be told
    except CSRFError:
        return _asked_again({OLDER: _TOO_OLD}, HTTPStatus.BAD_REQUEST)
    except RequestEntityTooLarge:
        return _asked_again({OLDER: _TOO_LARGE}, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    complaints: dict[str, str] = {}
    try:
        read = [_read(name, complaints) for name in (OLDER, NEWER)]
        found = [taken for taken in read if taken is not None]
        return _shown(*found) if not complaints else _wrong(complaints)
    except UsageError as error:
        return _wrong({NEWER: _OTHER_KIND.format(told=error)})
    except NotNowError as error:
        return _asked_again({OLDER: str(error)}, HTTPStatus.SERVICE_UNAVAILABLE)


def _read(name: str, complaints: dict[str, str]) -> TakenIn | None:
    file = request.files.get(name)
    if file is None or not file.filename:
        complaints[name] = _("Välj en fil först.")
        return None
    try:
        return pipeline.opened(file.read())
    except UnreadableError as error:
        complaints[name] = str(error)
        return None


def _shown(first: TakenIn, second: TakenIn) -> Response:
    turned = is_older(_checked(first), _checked(second)) is False
    old, new = (second, first) if turned else (first, second)
    sections = pipeline.compared(old, new)
    html = render_template(
        "web/compared.html",
        kind=new.kind,
        child=new.data["child"]["name"],
        old=_called(old),
        new=_called(new),
        remarks=list(_remarks(old, new, turned=turned)),
        sections=sections,
        counts=counts(sections),
        formal=FORMALITIES,
        reference=_reference(new) or _reference(old),
        today=swedish_date(clock.today()),
    )
    return make_response(html)


def _checked(taken: TakenIn) -> Checked:
    return pipeline.checked(taken, office().seal)


def _reference(taken: TakenIn) -> str:
    stamp = believed(_checked(taken))
    return stamp.reference if stamp else ""


def _called(taken: TakenIn) -> str:
    """Return how people tell a document from the others: its version, or its date."""
    checked = _checked(taken)
    if stamp := believed(checked):
        return _VERSIONS[checked.standing].format(
            version=stamp.version, day=unbroken(swedish_date(stamp.stamped_on))
        )
    day = read_date(str(taken.data[taken.kind.date_field]))
    if day is None:
        return _("utkast")
    return _("utkast, {day}").format(day=unbroken(swedish_date(day)))


def _remarks(old: TakenIn, new: TakenIn, *, turned: bool) -> Iterator[str]:
    """Yield what to think of when reading: the order, and whether they belong."""
    if turned:
        yield _TURNED
    before, after = _reference(old), _reference(new)
    if before and after and before != after:
        yield _OTHER_REFERENCE
    names = [taken.data["child"]["name"].casefold() for taken in (old, new)]
    if all(names) and names[0] != names[1]:
        yield _OTHER_CHILD


def _wrong(complaints: dict[str, str]) -> Response:
    return _asked_again(complaints, HTTPStatus.UNPROCESSABLE_ENTITY)


def _asked(complaints: dict[str, str]) -> str:
    return render_template("web/compare.html", complaints=complaints)


def _asked_again(complaints: dict[str, str], status: HTTPStatus) -> Response:
    return make_response(_asked(complaints), status)
