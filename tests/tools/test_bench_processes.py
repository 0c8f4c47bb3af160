"""What processes weigh and how fast they start."""

import pytest

from tools.processes import import_ms, resident_mib, serving_mib


def test_this_process_weighs_something() -> None:
    assert 5 < resident_mib() < 5000


def test_a_module_of_the_standard_library_is_imported_anew() -> None:
    assert import_ms("decimal", starts=1) > 0


def test_the_server_is_weighed_after_it_has_answered() -> None:
    assert 20 < serving_mib(["휴식 언제예요?"]) < 1000


def test_a_server_that_cannot_start_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KNOWLEDGE_DIR", "no_such_folder")
    with pytest.raises(RuntimeError, match="no_such_folder"):
        serving_mib([])
