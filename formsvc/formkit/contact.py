"""Reads phone numbers, e-mail addresses and postal codes as people type them.

The libraries are imported where they are used: they are slow to load, and most
commands need none of them.
"""

import re
from typing import TYPE_CHECKING

from formsvc.formkit.text import plain_line, visible_line

if TYPE_CHECKING:
    from email_validator import ValidatedEmail
    from phonenumbers import PhoneNumber

_REGION = "SE"
_COUNTRY_CODE = 46

_LONGEST_PHONE = 60  # with label, brackets and extension

_PHONE_LABEL = re.compile(r"(?:telefon|tel|tfn|mobil)[.:]? ?", re.IGNORECASE)
_EXTENSION = re.compile(
    r"(?P<number>.*?)[ ,;]*\b(?:ankn|anknytning|ext)[.:=]? ?(?P<extension>[0-9]{1,7})",
    re.IGNORECASE,
)
# Area code or country code in front. Letters are refused: phonenumbers would dial
# them as on a key pad.
_FULL_NUMBER = re.compile(r"\(?[0+][0-9 ()/.-]*")
_SHORT_NUMBER = re.compile(r"[1-9][0-9 ]*")
# Numbers of four digits and six, "0771-56 75 67" and "0200-11 22 33". phonenumbers
# takes 077 and 020 for their area codes and writes "077-156 75 67".
_SERVICE_NUMBER = re.compile(r"(77[0-9]|200)([0-9]{2})([0-9]{2})([0-9]{2})")

_POSTAL_CODE = re.compile(r"(?:SE?[ -]{0,3})?([1-9][0-9]{2}) ?([0-9]{2})")


def normal_phone(text: str) -> str | None:
    """Return the phone number in `text` in Swedish grouping, None if it is none.

    That is "0470-58 00 00" for a Swedish number (research/domain.md 5.10),
    "+45 33 12 34 56" for a foreign one; an extension follows as "ankn. 12". A
    short number such as 1177 or 114 14 is returned as typed. A Swedish number
    needs its area code: 7648 alone only works on the organisation's own phones.
    """
    line = plain_line(text)
    if len(line) > _LONGEST_PHONE:
        return None
    line = line[label.end() :] if (label := _PHONE_LABEL.match(line)) else line
    parts = _EXTENSION.fullmatch(line)
    number = parts["number"] if parts else line
    if _FULL_NUMBER.fullmatch(number):
        normal = _full_number(number)
    else:
        normal = number if _is_short_number(number) else None
    if normal is None or parts is None:
        return normal
    return f"{normal} ankn. {parts['extension']}"


def _full_number(text: str) -> str | None:
    """Return the number with area code or country code in `text`, grouped."""
    from phonenumbers import PhoneNumberFormat, format_number, is_valid_number

    number = _parsed_phone(text)
    if number is None or not is_valid_number(number):
        return None
    if number.country_code != _COUNTRY_CODE:
        return format_number(number, PhoneNumberFormat.INTERNATIONAL)
    if service := _SERVICE_NUMBER.fullmatch(str(number.national_number)):
        return "0{}-{} {} {}".format(*service.groups())
    return format_number(number, PhoneNumberFormat.NATIONAL)


def _is_short_number(text: str) -> bool:
    """Say whether `text` is a Swedish number without area code, such as 112."""
    from phonenumbers import is_valid_short_number_for_region

    if not _SHORT_NUMBER.fullmatch(text):
        return False
    number = _parsed_phone(text)
    return number is not None and is_valid_short_number_for_region(number, _REGION)


def _parsed_phone(text: str) -> "PhoneNumber | None":
    """Return what phonenumbers reads in `text`, seen from Sweden."""
    from phonenumbers import NumberParseException, parse

    try:
        return parse(text, _REGION)
    except NumberParseException:
        return None


def normal_email(text: str) -> str | None:
    """Return the e-mail address in `text`, None if it is none.

    As typed, but for outer white space, "mailto:" and capitals in the domain.
    Addresses such as vc-åseda@kronoberg.se are kept, not repaired: see
    `email_needs_smtputf8`. Nobody asks the network whether the address exists.
    """
    checked = _checked_email(text)
    if checked is None:
        return None
    as_typed = checked.original.rpartition("@")[2].isascii()  # "xn--" stays so
    domain = checked.ascii_domain if as_typed else checked.domain
    return f"{checked.local_part}@{domain}"


def email_needs_smtputf8(text: str) -> bool:
    """Say whether `text` is an address that ordinary mail cannot deliver to.

    Letters such as å before the @ need SMTPUTF8 (RFC 6531), which few servers
    have; the region's own list holds one (research/domain.md 4.2).
    """
    checked = _checked_email(text)
    return checked is not None and checked.smtputf8


def _checked_email(text: str) -> "ValidatedEmail | None":
    """Return what email-validator makes of the address in `text`."""
    from email_validator import EmailNotValidError, validate_email

    line = visible_line(text)
    if line[:7].lower() == "mailto:":
        line = line[7:].strip()
    try:
        return validate_email(line, check_deliverability=False)
    except EmailNotValidError:
        return None


def normal_postal_code(text: str) -> str | None:
    """Return the Swedish postal code in `text` as "352 31", None if it is none.

    The country's letter, "S-" or "SE-", is left out: it does not belong in
    addresses within Sweden.
    """
    found = _POSTAL_CODE.fullmatch(plain_line(text).upper())
    return f"{found[1]} {found[2]}" if found else None
