"""A letter that takes the place of another says so, in the words of its recipient."""

from dataclasses import replace

from formsvc.formkit.persons import FAMILY
from formsvc.i18n import _
from formsvc.mailing.told import Told
from formsvc.renderers import version_words
from formsvc.renderers.letters import Letter
from formsvc.stamp import Checked


def reissued(letter: Letter, told: Told, checked: Checked) -> Letter:
    """Return a letter that says what it takes the place of, if anything."""
    return replace(letter, replaces=_words(told, checked))


def _words(told: Told, checked: Checked) -> str:
    """Return the sentence: to a family no word of a summons, to a child no date."""
    if told.row["kind"] not in FAMILY:
        return version_words.replaces(checked)
    former = version_words.replaced(checked)
    if not former:
        return ""
    if told.speaks_to_child:
        return _("Det här brevet gäller i stället för det förra.")
    return _(
        "Det här brevet gäller i stället för det förra, från den {former}."
    ).format(former=former)
