"""What holds for all tests."""

from pathlib import Path

import made
import pytest
from command import Run, runner
from long_ones import LONG

# WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
LEFT_OPEN = r"ignore:unclosed file .*sRGB2014\.icc:ResourceWarning"


def pytest_configure(config: pytest.Config) -> None:
    """Let pass the one warning that is not ours to mend."""
    config.addinivalue_line("filterwarnings", LEFT_OPEN)


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let long cases wait for `make test-slow`."""
    for item in items:
        if any(pattern.match(item.name) for pattern in LONG):
            item.add_marker(pytest.mark.slow)


@pytest.fixture(scope="session", autouse=True)
def shelf(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Let the processes of one run share the documents that they make."""
    if made.WORKER:
        folder = tmp_path_factory.getbasetemp().parent / "made"
        folder.mkdir(exist_ok=True)
        made.shelf[:] = [folder]


@pytest.fixture
def formsvc(tmp_path: Path) -> Run:
    """Give what runs `formsvc` in an empty folder."""
    return runner(tmp_path)
