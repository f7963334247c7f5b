"""Where a form can say of which version it is a working copy: places that are empty.

The same form serves documents with a stamp and without (docs/decisions/0013). What a
stamp adds, `writable/working_copy.py` appends.
"""

from typing import Any

from pikepdf import Array, Dictionary, Name, Pdf

from formsvc.renderers import overdraw, ticks, xmp
from formsvc.writable.template import Opening, Places
from formsvc.writable.working_copy import FOOT_HEIGHT, FOOT_LOW, LEFT, WIDTH

NAMED = "/Version"
"""The name of the drawing in the foot among the resources of a page."""


def add(pdf: Pdf) -> None:
    """Draw nothing in the foot of every page, and keep a place among what is tagged."""
    foot = overdraw.drawing(pdf, ticks.NOTHING, WIDTH, FOOT_HEIGHT)
    for page in pdf.pages:
        overdraw.draw(page, NAMED, foot, (LEFT, FOOT_LOW))
    numbers = pdf.Root.StructTreeRoot.ParentTree.Nums
    last = max(int(key) for key in list(numbers)[0::2])
    numbers.append(last + 1)
    numbers.append(pdf.make_indirect(Array()))


def read(pdf: Pdf) -> Places:
    """Return the places of a saved form."""
    page, tree = pdf.pages[0].obj, pdf.Root.StructTreeRoot
    key, element = list(tree.ParentTree.Nums)[-2:]
    (document,) = tree.K
    return Places(
        foot=page.Resources.XObject[NAMED].objgen[0],
        element=element.objgen[0],
        key=int(key),
        page=_in_list(page, Name.Annots, first=True),
        form=_in_list(pdf.Root.AcroForm, Name.Fields),
        document=_in_list(document, Name.K, first=True),
        catalog=_at_end(pdf.Root),
        info=_at_end(pdf.docinfo),
        metadata=_in_metadata(pdf.Root.Metadata),
    )


def _at_end(told: Any) -> Opening:
    """Return a dictionary that is open at its end."""
    return Opening(told.objgen[0], _without_end(told), ">>")


def _in_list(told: Any, key: Name, *, first: bool = False) -> Opening:
    """Return a dictionary in which a list is open: at its beginning, or its end."""
    others = Dictionary({each: told[each] for each in told if each != key})
    listed = _text(Array(list(told[key]))).strip("[]")
    start = f"{_without_end(others)}{key}["
    if first:
        return Opening(told.objgen[0], start, f"{listed}]>>")
    return Opening(told.objgen[0], start + listed, "]>>")


def _in_metadata(stream: Any) -> Opening:
    text = stream.read_bytes().decode("utf-8")
    before, after = text.rsplit(xmp.END, 1)
    return Opening(stream.objgen[0], before, xmp.END + after)


def _without_end(told: Any) -> str:
    kept = Dictionary({key: told[key] for key in told})
    return _text(kept).removesuffix(">>").rstrip()


def _text(told: Any) -> str:
    return str(told.unparse(resolved=False).decode("latin-1"))
