"""What holds for all tests."""

from pathlib import Path

import pytest
from command import Run, runner

# WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
LEFT_OPEN = r"ignore:unclosed file .*sRGB2014\.icc:ResourceWarning"


def pytest_configure(config: pytest.Config) -> None:
    """Let pass the one warning that is not ours to mend."""
    config.addinivalue_line("filterwarnings", LEFT_OPEN)


@pytest.fixture
def formsvc(tmp_path: Path) -> Run:
    """Give what runs `formsvc` in an empty folder."""
    return runner(tmp_path)
