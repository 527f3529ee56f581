"""`python -m rapport`: the command, for a clone that is not installed."""

from rapport.cli import main

raise SystemExit(main())
