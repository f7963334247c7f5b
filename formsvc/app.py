"""The Flask application: wires settings, profile and pages together."""

from flask import Flask
from werkzeug.middleware.proxy_fix import ProxyFix

from formsvc import web
from formsvc.config import Settings
from formsvc.i18n import translations
from formsvc.profiles import load_profile
from formsvc.renderers.kept import KEPT
from formsvc.web.logs import QuietFlask


def create_app(settings: Settings | None = None) -> Flask:
    """Return the application, by default with the settings of the environment.

    Raises `FormsvcError` when the profile or the key of the settings cannot be used.
    """
    settings = settings or Settings.read()
    app = QuietFlask("formsvc")
    app.jinja_env.add_extension("jinja2.ext.i18n")
    app.jinja_env.install_gettext_translations(translations, newstyle=True)  # type: ignore[attr-defined]
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    KEPT.keep_in(settings.instance)
    profile = load_profile(settings.instance, settings.profile)
    web.register(app, settings, profile)
    if settings.proxies:
        count = settings.proxies
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=count, x_proto=count, x_host=count
        )
    return app
