"""Pieces that are laid out, bound to one file: nothing is hidden in it."""

from collections.abc import Sequence

from formsvc.document import File, Format
from formsvc.profiles import Profile
from formsvc.renderers.finishing import finished
from formsvc.renderers.letters import STYLE, blank_html
from formsvc.renderers.weasy import LaidOut, bind, lay_out
from formsvc.renderers.xmp import Claims


def printed(pieces: Sequence[LaidOut], name: str, title: str, profile: Profile) -> File:
    """Return one tagged PDF, each piece beginning on a front page (PDF/UA-1).

    `name` is its file name, `title` what readers show: neither tells of any person.
    """
    blank = lay_out(blank_html(), STYLE)
    claims = Claims(title, profile.organisation, archive=False)
    content = finished(bind(pieces, blank), claims)
    return File(name, content, Format.PDF.media_type)
