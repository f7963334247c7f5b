"""Rules for the form of single values: they hold in every kind."""

from collections.abc import Callable, Iterator

from formsvc import glyphs
from formsvc.findings import Severity
from formsvc.formkit.contact import email_needs_smtputf8
from formsvc.formkit.facts import Facts
from formsvc.formkit.fields import (
    LONG_LINE_LIMIT,
    ChecksField,
    ChoiceField,
    DateField,
    EmailField,
    IdentityField,
    LineField,
    LongField,
    PhoneField,
    PostalCodeField,
    TimeField,
)
from formsvc.formkit.identity import IdentityKind
from formsvc.formkit.rules import Hit, Rule
from formsvc.i18n import _
from formsvc.references import COORDINATION_NUMBER, MODEL, PERSONAL_NUMBER

Find = Callable[[Facts], Iterator[Hit]]

QUOTED = 40
"""Characters of what was typed that a message repeats."""

UNKNOWN_CHOICE = "format.choice"
"""The rule that tells of values no vocabulary has."""

NAMED = 5
"""Characters without a glyph that a message names."""


def _not_understood(kind: type[LineField]) -> Find:
    def find(facts: Facts) -> Iterator[Hit]:
        for field in facts.leaves():
            if type(field) is kind and not field.understood():
                yield Hit(field.name, {"typed": _quoted(field.data)})

    return find


def _quoted(typed: str) -> str:
    """Return what was typed for use in a message, shortened to fit a line."""
    return typed if len(typed) <= QUOTED else typed[: QUOTED - 1] + "…"


def _unknown_choice(facts: Facts) -> Iterator[Hit]:
    for field in facts.leaves():
        if isinstance(field, ChoiceField) and not field.understood():
            yield _choice_hit(field, field.data)
        if isinstance(field, ChecksField):
            yield from (_choice_hit(field, value) for value in field.unknown())


def _choice_hit(field: ChoiceField | ChecksField, typed: str) -> Hit:
    values = ", ".join(value for value, _label in field.vocabulary)
    return Hit(field.name, {"typed": _quoted(typed), "values": values})


def _identity(*kinds: IdentityKind) -> Find:
    def find(facts: Facts) -> Iterator[Hit]:
        for field in facts.leaves():
            if isinstance(field, IdentityField) and field.kind() in kinds:
                yield Hit(field.name, {})

    return find


def _long_line(facts: Facts) -> Iterator[Hit]:
    for field in facts.leaves():
        if isinstance(field, LineField) and len(field.data) > field.limit:
            words = {"length": str(len(field.data)), "limit": str(field.limit)}
            yield Hit(field.name, words)


def _many_lines(facts: Facts) -> Iterator[Hit]:
    for field in facts.leaves():
        if isinstance(field, LongField) and _line_count(field.data) > LONG_LINE_LIMIT:
            words = {"lines": str(_line_count(field.data))}
            yield Hit(field.name, words)


def _line_count(typed: str) -> int:
    return typed.count("\n") + 1


def _no_glyph(facts: Facts) -> Iterator[Hit]:
    for field in facts.leaves():
        if isinstance(field, LineField) and (missing := glyphs.missing(field.data)):
            yield Hit(field.name, {"characters": _named(missing)})


def _named(characters: list[str]) -> str:
    shown = ", ".join(f"U+{ord(character):04X}" for character in characters[:NAMED])
    return shown + (" …" if len(characters) > NAMED else "")


def _uncommon_email(facts: Facts) -> Iterator[Hit]:
    for field in facts.leaves():
        if isinstance(field, EmailField) and email_needs_smtputf8(field.data):
            yield Hit(field.name, {"typed": _quoted(field.data)})


FORMAT_RULES = (
    Rule(
        "format.date",
        Severity.ERROR,
        _not_understood(DateField),
        _("”{typed}” är inget datum."),
        _("Skriv år, månad och dag, till exempel 2026-12-15 eller 15 december 2026."),
        MODEL,
    ),
    Rule(
        "format.time",
        Severity.ERROR,
        _not_understood(TimeField),
        _("”{typed}” är inget klockslag."),
        _("Skriv timme och minut, till exempel 9.30 eller 13.00."),
        MODEL,
    ),
    Rule(
        "format.phone",
        Severity.ERROR,
        _not_understood(PhoneField),
        _("”{typed}” är inget telefonnummer som går att ringa."),
        _("Skriv riktnummer och nummer, till exempel 0470-58 00 00."),
        MODEL,
    ),
    Rule(
        "format.email",
        Severity.ERROR,
        _not_understood(EmailField),
        _("”{typed}” är ingen e-postadress."),
        _("Skriv hela adressen, till exempel namn@example.se, eller lämna tomt."),
        MODEL,
    ),
    Rule(
        "format.email.unusual",
        Severity.WARNING,
        _uncommon_email,
        _("Alla kan inte skicka e-post till ”{typed}”, som har å, ä eller ö i namnet."),
        _("Kontrollera adressen, eller ange ett telefonnummer också."),
        MODEL,
    ),
    Rule(
        "format.postal_code",
        Severity.ERROR,
        _not_understood(PostalCodeField),
        _("”{typed}” är inget postnummer."),
        _("Skriv fem siffror, till exempel 352 30."),
        MODEL,
    ),
    Rule(
        UNKNOWN_CHOICE,
        Severity.ERROR,
        _unknown_choice,
        _("”{typed}” går inte att välja här."),
        _("Välj något av: {values}."),
        MODEL,
    ),
    Rule(
        "format.too_long",
        Severity.ERROR,
        _long_line,
        _("Texten är {length} tecken; här får {limit} plats."),
        _("Korta texten."),
        MODEL,
    ),
    Rule(
        "format.too_many_lines",
        Severity.ERROR,
        _many_lines,
        _("Texten är {lines} rader; här får 60 plats."),
        _("Ta bort tomma rader eller korta texten."),
        MODEL,
    ),
    Rule(
        "format.characters",
        Severity.WARNING,
        _no_glyph,
        _("Tecken som dokumentens typsnitt saknar ritas som � ({characters})."),
        _("Skriv med andra tecken om det är viktigt att de syns."),
        MODEL,
    ),
    Rule(
        "identity.checksum",
        Severity.ERROR,
        _identity(IdentityKind.WRONG_CHECKSUM),
        _("Kontrollsiffran i numret stämmer inte."),
        _("Jämför med en handling där numret står; troligen är en siffra fel."),
        f"{PERSONAL_NUMBER}; {COORDINATION_NUMBER}",
    ),
    Rule(
        "identity.unknown",
        Severity.ERROR,
        _identity(IdentityKind.UNKNOWN),
        _("Det här är inget personnummer, samordningsnummer eller reservnummer."),
        _("Skriv tolv siffror, eller lämna tomt och fyll i födelsedatum."),
        f"{PERSONAL_NUMBER}; {COORDINATION_NUMBER}",
    ),
    Rule(
        "identity.reserve",
        Severity.WARNING,
        _identity(IdentityKind.NATIONAL_RESERVE, IdentityKind.LOCAL_RESERVE),
        _("Ett reservnummer kan inte kontrolleras och kan bytas ut."),
        _("Jämför med journalen, och byt till personnummer så snart det finns."),
        MODEL,
    ),
)
