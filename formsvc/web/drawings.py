"""What page templates are given: drawings of the areas, and the scripts' words."""

from collections.abc import Collection

from flask import Blueprint, Flask, Response, current_app, request
from markupsafe import Markup

from formsvc.areas import AREAS
from formsvc.formkit.flattened import MAX_ROWS
from formsvc.web.words import WORDS
from formsvc.wheel import icon_svg, linked_wheel_svg

drawings = Blueprint("drawings", __name__)

SECTIONS = {area.id: f"#areas-{area.id}" for area in AREAS}
"""Where on the plan's page each area is."""


@drawings.get("/areas.css")
def colours() -> Response:
    """Give the colours of the areas as custom properties, for what is about one."""
    rules = (
        f'[data-area="{area.id}"] {{ --area: {area.colour}; '
        f"--area-surface: {area.surface} }}\n"
        for area in AREAS
    )
    response = Response("".join(rules), mimetype="text/css")
    response.cache_control.public = True
    response.cache_control.no_cache = True
    response.add_etag()
    response.make_conditional(request)
    return response


@drawings.get("/favicon.ico")
def icon() -> Response:
    """Give the icon also where browsers look for it unasked."""
    return current_app.send_static_file("icon.svg")


def register(app: Flask) -> None:
    """Give the drawings to the templates of `app`."""
    app.register_blueprint(drawings)
    app.jinja_env.globals.update(
        icon=_icon,
        linked_wheel=_linked_wheel,
        all_areas=AREAS,
        script_words=WORDS,
        most_rows=MAX_ROWS,
    )


def _icon(area_id: str) -> Markup:
    return Markup(icon_svg(area_id))  # noqa: S704  our own drawing


def _linked_wheel(needs: Collection[str]) -> Markup:
    return Markup(linked_wheel_svg(needs, SECTIONS))  # noqa: S704  our own drawing
