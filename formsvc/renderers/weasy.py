"""WeasyPrint, in this module alone: HTML in, PDF out, nothing fetched from outside.

One `FontConfiguration` serves all renderings: a new one each time leaks 0.2–0.7 MB
(research/perf, section 6).
"""

import gc
import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any

from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document, Page
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from formsvc.errors import RenderError
from formsvc.i18n import _

STATIC = Path(__file__).parent.parent / "static"
SCHEME = "packaged:"

_ONE_AT_A_TIME = Lock()  # fonts and the garbage collector are shared by all threads

VARIANT = "pdf/a-3a"
"""What WeasyPrint lays a document out for: tags, and colours that are defined."""

STYLE = "document.css"
"""The style sheet of forms and filing copies."""

MEDIA_TYPES = {".css": "text/css", ".ttf": "font/ttf", ".svg": "image/svg+xml"}


@dataclass(frozen=True, slots=True)
class AttachedFile:
    """A file that a PDF carries: PDF/A-3 wants its date and its relationship."""

    name: str
    content: bytes
    description: str
    modified: datetime
    relationship: str = "Data"


class PackagedOnly(URLFetcher):  # type: ignore[misc]
    """Fetches what the package ships and what is written inline, and nothing else."""

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return the packaged file that `url` names; anything else ends the render."""
        if url.startswith("data:"):
            return super().fetch(url, headers)
        path = (STATIC / url.removeprefix(SCHEME)).resolve()
        if not url.startswith(SCHEME) or STATIC not in path.parents:
            raise FatalURLFetchingError(url[:80])
        try:
            body = path.read_bytes()
        except OSError as error:
            raise FatalURLFetchingError(url) from error
        media_type = MEDIA_TYPES.get(path.suffix, "application/octet-stream")
        return URLFetcherResponse(url, body, {"Content-Type": media_type})


def print_pdf(
    html: str, *, forms: bool = False, attachments: tuple[AttachedFile, ...] = ()
) -> bytes:
    """Return `html` as a tagged PDF with the parts of PDF/A-3a, in packaged fonts.

    With `forms`, inputs become fields. What such a PDF lacks is for `finishing.py`.
    Raises `RenderError` when something that the HTML names is missing or broken.
    """
    with _guarded():
        return _printed(html, attachments, forms=forms)


@contextmanager
def _guarded() -> Iterator[None]:
    """Lay out one document at a time, and tell what is missing as a `RenderError`."""
    try:
        with _ONE_AT_A_TIME, _uncollected(), _complaints():
            yield
    except FatalURLFetchingError as error:
        raise _incomplete(str(error)) from None


class LaidOut:
    """A piece that is laid out: its pages, to be looked at before they are bound."""

    def __init__(self, document: Document) -> None:
        """Hold what WeasyPrint has laid out."""
        self.document = document

    @property
    def pages(self) -> int:
        """How many pages it has."""
        return len(self.document.pages)

    @property
    def roots(self) -> list[Any]:
        """The outermost box of each page, with those within as its `children`."""
        return [page._page_box for page in self.document.pages]  # noqa: SLF001  no other name

    def with_roots(self, roots: Sequence[Any]) -> "LaidOut":
        """Return the same piece with other boxes on its pages."""
        return LaidOut(self.document.copy([Page(root) for root in roots]))


def lay_out(html: str, style: str = STYLE) -> LaidOut:
    """Return `html` laid out, to be bound with others. Raises as `print_pdf` does.

    `style` is the name of its style sheet in `static/`.
    """
    with _guarded():
        return LaidOut(_laid_out(html, style, forms=False))


def bind(pieces: Sequence[LaidOut], blank: LaidOut) -> bytes:
    """Return pieces as one tagged PDF, each beginning on a front page.

    `blank` is a page with nothing on it, for the back of a piece of odd length.
    """
    pages: list[Page] = []
    for piece in pieces:
        pages += blank.document.pages[: len(pages) % 2]
        pages += piece.document.pages
    with _guarded():
        whole = pieces[0].document.copy(pages)
        made: bytes = whole.write_pdf(
            pdf_tags=True, pdf_variant=VARIANT, uncompressed_pdf=True
        )
        return made


def _incomplete(what: str) -> RenderError:
    return RenderError(
        _(
            "Dokumentet kunde inte göras: något saknas eller är trasigt ({what})."
        ).format(what=what)
    )


def _printed(html: str, attachments: Sequence[AttachedFile], *, forms: bool) -> bytes:
    made: bytes = _laid_out(html, STYLE, forms=forms).write_pdf(
        pdf_tags=True,
        pdf_forms=forms,
        pdf_variant=VARIANT,
        attachments=[_attachment(file) for file in attachments],
    )
    return made


def _laid_out(html: str, style: str, *, forms: bool) -> Document:
    page = HTML(string=html, base_url=SCHEME, url_fetcher=PackagedOnly())
    return page.render(
        stylesheets=[_sheet("fonts.css"), _sheet(style)],
        font_config=_fonts(),
        pdf_forms=forms,
        pdf_variant=VARIANT,
    )


@contextmanager
def _complaints() -> Iterator[None]:
    """Raise `RenderError` for a picture that WeasyPrint leaves out with a log line."""
    heard: list[str] = []
    handler = logging.Handler()
    handler.emit = lambda record: heard.append(record.getMessage())  # type: ignore[method-assign]
    logger = logging.getLogger("weasyprint")
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    for message in heard:
        if message.startswith("Failed to"):
            raise _incomplete(_("en bild"))


@contextmanager
def _uncollected() -> Iterator[None]:
    """Keep the garbage collector off: it takes a tenth of the time (research/perf)."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


@cache
def _sheet(name: str) -> CSS:
    return CSS(
        string=(STATIC / name).read_text(encoding="utf-8"),
        base_url=SCHEME,
        url_fetcher=PackagedOnly(),
        font_config=_fonts(),
    )


def _attachment(file: AttachedFile) -> Attachment:
    return Attachment(
        string=file.content.decode("utf-8"),
        name=file.name,
        description=file.description,
        created=file.modified,
        modified=file.modified,
        relationship=file.relationship,
    )
