"""What Jinja says of a template, in Swedish: its own words are for programmers."""

import re

from formsvc.i18n import _

_WORDS = (
    (r"'(.+)' is undefined", _("”{}” finns inte bland det som en mall kan skriva ut")),
    (
        r"Unexpected end of template\. .* to be closed is '(\w+)'",
        _("”{}” saknar sitt slut"),
    ),
    (
        r"Encountered unknown tag '(end\w*|else|elif)'.* to be closed is '(\w+)'",
        _("”{}” står där ”{}” skulle ha slutat"),
    ),
    (
        r"Encountered unknown tag '(end\w*|else|elif)'.*",
        _("”{}” står utan sin början"),
    ),
    (
        r"Encountered unknown tag '(.+?)'.*",
        _("”{}” är inget ord i mallens språk"),
    ),
    (r"expected token '.*', got '(.*)'", _("”{}” kan inte stå där det står")),
    (r"unexpected '(.*)'", _("”{}” kan inte stå där det står")),
    (r"unexpected char '(.*)' at \d+", _("”{}” kan inte stå där det står")),
    (r"No test named '(.+?)'.*", _("”{}” finns inte i mallens språk")),
)
"""Messages of Jinja and what they mean, in the order in which they are looked for."""


def explained(error: Exception) -> str:
    """Return why a template cannot be used; of what is rare no more than its sort."""
    told = str(error).rstrip(".")
    for pattern, words in _WORDS:
        if found := re.fullmatch(pattern, told, re.DOTALL):
            return words.format(*found.groups())
    if isinstance(error, ArithmeticError | TypeError | ValueError):
        return _("det som står mellan klamrar går inte att räkna ut")
    return _("fel i det som står mellan klamrar")
