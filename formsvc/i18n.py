"""The words of the product: every Swedish text that people meet passes through `_`."""

import gettext
from pathlib import Path

translations = gettext.translation(
    "formsvc", Path(__file__).parent / "locale", languages=["sv"], fallback=True
)
_ = translations.gettext
