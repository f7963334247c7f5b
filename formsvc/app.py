"""The Flask application: wires settings, profile and pages together."""

from flask import Flask

from formsvc.config import Settings
from formsvc.i18n import translations
from formsvc.profiles import load_profile
from formsvc.web import Blanks, pages


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application, by default with the settings of the environment.

    Raises `FormsvcError` when the profile of the settings cannot be used.
    """
    settings = settings or Settings.read()
    app = Flask("formsvc")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    profile = load_profile(settings.instance, settings.profile)
    app.extensions["formsvc-blanks"] = Blanks(profile)
    app.register_blueprint(pages)
    return app
