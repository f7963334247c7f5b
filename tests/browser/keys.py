"""What people do who have no mouse: only keys are pressed here."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from browser.filling import focus_unseen
from playwright.sync_api import Page

LIMIT = 400
"""More fields and buttons than any page has."""

NOW = """
() => {
  const now = document.activeElement;
  const { id, name, type, value, tagName } = now;
  const area = now.dataset?.area ?? now.closest("summary")?.parentElement.id ?? "";
  const options = [...(now.options ?? [])].map(one => one.value);
  const rows = now.closest("[data-list]")?.querySelectorAll(":scope > .row").length;
  return { id, name, type, value, options, rows, area, tag: tagName };
}
"""


@dataclass
class Keyboard:
    """Someone at the keys of `page`; whatever gets the focus has to show it."""

    page: Page
    passed: list[str] = field(default_factory=list)

    def press(self, key: str, times: int = 1) -> None:
        """Press a key."""
        for _ in range(times):
            self.page.keyboard.press(key)

    def write(self, text: str) -> None:
        """Write; a long text comes at once, as when it is pasted."""
        if len(text) > 30:
            self.page.keyboard.insert_text(text)
        else:
            self.page.keyboard.type(text)

    @property
    def now(self) -> dict[str, Any]:
        """Where the focus is."""
        found: dict[str, Any] = self.page.evaluate(NOW)
        return found

    def go_to(self, wanted: str, key: str = "Tab") -> None:
        """Go on until the focus is on that id, value of a button, or area."""
        for _ in range(LIMIT):
            self.press(key)
            assert focus_unseen(self.page) == ""
            now = self.now
            self.passed.append(now["id"] or now["value"] or now["area"])
            if wanted in (now["id"], now["value"], now["area"]):
                return
        raise AssertionError(f"no key leads to {wanted}")

    def fill(self, texts: Mapping[str, str]) -> None:
        """Go through the page once, and answer all that `texts` has by name.

        Rows are asked for while `texts` has more of a list than there are.
        """
        left = dict(texts)
        asked = False
        for _ in range(LIMIT):
            if not asked:
                self.press("Tab")
                assert focus_unseen(self.page) == ""
            asked = False
            now = self.now
            if now["value"] == "create":
                assert left == {}
                return
            if now["name"] in left:
                self._answer(now, left.pop(now["name"]))
            elif now["name"] == "do":
                asked = self._asks(now, left)
        raise AssertionError(f"not reached: {left}")

    def _answer(self, now: Mapping[str, Any], text: str) -> None:
        if now["type"] == "checkbox":
            self.press("Space")
        elif now["type"] == "radio":
            self.press("Space")
            for _ in range(LIMIT):
                if self.now["value"] == text:
                    return
                self.press("ArrowDown")
        elif now["options"]:
            self.press("ArrowDown", now["options"].index(text))
        else:
            self.write(text)

    def _asks(self, now: Mapping[str, Any], left: Mapping[str, str]) -> bool:
        verb, _space, listed = str(now["value"]).partition(" ")
        start = f"{listed}-{now['rows']}"
        if verb != "add" or not any(
            name == start or name.startswith(f"{start}-") for name in left
        ):
            return False
        self.press("Enter")
        return True
