"""Faults of text, tables, headings, pictures and language."""

import re
from collections import Counter
from collections.abc import Iterator

from word.parts import Tree, first, found, local, q, text_of, told, val

LEFT_OVER = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
PAIRS = ("bookmark", "perm", "commentRange", "moveFromRange", "moveToRange")
STYLES = "word/styles.xml"
LANGUAGE = "sv-SE"


def _left_over(tree: Tree) -> Iterator[str]:
    """Yield tags of the template that stand in fixed text; data may look like them."""
    for paragraph in found(tree, "//w:p"):
        runs = found(paragraph, ".//w:t[not(ancestor::w:sdt)]")
        text = "".join(run.text or "" for run in runs)
        if LEFT_OVER.search(text):
            yield f"a tag of the template is left: {text}"


def _white_space(tree: Tree) -> Iterator[str]:
    for run in found(tree, "//w:t"):
        text = run.text or ""
        kept = run.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
        if text.strip(" \t\n\r") != text and not kept:
            yield f"white space is lost at the edge of {text!r}"
        if re.search(r"[\n\r\t]", text):
            yield f"a line break or tab is a character: {text!r}"


def _pairs(tree: Tree) -> Iterator[str]:
    for name in PAIRS:
        starts, ends = (
            Counter(told(tree, f"//w:{name}{end}/@w:id")) for end in ("Start", "End")
        )
        if starts != ends or any(count > 1 for count in starts.values()):
            yield f"{name} begins {dict(starts)} and ends {dict(ends)}"
    kinds = Counter(told(tree, "//w:fldChar/@w:fldCharType"))
    if len(set(kinds.values())) > 1:
        yield f"fields are not whole: {dict(kinds)}"


def _tables(tree: Tree) -> Iterator[str]:
    for table in found(tree, "//w:tbl"):
        text = f"table {text_of(table)[:30]!r}"
        rows = found(table, "w:tr | w:sdt/w:sdtContent/w:tr")
        columns = len(found(table, "w:tblGrid/w:gridCol"))
        if not columns:
            yield f"{text}: it has no columns"
        for row in rows:
            if _columns(row) != columns:
                yield f"{text}: {_columns(row)} columns in a row, {columns} in all"
        if len(rows) > 1 and not found(rows[0], "w:trPr/w:tblHeader"):
            yield f"{text}: its first row is no header"
        if not rows:
            yield f"{text}: it has no rows"


def _columns(row: Tree) -> int:
    cells = found(row, "w:tc | w:sdt/w:sdtContent/w:tc")
    spans = [first(cell, "w:tcPr/w:gridSpan/@w:val") for cell in cells]
    beside = told(row, "w:trPr/w:gridBefore/@w:val | w:trPr/w:gridAfter/@w:val")
    return sum(int(span or "1") for span in spans) + sum(int(each) for each in beside)


def _cells(tree: Tree) -> Iterator[str]:
    for cell in found(tree, "//w:tc"):
        last = cell[-1] if len(cell) else None
        inside = found(cell, "w:sdt[last()]/w:sdtContent/w:p")
        if last is None or (local(last) != "p" and not inside):
            yield f"a cell does not end with a paragraph: {text_of(cell)[:30]!r}"


def _pictures(tree: Tree) -> Iterator[str]:
    for picture in found(tree, "//wp:docPr"):
        decorative = found(picture, ".//decorative:decorative[@val='1']")
        if not (picture.get("descr") or "").strip() and not decorative:
            yield f"picture {picture.get('name')}: it is not described"


def _alternatives(tree: Tree) -> Iterator[str]:
    for each in found(tree, "//mc:AlternateContent"):
        if [local(child) for child in each][-1:] != ["Fallback"]:
            yield "newer content has nothing in its place for an older Word"


CHECKS = (
    *(_left_over, _white_space, _pairs, _tables, _cells, _pictures, _alternatives),
)
"""Of one part each."""


def _numbers(trees: dict[str, Tree]) -> Iterator[str]:
    counts = Counter(
        number
        for name, tree in trees.items()
        if "glossary" not in name
        for number in told(tree, "//wp:docPr[not(ancestor::mc:Fallback)]/@id")
    )
    yield from (f"docPr {number}: {n} times" for number, n in counts.items() if n > 1)


def _headings(trees: dict[str, Tree]) -> Iterator[str]:
    levels = _levels(trees[STYLES])
    before = 0
    for paragraph in found(trees["word/document.xml"], "//w:p"):
        level = levels.get(first(paragraph, "w:pPr/w:pStyle/@w:val"), 0)
        if not level:
            continue
        if level > before + 1:
            yield f"heading {text_of(paragraph)!r} of level {level} after {before}"
        if not text_of(paragraph).strip() and not found(paragraph, ".//w:numPr"):
            yield f"a heading of level {level} is empty"
        before = level
    if not before:
        yield "there is no heading"


def _levels(styles: Tree) -> dict[str, int]:
    """Return the level of each style that is one of headings, from 1."""
    return {
        str(style.get(q("w:styleId"))): int(level) + 1
        for style in found(styles, "w:style")
        if (level := first(style, "w:pPr/w:outlineLvl/@w:val")) and int(level) < 9
    }


def _styles(trees: dict[str, Tree]) -> Iterator[str]:
    there = set(told(trees[STYLES], "w:style/@w:styleId"))
    for name, tree in trees.items():
        used = told(tree, "//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val")
        if "glossary" not in name:
            missing = sorted(set(used) - there)
            yield from (f"{name}: no style {each}" for each in missing)


def _lists(trees: dict[str, Tree]) -> Iterator[str]:
    numbering = trees.get("word/numbering.xml")
    there = [] if numbering is None else told(numbering, "w:num/@w:numId")
    used = {
        number
        for name, tree in trees.items()
        if name.startswith("word/")
        for number in told(tree, "//w:numPr/w:numId/@w:val")
    }
    missing = used - set(there) - {"0"}
    yield from (f"no list is called {number}" for number in sorted(missing))


def _language(trees: dict[str, Tree]) -> Iterator[str]:
    defaults = found(trees[STYLES], "w:docDefaults/w:rPrDefault/w:rPr")
    if not defaults or val(defaults[0], "w:lang") != LANGUAGE:
        yield f"{STYLES}: the language of text is not {LANGUAGE}"
    for name, tree in trees.items():
        other = set(told(tree, "//w:lang/@w:val")) - {LANGUAGE}
        yield from (f"{name}: some text is in {each}" for each in sorted(other))


OF_ALL = (_numbers, _headings, _styles, _lists, _language)
"""Of all parts."""
