"""What stands around the fields: the head of the first page, and the foot of all."""

from formsvc.i18n import _
from formsvc.word.controls import TEXT, Control
from tools.word_templates.boxes import Controls
from tools.word_templates.lengths import TEXT_WIDTH
from tools.word_templates.paragraphs import field, paragraph, run, said, tab, when
from tools.word_templates.shapes import Numbers

PICTURES = "http://schemas.openxmlformats.org/drawingml/2006/picture"
MAIN = "http://schemas.openxmlformats.org/drawingml/2006/main"


def head(controls: Controls, numbers: Numbers, sender: str) -> str:
    """Return the head: whose it is, what it is, and which version."""
    version = Control("sign-version", _("Version"), TEXT)
    return "".join(
        (
            when("logotyp", paragraph("Bild", picture("logo", "rId1", numbers))),
            said(
                "Avsandare",
                f"{sender}{{% if organisation %}} · {{{{ organisation }}}}{{% endif %}}",
            ),
            when("utkast", said("Utkast", "{{ utkast }}")),
            said("Title", "{{ titel }}"),
            said("Ingress", "{{ ingress }}"),
            when(
                "version",
                paragraph("Version", controls.control(version, TEXT_WIDTH, 9.5)),
            ),
            when("anmarkning", said("Hjalptext", "{{ anmarkning }}")),
        )
    )


def first_foot(numbers: Numbers) -> str:
    """Return the foot of the first page, with the code to scan."""
    ask = run("{{ fraga }}")
    code = paragraph("Kod", ask + tab() + picture("qr", "rId1", numbers))
    alone = when("fraga and not qr", paragraph("footer", ask))
    return when("qr", code) + alone + foot()


def foot() -> str:
    """Return the foot of the other pages."""
    return paragraph("footer", run(_WHICH) + tab() + _pages())


_WHICH = "{{ titel }}{% if rad %} · {{ rad }}{% endif %}"


def _pages() -> str:
    return (
        run(_("sida") + " ") + field("PAGE", "1") + run(" " + _("av") + " ")
        + field("NUMPAGES", "1")
    )


def picture(name: str, relation: str, numbers: Numbers) -> str:
    """Return the run of a picture that the service puts in: one white dot, 1 mm wide."""
    extent = '<wp:extent cx="36000" cy="36000"/>'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0">{extent}'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{numbers.next()}" name="{name}" descr="{name}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic xmlns:a="{MAIN}">'
        f'<a:graphicData uri="{PICTURES}"><pic:pic xmlns:pic="{PICTURES}">'
        f'<pic:nvPicPr><pic:cNvPr id="0" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/>'
        '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="36000" cy="36000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
        "</w:drawing></w:r>"
    )
