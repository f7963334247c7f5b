"""What a kind of document is: all that sets one kind apart from another."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from formsvc.document import Format
from formsvc.formkit.data import Data
from formsvc.formkit.groups import DocumentForm
from formsvc.formkit.rules import Rule
from formsvc.stamp import Stamp


@dataclass(frozen=True)
class Kind:
    """A kind of document.

    `name` is its English name in commands and addresses, `slug` its Swedish one in
    file names and addresses, `date_field` the field with the document's own date,
    `formats` what it can be rendered as, in the order in which they are offered.
    `lead` says on the document what it is, to those who read it; `about` says on pages
    what it is for, to those who write it. `next_steps` tell what people do when the
    document is ready.
    `prefix` begins the references of its versions. `ask` says on paper whom to ask for
    the latest one, where no code can be scanned.
    `drafts` says whether an unstamped filing copy is marked as a draft. `headings` are
    the titles it bears instead, by the value of `variant_field`. `closed_by` are the
    steps to the field whose date ends what the document is about. `formalities` are
    the fields that belong to one meeting, not to what was agreed. `filed_steps` tell
    what people do besides when it is stamped, `ended_steps` instead when it is closed.
    `revision` is the number of the form: one higher when a field gets another name or
    goes. `renamed` has the names of today by those of before, rows as `#`
    (`posted.ROW`), so that a form that somebody has saved is read for ever.
    """

    name: str
    slug: str
    prefix: str
    page: str
    title: str
    lead: str
    about: str
    ask: str
    form: type[DocumentForm]
    rules: Sequence[Rule]
    formats: tuple[Format, ...]
    date_field: str
    folder: Path
    next_steps: tuple[str, ...]
    drafts: bool = False
    variant_field: str = ""
    filed_steps: tuple[str, ...] = ()
    ended_steps: tuple[str, ...] = ()
    closed_by: tuple[str, ...] = ()
    formalities: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)
    revision: int = 1
    renamed: Mapping[str, str] = field(default_factory=dict)

    @property
    def mark(self) -> str:
        """What a PDF says of its form: the kind and the revision, `plan 1`."""
        return f"{self.name} {self.revision}"

    def example(self) -> Data:
        """Return a filled-in example: the schema, and what tests and docs run on."""
        text = (self.folder / "example.json").read_text(encoding="utf-8")
        example: Data = json.loads(text)
        return example

    def is_closed(self, data: Data) -> bool:
        """Return whether normalised `data` ends what the document is about."""
        value: object = data if self.closed_by else None
        for step in self.closed_by:
            value = value.get(step) if isinstance(value, dict) else None
        return bool(value)

    def file_name(
        self,
        own_date: str,
        fmt: Format,
        *,
        blank: bool = False,
        stamp: Stamp | None = None,
    ) -> str:
        """Return the file name of a document: no name or number of a person.

        `own_date` is ISO 8601, for one without a stamp:
        `2026-12-15_barnets-plan_utkast.pdf`. One with a stamp has the day of stamping
        first, so that files sort as they were made:
        `2026-12-15_barnets-plan_BP-7F3K92QD4M_v03.pdf`.
        """
        if blank:
            return f"{self.slug}.{fmt.extension}"
        ending = "_skrivbar" if fmt.writable else ""
        name = f"{own_date}_{self.slug}_utkast"
        if stamp:
            version = f"{stamp.reference}_v{stamp.version:02}"
            name = f"{stamp.stamped_on.isoformat()}_{self.slug}_{version}"
        return f"{name}{ending}.{fmt.extension}"
