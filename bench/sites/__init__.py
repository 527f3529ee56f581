"""One module a generator: how the corpus is laid out for it, and how it is called."""

from bench.sites.common import Generator
from bench.sites.eleventy import ELEVENTY
from bench.sites.hugo import HUGO
from bench.sites.pelican import PELICAN
from bench.sites.rapport import RAPPORT

GENERATORS: tuple[Generator, ...] = (RAPPORT, HUGO, PELICAN, ELEVENTY)

__all__ = ["ELEVENTY", "GENERATORS", "HUGO", "PELICAN", "RAPPORT", "Generator"]
