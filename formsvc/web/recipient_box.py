"""What stands in the boxes for many recipients at once, and what is said of them."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Box:
    """The pasted text, the organisation sought in the address book, and what came.

    `done` tells what was added, `told` what it left out or took to mean something,
    `faults` why nothing was. `before` has the recipients that can be put back, as JSON.
    `names` are the organisations of the book, `book_faults` what to mend in it.
    """

    text: str = ""
    sought: str = ""
    done: str = ""
    told: tuple[str, ...] = ()
    faults: tuple[str, ...] = ()
    sought_faults: tuple[str, ...] = ()
    before: str = ""
    uncovered: int = 0
    names: tuple[str, ...] = ()
    book_faults: tuple[str, ...] = ()
