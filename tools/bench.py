"""Measures what filling a writable PDF costs, beside what others take for the same.

How it is measured stands in `measuring.py`, what Word costs in `bench_word.py`. Ends
with status 1 when a target is missed.
"""

import json
import shutil
import statistics
import subprocess
import sys
import tempfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf.form import ExtendedAppearanceStreamGenerator, Form
from pypdf import PdfReader, PdfWriter

from formsvc import pipeline
from formsvc.formkit.spare_rows import shape_of
from formsvc.forms import KINDS
from formsvc.profiles import NEUTRAL
from formsvc.renderers.compiling import compiled
from formsvc.renderers.fields import Demands
from formsvc.renderers.html import form_html
from formsvc.renderers.kept import template_of
from formsvc.renderers.weasy import print_pdf
from formsvc.renderers.xmp import Claims
from formsvc.writable.splice import fill, named_values
from formsvc.writable.template import CHOICE, ON, Template
from tools import bench_letters, bench_word
from tools.measuring import ROUNDS, Target, Work, cost, judged, measured, table

ROOT = Path(__file__).parent.parent
NODE = ROOT / "tests" / "engines" / "node.mjs"
COLD_ROUNDS = 9
PLAN = KINDS["plan"]


def main() -> int:
    """Measure, print the tables, and return the exit status."""
    data = pipeline.take_in(PLAN, PLAN.example()).tellable
    shape = shape_of(PLAN, data)
    template = template_of(PLAN, shape, NEUTRAL)
    values = _cut(template, named_values(template, data))
    html = form_html(PLAN, shape, NEUTRAL)
    costs = measured(_rivals(template, values, html))
    ours = costs["formsvc"]
    print(f"\nEn plan med {len(template.fields)} fält, {len(values)} ifyllda\n")
    table(costs, "formsvc")
    small, large = (_per_field(count) for count in (100, 2000))
    print(f"\nPer fält: {small:.1f} µs av 100, {large:.1f} µs av 2 000")
    own = len(print_pdf(html, forms=True))
    filled = len(fill(template, values))
    print(f"Storlek: {filled // 1000} kB, WeasyPrints egen {own // 1000} kB")
    bare, cold = _cold()
    print(f"Kall process: {cold:.0f} ms, python -c pass {bare:.0f} ms\n")
    return judged(
        Target("ifyllning mot pypdf", ours / costs["pypdf"], 1 / 30),
        Target("ifyllning mot WeasyPrint", ours / costs["WeasyPrint"], 1 / 120),
        Target("per fält, 2 000 mot 100", large / small, 1.3),
        Target("storlek mot WeasyPrint", filled / own, 1.5),
        Target("kall process mot python -c pass", cold / bare, 8),
        *bench_word.targets(),
        *bench_letters.targets(),
    )


def _cut(template: Template, values: dict[str, str]) -> dict[str, str]:
    """Return values that nobody finds too long for their field, as some rivals do."""
    limits = {field.name: field.limit or len(field.start) for field in template.fields}
    return {name: value[: limits[name]] for name, value in values.items()}


def _rivals(template: Template, values: dict[str, str], html: str) -> dict[str, Work]:
    """Return what fills the same form with the same values, by name."""
    blank = template.static
    rivals: dict[str, Work] = {
        "formsvc": lambda: fill(template, values),
        "pikepdf, egna utseenden": lambda: _pikepdf(blank, values),
        "pypdf": lambda: _pypdf(blank, values),
        "WeasyPrint": lambda: print_pdf(html, forms=True),
    }
    if shutil.which("node") and (NODE.parent / "node_modules" / "pdf-lib").is_dir():
        rivals["pdf-lib, egen process"] = _pdf_lib(template, values)
    return rivals


def _pypdf(blank: bytes, values: dict[str, str]) -> bytes:
    writer = PdfWriter(PdfReader(BytesIO(blank)))
    told = {name: f"/{ON}" if value == ON else value for name, value in values.items()}
    for page in writer.pages:
        writer.update_page_form_field_values(page, told, auto_regenerate=False)
    buffer = BytesIO()
    writer.write(buffer)
    return buffer.getvalue()


def _pikepdf(blank: bytes, values: dict[str, str]) -> bytes:
    with pikepdf.open(BytesIO(blank)) as pdf:
        form: Any = Form(pdf, ExtendedAppearanceStreamGenerator)
        for name, field in form.items():
            if value := values.get(name):
                if field.is_checkbox:
                    field.checked = True
                else:
                    field.value = value
        buffer = BytesIO()
        pdf.save(buffer)
        return buffer.getvalue()


def _pdf_lib(template: Template, values: dict[str, str]) -> Work:
    """Return a run of pdf-lib, which costs a process of Node each time.

    Choices are left out: it asks for their words.
    """
    folder = Path(tempfile.mkdtemp())
    told = {
        name: True if value == ON else value
        for name, value in values.items()
        if template.by_name[name].kind != CHOICE
    }
    (folder / "blank.pdf").write_bytes(template.static)
    (folder / "values.json").write_text(json.dumps(told), encoding="utf-8")
    files = [str(folder / name) for name in ("blank.pdf", "values.json", "out.pdf")]
    call = ["node", str(NODE), "pdf-lib", "write", *files]
    return lambda: subprocess.run(call, check=True, capture_output=True)  # noqa: S603


def _per_field(count: int) -> float:
    """Return what a field costs in µs in a form of so many, all filled."""
    inputs = "".join(
        f'<p><input name="f{n}" title="Fält {n}"></p>' for n in range(count)
    )
    html = (
        f'<html lang="sv"><head><title>Fält</title></head><h1>Fält</h1>{inputs}</html>'
    )
    template = compiled(
        print_pdf(html, forms=True), Claims("Fält", "", archive=False), Demands()
    )
    values = {field.name: "Åsa Testberg, Växjö" for field in template.fields}
    costs = [cost(lambda: fill(template, values)) for _ in range(ROUNDS)]
    return 1000 * statistics.median(costs) / count


def _cold() -> tuple[float, float]:
    """Return what Python alone and our command cost as new processes, in ms."""
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "formsvc", "render", "plan"]
        example = str(PLAN.folder / "example.json")
        command += [example, "--format", "pdf-form", "-o", "plan.pdf"]
        calls = {"bare": [sys.executable, "-c", "pass"], "cold": command}
        costs: dict[str, list[float]] = {name: [] for name in calls}
        for turn in range(COLD_ROUNDS + 1):
            for name, call in calls.items():
                spent = cost(lambda call=call: _run(call, folder))  # type: ignore[misc]
                if turn:
                    costs[name].append(spent)
        return statistics.median(costs["bare"]), statistics.median(costs["cold"])


def _run(call: list[str], folder: str) -> None:
    """Run a call in a folder of its own, with the package that this is a tool of."""
    environment = {"PYTHONPATH": str(ROOT), "FORMSVC_INSTANCE": folder, "LANG": "C"}
    subprocess.run(call, cwd=folder, env=environment, check=True, capture_output=True)  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
