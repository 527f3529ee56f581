"""How right the rules were on posts held out; `make accuracy` writes this file.

docs/accuracy.md says how it was measured.
"""

from __future__ import annotations

POSTS = 40

FIGURES: dict[str, str] = {
    "ASK101": "precision 0.75 (6 of 8), recall 0.85 (6 of 7)",
    "ASK102": "recall 0.00 (0 of 1)",
    "ASK103": "precision 0.75 (6 of 8), recall 1.00 (6 of 6)",
    "IMG601": "precision 0.91 (11 of 12), recall 1.00 (11 of 11)",
    "IMG602": "precision 1.00 (10 of 10), recall 1.00 (10 of 10)",
    "PEO201": "precision 1.00 (1 of 1), recall 0.50 (1 of 2)",
    "PEO202": "precision 0.87 (85 of 97), recall 0.84 (85 of 101)",
    "PEO203": "precision 0.95 (19 of 20), recall 0.90 (19 of 21)",
    "SEL401": "precision 0.66 (6 of 9), recall 0.26 (15 of 57, with SEL403)",
    "SEL402": "precision 0.80 (4 of 5), recall 0.57 (4 of 7)",
    "SEL403": "precision 0.90 (9 of 10), recall 0.26 (15 of 57, with SEL401)",
}
