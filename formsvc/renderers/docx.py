"""The writable Word document: its template filled with what is known of a document."""

from typing import Any

from formsvc.areas import AREAS
from formsvc.document import Document
from formsvc.formkit.data import Data
from formsvc.formkit.kind import Kind
from formsvc.formkit.spare_rows import shape_of
from formsvc.profiles import NEUTRAL, Profile
from formsvc.renderers import version_words
from formsvc.renderers.headings import (
    draft_mark,
    heading,
    notices,
    own_time,
    which,
)
from formsvc.renderers.logo import logo_of
from formsvc.renderers.qr import qr_png
from formsvc.renderers.version_block import code_words, kept_together, latest
from formsvc.renderers.working_copy import origin_of
from formsvc.wheel import wheel_text
from formsvc.word.compiled import Contents
from formsvc.word.kept import TEMPLATES, File, template_of
from formsvc.word.pictures import LOGO, QR, Picture
from formsvc.word.properties import About


def render_docx(kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the writable Word document, filled with what is known.

    Raises `RenderError` when its template cannot be used.
    """
    return filled(template_of(kind, profile.instance), kind, document, profile)


def filled(file: File, kind: Kind, document: Document, profile: Profile) -> bytes:
    """Return the same of the template `file`; raises as `render_docx` does."""
    rows = shape_of(kind, document.data).rows
    return TEMPLATES.render(file, kind, rows, contents_of(kind, document, profile))


def variables(kind: Kind) -> frozenset[str]:
    """Return the names that a template may use between braces."""
    return frozenset(_fixed(kind, NEUTRAL, ""))


def render_blank_docx(kind: Kind, profile: Profile) -> bytes:
    """Return the empty form as a Word document; raises as `render_docx` does."""
    title = heading(kind, {})
    pictures = _pictures(profile, "")
    words = _fixed(kind, profile, title)
    contents = Contents(
        data={},
        words=words | {"tom": True, "logotyp": LOGO in pictures},
        about=About(title, kind.mark, profile.organisation),
        pictures=pictures,
        wheel=wheel_text(()),
    )
    return TEMPLATES.render(template_of(kind, profile.instance), kind, {}, contents)


def contents_of(kind: Kind, document: Document, profile: Profile) -> Contents:
    """Return what fills the template of a document."""
    fields = {key: value for key, value in document.data.items() if key != "stamp"}
    pictures = _pictures(profile, document.address)
    needs = _needs(document.data)
    return Contents(
        data=fields,
        words=words_of(kind, document, profile) | {"logotyp": LOGO in pictures},
        about=_about(kind, document, profile),
        pictures=pictures,
        needs=needs,
        wheel=wheel_text(needs),
    )


def words_of(kind: Kind, document: Document, profile: Profile) -> dict[str, Any]:
    """Return what a template may say of a document, by the names it has there."""
    origin = origin_of(document)
    words = _fixed(kind, profile, heading(kind, document.data))
    return words | {
        "qr": bool(document.address),
        "utkast": draft_mark(kind, document) or " ".join(notices(document)),
        "version": origin.subject if origin else "",
        "anmarkning": origin.note if origin else "",
        "rad": _foot(origin.subject, document) if origin else which(kind, document),
        "fraga": latest(kind, document.address) if document.stamp else "",
    }


def _foot(words: str, document: Document) -> str:
    """Return which version it is for the foot, where a date and a time stay whole."""
    stamp = version_words.origin(document.checked)
    return kept_together(words, *version_words.whens(stamp)) if stamp else words


def _fixed(kind: Kind, profile: Profile, title: str) -> dict[str, Any]:
    """Return what it may say of every document, empty where one says more."""
    return {
        "titel": title,
        "ingress": kind.lead,
        "organisation": profile.organisation,
        "personuppgifter": profile.privacy_paragraphs,
        "kontakt": profile.reach,
        "tom": False,
        "logotyp": False,
        "qr": False,
        **dict.fromkeys(("utkast", "version", "anmarkning", "rad", "fraga"), ""),
    }


def _pictures(profile: Profile, address: str) -> dict[str, Picture]:
    found = {}
    if logo := logo_of(profile):
        found[LOGO] = logo
    if address:
        code = qr_png(address)
        words = code_words(address)
        found[QR] = Picture(code.content, "png", code.width, code.width, words)
    return found


def _needs(data: Data) -> frozenset[str]:
    """Return the areas that are marked in a wheel: a plan's, by their check boxes."""
    areas = data.get("areas")
    if not isinstance(areas, dict):
        return frozenset()
    return frozenset(area.id for area in AREAS if areas[area.id]["has_need"])


def _about(kind: Kind, document: Document, profile: Profile) -> About:
    origin, stamp = origin_of(document), version_words.origin(document.checked)
    about = About(heading(kind, document.data), kind.mark, profile.organisation)
    if stamp is None or origin is None:
        return about._replace(moment=own_time(document))
    return about._replace(
        subject=origin.subject,
        moment=stamp.stamped_at,
        stamp=document.data["stamp"],
        reference=stamp.reference,
        version=stamp.version,
    )
