"""The text to paste into Link for one recipient: what its letter would say."""

from collections.abc import Iterator

from formsvc.renderers.letters import Letter, Part


def link_text(letter: Letter) -> str:
    """Return a letter as plain text, without any address and without its slip."""
    lines: list[str] = []
    for block in _blocks(letter):
        lines += [*block, ""] if block else []
    return "\n".join(lines).strip() + "\n"


def _blocks(letter: Letter) -> Iterator[list[str]]:
    """Yield what stands together, without the lines that are empty."""
    panel = letter.panel
    when = [panel.day, panel.time, *panel.lines, panel.link] if panel else []
    when += [panel.help, panel.reply] if panel else []
    heads = ([letter.title], [letter.replaces], [letter.greeting])
    yield from map(_filled, (*heads, list(letter.opening), when))
    if letter.about:
        yield _filled([f"{letter.about_label}: {letter.about[0]}", *letter.about[1:]])
    for part in letter.parts:
        yield _part(part)
    yield _filled([letter.closing, *letter.signed])
    yield _filled([letter.version])


def _part(part: Part) -> list[str]:
    if not part.filled:
        return []
    names = [", ".join(name for _id, name in part.named_areas)]
    points = [f"– {point}" for point in part.points if point]
    return [part.heading, *_filled([*part.paragraphs, *names]), *points]


def _filled(lines: list[str]) -> list[str]:
    return [line for line in lines if line]
