"""Runs LibreOffice for tests; started by Debian's Python, which alone knows UNO.

Called with a folder for the profile. Each line of standard input is a JSON object that
says what to do, and is answered with a line: {"ok": …}, or {"error": "…"}. It ends,
and LibreOffice with it, when its input does.

The model's own content controls are used, and a view cursor only in a document that is
not shown: LibreOffice 25.2 falls when the cursor of a shown one enters a control.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import uno
from com.sun.star.beans import PropertyValue

FILTERS = {"pdf": "writer_pdf_Export", "docx": "MS Word 2007 XML"}
LETTER = "¤"
Value = str | bool
PATIENCE = 60
"""Seconds that LibreOffice may take to start: a new profile is made first."""


def main() -> None:
    """Start LibreOffice, answer each line, and end it."""
    pipe = f"formsvc-{os.getpid()}"
    call = (
        *("soffice", "--headless", "--norestore", "--nologo", "--nodefault"),
        f"-env:UserInstallation=file://{sys.argv[1]}",
        f"--accept=pipe,name={pipe};urp",
    )
    process = subprocess.Popen(call, stdout=2, stdin=subprocess.DEVNULL)
    try:
        office = connected(pipe)
        say({"ok": version(office)})
        for line in sys.stdin:
            say(answer(office, json.loads(line)))
        office("com.sun.star.frame.Desktop").terminate()
        process.wait(10)
    finally:
        process.kill()
        process.wait(10)


def say(answered: dict[str, Any]) -> None:
    """Write one answer."""
    sys.stdout.write(json.dumps(answered) + "\n")
    sys.stdout.flush()


def connected(pipe: str) -> Any:
    """Return what creates the services of LibreOffice, once it answers."""
    here = uno.getComponentContext()
    resolver = here.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", here
    )
    latest = time.monotonic() + PATIENCE
    while True:
        try:
            there = resolver.resolve(
                f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext"
            )
        except Exception:
            if time.monotonic() > latest:
                raise
            time.sleep(0.05)
        else:
            return lambda name: there.ServiceManager.createInstanceWithContext(
                name, there
            )


def version(office: Any) -> str:
    """Return the version: 25.2."""
    provider = office("com.sun.star.configuration.ConfigurationProvider")
    path = PropertyValue(Name="nodepath", Value="/org.openoffice.Setup/Product")
    access = provider.createInstanceWithArguments(
        "com.sun.star.configuration.ConfigurationAccess", (path,)
    )
    return str(access.getByName("ooSetupVersion"))


def answer(office: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """Return the answer to one line."""
    hidden = PropertyValue(Name="Hidden", Value=True)
    document = office("com.sun.star.frame.Desktop").loadComponentFromURL(
        f"file://{asked['source']}", "_blank", 0, (hidden,)
    )
    if document is None:
        return {"error": "LibreOffice does not open the file"}
    try:
        return {"ok": ASKED[asked["do"]](office, document, asked)}
    except Exception as error:  # noqa: BLE001  whatever it was, the test is told
        return {"error": f"{type(error).__name__}: {error}"}
    finally:
        document.close(True)  # noqa: FBT003  UNO takes no names


def save(_office: Any, document: Any, asked: dict[str, Any]) -> None:
    """Set the controls named in `changes` and save as `as`."""
    changes = dict(asked["changes"])
    for control in controls(document):
        if control.Tag in changes:
            change(control, changes.pop(control.Tag))
    if changes:
        raise LookupError(f"no control is called {sorted(changes)}")
    name = PropertyValue(Name="FilterName", Value=FILTERS[asked["as"]])
    document.storeToURL(f"file://{asked['target']}", (name,))


def change(control: Any, value: Value) -> None:
    """Let a control have a value, as a person gives it: of a choice the words."""
    if control.Checkbox:
        control.Checked = value
        control.setString(control.CheckedState if value else control.UncheckedState)
        return
    if control.Date:
        control.CurrentDate = f"{value}T00:00:00Z"
    control.ShowingPlaceHolder = False
    control.setString(value)


def controls(document: Any) -> list[Any]:
    """Return the content controls of a document."""
    every = document.ContentControls
    return [every.getByIndex(number) for number in range(every.Count)]


def told(_office: Any, document: Any, _asked: Any) -> list[dict[str, Any]]:
    """Return what LibreOffice knows of each control."""
    return [
        {
            "tag": control.Tag,
            "text": control.getString(),
            "empty": control.ShowingPlaceHolder,
            "checked": control.Checked if control.Checkbox else None,
            "lock": control.Lock,
        }
        for control in controls(document)
    ]


def typed(office: Any, document: Any, asked: dict[str, Any]) -> dict[str, Any]:
    """Type a letter at each label, and into controls.

    Returns whether forms are protected, how many labels there are and the text of
    those that changed, and the tags of the controls that did not.
    """
    keyboard = Keyboard(office, document)
    labels = [each for each in paragraphs(document.Text) if is_label(each)]
    chosen = [each for each in controls(document) if each.Tag in asked["tags"]]
    settings = document.createInstance("com.sun.star.document.Settings")
    return {
        "protected": settings.ProtectForm,
        "labels": len(labels),
        "changed": [
            each.String for each in labels if keyboard.writes(each, each.Start)
        ],
        "shut": [each.Tag for each in chosen if not keyboard.writes(each, end(each))],
    }


def end(control: Any) -> Any:
    """Return the place after the last letter of a control."""
    place = control.createTextCursor()
    place.gotoEnd(False)  # noqa: FBT003
    return place


class Keyboard:
    """What a person types."""

    def __init__(self, office: Any, document: Any) -> None:
        self._send = office("com.sun.star.frame.DispatchHelper").executeDispatch
        self._controller = document.CurrentController

    def writes(self, thing: Any, place: Any) -> bool:
        """Say whether a letter typed at a place of a thing comes to stand in it."""
        before = thing.getString()
        self._controller.getViewCursor().gotoRange(place, False)  # noqa: FBT003
        letter = PropertyValue(Name="Text", Value=LETTER)
        self._send(self._controller.getFrame(), ".uno:InsertText", "", 0, (letter,))
        after = thing.getString()
        return after != before and LETTER in after


def paragraphs(text: Any) -> Iterator[Any]:
    """Yield the paragraphs of a text, those of tables too."""
    for block in text:
        if block.supportsService("com.sun.star.text.TextTable"):
            for name in block.getCellNames():
                yield from paragraphs(block.getCellByName(name))
        else:
            yield block


def is_label(paragraph: Any) -> bool:
    """Say whether a paragraph begins with words that are no control's."""
    first = next(iter(paragraph), None)
    return bool(first and first.TextPortionType == "Text" and first.String.strip())


ASKED = {"save": save, "told": told, "type": typed}

if __name__ == "__main__":
    main()
