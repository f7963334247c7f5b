"""The templates of the PDFs: their fields, their pictures, and what they make."""

from collections import Counter
from collections.abc import Iterator
from html.parser import HTMLParser

from jinja2 import TemplateError, TemplateSyntaxError

from formsvc import pipeline
from formsvc.document import Format
from formsvc.errors import FormsvcError
from formsvc.formkit.kind import Kind
from formsvc.i18n import _
from formsvc.profiles import Profile
from formsvc.renderers.html import form_html
from formsvc.template_check.expected import missed
from formsvc.template_check.fault import Fault
from formsvc.template_check.trial_data import trials
from formsvc.writable.shape import Shape


def pdf_faults(kind: Kind, profile: Profile) -> Iterator[Fault]:
    """Yield what is wrong with the template of a kind's PDFs."""
    try:
        html = form_html(kind, Shape(), profile)
    except TemplateError as error:
        yield broken(error)
        return
    yield from _field_faults(html, kind)
    for called, data in trials(kind).items():
        yield from _trial(kind, called, data, profile)


def broken(error: TemplateError) -> Fault:
    """Return what is wrong with a template that Jinja does not take."""
    where = ""
    if isinstance(error, TemplateSyntaxError):
        where = _("Rad {line} i {file}").format(line=error.lineno, file=error.name)
    return Fault(
        where,
        _("Mallen går inte att använda: {why}.").format(why=error.message),
        _("Jämför med tjänstens egen mall."),
    )


class _Form(HTMLParser):
    """Collects the names of fields, and counts pictures without words."""

    def __init__(self) -> None:
        super().__init__()
        self.names: Counter[str] = Counter()
        self.wordless = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a field or a picture."""
        told = dict(attrs)
        if tag in ("input", "textarea", "select"):
            self.names[told.get("name") or ""] += 1
        if tag == "img" and told.get("alt") is None:
            self.wordless += 1


def _field_faults(html: str, kind: Kind) -> Iterator[Fault]:
    form = _Form()
    form.feed(html)
    for control in missed(kind, set(form.names)):
        yield Fault(
            "",
            _("Fältet ”{human}” saknas.").format(human=control.human),
            _("Lägg till ett fält med namnet {tag}.").format(tag=control.tag),
        )
    for name, count in form.names.items():
        if count > 1:
            yield Fault(
                "",
                _("Fältet ”{value}” finns {count} gånger.").format(
                    value=name, count=count
                ),
                _("Behåll ett av dem."),
            )
    if form.wordless:
        yield Fault(
            "",
            _("En bild saknar alternativtext."),
            _("Skriv vad den visar i alt, tomt om den bara är till prydnad."),
        )


def _trial(
    kind: Kind, called: str, data: dict[str, object], profile: Profile
) -> Iterator[Fault]:
    taken = pipeline.take_in(kind, data)
    for fmt in (Format.PDF_FORM, Format.PDF):
        try:
            pipeline.render(taken, fmt, profile)
        except (FormsvcError, TemplateError) as error:
            yield Fault(
                _("Prov med {called}").format(called=called),
                _("Det blir inget dokument: {why}").format(why=error),
                _("Jämför med tjänstens egen mall."),
            )
