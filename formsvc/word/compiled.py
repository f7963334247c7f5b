"""A compiled template: fixed text and slots, filled for one document after another.

What a document costs is what differs in it: the texts of its fields, put between those
that are the same in all.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple

from jinja2 import Template

from formsvc.formkit.spare_rows import Sizes
from formsvc.i18n import _
from formsvc.word import environment, pictures, properties
from formsvc.word.archive import Packed, archive, packed
from formsvc.word.cutting import MARK
from formsvc.word.faults import UnusableError
from formsvc.word.fields import VERSION, Fields
from formsvc.word.package import Relation, relations_name, relations_part
from formsvc.word.pictures import Picture, Place
from formsvc.word.properties import About
from formsvc.word.repeating import broken, moved, pieces
from formsvc.word.slots import Filling, ListRow, Slot
from formsvc.word.xml import DECLARATION, whole
from formsvc.writable.values import named

_MOST_NAMED = 3
"""Fields that are named when a template lacks them."""


@dataclass(frozen=True, slots=True)
class Contents:
    """What a document is filled with.

    `data` is what stands in fields, `words` what the template may say, `needs` the
    areas that are marked, `wheel` what the wheel says of them.
    """

    data: Mapping[str, Any]
    words: Mapping[str, Any]
    about: About
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    needs: frozenset[str] = frozenset()
    wheel: str = ""


class TextPart(NamedTuple):
    """A part that differs: its text with numbers, compiled when it is a template."""

    name: str
    text: str
    template: Template | None


@dataclass(frozen=True, slots=True)
class Compiled:
    """A template for documents of one kind. Threads share it.

    `rows` are those of its lists, in the order of the document. `first` and `fixed`
    are the parts that are the same in all documents, `relations` those of the parts
    that have pictures, which stand in `places`.
    """

    fields: Fields
    texts: Sequence[TextPart]
    slots: Sequence[Slot]
    rows: Sequence[ListRow]
    places: Sequence[Place]
    relations: Mapping[str, Sequence[Relation]]
    first: Sequence[Packed]
    fixed: Sequence[Packed]

    @property
    def weight(self) -> int:
        """How many bytes it holds, about."""
        text = sum(len(part.text) for part in self.texts)
        parts = sum(len(part.content) for part in (*self.first, *self.fixed))
        return parts + text + sum(slot.weight for slot in self.slots)

    def with_rows(self, rows: Sizes) -> "Compiled":
        """Return the same for documents with as many rows as `rows` tells."""
        return replace(self, fields=self.fields._replace(sizes=rows))

    def render(self, contents: Contents) -> bytes:
        """Return a document.

        Raises `UnusableError` when the template says what there is not, or has no
        place for something that is written.
        """
        drawn = pictures.attributes(contents.pictures)
        told = {"wheel.descr": contents.wheel, **drawn}
        values = named(contents.data, self.fields.ticks)
        values[VERSION] = contents.words["version"]
        counts = self.fields.counts()
        far = moved(self.rows, counts)
        filling = Filling(values, contents.needs, told, far, {VERSION})
        made = [
            packed(part.name, self._filled(part, filling, contents.words, counts))
            for part in self.texts
        ]
        self._demand_shown(filling)
        about = [packed(*part) for part in properties.parts(contents.about)]
        media = self._media(contents.pictures)
        return archive((*self.first, *about, *made, *media, *self.fixed))

    def _filled(
        self,
        part: TextPart,
        filling: Filling,
        words: Mapping[str, Any],
        counts: Mapping[str, int],
    ) -> bytes:
        """Return the content of a part, its lists with as many rows as `counts`."""
        text = part.text
        if part.template:
            text = environment.rendered(part.template, text, words)
        parts = text.split(MARK)
        numbers = parts[1::2]
        if len(set(numbers)) < len(numbers):
            raise UnusableError(_("ett fält står i en slinga i Jinja"))
        there = [self.slots[int(number)] for number in numbers]
        made = "".join(pieces(parts[::2], there, filling, counts))
        content = (DECLARATION + made).encode("utf-8")
        if not whole(content):
            raise broken()
        return content

    def _demand_shown(self, filling: Filling) -> None:
        """Raise `UnusableError` when something written has no place: a loss unseen."""
        lost = [
            f"”{human}” ({tag})"
            for tag in filling.values
            if tag not in filling.shown and (human := self.fields.human(tag))
        ]
        if lost:
            more = " …" if len(lost) > _MOST_NAMED else ""
            raise UnusableError(
                _("den saknar plats för det som är ifyllt i {fields}").format(
                    fields=", ".join(lost[:_MOST_NAMED]) + more
                )
            )

    def _media(self, given: Mapping[str, Picture]) -> Iterator[Packed]:
        """Yield the pictures of a document, and what its parts refer to."""
        for name, relations in self.relations.items():
            more = [
                relation
                for place in self.places
                if place.part == name and place.role in given
                for relation in pictures.relations(place, given[place.role])
            ]
            content = relations_part(name, [*relations, *dict.fromkeys(more)])
            yield packed(relations_name(name), content)
        for role in {place.role: None for place in self.places}:
            if role in given:
                for part in pictures.media(role, given[role]):
                    yield packed(*part)
