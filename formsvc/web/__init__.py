"""The pages: thin, so that all that is decided about documents is decided below.

start.py    the start page               documents.py  the page of a kind, its buttons
blanks.py   empty forms to download      opening.py    a saved draft is opened again
answers.py  the pages that answer a form row_buttons.py one row more, or less
posted.py   what a browser sent          page.py       what a form page shows
notes.py    findings beside their fields files.py      finished files
errors.py   what went wrong, in words    security.py   headers, and who may post
drawings.py wheel and icons              words.py      what the scripts say
logs.py     errors, without names        addresses.py  kinds in addresses
stamping.py the next version             versions.py   is a paper the latest?
api.py      what programs call           problems.py   errors for programs
limits.py   how often one may ask        carried.py    what was said of an opened file
comparing.py  what has changed           next_steps.py what a plan leads to
sending.py  letters and copies           sendings.py   what can be sent of a kind
sent_to.py  who gets what                progress.py   answers that take long
standing.py what a version is told to be unbroken.py   what stays in one line
"""

import secrets

from flask import Flask, redirect, url_for

from formsvc.config import Settings
from formsvc.keys import LENGTH, Keys, load_keys
from formsvc.profiles import Profile
from formsvc.versions import open_office
from formsvc.web import drawings, errors, security
from formsvc.web.addresses import KindConverter
from formsvc.web.api import api
from formsvc.web.blanks import Blanks, blanks
from formsvc.web.comparing import comparing
from formsvc.web.documents import documents
from formsvc.web.limits import LIMITER
from formsvc.web.opening import opening
from formsvc.web.sending import sending_pages
from formsvc.web.start import start
from formsvc.web.unbroken import with_references
from formsvc.web.versions import version_pages


def register(app: Flask, settings: Settings, profile: Profile) -> None:
    """Add every page to `app`; with `version_only` those of versions alone.

    Raises `UsageError` when the key that pages are marked with cannot be had, and
    `RegisterError` when the register's address is none.
    """
    app.url_map.converters["kind"] = KindConverter
    app.extensions["formsvc-profile"] = profile
    app.extensions["formsvc-settings"] = settings
    app.extensions["formsvc-blanks"] = Blanks(profile)
    # A public host that only looks versions up holds nothing that can seal.
    alone = settings.version_only
    keys = Keys(secrets.token_bytes(LENGTH)) if alone else load_keys(settings)
    app.extensions["formsvc-office"] = open_office(settings, profile, keys)
    app.context_processor(lambda: {"version_only": settings.version_only})
    security.protect(app, keys)
    errors.register(app)
    LIMITER.init_app(app)
    app.register_blueprint(version_pages)
    if settings.version_only:
        app.add_url_rule("/", "home", lambda: redirect(url_for("versions.ask")))
        return
    drawings.register(app)
    app.add_template_filter(with_references, "unbroken")
    for blueprint in (
        *(start, blanks, documents, sending_pages, opening, comparing, api),
    ):
        app.register_blueprint(blueprint)
