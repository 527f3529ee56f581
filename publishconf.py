"""The settings for publishing: pelicanconf.py, and where the site will stand."""

import os
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from pelicanconf import *

# A project page lies in a folder of somebody else's host; its workflow says which.
SITEURL = os.environ.get("RAPPORT_SITEURL", "https://harbourvale.example").rstrip("/")
