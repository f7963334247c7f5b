"""Measures what thirty letters cost, beside thirty renders of WeasyPrint's defaults."""

import time
from typing import Any
from unittest import mock

from weasyprint import HTML

from formsvc import pipeline
from formsvc.forms import KINDS
from formsvc.mailing import letters as mailed
from formsvc.profiles import NEUTRAL
from formsvc.renderers import alike, weasy
from formsvc.renderers import letters as rendered
from tools.measuring import Target, measured, table

COUNT = 30
INVITATION = KINDS["invitation"]
MOST_SECONDS = 2.0


def targets() -> list[Target]:
    """Measure, print the table, and return what is promised of it."""
    taken = pipeline.take_in(INVITATION, thirty())
    pages = htmls(taken)
    started = time.perf_counter()
    batch = mailed.letters(taken, NEUTRAL)
    seconds = time.perf_counter() - started
    assert len(batch.pieces) == len(pages) == COUNT, batch.findings
    costs = measured(
        {
            "formsvc": lambda: mailed.letters(taken, NEUTRAL),
            "WeasyPrint": lambda: [_default(page) for page in pages],
        }
    )
    print(f"\n{COUNT} brev, {batch.sheets} blad, {seconds:.2f} s\n")
    table(costs, "formsvc")
    print()
    ratio = costs["formsvc"] / costs["WeasyPrint"]
    return [
        Target(f"{COUNT} brev mot WeasyPrint", ratio, 0.6),
        Target(f"{COUNT} brev, s", seconds, MOST_SECONDS),
    ]


def thirty() -> dict[str, Any]:
    """Return an invitation to thirty by post, each with an address of its own."""
    data = INVITATION.example()
    family, school = data["recipients"][0], data["recipients"][3]
    others = [
        {**school, "unit": f"Testskolan {n}", "address": f"Skolgatan {n}"}
        for n in range(2, COUNT + 1)
    ]
    return {**data, "recipients": [family, *others]}


def htmls(taken: pipeline.TakenIn) -> list[str]:
    """Return the letters as HTML with their style sheet, for another to print.

    One that was tried tighter or looser first is given once.
    """
    style = "".join(
        (weasy.STATIC / name).read_text(encoding="utf-8")
        for name in ("fonts.css", rendered.STYLE)
    )
    found = []

    class Heard(alike.Alike):
        def lay_out(self, html: str) -> weasy.LaidOut:
            found.append(html.replace("</head>", f"<style>{style}</style></head>"))
            return super().lay_out(html)

    with mock.patch.object(mailed, "Alike", Heard):
        mailed.letters(taken, NEUTRAL)
    return found[-COUNT:]


def _default(html: str) -> bytes:
    page = HTML(string=html, base_url=weasy.SCHEME, url_fetcher=weasy.PackagedOnly())
    made: bytes = page.write_pdf()
    return made


if __name__ == "__main__":
    import sys

    from tools.measuring import judged

    sys.exit(judged(*targets()))
