"""The corpus of all rooms, under the name by which this room's tests know it."""

from tests.hostile.corpus import ALL, PAYLOADS

__all__ = ["ALL", "PAYLOADS"]
