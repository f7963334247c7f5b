"""A page asks in the order in which findings and text come: that of the form."""

import re
from pathlib import Path

import pytest
from sample_data import taken

from formsvc.app import create_app
from formsvc.config import Settings
from formsvc.formkit.facts import Facts
from formsvc.formkit.kind import Kind
from formsvc.forms import KINDS

TEMPLATE = re.compile(r"<template.*?</template>", re.DOTALL)
NAME = re.compile(r'<(?:input|select|textarea)[^>]* name="([^"]+)"')


@pytest.mark.parametrize("kind", KINDS.values(), ids=list(KINDS))
def test_a_page_asks_in_the_order_of_the_form(kind: Kind, tmp_path: Path) -> None:
    formdata = taken(kind.name, "example").formdata
    form = kind.form(formdata)
    box_of = {
        f"{leaf.name}-{value}": leaf.name
        for leaf in Facts(form).leaves()
        for value, _words in getattr(leaf, "vocabulary", ())
    }
    expected = [leaf.name for leaf in Facts(form).leaves()]

    app = create_app(Settings(instance=tmp_path, profile=""))
    page = app.test_client().post(
        f"/{kind.page}",
        data={"do": "stay", **{name: text for name, (text,) in formdata.items()}},
        headers={"Sec-Fetch-Site": "same-origin"},
    )

    shown = NAME.findall(TEMPLATE.sub("", page.text))
    fields = dict.fromkeys(box_of.get(name, name) for name in shown)
    assert [name for name in fields if name in expected] == [
        name for name in expected if name in fields
    ]
    assert set(expected) - set(fields) == set()
