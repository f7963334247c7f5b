"""The pages: thin, so that all that is decided about documents is decided below.

start.py    the start page               documents.py  the page of a kind, its buttons
blanks.py   empty forms to download      opening.py    a saved draft is opened again
posted.py   what a browser sent          page.py       what a form page shows
notes.py    findings beside their fields files.py      finished files
errors.py   what went wrong, in words    security.py   headers, and who may post
drawings.py wheel and icons              words.py      what the scripts say
logs.py     errors, without names        addresses.py  kinds in addresses
comparing.py  what has changed           next_steps.py what a plan leads to
"""

from flask import Flask

from formsvc.config import Settings
from formsvc.profiles import Profile
from formsvc.web import drawings, errors, security
from formsvc.web.addresses import KindConverter
from formsvc.web.blanks import Blanks, blanks
from formsvc.web.comparing import comparing
from formsvc.web.documents import documents
from formsvc.web.opening import opening
from formsvc.web.start import start


def register(app: Flask, settings: Settings, profile: Profile) -> None:
    """Add every page to `app`.

    Raises `UsageError` when the key that pages are marked with cannot be had.
    """
    app.url_map.converters["kind"] = KindConverter
    app.extensions["formsvc-profile"] = profile
    app.extensions["formsvc-blanks"] = Blanks(profile)
    security.protect(app, settings)
    errors.register(app)
    drawings.register(app)
    for blueprint in (start, blanks, documents, opening, comparing):
        app.register_blueprint(blueprint)
