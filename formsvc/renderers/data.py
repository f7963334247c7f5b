"""The document's data as JSON: what a filing copy carries, and what is opened again."""

import json

from formsvc.document import Document
from formsvc.formkit.kind import Kind
from formsvc.profiles import Profile


def data_json(document: Document) -> bytes:
    """Return the document's data as the file `data.json`."""
    text = json.dumps(document.data, ensure_ascii=False, indent=2)
    return (text + "\n").encode("utf-8")


def render_data(_kind: Kind, document: Document, _profile: Profile) -> bytes:
    """Return the normalised data of `document`, as every format holds it."""
    return data_json(document)
