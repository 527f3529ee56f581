"""Measurements: the same posts and comments through several generators, and through the audit.

`python -m bench` prints ratios, never promises: see `python -m bench --help`.
"""
