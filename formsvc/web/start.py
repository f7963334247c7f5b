"""The start page: what one can do here."""

from flask import Blueprint, render_template

from formsvc.forms import KINDS

start = Blueprint("start", __name__)


@start.get("/")
def page() -> str:
    """Show the three kinds: to fill in here, or as a blank."""
    return render_template("web/start.html", kinds=list(KINDS.values()))
