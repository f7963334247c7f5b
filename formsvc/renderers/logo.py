"""An organisation's logo in a Word document, where its size has to be told.

All lengths are in mm.
"""

import base64

from formsvc.logos import size_of
from formsvc.profiles import LOGO_TYPES, Profile
from formsvc.word.pictures import Picture

WIDEST, TALLEST = 50.0, 16.0
"""The room that a logo has, as in document.css."""

_PIXEL = 25.4 / 96
"""Width of a pixel of a picture that says nothing of its scale, as in CSS."""

_ENDINGS = {media_type: ending[1:] for ending, media_type in LOGO_TYPES.items()}


def logo_of(profile: Profile) -> Picture | None:
    """Return the logo of a profile as it stands in a document, nothing without one."""
    head, _comma, content = profile.logo.partition(";base64,")
    ending = _ENDINGS.get(head.removeprefix("data:"))
    if ending is None:
        return None
    raw = base64.b64decode(content)
    wide, high = size_of(raw, ending) or (TALLEST / _PIXEL, TALLEST / _PIXEL)
    scale = min(_PIXEL, WIDEST / wide, TALLEST / high)
    words = profile.logo_text or profile.organisation
    return Picture(raw, ending, wide * scale, high * scale, words)
