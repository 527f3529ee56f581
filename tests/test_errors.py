"""What is our fault, what is not, and what is only somebody pressing Ctrl-C."""

from __future__ import annotations

import pytest

from rapport.errors import BuildError, RapportError, SettingsError, UsageError, interrupted


@pytest.mark.parametrize(
    ("kind", "code"), [(RapportError, 1), (BuildError, 1), (UsageError, 2), (SettingsError, 2)]
)
def test_each_ends_a_command_with_its_code(kind: type[RapportError], code: int) -> None:
    assert kind("why").exit_code == code


class _Interrupting:
    """What a signal does in the middle of the making of a class."""

    def __set_name__(self, owner: type, name: str) -> None:
        raise KeyboardInterrupt


def test_ctrl_c_while_a_class_is_made_is_ctrl_c() -> None:
    with pytest.raises((RuntimeError, KeyboardInterrupt)) as caught:
        type("Made", (), {"field": _Interrupting()})
    assert isinstance(caught.value, KeyboardInterrupt) or interrupted(caught.value)


@pytest.mark.parametrize("fault", [RuntimeError("no"), ValueError("no"), OSError("no")])
def test_a_fault_is_no_ctrl_c(fault: Exception) -> None:
    assert not interrupted(fault)
    fault.__cause__ = ValueError("why")
    assert not interrupted(fault)
