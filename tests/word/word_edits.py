"""What Word does to a document while people work in it, written as Word writes it.

Each edit takes a finished document and the tag of a control, and returns the document
afterwards.
"""

from copy import deepcopy

from lxml import etree
from word.parts import (
    BODY,
    NAMESPACES,
    OFFICE,
    Tree,
    control,
    edited,
    found,
    local,
    parsed,
    q,
    text_of,
    unzipped,
    val,
    written,
    zipped,
)

BY = 'w:id="9001" w:author="Karin Provman" w:date="2026-12-16T08:30:00Z"'
EMPTY = "\N{EN SPACE}" * 12

DECLARED = " ".join(f'xmlns:{name}="{uri}"' for name, uri in NAMESPACES.items())


def replaced(content: bytes, tag: str, xml: str) -> bytes:
    """Let a control hold `xml`, and not show a placeholder."""
    return edited(content, lambda root: _hold(control(root, tag), xml))


def split_into_runs(content: bytes, tag: str, pieces: tuple[str, ...]) -> bytes:
    """Cut a text in runs, as spell checking and saving do, a marker between them."""
    between = '<w:proofErr w:type="spellStart"/>'
    return replaced(content, tag, between.join(map(run, pieces)))


def with_hard_hyphen(content: bytes, tag: str, before: str, after: str) -> bytes:
    """Type a hyphen that does not break, Ctrl+Shift+_, in the middle of a word."""
    hyphen = "<w:r><w:noBreakHyphen/></w:r>"
    soft = f"<w:r><w:t>{after[:1]}</w:t><w:softHyphen/><w:t>{after[1:]}</w:t></w:r>"
    return replaced(content, tag, run(before) + hyphen + soft)


def tracked(content: bytes, tag: str, gone: str, new: str) -> bytes:
    """Change a text while changes are tracked: the old stays in the file."""
    struck = run(gone).replace("w:t>", "w:delText>").replace("w:t ", "w:delText ")
    removed, added = f"<w:del {BY}>{struck}</w:del>", f"<w:ins {BY}>{run(new)}</w:ins>"
    return replaced(content, tag, removed + added)


def moved(content: bytes, tag: str, text: str) -> bytes:
    """Move a text within a control while changes are tracked."""
    start = f'<w:moveFromRangeStart {BY} w:name="move1"/>'
    gone = f"<w:moveFrom {BY}>{run(text)}</w:moveFrom>"
    end = '<w:moveFromRangeEnd w:id="9001"/>'
    there = f"<w:moveTo {BY}>{run(text)}</w:moveTo>"
    return replaced(content, tag, start + gone + end + there)


def in_paragraphs(content: bytes, tag: str, texts: tuple[str, ...]) -> bytes:
    """Let a control hold several paragraphs, each a text.

    The paragraph that it stood in is cut, and what is before and after stays.
    """

    def change(root: Tree) -> None:
        box = control(root, tag)
        outer = box.getparent()
        _hold(box, "".join(f"<w:p>{run(text)}</w:p>" for text in texts))
        _plain(box)
        rest = deepcopy(outer)
        place = list(outer).index(box)
        for each in list(outer)[place:]:
            outer.remove(each)
        for each in list(rest)[: place + 1]:
            if local(each) != "pPr":
                rest.remove(each)
        outer.addnext(box)
        box.addnext(rest)

    return edited(content, change)


def with_emoji(content: bytes, tag: str, before: str, emoji: str) -> bytes:
    """Insert an emoji from the panel of Windows."""
    number = f"{ord(emoji):X}"
    newer = f'<w16se:symEx w16se:font="Segoe UI Emoji" w16se:char="{number}"/>'
    xml = (
        f"{run(before)}<w:r><mc:AlternateContent>"
        f'<mc:Choice Requires="w16se">{newer}</mc:Choice>'
        f"<mc:Fallback><w:t>{emoji}</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    parts = unzipped(replaced(content, tag, xml))
    name = b' xmlns:w16se="%s"' % NAMESPACES["w16se"].encode()
    if name not in parts[BODY].partition(b"<w:body")[0]:
        parts[BODY] = parts[BODY].replace(b"<w:document", b"<w:document" + name, 1)
    return zipped(parts)


def with_smiley(content: bytes, tag: str, before: str) -> bytes:
    """Type ":)", which Word makes a character of Wingdings."""
    smiley = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/></w:r>'
    return replaced(content, tag, run(before) + smiley)


def with_address(content: bytes, tag: str, address: str) -> bytes:
    """Type an address, which Word makes a field."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = run(f' HYPERLINK "mailto:{address}" ').replace("w:t", "w:instrText")
    xml = mark("begin") + code + mark("separate") + run(address) + mark("end")
    return replaced(content, tag, xml)


def with_link(content: bytes, tag: str, address: str) -> bytes:
    """Type an address, which Word makes a link with a relationship."""
    link = f'<w:hyperlink r:id="rIdLink" w:history="1">{run(address)}</w:hyperlink>'
    parts = unzipped(replaced(content, tag, link))
    name = "word/_rels/document.xml.rels"
    relations = parsed(parts[name])
    etree.SubElement(
        relations,
        q("rel:Relationship"),
        Id="rIdLink",
        Type=f"{OFFICE}/hyperlink",
        Target=f"mailto:{address}",
        TargetMode="External",
    )
    return zipped({**parts, name: written(relations)})


def emptied(content: bytes, tag: str) -> bytes:
    """Delete all text of a control: its placeholder shows again."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        _hold(box, run(EMPTY))
        properties = box.find(q("w:sdtPr"))
        for name in ("w:lock", "w:placeholder"):
            if (before := properties.find(q(name))) is not None:
                last = before
        last.addnext(etree.Element(q("w:showingPlcHdr")))
        for date in found(properties, "w:date"):
            date.attrib.pop(q("w:fullDate"), None)

    return edited(content, change)


def ticked(content: bytes, tag: str, *, on: bool) -> bytes:
    """Click on a check box."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        (state,) = found(box, ".//w14:checked")
        state.set(q("w14:val"), "1" if on else "0")
        name = "w14:checkedState" if on else "w14:uncheckedState"
        number = val(found(box, ".//w14:checkbox")[0], name, "w14:val")
        (shown,) = found(box, "w:sdtContent//w:t")
        shown.text = chr(int(number or "0", 16))

    return edited(content, change)


def chosen(content: bytes, tag: str, words: str) -> bytes:
    """Choose from a list: Word shows the words, and remembers the value."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        _hold(box, run(words))
        (choice,) = found(box, ".//w:dropDownList")
        (value,) = found(choice, f"w:listItem[@w:displayText='{words}']/@w:value")
        choice.set(q("w:lastValue"), value)

    return edited(content, change)


def dated(content: bytes, tag: str, day: str, shown: str) -> bytes:
    """Choose a day in the calendar of a control that shows it in words."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        _hold(box, run(shown))
        (date,) = found(box, ".//w:date")
        date.set(q("w:fullDate"), f"{day}T00:00:00Z")
        date.find(q("w:dateFormat")).set(q("w:val"), "d MMMM yyyy")

    return edited(content, change)


def around_its_cell(content: bytes, tag: str) -> bytes:
    """Let a control that fills its cell be one around the cell, as Word does."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        cell = box
        while local(cell) != "tc":
            cell = cell.getparent()
        outer = deepcopy(box)
        for each in list(box.find(q("w:sdtContent"))):
            box.addprevious(each)
        box.getparent().remove(box)
        cell.addprevious(outer)
        inside = outer.find(q("w:sdtContent"))
        inside.clear()
        inside.append(cell)

    return edited(content, change)


def without_row(content: bytes, tag: str) -> bytes:
    """Delete the row of a table that a control stands in."""
    return edited(content, lambda root: _remove(_row(control(root, tag))))


def with_row_again(content: bytes, tag: str) -> bytes:
    """Copy the row that a control stands in: its tags are there twice."""

    def change(root: Tree) -> None:
        row = _row(control(root, tag))
        copied = deepcopy(row)
        for number, each in enumerate(found(copied, ".//w:sdtPr/w:id")):
            each.set(q("w:val"), str(1_900_000_000 + number))
        row.addnext(copied)

    return edited(content, change)


def unwrapped(content: bytes, tag: str) -> bytes:
    """Delete a control and leave its text, as "Remove Content Control" does."""

    def change(root: Tree) -> None:
        box = control(root, tag)
        for each in list(box.find(q("w:sdtContent"))):
            box.addprevious(each)
        _remove(box)

    return edited(content, change)


def saved_again(content: bytes) -> bytes:
    """Save: Word marks each run and paragraph with what session it was written in."""

    def change(root: Tree) -> None:
        for number, each in enumerate(root.iter(q("w:r"), q("w:p"))):
            each.set(q("w:rsidR"), f"{number:08X}")
        for each in found(root, ".//w:p"):
            end = etree.SubElement(each, q("w:bookmarkEnd"))
            end.set(q("w:id"), "9009")
            start = etree.Element(q("w:bookmarkStart"))
            start.set(q("w:id"), "9009")
            start.set(q("w:name"), "_GoBack")
            end.addprevious(start)
            break

    return edited(content, change, BODY)


def run(text: str) -> str:
    """Return a run of a text in XML."""
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def text(content: bytes, tag: str) -> str:
    """Return what a control shows."""
    root = parsed(unzipped(content)[BODY])
    return text_of(control(root, tag).find(q("w:sdtContent")))


def _hold(box: Tree, xml: str) -> None:
    """Put XML in a control, which no longer shows a placeholder."""
    inside = box.find(q("w:sdtContent"))
    style = found(inside, ".//w:r/w:rPr")
    for each in list(inside):
        inside.remove(each)
    whole = etree.fromstring(f"<all {DECLARED}>{xml}</all>")
    for each in list(whole):
        inside.append(each)
    for each in found(inside, ".//w:r[not(w:rPr)]"):
        if style and box.find(f".//{q('w:showingPlcHdr')}") is None:
            each.insert(0, deepcopy(style[0]))
    for each in found(box, "w:sdtPr/w:showingPlcHdr"):
        _remove(each)
    etree.cleanup_namespaces(inside, keep_ns_prefixes=list(NAMESPACES))


def _plain(box: Tree) -> None:
    """Let a control be one of rich text, which alone takes several paragraphs."""
    for each in found(box, "w:sdtPr/w:text"):
        _remove(each)


def _row(element: Tree) -> Tree:
    while local(element) != "tr":
        element = element.getparent()
    return element


def _remove(element: Tree) -> None:
    element.getparent().remove(element)
