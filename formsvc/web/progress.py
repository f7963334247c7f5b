"""An answer that takes long, told of while it is made.

Whoever asks for `application/x-ndjson`, as the pages' script does, gets a line of JSON
for each step, `{"done": 12, "of": 30}`, and the answer as the last one. Others wait.
Nothing is kept: what is made lives as long as the answer.
"""

import base64
import json
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Event, Thread
from typing import Any

from flask import Response, current_app, request, stream_with_context

from formsvc.mailing.batch import Batch, Progress

LINES = "application/x-ndjson"

Make = Callable[[Progress | None], Batch]
Finish = Callable[[Callable[[], Batch]], Response]
"""Turns what was made into an answer: it is given what returns it, or raises."""


class _LeftError(Exception):
    """Nobody waits for the answer any more."""


def answer(make: Make, finish: Finish) -> Response:
    """Return what `finish` makes of what `make` returns, with its steps before it."""
    if LINES not in request.headers.get("Accept", ""):
        return finish(lambda: make(None))
    lines = stream_with_context(_lines(make, finish))
    headers = {"Cache-Control": "no-store", "X-Accel-Buffering": "no"}
    return Response(lines, content_type=LINES, headers=headers)


def _lines(make: Make, finish: Finish) -> Iterator[str]:
    """Yield the steps while another thread makes, and then the answer."""
    steps: SimpleQueue[tuple[int, int] | None] = SimpleQueue()
    left: Event = Event()
    made: Future[Batch] = Future()

    def tell(done: int, of: int) -> None:
        if left.is_set():
            raise _LeftError
        steps.put((done, of))

    def run() -> None:
        try:
            made.set_result(make(tell))
        except BaseException as error:  # noqa: BLE001  raised where it is waited for
            made.set_exception(error)
        steps.put(None)

    Thread(target=run, daemon=True).start()
    try:
        for done, of in iter(steps.get, None):
            yield _line({"done": done, "of": of})
        yield _line(_told(_finished(made.result, finish)))
    finally:
        left.set()


def _finished(made: Callable[[], Batch], finish: Finish) -> Response:
    """Return the answer; a fault of ours is one too, as everywhere."""
    try:
        return finish(made)
    except Exception as error:  # noqa: BLE001  the headers are sent: no other may tell
        return current_app.make_response(current_app.handle_exception(error))


def _told(response: Response) -> dict[str, Any]:
    """Return an answer as one line: status, headers and what it holds."""
    names = ("Content-Type", "Content-Disposition")
    headers = {
        name: response.headers[name] for name in names if name in response.headers
    }
    told: dict[str, Any] = {"status": response.status_code, "headers": headers}
    content = response.get_data()
    if response.mimetype == "text/html":
        return {**told, "text": content.decode()}
    return {**told, "base64": base64.b64encode(content).decode()}


def _line(told: dict[str, Any]) -> str:
    return json.dumps(told, ensure_ascii=False) + "\n"
