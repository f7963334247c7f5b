"""What a writable document says of the version that it comes from.

Its metadata names reference and version also when the data is another by now, as it
may be from the first key that is pressed: a working copy says that it is one
(docs/decisions/0013).
"""

import json

from formsvc.document import Document
from formsvc.i18n import _
from formsvc.renderers import version_words
from formsvc.renderers.xmp import Version, version_part
from formsvc.stamp import Stamp
from formsvc.writable.working_copy import Origin


def origin_of(document: Document) -> Origin | None:
    """Return what a document says of its stamp, nothing when it has none to believe."""
    stamp = version_words.origin(document.checked)
    if stamp is None:
        return None
    title = version_words.working_copy(document.checked)
    which = version_words.working_copy_of(document.checked)
    words = version_words.BETWEEN.join((title, which))
    return Origin(
        title=title,
        which=which,
        note=_(
            "Ändringar gäller först när dokumentet har stämplats som nästa version."
        ),
        human=_("Vilken version det här är ett arbetsexemplar av"),
        stamp=_as_file(document),
        about=_("Stämpeln på den version som arbetsexemplaret kommer från"),
        moment=_pdf_date(stamp),
        metadata=version_part(Version.of(stamp, words, is_it=True)),
        subject=words,
    )


def _as_file(document: Document) -> bytes:
    """Return the stamp to the letter, since another installation may have signed it."""
    return json.dumps(document.data["stamp"], ensure_ascii=False, indent=2).encode()


def _pdf_date(stamp: Stamp) -> str:
    """Return the time of stamping as ISO 32000-1, 7.9.4 writes it."""
    time, zone = stamp.stamped_at, f"{stamp.stamped_at:%z}"
    return f"D:{time.year:04}{time:%m%d%H%M%S}{zone[:3]}'{zone[3:5]}'"
