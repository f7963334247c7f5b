"""The controls of a Word template: unknown, missing, twice, of the wrong sort."""

from collections import Counter
from collections.abc import Iterator, Mapping
from difflib import get_close_matches
from typing import Any

from formsvc.formkit.kind import Kind
from formsvc.formkit.posted import ROW, patterns, taken_apart
from formsvc.i18n import _
from formsvc.readers.names import NOT_DATA
from formsvc.template_check.expected import missed, wanted
from formsvc.template_check.fault import Fault, near
from formsvc.template_check.places import SDT, W14, W, is_field, words_at
from formsvc.word.controls import (
    CHECK,
    CHOICE,
    DATE,
    LONG,
    LONGEST_NAME,
    TEXT,
    Control,
)
from formsvc.word.rows import tag_of

MOST_MISSED = 12
"""Missing fields that are told one by one."""

_SORTS = {
    W14 + "checkbox": CHECK,
    W + "dropDownList": CHOICE,
    W + "comboBox": CHOICE,
    W + "date": DATE,
    W + "text": TEXT,
    W + "richText": TEXT,
}


def control_faults(root: Any, kind: Kind) -> Iterator[Fault]:
    """Yield what is wrong with the controls of a template's document."""
    found = [sdt for sdt in root.iter(SDT) if is_field(sdt)]
    known = wanted(kind)
    for sdt in found:
        yield from _faults_of(sdt, kind, known)
    yield from _doubles(found)
    yield from _missing(missed(kind, {tag_of(sdt) for sdt in found}))


def sort_of(sdt: Any) -> str:
    """Return what a control is in Word; one that says nothing holds text."""
    properties = sdt.find(W + "sdtPr")
    children = () if properties is None else properties
    return next((_SORTS[each.tag] for each in children if each.tag in _SORTS), TEXT)


def _faults_of(sdt: Any, kind: Kind, known: Mapping[str, Control]) -> Iterator[Fault]:
    tag, place = tag_of(sdt), near(words_at(sdt))
    if not tag:
        yield Fault(
            place,
            _("Innehållskontrollen har ingen tagg, så det som skrivs där kommer bort."),
            _("Markera den, välj Utvecklare, Egenskaper och skriv fältets tagg."),
        )
    elif tag in known:
        yield from _unfit(sdt, known[tag], place)
    elif not tag.startswith(NOT_DATA):
        yield _unknown(tag, place, kind, known)
    if sdt.find(f"{W}sdtPr/{W}dataBinding") is not None:
        yield Fault(
            place,
            _("Kontrollen ”{tag}” är kopplad till data i filen.").format(tag=tag),
            _("Ta bort den och infoga en ny kontroll med samma tagg."),
        )


def _unknown(tag: str, place: str, kind: Kind, known: Mapping[str, Control]) -> Fault:
    pattern, row = taken_apart(tag)
    first = pattern.replace(ROW, "0", 1)
    what = _("Taggen ”{tag}” finns inte i blanketten.").format(tag=tag[:LONGEST_NAME])
    if row and pattern in patterns(kind.form):
        return Fault(
            place,
            _("”{tag}” är en rad för mycket.").format(tag=tag),
            _(
                "En lista ska bara ha sin första rad i mallen ({first}); tjänsten "
                "lägger till resten. Ta bort raden."
            ).format(first=first),
        )
    close = get_close_matches(tag, known, n=1, cutoff=0.6)
    if close:
        return Fault(place, what, _("Menade du ”{tag}”?").format(tag=close[0]))
    return Fault(place, what, _("Rätta taggen, eller ta bort kontrollen."))


_CALLED = {
    TEXT: _("en textkontroll"),
    LONG: _("en textkontroll"),
    DATE: _("en datumväljare"),
    CHOICE: _("en listruta"),
    CHECK: _("en kryssruta"),
}


def _unfit(sdt: Any, control: Control, place: str) -> Iterator[Fault]:
    sort = sort_of(sdt)
    if _CALLED[sort] != _CALLED[control.sort]:
        yield Fault(
            place,
            _("”{tag}” är {sort}, men fältet är {wanted}.").format(
                tag=control.tag, sort=_CALLED[sort], wanted=_CALLED[control.sort]
            ),
            _("Tjänsten gör om den i dokumenten; mallen går att använda som den är."),
            tip=True,
        )


def _doubles(found: list[Any]) -> Iterator[Fault]:
    yield from _twice(
        found,
        tag_of,
        _("Fältet ”{value}” finns {count} gånger."),
        _("Behåll en av kontrollerna; annars vet ingen vilken text som gäller."),
    )
    yield from _twice(
        found,
        _id_of,
        _("Kontroller har samma id ({value}), {count} stycken."),
        _("Spara om mallen i Word, som ger dem egna id."),
    )


def _twice(found: list[Any], of: Any, what: str, fix: str) -> Iterator[Fault]:
    """Tell of values that more than one control has, at the last of them."""
    counts = Counter(of(sdt) for sdt in found)
    last = {of(sdt): sdt for sdt in found}
    for value, count in counts.items():
        if value and count > 1:
            told = what.format(value=value, count=count)
            yield Fault(near(words_at(last[value])), told, fix)


def _id_of(sdt: Any) -> str:
    number = sdt.find(f"{W}sdtPr/{W}id")
    return str(number.get(W + "val", "")) if number is not None else ""


def _missing(missing: list[Control]) -> Iterator[Fault]:
    for control in missing[:MOST_MISSED]:
        yield Fault(
            "",
            _("Fältet ”{human}” saknas.").format(human=control.human),
            _("Infoga {sort} med taggen {tag}.").format(
                sort=_CALLED[control.sort], tag=control.tag
            ),
        )
    if len(missing) > MOST_MISSED:
        yield Fault(
            "",
            _("Och {count} fält till saknas.").format(count=len(missing) - MOST_MISSED),
            _("Utgå hellre från tjänstens egen mall."),
        )
