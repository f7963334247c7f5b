"""The lists of a template: bullets, and the numbers of rows that have a heading."""

from tools.word_templates.styles import NAMESPACE


def numbering(blocks: int) -> str:
    """Return the part with the bullets and the numbers of so many lists."""
    kept = [_abstract(0, "bullet", "\N{BULLET}", '<w:ind w:left="410" w:hanging="170"/>')]
    kept += [
        _abstract(number, "decimal", "%1.", '<w:ind w:left="0" w:firstLine="0"/>')
        for number in range(1, blocks + 1)
    ]
    used = "".join(
        f'<w:num w:numId="{number + 1}"><w:abstractNumId w:val="{number}"/></w:num>'
        for number in range(blocks + 1)
    )
    return f'<w:numbering xmlns:w="{NAMESPACE}">{"".join(kept)}{used}</w:numbering>'


def _abstract(number: int, how: str, text: str, place: str) -> str:
    after = '<w:suff w:val="space"/>' if how == "decimal" else ""
    return (
        f'<w:abstractNum w:abstractNumId="{number}">'
        '<w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{how}"/>{after}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/>'
        f"<w:pPr>{place}</w:pPr></w:lvl></w:abstractNum>"
    )
