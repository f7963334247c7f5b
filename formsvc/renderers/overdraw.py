"""What is drawn on finished pages of a form: not read aloud, and each by itself.

A drawing is an object of its own, so that filling the form can put another in its
place.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Page, Pdf, Stream

from formsvc.writable.syntax import number


def begin(pdf: Pdf) -> None:
    """Begin anew after what is drawn: it has turned and scaled the pages."""
    for page in pdf.pages:
        page.contents_add(b"q", prepend=True)
        page.contents_add(b"Q")


def drawing(pdf: Pdf, content: bytes, width: float, height: float) -> Any:
    """Return a drawing of that size in pt."""
    stream = Stream(
        pdf,
        content,
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, width, height]),
        Resources=Dictionary(),
    )
    return pdf.make_indirect(stream)


def draw(page: Page, name: str, drawn: Any, place: tuple[float, float]) -> None:
    """Draw it on a page, with its lower left corner at `place`, as no part of the text.

    `name` is what the page's resources call it.
    """
    page.add_resource(drawn, Name.XObject, Name(name))
    page.contents_add(
        b"/Artifact BMC q 1 0 0 1 %s %s cm %s Do Q EMC"
        % (*map(number, place), name.encode("ascii"))
    )


def end(pdf: Pdf) -> None:
    """Make one stream of what each page consists of now."""
    for page in pdf.pages:
        page.contents_coalesce()
