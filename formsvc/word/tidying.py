"""What Word leaves in a template and no document needs: it is taken out.

Who has edited it, what is only suggested or commented, and where things were.
"""

from typing import Any

from lxml import etree

from formsvc.i18n import _
from formsvc.word.deleted import take_away
from formsvc.word.faults import UnusableError
from formsvc.word.package import Part, Relation
from formsvc.word.xml import NAMESPACES, RELATIONS, name, remove, unwrap

_GONE = {
    name(f"w:{local}")
    for local in (
        *("proofErr", "lastRenderedPageBreak", "printerSettings", "rsid", "rsids"),
        *("commentRangeStart", "commentRangeEnd", "commentReference", "annotationRef"),
        *("del", "moveFrom", "moveFromRangeStart", "moveFromRangeEnd"),
        *("moveToRangeStart", "moveToRangeEnd", "permStart", "permEnd"),
        *("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange"),
        *("tblGridChange", "sectPrChange", "numberingChange", "cellIns", "cellDel"),
        *("bookmarkStart", "bookmarkEnd", "dataBinding"),
    )
} | {name("w15:dataBinding")}
"""Elements that are left out, with what is in them."""

_OPENED = {name("w:ins"), name("w:moveTo"), name("w:smartTag")}
"""Elements that are left out, while what is in them stays."""

_MARKS = {
    name("w14:paraId"),
    name("w14:textId"),
    *(name(f"w:{local}") for local in ("rsidR", "rsidRPr", "rsidRDefault", "rsidP")),
    *(name(f"w:{local}") for local in ("rsidTr", "rsidSect", "rsidDel")),
}
"""Attributes that tell of editing, or have to be unique."""

_NOT_IN_SETTINGS = {
    name(f"w:{local}")
    for local in (
        *("attachedTemplate", "mailMerge", "trackRevisions", "documentProtection"),
        *("writeProtection", "docVars", "rsids", "proofState", "formsDesign"),
        *("linkStyles", "attachedSchema", "saveThroughXslt", "revisionView"),
        *("removePersonalInformation", "removeDateAndTime", "schemaLibrary"),
    )
}
"""What settings tell of where and how a template was edited."""

_REPEATING = {name("w15:repeatingSection"), name("w15:repeatingSectionItem")}


def tidy(parts: list[Part]) -> None:
    """Take out of all parts what no document needs.

    Raises `UnusableError` when something is left that refers to what is not kept.
    """
    for part in parts:
        if part.root is not None:
            _tidy(part.root)
            _demand_relations(part)


def _tidy(root: Any) -> None:
    take_away(root)
    for element in list(root.iter()):
        for mark in _MARKS & set(element.keys()):
            del element.attrib[mark]
        if element.getparent() is not None:
            _tidy_away(element)
    if root.tag == name("w:settings"):
        for element in [each for each in root if each.tag in _NOT_IN_SETTINGS]:
            root.remove(element)
    for repeating in list(root.iter(*_REPEATING)):
        _unrepeat(repeating)


def _tidy_away(element: Any) -> None:
    if element.tag in _GONE or (element.tag in _OPENED and not len(element)):
        remove(element)
    elif element.tag in _OPENED:
        unwrap(element)


def _unrepeat(repeating: Any) -> None:
    """Let Word repeat nothing: what says so goes, and the control that it is about."""
    control = next(repeating.iterancestors(), None)
    if control is not None and control.tag == name("w:sdtPr"):
        control = control.getparent()
        if control is not None and control.getparent() is not None:
            _unwrap_control(control)
            return
    if repeating.getparent() is not None:
        remove(repeating)


def _unwrap_control(control: Any) -> None:
    content = control.find(name("w:sdtContent"))
    if content is None:
        remove(control)
        return
    for other in [each for each in control if each is not content]:
        control.remove(other)
    unwrap(content)
    unwrap(control)


def _demand_relations(part: Part) -> None:
    known = {relation.id for relation in part.relations}
    for element in part.root.iter():
        for key, value in element.items():
            if key.startswith(f"{{{RELATIONS}}}") and value not in known:
                raise UnusableError(
                    _(
                        "den har en bild eller ett inbäddat objekt av en sort som "
                        "inte kan användas, eller något som hämtas utifrån; infoga "
                        "det som PNG eller JPG"
                    )
                )


_BEFORE_PROTECTION = {
    name(f"w:{local}")
    for local in (
        *("view", "zoom", "doNotDisplayPageBoundaries", "displayBackgroundShape"),
        *("printPostScriptOverText", "printFractionalCharacterWidth"),
        *("printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData", "mirrorMargins"),
        *("alignBordersAndEdges", "bordersDoNotSurroundHeader"),
        *("bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors"),
        *("hideGrammaticalErrors", "activeWritingStyle", "stylePaneFormatFilter"),
        *("stylePaneSortMethod", "documentType", "doNotTrackMoves"),
        "doNotTrackFormatting",
    )
}
"""What comes before the protection in the settings (ECMA-376, 17.15.1.78)."""


def settings_of(parts: list[Part]) -> Part:
    """Return the settings of a document, made where there are none."""
    main = parts[0]
    targets = [each.target for each in main.relations if each.sort == "settings"]
    for part in parts:
        if part.name in targets:
            return part
    root = etree.Element(name("w:settings"), nsmap={"w": NAMESPACES["w"]})
    made = Part("word/settings.xml", "settings", root)
    main.relations.append(Relation("rIdSettings", "settings", made.name))
    parts.append(made)
    return made


def protect(settings: Any) -> None:
    """Let nothing be written in but fields."""
    place = sum(1 for each in settings if each.tag in _BEFORE_PROTECTION)
    protection = settings.makeelement(name("w:documentProtection"))
    protection.set(name("w:edit"), "forms")
    protection.set(name("w:enforcement"), "1")
    settings.insert(place, protection)


def declare(root: Any) -> None:
    """Declare what check boxes need on the root of a part.

    Raises `UnusableError` for a document in the strict form of the standard.
    """
    if root.nsmap.get("w") != NAMESPACES["w"]:
        raise UnusableError(_("den är inte sparad som vanligt Word-dokument (.docx)"))
    needed = {prefix: NAMESPACES[prefix] for prefix in ("mc", "w14")}
    if not needed.items() <= root.nsmap.items():
        kept = [*(prefix for prefix in root.nsmap if prefix), *needed]
        etree.cleanup_namespaces(root, top_nsmap=needed, keep_ns_prefixes=kept)
    ignored = root.get(name("mc:Ignorable"), "").split()
    if "w14" not in ignored:
        root.set(name("mc:Ignorable"), " ".join((*ignored, "w14")))
